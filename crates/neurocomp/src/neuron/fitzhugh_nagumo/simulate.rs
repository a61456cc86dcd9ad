//! The model through time.

use ndarray::{Array1, ArrayRef1};
use rayon::prelude::*;

use crate::error::number;
use crate::parallel::in_parallel;
use crate::{Error, Result};

use super::{FitzHughNagumo, NUMBER};
use crate::integrate::runge_kutta::rk4_step;
use crate::spike_train::{SpikeTrain, threshold_crossings};
use crate::summary::{range, samples, summary};
use crate::time_step::{self, MAX_SAMPLES};

/// An upward crossing of this V is a spike.
pub const SPIKE_LEVEL: f64 = 0.0;

/// The largest number of steps of a whole curve: a billion, about ten seconds of two cores.
const MAX_CURVE_STEPS: usize = 1_000_000_000;

/// Further than that no V or W gets that began in the range allowed.
const RUNAWAY: f64 = 1e9;

/// A simulated time course.
#[derive(Clone, PartialEq)]
pub struct FitzHughNagumoRun {
    /// Times 0, dt, 2·dt … n·dt; n + 1 of them.
    pub t: Array1<f64>,
    /// V at these times.
    pub v: Array1<f64>,
    /// W at these times.
    pub w: Array1<f64>,
    /// The upward crossings of [`SPIKE_LEVEL`], interpolated between samples; a unit of time counts as 1 ms.
    pub spikes: SpikeTrain,
}

summary!(FitzHughNagumoRun, |run| {
    let (n, v, w) = (samples(run.t.len()), range(&run.v, 3), range(&run.w, 3));
    format!("{n}, v = {v}, w = {w}, spikes: {:?}", run.spikes)
});

impl FitzHughNagumo {
    /// Simulates a constant `current` from (`v0`, `w0`) in steps of `dt` for `duration`, by the method of Runge and
    /// Kutta of fourth order.
    ///
    /// # Errors
    ///
    /// If `v0`, `w0` or `current` is outside −1000 to 1000; if `dt` or `duration` is not > 0, `dt` longer than
    /// `duration`, or if there are more than [`MAX_SAMPLES`] steps; if `dt` is so long that V runs away.
    pub fn simulate(&self, v0: f64, w0: f64, current: f64, dt: f64, duration: f64) -> Result<FitzHughNagumoRun> {
        NUMBER.check("current", "", current)?;
        let steps = time_step::steps(dt, duration, MAX_SAMPLES)?;
        self.run(v0, w0, steps, dt, |_| current)
    }

    /// Simulates a current that changes: `current[k]` flows during step k, from k·dt to (k + 1)·dt. The run has one
    /// sample more than `current`.
    ///
    /// # Errors
    ///
    /// As for [`FitzHughNagumo::simulate`], and if `current` is empty.
    ///
    /// ```
    /// use neurocomp::ndarray::Array1;
    /// use neurocomp::neuron::fitzhugh_nagumo::{FitzHughNagumo, FitzHughNagumoParams};
    ///
    /// // Two pulses from rest, each one unit of time long: the weaker one fails.
    /// let neuron = FitzHughNagumo::new(FitzHughNagumoParams::default())?;
    /// let rest = neuron.fixed_points(0.0)?[0];
    /// let current = Array1::from_shape_fn(4_000, |k| match k {
    ///     0..20 => 0.4,
    ///     2_000..2_020 => 1.0,
    ///     _ => 0.0,
    /// });
    /// let run = neuron.simulate_input(rest.v, rest.w, &current, 0.05)?;
    /// assert_eq!(run.spikes.len(), 1);
    /// assert!(run.spikes.times()[0] > 100.0);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn simulate_input(&self, v0: f64, w0: f64, current: &ArrayRef1<f64>, dt: f64) -> Result<FitzHughNagumoRun> {
        NUMBER.check_list("current", "", current)?;
        time_step::check_positive("dt", dt)?;
        time_step::steps(dt, current.len() as f64 * dt, MAX_SAMPLES)?;
        self.run(v0, w0, current.len(), dt, |k| current[k])
    }

    /// The f–I curve: the rate (Hz, a unit of time counting as 1 ms) at which the neuron keeps firing under each
    /// constant current of `currents`, from runs of `duration` in steps of `dt` that begin where the neuron rests
    /// without current, on all cores.
    ///
    /// The first half of each run is left to the transient. The rate is 1/(mean interval) of the second half,
    /// and 0 with fewer than two spikes there.
    ///
    /// # Errors
    ///
    /// If `currents` is empty or holds one outside −1000 to 1000; for times as [`FitzHughNagumo::simulate`]; if the
    /// whole curve has more than 10⁹ steps.
    ///
    /// ```
    /// use neurocomp::ndarray::Array1;
    /// use neurocomp::neuron::fitzhugh_nagumo::{FitzHughNagumo, FitzHughNagumoParams};
    ///
    /// let neuron = FitzHughNagumo::new(FitzHughNagumoParams::default())?;
    /// let currents = Array1::from_shape_fn(31, |k| 0.05 * k as f64); // 0, 0.05 … 1.5
    /// let rates = neuron.rate_curve(&currents, 0.05, 1000.0)?;
    /// // It fires between I = 0.33 and 1.42, at rates that hardly depend on I.
    /// assert!(rates[6] == 0.0 && rates[7] > 20.0 && rates[28] > 20.0 && rates[29] == 0.0);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn rate_curve(&self, currents: &ArrayRef1<f64>, dt: f64, duration: f64) -> Result<Array1<f64>> {
        NUMBER.check_list("currents", "", currents)?;
        let steps = time_step::steps(dt, duration, MAX_SAMPLES)?;
        if steps.saturating_mul(currents.len()) > MAX_CURVE_STEPS {
            return Err(time_step::too_many(MAX_CURVE_STEPS / currents.len(), steps as f64));
        }
        let rest = self.fixed_points(0.0)?;
        let (v0, w0) = rest.first().map_or((0.0, 0.0), |point| (point.v, point.w));
        let rates: Result<Vec<f64>> = in_parallel(|| {
            currents
                .to_vec()
                .into_par_iter()
                .map(|current| {
                    let run = self.run(v0, w0, steps, dt, |_| current)?;
                    let times = run.spikes.times();
                    let half = 0.5 * run.spikes.t_stop();
                    let late = times.iter().copied().filter(|&t| t >= half).collect();
                    let late = SpikeTrain::new(late, half, run.spikes.t_stop())?;
                    Ok(late.mean_isi_rate().unwrap_or(0.0))
                })
                .collect()
        });
        Ok(Array1::from_vec(rates?))
    }

    fn run(
        &self,
        v0: f64,
        w0: f64,
        steps: usize,
        dt: f64,
        current: impl Fn(usize) -> f64,
    ) -> Result<FitzHughNagumoRun> {
        NUMBER.check("v0", "", v0)?;
        NUMBER.check("w0", "", w0)?;
        let t = time_step::times(steps, dt);
        let mut v = Array1::from_elem(steps + 1, v0);
        let mut w = Array1::from_elem(steps + 1, w0);
        for k in 0..steps {
            (v[k + 1], w[k + 1]) = self.step(v[k], w[k], current(k), dt);
            // Written so that NaN fails.
            if !(v[k + 1].abs() < RUNAWAY && w[k + 1].abs() < RUNAWAY) {
                let [dt, after] = [dt, t[k]].map(number);
                return Err(Error::diverged(
                    format!("dt must be short enough for V to stay finite; with {dt} it ran away after t = {after}"),
                    format!(
                        "dt doit être assez court pour que V reste fini ; avec {dt} il s’est emballé après t = {after}"
                    ),
                ));
            }
        }
        let spikes = threshold_crossings(&t, &v, SPIKE_LEVEL)?;
        Ok(FitzHughNagumoRun { t, v, w, spikes })
    }

    fn step(&self, v: f64, w: f64, current: f64, dt: f64) -> (f64, f64) {
        let slope = |_, [v, w]: [f64; 2]| [self.dv_dt(v, w, current), self.dw_dt(v, w)];
        rk4_step(0.0, dt, [v, w], slope).into()
    }
}
