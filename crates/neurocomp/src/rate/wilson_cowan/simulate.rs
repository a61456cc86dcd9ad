//! The two populations in time.

use ndarray::Array1;

use super::WilsonCowan;
use crate::Result;
use crate::integrate::runge_kutta::Rk4;
use crate::parameter::Allowed;
use crate::summary::{range, samples, summary};
use crate::time_step::{self, MAX_SAMPLES};

/// A simulated pair of populations.
#[derive(Clone, PartialEq)]
pub struct WilsonCowanRun {
    /// Times 0, dt, 2·dt … n·dt, ms; n + 1 of them.
    pub t: Array1<f64>,
    /// Excitatory activity at these times.
    pub e: Array1<f64>,
    /// Inhibitory activity at these times.
    pub i: Array1<f64>,
}

summary!(WilsonCowanRun, |run| {
    format!("{}, e = {}, i = {}", samples(run.t.len()), range(&run.e, 3), range(&run.i, 3))
});

impl WilsonCowan {
    /// Simulates from (`e0`, `i0`) for `duration` (ms) by the method of Runge and Kutta in steps of `dt` (ms).
    ///
    /// # Errors
    ///
    /// If `e0` or `i0` is not between −1 and the largest activity (1, or the transfer function's maximum if larger), if
    /// `dt` is not > 0, or longer than `duration` or than the shortest time in which an activity decays,
    /// τ/(1 + ρ Φ_max), or if there are more than [`MAX_SAMPLES`] steps.
    pub fn simulate(&self, e0: f64, i0: f64, dt: f64, duration: f64) -> Result<WilsonCowanRun> {
        let p = self.params;
        let most = |transfer: &crate::rate::transfer::Transfer| transfer.highest().max(1.0);
        Allowed::Between(-1.0, most(&p.transfer_e)).check("e0", "", e0)?;
        Allowed::Between(-1.0, most(&p.transfer_i)).check("i0", "", i0)?;
        let steps = time_step::steps(dt, duration, MAX_SAMPLES)?;
        time_step::check_resolves(dt, self.shortest_time())?;
        let (mut e, mut i) = (Array1::zeros(steps + 1), Array1::zeros(steps + 1));
        let mut y = [e0, i0];
        let mut rk4 = Rk4::new(2);
        for k in 0..=steps {
            (e[k], i[k]) = (y[0], y[1]);
            self.step(&mut rk4, dt, &mut y);
        }
        Ok(WilsonCowanRun { t: time_step::times(steps, dt), e, i })
    }

    /// The shortest time in which an activity decays, ms: refractoriness adds to the leak.
    pub(super) fn shortest_time(&self) -> f64 {
        let p = self.params;
        let decay_e = 1.0 + p.refractory_e * p.transfer_e.highest();
        let decay_i = 1.0 + p.refractory_i * p.transfer_i.highest();
        (p.tau_e / decay_e).min(p.tau_i / decay_i)
    }

    pub(super) fn step(&self, rk4: &mut Rk4, dt: f64, y: &mut [f64; 2]) {
        rk4.step(0.0, dt, y, |_, y, dy| (dy[0], dy[1]) = self.slope(y[0], y[1]));
    }
}
