use super::*;
use crate::Result;

type Process = fn(usize, f64, f64, f64, f64, u64) -> Result<Vec<SpikeTrain>>;

const PROCESSES: [Process; 2] = [multiple_interaction, single_interaction];

fn covariance(a: &[f64], b: &[f64]) -> f64 {
    let (mean_a, mean_b) = (mean_and_variance(a).0, mean_and_variance(b).0);
    let products = a.iter().zip(b).map(|(x, y)| (x - mean_a) * (y - mean_b));
    products.sum::<f64>() / (a.len() as f64 - 1.0)
}

fn correlation(a: &[f64], b: &[f64]) -> f64 {
    covariance(a, b) / (covariance(a, a) * covariance(b, b)).sqrt()
}

#[test]
fn every_pair_has_the_correlation_and_every_train_is_poisson() {
    for process in PROCESSES {
        for asked in [0.0, 0.1, 0.4, 1.0] {
            let trains = process(3, 20.0, asked, 0.0, 1e6, 7).unwrap();
            let counts: Vec<_> = trains.iter().map(|train| counts(train, 100.0)).collect();
            for (i, j) in [(0, 1), (0, 2), (1, 2)] {
                let found = correlation(&counts[i], &counts[j]);
                // 10,000 counts: a standard error of at most 0.01.
                assert!((found - asked).abs() < 0.035, "{found}, asked {asked}");
            }
            for train in &trains {
                assert!((train.rate() - 20.0).abs() < 0.5, "{}", train.rate());
                let isi = train.isi().mapv(|isi| isi * 0.02).to_vec();
                assert!(follows(isi, |x| 1.0 - (-x).exp()));
            }
        }
    }
}

#[test]
fn jitter_widens_the_coincidences_and_keeps_rate_and_long_counts() {
    for process in PROCESSES {
        let trains = process(2, 20.0, 0.4, 5.0, 1e6, 7).unwrap();
        let (a, b) = (&trains[0], &trains[1]);
        assert!((a.rate() - 20.0).abs() < 0.5 && (b.rate() - 20.0).abs() < 0.5);
        let short = correlation(&counts(a, 1.0), &counts(b, 1.0));
        let long = correlation(&counts(a, 500.0), &counts(b, 500.0));
        assert!(short < 0.06, "{short}");
        assert!((long - 0.4).abs() < 0.06, "{long}");
    }
}

#[test]
fn triplets_tell_the_processes_apart() {
    // A spike is shared by all three with probability c² by copying (rate/c · c³ / rate), c with a common source.
    for (process, expected) in PROCESSES.into_iter().zip([0.09, 0.3]) {
        let trains = process(3, 20.0, 0.3, 0.0, 1e6, 3).unwrap();
        let fired = |train: &SpikeTrain, t: &f64| train.times().binary_search_by(|other| other.total_cmp(t)).is_ok();
        let of = trains[0].times();
        let shared = of.iter().filter(|t| fired(&trains[1], t) && fired(&trains[2], t)).count();
        let found = shared as f64 / of.len() as f64;
        assert!((found - expected).abs() < 0.012, "{found}, expected {expected}");
    }
}

#[test]
fn full_correlation_makes_all_trains_equal() {
    for process in PROCESSES {
        let trains = process(4, 20.0, 1.0, 0.0, 1000.0, 1).unwrap();
        assert!(trains.iter().all(|train| train == &trains[0]));
        assert_eq!(trains, process(4, 20.0, 1.0, 0.0, 1000.0, 1).unwrap());
    }
}

#[test]
fn impossible_correlations_are_refused() {
    for process in PROCESSES {
        for (made, said) in [
            (process(2, 20.0, 1.1, 0.0, 1.0, 1), "correlation must be finite and 0 to 1"),
            (process(2, 20.0, f64::NAN, 0.0, 1.0, 1), "received NaN"),
            (process(2, 20.0, 0.5, -1.0, 1.0, 1), "jitter"),
            (process(2, -20.0, 0.5, 0.0, 1.0, 1), "rate"),
            (process(usize::MAX, 20.0, 0.5, 0.0, 1000.0, 1), "neurons must be from 0 to 1000000"),
            (process(1_000_000, 20.0, 0.5, 0.0, 1000.0, 1), "at most 10000000 spikes"),
        ] {
            let message = made.unwrap_err().to_string();
            assert!(message.contains(said), "{message}");
        }
        assert!(process(0, 20.0, 0.5, 0.0, 1.0, 1).unwrap().is_empty());
        assert_eq!(process(3, 0.0, 0.5, 0.0, 1.0, 1).unwrap().len(), 3);
    }
}
