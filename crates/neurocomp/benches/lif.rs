//! How fast the noisy leaky integrate-and-fire neuron is: `cargo bench --bench lif`. The line `thrpt` counts steps,
//! each with its random number; `spikes_noisy` runs on one core, the map on all of them.

// criterion_group! makes a public function.
#![allow(missing_docs)]

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use neurocomp::ndarray::Array1;
use neurocomp::neuron::lif::{Lif, LifParams};
use std::hint::black_box;
use std::time::Duration;

const STEPS: u64 = 1_000_000;

fn neuron() -> Lif {
    Lif::new(LifParams::default()).expect("the default neuron is valid")
}

fn spikes(c: &mut Criterion) {
    let neuron = neuron();
    let mut group = c.benchmark_group("lif");
    group.throughput(Throughput::Elements(STEPS));
    let duration = 0.1 * STEPS as f64;
    // Silent, driven by noise, driven by the mean.
    for (current, sigma) in [(10.0, 2.0), (18.0, 4.0), (25.0, 4.0)] {
        group.bench_function(format!("spikes_noisy/I={current}_sigma={sigma}"), |bench| {
            bench.iter(|| neuron.spikes_noisy(black_box(current), sigma, 0.1, duration, 1))
        });
    }
    group.bench_function("simulate_noisy", |bench| {
        bench.iter(|| neuron.simulate_noisy(black_box(18.0), 4.0, 0.1, duration, 1))
    });
    group
        .bench_function("simulate_exact", |bench| bench.iter(|| neuron.simulate_exact(black_box(25.0), 0.1, duration)));
    group.finish();
}

fn map(c: &mut Criterion) {
    let neuron = neuron();
    let (currents, sigmas) = (Array1::linspace(10.0, 30.0, 10), Array1::linspace(0.5, 8.0, 10));
    let mut group = c.benchmark_group("map");
    group.throughput(Throughput::Elements(100 * STEPS / 10));
    for threads in [1, 2] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool of threads");
        group.bench_function(format!("rate_cv_map/threads={threads}"), |bench| {
            bench.iter(|| {
                pool.install(|| neuron.rate_cv_map(&currents, &sigmas, 0.1, 0.01 * STEPS as f64, black_box(1)))
            })
        });
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2));
    targets = spikes, map
}
criterion_main!(benches);
