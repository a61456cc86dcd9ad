use super::{lif, odd_one};
use crate::neuron::lif::LifParams;
use ndarray::Array1;

#[test]
fn every_interval_is_the_period() {
    // Steps that are no divisor of anything, and even longer than the time constant.
    let neuron = odd_one();
    for current in [6.0001, 6.5, 10.0, 200.0] {
        let period = neuron.period(current).unwrap();
        for dt in [0.1, 0.37, 25.0] {
            let run = neuron.simulate_exact(current, dt, 2000.0).unwrap();
            assert!((run.spikes.times()[0] - (period - 3.0)).abs() < 1e-9);
            assert_eq!(run.spikes.len(), ((run.t[run.t.len() - 1] + 3.0) / period) as usize);
            let isi = run.spikes.isi();
            assert!(isi.iter().all(|isi| (isi - period).abs() < 1e-9), "{isi}");
        }
    }
}

#[test]
fn every_sample_lies_on_the_solution_since_the_last_spike() {
    let neuron = odd_one();
    let run = neuron.simulate_exact(8.0, 0.3, 300.0).unwrap();
    for (&t, &v) in run.t.iter().zip(&run.v) {
        let since = match run.spikes.times().iter().rfind(|&&spike| spike <= t) {
            Some(spike) => (t - spike - 3.0).max(0.0),
            None => t,
        };
        assert!((v - neuron.subthreshold(-4.0, 8.0, since)).abs() < 1e-10);
        assert!(v < 15.0);
    }
}

#[test]
fn how_a_current_is_cut_into_pieces_does_not_matter() {
    let neuron = odd_one();
    let coarse = Array1::from_shape_fn(40, |k| 4.0 + ((k * k) % 7) as f64);
    let fine = Array1::from_shape_fn(40 * 16, |k| coarse[k / 16]);
    let long = neuron.simulate_input_exact(&coarse, 8.0).unwrap();
    let short = neuron.simulate_input_exact(&fine, 0.5).unwrap();
    assert!(long.spikes.len() > 5);
    assert_eq!(long.spikes.len(), short.spikes.len());
    for (a, b) in long.spikes.times().iter().zip(short.spikes.times()) {
        assert!((a - b).abs() < 1e-10);
    }
    for k in 0..=40 {
        assert!((long.v[k] - short.v[16 * k]).abs() < 1e-10);
    }
}

#[test]
fn after_a_step_of_current_the_spike_comes_when_the_two_exponentials_say() {
    // 10 nA for 7 ms bring the default neuron to V₁ = 10 (1 − e^(−7/20)); 40 nA then need τ ln((40 − V₁)/(40 − 20)).
    let neuron = lif(LifParams { t_ref: 1.7, ..Default::default() });
    let current = Array1::from_shape_fn(60, |k| if k < 7 { 10.0 } else { 40.0 });
    let run = neuron.simulate_input_exact(&current, 1.0).unwrap();
    let v1 = 10.0 * -(-7.0_f64 / 20.0).exp_m1();
    let first = 7.0 + 20.0 * ((40.0 - v1) / 20.0).ln();
    let period = 1.7 + 20.0 * 2.0_f64.ln();
    for (k, time) in run.spikes.times().iter().enumerate() {
        assert!((time - (first + k as f64 * period)).abs() < 1e-10, "{k}: {time}");
    }
    assert_eq!(run.spikes.len(), 3);
}

#[test]
fn a_smooth_current_is_followed_with_second_order_from_the_middle_of_the_pieces() {
    // τ V' = −V + A sin ωt, V(0) = 0: V = A (sin ωt − ωτ cos ωt + ωτ e^(−t/τ))/(1 + ω²τ²).
    let neuron = lif(LifParams { v_thresh: 1e3, ..Default::default() });
    let (amplitude, omega, tau) = (15.0, 0.2, 20.0);
    let error = |dt: f64, at: f64| {
        let steps = (100.0 / dt) as usize;
        let current = Array1::from_shape_fn(steps, |k| amplitude * (omega * (k as f64 + at) * dt).sin());
        let run = neuron.simulate_input_exact(&current, dt).unwrap();
        let exact = run.t.mapv(|t| {
            let (x, y) = (omega * t, omega * tau);
            amplitude * (x.sin() - y * x.cos() + y * (-t / tau).exp()) / (1.0 + y * y)
        });
        (run.v - exact).mapv(f64::abs).fold(0.0, |a: f64, &b| a.max(b))
    };
    let middle = (error(0.5, 0.5) / error(0.125, 0.5)).log2() / 2.0;
    let beginning = (error(0.5, 0.0) / error(0.125, 0.0)).log2() / 2.0;
    assert!((middle - 2.0).abs() < 0.05, "order {middle}");
    assert!((beginning - 1.0).abs() < 0.05, "order {beginning}");
}

#[test]
fn euler_converges_to_the_exact_simulation() {
    let neuron = odd_one();
    let current = Array1::from_shape_fn(2000, |k| 7.0 + 3.0 * (k as f64 * 0.01).sin());
    let exact = neuron.simulate_input_exact(&current, 0.1).unwrap();
    let last = |refine: usize| {
        let fine = Array1::from_shape_fn(2000 * refine, |k| current[k / refine]);
        let run = neuron.simulate_input(&fine, 0.1 / refine as f64).unwrap();
        assert_eq!(run.spikes.len(), exact.spikes.len());
        let pairs = run.spikes.times().iter().zip(exact.spikes.times());
        pairs.map(|(a, b)| (a - b).abs()).fold(0.0, f64::max)
    };
    let (coarse, fine) = (last(1), last(64));
    assert!(fine < coarse / 20.0, "{coarse} ms, then {fine} ms");
}

#[test]
fn what_cannot_be_simulated_exactly_is_refused() {
    let neuron = lif(LifParams { resistance: 1e9, ..Default::default() });
    for (error, said) in [
        (neuron.simulate_exact(f64::NAN, 0.1, 1.0).unwrap_err(), "current must be finite (nA), received NaN"),
        (
            neuron.simulate_exact(-1e300, 0.1, 1.0).unwrap_err(),
            "resistance * current must be finite (mV), received -inf",
        ),
        (
            neuron.simulate_input_exact(&ndarray::array![1.0, f64::NAN], 0.1).unwrap_err(),
            "current[1] must be finite (nA), received NaN",
        ),
        (neuron.simulate_input_exact(&ndarray::array![], 0.1).unwrap_err(), "current must have at least 1 element"),
        (neuron.simulate_exact(1.0, -0.1, 1.0).unwrap_err(), "dt must be finite and > 0 ms, received -0.1"),
        (neuron.simulate_exact(1e290, 0.1, 1.0).unwrap_err(), "at most 20000000 spikes"),
    ] {
        assert!(error.to_string().contains(said), "{error}");
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    /// Whatever the current and the pieces: below threshold, held after a spike, intervals no shorter than the strongest
    /// current allows, and the potential on the exact solution from one sample to the next where nothing happens.
    #[test]
    fn an_exact_run_obeys_the_membrane(
        current in proptest::collection::vec(-20.0..40.0_f64, 1..60),
        dt in 0.05..30.0_f64,
        t_ref in 0.0..8.0_f64,
    ) {
        let neuron = lif(LifParams { t_ref, ..odd_one().params() });
        let current = Array1::from_vec(current);
        let run = neuron.simulate_input_exact(&current, dt).unwrap();
        let strongest = neuron.period(40.0).unwrap();
        proptest::prop_assert!(run.v.iter().all(|&v| v < 15.0));
        proptest::prop_assert!(run.spikes.isi().iter().all(|&isi| isi > strongest - 1e-9));
        for k in 0..current.len() {
            let (from, to) = (run.t[k], run.t[k + 1]);
            // A spike in the step, or one before whose refractory time reaches into it.
            let quiet = run.spikes.times().iter().all(|&s| s > to || s + t_ref < from);
            let exact = neuron.subthreshold(run.v[k], current[k], to - from);
            proptest::prop_assert!(!quiet || (run.v[k + 1] - exact).abs() < 1e-10);
        }
    }
}
