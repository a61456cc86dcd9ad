use proptest::prelude::*;

use super::super::samples::{any_train, from_intervals, gamma, inhomogeneous, poisson};
use super::*;
use crate::Result;

#[test]
fn alternating_intervals_have_known_variation() {
    let train = from_intervals(&[10.0, 30.0, 10.0, 30.0, 10.0]);
    let close = |a: f64, b: f64| assert!((a - b).abs() < 1e-12, "{a} {b}");
    close(train.cv2().unwrap(), 1.0); // 2 · 20/40
    close(train.lv().unwrap(), 0.75); // 3 · (20/40)²
    close(train.lvr(5.0).unwrap().unwrap(), 0.75 * 1.5); // 1 + 4 · 5/40
    close(train.lvr(0.0).unwrap().unwrap(), 0.75);
}

#[test]
fn renewal_processes_have_the_variation_of_theory() {
    // Gamma of shape k: the part of two intervals that the first takes is Beta(k, k).
    for (shape, cv2, lv) in [(1, 1.0, 1.0), (2, 0.75, 0.6), (4, 0.546_875, 1.0 / 3.0)] {
        let train = gamma(shape, 0.0, 20.0, 2e6, 3);
        assert!(train.len() > 35_000);
        assert!((train.cv2().unwrap() / cv2 - 1.0).abs() < 0.02, "{shape}");
        assert!((train.lv().unwrap() / lv - 1.0).abs() < 0.02, "{shape}");
        // Fano factor of long windows: CV² = 1/k.
        let fano = train.fano_factors(&[1000.0]).unwrap()[0];
        assert!((fano * shape as f64 - 1.0).abs() < 0.12, "{shape} {fano}");
    }
}

#[test]
fn lvr_takes_the_dead_time_out_of_lv() {
    // Mean interval 50 ms, 3 ms of which are a dead time.
    let train = gamma(1, 3.0, 1000.0 / 47.0, 2e6, 5);
    let (lv, lvr) = (train.lv().unwrap(), train.lvr(3.0).unwrap().unwrap());
    assert!(lv < 0.9 && (lvr - 1.0).abs() < 0.04, "{lv} {lvr}");
}

#[test]
fn the_fano_factor_of_poisson_trials_is_1_however_few_they_are() {
    let mean = (0..2000)
        .map(|k| {
            let trials: Vec<_> = (0..3).map(|j| poisson(20.0, 1000.0, 3 * k + j)).collect();
            fano_factor(&trials).unwrap()
        })
        .sum::<f64>()
        / 2000.0;
    // The standard deviation of one is 1.
    assert!((mean - 1.0).abs() < 0.07, "{mean}");
}

#[test]
fn poisson_counts_vary_as_much_as_their_mean_in_every_window() {
    let train = poisson(40.0, 1e6, 11);
    for (fano, error) in train.fano_factors(&[1.0, 10.0, 100.0, 1000.0]).unwrap().iter().zip([0.005, 0.02, 0.05, 0.15])
    {
        assert!((fano - 1.0).abs() < error, "{fano}");
    }
}

#[test]
fn a_rate_that_follows_the_stimulus_is_no_variability_across_trials() {
    let rate = |t: f64| if t < 500.0 { 80.0 } else { 5.0 };
    let trials: Vec<_> = (0..200).map(|k| inhomogeneous(rate, 80.0, 1000.0, k)).collect();
    let across = fano_factors(&trials, &[50.0, 250.0, 1000.0]).unwrap();
    assert!(across.iter().all(|f| (f - 1.0).abs() < 0.2), "{across}");
    assert!(trials[0].fano_factors(&[250.0]).unwrap()[0] > 3.0);
    // One window as long as the trial is the Fano factor of the counts.
    assert!((across[2] - fano_factor(&trials).unwrap()).abs() < 1e-12);
}

#[test]
fn windows_that_fill_the_observation_lose_no_spike() {
    // 0.3/0.1 is a little less than 3.
    let train = SpikeTrain::new(vec![0.05, 0.15, 0.3], 0.0, 0.3).unwrap();
    assert_eq!(window_counts(&train, 0.1, 0, 0.5).unwrap(), [1.0, 1.0, 1.0]);
    // Windows that leave a rest do not count what lies in it.
    let train = SpikeTrain::new(vec![1.0, 5.0, 10.0], 0.0, 10.0).unwrap();
    assert_eq!(window_counts(&train, 4.0, 0, 0.5).unwrap(), [1.0, 1.0]);
}

#[test]
fn what_is_undefined_says_so() {
    let train = |times: &[f64]| SpikeTrain::new(times.to_vec(), 0.0, 100.0).unwrap();
    for times in [&[][..], &[5.0], &[5.0, 6.0], &[5.0, 5.0, 5.0]] {
        assert_eq!((train(times).cv2(), train(times).lv(), train(times).lvr(5.0).unwrap()), (None, None, None));
    }
    // Three spikes at once, then one: the first pair of intervals has no ratio, the second differs as much as can be.
    assert_eq!(train(&[5.0, 5.0, 5.0, 9.0]).cv2(), Some(2.0));
    let fails = |result: Result<f64>| result.unwrap_err().to_string();
    let lvr = |refractoriness| train(&[1.0, 2.0, 3.0]).lvr(refractoriness).map(Option::unwrap);
    assert!(fails(lvr(f64::MAX)).contains("LvR must be finite"));
    assert!(fails(lvr(-1.0)).contains("refractoriness must be finite and >= 0 ms"));
    assert!(fails(fano_factor(&[train(&[1.0])])).contains("trials: at least 2 are needed, received 1"));
    assert!(fails(fano_factor(&[train(&[]), train(&[])])).contains("spikes: at least 1"));
    let longer = SpikeTrain::new(vec![], 0.0, 200.0).unwrap();
    assert!(fails(fano_factor(&[train(&[]), longer])).contains("0 to 200 ms at index 1"));
    for window in [0.0, -1.0, f64::NAN, 51.0] {
        let said = train(&[1.0]).fano_factors(&[10.0, window]).unwrap_err().to_string();
        assert!(said.contains("windows[1]"), "{said}");
    }
    assert!(train(&[1.0]).fano_factors(&[1e-9]).unwrap_err().to_string().contains("20000000"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn variation_has_no_unit_and_stays_in_its_range(train in any_train(30), scale in 0.01..100.0) {
        let stretched = SpikeTrain::new(
            train.times().iter().map(|t| t * scale).collect(), 0.0, 100.0 * scale * (1.0 + 1e-12),
        ).unwrap();
        for (a, b, most) in [(train.cv2(), stretched.cv2(), 2.0), (train.lv(), stretched.lv(), 3.0)] {
            prop_assert_eq!(a.is_some(), b.is_some());
            if let (Some(a), Some(b)) = (a, b) {
                prop_assert!((a - b).abs() < 1e-9 && (0.0..=most).contains(&a));
            }
        }
    }
}
