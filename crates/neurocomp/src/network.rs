//! Networks of spiking neurons.
//!
//! A network is populations of like neurons, connections between them, and what comes from outside. It is described
//! first and then run; running it does not change the description.
//!
//! | what | how |
//! | --- | --- |
//! | neurons | [`LifCell`]: leaky integrate-and-fire; [`AdExCell`]: adaptive exponential |
//! | synapses | [`Synapses`]: jumps of the potential, exponential currents, exponential conductances |
//! | connections | [`Network::connect`] with a [`Wiring`]; [`Network::connect_each`] with a weight and a delay per synapse; [`ring_edges`] and [`sheet_edges`] by distance |
//! | from outside | [`Network::inject`] a current; [`Network::add_poisson`] spikes |
//! | what is kept | all spikes; with [`Network::record`] the potential of some neurons |
//! | figures | [`PopulationSpikes`]: rates, CV, population rate, synchrony; [`mean_field_rate`] without simulating |
//! | from papers | [`published`] |
//!
//! # Example
//!
//! ```
//! use neurocomp::network::{NetworkCell, LifCell, Network, NeuronModel, InitialPotential, Wiring};
//!
//! let cell = NetworkCell {
//!     neuron: NeuronModel::Lif(LifCell { v_rest: -49.0, ..Default::default() }), // above the threshold of −50 mV
//!     v_start: InitialPotential::Uniform(-60.0, -50.0),
//!     ..Default::default()
//! };
//! let mut network = Network::new();
//! let excitatory = network.add_population("excitatory", 320, cell)?;
//! let inhibitory = network.add_population("inhibitory", 80, cell)?;
//! for to in [excitatory, inhibitory] {
//!     network.connect(excitatory, to, Wiring::Probability(0.2), 1.62, 0.0)?; // mV, ms
//!     network.connect(inhibitory, to, Wiring::Probability(0.2), -9.0, 0.0)?;
//! }
//! let run = network.run(0.1, 500.0, 1)?; // ms, ms, seed
//! let rate = run.population(excitatory)?.rate();
//! assert!(rate > 1.0 && rate < 20.0, "{rate} Hz");
//! # Ok::<(), neurocomp::Error>(())
//! ```
//!
//! # In time
//!
//! There are n = duration/dt steps. A neuron that is at or above threshold at the end of a step fires at the end of
//! that step, and its potential is V_reset for the next t_ref/dt steps (rounded), after which it moves again. A spike
//! of time t arrives at t + delay (rounded to steps): a current or conductance then grows, a potential jumps. The one
//! exception is a jump with no delay at all, which comes one step later. Delays therefore have no shortest value.
//!
//! Leaky neurons with currents or jumps follow their exact solution, leaky neurons with conductances the midpoint rule
//! (error of order dt²), adaptive exponential neurons Euler's method (order dt). In all of them spikes happen only at
//! whole steps.
//!
//! # In memory
//!
//! Synapses of one connection share their weight and delay; each costs 2 bytes. A source costs 4 bytes more for each
//! block of neurons that it may reach: a quarter of a byte per synapse at most, except in networks so sparse that a
//! source has fewer than 16 synapses per 65,536 neurons. A synapse of [`Network::connect_each`] costs 12 bytes. A
//! neuron costs 16 to 40 bytes, its Poisson input 8 more, a spike 16 in the result.
//!
//! # Sources
//!
//! R. Brette et al., *J. Comput. Neurosci.* 23, 349 (2007), doi:10.1007/s10827-007-0038-6: strategies of simulation,
//! and networks to compare. S. Rotter & M. Diesmann, *Biol. Cybern.* 81, 381 (1999), doi:10.1007/s004220050570: exact
//! solutions in steps. A. Morrison, C. Mehring, T. Geisel, A. Aertsen & M. Diesmann, *Neural Comput.* 17, 1776 (2005),
//! doi:10.1162/0899766054026648: exchanging spikes once per shortest delay.

use ndarray::ArrayRef1;

use crate::error::{check_count, short};
use crate::language::choose;
use crate::parameter::Allowed;
use crate::summary::summary;
use crate::{Error, Result};

mod adex;
mod block;
mod build;
mod cell;
mod chunk;
mod connect;
mod decay;
mod edges;
mod exponential;
mod lif_conductance;
mod lif_current;
mod mean_field;
mod poisson;
pub mod published;
mod run;
mod simulate;
mod state;
mod statistics;
mod wiring;

pub use cell::{AdExCell, InitialPotential, LifCell, NetworkCell, NeuronModel, Synapses};
pub use edges::{MAX_PAIRS, ring_edges, sheet_edges};
pub use mean_field::mean_field_rate;
pub use run::{NetworkRun, PopulationSpikes, Voltages};
pub use statistics::{PopulationRate, voltage_synchrony};
pub use wiring::{Synapse, Wiring};

use connect::check_synapse;

/// The largest number of neurons of a population: 10 million.
pub const MAX_NEURONS: usize = 10_000_000;

/// The largest number of synapses of a network: a billion (2 GB).
pub const MAX_SYNAPSES: usize = 1_000_000_000;

/// The longest delay, ms.
pub const MAX_DELAY: f64 = 1000.0;

/// The largest weight: in mV, or in leak conductances.
pub const MAX_WEIGHT: f64 = 1e6;

/// A population of a network, given by [`Network::add_population`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PopulationId(usize);

/// A connection of a network, given by [`Network::connect`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConnectionId(usize);

/// The description of a network; see the [module](self).
#[derive(Clone, Default)]
pub struct Network {
    populations: Vec<Population>,
    connections: Vec<Connection>,
    drives: Vec<PoissonDrive>,
}

#[derive(Clone)]
struct Population {
    name: String,
    size: usize,
    cell: NetworkCell,
    /// Injected into all neurons alike, nA.
    current: f64,
    /// Injected into each neuron, nA; empty if nothing is.
    currents: Vec<f64>,
    recorded: Vec<usize>,
}

#[derive(Clone)]
struct Connection {
    from: usize,
    to: usize,
    wiring: ConnectionSynapses,
}

#[derive(Clone)]
enum ConnectionSynapses {
    Shared { wiring: Wiring, weight: f64, delay: f64 },
    Listed(Vec<Synapse>),
}

#[derive(Clone, Copy)]
struct PoissonDrive {
    to: usize,
    per_ms: f64,
    weight: f64,
    t_start: f64,
    t_stop: f64,
}

summary!(Network, |network| {
    let populations: Vec<String> = network.populations.iter().map(|p| format!("{} {}", p.size, p.name)).collect();
    let expected: f64 = network.connections.iter().map(|c| network.expected_synapses(c)).sum();
    let (neurons, about) = choose(("neurons", "about"), ("neurones", "environ"));
    let (populations, connections) = (populations.join(", "), network.connections.len());
    format!("{neurons}: {populations}; {connections} connections, {about} {expected:.0} synapses")
});

impl Network {
    /// A network without neurons.
    pub fn new() -> Network {
        Network::default()
    }

    /// Adds `size` neurons that are all alike. `name` appears in results and errors.
    ///
    /// # Errors
    ///
    /// If `size` is not from 1 to [`MAX_NEURONS`], or a parameter of the cell out of range.
    pub fn add_population(&mut self, name: &str, size: usize, cell: NetworkCell) -> Result<PopulationId> {
        check_count(&format!("size of {name:?}"), 1, MAX_NEURONS, size)?;
        let what = || format!("population {:?}", short(name));
        cell.check().map_err(|error| error.of(&what(), &what()))?;
        self.populations.push(Population {
            name: name.to_owned(),
            size,
            cell,
            current: 0.0,
            currents: Vec::new(),
            recorded: Vec::new(),
        });
        Ok(PopulationId(self.populations.len() - 1))
    }

    /// Injects a constant `current` (nA) into all neurons of a population, in addition to what is injected already.
    ///
    /// # Errors
    ///
    /// If the population is not one of this network or the current not finite.
    pub fn inject(&mut self, population: PopulationId, current: f64) -> Result<()> {
        Allowed::Finite.check("current", "nA", current)?;
        self.get_mut(population)?.current += current;
        Ok(())
    }

    /// Injects a constant current (nA) of its own into each neuron of a population, instead of those given by an
    /// earlier call.
    ///
    /// # Errors
    ///
    /// If the population is not one of this network, if there is not one current for each neuron, or one is not finite.
    pub fn inject_each(&mut self, population: PopulationId, currents: &ArrayRef1<f64>) -> Result<()> {
        Allowed::Finite.check_all("currents", "nA", currents)?;
        let population = self.get_mut(population)?;
        if currents.len() != population.size {
            let (name, size, received) = (short(&population.name), population.size, currents.len());
            return Err(Error::text(
                format!("population {name:?} needs {size} values, one for each neuron, received {received}"),
                format!("la population {name:?} demande {size} valeurs, une par neurone, reçu {received}"),
            ));
        }
        population.currents = currents.to_vec();
        Ok(())
    }

    /// Lets `n` Poisson synapses from outside, each at `rate` (Hz), act on each neuron of a population with
    /// `weight`. Every neuron has spikes of its own.
    ///
    /// # Errors
    ///
    /// If the population is not one of this network, `rate` not ≥ 0, or `weight` not within ±[`MAX_WEIGHT`].
    pub fn add_poisson(&mut self, population: PopulationId, n: usize, rate: f64, weight: f64) -> Result<()> {
        self.add_poisson_pulse(population, n, rate, weight, 0.0, f64::MAX)
    }

    /// The same, but only from `t_start` to `t_stop` (ms; both rounded to steps).
    ///
    /// # Errors
    ///
    /// As for [`Network::add_poisson`], and if `t_start` is not ≥ 0 or `t_stop` below `t_start`.
    pub fn add_poisson_pulse(
        &mut self,
        population: PopulationId,
        n: usize,
        rate: f64,
        weight: f64,
        t_start: f64,
        t_stop: f64,
    ) -> Result<()> {
        self.get(population)?;
        Allowed::NotNegative.check("rate", "Hz", rate)?;
        check_synapse("weight", weight, "delay", 0.0)?;
        Allowed::NotNegative.check("t_start", "ms", t_start)?;
        Allowed::Between(t_start, f64::MAX).check("t_stop", "ms", t_stop)?;
        self.drives.push(PoissonDrive { to: population.0, per_ms: n as f64 * rate / 1000.0, weight, t_start, t_stop });
        Ok(())
    }

    /// Keeps the potential of these neurons of a population, at every step. Neurons asked for twice are kept once.
    ///
    /// # Errors
    ///
    /// If the population is not one of this network, or does not have one of the neurons.
    pub fn record(&mut self, population: PopulationId, neurons: &[usize]) -> Result<()> {
        for &neuron in neurons {
            self.check_neuron(population, neuron)?;
        }
        let recorded = &mut self.get_mut(population)?.recorded;
        recorded.extend(neurons);
        recorded.sort_unstable();
        recorded.dedup();
        Ok(())
    }

    fn get(&self, id: PopulationId) -> Result<&Population> {
        self.populations.get(id.0).ok_or_else(|| unknown(id, self.populations.len()))
    }

    fn get_mut(&mut self, id: PopulationId) -> Result<&mut Population> {
        let have = self.populations.len();
        self.populations.get_mut(id.0).ok_or_else(|| unknown(id, have))
    }

    fn check_neuron(&self, population: PopulationId, neuron: usize) -> Result<()> {
        let population = self.get(population)?;
        if neuron < population.size {
            return Ok(());
        }
        Err(no_such_neuron(&population.name, population.size, neuron))
    }
}

fn unknown(id: PopulationId, have: usize) -> Error {
    of_another_network("population", have, id.0)
}

/// A neuron that a population does not have.
pub(crate) fn no_such_neuron(population: &str, size: usize, received: usize) -> Error {
    let (population, last) = (short(population), size.saturating_sub(1));
    Error::text(
        format!("neurons of population {population:?} are numbered from 0 to {last}, received {received}"),
        format!("les neurones de la population {population:?} sont numérotés de 0 à {last}, reçu {received}"),
    )
}

fn in_french(what: &str) -> &str {
    if what == "connection" { "connexion" } else { what }
}

/// A population or a connection of another network.
pub(crate) fn of_another_network(what: &str, have: usize, received: usize) -> Error {
    Error::text(
        format!("{what} {received} (counted from 0) belongs to another network, this one has {have} of them"),
        format!("{} {received} (à partir de 0) est d’un autre réseau, celui-ci en a {have}", in_french(what)),
    )
}

#[cfg(test)]
mod tests;
