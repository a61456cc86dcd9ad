//! Whether a plane separates two classes, and which one does so with the largest margin.
//!
//! With x₀ = 1 and z = y* x, a plane w separates if w·z > 0 for all examples. The convex hull of the z either contains
//! the origin, and then no such w exists; or its point nearest to the origin is the normal of the plane with the
//! largest margin, and its distance that margin. Lawson and Hanson's non-negative least squares finds it in a finite
//! number of steps: the λ ≥ 0 for which |Σ λ z|² + (1 − Σ λ)² is smallest make w = Σ λ z.
//!
//! C. L. Lawson & R. J. Hanson, *Solving Least Squares Problems*, Prentice-Hall 1974, chapter 23.

use nalgebra::{DMatrix, DVector};
use ndarray::{Array1, Array2, ArrayRef1, ArrayRef2, s};

use super::Perceptron;
use super::error::check_examples;
use crate::Result;
use crate::error::check_count;

/// Examples times inputs that can be tested for separability.
const MOST_NUMBERS: usize = 4_000_000;
const MOST_EXAMPLES: usize = 20_000;
const MOST_INPUTS: usize = 1_000;

/// Margins smaller than this part of the longest example count as none.
const SMALLEST_MARGIN: f64 = 1e-8;

/// Whether some perceptron answers all examples rightly.
///
/// # Errors
///
/// As for [`largest_margin`].
pub fn is_separable(x: &ArrayRef2<f64>, y: &ArrayRef1<f64>) -> Result<bool> {
    Ok(largest_margin(x, y)?.is_some())
}

/// The perceptron that answers all examples rightly with the largest margin, x₀ = 1 counted as an input: the largest
/// γ = min y* (w·x + b), with b² + |w|² = 1. `None` if no perceptron answers them all. Margins below 10⁻⁸ of the
/// longest example cannot be told from none.
///
/// ```
/// use neurocomp::perceptron::{largest_margin, logic};
///
/// let (x, y) = logic::truth_table(|a, b| a && b);
/// let best = largest_margin(&x, &y)?.unwrap();
/// assert_eq!(best.errors(&x, &y)?, 0);
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// If there is no example, their shapes do not fit, `y` has a value other than ±1, or there are more than 20,000
/// examples, 1,000 inputs or 4 million numbers.
pub fn largest_margin(x: &ArrayRef2<f64>, y: &ArrayRef1<f64>) -> Result<Option<Perceptron>> {
    check_count("inputs", 1, MOST_INPUTS, x.ncols())?;
    check_examples(x, y, x.ncols())?;
    check_count("examples", 1, MOST_EXAMPLES, y.len())?;
    check_count("examples × inputs", 1, MOST_NUMBERS, x.len())?;
    let mut z = Array2::ones((x.nrows(), x.ncols() + 1));
    z.slice_mut(s![.., 1..]).assign(x);
    for (mut row, &y) in z.rows_mut().into_iter().zip(y) {
        row *= y;
    }
    Ok(separating(&z).map(|weights| Perceptron { weights }))
}

/// The unit vector w with the largest min w·z over the rows of `z`, if that is positive.
pub(super) fn separating(z: &Array2<f64>) -> Option<Array1<f64>> {
    let longest = z.rows().into_iter().map(|row| row.dot(&row)).fold(0.0, f64::max).sqrt();
    let (n, p) = (z.ncols(), z.nrows());
    // Columns (z/longest, 1), to be combined into (0 … 0, 1).
    let columns = DMatrix::from_fn(n + 1, p, |row, k| if row < n { z[[k, row]] / longest } else { 1.0 });
    let goal = DVector::from_fn(n + 1, |row, _| if row < n { 0.0 } else { 1.0 });
    let lambda = non_negative_least_squares(&columns, &goal);
    let w = Array1::from((columns.rows(0, n) * lambda).as_slice().to_vec());
    let norm = w.dot(&w).sqrt();
    // Not trusted but tried out: whatever the rounding errors on the way, the answer is a plane that separates.
    let margin = z.rows().into_iter().map(|row| row.dot(&w)).fold(f64::INFINITY, f64::min) / norm;
    (margin > SMALLEST_MARGIN * longest).then(|| w / norm)
}

/// The λ ≥ 0 for which |A λ − b| is smallest.
//
// Why not the crate `nnls` (0.5): of 440,772 problems of small whole numbers it panicked in 1,362 and found another answer in 3,762, and
// its rand 0.8 does not compile for wasm32-unknown-unknown. It is up to 14 times quicker beyond 200 inputs.
fn non_negative_least_squares(a: &DMatrix<f64>, b: &DVector<f64>) -> DVector<f64> {
    let p = a.ncols();
    let mut lambda = DVector::zeros(p);
    let mut used: Vec<usize> = Vec::new();
    let mut barred = vec![false; p];
    // Each round lowers the error, so that no set of columns comes back; the limit is for rounding errors.
    for _ in 0..(10 * p + 100) {
        let gain = a.tr_mul(&(b - a * &lambda));
        let free = (0..p).filter(|k| !barred[*k] && !used.contains(k));
        let Some(best) = free.max_by(|&k, &l| gain[k].total_cmp(&gain[l])) else {
            break;
        };
        if gain[best] <= 1e-14 {
            break;
        }
        used.push(best);
        if !descend(a, b, &mut lambda, &mut used) || !used.contains(&best) {
            // Rounding made it look useful: not again before something else has changed.
            used.retain(|&k| k != best);
            lambda[best] = 0.0;
            barred[best] = true;
        } else {
            barred.fill(false);
        }
    }
    lambda
}

/// Moves λ to the least-squares solution over the columns in use, dropping those that would become negative on the way.
/// Returns false if the columns depend on one another.
fn descend(a: &DMatrix<f64>, b: &DVector<f64>, lambda: &mut DVector<f64>, used: &mut Vec<usize>) -> bool {
    while !used.is_empty() {
        let qr = a.select_columns(used.iter()).qr();
        let r = qr.r();
        let depends = r.nrows() < used.len() || (0..used.len()).any(|k| r[(k, k)].abs() < 1e-13);
        let Some(solution) = (!depends).then(|| r.solve_upper_triangular(&qr.q().tr_mul(b))).flatten() else {
            return false;
        };
        // The part of the way to the solution that keeps all of λ ≥ 0.
        let part = (0..used.len())
            .filter(|&k| solution[k] <= 0.0)
            .map(|k| lambda[used[k]] / (lambda[used[k]] - solution[k]))
            .fold(1.0, |part: f64, other| if other.is_nan() { 0.0 } else { part.min(other) });
        for (k, &column) in used.iter().enumerate() {
            lambda[column] += part * (solution[k] - lambda[column]);
        }
        if part == 1.0 && solution.iter().all(|&value| value > 0.0) {
            return true;
        }
        // λ within rounding of 0 is 0; at least the column that stopped the way.
        let stopped = |k: usize| solution[k] <= 0.0 && lambda[used[k]] <= 1e-15;
        let dropped: Vec<usize> = (0..used.len()).filter(|&k| stopped(k)).map(|k| used[k]).collect();
        for &column in &dropped {
            lambda[column] = 0.0;
        }
        if dropped.is_empty() {
            return true;
        }
        used.retain(|column| !dropped.contains(column));
    }
    true
}
