use std::f64::consts::TAU;

use ndarray::Array2;

use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, in_unit, text};

/// Exercise 10: the weights of a ring, w_ij = (J₀ + J₁ cos(θ_i − θ_j))/n with θ_i = 2πi/n, in nA/Hz.
pub fn ring_weights(student: fn(usize, f64, f64) -> Array2<f64>) -> Verdict {
    RING_WEIGHTS.judge(|&(n, j0, j1)| student(n, j0, j1))
}

pub(super) static RING_WEIGHTS: Exercise<(usize, f64, f64), Array2<f64>> = Exercise {
    name: "ring_weights",
    inputs: &["n", "j0 (nA/Hz)", "j1 (nA/Hz)"],
    answer: &[in_unit("nA/Hz")],
    cases: || vec![(5, -0.4, 0.7), (8, -0.25, 1.3)],
    right: |&(n, j0, j1)| ring(n, |angle| (j0 + j1 * angle.cos()) / n as f64),
    mistakes: &[
        gives(
            |&(n, j0, j1)| ring(n, |angle| j0 + j1 * angle.cos()),
            "the division by n is missing: without it, twice as many units would mean twice the input.",
            "la division par n manque : sans elle, deux fois plus d’unités feraient deux fois plus d’entrée.",
        ),
        gives(
            |&(n, j0, j1)| ring(n, |angle| j0 + j1 * angle.cos() / n as f64),
            "parentheses: n divides the whole sum J₀ + J₁ cos.",
            "les parenthèses : n divise toute la somme J₀ + J₁ cos.",
        ),
        gives(
            |&(n, j0, j1)| ring(n, |angle| (j1 + j0 * angle.cos()) / n as f64),
            "J₀ and J₁ are exchanged: J₁ multiplies the cosine.",
            "J₀ et J₁ sont échangés : c’est J₁ qui multiplie le cosinus.",
        ),
        gives(
            |&(n, j0, j1)| ring(n, |angle| (j0 + j1 * angle.sin()) / n as f64),
            "this is the sine: with it, the weight would have a sign that depends on the side.",
            "c’est le sinus : le signe du poids dépendrait alors du côté.",
        ),
        gives(
            |&(n, j0, j1)| ring(n, |angle| (j0 + j1 * (angle * n as f64 / TAU).cos()) / n as f64),
            "this is the cosine of i − j; the angle is 2π(i − j)/n.",
            "c’est le cosinus de i − j ; l’angle est 2π(i − j)/n.",
        ),
        gives(
            |&(n, j0, j1)| ring(n, |angle| (j0 + j1 * angle.to_degrees().cos()) / n as f64),
            "these are degrees: `.cos()` takes radians.",
            "ce sont des degrés : `.cos()` attend des radians.",
        ),
        gives(
            |&(n, j0, j1)| ring(n, |angle| (j0 + j1 * (0.5 * angle).cos()) / n as f64),
            "half of the angle: once around is 2π, not π.",
            "la moitié de l’angle : un tour fait 2π et non π.",
        ),
        gives(
            |&(n, ..)| Array2::zeros((n, n)),
            "all weights are 0: does the loop write `w[[i, j]] = …`, with real numbers?",
            "tous les poids sont nuls : la boucle écrit-elle `w[[i, j]] = …`, avec des réels ?",
        ),
    ],
    lesson: text(
        "Neighbours help each other, opposites hold each other down.",
        "Les voisins s’entraident, les opposés se freinent.",
    ),
    ..Exercise::TABLE
};

/// The weights as a function of the angle between two units (rad).
fn ring(n: usize, weight: impl Fn(f64) -> f64) -> Array2<f64> {
    Array2::from_shape_fn((n, n), |(i, j)| weight(TAU * (i as f64 - j as f64) / n as f64))
}
