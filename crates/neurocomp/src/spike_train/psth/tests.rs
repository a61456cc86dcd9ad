use super::super::samples::{any_train, inhomogeneous};
use super::*;
use proptest::prelude::*;

#[test]
fn spikes_at_the_borders_are_counted() {
    let trial = SpikeTrain::new(vec![-100.0, 0.0, 300.0], -100.0, 300.0).unwrap();
    let psth = psth(&[trial], 100.0).unwrap();
    assert_eq!(psth.edges.to_vec(), [-100.0, 0.0, 100.0, 200.0, 300.0]);
    assert_eq!(psth.counts.to_vec(), [1, 1, 0, 1]);
}

#[test]
fn a_shorter_last_bin_has_the_rate_of_its_own_width() {
    let trial = SpikeTrain::new(vec![5.0, 24.0], 0.0, 25.0).unwrap();
    let psth = psth(&[trial], 10.0).unwrap();
    assert_eq!(psth.rate().to_vec(), [100.0, 0.0, 200.0]);
    assert_eq!(psth.centres().to_vec(), [5.0, 15.0, 22.5]);
}

#[test]
fn a_quotient_that_is_not_quite_whole_makes_no_bin() {
    for (duration, bin_size, bins) in [(0.3, 0.1, 3), (0.6, 0.2, 3), (1.1, 0.1, 11), (1000.0, 0.1, 10_000)] {
        let trial = SpikeTrain::new(vec![], 0.0, duration).unwrap();
        assert_eq!(psth(&[trial], bin_size).unwrap().counts.len(), bins);
    }
}

#[test]
fn the_rate_of_many_trials_is_that_of_the_process() {
    let rate = |t: f64| 30.0 + 20.0 * (t / 100.0).sin();
    let trials: Vec<_> = (0..2000).map(|k| inhomogeneous(rate, 50.0, 1000.0, k)).collect();
    let psth = psth(&trials, 10.0).unwrap();
    let (found, error) = (psth.rate(), psth.standard_error());
    // Squared deviations in units of the standard error: about 1 on average over 100 bins.
    let chi2 = (0..100).map(|k| ((found[k] - rate(psth.centres()[k])) / error[k]).powi(2)).sum::<f64>() / 100.0;
    assert!((chi2 - 1.0).abs() < 0.5, "{chi2}");
}

#[test]
fn impossible_histograms_are_refused() {
    let trial = SpikeTrain::new(vec![1.0], 0.0, 10.0).unwrap();
    let other = SpikeTrain::new(vec![1.0], 0.0, 11.0).unwrap();
    let fails = |trials: &[SpikeTrain], bin_size| psth(trials, bin_size).unwrap_err().to_string();
    assert!(fails(&[], 1.0).contains("trials: at least 1"));
    assert!(fails(&[trial.clone(), other], 1.0).contains("from 0 to 10 ms like the first"));
    for bin_size in [0.0, -1.0, f64::NAN] {
        assert!(fails(std::slice::from_ref(&trial), bin_size).contains("bin_size"));
    }
    assert!(fails(&[trial], 1e-9).contains("from 1 to 1000000"));
    let late = SpikeTrain::new(vec![], 1e15, 1e15 + 1.0).unwrap();
    assert!(fails(&[late], 1e-4).contains("low < high"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn no_spike_is_lost(train in any_train(40), bin_size in 0.01..300.0) {
        let psth = psth(&[train.clone(), train.clone()], bin_size).unwrap();
        prop_assert_eq!(psth.counts.sum(), 2 * train.len());
        let binned = train.binned(bin_size).unwrap();
        for (bin, &count) in binned.counts.indexed_iter() {
            let last = bin + 1 == binned.counts.len();
            let (low, high) = (binned.edges[bin], binned.edges[bin + 1]);
            let inside = train.times().iter().filter(|&&t| t >= low && (t < high || last)).count();
            prop_assert_eq!((count, psth.counts[bin]), (inside, 2 * inside));
        }
    }
}
