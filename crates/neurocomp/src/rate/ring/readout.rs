//! Where a bump of activity is, and how wide.

use std::f64::consts::TAU;

use ndarray::ArrayRef1;

use crate::Result;
use crate::error::check_count;
use crate::parameter::Allowed;

/// The population vector (1/n) Σ r_j e^(iθ_j) of rates (Hz) around a ring, θ_j = 2πj/n: its angle (rad, from −π to π)
/// and its length (Hz). Without a preferred direction the length is 0, and the angle means nothing.
///
/// # Errors
///
/// If there are no rates, or one is not finite.
///
/// ```
/// use neurocomp::ndarray::array;
/// use neurocomp::rate::ring::population_vector;
///
/// let (angle, length) = population_vector(&array![0.0, 8.0, 0.0, 0.0])?;
/// assert!((angle - std::f64::consts::FRAC_PI_2).abs() < 1e-15);
/// assert!((length - 2.0).abs() < 1e-15);
/// # Ok::<(), neurocomp::Error>(())
/// ```
pub fn population_vector(rates: &ArrayRef1<f64>) -> Result<(f64, f64)> {
    check_count("rates", 1, usize::MAX, rates.len())?;
    Allowed::Finite.check_all("rates", "Hz", rates)?;
    Ok(vector(rates))
}

pub(super) fn vector<'a>(rates: impl IntoIterator<Item = &'a f64, IntoIter: ExactSizeIterator>) -> (f64, f64) {
    let rates = rates.into_iter();
    let n = rates.len() as f64;
    let (mut c, mut s) = (0.0, 0.0);
    for (k, &r) in rates.enumerate() {
        let angle = TAU * k as f64 / n;
        c += r * angle.cos() / n;
        s += r * angle.sin() / n;
    }
    (s.atan2(c), c.hypot(s))
}

/// The width (rad) of a bump at half of its height above the lowest rate, with straight lines between units. `None` if
/// the rates are all equal, or if they are above half height in more than one place.
///
/// # Errors
///
/// If there are fewer than 3 rates, or one is not finite.
///
/// ```
/// use neurocomp::ndarray::Array1;
/// use neurocomp::rate::ring::bump_width;
/// use std::f64::consts::{PI, TAU};
///
/// let rates = Array1::from_shape_fn(360, |k| 1.0 + (TAU * k as f64 / 360.0).cos());
/// assert!((bump_width(&rates)?.unwrap() - PI).abs() < 1e-9);
/// # Ok::<(), neurocomp::Error>(())
/// ```
pub fn bump_width(rates: &ArrayRef1<f64>) -> Result<Option<f64>> {
    check_count("rates", 3, usize::MAX, rates.len())?;
    Allowed::Finite.check_all("rates", "Hz", rates)?;
    let low = rates.fold(f64::INFINITY, |a, &b| a.min(b));
    let high = rates.fold(f64::NEG_INFINITY, |a, &b| a.max(b));
    let half = low + 0.5 * (high - low);
    if high <= low || half <= low {
        return Ok(None);
    }
    let n = rates.len();
    let (mut up, mut down) = (Vec::new(), Vec::new());
    for k in 0..n {
        let (a, b) = (rates[k], rates[(k + 1) % n]);
        let crossing = || k as f64 + (half - a) / (b - a);
        if a < half && b >= half {
            up.push(crossing());
        } else if a >= half && b < half {
            down.push(crossing());
        }
    }
    if up.len() != 1 || down.len() != 1 {
        return Ok(None);
    }
    Ok(Some(TAU / n as f64 * (down[0] - up[0]).rem_euclid(n as f64)))
}
