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
//!
//! In all of them `w` = (w₀, w₁ … w_N) has the bias first, the rows of the table `x` are examples, and the answers `y` are −1
//! or +1. Nothing has a unit.

use ndarray::{Array1, Array2, s};

use crate::perceptron::{Perceptron, sign};

mod average;
mod counting;
mod logic;
mod plane;
mod rule;
mod ten_digits;
mod theory;

pub use average::{Averaging, averaged};
pub use counting::{confusion, error_rate};
pub use logic::{Gates, gates, xor};
pub use plane::{Measure, distance, field};
pub use rule::{Pass, Rule, learn, one_pass};
pub use ten_digits::vote;
pub use theory::{Bound, cover_fraction, mistake_bound};

/// An array as it is written in Rust.
fn array(values: &[f64]) -> String {
    format!("array!{values:?}")
}

/// A table as it is written in Rust.
fn table(x: &Array2<f64>) -> String {
    let rows: Vec<Vec<f64>> = x.rows().into_iter().map(|row| row.to_vec()).collect();
    format!("array!{rows:?}")
}

/// Examples that no page of the tutorial shows, with weights to begin from: learning them once makes more than one
/// mistake, and the weights change the answers on the way.
struct Examples {
    w: Array1<f64>,
    x: Array2<f64>,
    y: Array1<f64>,
}

impl Examples {
    fn new<const N: usize>(w: &[f64], rows: &[[f64; N]], y: &[f64]) -> Examples {
        Examples { w: Array1::from(w.to_vec()), x: rows.to_vec().into(), y: Array1::from(y.to_vec()) }
    }

    /// w₀ + w·x of example k.
    fn field(&self, w: &Array1<f64>, k: usize) -> f64 {
        w[0] + w.slice(s![1..]).dot(&self.x.row(k))
    }

    fn is_wrong(&self, w: &Array1<f64>, k: usize) -> bool {
        sign(self.field(w, k)) != self.y[k]
    }

    /// The weights `w` moved by η y* x of example k.
    fn moved(&self, w: &Array1<f64>, k: usize, eta: f64) -> Array1<f64> {
        let mut next = w.clone();
        next[0] += eta * self.y[k];
        next.slice_mut(s![1..]).scaled_add(eta * self.y[k], &self.x.row(k));
        next
    }

    fn perceptron(&self) -> Perceptron {
        Perceptron::from_weights(&self.w).expect("the weights of the checks are valid")
    }
}

fn unseen_examples() -> [Examples; 2] {
    [
        Examples::new(
            &[0.5, -1.0, 0.25],
            &[[1.0, 2.0], [-1.5, 0.5], [2.0, -1.0], [0.5, 1.5], [-1.0, -2.0], [3.0, 0.5], [-0.5, 2.5]],
            &[1.0, -1.0, 1.0, 1.0, -1.0, 1.0, -1.0],
        ),
        Examples::new(
            &[-1.0, 0.5, 2.0, -0.75],
            &[[1.5, -0.5, 1.0], [-2.0, 1.0, 0.5], [0.5, 2.0, -1.0], [1.0, -1.5, -2.0], [-1.0, 0.5, 2.5]],
            &[1.0, -1.0, -1.0, 1.0, 1.0],
        ),
    ]
}

/// The tables, in the order of the tutorial.
pub(super) const EXERCISES: &[&dyn super::Reviewed] = &[];
