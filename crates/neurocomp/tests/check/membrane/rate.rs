//! Exercise 7.

use neurocomp::check::membrane;
use neurocomp::ndarray::Array1;

use super::{names, passes};

mod sustained_rate {
    use super::*;

    /// The times of the samples that `is_spike` accepts, given the two potentials on either side.
    fn times(t: &Array1<f64>, v: &Array1<f64>, is_spike: fn(f64, f64) -> bool) -> Vec<f64> {
        (1..t.len()).filter(|&k| is_spike(v[k - 1], v[k])).map(|k| t[k]).collect()
    }

    fn up(before: f64, now: f64) -> bool {
        before < 50.0 && now >= 50.0
    }

    fn rate(times: &[f64]) -> f64 {
        if times.len() < 2 {
            return 0.0;
        }
        1000.0 * (times.len() - 1) as f64 / (times[times.len() - 1] - times[0])
    }

    fn after(times: Vec<f64>, from: f64) -> Vec<f64> {
        times.into_iter().filter(|&t| t >= from).collect()
    }

    #[test]
    fn right() {
        passes(membrane::sustained_rate(|t, v, from| rate(&after(times(t, v, up), from))));
        // The sample before the crossing does as well.
        passes(membrane::sustained_rate(|t, v, from| {
            let early: Vec<f64> = times(t, v, up).iter().map(|time| time - 0.05).collect();
            rate(&after(early, from))
        }));
    }

    #[test]
    fn the_transient() {
        names(
            membrane::sustained_rate(|t, v, _| rate(&times(t, v, up))),
            &["transient", "from = 30 ms", "100 mV at [4.0"],
        );
    }

    #[test]
    fn units_and_inverse() {
        names(membrane::sustained_rate(|t, v, from| rate(&after(times(t, v, up), from)) / 1000.0), &["kHz"]);
        names(
            membrane::sustained_rate(|t, v, from| 1000.0 / rate(&after(times(t, v, up), from))),
            &["mean interval in ms"],
        );
    }

    #[test]
    fn spikes_for_intervals() {
        names(
            membrane::sustained_rate(|t, v, from| {
                let spikes = after(times(t, v, up), from);
                let n = spikes.len() as f64;
                rate(&spikes) * n / (n - 1.0)
            }),
            &["n − 1 intervals"],
        );
        names(
            membrane::sustained_rate(|t, v, from| 1000.0 * after(times(t, v, up), from).len() as f64 / (120.0 - from)),
            &["count over the whole remaining time"],
        );
    }

    #[test]
    fn crossings() {
        names(
            membrane::sustained_rate(|t, v, from| rate(&after(times(t, v, |_, now| now >= 50.0), from))),
            &["every sample above 50 mV"],
        );
        names(
            membrane::sustained_rate(|t, v, from| {
                let both = |before: f64, now: f64| (before < 50.0) != (now < 50.0);
                rate(&after(times(t, v, both), from))
            }),
            &["downward crossings"],
        );
    }

    #[test]
    fn a_single_spike_has_no_rate() {
        names(
            membrane::sustained_rate(|t, v, from| {
                let spikes = after(times(t, v, up), from);
                match spikes.len() {
                    1 => 1000.0 / (120.0 - from),
                    _ => rate(&spikes),
                }
            }),
            &["no interval"],
        );
        names(
            membrane::sustained_rate(|t, v, from| {
                let spikes = after(times(t, v, up), from);
                let span = spikes.last().unwrap_or(&0.0) - spikes.first().unwrap_or(&0.0);
                1000.0 * (spikes.len() as f64 - 1.0) / span
            }),
            &["NaN is"],
        );
    }
}
