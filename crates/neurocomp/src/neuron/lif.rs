//! The leaky integrate-and-fire (LIF) neuron.
//!
//! A membrane that charges through a resistance, and fires when it reaches a threshold. Below threshold the potential
//! V(t), measured from rest, obeys
//!
//! ```text
//! τ dV/dt = −V + R I(t)                      with noise: + σ √τ ξ(t)
//! V ≥ V_thresh:  spike, then V = V_reset for the time t_ref
//! ```
//!
//! | symbol | meaning | in the code | unit | default |
//! | --- | --- | --- | --- | --- |
//! | τ | membrane time constant | `tau_m` | ms | 20 |
//! | R | membrane resistance | `resistance` | MΩ | 1 |
//! | V_thresh | threshold | `v_thresh` | mV from rest | 20 |
//! | V_reset | potential after a spike | `v_reset` | mV from rest | 0 |
//! | t_ref | refractory time | `t_ref` | ms | 0 |
//! | I | injected current | `current` | nA | |
//! | σ | amplitude of the noise | `sigma` | mV | |
//! | ξ | Gaussian white noise, ⟨ξ(t) ξ(t')⟩ = δ(t − t') | | ms^(−1/2) | |
//!
//! MΩ·nA = mV, so that R I is a potential. Without a threshold the noisy potential would end up with mean R I and
//! standard deviation σ/√2.
//!
//! # What is known exactly
//!
//! ```text
//! below threshold   V(t) = R I + (V₀ − R I) e^(−t/τ)                         Lif::subthreshold
//! it fires if       R I > V_thresh, that is I > V_thresh/R                   Lif::rheobase
//! period            T(I) = t_ref + τ ln((R I − V_reset)/(R I − V_thresh))    Lif::period
//! rate              f(I) = 1/T(I)                                            Lif::rate
//! rate with noise   1/ν = t_ref + τ √π ∫ e^(u²) (1 + erf u) du               Lif::siegert_rate
//!                         from u = (V_reset − R I)/σ to (V_thresh − R I)/σ
//! ```
//!
//! # What is simulated
//!
//! | method | current | functions |
//! | --- | --- | --- |
//! | Euler | constant, or one value for each step | [`Lif::simulate`], [`Lif::simulate_input`] |
//! | Euler–Maruyama | constant with noise | [`Lif::simulate_noisy`], [`Lif::spikes_noisy`], [`Lif::rate_cv_map`] |
//! | exact | constant, or one value for each step | [`Lif::simulate_exact`], [`Lif::simulate_input_exact`] |
//!
//! Euler's method (Euler–Maruyama with noise), N a standard normal number:
//!
//! ```text
//! V(t + dt) = V(t) + (dt/τ)(−V(t) + R I) + σ √(dt/τ) N
//! ```
//!
//! - There are n = duration/dt steps (rounded), and n + 1 samples t_k = k·dt, the first at V = V_reset.
//! - A step that ends at or above threshold ends with a spike *at the end of that step*. The sample there already
//!   holds V_reset: the spike is in the list of times, not in the trace, which never shows V ≥ V_thresh.
//! - For the next t_ref/dt steps (rounded) V stays at V_reset.
//! - Euler's potential climbs a little too fast, and waiting for the end of the step makes a spike up to dt late: both
//!   errors of an interval are of first order in dt.
//! - A noisy potential also crosses the threshold unseen between two steps: the simulated rate belongs to a threshold
//!   higher by 0.5826 σ √(dt/τ) (Asmussen, Glynn & Pitman 1995; Broadie, Glasserman & Kou 1997), an error of order ½.
//! - The same seed gives the same numbers, in a trace, in a list of spikes, on any machine.
//!
//! # Example
//!
//! ```
//! use neurocomp::neuron::lif::{Lif, LifParams};
//!
//! let neuron = Lif::new(LifParams { t_ref: 2.0, ..Default::default() })?;
//! assert_eq!(neuron.rheobase(), 20.0); // nA
//! assert_eq!(neuron.period(15.0), None); // never fires
//! let period = neuron.period(25.0).unwrap(); // 2 + 20 ln 5 ms
//! assert!((period - 34.189).abs() < 1e-3);
//!
//! // One second in steps of 0.1 ms: spikes one period apart, up to the error of a step.
//! let run = neuron.simulate(25.0, 0.1, 1000.0)?;
//! assert_eq!(run.v.len(), 10_001);
//! assert!((run.spikes.isi()[0] - period).abs() < 0.2);
//! # Ok::<(), neurocomp::Error>(())
//! ```
//!
//! # Sources
//!
//! - L. Lapicque, *J. Physiol. Pathol. Gén.* 9, 620 (1907); translated by N. Brunel & M. van Rossum, *Biol. Cybern.*
//!   97, 341 (2007), doi:10.1007/s00422-007-0189-6: the model.
//! - W. Gerstner, W. M. Kistler, R. Naud & L. Paninski, *Neuronal Dynamics* (2014), chapters 1 and 8,
//!   doi:10.1017/CBO9781107447615: the equations.
//! - S. Asmussen, P. Glynn & J. Pitman, *Ann. Appl. Probab.* 5, 875 (1995), doi:10.1214/aoap/1177004597; M. Broadie,
//!   P. Glasserman & S. Kou, *Math. Finance* 7, 325 (1997), doi:10.1111/1467-9965.00035: what a noisy simulation in
//!   steps misses.

use crate::error::number;
use crate::neuron::siegert;
use crate::parameter::Allowed;
use crate::{Error, Result};

mod exact;
mod map;
mod simulate;

pub use map::RateCvMap;
pub use simulate::{LifRun, MAX_SPIKES};

pub(crate) use exact::run_exact;

/// The parameters of a leaky integrate-and-fire neuron; potentials are relative to rest. The default is the neuron of
/// the course: τ = 20 ms, R = 1 MΩ, threshold 20 mV, reset 0 mV, no refractory time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LifParams {
    /// Membrane time constant τ, ms; > 0.
    pub tau_m: f64,
    /// Membrane resistance R, MΩ; > 0.
    pub resistance: f64,
    /// Threshold, mV from rest.
    pub v_thresh: f64,
    /// Potential after a spike, mV from rest; below the threshold.
    pub v_reset: f64,
    /// Refractory time, ms; ≥ 0.
    pub t_ref: f64,
}

impl Default for LifParams {
    fn default() -> LifParams {
        LifParams { tau_m: 20.0, resistance: 1.0, v_thresh: 20.0, v_reset: 0.0, t_ref: 0.0 }
    }
}

/// A leaky integrate-and-fire neuron whose parameters have been checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lif {
    params: LifParams,
}

impl Lif {
    /// A neuron with these parameters.
    ///
    /// # Errors
    ///
    /// If `tau_m` or `resistance` is not > 0, `t_ref` not ≥ 0, `v_reset` not below `v_thresh`, or any of them not
    /// finite.
    ///
    /// ```
    /// use neurocomp::neuron::lif::{Lif, LifParams};
    ///
    /// let error = Lif::new(LifParams { tau_m: -3.0, ..Default::default() }).unwrap_err();
    /// assert_eq!(error.to_string(), "tau_m must be finite and > 0 ms, received -3");
    /// ```
    pub fn new(params: LifParams) -> Result<Lif> {
        Allowed::Positive.check("tau_m", "ms", params.tau_m)?;
        Allowed::Positive.check("resistance", "MΩ", params.resistance)?;
        Allowed::NotNegative.check("t_ref", "ms", params.t_ref)?;
        Allowed::Finite.check("v_thresh", "mV", params.v_thresh)?;
        Allowed::Below("v_thresh", params.v_thresh).check("v_reset", "mV", params.v_reset)?;
        Ok(Lif { params })
    }

    /// The parameters.
    pub fn params(&self) -> LifParams {
        self.params
    }

    /// The potential R I that a constant `current` (nA) leads to without a threshold, mV.
    pub fn steady_state(&self, current: f64) -> f64 {
        self.params.resistance * current
    }

    /// The rheobase V_thresh/R, nA: a constant current must exceed it for the neuron to fire.
    pub fn rheobase(&self) -> f64 {
        self.params.v_thresh / self.params.resistance
    }

    /// The potential (mV) at time `t` (ms) after V = `v0` (mV), under a constant `current` (nA) and without a
    /// threshold: V(t) = R I + (V₀ − R I) e^(−t/τ).
    pub fn subthreshold(&self, v0: f64, current: f64, t: f64) -> f64 {
        let steady = self.steady_state(current);
        steady + (v0 - steady) * (-t / self.params.tau_m).exp()
    }

    /// The time (ms) from one spike to the next under a constant `current` (nA), refractory time included:
    /// T(I) = t_ref + τ ln((R I − V_reset)/(R I − V_thresh)). `None` if R I ≤ V_thresh: the neuron never fires.
    pub fn period(&self, current: f64) -> Option<f64> {
        let p = self.params;
        let above = self.steady_state(current) - p.v_thresh;
        if above <= 0.0 {
            return None;
        }
        // ln(1 + x) of a small x keeps its digits for strong currents, where the quotient is almost 1.
        Some(p.t_ref + p.tau_m * ((p.v_thresh - p.v_reset) / above).ln_1p())
    }

    /// The firing rate 1/T(I) under a constant `current` (nA), Hz; 0 if the neuron never fires.
    pub fn rate(&self, current: f64) -> f64 {
        self.period(current).map_or(0.0, |period| 1000.0 / period)
    }

    /// The firing rate ν (Hz) under a constant `current` (nA) with noise of amplitude `sigma` (mV): the inverse of
    /// t_ref plus the mean time from reset to threshold, which is Siegert's formula; see [`siegert`].
    /// Without noise it is [`Lif::rate`]. A rate too small for a number of the computer (below 1e-300 Hz) is 0.
    ///
    /// ```
    /// use neurocomp::neuron::lif::{Lif, LifParams};
    ///
    /// let neuron = Lif::new(LifParams::default())?;
    /// assert_eq!(neuron.rate(18.0), 0.0); // 18 nA alone never make it fire,
    /// let rate = neuron.siegert_rate(18.0, 4.0)?; // with fluctuations of 4 mV they do.
    /// assert!((rate - 13.383).abs() < 1e-3, "{rate}");
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If `current` is not finite, or `sigma` not ≥ 0.
    pub fn siegert_rate(&self, current: f64, sigma: f64) -> Result<f64> {
        Allowed::Finite.check("current", "nA", current)?;
        Allowed::NotNegative.check("sigma", "mV", sigma)?;
        let p = self.params;
        let steady = self.steady_state(current);
        let (low, high) = ((p.v_reset - steady) / sigma, (p.v_thresh - steady) / sigma);
        // Fluctuations this small make no difference, and even smaller ones would divide infinity by infinity.
        if sigma == 0.0 || high.abs() > 1e8 {
            return Ok(self.rate(current));
        }
        let time = siegert::log_first_passage_time(low, high).exp();
        Ok(1000.0 / (p.t_ref + p.tau_m * time))
    }
}

/// A neuron driven so hard that the list of its spikes fills the memory.
pub(crate) fn too_many_spikes(limit: usize, after: f64) -> Error {
    let after = number(after);
    Error::text(
        format!(
            "a simulation may have at most {limit} spikes and reached them after {after} ms: is the current in nA?"
        ),
        format!(
            "une simulation peut avoir au plus {limit} potentiels d’action, atteints après {after} ms : le courant \
             est-il en nA ?"
        ),
    )
}

#[cfg(test)]
mod tests;
