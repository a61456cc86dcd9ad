use super::*;
use ndarray::array;

fn train(times: &[f64]) -> SpikeTrain {
    SpikeTrain::new(times.to_vec(), 0.0, 100.0).unwrap()
}

#[test]
fn a_regular_train_has_no_variation_and_an_exact_interval_rate() {
    // 7 ms does not divide 100 ms: only the rate from intervals is exact.
    let regular: Vec<f64> = (1..=14).map(|k| 7.0 * k as f64).collect();
    let regular = train(&regular);
    assert_eq!(regular.cv(), Some(0.0));
    assert!((regular.mean_isi_rate().unwrap() - 1000.0 / 7.0).abs() < 1e-10);
    assert!((regular.rate() - 140.0).abs() < 1e-10);
}

#[test]
fn statistics_need_enough_spikes() {
    for (times, isi_rate, cv) in [
        (vec![], None, None),
        (vec![5.0], None, None),
        (vec![5.0, 15.0], Some(100.0), None),
        (vec![5.0, 5.0, 5.0], None, None),
    ] {
        let train = train(&times);
        assert_eq!((train.mean_isi_rate(), train.cv()), (isi_rate, cv), "{times:?}");
        assert_eq!(train.isi().len(), times.len().saturating_sub(1));
    }
}

#[test]
fn wrong_times_are_refused_with_their_place() {
    let refused = |times: &[f64], start, stop| SpikeTrain::new(times.to_vec(), start, stop).unwrap_err().to_string();
    for (message, said) in [
        (refused(&[], 5.0, 5.0), "t_start < t_stop, received 5 and 5 ms"),
        (refused(&[], 0.0, f64::INFINITY), "received 0 and inf ms"),
        (refused(&[1.0, -2.0], 0.0, 9.0), "[0, 9] ms, received -2 at index 1"),
        (refused(&[f64::NAN], 0.0, 9.0), "received NaN at index 0"),
        (refused(&[3.0, 2.0], 0.0, 9.0), "received 2 ms at index 1, after 3 ms"),
    ] {
        assert!(message.contains(said), "{message}");
    }
}

#[test]
fn the_debug_form_is_short_and_names_the_number_of_spikes() {
    let shown = format!("{:?}", SpikeTrain::new(vec![1.0; 10_000], 0.0, 2.0).unwrap());
    assert!(shown.contains("10000 spikes") && shown.len() < 150, "{shown}");
}

#[test]
fn crossings_of_a_sine_converge_quadratically() {
    // sin crosses 0.5 upwards at π/6 + 2πk.
    let error = |n: usize| {
        let t = Array1::linspace(0.0, 20.0, n + 1);
        let found = threshold_crossings(&t, &t.mapv(f64::sin), 0.5).unwrap();
        assert_eq!(found.len(), 4);
        let exact = |k: usize| std::f64::consts::PI * (1.0 / 6.0 + 2.0 * k as f64);
        (0..4).map(|k| (found.times()[k] - exact(k)).abs()).sum::<f64>()
    };
    // The error of one crossing depends on where it falls between samples; averaged over many grids it does not.
    let mean = |n: usize| (0..50).map(|k| error(n + k)).sum::<f64>();
    let order = (mean(500) / mean(4000)).log2() / 3.0;
    assert!((order - 2.0).abs() < 0.1, "order {order}");
}

#[test]
fn touching_counts_once_and_starting_above_does_not_count() {
    let t = array![0.0, 1.0, 2.0, 3.0, 4.0];
    let times = |v: Array1<f64>| threshold_crossings(&t, &v, 1.0).unwrap().times().to_vec();
    assert!(times(array![2.0, 2.0, 0.0, 0.0, 0.0]).is_empty());
    assert_eq!(times(array![0.0, 1.0, 1.0, 1.0, 2.0]), [1.0]);
    assert_eq!(times(array![0.0, 1.0, 0.5, 1.5, 0.0]), [1.0, 2.5]);
}

#[test]
fn crossings_refuse_samples_that_make_no_sense() {
    let fails =
        |t: Array1<f64>, v: Array1<f64>, threshold| threshold_crossings(&t, &v, threshold).unwrap_err().to_string();
    assert!(fails(array![0.0, 1.0], array![0.0], 0.0).contains("received 2 and 1"));
    assert!(fails(array![0.0], array![0.0], 0.0).contains("at least 2"));
    assert!(fails(array![0.0, 0.0], array![0.0, 1.0], 0.0).contains("index 1"));
    assert!(fails(array![0.0, 1.0], array![0.0, f64::NAN], 0.0).contains("v[1]"));
    assert!(fails(array![0.0, 1.0], array![0.0, 1.0], f64::NAN).contains("threshold"));
}

#[test]
fn values_on_an_edge_belong_to_the_bin_above() {
    // In floating point 0.3/0.1 and 0.7/0.1 are below 3 and 7: the edges decide, not the quotient.
    let values: Array1<f64> = (0..10).map(|k| k as f64 / 10.0).collect();
    let h = histogram(&values, 10, 0.0, 1.0).unwrap();
    assert_eq!(h.counts.to_vec(), [1; 10]);
    assert_eq!(h.edges.slice(ndarray::s![..10]), values);
    // The upper end itself belongs to the last bin.
    assert_eq!(histogram(&array![1.0], 10, 0.0, 1.0).unwrap().counts[9], 1);
}

#[test]
fn a_value_is_counted_between_the_edges_given_back() {
    // Far from zero the edges themselves are rounded.
    let (low, high) = (1e9, 1e9 + 1e-3);
    let values: Array1<f64> = (0..=1000).map(|k| low + k as f64 * 1e-6).collect();
    let h = histogram(&values, 100, low, high).unwrap();
    for (bin, &count) in h.counts.indexed_iter() {
        let last = bin + 1 == h.counts.len();
        let inside = |x: f64| h.edges[bin] <= x && (x < h.edges[bin + 1] || last && x == high);
        assert_eq!(count, values.iter().filter(|&&x| inside(x)).count(), "bin {bin}");
    }
}

#[test]
fn density_integrates_to_the_fraction_inside() {
    let values: Array1<f64> = (0..100).map(|k| k as f64).collect();
    let h = histogram(&values, 7, 0.0, 49.5).unwrap();
    let integral = h.density().sum() * (h.edges[1] - h.edges[0]);
    assert!((integral - 0.5).abs() < 1e-12);
    assert_eq!((h.counts.sum(), h.outside), (50, 50));
    assert_eq!(h.centres().len(), 7);
    assert!((h.centres()[0] - 49.5 / 14.0).abs() < 1e-12);
}

#[test]
fn impossible_histograms_are_refused() {
    let fails = |values: Array1<f64>, bins, low, high| histogram(&values, bins, low, high).unwrap_err().to_string();
    assert!(fails(array![], 0, 0.0, 1.0).contains("received 0"));
    assert!(fails(array![], usize::MAX, 0.0, 1.0).contains("from 1 to 1000000"));
    assert!(fails(array![], 1, 1.0, 1.0).contains("received 1 and 1"));
    assert!(fails(array![], 1, f64::MIN, f64::MAX).contains("low < high"));
    assert!(fails(array![], 1000, 1.0, 1.0 + 1e-15).contains("low < high"));
    assert!(fails(array![0.5, f64::INFINITY], 1, 0.0, 1.0).contains("values[1]"));
    assert_eq!(histogram(&array![], 3, 0.0, 1.0).unwrap().density().sum(), 0.0);
}
