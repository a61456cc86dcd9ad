use super::super::samples::{any_train, poisson};
use super::*;
use proptest::prelude::*;

fn train(times: &[f64]) -> SpikeTrain {
    SpikeTrain::new(times.to_vec(), 0.0, 100.0).unwrap()
}

#[test]
fn time_is_covered_once_and_only_inside() {
    for (times, covered) in [
        (&[50.0][..], 0.1),
        (&[50.0, 53.0], 0.13), // they overlap
        (&[0.0, 100.0], 0.1),  // half of each lies outside
        (&[2.0, 2.0, 99.0], 0.07 + 0.06),
    ] {
        assert!((part_covered(&train(times), 5.0) - covered).abs() < 1e-12, "{times:?}");
    }
}

#[test]
fn independent_trains_have_none_and_equal_trains_all() {
    // Rates that differ by 30, where a correlation coefficient could not be large.
    let (a, b) = (poisson(2.0, 1e6, 1), poisson(60.0, 1e6, 2));
    assert!(spike_time_tiling(&a, &b, 10.0).unwrap().abs() < 0.02);
    assert!((spike_time_tiling(&a, &a, 10.0).unwrap() - 1.0).abs() < 1e-12);
}

#[test]
fn trains_that_avoid_each_other_are_negative() {
    let a = train(&[10.0, 30.0, 50.0, 70.0, 90.0]);
    let b = train(&[20.0, 40.0, 60.0, 80.0]);
    // No spike near: each term is minus the time covered by the other.
    let found = spike_time_tiling(&a, &b, 2.0).unwrap();
    assert!((found + 0.5 * (0.2 + 0.16)).abs() < 1e-12, "{found}");
}

#[test]
fn a_window_that_covers_everything_counts_as_one() {
    let found = spike_time_tiling(&train(&[10.0]), &train(&[90.0]), 100.0).unwrap();
    assert_eq!(found, 1.0);
}

#[test]
fn what_is_undefined_says_so() {
    let fails = |a: &[f64], window| spike_time_tiling(&train(a), &train(&[1.0]), window).unwrap_err().to_string();
    assert!(fails(&[], 5.0).contains("spikes: at least 1"));
    assert!(fails(&[1.0], 0.0).contains("window must be"));
    let longer = SpikeTrain::new(vec![1.0], 0.0, 200.0).unwrap();
    assert!(spike_time_tiling(&train(&[1.0]), &longer, 5.0).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn the_coefficient_is_symmetrical_and_counts_what_is_near(
        a in any_train(20), b in any_train(20), window in 0.1..30.0,
    ) {
        prop_assume!(!a.is_empty() && !b.is_empty());
        let near = a.times().iter().filter(|t| b.times().iter().any(|u| (*t - u).abs() <= window)).count();
        prop_assert!((part_near(&a, &b, window) - near as f64 / a.len() as f64).abs() < 1e-12);
        let found = spike_time_tiling(&a, &b, window).unwrap();
        prop_assert!((-1.0..=1.0).contains(&found));
        prop_assert!((found - spike_time_tiling(&b, &a, window).unwrap()).abs() < 1e-12);
        // The time covered, on a grid of 0.05 ms.
        let covered = (0..2000)
            .map(|k| 0.05 * (k as f64 + 0.5))
            .filter(|t| a.times().iter().any(|u| (t - u).abs() <= window))
            .count() as f64 / 2000.0;
        prop_assert!((part_covered(&a, window) - covered).abs() < 0.001 * a.len() as f64);
    }
}
