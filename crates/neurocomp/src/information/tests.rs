use ndarray::{Array1, array};
use proptest::prelude::*;
use rand::Rng;

use super::*;
use crate::Error;
use crate::noise::generator;

fn binary_entropy(p: f64) -> f64 {
    -p * p.log2() - (1.0 - p) * (1.0 - p).log2()
}

#[test]
fn a_binary_symmetric_channel_hands_on_one_bit_less_the_entropy_of_its_errors() {
    for error in [0.01, 0.1, 0.25, 0.4] {
        let right = 0.5 * (1.0 - error);
        let joint = array![[right, 0.5 * error], [0.5 * error, right]];
        let bits = mutual_information(&joint).unwrap();
        assert!((bits - 1.0 + binary_entropy(error)).abs() < 1e-12);
    }
}

#[test]
fn an_erasure_channel_hands_on_what_is_not_erased() {
    let (input, erased) = (0.3, 0.2);
    let row = |p: f64, column: usize| {
        let mut row = [0.0, 0.0, p * erased];
        row[column] = p * (1.0 - erased);
        row
    };
    let joint = ndarray::arr2(&[row(input, 0), row(1.0 - input, 1)]);
    let bits = mutual_information(&joint).unwrap();
    assert!((bits - (1.0 - erased) * binary_entropy(input)).abs() < 1e-12);
}

#[test]
fn a_faithful_answer_tells_everything_and_an_independent_one_nothing() {
    let faithful = Array2::<f64>::eye(8);
    assert!((mutual_information(&faithful).unwrap() - 3.0).abs() < 1e-12);
    let independent = Array2::from_shape_fn((4, 5), |(i, j)| (i + 1) as f64 * (j + 2) as f64);
    assert!(mutual_information(&independent).unwrap() < 1e-12);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(50) })]

    #[test]
    fn information_is_symmetric_and_the_entropy_that_is_shared(values in prop::collection::vec(0.0..1.0, 12)) {
        let joint = Array2::from_shape_vec((3, 4), values).unwrap() + 0.01;
        let bits = mutual_information(&joint).unwrap();
        prop_assert!((bits - mutual_information(&joint.t().to_owned()).unwrap()).abs() < 1e-12);
        let flat = Array1::from_iter(joint.iter().copied());
        let rows = entropy(&joint.sum_axis(Axis(1))).unwrap();
        let columns = entropy(&joint.sum_axis(Axis(0))).unwrap();
        prop_assert!((bits - rows - columns + entropy(&flat).unwrap()).abs() < 1e-12);
        prop_assert!(bits <= rows.min(columns) + 1e-12);
    }

    #[test]
    fn merging_responses_never_adds_information(values in prop::collection::vec(0.0..1.0, 12)) {
        let joint = Array2::from_shape_vec((3, 4), values).unwrap() + 0.01;
        let merged = Array2::from_shape_fn((3, 2), |(i, j)| joint[[i, 2 * j]] + joint[[i, 2 * j + 1]]);
        prop_assert!(mutual_information(&merged).unwrap() <= mutual_information(&joint).unwrap() + 1e-12);
    }

    #[test]
    fn skaggs_information_is_not_negative_and_has_no_unit_of_rate(
        rates in prop::collection::vec(0.0..20.0, 2..30), factor in 0.1..10.0_f64,
    ) {
        let occupancy: Array1<f64> = (0..rates.len()).map(|k| 1.0 + k as f64).collect();
        let rates: Array1<f64> = rates.iter().map(|r| r + 1e-3).collect();
        let bits = spatial_information(&occupancy, &rates).unwrap();
        let scaled: Array1<f64> = rates.iter().map(|r| factor * r).collect();
        let other = spatial_information(&occupancy, &scaled).unwrap();
        prop_assert!(bits.bits_per_spike >= 0.0);
        prop_assert!((bits.bits_per_spike - other.bits_per_spike).abs() < 1e-10);
        prop_assert!((other.bits_per_second - factor * bits.bits_per_second).abs() < 1e-8);
    }
}

/// Mean plug-in and corrected information over 2000 experiments of 400 trials with four stimuli.
fn mean_estimates(respond: impl Fn(usize, f64) -> usize) -> (f64, f64) {
    let mut rng = generator(5);
    let mut sums = (0.0, 0.0);
    for _ in 0..2000 {
        let stimuli: Vec<usize> = (0..400).map(|_| (4.0 * rng.random::<f64>()) as usize).collect();
        let responses: Vec<usize> = stimuli.iter().map(|&s| respond(s, rng.random::<f64>())).collect();
        let table = contingency_table(&stimuli, &responses).unwrap();
        let found = count_information(&table).unwrap();
        sums.0 += found.plug_in / 2000.0;
        sums.1 += found.corrected / 2000.0;
    }
    sums
}

#[test]
fn the_correction_removes_the_bias_where_there_is_no_information() {
    // Three equally likely responses, whatever the stimulus: expected bias (4·2 − 2)/(2 N ln 2). The next order in 1/N
    // adds about 1 % to it, and the mean of 2000 experiments has an error of 1.3 %.
    let (plug_in, corrected) = mean_estimates(|_, u| (3.0 * u) as usize);
    let bias = 6.0 / (2.0 * 400.0 * std::f64::consts::LN_2);
    assert!((plug_in / bias - 1.0).abs() < 0.06, "{plug_in} {bias}");
    assert!(corrected.abs() < 0.06 * bias, "{corrected}");
}

#[test]
fn the_correction_removes_the_bias_where_there_is_information() {
    let respond = |s: usize, u: f64| usize::from(u < [0.2, 0.4, 0.6, 0.8][s]);
    let exact = 1.0 - 0.5 * (binary_entropy(0.2) + binary_entropy(0.4));
    let (plug_in, corrected) = mean_estimates(respond);
    assert!(plug_in - exact > 0.0035, "{plug_in} {exact}");
    assert!((corrected - exact).abs() < 0.002, "{corrected} {exact}");
}

#[test]
fn a_gaussian_place_field_on_a_long_track_has_a_closed_form() {
    // r = exp(−x²/2σ²) over a length L ≫ σ, no baseline: log₂(L/(σ√(2π))) − 1/(2 ln 2) bit/spike.
    let (length, sigma, n) = (200.0, 8.0, 4000);
    let rates: Array1<f64> = (0..n)
        .map(|k| (k as f64 + 0.5) / n as f64 * length - 0.5 * length)
        .map(|x| (-0.5 * (x / sigma).powi(2)).exp())
        .collect();
    let found = spatial_information(&Array1::ones(n), &rates).unwrap().bits_per_spike;
    let width = sigma * (2.0 * std::f64::consts::PI).sqrt();
    let exact = (length / width).log2() - 0.5 / std::f64::consts::LN_2;
    assert!((found - exact).abs() < 1e-6, "{found} {exact}");
}

#[test]
fn places_never_visited_do_not_matter() {
    let found = spatial_information(&array![1.0, 0.0, 1.0], &array![4.0, f64::NAN, 0.0]).unwrap();
    assert_eq!(found, spatial_information(&array![5.0, 5.0], &array![4.0, 0.0]).unwrap());
    assert_eq!(found.bits_per_spike, 1.0);
}

#[test]
fn impossible_tables_are_refused() {
    let said = |error: Error| error.to_string();
    assert!(said(entropy(&array![0.0, 0.0]).unwrap_err()).contains("sum of all values"));
    assert!(said(entropy(&array![1.0, -0.5]).unwrap_err()).contains("weights[1]"));
    assert!(mutual_information(&Array2::zeros((0, 0))).is_err());
    assert!(count_information(&Array2::zeros((2, 2))).is_err());
    assert!(said(contingency_table(&[0], &[0, 1]).unwrap_err()).contains("received 1 and 2"));
    assert!(contingency_table(&[], &[]).is_err());
    assert!(said(contingency_table(&[0], &[usize::MAX]).unwrap_err()).contains("number them"));
    assert!(said(spatial_information(&array![1.0], &array![f64::NAN]).unwrap_err()).contains("rate[0]"));
    assert!(spatial_information(&array![1.0], &array![0.0]).is_err());
    assert!(spatial_information(&array![0.0], &array![1.0]).is_err());
    assert_eq!(entropy(&array![3.0]).unwrap(), 0.0);
}
