use super::*;
use ndarray::Array1;
use proptest::prelude::*;

fn params() -> CableParams {
    CableParams::default()
}

#[test]
fn the_step_response_is_the_sum_of_its_cosines() {
    let (n, length, diameter) = (400, 800.0, 2.0);
    let cable = Cable::unbranched(n, length, diameter, params()).unwrap();
    let exact = Cylinder::new(length, diameter, params()).unwrap();
    let source = n / 4;
    let run = cable.simulate(&[Stimulus::step(source, 0.2, 1.0, 100.0)], 0.01, 21.0).unwrap();
    let x = run.positions.clone();
    for t in [1.5, 2.0, 5.0, 21.0] {
        let v = run.profile(t);
        for i in [0, source, n / 2, n - 1] {
            let theory = 0.2 * exact.step_response(x[source], x[i], t - 1.0);
            assert!((v[i] - theory).abs() < 2e-4 * v[source], "{i} at {t}: {} and {theory}", v[i]);
        }
    }
}

#[test]
fn a_charge_spreads_as_greens_function() {
    let (n, length, diameter) = (2001, 8000.0, 4.0);
    let cable = Cable::unbranched(n, length, diameter, params()).unwrap();
    let exact = Cylinder::new(length, diameter, params()).unwrap();
    // 1 pC within a time that is short beside those looked at; its mean time counts as the beginning.
    let width = 0.02;
    let run = cable.simulate(&[Stimulus::step(1000, 1.0 / width, 0.0, width)], 0.005, 10.0).unwrap();
    let x = run.positions.clone();
    for t in [1.0, 3.0, 10.0] {
        let v = run.profile(t);
        for i in [1000, 1050, 1100, 1300] {
            let theory = exact.greens_function(x[i] - x[1000], t - 0.5 * width);
            assert!((v[i] - theory).abs() < 1e-3 * v[1000], "{i} at {t}: {} and {theory}", v[i]);
        }
    }
}

#[test]
fn greens_function_is_the_derivative_of_the_step_response_of_a_long_cylinder() {
    let long = Cylinder::new(20_000.0, 4.0, params()).unwrap();
    for (y, t) in [(10_000.0, 2.0), (10_500.0, 5.0), (12_000.0, 20.0)] {
        let h = 1e-3;
        let step = |t| long.step_response(10_000.0, y, t);
        let slope = (step(t + h) - step(t - h)) / (2.0 * h);
        let green = long.greens_function(y - 10_000.0, t);
        assert!((slope / green - 1.0).abs() < 1e-5, "{slope} and {green}");
    }
}

/// Potential at the end of a cable of 20 compartments after steps of `dt`.
fn end_of(scheme: CableScheme, stimuli: &[Stimulus], dt: f64) -> f64 {
    let cable = Cable::unbranched(20, 800.0, 2.0, params()).unwrap();
    let options = CableOptions { scheme, ..Default::default() };
    let run = cable.simulate_with(stimuli, dt, 8.0, options).unwrap();
    run.v[(run.t.len() - 1, 5)]
}

/// Errors for halved steps. The largest is 40 times the time constant of a compartment against its neighbours.
fn errors(scheme: CableScheme, stimuli: &[Stimulus]) -> Vec<f64> {
    let exact = end_of(CableScheme::CrankNicolson, stimuli, 0.000_625);
    let error = |dt| (end_of(scheme, stimuli, dt) - exact).abs();
    [0.2, 0.1, 0.05, 0.025].map(error).to_vec()
}

#[test]
fn the_order_is_one_for_backward_euler_and_two_for_crank_and_nicolson() {
    for stimulus in [
        Stimulus::step(0, 0.3, 1.0, 6.0),
        Stimulus::alpha_synapse(3, 2.0, 1.5, 70.0, &[1.0, 3.0]),
        Stimulus::exponential_synapse(3, 2.0, 3.0, 70.0, &[1.0, 3.0]),
    ] {
        assert_order(&errors(CableScheme::BackwardEuler, std::slice::from_ref(&stimulus)), 1.0);
        assert_order(&errors(CableScheme::CrankNicolson, std::slice::from_ref(&stimulus)), 2.0);
    }
}

#[test]
fn after_a_jump_nothing_swings_whatever_the_step() {
    // A compartment of 5 µm equilibrates with its neighbours within a microsecond; the step is 100 of them.
    let cable = Cable::unbranched(200, 1000.0, 2.0, params()).unwrap();
    let stimuli = [Stimulus::step(50, 0.5, 1.0, 1000.0), Stimulus::exponential_synapse(120, 3.0, 50.0, 70.0, &[2.05])];
    let run = cable.simulate(&stimuli, 0.1, 10.0).unwrap();
    for i in [0, 49, 50, 51, 119, 120, 199] {
        let v = run.trace(i).unwrap();
        for k in 1..v.len() {
            assert!(v[k] >= v[k - 1] - 1e-9, "compartment {i}, step {k}: {} after {}", v[k], v[k - 1]);
        }
    }
}

#[test]
fn the_steady_state_does_not_depend_on_the_step_or_the_method() {
    let fork = [Branch::root(200.0, 3.0, 10), Branch::on(0, 300.0, 2.0, 10), Branch::on(0, 100.0, 1.0, 10)];
    let cable = Cable::branched(&fork, params()).unwrap();
    let exact = cable.response(15, 0.4).unwrap();
    for scheme in [CableScheme::BackwardEuler, CableScheme::CrankNicolson] {
        for dt in [0.05, 0.5, 5.0] {
            let options = CableOptions { scheme, ..Default::default() };
            let stimuli = [Stimulus::step(15, 0.4, 0.0, 1000.0)];
            let v = cable.simulate_with(&stimuli, dt, 400.0, options).unwrap().profile(400.0);
            for i in 0..cable.len() {
                assert!((v[i] / exact[i] - 1.0).abs() < 1e-9, "{scheme:?} {dt} {i}");
            }
        }
    }
}

#[test]
fn a_sampled_current_is_the_step_that_it_samples() {
    let cable = Cable::unbranched(10, 300.0, 2.0, params()).unwrap();
    let samples = Array1::from_shape_fn(400, |k| if (40..200).contains(&k) { 0.2 } else { 0.0 });
    let options = CableOptions { scheme: CableScheme::BackwardEuler, ..Default::default() };
    let of = |stimulus| cable.simulate_with(&[stimulus], 0.025, 10.0, options).unwrap();
    let (sampled, step) = (of(Stimulus::current(3, &samples)), of(Stimulus::step(3, 0.2, 1.0, 5.0)));
    for (a, b) in sampled.v.iter().zip(&step.v) {
        assert!((a - b).abs() < 1e-10);
    }
}

#[test]
fn stimuli_add_up() {
    let cable = Cable::unbranched(30, 600.0, 2.0, params()).unwrap();
    let (one, other) = (Stimulus::step(2, 0.2, 1.0, 5.0), Stimulus::step(25, -0.1, 2.03, 6.0));
    let options = CableOptions { scheme: CableScheme::BackwardEuler, ..Default::default() };
    let of = |stimuli: &[Stimulus]| cable.simulate_with(stimuli, 0.05, 10.0, options).unwrap().v;
    let sum = of(std::slice::from_ref(&one)) + of(std::slice::from_ref(&other));
    for (a, b) in of(&[one, other]).iter().zip(&sum) {
        assert!((a - b).abs() < 1e-10, "{a} and {b}");
    }
}

#[test]
fn a_synapse_alone_on_a_small_sphere_follows_its_own_equation() {
    // One compartment, C dV/dt = g_l (0 − V) + g(t) (E − V): with V small against E the current is g(t) E, and its
    // integral 20 pC of an alpha function with peak g is e g τ E.
    let cable = Cable::branched(&[Branch::soma(20.0)], params()).unwrap();
    let capacitance = 1e-5 * cable.morphology().area();
    for (stimulus, charge) in [
        (Stimulus::alpha_synapse(0, 1e-4, 0.5, 70.0, &[1.0]), 1e-7 * 0.5 * 70.0 * std::f64::consts::E),
        (Stimulus::exponential_synapse(0, 1e-4, 0.5, 70.0, &[1.0]), 1e-7 * 0.5 * 70.0),
    ] {
        let run = cable.simulate(&[stimulus], 0.01, 200.0).unwrap();
        // The area under the potential is the charge over the leak: ∫V dt = Q R, and R C = 10 ms.
        let area: f64 = run.v.column(0).sum() * 0.01;
        assert!((area * capacitance / (10.0 * charge) - 1.0).abs() < 2e-5, "{area}");
    }
}

#[test]
fn a_record_of_every_fifth_step_is_every_fifth_of_all() {
    let cable = Cable::unbranched(5, 100.0, 2.0, params()).unwrap();
    let stimuli = [Stimulus::step(0, 0.1, 0.0, 2.0)];
    let all = cable.simulate(&stimuli, 0.1, 4.2).unwrap();
    let options = CableOptions { record_every: 5, ..Default::default() };
    let some = cable.simulate_with(&stimuli, 0.1, 4.2, options).unwrap();
    assert_eq!(some.t.len(), 9);
    for row in 0..9 {
        assert_eq!(some.t[row], all.t[5 * row]);
        assert_eq!(some.v.row(row), all.v.row(5 * row));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// What was injected has charged the membrane or has leaked, on any tree, whatever the times of the step.
    #[test]
    fn charge_is_conserved(tree in random_tree(25), part in 0.0..1.0_f64, times in (0.0..3.0_f64, 0.1..3.0_f64)) {
        let cable = tree_cable(&tree);
        let (start, stop) = (times.0, times.0 + times.1);
        let stimulus = Stimulus::step((part * cable.len() as f64) as usize, 0.3, start, stop);
        let options = CableOptions { scheme: CableScheme::BackwardEuler, ..Default::default() };
        let dt = 0.05;
        let run = cable.simulate_with(&[stimulus], dt, 8.0, options).unwrap();
        let areas: Vec<f64> = cable.morphology().compartments().iter().map(|c| 1e-5 * c.area()).collect();
        let on_membrane = |row: usize| -> f64 { run.v.row(row).iter().zip(&areas).map(|(v, a)| v * a).sum() };
        let last = run.t.len() - 1;
        let leaked: f64 = (1..=last).map(|row| 0.1 * dt * on_membrane(row)).sum();
        let injected = 0.3 * (stop - start);
        prop_assert!(((on_membrane(last) + leaked) / injected - 1.0).abs() < 1e-9);
    }
}
