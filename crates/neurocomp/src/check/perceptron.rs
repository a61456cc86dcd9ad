//! Checks of TD6, the perceptron.
//!
//! The notebook writes `check::perceptron::field(field)`: the check has the name of the exercise, and takes the student's
//! function as a plain `fn`.
//!
//! | exercise | function to write | answer |
//! | --- | --- | --- |
//! | 1 | [`field`]`(w, x)` | w₀ + w₁x₁ + … |
//! | 2 | [`distance`]`(w, x)` | distance from the line, with its sign |
//! | 3 | [`gates`]`()` | weights of AND, OR and NAND |
//! | 4 | [`xor`]`(x)` | −1 or +1 |
//! | 5 | [`learn`]`(w, x, target, eta)` | whether it was a mistake; `w` is changed |
//! | 6 | [`one_pass`]`(w, x, y, eta)` | number of mistakes; `w` is changed |
//! | 7 | [`mistake_bound`]`(w, x, y)` | (R/γ)², or `None` |
//! | 8 | [`cover_fraction`]`(p, n)` | 0 to 1 |
//! | 9 | [`error_rate`]`(w, x, y)` | 0 to 1 |
//! | 10 | [`averaged`]`(x, y, passes)` | mean weights |
//! | 11 | [`vote`]`(answers)` | 0 to 9 |
//! | 12 | [`confusion`]`(labels, answers)` | 10 × 10 counts |
//! | 13 | [`loss_gradient`]`(w, x, target)` | slopes of the loss, the bias first |
//!
//! In all of them `w` = (w₀, w₁ … w_N) has the bias first, the rows of the table `x` are examples, and the answers `y` are −1
//! or +1. Nothing has a unit.

use ndarray::{Array1, Array2, ArrayRef1, array, s};

use super::Reviewed;
use crate::perceptron::sign;

mod averaged;
mod confusion;
mod cover_fraction;
mod distance;
mod error_rate;
mod field;
mod gates;
mod learn;
mod loss_gradient;
mod mistake_bound;
mod one_pass;
mod vote;
mod xor;

pub use averaged::{Averaging, averaged};
pub use confusion::confusion;
pub use cover_fraction::cover_fraction;
pub use distance::distance;
pub use error_rate::error_rate;
pub use field::{Measure, field};
pub use gates::{Gates, gates};
pub use learn::{Rule, learn};
pub use loss_gradient::{Gradient, loss_gradient};
pub use mistake_bound::{Bound, mistake_bound};
pub use one_pass::{Pass, one_pass};
pub use vote::vote;
pub use xor::xor;

/// The tables, in the order of the tutorial.
pub(super) const EXERCISES: &[&dyn Reviewed] = &[
    &field::FIELD,
    &distance::DISTANCE,
    &gates::GATES,
    &xor::XOR_GATE,
    &learn::LEARN,
    &one_pass::ONE_PASS,
    &mistake_bound::MISTAKE_BOUND,
    &cover_fraction::COVER_FRACTION,
    &error_rate::ERROR_RATE,
    &averaged::AVERAGED,
    &vote::VOTE,
    &confusion::CONFUSION,
    &loss_gradient::LOSS_GRADIENT,
];

/// w₀ + w₁x₁ + w₂x₂ + …
fn field_of(w: &Array1<f64>, x: &ArrayRef1<f64>) -> f64 {
    w[0] + w.slice(s![1..]).dot(x)
}

/// w + change·(1, x).
fn moved(w: &Array1<f64>, x: &ArrayRef1<f64>, change: f64) -> Array1<f64> {
    let mut next = w.clone();
    next[0] += change;
    next.slice_mut(s![1..]).scaled_add(change, x);
    next
}

/// Weights and inputs that no page of the tutorial shows: on both sides of the line, with two inputs and with three.
fn points() -> Vec<(Array1<f64>, Array1<f64>)> {
    vec![
        (array![-2.0, 0.5, 1.5], array![1.0, 2.0]),
        (array![0.7, -1.2, 2.5], array![3.0, 0.4]),
        (array![1.5, 2.0, -3.0, 0.25], array![-1.0, 0.5, 5.0]),
        (array![-0.8, 3.0, -4.0], array![2.0, 0.5]),
    ]
}

/// Weights, examples, answers wanted.
type Examples = (Array1<f64>, Array2<f64>, Array1<f64>);

/// Examples that no page of the tutorial shows, with weights to begin from: learning them once makes more than one
/// mistake, and the weights change the answers on the way.
fn examples() -> [Examples; 2] {
    [
        (
            array![0.5, -1.0, 0.25],
            array![[1.0, 2.0], [-1.5, 0.5], [2.0, -1.0], [0.5, 1.5], [-1.0, -2.0], [3.0, 0.5], [-0.5, 2.5]],
            array![1.0, -1.0, 1.0, 1.0, -1.0, 1.0, -1.0],
        ),
        (
            array![-1.0, 0.5, 2.0, -0.75],
            array![[1.5, -0.5, 1.0], [-2.0, 1.0, 0.5], [0.5, 2.0, -1.0], [1.0, -1.5, -2.0], [-1.0, 0.5, 2.5]],
            array![1.0, -1.0, -1.0, 1.0, 1.0],
        ),
    ]
}

/// Whether these weights answer example k wrongly.
fn is_wrong(w: &Array1<f64>, x: &Array2<f64>, y: &Array1<f64>, k: usize) -> bool {
    sign(field_of(w, &x.row(k))) != y[k]
}

/// The inputs in the order of the truth tables.
const CORNERS: [[f64; 2]; 4] = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]];

type Truth = [f64; 4];

const AND: Truth = [-1.0, -1.0, -1.0, 1.0];
const OR: Truth = [-1.0, 1.0, 1.0, 1.0];
const NAND: Truth = [1.0, 1.0, 1.0, -1.0];
const NEVER: Truth = [-1.0; 4];
const ALWAYS: Truth = [1.0; 4];
