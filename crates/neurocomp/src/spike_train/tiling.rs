//! Synchrony that does not depend on the rates.

use super::{SpikeTrain, trials};
use crate::Result;
use crate::parameter::Allowed;

/// Spike time tiling coefficient of two trains (none; −1 … 1): how many spikes have a spike of the other train within
/// ±`window` ms, compared with how much of the time lies that near to a spike.
///
/// ```text
/// STTC = ½ [ (P_A − T_B)/(1 − P_A T_B) + (P_B − T_A)/(1 − P_B T_A) ]
/// ```
///
/// | symbol | meaning |
/// | --- | --- |
/// | P_A | the part of the spikes of a within ±window of a spike of b, limits included |
/// | T_A | the part of the observation within ±window of a spike of a |
///
/// 1 for equal trains, 0 on average for independent ones whatever their rates, where a correlation coefficient depends
/// on them. A term 0/0 (all spikes near, and all of the time) counts as 1.
///
/// (elephant 1.2.1 takes as near what is within window + 10⁻⁵ · |t|, because of how it compares numbers.)
///
/// ```
/// use neurocomp::spike_train::{SpikeTrain, spike_time_tiling};
///
/// let a = SpikeTrain::new(vec![100.0, 300.0, 700.0], 0.0, 1000.0)?;
/// let b = SpikeTrain::new(vec![102.0, 303.0, 500.0], 0.0, 1000.0)?;
/// // Two of three are near; each train covers 3 · 10 of 1000 ms.
/// let expected = (2.0 / 3.0 - 0.03) / (1.0 - 2.0 / 3.0 * 0.03);
/// assert!((spike_time_tiling(&a, &b, 5.0)? - expected).abs() < 1e-12);
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// C. S. Cutts & S. J. Eglen, *J. Neurosci.* 34, 14288 (2014), doi:10.1523/JNEUROSCI.2767-14.2014.
///
/// # Errors
///
/// If `window` is not > 0, if the trains were not observed over the same time, or if one of them has no spike.
pub fn spike_time_tiling(a: &SpikeTrain, b: &SpikeTrain, window: f64) -> Result<f64> {
    Allowed::Positive.check("window", "ms", window)?;
    trials::observation([a, b], 2)?;
    if a.is_empty() || b.is_empty() {
        return Err(super::too_few_spikes(1, 0));
    }
    let term = |near: f64, covered: f64| {
        let product = near * covered;
        if product < 1.0 { (near - covered) / (1.0 - product) } else { 1.0 }
    };
    Ok(0.5
        * (term(part_near(a, b, window), part_covered(b, window))
            + term(part_near(b, a, window), part_covered(a, window))))
}

/// The part of the spikes of `a` within ±`window` of a spike of `b`.
fn part_near(a: &SpikeTrain, b: &SpikeTrain, window: f64) -> f64 {
    let mut first = 0;
    let mut near = 0usize;
    for &t in &a.times {
        while first < b.len() && t - b.times[first] > window {
            first += 1;
        }
        if first < b.len() && b.times[first] - t <= window {
            near += 1;
        }
    }
    near as f64 / a.len() as f64
}

/// The part of the observation within ±`window` of a spike.
fn part_covered(train: &SpikeTrain, window: f64) -> f64 {
    let mut covered = 0.0;
    let mut until = train.t_start;
    for &t in &train.times {
        let end = (t + window).min(train.t_stop);
        covered += end - (t - window).max(until);
        until = end;
    }
    (covered / train.duration()).min(1.0)
}

#[cfg(test)]
mod tests;
