//! Units that inhibit each other: a decision.
//!
//! ```text
//! τ dr_i/dt = −r_i + Φ(I_i + w_self r_i − w_inhibition Σ_{j≠i} r_j)
//! ```
//!
//! | symbol | meaning | in the code | unit | default |
//! | --- | --- | --- | --- | --- |
//! | τ | time constant | `tau` | ms | 10 |
//! | w_self | excitation of a unit by itself, ≥ 0 | `w_self` | nA/Hz | 0.02 |
//! | w_inhibition | inhibition by each of the others, ≥ 0 | `w_inhibition` | nA/Hz | 0.1 |
//! | Φ | transfer function | `transfer` | Hz | [`Sigmoid`](super::transfer::Sigmoid) |
//! | I_i | evidence for alternative i | `inputs` | nA | |
//!
//! With equal inputs all units could fire alike at a rate r; but a difference between two of them changes as e^(λt)
//! with
//!
//! ```text
//! λ = (Φ' (w_self + w_inhibition) − 1)/τ
//! ```
//!
//! With λ > 0 ([`WinnerTakeAll::growth_of_differences`]) the smallest advantage grows until one unit silences the
//! others. Noise then decides between equals, and makes errors between alternatives that are almost equal.
//!
//! # Example
//!
//! ```
//! use neurocomp::ndarray::array;
//! use neurocomp::rate::winner_take_all::{WinnerTakeAll, WinnerTakeAllParams};
//!
//! let decision = WinnerTakeAll::new(WinnerTakeAllParams::default())?;
//! let run = decision.simulate(&array![15.0, 15.5, 14.0], 0.5, 300.0)?;
//! assert_eq!(run.winner(), Some(1)); // the largest input
//! let last = run.r.row(600);
//! assert!(last[1] > 450.0 && last[0] < 1.0 && last[2] < 1.0);
//! # Ok::<(), neurocomp::Error>(())
//! ```
//!
//! # Sources
//!
//! S. Grossberg, *Stud. Appl. Math.* 52, 213 (1973), doi:10.1002/sapm1973523213. K.-F. Wong & X.-J. Wang, *J.
//! Neurosci.* 26, 1314 (2006), doi:10.1523/JNEUROSCI.3733-05.2006: two populations as a decision.

use ndarray::{Array1, Array2, ArrayRef1};
use rand_distr::{Distribution, StandardNormal};
use rayon::prelude::*;

use crate::Result;
use crate::error::check_count;
use crate::parallel::in_parallel;

use super::error::check_array;
use super::transfer::Transfer;
use crate::integrate::runge_kutta::Rk4;
use crate::language::choose;
use crate::noise::{cell_seed, generator};
use crate::parameter::Allowed;
use crate::root::bisect;
use crate::summary::{samples_of_units, summary};
use crate::time_step::{self, MAX_SAMPLES, MAX_STEPS};

/// The parameters of the competing units. The default, made up for the course's transfer function, decides within some
/// tens of ms.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WinnerTakeAllParams {
    /// Time constant τ, ms; > 0.
    pub tau: f64,
    /// Excitation of a unit by itself, nA/Hz; ≥ 0.
    pub w_self: f64,
    /// Inhibition by each of the others, nA/Hz; ≥ 0.
    pub w_inhibition: f64,
    /// Transfer function Φ; with a largest value.
    pub transfer: Transfer,
}

impl Default for WinnerTakeAllParams {
    fn default() -> WinnerTakeAllParams {
        WinnerTakeAllParams { tau: 10.0, w_self: 0.02, w_inhibition: 0.1, transfer: Transfer::default() }
    }
}

/// Competing units whose parameters have been checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WinnerTakeAll {
    params: WinnerTakeAllParams,
}

/// A simulated competition.
#[derive(Clone, PartialEq)]
pub struct CompetitionRun {
    /// Times 0, dt, 2·dt … n·dt, ms.
    pub t: Array1<f64>,
    /// Rates, Hz: row k at time `t[k]`, one column for each unit.
    pub r: Array2<f64>,
}

impl CompetitionRun {
    /// The unit with the largest rate at the end; `None` if two share it.
    pub fn winner(&self) -> Option<usize> {
        let last = self.r.rows().into_iter().next_back()?;
        let (best, &most) = last.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1))?;
        (last.iter().filter(|&&r| r == most).count() == 1).then_some(best)
    }
}

summary!(CompetitionRun, |run| {
    format!("{}, {}: {:?}", samples_of_units(run.r.dim()), choose("winner", "vainqueur"), run.winner())
});

impl WinnerTakeAll {
    /// Competing units with these parameters.
    ///
    /// # Errors
    ///
    /// If `tau` is not > 0, a weight not ≥ 0, a parameter of the transfer function out of range, or the transfer
    /// function without a largest value.
    pub fn new(params: WinnerTakeAllParams) -> Result<WinnerTakeAll> {
        Allowed::Positive.check("tau", "ms", params.tau)?;
        Allowed::NotNegative.check("w_self", "nA/Hz", params.w_self)?;
        Allowed::NotNegative.check("w_inhibition", "nA/Hz", params.w_inhibition)?;
        params.transfer.check()?;
        if params.transfer.highest().is_infinite() {
            return Err(super::error::unbounded("transfer"));
        }
        Ok(WinnerTakeAll { params })
    }

    /// The parameters.
    pub fn params(&self) -> WinnerTakeAllParams {
        self.params
    }

    /// The rate (Hz) at which `units` units with the same `input` (nA) can all fire. If they inhibit each other more
    /// than they excite themselves there is one; else, the lowest.
    ///
    /// # Errors
    ///
    /// If there are fewer than 2 units, or `input` is not finite.
    pub fn equal_rate(&self, units: usize, input: f64) -> Result<f64> {
        check_count("units", 2, usize::MAX, units)?;
        Allowed::Finite.check("input", "nA", input)?;
        let WinnerTakeAllParams { tau, w_self, w_inhibition, transfer } = self.params;
        let w = w_self - w_inhibition * (units - 1) as f64;
        if w > 0.0 {
            // The same equation as for one population with this weight.
            let params = super::population::PopulationParams { tau, w, transfer };
            return super::population::Population::new(params)?.settle(input, transfer.lowest());
        }
        let excess = |r: f64| transfer.rate(input + w * r) - r;
        let (low, high) = (transfer.lowest(), transfer.highest());
        if excess(low) <= 0.0 {
            return Ok(low);
        }
        Ok(bisect(excess, low, high))
    }

    /// The growth rate λ (1/ms) of a small difference between `units` units with the same `input` (nA): > 0 if one will
    /// win.
    ///
    /// # Errors
    ///
    /// As for [`WinnerTakeAll::equal_rate`], and if numbers are too large for it.
    pub fn growth_of_differences(&self, units: usize, input: f64) -> Result<f64> {
        let r = self.equal_rate(units, input)?;
        let p = self.params;
        let drive = input + (p.w_self - p.w_inhibition * (units - 1) as f64) * r;
        let growth = (p.transfer.derivative(drive) * (p.w_self + p.w_inhibition) - 1.0) / p.tau;
        Allowed::Finite.check("growth", "1/ms", growth)
    }

    /// Simulates units with these `inputs` (nA), from silence, for `duration` (ms), by the method of Runge and Kutta in
    /// steps of `dt` (ms).
    ///
    /// # Errors
    ///
    /// If there are fewer than 2 inputs or one is not finite; if `dt` is not > 0, or longer than `duration` or τ; if
    /// the result has more than [`MAX_SAMPLES`] numbers.
    pub fn simulate(&self, inputs: &ArrayRef1<f64>, dt: f64, duration: f64) -> Result<CompetitionRun> {
        let steps = self.check(inputs, dt, duration)?;
        let mut rk4 = Rk4::new(inputs.len());
        let inputs = inputs.to_vec();
        Ok(self.run(inputs.len(), dt, steps, |r| {
            rk4.step(0.0, dt, r, |_, r, dr| self.slope(&inputs, r, dr));
        }))
    }

    /// Simulates with white noise σ √τ ξ_i on the right-hand side, `sigma` in Hz (the method of Euler and Maruyama).
    /// The same `seed` gives the same run.
    ///
    /// # Errors
    ///
    /// As for [`WinnerTakeAll::simulate`], and if `sigma` is not ≥ 0.
    pub fn simulate_noisy(
        &self,
        inputs: &ArrayRef1<f64>,
        sigma: f64,
        dt: f64,
        duration: f64,
        seed: u64,
    ) -> Result<CompetitionRun> {
        Allowed::NotNegative.check("sigma", "Hz", sigma)?;
        let steps = self.check(inputs, dt, duration)?;
        let inputs = inputs.to_vec();
        let mut random = generator(seed);
        let mut slope = vec![0.0; inputs.len()];
        let noise = sigma * (dt / self.params.tau).sqrt();
        Ok(self.run(inputs.len(), dt, steps, |r| {
            self.slope(&inputs, r, &mut slope);
            for (r, slope) in r.iter_mut().zip(&slope) {
                let normal: f64 = StandardNormal.sample(&mut random);
                *r += dt * slope + noise * normal;
            }
        }))
    }

    /// The fraction of `trials` noisy runs that each unit wins. Trials are shared among the processor's cores; the same
    /// `seed` gives the same result on any number of them.
    ///
    /// # Errors
    ///
    /// As for [`WinnerTakeAll::simulate_noisy`], and if there are no trials, or so many that all together have more than [`MAX_STEPS`]
    /// steps.
    pub fn choices(
        &self,
        inputs: &ArrayRef1<f64>,
        sigma: f64,
        dt: f64,
        duration: f64,
        trials: usize,
        seed: u64,
    ) -> Result<Array1<f64>> {
        let steps = self.check(inputs, dt, duration)?;
        check_count("trials", 1, MAX_STEPS / steps, trials)?;
        let winners: Result<Vec<Option<usize>>> = in_parallel(|| {
            (0..trials)
                .into_par_iter()
                .map(|trial| Ok(self.simulate_noisy(inputs, sigma, dt, duration, cell_seed(seed, trial, 0))?.winner()))
                .collect()
        });
        let mut fractions = Array1::zeros(inputs.len());
        for winner in winners?.into_iter().flatten() {
            fractions[winner] += 1.0 / trials as f64;
        }
        Ok(fractions)
    }

    fn slope(&self, inputs: &[f64], r: &[f64], dr: &mut [f64]) {
        let WinnerTakeAllParams { tau, w_self, w_inhibition, transfer } = self.params;
        let all: f64 = r.iter().sum();
        for ((dr, &r), &input) in dr.iter_mut().zip(r).zip(inputs) {
            *dr = (transfer.rate(input + w_self * r - w_inhibition * (all - r)) - r) / tau;
        }
    }

    fn check(&self, inputs: &ArrayRef1<f64>, dt: f64, duration: f64) -> Result<usize> {
        check_count("inputs", 2, usize::MAX, inputs.len())?;
        check_array("inputs", "nA", inputs, inputs.len())?;
        let limit = MAX_SAMPLES / inputs.len();
        let steps = time_step::steps(dt, duration, limit)?;
        if steps >= limit {
            return Err(time_step::too_many(limit, steps as f64));
        }
        time_step::check_resolves(dt, self.params.tau)?;
        Ok(steps)
    }

    fn run(&self, units: usize, dt: f64, steps: usize, mut step: impl FnMut(&mut [f64])) -> CompetitionRun {
        let mut state = vec![0.0; units];
        let mut r = Array2::zeros((steps + 1, units));
        for mut row in r.rows_mut().into_iter().skip(1) {
            step(&mut state);
            row.assign(&ndarray::ArrayView1::from(&state));
        }
        CompetitionRun { t: time_step::times(steps, dt), r }
    }
}

#[cfg(test)]
mod tests;
