//! How long perceptrons take. On MNIST where NEUROCOMP_DATA has it, on drawn digits otherwise; the names say which.
//!
//!     NEUROCOMP_DATA=… cargo bench --bench perceptron
//!
//! To compare with scikit-learn: `tests/oracles/perceptron.py FOLDER`.

// Criterion's macro makes a public function.
#![allow(missing_docs)]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use neurocomp::digits::{self, Source};
use neurocomp::perceptron::digit_network::DigitNetwork;
use neurocomp::perceptron::digit_perceptron::{DigitParams, DigitPerceptron, DigitScheme};
use neurocomp::perceptron::two_layer::TwoLayerParams;
use neurocomp::perceptron::{LearningParams, Perceptron, capacity};

fn on_digits(c: &mut Criterion) {
    let digits = digits::mnist_or_drawn(1).expect("digits can be drawn");
    let name = if digits.source == Source::Mnist { "MNIST" } else { "drawn, not MNIST" };
    let mut group = c.benchmark_group(name);
    group.sample_size(10);
    for (what, scheme) in [("45 pairs", DigitScheme::Pairwise), ("one against all", DigitScheme::OneAgainstAll)] {
        let params = DigitParams { scheme, ..Default::default() };
        group.bench_function(format!("{what}, 10 epochs"), |b| {
            b.iter(|| DigitPerceptron::train(black_box(&digits.train), params));
        });
    }
    let trained = DigitPerceptron::train(&digits.train, DigitParams::default()).expect("parameters are allowed");
    group.bench_function("45 pairs, 10,000 answers", |b| b.iter(|| trained.averaged.answers(black_box(&digits.test))));
    let params = TwoLayerParams { epochs: 1, ..Default::default() };
    group.bench_function("two layers, 128 hidden, 1 epoch", |b| {
        b.iter(|| DigitNetwork::train(black_box(&digits.train), &digits.test, params));
    });
    group.finish();
}

fn small(c: &mut Criterion) {
    let mut group = c.benchmark_group("perceptron");
    group.sample_size(10);
    group.bench_function("draw 1,000 digits", |b| b.iter(|| digits::draw(black_box(1000), 1, 1)));
    let (x, y, _) = capacity::teacher_examples(1000, 50, 0.05, 1).expect("parameters are allowed");
    let start = Perceptron::zeros(50).expect("50 is allowed");
    group.bench_function("learn 1,000 examples of 50 inputs", |b| {
        b.iter(|| start.learn(black_box(&x), &y, LearningParams::default()));
    });
    group.bench_function("100 sets of 40 examples of 20 inputs separable?", |b| {
        b.iter(|| capacity::measured_fraction(black_box(40), 20, 100, 1));
    });
    group.finish();
}

criterion_group!(benches, small, on_digits);
criterion_main!(benches);
