use ndarray::{Array1, array};
use proptest::prelude::*;

use super::super::*;
use super::{at_temperature, peak, squid};

#[test]
fn the_action_potential_has_the_right_size_and_shape() {
    let run = squid().simulate(10.0, 0.01, 30.0).unwrap();
    assert!((100.0..110.0).contains(&peak(&run.v)));
    // It stays between the reversal potentials, and undershoots towards potassium's.
    let lowest = run.v.iter().copied().fold(f64::MAX, f64::min);
    assert!((-12.0..-5.0).contains(&lowest), "{lowest}");
    // Above half of its height for about 1.2 ms at 6.3 °C.
    let above = run.v.iter().take(1200).filter(|&&v| v > 50.0).count() as f64 * 0.01;
    assert!((0.8..1.6).contains(&above), "{above}");
    // First sodium, then potassium.
    let first_maximum = |values: &Array1<f64>| (1..1200).max_by(|&a, &b| values[a].total_cmp(&values[b])).unwrap();
    let g = run.conductances();
    assert!(first_maximum(&g.sodium) < first_maximum(&g.potassium));
    assert!(g.sodium.iter().all(|&g| (0.0..=120.0).contains(&g)));
    assert!(g.potassium.iter().all(|&g| (0.0..=36.0).contains(&g)));
}

#[test]
fn warmth_makes_it_shorter_and_smaller() {
    let height_and_width = |temperature: f64| {
        // A pulse of 0.5 ms.
        let current = Array1::from_shape_fn(2000, |k| if k < 100 { 60.0 } else { 0.0 });
        let run = at_temperature(temperature).simulate_input(&current, 0.005).unwrap();
        let width = run.v.iter().filter(|&&v| v > 50.0).count();
        (peak(&run.v), width)
    };
    let (cold, warm) = (height_and_width(6.3), height_and_width(18.5));
    assert!(warm.0 < cold.0 && 2 * warm.1 < cold.1, "{cold:?} {warm:?}");
}

/// Where V, m, h and n are after 4 ms, past the peak of the first spike.
fn end(dt: f64) -> HodgkinHuxleyState {
    squid().simulate(10.0, dt, 4.0).unwrap().last_state().unwrap()
}

#[test]
fn the_method_is_of_second_order() {
    let exact = end(0.000_1);
    let error = |dt: f64| {
        let s = end(dt);
        [(s.v - exact.v) / 100.0, s.m - exact.m, s.h - exact.h, s.n - exact.n].map(f64::abs)
    };
    let errors: Vec<[f64; 4]> = [0.04, 0.02, 0.01, 0.005].map(error).to_vec();
    for (k, pair) in errors.windows(2).enumerate() {
        for (variable, (coarse, fine)) in pair[0].iter().zip(pair[1]).enumerate() {
            let order = (coarse / fine).log2();
            assert!((order - 2.0).abs() < 0.1, "variable {variable}, halving {k}: order {order}");
        }
    }
}

#[test]
fn a_changing_current_keeps_the_order() {
    // A current in pieces of 0.5 ms, each of which all steps divide.
    let at = |dt: f64| {
        let each = (0.5 / dt).round() as usize;
        let current = Array1::from_shape_fn(12 * each, |k| 10.0 + 8.0 * ((k / each) as f64).sin());
        squid().simulate_input(&current, dt).unwrap().last_state().unwrap().v
    };
    let exact = at(0.000_1);
    let order = ((at(0.02) - exact) / (at(0.01) - exact)).abs().log2();
    assert!((order - 2.0).abs() < 0.1, "order {order}");
}

#[test]
fn the_charge_on_the_membrane_is_what_the_currents_brought() {
    // C (V(T) − V(0)) = ∫ (I_Na + I_K + I_L + I) dt by trapezoids, over two spikes and up to an error of second order.
    let missing = |dt: f64| {
        let run = squid().simulate(10.0, dt, 20.0).unwrap();
        let currents = run.currents();
        let total = &currents.sodium + &currents.potassium + &currents.leak + 10.0;
        let ends = 0.5 * (total[0] + total[total.len() - 1]);
        let brought = dt * (total.sum() - ends);
        let flowed = dt * (currents.sodium.sum() - currents.potassium.sum());
        (brought - (run.v[run.v.len() - 1] - run.v[0])).abs() / flowed
    };
    let errors = [0.02, 0.01, 0.005, 0.0025].map(missing);
    assert!(errors[3] < 1e-4, "{errors:?}");
    for pair in errors.windows(2) {
        let order = (pair[0] / pair[1]).log2();
        assert!((order - 2.0).abs() < 0.15, "order {order}: {errors:?}");
    }
}

#[test]
fn at_every_moment_the_potential_changes_as_the_currents_say() {
    let (dt, current) = (0.002, 10.0);
    let run = squid().simulate(current, dt, 10.0).unwrap();
    let currents = run.currents();
    for k in 1..run.t.len() - 1 {
        let slope = (run.v[k + 1] - run.v[k - 1]) / (2.0 * dt);
        let sum = currents.sodium[k] + currents.potassium[k] + currents.leak[k] + current;
        assert!((slope - sum).abs() < 0.3, "at {} ms: {slope} {sum}", run.t[k]);
        let s = run.state(k).unwrap();
        assert_eq!(squid().derivatives(&s, current)[0], sum);
    }
}

#[test]
fn a_run_goes_on_where_another_ended() {
    let current = Array1::from_shape_fn(4000, |k| 15.0 * (0.01 * k as f64).sin());
    let whole = squid().simulate_input(&current, 0.01).unwrap();
    let first = squid().simulate_input(&current.slice(ndarray::s![..1500]), 0.01).unwrap();
    let second =
        squid().simulate_from(&first.last_state().unwrap(), &current.slice(ndarray::s![1500..]), 0.01).unwrap();
    assert_eq!(whole.v.slice(ndarray::s![1500..]), second.v);
    assert_eq!(whole.state(4001), None);
    // A constant current is an array of equal ones.
    let constant = squid().simulate_input(&Array1::from_elem(2000, 9.0), 0.01).unwrap();
    assert_eq!(constant.v, squid().simulate(9.0, 0.01, 20.0).unwrap().v);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn gates_stay_fractions_and_the_potential_between_its_batteries(
        current in prop::collection::vec(-200.0..200.0_f64, 20..200),
        // At 15 °C, φ = 2.6 and a step may be 0.192 ms.
        dt in 0.001..0.19_f64,
        v in -100.0..150.0_f64,
        gates in (0.0..1.0_f64, 0.0..1.0_f64, 0.0..1.0_f64),
        temperature in 0.0..15.0_f64,
    ) {
        let start = HodgkinHuxleyState { v, m: gates.0, h: gates.1, n: gates.2 };
        let neuron = at_temperature(temperature);
        let run = neuron.simulate_from(&start, &Array1::from_vec(current), dt).unwrap();
        for gate in [&run.m, &run.h, &run.n] {
            prop_assert!(gate.iter().all(|x| (0.0..=1.0).contains(x)));
        }
        // E_K and E_Na, and beyond them at most I/g_L.
        let limit = 200.0 / 0.3;
        prop_assert!(run.v.iter().all(|v| (-100.0 - limit..150.0 + limit).contains(v)));
    }
}

#[test]
fn the_largest_current_allowed_gives_numbers() {
    for current in [-1e6, 1e6] {
        let params = HodgkinHuxleyParams { g_leak: 1e-6, capacitance: 1e-3, ..Default::default() };
        let run = HodgkinHuxley::new(params).unwrap().simulate(current, 0.1, 10.0).unwrap();
        for values in [&run.v, &run.m, &run.h, &run.n] {
            assert!(values.iter().all(|x| x.is_finite()));
        }
    }
}

#[test]
fn large_results_print_as_one_line() {
    let neuron = squid();
    let run = neuron.simulate(10.0, 0.01, 20.0).unwrap();
    let curve = neuron.refractory_curve(&array![3.0, 12.0], 0.5, 100.0, 0.02).unwrap();
    for (text, begin) in [
        (format!("{run:?}"), "HodgkinHuxleyRun { 2001 samples, v = "),
        (format!("{:?}", run.currents()), "IonicCurrents { 2001 samples, sodium = "),
        (format!("{:?}", run.conductances()), "Conductances { 2001 samples, sodium = 0.00 … "),
        (format!("{:?}", neuron.gate_curves(&run.v).unwrap()), "GateCurves { 2001 potentials, v = "),
        (format!("{curve:?}"), "RefractoryCurve { interval = 3.00 … 12.00 ms, amplitude = "),
    ] {
        assert!(text.starts_with(begin), "{text}");
        assert!(text.len() < 200 && !text.contains('\n') && !text.contains("NaN"), "{text}");
    }
}
