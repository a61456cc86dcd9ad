//! The ring in time, with cues and noise.

use ndarray::{Array1, Array2, ArrayRef1, ArrayView1};
use rand_distr::{Distribution, StandardNormal};
use rand_xoshiro::Xoshiro256PlusPlus;
use std::f64::consts::{PI, TAU};

use super::Ring;
use super::readout::vector;
use crate::Result;
use crate::integrate::runge_kutta::Rk4;
use crate::language::choose;
use crate::noise::generator;
use crate::parameter::Allowed;
use crate::rate::pieces::pieces;
use crate::summary::{number, samples_of_units, summary};
use crate::time_step::{self, MAX_SAMPLES};

/// A stimulus at an angle: an input A (1 + cos(θ − θ_cue))/2 from `t_start` to `t_stop`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RingCue {
    /// Its angle θ_cue, rad.
    pub position: f64,
    /// Its amplitude A, nA.
    pub strength: f64,
    /// Beginning, ms.
    pub t_start: f64,
    /// End, ms; after the beginning.
    pub t_stop: f64,
}

impl RingCue {
    fn check(&self, index: usize) -> Result<()> {
        let name = |field: &str| format!("cues[{index}].{field}");
        Allowed::Finite.check(&name("position"), "rad", self.position)?;
        Allowed::Finite.check(&name("strength"), "nA", self.strength)?;
        Allowed::Finite.check(&name("t_start"), "ms", self.t_start)?;
        Allowed::Above("t_start", self.t_start).check(&name("t_stop"), "ms", self.t_stop)?;
        Ok(())
    }
}

/// A simulated ring.
#[derive(Clone, PartialEq)]
pub struct RingRun {
    /// Times 0, dt, 2·dt … n·dt, ms.
    pub t: Array1<f64>,
    /// Rates, Hz: row k at time `t[k]`, one column for each unit.
    pub r: Array2<f64>,
}

summary!(RingRun, |run| {
    let (angle, length) = run.r.rows().into_iter().next_back().map_or((f64::NAN, f64::NAN), vector);
    let end = choose("population vector at the end", "vecteur de population à la fin");
    format!("{}, {end}: {} Hz, {} rad", samples_of_units(run.r.dim()), number(length, 2), number(angle, 3))
});

impl RingRun {
    /// The position of the bump at each time, rad: the angle of the population vector, counted on beyond ±π, so that a
    /// bump that drifts does not jump. While there is no bump (a population vector shorter than a millionth of the mean
    /// rate) the angle only shows rounding errors, and counting starts again.
    pub fn positions(&self) -> Array1<f64> {
        let mut path = Path::default();
        let position = |row: ArrayView1<f64>| {
            let (angle, length) = vector(row);
            let position = path.follow(angle);
            if length <= 1e-6 * row.sum().abs() / row.len() as f64 {
                path = Path::default();
                return angle;
            }
            position
        };
        self.r.rows().into_iter().map(position).collect()
    }

    /// The length of the population vector at each time, Hz: 0 without a bump.
    pub fn strength(&self) -> Array1<f64> {
        self.r.rows().into_iter().map(|row| vector(row).1).collect()
    }
}

/// Counts an angle on beyond ±π: each is the one closest to the angle before.
#[derive(Default)]
pub(super) struct Path {
    last: Option<f64>,
}

impl Path {
    pub(super) fn follow(&mut self, angle: f64) -> f64 {
        let next = self.last.map_or(angle, |last| last + (angle - last + PI).rem_euclid(TAU) - PI);
        self.last = Some(next);
        next
    }
}

impl Ring {
    /// Simulates from the rates `r0` (Hz, one for each unit) for `duration` (ms), by the method of Runge and Kutta in
    /// steps of `dt` (ms), cut where a cue begins or ends.
    ///
    /// # Errors
    ///
    /// If `r0` has another length than there are units; if a number is not finite or a cue does not end after its
    /// beginning; if `dt` is not > 0, or longer than `duration` or τ; if the result has more than [`MAX_SAMPLES`]
    /// numbers; if the activity grows for ever.
    pub fn simulate(&self, r0: &ArrayRef1<f64>, cues: &[RingCue], dt: f64, duration: f64) -> Result<RingRun> {
        let mut rk4 = Rk4::new(self.params.units);
        self.run(r0, cues, dt, duration, |on, h, r| self.step(&mut rk4, on, h, r))
    }

    /// Simulates with white noise σ √τ ξ_i on the right-hand side, `sigma` in Hz: alone, it would make rates vary with
    /// standard deviation σ/√2. The method of Euler and Maruyama; rates may fall a little below 0. The same `seed`
    /// gives the same run.
    ///
    /// # Errors
    ///
    /// As for [`Ring::simulate`], and if `sigma` is not ≥ 0.
    pub fn simulate_noisy(
        &self,
        r0: &ArrayRef1<f64>,
        cues: &[RingCue],
        sigma: f64,
        dt: f64,
        duration: f64,
        seed: u64,
    ) -> Result<RingRun> {
        Allowed::NotNegative.check("sigma", "Hz", sigma)?;
        let mut noisy = NoisyStep::new(sigma, self.params.units, seed);
        self.run(r0, cues, dt, duration, |on, h, r| noisy.step(self, on, h, r))
    }

    fn run(
        &self,
        r0: &ArrayRef1<f64>,
        cues: &[RingCue],
        dt: f64,
        duration: f64,
        mut step: impl FnMut(&[RingCue], f64, &mut [f64]),
    ) -> Result<RingRun> {
        self.check_rates(r0)?;
        for (k, cue) in cues.iter().enumerate() {
            cue.check(k)?;
        }
        let units = self.params.units;
        let limit = MAX_SAMPLES / units;
        let steps = time_step::steps(dt, duration, limit)?;
        if steps >= limit {
            return Err(time_step::too_many(limit, steps as f64));
        }
        time_step::check_resolves(dt, self.params.tau)?;
        let t = time_step::times(steps, dt);
        let mut switches: Vec<f64> = cues.iter().flat_map(|cue| [cue.t_start, cue.t_stop]).collect();
        switches.sort_by(f64::total_cmp);
        let mut state = r0.to_vec();
        let mut r = Vec::with_capacity((steps + 1) * units);
        r.extend_from_slice(&state);
        let mut on = Vec::new();
        for k in 0..steps {
            pieces(t[k], t[k + 1], &switches, |begin, h| {
                let middle = begin + 0.5 * h;
                on.clear();
                on.extend(cues.iter().filter(|cue| cue.t_start <= middle && middle < cue.t_stop));
                step(&on, h, &mut state);
            });
            r.extend_from_slice(&state);
        }
        if !state.iter().all(|r| r.is_finite()) {
            return Err(crate::rate::error::runs_away());
        }
        let r = Array2::from_shape_vec((steps + 1, units), r).expect("one row per sample");
        Ok(RingRun { t, r })
    }
}

/// A step of Euler and Maruyama.
pub(super) struct NoisyStep {
    random: Xoshiro256PlusPlus,
    sigma: f64,
    slope: Vec<f64>,
}

impl NoisyStep {
    pub(super) fn new(sigma: f64, units: usize, seed: u64) -> NoisyStep {
        NoisyStep { random: generator(seed), sigma, slope: vec![0.0; units] }
    }

    pub(super) fn step(&mut self, ring: &Ring, cues: &[RingCue], h: f64, r: &mut [f64]) {
        ring.slope(r, cues, &mut self.slope);
        let noise = self.sigma * (h / ring.params.tau).sqrt();
        for (r, slope) in r.iter_mut().zip(&self.slope) {
            let normal: f64 = StandardNormal.sample(&mut self.random);
            *r += h * slope + noise * normal;
        }
    }
}
