//! Transfer functions: the rate that a constant input leads to.
//!
//! | function | equation | default |
//! | --- | --- | --- |
//! | [`Sigmoid`] | Φ(I) = r_max (1 + tanh κ(I − I_half))/2 | r_max = 500 Hz, κ = 0.2 /nA, I_half = 10 nA |
//! | [`ThresholdLinear`] | 0 up to I_thresh, c (I − I_thresh), constant from I_max | c = 50 Hz/nA, 5 and 15 nA |
//! | [`Logistic`] | r_max/(1 + e^(−a (I − I_half))) | r_max = 1, a = 1, I_half = 0 |
//! | [`LogisticFromZero`] | 1/(1 + e^(−a (I − θ))) − 1/(1 + e^(aθ)) | a = 1.3, θ = 4 (Wilson & Cowan 1972) |
//! | [`PowerLaw`] | k (I − I_thresh)ⁿ above I_thresh, else 0 | k = 0.04, n = 2, I_thresh = 0 |
//! | [`Tanh`] | tanh(g I) | g = 1 |
//!
//! | symbol | meaning | unit |
//! | --- | --- | --- |
//! | I | input | nA (or none) |
//! | Φ | rate | Hz (or none) |
//! | κ, a, g | steepness | 1/nA |
//! | c | gain | Hz/nA |
//!
//! All of them grow with I. A model takes any of them as a [`Transfer`]: write `Sigmoid { kappa: 0.3,
//! ..Default::default() }.into()`. The default of [`ThresholdLinear`] has the maximum of the default [`Sigmoid`] and,
//! at half of it, the same slope.
//!
//! # Example
//!
//! ```
//! use neurocomp::rate::transfer::{Sigmoid, ThresholdLinear, Transfer};
//!
//! let phi = Transfer::from(Sigmoid::default());
//! assert_eq!(phi.rate(10.0), 250.0); // half of 500 Hz
//! assert_eq!(phi.derivative(10.0), 50.0); // r_max κ/2
//! assert!((phi.inverse(phi.rate(3.0)).unwrap() - 3.0).abs() < 1e-12);
//! assert_eq!(phi.inverse(500.0), None); // never quite reached
//!
//! let straight = Transfer::from(ThresholdLinear::default());
//! assert_eq!([4.0, 10.0, 20.0].map(|i| straight.rate(i)), [0.0, 250.0, 500.0]);
//! ```
//!
//! # Sources
//!
//! H. R. Wilson & J. D. Cowan, *Biophys. J.* 12, 1 (1972), doi:10.1016/S0006-3495(72)86068-5: the logistic function
//! that starts from zero. D. B. Rubin, S. D. Van Hooser & K. D. Miller, *Neuron* 85, 402 (2015),
//! doi:10.1016/j.neuron.2014.12.026: the power law with k = 0.04, n = 2.

mod rectified;
mod s_curve;

use crate::Result;
pub use rectified::{PowerLaw, ThresholdLinear};
pub use s_curve::{Logistic, LogisticFromZero, Sigmoid, Tanh};

/// A transfer function. See the [module](self) for the equations.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Transfer {
    /// The course's sigmoid.
    Sigmoid(Sigmoid),
    /// A straight line from a threshold to saturation.
    ThresholdLinear(ThresholdLinear),
    /// The logistic function.
    Logistic(Logistic),
    /// The logistic function shifted so that no input gives no rate.
    LogisticFromZero(LogisticFromZero),
    /// A power of the input above threshold.
    PowerLaw(PowerLaw),
    /// The hyperbolic tangent, whose "rates" go from −1 to 1.
    Tanh(Tanh),
}

/// The sigmoid of the course.
impl Default for Transfer {
    fn default() -> Transfer {
        Sigmoid::default().into()
    }
}

/// Evaluates the same expression for whichever function it is.
macro_rules! each {
    ($transfer:expr, $f:ident => $value:expr) => {
        match $transfer {
            Transfer::Sigmoid($f) => $value,
            Transfer::ThresholdLinear($f) => $value,
            Transfer::Logistic($f) => $value,
            Transfer::LogisticFromZero($f) => $value,
            Transfer::PowerLaw($f) => $value,
            Transfer::Tanh($f) => $value,
        }
    };
}

macro_rules! into_transfer {
    ($($kind:ident),*) => {
        $(impl From<$kind> for Transfer {
            fn from(function: $kind) -> Transfer {
                Transfer::$kind(function)
            }
        })*
    };
}
into_transfer!(Sigmoid, ThresholdLinear, Logistic, LogisticFromZero, PowerLaw, Tanh);

impl Transfer {
    /// The rate Φ(I), Hz.
    pub fn rate(&self, input: f64) -> f64 {
        each!(self, f => f.rate(input))
    }

    /// The slope dΦ/dI, Hz/nA. At a corner of [`ThresholdLinear`], the slope to the left of it.
    pub fn derivative(&self, input: f64) -> f64 {
        each!(self, f => f.derivative(input))
    }

    /// The input (nA) that leads to `rate` (Hz). `None` if no input does, or if many do (silence below a threshold,
    /// saturation).
    pub fn inverse(&self, rate: f64) -> Option<f64> {
        each!(self, f => f.inverse(rate))
    }

    /// The rates over many inputs, to draw the function.
    ///
    /// ```
    /// use neurocomp::ndarray::array;
    /// use neurocomp::rate::transfer::Transfer;
    ///
    /// assert_eq!(Transfer::default().rates(&array![10.0, 1e4]), array![250.0, 500.0]);
    /// ```
    pub fn rates(&self, inputs: &ndarray::ArrayRef1<f64>) -> ndarray::Array1<f64> {
        inputs.mapv(|input| self.rate(input))
    }

    /// The rate that very negative inputs lead to, Hz.
    pub fn lowest(&self) -> f64 {
        each!(self, f => f.bounds().0)
    }

    /// The rate that no input exceeds, Hz; infinite for [`PowerLaw`].
    pub fn highest(&self) -> f64 {
        each!(self, f => f.bounds().1)
    }

    /// Whether all parameters are in range.
    ///
    /// # Errors
    ///
    /// The first parameter that is not, with its range. Models check their transfer functions in `new`.
    pub fn check(&self) -> Result<()> {
        Ok(each!(self, f => f.check())?)
    }

    /// The inputs, in order, at which the slope passes through `slope` > 0, be it in a jump: between them
    /// Φ(I) − slope·I is monotone.
    pub(crate) fn slope_inputs(&self, slope: f64) -> Vec<f64> {
        each!(self, f => f.slope_inputs(slope))
    }

    /// The inputs, in order, at which the slope turns from growing to falling or the other way round, or jumps.
    pub(crate) fn inflections(&self) -> Vec<f64> {
        each!(self, f => f.inflections())
    }

    /// The smallest and the largest slope between two inputs.
    pub(crate) fn slope_range(&self, low: f64, high: f64) -> (f64, f64) {
        let ends = (self.derivative(low), self.derivative(high));
        // Between inflections the slope is monotone, so that its extremes are there or at the ends.
        let mut range = (ends.0.min(ends.1), ends.0.max(ends.1));
        for input in self.inflections() {
            if input >= low && input <= high {
                for slope in [self.derivative(input), self.derivative(input.next_up())] {
                    range = (range.0.min(slope), range.1.max(slope));
                }
            }
        }
        range
    }
}

#[cfg(test)]
mod tests;
