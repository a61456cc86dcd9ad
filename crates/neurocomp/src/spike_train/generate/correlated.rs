//! Poisson trains that share spikes.

use rand::Rng;
use rand_xoshiro::Xoshiro256PlusPlus;

use super::inhomogeneous::thinning;
use super::{MAX_SPIKES, check};
use crate::Result;
use crate::error::check_count;
use crate::limits::MAX_LISTS;
use crate::noise::{cell_seed, generator};
use crate::parameter::Allowed;
use crate::spike_train::SpikeTrain;

/// `neurons` Poisson trains of `rate` (Hz), every two of which have the given `correlation` c of their counts, by the
/// *multiple interaction process*: one mother train of rate/c, of which each train copies each spike with probability
/// c.
///
/// A copied spike is moved by a time of its own, uniform from −`jitter` to `jitter` (ms): with 0 shared spikes are
/// simultaneous, otherwise the cross-correlogram has a triangular peak of half-width 2·`jitter`, and counts must be
/// long compared with it to have the correlation c. A mother spike is copied by any number of trains, c·`neurons` on
/// average: many neurons seldom fire all together. Compare [`single_interaction`].
///
/// ```
/// use neurocomp::spike_train::generate::multiple_interaction;
///
/// let trains = multiple_interaction(2, 20.0, 0.3, 0.0, 100_000.0, 1)?;
/// let shared = trains[0].times().iter().filter(|t| trains[1].times().contains(t)).count();
/// assert!((shared as f64 / trains[0].len() as f64 - 0.3).abs() < 0.05);
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// If `rate` or `jitter` is not ≥ 0, `correlation` not from 0 to 1, `duration` not > 0, or with more than ten million
/// spikes in all trains together.
pub fn multiple_interaction(
    neurons: usize,
    rate: f64,
    correlation: f64,
    jitter: f64,
    duration: f64,
    seed: u64,
) -> Result<Vec<SpikeTrain>> {
    check_population(neurons, rate, correlation, jitter, duration)?;
    if correlation == 0.0 {
        return alone(neurons, rate, duration, seed);
    }
    // Spikes may jump in from outside, as others jump out.
    let observed = duration + 2.0 * jitter;
    let mother = constant(rate / correlation, observed, &mut generator(seed))?;
    (0..neurons)
        .map(|neuron| {
            let mut rng = generator(cell_seed(seed, neuron, 1));
            let copied = mother.iter().copied().filter(|_| rng.random::<f64>() < correlation).collect();
            moved(copied, jitter, duration, &mut rng)
        })
        .collect()
}

/// `neurons` Poisson trains of `rate` (Hz), every two of which have the given `correlation` c of their counts, by the
/// *single interaction process*: one common source of rate c·`rate` whose spikes occur in all trains, and independent
/// spikes of (1 − c)·`rate` in each.
///
/// Pairs are correlated just as in [`multiple_interaction`], but here all neurons fire together or none does: what a
/// third neuron adds is different, and so is the effect on a neuron that listens to them all. `jitter` (ms) is as
/// there.
///
/// # Errors
///
/// As for [`multiple_interaction`].
pub fn single_interaction(
    neurons: usize,
    rate: f64,
    correlation: f64,
    jitter: f64,
    duration: f64,
    seed: u64,
) -> Result<Vec<SpikeTrain>> {
    check_population(neurons, rate, correlation, jitter, duration)?;
    let observed = duration + 2.0 * jitter;
    let common = constant(rate * correlation, observed, &mut generator(seed))?;
    (0..neurons)
        .map(|neuron| {
            let mut rng = generator(cell_seed(seed, neuron, 1));
            let mut spikes = constant(rate * (1.0 - correlation), observed, &mut rng)?;
            spikes.extend(&common);
            moved(spikes, jitter, duration, &mut rng)
        })
        .collect()
}

fn check_population(neurons: usize, rate: f64, correlation: f64, jitter: f64, duration: f64) -> Result<()> {
    check("rate", rate, duration)?;
    check_count("neurons", 0, MAX_LISTS, neurons)?;
    Allowed::Between(0.0, 1.0).check("correlation", "", correlation)?;
    Allowed::NotNegative.check("jitter", "ms", jitter)?;
    let expected = neurons as f64 * rate * duration / 1000.0;
    if expected > MAX_SPIKES as f64 {
        return Err(super::too_many_spikes(expected));
    }
    Ok(())
}

fn alone(neurons: usize, rate: f64, duration: f64, seed: u64) -> Result<Vec<SpikeTrain>> {
    (0..neurons).map(|neuron| super::poisson(rate, duration, cell_seed(seed, neuron, 1))).collect()
}

fn constant(rate: f64, duration: f64, rng: &mut Xoshiro256PlusPlus) -> Result<Vec<f64>> {
    thinning(|_| rate, rate, 1.0, duration, rng)
}

/// Moves spikes from −`jitter` to `jitter`, with time counted from `jitter`, and keeps those that come to lie in the
/// observation.
fn moved(mut spikes: Vec<f64>, jitter: f64, duration: f64, rng: &mut Xoshiro256PlusPlus) -> Result<SpikeTrain> {
    if jitter > 0.0 {
        for t in &mut spikes {
            *t += jitter * (2.0 * rng.random::<f64>() - 1.0) - jitter;
        }
        spikes.retain(|t| (0.0..=duration).contains(t));
    }
    spikes.sort_by(f64::total_cmp);
    SpikeTrain::new(spikes, 0.0, duration)
}
