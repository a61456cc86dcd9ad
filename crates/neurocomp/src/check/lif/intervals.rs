use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, in_unit, text};
use crate::spike_train::SpikeTrain;

/// Exercise 6: intervals between successive spikes in ms; n spikes have n − 1 intervals, and fewer than two have none.
pub fn intervals(student: fn(&[f64]) -> Vec<f64>) -> Verdict {
    INTERVALS.judge(|&(times,)| student(times))
}

pub(super) static INTERVALS: Exercise<(&'static [f64],), Vec<f64>> = Exercise {
    name: "intervals",
    inputs: &["times (ms)"],
    answer: &[in_unit("ms")],
    // The first spike is not at 0.
    cases: || vec![(&[3.5, 12.0, 14.25, 41.0, 42.5, 77.0],), (&[20.0, 31.0],), (&[12.5],), (&[],)],
    right: |&(times,)| {
        let train = SpikeTrain::new(times.to_vec(), 0.0, 100.0);
        train.expect("the trains of the checks are valid").isi().to_vec()
    },
    also_right: &[|&(times,)| differences(times)],
    mistakes: &[
        gives(
            |&(times,)| differences(&[&[0.0], times].concat()),
            "the time from 0 to the first spike is not an interval between two spikes.",
            "le temps de 0 au premier potentiel d’action n’est pas un intervalle entre deux potentiels d’action.",
        ),
        gives(
            |&(times,)| times.windows(2).map(|pair| pair[0] - pair[1]).collect(),
            "negative times: subtract the earlier spike from the later one.",
            "des durées négatives : soustrayez le potentiel d’action précédent du suivant.",
        ),
        gives(
            |&(times,)| times.to_vec(),
            "these are the spike times themselves, not their differences.",
            "ce sont les temps des potentiels d’action eux-mêmes et non leurs différences.",
        ),
        gives(
            |&(times,)| differences(times).iter().map(|interval| interval / 1000.0).collect(),
            "these are seconds; the times are in ms and the intervals stay in ms.",
            "ce sont des secondes ; les temps sont en ms et les intervalles restent en ms.",
        ),
        gives(
            |&(times,)| differences(&times[..times.len().saturating_sub(1)]),
            "the last interval is missing: n spikes have n − 1 intervals. Does the loop stop too early?",
            "le dernier intervalle manque : n potentiels d’action ont n − 1 intervalles. La boucle s’arrête-t-elle trop tôt ?",
        ),
        gives(
            |&(times,)| times.iter().skip(1).map(|time| time - times[0]).collect(),
            "these are the times since the first spike: subtract the spike before, not the first.",
            "ce sont les temps depuis le premier potentiel d’action : retranchez le précédent, et non le premier.",
        ),
    ],
    lesson: text(
        "Of these trains, one has a single spike and one none at all.",
        "Parmi ces trains, l’un n’a qu’un potentiel d’action et un autre aucun.",
    ),
    ..Exercise::TABLE
};

fn differences(times: &[f64]) -> Vec<f64> {
    times.windows(2).map(|pair| pair[1] - pair[0]).collect()
}
