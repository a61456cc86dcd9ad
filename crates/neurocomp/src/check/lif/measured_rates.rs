use super::simulate::{Call, calls};
use super::{neuron, unseen_neurons};
use crate::check::Verdict;
use crate::check::exercise::{Accepts, Exercise, gives, part, text};
use crate::neuron::lif::LifParams;
use crate::spike_train::SpikeTrain;

/// Exercise 12: two rates in Hz of a simulated run: number of spikes over duration, and inverse of the mean interval
/// (0 when there are fewer than two spikes).
pub fn measured_rates(student: fn(LifParams, f64, f64, f64) -> (f64, f64)) -> Verdict {
    MEASURED_RATES.judge(|&(p, current, dt, duration)| student(p, current, dt, duration))
}

pub(super) static MEASURED_RATES: Exercise<Call, (f64, f64)> = Exercise {
    name: "measured_rates",
    inputs: &["p", "current (nA)", "dt (ms)", "duration (ms)"],
    answer: &[
        part("Hz", "first number: from counts", "premier nombre : par comptage"),
        part("Hz", "second number: from intervals", "second nombre : par les intervalles"),
    ],
    cases: || calls().into_iter().chain([one_spike()]).collect(),
    right: |call| (by_count(call), by_interval(call)),
    accepts: Accepts::Within(|call, part| {
        // One step per interval, and one spike at the end of the run.
        let step_error = 2.0 * call.2 / 1000.0 * by_interval(call).powi(2);
        step_error + if part == 0 && spikes(call).len() > 1 { 1000.0 / call.3 } else { 0.0 }
    }),
    mistakes: &[
        gives(
            |call| (spikes(call).len() as f64, by_interval(call)),
            "this is the number of spikes; divide by the duration in seconds.",
            "c’est le nombre de potentiels d’action ; divisez par la durée en secondes.",
        ),
        gives(
            |call| (by_count(call) / 1000.0, by_interval(call)),
            "a rate per ms, in kHz: the duration is given in ms, 1 s = 1000 ms.",
            "un taux par ms, en kHz : la durée est donnée en ms, 1 s = 1000 ms.",
        ),
        gives(
            |call| (by_count(call), by_interval(call) / 1000.0),
            "one over an interval in ms is in kHz; multiply by 1000.",
            "un sur un intervalle en ms est en kHz ; multipliez par 1000.",
        ),
        gives(
            |call| (by_count(call), spikes(call).mean_isi_rate().map_or(0.0, |rate| 1000.0 / rate)),
            "this is the mean interval in ms; the rate is its inverse.",
            "c’est l’intervalle moyen en ms ; le taux en est l’inverse.",
        ),
        gives(
            |call| if spikes(call).len() < 2 { (0.0, 0.0) } else { (by_count(call), by_interval(call)) },
            "a single spike makes no interval, but it counts: only the second number is 0.",
            "un seul potentiel d’action ne fait pas d’intervalle, mais il compte : seul le second nombre est nul.",
        ),
        gives(
            |call| {
                let n = spikes(call).len().max(2) as f64;
                (by_count(call), by_interval(call) * n / (n - 1.0))
            },
            "between n spikes there are n − 1 intervals, not n.",
            "entre n potentiels d’action il y a n − 1 intervalles et non n.",
        ),
    ],
    lesson: text(
        "Counting is coarse when there are few spikes; intervals are not.",
        "Compter est grossier quand il y a peu de potentiels d’action ; les intervalles ne le sont pas.",
    ),
    ..Exercise::TABLE
};

/// A run that ends between the first and the second spike: one spike, no interval.
fn one_spike() -> Call {
    let p = unseen_neurons()[2];
    let current = 1.5 * neuron(p).rheobase();
    let period = neuron(p).period(current).expect("this current is above the rheobase");
    (p, current, 0.05, (1.4 * period / 0.05).round() * 0.05)
}

fn spikes(&(p, current, dt, duration): &Call) -> SpikeTrain {
    neuron(p).simulate(current, dt, duration).expect("the calls of the checks are valid").spikes
}

fn by_count(call: &Call) -> f64 {
    spikes(call).rate()
}

fn by_interval(call: &Call) -> f64 {
    spikes(call).mean_isi_rate().unwrap_or(0.0)
}
