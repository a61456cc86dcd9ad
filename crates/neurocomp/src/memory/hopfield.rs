//! The Hopfield network: N units ±1 that recall what they have stored.
//!
//! ```text
//! h_i = Σ_j w_ij S_j          w_ij = (1/N) Σ_μ P_i^μ P_j^μ,   w_ii = 0
//! P(S_i = 1) = 1/(1 + e^(−β h_i))
//! E = −½ Σ_ij w_ij S_i S_j
//! ```
//!
//! | symbol | | in the code |
//! | --- | --- | --- |
//! | N, K | units, stored patterns | [`Hopfield::units`], [`Hopfield::patterns`] |
//! | K/N | load | [`Hopfield::load`] |
//! | h_i | field | [`Hopfield::field`] |
//! | m^μ = (1/N) Σ_i P_i^μ S_i | overlap | [`Hopfield::overlaps`] |
//! | E | energy | [`Hopfield::energy`] |
//! | β | inverse temperature: 0 is pure chance, ∞ none | [`RecallParams::beta`] |
//!
//! **β counts here as in the course: P(S_i = 1) = 1/(1 + e^(−βh)).** Many books write e^(−2βh); their β is half of this
//! one. With one pattern the overlap obeys m = tanh(βm/2), and memory begins at β = 2 ([`crate::memory::mean_field`]).
//!
//! # No matrix
//!
//! With the Hebb rule the sum over j can be done first: h_i = Σ_μ P_i^μ m^μ − (K/N) S_i. Patterns of one bit per unit
//! then suffice, kept twice (by pattern, and by unit in words of 64 patterns), about K·N/4 bytes instead of 8·N².
//! Overlaps are counts of equal bits, and N·h_i is a whole number without rounding. Other rules
//! ([`Hopfield::pseudo_inverse`], [`Hopfield::storkey`], [`Hopfield::diluted`]) need the matrix.
//!
//! ```
//! use neurocomp::memory::{Hopfield, Pattern, RecallParams};
//!
//! let patterns = Pattern::random_set(1000, 20, 1)?;
//! let network = Hopfield::new(&patterns)?;
//! let cue = patterns[3].noisy(0.2, 2)?; // every fifth unit wrong: overlap 0.6
//! let recall = network.recall(&cue, RecallParams { sweeps: 5, ..Default::default() })?;
//! assert_eq!(recall.overlaps[[0, 3]], 0.6);
//! assert!(recall.overlaps[[5, 3]] > 0.99);
//! # Ok::<(), neurocomp::Error>(())
//! ```
//!
//! # Sources
//!
//! J. J. Hopfield, *PNAS* 79, 2554 (1982), doi:10.1073/pnas.79.8.2554. L. Personnaz, I. Guyon & G. Dreyfus, *J.
//! Physique Lett.* 46, 359 (1985), doi:10.1051/jphyslet:01985004608035900 (pseudo-inverse). A. Storkey, *ICANN '97*,
//! 451 (1997), doi:10.1007/BFb0020196. H. Sompolinsky, *Phys. Rev. A* 34, 2571 (1986), doi:10.1103/PhysRevA.34.2571
//! (dilution).

use ndarray::{Array1, Array2};

use super::Pattern;
use super::error::check_units;
use crate::Result;
use crate::error::check_count;

mod matrix;
mod recall;
mod traces;

use crate::summary::summary;
pub use matrix::MAX_MATRIX_UNITS;
pub use recall::{Recall, RecallParams, UpdateOrder};
use traces::Traces;

/// A network that has stored patterns.
#[derive(Clone)]
pub struct Hopfield {
    patterns: Vec<Pattern>,
    couplings: Couplings,
}

/// How the weights are kept.
#[derive(Clone)]
enum Couplings {
    /// Hebbian: the patterns are all there is to know.
    Hebb(Traces),
    /// Any other: the matrix w_ij.
    Matrix(Array2<f64>),
}

impl Hopfield {
    /// The largest K·N of stored patterns, so that sums of K terms up to N stay whole numbers of 32 bits.
    pub const MAX_STORED_UNITS: usize = Pattern::MAX_SET_UNITS;

    /// A network that has stored the patterns by the Hebb rule w_ij = (1/N) Σ_μ P_i^μ P_j^μ, w_ii = 0.
    ///
    /// # Errors
    ///
    /// If there is no pattern, the patterns differ in their number of units, or K·N is above
    /// [`Hopfield::MAX_STORED_UNITS`].
    pub fn new(patterns: &[Pattern]) -> Result<Hopfield> {
        check_patterns(patterns)?;
        Ok(Hopfield { patterns: patterns.to_vec(), couplings: Couplings::Hebb(Traces::new(patterns)) })
    }

    /// The number of units N.
    pub fn units(&self) -> usize {
        self.patterns[0].len()
    }

    /// The stored patterns.
    pub fn patterns(&self) -> &[Pattern] {
        &self.patterns
    }

    /// The load K/N.
    pub fn load(&self) -> f64 {
        self.patterns.len() as f64 / self.units() as f64
    }

    /// The overlaps m^μ of a state with all patterns.
    ///
    /// # Errors
    ///
    /// If the state has not N units.
    pub fn overlaps(&self, state: &Pattern) -> Result<Array1<f64>> {
        self.check_state(state)?;
        Ok(self.overlaps_from(&self.products(state)))
    }

    /// The field h_i = Σ_j w_ij S_j of every unit.
    ///
    /// # Errors
    ///
    /// If the state has not N units.
    pub fn field(&self, state: &Pattern) -> Result<Array1<f64>> {
        self.check_state(state)?;
        Ok(match &self.couplings {
            Couplings::Hebb(traces) => {
                let n = self.units() as f64;
                let fields = traces.fields(&self.patterns, state);
                fields.into_iter().map(|h| f64::from(h) / n).collect()
            }
            Couplings::Matrix(w) => w.dot(&state.to_array()),
        })
    }

    /// The energy E = −½ Σ_ij w_ij S_i S_j. It never rises when units are updated one after another without noise.
    ///
    /// # Errors
    ///
    /// If the state has not N units.
    pub fn energy(&self, state: &Pattern) -> Result<f64> {
        self.check_state(state)?;
        Ok(self.energy_from(&self.products(state), state))
    }

    /// Whether no unit of the state would change: every S_i has the sign of its field, or no field.
    ///
    /// # Errors
    ///
    /// If the state has not N units.
    pub fn is_fixed(&self, state: &Pattern) -> Result<bool> {
        let field = self.field(state)?;
        Ok(field.iter().enumerate().all(|(i, &h)| if state.up(i) { h >= 0.0 } else { h <= 0.0 }))
    }

    /// The weight w_ij, `None` beyond the last unit.
    pub fn weight(&self, i: usize, j: usize) -> Option<f64> {
        let n = self.units();
        (i < n && j < n).then(|| match &self.couplings {
            Couplings::Matrix(w) => w[[i, j]],
            Couplings::Hebb(_) if i == j => 0.0,
            Couplings::Hebb(_) => {
                let sum: i32 = self.patterns.iter().map(|p| if p.up(i) == p.up(j) { 1 } else { -1 }).sum();
                f64::from(sum) / n as f64
            }
        })
    }

    fn check_state(&self, state: &Pattern) -> Result<()> {
        check_units("state", self.units(), state.len())
    }

    /// N·m^μ, whole numbers.
    fn products(&self, state: &Pattern) -> Vec<i64> {
        self.patterns.iter().map(|p| p.product(state)).collect()
    }

    fn overlaps_from(&self, products: &[i64]) -> Array1<f64> {
        let n = self.units() as f64;
        products.iter().map(|&x| x as f64 / n).collect()
    }

    /// For the Hebb rule −(Σ_μ (N m^μ)² − K N)/(2N), a whole number until the division.
    fn energy_from(&self, products: &[i64], state: &Pattern) -> f64 {
        match &self.couplings {
            Couplings::Hebb(_) => {
                let (n, k) = (self.units() as i128, self.patterns.len() as i128);
                let squares: i128 = products.iter().map(|&x| i128::from(x).pow(2)).sum();
                (k * n - squares) as f64 / (2 * n) as f64
            }
            Couplings::Matrix(w) => {
                let s = state.to_array();
                -0.5 * s.dot(&w.dot(&s))
            }
        }
    }
}

pub(super) fn check_patterns(patterns: &[Pattern]) -> Result<()> {
    check_count("patterns", 1, Pattern::MAX_PATTERNS, patterns.len())?;
    let n = patterns[0].len();
    check_count("patterns", 1, Hopfield::MAX_STORED_UNITS / n, patterns.len())?;
    for (mu, pattern) in patterns.iter().enumerate() {
        check_units(&format!("patterns[{mu}]"), n, pattern.len())?;
    }
    Ok(())
}

summary!(Hopfield, |network| {
    format!("N = {}, K = {}, K/N = {:.4}", network.units(), network.patterns.len(), network.load())
});

#[cfg(test)]
mod tests;
