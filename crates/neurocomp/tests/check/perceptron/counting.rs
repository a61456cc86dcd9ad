//! Exercises 9 and 12.

use neurocomp::check::perceptron;
use neurocomp::ndarray::{Array1, Array2};

use super::{names, output};

mod error_rate {
    use super::*;

    fn wrong(w: &Array1<f64>, x: &Array2<f64>, y: &Array1<f64>) -> f64 {
        (0..y.len()).filter(|&k| output(w, &x.row(k)) != y[k]).count() as f64
    }

    fn one_kind(w: &Array1<f64>, x: &Array2<f64>, y: &Array1<f64>, target: f64) -> f64 {
        let n = y.len();
        (0..n).filter(|&k| y[k] == target && output(w, &x.row(k)) != y[k]).count() as f64 / n as f64
    }

    #[test]
    fn right() {
        let verdict = perceptron::error_rate(|w, x, y| wrong(w, x, y) / y.len() as f64);
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(perceptron::error_rate(|w, x, y| 1.0 - wrong(w, x, y) / y.len() as f64), &["fraction of right answers"]);
        names(perceptron::error_rate(wrong), &["number of wrong answers"]);
        names(perceptron::error_rate(|w, x, y| 100.0 * wrong(w, x, y) / y.len() as f64), &["percentage"]);
        names(perceptron::error_rate(|w, x, y| one_kind(w, x, y, 1.0)), &["only one kind of mistake"]);
        names(perceptron::error_rate(|w, x, y| one_kind(w, x, y, -1.0)), &["only one kind of mistake"]);
        names(perceptron::error_rate(|w, x, y| (wrong(w, x, y) as usize / y.len()) as f64), &["whole numbers"]);
        names(perceptron::error_rate(|_, _, _| f64::NAN), &["NaN is"]);
    }
}

mod confusion {
    use super::*;

    fn counts(labels: &[u8], answers: &[u8]) -> Array2<f64> {
        let mut counts = Array2::zeros((10, 10));
        for k in 0..labels.len() {
            counts[[labels[k] as usize, answers[k] as usize]] += 1.0;
        }
        counts
    }

    fn diagonal(labels: &[u8], answers: &[u8], keep: f64) -> Array2<f64> {
        let mut counts = counts(labels, answers);
        for ((i, j), count) in counts.indexed_iter_mut() {
            *count *= if i == j { keep } else { 1.0 - keep };
        }
        counts
    }

    #[test]
    fn right() {
        let verdict = perceptron::confusion(counts);
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(perceptron::confusion(|labels, answers| counts(answers, labels)), &["rows and columns are exchanged"]);
        names(perceptron::confusion(|labels, answers| diagonal(labels, answers, 0.0)), &["only the mistakes"]);
        names(perceptron::confusion(|labels, answers| diagonal(labels, answers, 1.0)), &["only the right answers"]);
        names(
            perceptron::confusion(|labels, answers| counts(labels, answers).mapv(|c| c.min(1.0))),
            &["never gets beyond 1"],
        );
        names(
            perceptron::confusion(|labels, answers| counts(labels, answers) / labels.len() as f64),
            &["fractions of all digits"],
        );
        names(
            perceptron::confusion(|labels, answers| {
                let counts = counts(labels, answers);
                Array2::from_shape_fn((10, 10), |(i, j)| counts[[i, j]] / counts.row(i).sum().max(1.0))
            }),
            &["fractions of each row"],
        );
        names(perceptron::confusion(|_, _| Array2::zeros((10, 10))), &["nothing is counted"]);
        names(perceptron::confusion(|_, _| Array2::zeros((9, 9))), &["10 × 10", "9 × 9"]);
        names(perceptron::confusion(|_, _| Array2::from_elem((10, 10), f64::NAN)), &["NaN is"]);
    }
}
