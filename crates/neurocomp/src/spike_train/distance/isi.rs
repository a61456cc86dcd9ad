//! Comparing the interspike intervals of the moment.

use super::super::SpikeTrain;
use super::edges::{mean_over_stretches, observation, with_auxiliary_spikes};
use crate::Result;

/// ISI-distance of Kreuz et al. (none; from 0 to less than 1): how different the interspike intervals of the moment
/// are, averaged over the observation.
///
/// ```text
/// D = (1/T) ∫ |x(t) − y(t)| / max(x(t), y(t)) dt
/// ```
///
/// where x(t) and y(t) are the intervals of the two trains in which t lies. Two clocks of rates r ≤ s have D = 1 − r/s
/// whatever their phases.
///
/// Before the first spike the interval is the longer of the time since `t_start` and the first whole interval; after
/// the last spike likewise; a train without spikes is one long interval. This is what PySpike does.
///
/// ```
/// use neurocomp::spike_train::SpikeTrain;
/// use neurocomp::spike_train::distance::isi_distance;
///
/// let slow = SpikeTrain::new((0..=10).map(|k| 10.0 * k as f64).collect(), 0.0, 100.0)?;
/// let fast = SpikeTrain::new((0..=25).map(|k| 4.0 * k as f64).collect(), 0.0, 100.0)?;
/// assert!((isi_distance(&slow, &fast)? - 0.6).abs() < 1e-12);
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// T. Kreuz, J. S. Haas, A. Morelli, H. D. I. Abarbanel & A. Politi, *J. Neurosci. Methods* 165, 151 (2007),
/// doi:10.1016/j.jneumeth.2007.05.031. Edges as in M. Mulansky & T. Kreuz, PySpike, *SoftwareX* 5, 183 (2016),
/// doi:10.1016/j.softx.2016.07.006.
///
/// # Errors
///
/// If the trains were not observed over the same time.
pub fn isi_distance(a: &SpikeTrain, b: &SpikeTrain) -> Result<f64> {
    let observed = observation(a, b)?;
    let (a, b) = (with_auxiliary_spikes(a), with_auxiliary_spikes(b));
    Ok(mean_over_stretches(observed, &a, &b, |stretch| {
        let x = a[stretch.i + 1] - a[stretch.i];
        let y = b[stretch.j + 1] - b[stretch.j];
        (x - y).abs() / x.max(y) * (stretch.to - stretch.from)
    }))
}
