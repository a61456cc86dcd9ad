use ndarray::array;

use super::*;

#[test]
fn overlap_against_beta_is_that_of_theory_within_sampling_error() {
    let (n, sweeps) = (16_384, 400);
    let beta = array![0.5, 1.0, 1.5, 2.5, 3.0, 5.0, 10.0];
    let curve = overlap_curve(&beta, &array![0.1, 1.0], n, sweeps, 3).unwrap();
    for ((_, column), &m) in curve.overlap.indexed_iter() {
        let theory = curve.theory[column];
        // The overlap obeys m ← λm + noise with λ = (β/2)(1 − m²) and variance (1 − m²)/N: the mean over s sweeps
        // has the standard error √((1 − m²)/(N s))/(1 − λ). Curvature shifts the mean itself by the order of 1/N.
        let rest = 1.0 - theory * theory;
        let slope = 0.5 * beta[column] * rest;
        let error = (rest / (n * sweeps / 2) as f64).sqrt() / (1.0 - slope);
        let shift = 10.0 / n as f64;
        assert!((m - theory).abs() < 5.0 * error + shift, "{} {m} {theory}", beta[column]);
    }
}

#[test]
fn recall_against_load_breaks_where_theory_says() {
    let curve = capacity_curve(&array![0.04, 0.08, 0.11, 0.2], 2000, 6, 1).unwrap();
    for i in 0..3 {
        assert!((curve.overlap[i] - curve.theory[i]).abs() < 0.01, "{curve:?} {}", curve.overlap);
        assert_eq!(curve.recalled[i], 1.0);
    }
    assert!(curve.overlap[3] < 0.7 && curve.recalled[3] == 0.0 && curve.theory[3] == 0.0);
}

#[test]
fn the_result_does_not_depend_on_the_number_of_threads() {
    let on = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads);
        pool.build().unwrap().install(|| {
            (
                capacity_curve(&array![0.1, 0.16], 300, 5, 7).unwrap(),
                overlap_curve(&array![1.0, 3.0], &array![0.1, 1.0], 500, 20, 7).unwrap(),
            )
        })
    };
    assert_eq!(on(1), on(3));
}

#[test]
fn refusals() {
    let none = Array1::zeros(0);
    assert!(capacity_curve(&none, 100, 1, 1).is_err());
    assert!(capacity_curve(&array![0.0], 100, 1, 1).is_err());
    assert!(capacity_curve(&array![f64::NAN], 100, 1, 1).is_err());
    assert!(capacity_curve(&array![1e9], 100, 1, 1).is_err());
    assert!(capacity_curve(&array![0.1], 0, 1, 1).is_err());
    assert!(capacity_curve(&array![0.1], 100, 0, 1).is_err());
    assert!(overlap_curve(&array![-1.0], &array![0.1], 100, 10, 1).is_err());
    assert!(overlap_curve(&array![1.0], &array![1.1], 100, 10, 1).is_err());
    assert!(overlap_curve(&array![1.0], &none, 100, 10, 1).is_err());
}
