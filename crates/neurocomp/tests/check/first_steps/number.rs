//! Exercises 1, 2 and 8.

use neurocomp::check::first_steps;

use super::{names, passes};

mod firing_rate {
    use super::*;

    #[test]
    fn right() {
        passes(first_steps::firing_rate(|n, t| 1000.0 * n as f64 / t as f64));
        passes(first_steps::firing_rate(|n, t| n as f64 / (t as f64 / 1000.0)));
    }

    #[test]
    fn divisions_of_whole_numbers() {
        names(
            first_steps::firing_rate(|n, t| (n / t) as f64),
            &["division of whole numbers", "here everything", "`7`"],
        );
        names(first_steps::firing_rate(|n, t| (1000 * n / t) as f64), &["`as f64` comes too late"]);
        names(first_steps::firing_rate(|n, t| n as f64 / (t / 1000) as f64), &["2600 / 1000 is 2"]);
        names(first_steps::firing_rate(|n, t| (n / (t / 1000)) as f64), &["two divisions"]);
    }

    #[test]
    fn units() {
        names(first_steps::firing_rate(|n, t| n as f64 / t as f64), &["kHz"]);
        names(first_steps::firing_rate(|n, t| t as f64 / n as f64), &["time per spike"]);
        names(first_steps::firing_rate(|n, t| n as f64 * t as f64 / 1000.0), &["multiply by the duration"]);
        names(first_steps::firing_rate(|n, t| n as f64 / (1000.0 * t as f64)), &["other way"]);
        names(first_steps::firing_rate(|n, t| 60_000.0 * n as f64 / t as f64), &["per minute"]);
    }

    #[test]
    fn nan() {
        names(first_steps::firing_rate(|_, _| f64::NAN), &["NaN is"]);
    }
}

mod response {
    use super::*;

    #[test]
    fn right() {
        passes(first_steps::response(|i, threshold, gain, max| {
            if i < threshold {
                0.0
            } else if gain * (i - threshold) > max {
                max
            } else {
                gain * (i - threshold)
            }
        }));
        passes(first_steps::response(|i, threshold, gain, max| (gain * (i - threshold)).max(0.0).min(max)));
    }

    #[test]
    fn a_case_is_missing() {
        names(
            first_steps::response(|i, threshold, gain, max| (gain * (i - threshold)).min(max)),
            &["negative rate", "input = 1 nA"],
        );
        names(
            first_steps::response(|i, threshold, gain, _| (gain * (i - threshold)).max(0.0)),
            &["third case is missing"],
        );
    }

    #[test]
    fn the_line() {
        names(
            first_steps::response(|i, threshold, gain, max| if i < threshold { 0.0 } else { (gain * i).min(max) }),
            &["starts at the threshold"],
        );
        names(first_steps::response(|i, threshold, _, max| (i - threshold).max(0.0).min(max)), &["gain is missing"]);
        names(
            first_steps::response(|i, threshold, gain, max| ((i - threshold) / gain).max(0.0).min(max)),
            &["divide by the gain"],
        );
    }

    #[test]
    fn comparisons() {
        names(
            first_steps::response(
                |i, threshold, gain, max| {
                    if i > threshold { 0.0 } else { (gain * (i - threshold)).min(max) }
                },
            ),
            &["the right way round"],
        );
        names(
            first_steps::response(|i, threshold, gain, max| {
                if i < threshold {
                    0.0
                } else if i > max / gain {
                    max
                } else {
                    gain * (i - threshold)
                }
            }),
            &["not the input"],
        );
    }
}

mod energy_ratio {
    use super::*;

    #[test]
    fn right() {
        passes(first_steps::energy_ratio(|n, kb, watts, mw| n * kb * 1e3 / 1e9 * mw * 1e-3 / watts));
    }

    #[test]
    fn units() {
        names(first_steps::energy_ratio(|n, kb, watts, mw| n * kb / 1e6 * mw / watts), &["in mW"]);
        names(first_steps::energy_ratio(|n, kb, watts, mw| n * kb * mw / 1e3 / watts), &["10⁶ kB"]);
        names(first_steps::energy_ratio(|n, kb, watts, mw| n * kb * mw / watts), &["no unit is converted"]);
        names(first_steps::energy_ratio(|n, kb, watts, mw| n * kb / 1e9 * mw / 1e3 / watts), &["1000 times too small"]);
        names(first_steps::energy_ratio(|n, kb, watts, mw| n * kb / 1024.0 / 1024.0 * mw / 1e3 / watts), &["1024"]);
    }

    #[test]
    fn the_ratio() {
        names(first_steps::energy_ratio(|n, kb, _, mw| n * kb / 1e6 * mw / 1e3), &["power of the computer, in W"]);
        names(first_steps::energy_ratio(|n, kb, watts, mw| watts / (n * kb / 1e6 * mw / 1e3)), &["upside down"]);
    }
}
