//! Spikes in a recorded potential that trembles.

use ndarray::ArrayRef1;

use super::{SpikeTrain, threshold_crossings};
use crate::Result;
use crate::parameter::Allowed;

/// The times at which the potential `v` (mV) crosses `threshold` (mV) upwards, as by [`threshold_crossings`], but none
/// within `dead_time` (ms) after the last one kept.
///
/// Noise on a recording crosses the threshold several times around one action potential. After a real spike the neuron
/// is refractory for a millisecond or two: what comes sooner is noise. A crossing exactly `dead_time` later is kept.
///
/// ```
/// use neurocomp::ndarray::array;
/// use neurocomp::spike_train::{threshold_crossings, threshold_crossings_with_dead_time};
///
/// let t = array![0.0, 0.2, 0.4, 0.6, 5.0, 5.2]; // ms
/// let v = array![-1.0, 1.0, -1.0, 1.0, -1.0, 1.0]; // mV
/// assert_eq!(threshold_crossings(&t, &v, 0.0)?.len(), 3);
/// assert_eq!(threshold_crossings_with_dead_time(&t, &v, 0.0, 2.0)?.times(), [0.1, 5.1]);
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// As for [`threshold_crossings`], or if `dead_time` is not ≥ 0.
pub fn threshold_crossings_with_dead_time(
    t: &ArrayRef1<f64>,
    v: &ArrayRef1<f64>,
    threshold: f64,
    dead_time: f64,
) -> Result<SpikeTrain> {
    Allowed::NotNegative.check("dead_time", "ms", dead_time)?;
    let mut train = threshold_crossings(t, v, threshold)?;
    let mut last = f64::NEG_INFINITY;
    train.times.retain(|&time| {
        let kept = time - last >= dead_time;
        if kept {
            last = time;
        }
        kept
    });
    Ok(train)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::{Array1, array};

    #[test]
    fn without_dead_time_all_crossings_are_found() {
        let t = Array1::linspace(0.0, 100.0, 5001);
        let v = t.mapv(|t: f64| t.sin() + 0.3 * (17.0 * t).sin());
        let all = threshold_crossings(&t, &v, 0.5).unwrap();
        let found = |dead_time| threshold_crossings_with_dead_time(&t, &v, 0.5, dead_time).unwrap();
        assert_eq!(found(0.0), all);
        // Sixteen periods of 2π, each with several crossings; 3 ms hide the tremor and nothing else.
        assert!(all.len() > 20);
        assert_eq!(found(3.0).len(), 16);
        assert!(found(3.0).isi().iter().all(|&isi| isi >= 3.0));
    }

    #[test]
    fn a_long_dead_time_counts_from_the_last_spike_kept() {
        let t = Array1::linspace(0.0, 12.0, 13);
        let v = t.mapv(|t| if (t as usize).is_multiple_of(2) { -1.0 } else { 1.0 });
        // Crossings at 0.5, 2.5, 4.5, 6.5, 8.5, 10.5: each hides only the next.
        let found = threshold_crossings_with_dead_time(&t, &v, 0.0, 4.0).unwrap();
        assert_eq!(found.times(), [0.5, 4.5, 8.5]);
    }

    #[test]
    fn impossible_dead_times_are_refused() {
        for dead_time in [-1.0, f64::NAN] {
            let (t, v) = (array![0.0, 1.0], array![0.0, 1.0]);
            let error = threshold_crossings_with_dead_time(&t, &v, 0.5, dead_time).unwrap_err();
            let said = error.to_string();
            assert!(said.contains("dead_time must be finite and >= 0 ms"), "{said}");
        }
    }
}
