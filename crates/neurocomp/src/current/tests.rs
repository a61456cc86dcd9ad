use proptest::prelude::*;

use super::*;

#[test]
fn a_step_begins_exactly_where_its_time_is_a_multiple_of_dt() {
    // 50/0.1 is not a whole number in floating point.
    for (dt, first) in [(0.1, 500), (0.025, 2000), (0.01, 5000)] {
        let current = step(2.0, 50.0, dt, 100.0).unwrap();
        assert!(current.iter().take(first).all(|&i| i == 0.0));
        assert!(current.iter().skip(first).all(|&i| i == 2.0));
    }
    assert!(step(2.0, -1.0, 0.1, 1.0).unwrap().iter().all(|&i| i == 2.0));
    assert!(step(2.0, 5.0, 0.1, 1.0).unwrap().iter().all(|&i| i == 0.0));
}

#[test]
fn a_sine_carries_the_charge_of_the_true_current() {
    // ∫ (m + a sin ωt) dt = m t + a (1 − cos ωt)/ω, at the end of every step.
    let (mean, amplitude, frequency, dt) = (0.5, 2.0, 40.0, 3.0);
    let omega = 2.0 * PI * frequency / 1000.0;
    let current = sine(mean, amplitude, frequency, dt, 300.0).unwrap();
    let mut charge = 0.0;
    for (k, i) in current.iter().enumerate() {
        charge += i * dt;
        let t = (k + 1) as f64 * dt;
        let exact = mean * t + amplitude * (1.0 - (omega * t).cos()) / omega;
        assert!((charge - exact).abs() < 1e-9);
    }
    assert!(sine(1.0, 2.0, 0.0, 0.1, 1.0).unwrap().iter().all(|&i| i == 1.0));
}

#[test]
fn white_noise_carries_a_charge_whose_variance_grows_as_time_whatever_dt() {
    // Charge of 10 ms: variance s²·10.
    for dt in [0.1, 1.0, 10.0] {
        let per_window = (10.0 / dt) as usize;
        let current = white_noise(0.0, 3.0, dt, 40_000.0, 5).unwrap();
        let charges: Array1<f64> =
            current.exact_chunks(per_window).into_iter().map(|window| window.sum() * dt).collect();
        let variance = charges.var(0.0);
        // The variance of 4000 values is known to √(2/4000) = 2 %.
        assert!((variance / 90.0 - 1.0).abs() < 0.1, "{variance} at dt = {dt}");
    }
}

#[test]
fn ornstein_uhlenbeck_forgets_exponentially_whatever_dt() {
    let (mean, sigma, tau) = (1.0, 2.0, 5.0);
    for dt in [0.5, 20.0] {
        let current = ornstein_uhlenbeck(mean, sigma, tau, dt, 100_000.0 * dt, 11).unwrap() - mean;
        let n = current.len();
        for lag in [0, 1, 10] {
            let products = (0..n - lag).map(|k| current[k] * current[k + lag]);
            let covariance = products.sum::<f64>() / (n - lag) as f64;
            let exact = sigma * sigma * (-(lag as f64) * dt / tau).exp();
            // Standard error σ² √(2 · 2τ/(n dt)), at least as large as for independent values.
            let error = sigma * sigma * (2.0 * (1.0 + 2.0 * tau / dt) / n as f64).sqrt();
            assert!((covariance - exact).abs() < 4.0 * error, "{covariance} for {exact}");
        }
    }
}

#[test]
fn the_first_value_of_ornstein_uhlenbeck_is_already_stationary() {
    let square: f64 =
        (0..4000).map(|seed| ornstein_uhlenbeck(0.0, 2.0, 1000.0, 1.0, 1.0, seed).unwrap()[0].powi(2)).sum();
    assert!((square / 4000.0 / 4.0 - 1.0).abs() < 0.1);
}

#[test]
fn a_seed_repeats_a_current() {
    assert_eq!(white_noise(0.0, 1.0, 0.1, 10.0, 3), white_noise(0.0, 1.0, 0.1, 10.0, 3));
    assert_ne!(white_noise(0.0, 1.0, 0.1, 10.0, 3), white_noise(0.0, 1.0, 0.1, 10.0, 4));
    let ou = |seed| ornstein_uhlenbeck(0.0, 1.0, 2.0, 0.1, 10.0, seed).unwrap();
    assert_eq!(ou(3), ou(3));
    assert_ne!(ou(3), ou(4));
}

#[test]
fn impossible_currents_are_refused() {
    for (outcome, said) in [
        (step(f64::NAN, 0.0, 0.1, 1.0), "amplitude must be finite (nA), received NaN"),
        (pulse(1.0, 5.0, 5.0, 0.1, 10.0), "t_off must be finite and > t_on (5 ms), received 5"),
        (pulse(1.0, f64::INFINITY, 5.0, 0.1, 10.0), "t_on must be finite"),
        (ramp(0.0, f64::INFINITY, 0.1, 1.0), "end must be finite (nA), received inf"),
        (sine(0.0, 1.0, 600.0, 1.0, 10.0), "frequency must be finite and 0 to 500 Hz, received 600"),
        (white_noise(0.0, -1.0, 0.1, 1.0, 1), "intensity must be finite and >= 0 nA √ms, received -1"),
        (ornstein_uhlenbeck(0.0, 1.0, 0.0, 0.1, 1.0, 1), "tau must be finite and > 0 ms, received 0"),
        (step(1.0, 0.0, 0.0, 1.0), "dt must be finite and > 0 ms, received 0"),
        (step(1.0, 0.0, 1e-9, 1000.0), "<= 20000000 steps"),
    ] {
        let message = outcome.unwrap_err().to_string();
        assert!(message.contains(said), "{message}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// A pulse carries amplitude × duration, wherever its edges lie and whatever dt.
    #[test]
    fn a_pulse_carries_its_charge(
        amplitude in -5.0..5.0_f64, on in 0.0..40.0_f64, width in 0.01..50.0_f64, dt in 0.01..2.0_f64,
    ) {
        let current = pulse(amplitude, on, on + width, dt, 100.0).unwrap();
        prop_assert!((current.sum() * dt - amplitude * width).abs() < 1e-6);
        prop_assert!(current.iter().all(|i| i.abs() <= amplitude.abs()));
    }

    /// A ramp carries its mean times its duration.
    #[test]
    fn a_ramp_carries_its_charge(start in -5.0..5.0_f64, end in -5.0..5.0_f64, steps in 1..500usize) {
        let dt = 0.1;
        let current = ramp(start, end, dt, steps as f64 * dt).unwrap();
        prop_assert_eq!(current.len(), steps);
        prop_assert!((current.mean().unwrap() - 0.5 * (start + end)).abs() < 1e-12);
    }
}
