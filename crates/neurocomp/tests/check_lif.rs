//! Checks of TD3: the right answer passes, plausible wrong answers fail, and the mistake is named.

use neurocomp::check::{Verdict, lif};
use neurocomp::ndarray::Array1;
use neurocomp::neuron::lif::{Lif, LifParams};

/// A failure whose message holds all of these words.
#[track_caller]
fn names(verdict: Verdict, words: &[&str]) {
    assert!(!verdict.passed, "passed: {}", verdict.message);
    for word in words {
        assert!(
            verdict.message.contains(word),
            "{word:?} is missing in: {}",
            verdict.message
        );
    }
}

mod subthreshold {
    use super::*;

    #[test]
    fn right() {
        let verdict = lif::subthreshold(|p, v0, i, t| {
            v0 * (-t / p.tau_m).exp() + p.resistance * i * (1.0 - (-t / p.tau_m).exp())
        });
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn without_resistance() {
        let verdict = lif::subthreshold(|p, v0, i, t| i + (v0 - i) * (-t / p.tau_m).exp());
        names(
            verdict,
            &[
                "resistance is missing",
                "tau_m = 12 ms",
                "current = 6.5 nA",
                "mV",
            ],
        );
    }

    #[test]
    fn without_initial_potential() {
        let verdict =
            lif::subthreshold(|p, _, i, t| p.resistance * i * (1.0 - (-t / p.tau_m).exp()));
        names(verdict, &["initial potential v0 is missing"]);
    }

    #[test]
    fn growing_exponential() {
        let verdict = lif::subthreshold(|p, v0, i, t| {
            p.resistance * i + (v0 - p.resistance * i) * (t / p.tau_m).exp()
        });
        names(verdict, &["exponent has the wrong sign"]);
    }

    #[test]
    fn time_constant_of_one() {
        let verdict = lif::subthreshold(|p, v0, i, t| {
            p.resistance * i + (v0 - p.resistance * i) * (-t).exp()
        });
        names(verdict, &["time constant is missing"]);
    }

    #[test]
    fn seconds() {
        let verdict = lif::subthreshold(|p, v0, i, t| {
            p.resistance * i + (v0 - p.resistance * i) * (-t / 1000.0 / p.tau_m).exp()
        });
        names(verdict, &["milliseconds and seconds"]);
    }

    #[test]
    fn ends_exchanged() {
        let verdict =
            lif::subthreshold(|p, v0, i, t| v0 + (p.resistance * i - v0) * (-t / p.tau_m).exp());
        names(verdict, &["exchanged"]);
    }

    #[test]
    fn nan_and_infinity() {
        names(lif::subthreshold(|_, _, _, _| f64::NAN), &["NaN is"]);
        names(lif::subthreshold(|_, _, _, _| f64::INFINITY), &["infinite"]);
    }

    #[test]
    fn anything_else_still_says_what_was_expected() {
        let verdict = lif::subthreshold(|_, _, _, _| 3.0);
        names(
            verdict,
            &[
                "Expected",
                "Received: 3 mV",
                "subthreshold(LifParams { tau_m: 12.0",
            ],
        );
    }
}

mod climb_time {
    use super::*;

    fn ratio(p: LifParams, i: f64) -> f64 {
        (p.resistance * i - p.v_reset) / (p.resistance * i - p.v_thresh)
    }

    fn fires(p: LifParams, i: f64) -> bool {
        p.resistance * i > p.v_thresh
    }

    #[test]
    fn right() {
        let verdict = lif::climb_time(|p, i| fires(p, i).then(|| p.tau_m * ratio(p, i).ln()));
        assert!(verdict.passed, "{verdict}");
        let by_current = lif::climb_time(|p, i| {
            (i > p.v_thresh / p.resistance).then(|| -p.tau_m * (1.0 / ratio(p, i)).ln())
        });
        assert!(by_current.passed, "{by_current}");
    }

    #[test]
    fn always_a_number() {
        let verdict = lif::climb_time(|p, i| Some(p.tau_m * ratio(p, i).ln()));
        names(verdict, &["Expected: `None`", "Some(NaN)", "never fires"]);
    }

    #[test]
    fn infinite_at_the_rheobase() {
        let verdict = lif::climb_time(|p, i| {
            (p.resistance * i >= p.v_thresh).then(|| p.tau_m * ratio(p, i).ln())
        });
        names(verdict, &["Some(inf)", "never fires"]);
    }

    #[test]
    fn never_a_number() {
        names(
            lif::climb_time(|_, _| None),
            &["Received: `None`", "exceeds the threshold"],
        );
    }

    #[test]
    fn named_mistakes() {
        names(
            lif::climb_time(|p, i| {
                let ri = p.resistance * i;
                fires(p, i).then(|| p.tau_m * (ri / (ri - p.v_thresh)).ln())
            }),
            &["reset potential is missing"],
        );
        names(
            lif::climb_time(|p, i| fires(p, i).then(|| ratio(p, i).ln())),
            &["time constant is missing"],
        );
        names(
            lif::climb_time(|p, i| fires(p, i).then(|| p.tau_m * (1.0 / ratio(p, i)).ln())),
            &["upside down"],
        );
        names(
            lif::climb_time(|p, i| fires(p, i).then(|| p.tau_m * ratio(p, i).log10())),
            &["base 10"],
        );
        names(
            lif::climb_time(|p, i| fires(p, i).then(|| p.t_ref + p.tau_m * ratio(p, i).ln())),
            &["refractory time does not belong here"],
        );
        names(
            lif::climb_time(|p, i| fires(p, i).then(|| p.tau_m * ratio(p, i).ln() / 1000.0)),
            &["1000 times too small"],
        );
    }
}

mod firing_rate {
    use super::*;

    fn period(p: LifParams, i: f64) -> Option<f64> {
        Lif::new(p).unwrap().period(i)
    }

    #[test]
    fn right() {
        let verdict = lif::firing_rate(|p, i| period(p, i).map_or(0.0, |t| 1000.0 / t));
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(
            lif::firing_rate(|p, i| period(p, i).map_or(0.0, |t| 1.0 / t)),
            &["kHz", "Hz"],
        );
        names(
            lif::firing_rate(|p, i| period(p, i).map_or(0.0, |t| 1000.0 / (t - p.t_ref))),
            &["refractory time is missing", "t_ref = 4 ms"],
        );
        names(
            lif::firing_rate(|p, i| period(p, i).map_or(0.0, |t| 1000.0 / (t - p.t_ref) + p.t_ref)),
            &["added to the rate"],
        );
        names(
            lif::firing_rate(|p, i| period(p, i).unwrap_or(0.0)),
            &["this is the period"],
        );
        names(
            lif::firing_rate(|p, i| 1000.0 / period(p, i).unwrap_or(p.t_ref)),
            &["infinite number"],
        );
        names(lif::firing_rate(|_, _| 0.0), &["whole numbers"]);
    }

    #[test]
    fn a_silent_neuron_is_not_one_that_climbs_in_no_time() {
        let verdict = lif::firing_rate(|p, i| match period(p, i) {
            Some(t) => 1000.0 / t,
            None if p.t_ref == 0.0 => 0.0,
            None => 1000.0 / p.t_ref,
        });
        names(verdict, &["its rate is 0"]);
    }
}

mod euler_step {
    use super::*;

    fn slope(p: LifParams, v: f64, i: f64) -> f64 {
        (p.resistance * i - v) / p.tau_m
    }

    #[test]
    fn right() {
        let verdict = lif::euler_step(|p, v, i, dt| v + dt * slope(p, v, i));
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(
            lif::euler_step(|p, v, i, dt| dt * slope(p, v, i)),
            &["change of V"],
        );
        names(
            lif::euler_step(|p, v, i, _| v + slope(p, v, i)),
            &["dt is missing"],
        );
        names(
            lif::euler_step(|p, v, i, _| slope(p, v, i)),
            &["slope dV/dt"],
        );
        names(
            lif::euler_step(|p, v, i, dt| v + dt * p.tau_m * slope(p, v, i)),
            &["time constant is missing"],
        );
        names(
            lif::euler_step(|p, v, i, dt| v + dt / p.tau_m * (i - v)),
            &["resistance is missing"],
        );
        names(
            lif::euler_step(|p, v, i, dt| v + dt / p.tau_m * (v + p.resistance * i)),
            &["the leak is −V"],
        );
        names(
            lif::euler_step(|p, v, i, dt| v - dt * slope(p, v, i)),
            &["backwards"],
        );
        names(
            lif::euler_step(|p, v, i, dt| Lif::new(p).unwrap().subthreshold(v, i, dt)),
            &["exact solution"],
        );
    }
}

mod simulate {
    use super::*;

    /// A simulator with deliberate faults.
    #[derive(Clone, Copy, Default)]
    struct Faults {
        reset_missing: bool,
        refractory_missing: bool,
        reset_to_zero: bool,
        steps: bool,
        seconds: bool,
        never_noted: bool,
        fixed_dt: bool,
        stops_early: bool,
        reversed: bool,
    }

    fn run(f: Faults, p: LifParams, i: f64, dt: f64, duration: f64) -> (Array1<f64>, Vec<f64>) {
        let n = (duration / dt).round() as usize;
        let mut v = Array1::from_elem(n + 1, p.v_reset);
        let (mut spikes, mut wait) = (Vec::new(), 0);
        let step = if f.fixed_dt { 0.1 } else { dt };
        for k in 0..n {
            if f.stops_early && spikes.len() == 4 {
                break;
            }
            if wait > 0 {
                wait -= 1;
                continue;
            }
            let next = v[k] + step / p.tau_m * (p.resistance * i - v[k]);
            v[k + 1] = next;
            let fires = if f.reversed {
                next <= p.v_thresh
            } else {
                next >= p.v_thresh
            };
            if !fires {
                continue;
            }
            if !f.never_noted {
                let time = (k + 1) as f64;
                let unit = if f.steps { 1.0 } else { dt };
                spikes.push(time * unit / if f.seconds { 1000.0 } else { 1.0 });
            }
            if !f.reset_missing {
                v[k + 1] = if f.reset_to_zero { 0.0 } else { p.v_reset };
            }
            if !f.refractory_missing {
                wait = (p.t_ref / dt).round() as usize;
            }
        }
        (v, spikes)
    }

    #[test]
    fn right() {
        let verdict =
            lif::simulate(|p, i, dt, duration| run(Faults::default(), p, i, dt, duration));
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn the_value_above_threshold_may_stay_in_the_trace() {
        let verdict = lif::simulate(|p, i, dt, duration| {
            let (mut v, spikes) = run(Faults::default(), p, i, dt, duration);
            for time in &spikes {
                v[(time / dt).round() as usize] = p.v_thresh;
            }
            (v, spikes)
        });
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn a_spike_may_be_dated_one_step_earlier() {
        let verdict = lif::simulate(|p, i, dt, duration| {
            let (v, spikes) = run(Faults::default(), p, i, dt, duration);
            (v, spikes.iter().map(|t| t - dt).collect())
        });
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        macro_rules! with {
            ($fault:ident) => {
                lif::simulate(|p, i, dt, duration| {
                    run(
                        Faults {
                            $fault: true,
                            ..Faults::default()
                        },
                        p,
                        i,
                        dt,
                        duration,
                    )
                })
            };
        }
        names(
            with!(reset_missing),
            &["reset is missing", "V at most 15 mV"],
        );
        names(
            with!(refractory_missing),
            &["refractory period is missing", "t_ref = 4 ms"],
        );
        names(with!(reset_to_zero), &["not 0"]);
        names(with!(steps), &["numbers of steps"]);
        names(with!(seconds), &["in seconds"]);
        names(with!(never_noted), &["no spike", "pushes its time"]);
        names(with!(fixed_dt), &["with the dt of this call"]);
        names(with!(stops_early), &["stop too early"]);
        names(with!(reversed), &["right way round"]);
    }

    #[test]
    fn nothing_done() {
        let verdict = lif::simulate(|p, _, dt, duration| {
            (
                Array1::from_elem((duration / dt).round() as usize + 1, p.v_reset),
                Vec::new(),
            )
        });
        names(verdict, &["V does not move"]);
    }

    #[test]
    fn wrong_lengths_and_nan_are_answers_too() {
        names(
            lif::simulate(|_, _, _, _| (Array1::zeros(0), Vec::new())),
            &["Expected: 6001 values of V", "Received: 0"],
        );
        names(
            lif::simulate(|_, _, dt, duration| {
                (Array1::zeros((duration / dt) as usize), Vec::new())
            }),
            &["one value more than there are steps"],
        );
        names(
            lif::simulate(|p, i, dt, duration| {
                let (v, _) = run(Faults::default(), p, i, dt, duration);
                (v, vec![f64::NAN])
            }),
            &["NaN is"],
        );
    }
}

mod intervals {
    use super::*;

    #[test]
    fn right() {
        let verdict = lif::intervals(|t| t.windows(2).map(|w| w[1] - w[0]).collect());
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(
            lif::intervals(|t| t.windows(2).map(|w| w[0] - w[1]).collect()),
            &["negative times"],
        );
        names(
            lif::intervals(|t| {
                let mut before = 0.0;
                t.iter()
                    .map(|&x| x - std::mem::replace(&mut before, x))
                    .collect()
            }),
            &["time from 0 to the first spike"],
        );
        names(lif::intervals(|t| t.to_vec()), &["spike times themselves"]);
        names(
            lif::intervals(|t| (2..t.len()).map(|k| t[k - 1] - t[k - 2]).collect()),
            &["last interval is missing"],
        );
        names(
            lif::intervals(|t| t.windows(2).map(|w| (w[1] - w[0]) / 1000.0).collect()),
            &["seconds"],
        );
        names(lif::intervals(|_| Vec::new()), &["should be 5, it is 0"]);
        names(
            lif::intervals(|t| vec![f64::NAN; t.len().max(1) - 1]),
            &["NaN is"],
        );
    }

    #[test]
    fn an_empty_train_has_no_interval() {
        let verdict = lif::intervals(|t| {
            if t.is_empty() {
                vec![0.0]
            } else {
                t.windows(2).map(|w| w[1] - w[0]).collect()
            }
        });
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
        names(
            lif::cv(|x| variance(x) / mean(x)),
            &["square root is missing"],
        );
        names(
            lif::cv(|x| variance(x) / mean(x).powi(2)),
            &["square of the CV"],
        );
        names(lif::cv(|x| mean(x) / variance(x).sqrt()), &["upside down"]);
        names(
            lif::cv(|x| variance(x).sqrt()),
            &["standard deviation, in ms"],
        );
        names(
            lif::cv(|x| (squares(x) / (x.len() - 1) as f64).sqrt() / mean(x)),
            &["N − 1"],
        );
        names(lif::cv(|x| squares(x).sqrt() / mean(x)), &["divided by N"]);
        names(lif::cv(|_| (1 / 2) as f64), &["whole numbers"]);
    }
}

mod input_mean_sd {
    use super::*;

    #[test]
    fn right() {
        let verdict = lif::input_mean_sd(|n, rate, weight, dt| {
            let count = n as f64 * rate / 1000.0 * dt;
            (weight * count / dt, weight * count.sqrt() / dt)
        });
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(
            lif::input_mean_sd(|n, r, w, dt| (n as f64 * r * w, w * (n as f64 * r / dt).sqrt())),
            &["the mean", "divide the rate by 1000"],
        );
        names(
            lif::input_mean_sd(|n, r, w, dt| {
                let a = n as f64 * r / 1000.0;
                (a * w, w * w * a / dt)
            }),
            &["the standard deviation", "this is the variance"],
        );
        names(
            lif::input_mean_sd(|n, r, w, dt| {
                let a = n as f64 * r / 1000.0;
                (a * w, w * (a * dt).sqrt())
            }),
            &["charge in one bin"],
        );
        names(
            lif::input_mean_sd(|n, r, w, _| {
                let a = n as f64 * r / 1000.0;
                (a * w, w * a.sqrt())
            }),
            &["dt is missing"],
        );
        names(
            lif::input_mean_sd(|n, r, w, dt| {
                let a = n as f64 * r / 1000.0;
                (a * w * dt, w * (a / dt).sqrt())
            }),
            &["divided by dt"],
        );
    }
}

mod noisy_step {
    use super::*;

    fn still(p: LifParams, v: f64, i: f64, dt: f64) -> f64 {
        v + dt / p.tau_m * (p.resistance * i - v)
    }

    #[test]
    fn right() {
        let verdict = lif::noisy_step(|p, v, i, sigma, dt, xi| {
            still(p, v, i, dt) + sigma * (dt / p.tau_m).sqrt() * xi
        });
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(
            lif::noisy_step(|p, v, i, s, dt, xi| still(p, v, i, dt) + s * dt / p.tau_m * xi),
            &["noise scales with dt"],
        );
        names(
            lif::noisy_step(|p, v, i, s, dt, xi| still(p, v, i, dt) + s * dt.sqrt() * xi),
            &["τ is missing from the noise"],
        );
        names(
            lif::noisy_step(|p, v, i, s, dt, xi| {
                still(p, v, i, dt) + s * (p.tau_m * dt).sqrt() * xi
            }),
            &["whole right-hand side is divided by τ"],
        );
        names(
            lif::noisy_step(|p, v, i, s, dt, xi| still(p, v, i, dt) + s * xi),
            &["factor √(dt/τ) is missing"],
        );
        names(
            lif::noisy_step(|p, v, i, _, dt, _| still(p, v, i, dt)),
            &["noise is missing"],
        );
        names(
            lif::noisy_step(|p, v, i, s, dt, xi| {
                still(p, v, i, dt) - s * (dt / p.tau_m).sqrt() * xi
            }),
            &["wrong sign"],
        );
        names(
            lif::noisy_step(|p, v, _, s, dt, xi| v + s * (dt / p.tau_m).sqrt() * xi),
            &["only the noise"],
        );
    }
}

mod sigma_for_rate {
    use super::*;

    fn bisect(p: LifParams, i: f64, target: f64, rounds: usize, reversed: bool) -> f64 {
        let neuron = Lif::new(p).unwrap();
        let (mut low, mut high) = (0.0, 100.0);
        for _ in 0..rounds {
            let middle = 0.5 * (low + high);
            if (neuron.siegert_rate(i, middle).unwrap() < target) != reversed {
                low = middle;
            } else {
                high = middle;
            }
        }
        0.5 * (low + high)
    }

    #[test]
    fn right() {
        let verdict = lif::sigma_for_rate(|p, i, target| bisect(p, i, target, 60, false));
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(
            lif::sigma_for_rate(|p, i, target| bisect(p, i, target, 60, true)),
            &["one end of its interval"],
        );
        names(
            lif::sigma_for_rate(|p, i, target| bisect(p, i, target, 6, false)),
            &["halved at least 40 times", "which gives"],
        );
        names(
            lif::sigma_for_rate(|_, i, target| bisect(LifParams::default(), i, target, 60, false)),
            &["default neuron"],
        );
        names(
            lif::sigma_for_rate(|p, i, target| bisect(p, i, target / 1000.0, 60, false)),
            &["Hz and kHz"],
        );
        names(
            lif::sigma_for_rate(|_, _, target| target),
            &["target rate itself"],
        );
        names(lif::sigma_for_rate(|_, _, _| -1.0), &["cannot be negative"]);
        names(lif::sigma_for_rate(|_, _, _| f64::NAN), &["NaN is"]);
    }
}

mod zero_crossings {
    use super::*;

    fn found(x: &Array1<f64>, y: &Array1<f64>, place: fn(f64, f64, f64, f64) -> f64) -> Vec<f64> {
        (1..x.len())
            .filter(|&k| y[k - 1] * y[k] < 0.0)
            .map(|k| place(x[k - 1], x[k], y[k - 1], y[k]))
            .collect()
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
        names(
            lif::zero_crossings(|x, y| found(x, y, |a, _, _, _| a)),
            &["just before"],
        );
        names(
            lif::zero_crossings(|x, y| found(x, y, |_, b, _, _| b)),
            &["just after"],
        );
        names(
            lif::zero_crossings(|x, y| found(x, y, |a, b, _, _| 0.5 * (a + b))),
            &["midpoints"],
        );
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
            lif::zero_crossings(|x, y| {
                (1..x.len())
                    .filter(|&k| y[k - 1] * y[k] < 0.0)
                    .map(|k| k as f64)
                    .collect()
            }),
            &["indices"],
        );
        names(
            lif::zero_crossings(|_, _| Vec::new()),
            &["should be 3, it is 0"],
        );
    }
}

mod measured_rates {
    use super::*;

    fn rates(p: LifParams, i: f64, dt: f64, duration: f64) -> (f64, Option<f64>) {
        let run = Lif::new(p).unwrap().simulate(i, dt, duration).unwrap();
        (run.spikes.rate(), run.spikes.mean_isi_rate())
    }

    #[test]
    fn right() {
        let verdict = lif::measured_rates(|p, i, dt, duration| {
            let (a, b) = rates(p, i, dt, duration);
            (a, b.unwrap_or(0.0))
        });
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(
            lif::measured_rates(|p, i, dt, duration| {
                let (a, b) = rates(p, i, dt, duration);
                (a / 1000.0, b.unwrap_or(0.0))
            }),
            &["from counts", "in kHz"],
        );
        names(
            lif::measured_rates(|p, i, dt, duration| {
                let (a, b) = rates(p, i, dt, duration);
                (a * duration / 1000.0, b.unwrap_or(0.0))
            }),
            &["number of spikes"],
        );
        names(
            lif::measured_rates(|p, i, dt, duration| {
                let (a, b) = rates(p, i, dt, duration);
                (a, b.map_or(0.0, |rate| 1000.0 / rate))
            }),
            &["from intervals", "mean interval in ms"],
        );
        names(
            lif::measured_rates(|p, i, dt, duration| {
                let (a, b) = rates(p, i, dt, duration);
                (a, b.unwrap_or(0.0) / 1000.0)
            }),
            &["interval in ms is in kHz"],
        );
        names(
            lif::measured_rates(|p, i, dt, duration| {
                let (a, b) = rates(p, i, dt, duration);
                (a, b.unwrap_or(f64::NAN))
            }),
            &["NaN is", "0/0"],
        );
    }
}
