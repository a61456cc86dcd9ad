//! Synapses: what one spike does, and why the current of many is a mean plus fluctuations.
//!
//! | | what it gives |
//! | --- | --- |
//! | [`TimeCourse`] | rise and decay after a spike: exponential, alpha function, double exponential |
//! | [`TimeCourse::trace`] | the conductance or current that given spikes cause |
//! | [`TimeCourse::potential`] | the potential after one spike (EPSP, IPSP) |
//! | [`PoissonSynapses`] | many synapses at random: their trace, mean and deviation, and the mean and deviation of V |
//! | [`ConductanceLif`] | the integrate-and-fire neuron with conductances g_e and g_i |
//! | [`poisson_input`], [`diffusion_limit`] | synapses so brief that each spike is a pulse; white noise |
//!
//! A synapse may be described by the *current* that it injects, whatever the potential, or by the *conductance* that it
//! opens; then the current g(t) (E − V) depends on the potential and vanishes at the reversal potential E.
//!
//! # Many synapses
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
//! a mean plus white noise: the *diffusion limit*. In the membrane equation τ dV/dt = −V + R I(t) the term R s ξ(t)
//! takes the place of σ √τ ξ(t), so that σ = R s/√τ ([`DiffusionLimit::sigma`]). In bins of dt the current has the
//! standard deviation s/√dt ([`DiffusionLimit::sd`]): the finer one looks, the wilder it is.
//!
//! | symbol | meaning | in the code | unit |
//! | --- | --- | --- | --- |
//! | n | number of synapses | `n` | |
//! | r | rate of each of them | `rate` | Hz |
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
//! # Ok::<(), neurocomp::Error>(())
//! ```
//!
//! # Sources
//!
//! N. Campbell, *Proc. Camb. Phil. Soc.* 15, 117 (1909). S. O. Rice, *Bell Syst. Tech. J.* 23, 282 (1944),
//! doi:10.1002/j.1538-7305.1944.tb00874.x, for the theorem. H. C. Tuckwell, *Introduction to Theoretical Neurobiology*
//! vol. 2, Cambridge University Press 1988, chapter 9, doi:10.1017/CBO9780511623202, for the limit.
//! W. Rall, *J. Neurophysiol.* 30, 1138 (1967), doi:10.1152/jn.1967.30.5.1138, for the alpha function. P. Dayan &
//! L. F. Abbott, *Theoretical Neuroscience*, MIT Press 2001, sections 5.8 and 5.9. M. J. E. Richardson & W. Gerstner,
//! *Neural Comput.* 17, 923 (2005), doi:10.1162/0899766053429444, for the effective time constant.

mod conductance;
mod poisson;
mod potential;
mod pulses;
mod time_course;
mod trace;

pub use conductance::{ConductanceLif, ConductanceLifParams};
pub use poisson::{Moments, PoissonSynapses};
pub use pulses::{DiffusionLimit, diffusion_limit, poisson_input};
pub use time_course::TimeCourse;
pub use trace::SynapticTrace;

#[cfg(test)]
mod tests;
