//! The transfer functions that are silent below a threshold.

use crate::Result;
use crate::parameter::Allowed;

/// Silent up to I_thresh, then c (I − I_thresh), constant beyond I_max: the function of lecture 3.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ThresholdLinear {
    /// Gain c, Hz/nA; > 0.
    pub gain: f64,
    /// Threshold I_thresh, nA.
    pub i_thresh: f64,
    /// Input of saturation I_max, nA; above the threshold.
    pub i_max: f64,
}

impl Default for ThresholdLinear {
    fn default() -> ThresholdLinear {
        ThresholdLinear { gain: 50.0, i_thresh: 5.0, i_max: 15.0 }
    }
}

impl ThresholdLinear {
    /// The rate Φ(I), Hz.
    pub fn rate(&self, input: f64) -> f64 {
        // Not `clamp`: a saturation below the threshold, which `check` refuses, must not panic here.
        let above = if input > self.i_max { self.i_max } else { input } - self.i_thresh;
        if above < 0.0 { 0.0 } else { self.gain * above }
    }

    /// The slope dΦ/dI, Hz/nA; at a corner, the slope to the left of it.
    pub fn derivative(&self, input: f64) -> f64 {
        if input > self.i_thresh && input <= self.i_max { self.gain } else { 0.0 }
    }

    /// The input (nA) that leads to `rate` (Hz); `None` if none does, or many do.
    pub fn inverse(&self, rate: f64) -> Option<f64> {
        (rate > 0.0 && rate < self.bounds().1).then(|| self.i_thresh + rate / self.gain)
    }

    pub(super) fn bounds(&self) -> (f64, f64) {
        (0.0, self.rate(self.i_max))
    }

    pub(super) fn slope_inputs(&self, slope: f64) -> Vec<f64> {
        if slope <= self.gain { self.inflections() } else { Vec::new() }
    }

    pub(super) fn inflections(&self) -> Vec<f64> {
        vec![self.i_thresh, self.i_max]
    }

    pub(super) fn check(&self) -> Result<()> {
        Allowed::Positive.check("gain", "Hz/nA", self.gain)?;
        Allowed::Finite.check("i_thresh", "nA", self.i_thresh)?;
        Allowed::Above("i_thresh", self.i_thresh).check("i_max", "nA", self.i_max)?;
        Ok(())
    }
}

/// Φ(I) = k (I − I_thresh)ⁿ above the threshold, else 0. With n = 1 it is threshold-linear without saturation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PowerLaw {
    /// Gain k, Hz/nAⁿ; > 0.
    pub gain: f64,
    /// Exponent n; > 0.
    pub exponent: f64,
    /// Threshold I_thresh, nA.
    pub i_thresh: f64,
}

impl Default for PowerLaw {
    fn default() -> PowerLaw {
        PowerLaw { gain: 0.04, exponent: 2.0, i_thresh: 0.0 }
    }
}

impl PowerLaw {
    /// The rate Φ(I), Hz.
    pub fn rate(&self, input: f64) -> f64 {
        if input > self.i_thresh { self.gain * (input - self.i_thresh).powf(self.exponent) } else { 0.0 }
    }

    /// The slope dΦ/dI, Hz/nA; at a corner, the slope to the left of it.
    pub fn derivative(&self, input: f64) -> f64 {
        if input > self.i_thresh {
            self.gain * self.exponent * (input - self.i_thresh).powf(self.exponent - 1.0)
        } else {
            0.0
        }
    }

    /// The input (nA) that leads to `rate` (Hz); `None` if none does, or many do.
    pub fn inverse(&self, rate: f64) -> Option<f64> {
        (rate > 0.0 && rate.is_finite()).then(|| self.i_thresh + (rate / self.gain).powf(1.0 / self.exponent))
    }

    pub(super) fn bounds(&self) -> (f64, f64) {
        (0.0, f64::INFINITY)
    }

    pub(super) fn slope_inputs(&self, slope: f64) -> Vec<f64> {
        let (k, n) = (self.gain, self.exponent);
        if n == 1.0 {
            return if slope <= k { vec![self.i_thresh] } else { Vec::new() };
        }
        let there = self.i_thresh + (slope / (k * n)).powf(1.0 / (n - 1.0));
        // A root (n < 1) starts with an infinite slope: it jumps over every slope at the threshold.
        if n < 1.0 && there > self.i_thresh { vec![self.i_thresh, there] } else { vec![there] }
    }

    pub(super) fn inflections(&self) -> Vec<f64> {
        vec![self.i_thresh]
    }

    pub(super) fn check(&self) -> Result<()> {
        Allowed::Positive.check("gain", "Hz/nAⁿ", self.gain)?;
        Allowed::Positive.check("exponent", "", self.exponent)?;
        Allowed::Finite.check("i_thresh", "nA", self.i_thresh)?;
        Ok(())
    }
}
