//! Spike trains: when a neuron fired, how fast and how regularly.
//!
//! A spike train is the list of times t¹ < t² < … of the spikes seen between `t_start` and `t_stop`. As a signal it is
//!
//! ```text
//! S(t) = Σ_k δ(t − t^k)
//! ```
//!
//! and everything below is read off the times:
//!
//! | quantity | equation | unit | regular | Poisson |
//! | --- | --- | --- | --- | --- |
//! | interspike interval, [`SpikeTrain::isi`] | T_k = t^(k+1) − t^k | ms | all equal | exponential |
//! | firing rate, [`SpikeTrain::rate`] | r = ⟨S⟩ = number of spikes / duration | Hz | | |
//! | rate from intervals, [`SpikeTrain::mean_isi_rate`] | 1 / ⟨T⟩ | Hz | | |
//! | coefficient of variation, [`SpikeTrain::cv`] | CV = sd(T) / ⟨T⟩ | none | 0 | 1 |
//! | [`SpikeTrain::cv2`], [`SpikeTrain::lv`], [`SpikeTrain::lvr`] | difference of neighbours T | none | 0 | 1 |
//! | Fano factor, [`fano_factor`], [`SpikeTrain::fano_factors`] | F = var(N) / ⟨N⟩ of spike counts N | none | 0 | 1 |
//! | hazard, [`SpikeTrain::hazard`] | rate of intervals of age T that end now | Hz | | r |
//! | survivor function, [`SpikeTrain::survivor`] | P(interval > T) | none | step | e^(−rT) |
//! | peristimulus time histogram, [`psth`] | spikes / (trials · bin) | Hz | | r |
//! | smoothed rate, [`SpikeTrain::kernel_rate`] | r(t) = Σ_k κ(t − t^k) | Hz | | r |
//! | best width of a bin or kernel, [`optimal_bin_size`], [`optimal_bandwidth`] | least expected error | ms | | |
//! | correlograms, [`autocorrelogram`], [`cross_correlogram`] | pairs of spikes against their lag | Hz | | r |
//! | spike time tiling, [`spike_time_tiling`] | spikes near spikes of the other train | none | | 0 |
//! | spike-triggered average, [`spike_triggered_average`] | mean of a signal around spikes | the signal’s | | |
//! | distances between trains, [`distance`] | Victor–Purpura, van Rossum, ISI, SPIKE | | | |
//! | parts, delays, many trains in one | [`SpikeTrain::slice`], [`SpikeTrain::shift`], [`SpikeTrain::superpose`] | | | |
//! | spikes made by chance | [`generate`] | | | |
//! | what would remain by chance | [`surrogate`] | | | |
//!
//! [`threshold_crossings`] finds the spikes in a recorded potential, [`histogram`] shows how intervals are distributed.
//!
//! # Example
//!
//! ```
//! use neurocomp::spike_train::SpikeTrain;
//!
//! // Four spikes in a second of recording, times in ms.
//! let train = SpikeTrain::new(vec![100.0, 300.0, 500.0, 900.0], 0.0, 1000.0)?;
//! assert_eq!(train.rate(), 4.0);
//! assert_eq!(train.isi().to_vec(), [200.0, 200.0, 400.0]);
//! // Mean interval 800/3 ms, standard deviation (over N intervals) √(80000/9) ms: their ratio is √(1/8).
//! assert!((train.cv().unwrap() - (1.0_f64 / 8.0).sqrt()).abs() < 1e-12);
//! # Ok::<(), neurocomp::Error>(())
//! ```
//!
//! # Sources
//!
//! P. Dayan & L. F. Abbott, *Theoretical Neuroscience*, MIT Press 2001, chapter 1. W. Gerstner, W. M. Kistler, R. Naud &
//! L. Paninski, *Neuronal Dynamics*, Cambridge University Press 2014, chapter 7, doi:10.1017/CBO9781107447615.

use ndarray::{Array1, ArrayRef1};

use crate::error::{check_increasing, check_same_length, number};
use crate::parameter::Allowed;
use crate::summary::{first_five, spikes, summary};
use crate::{Error, Result};

pub(crate) mod bins;
mod correlogram;
mod detection;
pub mod distance;
mod edit;
pub mod generate;
mod histogram;
mod interval;
mod kernel_rate;
mod optimal_width;
mod psth;
pub mod surrogate;
mod tiling;
mod trials;
mod triggered_average;
mod variability;

pub use correlogram::{Correlogram, TrialCorrelogram, autocorrelogram, cross_correlogram, cross_correlogram_of_trials};
pub use detection::threshold_crossings_with_dead_time;
pub use histogram::{Histogram, histogram};
pub use interval::Hazard;
pub use kernel_rate::{Kernel, KernelRate, kernel_rate};
pub use optimal_width::{OptimalWidth, optimal_bandwidth, optimal_bin_size};
pub use psth::{Psth, psth};
pub use tiling::spike_time_tiling;
pub use triggered_average::{TriggeredAverage, spike_triggered_average};
pub use variability::{fano_factor, fano_factors};

/// The largest number of bins of a histogram: a million.
pub const MAX_BINS: usize = 1_000_000;

/// Spike times in ms, in order, inside the interval [`t_start`, `t_stop`] in which the neuron was observed.
///
/// The interval belongs to the data: two spikes in a second are another rate than two spikes in an hour.
#[derive(Clone, PartialEq)]
pub struct SpikeTrain {
    times: Vec<f64>,
    t_start: f64,
    t_stop: f64,
}

impl SpikeTrain {
    /// Checks and keeps spike times (ms) observed from `t_start` to `t_stop` (ms). Times may be equal, as in data whose
    /// clock is coarse, but never go back.
    ///
    /// # Errors
    ///
    /// If the interval is empty or not finite, if a time is not finite or lies outside, or if times are not in order.
    pub fn new(times: Vec<f64>, t_start: f64, t_stop: f64) -> Result<SpikeTrain> {
        let duration = t_stop - t_start;
        if !(duration.is_finite() && duration > 0.0) {
            let [t_start, t_stop] = [t_start, t_stop].map(number);
            return Err(Error::text(
                format!("t_start and t_stop must be finite with t_start < t_stop, received {t_start} and {t_stop} ms"),
                format!("t_start et t_stop doivent être finis avec t_start < t_stop, reçu {t_start} et {t_stop} ms"),
            ));
        }
        for (k, &time) in times.iter().enumerate() {
            // Written so that NaN fails.
            if !(time >= t_start && time <= t_stop) {
                return Err(outside(k, time, t_start, t_stop));
            }
            if k > 0 && time < times[k - 1] {
                return Err(Error::Order { name: "times", unit: "ms", index: k, before: times[k - 1], received: time });
            }
        }
        Ok(SpikeTrain { times, t_start, t_stop })
    }

    /// The spike times, ms.
    pub fn times(&self) -> &[f64] {
        &self.times
    }

    /// The number of spikes.
    pub fn len(&self) -> usize {
        self.times.len()
    }

    /// Whether the neuron stayed silent.
    pub fn is_empty(&self) -> bool {
        self.times.is_empty()
    }

    /// The beginning of the observation, ms.
    pub fn t_start(&self) -> f64 {
        self.t_start
    }

    /// The end of the observation, ms.
    pub fn t_stop(&self) -> f64 {
        self.t_stop
    }

    /// The length of the observation t_stop − t_start, ms; always positive.
    pub fn duration(&self) -> f64 {
        self.t_stop - self.t_start
    }

    /// Interspike intervals T_k = t^(k+1) − t^k, ms: one fewer than spikes, none if there are fewer than two spikes.
    pub fn isi(&self) -> Array1<f64> {
        self.times.windows(2).map(|pair| pair[1] - pair[0]).collect()
    }

    /// Firing rate, Hz: number of spikes over duration. The error of this estimate is about one spike over the duration
    /// even for a perfectly regular train.
    pub fn rate(&self) -> f64 {
        self.len() as f64 / self.duration() * 1000.0
    }

    /// Firing rate 1/⟨T⟩ from the mean interval, Hz: exact for a regular train, whatever the duration. `None` with fewer
    /// than two spikes, or if all of them are simultaneous.
    pub fn mean_isi_rate(&self) -> Option<f64> {
        let (first, last) = (self.times.first()?, self.times.last()?);
        let span = last - first;
        (span > 0.0).then(|| (self.len() - 1) as f64 / span * 1000.0)
    }

    /// Coefficient of variation CV = sd(T)/⟨T⟩ of the intervals: 0 for a clock, 1 for a Poisson process. The standard
    /// deviation is √(Σ (T_k − ⟨T⟩)² / N) over the N intervals. `None` with fewer than two intervals (three spikes),
    /// where there is nothing to vary, or if all spikes are simultaneous.
    pub fn cv(&self) -> Option<f64> {
        if self.len() < 3 {
            return None;
        }
        let isi = self.isi();
        let mean = isi.mean()?;
        (mean > 0.0).then(|| isi.std(0.0) / mean)
    }
}

summary!(SpikeTrain, |train| {
    let (n, rate, times) = (spikes(train.len()), train.rate(), first_five(&train.times, 2));
    format!("{n}, t = {} … {} ms, {rate:.2} Hz, times: [{times}]", train.t_start, train.t_stop)
});

/// The times at which the potential `v` (mV) crosses `threshold` (mV) upwards, as a spike train over the whole of `t`
/// (ms, increasing; one value of `v` for each).
///
/// Sample k is the last below and sample k + 1 the first at or above the threshold; between them the potential is taken
/// as a straight line:
///
/// ```text
/// t* = t_k + (t_(k+1) − t_k) · (threshold − v_k) / (v_(k+1) − v_k)
/// ```
///
/// A potential that begins above the threshold has not crossed it. For a smooth potential the error of t* shrinks as the
/// square of the sampling step.
///
/// ```
/// use neurocomp::ndarray::array;
/// use neurocomp::spike_train::threshold_crossings;
///
/// let t = array![0.0, 1.0, 2.0, 3.0, 4.0];
/// let v = array![0.0, -1.0, 3.0, -1.0, 1.0];
/// assert_eq!(threshold_crossings(&t, &v, 0.0)?.times(), [1.25, 3.5]);
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// If `t` and `v` differ in length, have fewer than two samples, are not finite, or if `t` does not increase.
pub fn threshold_crossings(t: &ArrayRef1<f64>, v: &ArrayRef1<f64>, threshold: f64) -> Result<SpikeTrain> {
    check_same_length(2, &[("t", t.len()), ("v", v.len())])?;
    check_samples(t, v, threshold)?;
    let mut times = Vec::new();
    for k in 0..t.len() - 1 {
        if v[k] < threshold && v[k + 1] >= threshold {
            let fraction = (threshold - v[k]) / (v[k + 1] - v[k]);
            // Rounding must not carry the crossing beyond the samples that enclose it.
            times.push((t[k] + fraction * (t[k + 1] - t[k])).clamp(t[k], t[k + 1]));
        }
    }
    SpikeTrain::new(times, t[0], t[t.len() - 1])
}

fn check_samples(t: &ArrayRef1<f64>, v: &ArrayRef1<f64>, threshold: f64) -> Result<()> {
    Allowed::Finite.check("threshold", "", threshold)?;
    Allowed::Finite.check_all("t", "", t)?;
    Allowed::Finite.check_all("v", "", v)?;
    check_increasing("t", "ms", t)
}

/// A spike that cannot have been observed.
pub(crate) fn outside(index: usize, received: f64, t_start: f64, t_stop: f64) -> Error {
    let [t_start, t_stop, received] = [t_start, t_stop, received].map(number);
    Error::text(
        format!("spike times must be in [{t_start}, {t_stop}] ms, received {received} at index {index}"),
        format!(
            "les temps des potentiels d’action doivent être dans [{t_start}, {t_stop}] ms, reçu {received} à l’indice \
             {index}"
        ),
    )
}

/// Too few spikes to say anything.
pub(crate) fn too_few_spikes(needed: usize, received: usize) -> Error {
    Error::text(
        format!("too few spikes: at least {needed} at different times are needed, received {received}"),
        format!(
            "trop peu de potentiels d’action : il en faut au moins {needed} à des temps différents, reçu {received}"
        ),
    )
}

/// A histogram without width.
pub(crate) fn no_range(low: f64, high: f64) -> Error {
    let [low, high] = [low, high].map(number);
    Error::text(
        format!("low and high must be finite with low < high, received {low} and {high}"),
        format!("low et high doivent être finis avec low < high, reçu {low} et {high}"),
    )
}

#[cfg(test)]
mod reference;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;
