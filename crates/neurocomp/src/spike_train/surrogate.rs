//! Surrogates: trains that keep some properties of a recorded one and lose another.
//!
//! Do two neurons fire together more often than their rates explain? Compare with trains that have the same rates, but
//! no precise times. A surrogate keeps what the null hypothesis says, and destroys the rest:
//!
//! | surrogate | keeps exactly | keeps roughly | destroys |
//! | --- | --- | --- | --- |
//! | [`dither`] | number of spikes | rate over longer times | times finer than that |
//! | [`jitter_in_windows`] | number of spikes in each window | rate over longer times | times finer than that |
//! | [`shuffle_intervals`] | all intervals, first and last spike | | order of intervals, changes of rate |
//!
//! All are trains over the same observation as the original, and the same seed gives the same surrogate.
//!
//! ```
//! use neurocomp::spike_train::{SpikeTrain, surrogate};
//!
//! let train = SpikeTrain::new(vec![10.0, 20.0, 50.0, 55.0], 0.0, 100.0)?;
//! let shuffled = surrogate::shuffle_intervals(&train, 1);
//! assert!((shuffled.cv().unwrap() - train.cv().unwrap()).abs() < 1e-12);
//! let dithered = surrogate::dither(&train, 5.0, 1)?;
//! assert!(dithered.times().iter().zip(train.times()).all(|(new, old)| (new - old).abs() <= 5.0));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Sources
//!
//! S. Grün, *J. Neurophysiol.* 101, 1126 (2009), doi:10.1152/jn.00093.2008. A. Amarasingham, M. T. Harrison,
//! N. G. Hatsopoulos & S. Geman, *J. Neurophysiol.* 107, 517 (2012), doi:10.1152/jn.00633.2011.

use rand::Rng;
use rand::seq::SliceRandom;

use super::SpikeTrain;
use crate::Result;
use crate::noise::generator;
use crate::parameter::Allowed;

/// Moves every spike by a time of its own, uniform from −`width` to `width` (ms). A spike that would leave the
/// observation is reflected at its end.
///
/// # Errors
///
/// If `width` is not from 0 to half of the observation.
pub fn dither(train: &SpikeTrain, width: f64, seed: u64) -> Result<SpikeTrain> {
    let (low, high) = (train.t_start(), train.t_stop());
    Allowed::Between(0.0, 0.5 * train.duration()).check("width", "ms", width)?;
    let mut rng = generator(seed);
    let reflected = |t: f64| {
        let inside = if t < low {
            2.0 * low - t
        } else if t > high {
            2.0 * high - t
        } else {
            t
        };
        inside.clamp(low, high)
    };
    let times = train.times().iter().map(|t| reflected(t + width * (2.0 * rng.random::<f64>() - 1.0))).collect();
    sorted(times, low, high)
}

/// Cuts the observation into windows of `window` (ms; the last may be shorter) and puts every spike at a uniformly
/// random time of the window it is in.
///
/// Unlike [`dither`] this draws from *all* trains with the same counts, each with the same probability: with it a test
/// is exact.
///
/// # Errors
///
/// If `window` is not > 0.
pub fn jitter_in_windows(train: &SpikeTrain, window: f64, seed: u64) -> Result<SpikeTrain> {
    Allowed::Positive.check("window", "ms", window)?;
    let (low, high) = (train.t_start(), train.t_stop());
    let mut rng = generator(seed);
    let times = train
        .times()
        .iter()
        .map(|t| {
            let index = ((t - low) / window).floor();
            // A window that rounds away leaves the spike where it is.
            if low + index * window + window <= low + index * window || !index.is_finite() {
                return *t;
            }
            let (begin, end) = (low + index * window, low + (index + 1.0) * window);
            let (begin, end) = (begin.clamp(low, high), end.clamp(low, high));
            begin + rng.random::<f64>() * (end - begin)
        })
        .collect();
    sorted(times, low, high)
}

/// The same intervals in a random order, between the same first and last spike.
pub fn shuffle_intervals(train: &SpikeTrain, seed: u64) -> SpikeTrain {
    let mut intervals = train.isi().to_vec();
    intervals.shuffle(&mut generator(seed));
    let mut shuffled = train.clone();
    let last = train.len().saturating_sub(1);
    for (k, interval) in intervals.iter().enumerate() {
        // Rounding of the sum must not move the last spike, let alone beyond the end.
        if k + 1 < last {
            let next = shuffled.times[k] + interval;
            shuffled.times[k + 1] = next.min(train.times[last]);
        }
    }
    shuffled
}

fn sorted(mut times: Vec<f64>, t_start: f64, t_stop: f64) -> Result<SpikeTrain> {
    times.sort_by(f64::total_cmp);
    SpikeTrain::new(times, t_start, t_stop)
}

#[cfg(test)]
mod tests;
