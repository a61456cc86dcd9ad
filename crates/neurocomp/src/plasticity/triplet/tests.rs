use super::*;
use crate::plasticity::stdp::{PairStdp, StdpParams};

fn rule(params: TripletParams) -> TripletStdp {
    TripletStdp::new(params).unwrap()
}

fn irregular() -> Protocol {
    let pre = [5.0, 12.3, 40.1, 41.7, 80.0, 95.5, 130.2, 133.3, 170.4, 200.0];
    let post = [9.9, 20.4, 38.8, 60.6, 82.1, 90.0, 91.2, 150.5, 171.0, 199.1];
    Protocol::new(pre.to_vec(), post.to_vec()).unwrap()
}

#[test]
fn brian_finds_the_same_change() {
    // tests/oracles/plasticity_rules.py, Brian 2.9.0.
    let change = rule(TripletParams::hippocampus_full()).change(&irregular());
    assert!((change + 0.024845725382853078).abs() < 1e-12);
}

#[test]
fn a_triplet_does_what_the_equations_say() {
    // post, pre, post at 0, 10, 20 ms: one pair each way, and the pair pre–post after an earlier post.
    let p = TripletParams::hippocampus_full();
    let change = rule(p).change(&Protocol::new(vec![10.0], vec![0.0, 20.0]).unwrap());
    let e = |t: f64, tau: f64| (-t / tau).exp();
    let expected = e(10.0, p.tau_plus) * (p.a2_plus + p.a3_plus * e(20.0, p.tau_y)) - e(10.0, p.tau_minus) * p.a2_minus;
    assert!((change - expected).abs() < 1e-15);
    // pre, post, pre: the depression has an earlier pre.
    let change = rule(p).change(&Protocol::new(vec![0.0, 20.0], vec![10.0]).unwrap());
    let expected =
        e(10.0, p.tau_plus) * p.a2_plus - e(10.0, p.tau_minus) * (p.a2_minus + p.a3_minus * e(20.0, p.tau_x));
    assert!((change - expected).abs() < 1e-15);
}

#[test]
fn without_triplet_terms_it_is_pair_stdp() {
    let triplet = rule(TripletParams {
        a2_plus: 0.005,
        a2_minus: 0.003,
        a3_plus: 0.0,
        a3_minus: 0.0,
        ..TripletParams::default()
    });
    let pair = PairStdp::new(StdpParams { a_plus: 0.005, a_minus: 0.003, ..StdpParams::default() }).unwrap();
    let w = pair.weight_after(&irregular(), 0.5).unwrap();
    assert!((triplet.change(&irregular()) - (w - 0.5)).abs() < 1e-14);
}

#[test]
fn poisson_trains_change_the_weight_at_the_rate_of_theory() {
    let protocol = Protocol::poisson(12.0, 20.0, 4e6, 5).unwrap();
    for params in
        [TripletParams::visual_cortex(), TripletParams::hippocampus_full(), TripletParams::visual_cortex_nearest_full()]
    {
        let p = rule(params);
        let measured = p.change(&protocol) / 4000.0;
        let (pre, post) = (protocol.pre().rate(), protocol.post().rate());
        let theory = p.poisson_drift(pre, post).unwrap();
        // Potentiation and depression nearly cancel: compare with the size of the depression.
        let depression = rule(TripletParams { a2_plus: 0.0, a3_plus: 0.0, ..params });
        let scale = depression.poisson_drift(pre, post).unwrap();
        assert!(((measured - theory) / scale).abs() < 0.02, "{measured} {theory}");
    }
}

#[test]
fn the_minimal_model_is_a_bcm_rule() {
    let p = rule(TripletParams::visual_cortex());
    let theta = p.bcm_threshold().unwrap();
    for pre in [1.0, 10.0, 50.0] {
        assert!(p.poisson_drift(pre, theta).unwrap().abs() < 1e-12);
        assert!(p.poisson_drift(pre, 0.5 * theta).unwrap() < 0.0);
        assert!(p.poisson_drift(pre, 2.0 * theta).unwrap() > 0.0);
        // Linear in the presynaptic rate, quadratic in the postsynaptic one.
        let drift = |post: f64| p.poisson_drift(pre, post).unwrap();
        let k = drift(2.0 * theta) / (2.0 * theta * theta);
        assert!((drift(3.0 * theta) / (3.0 * theta * 2.0 * theta) / k - 1.0).abs() < 1e-12);
    }
    assert_eq!(rule(TripletParams::hippocampus_full()).bcm_threshold(), None);
    // In hippocampal cultures pairs alone potentiate more than they depress? 5.3·16.8 < 3.5·33.7: there is a threshold.
    assert!(rule(TripletParams::hippocampus()).bcm_threshold().unwrap() > 0.0);
}

#[test]
fn wrong_parameters_are_refused() {
    let error = TripletStdp::new(TripletParams { tau_y: -1.0, ..TripletParams::default() }).unwrap_err();
    assert_eq!(error.to_string(), "tau_y must be finite and > 0 ms, received -1");
    assert!(rule(TripletParams::default()).poisson_drift(f64::NAN, 1.0).is_err());
}
