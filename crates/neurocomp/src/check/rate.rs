//! Checks of TD4, rate models.
//!
//! The notebook writes `check::rate::phi(phi)`: the check has the name of the exercise, and takes the student's function
//! as a plain `fn`.
//!
//! | exercise | function to write | unit of the answer |
//! | --- | --- | --- |
//! | 1 | [`phi`]`(p, current)` | Hz |
//! | 2 | [`phi_inverse`]`(p, rate)` | nA, or `None` |
//! | 3 | [`phi_slope`]`(p, current)` | Hz/nA |
//! | 4 | [`rate_slope`]`(p, w, i_ext, r)` | Hz per τ |
//! | 5 | [`input_for_rate`]`(p, w, r)` | nA, or `None` |
//! | 6 | [`growth_rate`]`(p, w, i_ext, r)` | 1/τ |
//! | 7 | [`sweep`]`(p, w, inputs, r0)` | Hz |
//! | 8 | [`jacobian`]`(p, e, i)` | 1/ms |
//! | 9 | [`network_slope`]`(w, r, input)` | 1/τ |
//! | 10 | [`ring_weights`]`(n, j0, j1)` | nA/Hz |
//! | 11 | [`mean_input`]`(n, weight, tau, rate)` | mV |
//! | 12 | [`simulate_input`]`(p, w, input, r0, dt)` | Hz |
//!
//! In exercises 1 to 7 and 12 `p` is a [`Sigmoid`], currents are in nA, rates in Hz, weights in nA/Hz, and time is counted
//! in units of τ. In exercise 8 `p` is a [`WilsonCowanParams`](crate::rate::wilson_cowan::WilsonCowanParams).

use super::say;
use crate::check::Inputs;
use crate::rate::population::{Population, PopulationParams};
use crate::rate::transfer::Sigmoid;

mod history;
mod network;
mod plane;
mod population;
mod transfer;

pub use history::{Simulation, Sweep, simulate_input, sweep};
pub use network::{NetworkSlope, mean_input, network_slope, ring_weights};
pub use plane::jacobian;
pub use population::{growth_rate, input_for_rate, rate_slope};
pub use transfer::{phi, phi_inverse, phi_slope};

/// Transfer functions that no page of the tutorial shows: no parameter is 1.
fn unseen_sigmoids() -> [Sigmoid; 3] {
    let sigmoid = |r_max, kappa, i_half| Sigmoid { r_max, kappa, i_half };
    [sigmoid(80.0, 0.4, 3.0), sigmoid(300.0, 0.12, -4.0), sigmoid(120.0, 0.3, 16.0)]
}

/// The library's population with this feedback; τ = 1.
fn population(p: Sigmoid, w: f64) -> Population {
    let params = PopulationParams { tau: 1.0, w, transfer: p.into() };
    Population::new(params).expect("the parameters of the checks are valid")
}

/// The transfer function as first argument, with its units.
fn given(p: Sigmoid) -> Inputs {
    let units = say("r_max in Hz, kappa in 1/nA, i_half in nA", "r_max en Hz, kappa en 1/nA, i_half en nA");
    Inputs::new().code("p", &format!("{p:?}")).note(&units)
}

/// The tables, in the order of the tutorial.
pub(super) const EXERCISES: &[&dyn super::Reviewed] = &[];
