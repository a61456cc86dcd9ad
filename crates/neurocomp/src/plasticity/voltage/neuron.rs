//! The adaptive exponential integrate-and-fire neuron of the voltage rule.

use super::DT;
use crate::Result;
use crate::parameter::Allowed;

/// Up to this potential (mV) the neuron follows its equation; beyond it there is a spike.
const SPIKE: f64 = 20.0;

/// The two samples (mV) of a spike.
const SPIKE_SHAPE: [f64; 2] = [29.4, 29.4 + 3.462];

/// After a spike the potential is this far (mV) above rest.
const AFTER_SPIKE: f64 = 15.0 + 6.0984;

/// The parameters of the neuron; the default is from Clopath et al. (2010).
///
/// ```text
/// C du/dt = −g_L (u − E_L) + g_L Δ_T e^((u − V_T)/Δ_T) − w + z + I
/// τ_w dw/dt = a (u − E_L) − w        τ_z dz/dt = −z        τ_VT dV_T/dt = V_Trest − V_T
/// at a spike:  w ← w + b,  z ← I_sp,  V_T ← V_Tmax
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ClopathNeuronParams {
    /// Capacitance C, nF; > 0.
    pub capacitance: f64,
    /// Leak conductance g_L, µS; > 0.
    pub g_leak: f64,
    /// Resting potential E_L, mV.
    pub e_leak: f64,
    /// Slope of the exponential Δ_T, mV; > 0.
    pub delta_t: f64,
    /// Threshold at rest V_Trest, mV.
    pub v_t_rest: f64,
    /// Threshold right after a spike, mV.
    pub v_t_max: f64,
    /// Time constant of the threshold τ_VT, ms; ≥ 1.
    pub tau_v_t: f64,
    /// Time constant of adaptation τ_w, ms; ≥ 1.
    pub tau_w: f64,
    /// Subthreshold adaptation a, µS.
    pub a: f64,
    /// Adaptation added by a spike b, nA. The default, 0.0805 pA, is what the authors' code adds; whether the paper means
    /// a larger unit could not be checked.
    pub b: f64,
    /// After-depolarisation current that begins after a spike I_sp, nA.
    pub i_sp: f64,
    /// Its time constant τ_z, ms; ≥ 1.
    pub tau_z: f64,
}

impl Default for ClopathNeuronParams {
    fn default() -> ClopathNeuronParams {
        ClopathNeuronParams {
            capacitance: 0.281,
            g_leak: 0.030,
            e_leak: -70.6,
            delta_t: 2.0,
            v_t_rest: -50.4,
            v_t_max: -30.4,
            tau_v_t: 50.0,
            tau_w: 144.0,
            a: 0.004,
            b: 0.000_080_5,
            i_sp: 0.4,
            tau_z: 40.0,
        }
    }
}

/// The neuron in the course of time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct ClopathNeuron {
    params: ClopathNeuronParams,
    u: f64,
    w: f64,
    z: f64,
    v_t: f64,
    phase: Phase,
}

/// Where in a spike the neuron is.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Phase {
    Between,
    FirstSample,
    SecondSample,
}

impl ClopathNeuron {
    /// A neuron at rest.
    ///
    /// # Errors
    ///
    /// If `capacitance`, `g_leak` or `delta_t` is not > 0, a time constant shorter than the step of 1 ms, or any parameter
    /// not finite.
    pub fn new(params: ClopathNeuronParams) -> Result<ClopathNeuron> {
        let p = params;
        Allowed::Positive.check("capacitance", "nF", p.capacitance)?;
        Allowed::Positive.check("g_leak", "µS", p.g_leak)?;
        Allowed::Positive.check("delta_t", "mV", p.delta_t)?;
        for (name, tau) in [("tau_v_t", p.tau_v_t), ("tau_w", p.tau_w), ("tau_z", p.tau_z)] {
            Allowed::Between(DT, 1e6).check(name, "ms", tau)?;
        }
        for (name, unit, value) in [
            ("e_leak", "mV", p.e_leak),
            ("v_t_rest", "mV", p.v_t_rest),
            ("v_t_max", "mV", p.v_t_max),
            ("a", "µS", p.a),
            ("b", "nA", p.b),
            ("i_sp", "nA", p.i_sp),
        ] {
            Allowed::Finite.check(name, unit, value)?;
        }
        Ok(ClopathNeuron { params, u: p.e_leak, w: 0.0, z: 0.0, v_t: p.v_t_rest, phase: Phase::Between })
    }

    /// One step of 1 ms under a `current` (nA). Returns the potential at its end, mV.
    pub fn step(&mut self, current: f64) -> f64 {
        let p = self.params;
        if self.phase == Phase::SecondSample {
            self.u = p.e_leak + AFTER_SPIKE;
            self.w += p.b;
            self.z = p.i_sp;
            self.v_t = p.v_t_max;
            self.phase = Phase::Between;
        }
        let exponential = p.g_leak * p.delta_t * ((self.u - self.v_t) / p.delta_t).exp();
        let leak = -p.g_leak * (self.u - p.e_leak);
        let du = (leak + exponential - self.w + self.z + current) / p.capacitance * DT;
        let dw = (p.a * (self.u - p.e_leak) - self.w) / p.tau_w * DT;
        self.z -= self.z / p.tau_z * DT;
        self.v_t += (p.v_t_rest - self.v_t) / p.tau_v_t * DT;
        match self.phase {
            Phase::FirstSample => {
                // Adaptation waits while the spike is drawn.
                self.u = SPIKE_SHAPE[1];
                self.phase = Phase::SecondSample;
            }
            _ => {
                self.u += du;
                self.w += dw;
                if self.u > SPIKE {
                    self.u = SPIKE_SHAPE[0];
                    self.phase = Phase::FirstSample;
                }
            }
        }
        self.u
    }
}
