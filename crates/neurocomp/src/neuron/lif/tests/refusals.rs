use super::lif;
use crate::neuron::lif::{Lif, LifParams};
use crate::time_step::{MAX_SAMPLES, MAX_STEPS};
use ndarray::{Array1, array};

#[test]
fn impossible_neurons_are_refused_with_range_and_value() {
    let default = LifParams::default();
    for (params, said) in [
        (LifParams { tau_m: 0.0, ..default }, "tau_m must be finite and > 0 ms, received 0"),
        (LifParams { tau_m: f64::NAN, ..default }, "received NaN"),
        (LifParams { resistance: -1.0, ..default }, "resistance must be finite and > 0 MΩ, received -1"),
        (LifParams { t_ref: -1.0, ..default }, "t_ref must be finite and >= 0 ms, received -1"),
        (LifParams { v_thresh: f64::INFINITY, ..default }, "v_thresh must be finite (mV), received inf"),
        (LifParams { v_reset: 20.0, ..default }, "v_reset must be finite and < v_thresh (20 mV), received 20"),
        (LifParams { v_reset: f64::NAN, ..default }, "< v_thresh (20 mV), received NaN"),
        (LifParams { v_reset: f64::NEG_INFINITY, ..default }, "received -inf"),
    ] {
        let message = Lif::new(params).unwrap_err().to_string();
        assert!(message.contains(said), "{message}");
    }
}

#[test]
fn impossible_simulations_are_refused_with_range_and_value() {
    let n = lif(LifParams::default());
    let many = MAX_SAMPLES as f64 * 0.1 + 1.0;
    for (error, said) in [
        (n.simulate(f64::NAN, 0.1, 1.0).unwrap_err(), "current must be finite (nA), received NaN"),
        (n.simulate(1.0, -0.1, 1.0).unwrap_err(), "dt must be finite and > 0 ms, received -0.1"),
        (n.simulate(1.0, 0.1, 0.0).unwrap_err(), "duration must be finite and > 0 ms, received 0"),
        (n.simulate(1.0, 0.1, 0.05).unwrap_err(), "dt must be <= duration (0.05 ms), received 0.1"),
        (n.simulate(1.0, 25.0, 100.0).unwrap_err(), "dt must be <= the time constant (20 ms), received 25"),
        (n.simulate(1.0, 0.1, many).unwrap_err(), "must be <= 20000000 steps, received 20000010"),
        (n.simulate_noisy(1.0, -2.0, 0.1, 1.0, 1).unwrap_err(), "sigma must be finite and >= 0 mV, received -2"),
        (n.simulate_noisy(1.0, 2.0, 0.1, many, 1).unwrap_err(), "steps"),
        (n.simulate_input(&array![], 0.1).unwrap_err(), "current must have at least 1 element, received 0"),
        (
            n.simulate_input(&array![1.0, f64::INFINITY], 0.1).unwrap_err(),
            "current[1] must be finite (nA), received inf",
        ),
        (n.simulate_input(&array![1.0], 0.0).unwrap_err(), "dt must be finite and > 0 ms, received 0"),
        (n.spikes_noisy(1.0, 2.0, 0.1, 1e300, 1).unwrap_err(), "must be <= 1000000000 steps"),
        (n.siegert_rate(f64::INFINITY, 1.0).unwrap_err(), "current must be finite"),
        (n.siegert_rate(1.0, f64::NAN).unwrap_err(), "sigma must be finite and >= 0 mV, received NaN"),
        (n.rate_cv_map(&array![], &array![1.0], 0.1, 1.0, 1).unwrap_err(), "currents must have at least 1"),
        (
            n.rate_cv_map(&array![1.0], &array![1.0, -1.0], 0.1, 1.0, 1).unwrap_err(),
            "sigmas[1] must be finite and >= 0",
        ),
        (n.rate_cv_map(&array![f64::NAN], &array![1.0], 0.1, 1.0, 1).unwrap_err(), "currents[0] must be finite"),
    ] {
        assert!(error.to_string().contains(said), "{error}");
    }
    let axis = Array1::linspace(0.0, 1.0, 1000);
    let error = n.rate_cv_map(&axis, &axis, 0.1, 0.1 * MAX_STEPS as f64, 1).unwrap_err();
    assert!(error.to_string().contains("<= 100000 steps"), "{error}");
}

#[test]
fn a_current_in_the_wrong_unit_does_not_fill_the_memory() {
    // 20 nA given in pA: a spike at each step.
    let error = lif(LifParams::default()).spikes_noisy(20_000.0, 1.0, 0.1, 1e7, 1).unwrap_err();
    assert!(error.to_string().contains("at most 20000000 spikes and reached them after 200"), "{error}");
}

#[test]
fn errors_and_results_show_themselves_in_one_line() {
    let error = Lif::new(LifParams { tau_m: -3.0, ..Default::default() }).unwrap_err();
    assert_eq!(format!("{error:?}"), error.to_string());
    let run = lif(LifParams::default()).simulate(25.0, 0.1, 1000.0).unwrap();
    let shown = format!("{run:?}");
    assert!(shown.contains("10001 samples") && shown.contains("31 spikes") && shown.len() < 200, "{shown}");
}
