use std::f64::consts::TAU;

use ndarray::{array, s};

use super::*;

fn usual() -> Reservoir {
    Reservoir::new(ReservoirParams::default()).unwrap()
}

/// Uniform random numbers between −1 and 1.
fn uniform(len: usize, seed: u64) -> Array1<f64> {
    let mut random = generator(seed);
    Array1::from_shape_simple_fn(len, || 2.0 * random.random::<f64>() - 1.0)
}

#[test]
fn a_sine_goes_on_in_time_not_learned() {
    for period in [40.0, 100.0, 200.0] {
        let sine = Array1::from_shape_fn(3000, |k| (TAU * k as f64 / period).sin());
        let mut generator = usual().learn_pattern(&sine.slice(s![..1200]), 1.0, 200, 1e-6).unwrap();
        let alone = generator.generate(1800).unwrap();
        let error = relative_error(&alone, &sine.slice(s![1200..])).unwrap();
        assert!(error < 0.05, "period {period} ms: {error}");
    }
}

#[test]
fn a_pattern_of_several_frequencies_goes_on() {
    let pattern = Array1::from_shape_fn(3600, |k| {
        let phase = TAU * k as f64 / 120.0;
        0.6 * phase.sin() + 0.3 * (2.0 * phase + 1.0).sin() + 0.2 * (3.0 * phase).cos()
    });
    let mut generator = usual().learn_pattern(&pattern.slice(s![..1800]), 1.0, 240, 1e-6).unwrap();
    let alone = generator.generate(1800).unwrap();
    let error = relative_error(&alone, &pattern.slice(s![1800..])).unwrap();
    assert!(error < 0.1, "{error}");
}

#[test]
fn going_on_in_two_parts_is_going_on_at_once() {
    let sine = Array1::from_shape_fn(600, |k| (TAU * k as f64 / 100.0).sin());
    let learned = usual().learn_pattern(&sine, 1.0, 100, 1e-6).unwrap();
    let (mut once, mut twice) = (learned.clone(), learned);
    let all = once.generate(50).unwrap();
    let (first, second) = (twice.generate(20).unwrap(), twice.generate(30).unwrap());
    assert_eq!(all.slice(s![..20]), first);
    assert_eq!(all.slice(s![20..]), second);
}

#[test]
fn the_past_is_forgotten_and_the_capacity_is_at_most_the_number_of_units() {
    // How much of the input's past can be read out: Σ over delays of 1 − error² cannot exceed N (Jaeger 2001).
    let params = ReservoirParams { units: 40, tau: 1.0, g: 0.8, input_weight: 0.1, bias: 0.0, ..Default::default() };
    let reservoir = Reservoir::new(params).unwrap();
    let input = uniform(4000, 5);
    let recall = |delay: usize| {
        let delayed = Array1::from_shape_fn(4000, |k| if k < delay { 0.0 } else { input[k - delay] });
        let mut trained =
            reservoir.learn_response(&input.slice(s![..2000]), &delayed.slice(s![..2000]), 1.0, 200, 1e-10).unwrap();
        let answer = trained.respond(&input.slice(s![2000..])).unwrap();
        let error = relative_error(&answer, &delayed.slice(s![2000..])).unwrap();
        (1.0 - error * error).max(0.0)
    };
    let found: Vec<f64> = (0..60).step_by(3).map(recall).collect();
    assert!(found[0] > 0.99 && found[1] > 0.9, "{found:?}");
    assert!(found[19] < 0.1, "{found:?}");
    assert!(3.0 * found.iter().sum::<f64>() < 40.0 * 1.1, "{found:?}");
}

#[test]
fn a_function_of_the_past_that_is_not_linear() {
    let params = ReservoirParams { tau: 1.0, g: 0.5, bias: 0.8, ..Default::default() };
    let input = uniform(4000, 6);
    let target = Array1::from_shape_fn(4000, |k| if k < 3 { 0.0 } else { input[k] * input[k - 1] });
    let mut trained = Reservoir::new(params)
        .unwrap()
        .learn_response(&input.slice(s![..3000]), &target.slice(s![..3000]), 1.0, 100, 1e-6)
        .unwrap();
    let answer = trained.respond(&input.slice(s![3000..])).unwrap();
    let error = relative_error(&answer, &target.slice(s![3000..])).unwrap();
    assert!(error < 0.3, "{error}");
}

#[test]
fn ridge_regression_solves_its_normal_equations() {
    let x = uniform(150, 2).into_shape_with_order((30, 5)).unwrap();
    let y = Array1::from_shape_fn(30, |i| (i as f64 * 0.4).cos());
    for lambda in [0.0, 0.1, 10.0] {
        let w = ridge_regression(&x, &y, lambda).unwrap();
        let gradient = x.t().dot(&(x.dot(&w) - &y)) + lambda * &w;
        assert!(gradient.iter().all(|g| g.abs() < 1e-11), "{gradient}");
    }
    // The penalty makes weights shrink, to Xᵀy/λ in the end.
    let size = |lambda: f64| ridge_regression(&x, &y, lambda).unwrap().mapv(|w| w * w).sum();
    assert!(size(0.0) > size(1.0) && size(1.0) > size(10.0));
    let w = ridge_regression(&x, &y, 1e9).unwrap();
    assert!((w * 1e9 - x.t().dot(&y)).iter().all(|d| d.abs() < 1e-6));
}

#[test]
fn columns_that_depend_on_each_other_are_refused_without_penalty() {
    let x = array![[1.0, 1.0], [1.0, 1.0], [1.0, 1.0]];
    let y = array![1.0, 2.0, 3.0];
    assert!(matches!(ridge_regression(&x, &y, 0.0), Err(Error::NoSolution { .. })));
    let w = ridge_regression(&x, &y, 1e-6).unwrap();
    assert!((w[0] - 1.0).abs() < 1e-5 && (w[1] - 1.0).abs() < 1e-5);
}

#[test]
fn the_relative_error_of_the_mean_is_one() {
    let target = array![1.0, 2.0, 4.0, 5.0];
    assert_eq!(relative_error(&target, &target), Ok(0.0));
    assert!((relative_error(&Array1::from_elem(4, 3.0), &target).unwrap() - 1.0).abs() < 1e-15);
    assert!(relative_error(&array![1.0, 1.0], &array![2.0, 2.0]).is_err());
}

#[test]
fn the_same_seed_gives_the_same_network() {
    assert_eq!(usual(), usual());
    assert_ne!(usual(), Reservoir::new(ReservoirParams { seed: 2, ..Default::default() }).unwrap());
}

#[test]
fn refusals_name_the_parameter() {
    let said = |params| Reservoir::new(params).unwrap_err().to_string();
    let base = ReservoirParams::default();
    assert_eq!(said(ReservoirParams { units: 0, ..base }), "units must be from 1 to 3000, received 0");
    assert_eq!(said(ReservoirParams { g: -1.0, ..base }), "g must be finite and >= 0, received -1");
    assert_eq!(said(ReservoirParams { bias: f64::NAN, ..base }), "bias must be finite and >= 0, received NaN");
    let target = Array1::ones(10);
    assert!(usual().learn_pattern(&target, 1.0, 10, 0.1).is_err());
    assert!(usual().learn_pattern(&target, 20.0, 1, 0.1).is_err());
    assert!(usual().learn_pattern(&target, 1.0, 1, -0.1).is_err());
    assert!(usual().learn_response(&Array1::ones(9), &target, 1.0, 1, 0.1).is_err());
}
