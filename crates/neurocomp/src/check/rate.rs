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

use super::argument::Argument;
use super::{Reviewed, say};
use crate::rate::population::{Population, PopulationParams};
use crate::rate::transfer::Sigmoid;

mod growth_rate;
mod input_for_rate;
mod jacobian;
mod mean_input;
mod network_slope;
mod phi;
mod phi_inverse;
mod phi_slope;
mod rate_slope;
mod ring_weights;
mod simulate_input;
mod sweep;

pub use growth_rate::growth_rate;
pub use input_for_rate::input_for_rate;
pub use jacobian::jacobian;
pub use mean_input::mean_input;
pub use network_slope::{NetworkSlope, network_slope};
pub use phi::phi;
pub use phi_inverse::phi_inverse;
pub use phi_slope::phi_slope;
pub use rate_slope::rate_slope;
pub use ring_weights::ring_weights;
pub use simulate_input::{Simulation, simulate_input};
pub use sweep::{Sweep, sweep};

/// The tables, in the order of the tutorial.
pub(super) const EXERCISES: &[&dyn Reviewed] = &[
    &phi::PHI,
    &phi_inverse::PHI_INVERSE,
    &phi_slope::PHI_SLOPE,
    &rate_slope::RATE_SLOPE,
    &input_for_rate::INPUT_FOR_RATE,
    &growth_rate::GROWTH_RATE,
    &sweep::SWEEP,
    &jacobian::JACOBIAN,
    &network_slope::NETWORK_SLOPE,
    &ring_weights::RING_WEIGHTS,
    &mean_input::MEAN_INPUT,
    &simulate_input::SIMULATE_INPUT,
];

impl Argument for Sigmoid {
    fn code(&self) -> String {
        format!("{self:?}")
    }

    fn described(&self, name: &str, _: &str) -> String {
        let units = say("r_max in Hz, kappa in 1/nA, i_half in nA", "r_max en Hz, kappa en 1/nA, i_half en nA");
        format!("{name} = `{}`, {units}", self.code())
    }
}

/// Transfer functions that no page of the tutorial shows: no parameter is 1.
fn unseen_sigmoids() -> [Sigmoid; 3] {
    let sigmoid = |r_max, kappa, i_half| Sigmoid { r_max, kappa, i_half };
    [sigmoid(80.0, 0.4, 3.0), sigmoid(300.0, 0.12, -4.0), sigmoid(120.0, 0.3, 16.0)]
}

/// Feedback weights in nA/Hz: inhibitory, excitatory.
const WEIGHTS: [f64; 2] = [-0.35, 0.08];

/// A population that acts on itself: transfer function, weight (nA/Hz), external input (nA), rate (Hz).
type Call = (Sigmoid, f64, f64, f64);

/// States in which the transfer function is not saturated.
fn unseen_calls() -> Vec<Call> {
    let states = |p: Sigmoid, w: f64| {
        [(0.3, -1.5), (0.7, 2.0)].map(|(fraction, distance)| {
            let r = fraction * p.r_max;
            // Round numbers read better.
            (p, w, ((p.i_half + distance - w * r) * 10.0).round() / 10.0, r)
        })
    };
    let calls = |p| WEIGHTS.into_iter().flat_map(move |w| states(p, w));
    unseen_sigmoids().into_iter().flat_map(calls).collect()
}

/// Populations (transfer function, weight in nA/Hz) with two stable states, and the two inputs (nA) between which they have
/// them.
fn bistable() -> [(Sigmoid, f64, [f64; 2]); 2] {
    let make = |r_max, kappa, i_half, w| {
        let p = Sigmoid { r_max, kappa, i_half };
        let diagram = population(p, w).diagram_in_input(-200.0, 200.0, 100);
        let folds = diagram.expect("the range is valid").saddle_nodes;
        let [a, b] = [folds[0].parameter, folds[1].parameter];
        (p, w, [a.min(b), a.max(b)])
    };
    [make(200.0, 0.3, 6.0, 0.15), make(90.0, 0.25, 12.0, 0.4)]
}

/// The library's population with this feedback; τ = 1.
fn population(p: Sigmoid, w: f64) -> Population {
    let params = PopulationParams { tau: 1.0, w, transfer: p.into() };
    Population::new(params).expect("the parameters of the checks are valid")
}
