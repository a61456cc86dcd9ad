//! Dense associative memory: sharper energies, and a capacity far beyond 0.138 N.
//!
//! The energy of the Hebbian network is, up to a constant, −(1/2N) Σ_μ (P^μ·S)². Krotov & Hopfield (2016) replace the
//! square by a function F that rises more steeply, so that a pattern that is near outweighs the crowd of those far
//! away:
//!
//! ```text
//! E = −Σ_μ F(P^μ·S)
//! S_i ← sign Σ_μ [ F(P_i^μ + Σ_{j≠i} P_j^μ S_j) − F(−P_i^μ + Σ_{j≠i} P_j^μ S_j) ]
//! ```
//!
//! | F(x) | [`Interaction`] | capacity grows like |
//! | --- | --- | --- |
//! | x² | `Power(2)` | N (Hopfield's network) |
//! | xⁿ | `Power(n)` | N^(n−1) |
//! | eˣ | `Exponential` | e^(cN) (Demircigil et al. 2017) |
//!
//! With states that are real numbers, the exponential leads to ξ ← Σ_μ P^μ softmax_μ(β P^μ·ξ) (Ramsauer et al. 2020):
//! the attention of a transformer, [`softmax_step`].
//!
//! ```
//! use neurocomp::memory::Pattern;
//! use neurocomp::memory::modern::{DenseMemory, Interaction};
//!
//! // 300 patterns in 100 units: load 3.
//! let patterns = Pattern::random_set(100, 300, 1)?;
//! let cue = patterns[5].noisy(0.1, 2)?;
//! let recall = |f| DenseMemory::new(&patterns, f)?.recall(&cue, 5, 3);
//! assert!(recall(Interaction::Power(2))?.overlap(&patterns[5])? < 0.9);
//! assert_eq!(recall(Interaction::Exponential)?, patterns[5]);
//! # Ok::<(), neurocomp::Error>(())
//! ```
//!
//! # Sources
//!
//! D. Krotov & J. J. Hopfield, *NIPS 29* (2016), doi:10.48550/arXiv.1606.01164. M. Demircigil et al., *J. Stat. Phys.*
//! 168, 288 (2017), doi:10.1007/s10955-017-1806-y. H. Ramsauer et al. (2020), doi:10.48550/arXiv.2008.02217.

use ndarray::{Array1, ArrayRef1};

use super::Pattern;
use super::error::check_units;
use super::hopfield::check_patterns;
use super::pattern::random::below;
use crate::Result;
use crate::error::check_count;
use crate::noise::generator;
use crate::parameter::Allowed;
use crate::summary::summary;

/// How steeply the energy rises with the overlap: F.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Interaction {
    /// F(x) = xⁿ; n from 2 to 100.
    Power(u32),
    /// F(x) = eˣ.
    Exponential,
}

/// A memory with an energy of its own kind.
#[derive(Clone)]
pub struct DenseMemory {
    patterns: Vec<Pattern>,
    interaction: Interaction,
}

impl DenseMemory {
    /// A memory that has stored the patterns.
    ///
    /// # Errors
    ///
    /// If there is no pattern, the patterns differ in their number of units or are too many, or the power is not from 2
    /// to 100.
    pub fn new(patterns: &[Pattern], interaction: Interaction) -> Result<DenseMemory> {
        check_patterns(patterns)?;
        if let Interaction::Power(n) = interaction {
            check_count("n", 2, 100, n as usize)?;
        }
        Ok(DenseMemory { patterns: patterns.to_vec(), interaction })
    }

    /// The stored patterns.
    pub fn patterns(&self) -> &[Pattern] {
        &self.patterns
    }

    /// The load K/N.
    pub fn load(&self) -> f64 {
        self.patterns.len() as f64 / self.patterns[0].len() as f64
    }

    /// The energy in units that fit a float: −Σ_μ (m^μ)ⁿ, which is E/Nⁿ, or the logarithm −ln Σ_μ e^(N(m^μ − 1)), which
    /// falls and rises as E does.
    ///
    /// # Errors
    ///
    /// If the state has not N units.
    pub fn energy(&self, state: &Pattern) -> Result<f64> {
        let n = self.check_state(state)?;
        let products = self.patterns.iter().map(|p| p.product(state) as f64);
        Ok(match self.interaction {
            Interaction::Power(power) => -products.map(|x| (x / n).powi(power as i32)).sum::<f64>(),
            Interaction::Exponential => {
                let products: Vec<f64> = products.collect();
                let top = products.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                let sum: f64 = products.iter().map(|x| (x - top).exp()).sum();
                n - top - sum.ln()
            }
        })
    }

    /// The state after at most `sweeps` sweeps of deterministic updates, unit after unit in a new random order each
    /// time; fewer if nothing changes any more. A unit for which both states are equally good stays as it is.
    ///
    /// # Errors
    ///
    /// If the start has not N units, or there are more than a million sweeps.
    pub fn recall(&self, start: &Pattern, sweeps: usize, seed: u64) -> Result<Pattern> {
        self.check_state(start)?;
        check_count("sweeps", 0, 1_000_000, sweeps)?;
        let mut random = generator(seed);
        let mut state = start.clone();
        let mut products: Vec<i64> = self.patterns.iter().map(|p| p.product(start)).collect();
        let mut places: Vec<usize> = (0..state.len()).collect();
        for _ in 0..sweeps {
            let mut changed = false;
            for last in (1..places.len()).rev() {
                places.swap(last, below(&mut random, last + 1));
            }
            for &i in &places {
                let drive = self.drive(i, state.up(i), &products);
                if if state.up(i) { drive < 0.0 } else { drive > 0.0 } {
                    state.flip(i);
                    changed = true;
                    for (product, p) in products.iter_mut().zip(&self.patterns) {
                        *product += if p.up(i) == state.up(i) { 2 } else { -2 };
                    }
                }
            }
            if !changed {
                break;
            }
        }
        Ok(state)
    }

    /// Σ_μ [F(x with S_i = 1) − F(x with S_i = −1)], up to a positive factor that keeps it within a float.
    fn drive(&self, i: usize, up: bool, products: &[i64]) -> f64 {
        let n = self.patterns[0].len() as f64;
        let pairs = self.patterns.iter().zip(products).map(|(p, &x)| {
            let aligned = p.up(i) == up;
            // What the other units contribute.
            let rest = (x - if aligned { 1 } else { -1 }) as f64;
            (if p.up(i) { 1.0 } else { -1.0 }, rest)
        });
        match self.interaction {
            Interaction::Power(power) => {
                let f = |x: f64| (x / n).powi(power as i32);
                pairs.map(|(p, rest)| f(rest + p) - f(rest - p)).sum()
            }
            Interaction::Exponential => {
                let top = pairs.clone().fold(f64::NEG_INFINITY, |top, pair| top.max(pair.1));
                // e^(rest + 1) − e^(rest − 1) is e^rest times the same number for all.
                pairs.map(|(p, rest)| p * (rest - top).exp()).sum()
            }
        }
    }

    fn check_state(&self, state: &Pattern) -> Result<f64> {
        check_units("state", self.patterns[0].len(), state.len())?;
        Ok(state.len() as f64)
    }
}

summary!(DenseMemory, |memory| {
    format!("N = {}, K = {}, F: {:?}", memory.patterns[0].len(), memory.patterns.len(), memory.interaction)
});

/// The weights softmax_μ(β P^μ·ξ) = e^(β P^μ·ξ) / Σ_ν e^(β P^ν·ξ) with which the patterns answer a state of real
/// numbers; their sum is 1.
///
/// # Errors
///
/// If there is no pattern, the numbers of units differ, `beta` is not from 0 to 10¹⁵⁰, or a value
/// of the state not from −10¹⁵⁰ to 10¹⁵⁰.
pub fn softmax_weights(patterns: &[Pattern], state: &ArrayRef1<f64>, beta: f64) -> Result<Array1<f64>> {
    check_patterns(patterns)?;
    check_units("state", patterns[0].len(), state.len())?;
    // Up to 10¹⁵⁰ each, their products and the sums of these stay within a float.
    Allowed::Between(-1e150, 1e150).check_all("state", "", state)?;
    Allowed::Between(0.0, 1e150).check("beta", "", beta)?;
    let similarity: Array1<f64> = patterns.iter().map(|p| beta * p.to_array().dot(state)).collect();
    let top = similarity.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let weights = similarity.mapv(|x| (x - top).exp());
    let sum = weights.sum();
    Ok(weights / sum)
}

/// One step ξ ← Σ_μ P^μ softmax_μ(β P^μ·ξ) of the network of Ramsauer et al.: for large β the most similar pattern, for
/// small β a mean of several.
///
/// # Errors
///
/// As for [`softmax_weights`].
///
/// ```
/// use neurocomp::memory::Pattern;
/// use neurocomp::memory::modern::softmax_step;
///
/// let patterns = Pattern::random_set(200, 1000, 1)?;
/// let cue = patterns[0].noisy(0.2, 2)?.to_array() * 0.3;
/// let state = softmax_step(&patterns, &cue, 1.0)?;
/// assert!((&state - &patterns[0].to_array()).iter().all(|x| x.abs() < 0.01));
/// # Ok::<(), neurocomp::Error>(())
/// ```
pub fn softmax_step(patterns: &[Pattern], state: &ArrayRef1<f64>, beta: f64) -> Result<Array1<f64>> {
    let weights = softmax_weights(patterns, state, beta)?;
    let mut next = Array1::zeros(state.len());
    for (pattern, &weight) in patterns.iter().zip(&weights) {
        // Far patterns have no weight at all, and there may be many of them.
        if weight > 0.0 {
            next.scaled_add(weight, &pattern.to_array());
        }
    }
    Ok(next)
}

#[cfg(test)]
mod tests;
