//! Many synapses with a time course, each active as a Poisson process: what they do together, and its mean and
//! variance.

use rand::Rng;
use rand_distr::Exp1;

use super::TimeCourse;
use super::pulses::{DiffusionLimit, diffusion_limit};
use super::trace::{Gate, SynapticTrace};
use crate::neuron::lif::Lif;
use crate::noise::generator;
use crate::parameter::Allowed;
use crate::time_step::{self, MAX_SAMPLES};
use crate::{Error, Result};

/// Many equal synapses, each active as a Poisson process independently of the others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PoissonSynapses {
    /// The time course of one spike.
    pub course: TimeCourse,
    /// Number of synapses n.
    pub n: usize,
    /// Rate r of each of them, Hz; ≥ 0.
    pub rate: f64,
    /// Peak w after one spike: µS for a conductance, nA for a current.
    pub weight: f64,
}

/// Mean and standard deviation of something that fluctuates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moments {
    /// The mean.
    pub mean: f64,
    /// The standard deviation, in the same unit.
    pub sd: f64,
}

impl Moments {
    /// The same, if numbers were not too large for it.
    pub(super) fn checked(self, unit: &'static str) -> Result<Moments> {
        Allowed::Finite.check("mean", unit, self.mean)?;
        Allowed::Finite.check("sd", unit, self.sd)?;
        Ok(self)
    }
}

/// The largest expected number of spikes of one trace: a billion.
const MAX_EXPECTED: f64 = 1e9;

/// How many decay times before the beginning the synapses became active: e^(−20) = 2e-9 of that time is left.
const BEFORE: f64 = 20.0;

impl PoissonSynapses {
    /// Their summed conductance (µS) or current (nA), sampled every `dt` (ms) for `duration` (ms). They have been
    /// active for ever: the trace is stationary from its first sample. The same `seed` gives the same trace.
    ///
    /// Independent Poisson processes together are a Poisson process whose rate is the sum of theirs; its spikes fall at
    /// any time, not only on samples.
    ///
    /// # Errors
    ///
    /// If `rate` is not ≥ 0 or `weight` not finite; if `dt` or `duration` is not > 0, `dt` longer than `duration`;
    /// if there are more than [`MAX_SAMPLES`] steps or more than 10⁹ spikes are expected.
    ///
    /// ```
    /// use neurocomp::neuron::synapse::{PoissonSynapses, TimeCourse};
    ///
    /// let synapses = PoissonSynapses {
    ///     course: TimeCourse::exponential(5.0)?,
    ///     n: 1000,
    ///     rate: 5.0,
    ///     weight: 0.002,
    /// };
    /// let expected = synapses.moments()?; // 5 spikes per ms · 5 ms · 2 nS = 50 nS
    /// assert!((expected.mean - 0.05).abs() < 1e-12);
    /// let g = synapses.trace(0.1, 20_000.0, 1)?;
    /// assert!((g.value.mean().unwrap() / expected.mean - 1.0).abs() < 0.02);
    /// assert!((g.value.std(0.0) / expected.sd - 1.0).abs() < 0.05);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn trace(&self, dt: f64, duration: f64, seed: u64) -> Result<SynapticTrace> {
        let per_ms = self.spikes_per_ms()?;
        let steps = time_step::steps(dt, duration, MAX_SAMPLES)?;
        let expected = per_ms * (duration + BEFORE * self.course.tau_decay());
        if expected > MAX_EXPECTED {
            return Err(Error::text(
                format!("n · rate · duration / 1000 must be <= {MAX_EXPECTED:e} spikes, received {expected:e}"),
                format!(
                    "n · rate · duration / 1000 doit être <= {MAX_EXPECTED:e} potentiels d’action, reçu {expected:e}"
                ),
            ));
        }
        let mut random = generator(seed);
        // At rate 0 the interval is infinite, and no spike comes.
        let mut interval = || random.sample::<f64, _>(Exp1) / per_ms;
        let mut start = Gate::default();
        let mut age = interval();
        while age < BEFORE * self.course.tau_decay() {
            start.add(&self.course, age);
            age += interval();
        }
        let mut time = 0.0;
        let next = || {
            time += interval();
            Some(time)
        };
        let t = time_step::times(steps, dt);
        self.course.sum(t, dt, self.weight, start, next)
    }

    /// Mean and standard deviation of the summed conductance (µS) or current (nA), by Campbell's theorem:
    ///
    /// ```text
    /// ⟨g⟩ = n r w ∫ a(t) dt               var g = n r w² ∫ a(t)² dt
    /// ```
    ///
    /// # Errors
    ///
    /// If `rate` is not ≥ 0 or `weight` not finite.
    pub fn moments(&self) -> Result<Moments> {
        let per_ms = self.spikes_per_ms()?;
        Moments {
            mean: per_ms * self.weight * self.course.area(),
            sd: self.weight.abs() * (per_ms * self.course.area_of_square()).sqrt(),
        }
        .checked("µS, nA")
    }

    /// Mean and standard deviation (mV) of the potential of `neuron`, were it without threshold, if these synapses
    /// inject a current (`weight` in nA): Campbell's theorem with the response of the membrane to one spike,
    /// [`TimeCourse::potential`], in the place of a(t).
    ///
    /// ```text
    /// ⟨V⟩ = n r w R ∫ a dt
    /// var V = n r (w R ∫ a dt)² (x + y + z) x y z/(2 (x + y)(y + z)(z + x)),   x, y, z = 1/τ_m, 1/τ_d, 1/τ_r
    /// ```
    ///
    /// and for the exponential (z → ∞): var V = n r (w R τ_s)²/(2 (τ_m + τ_s)).
    ///
    /// # Errors
    ///
    /// If `rate` is not ≥ 0 or `weight` not finite.
    pub fn potential_moments(&self, neuron: &Lif) -> Result<Moments> {
        let membrane = neuron.params();
        self.moments_on(membrane.tau_m, membrane.resistance)
    }

    /// The same for a membrane with this time constant (ms) and resistance (MΩ).
    pub(super) fn moments_on(&self, tau_m: f64, resistance: f64) -> Result<Moments> {
        let per_ms = self.spikes_per_ms()?;
        let area = resistance * self.weight * self.course.area();
        let (rise, decay) = (self.course.tau_rise(), self.course.tau_decay());
        // The fraction above, multiplied through by τ_m² τ_d² τ_r², so that τ_r = 0 is the exponential.
        let pairs = rise * decay + decay * tau_m + tau_m * rise;
        let inverse_time = pairs / (2.0 * (rise + decay) * (decay + tau_m) * (tau_m + rise));
        Moments { mean: per_ms * area, sd: area.abs() * (per_ms * inverse_time).sqrt() }.checked("mV")
    }

    /// The limit in which these synapses, injecting a current (`weight` in nA), are brief and many: a mean plus white
    /// noise of the same charge per spike, w ∫ a dt. A good description of the potential if the time course is brief
    /// compared with τ_m.
    ///
    /// # Errors
    ///
    /// If `rate` is not ≥ 0 or `weight` not finite.
    pub fn diffusion_limit(&self) -> Result<DiffusionLimit> {
        diffusion_limit(self.n, self.rate, self.weight * self.course.area())
    }

    pub(super) fn spikes_per_ms(&self) -> Result<f64> {
        Allowed::NotNegative.check("rate", "Hz", self.rate)?;
        Allowed::Finite.check("weight", "µS, nA", self.weight)?;
        // A rate of −0 would be followed by intervals of −∞.
        Ok(self.n as f64 * self.rate.abs() / 1000.0)
    }
}
