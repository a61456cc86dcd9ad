use super::{lif, odd_one};
use crate::neuron::lif::LifParams;
use ndarray::Array1;

#[test]
fn euler_reaches_threshold_in_the_number_of_steps_that_its_own_solution_needs() {
    // Euler's V after n steps is R I + (V_reset − R I)(1 − dt/τ)^n, hence n.
    let neuron = odd_one();
    for (current, dt) in [(6.3, 0.1), (9.0, 0.25), (40.0, 0.01)] {
        let run = neuron.simulate(current, dt, 400.0).unwrap();
        let steady = 2.5 * current;
        let exact = ((steady - 15.0) / (steady + 4.0)).ln() / (-dt / 12.0_f64).ln_1p();
        let steps = exact.ceil() + 3.0 / dt;
        let times = run.spikes.times();
        assert!(times.len() > 2);
        assert_eq!(times[0], exact.ceil() * dt);
        for pair in times.windows(2) {
            assert!((pair[1] - pair[0] - steps * dt).abs() < 1e-9, "{current}: {pair:?}");
        }
    }
}

#[test]
fn the_trace_converges_with_order_one() {
    let neuron = odd_one();
    let error = |dt: f64| {
        let run = neuron.simulate(5.5, dt, 24.0).unwrap();
        let exact = run.t.mapv(|t| neuron.subthreshold(-4.0, 5.5, t));
        (run.v - exact).mapv(f64::abs).fold(0.0, |a: f64, &b| a.max(b))
    };
    let order = (error(0.4) / error(0.05)).log2() / 3.0;
    assert!((order - 1.0).abs() < 0.05, "order {order}");
}

#[test]
fn the_period_converges_with_order_one() {
    // Where a spike falls between two steps is as good as random: averaged over currents.
    let neuron = odd_one();
    let currents = Array1::linspace(6.5, 14.0, 200);
    let error = |dt: f64| {
        let errors = currents.mapv(|i| {
            let spikes = neuron.simulate(i, dt, 200.0).unwrap().spikes;
            (1000.0 / spikes.mean_isi_rate().unwrap() - neuron.period(i).unwrap()).abs()
        });
        assert!(errors.iter().all(|&e| e < 2.0 * dt), "dt {dt}");
        errors.mean().unwrap()
    };
    // Steps of which the refractory time is a multiple.
    let order = (error(0.5) / error(0.03125)).log2() / 4.0;
    assert!((order - 1.0).abs() < 0.1, "order {order}");
}

#[test]
fn a_run_starts_at_reset_never_shows_the_threshold_and_is_held_after_a_spike() {
    let neuron = odd_one();
    let run = neuron.simulate_noisy(7.0, 6.0, 0.1, 1000.0, 3).unwrap();
    assert_eq!((run.t.len(), run.v.len()), (10_001, 10_001));
    assert_eq!((run.t[0], run.t[10_000], run.v[0]), (0.0, 1000.0, -4.0));
    assert!(run.v.iter().all(|&v| v < 15.0));
    assert!(run.spikes.len() > 20);
    for time in run.spikes.times() {
        let k = (time / 0.1).round() as usize;
        let held = (k..=k + 30).take_while(|&j| j <= 10_000);
        assert!(held.clone().all(|j| run.v[j] == -4.0), "spike at {time}");
        assert!(k + 31 > 10_000 || run.v[k + 31] != -4.0);
    }
}

#[test]
fn the_same_current_in_any_form_gives_the_same_run() {
    let neuron = odd_one();
    let plain = neuron.simulate(8.0, 0.1, 300.0).unwrap();
    assert_eq!(plain, neuron.simulate_noisy(8.0, 0.0, 0.1, 300.0, 9).unwrap());
    let input = neuron.simulate_input(&Array1::from_elem(3000, 8.0), 0.1).unwrap();
    assert_eq!(plain.v, input.v);
    assert_eq!(plain.spikes.times(), input.spikes.times());
    let spikes = neuron.spikes_noisy(8.0, 5.0, 0.1, 300.0, 9).unwrap();
    assert_eq!(spikes, neuron.simulate_noisy(8.0, 5.0, 0.1, 300.0, 9).unwrap().spikes);
    assert_ne!(spikes, neuron.spikes_noisy(8.0, 5.0, 0.1, 300.0, 10).unwrap());
}

#[test]
fn a_changing_current_follows_the_exact_solution_piece_by_piece() {
    let neuron = lif(LifParams { v_thresh: 1e3, ..Default::default() });
    let current = Array1::from_shape_fn(8000, |k| if k < 3000 { 12.0 } else { -5.0 });
    let run = neuron.simulate_input(&current, 0.01).unwrap();
    let turn = neuron.subthreshold(0.0, 12.0, 30.0);
    assert!((run.v[3000] - turn).abs() < 3e-3);
    assert!((run.v[8000] - neuron.subthreshold(turn, -5.0, 50.0)).abs() < 3e-3);
}

#[test]
fn noise_without_threshold_is_an_ornstein_uhlenbeck_process() {
    // Of the scheme itself: mean R I, variance σ²/(2 − dt/τ), correlation (1 − dt/τ)^k; for dt → 0 these are R I, σ²/2
    // and e^(−t/τ).
    let neuron = lif(LifParams { v_thresh: 1e6, v_reset: 10.0, ..Default::default() });
    let (sigma, dt, a) = (4.0, 0.5, 0.5 / 20.0);
    let run = neuron.simulate_noisy(10.0, sigma, dt, 1e6, 21).unwrap();
    let v = run.v - 10.0;
    let n = v.len();
    // Samples are correlated over τ: about n·dt/(2τ) of them are independent.
    let independent = n as f64 * dt / 40.0;
    let variance = sigma * sigma / (2.0 - a);
    assert!(v.mean().unwrap().abs() < 4.0 * (variance / independent).sqrt());
    let square_error = 4.0 * (2.0 / independent).sqrt();
    assert!((v.var(0.0) / variance - 1.0).abs() < square_error);
    for lag in [10, 40, 80] {
        let covariance: f64 = (0..n - lag).map(|k| v[k] * v[k + lag]).sum::<f64>() / (n - lag) as f64;
        let expected = (1.0 - a).powi(lag as i32);
        assert!((covariance / variance - expected).abs() < square_error, "lag {lag}");
    }
}

#[test]
fn a_seed_means_the_same_numbers_for_ever() {
    // Not theory: the numbers of the day these simulations were written. A change of generator or of the order of its
    // numbers changes every figure of the course, and must be made on purpose.
    let spikes = lif(LifParams::default()).spikes_noisy(15.0, 5.0, 0.1, 1000.0, 1).unwrap();
    let steps: Vec<usize> = spikes.times().iter().take(4).map(|t| (t / 0.1).round() as usize).collect();
    assert_eq!(steps, [980, 1371, 4308, 5026]);
}
