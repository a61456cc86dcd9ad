use super::*;
use ndarray::Array1;

fn params() -> CableParams {
    CableParams::default()
}

#[test]
fn a_clamped_cable_draws_the_current_of_its_input_conductance() {
    let fork = [Branch::root(200.0, 3.0, 10), Branch::on(0, 300.0, 2.0, 10), Branch::on(0, 100.0, 1.0, 10)];
    let cable = Cable::branched(&fork, params()).unwrap();
    // The root, the parent of a fork, the first compartment after it, a tip.
    for at in [0, 9, 10, 29] {
        let run = cable.simulate(&[Stimulus::voltage_clamp(at, 20.0, 1.0, 500.0)], 0.5, 300.0).unwrap();
        let last = run.t.len() - 1;
        let expected = 20.0 / cable.input_resistance(at).unwrap();
        assert!((run.clamp_current[(last, 0)] / expected - 1.0).abs() < 1e-9, "{at}");
        let transfer = cable.response(at, 1.0).unwrap();
        for i in 0..cable.len() {
            let v = 20.0 * transfer[i] / transfer[at];
            assert!((run.v[(last, i)] / v - 1.0).abs() < 1e-9);
        }
        assert_eq!(run.clamp_current[(0, 0)], 0.0);
        assert_eq!(run.clamp_current[(2, 0)], 0.0);
        assert!(run.clamp_current[(3, 0)] > expected);
    }
}

#[test]
fn the_charge_of_a_clamp_is_conserved_through_on_and_off() {
    let cable = Cable::unbranched(20, 300.0, 2.0, params()).unwrap();
    let areas: Vec<f64> = cable.morphology().compartments().iter().map(|c| 1e-5 * c.area()).collect();
    for (scheme, dt, error) in [
        (CableScheme::BackwardEuler, 0.05, 1e-10),
        (CableScheme::CrankNicolson, 0.05, 2e-3),
        (CableScheme::CrankNicolson, 0.005, 2e-4),
    ] {
        let options = CableOptions { scheme, ..Default::default() };
        let stimuli = [Stimulus::voltage_clamp(7, 15.0, 1.0, 4.0), Stimulus::step(15, 0.1, 2.0, 3.0)];
        let run = cable.simulate_with(&stimuli, dt, 6.0, options).unwrap();
        let charge = |row: usize| -> f64 { run.v.row(row).iter().zip(&areas).map(|(v, a)| v * a).sum() };
        let last = run.t.len() - 1;
        let leaked: f64 = (1..=last)
            .map(|row| match scheme {
                CableScheme::BackwardEuler => 0.1 * dt * charge(row),
                CableScheme::CrankNicolson => 0.1 * dt * 0.5 * (charge(row) + charge(row - 1)),
            })
            .sum();
        let injected: f64 = run.clamp_current.column(0).sum() * dt + 0.1;
        assert!(((charge(last) + leaked) / injected - 1.0).abs() < error, "{scheme:?} {dt}");
    }
}

#[test]
fn after_its_end_a_clamp_leaves_the_cable_free() {
    let cable = Cable::branched(&[Branch::soma(20.0)], params()).unwrap();
    let run = cable.simulate(&[Stimulus::voltage_clamp(0, 10.0, 0.0, 5.0)], 0.01, 25.0).unwrap();
    let v = run.trace(0).unwrap();
    assert!(v.iter().skip(1).take(500).all(|&v| v == 10.0));
    for k in [600, 1500, 2500] {
        let free = 10.0 * (-(run.t[k] - 5.0) / 10.0).exp();
        assert!((v[k] - free).abs() < 1e-5, "{} and {free}", v[k]);
    }
    assert_eq!(run.clamp_current[(2000, 0)], 0.0);
    // While it holds: V/R.
    let held = 10.0 / cable.input_resistance(0).unwrap();
    assert!((run.clamp_current[(400, 0)] / held - 1.0).abs() < 1e-10);
}

#[test]
fn a_ramp_charges_the_capacitance_with_a_constant_current() {
    let cable = Cable::branched(&[Branch::soma(20.0)], params()).unwrap();
    let ramp = Array1::from_shape_fn(1000, |k| 0.02 * (k as f64 + 0.5));
    let run = cable.simulate(&[Stimulus::voltage_command(0, &ramp)], 0.01, 10.0).unwrap();
    let capacitance = 1e-5 * cable.morphology().area();
    for k in [100, 500, 900] {
        let expected = capacitance * (2.0 + 0.1 * ramp[k - 1]);
        assert!((run.clamp_current[(k, 0)] / expected - 1.0).abs() < 1e-9);
    }
}

#[test]
fn the_clamp_current_of_an_active_patch_is_its_ionic_current() {
    use super::super::gates::{advance_exactly, steady};
    let cable = Cable::branched(&[Branch::soma(20.0)], CableParams::squid())
        .unwrap()
        .with_channels(0..1, ChannelDensity::default())
        .unwrap();
    let error = |dt: f64| {
        let run = cable.simulate(&[Stimulus::voltage_clamp(0, 50.0, 1.0, 100.0)], dt, 12.0).unwrap();
        let rest = run.v[(0, 0)];
        let error = |t: f64| {
            // At a constant potential the gates relax exponentially: first inward sodium, then outward potassium.
            let mut gates = steady(rest);
            let k = (t / dt).round();
            advance_exactly(&mut gates, 50.0, (k - 0.5) * dt - 1.0);
            let [m, h, n] = gates;
            let ions = 120.0 * m.powi(3) * h * (50.0 - 115.0) + 36.0 * n.powi(4) * 62.0 + 0.3 * (50.0 - 10.613);
            // µA/cm² · µm² = 1e-5 nA.
            run.clamp_current[(k as usize, 0)] / (1e-5 * cable.morphology().area()) - ions
        };
        [1.2, 1.5, 2.0, 5.0, 12.0].map(|t| error(t).abs()).into_iter().fold(0.0, f64::max)
    };
    // The gates at a clamped potential are exact, whatever the step, but for the rounding of the table.
    for dt in [0.1, 0.01] {
        assert!(error(dt) < 0.02, "{} µA/cm² of a thousand", error(dt));
    }
}
