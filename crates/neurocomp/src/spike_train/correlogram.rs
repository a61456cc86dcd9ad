//! Correlograms: how often two spikes are a given time apart.

use ndarray::{Array1, ArrayRef1};

use super::{SpikeTrain, trials};
use crate::error::check_count;
use crate::parameter::Allowed;
use crate::spike_train::MAX_BINS;
use crate::summary::{summary, total};
use crate::{Error, Result};

/// Pairs of spikes counted by their exact lag τ = t_b − t_a, the time from a spike of train a to a spike of train b: positive
/// if b comes after a.
///
/// There is a bin of width Δ about each of the lags 0, ±Δ, ±2Δ … A lag on the edge between two bins belongs to the one
/// further from 0, whichever its sign, so that exchanging a and b mirrors the counts. (Spike times read from a clock of
/// 0.1 ms have lags on the edges of bins of 1 ms, and rounding decides; bins of an odd number of ticks have none.)
/// elephant's `cross_correlation_histogram` bins each train first and counts the distances of bins: a pair may then be
/// one bin away from where it is here.
#[derive(Clone, PartialEq)]
pub struct Correlogram {
    /// The middle of each bin, ms, from −window to window.
    pub lags: Array1<f64>,
    /// The width Δ of the bins, ms.
    pub bin_size: f64,
    /// The number of pairs in each bin.
    pub counts: Array1<usize>,
    /// The number of pairs expected in each bin if the trains were independent and their rates constant:
    /// n_a n_b (Δ/T)(1 − |τ|/T), where T is the observation; the last factor is there because spikes near an end of the
    /// observation lack partners beyond it.
    pub expected: Array1<f64>,
    /// The number n_a of spikes of train a, that is of lags 0.
    pub reference_spikes: usize,
    /// The part 1 − |τ|/T of reference spikes that could have a partner.
    overlap: Array1<f64>,
    /// What makes a coefficient of the counts; 0 if there is nothing to compare.
    scale: f64,
}

impl Correlogram {
    /// The rate of train b at a time τ from a spike of a, Hz, one value for each lag:
    ///
    /// ```text
    /// r(τ) = counts / (n_a Δ (1 − |τ|/T))
    /// ```
    ///
    /// For independent trains it is the rate of b at every lag. `None` if a has no spike.
    pub fn rate(&self) -> Option<Array1<f64>> {
        let exposure = self.reference_spikes as f64 * self.bin_size / 1000.0;
        let rate = |(&count, overlap): (&usize, &f64)| count as f64 / (exposure * overlap);
        (exposure > 0.0).then(|| self.counts.iter().zip(&self.overlap).map(rate).collect())
    }

    /// The counts as a correlation coefficient, one value for each lag:
    ///
    /// ```text
    /// ρ(τ) = (counts − expected) / √((n_a − n_a²/M)(n_b − n_b²/M))          M = T/Δ bins
    /// ```
    ///
    /// At lag 0 it is Pearson's coefficient of the two trains seen as rows of M zeros and ones, if they have at most
    /// one spike in each bin, in the middle of it. `None` if one of the trains has no spike, or M or more.
    ///
    /// (elephant's `cross_correlation_histogram` with `cross_correlation_coefficient=True` leaves out the factor
    /// 1 − |τ|/T, so that independent trains are a little anticorrelated at long lags.)
    pub fn coefficient(&self) -> Option<Array1<f64>> {
        let coefficient = |(&count, expected): (&usize, &f64)| (count as f64 - expected) / self.scale;
        (self.scale > 0.0).then(|| self.counts.iter().zip(&self.expected).map(coefficient).collect())
    }
}

summary!(Correlogram, |c| {
    let (window, bins, pairs) = (c.lags.last().unwrap_or(&0.0), c.counts.len(), total(&c.counts));
    let (width, expected) = (c.bin_size, c.expected.sum());
    format!("lags: −{window} … {window} ms, bins: {bins} of {width} ms, pairs: {pairs}, expected: {expected:.1}")
});

/// The lags −window … window of a correlogram, and how the pairs of one trial are counted.
struct Bins {
    bin_size: f64,
    /// The number of bins on either side of 0.
    half: usize,
    duration: f64,
}

impl Bins {
    fn new(window: f64, bin_size: f64, duration: f64) -> Result<Bins> {
        Allowed::Positive.check("bin_size", "ms", bin_size)?;
        Allowed::NotNegative.check("window", "ms", window)?;
        Allowed::Below("duration", duration).check("window", "ms", window)?;
        Allowed::Below("duration", duration).check("bin_size", "ms", bin_size)?;
        // 0.3/0.1 is 2.9999999999999996: rounding takes no bin away.
        let half = (window / bin_size * (1.0 + 1e-9)).floor();
        check_count("bins", 1, MAX_BINS, (2.0 * half + 1.0) as usize)?;
        Ok(Bins { bin_size, half: half as usize, duration })
    }

    fn empty_counts(&self) -> Array1<usize> {
        Array1::zeros(2 * self.half + 1)
    }

    /// The furthest lag of any bin, ms.
    fn reach(&self) -> f64 {
        (self.half as f64 + 0.5) * self.bin_size
    }

    /// How many bins from the middle; the sign of the lag does not matter.
    fn steps(&self, lag: f64) -> usize {
        (lag.abs() / self.bin_size + 0.5) as usize
    }

    /// Counts all pairs of a spike of `a` and a spike of `b`.
    fn add_pairs(&self, a: &[f64], b: &[f64], counts: &mut ArrayRef1<usize>) {
        let mut first = 0;
        for &t in a {
            while first < b.len() && t - b[first] > self.reach() {
                first += 1;
            }
            for &u in &b[first..] {
                let lag = u - t;
                if lag > self.reach() {
                    break;
                }
                let steps = self.steps(lag);
                // The edge of the last bin itself lies beyond it.
                if steps <= self.half {
                    let bin = if lag < 0.0 { self.half - steps } else { self.half + steps };
                    counts[bin] += 1;
                }
            }
        }
    }

    /// Counts all pairs of two different spikes of one train, each pair both ways.
    fn add_pairs_within(&self, times: &[f64], counts: &mut ArrayRef1<usize>) {
        let mut after = vec![0; self.half + 1];
        for (i, &t) in times.iter().enumerate() {
            for &u in &times[i + 1..] {
                let steps = self.steps(u - t);
                if steps > self.half {
                    break;
                }
                after[steps] += 1;
            }
        }
        counts[self.half] += 2 * after[0];
        for steps in 1..=self.half {
            counts[self.half + steps] += after[steps];
            counts[self.half - steps] += after[steps];
        }
    }

    /// The mean of 1 − |τ|/T over each bin.
    fn overlap(&self) -> Array1<f64> {
        Array1::from_shape_fn(2 * self.half + 1, |k| {
            let steps = k.abs_diff(self.half);
            let distance = if steps == 0 { 0.25 } else { steps as f64 };
            1.0 - distance * self.bin_size / self.duration
        })
    }

    fn correlogram(&self, counts: Array1<usize>, reference_spikes: usize, pairs: f64, scale: f64) -> Correlogram {
        let overlap = self.overlap();
        Correlogram {
            lags: Array1::from_shape_fn(counts.len(), |k| (k as f64 - self.half as f64) * self.bin_size),
            bin_size: self.bin_size,
            counts,
            expected: &overlap * (pairs * self.bin_size / self.duration),
            reference_spikes,
            overlap,
            scale,
        }
    }

    /// The scale of the coefficient for two trains of `a` and `b` spikes.
    fn scale(&self, a: usize, b: usize) -> f64 {
        let bins = self.duration / self.bin_size;
        let variance = |n: usize| (n as f64 * (1.0 - n as f64 / bins)).max(0.0);
        (variance(a) * variance(b)).sqrt()
    }
}

/// Autocorrelogram: all pairs of two different spikes of a train, both ways, with lags from −`window` to `window` ms in
/// bins of `bin_size` ms. A spike is no pair with itself.
///
/// The time it takes grows with the number of pairs within the window: about spikes · rate · window.
///
/// ```
/// use neurocomp::spike_train::{SpikeTrain, autocorrelogram};
///
/// // A clock of 10 ms has peaks at 0 (left out), ±10, ±20 … ms.
/// let clock = SpikeTrain::new((0..100).map(|k| 10.0 * k as f64).collect(), 0.0, 1000.0)?;
/// let auto = autocorrelogram(&clock, 20.0, 5.0)?;
/// assert_eq!(auto.lags.to_vec(), [-20.0, -15.0, -10.0, -5.0, 0.0, 5.0, 10.0, 15.0, 20.0]);
/// assert_eq!(auto.counts.to_vec(), [98, 0, 99, 0, 0, 0, 99, 0, 98]);
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// If `bin_size` is not > 0, if `window` is negative, if one of them is not shorter than the observation, or if there
/// are more than a million bins.
pub fn autocorrelogram(train: &SpikeTrain, window: f64, bin_size: f64) -> Result<Correlogram> {
    let bins = Bins::new(window, bin_size, train.duration())?;
    let mut counts = bins.empty_counts();
    bins.add_pairs_within(&train.times, &mut counts);
    let n = train.len();
    let pairs = n as f64 * (n as f64 - 1.0).max(0.0);
    Ok(bins.correlogram(counts, n, pairs, bins.scale(n, n)))
}

/// Cross-correlogram: all pairs of a spike of `a` and a spike of `b`, with lags t_b − t_a from −`window` to `window` ms
/// in bins of `bin_size` ms. A peak on the right says that b fires after a.
///
/// ```
/// use neurocomp::spike_train::{SpikeTrain, cross_correlogram};
///
/// let a = SpikeTrain::new(vec![10.0, 50.0, 80.0], 0.0, 100.0)?;
/// let b = SpikeTrain::new(vec![13.0, 53.0, 83.0], 0.0, 100.0)?; // 3 ms later
/// let cross = cross_correlogram(&a, &b, 5.0, 1.0)?;
/// assert_eq!(cross.counts.to_vec(), [0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0]);
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// As [`autocorrelogram`]; or if the trains were not observed over the same time.
pub fn cross_correlogram(a: &SpikeTrain, b: &SpikeTrain, window: f64, bin_size: f64) -> Result<Correlogram> {
    trials::observation([a, b], 2)?;
    let bins = Bins::new(window, bin_size, a.duration())?;
    Ok(pooled(&bins, &[(a, b)]))
}

/// One correlogram of several pairs of trains.
fn pooled(bins: &Bins, pairs: &[(&SpikeTrain, &SpikeTrain)]) -> Correlogram {
    let mut counts = bins.empty_counts();
    let (mut reference, mut products, mut scale) = (0, 0.0, 0.0);
    for (a, b) in pairs {
        bins.add_pairs(&a.times, &b.times, &mut counts);
        reference += a.len();
        products += a.len() as f64 * b.len() as f64;
        scale += bins.scale(a.len(), b.len());
    }
    bins.correlogram(counts, reference, products, scale)
}

/// The cross-correlogram of two neurons recorded together in several trials, and the part of it that is due to the
/// stimulus.
#[derive(Clone, PartialEq)]
pub struct TrialCorrelogram {
    /// Trial k of a against trial k of b, all trials together.
    pub raw: Correlogram,
    /// The shift predictor: trial k of a against trial k + 1 of b, the last against the first. What both neurons owe to
    /// the stimulus is the same in every trial and stays; what one does to the other is gone.
    pub shifted: Correlogram,
}

impl TrialCorrelogram {
    /// Pairs in each bin, less those that the shift predictor predicts.
    pub fn corrected(&self) -> Array1<f64> {
        let counts = self.raw.counts.iter().zip(&self.shifted.counts);
        counts.map(|(&raw, &shifted)| raw as f64 - shifted as f64).collect()
    }
}

summary!(TrialCorrelogram, |c| format!("raw: {:?}, pairs of shifted trials: {}", c.raw, total(&c.shifted.counts)));

/// Cross-correlogram of two neurons over several trials, with its shift predictor; `a[k]` and `b[k]` are the same
/// trial. Lags and bins as in [`cross_correlogram`].
///
/// D. H. Perkel, G. L. Gerstein & G. P. Moore, *Biophys. J.* 7, 419 (1967), doi:10.1016/S0006-3495(67)86597-4.
///
/// # Errors
///
/// As [`cross_correlogram`]; or if there are fewer than two trials, or not as many of b as of a.
pub fn cross_correlogram_of_trials(
    a: &[SpikeTrain],
    b: &[SpikeTrain],
    window: f64,
    bin_size: f64,
) -> Result<TrialCorrelogram> {
    if a.len() != b.len() {
        return Err(Error::text(
            format!("both neurons must have the same number of trials, received {} and {}", a.len(), b.len()),
            format!("les deux neurones doivent avoir le même nombre d’essais, reçu {} et {}", a.len(), b.len()),
        ));
    }
    trials::observation(a, 2)?;
    let (t_start, t_stop) = trials::observation(a.iter().chain(b), 2)?;
    let bins = Bins::new(window, bin_size, t_stop - t_start)?;
    let same: Vec<_> = a.iter().zip(b).collect();
    let next: Vec<_> = a.iter().zip(b.iter().cycle().skip(1)).collect();
    Ok(TrialCorrelogram { raw: pooled(&bins, &same), shifted: pooled(&bins, &next) })
}

#[cfg(test)]
mod tests;
