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
