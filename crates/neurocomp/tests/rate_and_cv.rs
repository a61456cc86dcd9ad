//! The noisy neuron as simulated against the noisy neuron as calculated.

use neurocomp::ndarray::Array1;
use neurocomp::neuron::lif::{Lif, LifParams};
use neurocomp::neuron::synapse::{diffusion_limit, poisson_input};
use neurocomp::spike_train::{SpikeTrain, histogram};

/// current (nA), σ (mV), rate (Hz), CV of the neuron of the course: mpmath, by tests/oracles/siegert.py, from the integrals
/// of Siegert (1951) and Brunel (2000).
const RATE_CV: [(f64, f64, f64, f64); 6] = [
    (15.0, 5.0, 8.13815841246917, 0.7048759868),
    (18.0, 4.0, 13.3832300709166, 0.5283377113),
    (20.0, 2.0, 15.2122643584849, 0.33725438),
    (22.0, 3.0, 23.6413892654731, 0.2973970765),
    (25.0, 1.0, 31.247670546682, 0.08446536875),
    (30.0, 6.0, 48.3304991720864, 0.3233185547),
];

/// −ζ(1/2)/√(2π): by how many standard deviations of a step the maximum of a random walk stays behind that of the Brownian
/// motion it samples (Asmussen, Glynn & Pitman 1995; Broadie, Glasserman & Kou 1997).
const OVERSHOOT: f64 = 0.5826;

fn course() -> Lif {
    Lif::new(LifParams::default()).unwrap()
}

/// The neuron of the course with a threshold higher by `by` mV.
fn raised(by: f64) -> Lif {
    let v_thresh = LifParams::default().v_thresh + by;
    Lif::new(LifParams { v_thresh, ..LifParams::default() }).unwrap()
}

/// Relative standard error of the rate of a train: of N independent intervals, CV/√N.
fn error_of_rate(train: &SpikeTrain) -> f64 {
    train.cv().unwrap() / (train.len() as f64).sqrt()
}

#[test]
fn siegert_gives_the_rates_of_the_table() {
    for (current, sigma, rate, _) in RATE_CV {
        let found = course().siegert_rate(current, sigma).unwrap();
        assert!((found / rate - 1.0).abs() < 1e-13, "{current} nA, {sigma} mV: {found}");
    }
}

#[test]
fn the_simulated_rate_is_siegert_with_the_threshold_that_steps_miss() {
    let mut worst_without: f64 = 0.0;
    for dt in [0.4, 0.1] {
        for (k, (current, sigma, _, _)) in RATE_CV.into_iter().enumerate() {
            let train = course().spikes_noisy(current, sigma, dt, 2e6, 40 + k as u64).unwrap();
            let shift = OVERSHOOT * sigma * (dt / 20.0).sqrt();
            let shifted = raised(shift).siegert_rate(current, sigma).unwrap();
            let plain = course().siegert_rate(current, sigma).unwrap();
            // What remains is of first order in dt/τ, as without noise.
            let allowed = 4.0 * error_of_rate(&train) + 0.5 * dt / 20.0;
            let off = train.rate() / shifted - 1.0;
            assert!(off.abs() < allowed, "{current} nA, {sigma} mV, dt {dt}: {off} of {allowed}");
            worst_without = worst_without.max((train.rate() / plain - 1.0).abs() / allowed);
        }
    }
    // Without the shift the theory is visibly wrong: the test above would notice.
    assert!(worst_without > 2.0, "{worst_without}");
}

#[test]
fn the_error_of_the_rate_is_of_order_one_half() {
    let exact = course().siegert_rate(18.0, 4.0).unwrap();
    let error = |dt: f64| 1.0 - course().spikes_noisy(18.0, 4.0, dt, 4e6, 8).unwrap().rate() / exact;
    let order = (error(0.8) / error(0.05)).log2() / 4.0;
    assert!((order - 0.5).abs() < 0.08, "order {order}");
}

#[test]
fn the_simulated_cv_is_that_of_the_table() {
    for (k, (current, sigma, _, cv)) in RATE_CV.into_iter().enumerate() {
        let train = course().spikes_noisy(current, sigma, 0.02, 4e5, 70 + k as u64).unwrap();
        // Standard error about CV/√(2N) or more for skewed intervals; the steps add some per cent of √(dt/τ).
        let off = train.cv().unwrap() / cv - 1.0;
        let allowed = 4.0 / (train.len() as f64).sqrt() + 0.5 * (0.02_f64 / 20.0).sqrt();
        assert!(off.abs() < allowed, "{current} nA, {sigma} mV: {off} of {allowed}");
    }
}

#[test]
fn rare_spikes_are_a_poisson_process() {
    // Threshold far above the mean: about one spike per second, CV near 1, exponential intervals.
    let train = course().spikes_noisy(10.5, 5.0, 0.1, 2e6, 3).unwrap();
    assert!((0.5..2.0).contains(&train.rate()), "{}", train.rate());
    assert!((train.cv().unwrap() - 1.0).abs() < 0.1, "{:?}", train.cv());
    let isi = train.isi();
    let mean = isi.mean().unwrap();
    let h = histogram(&isi, 8, 0.0, 4.0 * mean).unwrap();
    for (bin, &count) in h.counts.indexed_iter() {
        let probability = (-h.edges[bin] / mean).exp() - (-h.edges[bin + 1] / mean).exp();
        let expected = probability * isi.len() as f64;
        // Four standard deviations of a count, and a little for the climb from reset that a Poisson process has not.
        let allowed = 4.0 * expected.sqrt() + 0.03 * isi.len() as f64;
        assert!((count as f64 - expected).abs() < allowed, "bin {bin}: {count} for {expected}");
    }
}

#[test]
fn noise_decides_the_regime() {
    // Mean-driven: regular. Noise-driven: irregular.
    let cv = |current, sigma| course().spikes_noisy(current, sigma, 0.1, 3e5, 1).unwrap().cv().unwrap();
    assert!(cv(30.0, 1.0) < 0.1 && cv(12.0, 5.0) > 0.8);
}

#[test]
fn many_small_synapses_drive_the_neuron_like_a_mean_with_noise() {
    // 2,000 excitatory and 2,000 inhibitory synapses, whose means leave 16 nA and whose fluctuations add up.
    let (n, duration, dt) = (2_000, 400_000.0, 0.1);
    let (excitation, inhibition) = ((10.0, 3.2), (8.0, -3.0));
    let current = poisson_input(n, excitation.0, excitation.1, dt, duration, 1).unwrap()
        + poisson_input(n, inhibition.0, inhibition.1, dt, duration, 2).unwrap();
    let limit = diffusion_limit(n, excitation.0, excitation.1)
        .unwrap()
        .plus(diffusion_limit(n, inhibition.0, inhibition.1).unwrap());
    let synaptic = course().simulate_input(&current, dt).unwrap().spikes;
    let sigma = limit.sigma(LifParams::default());
    let white = course().spikes_noisy(limit.mean, sigma, dt, duration, 3).unwrap();
    assert!((limit.mean - 16.0).abs() < 1e-9 && white.len() > 1000, "{white:?}");
    let allowed = 4.0 * error_of_rate(&synaptic).hypot(error_of_rate(&white));
    assert!((synaptic.rate() / white.rate() - 1.0).abs() < allowed, "{synaptic:?} {white:?}");
    // The mean alone would never make it fire.
    let mean = Array1::from_elem(current.len(), limit.mean);
    assert!(course().simulate_input(&mean, dt).unwrap().spikes.is_empty());
}
