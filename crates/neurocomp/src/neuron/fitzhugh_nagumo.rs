//! The model of FitzHugh and Nagumo: an excitable membrane in two variables.
//!
//! One fast variable V that excites itself, and a slow one W that brings it back. What Hodgkin and Huxley's four
//! variables do can be seen here in a plane:
//!
//! ```text
//! dV/dt = V − V³/3 − W + I
//! dW/dt = ε (V + a − b W)
//! ```
//!
//! | symbol | meaning | in the code | default |
//! | --- | --- | --- | --- |
//! | V | potential, the fast variable | `v` | |
//! | W | recovery, the slow variable | `w` | |
//! | I | injected current | `current` | |
//! | ε | how slow the recovery is | `epsilon` | 0.08 |
//! | a, b | where and how steeply dW/dt = 0 | `a`, `b` | 0.7, 0.8 |
//!
//! All of them are numbers without unit. A unit of time counts as 1 ms, so that rates come out in Hz.
//!
//! # What is known exactly
//!
//! ```text
//! nullclines     dV/dt = 0:  W = V − V³/3 + I           dW/dt = 0:  W = (V + a)/b
//! fixed points   where they cross:  V³/3 + (1/b − 1) V + a/b − I = 0,  one to three roots;  one if b ≤ 1
//! Jacobian       J = ( 1 − V²   −1  )       trace T = 1 − V² − εb
//!                    (   ε      −εb )       determinant D = ε (1 − b (1 − V²))
//! stability      λ = T/2 ± √(T²/4 − D)
//! oscillation    begins and ends where T = 0 < D:  V = ∓√(1 − εb)      FitzHughNagumo::hopf_currents
//! ```
//!
//! # Example
//!
//! ```
//! use neurocomp::neuron::fitzhugh_nagumo::{FitzHughNagumo, FitzHughNagumoParams};
//! use neurocomp::phase_plane::Stability;
//!
//! let neuron = FitzHughNagumo::new(FitzHughNagumoParams::default())?;
//! // At rest without current …
//! let rest = &neuron.fixed_points(0.0)?[0];
//! assert!((rest.v + 1.199).abs() < 1e-3 && rest.stability == Stability::StableFocus);
//! // … and firing for ever with I = 0.7, from the same place.
//! let run = neuron.simulate(rest.v, rest.w, 0.7, 0.05, 200.0)?;
//! assert_eq!(run.spikes.len(), 6);
//! assert_eq!(neuron.fixed_points(0.7)?[0].stability, Stability::UnstableNode);
//! # Ok::<(), neurocomp::Error>(())
//! ```
//!
//! # Sources
//!
//! - R. FitzHugh, *Biophys. J.* 1, 445 (1961), doi:10.1016/S0006-3495(61)86902-6; J. Nagumo, S. Arimoto & S. Yoshizawa,
//!   *Proc. IRE* 50, 2061 (1962), doi:10.1109/JRPROC.1962.288235: the model. FitzHugh's x is −V, and his ratio of
//!   speeds 1/9; ε = 0.08 is from E. M. Izhikevich & R. FitzHugh, *Scholarpedia* 1(9), 1349 (2006),
//!   doi:10.4249/scholarpedia.1349.
//! - W. Gerstner, W. M. Kistler, R. Naud & L. Paninski, *Neuronal Dynamics* (2014), chapter 4,
//!   doi:10.1017/CBO9781107447615: the phase plane.

use crate::Result;
use crate::parameter::Allowed;

mod phase_plane;
mod simulate;

pub use phase_plane::{FitzHughNagumoField, FitzHughNagumoNullclines};

pub use simulate::{FitzHughNagumoRun, SPIKE_LEVEL};

/// Parameters, currents and starting points beyond this are a mistake: V and I are numbers of the order of 1.
const NUMBER: Allowed = Allowed::Between(-1000.0, 1000.0);

/// The parameters of the FitzHugh–Nagumo model, numbers without unit; the default is the one of the course.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FitzHughNagumoParams {
    /// Ratio ε of the two speeds; 0.000001 to 1000, small if the recovery is slow.
    pub epsilon: f64,
    /// Where the recovery is at rest: dW/dt = 0 at W = 0 if V = −a; −1000 to 1000.
    pub a: f64,
    /// How strongly the recovery holds itself back, the inverse slope of its nullcline; 0.001 to 1000.
    pub b: f64,
}

impl Default for FitzHughNagumoParams {
    fn default() -> FitzHughNagumoParams {
        FitzHughNagumoParams { epsilon: 0.08, a: 0.7, b: 0.8 }
    }
}

/// A FitzHugh–Nagumo neuron whose parameters have been checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FitzHughNagumo {
    params: FitzHughNagumoParams,
}

impl FitzHughNagumo {
    /// A neuron with these parameters.
    ///
    /// # Errors
    ///
    /// If a parameter is not finite or out of the range given for it in [`FitzHughNagumoParams`].
    pub fn new(params: FitzHughNagumoParams) -> Result<FitzHughNagumo> {
        Allowed::Between(1e-6, 1e3).check("epsilon", "", params.epsilon)?;
        NUMBER.check("a", "", params.a)?;
        Allowed::Between(1e-3, 1e3).check("b", "", params.b)?;
        Ok(FitzHughNagumo { params })
    }

    /// The parameters.
    pub fn params(&self) -> FitzHughNagumoParams {
        self.params
    }

    /// dV/dt at (`v`, `w`) under `current`.
    pub fn dv_dt(&self, v: f64, w: f64, current: f64) -> f64 {
        v - v * v * v / 3.0 - w + current
    }

    /// dW/dt at (`v`, `w`).
    pub fn dw_dt(&self, v: f64, w: f64) -> f64 {
        self.params.epsilon * (v + self.params.a - self.params.b * w)
    }

    /// The two currents between which the only fixed point is unstable and the neuron fires for ever, in closed form:
    /// the trace of the Jacobian vanishes at V = ∓√(1 − εb), the fixed point under I = V³/3 + (1/b − 1) V + a/b.
    /// `None` if there is no such interval: εb ≥ 1, or εb² ≥ 1, where the determinant is not positive.
    ///
    /// With b > 1 the neuron may have three fixed points, and the currents say only where one of them changes its
    /// stability.
    ///
    /// ```
    /// use neurocomp::neuron::fitzhugh_nagumo::{FitzHughNagumo, FitzHughNagumoParams};
    ///
    /// let (begin, end) = FitzHughNagumo::new(FitzHughNagumoParams::default())?.hopf_currents().unwrap();
    /// assert!((begin - 0.3313).abs() < 1e-4 && (end - 1.4187).abs() < 1e-4);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn hopf_currents(&self) -> Option<(f64, f64)> {
        let FitzHughNagumoParams { epsilon, b, .. } = self.params;
        let squared = 1.0 - epsilon * b;
        if squared <= 0.0 || epsilon * b * b >= 1.0 {
            return None;
        }
        let v = squared.sqrt();
        let (one, other) = (self.current_for(-v), self.current_for(v));
        Some((one.min(other), one.max(other)))
    }

    /// The current under which V is the potential of a fixed point: I = V³/3 + (1/b − 1) V + a/b.
    fn current_for(&self, v: f64) -> f64 {
        v * v * v / 3.0 + ((1.0 - self.params.b) * v + self.params.a) / self.params.b
    }
}

#[cfg(test)]
mod tests;
