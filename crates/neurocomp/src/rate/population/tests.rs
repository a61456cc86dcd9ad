use proptest::prelude::*;

use super::*;
use crate::rate::transfer::{LogisticFromZero, PowerLaw, Sigmoid, Tanh, ThresholdLinear};

mod diagrams;
mod in_time;

fn with(w: f64, transfer: impl Into<Transfer>) -> Population {
    let transfer = transfer.into();
    Population::new(PopulationParams { tau: 1.0, w, transfer }).unwrap()
}

fn course(w: f64) -> Population {
    with(w, Sigmoid::default())
}

#[test]
fn the_two_states_of_the_course_and_the_one_between() {
    // tests/oracles/rate_wilson_cowan.py (scipy 1.17.1).
    let points = course(0.1).fixed_points(-10.0).unwrap();
    let rates: Vec<f64> = points.iter().map(|point| point.r).collect();
    for (r, reference) in rates.iter().zip([0.168810726881, 187.155931022489, 499.996927535123]) {
        assert!((r - reference).abs() < 1e-9, "{r} for {reference}");
    }
    use PopulationStability::{Stable, Unstable};
    assert_eq!(points.iter().map(|p| p.stability).collect::<Vec<_>>(), [Stable, Unstable, Stable]);
    assert!(points.iter().all(|p| (p.eigenvalue < 0.0) == (p.stability == Stable)));
}

#[test]
fn inhibition_leaves_one_stable_state() {
    let population = course(-1.0);
    let mut last = 0.0;
    for i_ext in -10..=100 {
        let points = population.fixed_points(f64::from(i_ext)).unwrap();
        assert_eq!((points.len(), points[0].stability), (1, PopulationStability::Stable));
        assert!(points[0].r > last);
        last = points[0].r;
    }
    // Strong inhibition makes the f–I curve shallow: its slope is Φ'/(1 + |w| Φ') < 1/|w|.
    assert!(last < 100.0);
}

proptest! {
    /// A search on a fine grid never finds more than the solver, and the solver's zeros are zeros.
    #[test]
    fn no_fixed_point_is_missed(
        w in -0.5..0.5_f64,
        i_ext in -60.0..40.0_f64,
        steep in 0.05..2.0_f64,
        which in 0..4_usize,
    ) {
        let (transfer, w): (Transfer, f64) = match which {
            0 => (Sigmoid { kappa: steep, ..Default::default() }.into(), w),
            1 => (ThresholdLinear { gain: 20.0 * steep, ..Default::default() }.into(), w),
            2 => (LogisticFromZero { slope: steep, theta: 4.0 }.into(), 40.0 * w),
            _ => (Tanh { gain: steep }.into(), 10.0 * w),
        };
        let population = with(w, transfer);
        let points = population.fixed_points(i_ext).unwrap();
        let scale = transfer.highest();
        for point in &points {
            let (below, above) = (point.r - 1e-9 * scale, point.r + 1e-9 * scale);
            prop_assert!(population.dr_dt(i_ext, below) * population.dr_dt(i_ext, above) <= 1e-12 * scale);
        }
        let grid: Vec<i8> = (0..=5000)
            .map(|k| transfer.lowest() + (scale - transfer.lowest()) * k as f64 / 5000.0)
            .map(|r| sign(population.dr_dt(i_ext, r)))
            .filter(|&sign| sign != 0)
            .collect();
        let changes = grid.windows(2).filter(|pair| pair[0] != pair[1]).count();
        prop_assert!(points.len() >= changes, "{changes} on the grid, {points:?}");
        // From far below and far above the rate moves towards them: stable and unstable ones alternate.
        let stable = points.iter().filter(|p| p.stability == PopulationStability::Stable).count();
        let unstable = points.iter().filter(|p| p.stability == PopulationStability::Unstable).count();
        prop_assert_eq!(stable, unstable + 1);
    }
}

#[test]
fn the_quadratic_equation_of_a_power_law() {
    // r = k (I + w r)² has the roots (1 − 2 k w I ± √(1 − 4 k w I))/(2 k w²).
    let (k, w, i_ext) = (0.04, 0.5, 8.0);
    let points = with(w, PowerLaw { gain: k, exponent: 2.0, i_thresh: 0.0 }).fixed_points(i_ext).unwrap();
    let root = (1.0 - 4.0 * k * w * i_ext).sqrt();
    for (point, s) in points.iter().zip([-1.0, 1.0]) {
        let exact = (1.0 - 2.0 * k * w * i_ext + s * root) / (2.0 * k * w * w);
        assert!((point.r / exact - 1.0).abs() < 1e-12, "{point:?} for {exact}");
    }
    use PopulationStability::{Stable, Unstable};
    assert_eq!(points.iter().map(|p| p.stability).collect::<Vec<_>>(), [Stable, Unstable]);
    // Beyond k w I = 1/4 there is none: the rate runs away, from anywhere.
    let population = with(w, PowerLaw { gain: k, exponent: 2.0, i_thresh: 0.0 });
    assert!(population.fixed_points(13.0).unwrap().is_empty());
    assert_eq!(population.settle(13.0, 0.0), Err(crate::rate::error::runs_away()));
    assert_eq!(
        population.simulate(&PulseInput::constant(13.0), 0.0, 0.1, 1000.0),
        Err(crate::rate::error::runs_away())
    );
    // And below it, from above the unstable point only.
    assert_eq!(population.settle(i_ext, points[1].r + 1.0), Err(crate::rate::error::runs_away()));
    assert_eq!(population.settle(i_ext, points[1].r - 1.0), Ok(points[0].r));
}

#[test]
fn a_linear_population_amplifies_by_the_geometric_series() {
    // r = k I/(1 − k w) for k w < 1, and none for k w > 1 and I > 0.
    let linear = |w| with(w, PowerLaw { gain: 2.0, exponent: 1.0, i_thresh: 0.0 });
    for w in [-3.0, -0.1, 0.0, 0.2, 0.49] {
        let points = linear(w).fixed_points(7.0).unwrap();
        assert_eq!(points.len(), 1);
        assert!((points[0].r * (1.0 - 2.0 * w) / 14.0 - 1.0).abs() < 1e-12, "{w}: {points:?}");
    }
    assert!(linear(0.6).fixed_points(7.0).unwrap().is_empty());
    assert!(linear(0.5).fixed_points(7.0).unwrap().is_empty());
    // With inhibition from outside: silence, and an unstable rate above.
    let points = linear(0.6).fixed_points(-7.0).unwrap();
    assert_eq!((points[0].r, points[0].stability), (0.0, PopulationStability::Stable));
    assert!((points[1].r - 70.0).abs() < 1e-10 && points[1].stability == PopulationStability::Unstable);
    // A square root always has a state.
    let points = with(5.0, PowerLaw { gain: 3.0, exponent: 0.5, i_thresh: 0.0 }).fixed_points(0.0).unwrap();
    assert!((points.last().unwrap().r - 45.0).abs() < 1e-10, "{points:?}");
}

#[test]
fn a_line_of_fixed_points_is_given_by_its_ends() {
    // Gain 50 and w = 1/50: between threshold and saturation nothing moves if I = I_thresh.
    let points = with(0.02, ThresholdLinear::default()).fixed_points(5.0).unwrap();
    let found: Vec<_> = points.iter().map(|p| (p.r, p.stability)).collect();
    assert_eq!(found, [(0.0, PopulationStability::Neutral), (500.0, PopulationStability::Neutral)]);
}

#[test]
fn at_the_cusp_three_fixed_points_are_one() {
    // w Φ'(I_half) = 1, and I_ext such that r = r_max/2 is the fixed point: it still attracts, but not exponentially.
    let points = course(0.02).fixed_points(5.0).unwrap();
    assert_eq!(points.len(), 1);
    assert!((points[0].r - 250.0).abs() < 1e-9 && points[0].stability == PopulationStability::Stable);
    assert!(points[0].eigenvalue.abs() < 1e-12);
}

#[test]
fn settling_agrees_with_the_simulation() {
    for (w, i_ext) in [(0.1, -10.0), (0.1, -35.0), (0.1, 5.0), (-1.0, 30.0)] {
        let population = course(w);
        for r0 in [0.0, 100.0, 180.0, 190.0, 400.0, 600.0] {
            let run = population.simulate(&PulseInput::constant(i_ext), r0, 0.01, 60.0).unwrap();
            let settled = population.settle(i_ext, r0).unwrap();
            assert!((run.r[6000] - settled).abs() < 1e-6, "w {w}, I {i_ext}, r0 {r0}");
        }
    }
}

#[test]
fn refusals_name_the_parameter() {
    let error = |params| Population::new(params).unwrap_err().to_string();
    let base = PopulationParams::default();
    assert_eq!(error(PopulationParams { w: f64::NAN, ..base }), "w must be finite (nA/Hz), received NaN");
    let wrong = Sigmoid { r_max: -1.0, ..Default::default() }.into();
    assert!(error(PopulationParams { transfer: wrong, ..base }).contains("r_max"));
    let population = course(0.1);
    assert!(population.fixed_points(f64::INFINITY).is_err());
    assert!(population.settle(0.0, f64::NAN).is_err());
    assert!(population.f_i_curve(&Array1::zeros(0), 0.0).is_err());
    assert!(population.simulate(&PulseInput::constant(0.0), 0.0, 1.5, 10.0).is_err());
    let backwards = Pulse { t_start: 2.0, t_stop: 1.0, level: 0.0 };
    let input = PulseInput { baseline: 0.0, pulses: vec![backwards] };
    let message = population.simulate(&input, 0.0, 0.1, 10.0).unwrap_err().to_string();
    assert_eq!(message, "pulses[0].t_stop must be finite and > t_start (2 ms), received 1");
}
