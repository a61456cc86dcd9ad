//! How long networks take. `cargo bench --bench network`; one thread: `RAYON_NUM_THREADS=1`.
//!
//! `slide` is the network of 4000 neurons on the Brian slide, 1 s in steps of 0.1 ms, wiring included; Brian2 as a C++
//! program takes 0.058 to 0.076 s for the run alone (tests/oracles/networks_brian2.py standalone). `size` are networks
//! of the same kind with 100 synapses per neuron, 100 ms.

#![allow(missing_docs)] // of the function that criterion_group! makes

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use neurocomp::Result;
use neurocomp::network::{InitialPotential, LifCell, Network, NetworkCell, NeuronModel, Wiring, published};

fn slide(c: &mut Criterion) {
    let network = published::vogels_abbott_current(5.0).expect("published");
    let mut group = c.benchmark_group("slide");
    group.sample_size(20);
    group.bench_function("1 s", |b| b.iter(|| network.run(0.1, 1000.0, 1)));
    group.bench_function("wiring", |b| b.iter(|| network.run(0.1, 0.1, 1)));
    group.finish();
}

fn sizes(c: &mut Criterion) {
    let mut group = c.benchmark_group("size");
    group.sample_size(10);
    for size in [1000, 4000, 10_000, 40_000, 100_000] {
        for delay in [0.0, 1.5] {
            let network = balanced(size, delay).expect("valid");
            group.throughput(Throughput::Elements(size as u64 * 1000));
            group.bench_function(BenchmarkId::new(format!("delay {delay} ms"), size), |b| {
                b.iter(|| network.run(0.1, 100.0, 1))
            });
        }
    }
    group.finish();
}

/// The network of the slide with 80 excitatory and 20 inhibitory synapses per neuron, whatever its size.
fn balanced(size: usize, delay: f64) -> Result<Network> {
    let cell = NetworkCell {
        neuron: NeuronModel::Lif(LifCell { v_rest: -49.0, ..Default::default() }),
        v_start: InitialPotential::Uniform(-60.0, -50.0),
        ..Default::default()
    };
    let mut network = Network::new();
    let e = network.add_population("excitatory", size * 4 / 5, cell)?;
    let i = network.add_population("inhibitory", size / 5, cell)?;
    for to in [e, i] {
        network.connect(e, to, Wiring::InDegree(80), 1.62, delay)?;
        network.connect(i, to, Wiring::InDegree(20), -9.0, delay)?;
    }
    Ok(network)
}

criterion_group!(benches, slide, sizes);
criterion_main!(benches);
