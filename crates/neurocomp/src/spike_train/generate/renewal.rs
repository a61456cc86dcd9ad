//! Renewal processes: every interval is drawn anew from the same distribution.

use rand::Rng;
use rand_distr::{Distribution, Exp1, Gamma, StandardNormal};

use super::{MAX_SPIKES, check};
use crate::noise::generator;
use crate::parameter::Allowed;
use crate::spike_train::SpikeTrain;
use crate::{Error, Result};

/// What happened before time 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Start {
    /// A spike at time 0, not in the list: the first spike comes after a whole interval.
    Ordinary,
    /// Nobody looked: the process has been running for ever, and the first spike comes after what remains of the
    /// interval into which time 0 falls. The rate is the same at all times.
    #[default]
    Equilibrium,
}

/// A Poisson process of `rate` (Hz) for `duration` (ms): independent exponential intervals.
///
/// ```
/// use neurocomp::spike_train::generate;
///
/// let train = generate::poisson(5.0, 10_000.0, 3)?;
/// assert_eq!(train, generate::poisson(5.0, 10_000.0, 3)?); // same seed, same spikes
/// assert_ne!(train, generate::poisson(5.0, 10_000.0, 4)?);
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// If `rate` is not ≥ 0 or `duration` not > 0, or with more than ten million spikes.
pub fn poisson(rate: f64, duration: f64, seed: u64) -> Result<SpikeTrain> {
    poisson_with_dead_time(rate, 0.0, duration, Start::Equilibrium, seed)
}

/// A Poisson process with a dead time d = `dead_time` (ms) after every spike, as made by a refractory period.
///
/// `rate` (Hz) is the rate of the train *with* its dead time; outside it the chance to fire is the higher
/// λ = rate/(1 − rate·d). CV = 1 − rate·d.
///
/// ```
/// use neurocomp::spike_train::generate::{self, Start};
///
/// // 50 Hz with 4 ms: CV = 1 − 0.2.
/// let train = generate::poisson_with_dead_time(50.0, 4.0, 100_000.0, Start::Equilibrium, 1)?;
/// assert!(train.isi().iter().all(|&isi| isi > 3.999));
/// assert!((train.cv().unwrap() - 0.8).abs() < 0.05);
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// If `rate` or `dead_time` is not ≥ 0, `dead_time` not below the mean interval 1/`rate`, `duration` not > 0, or with
/// more than ten million spikes.
pub fn poisson_with_dead_time(rate: f64, dead_time: f64, duration: f64, start: Start, seed: u64) -> Result<SpikeTrain> {
    check("rate", rate, duration)?;
    Allowed::NotNegative.check("dead_time", "ms", dead_time)?;
    let mean = 1000.0 / rate.abs();
    if mean == f64::INFINITY {
        return silent(duration);
    }
    Allowed::Below("1 / rate", mean).check("dead_time", "ms", dead_time)?;
    let mut rng = generator(seed);
    let exponential = |rng: &mut _| (mean - dead_time) * unit_exponential(rng);
    let first = match start {
        Start::Ordinary => dead_time + exponential(&mut rng),
        // Time 0 falls into a dead time with probability rate·d.
        Start::Equilibrium if rng.random::<f64>() * mean < dead_time => {
            // What remains of the dead time is uniform, and an exponential time follows.
            dead_time * rng.random::<f64>() + exponential(&mut rng)
        }
        Start::Equilibrium => exponential(&mut rng),
    };
    renewal(duration, first, || dead_time + exponential(&mut rng))
}

/// A process with intervals from a gamma distribution of `shape` k: CV = 1/√k, so that k = 1 is a Poisson process, k <
/// 1 fires in bursts, and a large k is almost a clock.
///
/// ```text
/// p(T) = (kr)^k T^(k−1) e^(−krT) / Γ(k)
/// ```
///
/// ```
/// use neurocomp::spike_train::generate::{self, Start};
///
/// let train = generate::gamma(20.0, 4.0, 100_000.0, Start::Equilibrium, 1)?;
/// assert!((train.cv().unwrap() - 0.5).abs() < 0.05);
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// If `rate` (Hz) is not ≥ 0, `shape` not from 0.01 to 10000, `duration` (ms) not > 0, or with more than ten million
/// spikes.
pub fn gamma(rate: f64, shape: f64, duration: f64, start: Start, seed: u64) -> Result<SpikeTrain> {
    check("rate", rate, duration)?;
    Allowed::Between(0.01, 1e4).check("shape", "", shape)?;
    let mean = 1000.0 / rate.abs();
    if mean == f64::INFINITY {
        return silent(duration);
    }
    let interval = unit_gamma(shape)?;
    // An interval into which a given moment falls is likelier to be a long one: its density is T p(T) r, again a gamma
    // density, of shape k + 1. What remains of it is a uniform part.
    let containing = unit_gamma(shape + 1.0)?;
    let (mut rng, scale) = (generator(seed), mean / shape);
    let first = match start {
        Start::Ordinary => interval.sample(&mut rng),
        Start::Equilibrium => rng.random::<f64>() * containing.sample(&mut rng),
    };
    renewal(duration, scale * first, || scale * interval.sample(&mut rng))
}

/// A process with intervals from an inverse Gaussian distribution with mean 1/`rate` and coefficient of variation `cv`:
/// the times that a random walk with a drift, which is an integrate-and-fire neuron without leak, takes from reset to
/// threshold.
///
/// ```text
/// p(T) = √(λ/2πT³) e^(−λ(T − μ)²/2μ²T)          μ = 1/r,  λ = μ/CV²
/// ```
///
/// Intervals are drawn by the method of J. R. Michael, W. R. Schucany & R. W. Haas, *Am. Stat.* 30, 88 (1976),
/// doi:10.2307/2683801. With `cv` = 0 they are all equal.
///
/// # Errors
///
/// If `rate` (Hz) is not ≥ 0, `cv` not from 0 to 100, `duration` (ms) not > 0, or with more than ten million spikes.
pub fn inverse_gaussian(rate: f64, cv: f64, duration: f64, start: Start, seed: u64) -> Result<SpikeTrain> {
    check("rate", rate, duration)?;
    Allowed::Between(0.0, 100.0).check("cv", "", cv)?;
    let mean = 1000.0 / rate.abs();
    if mean == f64::INFINITY {
        return silent(duration);
    }
    let mut rng = generator(seed);
    let first = match start {
        Start::Ordinary => unit_inverse_gaussian(cv, &mut rng),
        // If X has this distribution, 1/X has the density x p(x) of an interval that contains a given moment.
        Start::Equilibrium => rng.random::<f64>() / unit_inverse_gaussian(cv, &mut rng),
    };
    renewal(duration, mean * first, || mean * unit_inverse_gaussian(cv, &mut rng))
}

/// The spikes of a process that fires at `first` and then after every `interval`, all in ms.
fn renewal(duration: f64, first: f64, mut interval: impl FnMut() -> f64) -> Result<SpikeTrain> {
    let mut times = Vec::new();
    let mut t = first;
    while t <= duration {
        if times.len() == MAX_SPIKES {
            let expected = MAX_SPIKES as f64;
            return Err(super::too_many_spikes(expected));
        }
        times.push(t);
        t += interval();
    }
    SpikeTrain::new(times, 0.0, duration)
}

fn silent(duration: f64) -> Result<SpikeTrain> {
    SpikeTrain::new(Vec::new(), 0.0, duration)
}

pub(super) fn unit_exponential(rng: &mut impl Rng) -> f64 {
    rng.sample(Exp1)
}

/// The gamma distribution of this shape and scale 1, whose mean is the shape.
pub(super) fn unit_gamma(shape: f64) -> Result<Gamma<f64>> {
    Gamma::new(shape, 1.0).map_err(|_| Error::out_of_range("shape", "", Allowed::Positive, shape))
}

/// A number from the inverse Gaussian distribution of mean 1. The smaller of the two roots is written as a quotient: as
/// the usual difference it loses all digits for a large `cv`, and may come out negative.
fn unit_inverse_gaussian(cv: f64, rng: &mut impl Rng) -> f64 {
    let normal: f64 = rng.sample(StandardNormal);
    let half = 0.5 * (cv * normal).powi(2);
    let smaller = 1.0 / (1.0 + half + (half * (half + 2.0)).sqrt());
    if rng.random::<f64>() * (1.0 + smaller) <= 1.0 { smaller } else { 1.0 / smaller }
}
