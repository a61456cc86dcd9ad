//! What theory says of the Hopfield network when N is large.
//!
//! With few patterns (K ≪ N) chance averages out, and the overlap of a state with a pattern obeys
//!
//! ```text
//! m ← tanh(β m/2),     several patterns:  m^μ ← ⟨ P^μ tanh(β/2 Σ_ν P^ν m^ν) ⟩ over all signs P
//! ```
//!
//! | | |
//! | --- | --- |
//! | β ≤ 2 | m* = 0 only: nothing is recalled |
//! | β > 2 | m* = 0 is unstable, ±m* is stable: memory |
//!
//! With K = αN patterns and no noise the other patterns act as a random field of variance αr (Amit, Gutfreund &
//! Sompolinsky 1985), and m = erf(y), where y solves
//!
//! ```text
//! y (√(2α) + (2/√π) e^(−y²)) = erf y
//! ```
//!
//! which has a solution y > 0 only up to α_c ≈ 0.138, where m ≈ 0.967: memory does not fade, it breaks.
//!
//! # Sources
//!
//! D. J. Amit, H. Gutfreund & H. Sompolinsky, *Phys. Rev. A* 32, 1007 (1985), doi:10.1103/PhysRevA.32.1007 (few
//! patterns); *Phys. Rev. Lett.* 55, 1530 (1985), doi:10.1103/PhysRevLett.55.1530, and *Ann. Phys.* 173, 30 (1987),
//! doi:10.1016/0003-4916(87)90092-3 (capacity).

use std::f64::consts::PI;

use libm::erf;
use ndarray::{Array1, Array2, ArrayRef1};

use crate::Result;
use crate::error::check_count;
use crate::parameter::Allowed;
use crate::root::bisect;

/// The inverse temperature at which memory begins: the slope β/2 of tanh(βm/2) at m = 0 is 1.
pub const CRITICAL_BETA: f64 = 2.0;

/// The most patterns whose signs are averaged over.
const MAX_COMPETING: usize = 16;

/// The overlap m* ≥ 0 at which the network rests: the largest solution of m = tanh(βm/2); 0 for β ≤ 2. `beta` may be
/// infinite (m* = 1).
///
/// # Errors
///
/// If `beta` is below 0 or NaN.
///
/// ```
/// use neurocomp::memory::mean_field::overlap;
///
/// assert_eq!(overlap(1.9)?, 0.0);
/// let m = overlap(4.0)?;
/// assert!((m - (2.0 * m).tanh()).abs() < 1e-15 && m > 0.95);
/// # Ok::<(), neurocomp::Error>(())
/// ```
pub fn overlap(beta: f64) -> Result<f64> {
    if beta == f64::INFINITY {
        return Ok(1.0);
    }
    Allowed::NotNegative.check("beta", "", beta)?;
    if beta <= CRITICAL_BETA {
        return Ok(0.0);
    }
    // tanh(βm/2) − m is positive just above 0, negative or zero at 1, and changes sign once. The interval begins below
    // √(3(β − 2)/β)/2, half of what m* is near the critical β.
    let low = (3.0 * ((beta - CRITICAL_BETA) / beta)).sqrt() / 2.0;
    Ok(bisect(|m| (0.5 * beta * m).tanh() - m, low, 1.0))
}

/// One step of the mean overlaps with several unrelated patterns, m^μ ← ⟨P^μ tanh(β/2 Σ_ν P^ν m^ν)⟩: a synchronous
/// update of infinitely many units.
///
/// # Errors
///
/// If there are no overlaps or more than 16, one is not from −1 to 1, or `beta` is below 0 or NaN (it may be infinite).
pub fn step(overlaps: &ArrayRef1<f64>, beta: f64) -> Result<Array1<f64>> {
    let k = overlaps.len();
    check_count("overlaps", 1, MAX_COMPETING, k)?;
    Allowed::Between(-1.0, 1.0).check_all("overlaps", "", overlaps)?;
    if beta != f64::INFINITY {
        Allowed::NotNegative.check("beta", "", beta)?;
    }
    let sign = |signs: usize, mu: usize| if signs >> mu & 1 == 1 { 1.0 } else { -1.0 };
    let mut next = Array1::zeros(k);
    for signs in 0..1_usize << k {
        let field: f64 = (0..k).map(|mu| sign(signs, mu) * overlaps[mu]).sum();
        // Without field a unit is as often up as down, also for β = ∞.
        let mean = if field == 0.0 { 0.0 } else { (0.5 * beta * field).tanh() };
        for mu in 0..k {
            next[mu] += sign(signs, mu) * mean;
        }
    }
    Ok(next / (1_usize << k) as f64)
}

/// The overlaps from `start` through `steps` steps of [`step()`]: steps + 1 rows, one column for each pattern.
///
/// # Errors
///
/// As for [`step()`], and if there are more than a million steps.
///
/// ```
/// use neurocomp::memory::mean_field::trajectory;
/// use neurocomp::ndarray::array;
///
/// // Two patterns compete: the stronger wins all.
/// let m = trajectory(&array![0.30, 0.25], 8.0, 100)?;
/// assert!(m[[100, 0]] > 0.99 && m[[100, 1]].abs() < 1e-6);
/// # Ok::<(), neurocomp::Error>(())
/// ```
pub fn trajectory(start: &ArrayRef1<f64>, beta: f64, steps: usize) -> Result<Array2<f64>> {
    check_count("steps", 0, 1_000_000, steps)?;
    let mut now = start.to_owned();
    step(&now, beta)?;
    let mut all = Array2::zeros((steps + 1, now.len()));
    all.row_mut(0).assign(&now);
    for k in 1..=steps {
        // Rounding may carry a mean of signs beyond 1.
        now = step(&now, beta)?.mapv(|m| m.clamp(-1.0, 1.0));
        all.row_mut(k).assign(&now);
    }
    Ok(all)
}

/// The overlap m with a recalled pattern at the load α = K/N without noise; 0 above the capacity.
///
/// # Errors
///
/// If `load` is not ≥ 0.
///
/// ```
/// use neurocomp::memory::mean_field::{capacity, retrieval_overlap};
///
/// let (load, m) = capacity();
/// assert!((load - 0.138).abs() < 5e-4 && (m - 0.967).abs() < 5e-4);
/// assert!(retrieval_overlap(0.05)? > 0.99);
/// assert_eq!(retrieval_overlap(0.15)?, 0.0);
/// # Ok::<(), neurocomp::Error>(())
/// ```
pub fn retrieval_overlap(load: f64) -> Result<f64> {
    Allowed::NotNegative.check("load", "", load)?;
    let top = most_loaded();
    if load > load_at(top) {
        return Ok(0.0);
    }
    // Beyond the top the load falls with y; at y = 30 it is 1/1800, and below it erf y is 1 for the computer.
    if load <= load_at(30.0) {
        return Ok(1.0);
    }
    Ok(erf(bisect(|y| load_at(y) - load, top, 30.0)))
}

/// The capacity without noise: the largest load α_c = K/N with recall, and the overlap there.
pub fn capacity() -> (f64, f64) {
    let y = most_loaded();
    (load_at(y), erf(y))
}

/// α for which y solves the equation of the module's head.
fn load_at(y: f64) -> f64 {
    0.5 * (erf(y) / y - 2.0 / PI.sqrt() * (-y * y).exp()).powi(2)
}

/// The y of the largest load. The slope of erf(y)/y − (2/√π)e^(−y²) has the sign of (2/√π)e^(−y²)(y + 2y³) − erf y.
fn most_loaded() -> f64 {
    let slope = |y: f64| 2.0 / PI.sqrt() * (-y * y).exp() * (y + 2.0 * y.powi(3)) - erf(y);
    bisect(slope, 1.0, 3.0)
}

#[cfg(test)]
mod tests;
