use ndarray::array;
use proptest::prelude::*;

use super::*;

#[test]
fn memory_begins_at_the_critical_beta() {
    for beta in [0.0, 1.0, 1.999, CRITICAL_BETA] {
        assert_eq!(overlap(beta).unwrap(), 0.0);
    }
    // Near it m² = 3(β − 2)/β·(1 + …), from tanh x = x − x³/3.
    for excess in [1e-4, 1e-6, 1e-10] {
        let m = overlap(2.0 + excess).unwrap();
        assert!((m * m / (1.5 * excess) - 1.0).abs() < 2.0 * excess + 1e-5, "{excess} {m}");
    }
    // Far from it 1 − m = 2e^(−β).
    let m = overlap(20.0).unwrap();
    assert!(((1.0 - m) / (2.0 * (-20.0_f64).exp()) - 1.0).abs() < 1e-6);
    assert_eq!(overlap(f64::INFINITY).unwrap(), 1.0);
    assert!(overlap(-1.0).is_err() && overlap(f64::NAN).is_err());
}

#[test]
fn the_error_function_is_that_of_the_tables() {
    // Abramowitz & Stegun, Handbook of Mathematical Functions, table 7.1.
    for (y, value) in [(0.0, 0.0), (0.5, 0.520_499_877_8), (1.0, 0.842_700_792_9), (2.0, 0.995_322_265_0)] {
        assert!((erf(y) - value).abs() < 1e-10);
    }
    assert!((erf(5.9) - 1.0).abs() < 1e-14);
}

#[test]
fn the_capacity_is_that_of_amit_gutfreund_and_sompolinsky() {
    let (load, m) = capacity();
    assert!((load - 0.138).abs() < 5e-4, "{load}");
    assert!((m - 0.967).abs() < 5e-4, "{m}");
    // The break is a jump: just below the capacity there is an overlap, just above none.
    assert!(retrieval_overlap(load - 1e-6).unwrap() > 0.96);
    assert_eq!(retrieval_overlap(load + 1e-6).unwrap(), 0.0);
    assert_eq!(retrieval_overlap(0.0).unwrap(), 1.0);
}

#[test]
fn what_solves_the_equation_of_the_capacity_solves_its_three_parts() {
    // m = erf(m/√(2αr)), C = √(2/(παr)) e^(−m²/(2αr)), r = 1/(1 − C)².
    for load in [0.08, 0.11, 0.137] {
        let m = retrieval_overlap(load).unwrap();
        let y = bisect(|y| m - erf(y), 0.0, 10.0);
        let r = (m / y).powi(2) / (2.0 * load);
        let c = (2.0 / (PI * load * r)).sqrt() * (-y * y).exp();
        assert!((r * (1.0 - c).powi(2) - 1.0).abs() < 1e-6, "{load} {r} {c}");
    }
}

#[test]
fn mixtures_of_three_are_fixed_and_mixtures_of_two_are_not_without_noise() {
    let half = array![0.5, 0.5, 0.5];
    assert_eq!(step(&half, f64::INFINITY).unwrap(), half);
    let two = trajectory(&array![0.51, 0.5], f64::INFINITY, 5).unwrap();
    assert_eq!(two.row(5), array![1.0, 0.0]);
}

#[test]
fn four_beginnings_of_two_competing_patterns() {
    let end = |a, b| {
        let m = trajectory(&array![a, b], 8.0, 200).unwrap();
        (m[[200, 0]], m[[200, 1]])
    };
    let m = overlap(8.0).unwrap();
    for (start, (first, second)) in
        [((0.5, 0.1), (m, 0.0)), ((0.1, 0.5), (0.0, m)), ((-0.5, 0.1), (-m, 0.0)), ((0.1, -0.5), (0.0, -m))]
    {
        let (a, b) = end(start.0, start.1);
        assert!((a - first).abs() < 1e-9 && (b - second).abs() < 1e-9);
    }
    // An exact tie stays a tie.
    let (a, b) = end(0.3, 0.3);
    assert_eq!(a, b);
}

#[test]
fn one_network_follows_the_map() {
    use crate::memory::{Hopfield, Pattern, RecallParams};
    let n = 100_000;
    let patterns = Pattern::random_set(n, 2, 1).unwrap();
    let network = Hopfield::new(&patterns).unwrap();
    let start = Pattern::blend(&patterns, &[0.5, 0.3], 2).unwrap();
    let params = RecallParams { beta: 5.0, sweeps: 6, ..Default::default() };
    let recall = network.recall(&start, params).unwrap();
    let theory = trajectory(&recall.overlaps.row(0), 5.0, 6).unwrap();
    let worst = (&recall.overlaps - &theory).iter().fold(0.0_f64, |worst, d| worst.max(d.abs()));
    // 1/√N = 0.003 at each of the steps, and the patterns overlap by as much.
    assert!(worst < 0.02, "{worst}");
}

#[test]
fn overlaps_and_capacity_are_those_of_fifty_digits() {
    // tests/oracles/hopfield_mean_field.py, mpmath 1.3.0 with 50 digits.
    for (beta, m) in [
        (2.01, 0.121_926_113_488_829_34),
        (2.5, 0.710_411_783_487_870_4),
        (4.0, 0.957_504_024_077_268_7),
        (10.0, 0.999_909_121_715_232_5),
    ] {
        // Where the two curves nearly touch, rounding counts 1/(1 − slope) times.
        assert!((overlap(beta).unwrap() - m).abs() < 2e-14, "{beta}");
    }
    for (load, m) in [
        (0.05, 0.999_992_228_149_046_2),
        (0.1, 0.997_999_266_347_299_2),
        (0.13, 0.987_211_890_799_234_7),
        (0.1375, 0.972_952_757_599_829_9),
    ] {
        assert!((retrieval_overlap(load).unwrap() - m).abs() < 1e-13, "{load}");
    }
    let (load, m) = capacity();
    assert!((load - 0.137_905_566_494_931_7).abs() < 1e-14);
    // The load is flat at its top, and m is found from the zero of its slope.
    assert!((m - 0.967_417_115_685_291_6).abs() < 1e-13);
}

proptest! {
    #[test]
    fn the_overlap_solves_its_equation(beta in 2.0_f64..40.0) {
        let m = overlap(beta).unwrap();
        prop_assert!((m - (0.5 * beta * m).tanh()).abs() < 1e-14);
        prop_assert!(m > 0.0 || beta < 2.0 + 1e-12);
    }

    #[test]
    fn retrieval_falls_with_load(low in 0.0_f64..0.2, more in 0.0_f64..0.2) {
        prop_assert!(retrieval_overlap(low).unwrap() >= retrieval_overlap(low + more).unwrap() - 1e-15);
    }
}
