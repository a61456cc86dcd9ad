//! Sparse memories: patterns in which few units are active, and the rule that suits them.
//!
//! Units are 0 or 1, and a fraction a (the activity) is 1. The rule of Tsodyks & Feigelman (1988) takes the mean away:
//!
//! ```text
//! w_ij = 1/(N a(1−a)) Σ_μ (ξ_i^μ − a)(ξ_j^μ − a),   w_ii = 0
//! h_i = Σ_j w_ij V_j,     V_i = 1 where h_i > θ
//! m^μ = 1/(N a(1−a)) Σ_i (ξ_i^μ − a) V_i
//! ```
//!
//! In a stored pattern h_i ≈ ξ_i − a, so that a threshold θ between −a and 1 − a separates the active units from the
//! others. The capacity grows like 1/(a |ln a|) as a becomes small: far more than 0.138 N sparse patterns can be
//! stored.
//!
//! | symbol | | in the code |
//! | --- | --- | --- |
//! | ξ, V | pattern, state | [`Pattern`], +1 for active and −1 for silent |
//! | a | activity | [`SparseHopfield::activity`] |
//! | θ | threshold | [`SparseHopfield::threshold`] |
//!
//! ```
//! use neurocomp::memory::sparse::SparseHopfield;
//! use neurocomp::memory::Pattern;
//!
//! // 400 patterns in 1000 units, load 0.4: hopeless for the Hebb rule.
//! let patterns: Result<Vec<_>, _> = (0..400).map(|k| Pattern::random_biased(1000, 0.02, k)).collect();
//! let network = SparseHopfield::new(&patterns?, 0.02, 0.5)?;
//! let recall = network.recall(&network.patterns()[7], 10)?;
//! assert!(network.overlaps(&recall)?[7] > 0.9);
//! # Ok::<(), neurocomp::Error>(())
//! ```
//!
//! # Source
//!
//! M. V. Tsodyks & M. V. Feigelman, *Europhys. Lett.* 6, 101 (1988), doi:10.1209/0295-5075/6/2/002.

use ndarray::Array1;

use super::Pattern;
use super::error::check_units;
use super::hopfield::check_patterns;
use crate::Result;
use crate::error::check_count;
use crate::parameter::Allowed;
use crate::summary::summary;

/// A network of units 0 and 1 that has stored sparse patterns. It needs no matrix: only active units matter, and they
/// are listed.
#[derive(Clone)]
pub struct SparseHopfield {
    patterns: Vec<Pattern>,
    /// The active units of each pattern.
    active: Vec<Vec<u32>>,
    activity: f64,
    threshold: f64,
}

impl SparseHopfield {
    /// A network that has stored the patterns (+1: active); `activity` is a, the expected fraction of active units, and
    /// `threshold` is θ.
    ///
    /// # Errors
    ///
    /// If there is no pattern, the patterns differ in their number of units or are too many, `activity` is not between
    /// 0 and 1 (both excluded), or `threshold` is not finite.
    pub fn new(patterns: &[Pattern], activity: f64, threshold: f64) -> Result<SparseHopfield> {
        check_patterns(patterns)?;
        Allowed::Positive.check("activity", "", activity)?;
        Allowed::Below("1", 1.0).check("activity", "", activity)?;
        Allowed::Finite.check("threshold", "", threshold)?;
        Ok(SparseHopfield {
            active: patterns.iter().map(active_units).collect(),
            patterns: patterns.to_vec(),
            activity,
            threshold,
        })
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

    /// The activity a of the rule.
    pub fn activity(&self) -> f64 {
        self.activity
    }

    /// The threshold θ.
    pub fn threshold(&self) -> f64 {
        self.threshold
    }

    /// The overlaps m^μ of a state with all patterns: about 1 for a pattern itself, 0 for an unrelated state.
    ///
    /// # Errors
    ///
    /// If the state has not N units.
    pub fn overlaps(&self, state: &Pattern) -> Result<Array1<f64>> {
        check_units("state", self.units(), state.len())?;
        let total = active_units(state).len() as f64;
        Ok(self
            .active
            .iter()
            .map(|units| {
                let both = units.iter().filter(|&&i| state.up(i as usize)).count() as f64;
                (both - self.activity * total) / self.scale()
            })
            .collect())
    }

    /// The field h_i = Σ_j w_ij V_j of every unit: Σ_μ (ξ_i^μ − a) m^μ without the term j = i.
    ///
    /// # Errors
    ///
    /// If the state has not N units.
    pub fn field(&self, state: &Pattern) -> Result<Array1<f64>> {
        let overlaps = self.overlaps(state)?;
        let a = self.activity;
        // Σ_μ (ξ_i − a) m^μ: the second part is the same for all units, the first only where ξ_i = 1.
        let mut field = Array1::from_elem(self.units(), -a * overlaps.sum());
        // Σ_μ (ξ_i − a)², what unit i would do to itself: a² for a silent pattern, (1 − a)² = a² + 1 − 2a for an
        // active.
        let silent = self.patterns.len() as f64 * a * a;
        let mut own = Array1::from_elem(self.units(), silent);
        for (units, m) in self.active.iter().zip(&overlaps) {
            for &i in units {
                field[i as usize] += m;
                own[i as usize] += 1.0 - 2.0 * a;
            }
        }
        for i in 0..self.units() {
            if state.up(i) {
                field[i] -= own[i] / self.scale();
            }
        }
        Ok(field)
    }

    /// The state after at most `sweeps` synchronous updates V_i = 1 where h_i > θ, fewer if nothing changes any more.
    ///
    /// # Errors
    ///
    /// If the start has not N units, or there are more than a million sweeps.
    pub fn recall(&self, start: &Pattern, sweeps: usize) -> Result<Pattern> {
        check_units("state", self.units(), start.len())?;
        check_count("sweeps", 0, 1_000_000, sweeps)?;
        let (rows, columns) = start.shape();
        let mut state = start.clone();
        for _ in 0..sweeps {
            let field = self.field(&state)?;
            let next = Pattern::from_fn(rows, columns, |i| field[i] > self.threshold);
            if next == state {
                break;
            }
            state = next;
        }
        Ok(state)
    }

    /// N a(1 − a).
    fn scale(&self) -> f64 {
        self.units() as f64 * self.activity * (1.0 - self.activity)
    }
}

fn active_units(pattern: &Pattern) -> Vec<u32> {
    (0..pattern.len() as u32).filter(|&i| pattern.up(i as usize)).collect()
}

summary!(SparseHopfield, |network| {
    let (n, k, a, theta) = (network.units(), network.patterns.len(), network.activity, network.threshold);
    format!("N = {n}, K = {k}, a = {a}, θ = {theta}")
});

#[cfg(test)]
mod tests;
