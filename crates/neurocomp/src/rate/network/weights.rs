//! Weights between units: dense or sparse, random, and their eigenvalues.

use nalgebra::{Complex, DMatrix};
use ndarray::{Array2, ArrayRef2, ArrayView1};
use rand::Rng;
use rand_distr::{Distribution, StandardNormal};
use rayon::prelude::*;

use crate::error::check_count;
use crate::parallel::in_parallel;
use crate::{Error, Result};

use super::SparseMatrix;
use crate::language::choose;
use crate::noise::generator;
use crate::parameter::Allowed;
use crate::summary::{count, summary};

/// The largest number of units of a dense network (800 MB of weights).
pub const MAX_UNITS: usize = 10_000;

/// The largest matrix whose eigenvalues are computed: the time grows as N³.
pub(super) const MAX_EIGEN: usize = 1000;

/// From this many weights on, rows are shared among the threads; below, handing them over would take longer.
const PARALLEL: usize = 1 << 18;

/// The weights of a network, row i, column j: onto unit i from unit j.
#[derive(Clone, PartialEq)]
pub enum Weights {
    /// All weights.
    Dense(Array2<f64>),
    /// Only those that are not 0.
    Sparse(SparseMatrix),
}

impl From<Array2<f64>> for Weights {
    fn from(weights: Array2<f64>) -> Weights {
        Weights::Dense(weights)
    }
}

impl From<SparseMatrix> for Weights {
    fn from(weights: SparseMatrix) -> Weights {
        Weights::Sparse(weights)
    }
}

summary!(Weights, |weights| {
    let kind = match weights {
        Weights::Dense(_) => choose("dense", "denses"),
        Weights::Sparse(_) => choose("sparse", "creux"),
    };
    format!("{}, {kind}", count(weights.units(), "units", "unités"))
});

impl Weights {
    /// The number of units.
    pub fn units(&self) -> usize {
        match self {
            Weights::Dense(w) => w.nrows(),
            Weights::Sparse(w) => w.rows(),
        }
    }

    /// All weights as one array.
    ///
    /// # Errors
    ///
    /// If there are more than 250 million elements, or one that is not finite.
    pub fn to_dense(&self) -> Result<Array2<f64>> {
        match self {
            Weights::Dense(w) => {
                Allowed::Finite.check_all("weights", "", w)?;
                Ok(w.clone())
            }
            Weights::Sparse(w) => w.to_dense(),
        }
    }

    /// Square, finite, and row after row in memory.
    pub(super) fn checked(self) -> Result<Weights> {
        let (rows, columns) = match &self {
            Weights::Dense(w) => w.dim(),
            Weights::Sparse(w) => (w.rows(), w.columns()),
        };
        if rows != columns {
            return Err(crate::rate::error::not_square(rows, columns));
        }
        check_count("units", 1, usize::MAX, rows)?;
        match self {
            Weights::Dense(w) => {
                Allowed::Finite.check_all("weights", "", &w)?;
                Ok(Weights::Dense(if w.is_standard_layout() { w } else { w.as_standard_layout().into_owned() }))
            }
            sparse => Ok(sparse),
        }
    }

    /// W x. Each row is summed by one thread in the same order, so that the result does not depend on their number.
    pub(crate) fn dot(&self, x: &[f64], out: &mut [f64]) {
        match self {
            Weights::Dense(w) => {
                let x = ArrayView1::from(x);
                if w.len() < PARALLEL {
                    for (out, row) in out.iter_mut().zip(w.rows()) {
                        *out = row.dot(&x);
                    }
                } else {
                    in_parallel(|| {
                        out.par_chunks_mut(64).enumerate().for_each(|(chunk, out)| {
                            for (k, out) in out.iter_mut().enumerate() {
                                *out = w.row(64 * chunk + k).dot(&x);
                            }
                        });
                    });
                }
            }
            Weights::Sparse(w) => w.dot(x, out),
        }
    }
}

fn check_units(n: usize) -> Result<()> {
    check_count("n", 1, MAX_UNITS, n).map(|_| ())
}

/// Random weights between `n` units: normal, mean 0, variance g²/n. The same `seed` gives the same weights.
///
/// # Errors
///
/// If `n` is 0 or more than [`MAX_UNITS`], or `g` not ≥ 0.
pub fn random_weights(n: usize, g: f64, seed: u64) -> Result<Array2<f64>> {
    check_units(n)?;
    Allowed::NotNegative.check("g", "", g)?;
    let mut random = generator(seed);
    let sd = g / (n as f64).sqrt();
    Ok(Array2::from_shape_simple_fn((n, n), || {
        let normal: f64 = StandardNormal.sample(&mut random);
        sd * normal
    }))
}

/// Random weights between `n` units, each connection present with probability `p`: normal, mean 0, variance g²/(p n),
/// so that the sum over a row has variance g² as for [`random_weights`].
///
/// # Errors
///
/// If `n` is 0 or more than [`MAX_UNITS`], `g` not ≥ 0, or `p` not between 0 and 1.
pub fn sparse_random_weights(n: usize, p: f64, g: f64, seed: u64) -> Result<SparseMatrix> {
    check_units(n)?;
    Allowed::Between(0.0, 1.0).check("p", "", p)?;
    Allowed::NotNegative.check("g", "", g)?;
    let mut random = generator(seed);
    let sd = g / (p * n as f64).sqrt();
    let mut entries = Vec::new();
    for row in 0..n {
        for column in 0..n {
            if random.random::<f64>() < p {
                let normal: f64 = StandardNormal.sample(&mut random);
                entries.push((row, column, sd * normal));
            }
        }
    }
    SparseMatrix::new(n, n, &entries)
}

/// The eigenvalues of a square matrix, in no particular order. The time grows as N³: about half a second for N = 500.
///
/// # Errors
///
/// If the matrix is empty, not square, larger than 1000, or has an entry that is not finite; if the iteration does not
/// end.
///
/// ```
/// use neurocomp::ndarray::array;
/// use neurocomp::rate::network::eigenvalues;
///
/// // A turn by a right angle: ±i.
/// let found = eigenvalues(&array![[0.0, -1.0], [1.0, 0.0]])?;
/// assert!(found.iter().all(|z| z.re.abs() < 1e-15 && (z.im.abs() - 1.0).abs() < 1e-15));
/// # Ok::<(), neurocomp::Error>(())
/// ```
pub fn eigenvalues(matrix: &ArrayRef2<f64>) -> Result<Vec<Complex<f64>>> {
    let (rows, columns) = matrix.dim();
    if rows != columns {
        return Err(crate::rate::error::not_square(rows, columns));
    }
    check_count("rows", 1, MAX_EIGEN, rows)?;
    Allowed::Finite.check_all("matrix", "", matrix)?;
    let matrix = DMatrix::from_fn(rows, rows, |i, j| matrix[[i, j]]);
    let schur = nalgebra::Schur::try_new(matrix, f64::EPSILON, 100 * rows + 1000).ok_or_else(|| {
        Error::no_solution(
            "the iteration for the eigenvalues did not end",
            "l’itération pour les valeurs propres n’a pas abouti",
        )
    })?;
    Ok(schur.complex_eigenvalues().iter().copied().collect())
}

/// The largest absolute value of the eigenvalues.
pub fn spectral_radius(eigenvalues: &[Complex<f64>]) -> f64 {
    eigenvalues.iter().map(|z| z.norm()).fold(0.0, f64::max)
}
