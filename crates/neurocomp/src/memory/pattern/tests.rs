use ndarray::array;
use proptest::prelude::*;

use super::*;

#[test]
fn units_come_back_as_they_went_in() {
    let image = array![[1.0, -1.0, 1.0], [-1.0, -1.0, 1.0]];
    let pattern = Pattern::from_image(&image).unwrap();
    assert_eq!(pattern.image(), image);
    assert_eq!(pattern.to_array(), array![1.0, -1.0, 1.0, -1.0, -1.0, 1.0]);
    assert_eq!(pattern.unit(2), Some(1.0));
    assert_eq!(pattern.unit(6), None);
    let bits = [true, false, true, false, false, true];
    let same = Pattern::from_bits(&bits).unwrap().with_shape(2, 3).unwrap();
    assert_eq!(same, pattern);
    assert_eq!(Pattern::from_slice(&[1, -1, 1, -1, -1, 1]).unwrap().shape(), (1, 6));
}

#[test]
fn refusals_name_what_was_received() {
    for (error, said) in [
        (Pattern::from_slice(&[1, 0, -1]).unwrap_err(), "unit 1 must be +1 or -1, received 0"),
        (Pattern::from_array(&array![f64::NAN]).unwrap_err(), "unit 0 must be +1 or -1, received NaN"),
        (Pattern::from_bits(&[]).unwrap_err(), "units must be from 1 to 10000000, received 0"),
        (Pattern::random(7, 1).unwrap().with_shape(2, 3).unwrap_err(), "rows × columns must be 7, received 2 × 3"),
        (
            Pattern::random(7, 1).unwrap().overlap(&Pattern::random(8, 1).unwrap()).unwrap_err(),
            "pattern must have 7 units, received 8",
        ),
        (Pattern::random(7, 1).unwrap().noisy(1.5, 1).unwrap_err(), "fraction must be finite and 0 to 1, received 1.5"),
    ] {
        assert_eq!(error.to_string(), said);
    }
    // More than fits in the memory is refused, not tried.
    assert!(Pattern::random_set(10_000_000, 1_000_000, 1).is_err());
    assert!(Pattern::correlated_set(10_000_000, 1_000_000, 0.5, 1).is_err());
    let two = Pattern::random_set(10, 2, 1).unwrap();
    assert!(Pattern::blend(&two, &[0.6, 0.5], 1).is_err());
    assert!(Pattern::blend(&two, &[0.6], 1).is_err());
    assert!(Pattern::blend(&[], &[], 1).is_err());
}

#[test]
fn biased_patterns_overlap_by_the_square_of_their_mean() {
    let n = 100_000;
    let a = Pattern::random_biased(n, 0.8, 1).unwrap();
    let b = Pattern::random_biased(n, 0.8, 2).unwrap();
    // Five standard deviations of a mean of N numbers ±1 are at most 5/√N = 0.016.
    assert!((a.activity() - 0.8).abs() < 0.008);
    assert!((a.overlap(&b).unwrap() - 0.36).abs() < 0.016);
}

#[test]
fn correlated_patterns_overlap_as_asked() {
    let set = Pattern::correlated_set(100_000, 3, 0.5, 4).unwrap();
    for (mu, nu) in [(0, 1), (0, 2), (1, 2)] {
        assert!((set[mu].overlap(&set[nu]).unwrap() - 0.5).abs() < 0.016);
    }
    let parent = Pattern::random(100_000, 5).unwrap();
    let relative = parent.relative(-0.3, 6).unwrap();
    assert!((parent.overlap(&relative).unwrap() + 0.3).abs() < 0.016);
}

#[test]
fn a_partial_cue_keeps_the_upper_part() {
    let pattern = Pattern::random(10_000, 1).unwrap();
    let cue = pattern.partial(0.3, 2).unwrap();
    assert!((0..3000).all(|i| cue.up(i) == pattern.up(i)));
    assert!((cue.overlap(&pattern).unwrap() - 0.3).abs() < 0.05);
}

#[test]
fn a_blend_overlaps_with_each_pattern_by_its_share() {
    let set = Pattern::random_set(100_000, 3, 9).unwrap();
    let blend = Pattern::blend(&set, &[0.5, 0.2, 0.1], 1).unwrap();
    for (pattern, share) in set.iter().zip([0.5, 0.2, 0.1]) {
        assert!((blend.overlap(pattern).unwrap() - share).abs() < 0.025);
    }
}

#[test]
fn every_unit_is_flipped_equally_often() {
    let pattern = Pattern::random(10, 1).unwrap();
    let mut flips = [0; 10];
    for seed in 0..2000 {
        let noisy = pattern.noisy(0.3, seed).unwrap();
        assert_eq!(noisy.hamming(&pattern).unwrap(), 3);
        for (i, count) in flips.iter_mut().enumerate() {
            *count += i32::from(noisy.up(i) != pattern.up(i));
        }
    }
    // 600 expected, standard deviation √(2000·0.3·0.7) = 20.
    assert!(flips.iter().all(|count| (count - 600).abs() < 100), "{flips:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(50))]

    #[test]
    fn overlap_is_bounded_symmetric_and_counts_what_the_sum_counts(n in 1_usize..300, seed: u64) {
        let p = Pattern::random(n, seed).unwrap();
        let s = Pattern::random(n, seed ^ 1).unwrap();
        let m = p.overlap(&s).unwrap();
        prop_assert!((-1.0..=1.0).contains(&m));
        prop_assert_eq!(m, s.overlap(&p).unwrap());
        prop_assert_eq!(m, p.to_array().dot(&s.to_array()) / n as f64);
        prop_assert_eq!(p.hamming(&s).unwrap(), (0..n).filter(|&i| p.up(i) != s.up(i)).count());
        prop_assert_eq!(p.overlap(&p).unwrap(), 1.0);
        prop_assert_eq!(p.overlap(&p.negative()).unwrap(), -1.0);
        prop_assert_eq!(Pattern::from_array(&p.to_array()).unwrap(), p);
    }

    #[test]
    fn noise_flips_exactly_the_fraction(n in 1_usize..300, fraction in 0.0..=1.0, seed: u64) {
        let p = Pattern::random(n, seed).unwrap();
        let flipped = p.noisy(fraction, seed).unwrap().hamming(&p).unwrap();
        prop_assert_eq!(flipped, (fraction * n as f64).round() as usize);
    }
}
