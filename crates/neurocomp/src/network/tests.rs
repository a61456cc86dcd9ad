use super::*;

mod membrane;
mod published_networks;
mod refusals;
mod statistics;
mod threads;
mod wiring;

/// A leaky neuron that never fires, at 0 mV with τ = 20 ms.
fn silent(synapses: Synapses) -> NetworkCell {
    NetworkCell {
        neuron: NeuronModel::Lif(LifCell { v_rest: 0.0, v_thresh: 1e9, v_reset: 0.0, ..Default::default() }),
        synapses,
        v_start: InitialPotential::Rest,
    }
}

/// A neuron that fires once, at the end of the first step, and then waits for ever.
fn once() -> NetworkCell {
    NetworkCell {
        neuron: NeuronModel::Lif(LifCell { v_rest: -40.0, t_ref: 1e9, ..Default::default() }),
        synapses: Synapses::Delta,
        v_start: InitialPotential::At(-50.000_001),
    }
}

/// The potential of a silent neuron that receives one spike of `weight`, fired at t = dt.
fn response(synapses: Synapses, weight: f64, delay: f64, dt: f64, duration: f64) -> Voltages {
    let mut network = Network::new();
    let source = network.add_population("source", 1, once()).unwrap();
    let target = network.add_population("target", 1, silent(synapses)).unwrap();
    network.connect(source, target, Wiring::Probability(1.0), weight, delay).unwrap();
    network.record(target, &[0]).unwrap();
    let run = network.run(dt, duration, 1).unwrap();
    assert_eq!(run.populations[0].spike_times.to_vec(), [dt]);
    run.populations[1].voltages.clone()
}
