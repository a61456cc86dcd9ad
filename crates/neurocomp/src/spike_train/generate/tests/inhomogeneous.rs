use std::f64::consts::PI;

use ndarray::{Array1, array};

use super::*;

/// 30 Hz modulated at 5 Hz; time in ms.
fn rate(t: f64) -> f64 {
    30.0 * (1.0 + (2.0 * PI * 0.005 * t).sin())
}

/// The expected number of spikes from 0 to t.
fn expected(t: f64) -> f64 {
    let omega = 2.0 * PI * 0.005;
    0.03 * (t + (1.0 - (omega * t).cos()) / omega)
}

#[test]
fn rescaled_time_makes_it_a_poisson_process_of_rate_one() {
    // Time rescaling theorem: E. N. Brown et al., Neural Comput. 14, 325 (2002), doi:10.1162/08997660252741149.
    let train = inhomogeneous_poisson(rate, 60.0, 200_000.0, 3).unwrap();
    let rescaled: Vec<f64> = train.times().iter().map(|&t| expected(t)).collect();
    let intervals: Vec<f64> = rescaled.windows(2).map(|pair| pair[1] - pair[0]).collect();
    assert!(intervals.len() > 5500);
    assert!(follows(intervals, |x| 1.0 - (-x).exp()));
    // Without it the intervals are not exponential.
    let isi = train.isi().mapv(|isi| isi * train.rate() / 1000.0).to_vec();
    assert!(!follows(isi, |x| 1.0 - (-x).exp()));
}

#[test]
fn a_generous_maximum_changes_nothing_but_the_time_it_takes() {
    for max_rate in [60.0, 600.0] {
        let train = inhomogeneous_poisson(rate, max_rate, 50_000.0, 4).unwrap();
        let rescaled: Vec<f64> = train.times().iter().map(|&t| expected(t)).collect();
        let intervals = rescaled.windows(2).map(|pair| pair[1] - pair[0]).collect();
        assert!(follows(intervals, |x| 1.0 - (-x).exp()));
    }
}

#[test]
fn counts_of_trials_are_poisson_around_the_integral_of_the_rate() {
    let one = |seed| inhomogeneous_poisson(rate, 60.0, 130.0, seed).unwrap().len() as f64;
    let (mean, variance) = mean_and_variance(&(0..20_000).map(one).collect::<Vec<_>>());
    let exact = expected(130.0);
    assert!((mean - exact).abs() < 3.5 * (exact / 2e4).sqrt(), "{mean} {exact}");
    assert!((variance / mean - 1.0).abs() < 0.04, "{}", variance / mean);
}

#[test]
fn a_sampled_rate_is_followed_between_its_samples() {
    // A rate that rises as a straight line from −1 s on: the times are distributed as its integral, a square.
    let t = array![-1000.0, -400.0, 4000.0];
    let rates = array![0.0, 12.0, 100.0];
    let mut times = Vec::new();
    for seed in 0..20 {
        let train = poisson_from_samples(&t, &rates, seed).unwrap();
        assert_eq!((train.t_start(), train.t_stop()), (-1000.0, 4000.0));
        times.extend_from_slice(train.times());
    }
    assert!((times.len() as f64 - 5000.0).abs() < 3.5 * 5000_f64.sqrt());
    assert!(follows(times, |t| ((t + 1000.0) / 5000.0).powi(2)));
}

#[test]
fn a_wrong_rate_is_refused_with_its_time() {
    let said = |rate: fn(f64) -> f64| inhomogeneous_poisson(rate, 50.0, 1000.0, 1).unwrap_err().to_string();
    assert!(said(|t| if t < 900.0 { 10.0 } else { -1.0 }).contains("received -1 at t = 9"));
    assert!(said(|_| f64::NAN).contains("from 0 to max_rate (50 Hz), received NaN at t = "));
    assert!(said(|_| 50.1).contains("received 50.1"));
    assert!(inhomogeneous_poisson(|_| 0.0, -1.0, 10.0, 1).is_err());
    assert!(inhomogeneous_poisson(|_| 0.0, 0.0, 10.0, 1).unwrap().is_empty());
    for (t, rates, said) in [
        (array![0.0], array![1.0], "at least 2"),
        (array![0.0, 1.0], array![1.0], "received 2 and 1"),
        (array![0.0, 0.0], array![1.0, 1.0], "t must increase, received 0 ms at index 1"),
        (array![0.0, 1.0], array![1.0, -1.0], "rate[1] must be finite and >= 0 Hz"),
    ] {
        let message = poisson_from_samples(&t, &rates, 1).unwrap_err().to_string();
        assert!(message.contains(said), "{message}");
    }
}

#[test]
fn a_changing_gain_gives_the_fano_factor_of_its_variance() {
    for (variance_of_gain, mean_count) in [(0.0, 10.0), (0.05, 10.0), (0.3, 20.0)] {
        let max_rate = 2.0 * mean_count;
        let rate = |t: f64| max_rate * (PI * t / 1000.0).sin().powi(2);
        let trials = modulated_poisson(rate, max_rate, variance_of_gain, 10_000, 1000.0, 8).unwrap();
        let counts: Vec<f64> = trials.iter().map(|trial| trial.len() as f64).collect();
        let (mean, variance) = mean_and_variance(&counts);
        let fano = modulated_fano_factor(mean_count, variance_of_gain);
        assert!((mean / mean_count - 1.0).abs() < 0.02, "{mean}");
        assert!((variance / mean / fano - 1.0).abs() < 0.06, "{} {fano}", variance / mean);
    }
    assert!(modulated_poisson(|_| 1.0, 1.0, -1.0, 1, 1.0, 1).is_err());
}

#[test]
fn interpolation_is_exact_at_samples_and_flat_beyond() {
    let (t, y) = ([0.0, 1.0, 3.0], [5.0, 7.0, 3.0]);
    let values: Array1<f64> = [-1.0, 0.0, 0.5, 1.0, 2.0, 3.0, 9.0]
        .iter()
        .map(|&x| super::super::inhomogeneous::interpolate(&t, &y, x))
        .collect();
    assert_eq!(values.to_vec(), [5.0, 5.0, 6.0, 7.0, 5.0, 3.0, 3.0]);
}
