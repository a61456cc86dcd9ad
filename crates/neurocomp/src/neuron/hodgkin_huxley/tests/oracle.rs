//! Spike times, peaks and end states from elsewhere. All values come from tests/oracles/hodgkin_huxley.py: scipy 1.17.1
//! (LSODA, rtol 1e-11) and NEURON 9.0.2 (mechanism hh, CVODE, atol 1e-9).

use ndarray::Array1;

use super::super::*;
use super::squid;

/// The run in steps of 0.001 ms: its error of second order is then some 1e-4 ms in the time of a late spike.
const DT: f64 = 0.001;

fn assert_spikes(run: &HodgkinHuxleyRun, expected: &[f64], tolerance: f64) {
    assert_eq!(run.spikes.len(), expected.len(), "{run:?}");
    for (time, exact) in run.spikes.times().iter().zip(expected) {
        assert!((time - exact).abs() < tolerance, "{time} instead of {exact}");
    }
}

fn assert_peaks(run: &HodgkinHuxleyRun, expected: &[f64]) {
    let v = &run.v;
    let peaks: Vec<f64> =
        (1..v.len() - 1).filter(|&k| v[k] > 50.0 && v[k] > v[k - 1] && v[k] >= v[k + 1]).map(|k| v[k]).collect();
    assert_eq!(peaks.len(), expected.len());
    for (peak, exact) in peaks.iter().zip(expected) {
        assert!((peak - exact).abs() < 2e-3, "{peak} instead of {exact}");
    }
}

fn assert_end(run: &HodgkinHuxleyRun, v: f64, m: f64, h: f64, n: f64) {
    let s = run.last_state().unwrap();
    assert!((s.v - v).abs() < 1e-3, "{s:?}");
    for (gate, exact) in [(s.m, m), (s.h, h), (s.n, n)] {
        assert!((gate - exact).abs() < 2e-5, "{s:?}");
    }
}

#[test]
fn a_constant_current_agrees_with_lsoda() {
    let run = squid().simulate(10.0, DT, 100.0).unwrap();
    let spikes = [1.843147, 16.750618, 31.401101, 46.040325, 60.678716, 75.317046, 89.955371];
    assert_spikes(&run, &spikes, 3e-4);
    let peaks = [105.267869, 95.852286, 95.463967, 95.434789, 95.432625, 95.432465, 95.432453];
    assert_peaks(&run, &peaks);
    assert_end(&run, 2.828000214, 0.069520474, 0.458172987, 0.391709077);
}

#[test]
fn two_pulses_agree_with_lsoda() {
    // 30 µA/cm² from 10 to 10.5 ms, 60 µA/cm² from 23 to 23.5 ms, 50 ms in all.
    let current = Array1::from_shape_fn(50_000, |k| match k {
        10_000..10_500 => 30.0,
        23_000..23_500 => 60.0,
        _ => 0.0,
    });
    let run = squid().simulate_input(&current, DT).unwrap();
    assert_spikes(&run, &[11.176054, 23.785619], 3e-4);
    assert_peaks(&run, &[105.318127, 105.475703]);
    assert_end(&run, -0.075371892, 0.052524162, 0.595069344, 0.318677672);
}

#[test]
fn anode_break_excitation_agrees_with_lsoda() {
    let current = Array1::from_shape_fn(100_000, |k| if k < 50_000 { -10.0 } else { 0.0 });
    let run = squid().simulate_input(&current, DT).unwrap();
    assert_spikes(&run, &[55.683212], 3e-4);
    assert_peaks(&run, &[111.794089]);
    assert_end(&run, -0.003153568, 0.052913280, 0.596275441, 0.317705496);
}

#[test]
fn neuron_agrees_at_two_temperatures() {
    // Rest at −65 mV, E_Na 50, E_K −77, E_L −54.4; 10 µA/cm² set in at rest.
    for (temperature, spikes, peak) in [
        (6.3, &[1.84315, 16.75062, 31.40110, 46.04032, 60.67871, 75.31704, 89.95537][..], 40.2677),
        (
            18.5,
            &[
                1.48177, 6.82053, 12.12577, 17.42956, 22.73323, 28.03690, 33.34056, 38.64423, 43.94790, 49.25156,
                54.55523, 59.85890, 65.16256, 70.46623, 75.76990, 81.07356, 86.37723, 91.68090, 96.98456,
            ][..],
            26.1541,
        ),
    ] {
        let params = HodgkinHuxleyParams { temperature, ..HodgkinHuxleyParams::resting_at(-65.0) };
        let run = HodgkinHuxley::new(params).unwrap().simulate(10.0, DT, 100.0).unwrap();
        assert_spikes(&run, spikes, 1e-3);
        // NEURON's peak is taken from its own steps.
        assert!((super::peak(&run.v) - peak).abs() < 0.01, "{run:?}");
    }
}

#[test]
fn steps_of_a_hundredth_of_a_millisecond_suffice() {
    // What the documentation of `simulate` says about its error.
    let late = |dt: f64| {
        let run = squid().simulate(10.0, dt, 100.0).unwrap();
        (run.spikes.times()[1] - 16.750618).abs()
    };
    assert!(late(0.01) < 0.0011 && late(0.1) < 0.11, "{} {}", late(0.01), late(0.1));
}
