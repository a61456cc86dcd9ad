//! Rules that need the whole matrix of weights.

use nalgebra::{Cholesky, DMatrix};
use ndarray::{Array1, Array2};
use rayon::prelude::*;

use crate::parallel::in_parallel;
use crate::{Error, Result};

use super::{Couplings, Hopfield, Pattern, check_patterns};
use crate::memory::pattern::random::{fraction, uniform};
use crate::noise::generator;

/// The largest number of units of a network with a matrix: 200 MB of weights.
pub const MAX_MATRIX_UNITS: usize = 5000;

impl Hopfield {
    /// A network that has stored the patterns by the pseudo-inverse (projection) rule
    ///
    /// ```text
    /// w_ij = (1/N) Σ_μν P_i^μ (C⁻¹)_μν P_j^ν,   w_ii = 0,   C_μν = (1/N) Σ_i P_i^μ P_i^ν
    /// ```
    ///
    /// Every one of up to N − 1 independent patterns is a fixed point, however correlated: before the diagonal is taken
    /// away the field of a stored pattern is the pattern itself. The price: a synapse must know all patterns at once.
    ///
    /// # Errors
    ///
    /// As for [`Hopfield::new`]; if N is above [`MAX_MATRIX_UNITS`]; if a pattern is a linear combination of those
    /// before it.
    ///
    /// ```
    /// use neurocomp::memory::{Hopfield, Pattern};
    ///
    /// let patterns = Pattern::correlated_set(300, 30, 0.5, 1)?;
    /// assert!(!Hopfield::new(&patterns)?.is_fixed(&patterns[0])?);
    /// assert!(Hopfield::pseudo_inverse(&patterns)?.is_fixed(&patterns[0])?);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn pseudo_inverse(patterns: &[Pattern]) -> Result<Hopfield> {
        let n = check_matrix(patterns)?;
        let k = patterns.len();
        let index = first_dependent(patterns);
        if let Some(index) = index {
            return Err(crate::memory::error::dependent(index));
        }
        let c = DMatrix::from_fn(k, k, |mu, nu| patterns[mu].product(&patterns[nu]) as f64 / n as f64);
        let inverse = Cholesky::new(c).ok_or_else(|| crate::memory::error::dependent(k - 1))?.inverse();
        let inverse = Array2::from_shape_fn((k, k), |(mu, nu)| inverse[(mu, nu)]);
        let p = stack(patterns);
        let mut w = p.t().dot(&inverse.dot(&p)) / n as f64;
        symmetrise(&mut w);
        Ok(Self::with_matrix(patterns, w))
    }

    /// A network that has stored the patterns one after another by the rule of Storkey (1997),
    ///
    /// ```text
    /// w_ij ← w_ij + (1/N)(P_i P_j − P_i h_ji − h_ij P_j),   h_ij = Σ_k w_ik P_k over k ≠ i, j;   w_ii = 0
    /// ```
    ///
    /// local as the Hebb rule, but it holds more and bears correlation better: what the network already predicts is
    /// learned less.
    ///
    /// # Errors
    ///
    /// As for [`Hopfield::new`], and if N is above [`MAX_MATRIX_UNITS`].
    pub fn storkey(patterns: &[Pattern]) -> Result<Hopfield> {
        let n = check_matrix(patterns)?;
        let mut w = Array2::zeros((n, n));
        for pattern in patterns {
            let p = pattern.to_array();
            let h: Array1<f64> = w.dot(&p);
            let rows: Vec<_> = w.outer_iter_mut().collect();
            in_parallel(|| {
                rows.into_par_iter().enumerate().for_each(|(i, mut row)| {
                    for j in 0..n {
                        if i != j {
                            // w_ij is the same in both directions, and w_ii = 0 leaves only k = j to take away.
                            let h_ij = h[i] - row[j] * p[j];
                            let h_ji = h[j] - row[j] * p[i];
                            row[j] += (p[i] * p[j] - p[i] * h_ji - h_ij * p[j]) / n as f64;
                        }
                    }
                });
            });
        }
        symmetrise(&mut w);
        Ok(Self::with_matrix(patterns, w))
    }

    /// The network without a fraction of its connections: each pair of units loses w_ij = w_ji with this probability.
    ///
    /// # Errors
    ///
    /// If N is above [`MAX_MATRIX_UNITS`], or `removed` is not from 0 to 1.
    pub fn diluted(&self, removed: f64, seed: u64) -> Result<Hopfield> {
        fraction("removed", removed)?;
        let mut w = self.weights()?;
        let mut random = generator(seed);
        for i in 0..w.nrows() {
            for j in 0..i {
                if uniform(&mut random) < removed {
                    w[[i, j]] = 0.0;
                    w[[j, i]] = 0.0;
                }
            }
        }
        Ok(Self::with_matrix(&self.patterns, w))
    }

    /// The matrix of weights w_ij, N × N.
    ///
    /// # Errors
    ///
    /// If N is above [`MAX_MATRIX_UNITS`].
    pub fn weights(&self) -> Result<Array2<f64>> {
        check_matrix(&self.patterns)?;
        Ok(match &self.couplings {
            Couplings::Matrix(w) => w.clone(),
            Couplings::Hebb(_) => {
                let p = stack(&self.patterns);
                // A sum of ±1 is exact, so that one division gives the weight in full precision.
                let mut w = p.t().dot(&p) / self.units() as f64;
                w.diag_mut().fill(0.0);
                w
            }
        })
    }

    fn with_matrix(patterns: &[Pattern], w: Array2<f64>) -> Hopfield {
        Hopfield { patterns: patterns.to_vec(), couplings: Couplings::Matrix(w) }
    }
}

fn check_matrix(patterns: &[Pattern]) -> Result<usize> {
    check_patterns(patterns)?;
    let units = patterns[0].len();
    if units > MAX_MATRIX_UNITS {
        return Err(Error::text(
            format!(
                "this rule needs the whole matrix of weights, {} MB for {units} units; at most {} units are allowed \
                 (the Hebbian network needs no matrix)",
                8 * units * units / 1_000_000,
                MAX_MATRIX_UNITS
            ),
            format!(
                "cette règle demande toute la matrice des poids, {} Mo pour {units} unités ; au plus {} unités sont \
                 permises (le réseau de Hebb se passe de matrice)",
                8 * units * units / 1_000_000,
                MAX_MATRIX_UNITS
            ),
        ));
    }
    Ok(units)
}

/// The patterns as rows of a matrix.
fn stack(patterns: &[Pattern]) -> Array2<f64> {
    Array2::from_shape_fn((patterns.len(), patterns[0].len()), |(mu, i)| if patterns[mu].up(i) { 1.0 } else { -1.0 })
}

/// Exactly w_ij = w_ji and w_ii = 0, whatever rounding did: otherwise the energy could rise.
fn symmetrise(w: &mut Array2<f64>) {
    for i in 0..w.nrows() {
        w[[i, i]] = 0.0;
        for j in 0..i {
            let mean = 0.5 * (w[[i, j]] + w[[j, i]]);
            w[[i, j]] = mean;
            w[[j, i]] = mean;
        }
    }
}

/// The first pattern that is a combination of its predecessors, by Gram–Schmidt: what remains of it is shorter than one
/// part in 10⁸ of it. More patterns than units always depend.
fn first_dependent(patterns: &[Pattern]) -> Option<usize> {
    let n = patterns[0].len();
    let mut basis: Vec<Array1<f64>> = Vec::new();
    for (mu, pattern) in patterns.iter().enumerate() {
        let mut rest = pattern.to_array() / (n as f64).sqrt();
        // Twice is enough (W. Kahan, in Parlett, The Symmetric Eigenvalue Problem).
        for _ in 0..2 {
            for direction in &basis {
                let share = direction.dot(&rest);
                rest.scaled_add(-share, direction);
            }
        }
        let length = rest.dot(&rest).sqrt();
        if length < 1e-8 {
            return Some(mu);
        }
        basis.push(rest / length);
    }
    None
}
