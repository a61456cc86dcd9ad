use super::unseen_sigmoids;
use crate::check::Verdict;
use crate::check::exercise::{Accepts, Exercise, gives, in_unit, text};
use crate::rate::transfer::Sigmoid;

/// Exercise 3: the slope Φ'(I) = r_max κ (1 − tanh² κ(I − I_half))/2, in Hz/nA.
pub fn phi_slope(student: fn(Sigmoid, f64) -> f64) -> Verdict {
    PHI_SLOPE.judge(|&(p, current)| student(p, current))
}

/// A finite difference is right, too.
pub(super) static PHI_SLOPE: Exercise<(Sigmoid, f64), f64> = Exercise {
    name: "phi_slope",
    inputs: &["p", "current (nA)"],
    answer: &[in_unit("Hz/nA")],
    cases: || {
        let currents = |p: Sigmoid| [-3.0, 0.0, 1.5].map(|distance| (p, p.i_half + distance));
        unseen_sigmoids().into_iter().flat_map(currents).collect()
    },
    right: |&(p, i)| p.derivative(i),
    also_right: &[
        |&(p, i)| p.r_max * p.kappa * (1.0 - tanh(p, i).powi(2)) / 2.0,
        |&(p, i)| (p.rate(i + 1e-4) - p.rate(i - 1e-4)) / 2e-4,
    ],
    accepts: Accepts::Within(|&(p, i), _| 1e-4 * p.derivative(i)),
    mistakes: &[
        gives(
            |&(p, i)| 0.5 * p.r_max * (1.0 - tanh(p, i).powi(2)),
            "kappa is missing: the chain rule brings down the factor of the current inside the tanh.",
            "kappa manque : la dérivée d’une fonction composée fait sortir le facteur du courant dans la tanh.",
        ),
        gives(
            |&(p, i)| p.r_max * p.kappa * (1.0 - tanh(p, i).powi(2)),
            "the half of the definition of Φ is missing.",
            "le facteur 1/2 de la définition de Φ manque.",
        ),
        gives(|&(p, i)| 0.5 * p.kappa * (1.0 - tanh(p, i).powi(2)), "r_max is missing.", "r_max manque."),
        gives(
            |&(p, i)| 0.5 * p.r_max * p.kappa * (1.0 - tanh(p, i)),
            "the square is missing: the derivative of tanh x is 1 − tanh² x.",
            "le carré manque : la dérivée de tanh x est 1 − tanh² x.",
        ),
        gives(
            |&(p, i)| 0.5 * p.r_max * p.kappa * (1.0 + tanh(p, i).powi(2)),
            "a sign: the derivative of tanh x is 1 − tanh² x, it is largest at x = 0.",
            "un signe : la dérivée de tanh x est 1 − tanh² x, maximale en x = 0.",
        ),
        gives(
            |&(p, i)| 0.5 * p.r_max * p.kappa * (2.0 - tanh(p, i).powi(2)),
            "the derivative of the constant 1 is 0: only tanh is left.",
            "la dérivée de la constante 1 est nulle : il ne reste que celle de tanh.",
        ),
        gives(|&(p, i)| p.rate(i), "this is Φ itself, not its slope.", "c’est Φ elle-même, et non sa pente."),
        gives(
            |&(p, i)| p.r_max * p.kappa - tanh(p, i).powi(2) / 2.0,
            "parentheses: 1 − tanh² is one factor, to be multiplied as a whole.",
            "les parenthèses : 1 − tanh² est un facteur, à multiplier en entier.",
        ),
    ],
    lesson: text(
        "Steepest at I_half, where it is r_max κ/2.",
        "La pente est la plus forte en I_half, où elle vaut r_max κ/2.",
    ),
    ..Exercise::TABLE
};

fn tanh(p: Sigmoid, i: f64) -> f64 {
    (p.kappa * (i - p.i_half)).tanh()
}
