//! Checks of the companion on plasticity and conditioning.
//!
//! The notebook writes `check::plasticity::hebb_step(hebb_step)`: the check has the name of the exercise, and takes the
//! student's function as a plain `fn`.
//!
//! | exercise | function to write | answer |
//! | --- | --- | --- |
//! | 1 | [`hebb_step`]`(w, x, eta)` | weights |
//! | 2 | [`covariance_change`]`(x, r, eta)` | change of a weight |
//! | 3 | [`bcm_step`]`(w, x, theta, eta, tau_theta)` | weights and threshold |
//! | 4 | [`oja_step`]`(w, x, eta, alpha)` | weights |
//! | 5 | [`stdp_window`]`(p, delta_t)` | change of a weight |
//! | 6 | [`all_pairs`]`(p, pre, post)` | change of a weight |
//! | 7 | [`weight_after_pair`]`(p, w, delta_t, mu)` | weight, 0 to 1 |
//! | 8 | [`deviation`]`(model, data, error)` | none |
//! | 9 | [`triplet_change`]`(p, pre, post)` | change of a weight |
//! | 10 | [`time_above`]`(c, theta, tau)` | ms |
//! | 11 | [`rescorla_wagner_step`]`(w, u, reward, epsilon)` | weights |
//! | 12 | [`blocking_weights`]`(epsilon, n1, n2)` | two weights |
//!
//! Rates x, r are those of inputs and of the neuron, spike times and Δt = t_post − t_pre are in ms; weights are in the
//! unit of their rule.

use ndarray::Array1;

use crate::plasticity::stdp::StdpParams;

use super::list::ListMistake;
use super::{Inputs, say};

mod conditioning;
mod model;
mod rate;
mod stable;
mod timing;
mod triplet;

pub use conditioning::{blocking_weights, rescorla_wagner_step};
pub use model::{deviation, time_above};
pub use rate::{covariance_change, hebb_step};
pub use stable::{BcmStep, bcm_step, oja_step};
pub use timing::{all_pairs, stdp_window, weight_after_pair};
pub use triplet::triplet_change;

/// Windows that no page of the notebook shows.
fn unseen_windows() -> [StdpParams; 2] {
    let window = |a_plus, a_minus, tau_plus, tau_minus| StdpParams {
        a_plus,
        a_minus,
        tau_plus,
        tau_minus,
        ..StdpParams::default()
    };
    [window(0.012, 0.007, 14.0, 25.0), window(0.02, 0.03, 30.0, 11.0)]
}

/// A window as the first argument of a call.
fn window_inputs(p: StdpParams) -> Inputs {
    let rust = format!(
        "StdpParams {{ a_plus: {:?}, a_minus: {:?}, tau_plus: {:?}, tau_minus: {:?}, ..StdpParams::default() }}",
        p.a_plus, p.a_minus, p.tau_plus, p.tau_minus
    );
    Inputs::new().code("p", &rust).note(&say("time constants in ms", "constantes de temps en ms"))
}

/// A mistake whose value is an array.
fn slip(values: &Array1<f64>, english: &str, french: &str) -> ListMistake {
    ListMistake::new(values.to_vec(), english, french)
}

/// The tables, in the order of the tutorial.
pub(super) const EXERCISES: &[&dyn super::Reviewed] = &[];
