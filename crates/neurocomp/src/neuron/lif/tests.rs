use super::*;

mod brian2;
mod exact;
mod map;
mod refusals;
mod simulation;

fn lif(params: LifParams) -> Lif {
    Lif::new(params).unwrap()
}

/// A neuron in which no parameter is 0, 1 or equal to another.
fn odd_one() -> Lif {
    lif(LifParams { tau_m: 12.0, resistance: 2.5, v_thresh: 15.0, v_reset: -4.0, t_ref: 3.0 })
}

#[test]
fn subthreshold_solves_the_membrane_equation() {
    let neuron = odd_one();
    let (v0, current, step) = (-7.0, 4.0, 1e-4);
    assert_eq!(neuron.subthreshold(v0, current, 0.0), v0);
    assert!((neuron.subthreshold(v0, current, 1000.0) - neuron.steady_state(current)).abs() < 1e-12);
    for t in [1.0, 7.0, 30.0] {
        let v = |t| neuron.subthreshold(v0, current, t);
        let slope = (v(t + step) - v(t - step)) / (2.0 * step);
        assert!((12.0 * slope + v(t) - 2.5 * current).abs() < 1e-7);
    }
}

#[test]
fn after_one_period_the_solution_is_at_threshold() {
    let neuron = odd_one();
    for current in [6.0001, 6.5, 10.0, 200.0] {
        let climb = neuron.period(current).unwrap() - 3.0;
        assert!((neuron.subthreshold(-4.0, current, climb) - 15.0).abs() < 1e-10, "{current}");
    }
}

#[test]
fn at_the_rheobase_it_does_not_fire() {
    let neuron = odd_one();
    assert_eq!(neuron.rheobase(), 6.0);
    assert_eq!((neuron.period(6.0), neuron.rate(6.0)), (None, 0.0));
    assert!(neuron.period(6.0 + 1e-12).is_some());
}

#[test]
fn the_refractory_time_limits_the_rate() {
    // f < 1/D, and f → 1/D: with D = 2, 5, 10 ms to 500, 200, 100 Hz.
    for t_ref in [2.0, 5.0, 10.0] {
        let neuron = lif(LifParams { t_ref, ..Default::default() });
        for current in [25.0, 1e3, 1e9] {
            assert!(neuron.rate(current) < 1000.0 / t_ref);
        }
        assert!((neuron.rate(1e9) * t_ref / 1000.0 - 1.0).abs() < 1e-6);
    }
}

#[test]
fn strong_currents_charge_the_membrane_like_a_capacitor() {
    // T → τ (V_thresh − V_reset)/(R I) (1 + …): the logarithm must not lose its digits.
    let neuron = lif(LifParams::default());
    let period = neuron.period(1e12).unwrap();
    assert!((period / (20.0 * 20.0 / 1e12) - 1.0).abs() < 1e-10);
}

#[test]
fn siegert_without_noise_is_the_deterministic_rate() {
    let neuron = odd_one();
    for current in [1.0, 5.9, 6.1, 8.0, 50.0] {
        let rate = neuron.rate(current);
        assert_eq!(neuron.siegert_rate(current, 0.0), Ok(rate));
        for (sigma, allowed) in [(1e-2, 1e-2), (1e-4, 1e-6), (1e-9, 1e-12), (1e-320, 0.0)] {
            let noisy = neuron.siegert_rate(current, sigma).unwrap();
            assert!((noisy - rate).abs() <= allowed * rate + 1e-20, "I {current}, σ {sigma}: {noisy} for {rate}");
        }
    }
}

#[test]
fn siegert_reaches_from_ten_thousand_years_to_kilohertz() {
    // Threshold seven σ away: τ √π e^49/7 (1 + 1/98 + …) = 9.7e21 ms.
    let neuron = lif(LifParams::default());
    let rate = neuron.siegert_rate(6.0, 2.0).unwrap();
    let kramers = 7.0 / (0.02 * std::f64::consts::PI.sqrt() * 49.0_f64.exp() * (1.0 + 1.0 / 98.0));
    assert!((rate / kramers - 1.0).abs() < 1e-3, "{rate:e} for {kramers:e}");
    assert!(rate < 1e-18);
    let mut last = -1.0;
    for k in 0..400 {
        // From −100 nA, where the rate is 0 for any computer, to 2000 nA.
        let rate = neuron.siegert_rate(-100.0 + (k as f64 / 8.7).powi(2), 1.0).unwrap();
        assert!(rate.is_finite() && rate >= last, "step {k}: {rate} after {last}");
        last = rate;
    }
    assert!(last > 1e3);
}

#[test]
fn noise_adds_spikes_below_the_rheobase() {
    let neuron = lif(LifParams::default());
    let mut last = 0.0;
    for sigma in [0.5, 1.0, 2.0, 4.0, 8.0, 16.0] {
        let rate = neuron.siegert_rate(17.0, sigma).unwrap();
        assert!(rate > last, "σ {sigma}");
        last = rate;
    }
}
