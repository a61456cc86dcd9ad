//! How the time of the rate models grows with their size: `cargo bench --bench rate`. The line `thrpt` counts what is
//! named in each group; where it stays the same from size to size, the time grows in proportion to it.

// criterion_group! makes a public function.
#![allow(missing_docs)]

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use neurocomp::ndarray::{Array1, s};
use neurocomp::rate::network::{RateNetwork, RateNetworkParams, eigenvalues, random_weights, sparse_random_weights};
use neurocomp::rate::population::{Population, PopulationParams, PulseInput};
use neurocomp::rate::reservoir::{Reservoir, ReservoirParams};
use neurocomp::rate::ring::{Ring, RingParams};
use neurocomp::rate::wilson_cowan::{WilsonCowan, WilsonCowanParams};
use std::hint::black_box;
use std::time::Duration;

const STEPS: u64 = 100;

fn start(n: usize) -> Array1<f64> {
    Array1::from_shape_fn(n, |k| (1.7 * k as f64).sin())
}

/// Weights used in a simulation of 100 steps, 4 times each.
fn network(c: &mut Criterion) {
    let mut group = c.benchmark_group("network");
    for n in [50, 100, 200, 400, 800, 1600] {
        group.throughput(Throughput::Elements(4 * STEPS * (n * n) as u64));
        let weights = random_weights(n, 1.5, 1).expect("a network");
        let dense = RateNetwork::new(RateNetworkParams::default(), weights).expect("a network");
        let zeros = Array1::zeros(n);
        group.bench_function(BenchmarkId::new("dense", n), |bench| {
            bench.iter(|| dense.simulate(black_box(&start(n)), &zeros, 0.1, 0.1 * STEPS as f64))
        });
    }
    for n in [400, 800, 1600, 3200] {
        let weights = sparse_random_weights(n, 0.05, 1.5, 1).expect("a network");
        group.throughput(Throughput::Elements(4 * STEPS * weights.entries() as u64));
        let sparse = RateNetwork::new_sparse(RateNetworkParams::default(), weights).expect("a network");
        let zeros = Array1::zeros(n);
        group.bench_function(BenchmarkId::new("sparse_5_percent", n), |bench| {
            bench.iter(|| sparse.simulate(black_box(&start(n)), &zeros, 0.1, 0.1 * STEPS as f64))
        });
    }
    group.finish();
}

/// N³ for the eigenvalues.
fn spectrum(c: &mut Criterion) {
    let mut group = c.benchmark_group("eigenvalues");
    for n in [50, 100, 200, 400] {
        group.throughput(Throughput::Elements((n as u64).pow(3)));
        let weights = random_weights(n, 1.0, 1).expect("weights");
        group.bench_function(BenchmarkId::from_parameter(n), |bench| bench.iter(|| eigenvalues(black_box(&weights))));
    }
    group.finish();
}

/// Units times steps of a ring.
fn ring(c: &mut Criterion) {
    let mut group = c.benchmark_group("ring");
    for units in [32, 128, 512, 2048] {
        group.throughput(Throughput::Elements(STEPS * units as u64));
        let ring = Ring::new(RingParams { units, ..Default::default() }).expect("a ring");
        let silence = Array1::zeros(units);
        group.bench_function(BenchmarkId::new("simulate", units), |bench| {
            bench.iter(|| ring.simulate(black_box(&silence), &[], 1.0, STEPS as f64))
        });
        group.bench_function(BenchmarkId::new("simulate_noisy", units), |bench| {
            bench.iter(|| ring.simulate_noisy(black_box(&silence), &[], 5.0, 1.0, STEPS as f64, 1))
        });
    }
    group.finish();
}

/// Units of a reservoir that learns 1000 steps of a sine.
fn reservoir(c: &mut Criterion) {
    let sine = Array1::from_shape_fn(1000, |k| (std::f64::consts::TAU * k as f64 / 100.0).sin());
    let mut group = c.benchmark_group("reservoir");
    for units in [50, 100, 200, 400] {
        group.throughput(Throughput::Elements((units * units) as u64));
        let reservoir = Reservoir::new(ReservoirParams { units, ..Default::default() }).expect("a reservoir");
        group.bench_function(BenchmarkId::new("learn_pattern", units), |bench| {
            bench.iter(|| reservoir.learn_pattern(black_box(&sine.slice(s![..])), 1.0, 100, 1e-6))
        });
    }
    group.finish();
}

/// What a slider moves: one call each.
fn one_call(c: &mut Criterion) {
    let mut group = c.benchmark_group("one_call");
    let population = Population::new(PopulationParams::default()).expect("the default population");
    group.bench_function("population/fixed_points", |bench| bench.iter(|| population.fixed_points(black_box(-10.0))));
    group.bench_function("population/diagram_in_input", |bench| {
        bench.iter(|| population.diagram_in_input(black_box(-50.0), 30.0, 400))
    });
    let input = PulseInput::constant(-10.0);
    group.bench_function("population/simulate_10000_steps", |bench| {
        bench.iter(|| population.simulate(black_box(&input), 1.0, 0.01, 100.0))
    });
    let pair = WilsonCowan::new(WilsonCowanParams::default()).expect("the default pair");
    group.bench_function("wilson_cowan/fixed_points", |bench| bench.iter(|| black_box(&pair).fixed_points()));
    group.bench_function("wilson_cowan/oscillation", |bench| bench.iter(|| black_box(&pair).oscillation()));
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_millis(600));
    targets = network, spectrum, ring, reservoir, one_call
}
criterion_main!(benches);
