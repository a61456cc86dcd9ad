use ndarray::{Array1, array};

use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, text};

/// Exercise 12: the exponent a of y ∝ xᵃ, the slope of ln y against ln x by least squares.
pub fn power_law(student: fn(&Array1<f64>, &Array1<f64>) -> f64) -> Verdict {
    POWER_LAW.judge(|(x, y)| student(x, y))
}

pub(super) static POWER_LAW: Exercise<(Array1<f64>, Array1<f64>), f64> = Exercise {
    name: "power_law",
    inputs: &["x", "y"],
    cases: || {
        vec![
            (array![2.0, 3.0, 5.0, 9.0, 20.0], array![8.1, 9.0, 13.2, 15.1, 27.0]),
            (array![0.5, 1.0, 4.0, 30.0], array![12.0, 5.5, 1.9, 0.21]),
            (array![10.0, 20.0, 70.0, 100.0, 300.0, 400.0], array![0.4, 1.3, 14.0, 33.0, 260.0, 520.0]),
        ]
    },
    right: |(x, y)| slope(&ln(x), &ln(y)),
    also_right: &[|(x, y)| slope(&x.mapv(f64::log10), &y.mapv(f64::log10))],
    mistakes: &[
        gives(
            |(x, y)| slope(x, y),
            "this is the slope of y against x itself; take the logarithm of both first.",
            "c’est la pente de y en fonction de x lui-même ; prenez d’abord le logarithme des deux.",
        ),
        gives(
            |(x, y)| slope(x, &ln(y)),
            "only y is logarithmic: that would be an exponential. Take the logarithm of x as well.",
            "seul y est en logarithme : ce serait une exponentielle. Prenez aussi le logarithme de x.",
        ),
        gives(
            |(x, y)| slope(&ln(y), &ln(x)),
            "x and y are exchanged: the denominator has the squares of the deviations of ln x.",
            "x et y sont échangés : au dénominateur sont les carrés des écarts de ln x.",
        ),
        gives(
            |(x, y)| (y[y.len() - 1] / y[0]).ln() / (x[x.len() - 1] / x[0]).ln(),
            "only the first and the last point are used; least squares use all of them.",
            "seuls le premier et le dernier point servent ; les moindres carrés les utilisent tous.",
        ),
        gives(
            |(x, y)| ln(x).dot(&ln(y)) / ln(x).dot(&ln(x)),
            "the means are missing: deviations from the mean are multiplied, not the logarithms themselves.",
            "les moyennes manquent : on multiplie les écarts à la moyenne et non les logarithmes eux-mêmes.",
        ),
        gives(
            |(x, y)| {
                let (x, y) = (ln(x), ln(y));
                products(&x, &y) / (products(&x, &x) * products(&y, &y)).sqrt()
            },
            "this is the coefficient of correlation; divide by the squares of the deviations of ln x alone.",
            "c’est le coefficient de corrélation ; divisez seulement par les carrés des écarts de ln x.",
        ),
        gives(
            |(x, y)| products(&ln(x), &ln(y)),
            "divide by the sum of the squared deviations of ln x.",
            "divisez par la somme des carrés des écarts de ln x.",
        ),
        gives(
            |(x, y)| products(&ln(x), &ln(y)) / x.len() as f64,
            "this is the covariance of the logarithms; divide by the variance of ln x.",
            "c’est la covariance des logarithmes ; divisez par la variance de ln x.",
        ),
        gives(
            |(x, y)| products(&ln(x), &ln(y)) / ln(x).sum().powi(2),
            "the square of the sum is not the sum of the squares: square each deviation, then add.",
            "le carré de la somme n’est pas la somme des carrés : prenez le carré de chaque écart, puis additionnez.",
        ),
    ],
    lesson: text(
        "On logarithmic axes a power is a straight line, and its exponent the slope.",
        "En axes logarithmiques, une puissance est une droite, et son exposant la pente.",
    ),
    ..Exercise::TABLE
};

fn ln(values: &Array1<f64>) -> Array1<f64> {
    values.mapv(f64::ln)
}

/// Σ (x − x̄)(y − ȳ).
fn products(x: &Array1<f64>, y: &Array1<f64>) -> f64 {
    let deviations = |values: &Array1<f64>| values - values.sum() / values.len() as f64;
    deviations(x).dot(&deviations(y))
}

fn slope(x: &Array1<f64>, y: &Array1<f64>) -> f64 {
    products(x, y) / products(x, x)
}
