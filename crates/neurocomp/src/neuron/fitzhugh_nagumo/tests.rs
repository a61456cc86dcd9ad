use ndarray::{Array1, array};
use proptest::prelude::*;

use super::*;
use crate::Result;

mod phase_plane;

fn course() -> FitzHughNagumo {
    FitzHughNagumo::new(FitzHughNagumoParams::default()).unwrap()
}

fn with(epsilon: f64, a: f64, b: f64) -> FitzHughNagumo {
    FitzHughNagumo::new(FitzHughNagumoParams { epsilon, a, b }).unwrap()
}

#[test]
fn the_method_is_of_fourth_order() {
    // Over a spike; a pulse of 2, then nothing, in pieces of 5 which all steps divide.
    let end = |dt: f64| {
        let each = (5.0_f64 / dt).round() as usize;
        let current = Array1::from_shape_fn(6 * each, |k| if k < each { 2.0 } else { 0.0 });
        let run = course().simulate_input(-1.2, -0.6, &current, dt).unwrap();
        [run.v[run.v.len() - 1], run.w[run.w.len() - 1]]
    };
    let exact = end(0.001);
    let errors: Vec<[f64; 2]> = [0.1, 0.05, 0.025].map(|dt| [0, 1].map(|x| (end(dt)[x] - exact[x]).abs())).to_vec();
    for pair in errors.windows(2) {
        for (coarse, fine) in pair[0].iter().zip(pair[1]) {
            let order = (coarse / fine).log2();
            assert!((order - 4.0).abs() < 0.3, "order {order}: {errors:?}");
        }
    }
}

#[test]
fn a_fixed_point_stays_and_small_deviations_follow_the_eigenvalues() {
    let neuron = course();
    let rest = neuron.fixed_points(0.0).unwrap()[0];
    let run = neuron.simulate(rest.v, rest.w, 0.0, 0.05, 500.0).unwrap();
    assert!(run.v.iter().all(|v| (v - rest.v).abs() < 1e-12));
    // e^(J t) x
    let run = neuron.simulate(rest.v + 1e-5, rest.w, 0.0, 0.01, 20.0).unwrap();
    for k in [100, 500, 2000] {
        let linear = (neuron.jacobian(rest.v) * run.t[k]).exp() * nalgebra::Vector2::new(1e-5, 0.0);
        assert!((run.v[k] - rest.v - linear[0]).abs() < 1e-9, "{k}");
        assert!((run.w[k] - rest.w - linear[1]).abs() < 1e-9, "{k}");
    }
}

#[test]
fn the_four_currents_of_the_course() {
    // I = 0 and 5 rest, 0.7 and 1 fire, wherever one begins.
    for (current, fires) in [(0.0, false), (0.7, true), (1.0, true), (5.0, false)] {
        for (v0, w0) in [(-1.0, -0.5), (2.0, 1.5)] {
            let run = course().simulate(v0, w0, current, 0.05, 1000.0).unwrap();
            let late = run.spikes.times().iter().filter(|&&t| t > 500.0).count();
            assert_eq!(late > 5, fires, "I = {current}");
            if !fires {
                let point = course().fixed_points(current).unwrap()[0];
                assert!((run.v[20_000] - point.v).abs() < 1e-9);
                assert!((run.w[20_000] - point.w).abs() < 1e-9);
            }
        }
    }
}

#[test]
fn oscillation_begins_and_ends_at_the_hopf_currents() {
    let (begin, end) = course().hopf_currents().unwrap();
    // A tiny deviation from the fixed point grows to spikes inside of the interval only.
    let grows = |current: f64| {
        let point = course().fixed_points(current).unwrap()[0];
        let run = course().simulate(point.v + 1e-3, point.w, current, 0.1, 3000.0).unwrap();
        let late = run.v.iter().skip(25_000);
        late.map(|v| (v - point.v).abs()).fold(0.0, f64::max) > 0.5
    };
    assert!(!grows(begin - 0.005) && grows(begin + 0.005));
    assert!(grows(end - 0.005) && !grows(end + 0.005));
    // The f–I curve of the course says the same, in its steps of 0.05.
    let currents = Array1::from_shape_fn(31, |k| 0.05 * k as f64);
    let rates = course().rate_curve(&currents, 0.05, 1000.0).unwrap();
    for (current, rate) in currents.iter().zip(&rates) {
        assert_eq!(*rate > 0.0, (begin..end).contains(current), "{current}: {rate}");
    }
    // A jump, then almost one rate: between 22 and 30 Hz.
    assert!(rates.iter().all(|&rate| rate == 0.0 || (20.0..32.0).contains(&rate)), "{rates}");
}

#[test]
fn the_mirror_image_of_the_model_is_the_model() {
    // V → −V, W → 2a/b − W, I → 2a/b − I turns the equations into themselves.
    let neuron = course();
    let p = neuron.params();
    for current in [0.2, 0.5, 0.875, 1.3] {
        let mirror = 2.0 * p.a / p.b - current;
        let (one, other) = (neuron.fixed_points(current).unwrap()[0], neuron.fixed_points(mirror).unwrap()[0]);
        assert!((one.v + other.v).abs() < 1e-14);
        assert_eq!(one.stability, other.stability);
    }
    let rates = neuron.rate_curve(&array![0.5, 1.25], 0.02, 1000.0).unwrap();
    assert!((rates[0] - rates[1]).abs() < 1e-6, "{rates}");
}

#[test]
fn the_rate_is_that_of_the_intervals() {
    let rates = course().rate_curve(&array![0.5], 0.01, 1000.0).unwrap();
    let run = course().simulate(-1.0, 0.0, 0.5, 0.01, 1000.0).unwrap();
    let isi = run.spikes.isi();
    assert!((rates[0] - 1000.0 / isi[isi.len() - 1]).abs() < 1e-4);
    // Period under I = 0.5, scipy's DOP853 at rtol 1e-12: tests/oracles/fitzhugh_nagumo.py.
    assert!((isi[isi.len() - 1] - PERIOD).abs() < 1e-4, "{isi}");
}

const PERIOD: f64 = 39.474_414_98;

#[test]
fn a_time_course_agrees_with_scipy() {
    // From (−1, −0.5) under I = 0.7, DOP853 at rtol 1e-12: tests/oracles/fitzhugh_nagumo.py.
    let run = course().simulate(-1.0, -0.5, 0.7, 0.01, 100.0).unwrap();
    for (t, v, w) in TIME_COURSE {
        let k = (t / 0.01_f64).round() as usize;
        assert!((run.v[k] - v).abs() < 1e-6, "{} at {t}", run.v[k]);
        assert!((run.w[k] - w).abs() < 1e-6, "{} at {t}", run.w[k]);
    }
}

const TIME_COURSE: [(f64, f64, f64); 4] = [
    (5.0, 1.947970526164, 0.253211029839),
    (20.0, -0.909124700217, 1.481167219463),
    (50.0, 1.345379901819, 1.322156810750),
    (100.0, -1.696558999715, 0.569439006808),
];

fn refused<T: std::fmt::Debug>(result: Result<T>, said: &str) {
    let message = result.unwrap_err().to_string();
    assert!(message.contains(said), "{message:?} should contain {said:?}");
}

#[test]
fn what_makes_no_sense_is_refused() {
    let default = FitzHughNagumoParams::default();
    let new = FitzHughNagumo::new;
    refused(new(FitzHughNagumoParams { epsilon: 0.0, ..default }), "epsilon must be finite and 0.000001 to 1000");
    refused(new(FitzHughNagumoParams { a: f64::NAN, ..default }), "a must be finite and -1000 to 1000, received NaN");
    refused(new(FitzHughNagumoParams { b: -0.8, ..default }), "b must be finite and 0.001 to 1000, received -0.8");
    let neuron = course();
    refused(neuron.simulate(f64::NAN, 0.0, 0.0, 0.1, 1.0), "v0 must be finite");
    refused(neuron.simulate(0.0, 1e9, 0.0, 0.1, 1.0), "w0 must be finite");
    refused(neuron.simulate(0.0, 0.0, f64::INFINITY, 0.1, 1.0), "current must be finite");
    refused(neuron.simulate(0.0, 0.0, 0.0, 0.0, 1.0), "dt must be finite and > 0");
    refused(neuron.simulate(0.0, 0.0, 0.0, 1e-9, 1.0), "steps");
    refused(neuron.simulate_input(0.0, 0.0, &Array1::zeros(0), 0.1), "current must have at least 1 element");
    refused(neuron.fixed_points(f64::NAN), "current");
    refused(neuron.nullclines(&array![0.0, f64::NAN], 0.0), "v[1]");
    refused(neuron.vector_field(&array![0.0], &Array1::zeros(0), 0.0), "w must have");
    refused(neuron.rate_curve(&array![0.1, -1e4], 0.1, 10.0), "currents[1]");
    refused(neuron.rate_curve(&Array1::zeros(1000), 0.001, 10_000.0), "1000000 steps");
    // Far away V³/3 is too fast for this step.
    refused(neuron.simulate(100.0, 0.0, 0.0, 0.05, 10.0), "V to stay finite; with 0.05 it ran away after t = 0");
    assert!(neuron.simulate(100.0, 0.0, 0.0, 0.0001, 1.0).is_ok());
}

#[test]
fn results_print_as_one_line() {
    let neuron = course();
    let run = neuron.simulate(-1.0, -0.5, 0.7, 0.1, 100.0).unwrap();
    let v = Array1::linspace(-2.0, 2.0, 401);
    for (text, begin) in [
        (format!("{run:?}"), "FitzHughNagumoRun { 1001 samples, v = -"),
        (
            format!("{:?}", neuron.nullclines(&v, 0.0).unwrap()),
            "FitzHughNagumoNullclines { 401 potentials, v = -2.000 … 2.000, ",
        ),
        (format!("{:?}", neuron.vector_field(&v, &v, 0.0).unwrap()), "FitzHughNagumoField { 401 × 401 (W × V), "),
        (
            format!("{:?}", neuron.fixed_points(0.0).unwrap()[0]),
            "FixedPoint { v = -1.1994, w = -0.6243, stable focus, λ = -",
        ),
    ] {
        assert!(text.starts_with(begin), "{text}");
        assert!(text.len() < 200 && !text.contains('\n'), "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn runs_stay_in_a_box(v0 in -3.0..3.0_f64, w0 in -3.0..3.0_f64, current in -2.0..3.0_f64) {
        let run = course().simulate(v0, w0, current, 0.05, 300.0).unwrap();
        // On the border of this box all arrows point inwards.
        prop_assert!(run.v.iter().all(|v| v.abs() < 5.0));
        prop_assert!(run.w.iter().all(|w| w.abs() < 8.0));
    }
}
