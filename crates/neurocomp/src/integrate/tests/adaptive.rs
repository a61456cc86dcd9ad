//! The solver against closed forms, stiff reference problems, events, and refusals.

use std::f64::consts::{PI, TAU};

use ndarray::{Array1, array};
use proptest::prelude::*;

use crate::integrate::*;

fn solver(relative_error: f64, absolute_error: f64) -> Solver {
    Solver { relative_error, absolute_error, ..Solver::default() }
}

/// Values at t = 40 and 4·10⁵ from tests/oracles/stiff.py (scipy 1.17.1, Radau and LSODA, rtol 10⁻¹²); at 10¹¹ from
/// the Test Set for IVP Solvers (Mazzia & Magherini 2008, problem ROBER).
#[test]
fn robertson_reaction_follows_its_reference_values() {
    let times = array![0.0, 40.0, 4e5, 1e11];
    let reference = [
        [7.15827068e-1, 9.18553476e-6, 2.841637457e-1],
        [4.93827452e-3, 1.98499409e-8, 9.950617056e-1],
        [2.0833401e-8, 8.333361e-14, 9.999999792e-1],
    ];
    let f = |_t, [a, b, c]: [f64; 3]| {
        let (slow, back, fast) = (0.04 * a, 1e4 * b * c, 3e7 * b * b);
        [back - slow, slow - back - fast, fast]
    };
    let solution = solver(1e-8, 1e-20).solve(f, [1.0, 0.0, 0.0], &times).unwrap();
    for (row, expected) in reference.iter().enumerate() {
        for (column, &value) in expected.iter().enumerate() {
            let received = solution.x[[row + 1, column]];
            assert!((received / value - 1.0).abs() < 1e-5, "{received} for {value}");
        }
        // Nothing is created or lost.
        assert!((solution.x.row(row + 1).sum() - 1.0).abs() < 1e-9);
    }
}

/// Value from tests/oracles/stiff.py, the same as in the Test Set for IVP Solvers (problem VDPOL: 1.706167732170483).
#[test]
fn van_der_pol_with_mu_1000_follows_its_reference_value() {
    let mu = 1000.0;
    let f = |_t: f64, [x, y]: [f64; 2]| [y, mu * (1.0 - x * x) * y - x];
    let solution = solver(1e-8, 1e-10).solve(f, [2.0, 0.0], &array![0.0, 2000.0]).unwrap();
    assert!((solution.x[[1, 0]] - 1.7061677).abs() < 1e-5, "{}", solution.x[[1, 0]]);
    assert!((solution.x[[1, 1]] - -8.928097e-4).abs() < 1e-7);
}

#[test]
fn a_fast_variable_follows_a_slow_one() {
    // y' = −λ(y − cos t) from 0: y = λ(λ cos t + sin t)/(1 + λ²) − λ²/(1 + λ²) e^(−λt).
    let lambda = 1000.0;
    let times = Array1::linspace(0.0, 10.0, 201);
    let solution = solve(|t, [y]| [-lambda * (y - f64::cos(t))], [0.0], &times).unwrap();
    for (k, &t) in times.iter().enumerate() {
        let scale = lambda / (1.0 + lambda * lambda);
        let exact = scale * (lambda * t.cos() + t.sin() - lambda * (-lambda * t).exp());
        assert!((solution.x[[k, 0]] - exact).abs() < 1e-6);
    }
}

/// Values from tests/oracles/stiff.py.
#[test]
fn fitzhugh_nagumo_follows_its_reference_value_and_runge_kutta() {
    let f = |_t: f64, [v, w]: [f64; 2]| [v - v.powi(3) / 3.0 - w + 0.7, 0.08 * (v + 0.7 - 0.8 * w)];
    let times = Array1::linspace(0.0, 100.0, 1001);
    let solution = solve(f, [-1.0, -0.5], &times).unwrap();
    assert!((solution.x[[1000, 0]] - -1.69655899970).abs() < 1e-5);
    assert!((solution.x[[1000, 1]] - 0.5694390068).abs() < 1e-5);
    let fixed = rk4(f, [-1.0, -0.5], 0.01, 100.0).unwrap();
    for k in 0..=1000 {
        assert!((solution.x[[k, 0]] - fixed.x[[10 * k, 0]]).abs() < 1e-4);
    }
}

#[test]
fn a_smaller_tolerance_gives_a_smaller_error() {
    let times = Array1::linspace(0.0, 20.0, 41);
    let error = |tolerance: f64| {
        let solution = solver(tolerance, tolerance).solve(|_t, [p, v]| [v, -p], [1.0, 0.0], &times).unwrap();
        let errors = times.iter().zip(solution.x.column(0));
        errors.map(|(t, x)| (x - t.cos()).abs()).fold(0.0, f64::max)
    };
    let errors = [1e-4, 1e-6, 1e-8, 1e-10].map(error);
    for (k, &e) in errors.iter().enumerate() {
        let tolerance = 10f64.powi(-4 - 2 * k as i32);
        assert!(e < 1000.0 * tolerance, "{e} with tolerance {tolerance}");
    }
    for pair in errors.windows(2) {
        assert!(pair[1] < pair[0] / 10.0, "{errors:?}");
    }
}

#[test]
fn the_times_asked_for_do_not_change_the_solution() {
    let f = |t: f64, [x]: [f64; 1]| [t.sin() - 3.0 * x];
    let coarse = solve(f, [1.0], &array![-2.0, 0.0, 13.0]).unwrap();
    let fine = solve(f, [1.0], &Array1::linspace(-2.0, 13.0, 1501)).unwrap();
    assert_eq!(coarse.x[[0, 0]], 1.0);
    assert!((coarse.x[[1, 0]] - fine.x[[200, 0]]).abs() < 1e-12);
    assert!((coarse.x[[2, 0]] - fine.x[[1500, 0]]).abs() < 1e-12);
}

#[test]
fn a_charging_membrane_reaches_its_threshold_when_theory_says() {
    // τ dv/dt = −v + 25 mV from 0 reaches 20 mV after τ ln 5.
    let tau = 20.0;
    let charge = |_t: f64, [v]: [f64; 1]| [(25.0 - v) / tau];
    let times = Array1::linspace(0.0, 100.0, 11);
    let run = solve_until(charge, |_t, [v]| v - 20.0, [0.0], &times).unwrap();
    let expected = tau * 5.0_f64.ln();
    assert_eq!((run.crossings.t.len(), run.solution.t.len()), (1, 5)); // 0, 10, 20, 30 and 32.19 ms
    assert!((run.crossings.t[0] - expected).abs() < 1e-5, "{}", run.crossings.t[0]);
    assert!((run.crossings.x[[0, 0]] - 20.0).abs() < 1e-10);
    assert_eq!(run.solution.t[4], run.crossings.t[0]);
    assert_eq!(run.solution.x[[4, 0]], run.crossings.x[[0, 0]]);
    // A threshold that is never reached: everything, and no crossing.
    let run = solve_until(charge, |_t, [v]| v - 25.5, [0.0], &times).unwrap();
    assert_eq!((run.crossings.t.len(), run.solution.t.len()), (0, 11));
}

#[test]
fn a_bouncing_ball_bounces_when_theory_says() {
    // Thrown up at speed u it is back after 2u/g, and leaves with 0.8 of the speed it fell with.
    let (g, keep) = (9.81, 0.8);
    let (mut t, mut speed, mut expected) = (0.0, 5.0, 0.0);
    let mut expected_speed: f64 = 5.0;
    for _ in 0..6 {
        let times = array![t, t + 100.0];
        let fall = |_t: f64, [_h, v]: [f64; 2]| [v, -g];
        let run = solve_until(fall, |_t, [h, _v]| -h, [0.0, speed], &times).unwrap();
        t = run.crossings.t[0];
        speed = -keep * run.crossings.x[[0, 1]];
        expected += 2.0 * expected_speed / g;
        expected_speed *= keep;
        assert!((t - expected).abs() < 1e-6, "{t} instead of {expected}");
        assert!((speed - expected_speed).abs() < 1e-6);
    }
}

#[test]
fn all_upward_crossings_of_a_sine_are_recorded_and_no_others() {
    let run = solve_crossings(|t, _x| [f64::cos(t)], |_t, [x]| x - 0.5, [0.0], &array![0.0, 50.0]).unwrap();
    assert_eq!(run.crossings.t.len(), 8); // π/6 + 2πk < 50 for k = 0 … 7
    for (k, &t) in run.crossings.t.iter().enumerate() {
        assert!((t - (PI / 6.0 + TAU * k as f64)).abs() < 1e-6);
    }
    assert_eq!(run.solution.t.to_vec(), [0.0, 50.0]);
    // An event that begins at zero has not crossed.
    let run = solve_crossings(|_t, _x| [1.0], |_t, [x]| x, [0.0], &array![0.0, 1.0]).unwrap();
    assert_eq!(run.crossings.t.len(), 0);
}

#[test]
fn equations_and_events_know_the_time() {
    // x = t² from t = 100 on, until it is 10,100; and an event that is the time itself.
    let times = array![100.0, 100.2, 110.0];
    let run = solve_until(|t, _x| [2.0 * t], |_t, [x]| x - 10_100.0, [1e4], &times).unwrap();
    assert!((run.crossings.t[0] - 10_100.0_f64.sqrt()).abs() < 1e-6);
    assert_eq!(run.solution.t.len(), 3);
    assert!((run.solution.x[[1, 0]] - 100.2 * 100.2).abs() < 1e-4);
    let run = solve_crossings(|t, _x| [2.0 * t], |t, _x| t - 105.0, [1e4], &times).unwrap();
    assert!((run.crossings.t[0] - 105.0).abs() < 1e-12);
    assert!((run.crossings.x[[0, 0]] - 105.0 * 105.0).abs() < 1e-3);
}

#[test]
fn a_longest_step_finds_a_pulse_that_would_be_missed() {
    let pulse = |t: f64, [v]: [f64; 1]| [-v / 1000.0 + if (500.0..501.0).contains(&t) { 1.0 } else { 0.0 }];
    let careful = Solver { max_step: 0.5, ..Solver::default() };
    let times = array![0.0, 499.0, 501.0];
    let v = careful.solve(pulse, [0.0], &times).unwrap().x[[2, 0]];
    assert!((v - 1000.0 * -(-1e-3_f64).exp_m1()).abs() < 1e-4, "{v}");
}

#[test]
fn a_step_tried_too_far_is_taken_back() {
    // √x has no value below 0, where the solution (1 − t/2)² of dx/dt = −√x never goes, but a trial step may.
    let solution = solve(|_t, [x]| [-f64::sqrt(x)], [1.0], &array![0.0, 1.0, 1.9]).unwrap();
    assert!((solution.x[[1, 0]] - 0.25).abs() < 1e-6 && (solution.x[[2, 0]] - 0.0025).abs() < 1e-6);
}

/// The time that a message names.
fn when(error: &Error) -> f64 {
    let said = error.to_string();
    let number = said.split("t = ").nth(1).and_then(|rest| rest.split(':').next()).unwrap();
    number.parse().unwrap()
}

#[test]
fn equations_without_a_solution_end_in_an_error_that_says_when() {
    let times = array![0.0, 2.0];
    // x' = x² from 1 is 1/(1 − t): infinite at 1.
    let error = solve(|_t, [x]| [x * x], [1.0], &times).unwrap_err();
    assert!((when(&error) - 1.0).abs() < 1e-3, "{error}");
    // NaN from t = 1 on.
    let error = solve(|t, [_x]| [if t < 1.0 { 1.0 } else { f64::NAN }], [0.0], &times).unwrap_err();
    assert!(error.to_string().starts_with("the equation must be finite, received NaN for variable 0 at t = "));
    assert!((when(&error) - 1.0).abs() < 1e-6, "{error}");
    let error = solve(|_t, [x, y]| [x, y * f64::INFINITY], [1.0, 1.0], &times).unwrap_err();
    assert_eq!(error.to_string(), "the equation must be finite, received inf for variable 1 at t = 0");
    let hurried = Solver { max_steps: 5, ..Solver::default() };
    let error = hurried.solve(|_t, [x]| [-x], [1.0], &times).unwrap_err();
    assert!(error.to_string().starts_with("at most 5 steps are allowed, all used up at t = "), "{error}");
    for max_steps in [0, 1] {
        let none = Solver { max_steps, ..Solver::default() };
        let error = none.solve(|_t, [x]| [-x], [1.0], &times).unwrap_err();
        assert!(error.to_string().contains("allow a larger error, or more steps"), "{error}");
    }
    let event = |t: f64, _x: [f64; 1]| if t > 0.5 { f64::NAN } else { -1.0 };
    let error = solve_until(|_t, [x]| [-x], event, [1.0], &times).unwrap_err();
    assert!(error.to_string().starts_with("the event must be finite, received NaN at t = "), "{error}");
}

#[test]
fn impossible_requests_are_refused() {
    let f = |_t: f64, x: [f64; 1]| x;
    let good = array![0.0, 1.0];
    let set = |relative_error, absolute_error, max_step| Solver {
        relative_error,
        absolute_error,
        max_step,
        ..Solver::default()
    };
    for (outcome, said) in [
        (solve(|_t, x| x, [], &good), "at least 1 variable"),
        (solve(f, [f64::INFINITY], &good), "x0[0] must be finite, received inf"),
        (solve(f, [1.0], &array![]), "at least 2 elements"),
        (solve(f, [1.0], &array![1.0]), "at least 2 elements"),
        (solve(f, [1.0], &array![0.0, f64::NAN]), "times[1] must be finite"),
        (solve(f, [1.0], &array![0.0, 2.0, 2.0]), "times must increase, received 2 at index 2, after 2"),
        (solve(f, [1.0], &array![1.0, 0.0]), "times must increase"),
        (solve(f, [1.0], &array![-1e308, 1e308]), "must be finite"),
        (set(0.0, 1.0, 1.0).solve(f, [1.0], &good), "relative_error must be finite and 1e-12 to 0.1"),
        (set(1e-3, 0.0, 1.0).solve(f, [1.0], &good), "absolute_error must be finite and > 0, received 0"),
        (set(1e-3, 1e-3, f64::NAN).solve(f, [1.0], &good), "max_step must be finite and > 0, received NaN"),
    ] {
        let message = outcome.unwrap_err().to_string();
        assert!(message.contains(said), "{message}");
    }
}

#[test]
fn constant_and_huge_and_tiny_solutions_are_no_trouble() {
    let constant = solve(|_t, _x| [0.0, 0.0], [3.0, 0.0], &array![0.0, 1e6]).unwrap();
    assert_eq!(constant.x.row(1).to_vec(), [3.0, 0.0]);
    let short = solve(|_t, [x]| [-1e9 * x], [1e12], &array![0.0, 1e-9]).unwrap();
    assert!((short.x[[1, 0]] / 1e12 - (-1.0_f64).exp()).abs() < 1e-5);
    for start in [-1e9, 1e6] {
        let times = array![start, start + 0.5, start + 1.0];
        let late = solve(|_t, [x]| [-x], [1.0], &times).unwrap();
        assert_eq!(late.t, times);
        assert!((late.x[[1, 0]] - (-0.5_f64).exp()).abs() < 1e-6);
        assert!((late.x[[2, 0]] - (-1.0_f64).exp()).abs() < 1e-6);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Two relaxations on scales up to a million apart, against their closed form, at random times.
    #[test]
    fn relaxations_follow_their_closed_form(
        fast in -3.0..3.0_f64, slow in 0.0..3.0_f64, start in -50.0..50.0_f64, end in 0.1..100.0_f64,
    ) {
        let (fast, slow) = (10f64.powf(-fast), 10f64.powf(slow));
        let times = array![0.0, end / 3.0, end];
        let f = |_t: f64, [a, b]: [f64; 2]| [-a / slow, (a - b) / fast];
        let solution = solve(f, [start, start], &times).unwrap();
        for (k, t) in times.iter().enumerate() {
            let a = start * (-t / slow).exp();
            prop_assert!((solution.x[[k, 0]] - a).abs() < 1e-5 * (1.0 + start.abs()));
            let distance = (slow / fast - 1.0).abs();
            if distance > 0.01 {
                let c = slow / (slow - fast);
                let b = start * (c * (-t / slow).exp() + (1.0 - c) * (-t / fast).exp());
                prop_assert!((solution.x[[k, 1]] - b).abs() < 1e-4 * (1.0 + start.abs()));
            }
        }
    }
}
