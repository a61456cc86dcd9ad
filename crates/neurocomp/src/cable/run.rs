//! Simulating a cable, and what comes of it.

use ndarray::{Array1, Array2};

use super::circuit::Circuit;
use super::drive::Drive;
use super::solver::{CableScheme, Solver};
use super::{Cable, Stimulus, stimulus};
use crate::error::number;
use crate::language::choose;
use crate::neuron::lif::MAX_SPIKES;
use crate::parameter::Allowed;
use crate::spike_train::SpikeTrain;
use crate::summary::{count, ends, range, summary};
use crate::time_step::{self, MAX_SAMPLES, MAX_STEPS};
use crate::{Error, Result};

/// The choices that [`Cable::simulate`] makes for you.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CableOptions {
    /// The method; Crank and Nicolson by default.
    pub scheme: CableScheme,
    /// Potential at the beginning, mV from rest; by default the one at which the cable rests.
    pub v_init: Option<f64>,
    /// Potentials are kept every so many steps, by default at each.
    pub record_every: usize,
    /// A compartment spikes when its potential crosses this one upwards, mV from rest; 50 by default.
    pub threshold: f64,
}

impl Default for CableOptions {
    fn default() -> CableOptions {
        CableOptions { scheme: CableScheme::CrankNicolson, v_init: None, record_every: 1, threshold: 50.0 }
    }
}

/// A simulated cable.
#[derive(Clone, PartialEq)]
pub struct CableRun {
    /// The recorded times, ms, from 0 on.
    pub t: Array1<f64>,
    /// Potentials, mV from rest: one row per recorded time, one column per compartment.
    pub v: Array2<f64>,
    /// Distance of the middle of each compartment from the beginning of the root, µm.
    pub positions: Array1<f64>,
    /// The spikes of each compartment, found in every step, whether it was recorded or not.
    pub spikes: Vec<SpikeTrain>,
    /// Current delivered by each voltage clamp, nA: one row per recorded time, one column per clamp in the order of the
    /// stimuli. It is the mean over the step that ends at that time, what charges the membrane included; 0 at time 0
    /// and while the clamp is off.
    pub clamp_current: Array2<f64>,
}

impl CableRun {
    /// The potential of a compartment at the recorded times, mV; `None` if there is no such compartment.
    pub fn trace(&self, compartment: usize) -> Option<Array1<f64>> {
        (compartment < self.v.ncols()).then(|| self.v.column(compartment).to_owned())
    }

    /// The potentials of all compartments at the recorded time nearest to `t` (ms), mV: a picture of the cable, to be
    /// drawn over [`CableRun::positions`]. Empty if nothing is recorded.
    pub fn profile(&self, t: f64) -> Array1<f64> {
        let distance = |time: &f64| (time - t).abs();
        let rows = self.t.iter().zip(self.v.rows());
        let nearest = rows.min_by(|(a, _), (b, _)| distance(a).total_cmp(&distance(b)));
        nearest.map(|(_, v)| v.to_owned()).unwrap_or_default()
    }

    /// The velocity at which the first spike travels from one compartment to another on the way from the root to a tip,
    /// m/s; negative if it arrives at `to` first. `None` if one of them does not exist or does not spike.
    pub fn conduction_velocity(&self, from: usize, to: usize) -> Option<f64> {
        let first = |i: usize| self.spikes.get(i)?.times().first().copied();
        let delay = first(to)? - first(from)?;
        let distance = (self.positions.get(to)? - self.positions.get(from)?).abs();
        // µm/ms = 1e-3 m/s.
        (delay != 0.0).then(|| 1e-3 * distance / delay)
    }
}

summary!(CableRun, |run| {
    let compartments = count(run.v.ncols(), "compartments", "compartiments");
    let spiking = run.spikes.iter().filter(|train| !train.is_empty()).count();
    let words = choose("compartments that spiked", "compartiments avec potentiels d’action");
    let (times, t, v) = (count(run.t.len(), "times", "temps"), ends(&run.t), range(&run.v, 2));
    format!("{times} × {compartments}, t = {t} ms, v = {v} mV, {words}: {spiking}")
});

impl Cable {
    /// Simulates the cable, from rest, under all the stimuli at once, with steps of `dt` (ms) for `duration` (ms), and
    /// keeps all potentials. For other choices see [`Cable::simulate_with`].
    ///
    /// # Errors
    ///
    /// If `dt` or `duration` is not > 0, or `dt` longer than `duration`; if a stimulus acts on a compartment that does
    /// not exist, has a value out of range, or not as many samples as steps; if two voltage clamps
    /// hold a compartment at the same time; if more than [`MAX_SAMPLES`] potentials (times × compartments) would be
    /// kept; if there is no resting potential.
    ///
    /// ```
    /// use neurocomp::cable::{Cable, CableParams, ChannelDensity, Stimulus};
    ///
    /// // An axon of 2 cm, excited at one end: the spike travels.
    /// let axon = Cable::unbranched(100, 20_000.0, 476.0, CableParams::squid())?
    ///     .with_channels(0..100, ChannelDensity::default())?;
    /// let run = axon.simulate(&[Stimulus::step(0, 20_000.0, 0.5, 1.0)], 0.01, 6.0)?;
    /// let velocity = run.conduction_velocity(30, 70).unwrap();
    /// assert!((velocity - 12.3).abs() < 0.5, "{velocity} m/s");
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn simulate(&self, stimuli: &[Stimulus], dt: f64, duration: f64) -> Result<CableRun> {
        self.simulate_with(stimuli, dt, duration, CableOptions::default())
    }

    /// Simulates the cable with other choices than [`Cable::simulate`] makes.
    ///
    /// ```
    /// use neurocomp::cable::{Cable, CableOptions, CableParams, Stimulus};
    ///
    /// // One potential per ms is enough for a passive cable and a long step of current.
    /// let cable = Cable::unbranched(200, 2000.0, 4.0, CableParams::default())?;
    /// let options = CableOptions { record_every: 40, ..Default::default() };
    /// let run = cable.simulate_with(&[Stimulus::step(0, 1.0, 0.0, 100.0)], 0.025, 100.0, options)?;
    /// assert_eq!(run.v.dim(), (101, 200));
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`Cable::simulate`], and if `record_every` is 0 or larger than the number of steps, `v_init` or
    /// `threshold` not finite, or there are more than [`MAX_STEPS`] steps.
    pub fn simulate_with(
        &self,
        stimuli: &[Stimulus],
        dt: f64,
        duration: f64,
        options: CableOptions,
    ) -> Result<CableRun> {
        let steps = time_step::steps(dt, duration, MAX_STEPS)?;
        stimulus::check(stimuli, self.len(), steps)?;
        let every = options.record_every;
        if every == 0 || every > steps {
            return Err(Error::text(
                format!("record_every must be from 1 to the number of steps, {steps}, received {every}"),
                format!("record_every doit être entre 1 et le nombre de pas, {steps}, reçu {every}"),
            ));
        }
        Allowed::Finite.check("threshold", "mV", options.threshold)?;
        let clamps = stimuli.iter().filter(|stimulus| stimulus.is_clamp()).count();
        let rows = steps / every + 1;
        let received = rows as f64 * (self.len() + clamps) as f64;
        if received > MAX_SAMPLES as f64 {
            let received = number(received.round());
            return Err(Error::text(
                format!(
                    "a run may keep at most {MAX_SAMPLES} potentials (recorded times × compartments), received {received}: \
                     increase record_every"
                ),
                format!(
                    "une simulation peut garder au plus {MAX_SAMPLES} potentiels (temps gardés × compartiments), reçu {received} \
                     : augmentez record_every"
                ),
            ));
        }
        let circuit = Circuit::new(self);
        let v = match options.v_init {
            Some(v) => vec![Allowed::Finite.check("v_init", "mV", v)?; circuit.len()],
            None => circuit.rest().ok_or_else(super::no_rest)?,
        };
        let mut drive = Drive::new(stimuli, &circuit, dt);
        let mut solver = Solver::new(self, circuit, &drive, options.scheme, dt, v);
        let mut record = Record::new(rows, self.len(), clamps);
        record.keep(0, &solver, 0.0)?;
        for k in 0..steps {
            solver.step(k, &mut drive);
            record.find_spikes(&solver, options.threshold, k, dt)?;
            if (k + 1) % every == 0 {
                record.keep((k + 1) / every, &solver, (k + 1) as f64 * dt)?;
            }
        }
        record.finish(self, &solver, steps as f64 * dt)
    }
}

/// What is kept of a simulation while it runs.
struct Record {
    t: Array1<f64>,
    v: Array2<f64>,
    clamp_current: Array2<f64>,
    spikes: Vec<Vec<f64>>,
    count: usize,
}

impl Record {
    fn new(rows: usize, compartments: usize, clamps: usize) -> Record {
        Record {
            t: Array1::zeros(rows),
            v: Array2::zeros((rows, compartments)),
            clamp_current: Array2::zeros((rows, clamps)),
            spikes: vec![Vec::new(); compartments],
            count: 0,
        }
    }

    fn keep(&mut self, row: usize, solver: &Solver, time: f64) -> Result<()> {
        check_finite(solver, time)?;
        self.t[row] = time;
        for (i, v) in self.v.row_mut(row).iter_mut().enumerate() {
            *v = solver.potential(i);
        }
        for (kept, current) in self.clamp_current.row_mut(row).iter_mut().zip(solver.currents()) {
            *kept = current;
        }
        Ok(())
    }

    /// The crossings of the threshold in step k, on the straight line between its two ends.
    fn find_spikes(&mut self, solver: &Solver, threshold: f64, k: usize, dt: f64) -> Result<()> {
        let crossed = |before: f64, now: f64| (before < threshold) & (now >= threshold);
        let pairs = || solver.before.iter().zip(&solver.v);
        if !pairs().fold(false, |any, (&before, &now)| any | crossed(before, now)) {
            return Ok(());
        }
        for (i, spikes) in self.spikes.iter_mut().enumerate() {
            let (before, now) = (solver.potential_before(i), solver.potential(i));
            if crossed(before, now) && now.is_finite() {
                if self.count == MAX_SPIKES {
                    let after = number(k as f64 * dt);
                    return Err(Error::text(
                        format!("a run may have at most {MAX_SPIKES} spikes and reached them after {after} ms"),
                        format!(
                            "une simulation peut avoir au plus {MAX_SPIKES} potentiels d’action, atteints après {after} ms"
                        ),
                    ));
                }
                self.count += 1;
                let fraction = (threshold - before) / (now - before);
                spikes.push((k as f64 + fraction) * dt);
            }
        }
        Ok(())
    }

    fn finish(self, cable: &Cable, solver: &Solver, end: f64) -> Result<CableRun> {
        check_finite(solver, end)?;
        let trains = self.spikes.into_iter().map(|mut times| {
            // Rounding must not carry a spike beyond the end.
            times.iter_mut().for_each(|time| *time = time.min(end));
            SpikeTrain::new(times, 0.0, end)
        });
        Ok(CableRun {
            t: self.t,
            v: self.v,
            positions: cable.positions(),
            spikes: trains.collect::<Result<_, _>>()?,
            clamp_current: self.clamp_current,
        })
    }
}

fn check_finite(solver: &Solver, time: f64) -> Result<()> {
    if solver.v.iter().all(|v| v.is_finite()) && solver.currents().all(f64::is_finite) {
        return Ok(());
    }
    let time = number(time);
    Err(Error::diverged(
        format!("the potential left the range of numbers at {time} ms: are the stimuli in nA, nS and mV?"),
        format!("le potentiel a quitté le domaine des nombres à {time} ms : les stimuli sont-ils en nA, nS et mV ?"),
    ))
}
