use super::*;
use crate::plasticity::inputs::{correlated_inputs, covariance, principal_component, random_patterns, second_moment};
use ndarray::{Array, array};
use proptest::prelude::*;

fn cov() -> Array2<f64> {
    array![[1.0, 0.6, 0.2], [0.6, 0.8, 0.1], [0.2, 0.1, 0.5]]
}

fn inputs(mean: [f64; 3], samples: usize, seed: u64) -> Array2<f64> {
    correlated_inputs(&Array1::from(mean.to_vec()), &cov(), samples, seed).unwrap()
}

fn length(w: &Array1<f64>) -> f64 {
    w.dot(w).sqrt()
}

#[test]
fn hebb_grows_at_the_largest_eigenvalue() {
    // The mean equation, with the second moment of these very inputs.
    let x = inputs([0.5, 0.0, 0.0], 4000, 2);
    let q = second_moment(&x).unwrap();
    let first = principal_component(&q).unwrap();
    let eta = 0.001;
    let run = learn(RateRule::Hebb, &x, &first.direction, eta).unwrap();
    let growth = (length(&run.final_weights())).ln() / 4000.0 / eta;
    assert!((growth / first.eigenvalue - 1.0).abs() < 0.05, "{growth} {first:?}");
    let w = run.final_weights();
    assert!(w.dot(&first.direction) / length(&w) > 0.999);
}

#[test]
fn one_input_under_hebb_grows_exactly_geometrically() {
    let x = Array2::from_elem((100, 1), 2.0);
    let run = learn(RateRule::Hebb, &x, &array![0.3], 0.01).unwrap();
    // Each presentation multiplies w by 1 + η x².
    assert!((run.final_weights()[0] / (0.3 * 1.04f64.powi(100)) - 1.0).abs() < 1e-12);
}

#[test]
fn hebb_diverges_and_says_so() {
    let x = Array2::from_elem((10_000, 1), 2.0);
    let error = learn(RateRule::Hebb, &x, &array![1.0], 1.0).unwrap_err();
    assert!(error.to_string().contains("grown beyond all numbers after 44"), "{error}");
}

#[test]
fn covariance_follows_the_covariance_and_not_the_mean() {
    let x = inputs([0.0, 0.0, 5.0], 4000, 5);
    let c = covariance(&x).unwrap();
    let first = principal_component(&c).unwrap();
    let run = learn(RateRule::Covariance, &x, &first.direction, 0.001).unwrap();
    let growth = length(&run.final_weights()).ln() / 4.0;
    assert!((growth / first.eigenvalue - 1.0).abs() < 0.05);
    // Hebb is drawn to the input with the large mean.
    let q = principal_component(&second_moment(&x).unwrap()).unwrap();
    assert!(q.direction[2] > 0.99 && first.direction[2] < 0.3);
}

#[test]
fn oja_finds_the_principal_component_with_length_one_over_root_alpha() {
    let x = inputs([0.0; 3], 30_000, 7);
    let first = principal_component(&covariance(&x).unwrap()).unwrap();
    for alpha in [1.0, 4.0] {
        let run = learn(RateRule::Oja { alpha }, &x, &array![0.1, -0.2, 0.1], 0.002).unwrap();
        let w = run.final_weights();
        assert!((length(&w) * f64::sqrt(alpha) - 1.0).abs() < 0.03);
        assert!(w.dot(&first.direction).abs() / length(&w) > 0.995);
    }
}

#[test]
fn the_mean_oja_equation_converges_at_the_gap_of_the_eigenvalues() {
    let first = principal_component(&cov()).unwrap();
    let rule = RateRule::Oja { alpha: 1.0 };
    let eta = 0.001;
    let mut w = &first.direction + &array![0.01, -0.01, 0.02];
    let off = |w: &Array1<f64>| {
        let along = w.dot(&first.direction) * &first.direction;
        length(&(w - &along))
    };
    let mut offs = Vec::new();
    for step in 0..20_000 {
        if step % 10_000 == 5_000 {
            offs.push(off(&w));
        }
        let change = rule.mean_change(&w, &cov()).unwrap().unwrap();
        w.scaled_add(eta, &change);
    }
    let measured = -(offs[1] / offs[0]).ln() / (10_000.0 * eta);
    let gap = first.eigenvalue - first.second_eigenvalue;
    assert!((measured / gap - 1.0).abs() < 0.02, "{measured} {gap}");
    // Fixed point.
    let rest = rule.mean_change(&first.direction, &cov()).unwrap().unwrap();
    assert!(length(&rest) < 1e-12);
}

#[test]
fn mean_changes_are_means_of_changes() {
    let x = inputs([0.3, -0.2, 0.1], 200, 1);
    let w = array![0.4, 0.1, -0.3];
    let reference = Reference { mean_output: w.dot(&inputs::mean(&x)), mean_input: inputs::mean(&x), theta: 0.0 };
    for (rule, matrix) in [
        (RateRule::Hebb, second_moment(&x).unwrap()),
        (RateRule::Covariance, covariance(&x).unwrap()),
        (RateRule::Oja { alpha: 0.7 }, second_moment(&x).unwrap()),
    ] {
        let mut sum = Array1::<f64>::zeros(3);
        for row in x.rows() {
            let r = rule.output(&row, &w).unwrap();
            sum += &rule.change(&row, r, &w, &reference).unwrap();
        }
        let mean = rule.mean_change(&w, &matrix).unwrap().unwrap();
        assert!(length(&(sum / 200.0 - mean)) < 1e-12, "{rule:?}");
    }
}

#[test]
fn bcm_becomes_selective_and_its_winner_answers_with_k() {
    for k in [2, 4, 5] {
        let x = random_patterns(&Array::eye(k), 60_000, 3).unwrap();
        let w0 = Array1::from_shape_fn(k, |j| 0.5 + 0.01 * j as f64);
        let run = learn(RateRule::Bcm { tau_theta: 50.0 }, &x, &w0, 0.001).unwrap();
        // Orthonormal patterns: the weights are the rates.
        let rates = run.final_weights().mapv(|w| w.max(0.0));
        let most = rates.iter().copied().fold(0.0, f64::max);
        let limit = 1.0 - 1.0 / k as f64;
        assert!((selectivity(&rates).unwrap() - limit).abs() < 0.02, "{k} {rates}");
        // The threshold fluctuates with the patterns: √(τ) of them.
        assert!((most / k as f64 - 1.0).abs() < 0.15, "{k} {rates}");
    }
}

#[test]
fn bcm_is_stable_if_the_threshold_is_fast_enough() {
    // One pattern, r = θ = 1 is the fixed point. Begin close to it.
    let x = Array2::ones((40_000, 1));
    let swing = |tau_theta: f64| {
        let run = learn(RateRule::Bcm { tau_theta }, &x, &array![1.05], 0.01).unwrap();
        let late = run.output.slice(ndarray::s![30_000..]);
        late.iter().map(|r| (r - 1.0).abs()).fold(0.0, f64::max)
    };
    for tau_theta in [10.0, 50.0, 90.0] {
        assert!(bcm_is_stable(0.01, tau_theta, 1.0));
        assert!(swing(tau_theta) < 1e-3, "{tau_theta}");
    }
    for tau_theta in [110.0, 200.0] {
        assert!(!bcm_is_stable(0.01, tau_theta, 1.0));
        assert!(swing(tau_theta) > 0.2, "{tau_theta}");
    }
}

#[test]
fn bcm_changes_sign_at_zero_and_at_the_threshold() {
    let rule = RateRule::Bcm { tau_theta: 10.0 };
    let reference = Reference { mean_output: 0.0, mean_input: array![0.0], theta: 2.0 };
    let change = |r: f64| rule.change(&array![1.0], r, &array![0.0], &reference).unwrap()[0];
    assert_eq!((change(0.0), change(2.0)), (0.0, 0.0));
    assert!(change(1.0) < 0.0 && change(2.1) > 0.0);
}

#[test]
fn what_does_not_fit_is_refused() {
    let x = Array2::ones((3, 2));
    let w = array![1.0, 1.0];
    for (error, said) in [
        (learn(RateRule::Hebb, &x, &array![1.0], 0.1).unwrap_err(), "w0 must have 2 elements, received 1"),
        (learn(RateRule::Hebb, &x, &w, 0.0).unwrap_err(), "learning_rate must be finite and > 0"),
        (learn(RateRule::Oja { alpha: -1.0 }, &x, &w, 0.1).unwrap_err(), "alpha must be finite and > 0"),
        (learn(RateRule::Bcm { tau_theta: 0.5 }, &x, &w, 0.1).unwrap_err(), "tau_theta must be finite and 1 to"),
        (learn(RateRule::Hebb, &Array2::zeros((0, 2)), &w, 0.1).unwrap_err(), "inputs must have at least 1"),
        (RateRule::Hebb.mean_change(&w, &Array2::zeros((2, 3))).unwrap_err(), "matrix must have 4"),
    ] {
        assert!(error.to_string().contains(said), "{error}");
    }
    assert_eq!(selectivity(&array![0.0, 0.0]), None);
    assert_eq!(selectivity(&array![]), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn oja_never_leaves_a_bounded_region(seed in 0u64..1000, a in -1.0..1.0, b in -1.0..1.0) {
        let x = inputs([0.2, 0.0, -0.1], 300, seed);
        let run = learn(RateRule::Oja { alpha: 1.0 }, &x, &array![a, b, 0.5], 0.01).unwrap();
        prop_assert!(run.weights.iter().all(|w| w.abs() < 2.0));
    }
}
