use super::super::samples::{inhomogeneous, poisson};
use super::super::{Kernel, kernel_rate, psth};
use super::*;
use crate::Result;

fn rate(t: f64) -> f64 {
    30.0 + 25.0 * (t * 2.0 * PI / 500.0).sin()
}

fn trials(n: u64) -> Vec<SpikeTrain> {
    (0..n).map(|k| inhomogeneous(rate, 55.0, 2000.0, k)).collect()
}

#[test]
fn the_bin_chosen_has_nearly_the_least_true_error() {
    let trials = trials(20);
    let optimal = optimal_bin_size(&trials, 200).unwrap();
    let true_error = |bin_size: f64| {
        let psth = psth(&trials, bin_size).unwrap();
        (0..2000)
            .map(|k| {
                let t = k as f64 + 0.5;
                let bin = ((t / bin_size) as usize).min(psth.counts.len() - 1);
                (psth.rate()[bin] - rate(t)).powi(2)
            })
            .sum::<f64>()
    };
    let least = optimal.widths.iter().step_by(4).map(|&w| true_error(w)).fold(f64::MAX, f64::min);
    assert!(true_error(optimal.best) < 1.3 * least, "{optimal:?}");
    assert!((10.0..100.0).contains(&optimal.best), "{optimal:?}");
}

#[test]
fn the_bandwidth_chosen_has_nearly_the_least_true_error() {
    let trials = trials(20);
    let candidates: Vec<f64> = (1..=60).map(|k| 2.0 * k as f64).collect();
    let optimal = optimal_bandwidth(&trials, &candidates).unwrap();
    // Away from the borders, which the cost does not know.
    let true_error = |sigma: f64| {
        let smooth = kernel_rate(&trials, Kernel::Gaussian { width: sigma }, 2.0).unwrap();
        let errors = smooth.t.iter().zip(&smooth.rate);
        errors.filter(|(t, _)| (250.0..1750.0).contains(*t)).map(|(&t, r)| (r - rate(t)).powi(2)).sum::<f64>()
    };
    let least = candidates.iter().map(|&w| true_error(w)).fold(f64::MAX, f64::min);
    assert!(true_error(optimal.best) < 1.3 * least, "{optimal:?}");
}

#[test]
fn more_trials_allow_narrower_widths() {
    let (few, many) = (trials(2), trials(60));
    let candidates: Vec<f64> = (1..=16).map(|k| 5.0 * k as f64).collect();
    let bandwidth = |trials: &[SpikeTrain]| optimal_bandwidth(trials, &candidates).unwrap().best;
    assert!(bandwidth(&many) < bandwidth(&few));
    let bin = |trials: &[SpikeTrain]| optimal_bin_size(trials, 100).unwrap().best;
    assert!(bin(&many) < bin(&few));
}

#[test]
fn the_cost_of_bins_is_that_of_the_equation() {
    let train = SpikeTrain::new(vec![0.0, 1.0, 2.0, 7.0, 10.0], 0.0, 10.0).unwrap();
    let optimal = optimal_bin_size(&[train], 2).unwrap();
    assert_eq!(optimal.widths.to_vec(), [10.0, 5.0]);
    // Five spikes in 10 ms; 3 and 2 in 5 ms: mean 2.5, variance 0.25.
    assert!((optimal.cost[0] - 10.0 / 1e-4).abs() < 1e-6);
    assert!((optimal.cost[1] - 4.75 / 2.5e-5).abs() < 1e-6);
    assert_eq!(optimal.best, 10.0);
}

#[test]
fn the_cost_of_kernels_is_the_integral_that_it_stands_for() {
    // ∫ r² dt − 2 Σ_(i≠j) κ(t_i − t_j), by the sum over a fine grid.
    let times = [100.0, 103.0, 117.0, 118.0, 160.0];
    let train = SpikeTrain::new(times.to_vec(), 0.0, 300.0).unwrap();
    for w in [2.0, 5.0, 20.0] {
        let kernel = |d: f64| (-0.5 * (d / w).powi(2)).exp() / (w * (2.0 * PI).sqrt());
        let squared = (-2000..5000)
            .map(|k| times.iter().map(|t| kernel(0.1 * k as f64 - t)).sum::<f64>().powi(2) * 0.1)
            .sum::<f64>();
        let mut pairs = 0.0;
        for i in 0..5 {
            for j in (0..5).filter(|&j| j != i) {
                pairs += kernel(times[i] - times[j]);
            }
        }
        let found = optimal_bandwidth(std::slice::from_ref(&train), &[w]).unwrap().cost[0];
        assert!((found - 1000.0 * (squared - 2.0 * pairs)).abs() < 1e-6, "{w}");
    }
}

#[test]
fn a_constant_rate_wants_wide_bins() {
    let trials: Vec<_> = (0..50).map(|k| poisson(30.0, 1000.0, k)).collect();
    assert!(optimal_bin_size(&trials, 100).unwrap().best > 90.0);
}

#[test]
fn nothing_to_choose_from_is_refused() {
    let silent = [SpikeTrain::new(vec![], 0.0, 10.0).unwrap()];
    let one = [SpikeTrain::new(vec![5.0], 0.0, 10.0).unwrap()];
    let fails = |result: Result<OptimalWidth>| result.unwrap_err().to_string();
    assert!(fails(optimal_bin_size(&silent, 5)).contains("spikes: at least 1"));
    assert!(fails(optimal_bin_size(&[], 5)).contains("trials: at least 1"));
    assert!(fails(optimal_bin_size(&one, 0)).contains("received 0"));
    assert!(fails(optimal_bandwidth(&one, &[])).contains("received 0"));
    assert!(fails(optimal_bandwidth(&one, &[1.0, 0.0])).contains("candidates[1]"));
}
