//! Exercises 2, 3 and 12.

use neurocomp::check::spikes;
use neurocomp::ndarray::Array1;
use neurocomp::neuron::fitzhugh_nagumo::FitzHughNagumoParams as Params;

use super::names;

fn dv(v: f64, w: f64, current: f64) -> f64 {
    v - v.powi(3) / 3.0 - w + current
}

fn dw(p: Params, v: f64, w: f64) -> f64 {
    p.epsilon * (v + p.a - p.b * w)
}

mod fhn_slope {
    use super::*;

    #[test]
    fn right() {
        let verdict = spikes::fhn_slope(|p, v, w, i| (dv(v, w, i), dw(p, v, w)));
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn mistakes_of_the_potential() {
        names(
            spikes::fhn_slope(|p, v, w, i| (v - v.powi(3) - w + i, dw(p, v, w))),
            &["first number", "not divided by 3", "epsilon: 0.2"],
        );
        names(spikes::fhn_slope(|p, v, w, i| (v - v.powi(2) / 3.0 - w + i, dw(p, v, w))), &["square of V"]);
        names(spikes::fhn_slope(|p, v, w, i| (v + v.powi(3) / 3.0 - w + i, dw(p, v, w))), &["cube has the wrong sign"]);
        names(spikes::fhn_slope(|p, v, w, i| (dv(v, -w, i), dw(p, v, w))), &["W has the wrong sign"]);
        names(spikes::fhn_slope(|p, v, w, _| (dv(v, w, 0.0), dw(p, v, w))), &["current I is missing"]);
        names(spikes::fhn_slope(|p, v, w, i| (dv(v, w, -i), dw(p, v, w))), &["pushes V up"]);
        names(spikes::fhn_slope(|p, v, w, i| ((v - v.powi(3)) / 3.0 - w + i, dw(p, v, w))), &["mind the brackets"]);
        names(spikes::fhn_slope(|p, v, w, i| (dw(p, v, w), dv(v, w, i))), &["exchanged"]);
        names(spikes::fhn_slope(|_, _, _, _| (f64::NAN, 0.0)), &["NaN is"]);
    }

    #[test]
    fn mistakes_of_the_recovery() {
        macro_rules! with {
            ($slope:expr) => {
                spikes::fhn_slope(|p, v, w, i| {
                    let wrong: fn(Params, f64, f64) -> f64 = $slope;
                    (dv(v, w, i), wrong(p, v, w))
                })
            };
        }
        names(with!(|_, v, w| 0.08 * (v + 0.7 - 0.8 * w)), &["second number", "numbers of the course"]);
        names(with!(|p, v, w| v + p.a - p.b * w), &["ε is missing"]);
        names(with!(|p, v, w| p.epsilon * v + p.a - p.b * w), &["whole bracket"]);
        names(with!(|p, v, w| p.epsilon * (v + p.a + p.b * w)), &["holds itself back"]);
        names(with!(|p, v, w| p.epsilon * (v + p.a - w)), &["b is missing"]);
        names(with!(|p, v, w| p.epsilon * (v - p.b * w)), &["a is missing"]);
        names(with!(|p, v, w| p.epsilon * (v - p.a - p.b * w)), &["a has the wrong sign"]);
    }
}

/// V and W by a rule that leads from (V, W) to the next.
fn path(
    start: (f64, f64),
    dt: f64,
    duration: f64,
    step: impl Fn(f64, f64) -> (f64, f64),
) -> (Array1<f64>, Array1<f64>) {
    let n = (duration / dt).round() as usize;
    let mut v = Array1::from_elem(n + 1, start.0);
    let mut w = Array1::from_elem(n + 1, start.1);
    for k in 0..n {
        (v[k + 1], w[k + 1]) = step(v[k], w[k]);
    }
    (v, w)
}

fn euler(p: Params, start: (f64, f64), i: f64, dt: f64, duration: f64) -> (Array1<f64>, Array1<f64>) {
    path(start, dt, duration, |v, w| (v + dt * dv(v, w, i), w + dt * dw(p, v, w)))
}

mod fhn_simulate {
    use super::*;

    #[test]
    fn right() {
        let verdict = spikes::fhn_simulate(|p, v0, w0, i, dt, duration| euler(p, (v0, w0), i, dt, duration));
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(
            spikes::fhn_simulate(|_, v0, w0, _, dt, duration| path((v0, w0), dt, duration, |v, w| (v, w))),
            &["nothing moves", "v0 = 0.5", "fhn_simulate(FitzHughNagumoParams { epsilon: 0.2"],
        );
        names(
            spikes::fhn_simulate(|p, v0, w0, i, dt, duration| {
                path((v0, w0), dt, duration, |v, w| {
                    let new = v + dt * dv(v, w, i);
                    (new, w + dt * dw(p, new, w))
                })
            }),
            &["first array", "new V"],
        );
        names(
            spikes::fhn_simulate(|p, v0, w0, i, dt, duration| {
                path((v0, w0), dt, duration, |v, w| (v + dv(v, w, i), w + dw(p, v, w)))
            }),
            &["dt is missing"],
        );
        names(
            spikes::fhn_simulate(|p, v0, w0, i, dt, duration| {
                path((v0, w0), dt, duration, |v, w| (dt * dv(v, w, i), dt * dw(p, v, w)))
            }),
            &["these are changes"],
        );
        names(
            spikes::fhn_simulate(|_, v0, w0, i, dt, duration| {
                path((v0, w0), dt, duration, |v, w| (v + dt * dv(v, w, i), w))
            }),
            &["W does not move"],
        );
        names(
            spikes::fhn_simulate(|p, v0, w0, _, dt, duration| euler(p, (v0, w0), 0.0, dt, duration)),
            &["current is missing"],
        );
        names(
            spikes::fhn_simulate(|_, v0, w0, i, dt, duration| euler(Params::default(), (v0, w0), i, dt, duration)),
            &["neuron of the course"],
        );
        names(
            spikes::fhn_simulate(|p, v0, w0, i, dt, duration| {
                let (v, w) = euler(p, (v0, w0), i, dt, duration);
                (w, v)
            }),
            &["V and W are exchanged"],
        );
    }

    #[test]
    fn wrong_lengths_and_nan_are_answers_too() {
        names(
            spikes::fhn_simulate(|_, _, _, _, _, _| (Array1::zeros(0), Array1::zeros(0))),
            &["first array", "should be 7, it is 0"],
        );
        names(
            spikes::fhn_simulate(|p, v0, w0, i, dt, duration| {
                let (v, w) = euler(p, (v0, w0), i, dt, duration);
                (v, w * f64::NAN)
            }),
            &["second array", "NaN is"],
        );
    }
}

mod fhn_rate {
    use super::*;

    fn spike_times(p: Params, i: f64, dt: f64, duration: f64) -> Vec<f64> {
        let (v, _) = euler(p, (-1.2, -0.6), i, dt, duration);
        (1..v.len()).filter(|&k| v[k - 1] < 0.0 && v[k] >= 0.0).map(|k| k as f64 * dt).collect()
    }

    fn late(p: Params, i: f64, dt: f64, duration: f64) -> Vec<f64> {
        let all = spike_times(p, i, dt, duration);
        all.into_iter().filter(|&t| t >= 0.5 * duration).collect()
    }

    fn rate(times: &[f64]) -> f64 {
        if times.len() < 2 {
            return 0.0;
        }
        1000.0 * (times.len() - 1) as f64 / (times[times.len() - 1] - times[0])
    }

    #[test]
    fn right() {
        let verdict = spikes::fhn_rate(|p, i, dt, duration| rate(&late(p, i, dt, duration)));
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(
            spikes::fhn_rate(|p, i, dt, duration| rate(&spike_times(p, i, dt, duration))),
            &["spikes of the first half", "current = "],
        );
        names(
            spikes::fhn_rate(|p, i, dt, duration| 1000.0 * spike_times(p, i, dt, duration).len() as f64 / duration),
            &["over the whole duration"],
        );
        names(
            spikes::fhn_rate(|p, i, dt, duration| 2000.0 * late(p, i, dt, duration).len() as f64 / duration),
            &["a count over a duration"],
        );
        names(
            spikes::fhn_rate(|p, i, dt, duration| {
                let times = late(p, i, dt, duration);
                rate(&times) * times.len() as f64 / (times.len().max(2) - 1) as f64
            }),
            &["n − 1 intervals, not n"],
        );
        names(spikes::fhn_rate(|p, i, dt, duration| dt * rate(&late(p, i, dt, duration))), &["counted in steps"]);
        names(
            spikes::fhn_rate(|p, i, dt, duration| 1000.0 / rate(&late(p, i, dt, duration))),
            &["mean interval in ms"],
        );
        names(
            spikes::fhn_rate(|p, i, dt, duration| rate(&late(p, i, dt, duration)) / 1000.0),
            &["1000 times too small"],
        );
    }

    #[test]
    fn a_silent_neuron_has_the_rate_0_and_not_nan() {
        let verdict = spikes::fhn_rate(|p, i, dt, duration| {
            let times = late(p, i, dt, duration);
            match times.len() {
                0 | 1 => 0.0 / times.iter().sum::<f64>().min(0.0),
                _ => rate(&times),
            }
        });
        names(verdict, &["NaN is"]);
    }
}
