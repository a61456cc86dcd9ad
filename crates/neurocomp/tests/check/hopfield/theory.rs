//! Exercises 9 to 12.

use neurocomp::check::hopfield;
use neurocomp::ndarray::Array1;

use super::{names, passes};

mod stationary_overlap {
    use super::*;

    fn iterate(slope: f64, start: f64, steps: usize) -> f64 {
        (0..steps).fold(start, |m, _| (slope * m).tanh())
    }

    #[test]
    fn right() {
        passes(hopfield::stationary_overlap(|beta| iterate(0.5 * beta, 1.0, 1000)));
    }

    #[test]
    fn named_mistakes() {
        names(
            hopfield::stationary_overlap(|beta| iterate(0.5 * beta, 0.0, 1000)),
            &["m = 0 always solves", "Start from m = 1"],
        );
        names(hopfield::stationary_overlap(|beta| iterate(0.5 * beta, -1.0, 1000)), &["the positive solution"]);
        names(hopfield::stationary_overlap(|beta| iterate(beta, 1.0, 1000)), &["equation of other books"]);
        names(hopfield::stationary_overlap(|beta| iterate(0.5 * beta, 1.0, 1)), &["first step"]);
        names(hopfield::stationary_overlap(|beta| iterate(0.5 * beta, 1.0, 5)), &["repeat more often"]);
        names(hopfield::stationary_overlap(|_| 1.0), &["without any noise"]);
        names(hopfield::stationary_overlap(|_| 7.0), &["both sides"]);
        names(hopfield::stationary_overlap(|_| f64::NAN), &["NaN is"]);
    }
}

mod unstable_fraction {
    use super::*;

    /// P_i h_i, with the term j = i or without.
    fn aligned(patterns: &[Array1<f64>], mu: usize, with_own: bool) -> Array1<f64> {
        let s = &patterns[mu];
        let n = s.len() as f64;
        let own = if with_own { 0.0 } else { patterns.len() as f64 / n };
        let mut h = s * -own;
        for p in patterns {
            h += &(p * ((p * s).sum() / n));
        }
        h * s
    }

    fn count(values: &Array1<f64>) -> f64 {
        values.iter().filter(|x| **x < 0.0).count() as f64
    }

    fn fraction(values: &Array1<f64>) -> f64 {
        count(values) / values.len() as f64
    }

    #[test]
    fn right() {
        passes(hopfield::unstable_fraction(|patterns, mu| fraction(&aligned(patterns, mu, false))));
    }

    #[test]
    fn named_mistakes() {
        names(
            hopfield::unstable_fraction(|patterns, mu| count(&aligned(patterns, mu, false))),
            &["their number", "mu = `2`"],
        );
        names(
            hopfield::unstable_fraction(|patterns, mu| 1.0 - fraction(&aligned(patterns, mu, false))),
            &["units that stay"],
        );
        names(
            hopfield::unstable_fraction(|patterns, mu| fraction(&(aligned(patterns, mu, false) * &patterns[mu]))),
            &["negative fields"],
        );
        names(hopfield::unstable_fraction(|patterns, mu| fraction(&aligned(patterns, mu, true))), &["term j = i"]);
        names(
            hopfield::unstable_fraction(|patterns, _| fraction(&aligned(patterns, 0, false))),
            &["fraction for pattern 0"],
        );
        names(hopfield::unstable_fraction(|_, _| f64::NAN), &["NaN is"]);
    }
}

mod plateau {
    use super::*;

    fn mean(m: &[f64]) -> f64 {
        m.iter().sum::<f64>() / m.len() as f64
    }

    fn late(m: &[f64]) -> &[f64] {
        &m[m.len() / 2..]
    }

    #[test]
    fn right() {
        passes(hopfield::plateau(|m| mean(late(m))));
    }

    #[test]
    fn named_mistakes() {
        names(hopfield::plateau(mean), &["whole run", "plateau(&[0.1, 0.25"]);
        names(hopfield::plateau(|m| mean(&m[..m.len() / 2])), &["first half"]);
        names(hopfield::plateau(|m| m[m.len() - 1]), &["last value"]);
        names(hopfield::plateau(|m| late(m).iter().sum()), &["sum of the second half"]);
        names(hopfield::plateau(|m| late(m).iter().sum::<f64>() / m.len() as f64), &["length of the half"]);
        names(
            hopfield::plateau(|m| late(m).iter().map(|m| m.abs()).sum::<f64>() / late(m).len() as f64),
            &["absolute values"],
        );
    }
}

mod compete {
    use super::*;

    fn t(x: f64) -> f64 {
        x.tanh()
    }

    fn both(a: f64, b: f64, k: f64) -> (f64, f64) {
        let (sum, difference) = (t(k * (a + b)), t(k * (a - b)));
        (0.5 * (sum + difference), 0.5 * (sum - difference))
    }

    #[test]
    fn right() {
        passes(hopfield::compete(|a, b, beta| both(a, b, 0.5 * beta)));
    }

    #[test]
    fn named_mistakes() {
        names(
            hopfield::compete(|a, b, beta| {
                let (x, y) = both(a, b, 0.5 * beta);
                (2.0 * x, 2.0 * y)
            }),
            &["½ is missing", "first number", "m1 = 0.5"],
        );
        names(hopfield::compete(both), &["β/2 belongs"]);
        names(hopfield::compete(|a, b, beta| (t(0.5 * beta * a), t(0.5 * beta * b))), &["one pattern alone"]);
        names(
            hopfield::compete(|a, b, beta| {
                let (x, y) = both(a, b, 0.5 * beta);
                (y, x)
            }),
            &["exchanged"],
        );
        names(
            hopfield::compete(|a, b, beta| {
                let (x, _) = both(a, b, 0.5 * beta);
                (x, x)
            }),
            &["exchanged", "second number"],
        );
        names(hopfield::compete(|a, b, beta| (t(0.5 * beta * (a + b)), t(0.5 * beta * (a - b)))), &["patterns agree"]);
        names(hopfield::compete(|a, b, _| (a, b)), &["nothing has moved"]);
        names(hopfield::compete(|_, _, _| (f64::NAN, 0.0)), &["NaN is"]);
    }
}
