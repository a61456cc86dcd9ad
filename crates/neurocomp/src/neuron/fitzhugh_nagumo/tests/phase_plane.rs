use nalgebra::Matrix2;
use ndarray::Array1;
use proptest::prelude::*;

use super::{course, with};
use crate::phase_plane::{FixedPoint, Stability};

#[test]
fn nullclines_are_where_one_variable_stands_still() {
    let v = Array1::linspace(-2.5, 2.5, 101);
    let lines = course().nullclines(&v, 0.5).unwrap();
    for k in 0..v.len() {
        assert!(course().dv_dt(v[k], lines.dv_dt_zero[k], 0.5).abs() < 1e-14);
        assert!(course().dw_dt(v[k], lines.dw_dt_zero[k]).abs() < 1e-15);
    }
    // They cross once, at the fixed point.
    let above = |k: usize| lines.dv_dt_zero[k] > lines.dw_dt_zero[k];
    let crossings: Vec<usize> = (0..100).filter(|&k| above(k) != above(k + 1)).collect();
    let points = course().fixed_points(0.5).unwrap();
    assert_eq!((crossings.len(), points.len()), (1, 1));
    let k = crossings[0];
    assert!((v[k]..v[k + 1]).contains(&points[0].v));
}

#[test]
fn the_vector_field_is_the_right_hand_side() {
    let (v, w) = (Array1::linspace(-2.0, 2.0, 5), Array1::linspace(-1.0, 2.0, 4));
    let field = course().vector_field(&v, &w, 0.3).unwrap();
    assert_eq!((field.dv_dt.dim(), field.dw_dt.dim()), ((4, 5), (4, 5)));
    for row in 0..4 {
        for column in 0..5 {
            assert_eq!(field.dv_dt[[row, column]], course().dv_dt(v[column], w[row], 0.3));
            assert_eq!(field.dw_dt[[row, column]], course().dw_dt(v[column], w[row]));
        }
    }
}

#[test]
fn the_jacobian_is_that_of_the_field() {
    let (neuron, step) = (with(0.2, 0.5, 1.7), 1e-5);
    for (v, w) in [(-1.2, 0.3), (0.0, 0.0), (0.9, 1.1)] {
        let d = |x: f64, y: f64, row: usize| {
            let at = |sign: f64| {
                let (v, w) = (v + sign * x, w + sign * y);
                [neuron.dv_dt(v, w, 0.4), neuron.dw_dt(v, w)][row]
            };
            (at(1.0) - at(-1.0)) / (2.0 * step)
        };
        let difference = Matrix2::new(d(step, 0.0, 0), d(0.0, step, 0), d(step, 0.0, 1), d(0.0, step, 1));
        assert!((neuron.jacobian(v) - difference).norm() < 1e-9);
    }
}

#[test]
fn stability_has_the_names_of_the_textbook() {
    for (trace, determinant, name, stable) in [
        (-3.0, 2.0, Stability::StableNode, true),
        (-2.0, 1.0, Stability::StableNode, true), // twice the same eigenvalue
        (-1.0, 2.0, Stability::StableFocus, true),
        (3.0, 2.0, Stability::UnstableNode, false),
        (1.0, 2.0, Stability::UnstableFocus, false),
        (0.5, -1.0, Stability::Saddle, false),
        (0.0, 1.0, Stability::Borderline, false),  // swings for ever
        (-1.0, 0.0, Stability::Borderline, false), // about to vanish
        (f64::NAN, 1.0, Stability::Borderline, false),
    ] {
        let found = Stability::from_trace_and_determinant(trace, determinant);
        assert_eq!((found, found.is_stable()), (name, stable), "{trace} {determinant}");
    }
}

/// Whether the eigenvalues say what the name says.
fn agrees(point: &FixedPoint) -> bool {
    let [one, other] = point.eigenvalues;
    let real = one.im == 0.0 && other.im == 0.0;
    match point.stability {
        Stability::StableNode => real && one.re < 0.0 && other.re < 0.0,
        Stability::StableFocus => one.im > 0.0 && one.re < 0.0,
        Stability::UnstableNode => real && one.re > 0.0 && other.re > 0.0,
        Stability::UnstableFocus => one.im > 0.0 && one.re > 0.0,
        Stability::Saddle => real && one.re > 0.0 && other.re < 0.0,
        Stability::Borderline => true,
    }
}

/// The real roots of V³ + p V + q by Cardano and Viète.
fn cubic(p: f64, q: f64) -> Vec<f64> {
    let discriminant = (q / 2.0).powi(2) + (p / 3.0).powi(3);
    if discriminant > 0.0 {
        // The cube root in which nothing cancels; the other is −p/3 over it.
        let u = -((q.abs() / 2.0 + discriminant.sqrt()).cbrt()).copysign(q);
        return vec![if u == 0.0 { 0.0 } else { u - p / (3.0 * u) }];
    }
    let radius = 2.0 * (-p / 3.0).sqrt();
    let angle = (3.0 * q / (p * radius)).clamp(-1.0, 1.0).acos() / 3.0;
    let root = |k: f64| radius * (angle - k * std::f64::consts::TAU / 3.0).cos();
    let mut roots = vec![root(0.0), root(1.0), root(2.0)];
    roots.sort_by(f64::total_cmp);
    roots
}

proptest! {
    #[test]
    fn all_fixed_points_are_those_of_the_closed_form(
        epsilon in 0.01..2.0_f64, a in -1.5..1.5_f64, b in 0.1..5.0_f64, current in -2.0..2.0_f64,
    ) {
        let neuron = with(epsilon, a, b);
        let found = neuron.fixed_points(current).unwrap();
        let (p, q) = (3.0 * (1.0 / b - 1.0), 3.0 * (a / b - current));
        // Where two are about to merge, rounding decides whether they are there.
        prop_assume!(((q / 2.0).powi(2) + (p / 3.0).powi(3)).abs() > 1e-9);
        let exact = cubic(p, q);
        prop_assert_eq!(found.len(), exact.len());
        for (point, v) in found.iter().zip(exact) {
            prop_assert!((point.v - v).abs() < 1e-6, "{} {}", point.v, v);
            prop_assert!(neuron.dv_dt(point.v, point.w, current).abs() < 1e-12);
            prop_assert!(neuron.dw_dt(point.v, point.w).abs() < 1e-12);
            prop_assert!(agrees(point), "{:?}", point);
            // Sum and product of the eigenvalues are trace and determinant.
            let (jacobian, [one, other]) = (neuron.jacobian(point.v), point.eigenvalues);
            let scale = jacobian.norm();
            prop_assert!((one + other - jacobian.trace()).norm() < 1e-14 * scale);
            prop_assert!((one * other - jacobian.determinant()).norm() < 1e-13 * scale * scale);
        }
        // Outer points and the one between them cannot be alike: where there are three, the middle one is a saddle.
        if found.len() == 3 {
            prop_assert_eq!(found[1].stability, Stability::Saddle);
            prop_assert!(found[0].stability != Stability::Saddle && found[2].stability != Stability::Saddle);
        }
    }

    #[test]
    fn at_the_hopf_currents_the_eigenvalues_are_imaginary(
        epsilon in 0.01..0.9_f64, a in -1.5..1.5_f64, b in 0.1..1.0_f64,
    ) {
        let neuron = with(epsilon, a, b);
        let (low, high) = neuron.hopf_currents().unwrap();
        prop_assert!(low < high);
        for current in [low, high] {
            let point = neuron.fixed_points(current).unwrap()[0];
            let [one, _] = point.eigenvalues;
            // The frequency is √D with D = ε (1 − εb²).
            let omega = (epsilon * (1.0 - epsilon * b * b)).sqrt();
            prop_assert!(one.re.abs() < 1e-6 && (one.im - omega).abs() < 1e-6, "{}", one);
        }
        // Between them unstable, outside them stable.
        let stable = |current: f64| neuron.fixed_points(current).unwrap()[0].stability.is_stable();
        prop_assert!(stable(low - 0.01) && stable(high + 0.01) && !stable(0.5 * (low + high)));
    }
}

#[test]
fn two_fixed_points_that_merge_vanish_together() {
    // b = 2, a = 0: they merge at V = ±√(1 − 1/b) under I = ∓(2/3) √(1/2)³ + … = ±√2/6 = ±0.2357.
    let neuron = with(0.08, 0.0, 2.0);
    let merging = 2.0 / 3.0 * 0.5_f64.powf(1.5);
    assert_eq!(neuron.fixed_points(merging - 1e-9).unwrap().len(), 3);
    assert_eq!(neuron.fixed_points(merging + 1e-9).unwrap().len(), 1);
    assert_eq!(neuron.fixed_points(-merging - 1e-9).unwrap().len(), 1);
    let close = neuron.fixed_points(merging - 1e-12).unwrap();
    assert!((close[0].v + 0.5_f64.sqrt()).abs() < 1e-5 && (close[1].v - close[0].v) < 1e-5);
}

#[test]
fn no_hopf_current_where_the_trace_cannot_vanish() {
    assert_eq!(with(2.0, 0.7, 0.8).hopf_currents(), None); // ε b > 1
    assert_eq!(with(0.3, 0.7, 2.0).hopf_currents(), None); // ε b² > 1: the determinant is negative there
    assert!(with(0.08, 0.7, 2.0).hopf_currents().is_some());
}
