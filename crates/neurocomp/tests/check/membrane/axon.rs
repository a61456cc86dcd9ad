//! Exercises 11 and 12.

use neurocomp::cable::CableRun;
use neurocomp::check::membrane;
use neurocomp::ndarray::Array1;

use super::{names, passes};

mod conduction_velocity {
    use super::*;

    fn first(run: &CableRun, i: usize) -> Option<f64> {
        run.spikes[i].times().first().copied()
    }

    fn distance(run: &CableRun, from: usize, to: usize) -> f64 {
        run.positions[to] - run.positions[from]
    }

    fn delay(run: &CableRun, from: usize, to: usize) -> Option<f64> {
        Some(first(run, to)? - first(run, from)?)
    }

    #[test]
    fn right() {
        passes(membrane::conduction_velocity(|run, from, to| {
            Some(1e-3 * distance(run, from, to) / delay(run, from, to)?)
        }));
    }

    #[test]
    fn units() {
        names(
            membrane::conduction_velocity(|run, from, to| Some(distance(run, from, to) / delay(run, from, to)?)),
            &["µm/ms", "700 µm", "m/s"],
        );
        names(
            membrane::conduction_velocity(|run, from, to| Some(1e-6 * distance(run, from, to) / delay(run, from, to)?)),
            &["m/ms"],
        );
        names(
            membrane::conduction_velocity(|run, from, to| {
                Some(1e-3 * (to as f64 - from as f64) / delay(run, from, to)?)
            }),
            &["counted in compartments"],
        );
    }

    #[test]
    fn formula() {
        names(
            membrane::conduction_velocity(|run, from, to| Some(delay(run, from, to)? / distance(run, from, to))),
            &["upside down"],
        );
        names(
            membrane::conduction_velocity(|run, from, to| {
                Some(-1e-3 * distance(run, from, to) / delay(run, from, to)?)
            }),
            &["same order"],
        );
        names(
            membrane::conduction_velocity(|run, from, to| {
                first(run, from)?;
                Some(1e-3 * run.positions[to] / first(run, to)?)
            }),
            &["position 0 and time 0"],
        );
        names(
            membrane::conduction_velocity(|run, from, to| {
                let last = |i: usize| run.spikes[i].times().last().copied();
                Some(1e-3 * distance(run, from, to) / (last(to)? - last(from)?))
            }),
            &["last spikes"],
        );
    }

    #[test]
    fn silence() {
        names(
            membrane::conduction_velocity(|run, from, to| {
                let delay = delay(run, from, to).unwrap_or(0.0);
                Some(1e-3 * distance(run, from, to) / delay)
            }),
            &["Expected: `None`", "Some(inf)", "no spike"],
        );
        names(membrane::conduction_velocity(|_, _, _| None), &["Received: `None`", "both compartments have a spike"]);
    }
}

mod power_law {
    use super::*;

    type PowerLaw = fn(&Array1<f64>, &Array1<f64>) -> f64;

    fn mean(x: &Array1<f64>) -> f64 {
        x.sum() / x.len() as f64
    }

    fn products(x: &Array1<f64>, y: &Array1<f64>) -> f64 {
        ((x - mean(x)) * (y - mean(y))).sum()
    }

    fn ln(x: &Array1<f64>) -> Array1<f64> {
        x.mapv(f64::ln)
    }

    #[test]
    fn right() {
        passes(membrane::power_law(|x, y| {
            let (p, q) = (x.mapv(f64::log10), y.mapv(f64::log10));
            products(&p, &q) / products(&p, &p)
        }));
    }

    #[test]
    fn logarithms() {
        names(membrane::power_law(|x, y| products(x, y) / products(x, x)), &["logarithm of both", "vec![2.0, 3.0"]);
        names(membrane::power_law(|x, y| products(x, &ln(y)) / products(x, x)), &["exponential"]);
    }

    #[test]
    fn least_squares() {
        let mistakes: [(PowerLaw, &str); 6] = [
            (|x, y| products(&ln(x), &ln(y)) / products(&ln(y), &ln(y)), "exchanged"),
            (
                |x, y| {
                    let last = x.len() - 1;
                    (y[last] / y[0]).ln() / (x[last] / x[0]).ln()
                },
                "first and the last point",
            ),
            (|x, y| ln(x).dot(&ln(y)) / ln(x).dot(&ln(x)), "means are missing"),
            (
                |x, y| {
                    let (p, q) = (ln(x), ln(y));
                    products(&p, &q) / (products(&p, &p) * products(&q, &q)).sqrt()
                },
                "correlation",
            ),
            (|x, y| products(&ln(x), &ln(y)), "sum of the squared deviations"),
            (|x, y| products(&ln(x), &ln(y)) / x.len() as f64, "covariance"),
        ];
        for (student, words) in mistakes {
            names(membrane::power_law(student), &[words]);
        }
        names(membrane::power_law(|_, _| f64::NAN), &["NaN is"]);
        names(membrane::power_law(|_, _| 0.0), &["you return 0"]);
    }
}
