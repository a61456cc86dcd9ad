//! Exercises 6 to 8.

use neurocomp::check::spikes;

use super::names;

fn intervals(times: &[f64]) -> Vec<f64> {
    times.windows(2).map(|pair| pair[1] - pair[0]).collect()
}

fn mean(x: &[f64]) -> f64 {
    x.iter().sum::<f64>() / x.len() as f64
}

/// Sum of the squared deviations from the mean.
fn squares(x: &[f64]) -> f64 {
    x.iter().map(|x_k| (x_k - mean(x)).powi(2)).sum()
}

fn variance(x: &[f64]) -> f64 {
    squares(x) / x.len() as f64
}

mod rate_and_cv {
    use super::*;

    fn rate(times: &[f64], duration: f64) -> f64 {
        1000.0 * times.len() as f64 / duration
    }

    fn of_intervals(times: &[f64], f: impl Fn(&[f64]) -> f64) -> Option<f64> {
        (times.len() > 2).then(|| f(&intervals(times)))
    }

    fn cv(times: &[f64]) -> Option<f64> {
        of_intervals(times, |isi| variance(isi).sqrt() / mean(isi))
    }

    #[test]
    fn right() {
        let verdict = spikes::rate_and_cv(|times, duration| (rate(times, duration), cv(times)));
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn mistakes_of_the_rate() {
        names(spikes::rate_and_cv(|t, d| (t.len() as f64 / d, cv(t))), &["the rate", "in kHz", "duration = 80 ms"]);
        names(spikes::rate_and_cv(|t, _| (t.len() as f64, cv(t))), &["number of spikes"]);
        names(spikes::rate_and_cv(|t, d| (t.len() as f64 * d / 1000.0, cv(t))), &["multiply by the duration"]);
        names(spikes::rate_and_cv(|t, d| (1000.0 * (t.len() as f64 - 1.0) / d, cv(t))), &["count the intervals"]);
        names(spikes::rate_and_cv(|t, _| (1000.0 / mean(&intervals(t)), cv(t))), &["one over the mean interval"]);
    }

    #[test]
    fn mistakes_of_the_cv() {
        macro_rules! with {
            ($of:expr) => {
                spikes::rate_and_cv(|t, d| (rate(t, d), of_intervals(t, $of)))
            };
        }
        names(with!(|x| variance(x) / mean(x)), &["the CV", "square root is missing"]);
        names(with!(|x| variance(x) / mean(x).powi(2)), &["square of the CV"]);
        names(with!(|x| mean(x) / variance(x).sqrt()), &["upside down"]);
        names(with!(|x| variance(x).sqrt()), &["standard deviation, in ms"]);
        names(with!(|x| (squares(x) / (x.len() - 1) as f64).sqrt() / mean(x)), &["N − 1"]);
        names(
            spikes::rate_and_cv(|t, d| {
                let mut from_zero = vec![0.0];
                from_zero.extend(t);
                (rate(t, d), cv(&from_zero))
            }),
            &["from 0 to the first spike"],
        );
        names(
            spikes::rate_and_cv(|t, d| (rate(t, d), (t.len() > 2).then(|| variance(t).sqrt() / mean(t)))),
            &["CV of the spike times"],
        );
    }

    #[test]
    fn what_has_no_cv_is_none() {
        names(
            spikes::rate_and_cv(|t, d| {
                let isi = intervals(t);
                (rate(t, d), Some(variance(&isi).sqrt() / mean(&isi)))
            }),
            &["Expected: `None`", "Some(0.0)", "fewer than three spikes"],
        );
        names(spikes::rate_and_cv(|t, d| (rate(t, d), None)), &["Received: `None`", "from three spikes on"]);
    }
}

mod poisson_times {
    use super::*;

    fn cumulated(u: &[f64], duration: f64, interval: impl Fn(f64) -> f64) -> Vec<f64> {
        let mut t = 0.0;
        let mut times = Vec::new();
        for &u in u {
            t += interval(u);
            if t > duration {
                break;
            }
            times.push(t);
        }
        times
    }

    #[test]
    fn right() {
        let verdict = spikes::poisson_times(|r, d, u| cumulated(u, d, |u| -u.ln() / r * 1000.0));
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn mistakes_of_the_interval() {
        names(
            spikes::poisson_times(|r, d, u| cumulated(u, d, |u| u.ln() / r * 1000.0)),
            &["minus sign is missing", "rate = 12.5 Hz"],
        );
        names(spikes::poisson_times(|r, d, u| cumulated(u, d, |u| -u.ln() / r)), &["in seconds"]);
        names(spikes::poisson_times(|r, d, u| cumulated(u, d, |u| -u.ln() * r)), &["multiply by the rate"]);
        names(spikes::poisson_times(|_, d, u| cumulated(u, d, |u| -1000.0 * u.ln())), &["rate is missing"]);
        names(
            spikes::poisson_times(|r, d, u| cumulated(u, d, |u| -1000.0 * (1.0 - u).ln() / r)),
            &["as good a Poisson process"],
        );
        names(spikes::poisson_times(|r, d, u| cumulated(u, d, |u| -1000.0 * u.log10() / r)), &["base 10"]);
    }

    #[test]
    fn mistakes_of_the_sum() {
        names(
            spikes::poisson_times(|r, _, u| cumulated(u, f64::INFINITY, |u| -1000.0 * u.ln() / r)),
            &["does not stop"],
        );
        names(
            spikes::poisson_times(|r, d, u| {
                let mut t = 0.0;
                let mut times = Vec::new();
                for &u in u {
                    if t > d {
                        break;
                    }
                    t -= 1000.0 * u.ln() / r;
                    times.push(t);
                }
                times
            }),
            &["test the time before"],
        );
        names(spikes::poisson_times(|r, _, u| u.iter().map(|u| -1000.0 * u.ln() / r).collect()), &["add them up"]);
        names(
            spikes::poisson_times(|r, d, u| {
                let mut times = vec![0.0];
                times.extend(cumulated(u, d, |u| -1000.0 * u.ln() / r));
                times
            }),
            &["no spike at time 0"],
        );
        names(spikes::poisson_times(|_, _, _| Vec::new()), &["no spike is noted"]);
        names(
            spikes::poisson_times(|r, d, u| {
                let right = cumulated(u, d, |u| -1000.0 * u.ln() / r);
                right.iter().map(|_| f64::NAN).collect()
            }),
            &["NaN is"],
        );
    }
}

mod fano {
    use super::*;

    fn unbiased(x: &[f64]) -> f64 {
        squares(x) / (x.len() - 1) as f64
    }

    #[test]
    fn right() {
        let verdict = spikes::fano(|n| unbiased(n) / mean(n));
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(spikes::fano(|n| variance(n) / mean(n)), &["divide by n", "fano(&[3.0, 7.0"]);
        names(spikes::fano(|n| unbiased(n).sqrt() / mean(n)), &["CV of the counts"]);
        names(spikes::fano(|n| variance(n).sqrt() / mean(n)), &["CV of the counts"]);
        names(spikes::fano(|n| mean(n) / unbiased(n)), &["upside down"]);
        names(spikes::fano(unbiased), &["this is the variance"]);
        names(spikes::fano(|n| unbiased(n) / mean(n).powi(2)), &["square of the mean"]);
        names(spikes::fano(|n| squares(n) / mean(n)), &["divided by n − 1"]);
        names(spikes::fano(|_| (1 / 2) as f64), &["whole numbers"]);
    }
}
