//! Peristimulus time histogram: the rate after a stimulus, from many trials.

use ndarray::Array1;

use super::{SpikeTrain, bins, trials};
use crate::Result;
use crate::summary::{ends, highest, summary, total};

/// Peristimulus time histogram (PSTH): how the spikes of several trials are distributed over the time of the trial.
#[derive(Clone, PartialEq)]
pub struct Psth {
    /// The edges of the bins, ms: one more than there are bins.
    pub edges: Array1<f64>,
    /// The number of spikes in each bin, all trials together.
    pub counts: Array1<usize>,
    /// The number of trials.
    pub trials: usize,
}

impl Psth {
    /// The middle of each bin, ms.
    pub fn centres(&self) -> Array1<f64> {
        bins::centres(&self.edges)
    }

    /// The firing rate in each bin, Hz: count / (trials · bin).
    pub fn rate(&self) -> Array1<f64> {
        self.for_each_bin(|count, seconds| count / seconds)
    }

    /// The standard error of the rate in each bin, Hz, if spikes are Poisson: √count / (trials · bin).
    pub fn standard_error(&self) -> Array1<f64> {
        self.for_each_bin(|count, seconds| count.sqrt() / seconds)
    }

    /// A quantity of the count of each bin, and of how long it was observed in all trials together, s.
    fn for_each_bin(&self, quantity: fn(f64, f64) -> f64) -> Array1<f64> {
        let trials = self.trials as f64 / 1000.0;
        let bins = self.counts.iter().zip(bins::widths(&self.edges));
        bins.map(|(&count, width)| quantity(count as f64, width * trials)).collect()
    }
}

summary!(Psth, |psth| {
    let (bins, t, trials) = (psth.counts.len(), ends(&psth.edges), psth.trials);
    let (spikes, highest) = (total(&psth.counts), highest(&psth.rate(), 2));
    format!("bins: {bins}, t = {t} ms, trials: {trials}, spikes: {spikes}, max: {highest} Hz")
});

/// PSTH of several trials in bins of `bin_size` ms.
///
/// All trials must have been observed from the same `t_start` to the same `t_stop`, counted from the stimulus. A spike
/// on an edge belongs to the bin after it, one at `t_stop` to the last bin: every spike is counted once. If `bin_size`
/// does not divide the trial, the last bin is shorter, and its rate takes that into account.
///
/// ```
/// use neurocomp::spike_train::{SpikeTrain, psth};
///
/// let trials = [
///     SpikeTrain::new(vec![5.0, 12.0, 18.0], 0.0, 20.0)?,
///     SpikeTrain::new(vec![11.0, 20.0], 0.0, 20.0)?,
/// ];
/// let psth = psth(&trials, 10.0)?;
/// assert_eq!(psth.counts.to_vec(), [1, 4]);
/// assert_eq!(psth.rate().to_vec(), [50.0, 200.0]); // Hz: 1 and 4 spikes in two trials of 10 ms
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// If there is no trial, if trials were not observed over the same time, if `bin_size` is not > 0 or makes more than a
/// million bins.
pub fn psth(trials: &[SpikeTrain], bin_size: f64) -> Result<Psth> {
    let (t_start, t_stop) = trials::observation(trials, 1)?;
    let edges = bins::edges(t_start, t_stop, bin_size)?;
    let mut counts = Array1::zeros(edges.len() - 1);
    for trial in trials {
        bins::add_counts(&trial.times, &edges, &mut counts);
    }
    Ok(Psth { edges, counts, trials: trials.len() })
}

#[cfg(test)]
mod tests;
