//! The simulation of a network: blocks step by step, and the exchange of spikes between them.

use ndarray::{Array1, Array2};
use rayon::prelude::*;

use crate::error::{check_count, number};
use crate::parallel::in_parallel;
use crate::{Error, Result};

use super::block::{Block, History, LONGEST_TURN};
use super::build::stream;
use super::poisson::MAX_PER_STEP;
use super::wiring::Wiring;
use super::{
    Connection, ConnectionId, ConnectionSynapses, MAX_SYNAPSES, Network, NetworkRun, Population, PopulationSpikes,
    Voltages,
};
use crate::neuron::lif::MAX_SPIKES;
use crate::parameter::Allowed;
use crate::time_step::{self, MAX_SAMPLES, MAX_STEPS};

/// Below this number of neurons times steps, what there is to do between two exchanges of spikes is over too soon to be
/// shared among threads.
const WORTH_SHARING: usize = 50_000;

/// The longest delay in steps; how much longer a delay is than the shortest of its list is kept in 2 bytes.
const MAX_DELAY_STEPS: usize = 65_535;

/// The largest number of effects on their way: 100 million (800 MB).
const MAX_ON_THEIR_WAY: usize = 100_000_000;

impl Network {
    /// Simulates the network in steps of `dt` (ms) for `duration` (ms). Wiring, starting potentials and external spikes
    /// follow from `seed`: the same seed gives the same spikes, on any number of threads.
    ///
    /// # Errors
    ///
    /// If there is no population; if `dt` or `duration` is not > 0, `dt` longer than `duration` or than a time constant
    /// of a cell; if there are more than [`MAX_SYNAPSES`] synapses, 20 million spikes or samples of potentials, 10,000
    /// external spikes per neuron and step; or if a potential becomes infinite.
    pub fn run(&self, dt: f64, duration: f64, seed: u64) -> Result<NetworkRun> {
        let steps = time_step::steps(dt, duration, MAX_STEPS)?;
        self.check(dt, steps)?;
        let mut blocks = self.blocks(dt, seed);
        let synapses = blocks.iter().map(Block::synapses).sum();
        let spikes = self.simulate(&mut blocks, steps, dt)?;
        if let Some(block) = blocks.iter().find(|block| !block.is_finite()) {
            return Err(Error::diverged(
                format!(
                    "population {:?}: a potential or a synaptic input became infinite; check the weights",
                    self.populations[block.population].name.clone()
                ),
                format!(
                    "population {:?} : un potentiel ou une entrée synaptique est infini ; vérifiez les poids",
                    self.populations[block.population].name.clone()
                ),
            ));
        }
        let populations = self.populations.iter().enumerate().zip(spikes);
        Ok(NetworkRun {
            populations: populations
                .map(|((k, population), spikes)| population.result(&spikes, voltages(&blocks, k, steps, dt), steps, dt))
                .collect(),
            synapses,
            t_start: 0.0,
            t_stop: steps as f64 * dt,
        })
    }

    /// The pairs (source, target) that a connection has in a run with this seed, sorted by target block and source.
    ///
    /// # Errors
    ///
    /// If the connection is not one of this network, or if it has more than [`MAX_SYNAPSES`] synapses.
    pub fn edges(&self, connection: ConnectionId, seed: u64) -> Result<Vec<(usize, usize)>> {
        let number = connection.0;
        let c = self
            .connections
            .get(number)
            .ok_or_else(|| super::of_another_network("connection", self.connections.len(), number))?;
        self.check_synapses()?;
        let mut edges = Vec::new();
        for targets in self.cut(c.to) {
            let rows = match &c.wiring {
                ConnectionSynapses::Shared { wiring, .. } => {
                    wiring.rows(self.ends(c), targets, stream(seed, 1, number))
                }
                ConnectionSynapses::Listed(synapses) => {
                    let pairs = synapses.iter().map(|s| (s.source, s.target)).collect();
                    Wiring::Edges(pairs).rows(self.ends(c), targets, 0)
                }
            };
            for source in 0..self.populations[c.from].size {
                let row = &rows.target[rows.of(source as u32)];
                edges.extend(row.iter().map(|&t| (source, targets.first + t as usize)));
            }
        }
        Ok(edges)
    }

    fn check(&self, dt: f64, steps: usize) -> Result<()> {
        check_count("populations", 1, usize::MAX, self.populations.len())?;
        let mut samples = 0;
        for population in &self.populations {
            population.cell.check_step(dt)?;
            samples += population.recorded.len().saturating_mul(steps + 1);
        }
        check_count("recorded neurons · (steps + 1)", 0, MAX_SAMPLES, samples)?;
        for drive in &self.drives {
            let range = Allowed::Between(0.0, MAX_PER_STEP);
            range.check("n · rate · dt / 1000", "", drive.per_ms * dt)?;
        }
        for connection in &self.connections {
            self.check_delays(connection, dt)?;
        }
        self.check_synapses()
    }

    /// Spikes on their way are kept for each step of the delay; where every synapse has its own delay, so are their
    /// effects on each neuron.
    fn check_delays(&self, connection: &Connection, dt: f64) -> Result<()> {
        let (longest, size) = match &connection.wiring {
            ConnectionSynapses::Shared { delay, .. } => (*delay, 0),
            ConnectionSynapses::Listed(synapses) => {
                let longest = synapses.iter().map(|s| s.delay).fold(0.0, f64::max);
                (longest, self.populations[connection.to].size)
            }
        };
        let steps = (longest / dt).round() as usize;
        check_count("delay / dt", 0, MAX_DELAY_STEPS, steps)?;
        check_count("delay / dt · neurons", 0, MAX_ON_THEIR_WAY, steps.saturating_mul(size))?;
        Ok(())
    }

    fn check_synapses(&self) -> Result<()> {
        let expected: f64 = self.connections.iter().map(|c| self.expected_synapses(c)).sum();
        if expected > MAX_SYNAPSES as f64 {
            return Err(Error::text(
                format!(
                    "the network must have at most {MAX_SYNAPSES} synapses, this one would have about {expected:.3e}"
                ),
                format!(
                    "le réseau doit avoir au plus {MAX_SYNAPSES} synapses, celui-ci en aurait environ {expected:.3e}"
                ),
            ));
        }
        Ok(())
    }

    /// The loop. Between two exchanges of spikes the blocks are independent; when they exchange, spikes are put in
    /// order of the blocks, so that it does not matter which of them was ready first.
    fn simulate(&self, blocks: &mut [Block], steps: usize, dt: f64) -> Result<Vec<Vec<(u32, u32)>>> {
        let lags = || blocks.iter().flat_map(Block::lags);
        let turn = lags().map(|(shortest, _)| shortest).min().unwrap_or(LONGEST_TURN).min(LONGEST_TURN);
        let longest = lags().map(|(_, longest)| longest).max().unwrap_or(0);
        let length = longest + turn;
        let mut history = History { spikes: vec![vec![Vec::new(); length]; self.populations.len()], length };
        let neurons: usize = self.populations.iter().map(|p| p.size).sum();
        let share = neurons * turn >= WORTH_SHARING && blocks.len() > 1 && in_parallel(rayon::current_num_threads) > 1;
        let mut spikes = vec![Vec::new(); self.populations.len()];
        let mut total = 0;
        blocks.iter_mut().for_each(Block::record);
        let mut first = 0;
        while first < steps {
            let turn = turn.min(steps - first);
            if share {
                in_parallel(|| {
                    blocks.par_iter_mut().for_each(|block| block.run(first, turn, &history));
                });
            } else {
                blocks.iter_mut().for_each(|block| block.run(first, turn, &history));
            }
            for step in first..first + turn {
                history.spikes.iter_mut().for_each(|population| population[step % length].clear());
                for block in blocks.iter() {
                    let row = &mut history.spikes[block.population][step % length];
                    for &k in &block.fired[step - first] {
                        let neuron = block.targets.first as u32 + k;
                        row.push(neuron);
                        spikes[block.population].push((step as u32, neuron));
                    }
                    total += block.fired[step - first].len();
                }
                if total > MAX_SPIKES {
                    let after = (step + 1) as f64 * dt;
                    let rate = total as f64 / neurons as f64 / after * 1000.0;
                    let after = number(after);
                    return Err(Error::text(
                        format!(
                            "a simulation keeps at most {MAX_SPIKES} spikes and reached them after {after} ms, at \
                             {rate:.1} Hz per neuron: excitation runs away, or the duration is too long"
                        ),
                        format!(
                            "une simulation garde au plus {MAX_SPIKES} potentiels d’action et les a atteints après \
                             {after} ms, à {rate:.1} Hz par neurone : l’excitation s’emballe, ou la durée est trop longue"
                        ),
                    ));
                }
            }
            first += turn;
        }
        Ok(spikes)
    }
}

impl Block {
    fn synapses(&self) -> usize {
        let shared: usize = self.shared.iter().map(|group| group.rows.target.len()).sum();
        let listed: usize = self.listed.iter().map(|group| group.rows.target.len()).sum();
        shared + listed
    }

    /// The steps after which spikes arrive: shortest and longest look back into the history, for each group.
    fn lags(&self) -> impl Iterator<Item = (usize, usize)> {
        let shared = self.shared.iter().map(|group| (group.lag, group.lag));
        shared.chain(self.listed.iter().map(|group| (group.lag, group.lag)))
    }
}

impl Population {
    fn result(&self, spikes: &[(u32, u32)], voltages: Voltages, steps: usize, dt: f64) -> PopulationSpikes {
        PopulationSpikes {
            name: self.name.clone(),
            size: self.size,
            spike_times: spikes.iter().map(|&(step, _)| (step + 1) as f64 * dt).collect(),
            spike_neurons: spikes.iter().map(|&(_, neuron)| neuron as usize).collect(),
            voltages,
            t_start: 0.0,
            t_stop: steps as f64 * dt,
        }
    }
}

/// The recorded potentials of one population, from all of its blocks.
fn voltages(blocks: &[Block], population: usize, steps: usize, dt: f64) -> Voltages {
    let own = || blocks.iter().filter(|block| block.population == population);
    let mut neurons = Vec::new();
    for block in own() {
        neurons.extend(block.recorded.iter().map(|k| k + block.targets.first));
    }
    let samples = if neurons.is_empty() { 0 } else { steps + 1 };
    let mut v = Array2::zeros((neurons.len(), samples));
    let mut row = 0;
    for block in own() {
        let n = block.recorded.len();
        for (k, &sample) in block.samples.iter().enumerate() {
            v[[row + k % n, k / n]] = sample;
        }
        row += n;
    }
    Voltages { neurons, t: Array1::from_shape_fn(samples, |k| k as f64 * dt), v }
}
