use ndarray::Array1;

use super::{field, mean_product, own, patterns_and_state};
use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, text};

/// Exercise 4: the field h_i = Σ_μ P_i^μ m^μ − (K/N) S_i of every unit, without a matrix of weights.
pub fn fields(student: fn(&[Array1<f64>], &Array1<f64>) -> Array1<f64>) -> Verdict {
    FIELDS.judge(|(patterns, state)| student(patterns, state))
}

type Call = (Vec<Array1<f64>>, Array1<f64>);

pub(super) static FIELDS: Exercise<Call, Array1<f64>> = Exercise {
    name: "fields",
    inputs: &["patterns", "state"],
    cases: || [(6, 2, 31), (8, 3, 32), (7, 1, 33)].map(|(n, k, seed)| patterns_and_state(n, k, seed)).into(),
    right: |(patterns, s)| field(patterns, s),
    also_right: &[
        |(patterns, s)| pull(patterns, s) - own(patterns, s),
        |(patterns, s)| {
            let n = s.len();
            let w = |i: usize, j: usize| patterns.iter().map(|p| p[i] * p[j]).sum::<f64>() / n as f64;
            (0..n).map(|i| (0..n).filter(|&j| j != i).map(|j| w(i, j) * s[j]).sum()).collect()
        },
    ],
    mistakes: &[
        gives(
            |(patterns, s)| pull(patterns, s),
            "the unit acts upon itself here: w_ii = 0, so (K/N) S_i must be taken away. (Is K/N a division of whole numbers? \
             That is 0.)",
            "ici l’unité agit sur elle-même : w_ii = 0, il faut donc retrancher (K/N) S_i. (K/N est-il une division d’entiers ? \
             Elle donne 0.)",
        ),
        gives(
            |(patterns, s)| pull(patterns, s) + own(patterns, s),
            "(K/N) S_i is taken away, not added.",
            "(K/N) S_i se retranche et ne s’ajoute pas.",
        ),
        gives(
            |(patterns, s)| field(patterns, s) * s.len() as f64,
            "a factor N too large: the overlap is a mean, Σ_j P_j S_j divided by N.",
            "un facteur N en trop : le recouvrement est une moyenne, Σ_j P_j S_j divisé par N.",
        ),
        gives(
            |(patterns, s)| pull(patterns, s) - own(patterns, s) * s,
            "K/N must be multiplied by S_i before it is taken away.",
            "K/N doit être multiplié par S_i avant d’être retranché.",
        ),
        gives(
            |(patterns, s)| pull(patterns, s) - s / s.len() as f64,
            "each of the K patterns adds S_i/N of the unit itself: take away K/N times S_i, not 1/N.",
            "chacun des K motifs ajoute S_i/N, l’action de l’unité sur elle-même : retranchez K/N fois S_i et non 1/N.",
        ),
        gives(
            |(patterns, s)| pull(&patterns[patterns.len() - 1..], s) - own(patterns, s),
            "only the last pattern is left: add up over the patterns (`+=`) instead of overwriting (`=`).",
            "il ne reste que le dernier motif : additionnez sur les motifs (`+=`) au lieu d’écraser (`=`).",
        ),
        gives(
            |(patterns, s)| patterns.iter().map(|p| mean_product(p, s)).sum::<f64>() - own(patterns, s),
            "P_i^μ is missing: the overlap m^μ pushes unit i in the direction of its own P_i^μ.",
            "P_i^μ manque : le recouvrement m^μ pousse l’unité i dans le sens de son propre P_i^μ.",
        ),
        gives(
            |(patterns, s)| pull(patterns, s) - own(patterns, s) * patterns.len() as f64,
            "(K/N) S_i is taken away once for each pattern; take it away once, before or after the loop.",
            "(K/N) S_i est retranché une fois par motif ; retranchez-le une seule fois, avant ou après la boucle.",
        ),
    ],
    lesson: text(
        "It takes K·N products instead of N²: two patterns of 4096 units need no 16 million weights.",
        "Cela coûte K·N produits au lieu de N² : deux motifs de 4096 unités se passent de 16 millions de poids.",
    ),
    ..Exercise::TABLE
};

/// Σ_μ P_i^μ m^μ.
fn pull(patterns: &[Array1<f64>], state: &Array1<f64>) -> Array1<f64> {
    patterns.iter().fold(Array1::zeros(state.len()), |sum, p| sum + p * mean_product(p, state))
}
