use ndarray::Array1;

use super::{field, own, patterns};
use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, text};

/// Exercise 10: the fraction of the units of stored pattern `mu` whose field points the other way, P_i h_i < 0.
pub fn unstable_fraction(student: fn(&[Array1<f64>], usize) -> f64) -> Verdict {
    UNSTABLE_FRACTION.judge(|(patterns, mu)| student(patterns, *mu))
}

pub(super) static UNSTABLE_FRACTION: Exercise<(Vec<Array1<f64>>, usize), f64> = Exercise {
    name: "unstable_fraction",
    inputs: &["patterns", "mu"],
    cases: || {
        // N even and K odd: no field is exactly 0.
        let calls = [(8, 5, 2, 67), (10, 7, 5, 64), (10, 7, 3, 2), (10, 3, 0, 64), (8, 1, 0, 64)];
        calls.map(|(n, k, mu, seed)| (patterns(n, k, seed), mu)).into()
    },
    right: |(patterns, mu)| below_zero(&aligned(patterns, *mu)),
    mistakes: &[
        gives(
            |(patterns, mu)| below_zero(&aligned(patterns, *mu)).floor(),
            "you return a whole number: `count / p.len()` is a division of whole numbers, and what comes after the point \
             is lost. Make both real *before* you divide: `count as f64 / p.len() as f64`.",
            "vous renvoyez un entier : `count / p.len()` est une division d’entiers, et ce qui suit la virgule est perdu. \
             Convertissez les deux *avant* de diviser : `count as f64 / p.len() as f64`.",
        ),
        gives(
            |(patterns, mu)| below_zero(&aligned(patterns, *mu)) * patterns[0].len() as f64,
            "this is their number; divide it by the number of units N.",
            "c’est leur nombre ; divisez-le par le nombre d’unités N.",
        ),
        gives(
            |(patterns, mu)| 1.0 - below_zero(&aligned(patterns, *mu)),
            "this is the fraction of the units that stay. Those with P_i h_i < 0 are asked for.",
            "c’est la fraction des unités qui restent. On demande celles pour lesquelles P_i h_i < 0.",
        ),
        gives(
            |(patterns, mu)| below_zero(&field(patterns, &patterns[*mu])),
            "you count negative fields: a negative field is right where P_i = −1. Count P_i h_i < 0.",
            "vous comptez les champs négatifs : un champ négatif est juste là où P_i = −1. Comptez P_i h_i < 0.",
        ),
        gives(
            |(patterns, mu)| {
                let p = &patterns[*mu];
                below_zero(&(p * (field(patterns, p) + own(patterns, p))))
            },
            "the fields hold the term j = i, which holds each unit in its place: use `fields` of exercise 4.",
            "les champs contiennent le terme j = i, qui retient chaque unité à sa place : utilisez `fields` de l’exercice 4.",
        ),
        gives(
            |(patterns, _)| below_zero(&aligned(patterns, 0)),
            "this is the fraction for pattern 0: use `patterns[mu]` as the state and as the pattern.",
            "c’est la fraction du motif 0 : prenez `patterns[mu]` comme état et comme motif.",
        ),
        gives(
            |(patterns, mu)| {
                let (n, k) = (patterns[0].len() as f64, patterns.len() as f64);
                below_zero(&aligned(patterns, *mu)) * n / k
            },
            "divided by the number of patterns; a fraction of the units divides by their number, `p.len()`.",
            "divisé par le nombre de motifs ; une fraction des unités se divise par leur nombre, `p.len()`.",
        ),
    ],
    few_answers: true,
    lesson: text(
        "These are the units that the other patterns push out of their place.",
        "Ce sont les unités que les autres motifs chassent de leur place.",
    ),
    ..Exercise::TABLE
};

/// P_i h_i where the state is the pattern.
fn aligned(patterns: &[Array1<f64>], mu: usize) -> Array1<f64> {
    &patterns[mu] * &field(patterns, &patterns[mu])
}

fn below_zero(values: &Array1<f64>) -> f64 {
    values.iter().filter(|&&x| x < 0.0).count() as f64 / values.len() as f64
}
