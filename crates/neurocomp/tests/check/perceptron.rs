//! TD6.

use neurocomp::ndarray::{Array1, ArrayRef1, s};

use super::names;

mod counting;
mod logic;
mod plane;
mod rule;
mod ten_digits;
mod theory;

fn field(w: &Array1<f64>, x: &ArrayRef1<f64>) -> f64 {
    w[0] + w.slice(s![1..]).dot(x)
}

fn output(w: &Array1<f64>, x: &ArrayRef1<f64>) -> f64 {
    if field(w, x) > 0.0 { 1.0 } else { -1.0 }
}

/// w ← w + change·(1, x).
fn add(w: &mut Array1<f64>, x: &ArrayRef1<f64>, change: f64) {
    w[0] += change;
    w.slice_mut(s![1..]).scaled_add(change, x);
}

/// The learning rule as it should be.
fn learn(w: &mut Array1<f64>, x: &ArrayRef1<f64>, target: f64, eta: f64) -> bool {
    let wrong = output(w, x) != target;
    if wrong {
        add(w, x, eta * target);
    }
    wrong
}
