//! Currents to inject into a neuron.
//!
//! An electrode sends a current I(t) into the cell. Every function here gives it in steps of `dt`, as the simulations
//! of this library take it: an array of n = duration/dt (rounded) values in nA, of which `current[k]` flows during
//! step k, from k·dt to (k + 1)·dt ms.
//!
//! | function | current | `current[k]` is |
//! | --- | --- | --- |
//! | [`step`] | nothing before `t_on`, then `amplitude` | the mean over step k |
//! | [`pulse`] | `amplitude` from `t_on` to `t_off` | the mean over step k |
//! | [`ramp`] | from one value to another along a line | the mean over step k |
//! | [`sine`] | m + a sin 2πft | the mean over step k |
//! | [`white_noise`] | m + s ξ(t) | the mean over step k, m + (s/√dt) N |
//! | [`ornstein_uhlenbeck`] | a current that fluctuates about m and forgets itself in τ | I(k·dt) |
//!
//! N is a standard normal number, a new one in each step; ξ is white noise, ⟨ξ(t) ξ(t′)⟩ = δ(t − t′). The mean over a
//! step carries the same charge as the true current: a pulse of 10 ms moves the same charge whatever dt, also if it
//! begins inside a step. Currents can be added: `&a + &b`.
//!
//! A recorded current, sampled every `dt`, is a column of a table: `Table::read("current.csv")?.numbers("current_na")?`
//! (see [`Table`](crate::data::Table)).
//!
//! # Example
//!
//! ```
//! use neurocomp::current;
//! use neurocomp::neuron::lif::{Lif, LifParams};
//!
//! let dt = 0.1;
//! let pulse = current::pulse(30.0, 50.0, 100.0, dt, 200.0)?;
//! let noise = current::white_noise(0.0, 5.0, dt, 200.0, 1)?;
//! let run = Lif::new(LifParams::default()).unwrap().simulate_input(&(pulse + noise), dt).unwrap();
//! assert!(run.spikes.times().iter().all(|&t| t > 50.0 && t < 110.0));
//! # Ok::<(), neurocomp::Error>(())
//! ```

use std::f64::consts::PI;

use ndarray::Array1;
use rand_distr::{Distribution, StandardNormal};

use crate::Result;
use crate::noise::generator;
use crate::parameter::Allowed;
use crate::time_step::{self, MAX_SAMPLES};

/// A step: no current before `t_on` (ms), `amplitude` (nA) from then on.
///
/// ```
/// use neurocomp::current;
///
/// assert_eq!(current::step(2.0, 1.0, 0.5, 2.0)?.to_vec(), [0.0, 0.0, 2.0, 2.0]);
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// If a number is not finite, `dt` not > 0 or longer than `duration`, or if there are more than [`MAX_SAMPLES`] steps.
pub fn step(amplitude: f64, t_on: f64, dt: f64, duration: f64) -> Result<Array1<f64>> {
    Allowed::Finite.check("amplitude", "nA", amplitude)?;
    Allowed::Finite.check("t_on", "ms", t_on)?;
    let steps = time_step::steps(dt, duration, MAX_SAMPLES)?;
    Ok(Array1::from_shape_fn(steps, |k| amplitude * fraction_after(t_on, k, dt)))
}

/// A pulse: `amplitude` (nA) from `t_on` to `t_off` (ms), nothing before and after.
///
/// ```
/// use neurocomp::current;
///
/// // One that begins in the middle of a step: half the current in this step.
/// assert_eq!(current::pulse(2.0, 1.5, 3.0, 1.0, 4.0)?.to_vec(), [0.0, 1.0, 2.0, 0.0]);
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// As for [`step`], and if `t_off` is not later than `t_on`.
pub fn pulse(amplitude: f64, t_on: f64, t_off: f64, dt: f64, duration: f64) -> Result<Array1<f64>> {
    Allowed::Finite.check("t_on", "ms", t_on)?;
    Allowed::Above("t_on", t_on).check("t_off", "ms", t_off)?;
    Allowed::Finite.check("amplitude", "nA", amplitude)?;
    let steps = time_step::steps(dt, duration, MAX_SAMPLES)?;
    Ok(Array1::from_shape_fn(steps, |k| amplitude * (fraction_after(t_on, k, dt) - fraction_after(t_off, k, dt))))
}

/// The fraction of step k that lies after `t`, with steps of `dt`. A rounding error of t/dt does not make a current
/// flow in the step before.
fn fraction_after(t: f64, k: usize, dt: f64) -> f64 {
    let fraction = (k as f64 + 1.0 - t / dt).clamp(0.0, 1.0);
    if (fraction - fraction.round()).abs() < 1e-9 { fraction.round() } else { fraction }
}

/// A ramp: along a line from `start` (nA) at time 0 to `end` (nA) at `duration`.
///
/// ```
/// use neurocomp::current;
///
/// assert_eq!(current::ramp(0.0, 4.0, 1.0, 4.0)?.to_vec(), [0.5, 1.5, 2.5, 3.5]);
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// As for [`step`].
pub fn ramp(start: f64, end: f64, dt: f64, duration: f64) -> Result<Array1<f64>> {
    Allowed::Finite.check("start", "nA", start)?;
    Allowed::Finite.check("end", "nA", end)?;
    let steps = time_step::steps(dt, duration, MAX_SAMPLES)?;
    Ok(Array1::from_shape_fn(steps, |k| {
        let done = (k as f64 + 0.5) / steps as f64;
        start * (1.0 - done) + end * done
    }))
}

/// A sine: I(t) = `mean` + `amplitude` sin 2πft, in nA, with the frequency f in Hz.
///
/// ```
/// use neurocomp::current;
///
/// // 100 Hz: one period is 10 ms, in whose first half the current flows in and in whose second half it flows out.
/// let current = current::sine(0.0, 1.0, 100.0, 0.1, 10.0)?;
/// assert!(current[25] > 0.99 && current[75] < -0.99 && current.sum().abs() < 1e-9);
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// As for [`step`], and if `frequency` is not ≥ 0, or above 500/`dt` Hz: a step must not be longer than half a period,
/// or the array would show another, slower sine.
pub fn sine(mean: f64, amplitude: f64, frequency: f64, dt: f64, duration: f64) -> Result<Array1<f64>> {
    Allowed::Finite.check("mean", "nA", mean)?;
    Allowed::Finite.check("amplitude", "nA", amplitude)?;
    let steps = time_step::steps(dt, duration, MAX_SAMPLES)?;
    Allowed::Between(0.0, 500.0 / dt).check("frequency", "Hz", frequency)?;
    // Cycles in a step. The mean of a sine over a step is its value in the middle times sin x / x, x = π cycles.
    let cycles = frequency / 1000.0 * dt;
    let x = PI * cycles;
    let shrunk = if x == 0.0 { 1.0 } else { x.sin() / x };
    Ok(Array1::from_shape_fn(steps, |k| {
        // Whole cycles change nothing and would cost digits.
        let phase = (cycles * (k as f64 + 0.5)).fract();
        mean + amplitude * shrunk * (2.0 * PI * phase).sin()
    }))
}

/// White noise: I(t) = m + s ξ(t), with the mean m = `mean` (nA) and the intensity s = `intensity` (nA √ms).
///
/// ```text
/// current[k] = m + (s/√dt) N
/// ```
///
/// The charge of a step is m dt + s √dt N: charges of independent steps add up as their variances do, so that the
/// standard deviation of one value must grow as 1/√dt for the noise to be the same whatever dt. Through a membrane
/// with resistance R and time constant τ this noise is what `sigma` is in [`crate::neuron::lif`] if R s = σ √τ. The
/// same `seed` gives the same current.
///
/// ```
/// use neurocomp::current;
///
/// let fine = current::white_noise(1.0, 2.0, 0.01, 1000.0, 1)?;
/// let coarse = current::white_noise(1.0, 2.0, 1.0, 100_000.0, 1)?;
/// assert!((fine.std(0.0) - 20.0).abs() < 0.5 && (coarse.std(0.0) - 2.0).abs() < 0.05);
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// As for [`step`], and if `intensity` is not ≥ 0.
pub fn white_noise(mean: f64, intensity: f64, dt: f64, duration: f64, seed: u64) -> Result<Array1<f64>> {
    Allowed::Finite.check("mean", "nA", mean)?;
    Allowed::NotNegative.check("intensity", "nA √ms", intensity)?;
    let steps = time_step::steps(dt, duration, MAX_SAMPLES)?;
    // No normal number of a computer is as large as 40.
    Allowed::Finite.check("|mean| + 40 intensity / √dt", "nA", mean.abs() + 40.0 * intensity / dt.sqrt())?;
    let mut random = generator(seed);
    Ok(Array1::from_shape_simple_fn(steps, || {
        let normal: f64 = StandardNormal.sample(&mut random);
        mean + intensity / dt.sqrt() * normal
    }))
}

/// A current of Ornstein and Uhlenbeck: it fluctuates about m = `mean` (nA) with standard deviation s = `sd` (nA)
/// and forgets its past within the correlation time τ = `tau` (ms).
///
/// ```text
/// dI/dt = (m − I)/τ + s √(2/τ) ξ(t)                ⟨(I(t) − m)(I(t′) − m)⟩ = s² e^(−|t − t′|/τ)
/// I(t + dt) = m + (I(t) − m) e^(−dt/τ) + s √(1 − e^(−2 dt/τ)) N
/// ```
///
/// The second line is exact, whatever dt. The first value is drawn at random too, with mean m and standard deviation
/// s. The same `seed` gives the same current. It is the simplest model of the current of many synapses (Uhlenbeck &
/// Ornstein 1930, doi:10.1103/PhysRev.36.823; update: Gillespie 1996, doi:10.1103/PhysRevE.54.2084).
///
/// ```
/// use neurocomp::current;
///
/// let current = current::ornstein_uhlenbeck(2.0, 0.5, 5.0, 0.1, 100_000.0, 1)?;
/// assert!((current.mean().unwrap() - 2.0).abs() < 0.02 && (current.std(0.0) - 0.5).abs() < 0.02);
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// As for [`step`], and if `sd` is not ≥ 0 or `tau` not > 0.
pub fn ornstein_uhlenbeck(mean: f64, sd: f64, tau: f64, dt: f64, duration: f64, seed: u64) -> Result<Array1<f64>> {
    Allowed::Finite.check("mean", "nA", mean)?;
    Allowed::NotNegative.check("sd", "nA", sd)?;
    Allowed::Positive.check("tau", "ms", tau)?;
    let steps = time_step::steps(dt, duration, MAX_SAMPLES)?;
    let mut random = generator(seed);
    Allowed::Finite.check("|mean| + 40 sd", "nA", mean.abs() + 40.0 * sd)?;
    let mut normal = || -> f64 { StandardNormal.sample(&mut random) };
    let keep = (-dt / tau).exp();
    // √(1 − e^(−2x)) of a small x keeps its digits this way.
    let fresh = sd * (-(-2.0 * dt / tau).exp_m1()).sqrt();
    let mut deviation = sd * normal();
    Ok(Array1::from_shape_simple_fn(steps, || {
        let now = mean + deviation;
        deviation = keep * deviation + fresh * normal();
        now
    }))
}

#[cfg(test)]
mod tests;
