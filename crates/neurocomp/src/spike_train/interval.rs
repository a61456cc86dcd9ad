//! How interspike intervals are distributed: histogram, survivor function, hazard.

use ndarray::{Array1, ArrayRef1};

use super::{Histogram, SpikeTrain, bins, histogram};
use crate::Result;
use crate::error::check_count;
use crate::parameter::Allowed;
use crate::spike_train::MAX_BINS;
use crate::summary::summary;

impl SpikeTrain {
    /// Histogram of the interspike intervals in `bins` bins from 0 to `longest` ms; longer intervals are counted in
    /// `outside`. Its [`Histogram::density`] estimates the density p(T), which for a Poisson process is r e^(−rT).
    ///
    /// # Errors
    ///
    /// If there is no bin or more than a million, or if `longest` is not > 0.
    pub fn isi_histogram(&self, bins: usize, longest: f64) -> Result<Histogram> {
        Allowed::Positive.check("longest", "ms", longest)?;
        histogram(&self.isi(), bins, 0.0, longest)
    }

    /// Survivor function of the intervals at each of the `ages` (ms): the fraction of intervals that are longer,
    ///
    /// ```text
    /// S(T) = P(interval > T)          Poisson: e^(−rT)
    /// ```
    ///
    /// One value for each age, falling from 1 to 0.
    ///
    /// ```
    /// use neurocomp::ndarray::array;
    /// use neurocomp::spike_train::SpikeTrain;
    ///
    /// let train = SpikeTrain::new(vec![0.0, 10.0, 30.0, 60.0, 100.0], 0.0, 100.0)?; // 10, 20, 30, 40 ms
    /// assert_eq!(train.survivor(&array![0.0, 10.0, 25.0, 40.0])?.to_vec(), [1.0, 0.75, 0.5, 0.0]);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If an age is not finite, or if there is no interval.
    pub fn survivor(&self, ages: &ArrayRef1<f64>) -> Result<Array1<f64>> {
        Allowed::Finite.check_all("ages", "ms", ages)?;
        let intervals = self.sorted_intervals()?;
        let n = intervals.len();
        Ok(ages.mapv(|age| {
            let ended = intervals.partition_point(|&interval| interval <= age);
            (n - ended) as f64 / n as f64
        }))
    }

    /// Hazard: the rate at which an interval that has lasted T ends now, in bins of `bin_size` ms of its age T,
    ///
    /// ```text
    /// h(T) = p(T) / S(T) = −d ln S/dT          Poisson: h = r;  with dead time: 0, then constant
    /// ```
    ///
    /// See [`Hazard`] for how it is estimated.
    ///
    /// ```
    /// use neurocomp::spike_train::SpikeTrain;
    ///
    /// let train = SpikeTrain::new(vec![0.0, 10.0, 30.0, 60.0], 0.0, 100.0)?; // 10, 20, 30 ms
    /// let hazard = train.hazard(15.0)?;
    /// // First bin: one interval of three ends there, and together they spend 10 + 15 + 15 ms in it.
    /// assert_eq!(hazard.at_risk.to_vec(), [3, 2]);
    /// assert_eq!(hazard.rate[0], 1000.0 / 40.0); // Hz
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If `bin_size` is not > 0 or makes more than a million bins, or if no interval is longer than 0.
    pub fn hazard(&self, bin_size: f64) -> Result<Hazard> {
        Allowed::Positive.check("bin_size", "ms", bin_size)?;
        let intervals = self.sorted_intervals()?;
        let longest = intervals[intervals.len() - 1];
        if longest <= 0.0 {
            return Err(super::too_few_spikes(2, self.len()));
        }
        // One bin more than the quotient says, in case it was rounded down; it is dropped if nothing gets that far.
        let bins = (longest / bin_size).floor() + 1.0;
        check_count("bins", 1, MAX_BINS, bins as usize)?;
        Ok(hazard_of(&intervals, bin_size, bins as usize))
    }

    fn sorted_intervals(&self) -> Result<Vec<f64>> {
        let mut intervals: Vec<f64> = self.times.windows(2).map(|t| t[1] - t[0]).collect();
        if intervals.is_empty() {
            return Err(super::too_few_spikes(2, self.len()));
        }
        intervals.sort_unstable_by(f64::total_cmp);
        Ok(intervals)
    }
}

/// The hazard of interspike intervals in bins of their age.
///
/// In each bin
///
/// ```text
/// h = number of intervals that end in the bin / time that all intervals together spend in it
/// ```
///
/// which is the maximum-likelihood estimate of a hazard that is constant within each bin. A bin contains its upper
/// edge. Its relative error is about 1/√(number that end there): the last bins, which few intervals reach, say little.
#[derive(Clone, PartialEq)]
pub struct Hazard {
    /// The edges of the bins, ms: from 0 to the first beyond the longest interval; one more than there are bins.
    pub edges: Array1<f64>,
    /// The hazard in each bin, Hz.
    pub rate: Array1<f64>,
    /// The number of intervals that reach each bin.
    pub at_risk: Array1<usize>,
}

impl Hazard {
    /// The middle of each bin, ms.
    pub fn centres(&self) -> Array1<f64> {
        bins::centres(&self.edges)
    }
}

summary!(Hazard, |hazard| {
    let intervals = hazard.at_risk.first().unwrap_or(&0);
    let end = hazard.edges.last().unwrap_or(&0.0);
    format!("bins: {}, T = 0 … {end} ms, intervals: {intervals}", hazard.rate.len())
});

fn hazard_of(intervals: &[f64], bin_size: f64, bins: usize) -> Hazard {
    let mut rate = Vec::with_capacity(bins);
    let mut at_risk = Vec::with_capacity(bins);
    let mut alive = intervals;
    for bin in 0..bins {
        let (low, high) = (bin as f64 * bin_size, (bin + 1) as f64 * bin_size);
        // Nothing lasts beyond the lower edge: no time is spent here.
        if alive.last().is_none_or(|&longest| longest <= low) {
            break;
        }
        let ended = alive.partition_point(|&interval| interval <= high);
        let (dead, survive) = alive.split_at(ended);
        let time = dead.iter().map(|interval| interval - low).sum::<f64>() + survive.len() as f64 * (high - low);
        rate.push(1000.0 * ended as f64 / time);
        at_risk.push(alive.len());
        alive = survive;
    }
    Hazard {
        edges: Array1::from_shape_fn(rate.len() + 1, |k| k as f64 * bin_size),
        rate: rate.into(),
        at_risk: at_risk.into(),
    }
}

#[cfg(test)]
mod tests;
