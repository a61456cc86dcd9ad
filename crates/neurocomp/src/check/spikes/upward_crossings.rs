use ndarray::Array1;

use super::traces;
use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, text};

/// Exercise 4: the index of the first sample at or above the threshold after one below, for each upward crossing.
pub fn upward_crossings(student: fn(&Array1<f64>, f64) -> Vec<usize>) -> Verdict {
    UPWARD_CROSSINGS.judge(|(v, threshold)| student(v, *threshold))
}

pub(super) static UPWARD_CROSSINGS: Exercise<(Array1<f64>, f64), Vec<usize>> = Exercise {
    name: "upward_crossings",
    inputs: &["v", "threshold (mV)"],
    cases: traces,
    right: |(v, threshold)| indices(v, |before, now| before < *threshold && now >= *threshold),
    mistakes: &[
        gives(
            |(v, threshold)| (0..v.len()).filter(|&k| v[k] >= *threshold).collect(),
            "these are all samples at or above the threshold: a spike counts once, when the sample before was still below.",
            "ce sont tous les échantillons au-dessus du seuil : un potentiel d’action compte une fois, quand l’échantillon \
             précédent était encore en dessous.",
        ),
        gives(
            |(v, threshold)| indices(v, |before, now| before >= *threshold && now < *threshold),
            "these are the downward crossings: below before, at or above now.",
            "ce sont les franchissements vers le bas : en dessous avant, au-dessus maintenant.",
        ),
        gives(
            |(v, threshold)| indices(v, |before, now| (before < *threshold) != (now < *threshold)),
            "these are the crossings in both directions; only the upward ones are spikes.",
            "ce sont les franchissements dans les deux sens ; seuls ceux vers le haut sont des potentiels d’action.",
        ),
        gives(
            |case| (UPWARD_CROSSINGS.right)(case).iter().map(|k| k - 1).collect(),
            "each index is one too small: note the first sample that has reached the threshold, not the last one below.",
            "chaque indice est trop petit de un : notez le premier échantillon qui a atteint le seuil et non le dernier en \
             dessous.",
        ),
        gives(
            |case| {
                let begins_above = case.0[0] >= case.1;
                begins_above.then_some(0).into_iter().chain((UPWARD_CROSSINGS.right)(case)).collect()
            },
            "a trace that begins above the threshold has not crossed it: there is no sample before the first.",
            "un tracé qui commence au-dessus du seuil ne l’a pas franchi : il n’y a pas d’échantillon avant le premier.",
        ),
        gives(
            |(v, threshold)| indices(v, |before, now| before <= *threshold && now > *threshold),
            "a sample exactly at the threshold has reached it: `>=` for the sample now, `<` for the one before.",
            "un échantillon exactement au seuil l’a atteint : `>=` pour l’échantillon présent, `<` pour le précédent.",
        ),
        gives(
            |(v, threshold)| indices(v, |before, now| before < *threshold && now > *threshold),
            "a sample exactly at the threshold has reached it: `>=`, not `>`.",
            "un échantillon exactement au seuil l’a atteint : `>=` et non `>`.",
        ),
        gives(
            |case| (UPWARD_CROSSINGS.right)(case).iter().map(|k| k + 1).collect(),
            "each index is one too large: note the first sample that has reached the threshold.",
            "chaque indice est trop grand de un : notez le premier échantillon qui a atteint le seuil.",
        ),
        gives(
            |(v, _)| indices(v, |before, now| before < 0.0 && now >= 0.0),
            "these are the crossings of 0: compare with `threshold`.",
            "ce sont les franchissements de 0 : comparez à `threshold`.",
        ),
    ],
    lesson: text(
        "One of them begins above the threshold, one stops exactly at it and one never gets there.",
        "L’un commence au-dessus du seuil, un autre s’y arrête exactement et un autre ne l’atteint jamais.",
    ),
    ..Exercise::TABLE
};

/// The indices k ≥ 1 at which sample k − 1 and sample k are as asked for.
fn indices(v: &Array1<f64>, at: impl Fn(f64, f64) -> bool) -> Vec<usize> {
    (1..v.len()).filter(|&k| at(v[k - 1], v[k])).collect()
}
