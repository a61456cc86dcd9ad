//! The S-shaped transfer functions: all of them are a logistic function, stretched and shifted.

use crate::Result;
use crate::parameter::Allowed;

/// Φ(I) = r_max (1 + tanh κ(I − I_half))/2, the sigmoid of the course.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sigmoid {
    /// Largest rate r_max, Hz; > 0.
    pub r_max: f64,
    /// Steepness κ, 1/nA; > 0.
    pub kappa: f64,
    /// Input of half the largest rate, nA.
    pub i_half: f64,
}

impl Default for Sigmoid {
    fn default() -> Sigmoid {
        Sigmoid { r_max: 500.0, kappa: 0.2, i_half: 10.0 }
    }
}

/// Φ(I) = r_max/(1 + e^(−a (I − I_half))), the logistic function.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Logistic {
    /// Largest rate r_max, Hz; > 0.
    pub r_max: f64,
    /// Steepness a, 1/nA; > 0.
    pub slope: f64,
    /// Input of half the largest rate, nA.
    pub i_half: f64,
}

impl Default for Logistic {
    fn default() -> Logistic {
        Logistic { r_max: 1.0, slope: 1.0, i_half: 0.0 }
    }
}

/// Φ(I) = 1/(1 + e^(−a (I − θ))) − 1/(1 + e^(aθ)): the logistic function of Wilson and Cowan, Φ(0) = 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LogisticFromZero {
    /// Steepness a; > 0.
    pub slope: f64,
    /// Input of steepest ascent θ; ≥ 0.
    pub theta: f64,
}

impl Default for LogisticFromZero {
    fn default() -> LogisticFromZero {
        LogisticFromZero { slope: 1.3, theta: 4.0 }
    }
}

/// Φ(I) = tanh(g I), as in models of random networks; a rate below zero stands for one below average.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tanh {
    /// Steepness g; > 0.
    pub gain: f64,
}

impl Default for Tanh {
    fn default() -> Tanh {
        Tanh { gain: 1.0 }
    }
}

/// low + height/(1 + e^(−steepness (I − centre))).
#[derive(Clone, Copy)]
struct SCurve {
    low: f64,
    height: f64,
    steepness: f64,
    centre: f64,
}

impl SCurve {
    fn rate(&self, input: f64) -> f64 {
        self.low + self.height * logistic(self.steepness * (input - self.centre))
    }

    fn derivative(&self, input: f64) -> f64 {
        let u = self.steepness * (input - self.centre);
        // The product of both tails: 1 − logistic(u) would lose the digits of the small one.
        self.height * self.steepness * logistic(u) * logistic(-u)
    }

    fn inverse(&self, rate: f64) -> Option<f64> {
        let (above, below) = (rate - self.low, self.low + self.height - rate);
        (above > 0.0 && below > 0.0).then(|| self.centre + (above.ln() - below.ln()) / self.steepness)
    }

    /// With s the logistic function, slope = height·steepness·s(1 − s): solved for s, then for the input.
    fn slope_inputs(&self, slope: f64) -> Vec<f64> {
        let product = slope / (self.height * self.steepness);
        if !(product > 0.0 && product <= 0.25) {
            return Vec::new();
        }
        let root = (1.0 - 4.0 * product).sqrt();
        let distance = (2.0 * (1.0 + root).ln() - (4.0 * product).ln()) / self.steepness;
        if distance > 0.0 { vec![self.centre - distance, self.centre + distance] } else { vec![self.centre] }
    }
}

fn logistic(u: f64) -> f64 {
    1.0 / (1.0 + (-u).exp())
}

macro_rules! follow_the_s_curve {
    ($($kind:ident),*) => {
        $(impl $kind {
            /// The rate Φ(I), Hz.
            pub fn rate(&self, input: f64) -> f64 {
                self.curve().rate(input)
            }

            /// The slope dΦ/dI, Hz/nA.
            pub fn derivative(&self, input: f64) -> f64 {
                self.curve().derivative(input)
            }

            /// The input (nA) that leads to `rate` (Hz); `None` if none does.
            pub fn inverse(&self, rate: f64) -> Option<f64> {
                self.curve().inverse(rate)
            }
        })*
    };
}
follow_the_s_curve!(Sigmoid, Logistic, LogisticFromZero);

macro_rules! shape_of_the_s_curve {
    ($($kind:ident),*) => {
        $(impl $kind {
            pub(super) fn bounds(&self) -> (f64, f64) {
                let curve = self.curve();
                (curve.low, curve.low + curve.height)
            }

            pub(super) fn slope_inputs(&self, slope: f64) -> Vec<f64> {
                self.curve().slope_inputs(slope)
            }

            pub(super) fn inflections(&self) -> Vec<f64> {
                vec![self.curve().centre]
            }
        })*
    };
}
shape_of_the_s_curve!(Sigmoid, Logistic, LogisticFromZero, Tanh);

impl Sigmoid {
    fn curve(&self) -> SCurve {
        SCurve {
            low: 0.0,
            height: self.r_max,
            // (1 + tanh u)/2 = 1/(1 + e^(−2u))
            steepness: 2.0 * self.kappa,
            centre: self.i_half,
        }
    }

    pub(super) fn check(&self) -> Result<()> {
        Allowed::Positive.check("r_max", "Hz", self.r_max)?;
        Allowed::Positive.check("kappa", "/nA", self.kappa)?;
        Allowed::Finite.check("i_half", "nA", self.i_half)?;
        Ok(())
    }
}

impl Logistic {
    fn curve(&self) -> SCurve {
        SCurve { low: 0.0, height: self.r_max, steepness: self.slope, centre: self.i_half }
    }

    pub(super) fn check(&self) -> Result<()> {
        Allowed::Positive.check("r_max", "Hz", self.r_max)?;
        Allowed::Positive.check("slope", "/nA", self.slope)?;
        Allowed::Finite.check("i_half", "nA", self.i_half)?;
        Ok(())
    }
}

impl LogisticFromZero {
    fn curve(&self) -> SCurve {
        SCurve {
            low: -logistic(self.slope * (0.0 - self.theta)),
            height: 1.0,
            steepness: self.slope,
            centre: self.theta,
        }
    }

    pub(super) fn check(&self) -> Result<()> {
        Allowed::Positive.check("slope", "", self.slope)?;
        Allowed::NotNegative.check("theta", "", self.theta)?;
        Ok(())
    }
}

impl Tanh {
    /// tanh u = −1 + 2/(1 + e^(−2u)): for the shape only, since this sum loses the digits of small values.
    fn curve(&self) -> SCurve {
        SCurve { low: -1.0, height: 2.0, steepness: 2.0 * self.gain, centre: 0.0 }
    }

    /// The rate Φ(I), Hz.
    pub fn rate(&self, input: f64) -> f64 {
        (self.gain * input).tanh()
    }

    /// The slope dΦ/dI, Hz/nA.
    pub fn derivative(&self, input: f64) -> f64 {
        self.curve().derivative(input)
    }

    /// The input (nA) that leads to `rate` (Hz); `None` if none does.
    pub fn inverse(&self, rate: f64) -> Option<f64> {
        (rate > -1.0 && rate < 1.0).then(|| rate.atanh() / self.gain)
    }

    pub(super) fn check(&self) -> Result<()> {
        Allowed::Positive.check("gain", "", self.gain)?;
        Ok(())
    }
}
