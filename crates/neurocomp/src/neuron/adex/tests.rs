use super::*;
use crate::phase_plane::Stability;
use ndarray::Array1;

fn adex(params: AdExParams) -> AdEx {
    AdEx::new(params).unwrap()
}

fn patterns() -> [AdExParams; 7] {
    [
        AdExParams::default(),
        AdExParams::tonic(),
        AdExParams::adapting(),
        AdExParams::initial_burst(),
        AdExParams::regular_bursting(),
        AdExParams::delayed_accelerating(),
        AdExParams::transient(),
    ]
}

#[test]
fn below_threshold_the_error_is_of_fourth_order() {
    let neuron = adex(AdExParams::default());
    let end = |dt: f64| {
        let run = neuron.simulate(0.45, dt, 64.0).unwrap();
        assert!(run.spikes.is_empty());
        run.v[run.v.len() - 1]
    };
    let exact = end(0.01);
    let order = ((end(0.8) - exact) / (end(0.2) - exact)).abs().log2() / 2.0;
    assert!((order - 4.0).abs() < 0.3, "order {order}");
}

#[test]
fn without_exponential_and_adaptation_it_is_a_leaky_membrane() {
    // V_T far away: V = E_L + I/g_L (1 − e^(−t/τ_m)).
    let params = AdExParams { v_thresh: 500.0, v_peak: 600.0, a: 0.0, b: 0.0, ..Default::default() };
    let neuron = adex(params);
    let run = neuron.simulate(0.5, 0.1, 50.0).unwrap();
    for (t, v) in run.t.iter().zip(&run.v) {
        let exact = -70.6 - 0.5 / 0.030 * (-t / neuron.tau_m()).exp_m1();
        assert!((v - exact).abs() < 1e-8);
    }
}

#[test]
fn where_the_spike_is_cut_hardly_matters() {
    let spikes = |v_peak: f64| {
        let params = AdExParams { v_peak, ..Default::default() };
        adex(params).simulate(1.0, 0.1, 400.0).unwrap().spikes
    };
    // V_T + 15 Δ_T, and beyond V_T + 30 Δ_T.
    let (low, high) = (spikes(-20.4), spikes(1e4));
    assert_eq!(low.len(), high.len());
    for (a, b) in low.times().iter().zip(high.times()) {
        assert!((a - b).abs() < 1e-2, "{a} {b}");
    }
    let params = AdExParams { delta_t: 1e-3, ..Default::default() };
    let sharp = adex(params).simulate(1.0, 0.1, 400.0).unwrap();
    assert!(sharp.spikes.len() > 5 && sharp.v.iter().all(|v| v.is_finite()));
}

#[test]
fn spike_times_hardly_depend_on_the_step() {
    for params in patterns() {
        let at = |dt: f64| adex(params).simulate(0.45, dt, 300.0).unwrap().spikes;
        let (coarse, fine) = (at(0.2), at(0.02));
        assert_eq!(coarse.len(), fine.len());
        for (a, b) in coarse.times().iter().zip(fine.times()) {
            assert!((a - b).abs() < 2e-3, "{a} {b} {params:?}");
        }
    }
}

#[test]
fn the_jacobian_is_the_derivative() {
    let neuron = adex(AdExParams::adapting());
    let h = 1e-5;
    for v in [-75.0, -55.0, -48.0] {
        let jacobian = neuron.jacobian(v);
        let w = 0.03;
        let dv = (neuron.dv_dt(v + h, w, 0.1) - neuron.dv_dt(v - h, w, 0.1)) / (2.0 * h);
        let dw = (neuron.dv_dt(v, w + h, 0.1) - neuron.dv_dt(v, w - h, 0.1)) / (2.0 * h);
        assert!((jacobian[0][0] - dv).abs() < 1e-6 && (jacobian[0][1] - dw).abs() < 1e-6);
        let dv = (neuron.dw_dt(v + h, w) - neuron.dw_dt(v - h, w)) / (2.0 * h);
        let dw = (neuron.dw_dt(v, w + h) - neuron.dw_dt(v, w - h)) / (2.0 * h);
        assert!((jacobian[1][0] - dv).abs() < 1e-6 && (jacobian[1][1] - dw).abs() < 1e-6);
    }
}

#[test]
fn at_a_fixed_point_both_nullclines_meet_and_at_the_rheobase_rest_is_lost() {
    for params in patterns() {
        let neuron = adex(params);
        let rheobase = neuron.rheobase().unwrap();
        for current in [-1.0, 0.0, rheobase - 1e-3, rheobase - 1e-6] {
            let points = neuron.fixed_points(current).unwrap();
            assert_eq!(points.len(), 2, "{params:?} at {current}");
            assert!(points[0].v < points[1].v && points[0].is_stable());
            assert_eq!(points[1].stability, Stability::Saddle);
            for point in points {
                assert!((neuron.v_nullcline(point.v, current) - point.w).abs() < 1e-10);
                assert!((neuron.w_nullcline(point.v) - point.w).abs() < 1e-12);
            }
        }
        let beyond = neuron.fixed_points(rheobase + 1e-6).unwrap();
        assert!(beyond.iter().all(|point| !point.is_stable()));
        let resonator = neuron.excitability() == Some(Excitability::Resonator);
        assert_eq!(beyond.len(), if resonator { 2 } else { 0 }, "{params:?}");
    }
    // Both kinds are among them.
    assert_eq!(adex(AdExParams::default()).excitability(), Some(Excitability::Resonator));
    assert_eq!(adex(AdExParams::delayed_accelerating()).excitability(), Some(Excitability::Integrator));
}

#[test]
fn without_a_net_leak_there_is_no_rest() {
    for (a, current, points) in [(-0.03, 0.1, 0), (-0.03, -0.1, 1), (-0.05, 0.1, 1), (-0.05, -5.0, 1)] {
        let neuron = adex(AdExParams { a, ..Default::default() });
        assert_eq!((neuron.rheobase(), neuron.excitability()), (None, None));
        let found = neuron.fixed_points(current).unwrap();
        assert_eq!(found.len(), points, "{a} {current}");
        assert!(found.iter().all(|point| point.stability == Stability::Saddle));
    }
    assert!(adex(AdExParams::default()).fixed_points(f64::NAN).is_err());
}

#[test]
fn a_slow_ramp_makes_it_fire_at_the_rheobase() {
    // Integrator: nothing swings up before.
    let neuron = adex(AdExParams { a: 0.0, ..Default::default() });
    let rheobase = neuron.rheobase().unwrap();
    assert!((rheobase - 0.030 * (-50.4 + 70.6 - 2.0)).abs() < 1e-12);
    let ramp = Array1::from_shape_fn(100_000, |k| rheobase * (0.9 + 0.2 * k as f64 / 1e5));
    let first = neuron.simulate_input(&ramp, 0.2).unwrap().spikes.times()[0];
    let current = ramp[(first / 0.2) as usize];
    assert!(current > rheobase && current < 1.01 * rheobase, "{current} {rheobase}");
}

#[test]
fn tonic_intervals_become_equal() {
    let isi = adex(AdExParams::tonic()).simulate(0.5, 0.1, 1000.0).unwrap().spikes.isi();
    let last = isi[isi.len() - 1];
    assert!(isi.iter().skip(20).all(|t| (t / last - 1.0).abs() < 1e-3), "{isi}");
}

#[test]
fn adapting_intervals_become_longer() {
    let isi = adex(AdExParams::adapting()).simulate(0.5, 0.1, 300.0).unwrap().spikes.isi();
    assert!(isi.len() > 5 && (1..isi.len()).all(|k| isi[k] > isi[k - 1]), "{isi}");
    assert!(isi[isi.len() - 1] > 3.0 * isi[0]);
}

#[test]
fn after_an_initial_burst_it_is_regular() {
    let isi = adex(AdExParams::initial_burst()).simulate(0.4, 0.1, 600.0).unwrap().spikes.isi();
    let last = isi[isi.len() - 1];
    assert!(isi[0] < 5.0 && isi[1] < 10.0 && last > 50.0, "{isi}");
    assert!(isi.iter().skip(3).all(|t| (t / last - 1.0).abs() < 0.01), "{isi}");
}

#[test]
fn regular_bursting_has_two_kinds_of_intervals() {
    let isi = adex(AdExParams::regular_bursting()).simulate(0.21, 0.1, 2000.0).unwrap().spikes.isi();
    let (short, long): (Vec<f64>, Vec<f64>) = isi.iter().partition(|&&t| t < 30.0);
    assert!(short.len() > 10 && long.len() > 10, "{isi}");
    assert!(short.iter().all(|&t| t < 10.0) && long.iter().all(|&t| t > 100.0), "{isi}");
}

#[test]
fn delayed_accelerating_begins_late_and_becomes_faster() {
    let spikes = adex(AdExParams::delayed_accelerating()).simulate(0.3, 0.1, 400.0).unwrap().spikes;
    let isi = spikes.isi();
    assert!(spikes.times()[0] > isi[0]);
    assert!(isi.len() > 10 && (1..isi.len()).all(|k| isi[k] < isi[k - 1]), "{isi}");
}

#[test]
fn transient_fires_at_the_onset_only() {
    let spikes = adex(AdExParams::transient()).simulate(0.18, 0.1, 3000.0).unwrap().spikes;
    assert!(!spikes.is_empty() && spikes.times().iter().all(|&t| t < 100.0));
}

#[test]
fn a_sampled_constant_current_is_a_constant_current() {
    let neuron = adex(AdExParams::default());
    let sampled = neuron.simulate_input(&Array1::from_elem(2000, 1.0), 0.1).unwrap();
    let constant = neuron.simulate(1.0, 0.1, 200.0).unwrap();
    assert_eq!((&sampled.v, &sampled.w), (&constant.v, &constant.w));
    assert_eq!(sampled.spikes.times(), constant.spikes.times());
    let shown = format!("{constant:?}");
    assert!(shown.contains("2001 samples") && shown.len() < 250, "{shown}");
    assert!(constant.v.iter().all(|&v| v < neuron.v_cut()));
}

#[test]
fn impossible_neurons_and_simulations_are_refused_with_range_and_value() {
    let ok = AdExParams::default();
    for (params, said) in [
        (AdExParams { capacitance: 0.0, ..ok }, "capacitance must be finite and > 0 nF, received 0"),
        (AdExParams { g_leak: f64::NAN, ..ok }, "g_leak must be finite and > 0 µS, received NaN"),
        (AdExParams { delta_t: -2.0, ..ok }, "delta_t must be finite and 0.001 to 1000 mV, received -2"),
        (AdExParams { v_thresh: 30.0, ..ok }, "v_thresh must be finite and < v_peak (20 mV), received 30"),
        (AdExParams { v_reset: 25.0, ..ok }, "v_reset must be finite and < v_peak (20 mV), received 25"),
        (AdExParams { v_reset: 15.0, ..ok }, "< v_thresh + 30 delta_t (9.6"),
        (AdExParams { tau_w: 0.0, ..ok }, "tau_w must be finite and > 0 ms"),
        (AdExParams { b: f64::INFINITY, ..ok }, "b must be finite (nA), received inf"),
    ] {
        let message = AdEx::new(params).unwrap_err().to_string();
        assert!(message.contains(said), "{message}");
    }
    let n = adex(ok);
    for (error, said) in [
        (n.simulate(1e9, 0.1, 1.0).unwrap_err(), "current must be finite and -1000000 to 1000000 nA"),
        (n.simulate(1.0, 0.0, 1.0).unwrap_err(), "dt must be finite and > 0 ms, received 0"),
        (n.simulate(1.0, 50.0, 100.0).unwrap_err(), "dt must be <= the time constant (9.36"),
        (n.simulate_from(30.0, 0.0, 1.0, 0.1, 1.0).unwrap_err(), "v0 must be finite and < v_cut (9.6"),
        (n.simulate_from(-70.0, f64::NAN, 1.0, 0.1, 1.0).unwrap_err(), "w0 must be finite"),
        (n.simulate_input(&Array1::zeros(0), 0.1).unwrap_err(), "current must have at least 1"),
        (n.simulate_input(&ndarray::array![0.0, f64::NAN], 0.1).unwrap_err(), "current[1] must be finite"),
    ] {
        assert!(error.to_string().contains(said), "{error}");
    }
    // The strongest currents allowed end in spikes or in a very low potential, not in NaN.
    for current in [-1e6, 1e4] {
        let run = n.simulate(current, 0.1, 1.0).unwrap();
        assert!(run.v.iter().chain(&run.w).all(|x| x.is_finite()));
    }
}
