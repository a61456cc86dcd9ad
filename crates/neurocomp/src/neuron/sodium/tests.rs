use super::*;

fn membrane() -> SodiumThreshold {
    SodiumThreshold::new(SodiumParams::default()).unwrap()
}

#[test]
fn the_rates_pass_smoothly_through_their_removable_singularity() {
    // α_m is 0/0 at V = 25 mV, α_n at 10 mV.
    for (gate, v) in [(m_inf as fn(f64) -> f64, 25.0), (n_inf, 10.0)] {
        let (below, at, above) = (gate(v - 1e-7), gate(v), gate(v + 1e-7));
        assert!(below < at && at < above && above - below < 1e-7, "{below} {at} {above}");
    }
    assert!((m_inf(25.0) - 1.0 / (1.0 + 4.0 * (-25.0_f64 / 18.0).exp())).abs() < 1e-14);
}

#[test]
fn gates_are_fractions_at_any_potential() {
    for v in [f64::MIN, -1e5, -800.0, 0.0, 800.0, 1e5, f64::MAX] {
        for gate in [m_inf(v), h_inf(v), n_inf(v)] {
            assert!((0.0..=1.0).contains(&gate), "{gate} at {v}");
        }
    }
    assert_eq!((m_inf(-1e5), h_inf(-1e5), n_inf(-1e5)), (0.0, 1.0, 0.0));
    assert_eq!((m_inf(1e5), h_inf(1e5), n_inf(1e5)), (1.0, 0.0, 1.0));
}

#[test]
fn resting_values_are_those_of_hodgkin_and_huxley() {
    // α_m(0) = 0.224, β_m = 4; α_h = 0.07, β_h = 0.0474; α_n = 0.0582, β_n = 0.125.
    for (gate, value) in [(m_inf(0.0), 0.0529), (h_inf(0.0), 0.5961), (n_inf(0.0), 0.3177)] {
        assert!((gate - value).abs() < 5e-5, "{gate}");
    }
}

#[test]
fn the_squid_axon_rests_at_zero_and_has_its_threshold_above() {
    let points = membrane().fixed_points();
    assert_eq!(points.len(), 3, "{points:?}");
    // Hodgkin and Huxley chose the leak's potential to make the rest 0, and gave three decimals of it.
    assert!(points[0].v.abs() < 0.02 && points[0].stable);
    assert!(points[1].v > 1.0 && !points[1].stable);
    assert!((110.0..115.0).contains(&points[2].v) && points[2].stable);
    assert_eq!(membrane().threshold(), Some(points[1].v));
    // A root to the last digit: the slope changes sign between neighbouring numbers.
    for point in points {
        assert!(membrane().dv_dt(point.v.next_down()) * membrane().dv_dt(point.v.next_up()) <= 0.0);
    }
}

#[test]
fn the_leak_alone_does_not_hold_the_squid_axon_at_rest() {
    // Without the potassium channels open at rest only the sodium potential remains.
    let params = SodiumParams { g_leak: 0.3, e_leak: 10.613, ..Default::default() };
    let points = SodiumThreshold::new(params).unwrap().fixed_points();
    assert!(points.len() == 1 && points[0].v > 110.0, "{points:?}");
}

#[test]
fn stability_is_the_sign_of_the_slope() {
    let m = membrane();
    for point in m.fixed_points() {
        let slope = (m.dv_dt(point.v + 1e-5) - m.dv_dt(point.v - 1e-5)) / 2e-5;
        assert_eq!(point.stable, slope < 0.0);
    }
}

#[test]
fn two_fixed_points_about_to_merge_are_both_found() {
    // A depolarising leak brings rest and threshold together until both vanish. Just before, they are closer than the
    // pieces of the search.
    let with = |e_leak| {
        let params = SodiumParams { e_leak, ..Default::default() };
        SodiumThreshold::new(params).unwrap().fixed_points()
    };
    let (mut three, mut one) = (-1.8, 10.0);
    assert_eq!((with(three).len(), with(one).len()), (3, 1));
    while one - three > 1e-9 {
        let middle = 0.5 * (three + one);
        match with(middle).len() {
            3 => three = middle,
            1 => one = middle,
            other => panic!("{other} fixed points at e_leak = {middle}"),
        }
    }
    let points = with(three);
    let distance = points[1].v - points[0].v;
    assert!(distance > 0.0 && distance < 1e-3, "{distance}");
    assert!(points[0].stable && !points[1].stable && points[2].stable);
    assert!(with(three - 1e-9).len() == 3 && with(one).len() == 1);
    assert_eq!(SodiumThreshold::new(SodiumParams { e_leak: one, ..Default::default() }).unwrap().threshold(), None);
}

#[test]
fn without_sodium_only_the_leak_remains() {
    let params = SodiumParams { g_na: 0.0, ..Default::default() };
    let m = SodiumThreshold::new(params).unwrap();
    let points = m.fixed_points();
    assert_eq!((points.len(), points[0].v, points[0].stable), (1, params.e_leak, true));
    // Then the step is exact: V = E_l + (V₀ − E_l) e^(−t g_l/C).
    let run = m.simulate(10.0, 0.5, 5.0).unwrap();
    let exact = params.e_leak + (10.0 - params.e_leak) * (-5.0 * params.g_leak).exp();
    assert!((run.v[10] - exact).abs() < 1e-12);
}

#[test]
fn the_threshold_decides_where_the_membrane_goes() {
    let m = membrane();
    let points = m.fixed_points();
    for (from, to) in [(-50.0_f64, 0), (-1e-6, 0), (1e-6, 2), (200.0, 2)] {
        let start = if from.abs() < 1.0 { points[1].v + from } else { from };
        let end = m.simulate(start, 0.01, 300.0).unwrap().v[30_000];
        assert!((end - points[to].v).abs() < 1e-6, "{start}: {end}");
    }
    for point in points.iter().filter(|p| p.stable) {
        let run = m.simulate(point.v, 0.01, 10.0).unwrap();
        assert!((run.v[1000] - point.v).abs() < 1e-12);
    }
}

#[test]
fn the_run_converges_with_order_one() {
    // On the way up from just above threshold, before the plateau where all steps agree.
    let at = |dt: f64| *membrane().simulate(6.0, dt, 0.6).unwrap().v.last().unwrap();
    let (exact, error) = (at(1e-5), |dt| (at(dt) - at(1e-5)).abs());
    assert!((15.0..110.0).contains(&exact), "{exact}");
    let order = (error(0.005) / error(0.0003125)).log2() / 4.0;
    assert!((order - 1.0).abs() < 0.1, "order {order}");
}

#[test]
fn impossible_membranes_are_refused() {
    let default = SodiumParams::default();
    for (params, said) in [
        (SodiumParams { capacitance: 0.0, ..default }, "capacitance must be finite and > 0 µF/cm², received 0"),
        (SodiumParams { g_leak: -1.0, ..default }, "g_leak must be finite and > 0"),
        (SodiumParams { e_leak: 200.0, ..default }, "e_leak must be finite and < e_na"),
        (SodiumParams { g_na: f64::NAN, ..default }, "received NaN"),
        (SodiumParams { h: 1.5, ..default }, "h must be finite and 0 to 1, received 1.5"),
    ] {
        let message = SodiumThreshold::new(params).unwrap_err().to_string();
        assert!(message.contains(said), "{message}");
    }
    assert!(membrane().simulate(f64::NAN, 0.1, 1.0).unwrap_err().to_string().contains("v0"));
    assert!(membrane().simulate(0.0, 1e-9, 1.0).unwrap_err().to_string().contains("steps"));
}
