//! Published networks, beside Brian2 and theory.
//!
//! The figures of Brian2 2.9.0 are printed by tests/oracles/networks_brian2.py for the same networks with other random
//! numbers; they and ours differ from seed to seed as the tolerances say.

use super::*;
use crate::neuron::lif::LifParams;

/// Rates (Hz) and CVs of Brian2 for the network of Brunel from 200 to 600 ms, dt = 0.1 ms; AI is the mean of three
/// seeds (36.85, 37.57, 36.96 Hz).
const SR: (f64, f64) = (333.6, 0.001);
const FAST: (f64, f64) = (58.98, 0.793);
const AI: (f64, f64) = (37.13, 0.384);
const SLOW: f64 = 5.39;

fn settled(network: Network, duration: f64, seed: u64) -> PopulationSpikes {
    network.run(0.1, duration, seed).unwrap().after(200.0).unwrap().all()
}

#[test]
fn the_network_of_the_slide_fires_as_in_brian() {
    // Brian2, seeds 1 to 3: 5.57, 5.47, 5.53 Hz; CV 0.571, 0.569, 0.578; variance/mean 2.21, 2.65, 2.30.
    // Without refractory time: 5.89, 5.87, 6.02 Hz; CV 0.688, 0.674, 0.674.
    for (t_ref, rate, cv) in [(5.0, 5.52, 0.573), (0.0, 5.93, 0.679)] {
        let runs = [1, 2, 3].map(|seed| settled(published::vogels_abbott_current(t_ref).unwrap(), 2000.0, seed));
        let mean = |figure: &dyn Fn(&PopulationSpikes) -> f64| runs.iter().map(figure).sum::<f64>() / 3.0;
        let rates = mean(&|run| run.rate());
        assert!((rates - rate).abs() < 0.3, "{rates} Hz, Brian {rate}");
        let cvs = mean(&|run| run.mean_cv().unwrap().unwrap());
        assert!((cvs - cv).abs() < 0.03, "CV {cvs}, Brian {cv}");
        let synchrony = mean(&|run| run.synchrony(1.0).unwrap().unwrap());
        assert!((synchrony - 2.2).abs() < 0.6, "{synchrony}");
    }
}

#[test]
fn the_network_with_conductances_fires_as_in_brian() {
    // Brian2, seeds 1 to 3: 20.96, 19.84, 18.31 Hz; CV 1.816, 1.775, 1.812.
    let runs = [1, 2, 3].map(|seed| settled(published::vogels_abbott_conductance().unwrap(), 1500.0, seed));
    let rate = runs.iter().map(|run| run.rate()).sum::<f64>() / 3.0;
    assert!((rate - 19.7).abs() < 2.0, "{rate} Hz");
    let cv = runs.iter().map(|run| run.mean_cv().unwrap().unwrap()).sum::<f64>() / 3.0;
    assert!((cv - 1.80).abs() < 0.12, "CV {cv}");
}

#[test]
fn without_a_push_the_network_with_conductances_is_silent() {
    let mut network = published::vogels_abbott_conductance().unwrap();
    network.drives.clear();
    assert!(network.run(0.1, 100.0, 1).unwrap().all().spike_times.is_empty());
}

fn theory(g: f64, ratio: f64) -> Vec<f64> {
    let neuron = LifParams { tau_m: 20.0, v_thresh: 20.0, v_reset: 10.0, t_ref: 2.0, ..Default::default() };
    mean_field_rate(neuron, 1000.0, 0.25, 0.1, g, 10.0 * ratio).unwrap()
}

#[test]
fn brunel_asynchronous_irregular() {
    let run = settled(published::brunel(5.0, 2.0).unwrap(), 600.0, 1);
    let theory = theory(5.0, 2.0);
    assert_eq!(theory.len(), 1);
    assert!((run.rate() / theory[0] - 1.0).abs() < 0.04, "{} Hz, theory {theory:?}", run.rate());
    assert!((run.rate() - AI.0).abs() < 1.2, "{} Hz", run.rate());
    let cv = run.mean_cv().unwrap().unwrap();
    assert!((cv - AI.1).abs() < 0.03, "CV {cv}");
}

#[test]
fn brunel_synchronous_regular() {
    let run = settled(published::brunel(3.0, 2.0).unwrap(), 300.0, 1);
    assert!((run.rate() / SR.0 - 1.0).abs() < 0.02, "{} Hz", run.rate());
    assert!(run.mean_cv().unwrap().unwrap() < 0.02);
    // Almost all fire in the same third of the time.
    assert!(run.synchrony(1.0).unwrap().unwrap() > 1000.0);
    let frequency = run.population_rate(1.0).unwrap().main_frequency(20.0).unwrap();
    assert!((frequency / run.rate() - 1.0).abs() < 0.04, "one volley per spike: {frequency} Hz");
}

#[test]
fn brunel_fast_oscillation_of_irregular_neurons() {
    let run = settled(published::brunel(6.0, 4.0).unwrap(), 600.0, 1);
    assert!((run.rate() / FAST.0 - 1.0).abs() < 0.05, "{} Hz", run.rate());
    let cv = run.mean_cv().unwrap().unwrap();
    assert!((cv - FAST.1).abs() < 0.05, "CV {cv}");
    let rate = run.population_rate(1.0).unwrap();
    let frequency = rate.main_frequency(10.0).unwrap();
    // Neurons take part in one of three cycles.
    assert!((frequency - 180.0).abs() < 15.0, "{frequency} Hz");
    assert!(run.synchrony(1.0).unwrap().unwrap() > 300.0);
}

#[test]
fn brunel_slow_oscillation_of_irregular_neurons() {
    let run = settled(published::brunel(4.5, 0.9).unwrap(), 1000.0, 1);
    assert!((run.rate() - SLOW).abs() < 0.7, "{} Hz", run.rate());
    let frequency = run.population_rate(2.0).unwrap().main_frequency(10.0).unwrap();
    assert!(frequency > 15.0 && frequency < 34.0, "{frequency} Hz");
    assert!(run.synchrony(1.0).unwrap().unwrap() > 50.0);
}

#[test]
fn mean_field_rates_are_consistent_with_themselves() {
    for (g, ratio) in [(5.0, 2.0), (6.0, 4.0), (4.5, 0.9), (3.0, 2.0)] {
        for rate in theory(g, ratio) {
            let (per_ms, ext) = (rate / 1000.0, 0.01 * ratio);
            let mean = 1000.0 * 0.1 * 20.0 * (ext + per_ms * (1.0 - 0.25 * g));
            let sigma = (1000.0 * 0.01 * 20.0 * (ext + per_ms * (1.0 + 0.25 * g * g))).sqrt();
            let neuron = crate::neuron::lif::Lif::new(LifParams {
                tau_m: 20.0,
                v_thresh: 20.0,
                v_reset: 10.0,
                t_ref: 2.0,
                ..Default::default()
            })
            .unwrap();
            assert!((neuron.siegert_rate(mean, sigma).unwrap() - rate).abs() < 1e-6 * rate);
        }
    }
    // Inhibition that dominates gives one state; excitation that dominates gives two and an unstable one between them,
    // as long as what comes from outside does not suffice to fire.
    assert_eq!(theory(6.0, 4.0).len(), 1);
    assert_eq!(theory(3.0, 0.6).len(), 3);
}
