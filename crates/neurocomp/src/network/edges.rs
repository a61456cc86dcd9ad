//! Connections that depend on the distance between two neurons.

use rand::Rng;

use crate::Result;
use crate::error::check_count;
use crate::noise::{cell_seed, generator};
use crate::parameter::Allowed;

/// The largest number of pairs that are looked at: a billion.
pub const MAX_PAIRS: usize = 1_000_000_000;

/// Random connections on a ring, whose probability depends on the distance. `sources` and `targets` neurons are spread
/// evenly on a ring of circumference 1, neuron k of n at k/n; the distance is the shorter way round, 0 to 0.5. A pair
/// is connected with the probability `probability(distance)`. Neurons at the same place (distance 0, as a neuron and
/// itself) are asked like all others. Returns pairs (source, target) for [`Wiring::Edges`](super::Wiring::Edges).
///
/// ```
/// use neurocomp::network::ring_edges;
///
/// // Neighbours up to 5 % of the ring away, but nobody to itself.
/// let edges = ring_edges(100, 100, |d| if d > 0.0 && d < 0.051 { 1.0 } else { 0.0 }, 1)?;
/// assert_eq!(edges.len(), 100 * 10);
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// If the probability is not a number from 0 to 1, or if there are no or more than [`MAX_PAIRS`] pairs.
pub fn ring_edges(
    sources: usize,
    targets: usize,
    probability: impl Fn(f64) -> f64,
    seed: u64,
) -> Result<Vec<(usize, usize)>> {
    check_count("sources · targets", 1, MAX_PAIRS, sources.saturating_mul(targets))?;
    edges(sources, targets, seed, |s, t| probability(around(s as f64 / sources as f64, t as f64 / targets as f64)))
}

/// Random connections on a sheet. Neurons are the crossings of a square grid of side 1, `source_side` times
/// `source_side` sources and `target_side` times `target_side` targets, numbered row after row; opposite borders are
/// joined, so that no neuron is at the border, and the distance is at most √½. As for [`ring_edges`], a pair is
/// connected with the probability `probability(distance)`.
///
/// ```
/// use neurocomp::network::sheet_edges;
///
/// // A Gaussian neighbourhood: 2π · 0.1² · 0.5 of all 900 sources, 28 for each neuron.
/// let edges = sheet_edges(30, 30, |d| 0.5 * (-0.5 * (d / 0.1).powi(2)).exp(), 1)?;
/// assert!((edges.len() as f64 / 900.0 - 28.3).abs() < 0.6);
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// As for [`ring_edges`].
pub fn sheet_edges(
    source_side: usize,
    target_side: usize,
    probability: impl Fn(f64) -> f64,
    seed: u64,
) -> Result<Vec<(usize, usize)>> {
    let sources = source_side.saturating_mul(source_side);
    let targets = target_side.saturating_mul(target_side);
    check_count("sources · targets", 1, MAX_PAIRS, sources.saturating_mul(targets))?;
    let place = |k: usize, side: usize| {
        let side = side as f64;
        ((k as f64 % side) / side, (k as f64 / side).floor() / side)
    };
    edges(sources, targets, seed, |s, t| {
        let ((x, y), (x_target, y_target)) = (place(s, source_side), place(t, target_side));
        probability(around(x, x_target).hypot(around(y, y_target)))
    })
}

/// The shorter way between two places on a ring of circumference 1.
fn around(a: f64, b: f64) -> f64 {
    let d = (a - b).abs();
    d.min(1.0 - d)
}

fn edges(
    sources: usize,
    targets: usize,
    seed: u64,
    probability: impl Fn(usize, usize) -> f64,
) -> Result<Vec<(usize, usize)>> {
    let mut edges = Vec::new();
    for target in 0..targets {
        let mut random = generator(cell_seed(seed, 0, target));
        for source in 0..sources {
            let p = Allowed::Between(0.0, 1.0).check("probability", "", probability(source, target))?;
            // Drawn for every pair, so that the others stay when the rule changes for one of them.
            if random.random::<f64>() < p {
                edges.push((source, target));
            }
        }
    }
    Ok(edges)
}
