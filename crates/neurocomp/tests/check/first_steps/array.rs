//! Exercises 6, 7 and 12.

use neurocomp::check::first_steps;
use neurocomp::ndarray::Array1;

use super::{names, passes};

mod z_score {
    use super::*;

    fn mean(x: &Array1<f64>) -> f64 {
        x.mean().unwrap_or(0.0)
    }

    #[test]
    fn right() {
        passes(first_steps::z_score(|x| (x - mean(x)) / x.std(0.0)));
    }

    #[test]
    fn named_mistakes() {
        names(first_steps::z_score(|x| x / x.std(0.0)), &["mean is not subtracted", "array![-68.0"]);
        names(first_steps::z_score(|x| x - mean(x)), &["divide by the standard deviation"]);
        names(first_steps::z_score(|x| (x - mean(x)) / x.var(0.0)), &["variance"]);
        names(first_steps::z_score(|x| (x - mean(x)) / x.std(1.0)), &["N − 1"]);
        names(first_steps::z_score(|x| x - mean(x) / x.std(0.0)), &["brackets"]);
        names(first_steps::z_score(|x| (mean(x) - x) / x.std(0.0)), &["sign is the opposite"]);
        names(first_steps::z_score(|x| x.clone()), &["values themselves"]);
    }

    #[test]
    fn another_length() {
        names(first_steps::z_score(|_| Array1::zeros(0)), &["should be 5, it is 0"]);
    }
}

mod normal_density {
    use super::*;
    use std::f64::consts::{PI, TAU};

    #[test]
    fn right() {
        passes(first_steps::normal_density(|x, mean, sd| {
            (-(x - mean).powi(2) / (2.0 * sd.powi(2))).exp() / (sd * (2.0 * PI).sqrt())
        }));
    }

    fn bell(x: f64, mean: f64, sd: f64) -> f64 {
        (-0.5 * ((x - mean) / sd).powi(2)).exp()
    }

    #[test]
    fn the_factor_in_front() {
        names(first_steps::normal_density(bell), &["factor in front is missing"]);
        names(first_steps::normal_density(|x, m, s| bell(x, m, s) / TAU.sqrt()), &["needs σ as well"]);
        names(first_steps::normal_density(|x, m, s| bell(x, m, s) / (s * TAU)), &["square root of 2π"]);
        names(first_steps::normal_density(|x, m, s| bell(x, m, s) / TAU.sqrt() * s), &["order of operations"]);
    }

    #[test]
    fn the_exponent() {
        names(
            first_steps::normal_density(|x, m, s| (-((x - m) / s).powi(2)).exp() / (s * TAU.sqrt())),
            &["2 in the exponent"],
        );
        names(
            first_steps::normal_density(|x, m, s| (((x - m) / s).powi(2) / 2.0).exp() / (s * TAU.sqrt())),
            &["minus sign"],
        );
        names(
            first_steps::normal_density(|x, m, s| (-(x - m).powi(2) / (2.0 * s)).exp() / (s * TAU.sqrt())),
            &["σ is squared"],
        );
        names(
            first_steps::normal_density(|x, m, s| (-(x - m).powi(2) / 2.0 * s.powi(2)).exp() / (s * TAU.sqrt())),
            &["multiplies by σ²"],
        );
        names(first_steps::normal_density(|x, _, s| bell(x, 0.0, s) / (s * TAU.sqrt())), &["mean is missing"]);
    }
}

mod sample {
    use super::*;

    #[test]
    fn right() {
        passes(first_steps::sample(|f, low, high, n| {
            let x = Array1::linspace(low, high, n);
            let y = x.mapv(f);
            (x, y)
        }));
    }

    #[test]
    fn named_mistakes() {
        names(
            first_steps::sample(|f, low, high, n| {
                let x = Array1::linspace(low, high, n);
                (x.mapv(f), x)
            }),
            &["come first", "first array"],
        );
        names(
            first_steps::sample(|_, low, high, n| {
                let x = Array1::linspace(low, high, n);
                (x.clone(), x)
            }),
            &["f is not applied", "second array"],
        );
        names(
            first_steps::sample(|f, low, high, n| {
                let x = Array1::range(low, high, (high - low) / n as f64);
                let y = x.mapv(f);
                (x, y)
            }),
            &["`linspace` includes it"],
        );
        names(
            first_steps::sample(|f, low, high, n| {
                let x = Array1::linspace(low, high, n + 1);
                let y = x.mapv(f);
                (x, y)
            }),
            &["one point too many"],
        );
        names(
            first_steps::sample(|f, _, high, n| {
                let x = Array1::linspace(0.0, high, n);
                let y = x.mapv(f);
                (x, y)
            }),
            &["start at low"],
        );
    }

    #[test]
    fn empty_arrays() {
        names(first_steps::sample(|_, _, _, _| (Array1::zeros(0), Array1::zeros(0))), &["should be 9, it is 0"]);
    }
}
