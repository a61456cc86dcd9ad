//! Who is connected to whom, and when spikes arrive.

use std::collections::HashSet;

use proptest::prelude::*;

use super::*;

fn pair(sources: usize, targets: usize) -> (Network, PopulationId, PopulationId) {
    let mut network = Network::new();
    let from = network.add_population("from", sources, NetworkCell::default()).unwrap();
    let to = network.add_population("to", targets, NetworkCell::default()).unwrap();
    (network, from, to)
}

#[test]
fn numbers_of_synapses_are_binomial() {
    let (mut network, from, to) = pair(1000, 2000);
    let c = network.connect(from, to, Wiring::Probability(0.05), 1.0, 0.0).unwrap();
    let edges = network.edges(c, 1).unwrap();
    let (mut into, mut out) = (vec![0.0; 2000], vec![0.0; 1000]);
    for &(s, t) in &edges {
        out[s] += 1.0;
        into[t] += 1.0;
    }
    assert_eq!(edges.iter().collect::<HashSet<_>>().len(), edges.len());
    for (degrees, n) in [(into, 1000.0), (out, 2000.0)] {
        let count = degrees.len() as f64;
        let mean = degrees.iter().sum::<f64>() / count;
        let variance = degrees.iter().map(|d| (d - mean).powi(2)).sum::<f64>() / count;
        let exact = n * 0.05 * 0.95;
        assert!((mean - n * 0.05).abs() < 4.0 * (exact / count).sqrt(), "mean {mean}");
        assert!((variance / exact - 1.0).abs() < 5.0 * (2.0 / count).sqrt(), "variance {variance}, not {exact}");
    }
    assert_ne!(edges, network.edges(c, 2).unwrap());
}

#[test]
fn certainty_connects_all_and_impossibility_none() {
    let mut network = Network::new();
    let one = network.add_population("one", 30, NetworkCell::default()).unwrap();
    let all = network.connect(one, one, Wiring::Probability(1.0), 1.0, 0.0).unwrap();
    let none = network.connect(one, one, Wiring::Probability(0.0), 1.0, 0.0).unwrap();
    let edges = network.edges(all, 1).unwrap();
    assert_eq!(edges.len(), 30 * 29);
    assert!(edges.iter().all(|(s, t)| s != t));
    assert!(network.edges(none, 1).unwrap().is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn in_degrees_are_exact_and_sources_different(n in 0_usize..50, same: bool, seed: u64) {
        let (mut network, from, to) = pair(50, 37);
        let to = if same { from } else { to };
        let c = network.connect(from, to, Wiring::InDegree(n.min(49)), 1.0, 0.0).unwrap();
        let edges = network.edges(c, seed).unwrap();
        let different: HashSet<_> = edges.iter().copied().collect();
        prop_assert_eq!(different.len(), edges.len());
        for target in 0..if same { 50 } else { 37 } {
            prop_assert_eq!(edges.iter().filter(|edge| edge.1 == target).count(), n.min(49));
        }
        prop_assert!(!same || edges.iter().all(|(s, t)| s != t));
    }

    #[test]
    fn lists_are_kept_as_they_are(mut edges in proptest::collection::vec((0_usize..50, 0_usize..37), 0..200)) {
        let (mut network, from, to) = pair(50, 37);
        let c = network.connect(from, to, Wiring::Edges(edges.clone()), 1.0, 0.0).unwrap();
        let mut kept = network.edges(c, 1).unwrap();
        kept.sort_unstable();
        edges.sort_unstable();
        prop_assert_eq!(kept, edges);
    }
}

#[test]
fn in_degrees_choose_all_sources_equally() {
    let (mut network, from, to) = pair(20, 20_000);
    for n in [3, 15] {
        let c = network.connect(from, to, Wiring::InDegree(n), 1.0, 0.0).unwrap();
        let mut counts = [0.0; 20];
        for (source, _) in network.edges(c, 5).unwrap() {
            counts[source] += 1.0;
        }
        let p = n as f64 / 20.0;
        for count in counts {
            assert!((count - 20_000.0 * p).abs() < 4.5 * (20_000.0 * p * (1.0 - p)).sqrt(), "{count}");
        }
    }
}

#[test]
fn distances_on_a_ring_follow_the_rule() {
    let edges = ring_edges(500, 500, |d| (-0.5 * (d / 0.05).powi(2)).exp(), 3).unwrap();
    // Expected number of synapses and mean square distance, over all differences of places.
    let rule = |k: usize| {
        let d = (k.min(500 - k)) as f64 / 500.0;
        (d, (-0.5 * (d / 0.05).powi(2)).exp())
    };
    let expected: f64 = (0..500).map(|k| rule(k).1).sum::<f64>() * 500.0;
    assert!((edges.len() as f64 - expected).abs() < 4.5 * expected.sqrt());
    let square = |(s, t): &(usize, usize)| rule(s.abs_diff(*t)).0.powi(2);
    let mean = edges.iter().map(square).sum::<f64>() / edges.len() as f64;
    let exact = (0..500).map(|k| rule(k).1 * rule(k).0.powi(2)).sum::<f64>() * 500.0 / expected;
    assert!((mean / exact - 1.0).abs() < 4.5 * (2.0 / edges.len() as f64).sqrt(), "{mean}, not {exact}");
}

#[test]
fn every_place_of_a_sheet_has_the_same_neighbours() {
    // The four nearest of a grid of 10 × 10, across the borders as well.
    let edges = sheet_edges(10, 10, |d| if (d - 0.1).abs() < 1e-9 { 1.0 } else { 0.0 }, 1).unwrap();
    let into = |target: usize| -> HashSet<usize> { edges.iter().filter(|e| e.1 == target).map(|e| e.0).collect() };
    assert_eq!(edges.len(), 400);
    assert_eq!(into(0), HashSet::from([1, 9, 10, 90]));
    assert_eq!(into(99), HashSet::from([98, 90, 89, 9]));
}

#[test]
fn each_synapse_has_its_own_weight_and_delay() {
    let current = Synapses::Current { tau_e: 5.0, tau_i: 10.0 };
    let mut network = Network::new();
    let source = network.add_population("source", 1, once()).unwrap();
    let target = network.add_population("target", 3, silent(current)).unwrap();
    let synapse = |target, weight, delay| Synapse { source: 0, target, weight, delay };
    let list = [
        synapse(0, 2.0, 1.0),
        synapse(2, -3.0, 0.0),
        synapse(0, 1.5, 7.5),
        synapse(0, -1.0, 7.5),
        synapse(0, 1.0, 1.0),
    ];
    network.connect_each(source, target, &list).unwrap();
    network.record(target, &[0, 1, 2]).unwrap();
    let run = network.run(0.1, 50.0, 1).unwrap();
    assert_eq!(run.synapses, 5);
    // The sum of what each of them does alone.
    let v = &run.populations[1].voltages.v;
    for neuron in 0..3 {
        let mut sum = ndarray::Array1::<f64>::zeros(501);
        for s in list.iter().filter(|s| s.target == neuron) {
            sum += &response(current, s.weight, s.delay, 0.1, 50.0).v.row(0);
        }
        assert!((&v.row(neuron) - &sum).iter().all(|d| d.abs() < 1e-12));
    }
}

#[test]
fn a_list_of_the_random_pairs_gives_the_same_spikes() {
    let random = published::vogels_abbott_current(5.0).unwrap();
    let mut listed = random.clone();
    for k in 0..random.connections.len() {
        let edges = random.edges(ConnectionId(k), 9).unwrap();
        let ConnectionSynapses::Shared { wiring, .. } = &mut listed.connections[k].wiring else {
            panic!("all wirings of this network are shared");
        };
        *wiring = Wiring::Edges(edges);
    }
    assert_eq!(random.run(0.1, 60.0, 9).unwrap(), listed.run(0.1, 60.0, 9).unwrap());
}

#[test]
fn spikes_go_round_a_ring_once_per_delay() {
    // 40 neurons, each of which wakes the next: a spike arrives 1 ms later and fires it at once.
    let mut network = Network::new();
    let cell = NetworkCell {
        neuron: NeuronModel::Lif(LifCell::default()),
        synapses: Synapses::Delta,
        v_start: InitialPotential::Rest,
    };
    let kick = network.add_population("kick", 1, once()).unwrap();
    let ring = network.add_population("ring", 40, cell).unwrap();
    network.connect(kick, ring, Wiring::Edges(vec![(0, 0)]), 20.0, 1.0).unwrap();
    let next = (0..40).map(|k| (k, (k + 1) % 40)).collect();
    network.connect(ring, ring, Wiring::Edges(next), 20.0, 1.0).unwrap();
    let run = network.run(0.1, 200.0, 1).unwrap();
    let spikes = &run.populations[1];
    assert_eq!(spikes.spike_times.len(), 199);
    for (k, (&t, &neuron)) in spikes.spike_times.iter().zip(&spikes.spike_neurons).enumerate() {
        assert_eq!(neuron, k % 40);
        assert!((t - (1.1 + k as f64)).abs() < 1e-9, "spike {k} at {t}");
    }
}

#[test]
fn a_synapse_takes_little_more_than_two_bytes() {
    let network = published::brunel(5.0, 2.0).unwrap();
    let bytes = |rows: &super::super::wiring::Rows| 2 * rows.target.len() + 4 * rows.start.len();
    let blocks = network.blocks(0.1, 1);
    let total: usize = blocks.iter().flat_map(|b| &b.shared).map(|group| bytes(&group.rows)).sum();
    let per_synapse = total as f64 / 15_625_000.0;
    assert!(per_synapse < 2.02, "{per_synapse} bytes");
}
