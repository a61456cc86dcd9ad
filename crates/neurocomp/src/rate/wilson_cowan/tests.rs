use super::*;
use crate::phase_plane::Stability;
use crate::rate::transfer::{PowerLaw, Sigmoid, Tanh};
use nalgebra::Vector2;
use ndarray::Array1;
use proptest::prelude::*;

fn model(params: WilsonCowanParams) -> WilsonCowan {
    WilsonCowan::new(params).unwrap()
}

fn at_input(input_e: f64) -> WilsonCowan {
    model(WilsonCowanParams { input_e, ..Default::default() })
}

fn any_model() -> impl Strategy<Value = WilsonCowan> {
    let weights = (0.0..30.0_f64, 0.0..30.0_f64, 0.0..30.0_f64, 0.0..10.0_f64);
    (weights, -3.0..5.0_f64, -3.0..3.0_f64, 0..2_u8, 0..3_u8).prop_map(
        |((w_ee, w_ei, w_ie, w_ii), input_e, input_i, refractory, kind)| {
            let transfer_e: Transfer = match kind {
                0 => LogisticFromZero::default().into(),
                1 => Sigmoid { r_max: 1.0, kappa: 1.2, i_half: 2.0 }.into(),
                _ => crate::rate::transfer::ThresholdLinear { gain: 0.3, i_thresh: 1.0, i_max: 4.0 }.into(),
            };
            model(WilsonCowanParams {
                w_ee,
                w_ei,
                w_ie,
                w_ii,
                input_e,
                input_i,
                transfer_e,
                refractory_e: f64::from(refractory),
                refractory_i: f64::from(refractory),
                ..Default::default()
            })
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_jacobian_is_the_derivative(model in any_model(), e in 0.0..0.9_f64, i in 0.0..0.9_f64) {
        let h = 1e-6;
        let corner = |x: f64| (x - 1.0).abs() < 1e-3 || (x - 4.0).abs() < 1e-3;
        prop_assume!(!corner(model.drive_e(e, i)));
        let jacobian = model.jacobian(e, i);
        for (column, (de, di)) in [(h, 0.0), (0.0, h)].into_iter().enumerate() {
            let (plus, minus) = (model.slope(e + de, i + di), model.slope(e - de, i - di));
            for (row, slope) in [plus.0 - minus.0, plus.1 - minus.1].into_iter().enumerate() {
                let error = (slope / (2.0 * h) - jacobian[(row, column)]).abs();
                prop_assert!(error < 1e-6, "row {row}, column {column}: {error}");
            }
        }
    }

    #[test]
    fn no_fixed_point_is_missed(model in any_model()) {
        let points = model.fixed_points();
        for point in &points {
            let (de, di) = model.slope(point.e, point.i);
            prop_assert!(de.abs() < 1e-7 && di.abs() < 1e-7, "{point:?} moves: {de} {di}");
        }
        let (low, high) = model.range_e();
        let signs: Vec<bool> = (0..=4000)
            .map(|k| low + (high - low) * k as f64 / 4000.0)
            .map(|e| model.slope(e, model.steady_i(e)).0)
            .filter(|f| f.abs() > 1e-12)
            .map(|f| f > 0.0)
            .collect();
        let changes = signs.windows(2).filter(|pair| pair[0] != pair[1]).count();
        prop_assert!(points.len() >= changes, "{changes} on the grid, found {points:?}");
        // The index of the plane: saddles −1, all others +1, together 1, as far as none is on a bifurcation.
        if points.iter().all(|p| p.stability != Stability::Borderline) && points.len() == changes {
            let index: i32 = points.iter().map(|p| if p.stability == Stability::Saddle { -1 } else { 1 }).sum();
            prop_assert_eq!(index, 1, "{:?}", points);
        }
    }
}

#[test]
fn the_limit_cycle_of_figure_11_is_that_of_scipy() {
    // tests/oracles/rate_wilson_cowan.py (scipy 1.17.1, DOP853).
    let points = at_input(1.25).fixed_points();
    assert_eq!(points.len(), 1);
    assert!((points[0].e - 0.202365057291).abs() < 1e-11 && (points[0].i - 0.107971932489).abs() < 1e-11);
    let [first, second] = points[0].eigenvalues;
    assert!((first.re - 0.01493689).abs() < 1e-7 && (first.im.abs() - 0.23541868).abs() < 1e-7);
    assert_eq!(first, second.conj());
    for (input_e, period, low, high) in
        [(1.25, 40.027287439, 0.101523008, 0.271487328), (1.5, 26.708686963, 0.145615512, 0.284713101)]
    {
        let found = at_input(input_e).oscillation().unwrap();
        assert!((found.period / period - 1.0).abs() < 1e-6, "{found:?}");
        assert!((found.frequency * found.period - 1000.0).abs() < 1e-9);
        assert!((found.e_range.0 - low).abs() < 1e-4 && (found.e_range.1 - high).abs() < 1e-4, "{found:?}");
    }
}

#[test]
fn the_oscillation_is_born_with_the_frequency_of_the_eigenvalue() {
    // Between P = 1.7 and 2.5 a stable focus becomes unstable as P falls: a Hopf bifurcation.
    let focus = |p: f64| {
        let points = at_input(p).fixed_points();
        assert_eq!(points.len(), 1, "{points:?}");
        points[0]
    };
    let onset = bisect(|p| focus(p).eigenvalues[0].re, 1.7, 2.5);
    assert!(at_input(onset + 0.01).oscillation().is_none());
    assert_eq!(focus(onset + 0.01).stability, Stability::StableFocus);
    let size = |below: f64| {
        let oscillation = at_input(onset - below).oscillation().unwrap();
        let turns = focus(onset - below).eigenvalues[0].im.abs() / std::f64::consts::TAU;
        assert!((oscillation.frequency / (1000.0 * turns) - 1.0).abs() < 0.6 * below, "{oscillation:?}");
        oscillation.e_range.1 - oscillation.e_range.0
    };
    // Its amplitude grows as the square root of the distance from the onset.
    assert!((size(0.04) / size(0.01) - 2.0).abs() < 0.1, "{} {}", size(0.04), size(0.01));
}

#[test]
fn close_to_a_fixed_point_the_flow_is_that_of_the_jacobian() {
    for p in [0.5, 1.25, 2.4] {
        let model = at_input(p);
        for point in model.fixed_points() {
            let start = Vector2::new(2e-6, -1e-6);
            let run = model.simulate(point.e + start.x, point.i + start.y, 0.05, 10.0).unwrap();
            let linear = (model.jacobian(point.e, point.i) * 10.0).exp() * start;
            let found = Vector2::new(run.e[200] - point.e, run.i[200] - point.i);
            assert!((found - linear).norm() < 1e-4 * linear.norm(), "P {p}: {found} for {linear}");
        }
    }
}

#[test]
fn fixed_points_lie_on_both_nullclines() {
    // A weak inhibition leaves two stable states and a saddle.
    let bistable = model(WilsonCowanParams { w_ei: 4.0, w_ie: 6.0, w_ii: 1.0, input_e: 0.0, ..Default::default() });
    let points = bistable.fixed_points();
    assert_eq!(points.iter().map(|p| p.is_stable()).collect::<Vec<_>>(), [true, false, true]);
    assert_eq!(points[1].stability, Stability::Saddle);
    let (e_line, i_line) = (bistable.e_nullcline(20_001).unwrap(), bistable.i_nullcline(2001).unwrap());
    for (&e, &i) in e_line.e.iter().zip(&e_line.i) {
        assert!(bistable.slope(e, i).0.abs() < 1e-12);
    }
    for (&e, &i) in i_line.e.iter().zip(&i_line.i) {
        assert!(bistable.slope(e, i).1.abs() < 1e-12);
    }
    for point in points {
        for line in [&e_line, &i_line] {
            let distance = line.e.iter().zip(&line.i).map(|(e, i)| (e - point.e).hypot(i - point.i));
            assert!(distance.fold(f64::INFINITY, f64::min) < 1e-3, "{point:?}");
        }
    }
}

#[test]
fn without_inhibition_excitation_is_a_population_on_its_own() {
    let params = WilsonCowanParams { w_ei: 0.0, refractory_e: 0.0, input_e: 0.0, w_ee: 9.0, ..Default::default() };
    let alone = crate::rate::population::PopulationParams { tau: 8.0, w: 9.0, transfer: params.transfer_e };
    let alone = crate::rate::population::Population::new(alone).unwrap().fixed_points(0.0).unwrap();
    let points = model(params).fixed_points();
    assert_eq!((points.len(), alone.len()), (3, 3));
    for (both, one) in points.iter().zip(&alone) {
        assert!((both.e - one.r).abs() < 1e-12);
        assert!(both.eigenvalues.iter().any(|z| (z.re - one.eigenvalue).abs() < 1e-9 && z.im.abs() < 1e-9));
    }
    assert!(model(params).e_nullcline(10).is_err());
}

#[test]
fn the_simulation_is_of_fourth_order() {
    let end = |steps: usize| {
        let run = at_input(1.25).simulate(0.1, 0.05, 40.0 / steps as f64, 40.0).unwrap();
        (run.e[steps], run.i[steps])
    };
    let exact = end(8192);
    let error = |steps: usize| (end(steps).0 - exact.0).hypot(end(steps).1 - exact.1);
    for steps in [64, 128, 256] {
        let order = (error(steps) / error(2 * steps)).log2();
        assert!((order - 4.0).abs() < 0.4, "{order}");
    }
}

#[test]
fn activity_stays_within_its_range() {
    let model = at_input(1.25);
    let run = model.simulate(1.0, -0.5, 0.1, 200.0).unwrap();
    let (low, high) = model.range_e();
    assert!(run.e.iter().all(|&e| e >= low.min(0.0) - 1e-9 && e <= high.max(1.0)));
    assert!(run.i.iter().all(|&i| (-0.5..=1.0).contains(&i)));
}

#[test]
fn refusals_name_the_parameter() {
    let base = WilsonCowanParams::default();
    let said = |params| WilsonCowan::new(params).unwrap_err().to_string();
    assert_eq!(said(WilsonCowanParams { w_ei: -1.0, ..base }), "w_ei must be finite and >= 0, received -1");
    assert!(said(WilsonCowanParams { transfer_i: PowerLaw::default().into(), ..base }).contains("transfer_i"));
    assert!(said(WilsonCowanParams { transfer_e: Tanh::default().into(), ..base }).contains("refractory_e"));
    assert!(said(WilsonCowanParams { refractory_i: 1.5, ..base }).contains("0 to 1, received 1.5"));
    let model = model(base);
    assert!(model.simulate(2.0, 0.0, 0.1, 10.0).is_err());
    assert!(model.simulate(0.0, 0.0, 5.0, 10.0).unwrap_err().to_string().contains("<= the time constant"));
    assert!(model.vector_field(&Array1::zeros(0), &Array1::zeros(3)).is_err());
}
