//! Exercises 8 and 10.

use neurocomp::check::plasticity;

use super::names;

mod deviation {
    use super::*;

    fn mean(model: &[f64], data: &[f64], error: &[f64], of: fn(f64, f64) -> f64) -> f64 {
        let n = model.len();
        (0..n).map(|k| of(model[k] - data[k], error[k])).sum::<f64>() / n as f64
    }

    #[test]
    fn right() {
        let verdict = plasticity::deviation(|m, d, e| mean(m, d, e, |d, e| (d / e).powi(2)));
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(
            plasticity::deviation(|m, d, e| m.len() as f64 * mean(m, d, e, |d, e| (d / e).powi(2))),
            &["this is the sum", "&[0.3, -0.2, 0.9]"],
        );
        names(plasticity::deviation(|m, d, e| mean(m, d, e, |d, _| d * d)), &["errors are missing"]);
        names(plasticity::deviation(|m, d, e| mean(m, d, e, |d, e| d * d / e)), &["squared too"]);
        names(plasticity::deviation(|m, d, e| mean(m, d, e, |d, e| (d / e).powi(2)).sqrt()), &["no square root"]);
        names(plasticity::deviation(|m, d, e| mean(m, d, e, |d, e| d / e)), &["squares are missing"]);
        names(plasticity::deviation(|m, d, e| mean(m, d, e, |d, e| (d / e).abs())), &["absolute values"]);
    }
}

mod time_above {
    use super::*;

    #[test]
    fn right() {
        let verdict = plasticity::time_above(|c, theta, tau| if c > theta { tau * (c / theta).ln() } else { 0.0 });
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(plasticity::time_above(|c, theta, tau| tau * (c / theta).ln()), &["a time is not negative", "c = 0.8"]);
        names(
            plasticity::time_above(|c, theta, _| (c / theta).ln().max(0.0)),
            &["time constant is missing", "tau = 18 ms"],
        );
        names(plasticity::time_above(|c, theta, tau| tau * (theta / c).ln()), &["upside down"]);
        names(plasticity::time_above(|c, theta, tau| tau * (c / theta).log10()), &["base 10"]);
        names(plasticity::time_above(|c, theta, tau| tau * (c - theta).ln()), &["logarithm of a difference"]);
        names(plasticity::time_above(|c, _, tau| tau * c.ln()), &["threshold is missing"]);
    }

    #[test]
    fn no_calcium_is_no_infinity() {
        let verdict =
            plasticity::time_above(|c, theta, tau| if c > 0.0 && c < theta { 0.0 } else { tau * (c / theta).ln() });
        names(verdict, &["infinite", "c = 0,"]);
    }
}
