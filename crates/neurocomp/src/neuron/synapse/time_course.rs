//! How the conductance of a synapse rises and decays after one spike.

use crate::Result;
use crate::parameter::Allowed;

/// The time course of a synapse after a spike at t = 0, with peak 1: an exponential, an alpha function or a difference
/// of two exponentials.
///
/// | | for t ≥ 0 | peak at | area |
/// | --- | --- | --- | --- |
/// | [`TimeCourse::exponential`] | e^(−t/τ) | 0 | τ |
/// | [`TimeCourse::alpha`] | (t/τ) e^(1 − t/τ) | τ | e τ |
/// | [`TimeCourse::double_exponential`] | (e^(−t/τ_d) − e^(−t/τ_r))/c | t* | (τ_d − τ_r)/c |
///
/// t* = τ_d τ_r/(τ_d − τ_r) ln(τ_d/τ_r), and c is the value of the difference there. The alpha function is what a
/// double exponential becomes for τ_r → τ_d.
///
/// ```
/// use neurocomp::neuron::synapse::TimeCourse;
///
/// // An NMDA receptor: rises in 2 ms, decays in 100 ms.
/// let nmda = TimeCourse::double_exponential(2.0, 100.0)?;
/// let peak = nmda.peak_time();
/// assert!((peak - 200.0 / 98.0 * 50.0_f64.ln()).abs() < 1e-9); // 8 ms
/// assert!((nmda.at(peak) - 1.0).abs() < 1e-12);
/// assert!(nmda.at(peak - 1.0) < 1.0 && nmda.at(peak + 1.0) < 1.0 && nmda.at(-1.0) == 0.0);
/// # Ok::<(), neurocomp::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeCourse {
    /// Zero for the exponential, which rises at once.
    tau_rise: f64,
    tau_decay: f64,
    /// What a spike adds to the variable that feeds the decaying one: 1/∫ of the rise up to the peak, 1/ms.
    kick: f64,
}

impl TimeCourse {
    /// Rises at once and decays with `tau` (ms): e^(−t/τ).
    ///
    /// # Errors
    ///
    /// If `tau` is not > 0.
    pub fn exponential(tau: f64) -> Result<TimeCourse> {
        check_time_constant("tau", tau)?;
        Ok(TimeCourse { tau_rise: 0.0, tau_decay: tau, kick: 0.0 })
    }

    /// The alpha function (t/τ) e^(1 − t/τ) of Rall (1967), with its peak after `tau` (ms).
    ///
    /// # Errors
    ///
    /// If `tau` is not > 0.
    pub fn alpha(tau: f64) -> Result<TimeCourse> {
        check_time_constant("tau", tau)?;
        Ok(TimeCourse::rising(tau, tau))
    }

    /// Rises with `tau_rise` and decays with the longer `tau_decay` (ms): (e^(−t/τ_d) − e^(−t/τ_r))/c.
    ///
    /// # Errors
    ///
    /// If `tau_rise` is not > 0, or `tau_decay` not above it. (Equal ones make the alpha function.)
    pub fn double_exponential(tau_rise: f64, tau_decay: f64) -> Result<TimeCourse> {
        check_time_constant("tau_rise", tau_rise)?;
        Allowed::Above("tau_rise", tau_rise).check("tau_decay", "ms", tau_decay)?;
        Ok(TimeCourse::rising(tau_rise, tau_decay))
    }

    fn rising(tau_rise: f64, tau_decay: f64) -> TimeCourse {
        let course = TimeCourse { tau_rise, tau_decay, kick: 1.0 };
        TimeCourse { kick: 1.0 / course.at(course.peak_time()), ..course }
    }

    /// Time constant of the rise, ms; 0 if it rises at once.
    pub fn tau_rise(&self) -> f64 {
        self.tau_rise
    }

    /// Time constant of the decay, ms.
    pub fn tau_decay(&self) -> f64 {
        self.tau_decay
    }

    /// The value at time `t` (ms) after a spike, 0 to 1; 0 before it.
    pub fn at(&self, t: f64) -> f64 {
        if t < 0.0 || t == f64::INFINITY {
            0.0
        } else if self.tau_rise == 0.0 {
            (-t / self.tau_decay).exp()
        } else {
            self.kick * passed_on(self.tau_rise, self.tau_decay, t)
        }
    }

    /// The time from the spike to the peak, ms.
    pub fn peak_time(&self) -> f64 {
        let (rise, decay) = (self.tau_rise, self.tau_decay);
        if rise == 0.0 || rise == decay {
            return rise;
        }
        // ln_1p keeps the digits where the two are nearly equal.
        decay * (rise / (decay - rise)) * ((decay - rise) / rise).ln_1p()
    }

    /// The area under the curve, ms: a current of peak 1 nA brings this charge in nA·ms = pC.
    pub fn area(&self) -> f64 {
        if self.tau_rise == 0.0 {
            return self.tau_decay;
        }
        self.kick * self.tau_rise * self.tau_decay
    }

    /// The area under the square of the curve, ms, on which the variance of many synapses depends.
    pub fn area_of_square(&self) -> f64 {
        if self.tau_rise == 0.0 {
            return 0.5 * self.tau_decay;
        }
        self.area().powi(2) / (2.0 * (self.tau_rise + self.tau_decay))
    }

    /// What a spike adds to the rising variable, 1/ms.
    pub(super) fn kick(&self) -> f64 {
        self.kick
    }
}

/// What one exponential decay hands on to another, ∫₀^t e^(−s/τ_a) e^(−(t−s)/τ_b) ds, ms:
/// (e^(−t/τ_b) − e^(−t/τ_a))/(1/τ_a − 1/τ_b), and t e^(−t/τ) if both are equal.
pub(super) fn passed_on(tau_a: f64, tau_b: f64, t: f64) -> f64 {
    let (fast, slow) = (tau_a.min(tau_b), tau_a.max(tau_b));
    let difference = 1.0 / fast - 1.0 / slow;
    let gained = if difference == 0.0 {
        t
    } else {
        // Written so that two nearly equal exponentials are not subtracted from each other.
        -(-difference * t).exp_m1() / difference
    };
    gained * (-t / slow).exp()
}

/// Positive, and not so small that its inverse is infinite.
fn check_time_constant(name: &str, tau: f64) -> Result<()> {
    Allowed::Positive.check(name, "ms", tau)?;
    Allowed::Finite.check(&format!("1 / {name}"), "1/ms", 1.0 / tau)?;
    Ok(())
}
