//! Euler's method with noise.

use rand_distr::{Distribution, StandardNormal};

use super::Solution;
use super::fixed_step::{along, run};
use crate::Result;
use crate::noise::generator;

/// The method of Euler and Maruyama, for equations with noise:
///
/// ```text
/// dx/dt = f(t, x) + g(t, x) ξ(t)         ⟨ξ(t) ξ(t′)⟩ = δ(t − t′)
/// x(t + dt) = x(t) + dt f(t, x(t)) + √dt g(t, x(t)) N
/// ```
///
/// N is a standard normal number, a new one for each step and each variable. White noise that depends on x is meant in
/// the sense of Itô. The standard deviation grows with √dt, not dt: variances of independent numbers add up. The same
/// `seed` gives the same solution.
///
/// ```
/// use neurocomp::integrate;
///
/// // The noisy membrane of the integrate-and-fire neuron, τ dv/dt = −v + σ √τ ξ: standard deviation σ/√2.
/// let (tau, sigma) = (20.0_f64, 5.0);
/// let noise = sigma / tau.sqrt();
/// let solution = integrate::euler_maruyama(|_t, [v]| [-v / tau], |_t, [_v]| [noise], [0.0], 0.1, 50_000.0, 1)?;
/// assert!((solution.column(0)?.std(0.0) - sigma / 2.0_f64.sqrt()).abs() < 0.2);
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// As for [`euler`](super::euler).
pub fn euler_maruyama<const N: usize>(
    f: impl Fn(f64, [f64; N]) -> [f64; N],
    g: impl Fn(f64, [f64; N]) -> [f64; N],
    x0: [f64; N],
    dt: f64,
    duration: f64,
    seed: u64,
) -> Result<Solution> {
    let mut random = generator(seed);
    run(x0, dt, duration, |t, x| {
        let (drift, noise) = (f(t, x), g(t, x));
        let kick: [f64; N] = std::array::from_fn(|i| {
            let normal: f64 = StandardNormal.sample(&mut random);
            noise[i] * normal
        });
        Ok(along(along(x, dt, drift), dt.sqrt(), kick))
    })
}
