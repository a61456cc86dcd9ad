use super::*;

/// An axon with the channels of the squid everywhere.
fn axon(n: usize, length: f64, diameter: f64) -> Cable {
    Cable::unbranched(n, length, diameter, CableParams::squid())
        .unwrap()
        .with_channels(0..n, ChannelDensity::default())
        .unwrap()
}

fn velocity(diameter: f64) -> f64 {
    // The same compartments for all diameters, and the same current per membrane area.
    let axon = axon(400, 40_000.0, diameter);
    let run = axon.simulate(&[Stimulus::step(0, 40.0 * diameter, 0.1, 0.6)], 0.01, 14.0).unwrap();
    run.conduction_velocity(130, 270).unwrap()
}

#[test]
fn velocity_grows_as_the_square_root_of_the_diameter() {
    let (thin, medium, thick) = (velocity(100.0), velocity(200.0), velocity(400.0));
    assert!((medium / thin / 2.0_f64.sqrt() - 1.0).abs() < 5e-3, "{thin} {medium}");
    assert!((thick / medium / 2.0_f64.sqrt() - 1.0).abs() < 5e-3, "{medium} {thick}");
}

#[test]
fn two_spikes_that_meet_annihilate() {
    let axon = axon(200, 40_000.0, 476.0);
    let ends = [Stimulus::step(0, 20_000.0, 0.5, 1.0), Stimulus::step(199, 20_000.0, 0.5, 1.0)];
    let run = axon.simulate(&ends, 0.01, 10.0).unwrap();
    assert!(run.spikes.iter().all(|train| train.len() == 1));
    let alone = axon.simulate(&ends[..1], 0.01, 10.0).unwrap();
    // The mirror image arrives nowhere later than in the middle.
    let (middle, end) = (run.spikes[100].times()[0], alone.spikes[199].times()[0]);
    let latest = run.spikes.iter().map(|train| train.times()[0]).fold(0.0, f64::max);
    assert!((latest - middle).abs() < 0.02 && latest < 0.65 * end, "{latest} {end}");
}

#[test]
fn the_second_of_two_stimuli_meets_a_refractory_axon() {
    let axon = axon(40, 20_000.0, 476.0);
    let pair = |gap: f64| {
        let stimuli = [Stimulus::step(0, 20_000.0, 0.5, 1.0), Stimulus::step(0, 20_000.0, 0.5 + gap, 1.0 + gap)];
        axon.simulate(&stimuli, 0.02, 40.0).unwrap().spikes[30].len()
    };
    assert_eq!((pair(4.0), pair(25.0)), (1, 2));
}

/// Potential of a short axon shortly after its spike, for a step dt.
fn potential(scheme: CableScheme, dt: f64) -> f64 {
    let options = CableOptions { scheme, ..Default::default() };
    let axon = axon(20, 5_000.0, 476.0);
    let run = axon.simulate_with(&[Stimulus::step(0, 6_000.0, 0.2, 0.6)], dt, 2.0, options).unwrap();
    run.v[(run.t.len() - 1, 10)]
}

#[test]
fn the_order_of_an_active_cable_is_one_or_two() {
    let exact = potential(CableScheme::CrankNicolson, 0.000_2);
    let errors = |scheme, steps: [f64; 3]| steps.map(|dt| (potential(scheme, dt) - exact).abs());
    assert_order(&errors(CableScheme::BackwardEuler, [0.005, 0.002_5, 0.001_25]), 1.0);
    assert_order(&errors(CableScheme::CrankNicolson, [0.02, 0.01, 0.005]), 2.0);
}

#[test]
fn gates_that_start_away_from_their_steady_state_keep_the_order() {
    let soma = || {
        let patch = Cable::branched(&[Branch::soma(30.0)], CableParams::squid()).unwrap();
        patch.with_channels(0..1, ChannelDensity::default()).unwrap()
    };
    let at = |dt: f64| {
        let options = CableOptions { v_init: Some(15.0), ..Default::default() };
        let run = soma().simulate_with(&[], dt, 2.0, options).unwrap();
        run.v[(run.t.len() - 1, 0)]
    };
    let exact = at(0.000_2);
    assert_order(&[0.02, 0.01, 0.005].map(|dt| (at(dt) - exact).abs()), 2.0);
}

#[test]
fn the_table_of_the_gates_changes_no_potential_by_a_thousandth_of_a_millivolt() {
    use super::super::gates::{advance_exactly, steady};
    // One compartment with the formulas themselves: the scheme in its simplest form.
    let patch = Cable::branched(&[Branch::soma(30.0)], CableParams::squid()).unwrap();
    let patch = patch.with_channels(0..1, ChannelDensity::default()).unwrap();
    let options = CableOptions { scheme: CableScheme::BackwardEuler, v_init: Some(0.0), ..Default::default() };
    let dt = 0.01;
    // 20 µA/cm²; µA/cm² · µm² = 1e-5 nA.
    let amplitude = 20.0 * 1e-5 * patch.morphology().area();
    let run = patch.simulate_with(&[Stimulus::step(0, amplitude, 0.0, 20.0)], dt, 20.0, options).unwrap();
    let (mut v, mut gates) = (0.0, steady(0.0));
    let mut largest = 0.0_f64;
    for k in 1..run.t.len() {
        let [m, h, n] = gates;
        let (na, potassium, leak) = (120.0 * m.powi(3) * h, 36.0 * n.powi(4), 0.3);
        let drive = na * 115.0 - potassium * 12.0 + leak * 10.613 + 20.0;
        v = (v / dt + drive) / (1.0 / dt + na + potassium + leak);
        advance_exactly(&mut gates, v, dt);
        largest = largest.max((v - run.v[(k, 0)]).abs());
    }
    assert!(!run.spikes[0].is_empty() && largest < 1e-3 && largest > 0.0, "{largest}");
}

#[test]
fn the_rest_stays() {
    // The leak of Hodgkin and Huxley leaves rest at 0 mV, to the digits they gave.
    let rest = axon(10, 1000.0, 100.0).rest().unwrap();
    assert!(rest.iter().all(|v| v.abs() < 0.01), "{rest}");
    // An active soma whose potassium draws it below the dendrite's rest.
    let channels = ChannelDensity { e_leak: 5.0, ..Default::default() };
    let branches = [Branch::soma(30.0), Branch::on(0, 500.0, 2.0, 25)];
    let neuron = Cable::branched(&branches, CableParams::default()).unwrap();
    let neuron = neuron.with_channels(0..1, channels).unwrap();
    let rest = neuron.rest().unwrap();
    assert!(rest[0] < rest[25] && rest[25] < 0.0, "{rest}");
    let run = neuron.simulate(&[], 0.1, 200.0).unwrap();
    for i in [0, 10, 25] {
        assert!((run.v[(2000, i)] - rest[i]).abs() < 1e-4, "{i}: {} and {}", run.v[(2000, i)], rest[i]);
    }
}

#[test]
fn a_dendrite_drains_the_current_that_would_have_made_a_spike() {
    let fires = |branches: &[Branch]| {
        let neuron = Cable::branched(branches, CableParams::default()).unwrap();
        let neuron = neuron.with_channels(0..1, ChannelDensity::default()).unwrap();
        let run = neuron.simulate(&[Stimulus::step(0, 0.25, 1.0, 3.0)], 0.02, 15.0).unwrap();
        !run.spikes[0].is_empty()
    };
    assert!(fires(&[Branch::soma(20.0)]));
    assert!(!fires(&[Branch::soma(20.0), Branch::on(0, 1000.0, 6.0, 50)]));
}

#[test]
fn strong_currents_do_not_break_the_gates() {
    let axon = axon(5, 500.0, 100.0);
    for amplitude in [1e6, -1e6] {
        let run = axon.simulate(&[Stimulus::step(2, amplitude, 0.1, 1.0)], 0.05, 80.0).unwrap();
        assert!(run.v.iter().any(|v| v.abs() > 1e3));
        assert!(run.v[(1600, 2)].abs() < 1.0, "{}", run.v[(1600, 2)]);
    }
}

#[test]
fn a_run_is_shown_in_one_line() {
    let run = axon(10, 5000.0, 476.0).simulate(&[Stimulus::step(0, 20_000.0, 0.0, 0.5)], 0.02, 2.0).unwrap();
    let shown = format!("{run:?}");
    assert!(shown.starts_with("CableRun { 101 times × 10 compartments, t = 0 … 2 ms, v = "), "{shown}");
    assert!(shown.ends_with("compartments that spiked: 10 }"), "{shown}");
}
