use super::{mean, squares};
use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, part, seen, text};
use crate::spike_train::SpikeTrain;

/// Exercise 6: rate in Hz from the number of spikes, and CV of the intervals (standard deviation with 1/N); `None`
/// with fewer than two intervals.
pub fn rate_and_cv(student: fn(&[f64], f64) -> (f64, Option<f64>)) -> Verdict {
    RATE_AND_CV.judge(|&(times, duration)| student(times, duration))
}

type Call = (&'static [f64], f64);

pub(super) static RATE_AND_CV: Exercise<Call, (f64, Option<f64>)> = Exercise {
    name: "rate_and_cv",
    inputs: &["times", "duration (ms)"],
    answer: &[
        part("Hz", "first number: the rate", "premier nombre : le taux"),
        part("", "second: the CV", "second : le CV"),
    ],
    cases: || {
        vec![
            (&[3.5, 12.0, 14.25, 41.0, 42.5, 77.0], 80.0),
            (&[120.0, 250.0, 390.0, 510.0, 655.0], 2500.0),
            (&[20.0, 31.0], 40.0),
            (&[12.5], 50.0),
            (&[], 300.0),
        ]
    },
    right: |&(times, duration)| {
        let train = SpikeTrain::new(times.to_vec(), 0.0, duration).expect("the trains of the checks are valid");
        (train.rate(), train.cv())
    },
    also_right: &[|&(times, duration)| (rate(times, duration), cv(times))],
    mistakes: &[
        gives(
            |&(times, duration)| (times.len() as f64 / duration, cv(times)),
            "a number of spikes per ms, in kHz: 1 s = 1000 ms.",
            "un nombre de potentiels d’action par ms, en kHz : 1 s = 1000 ms.",
        ),
        gives(
            |&(times, _)| (times.len() as f64, cv(times)),
            "this is the number of spikes; divide by the duration in seconds.",
            "c’est le nombre de potentiels d’action ; divisez par la durée en secondes.",
        ),
        gives(
            |&(times, duration)| (times.len() as f64 * duration / 1000.0, cv(times)),
            "you multiply by the duration: the rate is the number divided by it.",
            "vous multipliez par la durée : le taux est le nombre divisé par elle.",
        ),
        gives(
            |&(times, duration)| (1000.0 * (times.len() as f64 - 1.0) / duration, cv(times)),
            "you count the intervals, n − 1; the rate counts the spikes, n.",
            "vous comptez les intervalles, n − 1 ; le taux compte les potentiels d’action, n.",
        ),
        gives(
            |&(times, _)| (1000.0 / mean(&intervals(times)), cv(times)),
            "this is one over the mean interval; here the rate is the number of spikes over the whole duration.",
            "c’est l’inverse de l’intervalle moyen ; ici, le taux est le nombre de potentiels d’action divisé par toute la \
             durée.",
        ),
        gives(
            |&(times, duration)| (rate(times, duration), None),
            "from three spikes on there are two intervals, and a CV.",
            "à partir de trois potentiels d’action, il y a deux intervalles, et un CV.",
        ),
        gives(
            |&(times, duration)| (rate(times, duration), of_intervals(times, |isi| variance(isi) / mean(isi))),
            "the square root is missing: this is the variance over the mean.",
            "la racine carrée manque : c’est la variance divisée par la moyenne.",
        ),
        gives(
            |&(times, duration)| (rate(times, duration), of_intervals(times, |isi| variance(isi) / mean(isi).powi(2))),
            "this is the square of the CV: take the square root of the variance.",
            "c’est le carré du CV : prenez la racine carrée de la variance.",
        ),
        gives(
            |&(times, duration)| (rate(times, duration), of_intervals(times, |isi| mean(isi) / variance(isi).sqrt())),
            "the fraction is upside down: standard deviation over mean.",
            "la fraction est inversée : l’écart-type divisé par la moyenne.",
        ),
        gives(
            |&(times, duration)| (rate(times, duration), of_intervals(times, |isi| variance(isi).sqrt())),
            "this is the standard deviation, in ms; divide it by the mean.",
            "c’est l’écart-type, en ms ; divisez-le par la moyenne.",
        ),
        gives(
            |&(times, duration)| {
                let sd = |isi: &[f64]| (squares(isi) / (isi.len() as f64 - 1.0)).sqrt();
                (rate(times, duration), of_intervals(times, |isi| sd(isi) / mean(isi)))
            },
            "you divide by N − 1; here the standard deviation has 1/N, as in the formula above.",
            "vous divisez par N − 1 ; ici, l’écart-type a 1/N, comme dans la formule ci-dessus.",
        ),
        gives(
            |&(times, duration)| (rate(times, duration), cv(&[&[0.0], times].concat())),
            "the time from 0 to the first spike is not an interval between two spikes.",
            "le temps de 0 au premier potentiel d’action n’est pas un intervalle entre deux potentiels d’action.",
        ),
        gives(
            |&(times, duration)| (rate(times, duration), of_intervals(times, |_| variance(times).sqrt() / mean(times))),
            "this is the CV of the spike times; take the intervals between them.",
            "c’est le CV des temps des potentiels d’action ; prenez les intervalles entre eux.",
        ),
        seen(
            |_, right, student| (right.0 - student.0).abs() < 1e-6 && right.1.is_none() && student.1.is_some(),
            |&(times, duration)| {
                let isi = intervals(times);
                (rate(times, duration), Some(variance(&isi).sqrt() / mean(&isi)))
            },
            "one interval, or none, cannot vary: with fewer than three spikes return `None`.",
            "un seul intervalle, ou aucun, ne peut pas varier : avec moins de trois potentiels d’action, renvoyez `None`.",
        ),
        gives(
            |&(times, duration)| (rate(times, duration), of_intervals(times, |isi| (variance(isi) / mean(isi)).sqrt())),
            "the mean is under the root: the CV is √variance, divided by the mean.",
            "la moyenne est sous la racine : le CV est √variance, divisé par la moyenne.",
        ),
    ],
    lesson: text("Some of these trains have no CV.", "Certains de ces trains n’ont pas de CV."),
    ..Exercise::TABLE
};

fn rate(times: &[f64], duration: f64) -> f64 {
    1000.0 * times.len() as f64 / duration
}

fn cv(times: &[f64]) -> Option<f64> {
    of_intervals(times, |isi| variance(isi).sqrt() / mean(isi))
}

/// `None` with fewer than two intervals.
fn of_intervals(times: &[f64], statistic: impl Fn(&[f64]) -> f64) -> Option<f64> {
    (times.len() > 2).then(|| statistic(&intervals(times)))
}

fn intervals(times: &[f64]) -> Vec<f64> {
    times.windows(2).map(|pair| pair[1] - pair[0]).collect()
}

/// The variance with 1/N.
fn variance(values: &[f64]) -> f64 {
    squares(values) / values.len() as f64
}
