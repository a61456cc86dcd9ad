//! The cost of editing one spike train into another.

use super::super::SpikeTrain;
use crate::Result;
use crate::parameter::Allowed;

/// Distance of Victor & Purpura: the least cost of turning one train into the other, where
///
/// | edit | cost |
/// | --- | --- |
/// | delete a spike | 1 |
/// | insert a spike | 1 |
/// | move a spike by Δt | q · abs(Δt) |
///
/// q = `cost_per_ms` (1/ms) sets the precision of interest: spikes further apart than 2/q are cheaper deleted and
/// inserted than moved. With q = 0 the distance is the difference of the numbers of spikes, with q → ∞ it is the number
/// of spikes that have no partner at exactly the same time.
///
/// The cost G_ij of the first i spikes against the first j is
///
/// ```text
/// G_ij = min { G_(i−1,j) + 1,  G_(i,j−1) + 1,  G_(i−1,j−1) + q |t_i − u_j| },   G_i0 = i,  G_0j = j
/// ```
///
/// computed row by row: it takes n·m steps, and the memory of one row.
///
/// ```
/// use neurocomp::spike_train::SpikeTrain;
/// use neurocomp::spike_train::distance::victor_purpura;
///
/// let a = SpikeTrain::new(vec![10.0, 60.0], 0.0, 100.0)?;
/// let b = SpikeTrain::new(vec![15.0, 90.0], 0.0, 100.0)?;
/// assert_eq!(victor_purpura(&a, &b, 0.1)?, 0.5 + 2.0); // the second pair is too far apart to be moved
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// J. D. Victor & K. P. Purpura, *J. Neurophysiol.* 76, 1310 (1996), doi:10.1152/jn.1996.76.2.1310.
///
/// # Errors
///
/// If `cost_per_ms` is not ≥ 0.
pub fn victor_purpura(a: &SpikeTrain, b: &SpikeTrain, cost_per_ms: f64) -> Result<f64> {
    Allowed::NotNegative.check("cost_per_ms", "1/ms", cost_per_ms)?;
    // The shorter train lies along the row, which is all that is kept.
    let (long, short) = if a.len() >= b.len() { (a.times(), b.times()) } else { (b.times(), a.times()) };
    let mut row: Vec<f64> = (0..=short.len()).map(|j| j as f64).collect();
    for (i, t) in long.iter().enumerate() {
        let mut diagonal = row[0];
        let mut left = (i + 1) as f64;
        row[0] = left;
        for (cell, u) in row[1..].iter_mut().zip(short) {
            let edited = (cell.min(left) + 1.0).min(diagonal + cost_per_ms * (t - u).abs());
            diagonal = *cell;
            *cell = edited;
            left = edited;
        }
    }
    Ok(row[short.len()])
}
