//! The distance between two trains seen through an exponential memory.

use super::super::SpikeTrain;
use crate::Result;
use crate::parameter::Allowed;

/// Distance of van Rossum: each spike is replaced by an exponential, and the two curves are compared.
///
/// ```text
/// f(t) = Σ_k e^(−(t − t^k)/τ)  over the spikes before t,  g(t) the same for the other train
/// D² = (1/τ) ∫ (f(t) − g(t))² dt          from −∞ to ∞
/// ```
///
/// τ = `tau` (ms) sets the precision of interest. With τ → 0 only spikes at the same time cancel, and D² is half the
/// number of the others; with τ → ∞ it is half of the square of the difference of numbers.
///
/// Between two spikes f − g decays as one exponential, whose square has the integral h² (1 − e^(−2Δt/τ)) τ/2: a sum of
/// n + m terms, none of them negative. (It takes as long as the sums of exponentials of Houghton & Kreuz 2012,
/// doi:10.3109/0954898X.2012.673048, and subtracts nothing. elephant's `van_rossum_distance` is √2 times as large.)
///
/// ```
/// use neurocomp::spike_train::SpikeTrain;
/// use neurocomp::spike_train::distance::van_rossum;
///
/// let one = SpikeTrain::new(vec![10.0], 0.0, 100.0)?;
/// let none = SpikeTrain::new(vec![], 0.0, 100.0)?;
/// let other = SpikeTrain::new(vec![15.0], 0.0, 100.0)?;
/// assert_eq!(van_rossum(&one, &none, 5.0)?, 0.5_f64.sqrt());
/// // Two spikes 5 ms apart: D² = 1 − e^(−5/τ).
/// assert!((van_rossum(&one, &other, 5.0)?.powi(2) - (1.0 - (-1.0_f64).exp())).abs() < 1e-12);
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// M. C. W. van Rossum, *Neural Comput.* 13, 751 (2001), doi:10.1162/089976601300014321.
///
/// # Errors
///
/// If `tau` is not > 0.
pub fn van_rossum(a: &SpikeTrain, b: &SpikeTrain, tau: f64) -> Result<f64> {
    Allowed::Positive.check("tau", "ms", tau)?;
    let (mut a, mut b) = (a.times().iter().copied().peekable(), b.times().iter().copied().peekable());
    let (mut sum, mut h, mut now) = (0.0_f64, 0.0_f64, f64::NEG_INFINITY);
    loop {
        let next = match (a.peek(), b.peek()) {
            (Some(&t), Some(&u)) => t.min(u),
            (Some(&t), None) | (None, Some(&t)) => t,
            // After the last spike the difference decays for ever.
            (None, None) => return Ok((0.5 * (sum + h * h)).sqrt()),
        };
        if h != 0.0 {
            let gap = (next - now) / tau;
            sum += h * h * -(-2.0 * gap).exp_m1();
            h *= (-gap).exp();
        }
        // All spikes of this moment together, so that equal trains leave exactly nothing.
        let mut jump = 0.0;
        while a.next_if_eq(&next).is_some() {
            jump += 1.0;
        }
        while b.next_if_eq(&next).is_some() {
            jump -= 1.0;
        }
        h += jump;
        now = next;
    }
}
