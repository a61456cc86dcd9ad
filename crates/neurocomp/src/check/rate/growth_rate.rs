use super::{Call, unseen_calls};
use crate::check::Verdict;
use crate::check::exercise::{Accepts, Exercise, gives, in_unit, text};
use crate::rate::transfer::Sigmoid;

/// Exercise 6: the growth rate w Φ'(I_ext + w r) − 1 of a small deviation, in 1/τ.
pub fn growth_rate(student: fn(Sigmoid, f64, f64, f64) -> f64) -> Verdict {
    GROWTH_RATE.judge(|&(p, w, i_ext, r)| student(p, w, i_ext, r))
}

/// A finite difference is right, too.
pub(super) static GROWTH_RATE: Exercise<Call, f64> = Exercise {
    name: "growth_rate",
    inputs: &["p", "w (nA/Hz)", "i_ext (nA)", "r (Hz)"],
    answer: &[in_unit("1/τ")],
    cases: unseen_calls,
    right: |call| call.1 * slope(call) - 1.0,
    also_right: &[|&(p, w, i_ext, r)| {
        let rate_slope = |r: f64| p.rate(i_ext + w * r) - r;
        (rate_slope(r + 1e-4) - rate_slope(r - 1e-4)) / 2e-4
    }],
    accepts: Accepts::Within(|call, _| 1e-4 * (call.1 * slope(call) - 1.0).abs() + 1e-6),
    mistakes: &[
        gives(
            |call| slope(call) - 1.0,
            "w is missing: r acts on the input with weight w, so the chain rule gives w Φ'.",
            "w manque : r agit sur l’entrée avec le poids w, la dérivée est donc w Φ'.",
        ),
        gives(
            |call| call.1 * slope(call),
            "−1 is missing: the derivative of −r.",
            "−1 manque : c’est la dérivée de −r.",
        ),
        gives(
            slope,
            "this is Φ' alone: the derivative of Φ(I_ext + w r) − r with respect to r has a factor w and a −1.",
            "c’est Φ' seule : la dérivée de Φ(I_ext + w r) − r par rapport à r a un facteur w et un −1.",
        ),
        gives(
            |&(p, w, i_ext, _)| w * p.derivative(i_ext) - 1.0,
            "Φ' is taken at I_ext; the total input is I_ext + w r.",
            "Φ' est prise en I_ext ; l’entrée totale est I_ext + w r.",
        ),
        gives(
            |&(p, w, _, r)| w * p.derivative(r) - 1.0,
            "Φ' is taken at the rate r; it is a function of the input, I_ext + w r.",
            "Φ' est prise au taux r ; c’est une fonction de l’entrée, I_ext + w r.",
        ),
        gives(
            |call| 1.0 - call.1 * slope(call),
            "the sign: the derivative of −r is −1.",
            "le signe : la dérivée de −r est −1.",
        ),
        gives(
            |call| call.1 * slope(call) - call.3,
            "the derivative of −r with respect to r is −1, not −r.",
            "la dérivée de −r par rapport à r est −1, et non −r.",
        ),
        gives(
            |&(p, w, i_ext, r)| w * p.rate(i_ext + w * r) - 1.0,
            "this uses Φ itself; the derivative is `phi_slope`.",
            "vous utilisez Φ elle-même ; sa dérivée est `phi_slope`.",
        ),
    ],
    lesson: text(
        "Negative: a small deviation dies out. Positive: it grows.",
        "Négatif : un petit écart s’éteint. Positif : il grandit.",
    ),
    ..Exercise::TABLE
};

/// Φ'(I_ext + w r).
fn slope(&(p, w, i_ext, r): &Call) -> f64 {
    p.derivative(i_ext + w * r)
}
