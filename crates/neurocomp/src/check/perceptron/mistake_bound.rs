use ndarray::{Array1, Array2, array, s};

use super::field_of;
use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, seen, text};
use crate::perceptron::Perceptron;

/// A student's bound: weights, examples, answers wanted; `None` if some y* s is not positive.
pub type Bound = fn(&Array1<f64>, &Array2<f64>, &Array1<f64>) -> Option<f64>;

/// Exercise 7: (R/γ)², x₀ = 1 counted as an input, or `None` if the smallest y* s is not positive.
pub fn mistake_bound(student: Bound) -> Verdict {
    MISTAKE_BOUND.judge(|(w, x, y)| student(w, x, y))
}

type Call = (Array1<f64>, Array2<f64>, Array1<f64>);

pub(super) static MISTAKE_BOUND: Exercise<Call, Option<f64>> = Exercise {
    name: "mistake_bound",
    inputs: &["w", "x", "y"],
    // Weights whose length is not 1, with a bias, that answer rightly; then weights that answer one example wrongly, one by
    // a wide margin, and that have one on the line.
    cases: || {
        let x = array![[2.0, 1.0], [3.0, -0.5], [-1.0, 0.5], [-2.5, -1.0]];
        let y = array![1.0, 1.0, -1.0, -1.0];
        let three_inputs = (
            array![0.5, 1.0, -2.0, 1.0],
            array![[1.0, -1.0, 0.5], [-2.0, 1.0, -1.0], [0.0, 2.0, 0.5], [4.0, 0.5, 1.0]],
            array![1.0, -1.0, -1.0, 1.0],
        );
        vec![
            (array![-1.0, 2.0, 1.5], x.clone(), y.clone()),
            three_inputs,
            (array![-7.0, 2.0, 1.5], x.clone(), y.clone()),
            (array![1.0, -2.0, -1.5], x.clone(), y.clone()),
            (array![2.0, 2.0, 0.0], x, y),
        ]
    },
    right: |(w, x, y)| {
        let w = Perceptron::from_weights(w).expect("the weights of the checks are valid");
        w.mistake_bound(x, y).expect("the examples of the checks are valid")
    },
    also_right: &[|call| bound(call, longest(call) * whole(call) / least(call).powi(2))],
    mistakes: &[
        seen(
            |_, right, student| right.is_none() && student.is_some(),
            |call| Some(longest(call) * whole(call) / least(call).powi(2)),
            "these weights leave no margin: the smallest y* s is not positive. Test this before you square γ, for the \
             square hides its sign.",
            "ces poids ne laissent aucune marge : le plus petit y* s n’est pas positif. Testez-le avant d’élever γ au \
             carré, car le carré cache son signe.",
        ),
        seen(
            |_, right, student| right.is_some() && student.is_none(),
            |_| None,
            "these weights answer all examples rightly: every y* s is positive. Is y* in the product, and is it the \
             smallest one that you test?",
            "ces poids répondent juste à tous les exemples : chaque y* s est positif. Le produit contient-il y*, et \
             est-ce bien le plus petit que vous testez ?",
        ),
        gives(
            |call| bound(call, (longest(call) * whole(call)).sqrt() / least(call)),
            "this is R/γ; the bound is its square.",
            "c’est R/γ ; la borne en est le carré.",
        ),
        gives(
            |call| bound(call, (longest(call) - 1.0) * whole(call) / least(call).powi(2)),
            "x₀ = 1 is missing from R: R² = max (1 + |x|²).",
            "x₀ = 1 manque dans R : R² = max (1 + |x|²).",
        ),
        gives(
            |call| bound(call, longest(call) * part(call) / least(call).powi(2)),
            "the bias is missing from the length of the weights: γ divides by √(w₀² + w₁² + …).",
            "le biais manque dans la longueur des poids : γ se divise par √(w₀² + w₁² + …).",
        ),
        gives(
            |call| bound(call, (longest(call) - 1.0) * part(call) / least(call).powi(2)),
            "the bias is missing twice: x₀ = 1 in R, and w₀ in the length of the weights.",
            "le biais manque deux fois : x₀ = 1 dans R, et w₀ dans la longueur des poids.",
        ),
        gives(
            |call| bound(call, longest(call) / least(call).powi(2)),
            "the weights have not been divided by their length: γ = min y* s / |(w₀, w₁, …)|.",
            "les poids n’ont pas été divisés par leur longueur : γ = min y* s / |(w₀, w₁, …)|.",
        ),
        gives(
            |call| bound(call, longest(call) * whole(call).sqrt() / least(call)),
            "γ is not squared: (R/γ)² = R²/γ².",
            "γ n’est pas au carré : (R/γ)² = R²/γ².",
        ),
        gives(
            |call| bound(call, longest(call) * whole(call) / largest(&margins(call)).powi(2)),
            "the largest margin was taken; γ is the margin of the point nearest to the line.",
            "vous avez pris la plus grande marge ; γ est celle du point le plus proche de la droite.",
        ),
        gives(
            |call| {
                let mean = margins(call).iter().sum::<f64>() / call.2.len() as f64;
                bound(call, longest(call) * whole(call) / mean.powi(2))
            },
            "the mean margin was taken; γ is the smallest.",
            "vous avez pris la marge moyenne ; γ est la plus petite.",
        ),
        gives(
            |call| bound(call, least(call).powi(2) / (longest(call) * whole(call))),
            "the fraction is upside down: R is above the line.",
            "la fraction est inversée : R est au numérateur.",
        ),
        gives(
            |call| bound(call, longest(call).powi(2) * whole(call) / least(call).powi(2)),
            "max (1 + |x|²) is R² already: do not square it again.",
            "max (1 + |x|²) est déjà R² : ne l’élevez pas encore au carré.",
        ),
    ],
    lesson: text(
        "Where a point is on the wrong side or on the line, there is no bound.",
        "Si un point est du mauvais côté ou sur la droite, il n’y a pas de borne.",
    ),
    ..Exercise::TABLE
};

/// The value, where there is a bound.
fn bound(call: &Call, value: f64) -> Option<f64> {
    (least(call) > 0.0).then_some(value)
}

/// y* (w₀ + w·x) of each example.
fn margins((w, x, y): &Call) -> Vec<f64> {
    x.rows().into_iter().zip(y).map(|(row, y)| y * field_of(w, &row)).collect()
}

fn least(call: &Call) -> f64 {
    margins(call).into_iter().fold(f64::INFINITY, f64::min)
}

fn largest(values: &[f64]) -> f64 {
    values.iter().copied().fold(f64::NEG_INFINITY, f64::max)
}

/// R² = max (1 + |x|²).
fn longest((_, x, _): &Call) -> f64 {
    let squares: Vec<f64> = x.rows().into_iter().map(|row| 1.0 + row.dot(&row)).collect();
    largest(&squares)
}

/// w₀² + w₁² + …
fn whole((w, ..): &Call) -> f64 {
    w.dot(w)
}

/// w₁² + w₂² + …
fn part((w, ..): &Call) -> f64 {
    let normal = w.slice(s![1..]);
    normal.dot(&normal)
}
