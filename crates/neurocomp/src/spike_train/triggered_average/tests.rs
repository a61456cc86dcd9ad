use super::*;
use crate::noise::generator;
use ndarray::array;
use rand::Rng;

#[test]
fn a_straight_line_is_averaged_exactly_between_samples() {
    let t = Array1::linspace(0.0, 100.0, 101);
    let signal = t.mapv(|t| 3.0 * t + 1.0);
    let train = SpikeTrain::new(vec![20.3, 45.77, 60.0], 0.0, 100.0).unwrap();
    let average = spike_triggered_average(&train, &t, &signal, 5.0, 7.0).unwrap();
    assert_eq!((average.lags[0], average.lags[12], average.lags.len()), (-5.0, 7.0, 13));
    let mean = (20.3 + 45.77 + 60.0) / 3.0;
    for (lag, value) in average.lags.iter().zip(&average.mean) {
        assert!((value - (3.0 * (mean + lag) + 1.0)).abs() < 1e-10);
    }
}

#[test]
fn windows_that_touch_the_border_are_used_and_those_beyond_counted() {
    let t = array![0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0];
    let train = SpikeTrain::new(vec![0.0, 0.29, 0.3, 0.8, 0.81, 1.0], 0.0, 1.0).unwrap();
    // 0.1 + 0.2 is more than 0.3 in floating point: 0.3 must be used all the same.
    let average = spike_triggered_average(&train, &t, &t, 0.3, 0.2).unwrap();
    assert_eq!((average.used, average.left_out), (2, 4));
    assert!((average.mean[3] - 0.55).abs() < 1e-12);
    // Without a window every spike is used.
    let average = spike_triggered_average(&train, &t, &t, 0.0, 0.0).unwrap();
    assert_eq!((average.used, average.left_out, average.lags.len()), (6, 0, 1));
}

#[test]
fn white_noise_reveals_the_filter_of_a_neuron() {
    // p = p₀ (1 + Σ h_j x_(k−j)) with x = ±1: the average of x at lag −j is h_j.
    let h = [0.0, 0.1, 0.3, 0.25, 0.1, -0.1, -0.1, 0.0];
    let mut rng = generator(12);
    let n = 400_000;
    let signal = Array1::from_shape_fn(n, |_| if rng.random::<bool>() { 1.0 } else { -1.0 });
    let t = Array1::from_shape_fn(n, |k| k as f64);
    let mut times = Vec::new();
    for k in h.len()..n {
        let drive: f64 = h.iter().enumerate().map(|(j, h)| h * signal[k - j]).sum();
        if rng.random::<f64>() < 0.1 * (1.0 + drive) {
            times.push(k as f64);
        }
    }
    let train = SpikeTrain::new(times, 0.0, n as f64).unwrap();
    let average = spike_triggered_average(&train, &t, &signal, 7.0, 3.0).unwrap();
    let error = 5.0 / (average.used as f64).sqrt();
    for (j, h) in h.iter().enumerate() {
        assert!((average.mean[7 - j] - h).abs() < error, "lag −{j}");
    }
    // The future tells nothing.
    assert!((8..11).all(|k| average.mean[k].abs() < error));
}

#[test]
fn samples_that_make_no_sense_are_refused() {
    let train = SpikeTrain::new(vec![1.0], 0.0, 2.0).unwrap();
    let fails = |t: Array1<f64>, v: Array1<f64>, before, after| {
        spike_triggered_average(&train, &t, &v, before, after).unwrap_err().to_string()
    };
    let t = array![0.0, 1.0, 2.0];
    assert!(fails(t.clone(), array![0.0], 0.0, 0.0).contains("received 3 and 1"));
    assert!(fails(array![0.0, 0.0, 1.0], t.clone(), 0.0, 0.0).contains("index 1"));
    assert!(fails(t.clone(), array![0.0, f64::NAN, 1.0], 0.0, 0.0).contains("v[1]"));
    assert!(fails(t.clone(), t.clone(), -1.0, 0.0).contains("before must be"));
    assert!(fails(t.clone(), t.clone(), 0.0, 3.0).contains("after must be"));
    assert!(fails(t.clone(), t.clone(), 2.0, 2.0).contains("spikes: at least 1"));
}
