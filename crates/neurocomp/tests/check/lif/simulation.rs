//! Exercises 5 and 12.

use neurocomp::check::lif;
use neurocomp::ndarray::Array1;
use neurocomp::neuron::lif::{Lif, LifParams};

use super::names;

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
            let fires = if f.reversed { next <= p.v_thresh } else { next >= p.v_thresh };
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
        let verdict = lif::simulate(|p, i, dt, duration| run(Faults::default(), p, i, dt, duration));
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
                    run(Faults { $fault: true, ..Faults::default() }, p, i, dt, duration)
                })
            };
        }
        names(with!(reset_missing), &["reset is missing", "V at most 15 mV"]);
        names(with!(refractory_missing), &["refractory period is missing", "t_ref = 4 ms"]);
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
            (Array1::from_elem((duration / dt).round() as usize + 1, p.v_reset), Vec::new())
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
            lif::simulate(|_, _, dt, duration| (Array1::zeros((duration / dt) as usize), Vec::new())),
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
