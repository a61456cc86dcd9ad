//! Networks of spiking neurons.

use neurocomp::network::{Network, NetworkCell, PopulationId, Synapse, Wiring};
use neurocomp::{Error, network};

use crate::call::{Entry, entry};
use crate::value::Curve;

crate::models! {
    network::PopulationId, network::ConnectionId, network::Network
}

crate::parameters! {
    network::NetworkCell { neuron, synapses, v_start }
    network::LifCell { tau_m, resistance, v_rest, v_thresh, v_reset, t_ref }
    network::AdExCell { capacitance, g_leak, e_leak, v_thresh, delta_t, v_reset, v_peak, t_ref, tau_w, a, b }
}

crate::inputs! {
    network::Synapse { source, target, weight, delay }
}

crate::results! {
    network::NetworkRun { populations, synapses, t_start, t_stop }
    network::PopulationSpikes { name, size, spike_times, spike_neurons, voltages, t_start, t_stop }
    network::Voltages { neurons, t, v }
    network::PopulationRate { t, rate, bin_size }
}

crate::choices! {
    network::NeuronModel { Lif(_), AdEx(_) }
    network::Synapses { Delta, Current { tau_e, tau_i }, Conductance { tau_e, tau_i, e_e, e_i } }
    network::InitialPotential { Rest, At(_), Uniform(_, _) }
    network::Wiring { Probability(_), InDegree(_), Edges(_) }
}

pub fn table() -> Vec<Entry> {
    let mut table = crate::calls! {
        network::Network: new, run, edges;
        network: mean_field_rate, voltage_synchrony;
        network::published: vogels_abbott_current, vogels_abbott_conductance, brunel;
        network::NetworkRun: population, all, after;
        network::PopulationSpikes: spike_trains, duration, rate, rates, mean_cv, counts, population_rate, synchrony;
        network::PopulationRate: power_spectrum, main_frequency;
    };
    // A network with what was added to it is an argument of later calls.
    table.extend([
        entry("Network::add_population", |mut network: Network, name: &'static str, size: usize, cell: NetworkCell| {
            let given = network.add_population(name, size, cell)?;
            Result::<_, Error>::Ok((network, given))
        }),
        entry("Network::inject", |mut network: Network, to: PopulationId, current: f64| {
            let given = network.inject(to, current)?;
            Result::<_, Error>::Ok((network, given))
        }),
        entry(
            "Network::inject_each",
            |mut network: Network, to: PopulationId, currents: &'static ndarray::ArrayRef1<f64>| {
                let given = network.inject_each(to, currents)?;
                Result::<_, Error>::Ok((network, given))
            },
        ),
        entry("Network::add_poisson", |mut network: Network, to: PopulationId, n: usize, rate: f64, weight: f64| {
            let given = network.add_poisson(to, n, rate, weight)?;
            Result::<_, Error>::Ok((network, given))
        }),
        entry(
            "Network::add_poisson_pulse",
            |mut network: Network, to: PopulationId, n: usize, rate: f64, weight: f64, start: f64, stop: f64| {
                network.add_poisson_pulse(to, n, rate, weight, start, stop)?;
                Result::<_, Error>::Ok(network)
            },
        ),
        entry("Network::record", |mut network: Network, of: PopulationId, neurons: &'static [usize]| {
            let given = network.record(of, neurons)?;
            Result::<_, Error>::Ok((network, given))
        }),
        entry(
            "Network::connect",
            |mut network: Network, a: PopulationId, b: PopulationId, wiring: Wiring, weight: f64, delay: f64| {
                let given = network.connect(a, b, wiring, weight, delay)?;
                Result::<_, Error>::Ok((network, given))
            },
        ),
        entry(
            "Network::connect_each",
            |mut network: Network, a: PopulationId, b: PopulationId, synapses: &'static [Synapse]| {
                let given = network.connect_each(a, b, synapses)?;
                Result::<_, Error>::Ok((network, given))
            },
        ),
        entry("network::ring_edges", |n: usize, m: usize, curve: Curve, seed: u64| {
            network::ring_edges(n, m, move |d| curve.at(d), seed)
        }),
        entry("network::sheet_edges", |n: usize, m: usize, curve: Curve, seed: u64| {
            network::sheet_edges(n, m, move |d| curve.at(d), seed)
        }),
    ]);
    table
}
