//! Exercises 11 and 12.

use neurocomp::check::plasticity;

use super::names;

mod rescorla_wagner_step {
    use super::*;

    #[test]
    fn right() {
        let verdict =
            plasticity::rescorla_wagner_step(|w, u, reward, epsilon| w + &(epsilon * (reward - w.dot(u)) * u));
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(
            plasticity::rescorla_wagner_step(|w, u, reward, epsilon| w + &(epsilon * (reward - w) * u)),
            &["predict *together*", "reward = 1"],
        );
        names(
            plasticity::rescorla_wagner_step(|w, u, reward, epsilon| w + epsilon * (reward - w.dot(u))),
            &["absent learn too"],
        );
        names(
            plasticity::rescorla_wagner_step(|w, u, reward, epsilon| w + &(epsilon * (reward - w.sum()) * u)),
            &["absent stimuli predict nothing"],
        );
        names(
            plasticity::rescorla_wagner_step(|w, u, reward, epsilon| w + &(epsilon * reward * u)),
            &["prediction is missing"],
        );
        names(
            plasticity::rescorla_wagner_step(|w, u, reward, epsilon| w - &(epsilon * (reward - w.dot(u)) * u)),
            &["the sign"],
        );
        names(plasticity::rescorla_wagner_step(|w, u, reward, _| w + &((reward - w.dot(u)) * u)), &["ε is missing"]);
        names(
            plasticity::rescorla_wagner_step(|w, u, reward, epsilon| epsilon * (reward - w.dot(u)) * u),
            &["this is the change"],
        );
    }
}

mod blocking_weights {
    use super::*;

    fn left(epsilon: f64, n: usize) -> f64 {
        (1.0 - epsilon).powf(n as f64)
    }

    fn share(epsilon: f64, n1: usize, n2: usize) -> f64 {
        0.5 * left(epsilon, n1) * (1.0 - left(2.0 * epsilon, n2))
    }

    #[test]
    fn right() {
        let verdict = plasticity::blocking_weights(|epsilon, n1, n2| {
            let b = share(epsilon, n1, n2);
            (1.0 - left(epsilon, n1) + b, b)
        });
        assert!(verdict.passed, "{verdict}");
        let by_trials = plasticity::blocking_weights(|epsilon, n1, n2| {
            let (mut a, mut b) = (0.0, 0.0);
            for _ in 0..n1 {
                a += epsilon * (1.0 - a);
            }
            for _ in 0..n2 {
                let error = 1.0 - a - b;
                a += epsilon * error;
                b += epsilon * error;
            }
            (a, b)
        });
        assert!(by_trials.passed, "{by_trials}");
    }

    #[test]
    fn named_mistakes() {
        names(
            plasticity::blocking_weights(|epsilon, n1, n2| (1.0 - left(epsilon, n1), share(epsilon, n1, n2))),
            &["goes on learning", "first number", "epsilon = 0.1"],
        );
        names(
            plasticity::blocking_weights(|epsilon, n1, n2| {
                let b = 2.0 * share(epsilon, n1, n2);
                (1.0 - left(epsilon, n1) + b, b)
            }),
            &["half of what is left"],
        );
        names(
            plasticity::blocking_weights(|epsilon, n1, n2| {
                let b = 0.5 * left(epsilon, n1) * (1.0 - left(epsilon, n2));
                (1.0 - left(epsilon, n1) + b, b)
            }),
            &["1 − 2ε"],
        );
        names(
            plasticity::blocking_weights(|epsilon, n1, n2| {
                let a = 1.0 - left(epsilon, n1) + share(epsilon, n1, n2);
                (a, 1.0 - left(epsilon, n2))
            }),
            &["as if it were alone", "second number"],
        );
        names(
            plasticity::blocking_weights(|epsilon, n1, n2| (1.0 - left(epsilon, n1 + n2), share(epsilon, n1, n2))),
            &["n1 + n2 trials"],
        );
        names(plasticity::blocking_weights(|_, _, _| (f64::NAN, 0.0)), &["NaN is"]);
    }
}
