use super::*;
use crate::neuron::time_step::{MAX_SAMPLES, MAX_STEPS};
use ndarray::{Array1, array};

fn lif(params: LifParams) -> Lif {
    Lif::new(params).unwrap()
}

/// A neuron in which no parameter is 0, 1 or equal to another.
fn odd_one() -> Lif {
    lif(LifParams {
        tau_m: 12.0,
        resistance: 2.5,
        v_thresh: 15.0,
        v_reset: -4.0,
        t_ref: 3.0,
    })
}

#[test]
fn subthreshold_solves_the_membrane_equation() {
    let neuron = odd_one();
    let (v0, current, step) = (-7.0, 4.0, 1e-4);
    assert_eq!(neuron.subthreshold(v0, current, 0.0), v0);
    assert!(
        (neuron.subthreshold(v0, current, 1000.0) - neuron.steady_state(current)).abs() < 1e-12
    );
    for t in [1.0, 7.0, 30.0] {
        let v = |t| neuron.subthreshold(v0, current, t);
        let slope = (v(t + step) - v(t - step)) / (2.0 * step);
        assert!((12.0 * slope + v(t) - 2.5 * current).abs() < 1e-7);
    }
}

#[test]
fn after_one_period_the_solution_is_at_threshold() {
    let neuron = odd_one();
    for current in [6.0001, 6.5, 10.0, 200.0] {
        let climb = neuron.period(current).unwrap() - 3.0;
        assert!(
            (neuron.subthreshold(-4.0, current, climb) - 15.0).abs() < 1e-10,
            "{current}"
        );
    }
}

#[test]
fn at_the_rheobase_it_does_not_fire() {
    let neuron = odd_one();
    assert_eq!(neuron.rheobase(), 6.0);
    assert_eq!((neuron.period(6.0), neuron.rate(6.0)), (None, 0.0));
    assert!(neuron.period(6.0 + 1e-12).is_some());
}

#[test]
fn the_refractory_time_limits_the_rate() {
    // f < 1/D, and f → 1/D: with D = 2, 5, 10 ms to 500, 200, 100 Hz.
    for t_ref in [2.0, 5.0, 10.0] {
        let neuron = lif(LifParams {
            t_ref,
            ..Default::default()
        });
        for current in [25.0, 1e3, 1e9] {
            assert!(neuron.rate(current) < 1000.0 / t_ref);
        }
        assert!((neuron.rate(1e9) * t_ref / 1000.0 - 1.0).abs() < 1e-6);
    }
}

#[test]
fn strong_currents_charge_the_membrane_like_a_capacitor() {
    // T → τ (V_thresh − V_reset)/(R I) (1 + …): the logarithm must not lose its digits.
    let neuron = lif(LifParams::default());
    let period = neuron.period(1e12).unwrap();
    assert!((period / (20.0 * 20.0 / 1e12) - 1.0).abs() < 1e-10);
}

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
            assert!(
                (pair[1] - pair[0] - steps * dt).abs() < 1e-9,
                "{current}: {pair:?}"
            );
        }
    }
}

#[test]
fn the_trace_converges_with_order_one() {
    let neuron = odd_one();
    let error = |dt: f64| {
        let run = neuron.simulate(5.5, dt, 24.0).unwrap();
        let exact = run.t.mapv(|t| neuron.subthreshold(-4.0, 5.5, t));
        (run.v - exact)
            .mapv(f64::abs)
            .fold(0.0, |a: f64, &b| a.max(b))
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
    assert_eq!(
        plain,
        neuron.simulate_noisy(8.0, 0.0, 0.1, 300.0, 9).unwrap()
    );
    let input = neuron
        .simulate_input(&Array1::from_elem(3000, 8.0), 0.1)
        .unwrap();
    assert_eq!(plain.v, input.v);
    assert_eq!(plain.spikes.times(), input.spikes.times());
    let spikes = neuron.spikes_noisy(8.0, 5.0, 0.1, 300.0, 9).unwrap();
    assert_eq!(
        spikes,
        neuron
            .simulate_noisy(8.0, 5.0, 0.1, 300.0, 9)
            .unwrap()
            .spikes
    );
    assert_ne!(
        spikes,
        neuron.spikes_noisy(8.0, 5.0, 0.1, 300.0, 10).unwrap()
    );
}

#[test]
fn a_changing_current_follows_the_exact_solution_piece_by_piece() {
    let neuron = lif(LifParams {
        v_thresh: 1e3,
        ..Default::default()
    });
    let current = Array1::from_shape_fn(8000, |k| if k < 3000 { 12.0 } else { -5.0 });
    let run = neuron.simulate_input(&current, 0.01).unwrap();
    let turn = neuron.subthreshold(0.0, 12.0, 30.0);
    assert!((run.v[3000] - turn).abs() < 3e-3);
    assert!((run.v[8000] - neuron.subthreshold(turn, -5.0, 50.0)).abs() < 3e-3);
}

#[test]
fn noise_without_threshold_is_an_ornstein_uhlenbeck_process() {
    // Of the scheme itself: mean R I, variance σ²/(2 − dt/τ), correlation (1 − dt/τ)^k; for dt → 0 these are R I, σ²/2 and
    // e^(−t/τ).
    let neuron = lif(LifParams {
        v_thresh: 1e6,
        v_reset: 10.0,
        ..Default::default()
    });
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
        let covariance: f64 =
            (0..n - lag).map(|k| v[k] * v[k + lag]).sum::<f64>() / (n - lag) as f64;
        let expected = (1.0 - a).powi(lag as i32);
        assert!(
            (covariance / variance - expected).abs() < square_error,
            "lag {lag}"
        );
    }
}

#[test]
fn siegert_without_noise_is_the_deterministic_rate() {
    let neuron = odd_one();
    for current in [1.0, 5.9, 6.1, 8.0, 50.0] {
        let rate = neuron.rate(current);
        assert_eq!(neuron.siegert_rate(current, 0.0), Ok(rate));
        for (sigma, allowed) in [(1e-2, 1e-2), (1e-4, 1e-6), (1e-9, 1e-12), (1e-320, 0.0)] {
            let noisy = neuron.siegert_rate(current, sigma).unwrap();
            assert!(
                (noisy - rate).abs() <= allowed * rate + 1e-20,
                "I {current}, σ {sigma}: {noisy} for {rate}"
            );
        }
    }
}

#[test]
fn siegert_reaches_from_ten_thousand_years_to_kilohertz() {
    // Threshold seven σ away: τ √π e^49/7 (1 + 1/98 + …) = 9.7e21 ms.
    let neuron = lif(LifParams::default());
    let rate = neuron.siegert_rate(6.0, 2.0).unwrap();
    let kramers = 7.0 / (0.02 * std::f64::consts::PI.sqrt() * 49.0_f64.exp() * (1.0 + 1.0 / 98.0));
    assert!(
        (rate / kramers - 1.0).abs() < 1e-3,
        "{rate:e} for {kramers:e}"
    );
    assert!(rate < 1e-18);
    let mut last = -1.0;
    for k in 0..400 {
        // From −100 nA, where the rate is 0 for any computer, to 2000 nA.
        let rate = neuron
            .siegert_rate(-100.0 + (k as f64 / 8.7).powi(2), 1.0)
            .unwrap();
        assert!(
            rate.is_finite() && rate >= last,
            "step {k}: {rate} after {last}"
        );
        last = rate;
    }
    assert!(last > 1e3);
}

#[test]
fn noise_adds_spikes_below_the_rheobase() {
    let neuron = lif(LifParams::default());
    let mut last = 0.0;
    for sigma in [0.5, 1.0, 2.0, 4.0, 8.0, 16.0] {
        let rate = neuron.siegert_rate(17.0, sigma).unwrap();
        assert!(rate > last, "σ {sigma}");
        last = rate;
    }
}

#[test]
fn a_map_is_the_same_on_any_number_of_threads() {
    let neuron = lif(LifParams::default());
    let (currents, sigmas) = (Array1::linspace(10.0, 30.0, 7), array![0.0, 1.0, 5.0]);
    let on = |threads| {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        pool.install(|| {
            neuron
                .rate_cv_map(&currents, &sigmas, 0.1, 3000.0, 5)
                .unwrap()
        })
    };
    let (one, two) = (on(1), on(2));
    // NaN differs from itself: compare bits.
    assert_eq!(one.cv.mapv(f64::to_bits), two.cv.mapv(f64::to_bits));
    assert_eq!((one.rate, one.spikes), (two.rate, two.spikes));
}

#[test]
fn a_map_has_a_gap_exactly_where_there_are_fewer_than_three_spikes() {
    let neuron = lif(LifParams::default());
    let currents = array![0.0, 10.0, 14.0, 18.0, 25.0];
    let map = neuron
        .rate_cv_map(&currents, &array![0.0, 3.0], 0.1, 1000.0, 2)
        .unwrap();
    for ((row, column), &spikes) in map.spikes.indexed_iter() {
        assert_eq!(map.cv_at(row, column).is_none(), spikes < 3);
        assert_eq!(map.rate[[row, column]], spikes as f64);
    }
    let missing = map.spikes.iter().filter(|&&n| n < 3).count();
    assert!((1..10).contains(&missing));
    assert!(
        format!("{map:?}").contains(&format!("{missing}/10 cells without cv")),
        "{map:?}"
    );
    assert_eq!(map.cv_at(7, 0), None);
}

#[test]
fn cells_of_a_map_do_not_share_their_noise() {
    let neuron = lif(LifParams::default());
    let map = neuron
        .rate_cv_map(&array![15.0, 15.0, 15.0], &array![5.0, 5.0], 0.1, 5000.0, 2)
        .unwrap();
    let mut cvs: Vec<u64> = map.cv.iter().map(|cv| cv.to_bits()).collect();
    cvs.sort();
    cvs.dedup();
    assert_eq!(cvs.len(), 6);
}

#[test]
fn impossible_neurons_are_refused_with_range_and_value() {
    let default = LifParams::default();
    for (params, said) in [
        (
            LifParams {
                tau_m: 0.0,
                ..default
            },
            "tau_m must be finite and > 0 ms, received 0",
        ),
        (
            LifParams {
                tau_m: f64::NAN,
                ..default
            },
            "received NaN",
        ),
        (
            LifParams {
                resistance: -1.0,
                ..default
            },
            "resistance must be finite and > 0 MΩ, received -1",
        ),
        (
            LifParams {
                t_ref: -1.0,
                ..default
            },
            "t_ref must be finite and >= 0 ms, received -1",
        ),
        (
            LifParams {
                v_thresh: f64::INFINITY,
                ..default
            },
            "v_thresh must be finite (mV), received inf",
        ),
        (
            LifParams {
                v_reset: 20.0,
                ..default
            },
            "v_reset must be finite and < v_thresh (20 mV), received 20",
        ),
        (
            LifParams {
                v_reset: f64::NAN,
                ..default
            },
            "< v_thresh (20 mV), received NaN",
        ),
        (
            LifParams {
                v_reset: f64::NEG_INFINITY,
                ..default
            },
            "received -inf",
        ),
    ] {
        let message = Lif::new(params).unwrap_err().to_string();
        assert!(message.contains(said), "{message}");
    }
}

#[test]
fn impossible_simulations_are_refused_with_range_and_value() {
    let n = lif(LifParams::default());
    let many = MAX_SAMPLES as f64 * 0.1 + 1.0;
    for (error, said) in [
        (
            n.simulate(f64::NAN, 0.1, 1.0).unwrap_err(),
            "current must be finite (nA), received NaN",
        ),
        (
            n.simulate(1.0, -0.1, 1.0).unwrap_err(),
            "dt must be finite and > 0 ms, received -0.1",
        ),
        (
            n.simulate(1.0, 0.1, 0.0).unwrap_err(),
            "duration must be finite and > 0 ms, received 0",
        ),
        (
            n.simulate(1.0, 0.1, 0.05).unwrap_err(),
            "dt must be <= duration (0.05 ms), received 0.1",
        ),
        (
            n.simulate(1.0, 25.0, 100.0).unwrap_err(),
            "dt must be <= the time constant (20 ms), received 25",
        ),
        (
            n.simulate(1.0, 0.1, many).unwrap_err(),
            "must be <= 20000000 steps, received 20000010",
        ),
        (
            n.simulate_noisy(1.0, -2.0, 0.1, 1.0, 1).unwrap_err(),
            "sigma must be finite and >= 0 mV, received -2",
        ),
        (
            n.simulate_noisy(1.0, 2.0, 0.1, many, 1).unwrap_err(),
            "steps",
        ),
        (
            n.simulate_input(&array![], 0.1).unwrap_err(),
            "current must have at least 1 element, received 0",
        ),
        (
            n.simulate_input(&array![1.0, f64::INFINITY], 0.1)
                .unwrap_err(),
            "current[1] must be finite (nA), received inf",
        ),
        (
            n.simulate_input(&array![1.0], 0.0).unwrap_err(),
            "dt must be finite and > 0 ms, received 0",
        ),
        (
            n.spikes_noisy(1.0, 2.0, 0.1, 1e300, 1).unwrap_err(),
            "must be <= 1000000000 steps",
        ),
        (
            n.siegert_rate(f64::INFINITY, 1.0).unwrap_err(),
            "current must be finite",
        ),
        (
            n.siegert_rate(1.0, f64::NAN).unwrap_err(),
            "sigma must be finite and >= 0 mV, received NaN",
        ),
        (
            n.rate_cv_map(&array![], &array![1.0], 0.1, 1.0, 1)
                .unwrap_err(),
            "currents must have at least 1",
        ),
        (
            n.rate_cv_map(&array![1.0], &array![1.0, -1.0], 0.1, 1.0, 1)
                .unwrap_err(),
            "sigmas[1] must be finite and >= 0",
        ),
        (
            n.rate_cv_map(&array![f64::NAN], &array![1.0], 0.1, 1.0, 1)
                .unwrap_err(),
            "currents[0] must be finite",
        ),
    ] {
        assert!(error.to_string().contains(said), "{error}");
    }
    let axis = Array1::linspace(0.0, 1.0, 1000);
    let error = n
        .rate_cv_map(&axis, &axis, 0.1, 0.1 * MAX_STEPS as f64, 1)
        .unwrap_err();
    assert!(error.to_string().contains("<= 100000 steps"), "{error}");
}

#[test]
fn a_current_in_the_wrong_unit_does_not_fill_the_memory() {
    // 20 nA given in pA: a spike at each step.
    let error = lif(LifParams::default())
        .spikes_noisy(20_000.0, 1.0, 0.1, 1e7, 1)
        .unwrap_err();
    assert!(
        error
            .to_string()
            .contains("at most 20000000 spikes and reached them after 200"),
        "{error}"
    );
}

#[test]
fn errors_and_results_show_themselves_in_one_line() {
    let error = Lif::new(LifParams {
        tau_m: -3.0,
        ..Default::default()
    })
    .unwrap_err();
    assert_eq!(format!("{error:?}"), error.to_string());
    let run = lif(LifParams::default())
        .simulate(25.0, 0.1, 1000.0)
        .unwrap();
    let shown = format!("{run:?}");
    assert!(
        shown.contains("10001 samples") && shown.contains("31 spikes") && shown.len() < 200,
        "{shown}"
    );
}

#[test]
fn a_seed_means_the_same_numbers_for_ever() {
    // Not theory: the numbers of the day these simulations were written. A change of generator or of the order of its
    // numbers changes every figure of the course, and must be made on purpose.
    let spikes = lif(LifParams::default())
        .spikes_noisy(15.0, 5.0, 0.1, 1000.0, 1)
        .unwrap();
    let steps: Vec<usize> = spikes
        .times()
        .iter()
        .take(4)
        .map(|t| (t / 0.1).round() as usize)
        .collect();
    assert_eq!(steps, [980, 1371, 4308, 5026]);
}
