use super::super::samples::{any_train, inhomogeneous, poisson};
use super::*;
use crate::noise::generator;
use proptest::prelude::*;
use rand::Rng;

fn train(times: &[f64]) -> SpikeTrain {
    SpikeTrain::new(times.to_vec(), 0.0, 100.0).unwrap()
}

#[test]
fn a_spike_is_no_pair_with_itself_but_is_with_one_at_the_same_time() {
    let auto = autocorrelogram(&train(&[20.0, 20.0, 50.0]), 30.0, 10.0).unwrap();
    assert_eq!(auto.counts.to_vec(), [2, 0, 0, 2, 0, 0, 2]);
    let single = autocorrelogram(&train(&[20.0]), 10.0, 5.0).unwrap();
    assert_eq!(single.counts.sum(), 0);
}

#[test]
fn a_delayed_copy_peaks_at_its_delay_on_the_right() {
    let a = poisson(20.0, 100_000.0, 1);
    let times = a.times().iter().map(|t| t + 7.0).filter(|&t| t < 100_000.0).collect();
    let b = SpikeTrain::new(times, 0.0, 100_000.0).unwrap();
    let cross = cross_correlogram(&a, &b, 20.0, 1.0).unwrap();
    let peak = (0..41).max_by_key(|&k| cross.counts[k]).unwrap();
    assert_eq!(cross.lags[peak], 7.0);
    let coefficient = cross.coefficient().unwrap();
    assert!((coefficient[peak] - 1.0).abs() < 0.05, "{}", coefficient[peak]);
    // All of b follows a in that bin: the rate there is 1 spike in 1 ms.
    assert!((cross.rate().unwrap()[peak] / 1000.0 - 1.0).abs() < 0.05);
}

#[test]
fn independent_poisson_trains_are_flat() {
    let (a, b) = (poisson(50.0, 200_000.0, 1), poisson(30.0, 200_000.0, 2));
    for (found, rate) in [
        (cross_correlogram(&a, &b, 100.0, 10.0).unwrap(), b.rate()),
        (autocorrelogram(&a, 100.0, 10.0).unwrap(), a.rate()),
    ] {
        let error = rate / found.expected[0].sqrt();
        let chi2 = found.rate().unwrap().mapv(|r| ((r - rate) / error).powi(2)).mean().unwrap();
        assert!(chi2 < 3.0, "{chi2}");
        assert!(found.coefficient().unwrap().iter().all(|c| c.abs() < 0.03));
    }
}

#[test]
fn long_lags_are_not_mistaken_for_less_correlation() {
    // Lags up to seven tenths of the observation: pairs become rare, the rate does not.
    let (mut rate, mut counts) = (Array1::zeros(15), Array1::zeros(15));
    for seed in 0..400 {
        let (a, b) = (poisson(100.0, 1000.0, 2 * seed), poisson(100.0, 1000.0, 2 * seed + 1));
        let cross = cross_correlogram(&a, &b, 700.0, 100.0).unwrap();
        rate += &cross.rate().unwrap();
        counts += &cross.counts;
    }
    assert!(counts[0] * 10 < counts[7] * 4);
    assert!((rate / 400.0).iter().all(|r: &f64| (r - 100.0).abs() < 5.0));
}

#[test]
fn the_coefficient_at_zero_is_that_of_pearson() {
    let mut rng = generator(4);
    let rows: Vec<[bool; 2]> = (0..1000)
        .map(|_| {
            let common = rng.random::<f64>() < 0.1;
            [0, 1].map(|_| common || rng.random::<f64>() < 0.1)
        })
        .collect();
    let trains = [0, 1].map(|which| {
        let times = (0..1000).filter(|&k| rows[k][which]).map(|k| k as f64 + 0.5);
        SpikeTrain::new(times.collect(), 0.0, 1000.0).unwrap()
    });
    let mean = [0, 1].map(|which| trains[which].len() as f64 / 1000.0);
    let covariance = |x: usize, y: usize| {
        let products = rows.iter().map(|row| (f64::from(row[x]) - mean[x]) * (f64::from(row[y]) - mean[y]));
        products.sum::<f64>() / 1000.0
    };
    let pearson = covariance(0, 1) / (covariance(0, 0) * covariance(1, 1)).sqrt();
    let cross = cross_correlogram(&trains[0], &trains[1], 3.0, 1.0).unwrap();
    // `expected` is the mean over the bin: 1 − Δ/4T instead of 1.
    assert!((cross.coefficient().unwrap()[3] - pearson).abs() < 1e-4);
    assert!(pearson > 0.3);
}

#[test]
fn the_shift_predictor_takes_away_what_the_stimulus_does_and_leaves_what_neurons_do() {
    let rate = |t: f64| if t % 100.0 < 10.0 { 200.0 } else { 10.0 };
    let neuron = |seed: u64| (0..200).map(|k| inhomogeneous(rate, 200.0, 500.0, 1000 * seed + k)).collect::<Vec<_>>();
    let (a, b) = (neuron(1), neuron(2));
    let stimulus = cross_correlogram_of_trials(&a, &b, 50.0, 5.0).unwrap();
    let predicted = stimulus.shifted.counts[10] as f64;
    assert!(predicted > 2.0 * stimulus.raw.expected[10]);
    let corrected = stimulus.corrected();
    assert!(corrected.iter().all(|c| c.abs() < 6.0 * predicted.sqrt()), "{corrected}");

    // Now each spike of a also makes b fire 15 ms later.
    let driven: Vec<_> = a
        .iter()
        .zip(&b)
        .map(|(a, b)| {
            let echoes = a.times().iter().map(|t| t + 15.0).filter(|&t| t < 500.0);
            let mut times: Vec<f64> = b.times().iter().copied().chain(echoes).collect();
            times.sort_by(f64::total_cmp);
            SpikeTrain::new(times, 0.0, 500.0).unwrap()
        })
        .collect();
    let corrected = cross_correlogram_of_trials(&a, &driven, 50.0, 5.0).unwrap().corrected();
    let spikes: usize = a.iter().map(SpikeTrain::len).sum();
    assert!((corrected[13] / spikes as f64 - 1.0).abs() < 0.2, "{} of {spikes}", corrected[13]);
}

#[test]
fn silent_trains_have_counts_but_neither_rate_nor_coefficient() {
    let cross = cross_correlogram(&train(&[]), &train(&[5.0]), 10.0, 1.0).unwrap();
    assert_eq!((cross.counts.sum(), cross.rate(), cross.coefficient()), (0, None, None));
    // More spikes than bins leave nothing to correlate.
    let full = train(&[1.0; 100]);
    assert!(cross_correlogram(&full, &full, 10.0, 1.0).unwrap().coefficient().is_none());
}

#[test]
fn impossible_windows_are_refused() {
    let a = train(&[1.0]);
    let fails = |window, bin_size| autocorrelogram(&a, window, bin_size).unwrap_err().to_string();
    assert!(fails(10.0, 0.0).contains("bin_size must be"));
    assert!(fails(-1.0, 1.0).contains("window must be"));
    assert!(fails(100.0, 1.0).contains("window must be finite and < duration (100 ms)"));
    assert!(fails(99.0, 1e-6).contains("from 1 to 1000000"));
    let longer = SpikeTrain::new(vec![], 0.0, 200.0).unwrap();
    assert!(cross_correlogram(&a, &longer, 10.0, 1.0).is_err());
    let trials = |n| vec![train(&[1.0]); n];
    let fails = |a: Vec<SpikeTrain>, b: Vec<SpikeTrain>| {
        cross_correlogram_of_trials(&a, &b, 10.0, 1.0).unwrap_err().to_string()
    };
    assert!(fails(trials(2), trials(3)).contains("received 2 and 3"));
    assert!(fails(trials(1), trials(1)).contains("trials: at least 2"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_pair_is_counted_where_it_belongs(
        a in any_train(25), b in any_train(25), window in 0.0..99.0, bin_size in 0.3..40.0,
    ) {
        let ab = cross_correlogram(&a, &b, window, bin_size).unwrap();
        let ba = cross_correlogram(&b, &a, window, bin_size).unwrap();
        let half = ab.counts.len() / 2;
        let mut counts = vec![0; ab.counts.len()];
        let mut of_a = vec![0; ab.counts.len()];
        let bins = ab.counts.len() as f64;
        let bin = |lag: f64| {
            let bin = (lag / bin_size).round() + half as f64; // halves go away from 0
            (0.0..bins).contains(&bin).then_some(bin as usize)
        };
        for (i, &t) in a.times().iter().enumerate() {
            for &u in b.times() {
                if let Some(k) = bin(u - t) { counts[k] += 1; }
            }
            for (j, &u) in a.times().iter().enumerate() {
                if let (true, Some(k)) = (i != j, bin(u - t)) { of_a[k] += 1; }
            }
        }
        prop_assert_eq!(ab.counts.to_vec(), counts);
        prop_assert_eq!(autocorrelogram(&a, window, bin_size).unwrap().counts.to_vec(), of_a);
        let mut mirrored = ba.counts.to_vec();
        mirrored.reverse();
        prop_assert_eq!(ab.counts.to_vec(), mirrored);
    }
}
