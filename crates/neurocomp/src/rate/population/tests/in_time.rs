use super::*;

#[test]
fn the_switch_of_the_homework_stays_on() {
    let population = course(0.1);
    let high = population.settle(-10.0, 500.0).unwrap();
    let low = population.settle(-10.0, 0.0).unwrap();
    let end = |duration: f64| {
        let pulse = Pulse { t_start: 10.0, t_stop: 10.0 + duration, level: 10.0 };
        let input = PulseInput { baseline: -10.0, pulses: vec![pulse] };
        let run = population.simulate(&input, 1.0, 0.01, 60.0).unwrap();
        assert!((run.r[999] - low).abs() < 1e-3);
        assert_eq!((run.i_ext[999], run.i_ext[1000]), (-10.0, 10.0));
        run.r[6000]
    };
    assert!((end(1.0) - high).abs() < 1e-9);
    // A pulse that ends before the rate has passed the unstable fixed point (187 Hz) has no lasting effect.
    assert!((end(0.3) - low).abs() < 1e-9);
}

#[test]
fn without_saturation_the_rate_relaxes_exponentially() {
    // In the linear range τ dr/dt = c (I + w r − I_thresh) − r: rate 1/τ' = (1 − c w)/τ.
    let params = PopulationParams { tau: 5.0, w: 0.01, transfer: ThresholdLinear::default().into() };
    let population = Population::new(params).unwrap();
    let pulse = Pulse { t_start: 3.3, t_stop: 7.77, level: 9.0 };
    let input = PulseInput { baseline: 8.0, pulses: vec![pulse] };
    let run = population.simulate(&input, 200.0, 0.05, 20.0).unwrap();
    let relax = |r0: f64, i_ext: f64, t: f64| {
        let steady = 50.0 * (i_ext - 5.0) / 0.5;
        steady + (r0 - steady) * (-0.5 * t / 5.0_f64).exp()
    };
    let at_start = relax(200.0, 8.0, 3.3);
    let at_stop = relax(at_start, 9.0, 4.47);
    for (t, exact) in
        [(2.0, relax(200.0, 8.0, 2.0)), (6.0, relax(at_start, 9.0, 2.7)), (20.0, relax(at_stop, 8.0, 12.23))]
    {
        let r = run.r[(t / 0.05_f64).round() as usize];
        assert!((r - exact).abs() < 1e-7, "{r} for {exact} at {t} ms");
    }
}

#[test]
fn pulses_off_the_grid_do_not_cost_the_fourth_order() {
    let population = course(0.1);
    let pulse = Pulse { t_start: 0.333, t_stop: 1.0 + 1.0 / 7.0, level: 10.0 };
    let input = PulseInput { baseline: -10.0, pulses: vec![pulse] };
    let end = |dt: f64| population.simulate(&input, 50.0, dt, 1.5).unwrap().r[(1.5 / dt).round() as usize];
    let exact = end(1.5 / 8192.0);
    for steps in [32.0, 64.0, 128.0] {
        let error = |steps: f64| (end(1.5 / steps) - exact).abs();
        let order = (error(steps) / error(2.0 * steps)).log2();
        assert!((3.5..5.0).contains(&order), "order {order} at {steps} steps");
    }
}

#[test]
fn an_array_of_currents_is_the_same_input() {
    let population = course(0.1);
    let pulse = Pulse { t_start: 1.0, t_stop: 2.0, level: 10.0 };
    let input = PulseInput { baseline: -10.0, pulses: vec![pulse] };
    let pulsed = population.simulate(&input, 1.0, 0.125, 4.0).unwrap();
    let currents = Array1::from_shape_fn(32, |k| if (8..16).contains(&k) { 10.0 } else { -10.0 });
    assert_eq!(population.simulate_input(&currents, 1.0, 0.125).unwrap(), pulsed);
}

#[test]
fn close_to_a_fixed_point_the_eigenvalue_is_the_rate_of_change() {
    let population = course(0.1);
    for point in population.fixed_points(-10.0).unwrap() {
        let away = 1e-6 * point.r;
        let run = population.simulate(&PulseInput::constant(-10.0), point.r + away, 0.01, 1.0).unwrap();
        let growth = ((run.r[100] - point.r) / away).ln();
        assert!((growth - point.eigenvalue).abs() < 1e-4, "{growth} for {point:?}");
    }
}

#[test]
fn where_pulses_overlap_the_last_counts() {
    let pulse = |t_start, t_stop, level| Pulse { t_start, t_stop, level };
    let input = PulseInput { baseline: 0.0, pulses: vec![pulse(1.0, 5.0, 1.0), pulse(2.0, 3.0, 2.0)] };
    assert_eq!([0.9, 1.0, 2.0, 2.9, 3.0, 5.0].map(|t| input.at(t)), [0.0, 1.0, 2.0, 2.0, 1.0, 0.0]);
}
