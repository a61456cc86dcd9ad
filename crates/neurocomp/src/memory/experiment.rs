//! The network measured against theory: overlap against β, recall against load.

use ndarray::{Array1, Array2, ArrayRef1};
use rayon::prelude::*;

use crate::Result;
use crate::error::check_count;
use crate::parallel::in_parallel;

use super::hopfield::UpdateOrder;
use super::{Hopfield, Pattern, mean_field};
use crate::language::choose;
use crate::limits::check_work;
use crate::noise::cell_seed;
use crate::parameter::Allowed;
use crate::progress::progress;
use crate::summary::{count, last, number, summary};

/// The largest number of sweeps for which recall without noise is followed; a network below capacity rests after ten.
const MAX_SWEEPS: usize = 200;

/// Overlap against β, from several initial overlaps.
#[derive(Clone, PartialEq)]
pub struct OverlapCurve {
    /// β.
    pub beta: Array1<f64>,
    /// Measured mean overlap: one row for each initial overlap, one column for each β.
    pub overlap: Array2<f64>,
    /// m* = tanh(βm*/2) for each β.
    pub theory: Array1<f64>,
}

summary!(OverlapCurve, |curve| {
    let (starts, betas) = curve.overlap.dim();
    let (m, theory) = (last(curve.overlap.rows().into_iter().take(1).flatten(), 3), last(&curve.theory, 3));
    let beta = curve.beta.last().map_or("–".into(), f64::to_string);
    format!("{starts} × {betas} (m₀ × β), β = {beta}: m = {m}, {} {theory}", choose("theory", "théorie"))
});

/// Measures the overlap with one stored random pattern of `n` units against β: from each initial overlap in `starts`,
/// `sweeps` synchronous updates, of which the second half is averaged.
///
/// All cores work on it; the result does not depend on their number.
///
/// # Errors
///
/// If an array is empty, there are more than a million pairs of start and β, a β is below 0, a start not from −1 to 1,
/// `n` not from 1 to [`Pattern::MAX_UNITS`], or `sweeps` not from 2 to a million; for more than 10¹¹ updates of a unit,
/// which take some minutes. Progress is shown.
///
/// ```
/// use neurocomp::memory::experiment::overlap_curve;
/// use neurocomp::ndarray::array;
///
/// let curve = overlap_curve(&array![1.0, 3.0], &array![0.1, 1.0], 4096, 100, 1)?;
/// assert!(curve.overlap[[1, 0]].abs() < 0.05); // below β = 2 all is forgotten, even from m = 1
/// assert!((curve.overlap[[0, 1]] - curve.theory[1]).abs() < 0.02); // above, found from 0.1
/// # Ok::<(), neurocomp::Error>(())
/// ```
pub fn overlap_curve(
    beta: &ArrayRef1<f64>,
    starts: &ArrayRef1<f64>,
    n: usize,
    sweeps: usize,
    seed: u64,
) -> Result<OverlapCurve> {
    check_count("beta.len()", 1, 1_000_000, beta.len())?;
    check_count("starts.len()", 1, 1_000_000 / beta.len(), starts.len())?;
    check_count("sweeps", 2, 1_000_000, sweeps)?;
    Allowed::NotNegative.check_all("beta", "", beta)?;
    let updates = n as f64 * sweeps as f64;
    check_work("beta.len() · starts.len() · n · sweeps", updates * (beta.len() * starts.len()) as f64)?;
    let theory: Result<_, _> = beta.iter().map(|&b| mean_field::overlap(b)).collect();
    let network = Hopfield::new(&[Pattern::random(n, seed)?])?;
    let label = choose("overlap against β", "recouvrement selon β");
    let pairs: Vec<_> = (0..beta.len()).flat_map(|column| (0..starts.len()).map(move |row| (row, column))).collect();
    let mut overlap = Array2::zeros((starts.len(), beta.len()));
    // Few at once, at least one for each core, so that what is shown of the progress moves often.
    let at_once = in_parallel(rayon::current_num_threads).max(pairs.len().div_ceil(1000));
    let mut batches = pairs.chunks(at_once);
    for _ in progress(label, batches.len()) {
        let batch = batches.next().unwrap_or_default();
        let means: Result<Vec<_>> = in_parallel(|| {
            let mean = |&(row, column): &(usize, usize)| {
                mean_overlap(&network, starts[row], beta[column], sweeps, cell_seed(seed, row, column))
            };
            batch.par_iter().map(mean).collect()
        });
        for (&pair, mean) in batch.iter().zip(means?) {
            overlap[pair] = mean;
        }
    }
    Ok(OverlapCurve { beta: beta.to_owned(), overlap, theory: theory? })
}

/// Mean overlap with pattern 0 in the second half of the sweeps.
fn mean_overlap(network: &Hopfield, start: f64, beta: f64, sweeps: usize, seed: u64) -> Result<f64> {
    let pattern = &network.patterns()[0];
    let mut run = network.run(pattern.at_overlap(start, seed)?, beta, cell_seed(seed, 0, 1))?;
    let mut sum = 0;
    for sweep in 0..sweeps {
        run.sweep(UpdateOrder::Synchronous);
        if sweep >= sweeps / 2 {
            sum += pattern.product(&run.state);
        }
    }
    Ok(sum as f64 / ((sweeps - sweeps / 2) * pattern.len()) as f64)
}

/// Quality of recall against load.
#[derive(Clone, PartialEq)]
pub struct CapacityCurve {
    /// K/N, with whole K.
    pub load: Array1<f64>,
    /// Mean overlap of the final state with the pattern at which recall began.
    pub overlap: Array1<f64>,
    /// Its standard deviation over the repetitions.
    pub spread: Array1<f64>,
    /// The fraction of repetitions that ended with an overlap above 0.9.
    pub recalled: Array1<f64>,
    /// Overlap for N → ∞, [`mean_field::retrieval_overlap`].
    pub theory: Array1<f64>,
}

summary!(CapacityCurve, |curve| {
    let half = curve.recalled.iter().rposition(|&fraction| fraction >= 0.5);
    let last = half.and_then(|i| curve.load.get(i)).map_or(f64::NAN, |&load| load);
    let words = choose("last half recalled", "dernière à moitié rappelée");
    format!("{}, {words}: {}", count(curve.load.len(), "loads", "charges"), number(last, 4))
});

/// Measures recall against load: for each of `loads` (K/N) `repetitions` networks of `n` units, each with K random
/// patterns of its own, start at their first pattern and are updated without noise, unit after unit, until nothing
/// changes (200 sweeps at most).
///
/// All cores work on it; the result does not depend on their number. The break at K/N ≈ 0.138 is sharp only for large
/// n.
///
/// # Errors
///
/// If `loads` is empty or holds one that is not > 0, `n` is not from 10 to 100,000, `repetitions` not from 1 to
/// 100,000, or K·N is above [`Hopfield::MAX_STORED_UNITS`]; if K·N over all networks is above 10¹¹, which takes some
/// minutes or longer. Progress is shown.
///
/// ```
/// use neurocomp::memory::experiment::capacity_curve;
/// use neurocomp::ndarray::array;
///
/// let curve = capacity_curve(&array![0.05, 0.3], 500, 4, 1)?;
/// assert!(curve.overlap[0] > 0.97 && curve.overlap[1] < 0.7);
/// # Ok::<(), neurocomp::Error>(())
/// ```
pub fn capacity_curve(loads: &ArrayRef1<f64>, n: usize, repetitions: usize, seed: u64) -> Result<CapacityCurve> {
    check_count("loads.len()", 1, 1_000_000, loads.len())?;
    check_count("n", 10, 100_000, n)?;
    check_count("repetitions", 1, 100_000, repetitions)?;
    Allowed::Positive.check_all("loads", "", loads)?;
    let stored = loads.mapv(|load| ((load * n as f64).round() as usize).max(1));
    for &k in &stored {
        check_count("K", 1, Hopfield::MAX_STORED_UNITS / n, k)?;
    }
    let units = stored.iter().map(|&k| (k * n) as f64).sum::<f64>();
    check_work("repetitions · K · n over all loads", repetitions as f64 * units)?;
    let load = stored.mapv(|k| k as f64 / n as f64);
    let theory: Result<_, _> = load.iter().map(|&a| mean_field::retrieval_overlap(a)).collect();
    let mut curve = CapacityCurve {
        overlap: Array1::zeros(load.len()),
        spread: Array1::zeros(load.len()),
        recalled: Array1::zeros(load.len()),
        theory: theory?,
        load,
    };
    for index in progress(choose("capacity", "capacité"), stored.len()) {
        let overlaps: Result<Vec<_>> = in_parallel(|| {
            (0..repetitions)
                .into_par_iter()
                .map(|row| final_overlap(n, stored[index], cell_seed(seed, row, index)))
                .collect()
        });
        let overlaps = Array1::from(overlaps?);
        curve.overlap[index] = overlaps.sum() / repetitions as f64;
        curve.spread[index] = overlaps.std(0.0);
        let good = overlaps.iter().filter(|&&m| m > 0.9).count();
        curve.recalled[index] = good as f64 / repetitions as f64;
    }
    Ok(curve)
}

/// Overlap with the first of k patterns after recall that begins there.
fn final_overlap(n: usize, k: usize, seed: u64) -> Result<f64> {
    let network = Hopfield::new(&Pattern::random_set(n, k, seed)?)?;
    let pattern = &network.patterns()[0];
    let mut run = network.run(pattern.clone(), f64::INFINITY, cell_seed(seed, 0, 1))?;
    for _ in 0..MAX_SWEEPS {
        if !run.sweep(UpdateOrder::Asynchronous) {
            break;
        }
    }
    Ok(pattern.product(&run.state) as f64 / n as f64)
}

#[cfg(test)]
mod tests;
