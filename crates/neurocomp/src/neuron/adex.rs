//! The adaptive exponential integrate-and-fire neuron (AdEx): nine parameters, and most of what cortical neurons do.
//!
//! ```text
//! C dV/dt   = −g_L (V − E_L) + g_L Δ_T e^((V − V_T)/Δ_T) − w + I
//! τ_w dw/dt = a (V − E_L) − w
//! V ≥ V_peak:  spike, then V = V_r and w = w + b
//! ```
//!
//! The exponential is the sodium current that opens as the potential rises (compare
//! [`sodium`](crate::neuron::sodium)): a spike begins by itself, and where exactly it is cut off hardly matters. The
//! current w adapts: it follows the potential (a) and counts spikes (b).
//!
//! | symbol | meaning | in the code | unit | default |
//! | --- | --- | --- | --- | --- |
//! | C | capacitance | `capacitance` | nF | 0.281 |
//! | g_L | leak conductance | `g_leak` | µS | 0.030 |
//! | E_L | its reversal potential | `e_leak` | mV | −70.6 |
//! | V_T | potential at which the exponential takes over | `v_thresh` | mV | −50.4 |
//! | Δ_T | how sharply it does | `delta_t` | mV | 2 |
//! | V_r | potential after a spike | `v_reset` | mV | −70.6 |
//! | V_peak | potential at which a spike is cut off | `v_peak` | mV | 20 |
//! | τ_w | time constant of adaptation | `tau_w` | ms | 144 |
//! | a | adaptation to the potential | `a` | µS | 0.004 |
//! | b | adaptation to a spike | `b` | nA | 0.0805 |
//! | I | injected current | `current` | nA | |
//!
//! The default is the neuron of Brette & Gerstner (2005). Papers give pF, nS and pA: divide by 1000 (281 pF = 0.281 nF,
//! 30 nS = 0.030 µS). Potentials are absolute, not relative to rest.
//!
//! The exponential never overflows: a spike is counted when V reaches V_peak *or* V_T + 30 Δ_T, whichever is lower
//! ([`AdEx::v_cut`]). From there to infinity it takes less than τ_m e^(−30), 10⁻¹² ms.
//!
//! # Rest and rheobase
//!
//! Rest is where the nullclines w = −g_L (V − E_L) + g_L Δ_T e^((V − V_T)/Δ_T) + I and w = a (V − E_L) meet. As the
//! current grows slowly, rest is lost at the rheobase ([`AdEx::rheobase`]; Touboul & Brette 2008), with τ_m = C/g_L:
//!
//! ```text
//! a/g_L < τ_m/τ_w:  (g_L + a)(V_T − E_L − Δ_T + Δ_T ln(1 + a/g_L))                                 Integrator
//! a/g_L > τ_m/τ_w:  (g_L + a)(V_T − E_L − Δ_T + Δ_T ln(1 + τ_m/τ_w)) + Δ_T g_L (a/g_L − τ_m/τ_w)   Resonator
//! ```
//!
//! # Example
//!
//! ```
//! use neurocomp::neuron::adex::{AdEx, AdExParams};
//!
//! let neuron = AdEx::new(AdExParams::default())?;
//! let run = neuron.simulate(1.0, 0.1, 400.0)?;
//! let isi = run.spikes.isi();
//! assert!(isi[0] < 14.0 && isi[12] > 35.0); // it adapts
//! # Ok::<(), neurocomp::Error>(())
//! ```
//!
//! # Sources
//!
//! R. Brette & W. Gerstner, *J. Neurophysiol.* 94, 3637 (2005), doi:10.1152/jn.00686.2005: the model. R. Naud,
//! N. Marcille, C. Clopath & W. Gerstner, *Biol. Cybern.* 99, 335 (2008), doi:10.1007/s00422-008-0264-7: the patterns
//! (the values are Brian2's, adapted to match its figures).
//! J. Touboul & R. Brette, *Biol. Cybern.* 99, 319 (2008), doi:10.1007/s00422-008-0267-4: rheobase and excitability.

use ndarray::{Array1, ArrayRef1};

use super::two_variables::{self, CURRENTS, State, TwoVariables, TwoVariablesRun};
use crate::Result;
use crate::parameter::Allowed;
use crate::spike_train::SpikeTrain;
use crate::summary::{range, samples, summary};
use crate::time_step::{self, MAX_SAMPLES};

/// How sharply it begins to fire, in mV: beyond these the exponential is a step, or no threshold at all.
const SHARPNESS: Allowed = Allowed::Between(1e-3, 1e3);

mod patterns;
mod rest;

pub use super::two_variables::Excitability;

/// The parameters of an adaptive exponential neuron; the default is from Brette & Gerstner (2005), see the
/// [module](self). Sets for other firing patterns: [`AdExParams::tonic`] and those after it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AdExParams {
    /// Capacitance C, nF; > 0.
    pub capacitance: f64,
    /// Leak conductance g_L, µS; > 0.
    pub g_leak: f64,
    /// Reversal potential of the leak E_L, mV.
    pub e_leak: f64,
    /// Potential V_T at which the exponential takes over, mV; below `v_peak`.
    pub v_thresh: f64,
    /// Sharpness Δ_T of the exponential, mV; > 0.
    pub delta_t: f64,
    /// Potential V_r after a spike, mV; below `v_peak` and V_T + 30 Δ_T.
    pub v_reset: f64,
    /// Potential V_peak at which a spike is cut off, mV.
    pub v_peak: f64,
    /// Time constant of adaptation τ_w, ms; > 0.
    pub tau_w: f64,
    /// Adaptation to the potential a, µS; below zero it amplifies instead.
    pub a: f64,
    /// Adaptation to a spike b, nA.
    pub b: f64,
}

impl Default for AdExParams {
    fn default() -> AdExParams {
        AdExParams {
            capacitance: 0.281,
            g_leak: 0.030,
            e_leak: -70.6,
            v_thresh: -50.4,
            delta_t: 2.0,
            v_reset: -70.6,
            v_peak: 20.0,
            tau_w: 144.0,
            a: 0.004,
            b: 0.0805,
        }
    }
}

/// A simulated adaptive exponential neuron.
#[derive(Clone, PartialEq)]
pub struct AdExRun {
    /// Times 0, dt, 2·dt … n·dt, ms; n + 1 of them.
    pub t: Array1<f64>,
    /// Potential at these times, mV; the spikes themselves are not in it.
    pub v: Array1<f64>,
    /// Adaptation current at these times, nA.
    pub w: Array1<f64>,
    /// The spikes, from 0 to n·dt ms.
    pub spikes: SpikeTrain,
}

summary!(AdExRun, |run| {
    let (n, v, w) = (samples(run.t.len()), range(&run.v, 2), range(&run.w, 3));
    format!("{n}, v = {v} mV, w = {w} nA, spikes: {:?}", run.spikes)
});

/// An adaptive exponential neuron whose parameters have been checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AdEx {
    params: AdExParams,
}

impl AdEx {
    /// A neuron with these parameters.
    ///
    /// # Errors
    ///
    /// If `capacitance`, `g_leak`, or `tau_w` is not > 0, `delta_t` not from 0.001 to 1000 mV, `v_thresh` not below `v_peak`, `v_reset` not below
    /// `v_peak` and V_T + 30 Δ_T, or any of them not finite.
    pub fn new(params: AdExParams) -> Result<AdEx> {
        let p = params;
        Allowed::Positive.check("capacitance", "nF", p.capacitance)?;
        Allowed::Positive.check("g_leak", "µS", p.g_leak)?;
        Allowed::Finite.check("e_leak", "mV", p.e_leak)?;
        SHARPNESS.check("delta_t", "mV", p.delta_t)?;
        Allowed::Finite.check("v_peak", "mV", p.v_peak)?;
        Allowed::Below("v_peak", p.v_peak).check("v_thresh", "mV", p.v_thresh)?;
        let neuron = AdEx { params };
        Allowed::Below("v_peak", p.v_peak).check("v_reset", "mV", p.v_reset)?;
        Allowed::Below("v_thresh + 30 delta_t", neuron.v_cut()).check("v_reset", "mV", p.v_reset)?;
        Allowed::Positive.check("tau_w", "ms", p.tau_w)?;
        Allowed::Finite.check("a", "µS", p.a)?;
        Allowed::Finite.check("b", "nA", p.b)?;
        Ok(neuron)
    }

    /// The parameters.
    pub fn params(&self) -> AdExParams {
        self.params
    }

    /// The membrane time constant τ_m = C/g_L, ms.
    pub fn tau_m(&self) -> f64 {
        self.params.capacitance / self.params.g_leak
    }

    /// The potential at which a spike is counted: V_peak or V_T + 30 Δ_T, whichever is lower, mV.
    pub fn v_cut(&self) -> f64 {
        let p = self.params;
        p.v_peak.min(p.v_thresh + 30.0 * p.delta_t)
    }

    /// dV/dt (mV/ms) at potential `v` (mV), adaptation `w` (nA) and `current` (nA).
    pub fn dv_dt(&self, v: f64, w: f64, current: f64) -> f64 {
        (self.v_nullcline(v, current) - w) / self.params.capacitance
    }

    /// dw/dt (nA/ms) at potential `v` (mV) and adaptation `w` (nA).
    pub fn dw_dt(&self, v: f64, w: f64) -> f64 {
        (self.w_nullcline(v) - w) / self.params.tau_w
    }

    /// The w (nA) at which dV/dt = 0 at potential `v` (mV) under a `current` (nA). Above [`AdEx::v_cut`] the
    /// exponential stays what it is there.
    ///
    /// ```
    /// use neurocomp::ndarray::Array1;
    /// use neurocomp::neuron::adex::{AdEx, AdExParams};
    ///
    /// let neuron = AdEx::new(AdExParams::default())?;
    /// let v = Array1::linspace(-80.0, -40.0, 201);
    /// let v_nullcline = v.mapv(|v| neuron.v_nullcline(v, 0.5));
    /// let w_nullcline = v.mapv(|v| neuron.w_nullcline(v));
    /// assert_eq!(v_nullcline.len(), w_nullcline.len());
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn v_nullcline(&self, v: f64, current: f64) -> f64 {
        let p = self.params;
        -p.g_leak * (v - p.e_leak) + p.g_leak * p.delta_t * self.exponential(v) + current
    }

    /// The w (nA) at which dw/dt = 0 at potential `v` (mV): a (V − E_L).
    pub fn w_nullcline(&self, v: f64) -> f64 {
        self.params.a * (v - self.params.e_leak)
    }

    /// e^((V − V_T)/Δ_T), up to the cut.
    fn exponential(&self, v: f64) -> f64 {
        ((v.min(self.v_cut()) - self.params.v_thresh) / self.params.delta_t).exp()
    }

    /// Simulates a constant `current` (nA) with steps of `dt` (ms) for `duration` (ms), from V = E_L and w = 0, which
    /// is nearly rest. How: see [`two_variables`].
    ///
    /// # Errors
    ///
    /// If `current` is not between −10⁶ and 10⁶ nA; if `dt` is not > 0, or longer than `duration`, τ_m or τ_w; if there
    /// are more than [`MAX_SAMPLES`] steps or too many spikes.
    pub fn simulate(&self, current: f64, dt: f64, duration: f64) -> Result<AdExRun> {
        self.simulate_from(self.params.e_leak, 0.0, current, dt, duration)
    }

    /// The same from V = `v0` (mV), below [`AdEx::v_cut`], and w = `w0` (nA): for the trajectories of a phase plane.
    ///
    /// # Errors
    ///
    /// As for [`AdEx::simulate`], and if `v0` is not below [`AdEx::v_cut`] or `w0` not finite.
    pub fn simulate_from(&self, v0: f64, w0: f64, current: f64, dt: f64, duration: f64) -> Result<AdExRun> {
        Allowed::Below("v_cut", self.v_cut()).check("v0", "mV", v0)?;
        Allowed::Finite.check("w0", "nA", w0)?;
        CURRENTS.check("current", "nA", current)?;
        let steps = time_step::steps(dt, duration, MAX_SAMPLES)?;
        self.check_step(dt)?;
        let start = State { v: v0, w: w0 };
        two_variables::simulate(self, start, steps, dt, |_| current).map(AdExRun::from)
    }

    /// Simulates a current (nA) that changes: `current[k]` flows during step k, from k·dt to (k + 1)·dt ms. The run has
    /// one sample more than `current`.
    ///
    /// # Errors
    ///
    /// If `current` is empty, has more than [`MAX_SAMPLES`] elements or one not between −10⁶ and 10⁶ nA; if `dt` is
    /// not > 0, or longer than τ_m or τ_w; if there are too many spikes.
    pub fn simulate_input(&self, current: &ArrayRef1<f64>, dt: f64) -> Result<AdExRun> {
        let steps = two_variables::check_samples(current.iter(), "nA", dt)?;
        self.check_step(dt)?;
        let start = State { v: self.params.e_leak, w: 0.0 };
        two_variables::simulate(self, start, steps, dt, |k| current[k]).map(AdExRun::from)
    }

    fn check_step(&self, dt: f64) -> Result<()> {
        time_step::check_resolves(dt, self.tau_m().min(self.params.tau_w))
    }
}

impl From<TwoVariablesRun> for AdExRun {
    fn from(run: TwoVariablesRun) -> AdExRun {
        AdExRun { t: run.t, v: run.v, w: run.w, spikes: run.spikes }
    }
}

impl TwoVariables for AdEx {
    fn slope(&self, state: State, current: f64) -> State {
        State { v: self.dv_dt(state.v, state.w, current), w: self.dw_dt(state.v, state.w) }
    }

    /// A tenth of τ_m e^(−(V − V_T)/Δ_T), in which the exponential grows by a factor e.
    fn longest_step(&self, state: State, _current: f64) -> f64 {
        0.1 * self.tau_m() / self.exponential(state.v)
    }

    fn peak(&self) -> f64 {
        self.v_cut()
    }

    fn reset(&self, w: f64) -> State {
        State { v: self.params.v_reset, w: w + self.params.b }
    }
}

#[cfg(test)]
mod tests;
