//! Exercises 7 and 12.

use neurocomp::check::rate;
use neurocomp::ndarray::Array1;
use neurocomp::rate::transfer::Sigmoid;

use super::names;

fn slope(p: Sigmoid, w: f64, i_ext: f64, r: f64) -> f64 {
    p.rate(i_ext + w * r) - r
}

/// The notebook's own: Euler’s method for 100 τ.
fn settle(p: Sigmoid, w: f64, i_ext: f64, r0: f64) -> f64 {
    (0..10_000).fold(r0, |r, _| r + 0.01 * slope(p, w, i_ext, r))
}

mod sweep {
    use super::*;

    fn carried(p: Sigmoid, w: f64, inputs: &Array1<f64>, r0: f64) -> Array1<f64> {
        let mut r = r0;
        inputs.mapv(|i_ext| {
            r = settle(p, w, i_ext, r);
            r
        })
    }

    #[test]
    fn right() {
        let verdict = rate::sweep(carried);
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn without_memory() {
        names(
            rate::sweep(|p, w, inputs, r0| inputs.mapv(|i| settle(p, w, i, r0))),
            &["memory is lost", "w = 0.15 nA/Hz", "r0 = 0 Hz"],
        );
        names(rate::sweep(|p, w, inputs, _| inputs.mapv(|i| settle(p, w, i, 0.0))), &["memory is lost"]);
    }

    #[test]
    fn written_too_early_or_the_wrong_way_round() {
        names(
            rate::sweep(|p, w, inputs, r0| {
                let mut r = r0;
                inputs.mapv(|i| {
                    let before = r;
                    r = settle(p, w, i, r);
                    before
                })
            }),
            &["before it has settled"],
        );
        names(
            rate::sweep(|p, w, inputs, r0| {
                let mut rates = carried(p, w, inputs, r0).to_vec();
                rates.reverse();
                Array1::from(rates)
            }),
            &["reversed"],
        );
    }

    #[test]
    fn no_rates() {
        names(rate::sweep(|_, _, inputs, _| Array1::zeros(inputs.len())), &["all rates are 0"]);
        names(rate::sweep(|_, _, _, _| Array1::zeros(0)), &["6 are expected, you return 0"]);
        names(rate::sweep(|_, _, inputs, _| inputs.mapv(|_| f64::NAN)), &["NaN is"]);
        names(rate::sweep(|_, _, inputs, _| inputs.clone()), &["which rate does each one start from"]);
    }
}

mod simulate_input {
    use super::*;

    fn run(p: Sigmoid, input: &Array1<f64>, r0: f64, next: impl Fn(Sigmoid, usize, f64) -> f64) -> Array1<f64> {
        let mut r = Array1::from_elem(input.len() + 1, r0);
        for k in 0..input.len() {
            r[k + 1] = next(p, k, r[k]);
        }
        r
    }

    #[test]
    fn right() {
        let verdict =
            rate::simulate_input(|p, w, input, r0, dt| run(p, input, r0, |p, k, r| r + dt * slope(p, w, input[k], r)));
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(
            rate::simulate_input(|p, w, input, r0, dt| {
                let last = input.len() - 1;
                run(p, input, r0, |p, k, r| r + dt * slope(p, w, input[(k + 1).min(last)], r))
            }),
            &["one step ahead", "dt = 0.2 τ"],
        );
        names(
            rate::simulate_input(|p, w, input, r0, dt| run(p, input, r0, |p, _, r| r + dt * slope(p, w, input[0], r))),
            &["input never changes"],
        );
        names(
            rate::simulate_input(|p, w, input, _, dt| run(p, input, 0.0, |p, k, r| r + dt * slope(p, w, input[k], r))),
            &["must start from r0"],
        );
        names(
            rate::simulate_input(|p, w, input, r0, _| run(p, input, r0, |p, k, r| r + slope(p, w, input[k], r))),
            &["dt is missing"],
        );
        names(
            rate::simulate_input(|p, w, input, r0, dt| run(p, input, r0, |p, k, r| dt * slope(p, w, input[k], r))),
            &["the old one is missing"],
        );
        names(
            rate::simulate_input(|p, w, input, r0, dt| {
                let all = run(p, input, r0, |p, k, r| r + dt * slope(p, w, input[k], r));
                Array1::from(all.to_vec()[..input.len()].to_vec())
            }),
            &["last rate is missing"],
        );
    }

    #[test]
    fn odd_answers() {
        names(rate::simulate_input(|_, _, _, _, _| Array1::zeros(0)), &["should be 6, it is 0"]);
        names(rate::simulate_input(|_, _, input, _, _| Array1::zeros(input.len() + 1)), &["index 0"]);
    }
}
