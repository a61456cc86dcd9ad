//! Bins in time: from a beginning to an end, without losing a spike.

use ndarray::{Array1, ArrayRef1};

use super::{Histogram, SpikeTrain};
use crate::Result;
use crate::error::check_count;
use crate::parameter::Allowed;
use crate::spike_train::MAX_BINS;

impl SpikeTrain {
    /// The number of spikes in successive bins of `bin_size` ms from `t_start` to `t_stop`.
    ///
    /// A spike on an edge belongs to the bin after it, a spike at `t_stop` to the last bin: every spike is counted
    /// once. If `bin_size` does not divide the observation, the last bin ends at `t_stop` and is shorter.
    ///
    /// ```
    /// use neurocomp::spike_train::SpikeTrain;
    ///
    /// let train = SpikeTrain::new(vec![0.0, 3.0, 10.0, 25.0], 0.0, 25.0)?;
    /// let binned = train.binned(10.0)?;
    /// assert_eq!(binned.edges.to_vec(), [0.0, 10.0, 20.0, 25.0]);
    /// assert_eq!(binned.counts.to_vec(), [2, 1, 1]);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If `bin_size` is not > 0, or so small that there are more than a million bins.
    pub fn binned(&self, bin_size: f64) -> Result<Histogram> {
        let edges = edges(self.t_start, self.t_stop, bin_size)?;
        let mut counts = Array1::zeros(edges.len() - 1);
        add_counts(&self.times, &edges, &mut counts);
        Ok(Histogram { edges, counts, outside: 0 })
    }
}

/// The edges of bins of `bin_size` ms from `t_start` to `t_stop`; the last bin may be shorter.
pub(super) fn edges(t_start: f64, t_stop: f64, bin_size: f64) -> Result<Array1<f64>> {
    Allowed::Positive.check("bin_size", "ms", bin_size)?;
    let quotient = (t_stop - t_start) / bin_size;
    // 0.6/0.2 is a little less than 3, 1.1/0.1 a little more than 11: rounding must not make a bin.
    let nearest = quotient.round().max(1.0);
    let bins = if (quotient - nearest).abs() < 1e-9 * nearest { nearest } else { quotient.ceil().max(1.0) };
    check_count("bins", 1, MAX_BINS, bins as usize)?;
    // A bin that rounds away leaves edges that are all the same.
    if t_start + bin_size <= t_start || t_stop - bin_size >= t_stop {
        return Err(super::no_range(t_start, t_stop));
    }
    let bins = bins as usize;
    Ok(Array1::from_shape_fn(bins + 1, |k| if k == bins { t_stop } else { t_start + k as f64 * bin_size }))
}

/// The middle of each bin.
pub(crate) fn centres(edges: &ArrayRef1<f64>) -> Array1<f64> {
    edges.iter().zip(edges.iter().skip(1)).map(|(low, high)| 0.5 * (high + low)).collect()
}

/// The width of each bin.
pub(super) fn widths(edges: &ArrayRef1<f64>) -> impl Iterator<Item = f64> {
    edges.iter().zip(edges.iter().skip(1)).map(|(low, high)| high - low)
}

/// Adds to `counts` the number of `times` (in order, inside the edges) in each bin.
pub(super) fn add_counts(times: &[f64], edges: &ArrayRef1<f64>, counts: &mut ArrayRef1<usize>) {
    let last = counts.len() - 1;
    let mut bin = 0;
    for &t in times {
        while bin < last && t >= edges[bin + 1] {
            bin += 1;
        }
        counts[bin] += 1;
    }
}
