//! The passive membrane: a capacitor, a resistor and a battery.
//!
//! The membrane separates charges (capacitance C), lets some of them through (resistance R), and at rest has the
//! potential E_l. A current I into the cell charges the capacitor or leaves through the resistor:
//!
//! ```text
//! C dV/dt = (E_l − V)/R + I(t)   or, with the time constant τ = R C,   τ dV/dt = E_l − V + R I(t)
//! ```
//!
//! | symbol | meaning | in the code | unit | default |
//! | --- | --- | --- | --- | --- |
//! | V | membrane potential | `v` | mV | |
//! | C | capacitance | `capacitance` | nF | 1 |
//! | R | resistance | `resistance` | MΩ | 10 |
//! | E_l | resting potential | `v_rest` | mV | −65 |
//! | τ = R C | time constant | `time_constant()` | ms | 10 |
//! | I | injected current | `current` | nA | |
//!
//! MΩ·nA = mV and MΩ·nF = ms. The default is the cell of Dayan & Abbott, figure 5.5.
//!
//! # What is known exactly
//!
//! ```text
//! step of I          V(t) = V∞ + (V₀ − V∞) e^(−t/τ),   V∞ = E_l + R I      step_response
//! pulse of length w  a step at 0, minus the same step at w                 pulse_response
//! I = a sin ωt       V(t) = E_l + |Z| a sin(ωt + φ) + transient e^(−t/τ)   sine_response
//!                    |Z| = R/√(1 + (ωτ)²),  φ = −arctan ωτ                 impedance, phase
//!                    half the power at f = 1/(2πτ): a low-pass filter      cutoff_frequency
//! white noise        mean E_l + R m,  variance R² s²/(2τ)                  white_noise_potential
//! Ornstein–Uhlenbeck mean E_l + R m,  variance R² s² τ_s/(τ_s + τ)         ornstein_uhlenbeck_potential
//! ```
//!
//! Any other current, in steps as [`crate::current`] makes them, is simulated: [`Membrane::simulate`] exactly, since
//! each step is a step of current, and [`Membrane::simulate_euler`] by Euler's method, to compare. The resting
//! potential itself comes from the concentrations of ions: [`equilibrium`].
//!
//! # Example
//!
//! ```
//! use neurocomp::current;
//! use neurocomp::membrane::{Membrane, MembraneParams};
//!
//! let membrane = Membrane::new(MembraneParams::default())?;
//! assert_eq!(membrane.time_constant(), 10.0); // ms
//!
//! // 1 nA from 20 to 60 ms: the potential climbs from −65 towards −55 mV and returns.
//! let current = current::pulse(1.0, 20.0, 60.0, 0.1, 100.0).unwrap();
//! let run = membrane.simulate(&current, 0.1)?;
//! assert!((run.v[600] - (-55.0 - 10.0 * (-4.0_f64).exp())).abs() < 1e-9);
//! # Ok::<(), neurocomp::Error>(())
//! ```
//!
//! # Sources
//!
//! - P. Dayan & L. F. Abbott, *Theoretical Neuroscience*, MIT Press 2001, chapter 5: the circuit and the default.
//! - W. Gerstner, W. M. Kistler, R. Naud & L. Paninski, *Neuronal Dynamics* (2014), chapters 1 and 8,
//!   doi:10.1017/CBO9781107447615: solutions, noise.

use std::f64::consts::PI;

use crate::Result;
use crate::parameter::Allowed;

pub mod equilibrium;
mod simulate;

pub use simulate::MembraneRun;

/// The parameters of a passive membrane. The default is the cell of Dayan & Abbott, figure 5.5: 1 nF, 10 MΩ, −65 mV,
/// which is a time constant of 10 ms.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MembraneParams {
    /// Capacitance C, nF; > 0.
    pub capacitance: f64,
    /// Resistance R, MΩ; > 0.
    pub resistance: f64,
    /// Resting potential E_l, mV.
    pub v_rest: f64,
}

impl Default for MembraneParams {
    fn default() -> MembraneParams {
        MembraneParams { capacitance: 1.0, resistance: 10.0, v_rest: -65.0 }
    }
}

/// A passive membrane whose parameters have been checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Membrane {
    params: MembraneParams,
}

/// How a potential is distributed under a fluctuating current, long after the beginning: normally, with this mean and
/// variance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fluctuation {
    /// Mean ⟨V⟩, mV.
    pub mean: f64,
    /// Variance ⟨(V − ⟨V⟩)²⟩, mV²; its square root is the standard deviation.
    pub variance: f64,
}

impl Membrane {
    /// A membrane with these parameters.
    ///
    /// # Errors
    ///
    /// If `capacitance` or `resistance` is not > 0, or so large or small that their product τ is not, or if one of them
    /// is not finite.
    ///
    /// ```
    /// use neurocomp::membrane::{Membrane, MembraneParams};
    ///
    /// let error = Membrane::new(MembraneParams { resistance: 0.0, ..Default::default() }).unwrap_err();
    /// assert_eq!(error.to_string(), "resistance must be finite and > 0 MΩ, received 0");
    /// ```
    pub fn new(params: MembraneParams) -> Result<Membrane> {
        Allowed::Positive.check("capacitance", "nF", params.capacitance)?;
        Allowed::Positive.check("resistance", "MΩ", params.resistance)?;
        let tau = params.resistance * params.capacitance;
        Allowed::Positive.check("resistance * capacitance", "ms", tau)?;
        Allowed::Finite.check("v_rest", "mV", params.v_rest)?;
        Ok(Membrane { params })
    }

    /// The parameters.
    pub fn params(&self) -> MembraneParams {
        self.params
    }

    /// The time constant τ = R C, ms: after this time 63 % of a change are done.
    pub fn time_constant(&self) -> f64 {
        self.params.resistance * self.params.capacitance
    }

    /// The potential V∞ = E_l + R I that a constant `current` (nA) leads to, mV.
    pub fn steady_state(&self, current: f64) -> f64 {
        self.params.v_rest + self.params.resistance * current
    }

    /// The potential (mV) at time `t` (ms) after V = `v0` (mV), under a constant `current` (nA):
    /// V(t) = V∞ + (V₀ − V∞) e^(−t/τ).
    ///
    /// ```
    /// use neurocomp::membrane::{Membrane, MembraneParams};
    ///
    /// let membrane = Membrane::new(MembraneParams::default())?;
    /// // After one time constant 1 − 1/e of the 10 mV are reached.
    /// let climbed = membrane.step_response(-65.0, 1.0, 10.0) + 65.0;
    /// assert!((climbed - 10.0 * (1.0 - (-1.0_f64).exp())).abs() < 1e-12);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn step_response(&self, v0: f64, current: f64, t: f64) -> f64 {
        let steady = self.steady_state(current);
        steady + (v0 - steady) * (-t / self.time_constant()).exp()
    }

    /// The potential (mV) at time `t` (ms) under a pulse of `current` (nA) from 0 to `width` (ms), which begins at
    /// rest: charging until the end of the pulse, then V(t) = E_l + (V(width) − E_l) e^(−(t − width)/τ).
    pub fn pulse_response(&self, current: f64, width: f64, t: f64) -> f64 {
        let rest = self.params.v_rest;
        if t <= 0.0 || width <= 0.0 {
            return rest;
        }
        let end = self.step_response(rest, current, t.min(width));
        self.step_response(end, 0.0, (t - width).max(0.0))
    }

    /// The impedance |Z| = R/√(1 + (ωτ)²) at a frequency (Hz), MΩ: a sine of 1 nA swings the potential by |Z| mV up and
    /// down. At frequency 0 it is R.
    pub fn impedance(&self, frequency: f64) -> f64 {
        self.params.resistance / self.omega_tau(frequency).hypot(1.0)
    }

    /// The phase φ = −arctan ωτ of the potential relative to the current at a frequency (Hz), radians from 0 to −π/2:
    /// the potential follows late.
    pub fn phase(&self, frequency: f64) -> f64 {
        -self.omega_tau(frequency).atan()
    }

    /// The cut-off frequency 1/(2πτ), Hz: there the impedance is R/√2, the phase −π/4, and the power half of what it
    /// is for slow currents. Faster currents are filtered out.
    pub fn cutoff_frequency(&self) -> f64 {
        1000.0 / (2.0 * PI * self.time_constant())
    }

    /// The potential (mV) at time `t` (ms) under the current `amplitude`·sin(2π `frequency` t) in nA and Hz, which
    /// begins at time 0 with V = `v0` (mV):
    ///
    /// ```text
    /// V(t) = E_l + |Z| a sin(ωt + φ) + (V₀ − E_l − |Z| a sin φ) e^(−t/τ)
    /// ```
    ///
    /// The last term is the transient, gone after some time constants.
    pub fn sine_response(&self, v0: f64, amplitude: f64, frequency: f64, t: f64) -> f64 {
        let swing = self.impedance(frequency) * amplitude;
        let phase = self.phase(frequency);
        let transient = v0 - self.params.v_rest - swing * phase.sin();
        self.params.v_rest
            + swing * (2.0 * PI * frequency / 1000.0 * t + phase).sin()
            + transient * (-t / self.time_constant()).exp()
    }

    /// ωτ, with the frequency in Hz and τ in ms.
    fn omega_tau(&self, frequency: f64) -> f64 {
        2.0 * PI * frequency / 1000.0 * self.time_constant()
    }

    /// The potential under white noise with mean m = `mean` (nA) and intensity s = `intensity` (nA √ms), the current of
    /// [`crate::current::white_noise`]: mean E_l + R m, variance R² s²/(2τ).
    ///
    /// # Errors
    ///
    /// If `mean` is not finite, or `intensity` not ≥ 0.
    pub fn white_noise_potential(&self, mean: f64, intensity: f64) -> Result<Fluctuation> {
        Allowed::NotNegative.check("intensity", "nA √ms", intensity)?;
        let swing = self.params.resistance * intensity;
        self.fluctuation(mean, swing * swing / (2.0 * self.time_constant()))
    }

    /// The potential under a current of Ornstein and Uhlenbeck with mean m = `mean` (nA), standard deviation s =
    /// `sd` (nA) and correlation time τ_s = `tau` (ms), the current of [`crate::current::ornstein_uhlenbeck`]: mean
    /// E_l + R m, variance R² s² τ_s/(τ_s + τ). Slow fluctuations pass, fast ones are smoothed away.
    ///
    /// ```
    /// use neurocomp::membrane::{Membrane, MembraneParams};
    ///
    /// let membrane = Membrane::new(MembraneParams::default())?;
    /// let v = membrane.ornstein_uhlenbeck_potential(1.0, 0.3, 5.0)?;
    /// assert_eq!((v.mean, v.variance), (-55.0, 9.0 * 5.0 / 15.0));
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If `mean` is not finite, `sd` not ≥ 0 or `tau` not > 0.
    pub fn ornstein_uhlenbeck_potential(&self, mean: f64, sd: f64, tau: f64) -> Result<Fluctuation> {
        Allowed::NotNegative.check("sd", "nA", sd)?;
        Allowed::Positive.check("tau", "ms", tau)?;
        let swing = self.params.resistance * sd;
        self.fluctuation(mean, swing * swing / (1.0 + self.time_constant() / tau))
    }

    fn fluctuation(&self, current: f64, variance: f64) -> Result<Fluctuation> {
        Allowed::Finite.check("mean", "nA", current)?;
        let mean = self.steady_state(current);
        Allowed::Finite.check("v_rest + resistance * mean", "mV", mean)?;
        Allowed::Finite.check("variance of v", "mV²", variance)?;
        Ok(Fluctuation { mean, variance })
    }
}

#[cfg(test)]
mod tests;
