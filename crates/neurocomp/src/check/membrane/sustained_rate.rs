use ndarray::Array1;

use crate::check::argument::Argument;
use crate::check::exercise::{Accepts, Exercise, gives, in_unit, text};
use crate::check::{Verdict, say};
use crate::spike_train::threshold_crossings;

/// Exercise 7: rate in Hz from the mean interval between the upward crossings of 50 mV after a given time; 0 with fewer
/// than two of them.
pub fn sustained_rate(student: fn(&Array1<f64>, &Array1<f64>, f64) -> f64) -> Verdict {
    SUSTAINED_RATE.judge(|(t, v, from)| student(&t.sampled(), &v.sampled(), *from))
}

/// With spikes before the time asked for, one that stays small, and none or one afterwards.
pub(super) static SUSTAINED_RATE: Exercise<(Times, Potential, f64), f64> = Exercise {
    name: "sustained_rate",
    inputs: &["t (ms)", "v (mV)", "from (ms)"],
    answer: &[in_unit("Hz")],
    cases: || {
        vec![
            (Times, Potential(&[4.0, 21.0, 39.0, 58.0, 72.0, 93.0]), 30.0),
            (Times, Potential(&[15.0, 25.0, 35.0, 45.0, 55.0, 65.0, 75.0, 85.0, 95.0]), 50.0),
            (Times, Potential(&[10.0, 90.0]), 60.0),
            (Times, Potential(&[12.0]), 60.0),
        ]
    },
    right: |(_, v, from)| by_intervals(&v.spikes(*from)),
    also_right: &[
        |(_, v, from)| by_intervals(&v.samples(*from, |before, now| before < LEVEL && now >= LEVEL)),
        // The sample before the crossing.
        |(_, v, from)| {
            let late = v.samples(0.0, |before, now| before < LEVEL && now >= LEVEL);
            let early: Vec<f64> = late.iter().map(|t| t - DT).filter(|t| t >= from).collect();
            by_intervals(&early)
        },
    ],
    // Each of two crossings may be off by a sample.
    accepts: Accepts::Within(|(_, v, from), _| {
        let spikes = v.spikes(*from);
        by_intervals(&spikes) * 2.0 * DT / span(&spikes).max(1.0)
    }),
    mistakes: &[
        gives(
            |(_, v, _)| by_intervals(&v.spikes(0.0)),
            "spikes before `from` belong to the transient: leave them out.",
            "les potentiels d’action d’avant `from` font partie du transitoire : laissez-les de côté.",
        ),
        gives(
            |(_, v, from)| by_intervals(&v.spikes(*from)) / 1000.0,
            "intervals in ms give a rate in kHz; multiply by 1000.",
            "des intervalles en ms donnent un taux en kHz ; multipliez par 1000.",
        ),
        gives(
            |(_, v, from)| 1000.0 / by_intervals(&v.spikes(*from)),
            "this is the mean interval in ms; the rate is its inverse.",
            "c’est l’intervalle moyen en ms ; le taux en est l’inverse.",
        ),
        gives(
            |(_, v, from)| {
                let spikes = v.spikes(*from);
                by_intervals(&spikes) * spikes.len() as f64 / (spikes.len() as f64 - 1.0)
            },
            "n spikes have n − 1 intervals: divide the number of intervals, not of spikes, by the time they take.",
            "n potentiels d’action ont n − 1 intervalles : c’est le nombre d’intervalles, non de potentiels d’action, \
             qu’il faut diviser par leur durée.",
        ),
        gives(
            |(_, v, from)| 1000.0 * v.spikes(*from).len() as f64 / (DURATION - from),
            "this is a count over the whole remaining time; the mean interval is more accurate.",
            "c’est un comptage sur toute la durée restante ; l’intervalle moyen est plus précis.",
        ),
        gives(
            |(_, v, from)| match v.spikes(*from)[..] {
                [_] => 1000.0 / (DURATION - from),
                ref spikes => by_intervals(spikes),
            },
            "with fewer than two spikes there is no interval, and the rate is 0 here.",
            "avec moins de deux potentiels d’action il n’y a pas d’intervalle, et le taux est ici nul.",
        ),
        gives(
            |(_, v, from)| by_intervals(&v.samples(*from, |_, now| now >= LEVEL)),
            "every sample above 50 mV is counted; a spike is a crossing, v[k - 1] below and v[k] not below.",
            "chaque échantillon au-dessus de 50 mV est compté ; un potentiel d’action est un passage : v[k - 1] en \
             dessous et v[k] non.",
        ),
        gives(
            |(_, v, from)| by_intervals(&v.samples(*from, |before, now| (before < LEVEL) != (now < LEVEL))),
            "downward crossings are counted as well: each spike gives two of them.",
            "les passages descendants sont comptés aussi : chaque potentiel d’action en donne deux.",
        ),
    ],
    lesson: text(
        "Only upward crossings, only after the transient, and 0 where there is no interval.",
        "Seulement les passages montants, seulement après le transitoire, et 0 là où il n’y a pas d’intervalle.",
    ),
    ..Exercise::TABLE
};

/// Sampling step of the recordings, ms.
const DT: f64 = 0.05;

/// How long they last, ms.
const DURATION: f64 = 120.0;

/// The potential that counts as a spike, mV.
const LEVEL: f64 = 50.0;

/// The times of the samples.
pub(super) struct Times;

impl Times {
    fn sampled(&self) -> Array1<f64> {
        Array1::linspace(0.0, DURATION, (DURATION / DT).round() as usize + 1)
    }
}

impl Argument for Times {
    fn code(&self) -> String {
        format!("&Array1::linspace(0.0, {DURATION:?}, {})", self.sampled().len())
    }
}

/// A made-up recording with spikes of 100 mV and 2 ms at these times (ms), and a hump of 40 mV that is not a spike.
pub(super) struct Potential(&'static [f64]);

impl Potential {
    fn sampled(&self) -> Array1<f64> {
        Times.sampled().mapv(|t: f64| {
            let spikes = self.0.iter().map(|at| 100.0 * (-(t - at).powi(2)).exp()).sum::<f64>();
            spikes + 40.0 * (-(t - 110.0).powi(2)).exp()
        })
    }

    /// The times from `from` on of the upward crossings, ms.
    fn spikes(&self, from: f64) -> Vec<f64> {
        let train = threshold_crossings(&Times.sampled(), &self.sampled(), LEVEL);
        let train = train.expect("the recordings of the checks are valid");
        train.times().iter().copied().filter(|&time| time >= from).collect()
    }

    /// The times from `from` on of the samples that `chosen` accepts, given the potential before and now, ms.
    fn samples(&self, from: f64, chosen: fn(f64, f64) -> bool) -> Vec<f64> {
        let (t, v) = (Times.sampled(), self.sampled());
        (1..t.len()).filter(|&k| t[k] >= from && chosen(v[k - 1], v[k])).map(|k| t[k]).collect()
    }
}

impl Argument for Potential {
    fn code(&self) -> String {
        format!(
            "{}.mapv(|t: f64| {:?}.iter().map(|at: &f64| 100.0 * (-(t - at).powi(2)).exp()).sum::<f64>() + 40.0 * (-(t - \
             110.0).powi(2)).exp())",
            Times.code(),
            self.0
        )
    }

    fn described(&self, name: &str, _: &str) -> String {
        let peaks = self.0;
        say(
            format!("{name} = spikes of 100 mV at {peaks:?} ms and a hump of 40 mV at 110 ms"),
            format!("{name} = des potentiels d’action de 100 mV à {peaks:?} ms et une bosse de 40 mV à 110 ms"),
        )
    }
}

fn span(spikes: &[f64]) -> f64 {
    match spikes {
        [first, .., last] => last - first,
        _ => 0.0,
    }
}

/// One over the mean interval, Hz; 0 without an interval.
fn by_intervals(spikes: &[f64]) -> f64 {
    if spikes.len() < 2 {
        return 0.0;
    }
    1000.0 * (spikes.len() - 1) as f64 / span(spikes)
}
