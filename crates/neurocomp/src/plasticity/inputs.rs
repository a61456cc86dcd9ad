//! Inputs to learn from, and what there is to find in them.
//!
//! Inputs are an array of shape (samples, inputs): a row is what all inputs did in one presentation.
//!
//! | symbol | meaning | function |
//! | --- | --- | --- |
//! | C = ⟨(x − ⟨x⟩)(x − ⟨x⟩)ᵀ⟩ | covariance | [`covariance`] |
//! | Q = ⟨x xᵀ⟩ = C + ⟨x⟩⟨x⟩ᵀ | second moment, the "correlation matrix" of Hebbian learning | [`second_moment`] |
//! | e₁, λ₁ | direction and size of the largest variation | [`principal_component`] |
//!
//! ```
//! use neurocomp::ndarray::array;
//! use neurocomp::plasticity::inputs::{correlated_inputs, covariance, principal_component};
//!
//! // Two inputs that go up and down together.
//! let c = array![[1.0, 0.8], [0.8, 1.0]];
//! let x = correlated_inputs(&array![0.0, 0.0], &c, 20_000, 1)?;
//! assert!((covariance(&x)?[[0, 1]] - 0.8).abs() < 0.03);
//! let first = principal_component(&c)?;
//! assert!((first.eigenvalue - 1.8).abs() < 1e-12); // along (1, 1)/√2
//! # Ok::<(), neurocomp::Error>(())
//! ```

use nalgebra::{DMatrix, SymmetricEigen};
use ndarray::{Array1, Array2, ArrayRef1, ArrayRef2, Axis};
use rand::Rng;
use rand_distr::StandardNormal;

use crate::error::{check_count, check_length};
use crate::noise::generator;
use crate::parameter::Allowed;
use crate::time_step::MAX_SAMPLES;
use crate::{Error, Result};

/// The largest number of inputs whose eigenvectors are computed.
pub const MAX_INPUTS: usize = 2000;

/// `samples` presentations of inputs that are normal with this `mean` and `covariance`, shape (samples, inputs). The
/// same `seed` gives the same inputs. Normal inputs can be negative: rates are meant relative to a background.
///
/// # Errors
///
/// If `mean` is empty or longer than [`MAX_INPUTS`], `covariance` has another size or is no covariance, a value is not
/// finite, or samples × inputs is not from 1 to [`MAX_SAMPLES`].
pub fn correlated_inputs(
    mean: &ArrayRef1<f64>,
    covariance: &ArrayRef2<f64>,
    samples: usize,
    seed: u64,
) -> Result<Array2<f64>> {
    Allowed::Finite.check_all("mean", "", mean)?;
    let n = check_square(covariance)?;
    check_length("mean", n, mean.len())?;
    check_count("samples", 1, MAX_SAMPLES / n, samples)?;
    let root = square_root(covariance)?;
    let mut random = generator(seed);
    let independent = Array2::from_shape_fn((samples, n), |_| random.sample(StandardNormal));
    Ok(independent.dot(&root) + mean)
}

/// `samples` presentations, each of one of the `patterns` (a row each), drawn at random with equal chance;
/// shape (samples, inputs).
///
/// # Errors
///
/// If `patterns` is empty or holds a value that is not finite, or samples × inputs is not from 1 to [`MAX_SAMPLES`].
pub fn random_patterns(patterns: &ArrayRef2<f64>, samples: usize, seed: u64) -> Result<Array2<f64>> {
    Allowed::Finite.check_list("patterns", "", patterns)?;
    check_count("samples", 1, MAX_SAMPLES / patterns.ncols(), samples)?;
    let mut random = generator(seed);
    let mut inputs = Array2::zeros((samples, patterns.ncols()));
    for mut row in inputs.rows_mut() {
        row.assign(&patterns.row(random.random_range(0..patterns.nrows())));
    }
    Ok(inputs)
}

/// Covariance of inputs (samples, inputs), with the number of samples as the divisor.
///
/// # Errors
///
/// If `inputs` is empty, or holds a value that is not finite or has no finite square.
pub fn covariance(inputs: &ArrayRef2<f64>) -> Result<Array2<f64>> {
    Allowed::Finite.check_list("inputs", "", inputs)?;
    let centred = inputs.to_owned() - &mean(inputs);
    finite(centred.t().dot(&centred) / inputs.nrows() as f64)
}

/// Second moment ⟨x xᵀ⟩ of inputs (samples, inputs).
///
/// # Errors
///
/// If `inputs` is empty, or holds a value that is not finite or has no finite square.
pub fn second_moment(inputs: &ArrayRef2<f64>) -> Result<Array2<f64>> {
    Allowed::Finite.check_list("inputs", "", inputs)?;
    finite(inputs.t().dot(inputs) / inputs.nrows() as f64)
}

/// Squares of large numbers can be too large for a number of the computer.
fn finite(matrix: Array2<f64>) -> Result<Array2<f64>> {
    Allowed::Finite.check_all("covariance", "", &matrix)?;
    Ok(matrix)
}

/// The mean of each input.
pub(super) fn mean(inputs: &ArrayRef2<f64>) -> Array1<f64> {
    inputs.sum_axis(Axis(0)) / inputs.nrows() as f64
}

/// The direction in which inputs vary most.
#[derive(Clone, Debug, PartialEq)]
pub struct PrincipalComponent {
    /// The largest eigenvalue λ₁: the variance in this direction.
    pub eigenvalue: f64,
    /// The second largest; Oja's rule finds the direction at the rate λ₁ − λ₂. Equal to λ₁ if there is one input only.
    pub second_eigenvalue: f64,
    /// The eigenvector e₁, of length 1, its elements adding up to 0 or more.
    pub direction: Array1<f64>,
}

/// The principal component of a covariance or second-moment matrix.
///
/// # Errors
///
/// If the matrix is empty, larger than [`MAX_INPUTS`], not symmetric, not finite, or has a negative eigenvalue.
pub fn principal_component(covariance: &ArrayRef2<f64>) -> Result<PrincipalComponent> {
    let eigen = eigen(covariance)?;
    let mut order: Vec<usize> = (0..eigen.eigenvalues.len()).collect();
    order.sort_by(|&a, &b| eigen.eigenvalues[b].total_cmp(&eigen.eigenvalues[a]));
    let first = eigen.eigenvectors.column(order[0]);
    let sign = if first.sum() < 0.0 { -1.0 } else { 1.0 };
    Ok(PrincipalComponent {
        eigenvalue: eigen.eigenvalues[order[0]],
        second_eigenvalue: eigen.eigenvalues[*order.get(1).unwrap_or(&order[0])],
        direction: first.iter().map(|x| sign * x).collect(),
    })
}

/// The symmetric square root of a covariance: E √Λ Eᵀ.
fn square_root(covariance: &ArrayRef2<f64>) -> Result<Array2<f64>> {
    let mut eigen = eigen(covariance)?;
    // Rounding can leave an eigenvalue of 0 a little below.
    eigen.eigenvalues.apply(|value| *value = value.max(0.0).sqrt());
    let root = eigen.recompose();
    Ok(Array2::from_shape_fn(covariance.dim(), |at| root[at]))
}

fn eigen(covariance: &ArrayRef2<f64>) -> Result<SymmetricEigen<f64, nalgebra::Dyn>> {
    let n = check_square(covariance)?;
    // Beyond this their squares are infinite.
    Allowed::Between(-1e150, 1e150).check_all("covariance", "", covariance)?;
    let largest = covariance.iter().fold(0.0, |most: f64, x| most.max(x.abs()));
    let asymmetry = (covariance.to_owned() - covariance.t()).iter().fold(0.0, |most: f64, x| most.max(x.abs()));
    let symmetric = DMatrix::from_fn(n, n, |i, j| 0.5 * (covariance[[i, j]] + covariance[[j, i]]));
    let eigen = SymmetricEigen::new(symmetric);
    let smallest = eigen.eigenvalues.min();
    let tolerance = 1e-10 * largest * n as f64;
    if asymmetry > tolerance || smallest < -tolerance {
        return Err(Error::text(
            format!(
                "covariance must be symmetric with no negative eigenvalue, received one with asymmetry \
                 {asymmetry:.3e} and smallest eigenvalue {smallest:.3e}"
            ),
            format!(
                "covariance doit être symétrique, sans valeur propre négative ; reçu une matrice d’asymétrie \
                 {asymmetry:.3e} et de plus petite valeur propre {smallest:.3e}"
            ),
        ));
    }
    Ok(eigen)
}

/// The size of a square matrix of finite numbers.
fn check_square(matrix: &ArrayRef2<f64>) -> Result<usize> {
    let n = check_count("covariance", 1, MAX_INPUTS, matrix.nrows())?;
    check_length("covariance", n * n, matrix.len())?;
    Allowed::Finite.check_all("covariance", "", matrix)?;
    Ok(n)
}

#[cfg(test)]
mod tests;
