//! What neurons of two variables have in common: a potential V that rises ever faster into a spike, and a slow variable
//! w that recovers, adapts or makes it burst. Used by [`adex`](crate::neuron::adex) and
//! [`izhikevich`](crate::neuron::izhikevich).
//!
//! # How they are simulated
//!
//! Runge and Kutta's method of fourth order with the step dt that was asked for. Only where the potential runs into a
//! spike, or is pulled about faster than dt can follow, is a step divided: no part of it is longer than a fifth (for
//! the exponential a tenth) of the time in which the potential's own slope acts there. A spike is the moment at which V
//! reaches its peak, found inside the step; the rest of the step goes on from the reset. So
//!
//! - the error below threshold is of fourth order in dt, and spike times, too, are right to about 10⁻⁴ ms with
//!   dt = 0.1 ms, tested against scipy;
//! - the traces at t_k = k·dt never show the peak, just as the traces of [`lif`](crate::neuron::lif) do not show the
//!   threshold.

use ndarray::Array1;

use crate::error::number;
use crate::integrate::runge_kutta::rk4_step;
use crate::parameter::Allowed;
use crate::spike_train::SpikeTrain;
use crate::time_step::{self, MAX_SAMPLES};
use crate::{Error, Result};

/// The largest number of spikes of one simulation: two million.
pub const MAX_SPIKES: usize = 2_000_000;

/// The largest number of parts into which the steps of one simulation are divided: two million, and ten for each step.
const fn most_parts(steps: usize) -> usize {
    2_000_000 + 10 * steps
}

/// The largest current, in either direction: a million (nA, or mV/ms).
pub(super) const CURRENTS: Allowed = Allowed::Between(-1e6, 1e6);

/// How a neuron loses its state of rest when the current grows slowly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excitability {
    /// Rest merges with the threshold and both vanish (saddle-node): the neuron integrates its input.
    Integrator,
    /// Rest is still there but its swings no longer die out (Andronov–Hopf): the neuron prefers some frequencies.
    Resonator,
}

/// Potential and slow variable.
#[derive(Clone, Copy)]
pub(super) struct State {
    pub v: f64,
    pub w: f64,
}

/// A neuron of two variables.
pub(super) trait TwoVariables {
    /// dV/dt and dw/dt.
    fn slope(&self, state: State, current: f64) -> State;
    /// The longest step that follows the potential here, ms.
    fn longest_step(&self, state: State, current: f64) -> f64;
    /// The potential that is a spike.
    fn peak(&self) -> f64;
    /// The state after a spike at `w`.
    fn reset(&self, w: f64) -> State;
}

/// What a simulation returns.
pub(super) struct TwoVariablesRun {
    pub t: Array1<f64>,
    pub v: Array1<f64>,
    pub w: Array1<f64>,
    pub spikes: SpikeTrain,
}

/// `steps` steps of `dt` from `start`, with `current(k)` during step k.
pub(super) fn simulate(
    neuron: &impl TwoVariables,
    start: State,
    steps: usize,
    dt: f64,
    current: impl Fn(usize) -> f64,
) -> Result<TwoVariablesRun> {
    let t = time_step::times(steps, dt);
    let mut v = Array1::from_elem(steps + 1, start.v);
    let mut w = Array1::from_elem(steps + 1, start.w);
    let mut spikes = Vec::new();
    let (mut state, mut parts_left) = (start, most_parts(steps));
    for k in 0..steps {
        state = advance(neuron, state, (t[k], t[k + 1]), current(k), &mut spikes, &mut parts_left)?;
        (v[k + 1], w[k + 1]) = (state.v, state.w);
    }
    let spikes = SpikeTrain::new(spikes, 0.0, t[steps])?;
    Ok(TwoVariablesRun { t, v, w, spikes })
}

/// The number of steps for a sampled current.
pub(super) fn check_samples<'a>(
    current: impl ExactSizeIterator<Item = &'a f64>,
    unit: &'static str,
    dt: f64,
) -> Result<usize> {
    let steps = current.len();
    CURRENTS.check_list("current", unit, current)?;
    time_step::check_positive("dt", dt)?;
    time_step::steps(dt, steps as f64 * dt, MAX_SAMPLES)?;
    Ok(steps)
}

/// One step, through as many parts and spikes as it takes.
fn advance(
    neuron: &impl TwoVariables,
    mut state: State,
    (from, to): (f64, f64),
    current: f64,
    spikes: &mut Vec<f64>,
    parts_left: &mut usize,
) -> Result<State> {
    let shortest = SHORTEST_PART * (to - from);
    let mut now = from;
    while now < to {
        if *parts_left == 0 {
            let after = number(now);
            return Err(Error::text(
                format!(
                    "the neuron changes so fast that its steps were divided into millions of parts after {after} ms: \
                     check the parameters and their units"
                ),
                format!(
                    "le neurone change si vite que ses pas ont été divisés en millions de parties après {after} ms : \
                     vérifiez les paramètres et leurs unités"
                ),
            ));
        }
        *parts_left -= 1;
        let left = to - now;
        let part = left.min(neuron.longest_step(state, current).max(shortest));
        let next = runge_kutta(neuron, state, part, current);
        if !next.w.is_finite() || next.v.is_nan() || next.v == f64::NEG_INFINITY {
            let after = number(now);
            return Err(Error::diverged(
                format!("the simulation ran away to infinity after {after} ms: check the parameters and their units"),
                format!("la simulation a divergé après {after} ms : vérifiez les paramètres et leurs unités"),
            ));
        }
        if next.v < neuron.peak() {
            state = next;
            now = if part == left { to } else { now + part };
            continue;
        }
        if spikes.len() == MAX_SPIKES {
            let after = number(now);
            return Err(Error::text(
                format!(
                    "a simulation may have at most {MAX_SPIKES} spikes and reached them after {after} ms: check the units"
                ),
                format!(
                    "une simulation peut avoir au plus {MAX_SPIKES} potentiels d’action, atteints après {after} ms : \
                     vérifiez les unités"
                ),
            ));
        }
        *parts_left = parts_left.saturating_sub(BISECTIONS);
        let climb = time_to_peak(neuron, state, part, current);
        now = (now + climb).min(to);
        spikes.push(now);
        state = neuron.reset(runge_kutta(neuron, state, climb, current).w);
    }
    Ok(state)
}

/// A step is not divided further than into a million parts: it is a time too short to be seen.
const SHORTEST_PART: f64 = 1e-6;

/// One step of length `h`.
fn runge_kutta(neuron: &impl TwoVariables, at: State, h: f64, current: f64) -> State {
    let [v, w] = rk4_step(0.0, h, [at.v, at.w], |_, [v, w]| {
        let slope = neuron.slope(State { v, w }, current);
        [slope.v, slope.w]
    });
    State { v, w }
}

/// Halvings of a part in which a spike is.
const BISECTIONS: usize = 40;

/// The time within `part` at which V reaches its peak, by bisection.
fn time_to_peak(neuron: &impl TwoVariables, at: State, part: f64, current: f64) -> f64 {
    let (mut low, mut high) = (0.0, part);
    for _ in 0..BISECTIONS {
        let middle = 0.5 * (low + high);
        if runge_kutta(neuron, at, middle, current).v < neuron.peak() {
            low = middle;
        } else {
            high = middle;
        }
    }
    high
}

#[cfg(test)]
mod tests;
