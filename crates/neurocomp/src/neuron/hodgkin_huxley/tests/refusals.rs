use ndarray::{Array1, array};

use super::super::*;
use super::{at_temperature, squid};
use crate::Result;

fn refused<T: std::fmt::Debug>(result: Result<T>, said: &str) {
    let message = result.unwrap_err().to_string();
    assert!(message.contains(said), "{message:?} should contain {said:?}");
}

#[test]
fn impossible_membranes() {
    let default = HodgkinHuxleyParams::default();
    for (params, said) in [
        (
            HodgkinHuxleyParams { capacitance: 0.0, ..default },
            "capacitance must be finite and 0.001 to 1000 µF/cm², received 0",
        ),
        (HodgkinHuxleyParams { g_k: -36.0, ..default }, "g_k must be finite and 0 to"),
        (HodgkinHuxleyParams { g_leak: 0.0, ..default }, "g_leak must be finite and 0.000001 to"),
        (HodgkinHuxleyParams { e_na: f64::NAN, ..default }, "e_na must be finite and -1000 to 1000 mV, received NaN"),
        (HodgkinHuxleyParams { e_leak: f64::INFINITY, ..default }, "received inf"),
        (HodgkinHuxleyParams { v_spike: 1e4, ..default }, "v_spike"),
        (
            HodgkinHuxleyParams { temperature: 310.0, ..default },
            "temperature must be finite and 0 to 40 °C, received 310",
        ),
    ] {
        refused(HodgkinHuxley::new(params), said);
    }
}

#[test]
fn impossible_currents_and_states() {
    let neuron = squid();
    refused(
        neuron.simulate(f64::NAN, 0.01, 1.0),
        "current must be finite and -1000000 to 1000000 µA/cm², received NaN",
    );
    refused(neuron.simulate_input(&Array1::zeros(0), 0.01), "current must have at least 1 element");
    refused(neuron.simulate_input(&array![0.0, f64::INFINITY], 0.01), "current[1] must be finite");
    refused(neuron.fixed_point(2e6), "received 2000000");
    refused(neuron.held_at(f64::NAN), "v must be finite");
    refused(neuron.gate_curves(&array![0.0, -2000.0]), "v[1] must be finite and -1000 to 1000 mV, received -2000");
    refused(neuron.steady_current(&Array1::zeros(0)), "v must have at least 1 element");
    let rest = neuron.resting_state();
    let strange = HodgkinHuxleyState { h: 1.1, ..rest };
    refused(neuron.simulate_from(&strange, &array![0.0], 0.01), "h must be finite and 0 to 1, received 1.1");
    refused(neuron.eigenvalues(&HodgkinHuxleyState { v: f64::NAN, ..rest }), "v must be finite");
    refused(neuron.rate_curve(&array![1.0, f64::NAN], 0.01, 10.0), "currents[1]");
    refused(neuron.pulse_threshold(0.5, -1.0, 0.01), "strongest must be finite and > 0 µA/cm²");
    refused(
        neuron.refractory_curve(&array![0.4], 0.5, 100.0, 0.01),
        "intervals[0] must be finite and > pulse_duration (0.5 ms), received 0.4",
    );
}

#[test]
fn impossible_times() {
    let neuron = squid();
    refused(neuron.simulate(1.0, 0.0, 1.0), "dt must be finite and > 0 ms");
    refused(neuron.simulate(1.0, 0.01, -1.0), "duration");
    refused(neuron.simulate(1.0, 0.01, 1e6), "4000000 steps");
    refused(neuron.simulate_input(&array![1.0], f64::NAN), "dt");
    // Slower than the sodium channel: the spike would be an artefact. Warm channels are faster.
    refused(neuron.simulate(1.0, 0.6, 10.0), "dt must be <= the time constant (0.5 ms), received 0.6");
    assert!(neuron.simulate(1.0, 0.4, 10.0).is_ok());
    refused(at_temperature(16.3).simulate(1.0, 0.4, 10.0), "time constant");
    refused(neuron.rate_curve(&Array1::zeros(1000), 0.01, 40_000.0), "1000000 steps");
    refused(neuron.pulse_threshold(0.001, 100.0, 0.01), "dt must be <= duration");
    // The pulse alone would be short enough, the time to wait for the spike is not.
    refused(neuron.pulse_threshold(0.001, 100.0, 1e-6), "4000000 steps");
    refused(neuron.refractory_curve(&array![1.0], 0.001, 100.0, 1e-6), "4000000 steps");
}

#[test]
fn the_longest_step_is_the_time_constant_of_m_where_it_is_longest() {
    let slowest = (-1000..2000).map(|k| tau_m(0.1 * k as f64)).fold(0.0, f64::max);
    assert!((0.5..0.505).contains(&slowest), "{slowest}");
}
