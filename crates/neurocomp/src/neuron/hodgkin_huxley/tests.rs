use super::*;

mod excitability;
mod oracle;
mod rates;
mod refusals;
mod rest;
mod simulation;

fn squid() -> HodgkinHuxley {
    HodgkinHuxley::new(HodgkinHuxleyParams::default()).unwrap()
}

fn at_temperature(temperature: f64) -> HodgkinHuxley {
    HodgkinHuxley::new(HodgkinHuxleyParams { temperature, ..Default::default() }).unwrap()
}

fn peak(v: &ndarray::Array1<f64>) -> f64 {
    v.iter().copied().fold(f64::MIN, f64::max)
}

#[test]
fn the_origin_of_potentials_does_not_matter() {
    let modern = HodgkinHuxley::new(HodgkinHuxleyParams::resting_at(-65.0)).unwrap();
    let p = modern.params();
    assert_eq!((p.e_na, p.e_k, p.v_spike), (50.0, -77.0, -15.0));
    let (one, other) = (squid().simulate(10.0, 0.01, 60.0).unwrap(), modern.simulate(10.0, 0.01, 60.0).unwrap());
    for k in 0..one.v.len() {
        assert!((one.v[k] - 65.0 - other.v[k]).abs() < 1e-8);
    }
    assert_eq!(one.spikes.len(), other.spikes.len());
    // Eigenvalues, too, belong to the membrane and not to the scale.
    let leading = |n: &HodgkinHuxley| n.eigenvalues(&n.resting_state()).unwrap()[0];
    assert!((leading(&squid()) - leading(&modern)).norm() < 1e-9);
}

#[test]
fn ten_degrees_make_the_gates_three_times_faster() {
    assert_eq!(squid().phi(), 1.0);
    assert!((at_temperature(16.3).phi() - 3.0).abs() < 1e-14);
    let v = ndarray::array![-20.0, 0.0, 40.0];
    let cold = squid().gate_curves(&v).unwrap();
    let warm = at_temperature(16.3).gate_curves(&v).unwrap();
    for k in 0..3 {
        assert!((cold.tau_h[k] / warm.tau_h[k] - 3.0).abs() < 1e-12);
        assert_eq!(cold.h_inf[k], warm.h_inf[k]);
    }
    // Only the gates: with the potential the three others also turn three times faster.
    let state = squid().held_at(3.0).unwrap();
    let state = HodgkinHuxleyState { m: 0.2, ..state };
    let (slow, fast) = (squid().derivatives(&state, 1.0), at_temperature(16.3).derivatives(&state, 1.0));
    assert_eq!(slow[0], fast[0]);
    assert!((fast[1] / slow[1] - 3.0).abs() < 1e-12);
}
