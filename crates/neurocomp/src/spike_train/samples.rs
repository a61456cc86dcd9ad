//! Trains for the tests: processes whose statistics are known.

use proptest::prelude::*;
use rand::Rng;

use super::SpikeTrain;
use crate::noise::generator;

/// Intervals that are sums of `shape` exponential ones (gamma with a whole shape; Poisson if 1) after a dead time;
/// `rate` (Hz) is that without dead time.
pub(super) fn gamma(shape: usize, dead_time: f64, rate: f64, duration: f64, seed: u64) -> SpikeTrain {
    let mut rng = generator(seed);
    let mut times = Vec::new();
    let mut t = 0.0;
    loop {
        for _ in 0..shape {
            t -= (1.0 - rng.random::<f64>()).ln() * 1000.0 / (rate * shape as f64);
        }
        t += dead_time;
        if t > duration {
            return SpikeTrain::new(times, 0.0, duration).unwrap();
        }
        times.push(t);
    }
}

pub(super) fn poisson(rate: f64, duration: f64, seed: u64) -> SpikeTrain {
    gamma(1, 0.0, rate, duration, seed)
}

/// Poisson with the rate `of` (Hz) of time, at most `most`.
pub(super) fn inhomogeneous(of: impl Fn(f64) -> f64, most: f64, duration: f64, seed: u64) -> SpikeTrain {
    let mut rng = generator(seed ^ 0x5eed);
    let all = poisson(most, duration, seed);
    let kept = all.times().iter().copied().filter(|&t| rng.random::<f64>() * most < of(t)).collect();
    SpikeTrain::new(kept, 0.0, duration).unwrap()
}

/// A train from its intervals, observed from 0 to its last spike.
pub(super) fn from_intervals(intervals: &[f64]) -> SpikeTrain {
    let mut times = vec![0.0];
    for (k, interval) in intervals.iter().enumerate() {
        times.push(times[k] + interval);
    }
    let stop = times[times.len() - 1];
    SpikeTrain::new(times, 0.0, stop).unwrap()
}

/// Any train of less than `most` spikes in 100 ms, with spikes at the borders and at the same time.
pub(super) fn any_train(most: usize) -> impl Strategy<Value = SpikeTrain> {
    let time = prop_oneof![
        5 => 0.0..100.0,
        2 => (0..=20u32).prop_map(|k| 5.0 * k as f64),
        1 => Just(0.0),
        1 => Just(100.0),
    ];
    prop::collection::vec(time, 0..most).prop_map(|mut times: Vec<f64>| {
        times.sort_by(f64::total_cmp);
        SpikeTrain::new(times, 0.0, 100.0).unwrap()
    })
}
