//! Exercises 1 to 4.

use neurocomp::check::plasticity;
use neurocomp::ndarray::{Array1, array};

use super::names;

mod hebb_step {
    use super::*;

    #[test]
    fn right() {
        let verdict = plasticity::hebb_step(|w, x, eta| w + &(eta * w.dot(x) * x));
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(
            plasticity::hebb_step(|w, x, eta| eta * w.dot(x) * x),
            &["this is the change", "&array![0.5, -0.25, 1.5]", "eta = 0.05"],
        );
        names(plasticity::hebb_step(|w, x, eta| w + &(eta * x)), &["rate r of the neuron is missing"]);
        names(plasticity::hebb_step(|w, x, eta| w + &(eta * w * x * x)), &["a rate of its own"]);
        names(plasticity::hebb_step(|w, x, eta| w + &(eta * x.sum() * x)), &["*weighted* sum"]);
        names(plasticity::hebb_step(|w, x, _| w + &(w.dot(x) * x)), &["learning rate η is missing"]);
        names(plasticity::hebb_step(|w, x, eta| w + &(eta * w.dot(x) * w)), &["not to the weight w"]);
        names(plasticity::hebb_step(|w, x, eta| w + eta * w.dot(x)), &["input x is missing"]);
        names(plasticity::hebb_step(|w, x, eta| w - &(eta * w.dot(x) * x)), &["the sign"]);
    }

    #[test]
    fn wrong_lengths_and_nan_are_wrong_answers() {
        names(plasticity::hebb_step(|_, _, _| array![]), &["should be 3, it is 0"]);
        names(plasticity::hebb_step(|w, _, _| Array1::from_elem(w.len(), f64::NAN)), &["NaN is"]);
    }
}

mod covariance_change {
    use super::*;

    fn mean(x: &Array1<f64>) -> f64 {
        x.sum() / x.len() as f64
    }

    #[test]
    fn right() {
        let verdict = plasticity::covariance_change(|x, r, eta| eta * ((x - mean(x)) * (r - mean(r))).mean().unwrap());
        assert!(verdict.passed, "{verdict}");
        let other_way = plasticity::covariance_change(|x, r, eta| eta * (mean(&(x * r)) - mean(x) * mean(r)));
        assert!(other_way.passed, "{other_way}");
    }

    #[test]
    fn named_mistakes() {
        names(plasticity::covariance_change(|x, r, eta| eta * mean(&(x * r))), &["Hebb’s rule", "rates in Hz"]);
        names(
            plasticity::covariance_change(|x, r, eta| eta * ((x - mean(x)) * (r - mean(r))).sum()),
            &["this is the sum"],
        );
        names(
            plasticity::covariance_change(|x, r, eta| {
                eta * ((x - mean(x)) * (r - mean(r))).sum() / (x.len() - 1) as f64
            }),
            &["n − 1"],
        );
        names(plasticity::covariance_change(|x, r, _| mean(&((x - mean(x)) * (r - mean(r))))), &["η is missing"]);
        names(
            plasticity::covariance_change(|x, r, eta| eta * mean(&((x - mean(r)) * (r - mean(x))))),
            &["means are exchanged"],
        );
        names(
            plasticity::covariance_change(|x, r, eta| {
                eta * mean(&((x - mean(x)) * (r - mean(r)))) / (x.std(0.0) * r.std(0.0))
            }),
            &["correlation coefficient"],
        );
        names(
            plasticity::covariance_change(|x, _, eta| eta * mean(&((x - mean(x)) * (x - mean(x))))),
            &["same neuron stands there twice"],
        );
    }
}

mod bcm_step {
    use super::*;

    type Step = (Array1<f64>, f64);

    fn rate(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
        w.dot(x).max(0.0)
    }

    fn slid(r: f64, theta: f64, tau: f64) -> f64 {
        theta + (r * r - theta) / tau
    }

    fn right_answer(w: &Array1<f64>, x: &Array1<f64>, theta: f64, eta: f64, tau: f64) -> Step {
        let r = rate(w, x);
        (w + &(eta * r * (r - theta) * x), slid(r, theta, tau))
    }

    #[test]
    fn right() {
        let verdict = plasticity::bcm_step(right_answer);
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn mistakes_of_the_threshold() {
        names(
            plasticity::bcm_step(|w, x, theta, eta, tau| {
                let theta = slid(rate(w, x), theta, tau);
                (w + &(eta * rate(w, x) * (rate(w, x) - theta) * x), theta)
            }),
            &["moved too early", "theta = 2", "tau_theta = 40"],
        );
        names(
            plasticity::bcm_step(|w, x, theta, eta, tau| {
                let r = rate(w, x);
                (w + &(eta * r * (r - theta) * x), theta + (r - theta) / tau)
            }),
            &["*square* of the rate"],
        );
        names(
            plasticity::bcm_step(|w, x, theta, eta, tau| (right_answer(w, x, theta, eta, tau).0, theta)),
            &["θ has not moved"],
        );
        names(
            plasticity::bcm_step(|w, x, theta, eta, tau| (right_answer(w, x, theta, eta, tau).0, rate(w, x).powi(2))),
            &["τθ is missing"],
        );
        names(
            plasticity::bcm_step(|w, x, theta, eta, tau| {
                (right_answer(w, x, theta, eta, tau).0, (rate(w, x).powi(2) - theta) / tau)
            }),
            &["change of θ"],
        );
    }

    #[test]
    fn mistakes_of_the_weights() {
        names(
            plasticity::bcm_step(|w, x, theta, eta, tau| {
                let r = w.dot(x);
                (w + &(eta * r * (r - theta) * x), slid(r, theta, tau))
            }),
            &["r is negative here"],
        );
        names(
            plasticity::bcm_step(|w, x, theta, eta, tau| {
                let r = rate(w, x);
                (w + &(eta * (r - theta) * x), slid(r, theta, tau))
            }),
            &["factor r is missing"],
        );
        names(
            plasticity::bcm_step(|w, x, theta, eta, tau| {
                let r = rate(w, x);
                (w + &(eta * r * (theta - r) * x), slid(r, theta, tau))
            }),
            &["above the threshold"],
        );
        names(
            plasticity::bcm_step(|w, x, theta, eta, tau| {
                let r = rate(w, x);
                (w + eta * r * (r - theta), slid(r, theta, tau))
            }),
            &["input x is missing"],
        );
        names(plasticity::bcm_step(|_, _, _, _, _| (array![], f64::NAN)), &["should be 4, it is 1"]);
    }
}

mod oja_step {
    use super::*;

    #[test]
    fn right() {
        let verdict = plasticity::oja_step(|w, x, eta, alpha| {
            let r = w.dot(x);
            w + &(eta * r * (x - &(alpha * r * w)))
        });
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(plasticity::oja_step(|w, x, eta, _| w + &(eta * w.dot(x) * x)), &["decay is missing", "alpha = 0.5"]);
        names(
            plasticity::oja_step(|w, x, eta, alpha| w + &(eta * w.dot(x) * (x - &(alpha * w)))),
            &["only one factor r"],
        );
        names(
            plasticity::oja_step(|w, x, eta, alpha| {
                let r = w.dot(x);
                w + &(eta * r * (x + &(alpha * r * w)))
            }),
            &["sign of the decay"],
        );
        names(
            plasticity::oja_step(|w, x, eta, _| {
                let r = w.dot(x);
                w + &(eta * r * (x - &(r * w)))
            }),
            &["α is missing"],
        );
        names(
            plasticity::oja_step(|w, x, eta, alpha| w + &(eta * (w.dot(x) * x - alpha * w))),
            &["must grow with the activity"],
        );
        names(
            plasticity::oja_step(|w, x, eta, _| {
                let hebb = w + &(eta * w.dot(x) * x);
                &hebb / hebb.dot(&hebb).sqrt()
            }),
            &["length set to 1"],
        );
        names(
            plasticity::oja_step(|w, x, eta, alpha| {
                let r = w.dot(x);
                eta * r * (x - &(alpha * r * w))
            }),
            &["this is the change"],
        );
    }
}
