//! The firing rate as a smooth curve: each spike replaced by a kernel.

use ndarray::Array1;

use super::{SpikeTrain, trials};
use crate::Result;
use crate::parameter::Allowed;
use crate::summary::{highest, mean, summary};
use crate::time_step::{self, MAX_SAMPLES};

mod grid;

use grid::Grid;

/// The shape κ(s) that replaces a spike, s ms after it; its integral is 1.
///
/// | kernel | κ(s), per ms | before the spike | mean delay |
/// | --- | --- | --- | --- |
/// | Gaussian | e^(−s²/2σ²) / (σ √(2π)) | the same | 0 |
/// | exponential | e^(−s/τ) / τ | 0 | τ |
/// | alpha | (s/τ²) e^(−s/τ) | 0 | 2τ |
///
/// The last two are causal: the rate at a time depends only on spikes up to then, as it must in a neuron that listens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kernel {
    /// A bell that looks into the past and the future alike.
    Gaussian {
        /// Its width, the standard deviation σ, ms; > 0.
        width: f64,
    },
    /// A jump and an exponential decay, as the current of a fast synapse.
    Exponential {
        /// Time constant τ, ms; > 0.
        tau: f64,
    },
    /// A rise and a decay, as the current of a slow synapse; highest τ after the spike.
    Alpha {
        /// Time constant τ, ms; > 0.
        tau: f64,
    },
}

/// A firing rate over time, from kernels.
#[derive(Clone, PartialEq)]
pub struct KernelRate {
    /// The middle of each sample's piece of time, ms.
    pub t: Array1<f64>,
    /// The firing rate, Hz: as many samples as `t`.
    pub rate: Array1<f64>,
    /// The length of each piece, ms; the sum of rate · dt is the number of spikes (times 1000: rate is in Hz).
    pub dt: f64,
}

summary!(KernelRate, |k| {
    let (mean, highest) = (mean(&k.rate, 2), highest(&k.rate, 2));
    format!("samples: {}, dt: {} ms, mean: {mean} Hz, max: {highest} Hz", k.rate.len(), k.dt)
});

impl SpikeTrain {
    /// The firing rate as a sum of kernels, one for each spike, in steps of about `dt` ms:
    ///
    /// ```text
    /// r(t) = Σ_k κ(t − t^k) / ∫ κ(s − t^k) ds          integral from t_start to t_stop
    /// ```
    ///
    /// - The observation is divided into n = duration/`dt` pieces (rounded) of equal length, given back as `dt`; there
    ///   is one sample for each piece, and `t` is its middle.
    /// - No spike is lost at the borders: each kernel is divided by the part of it that lies inside, and the sum of
    ///   rate · dt is the number of spikes but for rounding, whatever the kernel and the step. The price: a causal
    ///   kernel whose spike comes just before `t_stop` is squeezed into what remains, and the rate there is noisy.
    /// - Exponential and alpha: each sample is the mean of r over its piece, computed by recursion in a time
    ///   proportional to samples plus spikes.
    /// - Gaussian: each sample is the value in the middle of its piece, which differs from the mean by (dt/σ)²/24 of
    ///   it. Beyond 6σ the kernel is 0 (2·10⁻⁹ of it, which the division restores). It takes 12 σ/dt
    ///   samples for each spike: choose `dt` not much below σ/10.
    ///
    /// (elephant's `instantaneous_rate` first takes spikes to bins, drops a last bin that is shorter, cuts kernels at 5
    /// standard deviations, loses what lies outside unless `border_correction` is asked for, which only the Gaussian
    /// has, and moves a causal kernel back by its median unless `center_kernel=False`. Its `AlphaKernel` is given by
    /// the standard deviation √2 τ.)
    ///
    /// ```
    /// use neurocomp::spike_train::{Kernel, SpikeTrain};
    ///
    /// let train = SpikeTrain::new(vec![0.0, 300.0, 310.0, 1000.0], 0.0, 1000.0)?;
    /// let smooth = train.kernel_rate(Kernel::Gaussian { width: 20.0 }, 1.0)?;
    /// assert_eq!(smooth.rate.len(), 1000);
    /// let spikes = smooth.rate.sum() * smooth.dt / 1000.0;
    /// assert!((spikes - 4.0).abs() < 1e-10);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If `dt` is not > 0, longer than the observation, or makes more than 20 million samples; if σ or τ is not > 0 or
    /// is more than a million times the observation, or less than 10⁻¹⁰⁰ of it.
    pub fn kernel_rate(&self, kernel: Kernel, dt: f64) -> Result<KernelRate> {
        kernel_rate(std::slice::from_ref(self), kernel, dt)
    }
}

/// The firing rate of several trials, averaged: the mean of their [`SpikeTrain::kernel_rate`]s.
///
/// # Errors
///
/// As there; or if there is no trial, or trials were not observed over the same time.
pub fn kernel_rate(trials: &[SpikeTrain], kernel: Kernel, dt: f64) -> Result<KernelRate> {
    let (t_start, t_stop) = trials::observation(trials, 1)?;
    let duration = t_stop - t_start;
    let cells = time_step::steps(dt, duration, MAX_SAMPLES)?;
    let width = match kernel {
        Kernel::Gaussian { width } => Allowed::Positive.check("width", "ms", width)?,
        Kernel::Exponential { tau } | Kernel::Alpha { tau } => Allowed::Positive.check("tau", "ms", tau)?,
    };
    // A kernel that is flat over the whole observation: anything wider is the same, but for the rounding.
    Allowed::Between(1e-100 * duration, 1e6 * duration).check("kernel", "ms", width)?;

    let grid = Grid { t_start, dt: duration / cells as f64, cells };
    let mut spikes = vec![0.0; cells];
    for trial in trials {
        match kernel {
            Kernel::Gaussian { width } => grid.add_gaussians(&trial.times, width, &mut spikes),
            Kernel::Exponential { tau } => grid.add_causal(&trial.times, tau, false, &mut spikes),
            Kernel::Alpha { tau } => grid.add_causal(&trial.times, tau, true, &mut spikes),
        }
    }
    let to_hz = 1000.0 / (grid.dt * trials.len() as f64);
    let mut rate = Array1::from(spikes);
    rate *= to_hz;
    Ok(KernelRate { t: Array1::from_shape_fn(cells, |k| grid.middle(k)), rate, dt: grid.dt })
}

#[cfg(test)]
mod tests;
