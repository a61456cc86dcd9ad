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
//! Rates x and r are the rates of the inputs and the neuron, spike times and Δt = t_post − t_pre are in ms; weights are
//! in the unit of their rule.

use ndarray::{Array1, array};

use super::argument::{Argument, changed_parameters};
use super::{Reviewed, say};
use crate::plasticity::stdp::{PairStdp, StdpParams};

mod all_pairs;
mod bcm_step;
mod blocking_weights;
mod covariance_change;
mod deviation;
mod hebb_step;
mod oja_step;
mod rescorla_wagner_step;
mod stdp_window;
mod time_above;
mod triplet_change;
mod weight_after_pair;

pub use all_pairs::all_pairs;
pub use bcm_step::{BcmStep, bcm_step};
pub use blocking_weights::blocking_weights;
pub use covariance_change::covariance_change;
pub use deviation::deviation;
pub use hebb_step::hebb_step;
pub use oja_step::oja_step;
pub use rescorla_wagner_step::rescorla_wagner_step;
pub use stdp_window::stdp_window;
pub use time_above::time_above;
pub use triplet_change::triplet_change;
pub use weight_after_pair::weight_after_pair;

/// The tables, in the order of the tutorial.
pub(super) const EXERCISES: &[&dyn Reviewed] = &[
    &hebb_step::HEBB_STEP,
    &covariance_change::COVARIANCE_CHANGE,
    &bcm_step::BCM_STEP,
    &oja_step::OJA_STEP,
    &stdp_window::STDP_WINDOW,
    &all_pairs::ALL_PAIRS,
    &weight_after_pair::WEIGHT_AFTER_PAIR,
    &deviation::DEVIATION,
    &triplet_change::TRIPLET_CHANGE,
    &time_above::TIME_ABOVE,
    &rescorla_wagner_step::RESCORLA_WAGNER_STEP,
    &blocking_weights::BLOCKING_WEIGHTS,
];

impl Argument for StdpParams {
    fn code(&self) -> String {
        changed_parameters(self)
    }

    fn described(&self, name: &str, _: &str) -> String {
        format!("{name} = `{}`, {}", self.code(), say("time constants in ms", "constantes de temps en ms"))
    }
}

/// Windows that no page of the notebook shows.
fn unseen_windows() -> [StdpParams; 2] {
    [
        StdpParams { a_plus: 0.012, a_minus: 0.007, tau_plus: 14.0, tau_minus: 25.0, ..Default::default() },
        StdpParams { a_plus: 0.02, a_minus: 0.03, tau_plus: 30.0, tau_minus: 11.0, ..Default::default() },
    ]
}

/// The library's rule with these parameters, which are valid in all checks.
fn rule(p: StdpParams) -> PairStdp {
    PairStdp::new(p).expect("the parameters of the checks are valid")
}

/// The window of the library, additive.
fn window(p: StdpParams, delta_t: f64) -> f64 {
    rule(p).window(delta_t, 0.5)
}

/// Weights, inputs and a learning rate that no page of the notebook shows. The rates are 3, 2.1 and −0.75.
fn presentations() -> [(Array1<f64>, Array1<f64>, f64); 3] {
    [
        (array![0.5, -0.25, 1.5], array![4.0, 2.0, 1.0], 0.05),
        (array![0.2, 0.8, 0.3, 0.1], array![5.0, 0.0, 3.0, 2.0], 0.02),
        (array![-0.4, 0.3], array![3.0, 1.5], 0.1),
    ]
}
