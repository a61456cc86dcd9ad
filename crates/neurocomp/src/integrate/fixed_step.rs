//! Methods with a step of fixed length.

use super::Solution;
use super::runge_kutta::rk4_step;
use crate::parameter::Allowed;
use crate::time_step::{self, MAX_SAMPLES};
use crate::{Error, Result};

/// Euler's method: the slope at the beginning of the step is taken for the whole step.
///
/// ```text
/// x(t + dt) = x(t) + dt f(t, x(t))
/// ```
///
/// The solution has n + 1 rows, at 0, dt … n·dt, with n = duration/dt (rounded).
///
/// ```
/// use neurocomp::integrate;
///
/// // The error at t = 7 of dx/dt = −x/7: half the step, half the error.
/// let exact = 10.0 * (-1.0_f64).exp();
/// let mut errors = Vec::new();
/// for dt in [0.2, 0.1] {
///     let solution = integrate::euler(|_t, [x]| [-x / 7.0], [10.0], dt, 7.0)?;
///     let x = solution.column(0)?;
///     errors.push(exact - x[x.len() - 1]);
/// }
/// assert!((errors[0] / errors[1] - 2.0).abs() < 0.05);
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// If there is no variable; if `x0` is not finite; if `dt` is not > 0 or longer than `duration`; if there are more than
/// [`MAX_SAMPLES`] values; and if the solution leaves the finite numbers, with the time when it does.
pub fn euler<const N: usize>(
    f: impl Fn(f64, [f64; N]) -> [f64; N],
    x0: [f64; N],
    dt: f64,
    duration: f64,
) -> Result<Solution> {
    run(x0, dt, duration, |t, x| Ok(along(x, dt, f(t, x))))
}

/// Heun's method: the mean of the slopes at the beginning of the step and where Euler's step would end.
///
/// ```text
/// k₁ = f(t, x)        k₂ = f(t + dt, x + dt k₁)
/// x(t + dt) = x(t) + dt (k₁ + k₂)/2
/// ```
///
/// # Errors
///
/// As for [`euler`].
pub fn heun<const N: usize>(
    f: impl Fn(f64, [f64; N]) -> [f64; N],
    x0: [f64; N],
    dt: f64,
    duration: f64,
) -> Result<Solution> {
    run(x0, dt, duration, |t, x| {
        let k1 = f(t, x);
        let k2 = f(t + dt, along(x, dt, k1));
        Ok(std::array::from_fn(|i| x[i] + dt * (k1[i] + k2[i]) / 2.0))
    })
}

/// The method of Runge and Kutta with four slopes: one at the beginning, two in the middle, one at the end of the step.
///
/// ```text
/// k₁ = f(t, x)                       k₂ = f(t + dt/2, x + dt/2 k₁)
/// k₃ = f(t + dt/2, x + dt/2 k₂)      k₄ = f(t + dt, x + dt k₃)
/// x(t + dt) = x(t) + dt (k₁ + 2 k₂ + 2 k₃ + k₄)/6
/// ```
///
/// ```
/// use neurocomp::integrate;
///
/// // A swinging spring: position p, velocity v. Sixty-three steps of 0.1 are about one period, 2π.
/// let solution = integrate::rk4(|_t, [p, v]| [v, -p], [1.0, 0.0], 0.1, 6.3)?;
/// let position = solution.column(0)?;
/// assert!((position[63] - 6.3_f64.cos()).abs() < 1e-5);
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// As for [`euler`].
pub fn rk4<const N: usize>(
    f: impl Fn(f64, [f64; N]) -> [f64; N],
    x0: [f64; N],
    dt: f64,
    duration: f64,
) -> Result<Solution> {
    run(x0, dt, duration, |t, x| Ok(rk4_step(t, dt, x, &f)))
}

/// Exponential Euler, for variables that relax, each towards a value x∞ with a time constant τ:
///
/// ```text
/// dx/dt = (x∞(t, x) − x)/τ(t, x)
/// x(t + dt) = x∞ + (x(t) − x∞) e^(−dt/τ)   x∞ and τ as they are at the beginning of the step
/// ```
///
/// Membranes and gating variables have this form. The closure returns a pair (x∞, τ) for each variable. Whatever dt, a
/// step never goes beyond x∞, so that the method cannot run away; where x∞ and τ do not change it is exact.
///
/// ```
/// use neurocomp::integrate;
///
/// // A membrane with E_l = −65 mV, R = 10 MΩ, τ = 10 ms under 1 nA: exact, even with a step as long as τ.
/// let solution = integrate::exponential_euler(|_t, [_v]| [(-65.0 + 10.0 * 1.0, 10.0)], [-65.0], 10.0, 30.0)?;
/// assert!((solution.x[[3, 0]] - (-55.0 - 10.0 * (-3.0_f64).exp())).abs() < 1e-12);
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// As for [`euler`], and if a τ is not > 0.
pub fn exponential_euler<const N: usize>(
    target_and_tau: impl Fn(f64, [f64; N]) -> [(f64, f64); N],
    x0: [f64; N],
    dt: f64,
    duration: f64,
) -> Result<Solution> {
    run(x0, dt, duration, |t, x| {
        let relaxation = target_and_tau(t, x);
        for (i, &(_, tau)) in relaxation.iter().enumerate() {
            if !Allowed::Positive.includes(tau) {
                Allowed::Positive.check(&format!("tau[{i}]"), "", tau)?;
            }
        }
        Ok(std::array::from_fn(|i| {
            let (target, tau) = relaxation[i];
            // As a change, which is exactly 0 at the target.
            x[i] - (target - x[i]) * (-dt / tau).exp_m1()
        }))
    })
}

/// x + h·slope.
pub(super) fn along<const N: usize>(x: [f64; N], h: f64, slope: [f64; N]) -> [f64; N] {
    std::array::from_fn(|i| x[i] + h * slope[i])
}

/// Takes all steps: `step(t, x)` is x one step after t.
pub(super) fn run<const N: usize>(
    x0: [f64; N],
    dt: f64,
    duration: f64,
    mut step: impl FnMut(f64, [f64; N]) -> Result<[f64; N], Error>,
) -> Result<Solution> {
    if N == 0 {
        return Err(super::no_variable());
    }
    Allowed::Finite.check_all("x0", "", &x0)?;
    let steps = time_step::steps(dt, duration, MAX_SAMPLES / N)?;
    let mut rows = Vec::with_capacity((steps + 1) * N);
    rows.extend(x0);
    let mut x = x0;
    for k in 0..steps {
        x = step(k as f64 * dt, x)?;
        if let Some(variable) = x.iter().position(|value| !value.is_finite()) {
            return Err(super::ran_away((k + 1) as f64 * dt, variable, x[variable]));
        }
        rows.extend(x);
    }
    Ok(Solution::from_rows(time_step::times(steps, dt).to_vec(), rows, N))
}
