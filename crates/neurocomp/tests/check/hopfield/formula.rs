//! Exercises 1, 2 and 7.

use neurocomp::check::hopfield;
use neurocomp::ndarray::Array1;

use super::{names, passes};

mod probability_up {
    use super::*;

    fn up(x: f64) -> f64 {
        1.0 / (1.0 + (-x).exp())
    }

    #[test]
    fn right() {
        passes(hopfield::probability_up(|beta, h| up(beta * h)));
        passes(hopfield::probability_up(|beta, h| 0.5 * (1.0 + (0.5 * beta * h).tanh())));
    }

    #[test]
    fn named_mistakes() {
        names(
            hopfield::probability_up(|beta, h| up(-beta * h)),
            &["wrong sign", "beta = 1.6", "probability_up(1.6, 0.7)"],
        );
        names(hopfield::probability_up(|beta, h| up(2.0 * beta * h)), &["other books"]);
        names(hopfield::probability_up(|_, h| up(h)), &["beta is missing"]);
        names(hopfield::probability_up(|beta, h| up(h / beta)), &["divide by beta"]);
        names(hopfield::probability_up(|beta, h| (0.5 * beta * h).tanh()), &["mean of S"]);
        names(hopfield::probability_up(|beta, h| 1.0 + (-beta * h).exp()), &["brackets are missing"]);
        names(hopfield::probability_up(|beta, h| (-beta * h).exp()), &["exponential alone"]);
        names(hopfield::probability_up(|_, _| f64::NAN), &["NaN is"]);
    }
}

mod overlap {
    use super::*;

    fn m(p: &Array1<f64>, s: &Array1<f64>) -> f64 {
        (p * s).sum() / p.len() as f64
    }

    fn equal(p: &Array1<f64>, s: &Array1<f64>) -> f64 {
        p.iter().zip(s).filter(|(a, b)| a == b).count() as f64
    }

    #[test]
    fn right() {
        passes(hopfield::overlap(m));
        passes(hopfield::overlap(|p, s| 2.0 * equal(p, s) / p.len() as f64 - 1.0));
    }

    #[test]
    fn named_mistakes() {
        names(hopfield::overlap(|p, s| (p * s).sum()), &["divided by the number of units", "&array![", "Received"]);
        names(hopfield::overlap(|p, s| equal(p, s) / p.len() as f64), &["fraction of the units that agree"]);
        names(hopfield::overlap(equal), &["number of units that agree"]);
        names(hopfield::overlap(|p, s| p.len() as f64 - equal(p, s)), &["number of units that differ"]);
        names(hopfield::overlap(|p, s| 1.0 - equal(p, s) / p.len() as f64), &["fraction of the units that differ"]);
        names(hopfield::overlap(|p, s| m(p, s) - p.mean().unwrap() * s.mean().unwrap()), &["subtract the means"]);
        names(hopfield::overlap(|_, s| s.mean().unwrap()), &["pattern is missing"]);
        names(hopfield::overlap(|p, s| m(p, s).abs()), &["has a sign"]);
        names(hopfield::overlap(|_, _| f64::INFINITY), &["infinite"]);
    }
}

mod energy {
    use super::*;

    /// Σ_i h_i S_i with the terms i = j.
    fn whole(patterns: &[Array1<f64>], s: &Array1<f64>) -> f64 {
        let n = s.len() as f64;
        patterns.iter().map(|p| (p * s).sum().powi(2)).sum::<f64>() / n
    }

    fn sum(patterns: &[Array1<f64>], s: &Array1<f64>) -> f64 {
        whole(patterns, s) - patterns.len() as f64
    }

    #[test]
    fn right() {
        passes(hopfield::energy(|p, s| -0.5 * sum(p, s)));
    }

    #[test]
    fn named_mistakes() {
        names(hopfield::energy(|p, s| -sum(p, s)), &["½ is missing"]);
        names(hopfield::energy(|p, s| 0.5 * sum(p, s)), &["minus sign is missing"]);
        names(hopfield::energy(sum), &["−½ is missing"]);
        names(hopfield::energy(|p, s| -0.5 * sum(p, s) / s.len() as f64), &["per unit"]);
        names(hopfield::energy(|p, s| -0.5 * whole(p, s)), &["w_ii = 0", "add K/2"]);
        names(hopfield::energy(|p, s| -whole(p, s)), &["½ is missing", "i = j"]);
        names(
            hopfield::energy(|patterns, s| {
                let n = s.len() as f64;
                let mut h = s * (-(patterns.len() as f64) / n);
                for p in patterns {
                    h += &(p * ((p * s).sum() / n));
                }
                -0.5 * h.sum()
            }),
            &["multiplied by its S_i"],
        );
        names(hopfield::energy(|_, _| 0.0), &["you return 0"]);
    }
}
