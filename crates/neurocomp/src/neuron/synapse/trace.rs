//! From spike times to the conductance or the current that they cause.

use ndarray::Array1;

use super::time_course::{TimeCourse, passed_on};
use crate::Result;
use crate::parameter::Allowed;
use crate::spike_train::SpikeTrain;
use crate::summary::{ends, range, samples, summary};
use crate::time_step::{self, MAX_SAMPLES};

/// A conductance (µS) or a current (nA) as a function of time.
#[derive(Clone, PartialEq)]
pub struct SynapticTrace {
    /// Times, dt apart, ms.
    pub t: Array1<f64>,
    /// Conductance or current at these times, in the unit of the weight.
    pub value: Array1<f64>,
}

summary!(SynapticTrace, |trace| {
    format!("{}, t = {} ms, value = {}", samples(trace.t.len()), ends(&trace.t), range(&trace.value, 4))
});

impl TimeCourse {
    /// The sum of this time course after each of the `spikes`, times `weight` (the peak after one spike: µS for a
    /// conductance, nA for a current), at the times t_start, t_start + dt … t_stop (duration/dt steps, rounded):
    ///
    /// ```text
    /// g(t) = w Σ_k a(t − t_k)
    /// ```
    ///
    /// From one sample to the next the sum decays by known factors, so that each spike is looked at once only, at its
    /// exact time: no error from `dt`, and the time needed grows with spikes plus samples.
    ///
    /// # Errors
    ///
    /// If `weight` is not finite, or the sum becomes infinite; if `dt` is not > 0, longer than the duration of the
    /// train, or so short that there are more than [`MAX_SAMPLES`] samples.
    ///
    /// ```
    /// use neurocomp::neuron::synapse::TimeCourse;
    /// use neurocomp::spike_train::SpikeTrain;
    ///
    /// let spikes = SpikeTrain::new(vec![2.5, 7.0], 0.0, 20.0)?;
    /// let g = TimeCourse::exponential(5.0)?.trace(&spikes, 0.1, 0.5)?;
    /// assert_eq!((g.t.len(), g.value[4]), (41, 0.0));
    /// assert_eq!(g.value[5], 0.1); // at 2.5 ms
    /// assert!((g.value[14] - 0.1 * (1.0 + (-4.5_f64 / 5.0).exp())).abs() < 1e-12); // at 7 ms
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn trace(&self, spikes: &SpikeTrain, weight: f64, dt: f64) -> Result<SynapticTrace> {
        Allowed::Finite.check("weight", "µS, nA", weight)?;
        let steps = time_step::steps(dt, spikes.duration(), MAX_SAMPLES)?;
        let t = time_step::times(steps, dt) + spikes.t_start();
        let mut times = spikes.times().iter().copied();
        self.sum(t, dt, weight, Gate::default(), || times.next())
    }

    /// The sum over spikes whose times `next` gives, in order, until there are none.
    pub(super) fn sum(
        &self,
        t: Array1<f64>,
        dt: f64,
        weight: f64,
        start: Gate,
        mut next: impl FnMut() -> Option<f64>,
    ) -> Result<SynapticTrace> {
        let step = self.step(dt);
        let mut gate = start;
        let mut spike = next();
        let mut value = Array1::zeros(t.len());
        for (k, (&now, value)) in t.iter().zip(&mut value).enumerate() {
            if k > 0 {
                gate = step.of(gate);
            }
            while let Some(time) = spike.filter(|&time| time <= now) {
                gate.add(self, now - time);
                spike = next();
            }
            *value = weight * gate.open;
        }
        Allowed::Finite.check_all("value", "µS, nA", &value)?;
        Ok(SynapticTrace { t, value })
    }

    fn step(&self, dt: f64) -> Step {
        let instant = self.tau_rise() == 0.0;
        Step {
            decay: (-dt / self.tau_decay()).exp(),
            fade: if instant { 0.0 } else { (-dt / self.tau_rise()).exp() },
            feed: if instant { 0.0 } else { passed_on(self.tau_rise(), self.tau_decay(), dt) },
        }
    }
}

/// The state of a synapse: d open/dt = −open/τ_d + rising, d rising/dt = −rising/τ_r.
#[derive(Clone, Copy, Default)]
pub(super) struct Gate {
    open: f64,
    rising: f64,
}

impl Gate {
    /// A spike `age` ms ago.
    pub(super) fn add(&mut self, course: &TimeCourse, age: f64) {
        self.open += course.at(age);
        if course.tau_rise() > 0.0 {
            self.rising += course.kick() * (-age / course.tau_rise()).exp();
        }
    }
}

/// The exact solution after one step.
struct Step {
    decay: f64,
    fade: f64,
    feed: f64,
}

impl Step {
    fn of(&self, gate: Gate) -> Gate {
        Gate { open: self.decay * gate.open + self.feed * gate.rising, rising: self.fade * gate.rising }
    }
}
