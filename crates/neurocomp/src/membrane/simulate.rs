//! The potential under any current, step by step.

use ndarray::{Array1, ArrayRef1};

use super::Membrane;
use crate::parameter::Allowed;
use crate::summary::{ends, range, samples, summary};
use crate::time_step::{self, MAX_SAMPLES};
use crate::{Error, Result};

/// A simulated potential.
#[derive(Clone, PartialEq)]
pub struct MembraneRun {
    /// Times 0, dt, 2·dt … n·dt, ms; n + 1 of them.
    pub t: Array1<f64>,
    /// Potential at these times, mV.
    pub v: Array1<f64>,
}

summary!(MembraneRun, |run| {
    format!("{}, t = {} ms, v = {} mV", samples(run.t.len()), ends(&run.t), range(&run.v, 2))
});

impl Membrane {
    /// Simulates a current (nA) that changes, from rest: `current[k]` flows during step k, from k·dt to (k + 1)·dt ms.
    /// The run has one sample more than `current`. The solution is exact for such a current, whatever dt:
    ///
    /// ```text
    /// V(t + dt) = V∞ + (V(t) − V∞) e^(−dt/τ)             V∞ = E_l + R current[k]
    /// ```
    ///
    /// # Errors
    ///
    /// If `current` is empty, has more than [`MAX_SAMPLES`] elements or one that is not finite, if `dt` is not > 0, or
    /// if a potential is too large for a number of the computer.
    pub fn simulate(&self, current: &ArrayRef1<f64>, dt: f64) -> Result<MembraneRun> {
        self.simulate_from(self.params.v_rest, current, dt)
    }

    /// As [`Membrane::simulate`], from V = `v0` (mV).
    ///
    /// # Errors
    ///
    /// As for [`Membrane::simulate`], and if `v0` is not finite.
    pub fn simulate_from(&self, v0: f64, current: &ArrayRef1<f64>, dt: f64) -> Result<MembraneRun> {
        time_step::check_positive("dt", dt)?;
        // 1 − e^(−dt/τ) of a short step keeps its digits this way.
        self.run(v0, current, dt, -(-dt / self.time_constant()).exp_m1())
    }

    /// As [`Membrane::simulate`], by Euler's method, whose error is of first order in dt:
    ///
    /// ```text
    /// V(t + dt) = V(t) + (dt/τ) (E_l − V(t) + R current[k])
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`Membrane::simulate`], and if `dt` is longer than τ.
    pub fn simulate_euler(&self, current: &ArrayRef1<f64>, dt: f64) -> Result<MembraneRun> {
        time_step::check_positive("dt", dt)?;
        time_step::check_resolves(dt, self.time_constant())?;
        self.run(self.params.v_rest, current, dt, dt / self.time_constant())
    }

    /// In each step the potential covers `fraction` of its distance to V∞.
    fn run(&self, v0: f64, current: &ArrayRef1<f64>, dt: f64, fraction: f64) -> Result<MembraneRun> {
        Allowed::Finite.check("v0", "mV", v0)?;
        let steps = check_current(current, dt)?;
        let mut v = Array1::from_elem(steps + 1, v0);
        for (k, &i) in current.iter().enumerate() {
            v[k + 1] = v[k] + fraction * (self.steady_state(i) - v[k]);
        }
        Allowed::Finite.check_all("v", "mV", &v)?;
        Ok(MembraneRun { t: time_step::times(steps, dt), v })
    }
}

/// The number of steps of a current.
fn check_current(current: &ArrayRef1<f64>, dt: f64) -> Result<usize> {
    let steps = current.len();
    if steps == 0 {
        return Err(Error::empty("current"));
    }
    if steps > MAX_SAMPLES {
        return Err(time_step::too_many(MAX_SAMPLES, steps as f64));
    }
    time_step::check_positive("duration", steps as f64 * dt)?;
    Allowed::Finite.check_all("current", "nA", current)?;
    Ok(steps)
}
