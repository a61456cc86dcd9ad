//! Checks of TD2, from membrane to spike trains.
//!
//! The notebook writes `check::spikes::euler_decay(euler_decay)`: the check has the name of the exercise, and takes the
//! student's function as a plain `fn`.
//!
//! | exercise | function to write | unit of the answer |
//! | --- | --- | --- |
//! | 1 | [`euler_decay`]`(x0, tau, dt, duration)` | that of x |
//! | 2 | [`fhn_slope`]`(p, v, w, current)` | none |
//! | 3 | [`fhn_simulate`]`(p, v0, w0, current, dt, duration)` | none |
//! | 4 | [`upward_crossings`]`(v, threshold)` | none (indices) |
//! | 5 | [`threshold_changes`]`(v, threshold)` | none |
//! | 6 | [`rate_and_cv`]`(times, duration)` | Hz, and none or `None` |
//! | 7 | [`poisson_times`]`(rate, duration, u)` | ms |
//! | 8 | [`fano`]`(counts)` | none |
//! | 9 | [`psth_rate`]`(trials, duration, bin_size)` | Hz |
//! | 10 | [`place_rate`]`(x, dt, spike_x, length, bin_size)` | Hz |
//! | 11 | [`euler`]`(slope, x0, dt, duration)` | that of x |
//! | 12 | [`fhn_rate`]`(p, current, dt, duration)` | Hz |
//!
//! In all of them `p` is a [`FitzHughNagumoParams`](crate::neuron::fitzhugh_nagumo::FitzHughNagumoParams), times are in
//! ms, rates in Hz, positions in cm.

mod crossing;
mod euler;
mod excitable;
mod recording;
mod train;

pub use crossing::{threshold_changes, upward_crossings};
pub use euler::{EulerMethod, euler, euler_decay};
pub use excitable::{FhnPath, FhnSimulator, fhn_rate, fhn_simulate, fhn_slope};
pub use recording::{PlaceRate, place_rate, psth_rate};
pub use train::{fano, poisson_times, rate_and_cv};

/// How many steps of `dt` make `duration`, as the stubs count them.
fn steps(duration: f64, dt: f64) -> usize {
    (duration / dt).round() as usize
}

/// The tables, in the order of the tutorial.
pub(super) const EXERCISES: &[&dyn super::Reviewed] = &[];
