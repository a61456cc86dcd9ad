//! Excitation and inhibition: the model of Wilson and Cowan.
//!
//! ```text
//! τ_e dE/dt = −E + (1 − ρ_e E) Φ_e(w_ee E − w_ei I + P)
//! τ_i dI/dt = −I + (1 − ρ_i I) Φ_i(w_ie E − w_ii I + Q)
//! ```
//!
//! | symbol | meaning | in the code | unit | default |
//! | --- | --- | --- | --- | --- |
//! | E, I | activity of the excitatory and of the inhibitory population | `e`, `i` | none | |
//! | τ_e, τ_i | time constants | `tau_e`, `tau_i` | ms | 8, 8 |
//! | w_ab | weight onto a from b, ≥ 0 | `w_ee` `w_ei` `w_ie` `w_ii` | none | 16, 12, 15, 3 |
//! | P, Q | inputs from outside | `input_e`, `input_i` | none | 1.25, 0 |
//! | ρ_e, ρ_i | refractoriness | `refractory_e`, `refractory_i` | none | 1, 1 |
//! | Φ_e | transfer function, [`LogisticFromZero`] | `transfer_e` | | a = 1.3, θ = 4 |
//! | Φ_i | transfer function, [`LogisticFromZero`] | `transfer_i` | | a = 2, θ = 3.7 |
//!
//! The minus sign of inhibition is written in the equations. Refractoriness: the active part of a population cannot be
//! activated.
//!
//! The default is the limit cycle of Wilson & Cowan's figure 11, with their weights, inputs, slopes and thresholds.
//! Two things differ: they write k_e − ρ_e E, with k the largest value of Φ (0.994 and 0.999), where we write 1; and
//! τ = 8 ms is not from the paper. With `refractory` = 0 it is the form in which most books write the model.
//!
//! # All fixed points
//!
//! For a given E the right-hand side of the second equation falls as I grows: it has exactly one zero I(E), which is
//! the nullcline of I, and grows with E. The fixed points are the zeros of the first right-hand side along it, F(E) =
//! G(E, I(E)), a function of one variable. On any interval of E, the bounds of the slope of F follow from the bounds of
//! the slopes of Φ_e and Φ_i. [`WilsonCowan::fixed_points`] divides the range of E until for each interval these bounds
//! prove that F has no zero there, or that F is monotone, so that its signs at the ends tell. None is missed; two that
//! are closer than 10⁻⁹ of the range of E count as one.
//!
//! # Example
//!
//! ```
//! use neurocomp::phase_plane::Stability;
//! use neurocomp::rate::wilson_cowan::{WilsonCowan, WilsonCowanParams};
//!
//! let model = WilsonCowan::new(WilsonCowanParams::default())?;
//! let points = model.fixed_points();
//! assert_eq!(points.len(), 1);
//! assert_eq!(points[0].stability, Stability::UnstableFocus);
//! // No rest, so it goes round.
//! let oscillation = model.oscillation().unwrap();
//! assert!((oscillation.frequency - 25.0).abs() < 0.1); // Hz
//! # Ok::<(), neurocomp::Error>(())
//! ```
//!
//! # Sources
//!
//! H. R. Wilson & J. D. Cowan, *Biophys. J.* 12, 1 (1972), doi:10.1016/S0006-3495(72)86068-5.

use super::transfer::{LogisticFromZero, Transfer};
use crate::Result;
use crate::parameter::Allowed;
use crate::root::bisect;

mod fixed_points;
mod oscillation;
mod phase_plane;
mod simulate;

pub use fixed_points::WilsonCowanFixedPoint;
pub use oscillation::Oscillation;
pub use phase_plane::{WilsonCowanField, WilsonCowanNullcline};
pub use simulate::WilsonCowanRun;

/// The parameters of the two populations. The default oscillates; see the [module](self).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WilsonCowanParams {
    /// Time constant of excitation τ_e, ms; > 0.
    pub tau_e: f64,
    /// Time constant of inhibition τ_i, ms; > 0.
    pub tau_i: f64,
    /// Weight of excitation onto itself; ≥ 0.
    pub w_ee: f64,
    /// Weight onto excitation from inhibition; ≥ 0.
    pub w_ei: f64,
    /// Weight onto inhibition from excitation; ≥ 0.
    pub w_ie: f64,
    /// Weight of inhibition onto itself; ≥ 0.
    pub w_ii: f64,
    /// Input to excitation P.
    pub input_e: f64,
    /// Input to inhibition Q.
    pub input_i: f64,
    /// Refractoriness of excitation ρ_e; 0 to 1.
    pub refractory_e: f64,
    /// Refractoriness of inhibition ρ_i; 0 to 1.
    pub refractory_i: f64,
    /// Transfer function of excitation Φ_e; with a largest value.
    pub transfer_e: Transfer,
    /// Transfer function of inhibition Φ_i; with a largest value.
    pub transfer_i: Transfer,
}

impl Default for WilsonCowanParams {
    fn default() -> WilsonCowanParams {
        WilsonCowanParams {
            tau_e: 8.0,
            tau_i: 8.0,
            w_ee: 16.0,
            w_ei: 12.0,
            w_ie: 15.0,
            w_ii: 3.0,
            input_e: 1.25,
            input_i: 0.0,
            refractory_e: 1.0,
            refractory_i: 1.0,
            transfer_e: LogisticFromZero { slope: 1.3, theta: 4.0 }.into(),
            transfer_i: LogisticFromZero { slope: 2.0, theta: 3.7 }.into(),
        }
    }
}

/// The two populations, with checked parameters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WilsonCowan {
    params: WilsonCowanParams,
}

impl WilsonCowan {
    /// A model with these parameters.
    ///
    /// # Errors
    ///
    /// If a time constant is not > 0, a weight not ≥ 0, an input not finite, a refractoriness not between 0 and 1, a
    /// parameter of a transfer function out of range, or a transfer function without a largest value or (with
    /// refractoriness) one that can be below −1/2.
    pub fn new(params: WilsonCowanParams) -> Result<WilsonCowan> {
        let p = params;
        Allowed::Positive.check("tau_e", "ms", p.tau_e)?;
        Allowed::Positive.check("tau_i", "ms", p.tau_i)?;
        for (name, weight) in [("w_ee", p.w_ee), ("w_ei", p.w_ei), ("w_ie", p.w_ie), ("w_ii", p.w_ii)] {
            Allowed::NotNegative.check(name, "", weight)?;
        }
        Allowed::Finite.check("input_e", "", p.input_e)?;
        Allowed::Finite.check("input_i", "", p.input_i)?;
        for (name, refractory, transfer) in
            [("refractory_e", p.refractory_e, p.transfer_e), ("refractory_i", p.refractory_i, p.transfer_i)]
        {
            // With tanh, which reaches −1, a population could be more than wholly inactive.
            let most = if transfer.lowest() < -0.5 { 0.0 } else { 1.0 };
            Allowed::Between(0.0, most).check(name, "", refractory)?;
        }
        for (name, transfer) in [("transfer_e", p.transfer_e), ("transfer_i", p.transfer_i)] {
            transfer.check()?;
            if transfer.highest().is_infinite() {
                return Err(super::error::unbounded(name));
            }
        }
        Ok(WilsonCowan { params })
    }

    /// The parameters.
    pub fn params(&self) -> WilsonCowanParams {
        self.params
    }

    /// (dE/dt, dI/dt) at (E, I), 1/ms.
    pub fn slope(&self, e: f64, i: f64) -> (f64, f64) {
        let p = self.params;
        let (excited, inhibited) = (p.transfer_e.rate(self.drive_e(e, i)), p.transfer_i.rate(self.drive_i(e, i)));
        ((-e + (1.0 - p.refractory_e * e) * excited) / p.tau_e, (-i + (1.0 - p.refractory_i * i) * inhibited) / p.tau_i)
    }

    /// w_ee E − w_ei I + P.
    fn drive_e(&self, e: f64, i: f64) -> f64 {
        self.params.w_ee * e - self.params.w_ei * i + self.params.input_e
    }

    /// w_ie E − w_ii I + Q.
    fn drive_i(&self, e: f64, i: f64) -> f64 {
        self.params.w_ie * e - self.params.w_ii * i + self.params.input_i
    }

    /// The smallest and the largest E that can stay: E = Φ/(1 + ρ Φ) at the bounds of Φ.
    fn range_e(&self) -> (f64, f64) {
        steady_range(&self.params.transfer_e, self.params.refractory_e)
    }

    fn range_i(&self) -> (f64, f64) {
        steady_range(&self.params.transfer_i, self.params.refractory_i)
    }

    /// The nullcline of I: the one I with dI/dt = 0 for this E.
    fn steady_i(&self, e: f64) -> f64 {
        let (low, high) = self.range_i();
        let slope = |i: f64| self.slope(e, i).1;
        if slope(low) <= 0.0 {
            low
        } else if slope(high) >= 0.0 {
            high
        } else {
            bisect(slope, low, high)
        }
    }
}

fn steady_range(transfer: &Transfer, refractory: f64) -> (f64, f64) {
    let steady = |rate: f64| rate / (1.0 + refractory * rate);
    (steady(transfer.lowest()), steady(transfer.highest()))
}

#[cfg(test)]
mod tests;
