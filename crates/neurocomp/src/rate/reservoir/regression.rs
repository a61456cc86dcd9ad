//! Linear regression with a penalty, and how large an error is.

use nalgebra::{Cholesky, DMatrix, DVector};
use ndarray::{Array1, ArrayRef1, ArrayRef2};

use crate::error::check_count;
use crate::parameter::Allowed;
use crate::rate::error::check_array;
use crate::{Error, Result};

/// The weights w that minimise |X w − y|² + λ |w|², one row of X for each element of y: the solution of
/// (XᵀX + λ) w = Xᵀy.
///
/// # Errors
///
/// If X has no row or column, y another length than X has rows, a number is not finite, or λ not ≥ 0; if the columns do
/// not determine the weights (λ = 0 and columns that depend on each other).
///
/// ```
/// use neurocomp::ndarray::array;
/// use neurocomp::rate::reservoir::ridge_regression;
///
/// // The straight line 1 + 2 x through three points.
/// let x = array![[1.0, 0.0], [1.0, 1.0], [1.0, 3.0]];
/// let w = ridge_regression(&x, &array![1.0, 3.0, 7.0], 0.0)?;
/// assert!((w[0] - 1.0).abs() < 1e-12 && (w[1] - 2.0).abs() < 1e-12);
/// # Ok::<(), neurocomp::Error>(())
/// ```
pub fn ridge_regression(x: &ArrayRef2<f64>, y: &ArrayRef1<f64>, lambda: f64) -> Result<Array1<f64>> {
    let (rows, columns) = x.dim();
    check_count("rows", 1, usize::MAX, rows)?;
    check_count("columns", 1, usize::MAX, columns)?;
    Allowed::Finite.check_all("x", "", x)?;
    check_array("y", "", y, rows)?;
    Allowed::NotNegative.check("lambda", "", lambda)?;
    let product = x.t().dot(x);
    let mut matrix = DMatrix::from_fn(columns, columns, |i, j| product[[i, j]]);
    for k in 0..columns {
        matrix[(k, k)] += lambda;
    }
    let right = DVector::from_iterator(columns, x.t().dot(y));
    let unsolvable = Error::no_solution(
        "the columns depend on each other: choose a larger lambda",
        "les colonnes sont dépendantes : choisissez un lambda plus grand",
    );
    let weights = Cholesky::new(matrix).ok_or_else(|| unsolvable.clone())?.solve(&right);
    if !weights.iter().all(|w| w.is_finite()) {
        return Err(unsolvable);
    }
    Ok(weights.iter().copied().collect())
}

/// The error of an output relative to the size of the target: √(Σ (output − target)²/Σ (target − mean)²). 0 is perfect;
/// an output that is always the target's mean has 1.
///
/// # Errors
///
/// If the arrays are empty or of different lengths, a number is not finite, or the target is constant.
pub fn relative_error(output: &ArrayRef1<f64>, target: &ArrayRef1<f64>) -> Result<f64> {
    Allowed::Finite.check_list("target", "", target)?;
    check_array("output", "", output, target.len())?;
    let mean = target.sum() / target.len() as f64;
    let error: f64 = output.iter().zip(target).map(|(z, y)| (z - y).powi(2)).sum();
    let size: f64 = target.iter().map(|y| (y - mean).powi(2)).sum();
    let spread = (size / target.len() as f64).sqrt();
    Allowed::Positive.check("standard deviation of target", "", spread)?;
    Ok((error / size).sqrt())
}
