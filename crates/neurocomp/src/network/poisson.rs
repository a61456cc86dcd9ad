//! Spikes from outside the network: for each neuron and each step a Poisson number.
//!
//! The number of spikes that n independent Poisson synapses of rate r bring in a step dt is itself Poisson, with mean
//! λ = n r dt. It is drawn in constant time from a table (Walker's alias method): one of the cells of the table is
//! chosen, all equally likely, and then one of the two numbers in it.
//!
//! A. J. Walker, *ACM Trans. Math. Softw.* 3, 253 (1977), doi:10.1145/355744.355749.

use crate::noise::mix;

/// The largest mean number of spikes in a step.
pub(super) const MAX_PER_STEP: f64 = 10_000.0;

/// A table from which Poisson numbers are drawn.
#[derive(Clone)]
pub(super) struct PoissonTable {
    cells: Vec<AliasCell>,
}

/// Below `limit` (of 2⁶⁴) the number is `own`, above it `other`.
#[derive(Clone, Copy)]
struct AliasCell {
    limit: u64,
    own: f64,
    other: f64,
}

impl PoissonTable {
    /// For the mean `lambda`, at most [`MAX_PER_STEP`].
    pub fn new(lambda: f64) -> PoissonTable {
        let (first, probability) = probabilities(lambda);
        let n = probability.len();
        // What each number has to give, in units of a cell.
        let mut share: Vec<f64> = probability.iter().map(|p| p * n as f64).collect();
        let mut cells: Vec<AliasCell> =
            (0..n).map(|k| AliasCell { limit: u64::MAX, own: (first + k) as f64, other: (first + k) as f64 }).collect();
        let (mut small, mut large): (Vec<usize>, Vec<usize>) = (0..n).partition(|&k| share[k] < 1.0);
        while let (Some(k), Some(&rich)) = (small.pop(), large.last()) {
            cells[k].limit = (share[k] * 2.0_f64.powi(64)) as u64;
            cells[k].other = (first + rich) as f64;
            share[rich] -= 1.0 - share[k];
            if share[rich] < 1.0 {
                small.extend(large.pop());
            }
        }
        PoissonTable { cells }
    }

    /// The number that belongs to the 64 random bits `random`.
    #[inline]
    pub fn number(&self, random: u64) -> f64 {
        let product = random as u128 * self.cells.len() as u128;
        let cell = self.cells[(product >> 64) as usize];
        // What the choice of the cell left over is again random.
        if (product as u64) < cell.limit { cell.own } else { cell.other }
    }
}

/// The probabilities λ^k e^(−λ)/k! from the first k that matters on. They are built up from the most likely k by
/// p_k = p_(k−1) λ/k, without any function whose digits depend on the machine, and then made to sum to 1.
fn probabilities(lambda: f64) -> (usize, Vec<f64>) {
    const NEGLIGIBLE: f64 = 1e-18;
    let mode = lambda.floor() as usize;
    let mut below = Vec::new();
    let (mut k, mut p) = (mode, 1.0);
    while k > 0 && p > NEGLIGIBLE {
        p *= k as f64 / lambda;
        k -= 1;
        below.push(p);
    }
    below.reverse();
    let first = mode - below.len();
    let mut all = below;
    (k, p) = (mode, 1.0);
    while p > NEGLIGIBLE {
        all.push(p);
        k += 1;
        p *= lambda / k as f64;
    }
    let total: f64 = all.iter().sum();
    (first, all.iter().map(|p| p / total).collect())
}

/// The random bits of a neuron with the seed `key` in step `step`: number `step` of SplitMix64, computed without those
/// before it, so that any thread may ask for it.
#[inline]
pub(super) fn random_bits(key: u64, step: u64) -> u64 {
    mix(key.wrapping_add(step.wrapping_mul(0x9e37_79b9_7f4a_7c15)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_have_the_probabilities_of_poisson() {
        for lambda in [0.003, 0.7, 2.0, 30.0] {
            let table = PoissonTable::new(lambda);
            let (first, expected) = probabilities(lambda);
            let samples = 400_000;
            let mut counts = vec![0.0; first + expected.len()];
            for step in 0..samples {
                counts[table.number(random_bits(17, step)) as usize] += 1.0;
            }
            for (k, p) in expected.iter().enumerate() {
                let mean = p * samples as f64;
                let error = (counts[first + k] - mean).abs();
                assert!(error < 5.0 * mean.sqrt() + 3.0, "λ {lambda}, k {}: {error}", first + k);
            }
        }
    }

    #[test]
    fn probabilities_are_those_of_the_formula() {
        let (first, p) = probabilities(2.0);
        assert_eq!(first, 0);
        for (k, factorial) in [1.0, 1.0, 2.0, 6.0, 24.0, 120.0].into_iter().enumerate() {
            let exact = 2.0_f64.powi(k as i32) * (-2.0_f64).exp() / factorial;
            assert!((p[k] - exact).abs() < 1e-15);
        }
        // Mean and variance of a large one are both λ.
        let (first, p) = probabilities(9876.5);
        let moment = |power| -> f64 {
            let deviation = |k: usize| (first + k) as f64 - 9876.5;
            p.iter().enumerate().map(|(k, p)| p * deviation(k).powi(power)).sum()
        };
        assert!(moment(1).abs() < 1e-6 && (moment(2) / 9876.5 - 1.0).abs() < 1e-9);
    }

    #[test]
    fn neurons_and_steps_are_independent() {
        let table = PoissonTable::new(1.0);
        let n = 100_000;
        for (other, lag) in [(18, 0), (17, 1), (18, 1)] {
            let sum: f64 = (0..n)
                .map(|k| (table.number(random_bits(17, k)) - 1.0) * (table.number(random_bits(other, k + lag)) - 1.0))
                .sum();
            assert!(sum.abs() < 4.5 * (n as f64).sqrt(), "{other}, {lag}: {sum}");
        }
    }
}
