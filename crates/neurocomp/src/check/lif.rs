//! Checks of TD3, the leaky integrate-and-fire neuron.
//!
//! The notebook writes `check::lif::subthreshold(subthreshold)`: the check has the name of the exercise, and takes the
//! student's function as a plain `fn`.
//!
//! | exercise | function to write | unit of the answer |
//! | --- | --- | --- |
//! | 1 | [`subthreshold`]`(p, v0, current, t)` | mV |
//! | 2 | [`climb_time`]`(p, current)` | ms, or `None` |
//! | 3 | [`firing_rate`]`(p, current)` | Hz |
//! | 4 | [`euler_step`]`(p, v, current, dt)` | mV |
//! | 5 | [`simulate`]`(p, current, dt, duration)` | mV and ms |
//! | 6 | [`intervals`]`(times)` | ms |
//! | 7 | [`cv`]`(isi)` | none |
//! | 8 | [`input_mean_sd`]`(n, rate, weight, dt)` | nA |
//! | 9 | [`noisy_step`]`(p, v, current, sigma, dt, xi)` | mV |
//! | 10 | [`sigma_for_rate`]`(p, current, target)` | mV |
//! | 11 | [`zero_crossings`]`(x, y)` | the unit of x |
//! | 12 | [`measured_rates`]`(p, current, dt, duration)` | Hz |
//!
//! In all of them `p` is a [`LifParams`], currents are in nA, potentials in mV, times in ms, rates in Hz.

use super::Reviewed;
use crate::neuron::lif::{Lif, LifParams};

mod climb_time;
mod cv;
mod euler_step;
mod firing_rate;
mod input_mean_sd;
mod intervals;
mod measured_rates;
mod noisy_step;
mod sigma_for_rate;
mod simulate;
mod subthreshold;
mod zero_crossings;

pub use climb_time::climb_time;
pub use cv::cv;
pub use euler_step::euler_step;
pub use firing_rate::firing_rate;
pub use input_mean_sd::input_mean_sd;
pub use intervals::intervals;
pub use measured_rates::measured_rates;
pub use noisy_step::noisy_step;
pub use sigma_for_rate::sigma_for_rate;
pub use simulate::{Run, Simulator, simulate};
pub use subthreshold::subthreshold;
pub use zero_crossings::zero_crossings;

/// The tables, in the order of the tutorial.
pub(super) const EXERCISES: &[&dyn Reviewed] = &[
    &subthreshold::SUBTHRESHOLD,
    &climb_time::CLIMB_TIME,
    &firing_rate::FIRING_RATE,
    &euler_step::EULER_STEP,
    &simulate::SIMULATE,
    &intervals::INTERVALS,
    &cv::CV,
    &input_mean_sd::INPUT_MEAN_SD,
    &noisy_step::NOISY_STEP,
    &sigma_for_rate::SIGMA_FOR_RATE,
    &zero_crossings::ZERO_CROSSINGS,
    &measured_rates::MEASURED_RATES,
];

/// Neurons that no page of the tutorial shows: no parameter is 1, and one has no refractory time. R times the rheobase
/// is the threshold without any rounding, so that a student who writes `<=` and one who writes `>` are both judged fairly.
fn unseen_neurons() -> [LifParams; 3] {
    let neuron =
        |tau_m, resistance, v_thresh, v_reset, t_ref| LifParams { tau_m, resistance, v_thresh, v_reset, t_ref };
    [neuron(12.0, 0.75, 15.0, 3.0, 0.0), neuron(35.0, 2.5, 22.5, -5.0, 4.0), neuron(8.0, 1.5, 18.0, 2.0, 1.25)]
}

/// The library's neuron with these parameters, which are those above and therefore valid.
fn neuron(p: LifParams) -> Lif {
    Lif::new(p).expect("the parameters of the checks are valid")
}
