//! What a signal looks like around spikes.

use ndarray::{Array1, ArrayRef1};

use super::{SpikeTrain, check_samples};
use crate::Result;
use crate::error::check_same_length;
use crate::parameter::Allowed;
use crate::summary::{ends, summary};

/// The mean of a signal around spikes.
#[derive(Clone, PartialEq)]
pub struct TriggeredAverage {
    /// Time from the spike, ms: from −before to after, in steps of the signal's.
    pub lags: Array1<f64>,
    /// The mean of the signal at each lag, in its unit.
    pub mean: Array1<f64>,
    /// The number of spikes averaged.
    pub used: usize,
    /// The number of spikes left out, because the signal does not reach from `before` to `after` around them.
    pub left_out: usize,
}

summary!(TriggeredAverage, |average| {
    let (lags, n) = (ends(&average.lags), average.lags.len());
    format!("lags: {lags} ms, samples: {n}, spikes: {} used, {} left out", average.used, average.left_out)
});

/// Spike-triggered average of a signal with values `signal` at times `t` (ms, increasing; as many as values), from
/// `before` ms before to `after` ms after each spike:
///
/// ```text
/// A(τ) = (1/n) Σ_k signal(t^k + τ)
/// ```
///
/// Between samples the signal is taken as a straight line, so that spikes need not fall on samples. (elephant's
/// `spike_triggered_average` takes the sample before.) The step of τ is the mean step of `t`; `before` and `after` are
/// rounded to a whole number of them. Only spikes with the whole of the window inside the signal are averaged; the
/// others, at the borders, are counted.
///
/// ```
/// use neurocomp::ndarray::Array1;
/// use neurocomp::spike_train::{SpikeTrain, spike_triggered_average};
///
/// // A signal that is highest 20 ms before each spike.
/// let t = Array1::linspace(0.0, 1000.0, 1001);
/// let signal = t.mapv(|t: f64| ((t + 20.0) * std::f64::consts::TAU / 100.0).cos());
/// let train = SpikeTrain::new((0..=10).map(|k| 100.0 * k as f64).collect(), 0.0, 1000.0)?;
/// let average = spike_triggered_average(&train, &t, &signal, 50.0, 10.0)?;
/// assert_eq!((average.used, average.left_out), (9, 2)); // those at 0 and 1000 ms lack a side
/// assert_eq!(average.lags[30], -20.0);
/// assert!((average.mean[30] - 1.0).abs() < 1e-12);
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// If `t` and `signal` differ in length, have fewer than two samples, are not finite, or if `t` does not increase; if
/// `before` or `after` is negative or longer than the signal; or if no spike has the window around it.
pub fn spike_triggered_average(
    train: &SpikeTrain,
    t: &ArrayRef1<f64>,
    signal: &ArrayRef1<f64>,
    before: f64,
    after: f64,
) -> Result<TriggeredAverage> {
    check_same_length(2, &[("t", t.len()), ("signal", signal.len())])?;
    check_samples(t, signal, 0.0)?;
    let (first, last) = (t[0], t[t.len() - 1]);
    let step = (last - first) / (t.len() - 1) as f64;
    for (name, value) in [("before", before), ("after", after)] {
        Allowed::Between(0.0, last - first).check(name, "ms", value)?;
    }
    let (steps_before, steps_after) = ((before / step).round(), (after / step).round());
    let lags = Array1::from_shape_fn((steps_before + steps_after) as usize + 1, |k| (k as f64 - steps_before) * step);
    // A window that touches the border must not fall out by rounding.
    let slack = 1e-6 * step;
    let (low, high) = (first + steps_before * step - slack, last - steps_after * step + slack);
    let mut mean = Array1::zeros(lags.len());
    let mut used = 0;
    for &spike in train.times.iter().filter(|&&t| t >= low && t <= high) {
        add_interpolated(t, signal, spike, &lags, &mut mean);
        used += 1;
    }
    if used == 0 {
        return Err(super::too_few_spikes(1, 0));
    }
    mean /= used as f64;
    Ok(TriggeredAverage { lags, mean, used, left_out: train.len() - used })
}

/// Adds to `sum` the signal at each lag from the spike, on straight lines between samples.
fn add_interpolated(
    t: &ArrayRef1<f64>,
    signal: &ArrayRef1<f64>,
    spike: f64,
    lags: &ArrayRef1<f64>,
    sum: &mut ArrayRef1<f64>,
) {
    let intervals = t.len() - 1;
    let mut k = interval_of(t, spike + lags[0]);
    for (&lag, sum) in lags.iter().zip(sum.iter_mut()) {
        let time = (spike + lag).clamp(t[0], t[intervals]);
        while k + 1 < intervals && t[k + 1] <= time {
            k += 1;
        }
        let fraction = (time - t[k]) / (t[k + 1] - t[k]);
        *sum += signal[k] + fraction * (signal[k + 1] - signal[k]);
    }
}

/// The interval [t_k, t_(k+1)] between samples in which `time` lies; the first or last if it lies outside.
fn interval_of(t: &ArrayRef1<f64>, time: f64) -> usize {
    let (mut low, mut high) = (0, t.len() - 1);
    while high - low > 1 {
        let middle = (low + high) / 2;
        if t[middle] <= time {
            low = middle;
        } else {
            high = middle;
        }
    }
    low
}

#[cfg(test)]
mod tests;
