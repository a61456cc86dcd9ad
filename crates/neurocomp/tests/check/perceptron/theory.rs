//! Exercises 7 and 8.

use neurocomp::check::perceptron;
use neurocomp::ndarray::{Array1, Array2, s};

use super::{field, names};

mod mistake_bound {
    use super::*;

    fn margins(w: &Array1<f64>, x: &Array2<f64>, y: &Array1<f64>) -> Vec<f64> {
        (0..y.len()).map(|k| y[k] * field(w, &x.row(k))).collect()
    }

    fn least(values: &[f64]) -> f64 {
        values.iter().copied().fold(f64::INFINITY, f64::min)
    }

    fn longest(x: &Array2<f64>) -> f64 {
        x.rows().into_iter().map(|row| 1.0 + row.dot(&row)).fold(0.0, f64::max)
    }

    fn bound(w: &Array1<f64>, x: &Array2<f64>, y: &Array1<f64>) -> Option<f64> {
        let gamma = least(&margins(w, x, y)) / w.dot(w).sqrt();
        (gamma > 0.0).then(|| longest(x) / (gamma * gamma))
    }

    #[test]
    fn right() {
        let verdict = perceptron::mistake_bound(bound);
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(perceptron::mistake_bound(|w, x, y| bound(w, x, y).map(f64::sqrt)), &["this is R/γ"]);
        names(
            perceptron::mistake_bound(|w, x, y| bound(w, x, y).map(|b| b * (longest(x) - 1.0) / longest(x))),
            &["x₀ = 1 is missing from R"],
        );
        names(
            perceptron::mistake_bound(|w, x, y| {
                let part = w.slice(s![1..]);
                bound(w, x, y).map(|b| b * part.dot(&part) / w.dot(w))
            }),
            &["bias is missing from the length"],
        );
        names(perceptron::mistake_bound(|w, x, y| bound(w, x, y).map(|b| b / w.dot(w))), &["divided by their length"]);
        names(
            perceptron::mistake_bound(|w, x, y| {
                bound(w, x, y).map(|_| longest(x) * w.dot(w).sqrt() / least(&margins(w, x, y)))
            }),
            &["γ is not squared"],
        );
        names(
            perceptron::mistake_bound(|w, x, y| {
                let largest = margins(w, x, y).into_iter().fold(0.0, f64::max);
                bound(w, x, y).map(|_| longest(x) * w.dot(w) / largest.powi(2))
            }),
            &["largest margin"],
        );
        names(perceptron::mistake_bound(|w, x, y| bound(w, x, y).map(f64::recip)), &["upside down"]);
    }

    #[test]
    fn named_mistakes_of_the_case_without_a_bound() {
        names(
            perceptron::mistake_bound(|w, x, y| {
                let gamma = least(&margins(w, x, y)) / w.dot(w).sqrt();
                Some(longest(x) / (gamma * gamma))
            }),
            &["Expected: `None`", "hides its sign"],
        );
        names(perceptron::mistake_bound(|_, _, _| None), &["Received: `None`", "Is y* in the product"]);
    }
}

mod cover_fraction {
    use super::*;

    /// Σ (m over k), k from `first` to `end` − 1.
    fn sum(m: usize, first: usize, end: usize) -> f64 {
        let (mut term, mut sum) = (1.0, 0.0);
        for k in 0..end {
            if k >= first {
                sum += term;
            }
            term *= (m as f64 - k as f64) / (k as f64 + 1.0);
        }
        sum
    }

    fn all(p: usize) -> f64 {
        2.0_f64.powi(p as i32)
    }

    #[test]
    fn right() {
        let verdict = perceptron::cover_fraction(|p, n| 2.0 * sum(p - 1, 0, n) / all(p));
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(
            perceptron::cover_fraction(|p, n| 2.0 * sum(p - 1, 0, n)),
            &["number of dichotomies", "cover_fraction(5, 3)"],
        );
        names(perceptron::cover_fraction(|p, n| sum(p - 1, 0, n) / all(p)), &["a factor of 2"]);
        names(perceptron::cover_fraction(|p, n| 2.0 * sum(p - 1, 0, n) / all(p - 1)), &["twice too much"]);
        names(perceptron::cover_fraction(|p, n| 2.0 * sum(p - 1, 0, n + 1) / all(p)), &["one term too many"]);
        names(perceptron::cover_fraction(|p, n| 2.0 * sum(p - 1, 1, n) / all(p)), &["first term is missing"]);
        names(perceptron::cover_fraction(|p, n| 2.0 * sum(p - 1, 1, n + 1) / all(p)), &["k runs from 1 to N;"]);
        names(perceptron::cover_fraction(|p, n| 2.0 * sum(p, 0, n) / all(p)), &["must be those of P − 1"]);
        names(perceptron::cover_fraction(|_, _| (1 / 2) as f64), &["whole numbers"]);
    }
}
