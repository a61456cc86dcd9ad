use std::f64::consts::TAU;

use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, text};

/// Exercise 40: probability density of a normal law, e^(−(x − μ)²/(2σ²)) / (σ√(2π)), per unit of x.
pub fn normal_density(student: fn(f64, f64, f64) -> f64) -> Verdict {
    NORMAL_DENSITY.judge(|&(x, mean, sd)| student(x, mean, sd))
}

type Call = (f64, f64, f64);

pub(super) static NORMAL_DENSITY: Exercise<Call, f64> = Exercise {
    name: "normal_density",
    inputs: &["x", "mean", "sd"],
    cases: || vec![(3.5, 2.0, 0.75), (-64.0, -66.0, 3.0), (1.5, 4.0, 2.5)],
    right: |call| bell(call) / (call.2 * TAU.sqrt()),
    also_right: &[|&(x, mean, sd)| (-(x - mean).powi(2) / (2.0 * sd.powi(2))).exp() / (sd * TAU.sqrt())],
    mistakes: &[
        gives(
            bell,
            "the factor in front is missing, 1/(σ√(2π)): without it the area is not 1.",
            "le facteur de tête manque, 1/(σ√(2π)) : sans lui, l’aire ne vaut pas 1.",
        ),
        gives(
            |call| bell(call) / TAU.sqrt(),
            "the factor in front needs σ as well: 1/(σ√(2π)).",
            "le facteur de tête contient aussi σ : 1/(σ√(2π)).",
        ),
        gives(
            |call| bell(call) / (call.2 * TAU),
            "the square root of 2π is missing.",
            "la racine carrée de 2π manque.",
        ),
        gives(
            |call| bell(call) / (call.2 * TAU).sqrt(),
            "σ is under the square root; it is 1/(σ√(2π)).",
            "σ est sous la racine ; c’est 1/(σ√(2π)).",
        ),
        gives(
            |call| bell(call) / (call.2.powi(2) * TAU.sqrt()),
            "σ is in front once, not squared: 1/(σ√(2π)).",
            "devant, σ n’est pas au carré : 1/(σ√(2π)).",
        ),
        gives(
            |call| bell(call) / TAU.sqrt() * call.2,
            "order of operations: `1.0 / √(2π) * sd` multiplies by σ. Put σ·√(2π) in parentheses.",
            "priorité des opérations : `1.0 / √(2π) * sd` multiplie par σ. Mettez σ·√(2π) entre parenthèses.",
        ),
        gives(
            |call| (-z(call).powi(2)).exp() / (call.2 * TAU.sqrt()),
            "the 2 in the exponent is missing: (x − μ)²/(2σ²).",
            "le 2 de l’exposant manque : (x − μ)²/(2σ²).",
        ),
        gives(
            |call| -1.0 / bell(call) / (call.2 * TAU.sqrt()),
            "`-(…).exp()` is −e^(…): the minus sign belongs inside the parentheses, `(-…).exp()`.",
            "`-(…).exp()` est −e^(…) : le signe moins va dans les parenthèses, `(-…).exp()`.",
        ),
        gives(
            |call| bell(call) / call.2 * TAU.sqrt(),
            "order of operations: `/ sd * √(2π)` multiplies by the root. Put σ·√(2π) in parentheses.",
            "priorité des opérations : `/ sd * √(2π)` multiplie par la racine. Mettez σ·√(2π) entre parenthèses.",
        ),
        gives(
            |call| 1.0 / bell(call) / (call.2 * TAU.sqrt()),
            "the exponent needs a minus sign: the density falls off on both sides.",
            "l’exposant demande un signe moins : la densité décroît des deux côtés.",
        ),
        gives(
            |&(x, mean, sd)| (-(x - mean).powi(2) / (2.0 * sd)).exp() / (sd * TAU.sqrt()),
            "σ is squared in the exponent: 2σ².",
            "dans l’exposant, σ est au carré : 2σ².",
        ),
        gives(
            |&(x, mean, sd)| (-(x - mean).powi(2) / 2.0 * sd.powi(2)).exp() / (sd * TAU.sqrt()),
            "parentheses: `/ 2.0 * sd.powi(2)` multiplies by σ². Write `/ (2.0 * sd.powi(2))`.",
            "les parenthèses : `/ 2.0 * sd.powi(2)` multiplie par σ². Écrivez `/ (2.0 * sd.powi(2))`.",
        ),
        gives(
            |&(x, _, sd)| bell(&(x, 0.0, sd)) / (sd * TAU.sqrt()),
            "the mean is missing: (x − μ)².",
            "la moyenne manque : (x − μ)².",
        ),
        gives(
            |call| (-0.5 * z(call)).exp() / (call.2 * TAU.sqrt()),
            "the square in the exponent is missing.",
            "le carré manque dans l’exposant.",
        ),
        gives(
            |call| (bell(call) / (call.2 * TAU.sqrt())).ln(),
            "this is the logarithm of the density.",
            "c’est le logarithme de la densité.",
        ),
    ],
    lesson: text(
        "Its area is 1: a wider bell is a lower one.",
        "Son aire vaut 1 : une cloche plus large est plus basse.",
    ),
    ..Exercise::TABLE
};

fn z(&(x, mean, sd): &Call) -> f64 {
    (x - mean) / sd
}

/// e^(−z²/2).
fn bell(call: &Call) -> f64 {
    (-0.5 * z(call).powi(2)).exp()
}
