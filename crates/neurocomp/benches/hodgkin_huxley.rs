//! Steps per second of a Hodgkin–Huxley neuron, at rest and firing: `cargo bench --bench hodgkin_huxley -- --quick`.

#![allow(missing_docs, reason = "criterion's macros make public functions without documentation")]

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use neurocomp::neuron::hodgkin_huxley::{HodgkinHuxley, HodgkinHuxleyParams};

const DT: f64 = 0.01;
const DURATION: f64 = 1000.0;

fn neurons(criterion: &mut Criterion) {
    let neuron = HodgkinHuxley::new(HodgkinHuxleyParams::default()).expect("a neuron");
    let mut group = criterion.benchmark_group("steps of a Hodgkin-Huxley neuron");
    group.throughput(Throughput::Elements((DURATION / DT) as u64));
    for (name, current) in [("at rest", 0.0), ("firing", 10.0)] {
        group.bench_function(name, |bencher| bencher.iter(|| neuron.simulate(current, DT, DURATION).expect("a run")));
    }
    group.finish();
}

criterion_group!(benches, neurons);
criterion_main!(benches);
