use ndarray::Array1;

use super::{neuron, unseen_neurons};
use crate::check::answer::quantity;
use crate::check::exercise::{Accepts, Exercise, part, seen, showing, text};
use crate::check::{Verdict, say};
use crate::neuron::lif::LifParams;

/// A run of the student's: potential in mV at 0, dt, 2 dt, …, and spike times in ms.
pub type Run = (Array1<f64>, Vec<f64>);

/// A student's simulator: parameters, current (nA), dt (ms), duration (ms); potential (mV) and spike times (ms).
pub type Simulator = fn(LifParams, f64, f64, f64) -> Run;

/// The arguments of a simulator.
pub(super) type Call = (LifParams, f64, f64, f64);

/// Exercise 5: potential (mV, one value more than there are steps) and spike times (ms) at constant current.
pub fn simulate(student: Simulator) -> Verdict {
    SIMULATE.judge(|&(p, current, dt, duration)| student(p, current, dt, duration))
}

/// Two right programs can differ by one step in the length of a refractory period: so intervals are compared to within two
/// steps. The first spike has the time of the text. V may overshoot the threshold in the last value before the
/// reset, or stop at it.
pub(super) static SIMULATE: Exercise<Call, Run> = Exercise {
    name: "simulate",
    inputs: &["p", "current (nA)", "dt (ms)", "duration (ms)"],
    answer: &[
        part("mV", "first value: the potential", "première valeur : le potentiel"),
        part("ms", "second value: the spike times", "seconde valeur : les temps des potentiels d’action"),
    ],
    cases: calls,
    right: |&(p, current, dt, duration)| {
        let run = neuron(p).simulate(current, dt, duration).expect("the calls of the checks are valid");
        (run.v, run.spikes.times().to_vec())
    },
    also_right: &[
        |call| run(call, None),
        // The threshold itself stays in the trace.
        |call| {
            let (mut v, spikes) = run(call, None);
            for time in &spikes {
                v[(time / call.2).round() as usize] = call.0.v_thresh;
            }
            (v, spikes)
        },
    ],
    accepts: Accepts::If(|call, right, run| {
        run.0.len() == right.0.len()
            && is_finite(run)
            && starts_at_reset(call, run)
            && !is_too_high(call, run)
            && first_wrong_step(call, right, run).is_none()
            && has_the_rhythm(call, &right.1, &run.1)
    }),
    mistakes: &[
        showing(
            |_, right, run| [values_of_v(right.0.len()), values_of_v(run.0.len())],
            seen(
                |_, right, run| run.0.len() != right.0.len(),
                |call| (Array1::zeros(steps(call)), Vec::new()),
                "duration/dt steps lead from the first value, at t = 0, to the last: one value more than there are steps.",
                "duration/dt pas mènent de la première valeur, à t = 0, à la dernière : une valeur de plus que de pas.",
            ),
        ),
        showing(
            |_, _, (v, spikes)| {
                let bad = v.iter().chain(spikes).find(|x| !x.is_finite());
                [say("finite numbers", "des nombres finis"), bad.unwrap_or(&f64::NAN).to_string()]
            },
            seen(
                |_, _, run| !is_finite(run),
                |call| (run(call, None).0, vec![f64::NAN]),
                "NaN is “not a number”: 0/0, or the logarithm of a negative number. Infinity is a division by 0.",
                "NaN signifie « pas un nombre » : 0/0, ou le logarithme d’un nombre négatif. L’infini est une division par 0.",
            ),
        ),
        showing(
            |_, right, run| [value_of_v(&right.0, 0), value_of_v(&run.0, 0)],
            seen(
                |call, _, run| !starts_at_reset(call, run),
                |call| {
                    let (mut v, spikes) = run(call, None);
                    v[0] = 1.0;
                    (v, spikes)
                },
                "the run starts at the reset potential, and step k writes v[k + 1], not v[k].",
                "la simulation part du potentiel de réinitialisation, et le pas k écrit v[k + 1], pas v[k].",
            ),
        ),
        showing(
            |call, _, run| {
                let (threshold, highest) = (quantity(call.0.v_thresh, "mV"), quantity(highest(&run.0), "mV"));
                [
                    say(format!("V at most {threshold}"), format!("V au plus égal à {threshold}")),
                    say(format!("V as high as {highest}"), format!("V monte jusqu’à {highest}")),
                ]
            },
            seen(
                |call, _, run| is_too_high(call, run),
                |call| run(call, Some(Flaw::NoReset)),
                "the reset is missing, or compares with something else than v_thresh: once V has reached the threshold, the \
             next value is v_reset.",
                "la réinitialisation manque, ou compare avec autre chose que v_thresh : dès que V a atteint le seuil, la valeur \
             suivante est v_reset.",
            ),
        ),
        showing(
            at_first_wrong_step,
            seen(
                |call, right, run| {
                    first_wrong_step(call, right, run).is_some_and(|k| {
                        run.1.first().is_some_and(|&t| t <= k as f64 * call.2 + 1e-9) && run.0[k] == call.0.v_reset
                    })
                },
                |call| run(call, Some(Flaw::Reversed)),
                "V is reset before it has reached the threshold: is the comparison the right way round?",
                "V est réinitialisé avant d’avoir atteint le seuil : la comparaison est-elle dans le bon sens ?",
            ),
        ),
        showing(
            at_first_wrong_step,
            seen(
                |call, right, run| {
                    first_wrong_step(call, right, run).is_some_and(|k| run.0[k] == 0.0 || run.0[k] == run.0[k - 1])
                },
                |call| (Array1::from_elem(steps(call) + 1, call.0.v_reset), Vec::new()),
                "V does not move: does every step write v[k + 1]?",
                "V ne bouge pas : chaque pas écrit-il v[k + 1] ?",
            ),
        ),
        showing(
            at_first_wrong_step,
            seen(
                |call, right, run| first_wrong_step(call, right, run).is_some(),
                |call| run(call, Some(Flaw::FixedStep)),
                "the climb is not Euler’s: each step is `euler_step(p, v[k], current, dt)`, with the dt of this call.",
                "la montée n’est pas celle d’Euler : chaque pas est `euler_step(p, v[k], current, dt)`, avec le dt de cet appel.",
            ),
        ),
        showing(
            spikes_in_words,
            seen(
                |call, right, run| right.1.len() > 1 && run.1.len() == 1 && run.0[run.0.len() - 1] == call.0.v_reset,
                |call| run(call, Some(Flaw::WaitsForEver)),
                "after its first spike the neuron waits for ever: while `wait > 0`, count it down, `wait -= 1;`.",
                "après son premier potentiel d’action, le neurone attend sans fin : tant que `wait > 0`, décomptez, \
             `wait -= 1;`.",
            ),
        ),
        showing(
            spikes_in_words,
            seen(
                |_, right, run| right.1.is_empty() != run.1.is_empty() || right.1.len() > 1 && run.1.len() < 2,
                |call| (run(call, None).0, Vec::new()),
                "count the spikes that you see in V: each one pushes its time, once, in the branch that resets V.",
                "comptez les potentiels d’action visibles dans V : chacun ajoute son temps, une fois, dans la branche qui \
             réinitialise V.",
            ),
        ),
        showing(
            spikes_in_words,
            seen(
                |call, right, run| {
                    !has_the_count(call, &right.1, &run.1)
                        && are_near(call, mean_interval(&right.1), mean_interval(&run.1))
                },
                |call| run(call, Some(Flaw::StopsEarly)),
                "the spikes stop too early or go on too long: does the loop run over all steps?",
                "les potentiels d’action s’arrêtent trop tôt ou durent trop longtemps : la boucle parcourt-elle tous les pas ?",
            ),
        ),
        showing(
            spikes_in_words,
            seen(
                |call, right, run| {
                    let (interval, own) = (mean_interval(&right.1), mean_interval(&run.1));
                    !are_near(call, interval, own) && are_near(call, interval, own + call.0.t_ref)
                },
                |call| run(call, Some(Flaw::NoRefractoryPeriod)),
                "the refractory period is missing: after a spike, V stays at v_reset during t_ref.",
                "la période réfractaire manque : après un potentiel d’action, V reste à v_reset pendant t_ref.",
            ),
        ),
        showing(
            spikes_in_words,
            seen(
                |call, right, run| are_near(call, right.1[0], run.1[0] * call.2),
                |call| run(call, Some(Flaw::NumbersOfSteps)),
                "these are numbers of steps; a time in ms is the number of steps times dt.",
                "ce sont des numéros de pas ; un temps en ms est le numéro du pas multiplié par dt.",
            ),
        ),
        showing(
            spikes_in_words,
            seen(
                |call, right, run| are_near(call, right.1[0], run.1[0] * 1000.0),
                |call| run(call, Some(Flaw::Seconds)),
                "these times are in seconds; write them in ms.",
                "ces temps sont en secondes ; notez-les en ms.",
            ),
        ),
        showing(
            spikes_in_words,
            seen(
                |call, _, run| run.1[1] - run.1[0] <= 1.5 * call.2,
                |call| {
                    let (v, spikes) = run(call, None);
                    (v, spikes.iter().flat_map(|time| [0.0, 1.0, 2.0].map(|step| time + step * call.2)).collect())
                },
                "one spike is written down at many successive steps: reset V in the same branch.",
                "un même potentiel d’action est noté à plusieurs pas successifs : réinitialisez V dans la même branche.",
            ),
        ),
        showing(
            spikes_in_words,
            seen(
                |call, right, run| is_same_time(call, right.1[0], run.1[0] + call.2),
                |call| {
                    let (v, spikes) = run(call, None);
                    (v, spikes.iter().map(|time| time - call.2).collect())
                },
                "these times are one step early: k·dt is when step k begins, it ends at (k + 1)·dt.",
                "ces temps ont un pas d’avance : k·dt est le début du pas k, qui finit à (k + 1)·dt.",
            ),
        ),
        showing(
            spikes_in_words,
            seen(
                |call, right, run| !is_same_time(call, right.1[0], run.1[0]),
                |call| {
                    let (v, spikes) = run(call, None);
                    (v, spikes.iter().map(|time| time - 5.0 * call.2).collect())
                },
                "the first spike is already at another time: step k leads to the time (k + 1)·dt.",
                "le premier potentiel d’action a déjà un autre temps : le pas k mène au temps (k + 1)·dt.",
            ),
        ),
        showing(
            spikes_in_words,
            seen(
                |_, _, _| true,
                |call| run(call, Some(Flaw::ResetToZero)),
                "the first spike is right, the following intervals are not: look at the reset (to v_reset, not 0) and at \
             the length of the refractory period.",
                "le premier potentiel d’action est juste, les intervalles suivants ne le sont pas : voyez la \
             réinitialisation (à v_reset, pas à 0) et la durée de la période réfractaire.",
            ),
        ),
    ],
    lesson: text("It climbs, fires, is reset and waits.", "Il monte, tire, se réinitialise et attend."),
    ..Exercise::TABLE
};

/// Currents of 1.5 and 3 times the rheobase, and one too weak to fire.
pub(super) fn calls() -> Vec<Call> {
    let calls = |p| {
        let rheobase = neuron(p).rheobase();
        [(p, 1.5 * rheobase, 0.05, 300.0), (p, 3.0 * rheobase, 0.05, 300.0), (p, 0.9 * rheobase, 0.1, 200.0)]
    };
    unseen_neurons().into_iter().flat_map(calls).collect()
}

/// What can go wrong in the loop of a simulator.
#[derive(Clone, Copy, PartialEq)]
enum Flaw {
    NoReset,
    NoRefractoryPeriod,
    WaitsForEver,
    ResetToZero,
    NumbersOfSteps,
    Seconds,
    FixedStep,
    StopsEarly,
    Reversed,
}

/// The loop of the tutorial.
fn run(call: &Call, flaw: Option<Flaw>) -> Run {
    let &(p, current, dt, _) = call;
    let has = |wrong| flaw == Some(wrong);
    let mut v = Array1::from_elem(steps(call) + 1, p.v_reset);
    let (mut spikes, mut wait) = (Vec::new(), 0);
    for k in 0..steps(call) {
        if has(Flaw::StopsEarly) && spikes.len() == 4 {
            break;
        }
        if wait > 0 {
            wait -= if has(Flaw::WaitsForEver) { 0 } else { 1 };
            continue;
        }
        let step = if has(Flaw::FixedStep) { 0.1 } else { dt };
        v[k + 1] = v[k] + step / p.tau_m * (p.resistance * current - v[k]);
        if (v[k + 1] >= p.v_thresh) == has(Flaw::Reversed) {
            continue;
        }
        spikes.push(match flaw {
            Some(Flaw::NumbersOfSteps) => (k + 1) as f64,
            Some(Flaw::Seconds) => (k + 1) as f64 * dt / 1000.0,
            _ => (k + 1) as f64 * dt,
        });
        if !has(Flaw::NoReset) {
            v[k + 1] = if has(Flaw::ResetToZero) { 0.0 } else { p.v_reset };
        }
        if !has(Flaw::NoRefractoryPeriod) {
            wait = (p.t_ref / dt).round() as usize;
        }
    }
    (v, spikes)
}

fn steps(&(_, _, dt, duration): &Call) -> usize {
    (duration / dt).round() as usize
}

fn is_finite((v, spikes): &Run) -> bool {
    v.iter().chain(spikes).all(|x| x.is_finite())
}

fn starts_at_reset(call: &Call, run: &Run) -> bool {
    (run.0[0] - call.0.v_reset).abs() < 1e-9
}

fn highest(v: &Array1<f64>) -> f64 {
    v.fold(f64::NEG_INFINITY, |a, &b| a.max(b))
}

/// V may overshoot the threshold by one step at most.
fn is_too_high(&(p, current, dt, _): &Call, run: &Run) -> bool {
    let one_step = dt / p.tau_m * (p.resistance * current - p.v_thresh).max(0.0);
    highest(&run.0) > p.v_thresh + one_step + 1e-9
}

/// Up to the first spike, V is the plain Euler solution.
fn first_wrong_step(&(_, _, dt, duration): &Call, right: &Run, run: &Run) -> Option<usize> {
    let end = right.1.first().map_or(duration, |t| t - 2.0 * dt);
    (0..run.0.len())
        .take_while(|&k| k as f64 * dt <= end)
        .find(|&k| (run.0[k] - right.0[k]).abs() > 1e-6 * right.0[k].abs() + 1e-9)
}

fn are_near(&(_, _, dt, _): &Call, a: f64, b: f64) -> bool {
    (a - b).abs() <= 2.0 * dt + 1e-9
}

fn is_same_time(&(_, _, dt, _): &Call, a: f64, b: f64) -> bool {
    (a - b).abs() < 0.5 * dt
}

/// First spike, intervals and number of spikes.
fn has_the_rhythm(call: &Call, right: &[f64], spikes: &[f64]) -> bool {
    if right.is_empty() || spikes.len() < 2 {
        return right.is_empty() && spikes.is_empty();
    }
    is_same_time(call, right[0], spikes[0])
        && are_near(call, mean_interval(right), mean_interval(spikes))
        && has_the_count(call, right, spikes)
}

fn has_the_count(&(_, _, dt, _): &Call, right: &[f64], spikes: &[f64]) -> bool {
    let drift = (right.len() as f64 * (2.0 * dt + 1e-9) / mean_interval(right)) as usize;
    right.len().abs_diff(spikes.len()) <= 1 + drift
}

fn mean_interval(times: &[f64]) -> f64 {
    (times[times.len() - 1] - times[0]) / (times.len() - 1) as f64
}

fn values_of_v(n: usize) -> String {
    say(format!("{n} values of V"), format!("{n} valeurs de V"))
}

fn value_of_v(v: &Array1<f64>, k: usize) -> String {
    format!("v[{k}] = {}", quantity(v[k], "mV"))
}

fn at_first_wrong_step(call: &Call, right: &Run, run: &Run) -> [String; 2] {
    let k = first_wrong_step(call, right, run).unwrap_or(0);
    [value_of_v(&right.0, k), value_of_v(&run.0, k)]
}

fn spikes_in_words(_: &Call, right: &Run, run: &Run) -> [String; 2] {
    [right, run].map(|(_, times)| {
        let n = times.len();
        let list: Vec<String> = times.iter().take(3).map(|&t| quantity(t, "")).collect();
        let list = list.join(", ");
        match n {
            0 => say("no spike", "aucun potentiel d’action"),
            1..=3 => say(format!("spikes at {list} ms only"), format!("des potentiels d’action à {list} ms seulement")),
            _ => say(
                format!("{n} spikes, the first three at {list} ms"),
                format!("{n} potentiels d’action, les trois premiers à {list} ms"),
            ),
        }
    })
}
