//! Poisson processes whose rate changes in time.

use ndarray::ArrayRef1;
use rand::Rng;

use super::check;
use super::renewal::unit_exponential;
use crate::error::check_increasing;
use crate::error::check_same_length;
use crate::error::number;
use crate::noise::generator;
use crate::parameter::Allowed;
use crate::spike_train::SpikeTrain;
use crate::{Error, Result};

/// A Poisson process whose rate is a function `rate` of time (t in ms, rate in Hz) that nowhere exceeds `max_rate`
/// (Hz), for `duration` (ms).
///
/// By thinning: candidates come at the constant `max_rate`, and one at time t is kept with probability
/// rate(t)/`max_rate`. This is exact; a larger `max_rate` only takes longer.
///
/// ```
/// use neurocomp::spike_train::generate::inhomogeneous_poisson;
///
/// // Silent for half a second, then 80 Hz.
/// let step = |t: f64| if t < 500.0 { 0.0 } else { 80.0 };
/// let train = inhomogeneous_poisson(step, 80.0, 1000.0, 1)?;
/// assert!(train.times().iter().all(|&t| t >= 500.0));
///
/// // A maximum that is too low is noticed, and where.
/// let error = inhomogeneous_poisson(step, 50.0, 1000.0, 1).unwrap_err();
/// assert!(error.to_string().contains("max_rate (50 Hz), received 80 at t = 5"));
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// If rate(t) is negative, NaN or above `max_rate` at a candidate's time, if `max_rate` is not ≥ 0 or `duration` not >
/// 0, or with more than ten million candidates.
pub fn inhomogeneous_poisson(rate: impl Fn(f64) -> f64, max_rate: f64, duration: f64, seed: u64) -> Result<SpikeTrain> {
    let times = thinning(rate, max_rate, 1.0, duration, &mut generator(seed))?;
    SpikeTrain::new(times, 0.0, duration)
}

/// A Poisson process whose `rate` (Hz) is known at the times `t` (ms, increasing) and is a straight line between them,
/// from the first to the last of `t`.
///
/// ```
/// use neurocomp::ndarray::array;
/// use neurocomp::spike_train::generate::poisson_from_samples;
///
/// // Up to 100 Hz and down again: half of 100 Hz on average.
/// let train = poisson_from_samples(&array![0.0, 5000.0, 10_000.0], &array![0.0, 100.0, 0.0], 1)?;
/// assert!((train.rate() - 50.0).abs() < 7.0);
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// If the arrays differ in length or have fewer than two values, `t` does not increase or is not finite, a rate is not
/// ≥ 0, or with more than ten million candidates at the largest rate.
pub fn poisson_from_samples(t: &ArrayRef1<f64>, rate: &ArrayRef1<f64>, seed: u64) -> Result<SpikeTrain> {
    check_same_length(2, &[("t", t.len()), ("rate", rate.len())])?;
    Allowed::Finite.check_all("t", "ms", t)?;
    Allowed::NotNegative.check_all("rate", "Hz", rate)?;
    check_increasing("t", "ms", t)?;
    let (times, rates) = (t.to_vec(), rate.to_vec());
    let (t_start, t_stop) = (times[0], times[times.len() - 1]);
    let max_rate = rates.iter().copied().fold(0.0, f64::max);
    let at = |since: f64| interpolate(&times, &rates, t_start + since).clamp(0.0, max_rate);
    let mut found = thinning(at, max_rate, 1.0, t_stop - t_start, &mut generator(seed))?;
    for time in &mut found {
        // The sum may be rounded beyond the end.
        *time = (t_start + *time).min(t_stop);
    }
    SpikeTrain::new(found, t_start, t_stop)
}

/// The value at `t` of the straight lines through `values` at increasing `times`; beyond the ends, the value there.
pub(super) fn interpolate(times: &[f64], values: &[f64], t: f64) -> f64 {
    let after = times.partition_point(|&time| time <= t);
    if after == 0 || after == times.len() {
        return values[after.saturating_sub(1)];
    }
    let fraction = (t - times[after - 1]) / (times[after] - times[after - 1]);
    values[after - 1] + fraction * (values[after] - values[after - 1])
}

/// The times (ms, from 0 to `duration`) of a Poisson process of rate `gain`·rate(t), of which rate(t) ≤ `max_rate` Hz.
pub(super) fn thinning(
    rate: impl Fn(f64) -> f64,
    max_rate: f64,
    gain: f64,
    duration: f64,
    rng: &mut impl Rng,
) -> Result<Vec<f64>> {
    check("max_rate", max_rate, duration)?;
    check("gain * max_rate", gain * max_rate, duration)?;
    // A rate of −0 would be followed by intervals of −∞.
    let mean = 1000.0 / (gain * max_rate).abs();
    let mut times = Vec::new();
    let mut t = mean * unit_exponential(rng);
    while t <= duration {
        let received = rate(t);
        // Written so that NaN fails.
        if !(received >= 0.0 && received <= max_rate) {
            let [max_rate, received, t] = [max_rate, received, t].map(number);
            return Err(Error::text(
                format!("rate(t) must be from 0 to max_rate ({max_rate} Hz), received {received} at t = {t} ms"),
                format!("rate(t) doit être entre 0 et max_rate ({max_rate} Hz), reçu {received} à t = {t} ms"),
            ));
        }
        if rng.random::<f64>() * max_rate < received {
            times.push(t);
        }
        t += mean * unit_exponential(rng);
    }
    Ok(times)
}
