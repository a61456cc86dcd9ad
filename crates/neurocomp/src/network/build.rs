//! From the description of a network to blocks of neurons and synapses.

use std::collections::VecDeque;

use rayon::prelude::*;

use crate::parallel::in_parallel;

use super::block::{Block, Drive, LONGEST_TURN, Listed, Shared, State};
use super::cell::{InitialPotential, Synapses};
use super::chunk::{CHUNK, RESTING};
use super::poisson::{PoissonTable, random_bits};
use super::wiring::{Ends, Rows, Synapse, Targets, sort_by_source};
use super::{Connection, ConnectionSynapses, Network, Population};
use crate::noise::cell_seed;

/// A population is cut into blocks of about this many neurons, whose state fits into the second-level cache …
const BLOCK: usize = 8192;

/// … as long as a spike finds this many synapses in a block: to go to a block for a few of them takes longer than what
/// it does there.
const ROW: f64 = 16.0;

/// A target is named by 2 bytes.
const LARGEST_BLOCK: usize = 1 << 16;

/// What is random about a network has seeds of its own: starting potentials, wiring, external spikes.
pub(super) fn stream(seed: u64, kind: usize, number: usize) -> u64 {
    cell_seed(seed, kind, number)
}

impl Network {
    pub(super) fn ends(&self, connection: &Connection) -> Ends {
        Ends { sources: self.populations[connection.from].size, same: connection.from == connection.to }
    }

    pub(super) fn blocks(&self, dt: f64, seed: u64) -> Vec<Block> {
        let mut pieces = Vec::new();
        for number in 0..self.populations.len() {
            pieces.extend(self.cut(number).into_iter().map(|targets| (number, targets)));
        }
        in_parallel(|| {
            pieces.into_par_iter().map(|(population, targets)| self.block(population, targets, dt, seed)).collect()
        })
    }

    /// The blocks of a population, of almost the same size. They follow from the description, not from the machine.
    pub(super) fn cut(&self, population: usize) -> Vec<Targets> {
        let size = self.populations[population].size;
        let onto = || self.connections.iter().filter(|c| c.to == population);
        let sources: usize = onto().map(|c| self.populations[c.from].size).sum();
        let synapses: f64 = onto().map(|c| self.expected_synapses(c)).sum();
        let worthwhile = (synapses / sources.max(1) as f64 / ROW) as usize;
        let number = size.div_ceil(BLOCK).min(worthwhile).max(size.div_ceil(LARGEST_BLOCK));
        let first = |k: usize| k * size / number;
        (0..number).map(|k| Targets { first: first(k), size: first(k + 1) - first(k) }).collect()
    }

    fn block(&self, number: usize, targets: Targets, dt: f64, seed: u64) -> Block {
        let population = &self.populations[number];
        let inside = targets.first..targets.first + targets.size;
        let recorded: Vec<usize> =
            population.recorded.iter().filter(|k| inside.contains(k)).map(|k| k - targets.first).collect();
        let mut block = Block {
            population: number,
            targets,
            state: population.state(targets, dt, stream(seed, 0, number)),
            v_reset: population.cell.v_reset(),
            // A float too large for an integer becomes the largest integer: held for ever.
            hold: (population.cell.t_ref() / dt).round() as usize,
            resting: VecDeque::new(),
            shared: Vec::new(),
            listed: Vec::new(),
            drives: Vec::new(),
            fired: vec![Vec::new(); LONGEST_TURN],
            found: Vec::new(),
            recorded,
            samples: Vec::new(),
        };
        for (k, drive) in self.drives.iter().enumerate().filter(|(_, drive)| drive.to == number) {
            block.drives.push(Drive {
                excitatory: drive.weight >= 0.0,
                amount: population.amount(drive.weight),
                table: PoissonTable::new(drive.per_ms * dt),
                keys: inside.clone().map(|neuron| cell_seed(stream(seed, 2, k), 0, neuron)).collect(),
                steps: (drive.t_start / dt).round() as usize..(drive.t_stop / dt).round() as usize,
            });
        }
        for (k, connection) in self.connections.iter().enumerate().filter(|(_, c)| c.to == number) {
            let ends = self.ends(connection);
            match &connection.wiring {
                ConnectionSynapses::Shared { wiring, weight, delay } => block.shared.push(Shared {
                    from: connection.from,
                    excitatory: *weight >= 0.0,
                    amount: population.amount(*weight),
                    lag: population.lag(*delay, dt),
                    rows: wiring.rows(ends, targets, stream(seed, 1, k)),
                }),
                ConnectionSynapses::Listed(synapses) => {
                    for excitatory in [true, false] {
                        let some: Vec<Synapse> = synapses
                            .iter()
                            .filter(|s| inside.contains(&s.target) && (s.weight >= 0.0) == excitatory)
                            .copied()
                            .collect();
                        if !some.is_empty() {
                            block.listed.push(population.listed(&some, connection.from, ends.sources, targets, dt));
                        }
                    }
                }
            }
        }
        block
    }
}

impl Population {
    /// What a spike of this weight adds. Conductances do not go below zero: there the sign only chooses the receptor.
    fn amount(&self, weight: f64) -> f64 {
        match self.cell.synapses {
            Synapses::Conductance { .. } => weight.abs(),
            Synapses::Current { .. } | Synapses::Delta => weight,
        }
    }

    /// How many steps after the one at whose end a neuron fired its spike is received. What is received in a step acts
    /// from the beginning of the step, so that even a delay of 0 takes one; only a jump acts at its end.
    fn lag(&self, delay: f64, dt: f64) -> usize {
        let delay = (delay / dt).round() as usize;
        match self.cell.synapses {
            Synapses::Delta => delay.max(1),
            Synapses::Current { .. } | Synapses::Conductance { .. } => delay + 1,
        }
    }

    /// The neurons of one block at t = 0, and those that fill up the last chunk.
    fn state(&self, targets: Targets, dt: f64, seed: u64) -> State {
        let padded = targets.size.next_multiple_of(CHUNK);
        let mut v = vec![RESTING; padded];
        for (k, v) in v.iter_mut().enumerate().take(targets.size) {
            *v = match self.cell.v_start {
                InitialPotential::Rest => self.cell.v_rest(),
                InitialPotential::At(v) => v,
                InitialPotential::Uniform(low, high) => {
                    // 53 random bits make an even number between 0 and 1.
                    let bits = random_bits(cell_seed(seed, 0, targets.first + k), 0) >> 11;
                    low + (high - low) * (bits as f64 / 2.0_f64.powi(53))
                }
            };
        }
        let steady = |current: f64| self.cell.v_rest() + self.cell.resistance() * (self.current + current);
        let steady: Vec<f64> = match self.currents.get(targets.first..targets.first + targets.size) {
            Some(currents) => {
                let mut steady: Vec<f64> = currents.iter().map(|&current| steady(current)).collect();
                steady.resize(padded, 0.0);
                steady
            }
            // The same for all: one chunk serves all, and stays in the fastest memory.
            None => vec![steady(0.0); CHUNK],
        };
        State::new(&self.cell, dt, v, steady)
    }

    /// Synapses of one sign from population `from`, each with its own weight and delay.
    fn listed(&self, synapses: &[Synapse], from: usize, sources: usize, targets: Targets, dt: f64) -> Listed {
        let lags: Vec<usize> = synapses.iter().map(|s| self.lag(s.delay, dt)).collect();
        let shortest = lags.iter().copied().min().unwrap_or(1);
        let longest = lags.iter().copied().max().unwrap_or(1);
        let pairs: Vec<u32> = synapses.iter().map(|s| s.source as u32).collect();
        let n = synapses.len();
        let (start, order) = sort_by_source(sources, &pairs);
        let (mut target, mut amount, mut extra) = (vec![0; n], vec![0.0; n], vec![0; n]);
        for (place, (synapse, lag)) in order.zip(synapses.iter().zip(&lags)) {
            target[place] = (synapse.target - targets.first) as u16;
            amount[place] = self.amount(synapse.weight);
            extra[place] = (lag - shortest) as u16;
        }
        Listed {
            from,
            excitatory: synapses[0].weight >= 0.0,
            amount,
            lag: shortest,
            extra,
            rows: Rows { start, target },
            ring: vec![vec![0.0; targets.size]; longest - shortest + 1],
        }
    }
}
