//! Figures of a population: how fast, how irregular, how much together.
//!
//! | quantity | equation | independent neurons | all together |
//! | --- | --- | --- | --- |
//! | [`PopulationSpikes::rate`] | spikes/(neurons · duration) | | |
//! | [`PopulationSpikes::mean_cv`] | mean of sd(T)/⟨T⟩ over neurons | | |
//! | [`PopulationSpikes::synchrony`] | variance/mean of the number of spikes in a bin | 1 if Poisson, below if regular | number of neurons |
//! | [`voltage_synchrony`] | χ² = variance of the mean potential/mean variance of the potentials | 1/√N | 1 |
//! | [`PopulationRate::main_frequency`] | highest peak of the power spectrum of the population rate | | |

use ndarray::{Array1, ArrayRef2, Axis};
use std::f64::consts::TAU;

use super::PopulationSpikes;
use crate::Result;
use crate::error::check_count;
use crate::parameter::Allowed;
use crate::summary::{highest, mean, summary};
use crate::time_step;

/// A CV of few intervals says little and is too small on average; neurons with fewer are left out.
const MIN_INTERVALS: usize = 10;

/// The largest number of bins of a population rate.
const MAX_BINS: usize = 10_000_000;

/// The largest number of bins for a spectrum: the time grows with its square.
const MAX_SPECTRUM: usize = 20_000;

/// The rate of a population in the course of time.
#[derive(Clone, PartialEq)]
pub struct PopulationRate {
    /// The middle of each bin, ms.
    pub t: Array1<f64>,
    /// Spikes per neuron and second in each bin, Hz.
    pub rate: Array1<f64>,
    /// The width of a bin, ms.
    pub bin_size: f64,
}

summary!(PopulationRate, |rate| {
    let (mean, highest) = (mean(&rate.rate, 2), highest(&rate.rate, 2));
    format!("bins: {}, bin_size: {} ms, mean: {mean} Hz, max: {highest} Hz", rate.rate.len(), rate.bin_size)
});

impl PopulationSpikes {
    /// Length of the observation, ms.
    pub fn duration(&self) -> f64 {
        self.t_stop - self.t_start
    }

    /// Mean firing rate of the neurons, Hz.
    pub fn rate(&self) -> f64 {
        self.spike_times.len() as f64 / self.size as f64 / self.duration() * 1000.0
    }

    /// Firing rate of each neuron, Hz.
    ///
    /// # Errors
    ///
    /// As for [`PopulationSpikes::spike_trains`].
    pub fn rates(&self) -> Result<Array1<f64>> {
        Ok(self.spike_trains()?.iter().map(|train| train.rate()).collect())
    }

    /// Mean over neurons of the coefficient of variation of their intervals, of those with at least 10 intervals;
    /// `None` if there are no such neurons.
    ///
    /// # Errors
    ///
    /// As for [`PopulationSpikes::spike_trains`].
    pub fn mean_cv(&self) -> Result<Option<f64>> {
        let trains = self.spike_trains()?;
        let long = trains.iter().filter(|train| train.len() > MIN_INTERVALS);
        let cvs: Array1<f64> = long.filter_map(|train| train.cv()).collect();
        Ok(cvs.mean())
    }

    /// The number of spikes of the whole population in bins of `bin_size` (ms). What does not fill a last bin is left
    /// out.
    ///
    /// # Errors
    ///
    /// If `bin_size` is not > 0, or there is not one bin or more than 10 million.
    pub fn counts(&self, bin_size: f64) -> Result<Array1<f64>> {
        time_step::check_positive("bin_size", bin_size)?;
        // A duration that is not quite a whole number of bins because of rounding has all of them.
        let bins = (self.duration() / bin_size + 1e-6).floor();
        check_count("bins", 1, MAX_BINS, bins as usize)?;
        let mut counts = Array1::zeros(bins as usize);
        for t in &self.spike_times {
            // A spike at the end of a step belongs to the bin in which the step lies: (t − bin, t].
            let bin = ((t - self.t_start) / bin_size - 1e-6).floor().max(0.0) as usize;
            if let Some(count) = counts.get_mut(bin) {
                *count += 1.0;
            }
        }
        Ok(counts)
    }

    /// The rate of the population in bins of `bin_size` (ms).
    ///
    /// # Errors
    ///
    /// As for [`PopulationSpikes::counts`].
    pub fn population_rate(&self, bin_size: f64) -> Result<PopulationRate> {
        check_count("size", 1, usize::MAX, self.size)?;
        let counts = self.counts(bin_size)?;
        Ok(PopulationRate {
            t: Array1::from_shape_fn(counts.len(), |k| self.t_start + (k as f64 + 0.5) * bin_size),
            rate: counts * (1000.0 / (self.size as f64 * bin_size)),
            bin_size,
        })
    }

    /// Synchrony: variance over mean of the number of spikes of the population in bins of `bin_size` (ms). Independent
    /// Poisson neurons give 1, independent regular ones less; N neurons that fire together in few of the bins give
    /// almost N. `None` without spikes.
    ///
    /// # Errors
    ///
    /// As for [`PopulationSpikes::counts`].
    pub fn synchrony(&self, bin_size: f64) -> Result<Option<f64>> {
        let counts = self.counts(bin_size)?;
        let mean = counts.sum() / counts.len() as f64;
        Ok((mean > 0.0).then(|| counts.var(0.0) / mean))
    }
}

/// Synchrony χ of the potentials `v` (neurons × times, as in [`Voltages`](super::Voltages)): with V̄ the mean over
/// neurons,
///
/// ```text
/// χ² = variance of V̄(t) over time / mean over neurons of the variance of V_i(t)
/// ```
///
/// 1 if all do the same, about 1/√N if N neurons are independent (Golomb & Rinzel 1994,
/// doi:10.1016/0167-2789(94)90214-3). `None` if no potential changes or there is none.
///
/// ```
/// use neurocomp::ndarray::array;
/// use neurocomp::network::voltage_synchrony;
///
/// assert_eq!(voltage_synchrony(&array![[1.0, 2.0, 1.0, 2.0], [1.0, 2.0, 1.0, 2.0]]), Some(1.0));
/// assert_eq!(voltage_synchrony(&array![[1.0, 2.0, 1.0, 2.0], [2.0, 1.0, 2.0, 1.0]]), Some(0.0)); // in antiphase
/// ```
pub fn voltage_synchrony(v: &ArrayRef2<f64>) -> Option<f64> {
    if v.is_empty() {
        return None;
    }
    let together = v.mean_axis(Axis(0))?.var(0.0);
    let each = v.var_axis(Axis(1), 0.0).mean()?;
    (each > 0.0).then(|| (together / each).sqrt())
}

impl PopulationRate {
    /// The power spectrum of the deviations from the mean: frequencies (Hz) k/duration, k = 1 … bins/2, and power (Hz²)
    /// at them, |Σ_j (r_j − ⟨r⟩) e^(−2πi jk/n)|²/n².
    ///
    /// # Errors
    ///
    /// If there are fewer than 4 or more than 20,000 bins.
    pub fn power_spectrum(&self) -> Result<(Array1<f64>, Array1<f64>)> {
        let n = self.rate.len();
        check_count("bins", 4, MAX_SPECTRUM, n)?;
        let mean = self.rate.sum() / n as f64;
        let waves: Vec<(f64, f64)> = (0..n).map(|k| (TAU * k as f64 / n as f64).sin_cos()).collect();
        let power = |k: usize| {
            let (mut real, mut imaginary) = (0.0, 0.0);
            for (j, r) in self.rate.iter().enumerate() {
                let (sin, cos) = waves[j * k % n];
                real += (r - mean) * cos;
                imaginary += (r - mean) * sin;
            }
            (real * real + imaginary * imaginary) / (n * n) as f64
        };
        let frequencies = (1..=n / 2).map(|k| k as f64 * 1000.0 / (n as f64 * self.bin_size));
        Ok((frequencies.collect(), (1..=n / 2).map(power).collect()))
    }

    /// The frequency (Hz) at which the population oscillates: where the power spectrum, averaged over windows of
    /// `width` (Hz), is highest. A population that does not oscillate has such a frequency, too, by chance.
    ///
    /// # Errors
    ///
    /// As for [`PopulationRate::power_spectrum`], and if `width` is not > 0.
    pub fn main_frequency(&self, width: f64) -> Result<f64> {
        Allowed::Positive.check("width", "Hz", width)?;
        let (frequency, power) = self.power_spectrum()?;
        let reach = ((0.5 * width / frequency[0]) as usize).min(power.len());
        let smooth = |k: usize| {
            let window = &power.as_slice().unwrap_or(&[])[k.saturating_sub(reach)..(k + reach + 1).min(power.len())];
            window.iter().sum::<f64>() / window.len() as f64
        };
        let best = (0..power.len()).max_by(|&a, &b| smooth(a).total_cmp(&smooth(b)));
        Ok(frequency[best.unwrap_or(0)])
    }
}
