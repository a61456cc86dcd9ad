//! Why there is a threshold: the sodium current alone.
//!
//! Of the four variables of Hodgkin and Huxley only the potential and the activation m of the sodium channel move fast
//! when a spike begins. Take m to follow at once, m = m∞(V), and everything slow to stay as it is at rest: the sodium
//! inactivation h, and the potassium channels, which then are part of a constant leak. What remains is one equation:
//!
//! ```text
//! C dV/dt = g_l (E_l − V) + g_Na h m∞³(V) (E_Na − V) = f(V)
//! ```
//!
//! f vanishes at three potentials V₁ < V₂ < V₃. Below V₂ the potential returns to rest at V₁, above V₂ it runs up
//! towards the sodium potential at V₃: **V₂ is the threshold**.
//!
//! | symbol | meaning | in the code | unit | default |
//! | --- | --- | --- | --- | --- |
//! | V | potential from rest | | mV | |
//! | C | capacitance | `capacitance` | µF/cm² | 1 |
//! | g_l | everything that leaks at rest | `g_leak` | mS/cm² | 0.667 |
//! | E_l | its reversal potential | `e_leak` | mV | −1.82 |
//! | g_Na | sodium conductance, all channels open | `g_na` | mS/cm² | 120 |
//! | E_Na | sodium reversal potential | `e_na` | mV | 115 |
//! | h | fraction of sodium channels not inactivated | `h` | | 0.596 |
//!
//! The default is the squid axon of Hodgkin and Huxley (1952) with rest at 0 mV: g_Na = 120, E_Na = 115, h = h∞(0); and
//! the leak is their leak (0.3 mS/cm², 10.613 mV) plus the potassium conductance open at rest, 36 n∞(0)⁴ at −12 mV. With
//! their small leak alone (n = 0) the membrane would have no resting state: the open sodium channels would outweigh it.
//!
//! m∞, h∞ and n∞ are taken from the whole model, [`hodgkin_huxley`](super::hodgkin_huxley) (where E_L is 10.6 mV,
//! rounded); m∞ = α_m/(α_m + β_m) with the rates of the lecture (V in mV, rates in 1/ms):
//!
//! ```text
//! α_m = (2.5 − 0.1 V)/(e^(2.5 − 0.1 V) − 1)     β_m = 4 e^(−V/18)
//! ```
//!
//! # Example
//!
//! ```
//! use neurocomp::neuron::sodium::{SodiumParams, SodiumThreshold};
//!
//! let membrane = SodiumThreshold::new(SodiumParams::default())?;
//! let points = membrane.fixed_points();
//! assert_eq!(points.iter().map(|p| p.stable).collect::<Vec<_>>(), [true, false, true]);
//!
//! let threshold = membrane.threshold().unwrap();
//! assert!((threshold - 2.5).abs() < 0.2);
//! let below = membrane.simulate(threshold - 0.1, 0.01, 100.0)?;
//! let above = membrane.simulate(threshold + 0.1, 0.01, 100.0)?;
//! assert!(below.v[10_000].abs() < 0.1 && above.v[10_000] > 100.0);
//! # Ok::<(), neurocomp::Error>(())
//! ```
//!
//! # Source
//!
//! A. L. Hodgkin & A. F. Huxley, *J. Physiol.* 117, 500 (1952), doi:10.1113/jphysiol.1952.sp004764; signs as used today
//! (depolarisation positive).

use ndarray::Array1;

use crate::Result;
use crate::parameter::Allowed;
use crate::summary::{change, ends, samples, summary};
use crate::time_step::{self, MAX_SAMPLES};

pub use super::hodgkin_huxley::{h_inf, m_inf, n_inf};

/// The parameters of the reduced membrane; potentials are relative to rest. The default is the squid axon, see the
/// [module](self).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SodiumParams {
    /// Membrane capacitance C, µF/cm²; > 0.
    pub capacitance: f64,
    /// Leak conductance g_l, mS/cm²; > 0.
    pub g_leak: f64,
    /// Reversal potential of the leak E_l, mV.
    pub e_leak: f64,
    /// Largest sodium conductance g_Na, mS/cm²; ≥ 0.
    pub g_na: f64,
    /// Reversal potential of sodium E_Na, mV; above the leak's.
    pub e_na: f64,
    /// Fraction h of the sodium channels that are not inactivated, 0 to 1.
    pub h: f64,
}

impl Default for SodiumParams {
    fn default() -> SodiumParams {
        let (leak, e_leak) = (0.3, 10.613);
        let (potassium, e_potassium) = (36.0 * n_inf(0.0).powi(4), -12.0);
        let g_leak = leak + potassium;
        SodiumParams {
            capacitance: 1.0,
            g_leak,
            e_leak: (leak * e_leak + potassium * e_potassium) / g_leak,
            g_na: 120.0,
            e_na: 115.0,
            h: h_inf(0.0),
        }
    }
}

/// A potential at which the membrane stays.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SodiumFixedPoint {
    /// The potential, mV from rest.
    pub v: f64,
    /// Whether the membrane returns to it from nearby.
    pub stable: bool,
}

/// A simulated potential.
#[derive(Clone, PartialEq)]
pub struct SodiumRun {
    /// Times 0, dt, 2·dt … n·dt, ms; n + 1 of them.
    pub t: Array1<f64>,
    /// Potential at these times, mV from rest.
    pub v: Array1<f64>,
}

summary!(SodiumRun, |run| {
    format!("{}, t = {} ms, v = {} mV", samples(run.t.len()), ends(&run.t), change(&run.v, 2))
});

/// A membrane with a leak and a sodium current, whose parameters have been checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SodiumThreshold {
    params: SodiumParams,
}

impl SodiumThreshold {
    /// A membrane with these parameters.
    ///
    /// # Errors
    ///
    /// If `capacitance` or `g_leak` is not > 0, `g_na` not ≥ 0, `h` not between 0 and 1, `e_na` not above `e_leak`, or any
    /// of them not finite.
    pub fn new(params: SodiumParams) -> Result<SodiumThreshold> {
        let p = params;
        for (name, unit, allowed, value) in [
            ("capacitance", "µF/cm²", Allowed::Positive, p.capacitance),
            ("g_leak", "mS/cm²", Allowed::Positive, p.g_leak),
            ("e_leak", "mV", Allowed::Below("e_na", p.e_na), p.e_leak),
            ("g_na", "mS/cm²", Allowed::NotNegative, p.g_na),
            ("e_na", "mV", Allowed::Above("e_leak", p.e_leak), p.e_na),
            ("h", "", Allowed::Between(0.0, 1.0), p.h),
        ] {
            allowed.check(name, unit, value)?;
        }
        Ok(SodiumThreshold { params })
    }

    /// The parameters.
    pub fn params(&self) -> SodiumParams {
        self.params
    }

    /// Leak current into the cell g_l (E_l − V) at `v` (mV), µA/cm².
    pub fn leak_current(&self, v: f64) -> f64 {
        self.params.g_leak * (self.params.e_leak - v)
    }

    /// Sodium current into the cell g_Na h m∞³(V) (E_Na − V) at `v` (mV), µA/cm².
    pub fn sodium_current(&self, v: f64) -> f64 {
        self.sodium_conductance(v) * (self.params.e_na - v)
    }

    /// dV/dt at `v` (mV), mV/ms: both currents over the capacitance.
    pub fn dv_dt(&self, v: f64) -> f64 {
        (self.leak_current(v) + self.sodium_current(v)) / self.params.capacitance
    }

    fn sodium_conductance(&self, v: f64) -> f64 {
        self.params.g_na * self.params.h * m_inf(v).powi(3)
    }

    /// All potentials where dV/dt = 0, from low to high. They lie between E_l and E_Na, beyond which both currents have
    /// the same sign. That interval is searched in 10,000 pieces, and where f approaches zero and turns back, also
    /// between them, so that two fixed points about to merge are found as well.
    pub fn fixed_points(&self) -> Vec<SodiumFixedPoint> {
        const PIECES: usize = 10_000;
        let (low, high) = (self.params.e_leak, self.params.e_na);
        let at = |k: usize| low + (high - low) * k as f64 / PIECES as f64;
        let slope: Vec<f64> = (0..=PIECES).map(|k| self.dv_dt(at(k))).collect();
        let mut found = Vec::new();
        for k in 0..=PIECES {
            if slope[k] == 0.0 {
                let before = self.dv_dt(at(k) - 1e-6);
                let after = self.dv_dt(at(k) + 1e-6);
                found.push(SodiumFixedPoint { v: at(k), stable: before > 0.0 && after < 0.0 });
            } else if k < PIECES && slope[k] * slope[k + 1] < 0.0 {
                found.push(self.root(at(k), at(k + 1)));
            } else if (1..PIECES).contains(&k)
                && slope[k] * slope[k - 1] > 0.0
                && slope[k] * slope[k + 1] > 0.0
                && slope[k].abs() <= slope[k - 1].abs().min(slope[k + 1].abs())
                && let Some(beyond) = self.beyond_zero(at(k - 1), at(k + 1), slope[k].signum())
            {
                found.push(self.root(at(k - 1), beyond));
                found.push(self.root(beyond, at(k + 1)));
            }
        }
        found
    }

    /// The threshold V₂, mV: the lowest fixed point that is not stable. `None` if there is none, because the sodium
    /// current is too weak for a spike or too strong for rest.
    pub fn threshold(&self) -> Option<f64> {
        let points = self.fixed_points();
        points.iter().find(|point| !point.stable).map(|point| point.v)
    }

    /// Where f changes sign between `low` and `high`, by bisection down to neighbouring numbers.
    fn root(&self, mut low: f64, mut high: f64) -> SodiumFixedPoint {
        let stable = self.dv_dt(low) > 0.0;
        loop {
            let middle = 0.5 * (low + high);
            if middle <= low || middle >= high {
                return SodiumFixedPoint { v: middle, stable };
            }
            if (self.dv_dt(middle) > 0.0) == stable {
                low = middle;
            } else {
                high = middle;
            }
        }
    }

    /// Follows `sign`·f down between `low` and `high` (search by thirds) for a place where it is below zero.
    fn beyond_zero(&self, mut low: f64, mut high: f64, sign: f64) -> Option<f64> {
        for _ in 0..100 {
            let (left, right) = (low + (high - low) / 3.0, high - (high - low) / 3.0);
            let (f_left, f_right) = (sign * self.dv_dt(left), sign * self.dv_dt(right));
            if f_left < 0.0 {
                return Some(left);
            }
            if f_right < 0.0 {
                return Some(right);
            }
            if f_left < f_right {
                high = right;
            } else {
                low = left;
            }
        }
        None
    }

    /// Simulates the potential from `v0` (mV) in steps of `dt` (ms) for `duration` (ms).
    ///
    /// With all channels open the membrane is a hundred times faster than at rest (0.014 ms), too fast for Euler's method
    /// with a comfortable step. But in a step during which m∞ is taken as constant the equation is linear,
    /// C dV/dt = G (V∞ − V) with G = g_l + g_Na h m∞³, and has an exact solution (exponential Euler):
    ///
    /// ```text
    /// V(t + dt) = V∞ + (V(t) − V∞) e^(−G dt/C)
    /// ```
    ///
    /// Its error is of first order in dt, and it never runs away, whatever dt.
    ///
    /// # Errors
    ///
    /// If `v0` is not finite, if `dt` or `duration` is not > 0, `dt` longer than `duration`, or if there are more than
    /// [`MAX_SAMPLES`] steps.
    pub fn simulate(&self, v0: f64, dt: f64, duration: f64) -> Result<SodiumRun> {
        Allowed::Finite.check("v0", "mV", v0)?;
        let steps = time_step::steps(dt, duration, MAX_SAMPLES)?;
        let p = self.params;
        let mut v = Array1::from_elem(steps + 1, v0);
        for k in 0..steps {
            let sodium = self.sodium_conductance(v[k]);
            let total = p.g_leak + sodium;
            // Added as a change, so that a fixed point, where the change is 0, stays where it is.
            let change = self.dv_dt(v[k]) * p.capacitance / total;
            v[k + 1] = v[k] - change * (-total * dt / p.capacitance).exp_m1();
            Allowed::Finite.check("v", "mV", v[k + 1])?;
        }
        Ok(SodiumRun { t: time_step::times(steps, dt), v })
    }
}

#[cfg(test)]
mod tests;
