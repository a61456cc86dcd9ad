//! The simulation, in steps of 1 ms; spikes and traces in between.

use ndarray::Array1;
use rand::Rng;
use rand_distr::{Distribution, Poisson};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::{ManyInputs, ManyInputsRun};
use crate::Result;
use crate::error::check_count;
use crate::noise::generator;
use crate::plasticity::stdp::StdpParams;
use crate::time_step;

/// The step, ms.
const DT: f64 = 1.0;
const STEPS_PER_SECOND: usize = 1000;
/// The longest simulation, steps: about 28 hours.
const MAX_LEARNING_STEPS: usize = 100_000_000;

const TAU_M: f64 = 20.0;
const TAU_SYN: f64 = 5.0;
const V_REST: f64 = -70.0;
const V_THRESH: f64 = -54.0;
const V_RESET: f64 = -60.0;
const E_EX: f64 = 0.0;
const E_IN: f64 = -70.0;

impl ManyInputs {
    /// Simulates `duration` (ms, at least one second; a rest shorter than a second is left out). The same `seed` gives
    /// the same run.
    ///
    /// # Errors
    ///
    /// If `duration` is not from 1000 ms to 10⁸ ms.
    pub fn simulate(&self, duration: f64, seed: u64) -> Result<ManyInputsRun> {
        let steps = time_step::steps(DT, duration, MAX_LEARNING_STEPS)?;
        let seconds = steps / STEPS_PER_SECOND;
        check_count("seconds", 1, MAX_LEARNING_STEPS, seconds)?;
        let mut random = generator(seed);
        let mut spikes = InputSpikes::new(self);
        let mut synapses = Synapses::new(self.params.inputs, self.params.w0, self.stdp);
        let mut membrane = Membrane::new();
        let mut rate = Array1::zeros(seconds);
        let mut mean_weight = Array1::zeros(seconds);
        for second in 0..seconds {
            for k in 0..STEPS_PER_SECOND {
                let step = second * STEPS_PER_SECOND + k;
                synapses.now = step as f64 * DT;
                for &input in spikes.at(step, &mut random) {
                    membrane.g_ex += self.params.g_max * synapses.presynaptic_spike(input);
                }
                membrane.g_in += self.params.g_in * spikes.inhibitory.draw(&mut random) as f64;
                if membrane.step() {
                    synapses.now += DT;
                    synapses.postsynaptic_spike();
                    rate[second] += 1.0;
                }
            }
            mean_weight[second] = synapses.w.iter().sum::<f64>() / synapses.w.len() as f64;
        }
        Ok(ManyInputsRun {
            weights: synapses.w.into(),
            t: Array1::from_shape_fn(seconds, |second| (second + 1) as f64),
            rate,
            mean_weight,
        })
    }
}

/// The neuron.
struct Membrane {
    v: f64,
    g_ex: f64,
    g_in: f64,
    keep: f64,
}

impl Membrane {
    fn new() -> Membrane {
        Membrane { v: V_REST, g_ex: 0.0, g_in: 0.0, keep: (-DT / TAU_SYN).exp() }
    }

    /// One step; whether there is a spike at its end.
    fn step(&mut self) -> bool {
        let total = 1.0 + self.g_ex + self.g_in;
        let limit = (V_REST + self.g_ex * E_EX + self.g_in * E_IN) / total;
        self.v = limit + (self.v - limit) * (-DT * total / TAU_M).exp();
        self.g_ex *= self.keep;
        self.g_in *= self.keep;
        let fires = self.v >= V_THRESH;
        if fires {
            self.v = V_RESET;
        }
        fires
    }
}

/// The weights and the traces of STDP.
struct Synapses {
    stdp: StdpParams,
    w: Vec<f64>,
    /// Presynaptic traces, each as it was at its last spike.
    x: Vec<f64>,
    last: Vec<f64>,
    /// The postsynaptic trace at the last postsynaptic spike.
    y: f64,
    y_last: f64,
    now: f64,
}

impl Synapses {
    fn new(inputs: usize, w0: f64, stdp: StdpParams) -> Synapses {
        Synapses {
            stdp,
            w: vec![w0; inputs],
            x: vec![0.0; inputs],
            last: vec![0.0; inputs],
            y: 0.0,
            y_last: 0.0,
            now: 0.0,
        }
    }

    /// The weight with which the spike is transmitted: before it is depressed.
    fn presynaptic_spike(&mut self, input: usize) -> f64 {
        let p = self.stdp;
        let since = self.now - self.y_last;
        // A postsynaptic spike at the same time is neither before nor after.
        let y = if since > 0.0 { self.y * (-since / p.tau_minus).exp() } else { (self.y - 1.0).max(0.0) };
        let w = self.w[input];
        self.w[input] = (w - p.a_minus * p.weight_dependence.depression(w) * y).max(0.0);
        let decay = ((self.last[input] - self.now) / p.tau_plus).exp();
        self.x[input] = self.x[input] * decay + 1.0;
        self.last[input] = self.now;
        w
    }

    fn postsynaptic_spike(&mut self) {
        let p = self.stdp;
        for ((w, x), last) in self.w.iter_mut().zip(&self.x).zip(&self.last) {
            let trace = x * ((last - self.now) / p.tau_plus).exp();
            let change = p.a_plus * p.weight_dependence.potentiation(*w) * trace;
            *w = (*w + change).min(1.0);
        }
        self.y = self.y * ((self.y_last - self.now) / p.tau_minus).exp() + 1.0;
        self.y_last = self.now;
    }
}

/// Number of spikes or events in a step.
struct Count(Option<Poisson<f64>>);

impl Count {
    /// `rate` in events per ms.
    fn new(rate: f64) -> Count {
        Count(Poisson::new(rate * DT).ok())
    }

    fn draw(&self, random: &mut Xoshiro256PlusPlus) -> usize {
        self.0.map_or(0, |poisson| poisson.sample(random) as usize)
    }
}

/// Which excitatory inputs fire in a step.
struct InputSpikes {
    inputs: usize,
    correlated: usize,
    correlation: f64,
    independent: Count,
    events: Count,
    inhibitory: Count,
    /// Latency of each correlated input, steps.
    latency: Vec<usize>,
    /// Spikes to come: the list for step k is at k modulo the length.
    coming: Vec<Vec<usize>>,
}

impl InputSpikes {
    fn new(neuron: &ManyInputs) -> InputSpikes {
        let p = neuron.params;
        let correlated = neuron.correlated_inputs();
        let per_ms = p.rate / 1000.0;
        let last = correlated.saturating_sub(1).max(1) as f64;
        let latency: Vec<usize> =
            (0..correlated).map(|j| (p.latency * j as f64 / last / DT).round() as usize).collect();
        let longest = latency.last().copied().unwrap_or(0);
        let events = if correlated > 0 { per_ms / p.correlation } else { 0.0 };
        InputSpikes {
            inputs: p.inputs,
            correlated,
            correlation: p.correlation,
            independent: Count::new(per_ms * (p.inputs - correlated) as f64),
            events: Count::new(events),
            inhibitory: Count::new(p.inhibitory_rate / 1000.0 * p.inhibitory as f64),
            latency,
            coming: vec![Vec::new(); longest + 1],
        }
    }

    /// The inputs that fire in this step. To be called for each step in turn.
    fn at(&mut self, step: usize, random: &mut Xoshiro256PlusPlus) -> &[usize] {
        let slots = self.coming.len();
        // The slot of the step before is free for the spikes farthest ahead.
        self.coming[(step + slots - 1) % slots].clear();
        for _ in 0..self.events.draw(random) {
            for (input, latency) in self.latency.iter().enumerate() {
                if random.random::<f64>() < self.correlation {
                    self.coming[(step + latency) % slots].push(input);
                }
            }
        }
        let now = step % slots;
        for _ in 0..self.independent.draw(random) {
            let input = random.random_range(self.correlated..self.inputs);
            self.coming[now].push(input);
        }
        &self.coming[now]
    }
}
