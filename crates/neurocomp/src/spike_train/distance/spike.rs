//! Comparing the spikes around the moment.

use super::super::SpikeTrain;
use super::edges::{mean_over_stretches, observation, with_auxiliary_spikes};
use crate::Result;

/// SPIKE-distance of Kreuz et al. (none; from 0 to 1): how far the spikes around the moment are from the other train's,
/// compared with the intervals of the moment, averaged over the observation.
///
/// ```text
/// D = (1/T) ∫ S(t) dt
/// S(t) = (S_a x_b + S_b x_a) / (2 ⟨x⟩²)                     ⟨x⟩ = (x_a + x_b)/2
/// S_a(t) = (d_P (t_F − t) + d_F (t − t_P)) / x_a            x_a = t_F − t_P
/// ```
///
/// | symbol | meaning |
/// | --- | --- |
/// | t_P, t_F | the spikes of train a before and after t |
/// | d_P, d_F | how far each is from the nearest spike of train b, ms |
/// | x_a | the interval of train a in which t lies, ms |
///
/// and the same for train b. Between spikes S is a straight line, so that its integral is exact.
///
/// Intervals at the edges as for [`isi_distance`](super::isi_distance()): the auxiliary spike before the first spike is
/// as far from the other train as the first spike is, the one after the last as far as the last, and both count as
/// neighbours of the other train's spikes. This is what PySpike does (0.9; it deviates for a train of one spike exactly
/// at `t_start`).
///
/// ```
/// use neurocomp::spike_train::SpikeTrain;
/// use neurocomp::spike_train::distance::spike_distance;
///
/// // Two clocks of 10 ms, one 2 ms later: every spike is 2 ms from the nearest, so that S = 2 · 2 · 10/(2 · 10²).
/// let a = SpikeTrain::new((0..10).map(|k| 3.0 + 10.0 * k as f64).collect(), 0.0, 100.0)?;
/// let b = SpikeTrain::new((0..10).map(|k| 5.0 + 10.0 * k as f64).collect(), 0.0, 100.0)?;
/// assert!((spike_distance(&a, &b)? - 0.2).abs() < 1e-12);
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// T. Kreuz, D. Chicharro, C. Houghton, R. G. Andrzejak & F. Mormann, *J. Neurophysiol.* 109, 1457 (2013),
/// doi:10.1152/jn.00873.2012.
///
/// # Errors
///
/// If the trains were not observed over the same time.
pub fn spike_distance(a: &SpikeTrain, b: &SpikeTrain) -> Result<f64> {
    let observed = observation(a, b)?;
    let (a, b) = (with_auxiliary_spikes(a), with_auxiliary_spikes(b));
    let (d_a, d_b) = (distances(&a, &b), distances(&b, &a));
    Ok(mean_over_stretches(observed, &a, &b, |stretch| {
        let (i, j) = (stretch.i, stretch.j);
        let (x_a, x_b) = (a[i + 1] - a[i], b[j + 1] - b[j]);
        let dissimilarity = |t: f64| {
            let s_a = (d_a[i] * (a[i + 1] - t) + d_a[i + 1] * (t - a[i])) / x_a;
            let s_b = (d_b[j] * (b[j + 1] - t) + d_b[j + 1] * (t - b[j])) / x_b;
            2.0 * (s_a * x_b + s_b * x_a) / (x_a + x_b).powi(2)
        };
        let (from, to) = (stretch.from, stretch.to);
        0.5 * (dissimilarity(from) + dissimilarity(to)) * (to - from)
    }))
}

/// How far each spike is from the nearest of the other train; an auxiliary spike is as far as its neighbour.
fn distances(train: &[f64], other: &[f64]) -> Vec<f64> {
    let mut distances: Vec<f64> = train.iter().map(|&t| nearest(t, other)).collect();
    let n = distances.len();
    distances[0] = distances[1];
    distances[n - 1] = distances[n - 2];
    distances
}

fn nearest(t: f64, times: &[f64]) -> f64 {
    let after = times.partition_point(|&u| u < t);
    let distance = |k: usize| (times[k] - t).abs();
    match after {
        0 => distance(0),
        k if k == times.len() => distance(k - 1),
        k => distance(k - 1).min(distance(k)),
    }
}
