//! Parts of trains, trains at other times, and trains together.

use super::SpikeTrain;
use crate::Result;

impl SpikeTrain {
    /// The spikes from `t_start` to `t_stop` (ms, both included), as a train observed only there. Times stay what they
    /// are: [`SpikeTrain::shift`] lets them begin at another zero.
    ///
    /// ```
    /// use neurocomp::spike_train::SpikeTrain;
    ///
    /// let train = SpikeTrain::new(vec![100.0, 250.0, 300.0, 900.0], 0.0, 1000.0)?;
    /// // The 200 ms after a stimulus at 200 ms, with the stimulus at zero.
    /// let response = train.slice(200.0, 400.0)?.shift(-200.0)?;
    /// assert_eq!(response.times(), [50.0, 100.0]);
    /// assert_eq!((response.t_start(), response.t_stop(), response.rate()), (0.0, 200.0, 10.0));
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the interval is empty, or reaches beyond the observation: nobody knows what happened there.
    pub fn slice(&self, t_start: f64, t_stop: f64) -> Result<SpikeTrain> {
        for (index, received) in [t_start, t_stop].into_iter().enumerate() {
            // Written so that NaN fails.
            if !(received >= self.t_start && received <= self.t_stop) {
                return Err(super::outside(index, received, self.t_start, self.t_stop));
            }
        }
        let first = self.times.partition_point(|&t| t < t_start);
        let end = self.times.partition_point(|&t| t <= t_stop);
        // An interval turned round has its end before its first spike.
        let times = self.times.get(first..end).unwrap_or_default().to_vec();
        SpikeTrain::new(times, t_start, t_stop)
    }

    /// The train with `delay` (ms, of either sign) added to all times and to the ends of the observation.
    ///
    /// # Errors
    ///
    /// If `delay` is not finite, or so large that the duration disappears beside it.
    pub fn shift(&self, delay: f64) -> Result<SpikeTrain> {
        let times = self.times.iter().map(|t| t + delay).collect();
        SpikeTrain::new(times, self.t_start + delay, self.t_stop + delay)
    }

    /// All spikes of this train and of `others` in one train, over the time in which all of them were observed.
    ///
    /// Many independent trains together are almost a Poisson process, however regular each is. (They are exactly one if
    /// each is, with the sum of the rates.)
    ///
    /// ```
    /// use neurocomp::spike_train::SpikeTrain;
    ///
    /// let a = SpikeTrain::new(vec![10.0, 30.0], 0.0, 100.0)?;
    /// let b = SpikeTrain::new(vec![20.0, 80.0], 0.0, 80.0)?;
    /// let both = a.superpose(&[b])?;
    /// assert_eq!(both.times(), [10.0, 20.0, 30.0, 80.0]);
    /// assert_eq!(both.t_stop(), 80.0);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If there is no time in which all were observed.
    pub fn superpose(&self, others: &[SpikeTrain]) -> Result<SpikeTrain> {
        let begin = |t: f64, other: &SpikeTrain| t.max(other.t_start);
        let end = |t: f64, other: &SpikeTrain| t.min(other.t_stop);
        let t_start = others.iter().fold(self.t_start, begin);
        let t_stop = others.iter().fold(self.t_stop, end);
        let mut times: Vec<f64> = std::iter::once(self)
            .chain(others)
            .flat_map(|train| train.times.iter().copied())
            .filter(|&t| t >= t_start && t <= t_stop)
            .collect();
        times.sort_by(f64::total_cmp);
        SpikeTrain::new(times, t_start, t_stop)
    }
}

#[cfg(test)]
mod tests;
