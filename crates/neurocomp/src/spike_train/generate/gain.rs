//! A neuron that is not equally excitable in every trial.

use rand_distr::Distribution;

use super::check;
use super::inhomogeneous::thinning;
use super::renewal::unit_gamma;
use crate::Result;
use crate::error::check_count;
use crate::limits::MAX_LISTS;
use crate::limits::check_values;
use crate::noise::{cell_seed, generator};
use crate::parameter::Allowed;
use crate::spike_train::SpikeTrain;

/// Trials of a Poisson process of rate g·rate(t), where the gain g is drawn anew for each trial from a gamma
/// distribution of mean 1 and variance `gain_variance`: attention, arousal, what the rest of the brain does.
///
/// Counts of spikes then vary more than a Poisson process's, as they do in vivo; see [`modulated_fano_factor`].
/// Time t and `duration` are in ms, rate(t) ≤ `max_rate` in Hz (before the gain). With `gain_variance` = 0 all trials
/// are Poisson.
///
/// ```
/// use neurocomp::spike_train::generate::modulated_poisson;
///
/// let trials = modulated_poisson(|_t| 20.0, 20.0, 0.1, 500, 1000.0, 1)?;
/// let counts: Vec<f64> = trials.iter().map(|trial| trial.len() as f64).collect();
/// let mean = counts.iter().sum::<f64>() / 500.0;
/// let variance = counts.iter().map(|n| (n - mean).powi(2)).sum::<f64>() / 499.0;
/// // Fano factor 1 + 0.1·20 = 3.
/// assert!((variance / mean - 3.0).abs() < 0.7);
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// As for [`inhomogeneous_poisson`](super::inhomogeneous_poisson), if `gain_variance` is not from 0 to 100, or for more than a million
/// trials or 250 million spikes in all.
pub fn modulated_poisson(
    rate: impl Fn(f64) -> f64,
    max_rate: f64,
    gain_variance: f64,
    trials: usize,
    duration: f64,
    seed: u64,
) -> Result<Vec<SpikeTrain>> {
    check("max_rate", max_rate, duration)?;
    Allowed::Between(0.0, 100.0).check("gain_variance", "", gain_variance)?;
    check_count("trials", 0, MAX_LISTS, trials)?;
    check_values("trials · max_rate · duration / 1000", trials as f64 * max_rate * duration / 1000.0)?;
    (0..trials)
        .map(|trial| {
            let mut rng = generator(cell_seed(seed, trial, 0));
            let gain = if gain_variance > 0.0 {
                gain_variance * unit_gamma(1.0 / gain_variance)?.sample(&mut rng)
            } else {
                1.0
            };
            let times = thinning(&rate, max_rate, gain, duration, &mut rng)?;
            SpikeTrain::new(times, 0.0, duration)
        })
        .collect()
}

/// The Fano factor of counts with mean `mean_count`, if the gain has the variance `gain_variance`:
///
/// ```text
/// var(N) = ⟨N⟩ + var(g) ⟨N⟩²          F = var(N)/⟨N⟩ = 1 + var(g) ⟨N⟩
/// ```
///
/// A Poisson count varies by its mean; the mean itself varies by var(g) ⟨N⟩² from trial to trial.
pub fn modulated_fano_factor(mean_count: f64, gain_variance: f64) -> f64 {
    1.0 + gain_variance * mean_count
}
