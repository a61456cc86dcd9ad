use super::*;

fn rule() -> NmdaRule {
    NmdaRule::new(NmdaParams::default()).unwrap()
}

#[test]
fn a_solver_with_error_control_finds_the_same_change() {
    // tests/oracles/plasticity_rules.py, scipy's solve_ivp: five pairs at 5 Hz. Steps of 0.5 ms are off by a few per
    // cent.
    for (delta_t, expected) in [(10.0, 0.563517634990673), (-10.0, 0.22129428322620104), (80.0, 0.01920101103601124)] {
        let protocol = Protocol::pairing(delta_t, 5, 5.0).unwrap();
        let change = rule().change(&protocol).unwrap();
        assert!((change - expected).abs() < 0.03, "{delta_t}: {change}");
    }
}

#[test]
fn the_error_shrinks_with_the_step() {
    // Against the same solver: first order.
    let protocol = Protocol::pairing(10.0, 5, 5.0).unwrap();
    let error = |dt: f64| {
        let mut w = 0.25;
        rule().follow(&protocol, dt, |_, _, _, weight| w = weight).unwrap();
        (w / 0.25 - 1.0 - 0.563517634990673).abs()
    };
    for dt in [0.5, 0.25, 0.125] {
        let order = (error(dt) / error(dt / 2.0)).log2();
        assert!((order - 1.0).abs() < 0.15, "{dt}: {order}");
    }
}

#[test]
fn omega_has_three_plateaus() {
    let rule = rule();
    for (calcium, level) in [(0.0, 0.25), (0.45, 0.0), (1.0, 1.0)] {
        assert!((rule.omega(calcium) - level).abs() < 1e-3);
    }
    assert!((rule.omega(0.35) - 0.125).abs() < 1e-3 && (rule.omega(0.55) - 0.5).abs() < 1e-3);
    // About 3 h without calcium, 1 s with much of it.
    assert!((1.0 / rule.eta(0.0) / 3600.0 - 2.8).abs() < 0.1);
    assert!((1.0 / rule.eta(1.0) - 1.1).abs() < 0.01);
}

#[test]
fn magnesium_blocks_at_rest_only() {
    let rule = rule();
    assert!(rule.unblocked(-65.0) < 0.07 && rule.unblocked(20.0) > 0.9);
}

#[test]
fn there_is_a_second_window_of_depression() {
    let window = |delta_t: f64| {
        let protocol = Protocol::pairing(delta_t, 100, 1.0).unwrap();
        rule().change(&protocol).unwrap()
    };
    assert!(window(-10.0) < -0.3 && window(10.0) > 0.5 && window(80.0) < -0.3);
    assert!(window(-100.0).abs() < 0.05 && window(200.0).abs() < 0.05);
}

#[test]
fn presynaptic_stimulation_depresses_slowly_and_potentiates_fast() {
    let rule = NmdaRule::new(NmdaParams::stimulation()).unwrap();
    let after = |frequency: f64| {
        let protocol = Protocol::stimulation(900, frequency, 0.0).unwrap();
        rule.change(&protocol).unwrap()
    };
    assert!(after(1.0) < -0.3 && after(20.0) > 1.0);
}

#[test]
fn calcium_needs_both_spikes() {
    let peak = |pre: Vec<f64>, post: Vec<f64>| {
        let run = rule().simulate(&Protocol::new(pre, post).unwrap()).unwrap();
        run.calcium.iter().copied().fold(0.0, f64::max)
    };
    let (pre, post) = (peak(vec![50.0], vec![]), peak(vec![], vec![60.0]));
    let both = peak(vec![50.0], vec![60.0]);
    assert_eq!(post, 0.0);
    assert!(both > 2.0 * pre, "{both} {pre}");
    // The lone presynaptic spike stays below both thresholds.
    assert!(pre < 0.35 && both > 0.55);
}

#[test]
fn wrong_parameters_are_refused() {
    let error = NmdaRule::new(NmdaParams { p0: 1.2, ..NmdaParams::default() }).unwrap_err();
    assert_eq!(error.to_string(), "p0 must be finite and 0 to 1, received 1.2");
}
