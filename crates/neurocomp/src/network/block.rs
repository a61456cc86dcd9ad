//! A block of neurons: what one thread simulates between two exchanges of spikes.
//!
//! A population is cut into blocks of some thousand neurons. A block owns the state of its neurons and all synapses
//! onto them, so that blocks need nothing of each other but the spikes, and these only after the shortest delay.

use std::collections::VecDeque;

use super::adex::AdEx;
use super::chunk::RESTING;
use super::lif_conductance::LifConductance;
use super::lif_current::{LifCurrent, LifDelta};
use super::poisson::{PoissonTable, random_bits};
use super::wiring::{Rows, Targets};

/// Exchanges of spikes are at most this many steps apart.
pub(super) const LONGEST_TURN: usize = 64;

/// The neurons of one block by model; [`State::step`] brings all of them from t to t + dt.
pub(super) enum State {
    LifCurrent(LifCurrent),
    LifDelta(LifDelta),
    LifConductance(LifConductance),
    AdEx(AdEx),
    /// With synapses that make the potential jump.
    AdExDelta(AdEx),
}

/// Synapses of one connection onto the block that share weight and delay.
pub(super) struct Shared {
    pub from: usize,
    pub excitatory: bool,
    pub amount: f64,
    pub lag: usize,
    pub rows: Rows,
}

/// Synapses of one connection and one sign, each with a weight and a delay of its own. What is on its way is in
/// `ring`, one row for each step to come.
pub(super) struct Listed {
    pub from: usize,
    pub excitatory: bool,
    pub amount: Vec<f64>,
    /// The shortest lag, and by how much each is longer.
    pub lag: usize,
    pub extra: Vec<u16>,
    pub rows: Rows,
    pub ring: Vec<Vec<f64>>,
}

/// External Poisson input of each neuron of the block.
pub(super) struct Drive {
    pub excitatory: bool,
    pub amount: f64,
    pub table: PoissonTable,
    pub keys: Vec<u64>,
    /// The steps during which it lasts.
    pub steps: std::ops::Range<usize>,
}

pub(super) struct Block {
    pub population: usize,
    pub targets: Targets,
    pub state: State,
    pub v_reset: f64,
    /// Number of steps for which V is held after a spike.
    pub hold: usize,
    /// Refractory neurons and the step at whose end they fired, in this order.
    pub resting: VecDeque<(usize, u32)>,
    pub shared: Vec<Shared>,
    pub listed: Vec<Listed>,
    pub drives: Vec<Drive>,
    /// For each step since the last exchange, who fired at its end.
    pub fired: Vec<Vec<u32>>,
    /// Where the synapses of the spikes of a moment are: kept, so that its memory is used again.
    pub found: Vec<std::ops::Range<usize>>,
    /// Neurons whose potential is kept, and their samples, one time after the other.
    pub recorded: Vec<usize>,
    pub samples: Vec<f64>,
}

/// The spikes of the last steps, by population.
pub(super) struct History {
    pub spikes: Vec<Vec<Vec<u32>>>,
    pub length: usize,
}

impl History {
    /// The neurons of `population` that fired at the end of `step`.
    fn at(&self, population: usize, step: usize) -> &[u32] {
        &self.spikes[population][step % self.length]
    }
}

impl Block {
    /// Simulates `steps` steps from number `first` on.
    pub fn run(&mut self, first: usize, steps: usize, history: &History) {
        for k in 0..steps {
            let mut fired = std::mem::take(&mut self.fired[k]);
            fired.clear();
            self.step(first + k, history, &mut fired);
            self.fired[k] = fired;
            self.record();
        }
    }

    fn step(&mut self, step: usize, history: &History, fired: &mut Vec<u32>) {
        self.release(step);
        let after_spike = if self.hold == 0 { self.v_reset } else { RESTING };
        // A jump acts at once, so that a spike that it causes belongs to the same step.
        if self.state.jumps() {
            self.state.decay();
            self.receive(step, history);
            self.state.fire(after_spike, fired);
        } else {
            self.receive(step, history);
            self.state.step(after_spike, fired);
        }
        if self.hold > 0 {
            self.resting.extend(fired.iter().map(|&k| (step, k)));
        }
    }

    /// Ends the refractory time of those that have waited long enough.
    fn release(&mut self, step: usize) {
        while let Some(&(since, k)) = self.resting.front()
            && step - since > self.hold
        {
            self.state.potentials_mut()[k as usize] = self.v_reset;
            self.resting.pop_front();
        }
    }

    /// All spikes that arrive in this step, always in the same order: connections as they were made, sources by number.
    fn receive(&mut self, step: usize, history: &History) {
        for drive in self.drives.iter().filter(|drive| drive.steps.contains(&step)) {
            let (input, scale) = self.state.input(drive.excitatory);
            let amount = drive.amount / scale;
            for (value, &key) in input.iter_mut().zip(&drive.keys) {
                *value += amount * drive.table.number(random_bits(key, step as u64));
            }
        }
        for group in &self.shared {
            if step < group.lag {
                continue;
            }
            let (input, scale) = self.state.input(group.excitatory);
            let amount = group.amount / scale;
            group.rows.find(history.at(group.from, step - group.lag), &mut self.found);
            for row in &self.found {
                for &target in &group.rows.target[row.clone()] {
                    input[target as usize] += amount;
                }
            }
        }
        for group in &mut self.listed {
            let (input, scale) = self.state.input(group.excitatory);
            group.send(step, history);
            let length = group.ring.len();
            for (value, arriving) in input.iter_mut().zip(&mut group.ring[step % length]) {
                *value += *arriving / scale;
                *arriving = 0.0;
            }
        }
    }

    /// Keeps the potentials that are asked for.
    pub fn record(&mut self) {
        for &k in &self.recorded {
            let v = self.state.potentials()[k];
            self.samples.push(if v == RESTING { self.v_reset } else { v });
        }
    }

    /// Whether everything is still a number, refractory neurons apart.
    pub fn is_finite(&self) -> bool {
        let potentials = &self.state.potentials()[..self.targets.size];
        let inputs = self.state.inputs().into_iter().flatten();
        inputs.flat_map(|u| &u.values).all(|u| u.is_finite())
            && potentials.iter().filter(|&&v| !v.is_finite()).count() <= self.resting.len()
    }
}

impl Listed {
    /// Puts what the spikes of this moment bring into the rows of the steps in which it arrives.
    fn send(&mut self, step: usize, history: &History) {
        if step < self.lag {
            return;
        }
        let length = self.ring.len();
        for &source in history.at(self.from, step - self.lag) {
            for k in self.rows.of(source) {
                let row = (step + self.extra[k] as usize) % length;
                self.ring[row][self.rows.target[k] as usize] += self.amount[k];
            }
        }
    }
}
