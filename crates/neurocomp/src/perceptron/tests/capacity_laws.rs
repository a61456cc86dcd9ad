//! Separability and Cover's count.

use super::*;

#[test]
fn covers_fractions_are_those_of_exact_arithmetic() {
    // tests/oracles/perceptron.py, Python's fractions.
    for (p, n, exact) in [
        (3, 2, 0.75),
        (10, 5, 0.5),
        (15, 5, 0.089_782_714_843_75),
        (30, 20, 0.969_285_827_130_079_3),
        (45, 20, 0.225_690_416_198_062_85),
        (120, 50, 0.033_145_665_626_397_84),
        (400, 190, 0.158_352_450_087_429_93),
        (3000, 1450, 0.033_912_727_990_890_755),
    ] {
        let fraction = capacity::fraction(p, n).unwrap();
        assert!((fraction / exact - 1.0).abs() < 1e-11, "P = {p}, N = {n}: {fraction}, {exact}");
    }
}

#[test]
fn covers_recurrence_and_its_limits_hold() {
    // C(P + 1, N) = C(P, N) + C(P, N − 1).
    let f = |p, n| capacity::fraction(p, n).unwrap();
    for p in 1..40 {
        for n in 2..40 {
            assert!((2.0 * f(p + 1, n) - f(p, n) - f(p, n - 1)).abs() < 1e-13, "{p} {n}");
        }
        assert_eq!((f(p, p), f(2 * p, p)), (1.0, 0.5));
    }
    // The more inputs, the more sudden the fall at 2N.
    assert!(f(1_900_000, 1_000_000) > 1.0 - 1e-12 && f(2_100_000, 1_000_000) < 1e-12);
}

#[test]
fn measured_fractions_are_covers() {
    let curves = capacity::curves(&[3, 6, 12], &[1.0, 1.5, 2.0, 2.5, 3.0], 300, 7).unwrap();
    for (measured, theory) in curves.measured.iter().zip(&curves.theory) {
        // Four standard deviations of 300 trials.
        let allowed = 4.0 * (theory * (1.0 - theory) / 300.0).sqrt();
        assert!((measured - theory).abs() <= allowed, "{measured} {theory}\n{curves:?}");
    }
    assert!(curves.measured.column(0).iter().all(|&fraction| fraction == 1.0));
    assert_eq!(curves, capacity::curves(&[3, 6, 12], &[1.0, 1.5, 2.0, 2.5, 3.0], 300, 7).unwrap());
}

#[test]
fn a_fraction_does_not_depend_on_the_number_of_threads() {
    let measure = || capacity::measured_fraction(20, 10, 100, 3).unwrap();
    let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    assert_eq!(alone.install(measure), measure());
}

#[test]
fn all_sixteen_gates_but_xor_and_its_negation_are_separable() {
    let separable = |table: usize| {
        let gate = |a: bool, b: bool| table >> (2 * usize::from(a) + usize::from(b)) & 1 == 1;
        let (x, y) = logic::truth_table(gate);
        is_separable(&x, &y).unwrap()
    };
    let not: Vec<usize> = (0..16).filter(|&table| !separable(table)).collect();
    assert_eq!(not, [0b0110, 0b1001]);
}

#[test]
fn one_point_in_both_classes_is_not_separable() {
    let x = array![[1.0, 2.0], [0.5, 0.1], [1.0, 2.0]];
    assert!(!is_separable(&x, &array![1.0, -1.0, -1.0]).unwrap());
    assert!(is_separable(&x, &array![1.0, -1.0, 1.0]).unwrap());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// No other plane has a larger margin: not the teacher, not what learning finds, not a neighbour of the best.
    #[test]
    fn the_largest_margin_is_the_largest(n in 1_usize..7, p in 1_usize..80, seed: u64) {
        let (x, y, teacher) = capacity::teacher_examples(p, n, 0.01, seed).unwrap();
        let best = largest_margin(&x, &y).unwrap().expect("the teacher separates");
        let bound = |p: &Perceptron| p.mistake_bound(&x, &y).unwrap();
        let least = bound(&best).expect("the best makes no error");
        let params = LearningParams { epochs: 1_000_000, ..Default::default() };
        let learnt = Perceptron::zeros(n).unwrap().learn(&x, &y, params).unwrap();
        let shift = Perceptron::random(n, seed).unwrap().weights() * 0.01;
        let neighbour = Perceptron::from_weights(&(best.weights() + shift)).unwrap();
        for other in [teacher, learnt.last, learnt.averaged, neighbour] {
            prop_assert!(bound(&other).is_none_or(|bound| bound >= least * (1.0 - 1e-9)));
        }
    }

    /// Learning converges on what is called separable; on the rest it makes more mistakes than any bound that a margin
    /// worth the name would allow.
    #[test]
    fn what_is_called_separable_is_what_is_learnt(n in 1_usize..5, p in 1_usize..12, seed: u64) {
        let x = Array2::from_shape_fn((p, n), |(k, i)| ((seed >> ((7 * k + 3 * i) % 50)) % 7) as f64 - 3.0);
        let y = Array1::from_shape_fn(p, |k| if seed >> (k + 40) & 1 == 1 { 1.0 } else { -1.0 });
        let params = LearningParams { epochs: 3_000, ..Default::default() };
        let learning = Perceptron::zeros(n).unwrap().learn(&x, &y, params).unwrap();
        prop_assert_eq!(is_separable(&x, &y).unwrap(), learning.converged);
    }
}
