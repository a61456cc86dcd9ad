//! Exercises 1 and 11.

use neurocomp::check::spikes;
use neurocomp::ndarray::Array1;

use super::names;

/// All steps of a rule x → x′ that knows the number of the step.
fn path(x0: f64, dt: f64, duration: f64, step: impl Fn(usize, f64) -> f64) -> Array1<f64> {
    let n = (duration / dt).round() as usize;
    let mut x = Array1::from_elem(n + 1, x0);
    for k in 0..n {
        x[k + 1] = step(k, x[k]);
    }
    x
}

mod euler_decay {
    use super::*;

    #[test]
    fn right() {
        let verdict = spikes::euler_decay(|x0, tau, dt, duration| path(x0, dt, duration, |_, x| x - dt * x / tau));
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(
            spikes::euler_decay(|x0, _, dt, duration| path(x0, dt, duration, |_, x| x)),
            &["does not move", "tau = 4 ms", "euler_decay(3.5, 4.0, 0.5, 2.5)"],
        );
        names(
            spikes::euler_decay(|x0, tau, dt, duration| {
                path(x0, dt, duration, |k, _| x0 * (-((k + 1) as f64) * dt / tau).exp())
            }),
            &["exact solution"],
        );
        names(
            spikes::euler_decay(|x0, tau, dt, duration| path(x0, dt, duration, |_, x| x + dt * x / tau)),
            &["minus sign"],
        );
        names(
            spikes::euler_decay(|x0, tau, dt, duration| path(x0, dt, duration, |_, x| x - x / tau)),
            &["dt is missing"],
        );
        names(
            spikes::euler_decay(|x0, _, dt, duration| path(x0, dt, duration, |_, x| x - dt * x)),
            &["time constant is missing"],
        );
        names(
            spikes::euler_decay(|x0, tau, dt, duration| path(x0, dt, duration, |_, x| x - dt * x * tau)),
            &["multiply by τ"],
        );
        names(
            spikes::euler_decay(|x0, tau, dt, duration| path(x0, dt, duration, |_, x| -dt * x / tau)),
            &["change of x"],
        );
        names(
            spikes::euler_decay(|x0, tau, dt, duration| path(x0, dt, duration, |_, x| x - dt * x0 / tau)),
            &["slope of the beginning"],
        );
    }

    #[test]
    fn wrong_lengths_and_nan_are_answers_too() {
        names(
            spikes::euler_decay(|x0, tau, dt, duration| {
                let all = path(x0, dt, duration, |_, x| x - dt * x / tau);
                Array1::from(all.to_vec()[..all.len() - 1].to_vec())
            }),
            &["one value is missing"],
        );
        names(spikes::euler_decay(|_, _, _, _| Array1::zeros(0)), &["should be 6, it is 0"]);
        names(spikes::euler_decay(|x0, _, dt, duration| path(x0, dt, duration, |_, _| f64::NAN)), &["NaN is"]);
    }
}

mod euler {
    use super::*;

    #[test]
    fn right() {
        let verdict =
            spikes::euler(|slope, x0, dt, duration| path(x0, dt, duration, |k, x| x + dt * slope(k as f64 * dt, x)));
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(
            spikes::euler(|_, x0, dt, duration| path(x0, dt, duration, |_, x| x)),
            &["does not move", "euler(|t, x| 0.3 * t - 0.5 * x, 2.0, 0.25, 1.5)"],
        );
        names(
            spikes::euler(|slope, x0, dt, duration| path(x0, dt, duration, |k, x| x + dt * slope(k as f64, x))),
            &["number of the step"],
        );
        names(
            spikes::euler(|slope, x0, dt, duration| {
                path(x0, dt, duration, |k, x| x + dt * slope((k + 1) as f64 * dt, x))
            }),
            &["end of the step"],
        );
        names(
            spikes::euler(|slope, x0, dt, duration| path(x0, dt, duration, |_, x| x + dt * slope(0.0, x))),
            &["time never advances"],
        );
        names(
            spikes::euler(|slope, x0, dt, duration| path(x0, dt, duration, |k, x| x + dt * slope(x, k as f64 * dt))),
            &["arguments are exchanged"],
        );
        names(
            spikes::euler(|slope, x0, dt, duration| path(x0, dt, duration, |k, x| x + slope(k as f64 * dt, x))),
            &["dt is missing"],
        );
        names(
            spikes::euler(|slope, x0, dt, duration| path(x0, dt, duration, |k, x| dt * slope(k as f64 * dt, x))),
            &["change of x"],
        );
        names(
            spikes::euler(|slope, x0, dt, duration| path(x0, dt, duration, |k, x| x + dt * slope(k as f64 * dt, x0))),
            &["slope at x0"],
        );
        names(spikes::euler(|_, _, _, _| Array1::zeros(1)), &["should be 7, it is 1"]);
    }
}
