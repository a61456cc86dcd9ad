use ndarray::Array1;

use super::{field, network, pattern, patterns_and_state};
use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, text};

/// Exercise 7: the energy E = −½ Σ_ij w_ij S_i S_j = −½ Σ_i h_i S_i, with w_ii = 0.
pub fn energy(student: fn(&[Array1<f64>], &Array1<f64>) -> f64) -> Verdict {
    ENERGY.judge(|(patterns, state)| student(patterns, state))
}

type Call = (Vec<Array1<f64>>, Array1<f64>);

pub(super) static ENERGY: Exercise<Call, f64> = Exercise {
    name: "energy",
    inputs: &["patterns", "state"],
    cases: || [(10, 3, 22), (8, 2, 23), (12, 1, 24)].map(|(n, k, seed)| patterns_and_state(n, k, seed)).into(),
    right: |(patterns, s)| network(patterns).energy(&pattern(s)).expect("the state has n units"),
    also_right: &[|call| -0.5 * sum(call)],
    mistakes: &[
        gives(
            |call| -sum(call),
            "the factor ½ is missing: in Σ_i h_i S_i each pair of units is counted twice.",
            "le facteur ½ manque : dans Σ_i h_i S_i, chaque paire d’unités est comptée deux fois.",
        ),
        gives(
            |call| 0.5 * sum(call),
            "the minus sign is missing: the energy is low where units agree with their fields.",
            "le signe moins manque : l’énergie est basse là où les unités sont en accord avec leur champ.",
        ),
        gives(sum, "the factor −½ is missing.", "le facteur −½ manque."),
        gives(
            |call| -0.5 * sum(call) / call.1.len() as f64,
            "this is the energy per unit: do not divide by N.",
            "c’est l’énergie par unité : ne divisez pas par N.",
        ),
        gives(
            |call| -0.5 * sum_with_diagonal(call),
            "the terms i = j are in your sum, but w_ii = 0: use the fields of exercise 4, or add K/2.",
            "les termes i = j sont dans votre somme, alors que w_ii = 0 : prenez les champs de l’exercice 4, ou ajoutez \
             K/2.",
        ),
        gives(
            |call| -sum_with_diagonal(call),
            "the factor ½ is missing, and the terms i = j are in your sum although w_ii = 0.",
            "le facteur ½ manque, et les termes i = j sont dans votre somme alors que w_ii = 0.",
        ),
        gives(
            |(patterns, s)| -0.5 * field(patterns, s).sum(),
            "the state is missing: each field is multiplied by its S_i before the sum.",
            "l’état manque : chaque champ est multiplié par son S_i avant la somme.",
        ),
    ],
    lesson: text(
        "A stored pattern lies near −N/2: all units agree with their fields there.",
        "Un motif stocké est près de −N/2 : toutes les unités y sont en accord avec leur champ.",
    ),
    ..Exercise::TABLE
};

/// Σ_i h_i S_i.
fn sum(call: &Call) -> f64 {
    sum_with_diagonal(call) - call.0.len() as f64
}

/// Σ_ij (1/N) Σ_μ P_i^μ P_j^μ S_i S_j.
fn sum_with_diagonal((patterns, s): &Call) -> f64 {
    patterns.iter().map(|p| (p * s).sum().powi(2)).sum::<f64>() / s.len() as f64
}
