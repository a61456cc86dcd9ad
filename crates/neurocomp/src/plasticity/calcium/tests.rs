use super::*;
use proptest::prelude::*;

fn rule(params: CalciumParams) -> CalciumRule {
    CalciumRule::new(params).unwrap()
}

/// The fractions in the steady state of pairing: from the middle of many periods.
fn steady_fractions(rule: &CalciumRule, delta_t: f64, frequency: f64) -> Fractions {
    let time_above = |pairs: usize| {
        let protocol = Protocol::pairing(delta_t, pairs, frequency).unwrap();
        let f = rule.fractions(&protocol);
        let duration = protocol.duration();
        (f.depression * duration, f.potentiation * duration)
    };
    let (few, many) = (time_above(100), time_above(101));
    let period = 1000.0 / frequency;
    Fractions {
        depression: ((many.0 - few.0) / period).clamp(0.0, 1.0),
        potentiation: ((many.1 - few.1) / period).clamp(0.0, 1.0),
    }
}

#[test]
fn fractions_and_change_are_those_of_the_paper() {
    // tests/oracles/plasticity_rules.py: calcium sampled each µs in the steady state, the paper's formula with scipy's
    // erf.
    for (params, delta_t, pairs, frequency, depression, potentiation, change) in [
        (CalciumParams::dp(), -20.0, 60.0, 1.0, 0.020172, 0.009678, -0.2356947791976377),
        (CalciumParams::dp(), 10.0, 60.0, 1.0, 0.023283, 0.018036, 0.22137550146408058),
        (CalciumParams::cortical_slices(), 10.0, 75.0, 40.0, 1.0, 0.80276, 0.5526190915348275),
    ] {
        let rule = rule(params);
        let found = steady_fractions(&rule, delta_t, frequency);
        assert!((found.depression - depression).abs() < 1e-4, "{found:?}");
        assert!((found.potentiation - potentiation).abs() < 1e-4, "{found:?}");
        let duration = pairs * 1000.0 / frequency;
        let by_formula = rule.change_from_fractions(Fractions { depression, potentiation }, duration).unwrap();
        assert!((by_formula - change).abs() < 1e-12, "{by_formula}");
    }
}

#[test]
fn averaging_over_the_protocol_comes_close_to_the_exact_solution() {
    for (params, delta_t, frequency) in [
        (CalciumParams::dp(), -20.0, 1.0),
        (CalciumParams::dp(), 10.0, 1.0),
        (CalciumParams::dpd(), -15.0, 1.0),
        (CalciumParams::cortical_slices(), 10.0, 20.0),
    ] {
        let rule = rule(params);
        let protocol = Protocol::pairing(delta_t, 60, frequency).unwrap();
        let exact = rule.change(&protocol);
        let averaged = rule.change_from_fractions(rule.fractions(&protocol), protocol.duration()).unwrap();
        assert!((exact - averaged).abs() < 0.03, "{exact} {averaged}");
    }
}

#[test]
fn a_lone_spike_is_above_a_threshold_for_tau_log_c() {
    let rule = rule(CalciumParams::dp());
    let protocol = Protocol::new(vec![], vec![0.0]).unwrap();
    let f = rule.fractions(&protocol);
    let duration = protocol.duration();
    assert!((f.depression * duration - 20.0 * 2f64.ln()).abs() < 1e-12);
    assert!((f.potentiation * duration - 20.0 * (2.0f64 / 1.3).ln()).abs() < 1e-12);
    // There the efficacy relaxes with both rates, then with the rate of depression.
    let p = rule.params();
    let (tp, td) = (20.0 * (2.0f64 / 1.3).ln(), 20.0 * 2f64.ln());
    let bar = p.gamma_p / (p.gamma_p + p.gamma_d);
    let mean = bar * (1.0 - (-(p.gamma_p + p.gamma_d) * tp / p.tau).exp()) * (-p.gamma_d * (td - tp) / p.tau).exp();
    let found = rule.efficacy_after(&protocol, 0.0).unwrap();
    assert!((found.mean - mean).abs() < 1e-15);
}

#[test]
fn each_set_draws_the_curve_it_is_named_after() {
    let change =
        |params: CalciumParams, delta_t: f64| rule(params).change(&Protocol::pairing(delta_t, 60, 1.0).unwrap());
    assert!(change(CalciumParams::dp(), -20.0) < -0.2 && change(CalciumParams::dp(), 10.0) > 0.2);
    let dpd = |dt| change(CalciumParams::dpd(), dt);
    assert!(dpd(-10.0) < -0.1 && dpd(4.0) > 0.15 && dpd(20.0) < -0.1);
    let dpd_prime = |dt| change(CalciumParams::dpd_prime(), dt);
    assert!(dpd_prime(-10.0) < -0.2 && dpd_prime(5.0) > 0.1 && dpd_prime(20.0) < -0.05);
    for delta_t in [-20.0, -10.0, 0.0, 10.0, 20.0] {
        assert!(change(CalciumParams::p(), delta_t) > 0.05);
        assert!(change(CalciumParams::d_prime(), delta_t) < -0.1);
        assert!(change(CalciumParams::d(), delta_t) <= 0.0);
    }
    assert!(change(CalciumParams::d(), 0.0) < -0.05);
    // Simultaneous calcium and equal amplitudes: symmetric.
    assert!((change(CalciumParams::p(), 15.0) - change(CalciumParams::p(), -15.0)).abs() < 1e-9);
}

#[test]
fn simulated_synapses_spread_as_the_exact_mean_and_variance() {
    // 400 synapses; Euler steps of 0.1 ms. The bistable term, left out of the theory, is of order 0.1/γ.
    let rule = rule(CalciumParams::dp());
    let protocol = Protocol::pairing(10.0, 10, 10.0).unwrap();
    let theory = rule.efficacy_after(&protocol, 0.0).unwrap();
    let ends: Vec<f64> = (0..400)
        .map(|seed| {
            let run = rule.simulate(&protocol, 0.0, 0.1, seed).unwrap();
            run.rho[run.rho.len() - 1]
        })
        .collect();
    let mean = ends.iter().sum::<f64>() / 400.0;
    let variance = ends.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / 399.0;
    let error = theory.sd / 20.0;
    assert!((mean - theory.mean).abs() < 4.0 * error, "{mean} {theory:?}");
    assert!((variance.sqrt() / theory.sd - 1.0).abs() < 0.15);
}

#[test]
fn without_calcium_the_efficacy_runs_to_the_state_on_its_side() {
    let rule = rule(CalciumParams { tau: 20.0, ..CalciumParams::dp() });
    let nothing = Protocol::new(vec![], vec![]).unwrap();
    for (rho0, end) in [(0.51, 1.0), (0.49, 0.0)] {
        let run = rule.simulate(&nothing, rho0, 1.0, 1).unwrap();
        assert!((run.rho[1000] - end).abs() < 1e-3, "{run:?}");
    }
    assert_eq!(rule.change(&nothing), 0.0);
}

#[test]
fn wrong_parameters_are_refused() {
    let error = CalciumRule::new(CalciumParams { beta: 1.5, ..CalciumParams::dp() }).unwrap_err();
    assert_eq!(error.to_string(), "beta must be finite and 0 to 1, received 1.5");
    let dp = rule(CalciumParams::dp());
    let protocol = Protocol::pairing(1.0, 2, 1.0).unwrap();
    assert!(dp.simulate(&protocol, 0.5, 30.0, 1).is_err());
    assert!(dp.efficacy_after(&protocol, f64::NAN).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_mean_efficacy_stays_between_0_and_1_and_pieces_fill_the_time(
        mut pre in proptest::collection::vec(0.0..2000.0, 0..60),
        mut post in proptest::collection::vec(0.0..2000.0, 0..60),
        rho0 in 0.0..=1.0,
    ) {
        pre.sort_by(f64::total_cmp);
        post.sort_by(f64::total_cmp);
        let protocol = Protocol::new(pre, post).unwrap();
        let rule = rule(CalciumParams::cortical_slices());
        let mut filled = 0.0;
        rule.for_each_piece(&protocol, |piece| filled += piece.duration);
        prop_assert!((filled - protocol.duration()).abs() < 1e-9);
        let end = rule.efficacy_after(&protocol, rho0).unwrap();
        prop_assert!((0.0..=1.0).contains(&end.mean) && end.sd >= 0.0);
        let f = rule.fractions(&protocol);
        prop_assert!(f.potentiation <= f.depression && f.depression <= 1.0);
    }
}
