//! Synapses so brief that each spike brings its charge at once, and the white noise that many of them amount to.

use ndarray::Array1;
use rand_distr::{Distribution, Poisson};

use crate::neuron::lif::LifParams;
use crate::noise::generator;
use crate::parameter::Allowed;
use crate::time_step::{self, MAX_SAMPLES};
use crate::{Error, Result};

/// Mean and fluctuations that many synapses amount to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DiffusionLimit {
    /// Mean current I₀ = n r w, nA.
    pub mean: f64,
    /// Noise intensity s = |w| √(n r), nA·√ms.
    pub intensity: f64,
}

impl DiffusionLimit {
    /// Amplitude σ = R s/√τ of the noise on the potential of this neuron, mV: what
    /// [`simulate_noisy`](crate::neuron::lif::Lif::simulate_noisy) takes as `sigma`.
    pub fn sigma(&self, params: LifParams) -> f64 {
        params.resistance * self.intensity / params.tau_m.sqrt()
    }

    /// Standard deviation s/√dt of the current averaged over bins of `dt` (ms), nA.
    pub fn sd(&self, dt: f64) -> f64 {
        self.intensity / dt.sqrt()
    }

    /// Two independent inputs together, as excitation and inhibition: means add, and so do squares of intensities.
    pub fn plus(&self, other: DiffusionLimit) -> DiffusionLimit {
        DiffusionLimit { mean: self.mean + other.mean, intensity: self.intensity.hypot(other.intensity) }
    }
}

/// The limit for `n` synapses at `rate` (Hz) with `weight` (nA·ms) per spike.
///
/// # Errors
///
/// If `rate` is not ≥ 0 or `weight` not finite.
pub fn diffusion_limit(n: usize, rate: f64, weight: f64) -> Result<DiffusionLimit> {
    let per_ms = spikes_per_ms(n, rate, weight)?;
    Ok(DiffusionLimit { mean: per_ms * weight, intensity: weight.abs() * per_ms.sqrt() })
}

/// The summed current (nA) of `n` Poisson synapses at `rate` (Hz) with `weight` (nA·ms) per spike: one value for
/// each step of `dt` (ms) during `duration` (ms), for [`simulate_input`](crate::neuron::lif::Lif::simulate_input). The
/// charge of the N spikes in a step is spread over the step: I = w N/dt.
///
/// The synapses need not be simulated one by one: independent Poisson processes together are a Poisson process whose
/// rate is the sum of theirs. The same `seed` gives the same current.
///
/// # Errors
///
/// If `rate` is not ≥ 0 or `weight` not finite, if `dt` or `duration` is not > 0, `dt` longer than `duration`, if
/// there are more than [`MAX_SAMPLES`] steps, or more than 10¹² spikes in a step.
pub fn poisson_input(n: usize, rate: f64, weight: f64, dt: f64, duration: f64, seed: u64) -> Result<Array1<f64>> {
    let per_ms = spikes_per_ms(n, rate, weight)?;
    let steps = time_step::steps(dt, duration, MAX_SAMPLES)?;
    let expected = per_ms * dt;
    if expected == 0.0 {
        return Ok(Array1::zeros(steps));
    }
    let crowded = || {
        Error::text(
            format!("n · rate · dt / 1000 must be <= {MAX_SPIKES_PER_STEP:e} spikes in a step, received {expected:e}"),
            format!(
                "n · rate · dt / 1000 doit être <= {MAX_SPIKES_PER_STEP:e} potentiels d’action par pas, reçu \
                 {expected:e}"
            ),
        )
    };
    if expected > MAX_SPIKES_PER_STEP {
        return Err(crowded());
    }
    let spikes = Poisson::new(expected).map_err(|_| crowded())?;
    let mut random = generator(seed);
    Ok(Array1::from_shape_simple_fn(steps, || {
        let count: f64 = spikes.sample(&mut random);
        weight * count / dt
    }))
}

/// Up to here the counts are whole numbers with room to spare.
pub(super) const MAX_SPIKES_PER_STEP: f64 = 1e12;

fn spikes_per_ms(n: usize, rate: f64, weight: f64) -> Result<f64> {
    Allowed::NotNegative.check("rate", "Hz", rate)?;
    Allowed::Finite.check("weight", "nA·ms", weight)?;
    Ok(n as f64 * rate / 1000.0)
}
