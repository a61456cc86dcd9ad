//! Everything that cannot be is refused by name.

use super::*;
use crate::Result;

fn message<T>(result: Result<T>) -> String {
    result.err().expect("must be refused").to_string()
}

#[test]
fn cells_with_impossible_parameters_are_refused() {
    let lif = LifCell::default();
    let adex = AdExCell::default();
    let with = |neuron| NetworkCell { neuron, ..Default::default() };
    for (cell, said) in [
        (
            with(NeuronModel::Lif(LifCell { tau_m: 0.0, ..lif })),
            "population \"E\": tau_m must be finite and > 0 ms, received 0",
        ),
        (
            with(NeuronModel::Lif(LifCell { v_reset: -50.0, ..lif })),
            "v_reset must be finite and < v_thresh (-50 mV), received -50",
        ),
        (with(NeuronModel::Lif(LifCell { t_ref: f64::NAN, ..lif })), "t_ref must be finite and >= 0 ms, received NaN"),
        (with(NeuronModel::AdEx(AdExCell { delta_t: 0.0, ..adex })), "delta_t must be"),
        (with(NeuronModel::AdEx(AdExCell { v_reset: 30.0, ..adex })), "v_reset must be finite and < v_peak"),
        (with(NeuronModel::AdEx(AdExCell { b: f64::INFINITY, ..adex })), "b must be finite (nA), received inf"),
        (
            NetworkCell { synapses: Synapses::Current { tau_e: 5.0, tau_i: -1.0 }, ..Default::default() },
            "tau_i must be finite and > 0 ms, received -1",
        ),
        (
            NetworkCell { v_start: InitialPotential::Uniform(-60.0, -40.0), ..Default::default() },
            "v_start.1 must be finite and -60 to -50 mV, received -40",
        ),
        (NetworkCell { v_start: InitialPotential::At(f64::NAN), ..Default::default() }, "v_start must be finite"),
    ] {
        let message = message(Network::new().add_population("E", 10, cell));
        assert!(message.contains(said), "{message}");
    }
    let message = message(Network::new().add_population("E", 0, NetworkCell::default()));
    assert_eq!(message, "size of \"E\" must be from 1 to 10000000, received 0");
}

#[test]
fn impossible_connections_and_inputs_are_refused() {
    let mut network = Network::new();
    let e = network.add_population("E", 10, NetworkCell::default()).unwrap();
    let i = network.add_population("I", 5, NetworkCell::default()).unwrap();
    let mut connect = |wiring, weight, delay| message(network.connect(e, i, wiring, weight, delay));
    for (message, said) in [
        (connect(Wiring::Probability(1.5), 1.0, 0.0), "probability must be finite and 0 to 1, received 1.5"),
        (connect(Wiring::InDegree(11), 1.0, 0.0), "in-degree must be from 0 to 10, received 11"),
        (
            connect(Wiring::Edges(vec![(9, 4), (9, 5)]), 1.0, 0.0),
            "neurons of population \"I\" are numbered from 0 to 4, received 5",
        ),
        (connect(Wiring::InDegree(1), f64::NAN, 0.0), "weight must be finite"),
        (connect(Wiring::InDegree(1), 1.0, -1.0), "delay must be finite and 0 to 1000 ms, received -1"),
    ] {
        assert!(message.contains(said), "{message}");
    }
    // A neuron is not connected to itself.
    assert!(message(network.connect(e, e, Wiring::InDegree(10), 1.0, 0.0)).contains("from 0 to 9"));
    let synapse = Synapse { source: 0, target: 0, weight: 1.0, delay: 2000.0 };
    assert!(message(network.connect_each(e, i, &[synapse])).contains("delay of synapse 0 must be"));
    let mut other = Network::new();
    assert_eq!(
        message(other.inject(i, 1.0)),
        "population 1 (counted from 0) belongs to another network, this one has 0 of them"
    );
    assert!(message(other.run(0.1, 1.0, 1)).contains("populations must be at least 1, received 0"));
    assert!(message(network.inject(e, f64::NAN)).contains("current must be finite (nA)"));
    assert!(
        message(network.inject_each(e, &ndarray::Array1::ones(3)))
            .contains("needs 10 values, one for each neuron, received 3")
    );
    assert!(message(network.inject_each(e, &ndarray::Array1::from_elem(10, f64::NAN))).contains("currents[0]"));
    assert!(message(network.add_poisson(e, 1, -1.0, 1.0)).contains("rate must be finite and >= 0 Hz"));
    assert!(message(network.add_poisson_pulse(e, 1, 1.0, 1.0, 5.0, 1.0)).contains("t_stop must be"));
    assert!(message(network.record(i, &[5])).contains("from 0 to 4, received 5"));
    assert!(message(network.edges(ConnectionId(7), 1)).contains("connection 7"));
}

#[test]
fn impossible_runs_are_refused() {
    let mut network = Network::new();
    let e = network.add_population("E", 100_000, NetworkCell::default()).unwrap();
    let said = |network: &Network, duration, dt| message(network.run(dt, duration, 1));
    assert!(said(&network, 1.0, 0.0).contains("dt must be finite and > 0 ms"));
    assert!(said(&network, 100.0, 6.0).contains("dt must be <= the time constant (5 ms), received 6"));
    assert!(said(&network, 1e12, 0.1).contains("steps"));
    network.add_poisson(e, 1_000_000, 1000.0, 1.0).unwrap();
    assert!(said(&network, 1.0, 0.1).contains("n · rate · dt / 1000 must be"));
    network.drives.clear();
    network.connect(e, e, Wiring::Probability(0.5), 1.0, 0.0).unwrap();
    assert!(said(&network, 1.0, 0.1).contains("at most 1000000000 synapses, this one would have about 5.000e9"));
    network.connections.clear();
    network.connect(e, e, Wiring::Probability(0.0), 1.0, 1000.0).unwrap();
    assert!(said(&network, 1.0, 1e-4).contains("delay / dt must be from 0 to 65535, received 10000000"));
    network.connections.clear();
    network.record(e, &(0..100_000).collect::<Vec<_>>()).unwrap();
    assert!(said(&network, 1000.0, 0.1).contains("recorded neurons"));
}

#[test]
fn excitation_that_runs_away_is_told_apart_from_a_long_run() {
    let mut network = Network::new();
    let cell = NetworkCell {
        neuron: NeuronModel::Lif(LifCell { v_rest: -49.0, t_ref: 0.0, ..Default::default() }),
        ..Default::default()
    };
    let e = network.add_population("E", 10_000, cell).unwrap();
    network.inject(e, 10_000.0).unwrap();
    let message = message(network.run(0.1, 10_000.0, 1));
    assert!(message.contains("at most 20000000 spikes and reached them after 200."), "{message}");
}

#[test]
fn a_potential_that_becomes_infinite_is_not_passed_on() {
    let mut network = Network::new();
    let cell =
        NetworkCell { neuron: NeuronModel::AdEx(AdExCell { a: 1e300, ..Default::default() }), ..Default::default() };
    let e = network.add_population("E", 3, cell).unwrap();
    network.inject(e, 0.5).unwrap();
    let said = message(network.run(0.1, 100.0, 1));
    assert!(said.contains("population \"E\": a potential"), "{said}");
}

#[test]
fn late_questions_are_refused_too() {
    let mut network = Network::new();
    network.add_population("E", 3, NetworkCell::default()).unwrap();
    let run = network.run(0.1, 10.0, 1).unwrap();
    assert!(message(run.population(PopulationId(4))).contains("population 4"));
    assert!(message(run.after(10.0)).contains("t must be"));
    assert!(message(run.all().counts(0.0)).contains("bin_size must be"));
    assert!(message(run.all().counts(20.0)).contains("bins must be from 1"));
    assert_eq!(run.all().synchrony(1.0).unwrap(), None);
    assert_eq!(run.all().mean_cv().unwrap(), None);
    let rate = run.all().population_rate(5.0).unwrap();
    assert!(message(rate.main_frequency(1.0)).contains("bins must be from 4"));
    assert!(message(ring_edges(10, 10, |_| 2.0, 1)).contains("probability must be finite and 0 to 1, received 2"));
    assert!(message(ring_edges(0, 10, |_| 0.0, 1)).contains("sources · targets"));
    let neuron = crate::neuron::lif::LifParams::default();
    assert!(message(mean_field_rate(neuron, 0.0, 0.25, 0.1, 5.0, 10.0)).contains("c_e must be"));
    assert!(message(published::brunel(-1.0, 2.0)).contains("g must be finite and >= 0"));
}
