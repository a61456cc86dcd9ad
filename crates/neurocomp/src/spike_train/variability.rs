//! How irregular spikes are: from one interval to the next, and from one count to the next.

use ndarray::Array1;

use super::{SpikeTrain, trials};
use crate::Result;
use crate::parameter::Allowed;
use crate::time_step;
use crate::time_step::MAX_SAMPLES;

impl SpikeTrain {
    /// CV2, the irregularity of neighbouring intervals (none; 0 for a clock, 1 for a Poisson process):
    ///
    /// ```text
    /// CV2 = ⟨ 2 |T_(k+1) − T_k| / (T_(k+1) + T_k) ⟩
    /// ```
    ///
    /// Unlike the CV it hardly notices that the rate drifts, since neighbours have almost the same rate. `None` with
    /// fewer than two intervals (three spikes). Two neighbouring intervals of 0 ms have no ratio and are left out;
    /// `None` if all are.
    ///
    /// ```
    /// use neurocomp::spike_train::SpikeTrain;
    ///
    /// // Twenty intervals of 10 ms, then twenty of 30 ms: two clocks, and a CV that takes them for noise.
    /// let intervals = [[10.0; 20], [30.0; 20]].concat();
    /// let times = intervals.iter().scan(0.0, |t, interval| { *t += interval; Some(*t) }).collect();
    /// let train = SpikeTrain::new(times, 0.0, 1000.0)?;
    /// assert!(train.cv().unwrap() > 0.4);
    /// assert!(train.cv2().unwrap() < 0.03);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    ///
    /// G. R. Holt, W. R. Softky, C. Koch & R. J. Douglas, *J. Neurophysiol.* 75, 1806 (1996),
    /// doi:10.1152/jn.1996.75.5.1806.
    pub fn cv2(&self) -> Option<f64> {
        mean_over_neighbours(&self.times, |before, after| 2.0 * (after - before).abs() / (after + before))
    }

    /// LV, the local variation of the intervals (none; 0 for a clock, 1 for a Poisson process):
    ///
    /// ```text
    /// LV = 3 ⟨ ((T_k − T_(k+1)) / (T_k + T_(k+1)))² ⟩
    /// ```
    ///
    /// For intervals of a gamma distribution of shape k it is 3/(2k + 1) on average. `None` as for [`SpikeTrain::cv2`].
    ///
    /// S. Shinomoto, K. Shima & J. Tanji, *Neural Comput.* 15, 2823 (2003), doi:10.1162/089976603322518759.
    pub fn lv(&self) -> Option<f64> {
        mean_over_neighbours(&self.times, |before, after| 3.0 * ((before - after) / (before + after)).powi(2))
    }

    /// LvR, the local variation corrected for refractoriness (none; 0 for a clock, about 1 for a Poisson process with a
    /// dead time R):
    ///
    /// ```text
    /// LvR = 3 ⟨ (1 − 4 T_k T_(k+1) / (T_k + T_(k+1))²) (1 + 4R / (T_k + T_(k+1))) ⟩
    /// ```
    ///
    /// `refractoriness` is R in ms; the authors found that 5 ms separates areas of cortex best. With R = 0 it is
    /// [`SpikeTrain::lv`]. Two neighbouring intervals of 0 ms are left out. `None` as for [`SpikeTrain::cv2`].
    ///
    /// S. Shinomoto et al., *PLoS Comput. Biol.* 5, e1000433 (2009), doi:10.1371/journal.pcbi.1000433.
    ///
    /// # Errors
    ///
    /// If `refractoriness` is not ≥ 0, or so large that LvR is infinite.
    pub fn lvr(&self, refractoriness: f64) -> Result<Option<f64>> {
        Allowed::NotNegative.check("refractoriness", "ms", refractoriness)?;
        let lvr = mean_over_neighbours(&self.times, |before, after| {
            let sum = before + after;
            // (before − after)²/sum² is 1 − 4 before·after/sum² without its loss of digits.
            3.0 * ((before - after) / sum).powi(2) * (1.0 + 4.0 * refractoriness / sum)
        });
        lvr.map(|lvr| Allowed::Finite.check("LvR", "", lvr)).transpose()
    }

    /// Fano factors of this train for several counting windows (ms): for each, the observation is cut into successive
    /// windows, the spikes in each are counted, and
    ///
    /// ```text
    /// F(window) = var(N) / ⟨N⟩          var with n − 1 for n windows
    /// ```
    ///
    /// A Poisson process has F = 1 for every window; a renewal process tends to CV² for long windows; a rate that
    /// drifts lets F grow with the window. What remains of the observation after the last whole window is not counted.
    ///
    /// ```
    /// use neurocomp::spike_train::SpikeTrain;
    ///
    /// // A clock of 10 ms: windows of 5 ms see 0, 1, 0, 1 …, windows of 10 ms always see one spike.
    /// let times = (0..100).map(|k| 7.0 + 10.0 * k as f64).collect();
    /// let fano = SpikeTrain::new(times, 0.0, 1000.0)?.fano_factors(&[5.0, 10.0])?;
    /// assert!((fano[0] - 0.5 * 200.0 / 199.0).abs() < 1e-12);
    /// assert_eq!(fano[1], 0.0);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    ///
    /// M. C. Teich, R. G. Turcott & R. M. Siegel, *IEEE Eng. Med. Biol. Mag.* 15, 79 (1996).
    ///
    /// # Errors
    ///
    /// If a window is not > 0 or longer than half of the observation, or if there is no spike in any of its windows.
    pub fn fano_factors(&self, windows: &[f64]) -> Result<Array1<f64>> {
        windows
            .iter()
            .enumerate()
            .map(|(index, &window)| {
                let counts = window_counts(self, window, index, 0.5)?;
                variance_to_mean(&counts).ok_or_else(|| super::too_few_spikes(1, counts.iter().sum::<f64>() as usize))
            })
            .collect()
    }
}

/// Fano factor of the spike counts N of several trials (none):
///
/// ```text
/// F = var(N) / ⟨N⟩          var(N) = Σ (N − ⟨N⟩)² / (K − 1) over K trials
/// ```
///
/// 0 if every trial has the same number of spikes, 1 for a Poisson process. With K − 1 the average for a Poisson
/// process is exactly 1 however few the trials; dividing by K, as elephant's `fanofactor` does, gives (K − 1)/K.
///
/// ```
/// use neurocomp::spike_train::{SpikeTrain, fano_factor};
///
/// let trial = |times: &[f64]| SpikeTrain::new(times.to_vec(), 0.0, 100.0).unwrap();
/// let trials = [trial(&[10.0]), trial(&[10.0, 20.0, 30.0])];
/// assert_eq!(fano_factor(&trials)?, 1.0); // counts 1 and 3: mean 2, variance 2
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// If there are fewer than two trials, if they were not observed over the same time, or if there is no spike at all.
pub fn fano_factor(trials: &[SpikeTrain]) -> Result<f64> {
    trials::observation(trials, 2)?;
    let counts: Vec<f64> = trials.iter().map(|trial| trial.len() as f64).collect();
    variance_to_mean(&counts).ok_or_else(|| super::too_few_spikes(1, 0))
}

/// Fano factors across trials for several counting windows (ms): each trial is cut into the same successive windows,
/// and the counts of one window are compared across trials, so that a rate that follows the stimulus does not look like
/// variability:
///
/// ```text
/// F(window) = Σ_j var(N_j) / Σ_j ⟨N_j⟩   N_j counts in the j-th window, var and ⟨⟩ over trials
/// ```
///
/// # Errors
///
/// As [`fano_factor`]; or if a window is not > 0 or longer than the observation.
pub fn fano_factors(trials: &[SpikeTrain], windows: &[f64]) -> Result<Array1<f64>> {
    trials::observation(trials, 2)?;
    windows.iter().enumerate().map(|(index, &window)| fano_across_trials(trials, window, index)).collect()
}

fn fano_across_trials(trials: &[SpikeTrain], window: f64, index: usize) -> Result<f64> {
    let k = trials.len() as f64;
    // Sums over trials of N_j and of its square about the first trial, window by window.
    let first = window_counts(&trials[0], window, index, 1.0)?;
    let mut sum = vec![0.0; first.len()];
    let mut squares = vec![0.0; first.len()];
    for trial in trials {
        for (j, count) in window_counts(trial, window, index, 1.0)?.iter().enumerate() {
            sum[j] += count - first[j];
            squares[j] += (count - first[j]).powi(2);
        }
    }
    let variance: f64 = (0..first.len()).map(|j| (squares[j] - sum[j] * sum[j] / k) / (k - 1.0)).sum();
    let mean: f64 = (0..first.len()).map(|j| first[j] + sum[j] / k).sum();
    if mean > 0.0 { Ok(variance / mean) } else { Err(super::too_few_spikes(1, 0)) }
}

/// The mean of a function of neighbouring intervals over all pairs of neighbours that last any time.
fn mean_over_neighbours(times: &[f64], of: impl Fn(f64, f64) -> f64) -> Option<f64> {
    let (mut sum, mut pairs) = (0.0, 0usize);
    for spikes in times.windows(3) {
        if spikes[2] > spikes[0] {
            sum += of(spikes[1] - spikes[0], spikes[2] - spikes[1]);
            pairs += 1;
        }
    }
    (pairs > 0).then(|| sum / pairs as f64)
}

/// The counts in the whole windows that fit into the observation; a window is at most `most` of it.
fn window_counts(train: &SpikeTrain, window: f64, index: usize, most: f64) -> Result<Vec<f64>> {
    let name = format!("windows[{index}]");
    Allowed::Positive.check(&name, "ms", window)?;
    Allowed::Between(0.0, most * train.duration()).check(&name, "ms", window)?;
    let quotient = train.duration() / window;
    if quotient > MAX_SAMPLES as f64 {
        return Err(time_step::too_many(MAX_SAMPLES, quotient));
    }
    // 0.3/0.1 is 2.9999999999999996: rounding takes no window away.
    let whole = (quotient * (1.0 + 1e-9)).floor();
    let fills = (quotient - whole).abs() < 1e-9 * quotient;
    let mut counts = vec![0.0; whole as usize];
    let mut j = 0;
    for &t in &train.times {
        while j < counts.len() && t >= train.t_start + (j + 1) as f64 * window {
            j += 1;
        }
        // A spike at the very end belongs to the last window if the windows reach that far.
        if j < counts.len() {
            counts[j] += 1.0;
        } else if fills {
            counts[j - 1] += 1.0;
        }
    }
    Ok(counts)
}

/// Variance (with n − 1) over mean; `None` with fewer than two counts or a mean of 0.
fn variance_to_mean(counts: &[f64]) -> Option<f64> {
    let n = counts.len() as f64;
    let mean = counts.iter().sum::<f64>() / n;
    let variance = counts.iter().map(|c| (c - mean).powi(2)).sum::<f64>() / (n - 1.0);
    (counts.len() > 1 && mean > 0.0).then(|| variance / mean)
}

#[cfg(test)]
mod tests;
