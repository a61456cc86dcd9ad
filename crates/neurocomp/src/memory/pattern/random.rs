//! Patterns made by chance: random ones, noisy ones, partial ones, relatives of one another.

use rand::RngCore;
use rand_xoshiro::Xoshiro256PlusPlus;

use super::{Pattern, check_not_empty};
use crate::Result;
use crate::error::check_count;
use crate::memory::error::check_units;
use crate::noise::{cell_seed, generator};
use crate::parameter::Allowed;

impl Pattern {
    /// The largest number of units: ten million.
    pub const MAX_UNITS: usize = 10_000_000;

    /// The largest number of patterns in a set.
    pub const MAX_PATTERNS: usize = 1_000_000;

    /// The largest number of units of all patterns of a set together: 134 MB.
    pub const MAX_SET_UNITS: usize = (1 << 30) - 1;

    /// `n` units, each +1 or −1 with probability 1/2.
    ///
    /// # Errors
    ///
    /// If `n` is not from 1 to [`Pattern::MAX_UNITS`].
    pub fn random(n: usize, seed: u64) -> Result<Pattern> {
        check_not_empty(n)?;
        let mut random = generator(seed);
        let mut pattern = Pattern::from_fn(1, n, |_| false);
        for word in pattern.words_mut() {
            *word = random.next_u64();
        }
        if !n.is_multiple_of(64) {
            pattern.words[n / 64] &= (1 << (n % 64)) - 1;
        }
        Ok(pattern)
    }

    /// `n` units, each +1 with probability `activity`. Two such patterns overlap by (2·activity − 1)² on average: with
    /// a bias, patterns are correlated.
    ///
    /// # Errors
    ///
    /// If `n` is not from 1 to [`Pattern::MAX_UNITS`], or `activity` not from 0 to 1.
    pub fn random_biased(n: usize, activity: f64, seed: u64) -> Result<Pattern> {
        check_not_empty(n)?;
        fraction("activity", activity)?;
        let mut random = generator(seed);
        Ok(Pattern::from_fn(1, n, |_| uniform(&mut random) < activity))
    }

    /// `k` independent patterns of `n` units, as from [`Pattern::random`].
    ///
    /// # Errors
    ///
    /// If `n` is not from 1 to [`Pattern::MAX_UNITS`], or `k` not from 1 to [`Pattern::MAX_PATTERNS`], or `k`·`n` above
    /// [`Pattern::MAX_SET_UNITS`].
    pub fn random_set(n: usize, k: usize, seed: u64) -> Result<Vec<Pattern>> {
        check_set(n, k)?;
        (0..k).map(|mu| Self::random(n, cell_seed(seed, mu, 0))).collect()
    }

    /// A relative: each unit is as in this pattern with probability (1 + correlation)/2, otherwise the opposite. Its
    /// overlap with this pattern is `correlation` on average; two relatives made with different seeds overlap by
    /// correlation².
    ///
    /// # Errors
    ///
    /// If `correlation` is not from −1 to 1.
    pub fn relative(&self, correlation: f64, seed: u64) -> Result<Pattern> {
        Allowed::Between(-1.0, 1.0).check("correlation", "", correlation)?;
        let same = (1.0 + correlation) / 2.0;
        let mut random = generator(seed);
        Ok(Pattern::from_fn(self.rows, self.columns, |i| self.up(i) == (uniform(&mut random) < same)))
    }

    /// `k` relatives of one random parent that overlap with one another by `correlation` (0 to 1) on average.
    ///
    /// # Errors
    ///
    /// As for [`Pattern::random_set`], and if `correlation` is not from 0 to 1.
    pub fn correlated_set(n: usize, k: usize, correlation: f64, seed: u64) -> Result<Vec<Pattern>> {
        check_set(n, k)?;
        fraction("correlation", correlation)?;
        let parent = Self::random(n, seed)?;
        (0..k).map(|mu| parent.relative(correlation.sqrt(), cell_seed(seed, mu, 1))).collect()
    }

    /// The pattern with a fraction of its units flipped, chosen at random: round(fraction·N) of them, so that the
    /// overlap with the original is 1 − 2·fraction.
    ///
    /// # Errors
    ///
    /// If `fraction` is not from 0 to 1.
    pub fn noisy(&self, fraction: f64, seed: u64) -> Result<Pattern> {
        self::fraction("fraction", fraction)?;
        let n = self.len();
        let mut flips = (fraction * n as f64).round() as usize;
        let mut random = generator(seed);
        let mut noisy = self.clone();
        // Each unit is taken with probability (still to take)/(still to see): every choice is equally likely.
        for i in 0..n {
            if below(&mut random, n - i) < flips {
                noisy.flip(i);
                flips -= 1;
            }
        }
        Ok(noisy)
    }

    /// A state whose overlap with the pattern is `m`, as nearly as N units allow: [`Pattern::noisy`] with the fraction
    /// (1 − m)/2.
    ///
    /// # Errors
    ///
    /// If `m` is not from −1 to 1.
    pub fn at_overlap(&self, m: f64, seed: u64) -> Result<Pattern> {
        Allowed::Between(-1.0, 1.0).check("m", "", m)?;
        self.noisy((1.0 - m) / 2.0, seed)
    }

    /// A partial cue: the first round(kept·N) units as they are (the upper part of an image), the others ±1 by chance.
    ///
    /// # Errors
    ///
    /// If `kept` is not from 0 to 1.
    pub fn partial(&self, kept: f64, seed: u64) -> Result<Pattern> {
        fraction("kept", kept)?;
        let first = (kept * self.len() as f64).round() as usize;
        let mut random = generator(seed);
        Ok(Pattern::from_fn(
            self.rows,
            self.columns,
            |i| {
                if i < first { self.up(i) } else { random.next_u64() >> 63 == 1 }
            },
        ))
    }

    /// A state between several patterns: each unit is taken from pattern μ with probability `shares[μ]`, and is ±1 by
    /// chance with the probability that remains. For unrelated patterns the overlap with pattern μ is `shares[μ]`.
    ///
    /// # Errors
    ///
    /// If there is no pattern, the patterns differ in their number of units, there is not one share for each, or the
    /// shares are not from 0 to 1 with a sum of at most 1.
    pub fn blend(patterns: &[Pattern], shares: &[f64], seed: u64) -> Result<Pattern> {
        let k = patterns.len();
        check_count("patterns", 1, Self::MAX_PATTERNS, k)?;
        check_count("shares", k, k, shares.len())?;
        let n = patterns[0].len();
        for (mu, pattern) in patterns.iter().enumerate() {
            check_units(&format!("patterns[{mu}]"), n, pattern.len())?;
        }
        Allowed::Between(0.0, 1.0).check_all("shares", "", shares)?;
        // A sum of tenths may exceed 1 by rounding.
        Allowed::Between(0.0, 1.0 + 1e-9).check("sum of shares", "", shares.iter().sum())?;
        let mut random = generator(seed);
        let (rows, columns) = patterns[0].shape();
        Ok(Pattern::from_fn(rows, columns, |i| {
            let mut u = uniform(&mut random);
            for (pattern, share) in patterns.iter().zip(shares) {
                if u < *share {
                    return pattern.up(i);
                }
                u -= share;
            }
            random.next_u64() >> 63 == 1
        }))
    }
}

fn check_set(n: usize, k: usize) -> Result<()> {
    check_not_empty(n)?;
    let most = (Pattern::MAX_SET_UNITS / n).min(Pattern::MAX_PATTERNS);
    check_count("k", 1, most, k).map(|_| ())
}

pub(crate) fn fraction(name: &str, value: f64) -> Result<f64> {
    Allowed::Between(0.0, 1.0).check(name, "", value)
}

/// A number in [0, 1).
pub(crate) fn uniform(random: &mut Xoshiro256PlusPlus) -> f64 {
    (random.next_u64() >> 11) as f64 / (1u64 << 53) as f64
}

/// A number from 0 to n − 1; the bias of n/2⁶⁴ is beyond any measurement.
pub(crate) fn below(random: &mut Xoshiro256PlusPlus, n: usize) -> usize {
    ((u128::from(random.next_u64()) * n as u128) >> 64) as usize
}
