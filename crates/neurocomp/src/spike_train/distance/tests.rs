use proptest::prelude::*;

use super::super::SpikeTrain;
use super::super::samples::{any_train, poisson};
use super::*;
use crate::Result;

fn train(times: &[f64]) -> SpikeTrain {
    SpikeTrain::new(times.to_vec(), 0.0, 100.0).unwrap()
}

fn close(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-9 * expected.max(1.0), "{found} {expected}");
}

/// Spikes of one train without partner at the same time in the other.
fn without_partner(a: &SpikeTrain, b: &SpikeTrain) -> f64 {
    let mut left = b.times().to_vec();
    let mut alone = 0;
    for t in a.times() {
        match left.iter().position(|u| u == t) {
            Some(k) => drop(left.remove(k)),
            None => alone += 1,
        }
    }
    (alone + left.len()) as f64
}

/// The integral of van Rossum's definition, in closed form for each pair of spikes.
fn by_pairs(a: &SpikeTrain, b: &SpikeTrain, tau: f64) -> f64 {
    let sum = |a: &SpikeTrain, b: &SpikeTrain| {
        let pairs = a.times().iter().flat_map(|t| b.times().iter().map(move |u| (t - u).abs()));
        pairs.map(|d| (-d / tau).exp()).sum::<f64>()
    };
    0.5 * (sum(a, a) + sum(b, b) - 2.0 * sum(a, b))
}

#[test]
fn one_spike_against_one_is_moved_or_replaced() {
    for (distance, cost, expected) in [(4.0, 0.1, 0.4), (20.0, 0.1, 2.0), (30.0, 0.1, 2.0), (4.0, 0.0, 0.0)] {
        let found = victor_purpura(&train(&[10.0]), &train(&[10.0 + distance]), cost).unwrap();
        close(found, expected);
    }
}

#[test]
fn a_spike_added_to_a_poisson_train_costs_one() {
    let a = poisson(50.0, 2000.0, 1);
    let mut times = a.times().to_vec();
    times.insert(30, 0.5 * (times[29] + times[30]));
    let b = SpikeTrain::new(times, 0.0, 2000.0).unwrap();
    close(victor_purpura(&a, &b, 0.3).unwrap(), 1.0);
    close(van_rossum(&a, &b, 7.0).unwrap(), 0.5_f64.sqrt());
}

#[test]
fn clocks_are_as_far_apart_as_their_rates() {
    let clock = |period: f64| {
        let n = (100.0 / period).round() as usize;
        train(&(0..=n).map(|k| period * k as f64).collect::<Vec<_>>())
    };
    for (x, y) in [(10.0, 5.0), (10.0, 4.0), (25.0, 2.0), (5.0, 5.0)] {
        close(isi_distance(&clock(x), &clock(y)).unwrap(), 1.0 - y / x);
    }
}

#[test]
fn trains_without_spikes_are_one_long_interval() {
    let (silent, one) = (train(&[]), train(&[30.0]));
    close(isi_distance(&silent, &silent).unwrap(), 0.0);
    close(spike_distance(&silent, &silent).unwrap(), 0.0);
    // Intervals of 100 against 30 for 30 ms, then against 70 for 70 ms.
    close(isi_distance(&silent, &one).unwrap(), 0.3 * 0.7 + 0.7 * 0.3);
    close(van_rossum(&silent, &silent, 5.0).unwrap(), 0.0);
    close(victor_purpura(&silent, &one, 5.0).unwrap(), 1.0);
}

#[test]
fn more_jitter_is_more_distance() {
    let a = poisson(50.0, 20_000.0, 3);
    let shifted = |by: f64| {
        // Alternately forth and back.
        let mut times: Vec<f64> = a
            .times()
            .iter()
            .enumerate()
            .map(|(k, t)| (t + if k % 2 == 0 { by } else { -by }).clamp(0.0, 20_000.0))
            .collect();
        times.sort_by(f64::total_cmp);
        SpikeTrain::new(times, 0.0, 20_000.0).unwrap()
    };
    let mut last = [0.0; 4];
    for by in [0.0, 0.1, 0.5, 2.0, 5.0] {
        let b = shifted(by);
        let now = [
            victor_purpura(&a, &b, 0.05).unwrap(),
            van_rossum(&a, &b, 10.0).unwrap(),
            isi_distance(&a, &b).unwrap(),
            spike_distance(&a, &b).unwrap(),
        ];
        for k in 0..4 {
            assert!(if by == 0.0 { now[k] == 0.0 } else { now[k] > last[k] }, "{k}: {now:?}");
        }
        last = now;
    }
}

#[test]
fn parameters_out_of_range_and_other_observations_are_refused() {
    let a = train(&[1.0]);
    let longer = SpikeTrain::new(vec![], 0.0, 200.0).unwrap();
    let fails = |result: Result<f64>| result.unwrap_err().to_string();
    assert!(fails(victor_purpura(&a, &a, -1.0)).contains("cost_per_ms must be finite and >= 0 1/ms"));
    assert!(fails(victor_purpura(&a, &a, f64::NAN)).contains("received NaN"));
    assert!(fails(van_rossum(&a, &a, 0.0)).contains("tau must be"));
    for result in [isi_distance(&a, &longer), spike_distance(&a, &longer)] {
        assert!(fails(result).contains("0 to 200 ms at index 1"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn the_metrics_obey_the_laws_of_a_metric(
        a in any_train(12), b in any_train(12), c in any_train(12), scale in 0.05..50.0,
    ) {
        for metric in ["Victor–Purpura", "van Rossum", "ISI"] {
            let d = |x: &SpikeTrain, y: &SpikeTrain| match metric {
                "Victor–Purpura" => victor_purpura(x, y, 1.0 / scale).unwrap(),
                "van Rossum" => van_rossum(x, y, scale).unwrap(),
                _ => isi_distance(x, y).unwrap(),
            };
            prop_assert_eq!(d(&a, &a), 0.0);
            prop_assert!((d(&a, &b) - d(&b, &a)).abs() < 1e-12);
            prop_assert!(d(&a, &b) >= 0.0);
            prop_assert!(d(&a, &c) <= d(&a, &b) + d(&b, &c) + 1e-9);
        }
        prop_assert_eq!(spike_distance(&a, &a).unwrap(), 0.0);
        let d = spike_distance(&a, &b).unwrap();
        prop_assert!((d - spike_distance(&b, &a).unwrap()).abs() < 1e-12);
        prop_assert!((0.0..=1.0).contains(&d), "{}", d);
        prop_assert!(isi_distance(&a, &b).unwrap() < 1.0);
    }

    #[test]
    fn the_extremes_count_spikes(a in any_train(12), b in any_train(12)) {
        let alone = without_partner(&a, &b);
        let difference = a.len().abs_diff(b.len()) as f64;
        prop_assert_eq!(victor_purpura(&a, &b, 0.0).unwrap(), difference);
        prop_assert!((victor_purpura(&a, &b, 1e9).unwrap() - alone).abs() < 1e-9);
        prop_assert!((van_rossum(&a, &b, 1e12).unwrap().powi(2) - 0.5 * difference * difference).abs() < 1e-6);
        // Spikes at the same moment add up before they are squared.
        let tiny = van_rossum(&a, &b, 1e-9).unwrap().powi(2);
        prop_assert!((tiny - by_pairs(&a, &b, 1e-9)).abs() < 1e-9);
    }

    #[test]
    fn the_sum_over_stretches_is_the_sum_over_pairs(a in any_train(20), b in any_train(20), tau in 0.1..100.0) {
        let found = van_rossum(&a, &b, tau).unwrap().powi(2);
        prop_assert!((found - by_pairs(&a, &b, tau)).abs() < 1e-9);
    }

    #[test]
    fn units_and_origin_of_time_do_not_matter(a in any_train(12), b in any_train(12)) {
        let moved = |train: &SpikeTrain| {
            let times = train.times().iter().map(|t| 4.0 * t - 64.0).collect();
            SpikeTrain::new(times, -64.0, 336.0).unwrap()
        };
        let (c, d) = (moved(&a), moved(&b));
        for (one, other) in [
            (victor_purpura(&a, &b, 0.2), victor_purpura(&c, &d, 0.05)),
            (van_rossum(&a, &b, 5.0), van_rossum(&c, &d, 20.0)),
            (isi_distance(&a, &b), isi_distance(&c, &d)),
            (spike_distance(&a, &b), spike_distance(&c, &d)),
        ] {
            prop_assert!((one.unwrap() - other.unwrap()).abs() < 1e-9);
        }
    }
}
