//! One synapse, step by step, with its noise and its two states.

use ndarray::Array1;
use rand::Rng;
use rand_distr::StandardNormal;

use super::CalciumRule;
use super::pieces::influx;
use crate::Result;
use crate::noise::generator;
use crate::parameter::Allowed;
use crate::plasticity::protocol::Protocol;
use crate::summary::{change, ends, samples, summary};
use crate::time_step::{self, MAX_SAMPLES};

/// Calcium and efficacy of one synapse.
#[derive(Clone, PartialEq)]
pub struct CalciumRun {
    /// Times 0, dt, 2·dt … n·dt, ms; n + 1 of them.
    pub t: Array1<f64>,
    /// Calcium at these times.
    pub calcium: Array1<f64>,
    /// Efficacy ρ at these times.
    pub rho: Array1<f64>,
}

summary!(CalciumRun, |run| {
    format!("{}, t = {} ms, rho = {}", samples(run.t.len()), ends(&run.t), change(&run.rho, 3))
});

impl CalciumRule {
    /// Simulates one synapse from ρ = `rho0` through a protocol, with all terms of the equation: Euler–Maruyama in
    /// steps of `dt` (ms) for ρ; calcium is exact. The same `seed` gives the same run.
    ///
    /// # Errors
    ///
    /// If `rho0` is not between 0 and 1, `dt` not > 0 or longer than τ_Ca, or there are more than [`MAX_SAMPLES`]
    /// steps.
    ///
    /// ```
    /// use neurocomp::plasticity::calcium::{CalciumParams, CalciumRule};
    /// use neurocomp::plasticity::protocol::Protocol;
    ///
    /// let rule = CalciumRule::new(CalciumParams::dp())?;
    /// let run = rule.simulate(&Protocol::pairing(10.0, 5, 1.0)?, 0.0, 0.5, 1)?;
    /// assert!(run.calcium.iter().any(|&c| c > 2.0));
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn simulate(&self, protocol: &Protocol, rho0: f64, dt: f64, seed: u64) -> Result<CalciumRun> {
        Allowed::Between(0.0, 1.0).check("rho0", "", rho0)?;
        let steps = time_step::steps(dt, protocol.duration(), MAX_SAMPLES)?;
        let p = self.params;
        time_step::check_resolves(dt, p.tau_ca)?;
        let t = time_step::times(steps, dt);
        let calcium = self.calcium_at(protocol, &t);
        let mut random = generator(seed);
        let mut rho = Array1::from_elem(steps + 1, rho0);
        for k in 0..steps {
            let (now, c) = (rho[k], calcium[k]);
            let (up, down) = (on(c > p.theta_p), on(c > p.theta_d));
            let drift = -now * (1.0 - now) * (p.rho_star - now) + p.gamma_p * (1.0 - now) * up - p.gamma_d * now * down;
            rho[k + 1] = now + drift * dt / p.tau;
            if up + down > 0.0 {
                let normal: f64 = random.sample(StandardNormal);
                rho[k + 1] += p.sigma * ((up + down) * dt / p.tau).sqrt() * normal;
            }
        }
        // A step longer than τ/γ swings about the solution, and runs away from it.
        Allowed::Finite.check_all("rho", "", &rho)?;
        Ok(CalciumRun { t, calcium, rho })
    }

    /// Calcium at the times `t` (ms, increasing).
    fn calcium_at(&self, protocol: &Protocol, t: &Array1<f64>) -> Array1<f64> {
        let p = self.params;
        let mut events = influx(&p, protocol).into_iter().peekable();
        let (mut now, mut c) = (0.0, 0.0);
        t.mapv(|t| {
            while let Some((at, amount)) = events.next_if(|event| event.0 <= t) {
                c = c * ((now - at) / p.tau_ca).exp() + amount;
                now = at;
            }
            c * ((now - t) / p.tau_ca).exp()
        })
    }
}

fn on(condition: bool) -> f64 {
    f64::from(u8::from(condition))
}
