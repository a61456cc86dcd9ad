//! Exercises 6, 7 and 11.

use neurocomp::check::lif;
use neurocomp::ndarray::Array1;

use super::names;

mod intervals {
    use super::*;

    #[test]
    fn right() {
        let verdict = lif::intervals(|t| t.windows(2).map(|w| w[1] - w[0]).collect());
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(lif::intervals(|t| t.windows(2).map(|w| w[0] - w[1]).collect()), &["negative times"]);
        names(
            lif::intervals(|t| {
                let mut before = 0.0;
                t.iter().map(|&x| x - std::mem::replace(&mut before, x)).collect()
            }),
            &["time from 0 to the first spike"],
        );
        names(lif::intervals(|t| t.to_vec()), &["spike times themselves"]);
        names(lif::intervals(|t| (2..t.len()).map(|k| t[k - 1] - t[k - 2]).collect()), &["last interval is missing"]);
        names(lif::intervals(|t| t.windows(2).map(|w| (w[1] - w[0]) / 1000.0).collect()), &["seconds"]);
        names(lif::intervals(|_| Vec::new()), &["should be 5, it is 0"]);
        names(lif::intervals(|t| vec![f64::NAN; t.len().max(1) - 1]), &["NaN is"]);
    }

    #[test]
    fn an_empty_train_has_no_interval() {
        let verdict =
            lif::intervals(|t| if t.is_empty() { vec![0.0] } else { t.windows(2).map(|w| w[1] - w[0]).collect() });
        names(verdict, &["`&[]`", "should be 0, it is 1"]);
    }
}

mod cv {
    use super::*;

    fn mean(x: &[f64]) -> f64 {
        x.iter().sum::<f64>() / x.len() as f64
    }

    fn squares(x: &[f64]) -> f64 {
        x.iter().map(|x_k| (x_k - mean(x)).powi(2)).sum()
    }

    fn variance(x: &[f64]) -> f64 {
        squares(x) / x.len() as f64
    }

    #[test]
    fn right() {
        let verdict = lif::cv(|x| variance(x).sqrt() / mean(x));
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(lif::cv(|x| variance(x) / mean(x)), &["square root is missing"]);
        names(lif::cv(|x| variance(x) / mean(x).powi(2)), &["square of the CV"]);
        names(lif::cv(|x| mean(x) / variance(x).sqrt()), &["upside down"]);
        names(lif::cv(|x| variance(x).sqrt()), &["standard deviation, in ms"]);
        names(lif::cv(|x| (squares(x) / (x.len() - 1) as f64).sqrt() / mean(x)), &["N − 1"]);
        names(lif::cv(|x| squares(x).sqrt() / mean(x)), &["divided by N"]);
        names(lif::cv(|_| (1 / 2) as f64), &["whole numbers"]);
    }
}

mod zero_crossings {
    use super::*;

    fn found(x: &Array1<f64>, y: &Array1<f64>, place: fn(f64, f64, f64, f64) -> f64) -> Vec<f64> {
        (1..x.len()).filter(|&k| y[k - 1] * y[k] < 0.0).map(|k| place(x[k - 1], x[k], y[k - 1], y[k])).collect()
    }

    fn line(a: f64, b: f64, ya: f64, yb: f64) -> f64 {
        a + (b - a) * ya / (ya - yb)
    }

    #[test]
    fn right() {
        let verdict = lif::zero_crossings(|x, y| found(x, y, line));
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(lif::zero_crossings(|x, y| found(x, y, |a, _, _, _| a)), &["just before"]);
        names(lif::zero_crossings(|x, y| found(x, y, |_, b, _, _| b)), &["just after"]);
        names(lif::zero_crossings(|x, y| found(x, y, |a, b, _, _| 0.5 * (a + b))), &["midpoints"]);
        names(
            lif::zero_crossings(|x, y| found(x, y, |a, b, ya, yb| a + (b - a) * yb / (yb - ya))),
            &["weights are exchanged"],
        );
        names(
            lif::zero_crossings(|x, y| {
                (1..x.len())
                    .filter(|&k| y[k - 1] < 0.0 && y[k] >= 0.0)
                    .map(|k| line(x[k - 1], x[k], y[k - 1], y[k]))
                    .collect()
            }),
            &["only the upward"],
        );
        names(
            lif::zero_crossings(|x, y| (1..x.len()).filter(|&k| y[k - 1] * y[k] < 0.0).map(|k| k as f64).collect()),
            &["indices"],
        );
        names(lif::zero_crossings(|_, _| Vec::new()), &["should be 3, it is 0"]);
    }
}
