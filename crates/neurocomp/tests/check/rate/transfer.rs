//! Exercises 1 to 3.

use neurocomp::check::rate;
use neurocomp::rate::transfer::Sigmoid;

use super::names;

fn x(p: Sigmoid, i: f64) -> f64 {
    p.kappa * (i - p.i_half)
}

mod phi {
    use super::*;

    #[test]
    fn right() {
        let verdict = rate::phi(|p, i| p.r_max * (1.0 + x(p, i).tanh()) / 2.0);
        assert!(verdict.passed, "{verdict}");
        let logistic = rate::phi(|p, i| p.r_max / (1.0 + (-2.0 * x(p, i)).exp()));
        assert!(logistic.passed, "{logistic}");
    }

    #[test]
    fn named_mistakes() {
        names(
            rate::phi(|p, i| p.r_max * (1.0 + x(p, i).tanh())),
            &["half is missing", "r_max in Hz", "current = -1 nA", "phi(Sigmoid { r_max: 80.0"],
        );
        names(rate::phi(|p, i| p.r_max * x(p, i).tanh() / 2.0), &["the 1 is missing"]);
        names(rate::phi(|p, i| (1.0 + x(p, i).tanh()) / 2.0), &["r_max is missing"]);
        names(rate::phi(|p, i| p.r_max * (1.0 + (p.kappa * i).tanh()) / 2.0), &["i_half is missing"]);
        names(rate::phi(|p, i| p.r_max * (1.0 + (i - p.i_half).tanh()) / 2.0), &["kappa is missing"]);
        names(rate::phi(|p, i| p.r_max * (1.0 + (p.kappa * i - p.i_half).tanh()) / 2.0), &["whole difference"]);
        names(rate::phi(|p, i| p.r_max * (1.0 + p.kappa * (i - p.i_half).tanh()) / 2.0), &["outside the tanh"]);
        names(rate::phi(|p, i| p.r_max / 2.0 + x(p, i).tanh()), &["whole sum"]);
    }

    #[test]
    fn no_numbers() {
        names(rate::phi(|_, _| f64::NAN), &["NaN is"]);
        names(rate::phi(|_, _| f64::NEG_INFINITY), &["infinite"]);
    }
}

mod phi_inverse {
    use super::*;

    fn inside(p: Sigmoid, r: f64) -> bool {
        r > 0.0 && r < p.r_max
    }

    fn y(p: Sigmoid, r: f64) -> f64 {
        2.0 * r / p.r_max - 1.0
    }

    #[test]
    fn right() {
        let verdict = rate::phi_inverse(|p, r| inside(p, r).then(|| p.i_half + y(p, r).atanh() / p.kappa));
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn always_a_number() {
        let verdict = rate::phi_inverse(|p, r| Some(p.i_half + y(p, r).atanh() / p.kappa));
        names(verdict, &["Expected: `None`", "Some(-inf)", "below r_max"]);
        let verdict =
            rate::phi_inverse(|p, r| (0.0..=p.r_max).contains(&r).then(|| p.i_half + y(p, r).atanh() / p.kappa));
        names(verdict, &["Expected: `None`"]);
    }

    #[test]
    fn never_a_number() {
        names(rate::phi_inverse(|_, _| None), &["Received: `None`", "between 0 and r_max"]);
    }

    #[test]
    fn named_mistakes() {
        names(
            rate::phi_inverse(|p, r| inside(p, r).then(|| p.i_half + y(p, r).atanh() * p.kappa)),
            &["divide by kappa"],
        );
        names(rate::phi_inverse(|p, r| inside(p, r).then(|| y(p, r).atanh() / p.kappa)), &["i_half is missing"]);
        names(rate::phi_inverse(|p, r| inside(p, r).then(|| (y(p, r).atanh() + p.i_half) / p.kappa)), &["brackets"]);
        names(rate::phi_inverse(|p, r| inside(p, r).then(|| p.i_half + y(p, r).tanh() / p.kappa)), &["`.atanh()`"]);
        names(
            rate::phi_inverse(|p, r| inside(p, r).then(|| p.i_half + (r / p.r_max - 1.0).atanh() / p.kappa)),
            &["the 2 is missing"],
        );
        names(rate::phi_inverse(|p, r| inside(p, r).then(|| 1.0 / p.rate(r))), &["one over Φ"]);
    }
}

mod phi_slope {
    use super::*;

    #[test]
    fn right() {
        let verdict = rate::phi_slope(|p, i| p.r_max * p.kappa * (1.0 - x(p, i).tanh().powi(2)) / 2.0);
        assert!(verdict.passed, "{verdict}");
        let difference = rate::phi_slope(|p, i| (p.rate(i + 1e-4) - p.rate(i - 1e-4)) / 2e-4);
        assert!(difference.passed, "{difference}");
    }

    #[test]
    fn named_mistakes() {
        names(rate::phi_slope(|p, i| p.r_max * (1.0 - x(p, i).tanh().powi(2)) / 2.0), &["kappa is missing", "Hz/nA"]);
        names(rate::phi_slope(|p, i| p.r_max * p.kappa * (1.0 - x(p, i).tanh().powi(2))), &["half of the definition"]);
        names(rate::phi_slope(|p, i| p.r_max * p.kappa * (1.0 - x(p, i).tanh()) / 2.0), &["square is missing"]);
        names(rate::phi_slope(|p, i| p.r_max * p.kappa * (1.0 + x(p, i).tanh().powi(2)) / 2.0), &["a sign"]);
        names(rate::phi_slope(|p, i| p.kappa * (1.0 - x(p, i).tanh().powi(2)) / 2.0), &["r_max is missing"]);
        names(rate::phi_slope(|p, i| p.rate(i)), &["Φ itself"]);
        names(rate::phi_slope(|_, _| 0.0), &["whole numbers"]);
    }
}
