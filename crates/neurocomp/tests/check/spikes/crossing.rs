//! Exercises 4 and 5.

use neurocomp::check::spikes;
use neurocomp::ndarray::{Array1, s};

use super::names;

mod upward_crossings {
    use super::*;

    fn found(v: &Array1<f64>, is: impl Fn(f64, f64) -> bool) -> Vec<usize> {
        (1..v.len()).filter(|&k| is(v[k - 1], v[k])).collect()
    }

    fn up(v: &Array1<f64>, threshold: f64) -> Vec<usize> {
        found(v, |before, now| before < threshold && now >= threshold)
    }

    #[test]
    fn right() {
        let verdict = spikes::upward_crossings(up);
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(
            spikes::upward_crossings(|v, threshold| (0..v.len()).filter(|&k| v[k] >= threshold).collect()),
            &["all samples", "threshold = -40 mV", "upward_crossings(&array![-65.0"],
        );
        names(
            spikes::upward_crossings(|v, threshold| found(v, |a, b| a >= threshold && b < threshold)),
            &["downward crossings"],
        );
        names(
            spikes::upward_crossings(|v, threshold| found(v, |a, b| (a < threshold) != (b < threshold))),
            &["both directions"],
        );
        names(
            spikes::upward_crossings(|v, threshold| up(v, threshold).iter().map(|k| k - 1).collect()),
            &["one too small"],
        );
        names(
            spikes::upward_crossings(|v, threshold| up(v, threshold).iter().map(|k| k + 1).collect()),
            &["one too large"],
        );
        names(
            spikes::upward_crossings(|v, threshold| {
                let mut all = up(v, threshold);
                if v[0] >= threshold {
                    all.insert(0, 0);
                }
                all
            }),
            &["begins above the threshold"],
        );
        names(
            spikes::upward_crossings(|v, threshold| found(v, |a, b| a <= threshold && b > threshold)),
            &["exactly at the threshold"],
        );
        names(
            spikes::upward_crossings(|v, threshold| found(v, |a, b| a < threshold && b > threshold)),
            &["`>=`, not `>`"],
        );
        names(spikes::upward_crossings(|v, _| up(v, 0.0)), &["crossings of 0"]);
        names(spikes::upward_crossings(|_, _| Vec::new()), &["should be 3, it is 0"]);
    }
}

mod threshold_changes {
    use super::*;

    fn above(v: &Array1<f64>, threshold: f64) -> Array1<f64> {
        v.mapv(|v| if v >= threshold { 1.0 } else { 0.0 })
    }

    fn difference(x: &Array1<f64>) -> Array1<f64> {
        &x.slice(s![1..]) - &x.slice(s![..-1])
    }

    #[test]
    fn right() {
        let verdict = spikes::threshold_changes(|v, threshold| difference(&above(v, threshold)));
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(
            spikes::threshold_changes(|v, threshold| -difference(&above(v, threshold))),
            &["up and down are exchanged"],
        );
        names(spikes::threshold_changes(above), &["zeros and ones themselves"]);
        names(spikes::threshold_changes(|v, _| difference(v)), &["differences of the potential"]);
        names(
            spikes::threshold_changes(|v, threshold| difference(&above(v, threshold)).mapv(f64::abs)),
            &["should be −1"],
        );
        names(
            spikes::threshold_changes(|v, threshold| difference(&above(v, threshold)).mapv(|c| c.max(0.0))),
            &["downward crossings are missing"],
        );
        names(
            spikes::threshold_changes(|v, threshold| difference(&v.mapv(|v| if v > threshold { 1.0 } else { 0.0 }))),
            &["`>=`, not `>`"],
        );
        names(spikes::threshold_changes(|v, _| difference(&above(v, 0.0))), &["crossings of 0"]);
        names(spikes::threshold_changes(|_, _| Array1::zeros(0)), &["should be 9, it is 0"]);
        names(spikes::threshold_changes(|v, _| Array1::from_elem(v.len() - 1, f64::NAN)), &["NaN is"]);
    }
}
