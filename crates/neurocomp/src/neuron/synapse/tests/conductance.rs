use crate::neuron::lif::{Lif, LifParams};
use crate::neuron::synapse::{ConductanceLif, ConductanceLifParams, PoissonSynapses, TimeCourse};
use ndarray::{Array1, s};

fn neuron(v_thresh: f64) -> ConductanceLif {
    let membrane = LifParams { tau_m: 12.0, resistance: 2.5, v_thresh, v_reset: -4.0, t_ref: 3.0 };
    ConductanceLif::new(ConductanceLifParams { membrane, ..Default::default() }).unwrap()
}

#[test]
fn open_conductances_make_another_membrane() {
    // Constant conductances are a LIF neuron with τ_eff whose R I is V∞.
    let (g_exc, g_inh) = (Array1::from_elem(2001, 0.3), Array1::from_elem(2001, 0.2));
    let cell = neuron(5.0);
    let tau = cell.effective_time_constant(0.3, 0.2);
    let steady = cell.steady_state(0.3, 0.2, 1.0);
    assert!((tau - 12.0 / 2.25).abs() < 1e-12);
    assert!((steady - 2.5 * (0.3 * 70.0 - 0.2 * 10.0 + 1.0) / 2.25).abs() < 1e-12);
    let other = LifParams { tau_m: tau, resistance: 1.0, ..cell.params().membrane };
    let expected = Lif::new(other).unwrap().simulate_exact(steady, 0.1, 200.0).unwrap();
    let run = cell.simulate(&g_exc, &g_inh, 1.0, 0.1).unwrap();
    assert!(run.spikes.len() > 20);
    assert_eq!(run, expected);
}

#[test]
fn closed_conductances_leave_the_membrane_of_the_current() {
    let none = Array1::zeros(1001);
    let cell = neuron(15.0);
    let run = cell.simulate(&none, &none, 8.0, 0.1).unwrap();
    let lif = Lif::new(cell.params().membrane).unwrap();
    assert_eq!(run, lif.simulate_exact(8.0, 0.1, 100.0).unwrap());
}

#[test]
fn no_conductance_drives_the_potential_beyond_its_reversal() {
    let strong = Array1::from_shape_fn(501, |k| 1e3 * (k as f64 * 0.1).sin().abs());
    let none = Array1::zeros(501);
    let exc = neuron(1e3).simulate(&strong, &none, 0.0, 0.1).unwrap();
    let inh = neuron(1e3).simulate(&none, &strong, 0.0, 0.1).unwrap();
    assert!(exc.v.iter().all(|&v| v < 70.0) && exc.v[500] > 69.0);
    assert!(inh.v.iter().all(|&v| v > -10.0) && inh.v[500] < -9.9);
}

#[test]
fn inhibition_at_rest_shunts() {
    // Reversal at rest: alone it does nothing, but it halves what excitation does.
    let params = ConductanceLifParams { e_inh: 0.0, ..neuron(1e3).params() };
    let cell = ConductanceLif::new(params).unwrap();
    assert_eq!(cell.steady_state(0.0, 5.0, 0.0), 0.0);
    let alone = cell.steady_state(0.01, 0.0, 0.0);
    let shunted = cell.steady_state(0.01, 0.4, 0.0);
    assert!((shunted / alone - 1.025 / 2.025).abs() < 1e-12);
}

#[test]
fn changing_conductances_are_followed_with_second_order() {
    let cell = neuron(1e3);
    let end = |dt: f64| {
        let steps = (40.0 / dt).round() as usize;
        let wave = |phase: f64| Array1::from_shape_fn(steps + 1, |k| 0.3 + 0.3 * (0.3 * k as f64 * dt + phase).sin());
        cell.simulate(&wave(0.0), &wave(2.0), 1.0, dt).unwrap().v[steps]
    };
    let exact = end(0.001);
    let order = ((end(0.4) - exact) / (end(0.1) - exact)).abs().log2() / 2.0;
    assert!((order - 2.0).abs() < 0.1, "order {order}");
}

#[test]
fn the_potential_fluctuates_as_the_effective_time_constant_says() {
    let cell = neuron(1e3);
    let exc = PoissonSynapses { course: TimeCourse::exponential(3.0).unwrap(), n: 4000, rate: 5.0, weight: 0.002 };
    let inh = PoissonSynapses { course: TimeCourse::alpha(4.0).unwrap(), n: 1000, rate: 8.0, weight: 0.008 };
    let (dt, duration) = (0.1, 200_000.0);
    let g_exc = exc.trace(dt, duration, 11).unwrap().value;
    let g_inh = inh.trace(dt, duration, 12).unwrap().value;
    let v = cell.simulate(&g_exc, &g_inh, 0.0, dt).unwrap().v;
    let v = v.slice(s![2000..]);
    let theory = cell.potential_moments(&exc, &inh, 0.0).unwrap();
    // The approximation neglects products of fluctuations, a few per cent here.
    assert!((v.mean().unwrap() - theory.mean).abs() < 0.2 * theory.sd, "{theory:?}");
    assert!((v.std(0.0) / theory.sd - 1.0).abs() < 0.05, "{} for {theory:?}", v.std(0.0));
    // The membrane alone, without the leak through the synapses, would fluctuate more than twice as much.
    let closed = Lif::new(cell.params().membrane).unwrap();
    let sd = |synapses: PoissonSynapses, reversal: f64| {
        let weight = synapses.weight * (reversal - theory.mean);
        PoissonSynapses { weight, ..synapses }.potential_moments(&closed).unwrap().sd
    };
    assert!(sd(exc, 70.0).hypot(sd(inh, -10.0)) > 2.0 * theory.sd);
}

#[test]
fn impossible_conductances_are_refused_with_range_and_value() {
    let cell = neuron(15.0);
    let (two, three) = (Array1::from_elem(2, 0.1), Array1::from_elem(3, 0.1));
    let odd = Array1::from_vec(vec![0.1, -0.1]);
    let huge = Array1::from_elem(2, 1e308);
    let params = ConductanceLifParams { e_exc: f64::NAN, ..Default::default() };
    for (error, said) in [
        (ConductanceLif::new(params).unwrap_err(), "e_exc must be finite (mV), received NaN"),
        (cell.simulate(&two, &three, 0.0, 0.1).unwrap_err(), "received 2 and 3 values"),
        (cell.simulate(&two, &odd, 0.0, 0.1).unwrap_err(), "g_inh[1] must be finite and >= 0 µS"),
        (cell.simulate(&two, &two, f64::NAN, 0.1).unwrap_err(), "current must be finite (nA)"),
        (cell.simulate(&huge, &two, 0.0, 0.1).unwrap_err(), "must be finite (mV), received inf"),
        (cell.simulate(&two, &two, 0.0, 0.0).unwrap_err(), "dt must be finite and > 0 ms"),
    ] {
        assert!(error.to_string().contains(said), "{error}");
    }
    let params =
        ConductanceLifParams { membrane: LifParams { tau_m: 0.0, ..Default::default() }, ..Default::default() };
    assert!(ConductanceLif::new(params).unwrap_err().to_string().contains("tau_m must be"));
}
