use crate::neuron::lif::{Lif, LifParams};
use crate::neuron::synapse::{PoissonSynapses, TimeCourse};

fn synapses(course: TimeCourse) -> PoissonSynapses {
    PoissonSynapses { course, n: 400, rate: 2.5, weight: 0.3 }
}

fn courses() -> [TimeCourse; 3] {
    [
        TimeCourse::exponential(5.0).unwrap(),
        TimeCourse::alpha(3.0).unwrap(),
        TimeCourse::double_exponential(0.5, 5.0).unwrap(),
    ]
}

#[test]
fn a_trace_has_the_mean_and_the_variance_of_campbell_and_is_stationary() {
    for course in courses() {
        let input = synapses(course);
        let expected = input.moments().unwrap();
        let (dt, duration) = (0.5, 400_000.0);
        let value = input.trace(dt, duration, 3).unwrap().value;
        // Independent stretches: a few decay times each.
        let independent = duration / (4.0 * course.tau_decay());
        let mean = value.mean().unwrap();
        assert!((mean - expected.mean).abs() < 4.0 * expected.sd / independent.sqrt());
        // Poisson fluctuations have an excess kurtosis of about 1/(spikes per decay time).
        let error = 4.0 * (2.5 / independent).sqrt();
        assert!((value.var(0.0) / expected.sd.powi(2) - 1.0).abs() < error, "{course:?}");
        // The first samples of many seeds: no silence before the beginning.
        let first: f64 = (0..2000).map(|seed| input.trace(1.0, 1.0, seed).unwrap().value[0]).sum::<f64>() / 2000.0;
        assert!((first - expected.mean).abs() < 4.0 * expected.sd / 2000.0_f64.sqrt());
    }
}

#[test]
fn the_correlation_of_an_exponential_synapse_is_exponential() {
    let input = synapses(courses()[0]);
    let expected = input.moments().unwrap();
    let value = input.trace(1.0, 400_000.0, 8).unwrap().value - expected.mean;
    let n = value.len();
    for lag in [1, 5, 10] {
        let product: f64 = (0..n - lag).map(|k| value[k] * value[k + lag]).sum();
        let correlation = product / (n - lag) as f64 / expected.sd.powi(2);
        assert!((correlation - (-(lag as f64) / 5.0).exp()).abs() < 0.03, "{correlation}");
    }
}

#[test]
fn the_potential_has_the_mean_and_the_variance_of_campbell() {
    let neuron = Lif::new(LifParams { v_thresh: 1e6, tau_m: 12.0, ..Default::default() }).unwrap();
    for course in courses() {
        let input = synapses(course);
        let expected = input.potential_moments(&neuron).unwrap();
        let current = input.trace(0.2, 300_000.0, 5).unwrap().value;
        let v = neuron.simulate_input_exact(&current, 0.2).unwrap().v;
        let v = v.slice(ndarray::s![1000..]);
        let independent: f64 = 300_000.0 / 40.0;
        assert!((v.mean().unwrap() - expected.mean).abs() < 4.0 * expected.sd / independent.sqrt());
        let error = 4.0 * (2.5 / independent).sqrt();
        assert!((v.var(0.0) / expected.sd.powi(2) - 1.0).abs() < error, "{course:?}");
    }
}

#[test]
fn the_variance_of_the_potential_is_the_integral_of_the_squared_psp() {
    let neuron = Lif::new(LifParams { tau_m: 12.0, resistance: 2.5, ..Default::default() }).unwrap();
    for course in courses() {
        let input = synapses(course);
        let h = 0.02;
        let squares: f64 = (1..20_000).map(|k| course.potential(&neuron, 0.3, k as f64 * h).powi(2)).sum();
        let sd = input.potential_moments(&neuron).unwrap().sd;
        // One spike per ms. At 0 the potential vanishes: the sum is the trapezoidal rule.
        assert!((sd * sd / (h * squares) - 1.0).abs() < 1e-4, "{course:?}");
    }
}

#[test]
fn brief_synapses_reach_the_diffusion_limit() {
    // Without threshold the limit has the standard deviation σ/√2, here with an error of order τ_s/τ_m.
    let neuron = Lif::new(LifParams::default()).unwrap();
    let error = |tau: f64| {
        let input = synapses(TimeCourse::exponential(tau).unwrap());
        let sigma = input.diffusion_limit().unwrap().sigma(LifParams::default());
        input.potential_moments(&neuron).unwrap().sd / (sigma / 2.0_f64.sqrt()) - 1.0
    };
    assert!((error(0.01) / error(0.02) - 0.5).abs() < 1e-3);
    assert!((error(0.01) + 0.5 * 0.01 / 20.0).abs() < 1e-6);
}

/// Excitation and inhibition of equal weight, with 18 nA and σ = 4 mV in the diffusion limit.
fn balanced(course: TimeCourse) -> [PoissonSynapses; 2] {
    let charge = 1.0;
    // Spikes per ms: excitation less inhibition 18, together σ² τ/charge² = 320.
    [(169.0, charge), (151.0, -charge)].map(|(per_ms, charge)| PoissonSynapses {
        course,
        n: 10_000,
        rate: per_ms / 10.0,
        weight: charge / course.area(),
    })
}

#[test]
fn the_rate_under_many_synapses_is_siegerts() {
    // Synapses of τ_s ≪ τ_m act as if threshold and reset were higher by |ζ(1/2)|/√2 · σ √(τ_s/τ_m) (Brunel & Sergi
    // 1998, doi:10.1006/jtbi.1998.0782; Fourcaud & Brunel 2002, doi:10.1162/089976602320264015).
    let course = TimeCourse::exponential(0.5).unwrap();
    let [exc, inh] = balanced(course);
    let limit = exc.diffusion_limit().unwrap().plus(inh.diffusion_limit().unwrap());
    let sigma = limit.sigma(LifParams::default());
    assert!((limit.mean - 18.0).abs() < 1e-9 && (sigma - 4.0).abs() < 1e-9);

    let (dt, duration) = (0.1, 80_000.0);
    let current = exc.trace(dt, duration, 1).unwrap().value + inh.trace(dt, duration, 2).unwrap().value;
    let neuron = Lif::new(LifParams::default()).unwrap();
    let rate = neuron.simulate_input_exact(&current, dt).unwrap().spikes.rate();

    let shift = 1.460_354_508_8 / 2.0_f64.sqrt() * sigma * (0.5_f64 / 20.0).sqrt();
    let shifted = LifParams { v_thresh: 20.0 + shift, v_reset: shift, ..Default::default() };
    let theory = Lif::new(shifted).unwrap().siegert_rate(18.0, sigma).unwrap();
    // 800 spikes with a CV below 1.
    assert!((rate / theory - 1.0).abs() < 0.08, "{rate} for {theory} Hz");
    assert!(theory < 0.95 * neuron.siegert_rate(18.0, sigma).unwrap());
}

#[test]
fn silent_synapses_are_silent_and_impossible_ones_refused() {
    let input = synapses(courses()[1]);
    let silent = PoissonSynapses { rate: 0.0, ..input };
    assert!(silent.trace(0.1, 10.0, 1).unwrap().value.iter().all(|&g| g == 0.0));
    assert_eq!(input.trace(0.1, 10.0, 1), input.trace(0.1, 10.0, 1));
    assert_ne!(input.trace(0.1, 10.0, 1), input.trace(0.1, 10.0, 2));
    for (synapses, said) in [
        (PoissonSynapses { rate: -1.0, ..input }, "rate must be finite and >= 0 Hz, received -1"),
        (PoissonSynapses { weight: f64::NAN, ..input }, "weight must be finite"),
        (PoissonSynapses { n: usize::MAX, ..input }, "must be <= 1e9 spikes"),
    ] {
        let message = synapses.trace(0.1, 10.0, 1).unwrap_err().to_string();
        assert!(message.contains(said), "{message}");
    }
}
