//! Checks of TD2, from membrane to spike trains.
//!
//! The notebook writes `check::spikes::euler_decay(euler_decay)`: the check has the name of the exercise, and takes the
//! student's function as a plain `fn`.
//!
//! | exercise | function to write | unit of the answer |
//! | --- | --- | --- |
//! | 1 | [`euler_decay`]`(x0, tau, dt, duration)` | unit of x |
//! | 2 | [`fhn_slope`]`(p, v, w, current)` | none |
//! | 3 | [`fhn_simulate`]`(p, v0, w0, current, dt, duration)` | none |
//! | 4 | [`upward_crossings`]`(v, threshold)` | none (indices) |
//! | 5 | [`threshold_changes`]`(v, threshold)` | none |
//! | 6 | [`rate_and_cv`]`(times, duration)` | Hz, and none or `None` |
//! | 7 | [`poisson_times`]`(rate, duration, u)` | ms |
//! | 8 | [`fano`]`(counts)` | none |
//! | 9 | [`psth_rate`]`(trials, duration, bin_size)` | Hz |
//! | 10 | [`place_rate`]`(x, dt, spike_x, length, bin_size)` | Hz |
//! | 11 | [`euler`]`(slope, x0, dt, duration)` | unit of x |
//! | 12 | [`fhn_rate`]`(p, current, dt, duration)` | Hz |
//!
//! In all of them `p` is a [`FitzHughNagumoParams`], times are in ms, rates in Hz, positions in cm.

use ndarray::{Array1, array};

use super::Reviewed;
use super::argument::Argument;
use crate::neuron::fitzhugh_nagumo::FitzHughNagumoParams;

mod euler;
mod euler_decay;
mod fano;
mod fhn_rate;
mod fhn_simulate;
mod fhn_slope;
mod place_rate;
mod poisson_times;
mod psth_rate;
mod rate_and_cv;
mod threshold_changes;
mod upward_crossings;

pub use euler::{EulerMethod, euler};
pub use euler_decay::euler_decay;
pub use fano::fano;
pub use fhn_rate::fhn_rate;
pub use fhn_simulate::{FhnPath, FhnSimulator, fhn_simulate};
pub use fhn_slope::fhn_slope;
pub use place_rate::{PlaceRate, place_rate};
pub use poisson_times::poisson_times;
pub use psth_rate::psth_rate;
pub use rate_and_cv::rate_and_cv;
pub use threshold_changes::threshold_changes;
pub use upward_crossings::upward_crossings;

/// The tables, in the order of the tutorial.
pub(super) const EXERCISES: &[&dyn Reviewed] = &[
    &euler_decay::EULER_DECAY,
    &fhn_slope::FHN_SLOPE,
    &fhn_simulate::FHN_SIMULATE,
    &upward_crossings::UPWARD_CROSSINGS,
    &threshold_changes::THRESHOLD_CHANGES,
    &rate_and_cv::RATE_AND_CV,
    &poisson_times::POISSON_TIMES,
    &fano::FANO,
    &psth_rate::PSTH_RATE,
    &place_rate::PLACE_RATE,
    &euler::EULER,
    &fhn_rate::FHN_RATE,
];

/// How many steps of `dt` make `duration`, as the stubs count them.
fn steps(duration: f64, dt: f64) -> usize {
    (duration / dt).round() as usize
}

/// x at the times 0, dt, 2·dt …, by a rule that leads from step k and x there to x one step later.
fn path(x0: f64, dt: f64, duration: f64, step: impl Fn(usize, f64) -> f64) -> Array1<f64> {
    let mut x = Array1::from_elem(steps(duration, dt) + 1, x0);
    for k in 1..x.len() {
        x[k] = step(k - 1, x[k - 1]);
    }
    x
}

/// Neurons that no page of the tutorial shows; none of the parameters is the one of the course.
const NEURONS: [FitzHughNagumoParams; 2] =
    [FitzHughNagumoParams { epsilon: 0.2, a: 0.5, b: 0.6 }, FitzHughNagumoParams { epsilon: 0.05, a: 0.9, b: 0.75 }];

impl Argument for FitzHughNagumoParams {
    fn code(&self) -> String {
        format!("{self:?}")
    }
}

/// dV/dt.
fn dv(v: f64, w: f64, current: f64) -> f64 {
    v - v.powi(3) / 3.0 - w + current
}

/// dW/dt.
fn dw(p: FitzHughNagumoParams, v: f64, w: f64) -> f64 {
    p.epsilon * (v + p.a - p.b * w)
}

/// V and W at the times 0, dt, 2·dt …, by a rule that leads from (V, W) to both one step later.
fn fhn_path(start: (f64, f64), dt: f64, duration: f64, step: impl Fn(f64, f64) -> (f64, f64)) -> FhnPath {
    let n = steps(duration, dt) + 1;
    let (mut v, mut w) = (Array1::from_elem(n, start.0), Array1::from_elem(n, start.1));
    for k in 1..n {
        (v[k], w[k]) = step(v[k - 1], w[k - 1]);
    }
    (v, w)
}

/// The path by Euler's method.
fn fhn_euler(p: FitzHughNagumoParams, start: (f64, f64), current: f64, dt: f64, duration: f64) -> FhnPath {
    fhn_path(start, dt, duration, |v, w| (v + dt * dv(v, w, current), w + dt * dw(p, v, w)))
}

/// Potentials and thresholds (mV) that no page of the tutorial shows: one begins above the threshold, one touches it
/// exactly, one never gets there, one is a single sample.
fn traces() -> Vec<(Array1<f64>, f64)> {
    vec![
        (array![-65.0, -60.0, 10.0, 35.0, -50.0, -70.0, -30.0, 20.0, -62.0, -10.0], -40.0),
        (array![30.0, 12.0, -8.0, -20.0, 4.0, 16.0, 18.0, 2.0], 10.0),
        (array![1.0, 3.0, 5.0, 4.0, 2.0, 3.0, 6.0, 1.0], 3.0),
        (array![-2.0, -1.5, -1.2, -1.9], -1.0),
        (array![-9.0, -3.0, -5.0, 7.0], -4.0),
        (array![5.0], 1.0),
    ]
}

/// NaN without any value.
fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// The sum of the squared deviations from the mean.
fn squares(values: &[f64]) -> f64 {
    let mean = mean(values);
    values.iter().map(|value| (value - mean).powi(2)).sum()
}

/// How many of the values fall into each bin from 0 to `extent`.
fn binned<'a>(values: impl IntoIterator<Item = &'a f64>, extent: f64, bin_size: f64) -> Array1<f64> {
    let mut counts = Array1::zeros(steps(extent, bin_size));
    let last = counts.len() - 1;
    for value in values {
        counts[((value / bin_size) as usize).min(last)] += 1.0;
    }
    counts
}
