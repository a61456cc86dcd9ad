//! The integrate-and-fire neuron whose synapses open conductances.

use ndarray::ArrayRef1;

use super::poisson::{Moments, PoissonSynapses};
use crate::Result;
use crate::error::check_same_length;
use crate::neuron::lif::{Lif, LifParams, LifRun, run_exact};
use crate::parameter::Allowed;
use crate::time_step::{self, MAX_SAMPLES};

/// The parameters of an integrate-and-fire neuron with synaptic conductances; potentials are relative to rest. The
/// default is the membrane of the course with the reversal potentials of Dayan & Abbott (2001, section 5.9): 0 mV and
/// −80 mV, seen from a rest at −70 mV.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ConductanceLifParams {
    /// Membrane, threshold, reset and refractory time.
    pub membrane: LifParams,
    /// Reversal potential of excitation E_e, mV from rest.
    pub e_exc: f64,
    /// Reversal potential of inhibition E_i, mV from rest.
    pub e_inh: f64,
}

impl Default for ConductanceLifParams {
    fn default() -> ConductanceLifParams {
        ConductanceLifParams { membrane: LifParams::default(), e_exc: 70.0, e_inh: -10.0 }
    }
}

/// An integrate-and-fire neuron whose synapses do not inject a current but open conductances:
///
/// ```text
/// τ dV/dt = −V + R (g_e(t) (E_e − V) + g_i(t) (E_i − V) + I)
/// ```
///
/// An open conductance draws the potential towards its reversal potential, and makes the membrane leakier: it moves to
///
/// ```text
/// V∞ = R (g_e E_e + g_i E_i + I)/(1 + R (g_e + g_i))   with the time constant   τ_eff = τ/(1 + R (g_e + g_i))
/// ```
///
/// Conductances in µS (MΩ·µS = 1): with the 1 MΩ of the default the leak is 1 µS.
///
/// ```
/// use neurocomp::neuron::synapse::{ConductanceLif, ConductanceLifParams};
///
/// let neuron = ConductanceLif::new(ConductanceLifParams::default())?;
/// // Excitation half as strong as the leak, inhibition as strong as the leak and a half:
/// assert!((neuron.effective_time_constant(0.5, 1.5) - 20.0 / 3.0).abs() < 1e-12);
/// assert!((neuron.steady_state(0.5, 1.5, 0.0) - (35.0 - 15.0) / 3.0).abs() < 1e-12); // mV
/// # Ok::<(), neurocomp::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ConductanceLif {
    params: ConductanceLifParams,
}

impl ConductanceLif {
    /// A neuron with these parameters.
    ///
    /// # Errors
    ///
    /// If [`Lif::new`] does not accept the membrane, or a reversal potential is not finite.
    pub fn new(params: ConductanceLifParams) -> Result<ConductanceLif> {
        Lif::new(params.membrane)?;
        Allowed::Finite.check("e_exc", "mV", params.e_exc)?;
        Allowed::Finite.check("e_inh", "mV", params.e_inh)?;
        Ok(ConductanceLif { params })
    }

    /// The parameters.
    pub fn params(&self) -> ConductanceLifParams {
        self.params
    }

    /// The time constant τ_eff = τ/(1 + R (g_e + g_i)) with these conductances (µS) open, ms.
    pub fn effective_time_constant(&self, g_exc: f64, g_inh: f64) -> f64 {
        self.params.membrane.tau_m / (1.0 + self.params.membrane.resistance * (g_exc + g_inh))
    }

    /// The potential V∞ (mV from rest) to which these conductances (µS) and a `current` (nA) lead without a threshold.
    pub fn steady_state(&self, g_exc: f64, g_inh: f64, current: f64) -> f64 {
        let p = self.params;
        let drive = g_exc * p.e_exc + g_inh * p.e_inh + current;
        p.membrane.resistance * drive / (1.0 + p.membrane.resistance * (g_exc + g_inh))
    }

    /// Simulates conductances `g_exc` and `g_inh` (µS), sampled at the times 0, dt, 2·dt … (ms) as
    /// [`TimeCourse::trace`](super::TimeCourse::trace) gives them, and a constant `current` (nA), starting at V_reset.
    /// The run has the same times.
    ///
    /// During a step a conductance is taken as constant, the mean of its two ends; then the potential relaxes
    /// exponentially, and the time of a spike is known in closed form. The error is of second order in dt.
    ///
    /// # Errors
    ///
    /// If the conductances differ in length, have fewer than two samples or one that is not ≥ 0; if a current is not
    /// finite; if `dt` is not > 0; if there are more than [`MAX_SAMPLES`] steps or too many spikes.
    ///
    /// ```
    /// use neurocomp::ndarray::Array1;
    /// use neurocomp::neuron::synapse::{ConductanceLif, ConductanceLifParams, TimeCourse};
    /// use neurocomp::spike_train::SpikeTrain;
    ///
    /// let input = SpikeTrain::new(vec![10.0, 12.0, 14.0], 0.0, 100.0)?;
    /// let g_exc = TimeCourse::alpha(2.0)?.trace(&input, 0.8, 0.1)?;
    /// let silence = Array1::zeros(g_exc.t.len());
    /// let neuron = ConductanceLif::new(ConductanceLifParams::default())?;
    /// let run = neuron.simulate(&g_exc.value, &silence, 0.0, 0.1)?;
    /// assert_eq!((run.v.len(), run.spikes.len()), (1001, 1));
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn simulate(&self, g_exc: &ArrayRef1<f64>, g_inh: &ArrayRef1<f64>, current: f64, dt: f64) -> Result<LifRun> {
        check_same_length(2, &[("g_exc", g_exc.len()), ("g_inh", g_inh.len())])?;
        self.check_input(g_exc, g_inh, current)?;
        time_step::check_positive("dt", dt)?;
        let steps = g_exc.len() - 1;
        time_step::steps(dt, steps as f64 * dt, MAX_SAMPLES)?;
        let middle = |g: &ArrayRef1<f64>, k: usize| 0.5 * (g[k] + g[k + 1]);
        let run = run_exact(self.params.membrane, steps, dt, |k| {
            let (exc, inh) = (middle(g_exc, k), middle(g_inh, k));
            let steady = self.steady_state(exc, inh, current);
            (steady, self.effective_time_constant(exc, inh))
        })?;
        Ok(run)
    }

    /// Mean and standard deviation (mV) of the potential without threshold under Poisson excitation and inhibition
    /// (weights in µS) and a constant `current` (nA), for fluctuations small enough that a conductance may be replaced
    /// by its mean, except where it drives the potential:
    ///
    /// ```text
    /// τ_eff dV/dt = μ − V + R_eff ((g_e − ⟨g_e⟩)(E_e − μ) + (g_i − ⟨g_i⟩)(E_i − μ))
    /// μ = V∞(⟨g_e⟩, ⟨g_i⟩),   R_eff = R/(1 + R (⟨g_e⟩ + ⟨g_i⟩))
    /// ```
    ///
    /// so that each synapse acts like a current of weight w (E − μ) into a membrane with τ_eff and R_eff (effective
    /// time constant approximation; Richardson & Gerstner 2005).
    ///
    /// # Errors
    ///
    /// If a rate or a weight is not ≥ 0, or `current` not finite.
    pub fn potential_moments(&self, exc: &PoissonSynapses, inh: &PoissonSynapses, current: f64) -> Result<Moments> {
        Allowed::NotNegative.check("exc.weight", "µS", exc.weight)?;
        Allowed::NotNegative.check("inh.weight", "µS", inh.weight)?;
        Allowed::Finite.check("current", "nA", current)?;
        let (g_exc, g_inh) = (exc.moments()?.mean, inh.moments()?.mean);
        let mean = self.steady_state(g_exc, g_inh, current);
        let tau = self.effective_time_constant(g_exc, g_inh);
        let resistance = self.params.membrane.resistance * tau / self.params.membrane.tau_m;
        let sd_of = |synapses: &PoissonSynapses, reversal: f64| {
            let as_current = PoissonSynapses { weight: synapses.weight * (reversal - mean), ..*synapses };
            as_current.moments_on(tau, resistance)
        };
        let (exc, inh) = (sd_of(exc, self.params.e_exc)?, sd_of(inh, self.params.e_inh)?);
        Moments { mean, sd: exc.sd.hypot(inh.sd) }.checked("mV")
    }

    /// Conductances not negative, and nothing so large that the potential would be infinite.
    fn check_input(&self, g_exc: &ArrayRef1<f64>, g_inh: &ArrayRef1<f64>, current: f64) -> Result<()> {
        Allowed::NotNegative.check_all("g_exc", "µS", g_exc)?;
        Allowed::NotNegative.check_all("g_inh", "µS", g_inh)?;
        Allowed::Finite.check("current", "nA", current)?;
        let p = self.params;
        let largest = |g: &ArrayRef1<f64>| g.iter().copied().fold(0.0, f64::max);
        let (exc, inh) = (largest(g_exc), largest(g_inh));
        let drive = exc * (1.0 + p.e_exc.abs()) + inh * (1.0 + p.e_inh.abs()) + current.abs();
        // Twice, for the sum of the two ends of a step.
        let bound = 2.0 * (1.0 + p.membrane.resistance) * drive;
        Allowed::Finite.check("resistance * (g_exc * e_exc + g_inh * e_inh)", "mV", bound)?;
        Ok(())
    }
}
