//! Orientation tuning: how the rate of a cell of the visual cortex depends on a grating.
//!
//! A grating drifts in the direction θ, from 0° to 360°. Its orientation is the axis of the drift: directions 180°
//! apart have the same (the bars are at right angles to it). The mean rate of a cell is
//!
//! ```text
//! r(θ) = r₀ + A s(θ − θ*) (1 − D (1 − cos(θ − θ*))/2)
//! s(δ) = exp(κ (cos 2δ − 1))     von Mises,  κ = ln 2/(1 − cos 2h)
//! s(δ) = exp(−δ²/2σ²)            Gaussian in the angle between orientations,  σ = h/√(2 ln 2)
//! ```
//!
//! | symbol | meaning | in the code | unit | default |
//! | --- | --- | --- | --- | --- |
//! | θ* | preferred direction | `preferred` | ° | 90 |
//! | r₀ | rate without a response | `baseline` | Hz | 1 |
//! | A | response at θ* | `amplitude` | Hz | 20 |
//! | h | half of the width of s at half of its height | `half_width` | ° | 25 |
//! | D | 0: both directions alike, 1: none to the opposite one | `direction_selectivity` | | 0 |
//!
//! [`Selectivity`] reads preference and selectivity off measured responses, [`tuning_curve`] their means over trials;
//! how a cell responds in time, and its spikes, is in [`GratingCell`].
//!
//! # Example
//!
//! ```
//! use neurocomp::ndarray::Array1;
//! use neurocomp::tuning::{OrientationTuning, OrientationTuningParams, orientation_selectivity};
//!
//! let cell = OrientationTuning::new(OrientationTuningParams { preferred: 60.0, ..Default::default() })?;
//! assert_eq!(cell.rate(60.0), 21.0); // Hz
//! assert!((cell.rate(85.0) - 11.0).abs() < 1e-9); // half of the response, 25° away
//!
//! let directions: Array1<f64> = (0..12).map(|k| 30.0 * k as f64).collect();
//! let rates: Array1<f64> = directions.iter().map(|&direction| cell.rate(direction)).collect();
//! let selectivity = orientation_selectivity(&directions, &rates)?;
//! assert!((selectivity.preferred.unwrap() - 60.0).abs() < 1e-9);
//! # Ok::<(), neurocomp::Error>(())
//! ```
//!
//! # Sources
//!
//! N. V. Swindale, *Biol. Cybern.* 78, 45 (1998), doi:10.1007/s004220050411 (von Mises tuning). D. L. Ringach, R. M.
//! Shapley & M. J. Hawken, *J. Neurosci.* 22, 5639 (2002), doi:10.1523/JNEUROSCI.22-13-05639.2002 (vector sum, widths
//! in V1).

use crate::Result;
use crate::error::check_count;
use crate::limits::MAX_LISTS;
use crate::parameter::Allowed;

mod curve;
mod grating;

pub use curve::{Selectivity, TuningCurve, direction_selectivity, orientation_selectivity, tuning_curve};
pub use grating::{Grating, GratingCell, GratingCellParams, grating_responses, recorded_cells};

/// The form of the peak of a tuning curve.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TuningShape {
    /// exp(κ (cos 2δ − 1)): the bell of the circle, smooth everywhere.
    #[default]
    VonMises,
    /// exp(−δ²/2σ²), δ the angle between the orientations, at most 90°.
    Gaussian,
}

/// The parameters of a tuning curve. The default is a typical cell of V1, made up for the course.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OrientationTuningParams {
    /// The form of the peak.
    pub shape: TuningShape,
    /// Preferred direction θ*, °.
    pub preferred: f64,
    /// Rate r₀ without a response, Hz; ≥ 0.
    pub baseline: f64,
    /// Response A at the preferred direction, Hz; ≥ 0.
    pub amplitude: f64,
    /// Half width h at half height, °; > 0 and < 90.
    pub half_width: f64,
    /// Direction selectivity D, 0 to 1.
    pub direction_selectivity: f64,
}

impl Default for OrientationTuningParams {
    fn default() -> OrientationTuningParams {
        OrientationTuningParams {
            shape: TuningShape::VonMises,
            preferred: 90.0,
            baseline: 1.0,
            amplitude: 20.0,
            half_width: 25.0,
            direction_selectivity: 0.0,
        }
    }
}

/// A tuning curve whose parameters have been checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OrientationTuning {
    params: OrientationTuningParams,
}

impl OrientationTuning {
    /// A tuning curve with these parameters.
    ///
    /// # Errors
    ///
    /// If `preferred` is not finite, `baseline` or `amplitude` not ≥ 0, `half_width` not from 1 to 89.9 or
    /// `direction_selectivity` not from 0 to 1.
    pub fn new(params: OrientationTuningParams) -> Result<OrientationTuning> {
        Allowed::Finite.check("preferred", "°", params.preferred)?;
        Allowed::NotNegative.check("baseline", "Hz", params.baseline)?;
        Allowed::NotNegative.check("amplitude", "Hz", params.amplitude)?;
        Allowed::Between(1.0, 89.9).check("half_width", "°", params.half_width)?;
        Allowed::Between(0.0, 1.0).check("direction_selectivity", "", params.direction_selectivity)?;
        Ok(OrientationTuning { params })
    }

    /// `neurons` tuning curves that differ only in their preferred directions, which divide the circle evenly,
    /// beginning with the one in `params`.
    ///
    /// # Errors
    ///
    /// As for [`OrientationTuning::new`], or for more than a million neurons.
    pub fn population(neurons: usize, params: OrientationTuningParams) -> Result<Vec<OrientationTuning>> {
        check_count("neurons", 0, MAX_LISTS, neurons)?;
        (0..neurons)
            .map(|k| {
                let preferred = params.preferred + 360.0 * k as f64 / neurons as f64;
                OrientationTuning::new(OrientationTuningParams { preferred, ..params })
            })
            .collect()
    }

    /// The parameters.
    pub fn params(&self) -> OrientationTuningParams {
        self.params
    }

    /// The concentration κ of the von Mises form, without unit: ln 2/(1 − cos 2h).
    pub fn concentration(&self) -> f64 {
        std::f64::consts::LN_2 / (1.0 - (2.0 * self.params.half_width.to_radians()).cos())
    }

    /// The mean rate r(θ) for a grating that drifts in `direction` (°), Hz.
    pub fn rate(&self, direction: f64) -> f64 {
        self.params.baseline + self.response(direction)
    }

    /// The mean rate above the baseline, Hz.
    fn response(&self, direction: f64) -> f64 {
        let p = self.params;
        let difference = direction - p.preferred;
        let shape = match p.shape {
            TuningShape::VonMises => {
                let twice = (2.0 * difference).to_radians();
                (self.concentration() * (twice.cos() - 1.0)).exp()
            }
            TuningShape::Gaussian => {
                let apart = (difference + 90.0).rem_euclid(180.0) - 90.0;
                (-std::f64::consts::LN_2 * (apart / p.half_width).powi(2)).exp()
            }
        };
        let against = 0.5 * (1.0 - difference.to_radians().cos());
        p.amplitude * shape * (1.0 - p.direction_selectivity * against)
    }
}

#[cfg(test)]
mod tests;
