//! The cells of a population: neuron, synapses, starting potential.

use crate::Result;
use crate::parameter::Allowed;
use crate::time_step;

/// What all neurons of a population have in common. The default is a leaky integrate-and-fire neuron with exponential
/// synaptic currents that starts at rest.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct NetworkCell {
    /// The membrane, and how it makes spikes.
    pub neuron: NeuronModel,
    /// What an arriving spike does.
    pub synapses: Synapses,
    /// The potential at t = 0.
    pub v_start: InitialPotential,
}

/// The membrane, and how it makes spikes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NeuronModel {
    /// Leaky integrate-and-fire.
    Lif(LifCell),
    /// Adaptive exponential integrate-and-fire.
    AdEx(AdExCell),
}

impl Default for NeuronModel {
    fn default() -> NeuronModel {
        NeuronModel::Lif(LifCell::default())
    }
}

/// A leaky integrate-and-fire neuron with absolute potentials:
///
/// ```text
/// τ dV/dt = V_rest − V + R I + synapses,     V ≥ V_thresh: spike, then V = V_reset for t_ref
/// ```
///
/// The default is the membrane of Brette et al. (2007): τ = 20 ms, rest −60 mV, threshold −50 mV, reset −60 mV, 5 ms
/// refractory; R = 100 MΩ, which is 1/(10 nS).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LifCell {
    /// Membrane time constant τ, ms; > 0.
    pub tau_m: f64,
    /// Membrane resistance R, MΩ; > 0. It only weighs injected currents.
    pub resistance: f64,
    /// Resting potential, mV.
    pub v_rest: f64,
    /// Threshold, mV.
    pub v_thresh: f64,
    /// Potential after a spike, mV; below the threshold.
    pub v_reset: f64,
    /// Refractory time, ms; ≥ 0. Synapses go on during it, the potential waits.
    pub t_ref: f64,
}

impl Default for LifCell {
    fn default() -> LifCell {
        LifCell { tau_m: 20.0, resistance: 100.0, v_rest: -60.0, v_thresh: -50.0, v_reset: -60.0, t_ref: 5.0 }
    }
}

/// An adaptive exponential integrate-and-fire neuron (Brette & Gerstner 2005, doi:10.1152/jn.00686.2005), with the
/// names and units of the single neuron:
///
/// ```text
/// C dV/dt   = −g_L (V − E_L) + g_L Δ_T e^((V − V_T)/Δ_T) − w + I + synapses
/// τ_w dw/dt = a (V − E_L) − w
/// V ≥ V_peak:  spike, then V = V_r for t_ref, and w = w + b
/// ```
///
/// A spike is cut off at V_peak or V_T + 30 Δ_T, whichever is lower.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AdExCell {
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
    /// Refractory time, ms; ≥ 0.
    pub t_ref: f64,
    /// Time constant of adaptation τ_w, ms; > 0.
    pub tau_w: f64,
    /// Adaptation to the potential a, µS.
    pub a: f64,
    /// Adaptation to a spike b, nA.
    pub b: f64,
}

impl Default for AdExCell {
    fn default() -> AdExCell {
        AdExCell {
            capacitance: 0.281,
            g_leak: 0.030,
            e_leak: -70.6,
            v_thresh: -50.4,
            delta_t: 2.0,
            v_reset: -70.6,
            v_peak: 20.0,
            t_ref: 0.0,
            tau_w: 144.0,
            a: 0.004,
            b: 0.0805,
        }
    }
}

impl AdExCell {
    /// Where a spike is cut off, mV.
    pub(super) fn v_cut(&self) -> f64 {
        self.v_peak.min(self.v_thresh + 30.0 * self.delta_t)
    }

    /// Membrane time constant C/g_L, ms.
    pub(super) fn tau_m(&self) -> f64 {
        self.capacitance / self.g_leak
    }
}

/// What an arriving spike does. A weight ≥ 0 is excitatory and acts through u_e or g_e, a weight < 0 is inhibitory and
/// acts through u_i or g_i.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Synapses {
    /// The potential jumps by the weight, mV. A refractory neuron does not feel it.
    Delta,
    /// Currents that decay exponentially, u_e + u_i on the right of τ dV/dt. They are given as the potential R I that
    /// they would lead to, so that a weight is in mV:
    ///
    /// ```text
    /// τ_e du_e/dt = −u_e,   τ_i du_i/dt = −u_i,   a spike: u ← u + weight
    /// ```
    Current {
        /// Time constant of excitation τ_e, ms; > 0.
        tau_e: f64,
        /// Time constant of inhibition τ_i, ms; > 0.
        tau_i: f64,
    },
    /// Conductances that decay exponentially, g_e (E_e − V) + g_i (E_i − V) on the right of τ dV/dt. They are counted
    /// in leak conductances, so that a weight has no unit: 0.6 opens 0.6 times the leak, −6.7 opens 6.7 times the leak
    /// towards E_i.
    Conductance {
        /// Time constant of excitation τ_e, ms; > 0.
        tau_e: f64,
        /// Time constant of inhibition τ_i, ms; > 0.
        tau_i: f64,
        /// Reversal potential of excitation E_e, mV.
        e_e: f64,
        /// Reversal potential of inhibition E_i, mV.
        e_i: f64,
    },
}

impl Default for Synapses {
    fn default() -> Synapses {
        Synapses::Current { tau_e: 5.0, tau_i: 10.0 }
    }
}

/// The potential at t = 0.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub enum InitialPotential {
    /// All neurons at rest: `v_rest` or `e_leak`.
    #[default]
    Rest,
    /// All neurons at this potential, mV.
    At(f64),
    /// Each neuron at a random potential, evenly distributed from the first to the second, mV.
    Uniform(f64, f64),
}

impl NetworkCell {
    pub(super) fn check(&self) -> Result<()> {
        match self.neuron {
            NeuronModel::Lif(lif) => check_lif(&lif)?,
            NeuronModel::AdEx(adex) => check_adex(&adex)?,
        }
        match self.synapses {
            Synapses::Delta => {}
            Synapses::Current { tau_e, tau_i } => check_taus(tau_e, tau_i)?,
            Synapses::Conductance { tau_e, tau_i, e_e, e_i } => {
                check_taus(tau_e, tau_i)?;
                Allowed::Finite.check("e_e", "mV", e_e)?;
                Allowed::Finite.check("e_i", "mV", e_i)?;
            }
        }
        let below = Allowed::Below("v_thresh", self.v_thresh());
        match self.v_start {
            InitialPotential::Rest => {}
            InitialPotential::At(v) => {
                below.check("v_start", "mV", v)?;
            }
            InitialPotential::Uniform(low, high) => {
                Allowed::Finite.check("v_start.0", "mV", low)?;
                let span = Allowed::Between(low, self.v_thresh());
                span.check("v_start.1", "mV", high)?;
            }
        }
        Ok(())
    }

    /// A step must fit into every time constant.
    pub(super) fn check_step(&self, dt: f64) -> Result<()> {
        let membrane = match self.neuron {
            NeuronModel::Lif(lif) => lif.tau_m,
            NeuronModel::AdEx(adex) => adex.tau_m().min(adex.tau_w),
        };
        time_step::check_resolves(dt, membrane)?;
        match self.synapses {
            Synapses::Delta => Ok(()),
            Synapses::Current { tau_e, tau_i } | Synapses::Conductance { tau_e, tau_i, .. } => {
                time_step::check_resolves(dt, tau_e.min(tau_i))
            }
        }
    }

    pub(super) fn v_rest(&self) -> f64 {
        match self.neuron {
            NeuronModel::Lif(lif) => lif.v_rest,
            NeuronModel::AdEx(adex) => adex.e_leak,
        }
    }

    /// Where a spike is counted, mV.
    pub(super) fn v_thresh(&self) -> f64 {
        match self.neuron {
            NeuronModel::Lif(lif) => lif.v_thresh,
            NeuronModel::AdEx(adex) => adex.v_cut(),
        }
    }

    pub(super) fn v_reset(&self) -> f64 {
        match self.neuron {
            NeuronModel::Lif(lif) => lif.v_reset,
            NeuronModel::AdEx(adex) => adex.v_reset,
        }
    }

    pub(super) fn t_ref(&self) -> f64 {
        match self.neuron {
            NeuronModel::Lif(lif) => lif.t_ref,
            NeuronModel::AdEx(adex) => adex.t_ref,
        }
    }

    /// What an injected nA does to the potential in the long run: R, MΩ.
    pub(super) fn resistance(&self) -> f64 {
        match self.neuron {
            NeuronModel::Lif(lif) => lif.resistance,
            NeuronModel::AdEx(adex) => 1.0 / adex.g_leak,
        }
    }
}

fn check_taus(tau_e: f64, tau_i: f64) -> Result<()> {
    Allowed::Positive.check("tau_e", "ms", tau_e)?;
    Allowed::Positive.check("tau_i", "ms", tau_i)?;
    Ok(())
}

fn check_lif(p: &LifCell) -> Result<()> {
    Allowed::Positive.check("tau_m", "ms", p.tau_m)?;
    Allowed::Positive.check("resistance", "MΩ", p.resistance)?;
    Allowed::Finite.check("v_rest", "mV", p.v_rest)?;
    Allowed::Finite.check("v_thresh", "mV", p.v_thresh)?;
    Allowed::Below("v_thresh", p.v_thresh).check("v_reset", "mV", p.v_reset)?;
    Allowed::NotNegative.check("t_ref", "ms", p.t_ref)?;
    Ok(())
}

fn check_adex(p: &AdExCell) -> Result<()> {
    Allowed::Positive.check("capacitance", "nF", p.capacitance)?;
    Allowed::Positive.check("g_leak", "µS", p.g_leak)?;
    Allowed::Finite.check("e_leak", "mV", p.e_leak)?;
    Allowed::Finite.check("v_peak", "mV", p.v_peak)?;
    Allowed::Below("v_peak", p.v_peak).check("v_thresh", "mV", p.v_thresh)?;
    Allowed::Positive.check("delta_t", "mV", p.delta_t)?;
    Allowed::Below("v_peak", p.v_cut()).check("v_reset", "mV", p.v_reset)?;
    Allowed::NotNegative.check("t_ref", "ms", p.t_ref)?;
    Allowed::Positive.check("tau_w", "ms", p.tau_w)?;
    Allowed::Finite.check("a", "µS", p.a)?;
    Allowed::Finite.check("b", "nA", p.b)?;
    Ok(())
}
