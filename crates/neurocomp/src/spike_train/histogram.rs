//! How values are distributed.

use ndarray::{Array1, ArrayRef1};

use super::bins;
use crate::Result;
use crate::error::check_count;
use crate::parameter::Allowed;
use crate::spike_train::MAX_BINS;
use crate::summary::{summary, total};

/// How many values fall into each of several bins of equal width.
#[derive(Clone, PartialEq)]
pub struct Histogram {
    /// The edges of the bins, in the unit of the values: one more than there are bins.
    pub edges: Array1<f64>,
    /// The number of values in each bin.
    pub counts: Array1<usize>,
    /// The number of values given that fell outside all bins.
    pub outside: usize,
}

impl Histogram {
    /// The middle of each bin, in the unit of the values.
    pub fn centres(&self) -> Array1<f64> {
        bins::centres(&self.edges)
    }

    /// Estimated probability density in each bin, per unit of the values:
    ///
    /// ```text
    /// density = count / (number of values · bin width)
    /// ```
    ///
    /// The number of values includes those outside, so that the histogram can be compared with a theoretical density
    /// that also extends beyond the bins; its integral is the fraction of values inside. All zeros if no value was given.
    pub fn density(&self) -> Array1<f64> {
        let total = total(&self.counts).saturating_add(self.outside).max(1) as f64;
        let density = |(&count, width)| count as f64 / (width * total);
        self.counts.iter().zip(bins::widths(&self.edges)).map(density).collect()
    }
}

summary!(Histogram, |h| {
    let [low, high] = [h.edges.first(), h.edges.last()].map(|edge| edge.map_or("–".into(), f64::to_string));
    let (bins, inside, outside) = (h.counts.len(), total(&h.counts), h.outside);
    format!("bins: {bins}, low: {low}, high: {high}, inside: {inside}, outside: {outside}")
});

/// Counts `values` in `bins` bins of equal width between `low` and `high`. A value on an edge belongs to the bin above
/// it, and `high` itself to the last bin. Values outside are counted apart.
///
/// ```
/// use neurocomp::ndarray::array;
/// use neurocomp::spike_train::histogram;
///
/// let intervals = array![12.0, 14.0, 17.0, 33.0]; // ms
/// let h = histogram(&intervals, 2, 10.0, 20.0)?;
/// assert_eq!(h.edges.to_vec(), [10.0, 15.0, 20.0]);
/// assert_eq!((h.counts.to_vec(), h.outside), (vec![2, 1], 1));
/// assert_eq!(h.density().to_vec(), [0.1, 0.05]); // per ms
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// If there is no bin or more than a million, if not `low` < `high`, or if a value is not finite.
pub fn histogram(values: &ArrayRef1<f64>, bins: usize, low: f64, high: f64) -> Result<Histogram> {
    check_count("bins", 1, MAX_BINS, bins)?;
    let (span, n) = (high - low, bins as f64);
    let width = span / n;
    // A width that rounds away leaves edges that are all the same.
    if !((span * n).is_finite() && low < high && low + width > low && high - width < high) {
        return Err(super::no_range(low, high));
    }
    Allowed::Finite.check_all("values", "", values)?;
    // The product first: edges that are round numbers come out round (3·1/10 = 0.3, but 3·(1/10) > 0.3).
    let edge = |k: usize| {
        if k == bins { high } else { low + k as f64 * span / n }
    };
    let mut counts = Array1::<usize>::zeros(bins);
    let mut outside = 0;
    for &x in values {
        if x < low || x > high {
            outside += 1;
            continue;
        }
        // The quotient may be rounded across an edge; the edges as given back decide.
        let mut bin = (((x - low) / width) as usize).min(bins - 1);
        if x < edge(bin) {
            bin -= 1;
        } else if bin + 1 < bins && x >= edge(bin + 1) {
            bin += 1;
        }
        counts[bin] += 1;
    }
    Ok(Histogram { edges: Array1::from_shape_fn(bins + 1, edge), counts, outside })
}
