use crate::neuron::lif::{Lif, LifParams};
use crate::neuron::synapse::{diffusion_limit, poisson_input};
use ndarray::Array1;

#[test]
fn counts_have_the_variance_and_the_skewness_of_poisson() {
    // For a Poisson number the first three cumulants are all λ; at small λ a Gaussian of the same variance has
    // another third one.
    for (n, rate, dt) in [(10, 8.0, 0.5), (100, 20.0, 0.1), (5000, 10.0, 1.0)] {
        let lambda = n as f64 * rate * dt / 1000.0;
        let current = poisson_input(n, rate, 3.0, dt, 400_000.0 * dt, 5).unwrap();
        let counts = current * dt / 3.0;
        let mean = counts.mean().unwrap();
        let moment = |k| counts.mapv(|c| (c - mean).powi(k)).mean().unwrap();
        // Standard errors of the three over 400,000 independent values.
        let samples = 400_000.0_f64;
        assert!((mean - lambda).abs() < 4.0 * (lambda / samples).sqrt(), "{lambda}: mean {mean}");
        let error = ((lambda + 2.0 * lambda * lambda) / samples).sqrt();
        assert!((moment(2) - lambda).abs() < 4.0 * error, "{lambda}: {}", moment(2));
        let error = ((lambda + 24.0 * lambda.powi(2) + 15.0 * lambda.powi(3)) / samples).sqrt();
        assert!((moment(3) - lambda).abs() < 5.0 * error, "{lambda}: {}", moment(3));
    }
}

#[test]
fn successive_steps_are_independent() {
    let limit = diffusion_limit(1000, 5.0, 4.0).unwrap();
    let current = poisson_input(1000, 5.0, 4.0, 0.1, 20_000.0, 11).unwrap() - limit.mean;
    let n = current.len() - 1;
    let lagged: f64 = (0..n).map(|k| current[k] * current[k + 1]).sum::<f64>() / n as f64;
    assert!((lagged / limit.sd(0.1).powi(2)).abs() < 4.0 / (n as f64).sqrt());
}

#[test]
fn halving_the_weight_of_four_times_as_many_synapses_keeps_the_noise() {
    let p = LifParams::default();
    let (few, many) = (diffusion_limit(100, 5.0, 2.0).unwrap(), diffusion_limit(400, 5.0, 1.0).unwrap());
    assert!((few.sigma(p) - many.sigma(p)).abs() < 1e-12);
    assert!((2.0 * few.mean - many.mean).abs() < 1e-12);
}

#[test]
fn balanced_excitation_and_inhibition_leave_only_noise() {
    let excitation = diffusion_limit(800, 5.0, 2.0).unwrap();
    let inhibition = diffusion_limit(200, 5.0, -8.0).unwrap();
    let both = excitation.plus(inhibition);
    assert!(both.mean.abs() < 1e-12);
    let squares = excitation.intensity.powi(2) + inhibition.intensity.powi(2);
    assert!((both.intensity.powi(2) - squares).abs() < 1e-9);
}

#[test]
fn silence_is_zero_and_impossible_input_is_refused() {
    assert_eq!(poisson_input(0, 5.0, 1.0, 0.1, 1.0, 1).unwrap(), Array1::<f64>::zeros(10));
    assert_eq!(poisson_input(5, 0.0, 1.0, 0.1, 1.0, 1).unwrap(), Array1::<f64>::zeros(10));
    let refused = |n, rate, weight, dt| poisson_input(n, rate, weight, dt, 10.0, 1).unwrap_err().to_string();
    assert!(refused(1, -1.0, 1.0, 0.1).contains(">= 0 Hz, received -1"));
    assert!(refused(1, 1.0, f64::NAN, 0.1).contains("received NaN"));
    assert!(refused(usize::MAX, 1e300, 1.0, 0.1).contains("<= 1e12 spikes"));
    assert!(refused(1, 1.0, 1.0, 1e-9).contains("steps"));
    assert!(refused(1, 1.0, 1.0, -1.0).contains("dt must be"));
}

#[test]
fn the_rate_under_many_pulses_is_siegerts() {
    // Excitation and inhibition with 18 nA and σ = 4 mV; each pulse moves the potential by 0.05 mV.
    let (exc, inh) = ((10_000, 16.9, 1.0), (10_000, 15.1, -1.0));
    let limit_of = |(n, rate, weight): (usize, f64, f64)| diffusion_limit(n, rate, weight).unwrap();
    let limit = limit_of(exc).plus(limit_of(inh));
    let sigma = limit.sigma(LifParams::default());
    assert!((limit.mean - 18.0).abs() < 1e-9 && (sigma - 4.0).abs() < 1e-9);

    let (dt, duration) = (0.1, 100_000.0);
    let input =
        |(n, rate, weight): (usize, f64, f64), seed| poisson_input(n, rate, weight, dt, duration, seed).unwrap();
    let neuron = Lif::new(LifParams::default()).unwrap();
    let run = neuron.simulate_input_exact(&(input(exc, 1) + input(inh, 2)), dt).unwrap();

    // The threshold is seen once in a step only, and lies as much higher as the module of the LIF neuron says.
    let v_thresh = 20.0 + 0.5826 * sigma * (dt / 20.0_f64).sqrt();
    let higher = Lif::new(LifParams { v_thresh, ..Default::default() }).unwrap();
    let theory = higher.siegert_rate(18.0, sigma).unwrap();
    // 1300 spikes with a CV of 0.7.
    assert!((run.spikes.rate() / theory - 1.0).abs() < 0.06, "{} for {theory}", run.spikes.rate());
}
