//! Orders of the methods, exact cases, refusals. The adaptive solver has a file of its own.

use proptest::prelude::*;

use super::*;

mod adaptive;

/// The slope of ln error against ln dt between two steps dt and dt/2.
fn order(error: impl Fn(f64) -> f64, dt: f64) -> f64 {
    (error(dt) / error(dt / 2.0)).log2()
}

fn last(solution: &Solution, i: usize) -> f64 {
    solution.x[[solution.t.len() - 1, i]]
}

/// A run with a step dt.
type Method = fn(f64) -> Solution;

/// dx/dt = −x cos t, whose solution is e^(−sin t): not linear in t, so that all terms of a method count.
fn error_of(method: Method, dt: f64) -> f64 {
    let solution = method(dt);
    let end = solution.t[solution.t.len() - 1];
    (last(&solution, 0) - (-end.sin()).exp()).abs()
}

#[test]
fn euler_heun_and_runge_kutta_have_orders_1_2_and_4() {
    let methods: [(Method, f64); 3] = [
        (|dt| euler(|t, [x]| [-x * t.cos()], [1.0], dt, 2.0).unwrap(), 1.0),
        (|dt| heun(|t, [x]| [-x * t.cos()], [1.0], dt, 2.0).unwrap(), 2.0),
        (|dt| rk4(|t, [x]| [-x * t.cos()], [1.0], dt, 2.0).unwrap(), 4.0),
    ];
    for (method, expected) in methods {
        let measured = order(|dt| error_of(method, dt), 0.02);
        assert!((measured - expected).abs() < 0.1, "{measured} instead of {expected}");
    }
}

#[test]
fn the_exercise_of_the_course_has_the_factor_of_each_method() {
    // dx/dt = −x/τ: each step multiplies x by a polynomial in −dt/τ, the beginning of the series of e^(−dt/τ).
    let (tau, duration) = (7.0, 40.0_f64);
    for dt in [2.0, 1.0, 0.5, 0.1] {
        let z = -dt / tau;
        let n = (duration / dt).round() as i32;
        let f = |_t: f64, [x]: [f64; 1]| [-x / tau];
        for (solution, factor) in [
            (euler(f, [10.0], dt, duration), 1.0 + z),
            (heun(f, [10.0], dt, duration), 1.0 + z + z * z / 2.0),
            (rk4(f, [10.0], dt, duration), 1.0 + z + z * z / 2.0 + z.powi(3) / 6.0 + z.powi(4) / 24.0),
        ] {
            let x = last(&solution.unwrap(), 0);
            assert!((x - 10.0 * factor.powi(n)).abs() < 1e-12, "{x} at dt = {dt}");
        }
    }
}

#[test]
fn exponential_euler_is_exact_for_linear_equations_and_first_order_for_others() {
    let targets = [(-3.0, 2.0), (5.0, 0.01), (0.0, 1000.0)];
    let solution = exponential_euler(|_t, _x| targets, [1.0, 1.0, 1.0], 1.5, 15.0).unwrap();
    for (i, (target, tau)) in targets.into_iter().enumerate() {
        let exact = target + (1.0 - target) * f64::exp(-15.0 / tau);
        assert!((last(&solution, i) - exact).abs() < 1e-12);
    }
    // dx/dt = sin t − x from x(0) = 0 is solved by (sin t − cos t + e^(−t))/2.
    let error = |dt| {
        let solution = exponential_euler(|t, [_x]| [(f64::sin(t), 1.0)], [0.0], dt, 2.0).unwrap();
        let exact = (2.0_f64.sin() - 2.0_f64.cos() + (-2.0_f64).exp()) / 2.0;
        (last(&solution, 0) - exact).abs()
    };
    assert!((order(error, 0.01) - 1.0).abs() < 0.05);
}

#[test]
fn runge_kutta_conserves_the_energy_of_a_spring_to_its_order() {
    let error = |dt| {
        let solution = rk4(|_t, [p, v]| [v, -p], [1.0, 0.0], dt, 20.0).unwrap();
        (last(&solution, 0).powi(2) + last(&solution, 1).powi(2) - 1.0).abs()
    };
    // One step changes the energy by the factor 1 − dt⁶/72 + …, so that the total goes as dt⁵.
    assert!((order(error, 0.1) - 5.0).abs() < 0.1);
}

/// Root mean square error of Euler–Maruyama at t = 1 with `steps` steps, over many paths.
fn strong_error(steps: usize, path: impl Fn(f64, u64) -> f64) -> f64 {
    let paths = 2000;
    let square: f64 = (0..paths).map(|seed| path(1.0 / steps as f64, seed).powi(2)).sum();
    (square / paths as f64).sqrt()
}

/// The error of a path of dx = a x dt + b x dW (Itô) against x₀ e^((a − b²/2)t + b W(t)), over the same noise W.
fn multiplicative(dt: f64, seed: u64) -> f64 {
    let (a, b) = (0.5_f64, 1.0_f64);
    let w = euler_maruyama(|_t, _w| [0.0], |_t, _w| [1.0], [0.0], dt, 1.0, seed).unwrap();
    let w = w.column(0).unwrap();
    // One variable draws one number a step, whatever f and g are: the same seed is the same path.
    let x = euler_maruyama(|_t, [x]| [a * x], |_t, [x]| [b * x], [1.0], dt, 1.0, seed).unwrap();
    last(&x, 0) - (a - b * b / 2.0 + b * w[w.len() - 1]).exp()
}

/// The error of a path of dx = −x dt + dW against the exact solution over the same noise. The latter is taken from the
/// same Brownian path with 64 times smaller steps: √dt N of a long step is the sum over its short steps.
fn additive_error(steps: usize) -> f64 {
    const FINER: usize = 64;
    let paths = 400;
    let mut square = 0.0;
    for seed in 0..paths {
        let fine_dt = 1.0 / (steps * FINER) as f64;
        let noise = |_t: f64, _x: [f64; 1]| [1.0];
        let w = euler_maruyama(|_t, _w| [0.0], noise, [0.0], fine_dt, 1.0, seed).unwrap();
        let fine = euler_maruyama(|_t, [x]| [-x], noise, [1.0], fine_dt, 1.0, seed).unwrap();
        let mut coarse = 1.0;
        for k in 0..steps {
            let increment = w.x[[(k + 1) * FINER, 0]] - w.x[[k * FINER, 0]];
            coarse += -coarse / steps as f64 + increment;
        }
        square += (coarse - last(&fine, 0)).powi(2);
    }
    (square / paths as f64).sqrt()
}

#[test]
fn euler_maruyama_has_order_one_half_and_order_one_if_noise_is_additive() {
    let measured = (strong_error(32, multiplicative) / strong_error(512, multiplicative)).log2() / 4.0;
    assert!((measured - 0.5).abs() < 0.1, "{measured}");
    let measured = (additive_error(8) / additive_error(64)).log2() / 3.0;
    assert!((measured - 1.0).abs() < 0.1, "{measured}");
}

#[test]
fn euler_maruyama_reaches_the_stationary_variance() {
    // dx = −x/τ dt + dW: the scheme itself has variance dt/(1 − (1 − dt/τ)²) = (τ/2)/(1 − dt/(2τ)).
    let (tau, dt) = (5.0, 1.0);
    let solution = euler_maruyama(|_t, [x]| [-x / tau], |_t, _x| [1.0], [0.0], dt, 400_000.0, 3).unwrap();
    let variance = solution.column(0).unwrap().var(0.0);
    assert!((variance / (2.5 / 0.9) - 1.0).abs() < 0.03, "{variance}");
}

#[test]
fn variables_have_noise_of_their_own_and_a_seed_repeats_it() {
    let run = |seed| euler_maruyama(|_t, _x| [0.0; 2], |_t, _x| [1.0; 2], [0.0; 2], 1.0, 50_000.0, seed).unwrap();
    let steps = |i| {
        let w = run(1).column(i).unwrap();
        w.windows(2).into_iter().map(|pair| pair[1] - pair[0]).collect::<Array1<f64>>()
    };
    let correlation = (steps(0) * steps(1)).mean().unwrap();
    assert!(correlation.abs() < 0.02, "{correlation}");
    assert_eq!(run(1), run(1));
    assert_ne!(run(1), run(2));
}

#[test]
fn without_noise_euler_maruyama_is_euler() {
    let f = |t: f64, [x, y]: [f64; 2]| [y - x, t - y];
    let noisy = euler_maruyama(f, |_t, _x| [0.0; 2], [1.0, 2.0], 0.1, 5.0, 1).unwrap();
    assert_eq!(noisy, euler(f, [1.0, 2.0], 0.1, 5.0).unwrap());
}

#[test]
fn a_solution_that_runs_away_says_when() {
    // 1 − dt/τ = −999: the absolute value passes 10^308 in step 103.
    let error = euler(|_t, [x]| [-1000.0 * x], [1.0], 1.0, 1000.0).unwrap_err();
    assert!(error.to_string().contains("but variable 0 is -inf at t = 103: try a shorter dt"), "{error}");
    let error = rk4(|_t, [x, y]| [1.0, (1.0 - x).sqrt() + 0.0 * y], [0.0, 0.0], 0.1, 5.0).unwrap_err();
    assert!(matches!(error, Error::Diverged { .. }) && error.to_string().contains("but variable 1 is NaN"), "{error}");
}

#[test]
fn impossible_requests_are_refused() {
    let f = |_t: f64, x: [f64; 1]| x;
    for (outcome, said) in [
        (euler(|_t, x| x, [], 0.1, 1.0), "at least 1 variable"),
        (heun(f, [f64::NAN], 0.1, 1.0), "x0[0] must be finite, received NaN"),
        (rk4(f, [1.0], 0.0, 1.0), "dt must be finite and > 0 ms, received 0"),
        (rk4(f, [1.0], 2.0, 1.0), "dt must be <= duration (1 ms), received 2"),
        (euler(f, [1.0], 1e-12, 1.0), "duration / dt must be <= 20000000 steps"),
        (exponential_euler(|_t, _x| [(0.0, -1.0)], [1.0], 0.1, 1.0), "tau[0] must be finite and > 0, received -1"),
    ] {
        let message = outcome.unwrap_err().to_string();
        assert!(message.contains(said), "{message}");
    }
    let solution = euler(f, [1.0], 0.5, 1.0).unwrap();
    let error = solution.column(1).unwrap_err();
    assert_eq!(error.to_string(), "the variable must be < 1 (the first is 0), received 1");
}

#[test]
fn a_solution_is_shown_as_one_line() {
    let solution = rk4(|_t, [p, v]| [v, -p], [1.0, 0.0], 0.1, 10.0).unwrap();
    let shown = format!("{solution:?}");
    assert!(shown.starts_with("Solution { 101 times, 2 variables, t = 0 … 10, x0 = -1.000 … 1.000"), "{shown}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Linear equations: a sum of two starts is solved by the sum of the solutions.
    #[test]
    fn linear_equations_superpose(a in -5.0..5.0_f64, b in -5.0..5.0_f64, c in -2.0..2.0_f64) {
        let f = |_t: f64, [x, y]: [f64; 2]| [-x + c * y, -c * x - 0.5 * y];
        let run = |x0| rk4(f, x0, 0.1, 2.0).unwrap().x;
        let difference = run([a, b]) - run([a, 0.0]) - run([0.0, b]);
        prop_assert!(difference.iter().all(|d| d.abs() < 1e-12));
    }

    /// Exponential Euler never passes its target, whatever the step.
    #[test]
    fn exponential_euler_stays_between_start_and_target(
        x0 in -100.0..100.0_f64, target in -100.0..100.0_f64, tau in 1e-6..1e6_f64, dt in 1e-3..1.0_f64,
    ) {
        let solution = exponential_euler(|_t, _x| [(target, tau)], [x0], dt, 10.0).unwrap();
        let (low, high) = (x0.min(target) - 1e-10, x0.max(target) + 1e-10);
        prop_assert!(solution.x.iter().all(|&x| x >= low && x <= high));
    }
}
