//! Random numbers that are the same on every computer and on any number of threads.

use rand::SeedableRng;
use rand_xoshiro::Xoshiro256PlusPlus;

/// The generator of all simulations: xoshiro256++ (Blackman & Vigna 2021, doi:10.1145/3460772). Unlike `StdRng`
/// and `SmallRng` it is promised to give the same numbers in future versions and on all machines.
pub(crate) fn generator(seed: u64) -> Xoshiro256PlusPlus {
    Xoshiro256PlusPlus::seed_from_u64(seed)
}

/// A seed of its own for each cell of a map, so that cells may be computed in any order.
pub(crate) fn cell_seed(seed: u64, row: usize, column: usize) -> u64 {
    mix(mix(mix(seed) ^ row as u64) ^ column as u64)
}

/// One step of SplitMix64 (Steele, Lea & Flood 2014, doi:10.1145/2714064.2660195): a one-to-one scrambling of 64 bits,
/// after which neighbouring numbers have nothing in common.
pub(crate) fn mix(x: u64) -> u64 {
    let x = x.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand_distr::{Distribution, StandardNormal};
    use std::collections::HashSet;

    fn normal_numbers(n: usize, seed: u64) -> Vec<f64> {
        let mut random = generator(seed);
        (0..n).map(|_| StandardNormal.sample(&mut random)).collect()
    }

    /// Probability that a standard normal number is below x: 1/2 + φ(x)(x + x³/3 + x⁵/(3·5) + …), Marsaglia (2004),
    /// doi:10.18637/jss.v011.i04.
    fn normal_cdf(x: f64) -> f64 {
        let (mut sum, mut term, mut k) = (x, x, 1.0);
        while term.abs() > 1e-17 * sum.abs() {
            k += 2.0;
            term *= x * x / k;
            sum += term;
        }
        0.5 + sum * (-0.5 * x * x).exp() / std::f64::consts::TAU.sqrt()
    }

    #[test]
    fn normal_numbers_have_the_moments_of_a_normal_distribution() {
        let numbers = normal_numbers(4_000_000, 1);
        let n = numbers.len() as f64;
        let moment = |k| numbers.iter().map(|x| x.powi(k)).sum::<f64>() / n;
        // ⟨x^k⟩ = (k − 1)!! for even k, with the variance ⟨x^2k⟩ − ⟨x^k⟩².
        for (k, expected, variance) in
            [(1, 0.0, 1.0), (2, 1.0, 2.0), (3, 0.0, 15.0), (4, 3.0, 96.0), (6, 15.0, 10_395.0 - 225.0)]
        {
            let error: f64 = variance / n;
            assert!((moment(k) - expected).abs() < 4.0 * error.sqrt(), "{k}: {}", moment(k));
        }
        let next: f64 = numbers.windows(2).map(|pair| pair[0] * pair[1]).sum::<f64>() / n;
        assert!(next.abs() < 4.0 / n.sqrt(), "{next}");
    }

    #[test]
    fn normal_numbers_have_the_tails_of_a_normal_distribution() {
        // A ziggurat draws them apart from the rest, beyond 3.65.
        let numbers = normal_numbers(20_000_000, 2);
        for (beyond, probability) in [(3.0, 2.699_796e-3), (4.0, 6.334_248e-5), (5.0, 5.733_031e-7)] {
            for sign in [1.0, -1.0] {
                let expected = 0.5 * probability * numbers.len() as f64;
                let seen = numbers.iter().filter(|&&x| sign * x > beyond).count() as f64;
                assert!((seen - expected).abs() < 4.0 * expected.sqrt(), "{beyond}: {seen} for {expected}");
            }
        }
    }

    #[test]
    fn normal_numbers_pass_the_test_of_kolmogorov_and_smirnov() {
        assert!((normal_cdf(1.0) - 0.841_344_746_068_542_9).abs() < 1e-14);
        let mut numbers = normal_numbers(1_000_000, 3);
        numbers.sort_by(f64::total_cmp);
        let n = numbers.len() as f64;
        let distance = numbers.iter().enumerate().map(|(k, &x)| {
            let below = normal_cdf(x);
            (below - k as f64 / n).max((k + 1) as f64 / n - below)
        });
        // √n times the distance exceeds 1.95 once in a thousand times.
        let largest = distance.fold(0.0, f64::max);
        assert!(largest * n.sqrt() < 1.95, "{largest}");
    }

    #[test]
    fn neighbouring_cells_and_seeds_have_different_seeds() {
        let mut seen = HashSet::new();
        for seed in 0..20 {
            for row in 0..50 {
                for column in 0..50 {
                    assert!(seen.insert(cell_seed(seed, row, column)));
                }
            }
        }
    }

    #[test]
    fn mix_gives_the_numbers_of_splitmix64() {
        // First output of the reference implementation, https://prng.di.unimi.it/splitmix64.c, from state 1234567.
        assert_eq!(mix(1_234_567), 6_457_827_717_110_365_317);
    }
}
