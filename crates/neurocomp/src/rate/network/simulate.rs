//! The network in time, quiet or noisy.

use ndarray::{Array1, Array2, ArrayRef1};
use rand_distr::{Distribution, StandardNormal};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::{Flow, RateNetwork};
use crate::Result;
use crate::integrate::runge_kutta::Rk4;
use crate::noise::generator;
use crate::parameter::Allowed;
use crate::rate::error::check_array;
use crate::summary::{range, samples_of_units, summary};
use crate::time_step::{self, MAX_SAMPLES};

/// Noise on the input of each unit, independent between units: an Ornstein–Uhlenbeck process.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OuNoise {
    /// Standard deviation σ, in the unit of the input; ≥ 0.
    pub sd: f64,
    /// Correlation time τ_noise, ms; > 0.
    pub tau: f64,
}

/// A simulated network.
#[derive(Clone, PartialEq)]
pub struct RateNetworkRun {
    /// Times 0, dt, 2·dt … n·dt, ms; n + 1 of them.
    pub t: Array1<f64>,
    /// The states: row k at time `t[k]`, column i of unit i. For rates see [`RateNetwork::rates`].
    pub x: Array2<f64>,
}

summary!(RateNetworkRun, |run| format!("{}, x = {}", samples_of_units(run.x.dim()), range(&run.x, 3)));

impl RateNetwork {
    /// Simulates from the state `x0` under a constant `input` (one number per unit each) for `duration` (ms), by the
    /// method of Runge and Kutta in steps of `dt` (ms).
    ///
    /// # Errors
    ///
    /// If an array has another length than there are units, or a number that is not finite; if `dt` is not > 0, or
    /// longer than `duration` or τ; if the result has more than [`MAX_SAMPLES`] numbers; if the activity grows for
    /// ever.
    pub fn simulate(
        &self,
        x0: &ArrayRef1<f64>,
        input: &ArrayRef1<f64>,
        dt: f64,
        duration: f64,
    ) -> Result<RateNetworkRun> {
        let input = self.check_start(x0, input)?;
        self.run(x0, dt, duration, |flow, rk4, x| {
            rk4.step(0.0, dt, x, |_, x, dx| flow.slope(x, &input, dx));
        })
    }

    /// Simulates with noise η_i(t) added to the `input`. The same `seed` gives the same run.
    ///
    /// At the times k·dt, η is an exact sample of the Ornstein–Uhlenbeck process, whatever dt:
    /// η(t + dt) = a η(t) + σ √(1 − a²) N with a = e^(−dt/τ_noise) and N a standard normal number, from a stationary
    /// start. Within a step η goes in a straight line: choose dt well below τ_noise.
    ///
    /// # Errors
    ///
    /// As for [`RateNetwork::simulate`], and if `noise.sd` is not ≥ 0, `noise.tau` not > 0 or shorter than
    /// `dt`.
    ///
    /// ```
    /// use neurocomp::ndarray::{Array1, Array2};
    /// use neurocomp::rate::network::{RateNetworkParams, OuNoise, RateNetwork};
    ///
    /// let network = RateNetwork::new(RateNetworkParams::default(), Array2::zeros((3, 3)))?;
    /// let (zero, noise) = (Array1::zeros(3), OuNoise { sd: 0.5, tau: 2.0 });
    /// let run = network.simulate_noisy(&zero, &zero, noise, 0.1, 50.0, 1)?;
    /// assert_eq!(run, network.simulate_noisy(&zero, &zero, noise, 0.1, 50.0, 1)?);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn simulate_noisy(
        &self,
        x0: &ArrayRef1<f64>,
        input: &ArrayRef1<f64>,
        noise: OuNoise,
        dt: f64,
        duration: f64,
        seed: u64,
    ) -> Result<RateNetworkRun> {
        Allowed::NotNegative.check("noise.sd", "", noise.sd)?;
        Allowed::Positive.check("noise.tau", "ms", noise.tau)?;
        let mean = self.check_start(x0, input)?;
        time_step::check_positive("dt", dt)?;
        time_step::check_resolves(dt, noise.tau)?;
        let mut eta = OrnsteinUhlenbeck::new(noise, dt, mean.len(), seed);
        let mut now = mean.clone();
        self.run(x0, dt, duration, |flow, rk4, x| {
            eta.step();
            rk4.step(0.0, 1.0, x, |s, x, dx| {
                for (k, now) in now.iter_mut().enumerate() {
                    *now = mean[k] + eta.before[k] + s * (eta.after[k] - eta.before[k]);
                }
                flow.slope(x, &now, dx);
                // Time is counted in steps here.
                dx.iter_mut().for_each(|dx| *dx *= dt);
            });
        })
    }

    /// The input, if both arrays fit the network.
    pub(super) fn check_start(&self, x0: &ArrayRef1<f64>, input: &ArrayRef1<f64>) -> Result<Vec<f64>> {
        check_array("x0", "", x0, self.units())?;
        check_array("input", "", input, self.units())?;
        Ok(input.to_vec())
    }

    fn run(
        &self,
        x0: &ArrayRef1<f64>,
        dt: f64,
        duration: f64,
        mut step: impl FnMut(&mut Flow, &mut Rk4, &mut [f64]),
    ) -> Result<RateNetworkRun> {
        let units = self.units();
        let limit = MAX_SAMPLES / units;
        let steps = time_step::steps(dt, duration, limit)?;
        if steps >= limit {
            return Err(time_step::too_many(limit, steps as f64));
        }
        time_step::check_resolves(dt, self.params.tau)?;
        let (mut flow, mut rk4) = (Flow::new(self), Rk4::new(units));
        let mut state = x0.to_vec();
        let mut x = Vec::with_capacity((steps + 1) * units);
        x.extend_from_slice(&state);
        for _ in 0..steps {
            step(&mut flow, &mut rk4, &mut state);
            x.extend_from_slice(&state);
        }
        if !state.iter().all(|x| x.is_finite()) {
            return Err(crate::rate::error::runs_away());
        }
        let x = Array2::from_shape_vec((steps + 1, units), x).expect("one row per sample");
        Ok(RateNetworkRun { t: time_step::times(steps, dt), x })
    }
}

/// The noise of all units before and after the current step.
struct OrnsteinUhlenbeck {
    random: Xoshiro256PlusPlus,
    keep: f64,
    fresh: f64,
    before: Vec<f64>,
    after: Vec<f64>,
}

impl OrnsteinUhlenbeck {
    fn new(noise: OuNoise, dt: f64, units: usize, seed: u64) -> OrnsteinUhlenbeck {
        let mut random = generator(seed);
        let after = (0..units).map(|_| noise.sd * normal(&mut random)).collect();
        OrnsteinUhlenbeck {
            random,
            keep: (-dt / noise.tau).exp(),
            fresh: noise.sd * (-(-2.0 * dt / noise.tau).exp_m1()).sqrt(),
            before: vec![0.0; units],
            after,
        }
    }

    fn step(&mut self) {
        std::mem::swap(&mut self.before, &mut self.after);
        for (after, before) in self.after.iter_mut().zip(&self.before) {
            *after = self.keep * before + self.fresh * normal(&mut self.random);
        }
    }
}

fn normal(random: &mut Xoshiro256PlusPlus) -> f64 {
    StandardNormal.sample(random)
}
