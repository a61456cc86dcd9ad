use super::fhn_euler;
use crate::check::Verdict;
use crate::check::exercise::{Accepts, Exercise, gives, in_unit, text};
use crate::neuron::fitzhugh_nagumo::FitzHughNagumoParams;

/// Exercise 12: rate in Hz (a unit of time counting as 1 ms) from the intervals between the spikes in the second half of
/// a run that begins at (−1.2, −0.6); 0 with fewer than two spikes there.
pub fn fhn_rate(student: fn(FitzHughNagumoParams, f64, f64, f64) -> f64) -> Verdict {
    FHN_RATE.judge(|&(p, current, dt, duration)| student(p, current, dt, duration))
}

type Call = (FitzHughNagumoParams, f64, f64, f64);

pub(super) static FHN_RATE: Exercise<Call, f64> = Exercise {
    name: "fhn_rate",
    inputs: &["p", "current", "dt (ms)", "duration (ms)"],
    answer: &[in_unit("Hz")],
    cases: || {
        let course = FitzHughNagumoParams::default();
        let slow = FitzHughNagumoParams { epsilon: 0.05, ..course };
        vec![
            (course, 0.62, 0.05, 470.0),
            (slow, 1.1, 0.02, 450.0),
            (course, 0.1, 0.05, 400.0),
            (course, 0.3, 0.05, 1000.0),
        ]
    },
    right: |call| by_intervals(&late(call)),
    // A spike is dated to a step at either end.
    accepts: Accepts::Within(|call, _| {
        let late = late(call);
        by_intervals(&late).powi(2) * 2.0 * call.2 / 1000.0 / late.len().max(2) as f64
    }),
    mistakes: &[
        gives(
            |call| by_intervals(&spikes(call)),
            "the spikes of the first half are in it, too: leave out those before half of the duration.",
            "les potentiels d’action de la première moitié y sont aussi : écartez ceux d’avant la moitié de la durée.",
        ),
        gives(
            |call| 1000.0 * spikes(call).len() as f64 / call.3,
            "this is the number of all spikes over the whole duration: use the intervals of the second half.",
            "c’est le nombre total de potentiels d’action sur toute la durée : utilisez les intervalles de la seconde moitié.",
        ),
        gives(
            |call| 1000.0 * late(call).len() as f64 / (0.5 * call.3),
            "this is a count over a duration: use the intervals, n spikes have n − 1 of them.",
            "c’est un nombre divisé par une durée : utilisez les intervalles, n potentiels d’action en ont n − 1.",
        ),
        gives(
            |call| {
                let late = late(call);
                by_intervals(&late) * late.len() as f64 / (late.len().max(2) - 1) as f64
            },
            "between n spikes there are n − 1 intervals, not n.",
            "entre n potentiels d’action il y a n − 1 intervalles et non n.",
        ),
        gives(
            |call| by_intervals(&late(call)) * call.2,
            "the intervals are counted in steps: multiply by dt to have ms.",
            "les intervalles sont comptés en pas : multipliez par dt pour avoir des ms.",
        ),
        gives(
            |call| 1000.0 / by_intervals(&late(call)),
            "this is the mean interval in ms; the rate is 1000 divided by it.",
            "c’est l’intervalle moyen en ms ; le taux est 1000 divisé par lui.",
        ),
        gives(
            |call| by_intervals(&spikes(call).into_iter().filter(|&t| t < 0.5 * call.3).collect::<Vec<f64>>()),
            "these are the spikes of the first half: keep the second.",
            "ce sont les potentiels d’action de la première moitié : gardez ceux de la seconde.",
        ),
    ],
    lesson: text(
        "The first half of the run is left to the transient, as an experimenter would do.",
        "La première moitié est laissée au régime transitoire, comme le ferait un expérimentateur.",
    ),
    ..Exercise::TABLE
};

/// The times of the upward crossings of V = 0.
fn spikes(&(p, current, dt, duration): &Call) -> Vec<f64> {
    let (v, _) = fhn_euler(p, (-1.2, -0.6), current, dt, duration);
    (1..v.len()).filter(|&k| v[k - 1] < 0.0 && v[k] >= 0.0).map(|k| k as f64 * dt).collect()
}

/// Those of the second half.
fn late(call: &Call) -> Vec<f64> {
    spikes(call).into_iter().filter(|&t| t >= 0.5 * call.3).collect()
}

/// One over the mean interval, Hz; 0 without an interval.
fn by_intervals(times: &[f64]) -> f64 {
    match times {
        [first, .., last] => 1000.0 * (times.len() - 1) as f64 / (last - first),
        _ => 0.0,
    }
}
