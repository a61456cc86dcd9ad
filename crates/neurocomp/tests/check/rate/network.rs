//! Exercises 9 to 11.

use std::f64::consts::{PI, TAU};

use neurocomp::check::rate;
use neurocomp::ndarray::{Array1, Array2};

use super::names;

mod network_slope {
    use super::*;

    fn tanh(x: Array1<f64>) -> Array1<f64> {
        x.mapv(f64::tanh)
    }

    #[test]
    fn right() {
        let verdict = rate::network_slope(|w, r, input| tanh(w.dot(r) + input) - r);
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(
            rate::network_slope(|w, r, input| tanh(r.dot(w) + input) - r),
            &["onto unit i from unit j", "network_slope(&array![["],
        );
        names(rate::network_slope(|w, r, input| tanh(w.dot(r) + input)), &["−r is missing"]);
        names(rate::network_slope(|w, r, input| w.dot(r) + input - r), &["tanh is missing"]);
        names(rate::network_slope(|w, r, _| tanh(w.dot(r)) - r), &["external input is missing"]);
        names(rate::network_slope(|w, r, input| tanh(w.dot(r)) + input - r), &["inside the tanh"]);
        names(rate::network_slope(|w, r, input| r - tanh(w.dot(r) + input)), &["opposite"]);
        names(rate::network_slope(|_, _, _| Array1::zeros(0)), &["should be 3, it is 0"]);
    }
}

mod ring_weights {
    use super::*;

    fn ring(n: usize, weight: impl Fn(f64) -> f64) -> Array2<f64> {
        Array2::from_shape_fn((n, n), |(i, j)| weight(TAU * (i as f64 - j as f64) / n as f64))
    }

    #[test]
    fn right() {
        let verdict = rate::ring_weights(|n, j0, j1| ring(n, |angle| (j0 + j1 * angle.cos()) / n as f64));
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(
            rate::ring_weights(|n, j0, j1| ring(n, |angle| j0 + j1 * angle.cos())),
            &["division by n", "j0 = -0.4 nA/Hz"],
        );
        names(rate::ring_weights(|n, j0, j1| ring(n, |angle| j0 + j1 * angle.cos() / n as f64)), &["brackets"]);
        names(rate::ring_weights(|n, j0, j1| ring(n, |angle| (j1 + j0 * angle.cos()) / n as f64)), &["exchanged"]);
        names(rate::ring_weights(|n, j0, j1| ring(n, |angle| (j0 + j1 * angle.sin()) / n as f64)), &["the sine"]);
        names(
            rate::ring_weights(|n, j0, j1| ring(n, |angle| (j0 + j1 * (angle * n as f64 / TAU).cos()) / n as f64)),
            &["2π(i − j)/n"],
        );
        names(
            rate::ring_weights(|n, j0, j1| ring(n, |angle| (j0 + j1 * (angle * 180.0 / PI).cos()) / n as f64)),
            &["radians"],
        );
    }

    #[test]
    fn odd_shapes() {
        names(rate::ring_weights(|_, _, _| Array2::zeros((0, 0))), &["5 × 5", "0 × 0"]);
        names(rate::ring_weights(|n, _, _| Array2::zeros((n, n))), &["all weights are 0"]);
        names(rate::ring_weights(|n, _, _| Array2::from_elem((n, n), f64::NAN)), &["NaN is"]);
    }
}

mod mean_input {
    use super::*;

    #[test]
    fn right() {
        let verdict = rate::mean_input(|n, w, tau, r| n as f64 * w * tau * r / 1000.0);
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(
            rate::mean_input(|n, w, tau, r| n as f64 * w * tau * r),
            &["divide their product by 1000", "weight = 2.5 mV", "mean_input(40, 2.5"],
        );
        names(rate::mean_input(|n, w, _, r| n as f64 * w * r / 1000.0), &["tau is missing"]);
        names(rate::mean_input(|n, w, tau, r| n as f64 * w * r / tau), &["multiply by tau"]);
        names(rate::mean_input(|_, w, tau, r| w * tau * r / 1000.0), &["number of synapses is missing"]);
        names(rate::mean_input(|n, w, tau, _| n as f64 * w * tau / 1000.0), &["rate is missing"]);
    }
}
