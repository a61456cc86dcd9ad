use nalgebra::DMatrix;
use ndarray::{Array1, array};
use proptest::prelude::*;

use super::*;
use crate::rate::transfer::{Sigmoid, ThresholdLinear};

mod chaos;

fn network(params: RateNetworkParams, weights: impl Into<Weights>) -> RateNetwork {
    RateNetwork::with(params, weights.into()).unwrap()
}

/// A start without symmetry.
fn spread(n: usize) -> Array1<f64> {
    Array1::from_shape_fn(n, |k| (1.7 * k as f64).sin())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn sparse_and_dense_weights_are_the_same_network(n in 1..60_usize, p in 0.0..1.0_f64, seed in 0..1000_u64) {
        let sparse = sparse_random_weights(n, p, 1.5, seed).unwrap();
        let dense = sparse.to_dense().unwrap();
        prop_assert_eq!(SparseMatrix::from_dense(&dense).unwrap(), sparse.clone());
        prop_assert_eq!(sparse.entries(), dense.iter().filter(|&&w| w != 0.0).count());
        let (x, mut from_sparse, mut from_dense) = (spread(n).to_vec(), vec![0.0; n], vec![0.0; n]);
        Weights::from(sparse).dot(&x, &mut from_sparse);
        Weights::from(dense.clone()).dot(&x, &mut from_dense);
        for (k, (a, b)) in from_sparse.iter().zip(&from_dense).enumerate() {
            let sum: f64 = (0..n).map(|j| dense[[k, j]] * x[j]).sum();
            prop_assert!((a - sum).abs() < 1e-12 && (b - sum).abs() < 1e-12);
        }
    }

    #[test]
    fn the_jacobian_is_the_derivative(seed in 0..1000_u64, rates in any::<bool>()) {
        let form = if rates { Form::Rates } else { Form::Currents };
        let transfer = Sigmoid { r_max: 2.0, kappa: 0.8, i_half: 0.3 }.into();
        let net = network(RateNetworkParams { tau: 3.0, form, transfer }, random_weights(6, 2.0, seed).unwrap());
        let (x, input) = (spread(6), 0.3 * spread(6));
        let jacobian = net.jacobian(&x, &input).unwrap();
        let mut flow = Flow::new(&net);
        let h = 1e-6;
        for column in 0..6 {
            let mut slope = |sign: f64| {
                let (mut moved, mut dx) = (x.to_vec(), vec![0.0; 6]);
                moved[column] += sign * h;
                flow.slope(&moved, &input.to_vec(), &mut dx);
                dx
            };
            let (plus, minus) = (slope(1.0), slope(-1.0));
            for row in 0..6 {
                prop_assert!(((plus[row] - minus[row]) / (2.0 * h) - jacobian[[row, column]]).abs() < 1e-8);
            }
        }
        // The tangent flow is the same matrix.
        let (v, mut dv) = (Array1::from_shape_fn(6, |k| k as f64 - 2.0), vec![0.0; 6]);
        flow.tangent(&x.to_vec(), &input.to_vec(), &v.to_vec(), &mut dv);
        for (a, b) in dv.iter().zip(jacobian.dot(&v)) {
            prop_assert!((a - b).abs() < 1e-12);
        }
    }
}

#[test]
fn both_forms_are_one_network_seen_from_two_sides() {
    // If r obeys τ ṙ = −r + Φ(W r + I), then x = W r + I obeys τ ẋ = −x + W Φ(x) + I.
    let weights = random_weights(20, 1.8, 5).unwrap();
    let input = 0.2 * spread(20);
    let form = |form| network(RateNetworkParams { tau: 4.0, form, ..Default::default() }, weights.clone());
    let rates = form(Form::Rates).simulate(&spread(20), &input, 0.01, 20.0).unwrap();
    let start = weights.dot(&spread(20)) + &input;
    let currents = form(Form::Currents).simulate(&start, &input, 0.01, 20.0).unwrap();
    for k in [0, 700, 2000] {
        let x = weights.dot(&rates.x.row(k)) + &input;
        for (a, b) in x.iter().zip(currents.x.row(k)) {
            assert!((a - b).abs() < 1e-9, "{a} {b}");
        }
    }
}

#[test]
fn a_weak_network_comes_to_rest_at_newtons_fixed_point() {
    let input = spread(50);
    for form in [Form::Rates, Form::Currents] {
        let net = network(RateNetworkParams { form, ..Default::default() }, random_weights(50, 0.8, 2).unwrap());
        let point = net.fixed_point(&Array1::zeros(50), &input).unwrap();
        assert!(point.stable);
        let run = net.simulate(&spread(50), &input, 0.1, 100.0).unwrap();
        for (a, b) in run.x.row(1000).iter().zip(&point.x) {
            assert!((a - b).abs() < 1e-9, "{form:?}: {a} {b}");
        }
    }
}

#[test]
fn one_unit_is_the_population_of_the_course() {
    let population = crate::rate::population::Population::new(Default::default()).unwrap();
    let params = RateNetworkParams { form: Form::Rates, transfer: Transfer::default(), ..Default::default() };
    let net = network(params, array![[0.1]]);
    for point in population.fixed_points(-10.0).unwrap() {
        let found = net.fixed_point(&array![point.r + 0.1], &array![-10.0]).unwrap();
        assert!((found.x[0] - point.r).abs() < 1e-9);
        assert!((found.eigenvalues[0].re - point.eigenvalue).abs() < 1e-9);
        assert_eq!(found.stable, point.stability == crate::rate::population::PopulationStability::Stable);
    }
}

#[test]
fn newton_says_when_it_found_nothing() {
    // τ ṙ = −r + (r − 0)² + 1 has no fixed point.
    let transfer = crate::rate::transfer::PowerLaw { gain: 1.0, exponent: 2.0, i_thresh: 0.0 }.into();
    let net = network(RateNetworkParams { form: Form::Rates, transfer, ..Default::default() }, array![[1.0]]);
    let error = net.fixed_point(&array![0.3], &array![1.0]).unwrap_err();
    assert!(error.to_string().contains("Newton"));
    assert_eq!(net.simulate(&array![0.0], &array![1.0], 0.1, 100.0), Err(crate::rate::error::runs_away()));
}

#[test]
fn the_simulation_is_of_fourth_order() {
    let net = network(RateNetworkParams::default(), random_weights(10, 1.5, 3).unwrap());
    let end = |steps: usize| {
        let run = net.simulate(&spread(10), &Array1::zeros(10), 8.0 / steps as f64, 8.0).unwrap();
        run.x.row(steps).to_owned()
    };
    let exact = end(4096);
    let error = |steps: usize| (end(steps) - &exact).mapv(|d| d * d).sum().sqrt();
    for steps in [32, 64, 128] {
        let order = (error(steps) / error(2 * steps)).log2();
        assert!((order - 4.0).abs() < 0.4, "{order}");
    }
}

#[test]
fn noise_in_a_linear_network_has_the_variance_of_its_modes() {
    // Φ(x) = x + 1000 within ±1000; the constant is taken back by the input. Modes (1, ±1) of W have eigenvalues ±w; a
    // mode with decay a = 1 ∓ w has the variance σ²/(a (a + τ/τ_noise)).
    let transfer = ThresholdLinear { gain: 1.0, i_thresh: -1000.0, i_max: 1000.0 }.into();
    let (w, sd, tau, tau_noise) = (0.5, 0.7, 2.0, 3.0);
    let net = network(RateNetworkParams { tau, transfer, ..Default::default() }, array![[0.0, w], [w, 0.0]]);
    let back = Array1::from_elem(2, -1000.0 * w);
    let noise = OuNoise { sd, tau: tau_noise };
    let run = net.simulate_noisy(&Array1::zeros(2), &back, noise, 0.2, 100_000.0, 7).unwrap();
    for sign in [1.0, -1.0] {
        let mode: Array1<f64> =
            run.x.rows().into_iter().skip(500).map(|x| (x[0] + sign * x[1]) / 2.0_f64.sqrt()).collect();
        let a = 1.0 - sign * w;
        let theory = sd * sd / (a * (a + tau / tau_noise));
        assert!((mode.var(0.0) / theory - 1.0).abs() < 0.06, "{} for {theory}", mode.var(0.0));
        assert!(mode.mean().unwrap().abs() < 0.1);
    }
}

#[test]
fn without_noise_the_noisy_simulation_is_the_quiet_one() {
    let net = network(RateNetworkParams::default(), random_weights(10, 1.5, 3).unwrap());
    let quiet = net.simulate(&spread(10), &spread(10), 0.1, 20.0).unwrap();
    let noise = OuNoise { sd: 0.0, tau: 1.0 };
    let noisy = net.simulate_noisy(&spread(10), &spread(10), noise, 0.1, 20.0, 1).unwrap();
    for (a, b) in quiet.x.iter().zip(&noisy.x) {
        assert!((a - b).abs() < 1e-10);
    }
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let run = |threads: usize, sparse: bool| {
        let weights: Weights = if sparse {
            sparse_random_weights(1200, 0.1, 1.5, 1).unwrap().into()
        } else {
            random_weights(550, 1.5, 1).unwrap().into()
        };
        let net = network(RateNetworkParams::default(), weights);
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let zeros = Array1::zeros(net.units());
        pool.install(|| net.simulate(&spread(net.units()), &zeros, 0.1, 2.0).unwrap())
    };
    for sparse in [false, true] {
        assert_eq!(run(1, sparse), run(3, sparse));
    }
}

#[test]
fn entries_at_one_place_are_added_and_outside_refused() {
    let matrix = SparseMatrix::new(2, 2, &[(1, 0, 1.0), (0, 1, 3.0), (1, 0, 0.5)]).unwrap();
    assert_eq!((matrix.entries(), matrix.to_dense().unwrap()), (2, array![[0.0, 3.0], [1.5, 0.0]]));
    let said = |entry| SparseMatrix::new(2, 3, &[entry]).unwrap_err().to_string();
    assert_eq!(said((2, 0, 1.0)), "row must be < 2, received 2");
    assert_eq!(said((0, 3, 1.0)), "column must be < 3, received 3");
    assert_eq!(said((0, 0, f64::NAN)), "entries[0] must be finite, received NaN");
}

#[test]
fn refusals_name_the_parameter() {
    let params = RateNetworkParams::default();
    let said = RateNetwork::new(params, Array2::zeros((2, 3))).unwrap_err().to_string();
    assert_eq!(said, "weights must be a square matrix, received 2 rows and 3 columns");
    assert!(RateNetwork::new(params, Array2::zeros((0, 0))).is_err());
    assert!(RateNetwork::new(params, array![[f64::NAN]]).is_err());
    assert!(RateNetwork::new(RateNetworkParams { tau: -1.0, ..params }, array![[0.0]]).is_err());
    let net = network(params, Array2::zeros((3, 3)));
    let zeros = Array1::zeros(3);
    let error = net.simulate(&Array1::zeros(2), &zeros, 0.1, 1.0).unwrap_err().to_string();
    assert_eq!(error, "x0 must have 3 elements, received 2");
    assert!(net.simulate(&zeros, &zeros, 2.0, 10.0).is_err());
    assert!(net.simulate(&zeros, &zeros, 1e-9, 10.0).unwrap_err().to_string().contains("steps"));
    let noise = OuNoise { sd: 1.0, tau: 0.01 };
    assert!(net.simulate_noisy(&zeros, &zeros, noise, 0.1, 1.0, 1).is_err());
    assert!(random_weights(0, 1.0, 1).is_err() && random_weights(100_000, 1.0, 1).is_err());
    assert!(sparse_random_weights(5, 1.5, 1.0, 1).is_err());
}

#[test]
fn eigenvalues_add_up_to_the_trace_and_multiply_to_the_determinant() {
    let weights = random_weights(12, 1.0, 9).unwrap();
    let found = eigenvalues(&weights).unwrap();
    let sum: nalgebra::Complex<f64> = found.iter().sum();
    assert!((sum.re - weights.diag().sum()).abs() < 1e-12 && sum.im.abs() < 1e-12);
    let product: nalgebra::Complex<f64> = found.iter().product();
    let determinant = DMatrix::from_fn(12, 12, |i, j| weights[[i, j]]).determinant();
    assert!((product.re / determinant - 1.0).abs() < 1e-9);
}
