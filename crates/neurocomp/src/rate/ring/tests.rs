use std::f64::consts::{FRAC_PI_2, PI};

use ndarray::array;

use super::*;
use crate::rate::transfer::PowerLaw;

fn ring(params: RingParams) -> Ring {
    Ring::new(params).unwrap()
}

fn usual() -> Ring {
    ring(RingParams::default())
}

/// Threshold-linear units without saturation, as Ben-Yishai et al. have them.
fn threshold_linear(units: usize, j0: f64, j1: f64) -> Ring {
    let transfer = PowerLaw { gain: 1.0, exponent: 1.0, i_thresh: 0.0 }.into();
    ring(RingParams { units, j0, j1, input: 1.0, transfer, ..Default::default() })
}

#[test]
fn the_bump_of_threshold_linear_units_has_its_closed_form() {
    // r = J₁ R (cos θ − cos θ_c) within ±θ_c. Its own cosine sum must be R, which gives J₁ = 2π/(θ_c − ½ sin 2θ_c); and
    // the edge is where the input is 0: −J₁ R cos θ_c = I + J₀ m with the mean m = J₁ R (sin θ_c − θ_c cos θ_c)/π.
    for theta_c in [1.3, FRAC_PI_2, 2.0_f64] {
        let j1 = 2.0 * PI / (theta_c - 0.5 * (2.0 * theta_c).sin());
        let (j0, units) = (-6.0, 400);
        let mean = (theta_c.sin() - theta_c * theta_c.cos()) / PI;
        let slope = 1.0 / (-theta_c.cos() - j0 * mean);
        let r = threshold_linear(units, j0, j1).bump(1.0).unwrap();
        let peak = r.fold(0.0, |a: f64, &b| a.max(b));
        assert!((peak / (slope * (1.0 - theta_c.cos())) - 1.0).abs() < 2e-3, "θ_c {theta_c}: {peak}");
        let (angle, length) = population_vector(&r).unwrap();
        assert!((length * j1 / slope - 1.0).abs() < 2e-3 && (angle - 1.0).abs() < 1e-2);
        let width = bump_width(&r).unwrap().unwrap();
        assert!((width - 2.0 * (0.5 * (1.0 + theta_c.cos())).acos()).abs() < 2e-2, "{width}");
    }
}

#[test]
fn without_enough_cosine_there_is_no_bump() {
    // Threshold-linear units need J₁ > 2.
    assert!(matches!(threshold_linear(100, -6.0, 1.9).bump(0.0), Err(Error::NoSolution { .. })));
    assert!(threshold_linear(100, -6.0, 2.5).bump(0.0).is_ok());
}

#[test]
fn the_cue_is_remembered_wherever_it_was() {
    let ring = usual();
    for position in [-3.0, -1.0, 0.3, 2.2] {
        let cue = RingCue { position, strength: 20.0, t_start: 50.0, t_stop: 150.0 };
        let run = ring.simulate(&Array1::zeros(128), &[cue], 1.0, 2000.0).unwrap();
        let (positions, strength) = (run.positions(), run.strength());
        assert!((positions[2000] - position).abs() < 1e-6, "{} for {position}", positions[2000]);
        // It neither moves nor fades from one second to the next.
        assert!((strength[2000] - strength[1000]).abs() < 1e-6 && strength[1000] > 100.0);
    }
}

#[test]
fn without_a_cue_silence_lasts_and_a_second_cue_wins() {
    let ring = usual();
    let silent = ring.simulate(&Array1::zeros(128), &[], 1.0, 1000.0).unwrap();
    assert!(silent.strength().iter().all(|&length| length < 1e-9));
    assert!(silent.r.row(1000).iter().all(|&r| r < 10.0));
    let cue = |position, t_start| RingCue { position, strength: 40.0, t_start, t_stop: t_start + 200.0 };
    let run = ring.simulate(&Array1::zeros(128), &[cue(0.5, 0.0), cue(2.0, 500.0)], 1.0, 1500.0).unwrap();
    assert!((run.positions()[450] - 0.5).abs() < 1e-6);
    assert!((run.positions()[1500] - 2.0).abs() < 0.1, "{}", run.positions()[1500]);
}

#[test]
fn cues_off_the_grid_do_not_cost_the_fourth_order() {
    let ring = ring(RingParams { units: 16, ..Default::default() });
    let cue = RingCue { position: 1.0, strength: 20.0, t_start: 1.234, t_stop: 11.11 };
    let end = |steps: usize| {
        let run = ring.simulate(&Array1::zeros(16), &[cue], 20.0 / steps as f64, 20.0).unwrap();
        run.r.row(steps).to_owned()
    };
    let exact = end(4096);
    let error = |steps: usize| (end(steps) - &exact).mapv(|d| d * d).sum().sqrt();
    for steps in [32, 64, 128] {
        let order = (error(steps) / error(2 * steps)).log2();
        assert!((3.4..5.2).contains(&order), "{order}");
    }
}

#[test]
fn the_ring_is_a_network_with_cosine_weights() {
    use crate::rate::network::{Form, RateNetwork, RateNetworkParams};
    let ring = ring(RingParams { units: 24, input: 1.0, ..Default::default() });
    let angles = ring.angles();
    let weights =
        ndarray::Array2::from_shape_fn((24, 24), |(i, j)| (-0.1 + 0.3 * (angles[i] - angles[j]).cos()) / 24.0);
    let params = RateNetworkParams { tau: 10.0, form: Form::Rates, transfer: Transfer::default() };
    let start = Array1::from_shape_fn(24, |k| 100.0 + 10.0 * k as f64);
    let dense = RateNetwork::new(params, weights).unwrap();
    let dense = dense.simulate(&start, &Array1::ones(24), 0.5, 100.0).unwrap();
    let run = ring.simulate(&start, &[], 0.5, 100.0).unwrap();
    for (a, b) in run.r.iter().zip(&dense.x) {
        assert!((a - b).abs() < 1e-8);
    }
}

#[test]
fn noise_makes_the_bump_diffuse_as_theory_says() {
    let ring = ring(RingParams { units: 64, ..Default::default() });
    let sigma = 20.0;
    let theory = ring.diffusion_of_weak_noise(sigma).unwrap();
    let drift = ring.drift(sigma, 1.0, 600.0, 600, 5).unwrap();
    assert!((drift.diffusion / theory - 1.0).abs() < 0.15, "{drift:?} for {theory:e}");
    // The variance grows in proportion to time.
    for k in [150, 300, 600] {
        let part = drift.variance[k] / (2.0 * theory * k as f64);
        assert!((part - 1.0).abs() < 0.2, "at {k} ms: {part}");
    }
}

#[test]
fn drift_does_not_depend_on_the_number_of_threads() {
    let ring = ring(RingParams { units: 16, ..Default::default() });
    let drift = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| ring.drift(10.0, 1.0, 50.0, 20, 1).unwrap())
    };
    assert_eq!(drift(1), drift(3));
}

#[test]
fn noise_alone_makes_rates_vary_by_sigma_over_the_square_root_of_two() {
    let ring = ring(RingParams { units: 50, j0: 0.0, j1: 0.0, input: 10.0, ..Default::default() });
    let run = ring.simulate_noisy(&Array1::from_elem(50, 250.0), &[], 3.0, 0.5, 4000.0, 1).unwrap();
    // Euler's steps make it larger by 1/(1 − dt/2τ).
    let late = run.r.slice(ndarray::s![1000.., ..]);
    let variance = late.mapv(|r| (r - 250.0).powi(2)).mean().unwrap();
    assert!((variance / (4.5 / (1.0 - 0.025)) - 1.0).abs() < 0.05, "{variance}");
}

#[test]
fn positions_are_counted_on_beyond_half_a_turn() {
    let angle = |k: usize| 0.2 * k as f64;
    let r = ndarray::Array2::from_shape_fn((100, 36), |(k, unit)| 1.0 + (TAU * unit as f64 / 36.0 - angle(k)).cos());
    let run = RingRun { t: Array1::linspace(0.0, 99.0, 100), r };
    for (k, &position) in run.positions().iter().enumerate() {
        assert!((position - angle(k)).abs() < 1e-9);
    }
    assert!(run.strength().iter().all(|length| (length - 0.5).abs() < 1e-12));
}

#[test]
fn widths_of_known_bumps() {
    // Triangle: half height over half of its base; across the end of the array as well.
    let triangle = array![3.0, 2.0, 1.0, 0.0, 0.0, 0.0, 1.0, 2.0];
    assert!((bump_width(&triangle).unwrap().unwrap() - 3.0 * TAU / 8.0).abs() < 1e-12);
    assert_eq!(bump_width(&Array1::ones(5)), Ok(None));
    assert_eq!(bump_width(&array![1.0, 0.0, 1.0, 0.0]), Ok(None));
}

#[test]
fn refusals_name_the_parameter() {
    let said = |params| Ring::new(params).unwrap_err().to_string();
    let base = RingParams::default();
    assert_eq!(said(RingParams { units: 2, ..base }), "units must be from 3 to 1000000, received 2");
    assert_eq!(said(RingParams { tau: 0.0, ..base }), "tau must be finite and > 0 ms, received 0");
    let cue = RingCue { position: 0.0, strength: 1.0, t_start: 5.0, t_stop: 5.0 };
    let error = usual().simulate(&Array1::zeros(128), &[cue], 1.0, 10.0).unwrap_err().to_string();
    assert_eq!(error, "cues[0].t_stop must be finite and > t_start (5 ms), received 5");
    assert!(usual().simulate(&Array1::zeros(3), &[], 1.0, 10.0).is_err());
    assert!(usual().drift(-1.0, 1.0, 10.0, 5, 1).is_err() && usual().drift(1.0, 1.0, 10.0, 1, 1).is_err());
}
