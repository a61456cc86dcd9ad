//! Figures of populations for which they are known.

use std::f64::consts::TAU;

use ndarray::{Array1, Array2};

use super::*;

/// Neurons that repeat each spike from outside: independent Poisson processes of 50 Hz.
fn poisson() -> PopulationSpikes {
    let mut network = Network::new();
    let cell = NetworkCell {
        neuron: NeuronModel::Lif(LifCell { t_ref: 0.0, ..Default::default() }),
        synapses: Synapses::Delta,
        v_start: InitialPotential::Rest,
    };
    let many = network.add_population("many", 500, cell).unwrap();
    network.add_poisson(many, 50, 1.0, 50.0).unwrap();
    network.run(0.02, 4000.0, 1).unwrap().populations[0].clone()
}

#[test]
fn poisson_neurons_have_rate_cv_and_synchrony_of_poisson() {
    let run = poisson();
    // 100,000 spikes; one in a thousand falls into a step that has one already.
    assert!((run.rate() - 50.0).abs() < 4.0 * 50.0 / 100_000_f64.sqrt() + 0.05, "{}", run.rate());
    let cv = run.mean_cv().unwrap().unwrap();
    assert!((cv - 1.0).abs() < 0.02, "{cv}");
    for bin in [1.0, 10.0] {
        let synchrony = run.synchrony(bin).unwrap().unwrap();
        assert!((synchrony - 1.0).abs() < 4.0 * (2.0 * bin / 4000.0).sqrt(), "{synchrony}");
    }
    let rates = run.rates().unwrap();
    assert!((rates.mean().unwrap() - run.rate()).abs() < 1e-9);
    // Each counts 200 ± √200 spikes.
    assert!((rates.var(0.0) / (200.0 / 16.0) - 1.0).abs() < 5.0 * (2.0_f64 / 500.0).sqrt());
}

#[test]
fn identical_neurons_are_perfectly_synchronous() {
    let mut network = Network::new();
    let cell =
        NetworkCell { neuron: NeuronModel::Lif(LifCell { v_rest: -40.0, ..Default::default() }), ..Default::default() };
    let many = network.add_population("many", 50, cell).unwrap();
    network.record(many, &[3, 0, 49, 3]).unwrap();
    let run = network.run(0.1, 2000.0, 1).unwrap();
    let run = &run.populations[0];
    assert_eq!(run.voltages.neurons, [0, 3, 49]);
    assert!((voltage_synchrony(&run.voltages.v).unwrap() - 1.0).abs() < 1e-9);
    // All 50 spikes of a volley in one bin: variance/mean = 50 (1 − share of bins with a volley).
    let share = run.counts(1.0).unwrap().iter().filter(|&&count| count > 0.0).count() as f64 / 2000.0;
    let synchrony = run.synchrony(1.0).unwrap().unwrap();
    assert!((synchrony - 50.0 * (1.0 - share)).abs() < 1e-9, "{synchrony}");
    assert!(run.mean_cv().unwrap().unwrap() < 1e-9);
    let rate = run.population_rate(1.0).unwrap();
    let formula = 1000.0 / (5.0 + 20.0 * 2.0_f64.ln());
    assert!((rate.main_frequency(2.0).unwrap() / formula - 1.0).abs() < 0.02);
}

#[test]
fn independent_potentials_have_a_chi_of_one_over_root_n() {
    let mut random = crate::noise::generator(1);
    use rand::Rng;
    for n in [10, 100] {
        let v = Array2::from_shape_simple_fn((n, 4000), || random.random::<f64>());
        let value = voltage_synchrony(&v).unwrap() * (n as f64).sqrt();
        assert!((value - 1.0).abs() < 0.06, "{value}");
    }
    assert_eq!(voltage_synchrony(&Array2::zeros((3, 5))), None);
    assert_eq!(voltage_synchrony(&Array2::zeros((0, 0))), None);
}

#[test]
fn counts_and_rates_keep_all_spikes() {
    let run = poisson();
    for bin in [0.5, 1.0, 8.0] {
        assert_eq!(run.counts(bin).unwrap().sum(), run.spike_times.len() as f64);
        let rate = run.population_rate(bin).unwrap();
        assert!((rate.rate.mean().unwrap() - run.rate()).abs() < 1e-9);
        assert!((rate.t[0] - 0.5 * bin).abs() < 1e-12);
    }
    let trains = run.spike_trains().unwrap();
    assert_eq!(trains.iter().map(|train| train.len()).sum::<usize>(), run.spike_times.len());
}

#[test]
fn the_spectrum_of_a_sine_is_one_line() {
    let rate = PopulationRate {
        t: Array1::from_shape_fn(1000, |k| k as f64),
        rate: Array1::from_shape_fn(1000, |k| 10.0 + 3.0 * (TAU * 0.040 * k as f64).sin()),
        bin_size: 1.0,
    };
    let (frequency, power) = rate.power_spectrum().unwrap();
    for (f, p) in frequency.iter().zip(&power) {
        // 40 Hz, and (amplitude/2)² in it.
        let expected = if (f - 40.0).abs() < 1e-9 { 2.25 } else { 0.0 };
        assert!((p - expected).abs() < 1e-9, "{f} Hz: {p}");
    }
    assert!((rate.main_frequency(0.5).unwrap() - 40.0).abs() < 1e-9);
}

#[test]
fn observation_may_begin_later() {
    let network = published::vogels_abbott_current(5.0).unwrap();
    let run = network.run(0.1, 100.0, 1).unwrap();
    let late = run.after(40.0).unwrap();
    let early: usize = run.populations.iter().map(|p| p.spike_times.iter().filter(|&&t| t <= 40.0).count()).sum();
    assert_eq!(early + late.all().spike_times.len(), run.all().spike_times.len());
    assert!(late.all().spike_trains().unwrap().iter().all(|train| train.t_start() == 40.0));
    assert_eq!(late.all().size, 4000);
    let all = run.all();
    assert!(all.spike_neurons.iter().any(|&k| k >= 3200) && all.spike_times.iter().is_sorted());
}

#[test]
fn results_show_themselves_in_one_line() {
    let network = published::vogels_abbott_current(5.0).unwrap();
    let shown = format!("{network:?}");
    assert!(shown.contains("3200 excitatory, 800 inhibitory; 4 connections, about 320000 synapses"), "{shown}");
    let run = network.run(0.1, 100.0, 1).unwrap();
    for shown in
        [format!("{run:?}"), format!("{:?}", run.all()), format!("{:?}", run.all().population_rate(1.0).unwrap())]
    {
        assert!(shown.len() < 200 && shown.contains("Hz") && !shown.contains('\n'), "{shown}");
    }
}
