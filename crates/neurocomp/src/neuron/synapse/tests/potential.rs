use crate::neuron::lif::{Lif, LifParams};
use crate::neuron::synapse::TimeCourse;
use crate::spike_train::SpikeTrain;
use ndarray::Array1;

fn neuron(tau_m: f64) -> Lif {
    Lif::new(LifParams { tau_m, resistance: 2.5, v_thresh: 1e6, ..Default::default() }).unwrap()
}

#[test]
fn the_epsp_of_an_exponential_current_is_a_difference_of_exponentials() {
    let (tau_m, tau_s, weight) = (12.0, 4.0, 0.3);
    let synapse = TimeCourse::exponential(tau_s).unwrap();
    let epsp = |t| synapse.potential(&neuron(tau_m), weight, t);
    for t in [0.1, 1.0, 6.0, 30.0] {
        let formula = 2.5 * weight * tau_s / (tau_m - tau_s) * ((-t / tau_m).exp() - (-t / tau_s).exp());
        assert!((epsp(t) - formula).abs() < 1e-14);
    }
    let peak = tau_m * tau_s / (tau_m - tau_s) * (tau_m / tau_s).ln();
    assert!(epsp(peak) > epsp(peak - 0.01) && epsp(peak) > epsp(peak + 0.01));
    // With equal time constants it is an alpha function of height R w/e.
    let height = synapse.potential(&neuron(4.0), weight, 4.0);
    assert!((height - 2.5 * weight / 1.0_f64.exp()).abs() < 1e-14);
}

#[test]
fn the_epsp_of_an_alpha_current_is_known_in_closed_form() {
    // With k = 1/τ − 1/τ_m: V = R w e/(τ_m τ) e^(−t/τ_m) (1 − (1 + k t) e^(−k t))/k².
    let (tau_m, tau, weight) = (12.0, 3.0, -0.4);
    let synapse = TimeCourse::alpha(tau).unwrap();
    let k: f64 = 1.0 / tau - 1.0 / tau_m;
    for t in [0.3, 2.0, 7.0, 25.0, 100.0] {
        let bracket = (1.0 - (1.0 + k * t) * (-k * t).exp()) / (k * k);
        let formula = 2.5 * weight * 1.0_f64.exp() / (tau_m * tau) * (-t / tau_m).exp() * bracket;
        let ipsp = synapse.potential(&neuron(tau_m), weight, t);
        assert!((ipsp - formula).abs() < 1e-13, "{t}: {ipsp} for {formula}");
    }
}

#[test]
fn the_psp_of_any_time_course_solves_the_membrane_equation() {
    let step = 1e-4;
    for (rise, decay, tau_m) in [(0.5, 5.0, 12.0), (4.0, 5.0, 5.0), (12.0, 30.0, 12.0)] {
        let synapse = TimeCourse::double_exponential(rise, decay).unwrap();
        let cell = neuron(tau_m);
        let v = |t| synapse.potential(&cell, 0.8, t);
        assert_eq!((v(-1.0), v(0.0), v(f64::INFINITY)), (0.0, 0.0, 0.0));
        for t in [0.2, 3.0, 20.0, 80.0] {
            let slope = (v(t + step) - v(t - step)) / (2.0 * step);
            let residual = tau_m * slope + v(t) - 2.5 * 0.8 * synapse.at(t);
            assert!(residual.abs() < 1e-7, "{rise} {decay} at {t}: {residual}");
        }
    }
}

#[test]
fn a_simulated_membrane_shows_the_psp() {
    let spikes = SpikeTrain::new(vec![5.0], 0.0, 60.0).unwrap();
    for synapse in [
        TimeCourse::exponential(4.0).unwrap(),
        TimeCourse::alpha(3.0).unwrap(),
        TimeCourse::double_exponential(0.5, 5.0).unwrap(),
    ] {
        let error = |dt: f64| {
            let i = synapse.trace(&spikes, 2.0, dt).unwrap().value;
            // After the spike, where the current is smooth, its mean over a step is the mean of both ends. The spike
            // itself falls on a sample: in the step before it nothing flows yet.
            let on = (5.0 / dt) as usize;
            let steps = Array1::from_shape_fn(i.len() - 1, |k| if k < on { 0.0 } else { 0.5 * (i[k] + i[k + 1]) });
            let run = neuron(12.0).simulate_input_exact(&steps, dt).unwrap();
            let exact = run.t.mapv(|t| synapse.potential(&neuron(12.0), 2.0, t - 5.0));
            (run.v - exact).mapv(f64::abs).fold(0.0, |a: f64, &b| a.max(b))
        };
        let order = (error(0.2) / error(0.05)).log2() / 2.0;
        assert!((order - 2.0).abs() < 0.1, "order {order}");
    }
}
