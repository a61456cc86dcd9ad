use ndarray::{Array1, Array2, array};

use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, text};

/// A student's right-hand side of a network: weights, rates, inputs; slopes.
pub type NetworkSlope = fn(&Array2<f64>, &Array1<f64>, &Array1<f64>) -> Array1<f64>;

/// Exercise 9: the right-hand side −r + tanh(W r + I) of a network, per τ.
pub fn network_slope(student: NetworkSlope) -> Verdict {
    NETWORK_SLOPE.judge(|(w, r, input)| student(w, r, input))
}

type Call = (Array2<f64>, Array1<f64>, Array1<f64>);

pub(super) static NETWORK_SLOPE: Exercise<Call, Array1<f64>> = Exercise {
    name: "network_slope",
    inputs: &["w", "r", "input"],
    cases: || {
        vec![
            (
                array![[0.0, 1.5, -0.5], [-2.0, 0.3, 0.0], [0.7, 0.0, -1.1]],
                array![0.4, -0.2, 0.6],
                array![0.1, 0.0, -0.3],
            ),
            (array![[0.5, -1.2], [2.0, 0.0]], array![-0.7, 0.1], array![0.25, 0.5]),
        ]
    },
    right: |(w, r, input)| tanh(w.dot(r) + input) - r,
    mistakes: &[
        gives(
            |(w, r, input)| tanh(r.dot(w) + input) - r,
            "the matrix is used the wrong way round: row i, column j is the weight onto unit i from unit j. Write \
             `w.dot(r)`, not `r.dot(w)`.",
            "la matrice est prise dans le mauvais sens : ligne i, colonne j, c’est le poids vers l’unité i depuis \
             l’unité j. Écrivez `w.dot(r)`, pas `r.dot(w)`.",
        ),
        gives(
            |(w, r, input)| tanh(w.dot(r) + input),
            "−r is missing: without it no rate ever decays.",
            "−r manque : sans lui, aucun taux ne décroît.",
        ),
        gives(
            |(w, r, input)| r - tanh(w.dot(r) + input),
            "the sign is the opposite: tanh(W r + I) − r.",
            "le signe est l’opposé : tanh(W r + I) − r.",
        ),
        gives(|(w, r, input)| tanh(w.dot(r) + input) + r, "a sign: r is subtracted.", "un signe : r est soustrait."),
        gives(
            |(w, r, input)| w.dot(r) + input - r,
            "the tanh is missing: without it the network is linear, and would explode.",
            "la tanh manque : sans elle, le réseau est linéaire et exploserait.",
        ),
        gives(|(w, r, _)| tanh(w.dot(r)) - r, "the external input is missing.", "l’entrée externe manque."),
        gives(
            |(w, r, input)| tanh(w.dot(r)) + input - r,
            "the external input belongs inside the tanh.",
            "l’entrée externe est à l’intérieur de la tanh.",
        ),
        gives(
            |(w, r, input)| w.dot(&r.mapv(f64::tanh)) + input - r,
            "here tanh acts on the rates before they are weighted; in this exercise it acts on the sum: tanh(W r + I).",
            "ici tanh agit sur les taux avant la pondération ; dans cet exercice, elle agit sur la somme : tanh(W r + I).",
        ),
        gives(
            |(w, r, input)| tanh(w.dot(r) + input - r),
            "−r is inside the tanh; it is subtracted after it: tanh(W r + I) − r.",
            "−r est dans la tanh ; on le soustrait après elle : tanh(W r + I) − r.",
        ),
    ],
    lesson: text(
        "Two units or three: the same line will do for a thousand.",
        "Deux unités ou trois : la même ligne convient pour mille.",
    ),
    ..Exercise::TABLE
};

fn tanh(x: Array1<f64>) -> Array1<f64> {
    x.mapv(f64::tanh)
}
