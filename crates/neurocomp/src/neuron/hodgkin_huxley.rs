//! The neuron of Hodgkin and Huxley: how sodium and potassium channels make an action potential.
//!
//! The membrane of the squid's giant axon is a capacitance, a leak, and two kinds of channels whose conductance depends
//! on the potential. A sodium channel conducts while its three activation gates m and its inactivation gate h are open,
//! a potassium channel while its four gates n are:
//!
//! ```text
//! C dV/dt = g_L (E_L − V) + g_Na m³ h (E_Na − V) + g_K n⁴ (E_K − V) + I
//! τ_x dx/dt = x∞ − x        x = m, h, n        τ_x = 1/(φ (α_x + β_x))    x∞ = α_x/(α_x + β_x)
//! ```
//!
//! | symbol | meaning | in the code | unit | default |
//! | --- | --- | --- | --- | --- |
//! | V | membrane potential | `v` | mV from rest | |
//! | m, h, n | fraction of gates that are open | `m`, `h`, `n` | | |
//! | C | capacitance | `capacitance` | µF/cm² | 1 |
//! | g_Na, E_Na | sodium: conductance, all gates open; reversal potential | `g_na`, `e_na` | mS/cm², mV | 120, 115 |
//! | g_K, E_K | potassium, likewise | `g_k`, `e_k` | mS/cm², mV | 36, −12 |
//! | g_L, E_L | leak | `g_leak`, `e_leak` | mS/cm², mV | 0.3, 10.6 |
//! | α, β | opening and closing rates of the gates, functions of V | [`alpha_m`] … [`beta_n`] | 1/ms | |
//! | T | temperature | `temperature` | °C | 6.3 |
//! | φ = 3^((T − 6.3)/10) | how much faster the gates are than at 6.3 °C | [`HodgkinHuxley::phi`] | | 1 |
//! | I | injected current | `current` | µA/cm² | |
//!
//! The formulas of the rates are in [`alpha_m`] and its neighbours. Conductances times potentials (mS/cm²·mV) are
//! currents in µA/cm², and those over µF/cm² are mV/ms: the units fit without factors. Currents count **positive into
//! the cell**, as in the equation: the sodium current, which depolarises, is positive below E_Na.
//!
//! What differs from the paper of 1952: the sign of V (theirs is resting potential minus potential), and E_L. It was
//! chosen to make the current at V = 0 vanish, and given as 10.613 mV; with the rates as printed it should be 10.599
//! mV. With 10.6, the value of the textbooks, the membrane rests at 0.0003 mV. To work with potentials as electrodes
//! measure them take [`HodgkinHuxleyParams::resting_at`]`(-65.0)`: nothing changes but the origin of V.
//!
//! # Example
//!
//! ```
//! use neurocomp::neuron::hodgkin_huxley::{HodgkinHuxley, HodgkinHuxleyParams};
//!
//! let neuron = HodgkinHuxley::new(HodgkinHuxleyParams::default())?;
//! // 10 µA/cm² for 100 ms, in steps of 0.01 ms, from rest.
//! let run = neuron.simulate(10.0, 0.01, 100.0)?;
//! assert_eq!(run.spikes.len(), 7);
//! let peak = run.v.iter().copied().fold(f64::MIN, f64::max);
//! assert!((100.0..110.0).contains(&peak)); // the action potential, mV above rest
//!
//! // 5 µA/cm² make a single spike: the membrane then finds a new rest.
//! assert_eq!(neuron.simulate(5.0, 0.01, 100.0)?.spikes.len(), 1);
//! # Ok::<(), neurocomp::Error>(())
//! ```
//!
//! A spike after *inhibition* ends (anode break excitation): hyperpolarisation opens h and closes n, and when it is
//! over the membrane is more excitable than at rest.
//!
//! ```
//! use neurocomp::ndarray::Array1;
//! use neurocomp::neuron::hodgkin_huxley::{HodgkinHuxley, HodgkinHuxleyParams};
//!
//! let neuron = HodgkinHuxley::new(HodgkinHuxleyParams::default())?;
//! // −10 µA/cm² for the first 50 ms of 100 ms.
//! let current = Array1::from_shape_fn(10_000, |k| if k < 5_000 { -10.0 } else { 0.0 });
//! let run = neuron.simulate_input(&current, 0.01)?;
//! assert_eq!(run.spikes.len(), 1);
//! assert!(run.spikes.times()[0] > 50.0);
//! # Ok::<(), neurocomp::Error>(())
//! ```
//!
//! # Sources
//!
//! - A. L. Hodgkin & A. F. Huxley, *J. Physiol.* 117, 500 (1952), doi:10.1113/jphysiol.1952.sp004764: the model.
//! - W. Gerstner, W. M. Kistler, R. Naud & L. Paninski, *Neuronal Dynamics* (2014), chapter 2,
//!   doi:10.1017/CBO9781107447615: the model in the sign convention of today.
//! - J. Rinzel & R. N. Miller, *Math. Biosci.* 49, 27 (1980), doi:10.1016/0025-5564(80)90109-1: repetitive firing, and
//!   where it begins and ends.

use crate::Result;
use crate::parameter::Allowed;

mod excitability;
mod rates;
mod rest;
mod simulate;

pub use excitability::RefractoryCurve;
pub use rates::{alpha_h, alpha_m, alpha_n, beta_h, beta_m, beta_n, h_inf, m_inf, n_inf, tau_h, tau_m, tau_n};
pub use rest::GateCurves;
pub use simulate::{Conductances, HodgkinHuxleyRun, IonicCurrents, MAX_HH_SAMPLES};

/// Currents beyond 1 A/cm², a million times what makes the axon fire, are a mistake of units.
const CURRENT: Allowed = Allowed::Between(-1e6, 1e6);

/// Potentials beyond 1 V are, too.
const POTENTIAL: Allowed = Allowed::Between(-1000.0, 1000.0);

/// The parameters of a Hodgkin–Huxley membrane. The default is the squid axon of 1952, see the [module](self), with
/// potentials from rest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HodgkinHuxleyParams {
    /// Membrane capacitance C, µF/cm²; 0.001 to 1000.
    pub capacitance: f64,
    /// Sodium conductance g_Na with all gates open, mS/cm²; 0 to 100,000.
    pub g_na: f64,
    /// Potassium conductance g_K with all gates open, mS/cm²; 0 to 100,000.
    pub g_k: f64,
    /// Leak conductance g_L, mS/cm²; 0.000001 to 100,000.
    pub g_leak: f64,
    /// Sodium reversal potential E_Na, mV; −1000 to 1000, as are all potentials.
    pub e_na: f64,
    /// Potassium reversal potential E_K, mV.
    pub e_k: f64,
    /// Leak reversal potential E_L, mV.
    pub e_leak: f64,
    /// Where the potential from rest is counted from, mV: the rates are α(V − v_rest) and β(V − v_rest).
    pub v_rest: f64,
    /// An upward crossing of this potential is a spike, mV.
    pub v_spike: f64,
    /// Temperature T, °C; 0 to 40.
    pub temperature: f64,
}

impl Default for HodgkinHuxleyParams {
    fn default() -> HodgkinHuxleyParams {
        HodgkinHuxleyParams {
            capacitance: 1.0,
            g_na: 120.0,
            g_k: 36.0,
            g_leak: 0.3,
            e_na: 115.0,
            e_k: -12.0,
            e_leak: 10.6,
            v_rest: 0.0,
            v_spike: 50.0,
            temperature: 6.3,
        }
    }
}

impl HodgkinHuxleyParams {
    /// The same axon with the origin of potentials moved, so that it rests at `v_rest` (mV). With −65 mV, E_Na is 50,
    /// E_K −77, E_L −54.4 and the level of a spike −15 mV.
    pub fn resting_at(v_rest: f64) -> HodgkinHuxleyParams {
        let p = HodgkinHuxleyParams::default();
        HodgkinHuxleyParams {
            e_na: p.e_na + v_rest,
            e_k: p.e_k + v_rest,
            e_leak: p.e_leak + v_rest,
            v_spike: p.v_spike + v_rest,
            v_rest,
            ..p
        }
    }
}

/// The four variables of the membrane at one moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HodgkinHuxleyState {
    /// Membrane potential V, mV.
    pub v: f64,
    /// Sodium activation m, 0 to 1.
    pub m: f64,
    /// Sodium inactivation h, 0 to 1; 1 is not inactivated.
    pub h: f64,
    /// Potassium activation n, 0 to 1.
    pub n: f64,
}

impl HodgkinHuxleyState {
    fn check(&self) -> Result<()> {
        POTENTIAL.check("v", "mV", self.v)?;
        for (name, gate) in [("m", self.m), ("h", self.h), ("n", self.n)] {
            Allowed::Between(0.0, 1.0).check(name, "", gate)?;
        }
        Ok(())
    }
}

/// A Hodgkin–Huxley neuron whose parameters have been checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HodgkinHuxley {
    params: HodgkinHuxleyParams,
    phi: f64,
}

impl HodgkinHuxley {
    /// A neuron with these parameters.
    ///
    /// # Errors
    ///
    /// If a parameter is not finite or out of the range given for it in [`HodgkinHuxleyParams`].
    ///
    /// ```
    /// use neurocomp::neuron::hodgkin_huxley::{HodgkinHuxley, HodgkinHuxleyParams};
    ///
    /// let error = HodgkinHuxley::new(HodgkinHuxleyParams { g_na: -1.0, ..Default::default() }).unwrap_err();
    /// assert_eq!(error.to_string(), "g_na must be finite and 0 to 100000 mS/cm², received -1");
    /// ```
    pub fn new(params: HodgkinHuxleyParams) -> Result<HodgkinHuxley> {
        let p = params;
        Allowed::Between(1e-3, 1e3).check("capacitance", "µF/cm²", p.capacitance)?;
        Allowed::Between(0.0, 1e5).check("g_na", "mS/cm²", p.g_na)?;
        Allowed::Between(0.0, 1e5).check("g_k", "mS/cm²", p.g_k)?;
        Allowed::Between(1e-6, 1e5).check("g_leak", "mS/cm²", p.g_leak)?;
        for (name, potential) in
            [("e_na", p.e_na), ("e_k", p.e_k), ("e_leak", p.e_leak), ("v_rest", p.v_rest), ("v_spike", p.v_spike)]
        {
            POTENTIAL.check(name, "mV", potential)?;
        }
        Allowed::Between(0.0, 40.0).check("temperature", "°C", p.temperature)?;
        let phi = 3.0_f64.powf((p.temperature - 6.3) / 10.0);
        Ok(HodgkinHuxley { params, phi })
    }

    /// The parameters.
    pub fn params(&self) -> HodgkinHuxleyParams {
        self.params
    }

    /// The factor φ = 3^((T − 6.3)/10) by which the gates are faster than at 6.3 °C.
    pub fn phi(&self) -> f64 {
        self.phi
    }

    /// Sodium conductance g_Na m³ h, mS/cm².
    pub fn sodium_conductance(&self, state: &HodgkinHuxleyState) -> f64 {
        self.params.g_na * state.m * state.m * state.m * state.h
    }

    /// Potassium conductance g_K n⁴, mS/cm².
    pub fn potassium_conductance(&self, state: &HodgkinHuxleyState) -> f64 {
        let squared = state.n * state.n;
        self.params.g_k * squared * squared
    }

    /// Sodium current into the cell g_Na m³ h (E_Na − V), µA/cm².
    pub fn sodium_current(&self, state: &HodgkinHuxleyState) -> f64 {
        self.sodium_conductance(state) * (self.params.e_na - state.v)
    }

    /// Potassium current into the cell g_K n⁴ (E_K − V), µA/cm²; negative, that is out of the cell, above E_K.
    pub fn potassium_current(&self, state: &HodgkinHuxleyState) -> f64 {
        self.potassium_conductance(state) * (self.params.e_k - state.v)
    }

    /// Leak current into the cell g_L (E_L − V), µA/cm².
    pub fn leak_current(&self, state: &HodgkinHuxleyState) -> f64 {
        self.params.g_leak * (self.params.e_leak - state.v)
    }

    /// All three currents into the cell, µA/cm².
    pub fn ionic_current(&self, state: &HodgkinHuxleyState) -> f64 {
        self.sodium_current(state) + self.potassium_current(state) + self.leak_current(state)
    }

    /// The right-hand side of the equations under an injected `current` (µA/cm²): dV/dt (mV/ms), dm/dt, dh/dt and dn/dt
    /// (1/ms), in this order.
    pub fn derivatives(&self, state: &HodgkinHuxleyState, current: f64) -> [f64; 4] {
        let v = state.v - self.params.v_rest;
        let gate = |alpha: f64, beta: f64, x: f64| self.phi * (alpha * (1.0 - x) - beta * x);
        [
            (self.ionic_current(state) + current) / self.params.capacitance,
            gate(alpha_m(v), beta_m(v), state.m),
            gate(alpha_h(v), beta_h(v), state.h),
            gate(alpha_n(v), beta_n(v), state.n),
        ]
    }
}

#[cfg(test)]
mod tests;
