//! Euler's method with threshold, reset and refractory time.

use ndarray::{Array1, ArrayRef1};
use rand_distr::{Distribution, StandardNormal};

use super::Lif;
use crate::Result;
use crate::noise::generator;
use crate::parameter::Allowed;
use crate::spike_train::SpikeTrain;
use crate::summary::{range, samples, summary};
use crate::time_step::{self, MAX_SAMPLES, MAX_STEPS};

/// The largest number of spikes of one simulation: 20 million (160 MB).
pub const MAX_SPIKES: usize = 20_000_000;

/// A simulated potential and its spikes. The sample at the time of a spike already holds V_reset, so that the trace
/// never reaches the threshold.
#[derive(Clone, PartialEq)]
pub struct LifRun {
    /// Times 0, dt, 2·dt … n·dt, ms; n + 1 of them.
    pub t: Array1<f64>,
    /// Potential at these times, mV from rest.
    pub v: Array1<f64>,
    /// The spikes, from 0 to n·dt ms.
    pub spikes: SpikeTrain,
}

summary!(LifRun, |run| { format!("{}, v = {} mV, spikes: {:?}", samples(run.t.len()), range(&run.v, 2), run.spikes) });

/// What the loop needs, computed once. With a = dt/τ a step is V ← (1 − a)·V + a·R I + σ √a N.
struct Scheme {
    steps: usize,
    dt: f64,
    keep: f64,
    gain: f64,
    noise: f64,
    /// Number of steps for which V is held after a spike.
    hold: usize,
}

impl Lif {
    /// Simulates a constant `current` (nA) with steps of `dt` (ms) for `duration` (ms), starting at V_reset.
    ///
    /// # Errors
    ///
    /// If `current` is not finite; if `dt` is not > 0, or longer than `duration` or τ; if there are more than
    /// [`MAX_SAMPLES`] steps.
    pub fn simulate(&self, current: f64, dt: f64, duration: f64) -> Result<LifRun> {
        Allowed::Finite.check("current", "nA", current)?;
        let scheme = self.scheme(0.0, dt, duration, MAX_SAMPLES)?;
        let drive = scheme.gain * current;
        self.run(&scheme, |_| drive)
    }

    /// Simulates a constant `current` (nA) with noise of amplitude `sigma` (mV): the method of Euler and Maruyama.
    /// The same `seed` gives the same run.
    ///
    /// # Errors
    ///
    /// As for [`Lif::simulate`], and if `sigma` is not ≥ 0.
    ///
    /// ```
    /// use neurocomp::neuron::lif::{Lif, LifParams};
    ///
    /// let neuron = Lif::new(LifParams::default())?;
    /// let run = neuron.simulate_noisy(15.0, 5.0, 0.1, 2000.0, 1)?;
    /// assert_eq!(run, neuron.simulate_noisy(15.0, 5.0, 0.1, 2000.0, 1)?);
    /// // The current alone would not make it fire; the intervals are irregular.
    /// assert!(run.spikes.cv().unwrap() > 0.5);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn simulate_noisy(&self, current: f64, sigma: f64, dt: f64, duration: f64, seed: u64) -> Result<LifRun> {
        Allowed::Finite.check("current", "nA", current)?;
        let scheme = self.scheme(sigma, dt, duration, MAX_SAMPLES)?;
        self.run(&scheme, noisy(&scheme, current, seed))
    }

    /// Simulates a current (nA) that changes: `current[k]` flows during step k, from k·dt to (k + 1)·dt ms. The run has
    /// one sample more than `current`.
    ///
    /// # Errors
    ///
    /// If `current` is empty, has more than [`MAX_SAMPLES`] elements or one that is not finite, or if `dt` is not > 0
    /// or longer than τ.
    ///
    /// ```
    /// use neurocomp::ndarray::Array1;
    /// use neurocomp::neuron::lif::{Lif, LifParams};
    ///
    /// // A pulse of 30 nA from 50 to 100 ms, dt = 0.1 ms.
    /// let current = Array1::from_shape_fn(2000, |k| if (500..1000).contains(&k) { 30.0 } else { 0.0 });
    /// let run = Lif::new(LifParams::default())?.simulate_input(&current, 0.1)?;
    /// assert!(run.spikes.times().iter().all(|&t| t > 50.0 && t <= 100.0));
    /// assert_eq!(run.spikes.len(), 2); // one period is 20 ln 3 = 22 ms
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn simulate_input(&self, current: &ArrayRef1<f64>, dt: f64) -> Result<LifRun> {
        Allowed::Finite.check_list("current", "nA", current)?;
        time_step::check_positive("dt", dt)?;
        let mut scheme = self.scheme(0.0, dt, current.len() as f64 * dt, MAX_SAMPLES)?;
        scheme.steps = current.len();
        let gain = scheme.gain;
        self.run(&scheme, |k| gain * current[k])
    }

    /// The spikes of [`Lif::simulate_noisy`], the same ones for the same seed, without keeping the trace: for long
    /// simulations, up to [`MAX_STEPS`] steps.
    ///
    /// # Errors
    ///
    /// As for [`Lif::simulate_noisy`], with [`MAX_STEPS`] for the number of steps, and if there are more than
    /// [`MAX_SPIKES`] spikes.
    ///
    /// ```
    /// use neurocomp::neuron::lif::{Lif, LifParams};
    ///
    /// let neuron = Lif::new(LifParams::default())?;
    /// let spikes = neuron.spikes_noisy(18.0, 4.0, 0.1, 100_000.0, 7)?;
    /// let theory = neuron.siegert_rate(18.0, 4.0)?;
    /// assert!((spikes.rate() / theory - 1.0).abs() < 0.1);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn spikes_noisy(&self, current: f64, sigma: f64, dt: f64, duration: f64, seed: u64) -> Result<SpikeTrain> {
        Allowed::Finite.check("current", "nA", current)?;
        let scheme = self.scheme(sigma, dt, duration, MAX_STEPS)?;
        let drive = noisy(&scheme, current, seed);
        let times = self.integrate(&scheme, drive, |_, _| ())?;
        SpikeTrain::new(times, 0.0, scheme.steps as f64 * dt)
    }

    fn scheme(&self, sigma: f64, dt: f64, duration: f64, limit: usize) -> Result<Scheme> {
        Allowed::NotNegative.check("sigma", "mV", sigma)?;
        let p = self.params;
        let steps = time_step::steps(dt, duration, limit)?;
        time_step::check_resolves(dt, p.tau_m)?;
        let a = dt / p.tau_m;
        Ok(Scheme {
            steps,
            dt,
            keep: 1.0 - a,
            gain: a * p.resistance,
            noise: sigma * a.sqrt(),
            // A float too large for an integer becomes the largest integer: held for ever.
            hold: (p.t_ref / dt).round() as usize,
        })
    }

    /// The loop with everything kept.
    fn run(&self, scheme: &Scheme, drive: impl FnMut(usize) -> f64) -> Result<LifRun> {
        let t = time_step::times(scheme.steps, scheme.dt);
        let mut v = Array1::from_elem(scheme.steps + 1, self.params.v_reset);
        let times = self.integrate(scheme, drive, |k, potential| v[k] = potential)?;
        let spikes = SpikeTrain::new(times, 0.0, t[scheme.steps])?;
        Ok(LifRun { t, v, spikes })
    }

    /// The loop itself: `drive(k)` is what step k adds to (1 − dt/τ)·V, `record(k, V)` receives every sample that is
    /// not V_reset. Returns the times of the spikes.
    fn integrate(
        &self,
        scheme: &Scheme,
        mut drive: impl FnMut(usize) -> f64,
        mut record: impl FnMut(usize, f64),
    ) -> Result<Vec<f64>> {
        let (v_thresh, v_reset) = (self.params.v_thresh, self.params.v_reset);
        let (steps, keep) = (scheme.steps, scheme.keep);
        let mut times = Vec::new();
        let mut v = v_reset;
        let mut k = 0;
        while k < steps {
            v = keep * v + drive(k);
            k += 1;
            if v < v_thresh {
                record(k, v);
                continue;
            }
            let now = k as f64 * scheme.dt;
            if times.len() == MAX_SPIKES {
                return Err(super::too_many_spikes(MAX_SPIKES, now));
            }
            times.push(now);
            v = v_reset;
            k = k.saturating_add(scheme.hold);
        }
        Ok(times)
    }
}

/// Mean drive plus a fresh random number for each step.
fn noisy(scheme: &Scheme, current: f64, seed: u64) -> impl FnMut(usize) -> f64 {
    let mut random = generator(seed);
    let (mean, noise) = (scheme.gain * current, scheme.noise);
    move |_| {
        let normal: f64 = StandardNormal.sample(&mut random);
        mean + noise * normal
    }
}
