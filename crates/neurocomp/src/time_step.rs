//! Time steps: how a duration is divided, and how much of it a computer can hold.
//!
//! A simulation of `duration` ms with steps of `dt` ms has n = duration/dt steps, rounded to the nearest whole number,
//! and visits the n + 1 times t_k = k·dt, k = 0 … n. They are computed by this product: adding dt again and again would
//! add its rounding error as often.

use ndarray::Array1;

use crate::error::number;
use crate::parameter::Allowed;
use crate::{Error, Result};

/// The largest number of steps of a simulation that keeps a value for each: 20 million (160 MB per array).
pub const MAX_SAMPLES: usize = 20_000_000;

/// The largest number of steps of a simulation that keeps nothing but spike times: a billion.
pub const MAX_STEPS: usize = 1_000_000_000;

/// The number of steps, at least 1 and at most `limit`.
pub(crate) fn steps(dt: f64, duration: f64, limit: usize) -> Result<usize> {
    check_positive("dt", dt)?;
    check_positive("duration", duration)?;
    if dt > duration {
        let [duration, received] = [duration, dt].map(number);
        return Err(Error::text(
            format!("dt must be <= duration ({duration} ms), received {received}"),
            format!("dt doit être <= duration ({duration} ms), reçu {received}"),
        ));
    }
    let received = (duration / dt).round();
    if received > limit as f64 {
        return Err(too_many(limit, received));
    }
    Ok(received as usize)
}

/// More steps than memory or patience allow.
pub(crate) fn too_many(limit: usize, received: f64) -> Error {
    let received = number(received);
    Error::text(
        format!(
            "duration / dt must be <= {limit} steps, received {received}: choose a shorter duration or a longer dt"
        ),
        format!(
            "duration / dt doit être <= {limit} pas, reçu {received} : choisissez une durée plus courte ou un dt plus long"
        ),
    )
}

pub(crate) fn check_positive(name: &'static str, received: f64) -> Result<()> {
    Allowed::Positive.check(name, "ms", received).map(|_| ())
}

/// An explicit scheme follows an exponential relaxation without swinging only if its step fits into the time constant.
pub(crate) fn check_resolves(dt: f64, time_constant: f64) -> Result<()> {
    if dt > time_constant {
        let [time_constant, received] = [time_constant, dt].map(number);
        return Err(Error::text(
            format!("dt must be <= the time constant ({time_constant} ms), received {received}"),
            format!("dt doit être <= la constante de temps ({time_constant} ms), reçu {received}"),
        ));
    }
    Ok(())
}

/// The times 0, dt, 2·dt … steps·dt, ms.
pub(crate) fn times(steps: usize, dt: f64) -> Array1<f64> {
    Array1::from_shape_fn(steps + 1, |k| k as f64 * dt)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotient_that_is_not_quite_whole_does_not_lose_a_step() {
        // 0.3 / 0.1 is 2.9999999999999996 in floating point.
        assert_eq!(steps(0.1, 0.3, 10), Ok(3));
        assert_eq!(steps(0.1, 1000.0, 20_000), Ok(10_000));
    }

    #[test]
    fn times_are_products_and_not_sums() {
        let t = times(10_000, 0.1);
        assert_eq!((t.len(), t[0], t[10_000]), (10_001, 0.0, 1000.0));
    }

    #[test]
    fn impossible_steps_are_refused_with_range_and_value() {
        for (dt, duration, said) in [
            (0.0, 1.0, "dt must be finite and > 0 ms, received 0"),
            (f64::NAN, 1.0, "received NaN"),
            (0.1, f64::INFINITY, "duration must be finite and > 0 ms, received inf"),
            (2.0, 1.0, "dt must be <= duration (1 ms), received 2"),
            (1e-300, 1e300, "received inf"),
            (0.001, 1e6, "<= 100 steps, received 1000000000"),
        ] {
            let message = steps(dt, duration, 100).unwrap_err().to_string();
            assert!(message.contains(said), "{message}");
        }
    }
}
