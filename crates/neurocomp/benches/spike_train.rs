//! How long the statistics of a million spikes take: `cargo bench --bench spike_train`.
//!
//! The train is Poisson at 100 Hz for 10,000 s, which is 10⁷ samples of a millisecond.

use std::hint::black_box;
use std::time::Duration;

use criterion::Criterion;
use neurocomp::spike_train::distance::{isi_distance, spike_distance, van_rossum, victor_purpura};
use neurocomp::spike_train::{Kernel, SpikeTrain, autocorrelogram, cross_correlogram, psth, spike_time_tiling};
use rand::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

const SPIKES: usize = 1_000_000;

fn poisson(spikes: usize, seed: u64) -> SpikeTrain {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
    let mut t = 0.0;
    let times: Vec<f64> = std::iter::repeat_with(|| {
        t -= (1.0 - rng.random::<f64>()).ln() * 10.0;
        t
    })
    .take_while(|&t| t < 10.0 * spikes as f64)
    .collect();
    SpikeTrain::new(times, 0.0, 10.0 * spikes as f64).expect("times in order")
}

fn one_train(c: &mut Criterion) {
    let train = poisson(SPIKES, 1);
    let mut group = c.benchmark_group("a million spikes");
    group.sample_size(10).warm_up_time(Duration::from_millis(200)).measurement_time(Duration::from_secs(1));
    group.bench_function("isi", |b| b.iter(|| black_box(&train).isi()));
    group.bench_function("cv", |b| b.iter(|| black_box(&train).cv()));
    group.bench_function("cv2", |b| b.iter(|| black_box(&train).cv2()));
    group.bench_function("lv", |b| b.iter(|| black_box(&train).lv()));
    group.bench_function("fano, windows of 100 ms", |b| b.iter(|| black_box(&train).fano_factors(&[100.0])));
    group.bench_function("isi histogram, 100 bins", |b| b.iter(|| black_box(&train).isi_histogram(100, 100.0)));
    group.bench_function("hazard, 1 ms", |b| b.iter(|| black_box(&train).hazard(1.0)));
    group.bench_function("psth, 20 ms", |b| b.iter(|| psth(std::slice::from_ref(black_box(&train)), 20.0)));
    group.bench_function("autocorrelogram ±100 ms, 1 ms", |b| {
        b.iter(|| autocorrelogram(black_box(&train), 100.0, 1.0))
    });
    for (name, kernel) in [
        ("gaussian, width 10 ms", Kernel::Gaussian { width: 10.0 }),
        ("exponential, tau 10 ms", Kernel::Exponential { tau: 10.0 }),
        ("alpha, tau 10 ms", Kernel::Alpha { tau: 10.0 }),
    ] {
        group
            .bench_function(format!("rate at 1 ms, {name}"), |b| b.iter(|| black_box(&train).kernel_rate(kernel, 1.0)));
    }
    group.finish();
}

fn two_trains(c: &mut Criterion) {
    let (x, y) = (poisson(SPIKES, 1), poisson(SPIKES, 2));
    let (short_x, short_y) = (poisson(2000, 1), poisson(2000, 2));
    let mut group = c.benchmark_group("two trains of a million");
    group.sample_size(10).warm_up_time(Duration::from_millis(200)).measurement_time(Duration::from_secs(1));
    group.bench_function("cross-correlogram ±100 ms, 1 ms", |b| {
        b.iter(|| cross_correlogram(black_box(&x), &y, 100.0, 1.0))
    });
    group.bench_function("tiling, 5 ms", |b| b.iter(|| spike_time_tiling(black_box(&x), &y, 5.0)));
    group.bench_function("van Rossum, 10 ms", |b| b.iter(|| van_rossum(black_box(&x), &y, 10.0)));
    group.bench_function("ISI-distance", |b| b.iter(|| isi_distance(black_box(&x), &y)));
    group.bench_function("SPIKE-distance", |b| b.iter(|| spike_distance(black_box(&x), &y)));
    group.bench_function("Victor–Purpura, two of 2000", |b| {
        b.iter(|| victor_purpura(black_box(&short_x), &short_y, 0.1))
    });
    group.finish();
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    one_train(&mut criterion);
    two_trains(&mut criterion);
    criterion.final_summary();
}
