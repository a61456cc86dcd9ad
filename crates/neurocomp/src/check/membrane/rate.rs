//! Exercise 7: the rate at which a membrane keeps firing, read from its potential.

use ndarray::Array1;

use crate::check::{Case, Inputs, Mistake, Verdict, say};
use crate::spike_train::threshold_crossings;

/// Sampling step of the traces, ms.
const DT: f64 = 0.05;

/// How long they last, ms.
const DURATION: f64 = 120.0;

/// The potential that counts as a spike, mV.
const LEVEL: f64 = 50.0;

/// A made-up recording, and from when on its spikes count.
struct Recording {
    /// Peaks of the spikes, ms.
    peaks: &'static [f64],
    from: f64,
}

/// With spikes before the time asked for, one that stays small, and none or one afterwards.
const RECORDINGS: [Recording; 4] = [
    Recording { peaks: &[4.0, 21.0, 39.0, 58.0, 72.0, 93.0], from: 30.0 },
    Recording { peaks: &[15.0, 25.0, 35.0, 45.0, 55.0, 65.0, 75.0, 85.0, 95.0], from: 50.0 },
    Recording { peaks: &[10.0, 90.0], from: 60.0 },
    Recording { peaks: &[12.0], from: 60.0 },
];

impl Recording {
    fn t(&self) -> Array1<f64> {
        let n = (DURATION / DT).round() as usize;
        Array1::from_shape_fn(n + 1, |k| k as f64 * DT)
    }

    /// Spikes of 100 mV and 2 ms, and between them a hump of 40 mV that is none.
    fn v(&self) -> Array1<f64> {
        let bump = |t: f64, at: f64, height: f64| height * (-(t - at).powi(2)).exp();
        self.t().mapv(|t| {
            let spikes: f64 = self.peaks.iter().map(|&at| bump(t, at, 100.0)).sum();
            spikes + bump(t, 110.0, 40.0)
        })
    }

    /// The times of the upward crossings, ms.
    fn spikes(&self, from: f64) -> Vec<f64> {
        let train = threshold_crossings(&self.t(), &self.v(), LEVEL);
        let train = train.expect("the recordings of the checks are valid");
        let times = train.times().iter().copied();
        times.filter(|&time| time >= from).collect()
    }

    /// The times from `from` on of the samples that `chosen` accepts, given the potential before and now, ms.
    fn samples(&self, chosen: fn(f64, f64) -> bool) -> Vec<f64> {
        let (t, v) = (self.t(), self.v());
        (1..t.len()).filter(|&k| t[k] >= self.from && chosen(v[k - 1], v[k])).map(|k| t[k]).collect()
    }
}

/// Exercise 7: rate in Hz from the mean interval between the upward crossings of 50 mV after a given time; 0 with fewer
/// than two of them.
pub fn sustained_rate(student: fn(&Array1<f64>, &Array1<f64>, f64) -> f64) -> Verdict {
    let mut cases = Vec::new();
    for recording in &RECORDINGS {
        let (t, v) = (recording.t(), recording.v());
        let received = student(&t, &v, recording.from);
        let spikes = recording.spikes(recording.from);
        let expected = by_intervals(&spikes);
        let peaks = recording.peaks;
        let inputs = Inputs::new()
            .code("t", &format!("&Array1::linspace(0.0, {DURATION:?}, {})", t.len()))
            .code("v", &same_potential(peaks))
            .number("from", recording.from, "ms")
            .note(&say(
                format!("spikes of 100 mV at {peaks:?} ms, and a hump of 40 mV at 110 ms"),
                format!("potentiels d’action de 100 mV à {peaks:?} ms, et une bosse de 40 mV à 110 ms"),
            ));
        cases.push(Case {
            // Each of two crossings may be off by a sample.
            tolerance: 1e-9 + expected * 2.0 * DT / span(&spikes).max(1.0),
            ..Case::formula(inputs, expected, received, "Hz", rate_mistakes(recording))
        });
    }
    Verdict::of(
        "sustained_rate",
        &cases,
        &say(
            "Only upward crossings, only after the transient, and 0 where there is no interval.",
            "Seulement les passages montants, seulement après le transitoire, et 0 là où il n’y a pas d’intervalle.",
        ),
    )
}

/// The recording as a line of Rust.
fn same_potential(peaks: &[f64]) -> String {
    format!(
        "&Array1::linspace(0.0, {DURATION:?}, {}).mapv(|t: f64| {peaks:?}.iter().map(|at: &f64| 100.0 * (-(t - \
         at).powi(2)).exp()).sum::<f64>() + 40.0 * (-(t - 110.0).powi(2)).exp())",
        (DURATION / DT).round() as usize + 1
    )
}

fn span(spikes: &[f64]) -> f64 {
    match (spikes.first(), spikes.last()) {
        (Some(first), Some(last)) => last - first,
        _ => 0.0,
    }
}

fn by_intervals(spikes: &[f64]) -> f64 {
    if spikes.len() < 2 {
        return 0.0;
    }
    1000.0 * (spikes.len() - 1) as f64 / span(spikes)
}

fn rate_mistakes(recording: &Recording) -> Vec<Mistake> {
    let spikes = recording.spikes(recording.from);
    let all = recording.spikes(0.0);
    let remaining = DURATION - recording.from;
    let count = spikes.len() as f64;
    if spikes.len() < 2 {
        return vec![
            Mistake::new(
                by_intervals(&all),
                "spikes before `from` belong to the transient: leave them out.",
                "les potentiels d’action d’avant `from` font partie du transitoire : laissez-les de côté.",
            ),
            Mistake::new(
                1000.0 * count / remaining,
                "with fewer than two spikes there is no interval, and the rate is 0 here.",
                "avec moins de deux potentiels d’action il n’y a pas d’intervalle, et le taux est ici nul.",
            ),
        ];
    }
    let rate = by_intervals(&spikes);
    let above = recording.samples(|_, now| now >= LEVEL);
    let both_ways = recording.samples(|before, now| (before < LEVEL) != (now < LEVEL));
    vec![
        Mistake::new(
            by_intervals(&all),
            "spikes before `from` belong to the transient: leave them out.",
            "les potentiels d’action d’avant `from` font partie du transitoire : laissez-les de côté.",
        ),
        Mistake::new(
            rate / 1000.0,
            "intervals in ms give a rate in kHz; multiply by 1000.",
            "des intervalles en ms donnent un taux en kHz ; multipliez par 1000.",
        ),
        Mistake::new(
            1000.0 / rate,
            "this is the mean interval in ms; the rate is its inverse.",
            "c’est l’intervalle moyen en ms ; le taux en est l’inverse.",
        ),
        Mistake::new(
            rate * count / (count - 1.0),
            "n spikes have n − 1 intervals: divide the number of intervals, not of spikes, by the time they take.",
            "n potentiels d’action ont n − 1 intervalles : c’est le nombre d’intervalles, non de potentiels d’action, \
             qu’il faut diviser par leur durée.",
        ),
        Mistake::new(
            1000.0 * count / remaining,
            "this is a count over the whole remaining time; the mean interval is more accurate.",
            "c’est un comptage sur toute la durée restante ; l’intervalle moyen est plus précis.",
        ),
        Mistake::new(
            by_intervals(&above),
            "every sample above 50 mV is counted; a spike is a crossing, v[k - 1] below and v[k] not below.",
            "chaque échantillon au-dessus de 50 mV est compté ; un potentiel d’action est un passage : v[k - 1] en \
             dessous et v[k] non.",
        ),
        Mistake::new(
            by_intervals(&both_ways),
            "downward crossings are counted as well: each spike gives two of them.",
            "les passages descendants sont comptés aussi : chaque potentiel d’action en donne deux.",
        ),
    ]
}
