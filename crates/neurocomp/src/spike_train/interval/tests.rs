use super::super::samples::{any_train, from_intervals, gamma};
use super::*;
use proptest::prelude::*;

/// Intervals at the quantiles (k + ½)/n of a distribution: its shape without the noise of a sample.
fn at_quantiles(n: usize, quantile: impl Fn(f64) -> f64) -> SpikeTrain {
    let intervals: Vec<f64> = (0..n).map(|k| quantile((k as f64 + 0.5) / n as f64)).collect();
    from_intervals(&intervals)
}

#[test]
fn the_hazard_of_a_poisson_process_is_its_rate() {
    let train = at_quantiles(100_000, |p| -50.0 * (1.0 - p).ln()); // 20 Hz
    let hazard = train.hazard(5.0).unwrap();
    for (rate, at_risk) in hazard.rate.iter().zip(&hazard.at_risk).take(40) {
        assert!((rate / 20.0 - 1.0).abs() < 0.01, "{rate} of {at_risk}");
    }
    let ages = Array1::linspace(0.0, 200.0, 21);
    let survivor = train.survivor(&ages).unwrap();
    for (age, s) in ages.iter().zip(&survivor) {
        assert!((s - (-age / 50.0).exp()).abs() < 2e-5);
    }
}

#[test]
fn the_hazard_of_a_dead_time_is_zero_and_then_constant() {
    let train = at_quantiles(100_000, |p| 10.0 - 40.0 * (1.0 - p).ln());
    let hazard = train.hazard(2.0).unwrap();
    assert!(hazard.rate.iter().take(5).all(|&rate| rate == 0.0));
    for rate in hazard.rate.iter().skip(5).take(50) {
        assert!((rate / 25.0 - 1.0).abs() < 0.01, "{rate}");
    }
}

#[test]
fn the_hazard_of_a_gamma_process_rises_to_its_limit() {
    // Shape 2, λ = 2 · 20 Hz: h = λ² T/(1 + λ T).
    let hazard = gamma(2, 0.0, 20.0, 5e6, 9).hazard(4.0).unwrap();
    let lambda = 0.04;
    for (k, age) in hazard.centres().iter().enumerate().skip(1).take(25) {
        let theory = 1000.0 * lambda * lambda * age / (1.0 + lambda * age);
        let ended = (hazard.at_risk[k] - hazard.at_risk[k + 1]) as f64;
        let error = theory * 4.0 / ended.sqrt() + 0.02;
        assert!((hazard.rate[k] - theory).abs() < error, "{age}");
    }
}

#[test]
fn a_clock_ends_all_its_intervals_in_the_bin_that_ends_there() {
    let hazard = from_intervals(&[10.0; 7]).hazard(5.0).unwrap();
    assert_eq!(hazard.edges.to_vec(), [0.0, 5.0, 10.0]);
    assert_eq!(hazard.rate.to_vec(), [0.0, 200.0]);
    assert_eq!(hazard.at_risk.to_vec(), [7, 7]);
}

#[test]
fn the_density_of_intervals_integrates_to_those_inside() {
    let train = gamma(1, 0.0, 20.0, 1e5, 4);
    let h = train.isi_histogram(50, 100.0).unwrap();
    assert_eq!(h.counts.sum() + h.outside, train.len() - 1);
    let inside = h.density().sum() * 2.0;
    assert!((inside - (1.0 - (-2.0_f64).exp())).abs() < 0.03, "{inside}");
}

#[test]
fn too_few_intervals_are_refused() {
    let one = SpikeTrain::new(vec![5.0], 0.0, 10.0).unwrap();
    let both = SpikeTrain::new(vec![5.0, 5.0], 0.0, 10.0).unwrap();
    let ages = Array1::zeros(1);
    assert!(one.survivor(&ages).is_err() && one.hazard(1.0).is_err());
    assert!(both.hazard(1.0).is_err());
    assert_eq!(both.survivor(&ages).unwrap()[0], 0.0);
    let train = from_intervals(&[1.0, 2.0]);
    for bin_size in [0.0, f64::NAN, 1e-9] {
        assert!(train.hazard(bin_size).is_err());
    }
    assert!(train.isi_histogram(10, -1.0).unwrap_err().to_string().contains("longest"));
    assert!(train.survivor(&ndarray::array![0.0, f64::NAN]).unwrap_err().to_string().contains("ages[1]"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn every_interval_ends_once(train in any_train(30), bin_size in 0.1..50.0) {
        prop_assume!(train.isi().iter().any(|&t| t > 0.0));
        let hazard = train.hazard(bin_size).unwrap();
        prop_assert!(hazard.rate.iter().all(|h| h.is_finite()));
        prop_assert_eq!(hazard.at_risk[0], train.len() - 1);
        // The last bin ends the last intervals: rate · time is the number that end.
        let last = hazard.rate.len() - 1;
        prop_assert!(hazard.rate[last] * bin_size / 1000.0 * (1.0 + 1e-9) >= 1.0);
    }
}
