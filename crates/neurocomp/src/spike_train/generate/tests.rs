use super::*;
use crate::spike_train::SpikeTrain;

mod correlated;
mod inhomogeneous;
mod renewal;

/// Kolmogorov–Smirnov: whether `values` come from the distribution with this cumulative probability. The limit is that
/// of the level 0.1 % for many values.
fn follows(mut values: Vec<f64>, cumulative: impl Fn(f64) -> f64) -> bool {
    values.sort_by(f64::total_cmp);
    let n = values.len() as f64;
    let distance = values.iter().enumerate().fold(0.0, |distance: f64, (k, &x)| {
        let (below, expected) = (k as f64 / n, cumulative(x));
        distance.max((expected - below).abs()).max((expected - below - 1.0 / n).abs())
    });
    distance * n.sqrt() < 1.95
}

fn mean_and_variance(values: &[f64]) -> (f64, f64) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let variance = values.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / (n - 1.0);
    (mean, variance)
}

/// Counts of successive windows of `window` ms.
fn counts(train: &SpikeTrain, window: f64) -> Vec<f64> {
    let mut counts = vec![0.0; (train.duration() / window) as usize];
    for t in train.times() {
        if let Some(count) = counts.get_mut((t / window) as usize) {
            *count += 1.0;
        }
    }
    counts
}
