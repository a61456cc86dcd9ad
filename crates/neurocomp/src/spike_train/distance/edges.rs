//! What precedes the first spike and follows the last.

use super::super::{SpikeTrain, trials};
use crate::Result;

/// Spike times with an auxiliary spike at either end, so that every moment of the observation lies between two.
///
/// Of the interval before the first spike only the part that was observed is known. It is taken as long as the first
/// whole interval, if that is longer:
///
/// ```text
/// t_0     = min(t_start, t_1 − (t_2 − t_1))
/// t_(N+1) = max(t_stop,  t_N + (t_N − t_(N−1)))
/// ```
///
/// With one spike they are t_start and t_stop. A train without spikes counts as one with spikes at both.
pub(super) fn with_auxiliary_spikes(train: &SpikeTrain) -> Vec<f64> {
    let (start, stop) = (train.t_start(), train.t_stop());
    let spikes = if train.is_empty() { vec![start, stop] } else { train.times().to_vec() };
    let n = spikes.len();
    let (mut before, mut after) = (start, stop);
    if n > 1 {
        before = before.min(spikes[0] - (spikes[1] - spikes[0]));
        after = after.max(spikes[n - 1] + (spikes[n - 1] - spikes[n - 2]));
    }
    let mut times = Vec::with_capacity(n + 2);
    times.push(before);
    times.extend(spikes);
    times.push(after);
    times
}

/// A stretch of the observation without a spike of either train.
pub(super) struct Stretch {
    pub(super) from: f64,
    pub(super) to: f64,
    /// It lies between spikes `i` and `i + 1` of the first train, auxiliary spikes counted.
    pub(super) i: usize,
    /// It lies between spikes `j` and `j + 1` of the second train.
    pub(super) j: usize,
}

/// The mean over the observation of a quantity whose integral over each stretch between spikes is known; `a` and `b`
/// with auxiliary spikes.
pub(super) fn mean_over_stretches(
    (t_start, t_stop): (f64, f64),
    a: &[f64],
    b: &[f64],
    integral: impl Fn(Stretch) -> f64,
) -> f64 {
    let (mut i, mut j) = (0, 0);
    let mut from = t_start;
    let mut sum = 0.0;
    while from < t_stop {
        while i + 2 < a.len() && a[i + 1] <= from {
            i += 1;
        }
        while j + 2 < b.len() && b[j + 1] <= from {
            j += 1;
        }
        let to = a[i + 1].min(b[j + 1]).min(t_stop);
        sum += integral(Stretch { from, to, i, j });
        from = to;
    }
    sum / (t_stop - t_start)
}

/// The observation that both trains share.
pub(super) fn observation(a: &SpikeTrain, b: &SpikeTrain) -> Result<(f64, f64)> {
    trials::observation([a, b], 2)
}
