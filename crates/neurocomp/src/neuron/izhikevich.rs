//! Izhikevich's neuron: two equations, four parameters, and the firing patterns of the cortex.
//!
//! ```text
//! dv/dt = 0.04 v² + 5 v + 140 − u + I
//! du/dt = a (b v − u)
//! v ≥ 30:  spike, then v = c and u = u + d
//! ```
//!
//! | symbol | meaning | in the code | unit | default |
//! | --- | --- | --- | --- | --- |
//! | v | potential | `v` | mV | |
//! | u | recovery | `u` | mV/ms | |
//! | a | how fast u recovers | `a` | 1/ms | 0.02 |
//! | b | how much u follows v | `b` | 1/ms | 0.2 |
//! | c | v after a spike | `c` | mV | −65 |
//! | d | what a spike adds to u | `d` | mV/ms | 8 |
//! | I | current, over a capacitance | `current` | mV/ms | |
//!
//! The default is the regularly spiking neuron. The numbers 0.04, 5 and 140 fit a spike's beginning in a cortical
//! neuron. The paper's own program takes Euler steps of 0.5 to 1 ms; the equations themselves, solved exactly as here,
//! fire at somewhat different times.
//!
//! # Rest
//!
//! The nullclines u = 0.04 v² + 5 v + 140 + I and u = b v meet at
//!
//! ```text
//! v = (b − 5 ± √((5 − b)² − 0.16 (140 + I)))/0.08
//! ```
//!
//! the lower one being rest. As I grows slowly, rest is lost at the rheobase: for b < a where the two merge,
//! I = (5 − b)²/0.16 − 140 (integrator); for b > a before that, where the Jacobian's trace 0.08 v + 5 − a vanishes
//! (resonator).
//!
//! # Example
//!
//! ```
//! use neurocomp::neuron::izhikevich::{Izhikevich, IzhikevichParams};
//!
//! let neuron = Izhikevich::new(IzhikevichParams::chattering())?;
//! let run = neuron.simulate(10.0, 0.1, 300.0)?;
//! // Inside a burst up to 6 ms from spike to spike, between bursts more than 40.
//! assert!(run.spikes.isi().iter().all(|&isi| isi < 6.0 || isi > 40.0));
//! # Ok::<(), neurocomp::Error>(())
//! ```
//!
//! # Source
//!
//! E. M. Izhikevich, *IEEE Trans. Neural Netw.* 14, 1569 (2003), doi:10.1109/TNN.2003.820440.

use ndarray::{Array1, ArrayRef1};

use super::two_variables::{self, CURRENTS, State, TwoVariables, TwoVariablesRun};
use crate::Result;
use crate::parameter::Allowed;
use crate::phase_plane::FixedPoint;
use crate::spike_train::SpikeTrain;
use crate::summary::{range, samples, summary};
use crate::time_step::{self, MAX_SAMPLES};

mod patterns;

pub use super::two_variables::Excitability;

/// The potential at which a spike is counted, mV.
pub const V_PEAK: f64 = 30.0;

/// The four parameters. The default is the regularly spiking neuron.
///
/// Sets of Izhikevich (2003, figure 2):
///
/// | | what it does under a step of current |
/// | --- | --- |
/// | [`IzhikevichParams::regular_spiking`] | intervals become longer: most excitatory cells of the cortex |
/// | [`IzhikevichParams::intrinsically_bursting`] | a burst, then single spikes |
/// | [`IzhikevichParams::chattering`] | bursts again and again |
/// | [`IzhikevichParams::fast_spiking`] | fast, without slowing down: inhibitory cells |
/// | [`IzhikevichParams::low_threshold_spiking`] | fast, and slows down; fires at weak currents |
/// | [`IzhikevichParams::thalamo_cortical`] | regular; and a burst when released from hyperpolarisation |
/// | [`IzhikevichParams::resonator`] | swings below threshold |
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct IzhikevichParams {
    /// How fast u recovers, 1/ms; > 0.
    pub a: f64,
    /// How much u follows v, 1/ms.
    pub b: f64,
    /// Potential after a spike, mV; below 30.
    pub c: f64,
    /// What a spike adds to u, mV/ms.
    pub d: f64,
}

/// A simulated neuron of Izhikevich.
#[derive(Clone, PartialEq)]
pub struct IzhikevichRun {
    /// Times 0, dt, 2·dt … n·dt, ms; n + 1 of them.
    pub t: Array1<f64>,
    /// Potential at these times, mV; the spikes themselves are not in it.
    pub v: Array1<f64>,
    /// Recovery at these times, mV/ms.
    pub u: Array1<f64>,
    /// The spikes, from 0 to n·dt ms.
    pub spikes: SpikeTrain,
}

summary!(IzhikevichRun, |run| {
    let (n, v, u) = (samples(run.t.len()), range(&run.v, 2), range(&run.u, 2));
    format!("{n}, v = {v} mV, u = {u} mV/ms, spikes: {:?}", run.spikes)
});

/// A neuron of Izhikevich whose parameters have been checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Izhikevich {
    params: IzhikevichParams,
}

impl Izhikevich {
    /// A neuron with these parameters.
    ///
    /// # Errors
    ///
    /// If `a` is not > 0, `c` not below 30, or any of them not finite.
    pub fn new(params: IzhikevichParams) -> Result<Izhikevich> {
        Allowed::Positive.check("a", "1/ms", params.a)?;
        Allowed::Finite.check("b", "1/ms", params.b)?;
        Allowed::Below("v_peak", V_PEAK).check("c", "mV", params.c)?;
        Allowed::Finite.check("d", "mV/ms", params.d)?;
        Ok(Izhikevich { params })
    }

    /// The parameters.
    pub fn params(&self) -> IzhikevichParams {
        self.params
    }

    /// dv/dt (mV/ms) at `v` (mV), `u` and `current` (mV/ms).
    pub fn dv_dt(&self, v: f64, u: f64, current: f64) -> f64 {
        self.v_nullcline(v, current) - u
    }

    /// du/dt (mV/ms²) at `v` (mV) and `u` (mV/ms).
    pub fn du_dt(&self, v: f64, u: f64) -> f64 {
        self.params.a * (self.u_nullcline(v) - u)
    }

    /// The u at which dv/dt = 0 at `v` (mV) under `current` (mV/ms): 0.04 v² + 5 v + 140 + I.
    pub fn v_nullcline(&self, v: f64, current: f64) -> f64 {
        (0.04 * v + 5.0) * v + 140.0 + current
    }

    /// The u at which du/dt = 0 at `v` (mV): b v.
    pub fn u_nullcline(&self, v: f64) -> f64 {
        self.params.b * v
    }

    /// All states in which both variables stay under a constant `current` (mV/ms), from low to high potential: two (the
    /// lower may be rest, the upper is a saddle), or none if the current is too strong.
    ///
    /// ```
    /// use neurocomp::neuron::izhikevich::{Izhikevich, IzhikevichParams};
    ///
    /// let neuron = Izhikevich::new(IzhikevichParams::regular_spiking())?;
    /// let points = neuron.fixed_points(0.0)?;
    /// assert!((points[0].v + 70.0).abs() < 1e-9 && points[0].is_stable());
    /// assert!((points[1].v + 50.0).abs() < 1e-9 && !points[1].is_stable());
    /// assert!(neuron.fixed_points(10.0)?.is_empty());
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If `current` is not between −10⁶ and 10⁶.
    pub fn fixed_points(&self, current: f64) -> Result<Vec<FixedPoint>> {
        CURRENTS.check("current", "mV/ms", current)?;
        Ok(self.points(current))
    }

    fn points(&self, current: f64) -> Vec<FixedPoint> {
        let linear = 5.0 - self.params.b;
        let square = linear * linear - 0.16 * (140.0 + current);
        // Written so that NaN has none.
        if !(square >= 0.0 && square.is_finite()) {
            return Vec::new();
        }
        [-square.sqrt(), square.sqrt()].map(|root| self.fixed_point((root - linear) / 0.08)).to_vec()
    }

    /// The current (mV/ms) beyond which there is no stable rest, if it grows slowly; see the [module](self). A current
    /// that is switched on may make the neuron fire at less.
    pub fn rheobase(&self) -> f64 {
        let p = self.params;
        let v = match self.excitability() {
            Excitability::Integrator => (p.b - 5.0) / 0.08,
            Excitability::Resonator => (p.a - 5.0) / 0.08,
        };
        self.u_nullcline(v) - self.v_nullcline(v, 0.0)
    }

    /// How rest is lost at the rheobase: [`Excitability::Resonator`] if b > a, otherwise [`Excitability::Integrator`].
    pub fn excitability(&self) -> Excitability {
        if self.params.b > self.params.a { Excitability::Resonator } else { Excitability::Integrator }
    }

    /// Simulates a constant `current` (mV/ms) with steps of `dt` (ms) for `duration` (ms), from rest; if there is no
    /// rest at I = 0, from v = c, u = b c. How: see [`two_variables`].
    ///
    /// # Errors
    ///
    /// If `current` is not between −10⁶ and 10⁶; if `dt` is not > 0, or longer than `duration` or 1/a; if there are
    /// more than [`MAX_SAMPLES`] steps or too many spikes.
    pub fn simulate(&self, current: f64, dt: f64, duration: f64) -> Result<IzhikevichRun> {
        let start = self.start();
        self.simulate_from(start.v, start.w, current, dt, duration)
    }

    /// The same from `v0` (mV), below 30, and `u0` (mV/ms): for the trajectories of a phase plane.
    ///
    /// # Errors
    ///
    /// As for [`Izhikevich::simulate`], and if `v0` is not below 30 or `u0` not finite.
    pub fn simulate_from(&self, v0: f64, u0: f64, current: f64, dt: f64, duration: f64) -> Result<IzhikevichRun> {
        Allowed::Below("v_peak", V_PEAK).check("v0", "mV", v0)?;
        Allowed::Finite.check("u0", "mV/ms", u0)?;
        CURRENTS.check("current", "mV/ms", current)?;
        let steps = time_step::steps(dt, duration, MAX_SAMPLES)?;
        time_step::check_resolves(dt, 1.0 / self.params.a)?;
        let start = State { v: v0, w: u0 };
        two_variables::simulate(self, start, steps, dt, |_| current).map(IzhikevichRun::from)
    }

    /// Simulates a current (mV/ms) that changes: `current[k]` flows during step k, from k·dt to (k + 1)·dt ms. The run
    /// has one sample more than `current`.
    ///
    /// # Errors
    ///
    /// If `current` is empty, has more than [`MAX_SAMPLES`] elements or one not between −10⁶ and 10⁶; if `dt` is not >
    /// 0, or longer than 1/a; if there are too many spikes.
    pub fn simulate_input(&self, current: &ArrayRef1<f64>, dt: f64) -> Result<IzhikevichRun> {
        let steps = two_variables::check_samples(current.iter(), "mV/ms", dt)?;
        time_step::check_resolves(dt, 1.0 / self.params.a)?;
        two_variables::simulate(self, self.start(), steps, dt, |k| current[k]).map(IzhikevichRun::from)
    }

    fn start(&self) -> State {
        let points = self.points(0.0);
        let rest = points.iter().find(|point| point.is_stable() && point.v < V_PEAK);
        let v = rest.map_or(self.params.c, |point| point.v);
        State { v, w: self.u_nullcline(v) }
    }

    fn fixed_point(&self, v: f64) -> FixedPoint {
        FixedPoint::new(v, self.u_nullcline(v), self.jacobian(v))
    }

    /// [[∂v'/∂v, ∂v'/∂u], [∂u'/∂v, ∂u'/∂u]] at potential `v`.
    fn jacobian(&self, v: f64) -> [[f64; 2]; 2] {
        let p = self.params;
        [[0.08 * v + 5.0, -1.0], [p.a * p.b, -p.a]]
    }
}

impl From<TwoVariablesRun> for IzhikevichRun {
    fn from(run: TwoVariablesRun) -> IzhikevichRun {
        IzhikevichRun { t: run.t, v: run.v, u: run.w, spikes: run.spikes }
    }
}

impl TwoVariables for Izhikevich {
    fn slope(&self, state: State, current: f64) -> State {
        State { v: self.dv_dt(state.v, state.w, current), w: self.du_dt(state.v, state.w) }
    }

    /// A fifth of the time in which the potential moves as its parabola asks: by its slope here, or by its
    /// discriminant, which is how fast it runs from −∞ to ∞ or between its two zeros.
    fn longest_step(&self, state: State, current: f64) -> f64 {
        let slope = 0.08 * state.v + 5.0;
        let discriminant = 25.0 - 0.16 * (140.0 + current - state.w);
        0.2 / slope.abs().max(discriminant.abs().sqrt())
    }

    fn peak(&self) -> f64 {
        V_PEAK
    }

    fn reset(&self, u: f64) -> State {
        State { v: self.params.c, w: u + self.params.d }
    }
}

#[cfg(test)]
mod tests;
