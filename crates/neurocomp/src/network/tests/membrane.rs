//! One neuron, against closed forms.

use super::*;

const CURRENT: Synapses = Synapses::Current { tau_e: 5.0, tau_i: 10.0 };

#[test]
fn a_synaptic_current_gives_the_difference_of_two_exponentials() {
    for (weight, tau) in [(3.0, 5.0), (-3.0, 10.0)] {
        for dt in [0.1, 0.5] {
            let voltages = response(CURRENT, weight, 1.0, dt, 100.0);
            for (&t, &v) in voltages.t.iter().zip(&voltages.v.row(0)) {
                let s = t - dt - 1.0;
                let exact =
                    if s <= 0.0 { 0.0 } else { weight * tau / (tau - 20.0) * ((-s / tau).exp() - (-s / 20.0).exp()) };
                assert!((v - exact).abs() < 1e-12, "t {t}: {v}, not {exact}");
            }
        }
    }
}

#[test]
fn equal_time_constants_of_synapse_and_membrane_are_nothing_special() {
    let alpha = Synapses::Current { tau_e: 20.0, tau_i: 20.0 };
    let voltages = response(alpha, 3.0, 0.0, 0.1, 100.0);
    for (&t, &v) in voltages.t.iter().zip(&voltages.v.row(0)).skip(1) {
        let s = (t - 0.1) / 20.0;
        assert!((v - 3.0 * s * (-s).exp()).abs() < 1e-12, "t {t}: {v}");
    }
}

#[test]
fn a_jump_decays_with_the_membrane() {
    let voltages = response(Synapses::Delta, 3.0, 2.0, 0.1, 100.0);
    for (k, (&t, &v)) in voltages.t.iter().zip(&voltages.v.row(0)).enumerate() {
        let exact = if k < 21 { 0.0 } else { 3.0 * (-(t - 2.1) / 20.0).exp() };
        assert!((v - exact).abs() < 1e-12, "t {t}: {v}, not {exact}");
    }
}

#[test]
fn conductances_have_an_error_of_second_order() {
    let synapses = Synapses::Conductance { tau_e: 5.0, tau_i: 10.0, e_e: 60.0, e_i: -20.0 };
    for weight in [4.0, -4.0] {
        // The spike is at t = dt: look 10 ms after it.
        let after = |dt: f64| {
            let v = response(synapses, weight, 0.0, dt, 10.0 + dt).v;
            v[[0, v.ncols() - 1]]
        };
        let (coarse, middle, fine) = (after(0.5), after(0.25), after(0.125));
        let order = ((coarse - middle) / (middle - fine)).log2();
        assert!((order - 2.0).abs() < 0.1, "order {order}");
        // τ dV/dt = −V + g(t)(E − V), solved with the integrating factor and Simpson's rule.
        let (tau, reversal) = if weight > 0.0 { (5.0, 60.0) } else { (10.0, -20.0) };
        let exponent = |t: f64| (t + 4.0 * tau * (1.0 - (-t / tau).exp())) / 20.0;
        let integrand = |t: f64| (exponent(t) - exponent(10.0)).exp() * 4.0 * (-t / tau).exp() * reversal / 20.0;
        let h = 10.0 / 1000.0;
        let simpson =
            |k: usize| integrand(k as f64 * h) * if k == 0 || k == 1000 { 1.0 } else { 2.0 + 2.0 * (k % 2) as f64 };
        let exact = h / 3.0 * (0..=1000).map(simpson).sum::<f64>();
        let extrapolated = fine + (fine - middle) / 3.0;
        assert!((extrapolated - exact).abs() < 1e-4, "{extrapolated}, not {exact}");
    }
}

#[test]
fn enormous_conductances_stay_between_the_reversal_potentials() {
    let synapses = Synapses::Conductance { tau_e: 5.0, tau_i: 10.0, e_e: 60.0, e_i: -20.0 };
    let v = response(synapses, 1e6, 0.0, 0.1, 50.0).v;
    assert!(v.iter().all(|&v| (-1e-9..=120.0 + 1e-9).contains(&v)));
}

#[test]
fn a_constant_current_gives_the_period_of_the_formula() {
    let p = LifCell::default();
    for current in [0.105, 0.15, 0.4] {
        for synapses in [Synapses::Delta, CURRENT] {
            let mut network = Network::new();
            let cell = NetworkCell { synapses, ..Default::default() };
            let one = network.add_population("one", 1, cell).unwrap();
            network.inject(one, current).unwrap();
            let run = network.run(0.01, 2000.0, 1).unwrap();
            let train = &run.populations[0].spike_trains().unwrap()[0];
            let steady = p.v_rest + p.resistance * current;
            let period = p.t_ref + p.tau_m * ((steady - p.v_reset) / (steady - p.v_thresh)).ln();
            // A spike waits for the end of its step.
            for isi in train.isi() {
                assert!(isi >= period - 1e-9 && isi < period + 0.0101, "{isi}, not {period}");
            }
        }
    }
}

#[test]
fn the_midpoint_rule_gives_the_same_period_without_synapses() {
    let mut network = Network::new();
    let cell = NetworkCell {
        synapses: Synapses::Conductance { tau_e: 5.0, tau_i: 10.0, e_e: 0.0, e_i: -80.0 },
        ..Default::default()
    };
    let one = network.add_population("one", 1, cell).unwrap();
    network.inject(one, 0.15).unwrap();
    let run = network.run(0.01, 1000.0, 1).unwrap();
    let isi = run.populations[0].spike_trains().unwrap()[0].isi();
    let period = 5.0 + 20.0 * 3.0_f64.ln();
    assert!(isi.iter().all(|isi| (isi - period).abs() < 0.011), "{isi:?}");
}

#[test]
fn each_neuron_has_its_own_current() {
    let mut network = Network::new();
    let pair = network.add_population("pair", 100, NetworkCell::default()).unwrap();
    let currents: ndarray::Array1<f64> = (0..100).map(|k| 0.002 * k as f64).collect();
    network.inject_each(pair, &currents).unwrap();
    let rates = network.run(0.1, 4000.0, 1).unwrap().populations[0].rates().unwrap();
    for (current, rate) in currents.iter().zip(&rates) {
        let steady = 100.0 * current;
        let formula = if steady <= 10.0 { 0.0 } else { 1000.0 / (5.0 + 20.0 * (steady / (steady - 10.0)).ln()) };
        assert!((rate - formula).abs() < 0.4, "{current} nA: {rate} Hz, not {formula}");
    }
}

/// Spike times of the default adaptive neuron (0.8 nA, spikes cut at −30 mV) in ms: Brian2 2.9.0, fourth-order
/// Runge–Kutta, dt = 0.001 ms, tests/oracles/networks_brian2.py (adex).
const ADEX: [f64; 8] = [17.719, 40.485, 71.267, 114.478, 171.595, 236.175, 302.688, 369.555];

#[test]
fn the_adaptive_neuron_has_the_spikes_of_brian_with_an_error_of_first_order() {
    let times = |dt: f64| {
        let cell = NetworkCell {
            neuron: NeuronModel::AdEx(AdExCell { v_peak: -30.0, ..Default::default() }),
            ..Default::default()
        };
        let mut network = Network::new();
        let one = network.add_population("one", 1, cell).unwrap();
        network.inject(one, 0.8).unwrap();
        network.run(dt, 400.0, 1).unwrap().populations[0].spike_times.to_vec()
    };
    let worst = |dt: f64| {
        let times = times(dt);
        assert_eq!(times.len(), ADEX.len(), "{times:?}");
        times.iter().zip(ADEX).map(|(t, exact)| (t - exact).abs()).fold(0.0, f64::max)
    };
    let (coarse, fine) = (worst(0.04), worst(0.02));
    assert!(coarse < 1.5, "{coarse}");
    assert!(coarse / fine > 1.6 && coarse / fine < 2.5, "{coarse} and {fine}");
    assert!(worst(0.002) < 0.1, "{}", worst(0.002));
}

#[test]
fn adaptation_goes_on_while_the_neuron_is_refractory() {
    // With a = 0 nothing but decay happens to w between spikes, refractory or not. A spike at t = dt, held for 50 ms,
    // leaves w = b e^(−t/τ_w), which then pulls V down from rest to about −R w.
    let cell = NetworkCell {
        neuron: NeuronModel::AdEx(AdExCell { a: 0.0, t_ref: 50.0, ..Default::default() }),
        synapses: Synapses::Delta,
        v_start: InitialPotential::Rest,
    };
    let mut network = Network::new();
    let source = network.add_population("source", 1, once()).unwrap();
    let one = network.add_population("one", 1, cell).unwrap();
    network.connect(source, one, Wiring::Probability(1.0), 100.0, 0.0).unwrap();
    network.record(one, &[0]).unwrap();
    let run = network.run(0.01, 100.0, 1).unwrap();
    assert_eq!(run.populations[1].spike_times.len(), 1);
    let voltages = &run.populations[1].voltages;
    // C dV/dt = −g (V − E) − w has the solution of a synaptic current with τ_w, begun 50 ms after the spike.
    let (tau, tau_w, b) = (0.281 / 0.030, 144.0, 0.0805 / 0.030);
    for (&t, &v) in voltages.t.iter().zip(&voltages.v.row(0)) {
        let s = t - 50.02;
        let w = b * (-50.0_f64 / tau_w).exp();
        let exact = if s <= 0.0 { 0.0 } else { -w * tau_w / (tau_w - tau) * ((-s / tau_w).exp() - (-s / tau).exp()) };
        assert!((v + 70.6 - exact).abs() < 5e-3, "t {t}: {}, not {exact}", v + 70.6);
    }
}

#[test]
fn poisson_input_has_the_mean_and_the_variance_of_shot_noise() {
    // Campbell: mean r w τ, variance r w² τ²/(2(τ + τ_m)) for a current, r w τ_m and r w² τ_m/2 for jumps.
    for (synapses, weight, mean, variance) in [
        (CURRENT, 0.5, 2.0 * 0.5 * 5.0, 2.0 * 0.25 * 25.0 / 50.0),
        (CURRENT, -0.5, 2.0 * -0.5 * 10.0, 2.0 * 0.25 * 100.0 / 60.0),
        (Synapses::Delta, 0.5, 2.0 * 0.5 * 20.0, 2.0 * 0.25 * 20.0 / 2.0),
    ] {
        let mut network = Network::new();
        let many = network.add_population("many", 200, silent(synapses)).unwrap();
        network.add_poisson(many, 100, 20.0, weight).unwrap();
        network.record(many, &(0..200).collect::<Vec<_>>()).unwrap();
        let run = network.run(0.1, 1000.0, 3).unwrap();
        let v = &run.after(300.0).unwrap().populations[0].voltages.v;
        // 200 neurons times 700 ms, of which pieces of about 50 ms are independent: 2800 values.
        let independent = 2800.0_f64;
        let (m, s2) = (v.mean().unwrap(), v.var(0.0));
        // Jumps appear in the sample at the end of their step.
        let discrete = if synapses == Synapses::Delta { 1.0 + 0.5 * 0.1 / 20.0 } else { 1.0 };
        assert!((m - mean * discrete).abs() < 4.0 * (variance / independent).sqrt(), "{m}, not {mean}");
        assert!((s2 / variance - 1.0).abs() < 4.0 * (2.0 / independent).sqrt(), "{s2}, not {variance}");
    }
}

#[test]
fn jumps_from_outside_give_the_rate_of_siegert() {
    // Without recurrent synapses the mean-field rate is exact up to the size of a jump and of a step.
    let p =
        crate::neuron::lif::LifParams { tau_m: 20.0, v_thresh: 20.0, v_reset: 10.0, t_ref: 2.0, ..Default::default() };
    let mut network = Network::new();
    let cell = NetworkCell {
        neuron: NeuronModel::Lif(LifCell {
            tau_m: 20.0,
            resistance: 1.0,
            v_rest: 0.0,
            v_thresh: 20.0,
            v_reset: 10.0,
            t_ref: 2.0,
        }),
        synapses: Synapses::Delta,
        v_start: InitialPotential::Uniform(0.0, 20.0),
    };
    let many = network.add_population("many", 400, cell).unwrap();
    network.add_poisson(many, 1000, 9.5, 0.1).unwrap();
    let rate = network.run(0.05, 2200.0, 2).unwrap().after(200.0).unwrap().populations[0].rate();
    let sigma = (1000.0 * 0.0095 * 20.0 * 0.01_f64).sqrt();
    let theory = crate::neuron::lif::Lif::new(p).unwrap().siegert_rate(19.0, sigma).unwrap();
    assert!((rate / theory - 1.0).abs() < 0.04, "{rate}, not {theory}");
}
