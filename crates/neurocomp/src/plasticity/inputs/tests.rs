use super::*;
use ndarray::{Array, array};

fn example() -> Array2<f64> {
    array![[2.0, 0.6, -0.3], [0.6, 1.0, 0.2], [-0.3, 0.2, 0.5]]
}

#[test]
fn samples_have_the_mean_and_covariance_asked_for() {
    let mean = array![1.0, -2.0, 0.0];
    let x = correlated_inputs(&mean, &example(), 100_000, 3).unwrap();
    // Errors of a few thousandths: 2/√100000.
    assert!((super::mean(&x) - &mean).iter().all(|e| e.abs() < 0.02));
    assert!((covariance(&x).unwrap() - example()).iter().all(|e| e.abs() < 0.04));
    assert_eq!(x, correlated_inputs(&mean, &example(), 100_000, 3).unwrap());
    assert_ne!(x, correlated_inputs(&mean, &example(), 100_000, 4).unwrap());
}

#[test]
fn the_second_moment_is_covariance_plus_mean_squared() {
    let x = correlated_inputs(&array![1.0, -2.0, 0.0], &example(), 500, 3).unwrap();
    let m = super::mean(&x);
    let q = second_moment(&x).unwrap();
    let c = covariance(&x).unwrap();
    for i in 0..3 {
        for j in 0..3 {
            assert!((q[[i, j]] - c[[i, j]] - m[i] * m[j]).abs() < 1e-10);
        }
    }
}

#[test]
fn principal_components_of_known_matrices() {
    let first = principal_component(&array![[1.0, 0.5], [0.5, 1.0]]).unwrap();
    assert!((first.eigenvalue - 1.5).abs() < 1e-12 && (first.second_eigenvalue - 0.5).abs() < 1e-12);
    assert!(first.direction.iter().all(|e| (e - 0.5f64.sqrt()).abs() < 1e-12));
    // All correlations ρ: λ₁ = 1 + (n − 1) ρ, along (1, …, 1).
    let all = Array::from_shape_fn((6, 6), |(i, j)| if i == j { 1.0 } else { 0.3 });
    assert!((principal_component(&all).unwrap().eigenvalue - 2.5).abs() < 1e-12);
    // A e₁ = λ₁ e₁.
    let first = principal_component(&example()).unwrap();
    let residual = example().dot(&first.direction) - first.eigenvalue * &first.direction;
    assert!(residual.iter().all(|e| e.abs() < 1e-12));
}

#[test]
fn a_covariance_without_variation_in_one_direction_is_allowed() {
    let x = correlated_inputs(&array![0.0, 0.0], &array![[1.0, 1.0], [1.0, 1.0]], 50, 1).unwrap();
    assert!(x.rows().into_iter().all(|r| (r[0] - r[1]).abs() < 1e-7));
}

#[test]
fn patterns_come_equally_often() {
    let patterns = Array::eye(4);
    let x = random_patterns(&patterns, 40_000, 1).unwrap();
    for j in 0..4 {
        assert!((x.column(j).sum() - 10_000.0).abs() < 400.0);
    }
    assert!(x.rows().into_iter().all(|r| r.sum() == 1.0));
}

#[test]
fn what_is_no_covariance_is_refused() {
    let zero = array![0.0, 0.0];
    for (matrix, said) in [
        (array![[1.0, 2.0], [2.0, 1.0]], "smallest eigenvalue -1.000e0"),
        (array![[1.0, 0.5], [0.0, 1.0]], "asymmetry 5.000e-1"),
        (array![[1.0, 0.5]], "covariance must have 1 elements, received 2"),
        (array![[1.0, f64::NAN], [0.0, 1.0]], "covariance[1] must be finite"),
    ] {
        let error = correlated_inputs(&zero, &matrix, 10, 1).unwrap_err();
        assert!(error.to_string().contains(said), "{error}");
    }
    assert!(correlated_inputs(&zero, &Array::eye(2), 0, 1).is_err());
    assert!(correlated_inputs(&array![0.0], &Array::eye(2), 1, 1).is_err());
    assert!(random_patterns(&Array::zeros((0, 2)), 1, 1).is_err());
}
