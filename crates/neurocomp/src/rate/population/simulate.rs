//! The population in time, under an input that switches.

use ndarray::{Array1, ArrayRef1};

use super::Population;
use crate::Result;
use crate::integrate::runge_kutta::Rk4;
use crate::language::choose;
use crate::parameter::Allowed;
use crate::rate::pieces::pieces;
use crate::summary::{last, range, samples, summary};
use crate::time_step::{self, MAX_SAMPLES};

/// An input that is `level` from `t_start` to `t_stop`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pulse {
    /// Beginning, ms.
    pub t_start: f64,
    /// End, ms; after the beginning.
    pub t_stop: f64,
    /// The input during the pulse, nA.
    pub level: f64,
}

/// A constant input, interrupted by pulses. Where pulses overlap, the last one in the list counts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PulseInput {
    /// The input outside the pulses, nA.
    pub baseline: f64,
    /// The pulses.
    pub pulses: Vec<Pulse>,
}

impl PulseInput {
    /// The same input all the time.
    pub fn constant(current: f64) -> PulseInput {
        PulseInput { baseline: current, pulses: Vec::new() }
    }

    /// The input (nA) at time `t` (ms); at the moment of a switch, the one after it.
    pub fn at(&self, t: f64) -> f64 {
        let during = |pulse: &&Pulse| t >= pulse.t_start && t < pulse.t_stop;
        self.pulses.iter().rfind(during).map_or(self.baseline, |pulse| pulse.level)
    }

    fn check(&self) -> Result<()> {
        Allowed::Finite.check("baseline", "nA", self.baseline)?;
        for (k, pulse) in self.pulses.iter().enumerate() {
            Allowed::Finite.check(&format!("pulses[{k}].t_start"), "ms", pulse.t_start)?;
            Allowed::Above("t_start", pulse.t_start).check(&format!("pulses[{k}].t_stop"), "ms", pulse.t_stop)?;
            Allowed::Finite.check(&format!("pulses[{k}].level"), "nA", pulse.level)?;
        }
        Ok(())
    }

    /// The times (ms) at which the input may switch, in order.
    fn switches(&self) -> Vec<f64> {
        let mut times: Vec<f64> = self.pulses.iter().flat_map(|p| [p.t_start, p.t_stop]).collect();
        times.sort_by(f64::total_cmp);
        times
    }
}

/// A simulated population.
#[derive(Clone, PartialEq)]
pub struct PopulationRun {
    /// Times 0, dt, 2·dt … n·dt, ms; n + 1 of them.
    pub t: Array1<f64>,
    /// Input at these times, nA.
    pub i_ext: Array1<f64>,
    /// Rate at these times, Hz.
    pub r: Array1<f64>,
}

summary!(PopulationRun, |run| {
    let (n, r, end) = (samples(run.t.len()), range(&run.r, 2), last(&run.r, 2));
    format!("{n}, r = {r} Hz, {} {end} Hz", choose("at the end", "à la fin"))
});

impl Population {
    /// Simulates the rate from `r0` (Hz) for `duration` (ms) under an `input` with pulses, by the method of Runge and
    /// Kutta in steps of `dt` (ms). A step in which the input switches is cut at the switch: the error stays of fourth
    /// order in dt wherever the pulses begin and end, as long as Φ is smooth.
    ///
    /// # Errors
    ///
    /// If a number of the input or `r0` is not finite, a pulse does not end after its beginning; if `dt` is not > 0, or
    /// longer than `duration` or τ; if there are more than [`MAX_SAMPLES`] steps; if the rate grows for ever.
    pub fn simulate(&self, input: &PulseInput, r0: f64, dt: f64, duration: f64) -> Result<PopulationRun> {
        input.check()?;
        let steps = time_step::steps(dt, duration, MAX_SAMPLES)?;
        let t = time_step::times(steps, dt);
        let switches = input.switches();
        let mut rk4 = Rk4::new(1);
        let r = self.run(steps, r0, dt, |k, r| {
            let (start, stop) = (t[k], t[k + 1]);
            // Most steps contain no switch, and need not look at the switches of other steps.
            let first = switches.partition_point(|&switch| switch <= start);
            let last = switches.partition_point(|&switch| switch < stop);
            pieces(start, stop, &switches[first..last.max(first)], |begin, h| {
                self.step(&mut rk4, input.at(begin + 0.5 * h), h, r);
            });
        })?;
        let i_ext = t.mapv(|t| input.at(t));
        Ok(PopulationRun { t, i_ext, r })
    }

    /// Simulates the rate from `r0` (Hz) under an input that changes: `current[k]` (nA) flows during step k, from k·dt
    /// to (k + 1)·dt (ms). The run has one sample more than `current`; its last input is repeated.
    ///
    /// # Errors
    ///
    /// If `current` is empty, has more than [`MAX_SAMPLES`] elements or one that is not finite; if `r0` is not finite,
    /// or `dt` not > 0 or longer than τ; if the rate grows for ever.
    pub fn simulate_input(&self, current: &ArrayRef1<f64>, r0: f64, dt: f64) -> Result<PopulationRun> {
        Allowed::Finite.check_list("current", "nA", current)?;
        time_step::check_positive("dt", dt)?;
        let steps = current.len();
        time_step::steps(dt, dt * steps as f64, MAX_SAMPLES)?;
        let mut rk4 = Rk4::new(1);
        let r = self.run(steps, r0, dt, |k, r| self.step(&mut rk4, current[k], dt, r))?;
        Ok(PopulationRun {
            t: time_step::times(steps, dt),
            i_ext: Array1::from_shape_fn(steps + 1, |k| current[k.min(steps - 1)]),
            r,
        })
    }

    fn step(&self, rk4: &mut Rk4, i_ext: f64, h: f64, r: &mut f64) {
        rk4.step(0.0, h, std::slice::from_mut(r), |_, r, dr| dr[0] = self.dr_dt(i_ext, r[0]));
    }

    fn run(&self, steps: usize, r0: f64, dt: f64, mut step: impl FnMut(usize, &mut f64)) -> Result<Array1<f64>> {
        Allowed::Finite.check("r0", "Hz", r0)?;
        time_step::check_resolves(dt, self.params.tau)?;
        let mut rates = Array1::from_elem(steps + 1, r0);
        let mut r = r0;
        for k in 0..steps {
            step(k, &mut r);
            if !r.is_finite() {
                return Err(crate::rate::error::runs_away());
            }
            rates[k + 1] = r;
        }
        Ok(rates)
    }
}
