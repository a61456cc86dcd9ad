//! Exercises 8 to 10.

use neurocomp::check::lif;
use neurocomp::neuron::lif::{Lif, LifParams};

use super::names;

mod input_mean_sd {
    use super::*;

    #[test]
    fn right() {
        let verdict = lif::input_mean_sd(|n, rate, weight, dt| {
            let count = n as f64 * rate / 1000.0 * dt;
            (weight * count / dt, weight * count.sqrt() / dt)
        });
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(
            lif::input_mean_sd(|n, r, w, dt| (n as f64 * r * w, w * (n as f64 * r / dt).sqrt())),
            &["the mean", "divide the rate by 1000"],
        );
        names(
            lif::input_mean_sd(|n, r, w, dt| {
                let a = n as f64 * r / 1000.0;
                (a * w, w * w * a / dt)
            }),
            &["the standard deviation", "this is the variance"],
        );
        names(
            lif::input_mean_sd(|n, r, w, dt| {
                let a = n as f64 * r / 1000.0;
                (a * w, w * (a * dt).sqrt())
            }),
            &["charge in one bin"],
        );
        names(
            lif::input_mean_sd(|n, r, w, _| {
                let a = n as f64 * r / 1000.0;
                (a * w, w * a.sqrt())
            }),
            &["dt is missing"],
        );
        names(
            lif::input_mean_sd(|n, r, w, dt| {
                let a = n as f64 * r / 1000.0;
                (a * w * dt, w * (a / dt).sqrt())
            }),
            &["divided by dt"],
        );
    }
}

mod noisy_step {
    use super::*;

    fn still(p: LifParams, v: f64, i: f64, dt: f64) -> f64 {
        v + dt / p.tau_m * (p.resistance * i - v)
    }

    #[test]
    fn right() {
        let verdict = lif::noisy_step(|p, v, i, sigma, dt, xi| still(p, v, i, dt) + sigma * (dt / p.tau_m).sqrt() * xi);
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(
            lif::noisy_step(|p, v, i, s, dt, xi| still(p, v, i, dt) + s * dt / p.tau_m * xi),
            &["noise scales with dt"],
        );
        names(
            lif::noisy_step(|p, v, i, s, dt, xi| still(p, v, i, dt) + s * dt.sqrt() * xi),
            &["τ is missing from the noise"],
        );
        names(
            lif::noisy_step(|p, v, i, s, dt, xi| still(p, v, i, dt) + s * (p.tau_m * dt).sqrt() * xi),
            &["whole right-hand side is divided by τ"],
        );
        names(lif::noisy_step(|p, v, i, s, dt, xi| still(p, v, i, dt) + s * xi), &["factor √(dt/τ) is missing"]);
        names(lif::noisy_step(|p, v, i, _, dt, _| still(p, v, i, dt)), &["noise is missing"]);
        names(
            lif::noisy_step(|p, v, i, s, dt, xi| still(p, v, i, dt) - s * (dt / p.tau_m).sqrt() * xi),
            &["wrong sign"],
        );
        names(lif::noisy_step(|p, v, _, s, dt, xi| v + s * (dt / p.tau_m).sqrt() * xi), &["only the noise"]);
    }
}

mod sigma_for_rate {
    use super::*;

    fn bisect(p: LifParams, i: f64, target: f64, rounds: usize, reversed: bool) -> f64 {
        let neuron = Lif::new(p).unwrap();
        let (mut low, mut high) = (0.0, 100.0);
        for _ in 0..rounds {
            let middle = 0.5 * (low + high);
            if (neuron.siegert_rate(i, middle).unwrap() < target) != reversed {
                low = middle;
            } else {
                high = middle;
            }
        }
        0.5 * (low + high)
    }

    #[test]
    fn right() {
        let verdict = lif::sigma_for_rate(|p, i, target| bisect(p, i, target, 60, false));
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(lif::sigma_for_rate(|p, i, target| bisect(p, i, target, 60, true)), &["one end of its interval"]);
        names(
            lif::sigma_for_rate(|p, i, target| bisect(p, i, target, 6, false)),
            &["halved at least 40 times", "which gives"],
        );
        names(
            lif::sigma_for_rate(|_, i, target| bisect(LifParams::default(), i, target, 60, false)),
            &["default neuron"],
        );
        names(lif::sigma_for_rate(|p, i, target| bisect(p, i, target / 1000.0, 60, false)), &["Hz and kHz"]);
        names(lif::sigma_for_rate(|_, _, target| target), &["target rate itself"]);
        names(lif::sigma_for_rate(|_, _, _| -1.0), &["cannot be negative"]);
        names(lif::sigma_for_rate(|_, _, _| f64::NAN), &["NaN is"]);
    }
}
