//! Exercises that simulate: Euler with threshold, reset and refractory time; rates measured on such a run.
//!
//! Two right programs can differ by one step in the time they write down for a spike, and by one step in the length of
//! a refractory period, so times are compared to within two steps.

use ndarray::Array1;

use super::{neuron, unseen_neurons};
use crate::check::case::{not_a_number, quantity};
use crate::check::{Case, Inputs, Mistake, Verdict, about, say};
use crate::neuron::lif::{LifParams, LifRun};

/// A run of the student's: potential in mV at 0, dt, 2 dt, …, and spike times in ms.
pub type Run = (Array1<f64>, Vec<f64>);

/// A student's simulator: parameters, current (nA), dt (ms), duration (ms); potential (mV) and spike times (ms).
pub type Simulator = fn(LifParams, f64, f64, f64) -> Run;

/// One call of `simulate` with the library's answer.
struct Trial {
    p: LifParams,
    current: f64,
    dt: f64,
    duration: f64,
    truth: LifRun,
}

impl Trial {
    fn new(p: LifParams, current: f64, dt: f64, duration: f64) -> Trial {
        let truth = neuron(p).simulate(current, dt, duration);
        Trial { p, current, dt, duration, truth: truth.expect("the trials of the checks are valid") }
    }

    fn inputs(&self) -> Inputs {
        Inputs::new().neuron(self.p).number("current", self.current, "nA").number("dt", self.dt, "ms").number(
            "duration",
            self.duration,
            "ms",
        )
    }

    fn wrong(&self, expected: &str, received: &str, english: &str, french: &str) -> Result<(), String> {
        let cause = say(english, french);
        Err(about("simulate", &self.inputs(), expected, received, &cause))
    }
}

/// Currents of 1.5 and 3 times the rheobase, and one too weak to fire.
fn trials() -> Vec<Trial> {
    let mut trials = Vec::new();
    for p in unseen_neurons() {
        let rheobase = neuron(p).rheobase();
        trials.push(Trial::new(p, 1.5 * rheobase, 0.05, 300.0));
        trials.push(Trial::new(p, 3.0 * rheobase, 0.05, 300.0));
        trials.push(Trial::new(p, 0.9 * rheobase, 0.1, 200.0));
    }
    trials
}

/// Exercise 5: potential (mV, one value more than there are steps) and spike times (ms) at constant current.
pub fn simulate(student: Simulator) -> Verdict {
    let trials = trials();
    for trial in &trials {
        let run = student(trial.p, trial.current, trial.dt, trial.duration);
        if let Err(message) = judge_run(trial, &run) {
            return Verdict::fail(message);
        }
    }
    let n = trials.len();
    Verdict::pass(say(
        format!("`simulate` climbs, fires, resets and waits as it should in all {n} runs tried."),
        format!("`simulate` monte, tire, se réinitialise et attend comme il faut dans les {n} simulations essayées."),
    ))
}

fn judge_run(trial: &Trial, run: &Run) -> Result<(), String> {
    judge_length(trial, run)?;
    judge_finite(trial, run)?;
    judge_start(trial, run)?;
    judge_ceiling(trial, run)?;
    judge_first_climb(trial, run)?;
    judge_spikes(trial, run)
}

fn judge_length(trial: &Trial, (v, _): &Run) -> Result<(), String> {
    let right = (trial.duration / trial.dt).round() as usize + 1;
    if v.len() == right {
        return Ok(());
    }
    trial.wrong(
        &say(format!("{right} values of V"), format!("{right} valeurs de V")),
        &v.len().to_string(),
        "duration/dt steps lead from the first value, at t = 0, to the last: one value more than there are steps.",
        "duration/dt pas mènent de la première valeur, à t = 0, à la dernière : une valeur de plus que de pas.",
    )
}

fn judge_finite(trial: &Trial, (v, spikes): &Run) -> Result<(), String> {
    let Some(&bad) = v.iter().chain(spikes).find(|x| !x.is_finite()) else {
        return Ok(());
    };
    let expected = say("finite numbers", "des nombres finis");
    Err(about("simulate", &trial.inputs(), &expected, &bad.to_string(), &not_a_number(bad)))
}

fn judge_start(trial: &Trial, (v, _): &Run) -> Result<(), String> {
    let start = trial.p.v_reset;
    if (v[0] - start).abs() < 1e-9 {
        return Ok(());
    }
    trial.wrong(
        &format!("v[0] = {}", quantity(start, "mV")),
        &format!("v[0] = {}", quantity(v[0], "mV")),
        "the run starts at the reset potential, and step k writes v[k + 1], not v[k].",
        "la simulation part du potentiel de réinitialisation, et le pas k écrit v[k + 1], pas v[k].",
    )
}

/// V may overshoot the threshold by one step at most, in the last value before the reset.
fn judge_ceiling(trial: &Trial, (v, _): &Run) -> Result<(), String> {
    let p = trial.p;
    let ri = p.resistance * trial.current;
    let one_step = trial.dt / p.tau_m * (ri - p.v_thresh).max(0.0);
    let highest = v.fold(f64::NEG_INFINITY, |a, &b| a.max(b));
    if highest <= p.v_thresh + one_step + 1e-9 {
        return Ok(());
    }
    trial.wrong(
        &say(
            format!("V at most {}", quantity(p.v_thresh, "mV")),
            format!("V au plus égal à {}", quantity(p.v_thresh, "mV")),
        ),
        &say(
            format!("V as high as {}", quantity(highest, "mV")),
            format!("V monte jusqu’à {}", quantity(highest, "mV")),
        ),
        "the reset is missing, or compares with something else than v_thresh: once V has reached the threshold, the \
         next value is v_reset.",
        "la réinitialisation manque, ou compare avec autre chose que v_thresh : dès que V a atteint le seuil, la valeur \
         suivante est v_reset.",
    )
}

/// Up to the first spike, V is the plain Euler solution.
fn judge_first_climb(trial: &Trial, (v, spikes): &Run) -> Result<(), String> {
    let truth = &trial.truth;
    let first_spike = truth.spikes.times().first();
    let end = first_spike.map_or(trial.duration, |t| t - 2.0 * trial.dt);
    let wrong = (0..v.len())
        .take_while(|&k| truth.t[k] <= end)
        .find(|&k| (v[k] - truth.v[k]).abs() > 1e-6 * truth.v[k].abs() + 1e-9);
    let Some(k) = wrong else {
        return Ok(());
    };
    let fired = spikes.first().is_some_and(|&t| t <= truth.t[k]);
    let mistake = if fired && v[k] == trial.p.v_reset {
        (
            "V is reset before it has reached the threshold: is the comparison the right way round?",
            "V est réinitialisé avant d’avoir atteint le seuil : la comparaison est-elle dans le bon sens ?",
        )
    } else if v[k] == 0.0 || v[k] == v[k - 1] {
        ("V does not move: does every step write v[k + 1]?", "V ne bouge pas : chaque pas écrit-il v[k + 1] ?")
    } else {
        (
            "the climb is not Euler’s: each step is `euler_step(p, v[k], current, dt)`, with the dt of this call.",
            "la montée n’est pas celle d’Euler : chaque pas est `euler_step(p, v[k], current, dt)`, avec le dt de cet appel.",
        )
    };
    trial.wrong(
        &format!("v[{k}] = {}", quantity(truth.v[k], "mV")),
        &format!("v[{k}] = {}", quantity(v[k], "mV")),
        mistake.0,
        mistake.1,
    )
}

fn judge_spikes(trial: &Trial, (_, spikes): &Run) -> Result<(), String> {
    let truth = trial.truth.spikes.times();
    if (truth.len() >= 2 && spikes.len() >= 2) || truth.is_empty() && spikes.is_empty() {
        judge_times(trial, truth, spikes)
    } else {
        trial.wrong(
            &spikes_in_words(truth),
            &spikes_in_words(spikes),
            "count the spikes that you see in V: each one pushes its time, once, in the branch that resets V.",
            "comptez les potentiels d’action visibles dans V : chacun ajoute son temps, une fois, dans la branche qui \
             réinitialise V.",
        )
    }
}

fn judge_times(trial: &Trial, truth: &[f64], spikes: &[f64]) -> Result<(), String> {
    let (Some(&first), Some(&own)) = (truth.first(), spikes.first()) else {
        return Ok(());
    };
    let slack = 2.0 * trial.dt + 1e-9;
    let (interval, own_interval) = (mean_interval(truth), mean_interval(spikes));
    let drift = (truth.len() as f64 * slack / interval) as usize;
    let count_is_right = truth.len().abs_diff(spikes.len()) <= 1 + drift;
    if (first - own).abs() <= slack && (interval - own_interval).abs() <= slack && count_is_right {
        return Ok(());
    }
    let seen = |x: f64, y: f64| (x - y).abs() <= slack;
    let step = trial.dt;
    let (english, french) = if !count_is_right && seen(interval, own_interval) {
        (
            "the spikes stop too early or go on too long: does the loop run over all steps?",
            "les potentiels d’action s’arrêtent trop tôt ou durent trop longtemps : la boucle parcourt-elle tous les pas ?",
        )
    } else if seen(interval, own_interval + trial.p.t_ref) {
        (
            "the refractory period is missing: after a spike, V stays at v_reset during t_ref.",
            "la période réfractaire manque : après un potentiel d’action, V reste à v_reset pendant t_ref.",
        )
    } else if seen(own * step, first) {
        (
            "these are numbers of steps; a time in ms is the number of steps times dt.",
            "ce sont des numéros de pas ; un temps en ms est le numéro du pas multiplié par dt.",
        )
    } else if (own * 1000.0 - first).abs() <= slack {
        ("these times are in seconds; write them in ms.", "ces temps sont en secondes ; notez-les en ms.")
    } else if own_interval <= 1.5 * step {
        (
            "one spike is written down at many successive steps: reset V in the same branch.",
            "un même potentiel d’action est noté à plusieurs pas successifs : réinitialisez V dans la même branche.",
        )
    } else if !seen(first, own) {
        (
            "the first spike is already at another time: step k leads to the time (k + 1)·dt.",
            "le premier potentiel d’action a déjà un autre temps : le pas k mène au temps (k + 1)·dt.",
        )
    } else {
        (
            "the first spike is right, the following intervals are not: look at the reset (to v_reset, not 0) and at \
             the length of the refractory period.",
            "le premier potentiel d’action est juste, les intervalles suivants ne le sont pas : voyez la \
             réinitialisation (à v_reset, pas à 0) et la durée de la période réfractaire.",
        )
    };
    trial.wrong(&spikes_in_words(truth), &spikes_in_words(spikes), english, french)
}

fn mean_interval(times: &[f64]) -> f64 {
    (times[times.len() - 1] - times[0]) / (times.len() - 1) as f64
}

fn spikes_in_words(times: &[f64]) -> String {
    let n = times.len();
    let list: Vec<String> = times.iter().take(3).map(|&t| quantity(t, "")).collect();
    match n {
        0 => say("no spike", "aucun potentiel d’action"),
        1..=3 => say(
            format!("spikes at {} ms only", list.join(", ")),
            format!("des potentiels d’action à {} ms seulement", list.join(", ")),
        ),
        _ => say(
            format!("{n} spikes, the first three at {} ms", list.join(", ")),
            format!("{n} potentiels d’action, les trois premiers à {} ms", list.join(", ")),
        ),
    }
}

/// Exercise 12: two rates in Hz of a simulated run: number of spikes over duration, and inverse of the mean interval
/// (0 when there are fewer than two spikes).
pub fn measured_rates(student: fn(LifParams, f64, f64, f64) -> (f64, f64)) -> Verdict {
    let mut cases = Vec::new();
    for trial in trials().iter().chain(&one_spike()) {
        let (counted, from_intervals) = student(trial.p, trial.current, trial.dt, trial.duration);
        cases.extend(rate_cases(trial, counted, from_intervals));
    }
    Verdict::of(
        "measured_rates",
        &cases,
        &say(
            "Counting is coarse when there are few spikes; intervals are not.",
            "Compter est grossier quand il y a peu de potentiels d’action ; les intervalles ne le sont pas.",
        ),
    )
}

/// A run that ends between the first and the second spike: one spike, no interval.
fn one_spike() -> [Trial; 1] {
    let p = unseen_neurons()[2];
    let current = 1.5 * neuron(p).rheobase();
    let period = neuron(p).period(current).expect("this current is above the rheobase");
    [Trial::new(p, current, 0.05, (1.4 * period / 0.05).round() * 0.05)]
}

fn rate_cases(trial: &Trial, counted: f64, from_intervals: f64) -> [Case; 2] {
    let spikes = &trial.truth.spikes;
    let by_interval = spikes.mean_isi_rate().unwrap_or(0.0);
    let seconds = trial.duration / 1000.0;
    // One step per interval, and one spike at the end of the run.
    let step_error = 2.0 * trial.dt / 1000.0 * by_interval * by_interval;
    let of = |which: &str| trial.inputs().note(which);
    let first = Case {
        inputs: of(&say("first number: from counts", "premier nombre : par comptage")),
        expected: spikes.rate(),
        received: counted,
        unit: "Hz",
        tolerance: step_error + 1e-9 + if spikes.len() > 1 { 1.0 / seconds } else { 0.0 },
        mistakes: vec![
            Mistake::new(
                spikes.len() as f64,
                "this is the number of spikes; divide by the duration in seconds.",
                "c’est le nombre de potentiels d’action ; divisez par la durée en secondes.",
            ),
            Mistake::new(
                spikes.rate() / 1000.0,
                "a rate per ms, in kHz: the duration is given in ms, 1 s = 1000 ms.",
                "un taux par ms, en kHz : la durée est donnée en ms, 1 s = 1000 ms.",
            ),
        ],
    };
    let second = Case {
        inputs: of(&say("second number: from intervals", "second nombre : par les intervalles")),
        expected: by_interval,
        received: from_intervals,
        unit: "Hz",
        tolerance: step_error + 1e-6 * by_interval + 1e-9,
        mistakes: vec![
            Mistake::new(
                by_interval / 1000.0,
                "one over an interval in ms is in kHz; multiply by 1000.",
                "un sur un intervalle en ms est en kHz ; multipliez par 1000.",
            ),
            Mistake::new(
                if by_interval > 0.0 { 1000.0 / by_interval } else { f64::NAN },
                "this is the mean interval in ms; the rate is its inverse.",
                "c’est l’intervalle moyen en ms ; le taux en est l’inverse.",
            ),
        ],
    };
    [first, second]
}
