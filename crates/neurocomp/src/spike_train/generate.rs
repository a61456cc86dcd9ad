//! Spike trains made by chance: Poisson, renewal and correlated processes.
//!
//! | process | function | interval density or rule | CV of intervals | Fano factor, long count |
//! | --- | --- | --- | --- | --- |
//! | Poisson | [`poisson`] | r e^(−rT) | 1 | 1 |
//! | Poisson with dead time d | [`poisson_with_dead_time`] | λ e^(−λ(T−d)), 1/λ = 1/r − d | 1 − rd | (1 − rd)² |
//! | gamma of shape k | [`gamma`] | ∝ T^(k−1) e^(−krT) | 1/√k | 1/k |
//! | inverse Gaussian | [`inverse_gaussian`] | first passage of a drifting random walk | as asked | CV² |
//! | Poisson of rate r(t) | [`inhomogeneous_poisson`], [`poisson_from_samples`] | chance r(t) dt in dt | | 1 |
//! | gain changing from trial to trial | [`modulated_poisson`] | rate g·r(t), g gamma | | 1 + var(g)·⟨N⟩ |
//! | correlated Poisson trains | [`multiple_interaction`], [`single_interaction`] | copies of common spikes | 1 | 1 |
//!
//! r is the firing rate in Hz, T the interval; the functions take rates in Hz and times in ms. All trains run from 0 to
//! `duration`, and the same seed gives the same spikes on every machine.
//!
//! # Where a renewal process starts
//!
//! A process whose intervals are drawn one by one must be told where time 0 lies ([`Start`]): just after a spike that
//! is not in the list (*ordinary*), or at any moment, as when a recording begins (*equilibrium*). Only the second has
//! the same rate from the very beginning; its first spike comes after what remains of an interval, whose density is
//! r·P(interval > T). For a Poisson process there is no difference: it does not remember.
//!
//! # Example
//!
//! ```
//! use neurocomp::spike_train::generate;
//!
//! let train = generate::poisson(20.0, 60_000.0, 1)?; // 20 Hz for a minute
//! assert!((train.rate() - 20.0).abs() < 2.0);
//! assert!((train.cv().unwrap() - 1.0).abs() < 0.1);
//!
//! // Every trial of a cell that follows a stimulus at 2 Hz:
//! let rate = |t: f64| 20.0 * (1.0 + (2.0 * std::f64::consts::PI * 0.002 * t).sin());
//! let trial = generate::inhomogeneous_poisson(rate, 40.0, 2000.0, 1)?;
//! assert_eq!(trial.t_stop(), 2000.0);
//! # Ok::<(), neurocomp::Error>(())
//! ```
//!
//! # Sources
//!
//! D. R. Cox, *Renewal Theory*, Methuen 1962. P. A. W. Lewis & G. S. Shedler, *Naval Res. Logist. Q.* 26, 403 (1979),
//! doi:10.1002/nav.3800260304 (thinning). A. Kuhn, A. Aertsen & S. Rotter, *Neural Comput.* 15, 67 (2003),
//! doi:10.1162/089976603321043702 (correlated trains). R. L. T. Goris, J. A. Movshon & E. P. Simoncelli, *Nat.
//! Neurosci.* 17, 858 (2014), doi:10.1038/nn.3711 (gain).

mod correlated;
mod gain;
mod inhomogeneous;
mod renewal;

pub use correlated::{multiple_interaction, single_interaction};
pub use gain::{modulated_fano_factor, modulated_poisson};
pub use inhomogeneous::{inhomogeneous_poisson, poisson_from_samples};
pub use renewal::{Start, gamma, inverse_gaussian, poisson, poisson_with_dead_time};

use crate::error::number;
use crate::parameter::Allowed;
use crate::{Error, Result};

/// Checks a rate (Hz) and a duration (ms), and that the spikes will fit into memory.
fn check(name: &str, rate: f64, duration: f64) -> Result<()> {
    Allowed::NotNegative.check(name, "Hz", rate)?;
    Allowed::Positive.check("duration", "ms", duration)?;
    let expected = rate * duration / 1000.0;
    if expected > MAX_SPIKES as f64 {
        return Err(too_many_spikes(expected));
    }
    Ok(())
}

/// The largest number of spikes of one generated train: ten million.
pub const MAX_SPIKES: usize = 10_000_000;

/// A train that would fill the memory.
pub(crate) fn too_many_spikes(expected: f64) -> Error {
    let expected = number(expected.round());
    Error::text(
        format!("a spike train may have at most {MAX_SPIKES} spikes, these would be {expected} or more"),
        format!("un train peut avoir au plus {MAX_SPIKES} potentiels d’action, ce serait {expected} ou plus"),
    )
}

#[cfg(test)]
mod tests;
