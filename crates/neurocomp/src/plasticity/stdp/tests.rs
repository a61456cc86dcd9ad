use super::*;
use proptest::prelude::*;

const PAIRINGS: [Pairing; 4] =
    [Pairing::AllToAll, Pairing::NearestSymmetric, Pairing::NearestPresynaptic, Pairing::NearestReduced];

/// Two irregular trains, also in tests/oracles/plasticity_rules.py.
fn irregular() -> Protocol {
    let pre = [5.0, 12.3, 40.1, 41.7, 80.0, 95.5, 130.2, 133.3, 170.4, 200.0];
    let post = [9.9, 20.4, 38.8, 60.6, 82.1, 90.0, 91.2, 150.5, 171.0, 199.1];
    Protocol::new(pre.to_vec(), post.to_vec()).unwrap()
}

fn rule(pairing: Pairing, weight_dependence: WeightDependence) -> PairStdp {
    PairStdp::new(StdpParams { a_plus: 0.005, a_minus: 0.003, pairing, weight_dependence, ..StdpParams::default() })
        .unwrap()
}

fn additive(pairing: Pairing) -> PairStdp {
    rule(pairing, WeightDependence::Additive)
}

#[test]
fn every_pairing_gives_the_sum_over_its_pairs() {
    // tests/oracles/plasticity_rules.py: the first also by Brian 2.9.0, all as plain sums with numpy 2.2.6.
    let expected = [-0.004763573863510152, 0.0075947103932413815, 0.0034906371977286334, 0.004887872146741681];
    for (pairing, expected) in PAIRINGS.into_iter().zip(expected) {
        let w = additive(pairing).weight_after(&irregular(), 0.5).unwrap();
        assert!((w - 0.5 - expected).abs() < 1e-14, "{pairing:?}");
    }
}

#[test]
fn sixty_slow_pairs_draw_the_window_of_bi_and_poo() {
    let rule = PairStdp::new(StdpParams::default()).unwrap();
    for delta_t in [-80.0, -30.0, -5.0, -0.5, 0.0, 0.5, 5.0, 30.0, 80.0] {
        let protocol = Protocol::pairing(delta_t, 60, 1.0).unwrap();
        let change = rule.weight_after(&protocol, 0.5).unwrap() / 0.5 - 1.0;
        let measured = crate::plasticity::published::bi_poo_window(delta_t);
        assert!((change - measured).abs() < 1e-10, "{delta_t}: {change}");
    }
}

#[test]
fn one_pair_changes_the_weight_by_the_window() {
    for dependence in [
        WeightDependence::Additive,
        WeightDependence::Multiplicative,
        WeightDependence::VanRossum,
        WeightDependence::Power(0.4),
    ] {
        for pairing in PAIRINGS {
            let rule = rule(pairing, dependence);
            for delta_t in [-25.0, -3.0, 0.0, 3.0, 25.0] {
                let pair = Protocol::pairing(delta_t, 1, 1.0).unwrap();
                let w = rule.weight_after(&pair, 0.3).unwrap();
                assert!((w - 0.3 - rule.window(delta_t, 0.3)).abs() < 1e-15);
            }
        }
    }
}

#[test]
fn the_exponent_leads_from_additive_to_multiplicative() {
    for w in [0.0, 0.2, 0.7, 1.0] {
        for (mu, limit) in [(0.0, WeightDependence::Additive), (1.0, WeightDependence::Multiplicative)] {
            let power = WeightDependence::Power(mu);
            assert_eq!(power.potentiation(w), limit.potentiation(w));
            assert_eq!(power.depression(w), limit.depression(w));
        }
    }
}

#[test]
fn multiplicative_pairs_approach_their_bound_geometrically() {
    // Slow causal pairs: 1 − w shrinks by the same factor each time.
    let rule = rule(Pairing::AllToAll, WeightDependence::Multiplicative);
    let step = 0.005 * (-10.0_f64 / 16.8).exp();
    let w = rule.weight_after(&Protocol::pairing(10.0, 200, 0.5).unwrap(), 0.4).unwrap();
    assert!((1.0 - w - 0.6 * (1.0 - step).powi(200)).abs() < 1e-12);
}

#[test]
fn poisson_trains_change_the_weight_at_the_rate_of_theory() {
    // Small steps, that the weight stays away from its bounds; 2000 s of 15 and 25 Hz.
    for pairing in PAIRINGS {
        let rule =
            PairStdp::new(StdpParams { a_plus: 1e-6, a_minus: 0.3e-6, pairing, ..StdpParams::default() }).unwrap();
        let protocol = Protocol::poisson(15.0, 25.0, 2e6, 3).unwrap();
        let seconds = 2000.0;
        let measured = (rule.weight_after(&protocol, 0.5).unwrap() - 0.5) / seconds;
        let theory = rule.poisson_drift(0.5, 15.0, 25.0).unwrap();
        assert!((measured / theory - 1.0).abs() < 0.03, "{pairing:?} {measured} {theory}");
    }
}

#[test]
fn presynaptic_nearest_neighbours_make_a_bcm_rule() {
    // Izhikevich & Desai (2003): depression at low, potentiation at high postsynaptic rate.
    let rule = PairStdp::new(StdpParams {
        a_plus: 0.006,
        a_minus: 0.004,
        pairing: Pairing::NearestPresynaptic,
        ..StdpParams::default()
    })
    .unwrap();
    let drift = |post: f64| rule.poisson_drift(0.5, 10.0, post).unwrap();
    assert!(drift(2.0) < 0.0 && drift(60.0) > 0.0);
    // All pairs: the sign does not depend on the rates.
    let all = additive(Pairing::AllToAll);
    let sign = all.poisson_drift(0.5, 10.0, 1.0).unwrap().signum();
    for post in [5.0, 50.0, 500.0] {
        assert_eq!(all.poisson_drift(0.5, 10.0, post).unwrap().signum(), sign);
    }
}

#[test]
fn wrong_parameters_are_refused_with_name_and_range() {
    let with = |change: fn(&mut StdpParams)| {
        let mut params = StdpParams::default();
        change(&mut params);
        PairStdp::new(params).unwrap_err().to_string()
    };
    for (message, said) in [
        (with(|p| p.a_plus = -1.0), "a_plus must be finite and >= 0, received -1"),
        (with(|p| p.tau_minus = 0.0), "tau_minus must be finite and > 0 ms, received 0"),
        (with(|p| p.weight_dependence = WeightDependence::Power(f64::NAN)), "mu must be finite and >= 0, received NaN"),
    ] {
        assert_eq!(message, said);
    }
    let error = additive(Pairing::AllToAll).weight_after(&irregular(), 1.5).unwrap_err();
    assert_eq!(error.to_string(), "w0 must be finite and 0 to 1, received 1.5");
}

fn trains() -> impl Strategy<Value = Protocol> {
    let train = || proptest::collection::vec(0.0..500.0, 0..40);
    (train(), train()).prop_map(|(mut pre, mut post)| {
        pre.sort_by(f64::total_cmp);
        post.sort_by(f64::total_cmp);
        Protocol::new(pre, post).unwrap()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn weights_stay_between_0_and_1(protocol in trains(), w0 in 0.0..=1.0, mu in 0.0..1.0, which in 0..4usize) {
        let rule = PairStdp::new(StdpParams {
            a_plus: 0.4,
            a_minus: 0.5,
            weight_dependence: WeightDependence::Power(mu),
            pairing: PAIRINGS[which],
            ..StdpParams::default()
        }).unwrap();
        let w = rule.weight_after(&protocol, w0).unwrap();
        prop_assert!((0.0..=1.0).contains(&w));
    }

    #[test]
    fn additive_all_pairs_is_the_sum_of_its_windows(protocol in trains()) {
        let rule = PairStdp::new(StdpParams { a_plus: 1e-5, a_minus: 1e-5, ..StdpParams::default() }).unwrap();
        let mut sum = 0.0;
        for pre in protocol.pre().times() {
            for post in protocol.post().times() {
                sum += rule.window(post - pre, 0.5);
            }
        }
        let w = rule.weight_after(&protocol, 0.5).unwrap();
        prop_assert!((w - 0.5 - sum).abs() < 1e-12);
    }

    #[test]
    fn nothing_depends_on_when_the_clock_was_started(protocol in trains(), shift in 0.0..1000.0) {
        let later = |times: &[f64]| times.iter().map(|t| t + shift).collect::<Vec<_>>();
        let shifted = Protocol::new(later(protocol.pre().times()), later(protocol.post().times())).unwrap();
        for pairing in PAIRINGS {
            let rule = additive(pairing);
            let (a, b) = (rule.weight_after(&protocol, 0.5).unwrap(), rule.weight_after(&shifted, 0.5).unwrap());
            prop_assert!((a - b).abs() < 1e-10);
        }
    }
}
