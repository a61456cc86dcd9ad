//! Exercises 3 and 4.

use neurocomp::check::membrane;

use super::{names, passes};

mod linear_over_exponential {
    use super::*;

    #[test]
    fn right() {
        passes(membrane::linear_over_exponential(|x| if x == 0.0 { 1.0 } else { x / x.exp_m1() }));
        // A series near 0 is as good.
        passes(membrane::linear_over_exponential(|x| if x.abs() < 1e-5 { 1.0 - 0.5 * x } else { x / (x.exp() - 1.0) }));
    }

    #[test]
    fn the_singular_point() {
        names(membrane::linear_over_exponential(|x| x / x.exp_m1()), &["NaN is", "x = 0"]);
        names(membrane::linear_over_exponential(|x| if x == 0.0 { 0.0 } else { x / x.exp_m1() }), &["tends to is 1"]);
        names(
            membrane::linear_over_exponential(|x| if x == 0.0 { 1.0 } else { x / (x.exp() - 1.0) }),
            &["digits are lost", "exp_m1"],
        );
        names(
            membrane::linear_over_exponential(|x| if x.abs() < 1.0 { 1.0 } else { x / x.exp_m1() }),
            &["only x = 0 is an exception", "x = 0.3"],
        );
    }

    #[test]
    fn the_formula() {
        names(membrane::linear_over_exponential(|x| x / x.exp()), &["− 1 below is missing"]);
        names(membrane::linear_over_exponential(|x| x / x.exp() - 1.0), &["brackets are missing"]);
        names(membrane::linear_over_exponential(|x| x.exp_m1() / x), &["upside down"]);
        names(membrane::linear_over_exponential(|x| x / (-x).exp_m1()), &["exponent has the wrong sign"]);
    }
}

mod steady_and_tau {
    use super::*;

    #[test]
    fn right() {
        passes(membrane::steady_and_tau(|a, b| (a / (a + b), 1.0 / (a + b))));
    }

    #[test]
    fn steady_state() {
        names(membrane::steady_and_tau(|a, b| (b / (a + b), 1.0 / (a + b))), &["closed gates", "alpha = 0.35 1/ms"]);
        names(membrane::steady_and_tau(|a, b| (a / b, 1.0 / (a + b))), &["ratio of open to closed"]);
        names(membrane::steady_and_tau(|a, b| (1.0 / (a + b), a / (a + b))), &["exchanged"]);
        names(membrane::steady_and_tau(|_, b| (1.0 + b, 0.0)), &["brackets are missing"]);
    }

    #[test]
    fn time_constant() {
        names(membrane::steady_and_tau(|a, b| (a / (a + b), a + b)), &["this is a rate", "second number"]);
        names(membrane::steady_and_tau(|a, b| (a / (a + b), 1.0 / a)), &["closing rate counts"]);
        names(membrane::steady_and_tau(|a, b| (a / (a + b), 1.0 / a + 1.0 / b)), &["rates add up"]);
        names(membrane::steady_and_tau(|a, b| (a / (a + b), 1.0 / a + b)), &["brackets are missing"]);
        names(membrane::steady_and_tau(|a, b| (a / (a + b), 1000.0 / (a + b))), &["per ms already"]);
    }
}
