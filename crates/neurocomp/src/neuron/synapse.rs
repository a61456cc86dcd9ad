//! The current of many synapses, and why it is a mean plus fluctuations.
//!
//! A neuron of the cortex receives thousands of synapses, each of which delivers a brief current now and then. If n of
//! them are active independently, each as a Poisson process of rate r, and each spike brings the charge w, then the
//! summed current is
//!
//! ```text
//! I(t) = w Σ_j Σ_k δ(t − t_j^k)
//! ```
//!
//! and Campbell's theorem gives its mean and its covariance:
//!
//! ```text
//! ⟨I⟩ = n r w                        ⟨I(t) I(t')⟩ − ⟨I⟩² = n r w² δ(t − t')
//! ```
//!
//! With n → ∞ and w → 0 at constant n r w² the counts become Gaussian (central limit theorem), so that
//!
//! ```text
//! I(t) → I₀ + s ξ(t),     I₀ = n r w,     s = w √(n r)
//! ```
//!
//! a mean plus white noise: the *diffusion limit*. In the membrane equation τ dV/dt = −V + R I(t) the term R s ξ(t) takes
//! the place of σ √τ ξ(t), so that σ = R s/√τ ([`DiffusionLimit::sigma`]). In bins of dt the current has the standard
//! deviation s/√dt ([`DiffusionLimit::sd`]): the finer one looks, the wilder it is.
//!
//! | symbol | meaning | in the code | unit |
//! | --- | --- | --- | --- |
//! | n | number of synapses | `n` | |
//! | r | rate of each of them | `rate_hz` | Hz |
//! | w | charge of a spike, negative for inhibition | `weight` | nA·ms = pC |
//! | I₀ | mean current | `mean` | nA |
//! | s | noise intensity | `intensity` | nA·√ms |
//!
//! # Example
//!
//! ```
//! use neurocomp::neuron::lif::LifParams;
//! use neurocomp::neuron::synapse::{diffusion_limit, poisson_input};
//!
//! // 1000 synapses at 5 Hz, 4 nA·ms each: 5 spikes per ms.
//! let limit = diffusion_limit(1000, 5.0, 4.0)?;
//! assert_eq!(limit.mean, 20.0); // nA
//! assert!((limit.sigma(LifParams::default()) - 2.0).abs() < 1e-12); // mV
//!
//! let current = poisson_input(1000, 5.0, 4.0, 0.1, 10_000.0, 1)?;
//! assert_eq!(current.len(), 100_000);
//! assert!((current.mean().unwrap() - limit.mean).abs() < 0.3);
//! assert!((current.std(0.0) / limit.sd(0.1) - 1.0).abs() < 0.02);
//! # Ok::<(), neurocomp::neuron::synapse::SynapseError>(())
//! ```
//!
//! # Sources
//!
//! N. Campbell, *Proc. Camb. Phil. Soc.* 15, 117 (1909). S. O. Rice, *Bell Syst. Tech. J.* 23, 282 (1944),
//! doi:10.1002/j.1538-7305.1944.tb00874.x, for the theorem. H. C. Tuckwell, *Introduction to Theoretical Neurobiology*
//! vol. 2, Cambridge University Press 1988, chapter 9, doi:10.1017/CBO9780511623202, for the limit.

use ndarray::Array1;
use ndarray_rand::rand_distr::{Distribution, Poisson};

use super::lif::LifParams;
use crate::language::{choose, debug_as_display};
use crate::noise::generator;
use crate::time_step::{self, MAX_SAMPLES, TimeStepError};

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
        DiffusionLimit {
            mean: self.mean + other.mean,
            intensity: self.intensity.hypot(other.intensity),
        }
    }
}

/// The limit for `n` synapses at `rate_hz` (Hz) with `weight` (nA·ms) per spike.
///
/// # Errors
///
/// If `rate_hz` is not ≥ 0 or `weight` not finite.
pub fn diffusion_limit(
    n: usize,
    rate_hz: f64,
    weight: f64,
) -> Result<DiffusionLimit, SynapseError> {
    let per_ms = spikes_per_ms(n, rate_hz, weight)?;
    Ok(DiffusionLimit {
        mean: per_ms * weight,
        intensity: weight.abs() * per_ms.sqrt(),
    })
}

/// The summed current (nA) of `n` Poisson synapses at `rate_hz` (Hz) with `weight` (nA·ms) per spike: one value for each
/// step of `dt` (ms) during `duration` (ms), for [`simulate_input`](crate::neuron::lif::Lif::simulate_input). The
/// charge of the N spikes in a step is spread over the step: I = w N/dt.
///
/// The synapses need not be simulated one by one: independent Poisson processes together are a Poisson process whose
/// rate is the sum of theirs. The same `seed` gives the same current.
///
/// # Errors
///
/// If `rate_hz` is not ≥ 0 or `weight` not finite, if `dt` or `duration` is not > 0, `dt` longer than `duration`, if there
/// are more than [`MAX_SAMPLES`] steps, or more than 10¹² spikes in a step.
pub fn poisson_input(
    n: usize,
    rate_hz: f64,
    weight: f64,
    dt: f64,
    duration: f64,
    seed: u64,
) -> Result<Array1<f64>, SynapseError> {
    let per_ms = spikes_per_ms(n, rate_hz, weight)?;
    let steps = time_step::steps(dt, duration, MAX_SAMPLES)?;
    let expected = per_ms * dt;
    if expected == 0.0 {
        return Ok(Array1::zeros(steps));
    }
    let crowded = SynapseError::TooManySpikes { received: expected };
    if expected > MAX_SPIKES_PER_STEP {
        return Err(crowded);
    }
    let spikes = Poisson::new(expected).map_err(|_| crowded)?;
    let mut random = generator(seed);
    Ok(Array1::from_shape_simple_fn(steps, || {
        let count: f64 = spikes.sample(&mut random);
        weight * count / dt
    }))
}

/// Up to here the counts are whole numbers with room to spare.
const MAX_SPIKES_PER_STEP: f64 = 1e12;

fn spikes_per_ms(n: usize, rate_hz: f64, weight: f64) -> Result<f64, SynapseError> {
    if !(rate_hz.is_finite() && rate_hz >= 0.0) {
        return Err(SynapseError::Rate { received: rate_hz });
    }
    if !weight.is_finite() {
        return Err(SynapseError::Weight { received: weight });
    }
    Ok(n as f64 * rate_hz / 1000.0)
}

/// What can be wrong with synapses.
#[derive(Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum SynapseError {
    /// A rate that is negative, infinite or NaN.
    #[error("{}", choose(
        format!("rate_hz must be finite and >= 0 Hz, received {received}"),
        format!("rate_hz doit être fini et >= 0 Hz, reçu {received}"),
    ))]
    Rate {
        /// The rate received, Hz.
        received: f64,
    },
    /// A charge that is infinite or NaN.
    #[error("{}", choose(
        format!("weight must be finite (nA·ms), received {received}"),
        format!("weight doit être fini (nA·ms), reçu {received}"),
    ))]
    Weight {
        /// The weight received, nA·ms.
        received: f64,
    },
    /// More spikes in a step than can be counted.
    #[error("{}", choose(
        format!("n · rate_hz · dt / 1000 must be <= {MAX_SPIKES_PER_STEP:e} spikes in a step, received {received:e}"),
        format!(
            "n · rate_hz · dt / 1000 doit être <= {MAX_SPIKES_PER_STEP:e} potentiels d’action par pas, reçu {received:e}"
        ),
    ))]
    TooManySpikes {
        /// The expected number in a step.
        received: f64,
    },
    /// A time step or a duration out of range.
    #[error(transparent)]
    TimeStep(#[from] TimeStepError),
}

debug_as_display!(SynapseError);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_have_the_variance_and_the_skewness_of_poisson() {
        // For a Poisson number the first three cumulants are all λ; at small λ a Gaussian of the same variance has
        // another third one.
        for (n, rate, dt) in [(10, 8.0, 0.5), (100, 20.0, 0.1), (5000, 10.0, 1.0)] {
            let lambda = n as f64 * rate * dt / 1000.0;
            let current = poisson_input(n, rate, 3.0, dt, 400_000.0 * dt, 5).unwrap();
            let counts = current * dt / 3.0;
            let mean = counts.mean().unwrap();
            let moment = |k| counts.mapv(|c| (c - mean).powi(k)).mean().unwrap();
            // Standard errors of the three over 400,000 independent values.
            let samples = 400_000.0_f64;
            assert!(
                (mean - lambda).abs() < 4.0 * (lambda / samples).sqrt(),
                "{lambda}: mean {mean}"
            );
            let error = ((lambda + 2.0 * lambda * lambda) / samples).sqrt();
            assert!(
                (moment(2) - lambda).abs() < 4.0 * error,
                "{lambda}: {}",
                moment(2)
            );
            let error = ((lambda + 24.0 * lambda.powi(2) + 15.0 * lambda.powi(3)) / samples).sqrt();
            assert!(
                (moment(3) - lambda).abs() < 5.0 * error,
                "{lambda}: {}",
                moment(3)
            );
        }
    }

    #[test]
    fn successive_steps_are_independent() {
        let limit = diffusion_limit(1000, 5.0, 4.0).unwrap();
        let current = poisson_input(1000, 5.0, 4.0, 0.1, 20_000.0, 11).unwrap() - limit.mean;
        let n = current.len() - 1;
        let lagged: f64 = (0..n).map(|k| current[k] * current[k + 1]).sum::<f64>() / n as f64;
        assert!((lagged / limit.sd(0.1).powi(2)).abs() < 4.0 / (n as f64).sqrt());
    }

    #[test]
    fn halving_the_weight_of_four_times_as_many_synapses_keeps_the_noise() {
        let p = LifParams::default();
        let (few, many) = (
            diffusion_limit(100, 5.0, 2.0).unwrap(),
            diffusion_limit(400, 5.0, 1.0).unwrap(),
        );
        assert!((few.sigma(p) - many.sigma(p)).abs() < 1e-12);
        assert!((2.0 * few.mean - many.mean).abs() < 1e-12);
    }

    #[test]
    fn balanced_excitation_and_inhibition_leave_only_noise() {
        let excitation = diffusion_limit(800, 5.0, 2.0).unwrap();
        let inhibition = diffusion_limit(200, 5.0, -8.0).unwrap();
        let both = excitation.plus(inhibition);
        assert!(both.mean.abs() < 1e-12);
        let squares = excitation.intensity.powi(2) + inhibition.intensity.powi(2);
        assert!((both.intensity.powi(2) - squares).abs() < 1e-9);
    }

    #[test]
    fn silence_is_zero_and_impossible_input_is_refused() {
        assert_eq!(
            poisson_input(0, 5.0, 1.0, 0.1, 1.0, 1).unwrap(),
            Array1::<f64>::zeros(10)
        );
        assert_eq!(
            poisson_input(5, 0.0, 1.0, 0.1, 1.0, 1).unwrap(),
            Array1::<f64>::zeros(10)
        );
        let refused = |n, rate, weight, dt| {
            poisson_input(n, rate, weight, dt, 10.0, 1)
                .unwrap_err()
                .to_string()
        };
        assert!(refused(1, -1.0, 1.0, 0.1).contains(">= 0 Hz, received -1"));
        assert!(refused(1, 1.0, f64::NAN, 0.1).contains("received NaN"));
        assert!(refused(usize::MAX, 1e300, 1.0, 0.1).contains("<= 1e12 spikes"));
        assert!(refused(1, 1.0, 1.0, 1e-9).contains("steps"));
        assert!(refused(1, 1.0, 1.0, -1.0).contains("dt must be"));
    }
}
