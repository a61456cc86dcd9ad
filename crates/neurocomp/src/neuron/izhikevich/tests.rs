use super::*;
use crate::phase_plane::Stability;
use ndarray::Array1;

fn izhikevich(params: IzhikevichParams) -> Izhikevich {
    Izhikevich::new(params).unwrap()
}

fn types() -> [IzhikevichParams; 7] {
    [
        IzhikevichParams::regular_spiking(),
        IzhikevichParams::intrinsically_bursting(),
        IzhikevichParams::chattering(),
        IzhikevichParams::fast_spiking(),
        IzhikevichParams::low_threshold_spiking(),
        IzhikevichParams::thalamo_cortical(),
        IzhikevichParams::resonator(),
    ]
}

/// Intervals under 10 mV/ms for a second.
fn isi(params: IzhikevichParams) -> Array1<f64> {
    izhikevich(params).simulate(10.0, 0.1, 1000.0).unwrap().spikes.isi()
}

#[test]
fn below_threshold_the_error_is_of_fourth_order() {
    let neuron = izhikevich(IzhikevichParams::resonator());
    let end = |dt: f64| {
        let run = neuron.simulate_from(-68.0, -16.0, -0.5, dt, 16.0).unwrap();
        assert!(run.spikes.is_empty());
        run.v[run.v.len() - 1]
    };
    let exact = end(0.0025);
    let order = ((end(0.16) - exact) / (end(0.04) - exact)).abs().log2() / 2.0;
    assert!((order - 4.0).abs() < 0.3, "order {order}");
}

#[test]
fn spike_times_hardly_depend_on_the_step() {
    for params in types() {
        let at = |dt: f64| izhikevich(params).simulate(8.0, dt, 200.0).unwrap().spikes;
        let (coarse, fine) = (at(0.25), at(0.01));
        assert_eq!(coarse.len(), fine.len());
        for (a, b) in coarse.times().iter().zip(fine.times()) {
            assert!((a - b).abs() < 1e-2, "{a} {b} {params:?}");
        }
    }
}

#[test]
fn without_recovery_the_parabola_is_solved_by_a_tangent() {
    // With b = d = 0, u stays 0 and v' = 0.04 v² + 5 v + 160 = 0.04 ((v + 62.5)² + 93.75), solved by
    // v = −62.5 + q tan(0.04 q t + c), q = √93.75.
    let params = IzhikevichParams { a: 0.02, b: 0.0, c: -65.0, d: 0.0 };
    let run = izhikevich(params).simulate_from(-65.0, 0.0, 20.0, 0.1, 100.0).unwrap();
    let q = 93.75_f64.sqrt();
    let period = ((92.5 / q).atan() - (-2.5 / q).atan()) / (0.04 * q);
    assert!(run.spikes.len() > 10);
    for (k, time) in run.spikes.times().iter().enumerate() {
        assert!((time - (k + 1) as f64 * period).abs() < 1e-3, "{k}: {time}");
    }
}

#[test]
fn at_a_fixed_point_both_nullclines_meet_and_at_the_rheobase_rest_is_lost() {
    for params in types() {
        let neuron = izhikevich(params);
        let rheobase = neuron.rheobase();
        for current in [-20.0, rheobase - 0.1, rheobase - 1e-6] {
            let points = neuron.fixed_points(current).unwrap();
            assert_eq!(points.len(), 2);
            assert!(points[0].is_stable(), "{params:?} at {current}");
            assert_eq!(points[1].stability, Stability::Saddle);
            for point in points {
                assert!((neuron.v_nullcline(point.v, current) - point.w).abs() < 1e-9);
                assert!((neuron.u_nullcline(point.v) - point.w).abs() < 1e-12);
            }
        }
        let beyond = neuron.fixed_points(rheobase + 1e-6).unwrap();
        assert!(beyond.iter().all(|point| !point.is_stable()), "{params:?}");
    }
    // With b < a the two merge instead.
    let neuron = izhikevich(IzhikevichParams { a: 0.3, ..Default::default() });
    assert_eq!(neuron.excitability(), Excitability::Integrator);
    assert!((neuron.rheobase() - (4.8 * 4.8 / 0.16 - 140.0)).abs() < 1e-10);
    assert!(neuron.fixed_points(neuron.rheobase() - 1e-6).unwrap()[0].is_stable());
    assert!(neuron.fixed_points(neuron.rheobase() + 1e-6).unwrap().is_empty());
}

#[test]
fn the_jacobian_is_the_derivative() {
    let neuron = izhikevich(IzhikevichParams::resonator());
    let h = 1e-4;
    for v in [-70.0, -50.0] {
        let jacobian = neuron.jacobian(v);
        let of = |f: &dyn Fn(f64) -> f64, x: f64| (f(x + h) - f(x - h)) / (2.0 * h);
        assert!((jacobian[0][0] - of(&|v| neuron.dv_dt(v, 1.0, 2.0), v)).abs() < 1e-7);
        assert!((jacobian[0][1] - of(&|u| neuron.dv_dt(v, u, 2.0), 1.0)).abs() < 1e-7);
        assert!((jacobian[1][0] - of(&|v| neuron.du_dt(v, 1.0), v)).abs() < 1e-7);
        assert!((jacobian[1][1] - of(&|u| neuron.du_dt(v, u), 1.0)).abs() < 1e-7);
    }
}

#[test]
fn regular_spiking_adapts() {
    let isi = isi(IzhikevichParams::regular_spiking());
    assert!(isi[1] > 2.0 * isi[0]);
    let last = isi[isi.len() - 1];
    assert!(isi.iter().skip(3).all(|t| (t / last - 1.0).abs() < 0.01), "{isi}");
}

#[test]
fn intrinsically_bursting_begins_with_a_burst() {
    let isi = isi(IzhikevichParams::intrinsically_bursting());
    assert!(isi[0] < 5.0 && isi[1] < 5.0, "{isi}");
    assert!(isi.iter().skip(2).all(|&t| t > 20.0), "{isi}");
}

#[test]
fn chattering_has_two_kinds_of_intervals() {
    let isi = isi(IzhikevichParams::chattering());
    let (short, long): (Vec<f64>, Vec<f64>) = isi.iter().partition(|&&t| t < 15.0);
    assert!(long.len() > 10 && short.len() > 2 * long.len(), "{isi}");
    assert!(short.iter().all(|&t| t < 10.0) && long.iter().all(|&t| t > 30.0), "{isi}");
}

#[test]
fn fast_spiking_is_fast_and_steady() {
    let fast = isi(IzhikevichParams::fast_spiking());
    let last = fast[fast.len() - 1];
    assert!(last < 10.0);
    assert!(fast.iter().skip(4).all(|t| (t / last - 1.0).abs() < 0.01), "{fast}");
    let regular = isi(IzhikevichParams::regular_spiking());
    assert!(fast.len() > 4 * regular.len());
}

#[test]
fn low_threshold_spiking_needs_less_and_slows_down() {
    let low = izhikevich(IzhikevichParams::low_threshold_spiking());
    assert!(low.rheobase() < 0.5 * izhikevich(IzhikevichParams::regular_spiking()).rheobase());
    let isi = isi(IzhikevichParams::low_threshold_spiking());
    assert!((1..6).all(|k| isi[k] > isi[k - 1]) && isi[isi.len() - 1] > 3.0 * isi[0], "{isi}");
}

#[test]
fn thalamo_cortical_answers_release_from_hyperpolarisation_by_a_burst() {
    let neuron = izhikevich(IzhikevichParams::thalamo_cortical());
    let current = Array1::from_shape_fn(6000, |k| if k < 3000 { -10.0 } else { 0.0 });
    let spikes = neuron.simulate_input(&current, 0.1).unwrap().spikes;
    assert!(spikes.len() >= 3, "{spikes:?}");
    assert!(spikes.times().iter().all(|&t| t > 300.0 && t < 400.0), "{spikes:?}");
    assert!(spikes.isi()[0] < 10.0);
    // The regularly spiking neuron does not.
    let regular = izhikevich(IzhikevichParams::regular_spiking());
    assert!(regular.simulate_input(&current, 0.1).unwrap().spikes.is_empty());
}

#[test]
fn the_resonator_swings_about_rest() {
    let neuron = izhikevich(IzhikevichParams::resonator());
    assert_eq!(neuron.fixed_points(0.0).unwrap()[0].stability, Stability::StableFocus);
    let rest = neuron.fixed_points(0.0).unwrap()[0];
    let run = neuron.simulate_from(rest.v - 0.5, rest.w, 0.0, 0.1, 200.0).unwrap();
    let from_rest = run.v.mapv(|v| v - rest.v);
    let turns = (1..from_rest.len()).filter(|&k| from_rest[k] * from_rest[k - 1] < 0.0).count();
    assert!(turns >= 4 && run.spikes.is_empty(), "{turns}");
}

#[test]
fn impossible_neurons_and_simulations_are_refused_with_range_and_value() {
    let ok = IzhikevichParams::default();
    for (params, said) in [
        (IzhikevichParams { a: 0.0, ..ok }, "a must be finite and > 0 1/ms, received 0"),
        (IzhikevichParams { b: f64::NAN, ..ok }, "b must be finite (1/ms), received NaN"),
        (IzhikevichParams { c: 40.0, ..ok }, "c must be finite and < v_peak (30 mV), received 40"),
        (IzhikevichParams { d: f64::INFINITY, ..ok }, "d must be finite (mV/ms), received inf"),
    ] {
        let message = Izhikevich::new(params).unwrap_err().to_string();
        assert!(message.contains(said), "{message}");
    }
    let n = izhikevich(ok);
    for (error, said) in [
        (n.simulate(f64::NAN, 0.1, 1.0).unwrap_err(), "current must be finite and -1000000 to 1000000"),
        (n.simulate(1.0, -1.0, 1.0).unwrap_err(), "dt must be finite and > 0 ms, received -1"),
        (n.simulate(1.0, 60.0, 100.0).unwrap_err(), "dt must be <= the time constant (50 ms)"),
        (n.simulate_from(31.0, 0.0, 1.0, 0.1, 1.0).unwrap_err(), "v0 must be finite and < v_peak (30 mV)"),
        (n.simulate_input(&Array1::zeros(0), 0.1).unwrap_err(), "current must have at least 1"),
    ] {
        assert!(error.to_string().contains(said), "{error}");
    }
    for current in [-1e6, 1e4] {
        let run = n.simulate(current, 0.1, 1.0).unwrap();
        assert!(run.v.iter().chain(&run.u).all(|x| x.is_finite()));
    }
    // Out of the range of the computer.
    let odd = izhikevich(IzhikevichParams { b: 1e300, ..ok });
    assert!(odd.simulate(0.0, 0.1, 10.0).unwrap_err().to_string().contains("ran away"));
    let shown = format!("{:?}", n.simulate(10.0, 0.1, 300.0).unwrap());
    assert!(shown.contains("3001 samples, v = ") && shown.contains("8 spikes"), "{shown}");
}
