//! Exercises 1 and 2.

use neurocomp::check::perceptron;
use neurocomp::ndarray::{Array1, s};

use super::names;

fn norm(w: &Array1<f64>) -> f64 {
    let w = w.slice(s![1..]);
    w.dot(&w).sqrt()
}

mod field {
    use super::*;

    #[test]
    fn right() {
        let verdict = perceptron::field(|w, x| w[0] + w.slice(s![1..]).dot(x));
        assert!(verdict.passed, "{verdict}");
        let verdict = perceptron::field(|w, x| (0..x.len()).fold(w[0], |sum, j| sum + w[j + 1] * x[j]));
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(
            perceptron::field(|w, x| w.slice(s![1..]).dot(x)),
            &["bias w[0] is missing", "field(&array![-2.0, 0.5, 1.5], &array![1.0, 2.0])"],
        );
        names(perceptron::field(|w, x| w.slice(s![1..]).dot(x) - w[0]), &["bias is subtracted", "threshold"]);
        names(perceptron::field(|w, x| x.iter().zip(w).map(|(x, w)| w * x).sum()), &["indices are shifted"]);
        names(
            perceptron::field(|w, x| {
                let n = x.len();
                w[n] + w.slice(s![..n]).dot(x)
            }),
            &["last weight for the bias"],
        );
        names(perceptron::field(|w, x| w[0] + w[1] * x[0]), &["only the first input"]);
        names(perceptron::field(|w, x| w[0] * w.slice(s![1..]).dot(x)), &["bias multiplies"]);
        names(perceptron::field(super::super::output), &["answer already"]);
        names(perceptron::field(|_, _| f64::NAN), &["NaN is"]);
    }
}

mod distance {
    use super::*;
    use crate::perceptron::field;

    #[test]
    fn right() {
        let verdict = perceptron::distance(|w, x| field(w, x) / norm(w));
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(perceptron::distance(field), &["divided by the length"]);
        names(perceptron::distance(|w, x| field(w, x) / w.dot(w).sqrt()), &["bias has slipped into the length"]);
        names(perceptron::distance(|w, x| field(w, x) / norm(w).powi(2)), &["square root is missing"]);
        names(perceptron::distance(|w, x| w.slice(s![1..]).dot(x) / norm(w)), &["bias is missing from the field"]);
        names(perceptron::distance(|w, x| field(w, x) / w.slice(s![1..]).mapv(f64::abs).sum()), &["sum of squares"]);
        names(perceptron::distance(|w, x| field(w, x).abs() / norm(w)), &["sign is lost"]);
        names(perceptron::distance(|w, x| field(w, x) * norm(w)), &["instead of divided"]);
        names(perceptron::distance(|w, x| -field(w, x) / norm(w)), &["sign is the opposite"]);
    }
}
