use super::*;
use crate::Result;

/// A renewal process with its interval distribution and what remains of it, times in units of the mean interval.
struct Case {
    make: fn(f64, Start, u64) -> Result<SpikeTrain>,
    interval: fn(f64) -> f64,
    remaining: fn(f64) -> f64,
    cv: f64,
    /// Third central moment over the cube of the mean.
    skew: f64,
}

/// 25 Hz: a mean interval of 40 ms.
const RATE: f64 = 25.0;

fn cases() -> [Case; 4] {
    [
        Case {
            make: |duration, _, seed| poisson(RATE, duration, seed),
            interval: |x| 1.0 - (-x).exp(),
            remaining: |x| 1.0 - (-x).exp(),
            cv: 1.0,
            skew: 2.0,
        },
        // A dead time of a quarter of the mean interval.
        Case {
            make: |duration, start, seed| poisson_with_dead_time(RATE, 10.0, duration, start, seed),
            interval: |x| {
                if x < 0.25 { 0.0 } else { 1.0 - dead_survivor(x) }
            },
            remaining: |x| {
                if x < 0.25 { x } else { 1.0 - 0.75 * dead_survivor(x) }
            },
            cv: 0.75,
            skew: 2.0 * 0.75 * 0.75 * 0.75,
        },
        Case {
            make: |duration, start, seed| gamma(RATE, 2.0, duration, start, seed),
            interval: |x| 1.0 - (1.0 + 2.0 * x) * (-2.0 * x).exp(),
            // ∫ (1 + 2x) e^(−2x) dx from 0.
            remaining: |x| 1.0 - (1.0 + x) * (-2.0 * x).exp(),
            cv: std::f64::consts::FRAC_1_SQRT_2,
            skew: 0.5,
        },
        Case {
            make: |duration, start, seed| inverse_gaussian(RATE, 0.8, duration, start, seed),
            interval: |x| integral(inverse_gaussian_density, x),
            // r·∫ S = r·(x S(x) + ∫ y p(y) dy), by parts.
            remaining: |x| {
                let moment = integral(|y| y * inverse_gaussian_density(y), x);
                x * (1.0 - integral(inverse_gaussian_density, x)) + moment
            },
            cv: 0.8,
            skew: 3.0 * 0.8 * 0.8 * 0.8 * 0.8,
        },
    ]
}

fn dead_survivor(x: f64) -> f64 {
    (-(x - 0.25) / 0.75).exp()
}

fn inverse_gaussian_density(x: f64) -> f64 {
    let lambda = 1.0 / 0.64;
    let exponent = -lambda * (x - 1.0).powi(2) / (2.0 * x);
    (lambda / (2.0 * std::f64::consts::PI * x.powi(3))).sqrt() * exponent.exp()
}

/// ∫ f from 0 to x by the midpoint rule.
fn integral(f: impl Fn(f64) -> f64, x: f64) -> f64 {
    let h = x / 400.0;
    (0..400).map(|k| f((k as f64 + 0.5) * h) * h).sum()
}

#[test]
fn intervals_follow_their_distribution() {
    for (k, case) in cases().iter().enumerate() {
        let train = (case.make)(200_000.0, Start::Ordinary, 11).unwrap();
        let intervals: Vec<f64> = train.isi().iter().map(|isi| isi * RATE / 1000.0).collect();
        assert!(intervals.len() > 4500);
        assert!(follows(intervals, case.interval), "case {k}");
    }
}

#[test]
fn the_first_spike_follows_the_kind_of_start() {
    for (k, case) in cases().iter().enumerate() {
        for (start, expected) in [(Start::Ordinary, case.interval), (Start::Equilibrium, case.remaining)] {
            let first = |seed| {
                let train = (case.make)(2000.0, start, seed).unwrap();
                train.times()[0] * RATE / 1000.0
            };
            assert!(follows((0..3000).map(first).collect(), expected), "case {k}, {start:?}");
        }
    }
}

#[test]
fn rate_and_cv_are_those_asked_for() {
    for (k, case) in cases().iter().enumerate() {
        let train = (case.make)(2e6, Start::Equilibrium, 5).unwrap();
        let cv = train.cv().unwrap();
        // 50,000 spikes: a relative error of the rate of CV/√50000, three times over.
        assert!((train.rate() / RATE - 1.0).abs() < 0.0135 * case.cv, "case {k}: {}", train.rate());
        assert!((cv / case.cv - 1.0).abs() < 0.02, "case {k}: {cv}");
    }
}

#[test]
fn counts_in_equilibrium_have_the_variance_of_cox() {
    // D. R. Cox, Renewal Theory (1962), section 4.5: var N(T) = CV² T/μ + 1/6 + CV⁴/2 − μ₃/3μ³ for long T.
    for (k, case) in cases().iter().enumerate() {
        let one = |seed| (case.make)(400.0, Start::Equilibrium, seed).unwrap().len() as f64;
        let counts: Vec<f64> = (0..20_000).map(one).collect();
        let (mean, variance) = mean_and_variance(&counts);
        let expected = case.cv.powi(2) * 10.0 + 1.0 / 6.0 + case.cv.powi(4) / 2.0 - case.skew / 3.0;
        // In equilibrium the mean count is exact for any duration.
        assert!((mean - 10.0).abs() < 3.5 * (expected / 2e4).sqrt(), "case {k}: {mean}");
        assert!((variance / expected - 1.0).abs() < 0.045, "case {k}: {variance} {expected}");
    }
}

#[test]
fn no_dead_time_and_shape_one_are_poisson_and_no_cv_is_a_clock() {
    let exponential = |x: f64| 1.0 - (-x).exp();
    for train in [poisson_with_dead_time(RATE, 0.0, 2e5, Start::Ordinary, 2), gamma(RATE, 1.0, 2e5, Start::Ordinary, 2)]
    {
        let isi = train.unwrap().isi().mapv(|isi| isi * RATE / 1000.0);
        assert!(follows(isi.to_vec(), exponential));
    }
    let clock = inverse_gaussian(RATE, 0.0, 1000.0, Start::Ordinary, 2).unwrap();
    assert_eq!((clock.len(), clock.times()[0]), (25, 40.0));
    let clock = inverse_gaussian(RATE, 0.0, 1000.0, Start::Equilibrium, 2).unwrap();
    assert!(clock.times()[0] < 40.0 && clock.cv().unwrap() < 1e-9);
}

#[test]
fn extreme_shapes_stay_numbers() {
    for cv in [10.0, 100.0] {
        let train = inverse_gaussian(RATE, cv, 1e5, Start::Equilibrium, 4).unwrap();
        assert!(train.times().iter().all(|t| t.is_finite()));
    }
    let bursts = gamma(RATE, 0.01, 1e6, Start::Equilibrium, 4).unwrap();
    assert!(bursts.cv().unwrap() > 5.0);
    assert!(gamma(RATE, 1e4, 1e4, Start::Equilibrium, 4).unwrap().cv().unwrap() < 0.012);
}

#[test]
fn the_same_seed_gives_the_same_spikes_and_no_rate_none() {
    for case in cases() {
        let make = |seed| (case.make)(1000.0, Start::Equilibrium, seed).unwrap();
        assert_eq!(make(9), make(9));
        assert_ne!(make(9), make(10));
    }
    assert!(poisson(0.0, 1000.0, 1).unwrap().is_empty());
    assert!(poisson(1e-320, 1000.0, 1).unwrap().is_empty());
    assert!(gamma(0.0, 2.0, 1000.0, Start::Ordinary, 1).unwrap().is_empty());
    assert!(inverse_gaussian(0.0, 2.0, 1000.0, Start::Ordinary, 1).unwrap().is_empty());
}

#[test]
fn impossible_processes_are_refused() {
    let ordinary = Start::Ordinary;
    for (made, said) in [
        (poisson(-1.0, 1.0, 1), "rate must be finite and >= 0 Hz, received -1"),
        (poisson(f64::NAN, 1.0, 1), "received NaN"),
        (poisson(1.0, 0.0, 1), "duration must be finite and > 0 ms, received 0"),
        (poisson(1e9, 1e9, 1), "at most 10000000 spikes"),
        (
            poisson_with_dead_time(20.0, 50.0, 1.0, ordinary, 1),
            "dead_time must be finite and < 1 / rate (50 ms), received 50",
        ),
        (poisson_with_dead_time(20.0, -1.0, 1.0, ordinary, 1), ">= 0 ms, received -1"),
        (gamma(20.0, 0.0, 1.0, ordinary, 1), "shape must be finite and 0.01 to 10000"),
        (inverse_gaussian(20.0, -0.5, 1.0, ordinary, 1), "cv must be finite and 0 to 100"),
    ] {
        let message = made.unwrap_err().to_string();
        assert!(message.contains(said), "{message}");
    }
}
