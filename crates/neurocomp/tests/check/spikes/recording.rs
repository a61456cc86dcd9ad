//! Exercises 9 and 10.

use neurocomp::check::spikes;
use neurocomp::ndarray::Array1;
use neurocomp::spike_train::SpikeTrain;

use super::names;

/// How many of `values` fall into each bin; `offset` is added to value/bin before it is cut.
fn counted(values: &[f64], extent: f64, bin: f64, offset: f64) -> Array1<f64> {
    let n = (extent / bin).round() as usize;
    let mut counts = Array1::zeros(n);
    for value in values {
        counts[((value / bin + offset) as usize).min(n - 1)] += 1.0;
    }
    counts
}

mod psth_rate {
    use super::*;

    fn all(trials: &[SpikeTrain]) -> Vec<f64> {
        trials.iter().flat_map(|trial| trial.times().to_vec()).collect()
    }

    fn counts(trials: &[SpikeTrain], duration: f64, bin: f64) -> Array1<f64> {
        counted(&all(trials), duration, bin, 0.0)
    }

    #[test]
    fn right() {
        let verdict = spikes::psth_rate(|trials, d, bin| counts(trials, d, bin) / (trials.len() as f64 * bin / 1000.0));
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(spikes::psth_rate(counts), &["numbers of spikes", "bin_size = 20 ms", "SpikeTrain::new(vec![4.0"]);
        names(
            spikes::psth_rate(|trials, d, bin| 1000.0 * counts(trials, d, bin) / bin),
            &["number of trials is missing"],
        );
        names(spikes::psth_rate(|trials, d, bin| counts(trials, d, bin) / trials.len() as f64), &["spikes per trial"]);
        names(spikes::psth_rate(|trials, d, bin| counts(trials, d, bin) / (trials.len() as f64 * bin)), &["in kHz"]);
        names(
            spikes::psth_rate(|trials, d, bin| {
                let active = trials.iter().filter(|trial| !trial.is_empty()).count();
                1000.0 * counts(trials, d, bin) / (active as f64 * bin)
            }),
            &["trial without spikes"],
        );
        names(
            spikes::psth_rate(|trials, d, bin| 1000.0 * counts(trials, d, bin) / (trials.len() as f64 * d)),
            &["duration of the trial"],
        );
        names(
            spikes::psth_rate(|trials, d, bin| counts(trials, d, bin) / all(trials).len() as f64),
            &["it is no rate"],
        );
        names(
            spikes::psth_rate(|trials, d, bin| 1000.0 * counts(&trials[..1], d, bin) / bin),
            &["only the first trial"],
        );
        names(
            spikes::psth_rate(|trials, d, bin| {
                1000.0 * counted(&all(trials), d, bin, 0.5) / (trials.len() as f64 * bin)
            }),
            &["nearest bin"],
        );
        names(spikes::psth_rate(|_, _, _| Array1::zeros(0)), &["should be 5, it is 0"]);
        names(spikes::psth_rate(|trials, d, bin| counts(trials, d, bin) * f64::NAN), &["NaN is"]);
    }
}

mod place_rate {
    use super::*;

    #[test]
    fn right() {
        let verdict = spikes::place_rate(|x, dt, spike_x, length, bin| {
            counted(spike_x, length, bin, 0.0) / (counted(x, length, bin, 0.0) * dt / 1000.0)
        });
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(
            spikes::place_rate(|_, _, spike_x, length, bin| {
                let mut counts = counted(spike_x, length, bin, 0.0);
                if length < 30.0 {
                    counts[4] = f64::NAN;
                }
                counts
            }),
            &["numbers of spikes", "dt = 250 ms", "length = 40 cm"],
        );
        names(
            spikes::place_rate(|x, _, spike_x, length, bin| {
                counted(spike_x, length, bin, 0.0) / counted(x, length, bin, 0.0)
            }),
            &["number of positions"],
        );
        names(
            spikes::place_rate(|x, dt, spike_x, length, bin| {
                counted(spike_x, length, bin, 0.0) / (counted(x, length, bin, 0.0) * dt)
            }),
            &["in kHz"],
        );
        names(
            spikes::place_rate(|x, dt, spike_x, length, bin| {
                1000.0 * counted(spike_x, length, bin, 0.0) / (dt * x.len() as f64)
            }),
            &["whole duration"],
        );
        names(
            spikes::place_rate(|_, dt, spike_x, length, bin| 1000.0 * counted(spike_x, length, bin, 0.0) / dt),
            &["one dt only"],
        );
        names(
            spikes::place_rate(|x, dt, _, length, bin| counted(x, length, bin, 0.0) * dt / 1000.0),
            &["time spent in each bin"],
        );
        names(spikes::place_rate(|_, _, _, _, _| Array1::zeros(0)), &["should be 4, it is 0"]);
        names(
            spikes::place_rate(|_, _, _, length, bin| Array1::from_elem((length / bin).round() as usize, f64::NAN)),
            &["NaN is"],
        );
    }

    #[test]
    fn a_place_never_visited_has_no_rate() {
        let verdict = spikes::place_rate(|x, dt, spike_x, length, bin| {
            let time = counted(x, length, bin, 0.0) * dt / 1000.0;
            let counts = counted(spike_x, length, bin, 0.0);
            Array1::from_shape_fn(time.len(), |k| if time[k] > 0.0 { counts[k] / time[k] } else { 0.0 })
        });
        names(verdict, &["Expected: NaN in bin 4", "leaves a gap"]);
    }
}
