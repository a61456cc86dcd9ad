//! How far noise moves the bump.

use ndarray::Array1;
use rayon::prelude::*;

use crate::Result;
use crate::error::check_count;
use crate::parallel::in_parallel;

use super::readout::vector;
use super::simulate::{NoisyStep, Path};
use super::{Ring, population_vector};
use crate::noise::cell_seed;
use crate::parameter::Allowed;
use crate::summary::summary;
use crate::time_step::{self, MAX_SAMPLES};

/// The drift of a bump over many trials.
#[derive(Clone, PartialEq)]
pub struct Drift {
    /// Times, ms.
    pub t: Array1<f64>,
    /// Variance of the position over the trials at these times, rad².
    pub variance: Array1<f64>,
    /// Diffusion coefficient D, rad²/ms: the straight line 2 D t closest to the variance.
    pub diffusion: f64,
}

summary!(Drift, |drift| {
    let end = drift.t.last().zip(drift.variance.last());
    let variance = end.map_or("Var ψ = –".into(), |(t, variance)| format!("Var ψ({t} ms) = {variance:.3e} rad²"));
    format!("{variance}, D = {:.3e} rad²/ms", drift.diffusion)
});

impl Ring {
    /// Measures the drift of a bump over `trials` runs with noise of amplitude `sigma` (Hz, see
    /// [`Ring::simulate_noisy`]), each for `duration` (ms) in steps of `dt` (ms) from the same bump. Trials are shared
    /// among the processor's cores; the same `seed` gives the same result on any number of them.
    ///
    /// # Errors
    ///
    /// If `sigma` is not ≥ 0; if there are fewer than 2 trials; if `dt` is not > 0, or longer than `duration` or τ; if
    /// trials times steps exceed [`MAX_SAMPLES`]; if no bump stays on this ring.
    pub fn drift(&self, sigma: f64, dt: f64, duration: f64, trials: usize, seed: u64) -> Result<Drift> {
        Allowed::NotNegative.check("sigma", "Hz", sigma)?;
        check_count("trials", 2, usize::MAX, trials)?;
        let steps = time_step::steps(dt, duration, MAX_SAMPLES)?;
        if steps.saturating_mul(trials) > MAX_SAMPLES {
            return Err(time_step::too_many(MAX_SAMPLES / trials, steps as f64));
        }
        time_step::check_resolves(dt, self.params.tau)?;
        let bump = self.bump(0.0)?.to_vec();
        let paths: Vec<Vec<f64>> = in_parallel(|| {
            (0..trials)
                .into_par_iter()
                .map(|trial| self.wander(bump.clone(), sigma, dt, steps, cell_seed(seed, trial, 0)))
                .collect()
        });
        let n = trials as f64;
        let variance = Array1::from_shape_fn(steps + 1, |k| {
            let mean = paths.iter().map(|path| path[k]).sum::<f64>() / n;
            paths.iter().map(|path| (path[k] - mean).powi(2)).sum::<f64>() / (n - 1.0)
        });
        let t = time_step::times(steps, dt);
        let diffusion = 0.5 * t.dot(&variance) / t.dot(&t);
        Ok(Drift { t, variance, diffusion })
    }

    /// The diffusion coefficient D = σ²/(4 n τ R²) (rad²/ms) that weak noise of amplitude `sigma` (Hz) gives the bump,
    /// R being the length of its population vector; see the [module](super).
    ///
    /// # Errors
    ///
    /// If `sigma` is not ≥ 0, or if no bump stays on this ring.
    pub fn diffusion_of_weak_noise(&self, sigma: f64) -> Result<f64> {
        Allowed::NotNegative.check("sigma", "Hz", sigma)?;
        let (_, length) = population_vector(&self.bump(0.0)?)?;
        Ok(sigma * sigma / (4.0 * self.params.units as f64 * self.params.tau * length * length))
    }

    /// The position after each step of one trial, rad.
    fn wander(&self, mut r: Vec<f64>, sigma: f64, dt: f64, steps: usize, seed: u64) -> Vec<f64> {
        let mut noisy = NoisyStep::new(sigma, r.len(), seed);
        let mut path = Path::default();
        let mut positions = Vec::with_capacity(steps + 1);
        positions.push(path.follow(vector(&r).0));
        for _ in 0..steps {
            noisy.step(self, &[], dt, &mut r);
            positions.push(path.follow(vector(&r).0));
        }
        positions
    }
}
