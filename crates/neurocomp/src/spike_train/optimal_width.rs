//! How wide a bin or a kernel should be.

use ndarray::Array1;
use rayon::prelude::*;
use std::f64::consts::{PI, SQRT_2};

use crate::Result;
use crate::error::check_count;
use crate::parallel::in_parallel;
use crate::spike_train::MAX_BINS;

use super::{SpikeTrain, bins, trials};
use crate::parameter::Allowed;
use crate::summary::summary;

/// The widths tried, what each would cost, and the best of them.
///
/// The cost is the expected squared error of the estimated rate, up to a constant that is the same for all widths and
/// that nobody knows without knowing the rate: it may be negative, and only its minimum means something. Too narrow
/// a width shows noise as if it were rate, too wide a width smears the rate.
#[derive(Clone, PartialEq)]
pub struct OptimalWidth {
    /// The widths tried, ms.
    pub widths: Array1<f64>,
    /// The cost of each.
    pub cost: Array1<f64>,
    /// The width of least cost, ms; the first if there are several.
    pub best: f64,
}

summary!(OptimalWidth, |width| format!("best: {:.4} ms, tried: {}", width.best, width.widths.len()));

impl OptimalWidth {
    fn new(widths: Vec<f64>, cost: Vec<f64>) -> OptimalWidth {
        let mut best = 0;
        for k in 1..cost.len() {
            if cost[k] < cost[best] {
                best = k;
            }
        }
        OptimalWidth { best: widths[best], widths: widths.into(), cost: cost.into() }
    }
}

/// The bin size of a [`psth`](super::psth) that describes the rate best, of the widths Δ = T/N that divide the
/// observation T into N = 1 … `most_bins` bins.
///
/// ```text
/// C(Δ) = (2 k̄ − v) / (n Δ)²          k̄ = Σ k_i/N,  v = Σ (k_i − k̄)²/N     (not N − 1)
/// ```
///
/// k_i is the number of spikes of all n trials together in bin i, and spikes are taken as Poisson; the cost is in Hz².
/// The cost jumps a little from one N to the next; where its minimum is flat any bin nearby does as well. If the best
/// is a single bin, the data do not show that the rate changes at all.
///
/// ```
/// use neurocomp::spike_train::{SpikeTrain, optimal_bin_size};
///
/// // Spikes only in the first 100 ms of every 200 ms: bins of 100 ms show exactly that.
/// let times = (0..400).map(|k| 200.0 * (k / 40) as f64 + 2.5 * (k % 40) as f64 + 1.0).collect();
/// let best = optimal_bin_size(&[SpikeTrain::new(times, 0.0, 2000.0)?], 60)?.best;
/// assert_eq!(best, 100.0);
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// H. Shimazaki & S. Shinomoto, *Neural Comput.* 19, 1503 (2007), doi:10.1162/neco.2007.19.6.1503.
///
/// # Errors
///
/// If there is no trial or no spike, if trials were not observed over the same time, or if `most_bins` is 0 or more
/// than a million. It takes as long as N histograms.
pub fn optimal_bin_size(trials: &[SpikeTrain], most_bins: usize) -> Result<OptimalWidth> {
    let (t_start, t_stop) = observed_spikes(trials)?;
    check_count("most_bins", 1, MAX_BINS, most_bins)?;
    let widths: Vec<f64> = (1..=most_bins).map(|n| (t_stop - t_start) / n as f64).collect();
    let cost: Result<Vec<f64>> =
        in_parallel(|| widths.par_iter().map(|&width| bin_cost(trials, t_start, t_stop, width)).collect());
    Ok(OptimalWidth::new(widths, cost?))
}

fn bin_cost(trials: &[SpikeTrain], t_start: f64, t_stop: f64, width: f64) -> Result<f64> {
    let edges = bins::edges(t_start, t_stop, width)?;
    let mut counts = Array1::zeros(edges.len() - 1);
    for trial in trials {
        bins::add_counts(&trial.times, &edges, &mut counts);
    }
    let n = counts.len() as f64;
    let mean = counts.sum() as f64 / n;
    let variance = counts.iter().map(|&k| (k as f64 - mean).powi(2)).sum::<f64>() / n;
    let exposure = trials.len() as f64 * width / 1000.0;
    Ok((2.0 * mean - variance) / (exposure * exposure))
}

/// The standard deviation of a Gaussian kernel that describes the rate best ([`Kernel::Gaussian`](super::Kernel)), out
/// of `candidates` (ms).
///
/// ```text
/// C(w) = [ N + 2 Σ_(i<j) ( e^(−d²/4w²) − 2√2 e^(−d²/2w²) ) ] / (2 √π w n²),     d = t_i − t_j
/// ```
///
/// for the N spikes t_i of all n trials together, taken as Poisson; the cost is in Hz² s. It is for kernels without
/// borders: the part of a kernel outside the observation counts, too. (elephant's `optimal_kernel_bandwidth`
/// takes spikes to the nearest sample, and cuts the kernels at the borders.) Pairs further apart than 12 w are left
/// out: they matter less than rounding. The time grows with the number of closer pairs, for each candidate.
///
/// ```
/// use neurocomp::spike_train::{SpikeTrain, optimal_bandwidth};
///
/// // A volley of 30 spikes within 30 ms every 500 ms.
/// let times = (0..300).map(|k| 500.0 * (k / 30) as f64 + 200.0 + (k % 30) as f64).collect();
/// let train = SpikeTrain::new(times, 0.0, 5000.0)?;
/// let optimal = optimal_bandwidth(&[train], &[0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0])?;
/// assert!(optimal.best < 20.0);
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// H. Shimazaki & S. Shinomoto, *J. Comput. Neurosci.* 29, 171 (2010), doi:10.1007/s10827-009-0180-4.
///
/// # Errors
///
/// If there is no trial, no spike or no candidate, if trials were not observed over the same time, or if a candidate is
/// not > 0.
pub fn optimal_bandwidth(trials: &[SpikeTrain], candidates: &[f64]) -> Result<OptimalWidth> {
    observed_spikes(trials)?;
    Allowed::Positive.check_list("candidates", "ms", candidates)?;
    let mut times: Vec<f64> = trials.iter().flat_map(|trial| trial.times.clone()).collect();
    times.sort_unstable_by(f64::total_cmp);
    let n = trials.len() as f64;
    let cost: Vec<f64> =
        in_parallel(|| candidates.par_iter().map(|&width| 1000.0 * kernel_cost(&times, width) / (n * n)).collect());
    Ok(OptimalWidth::new(candidates.to_vec(), cost))
}

/// The cost of one trial, per ms.
fn kernel_cost(times: &[f64], width: f64) -> f64 {
    let mut pairs = 0.0;
    for (i, &t) in times.iter().enumerate() {
        for &later in &times[i + 1..] {
            let d = (later - t) / width;
            if d > 12.0 {
                break;
            }
            // The second exponential is the square of the first.
            let wide = (-0.25 * d * d).exp();
            pairs += wide * (1.0 - 2.0 * SQRT_2 * wide);
        }
    }
    (times.len() as f64 + 2.0 * pairs) / (2.0 * PI.sqrt() * width)
}

fn observed_spikes(trials: &[SpikeTrain]) -> Result<(f64, f64)> {
    let observation = trials::observation(trials, 1)?;
    if trials.iter().all(SpikeTrain::is_empty) {
        return Err(super::too_few_spikes(1, 0));
    }
    Ok(observation)
}

#[cfg(test)]
mod tests;
