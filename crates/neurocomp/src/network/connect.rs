//! Connections between populations.

use super::{
    Connection, ConnectionId, ConnectionSynapses, MAX_DELAY, MAX_WEIGHT, Network, PopulationId, Synapse, Wiring,
};
use crate::Result;
use crate::error::check_count;
use crate::parameter::Allowed;

impl Network {
    /// Connects the neurons of `from` to the neurons of `to`. All synapses have the same `weight`, in mV or in leak
    /// conductances depending on the [`Synapses`](super::Synapses) of `to`, inhibitory below zero, and the same `delay`
    /// (ms). Which pairs are connected is drawn when the network is run.
    ///
    /// # Errors
    ///
    /// If a population is not one of this network, a probability not from 0 to 1, an in-degree larger than the number
    /// of possible sources, a pair of [`Wiring::Edges`] names a neuron that does not exist, `weight` is not within
    /// ±[`MAX_WEIGHT`] or `delay` not from 0 to [`MAX_DELAY`].
    pub fn connect(
        &mut self,
        from: PopulationId,
        to: PopulationId,
        wiring: Wiring,
        weight: f64,
        delay: f64,
    ) -> Result<ConnectionId> {
        let sources = self.get(from)?.size;
        self.get(to)?;
        match &wiring {
            Wiring::Probability(p) => {
                Allowed::Between(0.0, 1.0).check("probability", "", *p)?;
            }
            Wiring::InDegree(n) => {
                check_count("in-degree", 0, sources - usize::from(from == to), *n)?;
            }
            Wiring::Edges(edges) => {
                for &(source, target) in edges {
                    self.check_neuron(from, source)?;
                    self.check_neuron(to, target)?;
                }
            }
        }
        check_synapse("weight", weight, "delay", delay)?;
        Ok(self.add_connection(from, to, ConnectionSynapses::Shared { wiring, weight, delay }))
    }

    /// Connects `from` to `to` by these synapses, each with a weight and a delay of its own.
    ///
    /// # Errors
    ///
    /// As for [`Network::connect`].
    pub fn connect_each(&mut self, from: PopulationId, to: PopulationId, synapses: &[Synapse]) -> Result<ConnectionId> {
        self.get(to)?;
        for (k, synapse) in synapses.iter().enumerate() {
            self.check_neuron(from, synapse.source)?;
            self.check_neuron(to, synapse.target)?;
            if check_synapse("weight", synapse.weight, "delay", synapse.delay).is_err() {
                check_synapse(
                    &format!("weight of synapse {k}"),
                    synapse.weight,
                    &format!("delay of synapse {k}"),
                    synapse.delay,
                )?;
            }
        }
        Ok(self.add_connection(from, to, ConnectionSynapses::Listed(synapses.to_vec())))
    }

    fn add_connection(&mut self, from: PopulationId, to: PopulationId, wiring: ConnectionSynapses) -> ConnectionId {
        self.connections.push(Connection { from: from.0, to: to.0, wiring });
        ConnectionId(self.connections.len() - 1)
    }

    /// The number of synapses of a connection, on average over seeds.
    pub(super) fn expected_synapses(&self, connection: &Connection) -> f64 {
        let (from, to) = (&self.populations[connection.from], &self.populations[connection.to]);
        match &connection.wiring {
            ConnectionSynapses::Listed(synapses) => synapses.len() as f64,
            ConnectionSynapses::Shared { wiring, .. } => match wiring {
                Wiring::Probability(p) => p * from.size as f64 * to.size as f64,
                Wiring::InDegree(n) => *n as f64 * to.size as f64,
                Wiring::Edges(edges) => edges.len() as f64,
            },
        }
    }
}

/// Weight and delay within their limits.
pub(super) fn check_synapse(weight_name: &str, weight: f64, delay_name: &str, delay: f64) -> Result<()> {
    Allowed::Between(-MAX_WEIGHT, MAX_WEIGHT).check(weight_name, "", weight)?;
    Allowed::Between(0.0, MAX_DELAY).check(delay_name, "ms", delay)?;
    Ok(())
}
