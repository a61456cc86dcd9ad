use super::*;
use crate::spike_train::generate::{self, Start};
use proptest::prelude::*;

const T_START: f64 = -20.0;
const T_STOP: f64 = 93.0;

fn trains() -> impl Strategy<Value = SpikeTrain> {
    prop::collection::vec(T_START..=T_STOP, 0..40).prop_map(|mut times| {
        times.sort_by(f64::total_cmp);
        SpikeTrain::new(times, T_START, T_STOP).unwrap()
    })
}

/// The constructor refuses spikes that are not sorted or not inside.
fn is_a_train_like(surrogate: &SpikeTrain, train: &SpikeTrain) -> bool {
    let again = SpikeTrain::new(surrogate.times().to_vec(), T_START, T_STOP);
    again.as_ref() == Ok(surrogate) && surrogate.len() == train.len()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(100) })]

    #[test]
    fn a_dithered_train_has_its_spikes_near_the_original(train in trains(), width in 0.0..50.0, seed: u64) {
        let dithered = dither(&train, width, seed).unwrap();
        prop_assert!(is_a_train_like(&dithered, &train));
        // Sorting can only bring the k-th spikes closer together.
        for (new, old) in dithered.times().iter().zip(train.times()) {
            prop_assert!((new - old).abs() <= width + 1e-12);
        }
        prop_assert_eq!(dither(&train, width, seed).unwrap(), dithered);
    }

    #[test]
    fn windows_keep_their_counts(train in trains(), window in 1.0..150.0, seed: u64) {
        let jittered = jitter_in_windows(&train, window, seed).unwrap();
        prop_assert!(is_a_train_like(&jittered, &train));
        let windows = |train: &SpikeTrain| -> Vec<usize> {
            train.times().iter().map(|t| ((t - T_START) / window) as usize).collect()
        };
        prop_assert_eq!(windows(&jittered), windows(&train));
    }

    #[test]
    fn shuffling_keeps_every_interval(train in trains(), seed: u64) {
        let shuffled = shuffle_intervals(&train, seed);
        prop_assert!(is_a_train_like(&shuffled, &train));
        let sorted_intervals = |train: &SpikeTrain| {
            let mut intervals = train.isi().to_vec();
            intervals.sort_by(f64::total_cmp);
            intervals
        };
        for (new, old) in sorted_intervals(&shuffled).iter().zip(sorted_intervals(&train)) {
            prop_assert!((new - old).abs() < 1e-10);
        }
        prop_assert_eq!(shuffled.times().first(), train.times().first());
        prop_assert_eq!(shuffled.times().last(), train.times().last());
    }
}

#[test]
fn no_width_changes_nothing() {
    let train = generate::poisson(50.0, 1000.0, 1).unwrap();
    assert_eq!(dither(&train, 0.0, 7).unwrap(), train);
}

#[test]
fn jitter_makes_a_clock_uniform_inside_each_window() {
    // Spikes in the middle of windows of 10 ms: afterwards mean 5 and variance 100/12 within the window.
    let clock = SpikeTrain::new((0..20_000).map(|k| 10.0 * k as f64 + 5.0).collect(), 0.0, 2e5);
    let jittered = jitter_in_windows(&clock.unwrap(), 10.0, 3).unwrap();
    let phases: Vec<f64> = jittered.times().iter().map(|t| t % 10.0).collect();
    let mean = phases.iter().sum::<f64>() / 20_000.0;
    let variance = phases.iter().map(|p| (p - mean).powi(2)).sum::<f64>() / 20_000.0;
    assert!((mean - 5.0).abs() < 0.07, "{mean}");
    assert!((variance - 100.0 / 12.0).abs() < 0.2, "{variance}");
}

#[test]
fn dither_destroys_synchrony_and_keeps_the_rate() {
    let trains = generate::multiple_interaction(2, 20.0, 0.5, 0.0, 50_000.0, 1).unwrap();
    let pairs = |a: &SpikeTrain, b: &SpikeTrain| {
        let near = |t: f64| b.slice((t - 1.0).max(0.0), (t + 1.0).min(50_000.0)).unwrap().len();
        a.times().iter().map(|&t| near(t)).sum::<usize>() as f64
    };
    let dithered = dither(&trains[0], 50.0, 2).unwrap();
    let (before, after) = (pairs(&trains[0], &trains[1]), pairs(&dithered, &trains[1]));
    // By chance: rate² · 2 ms · duration = 40 pairs, and what the correlation adds is spread over 100 ms.
    assert!(before > 500.0, "{before}");
    assert!(after < 80.0, "{after}");
}

#[test]
fn shuffling_destroys_the_order_of_intervals() {
    // A rate that jumps: neighbouring intervals are alike until they are shuffled.
    let slow = generate::gamma(10.0, 20.0, 20_000.0, Start::Ordinary, 1).unwrap();
    let fast = generate::gamma(50.0, 20.0, 20_000.0, Start::Ordinary, 2).unwrap();
    let later = fast.shift(20_000.0).unwrap();
    let times = [slow.times(), later.times()].concat();
    let train = SpikeTrain::new(times, 0.0, 40_000.0).unwrap();
    let likeness = |train: &SpikeTrain| {
        let isi = train.isi();
        let mean = isi.mean().unwrap();
        let n = isi.len() as f64 - 1.0;
        let products = isi.windows(2).into_iter().map(|w| (w[0] - mean) * (w[1] - mean));
        products.sum::<f64>() / n / isi.var(0.0)
    };
    assert!(likeness(&train) > 0.5);
    assert!(likeness(&shuffle_intervals(&train, 1)).abs() < 0.1);
}

#[test]
fn impossible_widths_are_refused() {
    let train = SpikeTrain::new(vec![1.0], 0.0, 10.0).unwrap();
    let said = dither(&train, 6.0, 1).unwrap_err().to_string();
    assert!(said.contains("width must be finite and 0 to 5 ms, received 6"), "{said}");
    assert!(dither(&train, f64::NAN, 1).is_err());
    assert!(jitter_in_windows(&train, 0.0, 1).is_err());
    // A window too narrow for a number: the spike stays.
    assert!(jitter_in_windows(&train, 1e-300, 1).is_ok());
}
