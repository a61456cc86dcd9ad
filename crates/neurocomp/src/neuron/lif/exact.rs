//! Integration without error: from event to event instead of from step to step.

use ndarray::{Array1, ArrayRef1};

use super::{Lif, LifParams, LifRun, MAX_SPIKES};
use crate::parameter::Allowed;
use crate::spike_train::SpikeTrain;
use crate::time_step::{self, MAX_SAMPLES};
use crate::{Error, Result};

impl Lif {
    /// Simulates a constant `current` (nA) for `duration` (ms) without any error of integration, starting at V_reset;
    /// `dt` (ms) only says how often the potential is sampled.
    ///
    /// Between two events the potential follows [`Lif::subthreshold`], and the next spike comes after the time
    ///
    /// ```text
    /// τ ln((R I − V)/(R I − V_thresh))        if R I > V_thresh
    /// ```
    ///
    /// wherever that falls between two samples. The refractory time, too, ends when it ends. What remains is rounding
    /// in the last digits.
    ///
    /// # Errors
    ///
    /// If `current` or R I is not finite; if `dt` or `duration` is not > 0, `dt` longer than `duration`, or if there
    /// are more than [`MAX_SAMPLES`] samples or [`MAX_SPIKES`] spikes.
    ///
    /// ```
    /// use neurocomp::neuron::lif::{Lif, LifParams};
    ///
    /// let neuron = Lif::new(LifParams { t_ref: 2.0, ..Default::default() })?;
    /// let run = neuron.simulate_exact(25.0, 0.5, 1000.0)?;
    /// let period = neuron.period(25.0).unwrap();
    /// assert!(run.spikes.isi().iter().all(|isi| (isi - period).abs() < 1e-9));
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn simulate_exact(&self, current: f64, dt: f64, duration: f64) -> Result<LifRun> {
        let steady = self.checked_steady_state("current", current)?;
        let steps = time_step::steps(dt, duration, MAX_SAMPLES)?;
        run_exact(self.params(), steps, dt, |_| (steady, self.params().tau_m))
    }

    /// The same for a current (nA) that changes: `current[k]` flows from k·dt to (k + 1)·dt ms. Exact for a current
    /// made of such pieces; a smooth current is followed with an error of second order in dt if `current[k]` is its
    /// value in the middle of the piece, of first order if at its beginning. The run has one sample more than
    /// `current`.
    ///
    /// # Errors
    ///
    /// If `current` is empty, has more than [`MAX_SAMPLES`] elements or one that (or R times it) is not finite; if
    /// `dt` is not > 0, or if there are more than [`MAX_SPIKES`] spikes.
    ///
    /// ```
    /// use neurocomp::ndarray::array;
    /// use neurocomp::neuron::lif::{Lif, LifParams};
    ///
    /// let neuron = Lif::new(LifParams::default())?;
    /// // 30 nA for 10 ms, then nothing: it climbs, and sinks back.
    /// let run = neuron.simulate_input_exact(&array![30.0, 0.0], 10.0)?;
    /// let top = 30.0 * (1.0 - (-0.5_f64).exp());
    /// assert!((run.v[1] - top).abs() < 1e-12);
    /// assert!((run.v[2] - top * (-0.5_f64).exp()).abs() < 1e-12);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn simulate_input_exact(&self, current: &ArrayRef1<f64>, dt: f64) -> Result<LifRun> {
        if current.is_empty() {
            return Err(Error::empty("current"));
        }
        for (k, &i) in current.iter().enumerate() {
            if !self.steady_state(i).is_finite() {
                self.checked_steady_state(&format!("current[{k}]"), i)?;
            }
        }
        time_step::check_positive("dt", dt)?;
        time_step::steps(dt, current.len() as f64 * dt, MAX_SAMPLES)?;
        run_exact(self.params(), current.len(), dt, |k| (self.steady_state(current[k]), self.params().tau_m))
    }

    fn checked_steady_state(&self, name: &str, current: f64) -> Result<f64> {
        Allowed::Finite.check(name, "nA", current)?;
        let potential = format!("resistance * {name}");
        Allowed::Finite.check(&potential, "mV", self.steady_state(current))
    }
}

/// A run of `steps` steps during which the potential relaxes exponentially: during step k towards `relaxation(k).0`
/// (mV) with the time constant `relaxation(k).1` (ms), both finite.
pub(crate) fn run_exact(
    params: LifParams,
    steps: usize,
    dt: f64,
    relaxation: impl Fn(usize) -> (f64, f64),
) -> Result<LifRun> {
    let t = time_step::times(steps, dt);
    let mut v = Array1::from_elem(steps + 1, params.v_reset);
    let mut membrane = Membrane { params, v: params.v_reset, free_at: 0.0, spikes: Vec::new() };
    for k in 0..steps {
        membrane.advance(t[k], t[k + 1], relaxation(k))?;
        v[k + 1] = membrane.v;
    }
    let spikes = SpikeTrain::new(membrane.spikes, 0.0, t[steps])?;
    Ok(LifRun { t, v, spikes })
}

struct Membrane {
    params: LifParams,
    v: f64,
    /// The end of the refractory time, ms.
    free_at: f64,
    spikes: Vec<f64>,
}

impl Membrane {
    /// From the time `from` to the time `to`, through as many spikes as there are.
    fn advance(&mut self, from: f64, to: f64, (steady, tau): (f64, f64)) -> Result<()> {
        let mut now = from.max(self.free_at);
        while now < to {
            let climb = self.time_to_threshold(steady, tau);
            if now + climb > to {
                self.v = steady + (self.v - steady) * ((now - to) / tau).exp();
                // By rounding it may arrive although it should have been just too late.
                if self.v < self.params.v_thresh {
                    return Ok(());
                }
                now = to;
            } else {
                now += climb;
            }
            self.fire(now)?;
            now = self.free_at;
        }
        Ok(())
    }

    /// τ ln((V∞ − V)/(V∞ − V_thresh)), ms; infinite if the threshold is out of reach.
    fn time_to_threshold(&self, steady: f64, tau: f64) -> f64 {
        let above = steady - self.params.v_thresh;
        if above <= 0.0 {
            return f64::INFINITY;
        }
        tau * ((self.params.v_thresh - self.v) / above).ln_1p()
    }

    fn fire(&mut self, now: f64) -> Result<()> {
        if self.spikes.len() == MAX_SPIKES {
            return Err(super::too_many_spikes(MAX_SPIKES, now));
        }
        self.spikes.push(now);
        self.v = self.params.v_reset;
        self.free_at = now + self.params.t_ref;
        Ok(())
    }
}
