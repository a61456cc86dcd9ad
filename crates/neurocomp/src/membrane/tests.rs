use ndarray::{Array1, array, s};
use proptest::prelude::*;

use super::*;
use crate::{current, integrate};

fn membrane() -> Membrane {
    Membrane::new(MembraneParams::default()).unwrap()
}

#[test]
fn a_step_is_simulated_exactly_whatever_dt() {
    let membrane = membrane();
    for dt in [0.01, 1.0, 25.0] {
        let current = current::step(2.0, 0.0, dt, 100.0).unwrap();
        let run = membrane.simulate(&current, dt).unwrap();
        for (&t, &v) in run.t.iter().zip(&run.v) {
            assert!((v - membrane.step_response(-65.0, 2.0, t)).abs() < 1e-9);
        }
    }
}

#[test]
fn a_pulse_is_a_step_minus_a_later_step() {
    let membrane = membrane();
    let (amplitude, width, dt) = (1.5, 12.0, 0.5);
    let current = current::pulse(amplitude, 0.0, width, dt, 60.0).unwrap();
    let run = membrane.simulate(&current, dt).unwrap();
    let step = |t: f64| {
        if t < 0.0 { 0.0 } else { membrane.step_response(-65.0, amplitude, t) + 65.0 }
    };
    for (&t, &v) in run.t.iter().zip(&run.v) {
        let response = membrane.pulse_response(amplitude, width, t);
        assert!((v - response).abs() < 1e-9);
        assert!((response + 65.0 - (step(t) - step(t - width))).abs() < 1e-9);
    }
    assert_eq!(membrane.pulse_response(1.0, 5.0, -1.0), -65.0);
    assert_eq!(membrane.pulse_response(1.0, 0.0, 1.0), -65.0);
}

#[test]
fn eulers_method_is_of_first_order() {
    let membrane = membrane();
    let error = |dt| {
        let current = current::step(1.0, 0.0, dt, 20.0).unwrap();
        let run = membrane.simulate_euler(&current, dt).unwrap();
        (run.v[run.v.len() - 1] - membrane.step_response(-65.0, 1.0, 20.0)).abs()
    };
    let order = (error(0.1) / error(0.05)).log2();
    assert!((order - 1.0).abs() < 0.02, "{order}");
}

#[test]
fn a_sine_with_its_transient_solves_the_equation() {
    let membrane = membrane();
    let (amplitude, frequency) = (0.8, 37.0);
    let exact = |t| membrane.sine_response(-70.0, amplitude, frequency, t);
    assert!((exact(0.0) - -70.0).abs() < 1e-12);
    // C dV/dt against (E_l − V)/R + I, by central differences.
    for k in 0..100 {
        let (t, h) = (k as f64 * 0.7, 1e-4);
        let slope = (exact(t + h) - exact(t - h)) / (2.0 * h);
        let injected = amplitude * (2.0 * PI * frequency / 1000.0 * t).sin();
        let flows = (-65.0 - exact(t)) / 10.0 + injected;
        assert!((slope - flows).abs() < 1e-6);
    }
    // And the simulation in small steps: each value is the mean of the current, so that the error goes as dt².
    let error = |dt| {
        let current = current::sine(0.0, amplitude, frequency, dt, 100.0).unwrap();
        let run = membrane.simulate_from(-70.0, &current, dt).unwrap();
        (run.v[run.v.len() - 1] - exact(100.0)).abs()
    };
    assert!(error(0.1) < 1e-3 && ((error(0.2) / error(0.1)).log2() - 2.0).abs() < 0.05);
}

#[test]
fn the_general_solver_agrees_with_the_sine_response() {
    let membrane = membrane();
    let times = Array1::linspace(0.0, 80.0, 41);
    let f = |t: f64, [v]: [f64; 1]| [(-65.0 - v + 10.0 * 0.5 * (2.0 * PI * 0.025 * t).sin()) / 10.0];
    let solution = integrate::solve(f, [-60.0], &times).unwrap();
    for (k, &t) in times.iter().enumerate() {
        assert!((solution.x[[k, 0]] - membrane.sine_response(-60.0, 0.5, 25.0, t)).abs() < 1e-5);
    }
}

#[test]
fn the_membrane_is_a_low_pass_filter() {
    let membrane = membrane();
    let cutoff = membrane.cutoff_frequency();
    assert!((cutoff - 15.915494).abs() < 1e-6); // 1000/(2π·10)
    assert_eq!(membrane.impedance(0.0), 10.0);
    assert!((membrane.impedance(cutoff) - 10.0 / 2.0_f64.sqrt()).abs() < 1e-12);
    assert!((membrane.phase(cutoff) - -PI / 4.0).abs() < 1e-12);
    // Far above the cut-off only the capacitor counts: |Z| = 1/(ωC), ten times less per decade, a quarter period late.
    let fast = 1e6 * cutoff;
    assert!((membrane.impedance(fast) * 2.0 * PI * fast / 1000.0 - 1.0).abs() < 1e-9);
    assert!((membrane.phase(fast) + PI / 2.0).abs() < 1e-5);
}

#[test]
fn noise_gives_the_potential_its_stationary_mean_and_variance() {
    let membrane = membrane();
    let dt = 0.5;
    let settled = |current: Array1<f64>| {
        let v = membrane.simulate(&current, dt).unwrap().v;
        let v = v.slice(s![1000..]).to_owned();
        (v.mean().unwrap(), v.var(0.0))
    };
    // 400 s are 20,000 independent values: variance known to 1 %. Held white noise has, exactly, the variance
    // (R s)²/dt · (1 − e^(−dt/τ))/(1 + e^(−dt/τ)), which is (R s)²/(2τ) (1 − (dt/τ)²/12).
    let expected = membrane.white_noise_potential(0.7, 1.2).unwrap();
    assert_eq!((expected.mean, expected.variance), (-58.0, 7.2));
    let (mean, variance) = settled(current::white_noise(0.7, 1.2, dt, 400_000.0, 1).unwrap());
    assert!((mean - expected.mean).abs() < 0.1, "{mean}");
    assert!((variance / expected.variance - 1.0).abs() < 0.05, "{variance}");

    let expected = membrane.ornstein_uhlenbeck_potential(0.7, 0.4, 5.0).unwrap();
    let (mean, variance) = settled(current::ornstein_uhlenbeck(0.7, 0.4, 5.0, dt, 400_000.0, 2).unwrap());
    assert!((mean - expected.mean).abs() < 0.15, "{mean}");
    assert!((variance / expected.variance - 1.0).abs() < 0.05, "{variance}");
}

#[test]
fn fast_fluctuations_are_white_noise_and_slow_ones_a_steady_state() {
    let membrane = membrane();
    // s √(2τ_s) is the intensity of the white noise that a fast current of Ornstein and Uhlenbeck looks like.
    let (sigma, tau) = (0.4_f64, 1e-6_f64);
    let fast = membrane.ornstein_uhlenbeck_potential(0.0, sigma, tau).unwrap();
    let white = membrane.white_noise_potential(0.0, sigma * (2.0 * tau).sqrt()).unwrap();
    assert!((fast.variance / white.variance - 1.0).abs() < 1e-6);
    let slow = membrane.ornstein_uhlenbeck_potential(0.0, sigma, 1e9).unwrap();
    assert!((slow.variance - 16.0).abs() < 1e-6); // (R s)²
}

#[test]
fn white_noise_is_the_noise_of_the_integrate_and_fire_neuron() {
    // σ √τ = R s: both have variance σ²/2.
    let sigma = 3.0;
    let intensity = sigma * 10.0_f64.sqrt() / 10.0;
    let v = membrane().white_noise_potential(0.0, intensity).unwrap();
    assert!((v.variance - sigma * sigma / 2.0).abs() < 1e-12);
}

#[test]
fn impossible_membranes_and_currents_are_refused() {
    let with = |capacitance, resistance, v_rest| {
        let error = Membrane::new(MembraneParams { capacitance, resistance, v_rest }).unwrap_err();
        error.to_string()
    };
    assert_eq!(with(-1.0, 1.0, 0.0), "capacitance must be finite and > 0 nF, received -1");
    assert_eq!(with(1.0, f64::NAN, 0.0), "resistance must be finite and > 0 MΩ, received NaN");
    assert_eq!(with(1.0, 1.0, f64::INFINITY), "v_rest must be finite (mV), received inf");
    assert!(with(1e-200, 1e-200, 0.0).contains("resistance * capacitance"));
    let m = membrane();
    let good = array![1.0];
    for (outcome, said) in [
        (m.simulate(&array![], 0.1), "current must have at least 1 element, received 0"),
        (m.simulate(&array![0.0, f64::NAN], 0.1), "current[1] must be finite (nA), received NaN"),
        (m.simulate(&good, 0.0), "dt must be finite and > 0 ms, received 0"),
        (m.simulate(&array![1.0, 1.0], 1e308), "duration must be finite"),
        (m.simulate(&array![1e308], 1.0), "v[1] must be finite (mV)"),
        (m.simulate_from(f64::NAN, &good, 0.1), "v0 must be finite (mV), received NaN"),
        (m.simulate_euler(&good, 11.0), "dt must be <= the time constant (10 ms), received 11"),
    ] {
        let message = outcome.unwrap_err().to_string();
        assert!(message.contains(said), "{message}");
    }
    assert!(m.white_noise_potential(f64::NAN, 1.0).is_err() && m.white_noise_potential(0.0, -1.0).is_err());
    assert!(m.white_noise_potential(0.0, 1e300).is_err() && m.white_noise_potential(1e308, 1.0).is_err());
    assert!(m.ornstein_uhlenbeck_potential(0.0, 1.0, 0.0).is_err());
}

#[test]
fn a_run_is_shown_as_one_line() {
    let run = membrane().simulate(&current::step(1.0, 0.0, 0.1, 100.0).unwrap(), 0.1).unwrap();
    assert_eq!(format!("{run:?}"), "MembraneRun { 1001 samples, t = 0 … 100 ms, v = -65.00 … -55.00 mV }");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// The equation is linear: potentials from rest add up as their currents do.
    #[test]
    fn potentials_superpose(
        a in proptest::collection::vec(-5.0..5.0_f64, 50), b in proptest::collection::vec(-5.0..5.0_f64, 50),
        dt in 0.01..20.0_f64,
    ) {
        let membrane = membrane();
        let above_rest = |current: &Array1<f64>| membrane.simulate(current, dt).unwrap().v + 65.0;
        let (a, b) = (Array1::from_vec(a), Array1::from_vec(b));
        let difference = above_rest(&(&a + &b)) - above_rest(&a) - above_rest(&b);
        prop_assert!(difference.iter().all(|d| d.abs() < 1e-9));
    }

    /// Charge is conserved: what was injected is on the capacitor or has left through the resistor.
    #[test]
    fn charge_is_conserved(currents in proptest::collection::vec(-5.0..5.0_f64, 1..80)) {
        let membrane = membrane();
        let (dt, tau) = (0.3, 10.0_f64);
        let current = Array1::from_vec(currents);
        let run = membrane.simulate(&current, dt).unwrap();
        let last = run.v.len() - 1;
        // ∫ (V − E_l)/R of a step that relaxes exponentially towards V∞.
        let mut left = 0.0;
        for k in 0..last {
            let steady = membrane.steady_state(current[k]);
            left += ((steady + 65.0) * dt - (steady - run.v[k]) * tau * -(-dt / tau).exp_m1()) / 10.0;
        }
        let stored = run.v[last] + 65.0;
        prop_assert!((current.sum() * dt - stored - left).abs() < 1e-9);
    }
}
