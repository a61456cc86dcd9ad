//! Exercises 3 and 4.

use neurocomp::check::hopfield;
use neurocomp::ndarray::{Array1, Array2};

use super::{names, passes};

mod learn {
    use super::*;

    fn products(p: &Array1<f64>) -> Array2<f64> {
        Array2::from_shape_fn((p.len(), p.len()), |(i, j)| p[i] * p[j])
    }

    fn trace(p: &Array1<f64>) -> Array2<f64> {
        let mut trace = products(p) / p.len() as f64;
        trace.diag_mut().fill(0.0);
        trace
    }

    #[test]
    fn right() {
        passes(hopfield::learn(|w, p| w + &trace(p)));
        passes(hopfield::learn(|w, p| {
            let mut w = w.clone();
            for i in 0..p.len() {
                for j in 0..p.len() {
                    if i != j {
                        w[[i, j]] += p[i] * p[j] / p.len() as f64;
                    }
                }
            }
            w
        }));
    }

    #[test]
    fn named_mistakes() {
        names(hopfield::learn(|_, p| trace(p)), &["old weights are lost", "learn(&array![[0.0, 0.5"]);
        names(hopfield::learn(|w, p| w + &(products(p) / p.len() as f64)), &["upon itself", "w[[0, 0]]"]);
        names(hopfield::learn(|w, p| w + &(trace(p) * p.len() as f64)), &["1/N is missing"]);
        names(hopfield::learn(|w, p| w + &products(p)), &["1/N is missing", "diagonal must stay 0"]);
        names(hopfield::learn(|w, p| w - &trace(p)), &["wrong sign"]);
        names(
            hopfield::learn(|w, p| {
                let mut upper = trace(p);
                for ((i, j), value) in upper.indexed_iter_mut() {
                    if i > j {
                        *value = 0.0;
                    }
                }
                w + &upper
            }),
            &["above the diagonal"],
        );
        names(hopfield::learn(|w, p| (w + &(trace(p) * p.len() as f64)) / p.len() as f64), &["old weights are, too"]);
        names(hopfield::learn(|w, _| w.clone()), &["nothing has changed"]);
    }

    #[test]
    fn odd_answers_are_no_panic() {
        names(hopfield::learn(|_, _| Array2::zeros((0, 0))), &["keep its size", "4 × 4", "0 × 0"]);
        names(hopfield::learn(|w, _| w * f64::NAN), &["NaN is", "w[[0, 0]]"]);
        names(hopfield::learn(|w, _| w + 3.0), &["by hand"]);
    }
}

mod fields {
    use super::*;

    fn overlap(p: &Array1<f64>, s: &Array1<f64>) -> f64 {
        (p * s).sum() / s.len() as f64
    }

    fn whole(patterns: &[Array1<f64>], s: &Array1<f64>) -> Array1<f64> {
        let mut h = Array1::zeros(s.len());
        for p in patterns {
            h += &(p * overlap(p, s));
        }
        h
    }

    fn load(patterns: &[Array1<f64>], s: &Array1<f64>) -> f64 {
        patterns.len() as f64 / s.len() as f64
    }

    #[test]
    fn right() {
        passes(hopfield::fields(|p, s| whole(p, s) - s * load(p, s)));
        passes(hopfield::fields(|patterns, s| {
            let n = s.len();
            let w = |i: usize, j: usize| patterns.iter().map(|p| p[i] * p[j]).sum::<f64>() / n as f64;
            (0..n).map(|i| (0..n).filter(|&j| j != i).map(|j| w(i, j) * s[j]).sum()).collect()
        }));
    }

    #[test]
    fn named_mistakes() {
        names(hopfield::fields(whole), &["acts upon itself", "w_ii = 0"]);
        names(hopfield::fields(|p, s| whole(p, s) + s * load(p, s)), &["not added"]);
        names(hopfield::fields(|p, s| (whole(p, s) - s * load(p, s)) * s.len() as f64), &["factor N too large"]);
        names(hopfield::fields(|p, s| whole(p, s) - load(p, s)), &["multiplied by S_i"]);
        names(hopfield::fields(|p, s| whole(p, s) - s * (1.0 / s.len() as f64)), &["not 1/N"]);
        names(
            hopfield::fields(|patterns, s| {
                let p = &patterns[patterns.len() - 1];
                p * overlap(p, s) - s * load(patterns, s)
            }),
            &["only the last pattern"],
        );
        names(
            hopfield::fields(|patterns, s| {
                let m: f64 = patterns.iter().map(|p| overlap(p, s)).sum();
                m - s * load(patterns, s)
            }),
            &["P_i^μ is missing"],
        );
    }

    #[test]
    fn odd_answers_are_no_panic() {
        names(hopfield::fields(|_, _| Array1::zeros(0)), &["should be 6, it is 0"]);
        names(hopfield::fields(|_, s| s * f64::NAN), &["NaN is"]);
    }
}
