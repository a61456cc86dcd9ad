use ndarray::{Array1, s};

use super::traces;
use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, text};

/// Exercise 5: +1 where the potential crosses the threshold upward from one sample to the next, −1 where downward, 0
/// elsewhere; one value fewer than there are samples.
pub fn threshold_changes(student: fn(&Array1<f64>, f64) -> Array1<f64>) -> Verdict {
    THRESHOLD_CHANGES.judge(|(v, threshold)| student(v, *threshold))
}

pub(super) static THRESHOLD_CHANGES: Exercise<(Array1<f64>, f64), Array1<f64>> = Exercise {
    name: "threshold_changes",
    inputs: &["v", "threshold (mV)"],
    cases: traces,
    right: |(v, threshold)| differences(&ones(v, |v| v >= *threshold)),
    mistakes: &[
        gives(
            |case| -(THRESHOLD_CHANGES.right)(case),
            "up and down are exchanged: take the later sample minus the earlier one.",
            "le haut et le bas sont échangés : prenez l’échantillon suivant moins le précédent.",
        ),
        gives(
            |(v, threshold)| ones(v, |v| v >= *threshold),
            "these are the zeros and ones themselves: subtract neighbours, which leaves one value fewer.",
            "ce sont les zéros et les uns eux-mêmes : soustrayez les voisins, ce qui laisse une valeur de moins.",
        ),
        gives(
            |(v, _)| differences(v),
            "these are differences of the potential: turn it into zeros and ones first.",
            "ce sont des différences de potentiel : transformez-le d’abord en zéros et en uns.",
        ),
        gives(
            |case| (THRESHOLD_CHANGES.right)(case).mapv(f64::abs),
            "the downward crossings should be −1, so that they can be told from the upward ones.",
            "les franchissements vers le bas devraient valoir −1, pour qu’on les distingue des autres.",
        ),
        gives(
            |case| (THRESHOLD_CHANGES.right)(case).mapv(|change| change.max(0.0)),
            "the downward crossings are missing: they should be −1.",
            "les franchissements vers le bas manquent : ils devraient valoir −1.",
        ),
        gives(
            |(v, threshold)| differences(&ones(v, |v| v > *threshold)),
            "a sample exactly at the threshold has reached it: `>=`, not `>`.",
            "un échantillon exactement au seuil l’a atteint : `>=` et non `>`.",
        ),
        gives(
            |(v, _)| differences(&ones(v, |v| v >= 0.0)),
            "these are the crossings of 0: compare with `threshold`.",
            "ce sont les franchissements de 0 : comparez à `threshold`.",
        ),
    ],
    lesson: text(
        "It compares every sample with the next one, without a loop of yours.",
        "Elle compare chaque échantillon au suivant, sans boucle de votre part.",
    ),
    ..Exercise::TABLE
};

/// 1 for each sample that `is` accepts, 0 for the others.
fn ones(v: &Array1<f64>, is: impl Fn(f64) -> bool) -> Array1<f64> {
    v.mapv(|v| if is(v) { 1.0 } else { 0.0 })
}

/// Each sample minus the one before.
fn differences(x: &Array1<f64>) -> Array1<f64> {
    &x.slice(s![1..]) - &x.slice(s![..-1])
}
