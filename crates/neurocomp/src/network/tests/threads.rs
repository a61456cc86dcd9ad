//! The same seed, the same spikes.

use super::*;

fn on_threads<T: Send>(threads: usize, work: impl FnOnce() -> T + Send) -> T {
    rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(work)
}

#[test]
fn one_and_two_threads_give_the_same_spikes_bit_for_bit() {
    // Several blocks per population, and exchanges every 15 steps.
    let network = published::brunel(5.0, 2.0).unwrap();
    let run = |threads| on_threads(threads, || network.run(0.1, 60.0, 4).unwrap());
    let (one, two) = (run(1), run(2));
    assert!(one.all().spike_times.len() > 10_000);
    assert!(one == two);
    assert!(one != network.run(0.1, 60.0, 5).unwrap());
}

#[test]
fn so_do_large_networks_without_delays_and_with_every_model() {
    let mut network = Network::new();
    let conductance = Synapses::Conductance { tau_e: 5.0, tau_i: 10.0, e_e: 0.0, e_i: -80.0 };
    let neurons = [NeuronModel::Lif(LifCell::default()), NeuronModel::AdEx(AdExCell::default())];
    let mut populations = Vec::new();
    for neuron in neurons {
        for synapses in [Synapses::Delta, Synapses::default(), conductance] {
            let cell = NetworkCell { neuron, synapses, v_start: InitialPotential::Uniform(-70.0, -60.0) };
            let new = network.add_population("some", 9000, cell).unwrap();
            network.add_poisson(new, 100, 12.0, if synapses == conductance { 0.1 } else { 3.0 }).unwrap();
            populations.push(new);
        }
    }
    for (k, &from) in populations.iter().enumerate() {
        let to = populations[(k + 1) % populations.len()];
        let weight = [0.3, -0.3][k % 2];
        network.connect(from, to, Wiring::InDegree(20), weight, 0.3 * (k % 3) as f64).unwrap();
        network.record(to, &[0, 8999]).unwrap();
    }
    let run = |threads| on_threads(threads, || network.run(0.1, 60.0, 4).unwrap());
    let (one, two) = (run(1), run(2));
    assert!(one.populations.iter().all(|p| p.spike_times.len() > 100), "{one:?}");
    assert!(one == two);
}

#[test]
fn a_longer_run_begins_like_a_shorter_one() {
    let network = published::vogels_abbott_current(5.0).unwrap();
    let (short, long) = (network.run(0.1, 50.0, 1).unwrap(), network.run(0.1, 83.0, 1).unwrap());
    for (short, long) in short.populations.iter().zip(&long.populations) {
        let n = short.spike_times.len();
        assert!(n > 100 && long.spike_times.len() > n);
        assert_eq!(short.spike_times, long.spike_times.slice(ndarray::s![..n]));
        assert_eq!(short.spike_neurons, long.spike_neurons.slice(ndarray::s![..n]));
    }
}

#[test]
fn subthreshold_potentials_do_not_depend_on_the_step() {
    // The exact solution: the same spikes at the same times give the same potential.
    let current = Synapses::Current { tau_e: 5.0, tau_i: 10.0 };
    let coarse = response(current, 3.0, 1.5, 0.5, 60.0);
    let fine = response(current, 3.0, 1.9, 0.1, 60.0);
    for (k, v) in coarse.v.row(0).iter().enumerate() {
        assert!((v - fine.v[[0, 5 * k]]).abs() < 1e-12);
    }
}
