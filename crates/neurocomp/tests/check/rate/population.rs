//! Exercises 4 to 6.

use neurocomp::check::rate;

use super::names;

mod rate_slope {
    use super::*;

    #[test]
    fn right() {
        let verdict = rate::rate_slope(|p, w, i, r| p.rate(i + w * r) - r);
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(
            rate::rate_slope(|p, w, i, r| p.rate(i + w * r)),
            &["−r is missing", "w = -0.35 nA/Hz", "rate_slope(Sigmoid"],
        );
        names(rate::rate_slope(|p, w, i, r| r - p.rate(i + w * r)), &["must rise"]);
        names(rate::rate_slope(|p, w, i, r| p.rate(i + w * r) + r), &["subtracted"]);
        names(rate::rate_slope(|p, _, i, r| p.rate(i) - r), &["feedback is missing"]);
        names(rate::rate_slope(|p, w, i, r| p.rate(i) + w * r - r), &["inside Φ"]);
        names(rate::rate_slope(|p, w, i, r| p.rate(i - w * r) - r), &["sign of the feedback"]);
        names(rate::rate_slope(|_, _, _, _| f64::NAN), &["NaN is"]);
    }
}

mod input_for_rate {
    use super::*;

    #[test]
    fn right() {
        let verdict = rate::input_for_rate(|p, w, r| p.inverse(r).map(|input| input - w * r));
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(rate::input_for_rate(|p, _, r| p.inverse(r)), &["total input", "nA"]);
        names(rate::input_for_rate(|p, w, r| p.inverse(r).map(|input| input + w * r)), &["sign of w r"]);
        names(rate::input_for_rate(|p, _, r| p.inverse(r).map(|input| input - r)), &["weight is missing"]);
        names(rate::input_for_rate(|p, w, r| p.inverse(r).map(|input| input - w)), &["rate is missing"]);
    }

    #[test]
    fn none_where_it_belongs() {
        names(
            rate::input_for_rate(|p, w, r| Some(p.inverse(r).unwrap_or(0.0) - w * r)),
            &["Expected: `None`", "not between 0 and r_max"],
        );
        names(rate::input_for_rate(|_, _, _| None), &["Received: `None`", "there is an input that keeps it"]);
    }
}

mod growth_rate {
    use super::*;

    #[test]
    fn right() {
        let verdict = rate::growth_rate(|p, w, i, r| w * p.derivative(i + w * r) - 1.0);
        assert!(verdict.passed, "{verdict}");
        let difference = rate::growth_rate(|p, w, i, r| {
            let slope = |r: f64| p.rate(i + w * r) - r;
            (slope(r + 1e-4) - slope(r - 1e-4)) / 2e-4
        });
        assert!(difference.passed, "{difference}");
    }

    #[test]
    fn named_mistakes() {
        names(rate::growth_rate(|p, w, i, r| p.derivative(i + w * r) - 1.0), &["w is missing", "1/τ"]);
        names(rate::growth_rate(|p, w, i, r| w * p.derivative(i + w * r)), &["−1 is missing"]);
        names(rate::growth_rate(|p, w, i, _| w * p.derivative(i) - 1.0), &["total input is I_ext + w r"]);
        names(rate::growth_rate(|p, w, i, r| 1.0 - w * p.derivative(i + w * r)), &["the sign"]);
        names(rate::growth_rate(|p, w, i, r| w * p.derivative(i + w * r) - r), &["−1, not −r"]);
        names(rate::growth_rate(|p, w, i, r| w * p.rate(i + w * r) - 1.0), &["`phi_slope`"]);
    }
}
