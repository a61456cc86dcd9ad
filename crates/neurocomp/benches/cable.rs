//! Steps per second of a cable of 1,000 compartments: `cargo bench --bench cable -- --quick`.

#![allow(missing_docs, reason = "criterion's macros make public functions without documentation")]

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use neurocomp::cable::{Cable, CableOptions, CableParams, ChannelDensity, Stimulus};

const COMPARTMENTS: usize = 1000;
const STEPS: usize = 2000;
const DT: f64 = 0.025;

fn simulate(cable: &Cable) -> f64 {
    let options = CableOptions { record_every: 100, ..Default::default() };
    let duration = STEPS as f64 * DT;
    let stimuli = [Stimulus::step(0, 100.0, 1.0, 2.0)];
    let run = cable.simulate_with(&stimuli, DT, duration, options);
    run.expect("a simulation that works").v.sum()
}

fn cables(criterion: &mut Criterion) {
    let params = CableParams::squid();
    let passive = Cable::unbranched(COMPARTMENTS, 50_000.0, 50.0, params).expect("a cable");
    let active = passive.clone().with_channels(0..COMPARTMENTS, ChannelDensity::default()).expect("channels");
    let mut group = criterion.benchmark_group("steps of 1000 compartments");
    group.throughput(Throughput::Elements(STEPS as u64));
    group.bench_function("passive", |bencher| bencher.iter(|| simulate(&passive)));
    group.bench_function("hodgkin_huxley", |bencher| bencher.iter(|| simulate(&active)));
    group.finish();
}

criterion_group!(benches, cables);
criterion_main!(benches);
