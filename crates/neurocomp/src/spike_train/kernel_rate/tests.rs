use std::f64::consts::{PI, SQRT_2};

use proptest::prelude::*;

use super::super::samples::{any_train, poisson};
use super::*;

fn one_spike(t: f64) -> SpikeTrain {
    SpikeTrain::new(vec![t], 0.0, 1000.0).unwrap()
}

fn close(found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() < tolerance, "{found} {expected}");
}

#[test]
fn a_spike_far_from_the_borders_has_the_kernel_of_the_definition() {
    let (t, dt) = (400.3, 0.5);
    let rate = |kernel| one_spike(t).kernel_rate(kernel, dt).unwrap().rate;
    let gaussian = rate(Kernel::Gaussian { width: 20.0 });
    let exponential = rate(Kernel::Exponential { tau: 20.0 });
    let alpha = rate(Kernel::Alpha { tau: 20.0 });
    let (f, g) = (|x: f64| 1.0 - (-x).exp(), |x: f64| 1.0 - (1.0 + x) * (-x).exp());
    for k in 0..2000 {
        let (low, middle, high) = (0.5 * k as f64, 0.5 * k as f64 + 0.25, 0.5 * (k + 1) as f64);
        let s = (middle - t) / 20.0;
        let bell = if s.abs() < 6.0 { (-0.5 * s * s).exp() / (20.0 * (2.0 * PI).sqrt()) } else { 0.0 };
        close(gaussian[k], 1000.0 * bell, 1e-6);
        // Causal kernels: nothing before, and the mean over each piece of time.
        let (x, y) = (((low - t) / 20.0).max(0.0), ((high - t) / 20.0).max(0.0));
        close(exponential[k], 1000.0 * (f(y) - f(x)) / dt, 1e-9);
        close(alpha[k], 1000.0 * (g(y) - g(x)) / dt, 1e-9);
        assert!(high > t || (exponential[k] == 0.0 && alpha[k] == 0.0));
    }
}

#[test]
fn recursion_gives_the_sum_of_all_kernels() {
    let train = poisson(50.0, 1000.0, 8);
    for (dt, tau) in [(1.0, 30.0), (7.0, 2.0), (0.3, 500.0)] {
        let exponential = |x: f64| if x > 0.0 { 1.0 - (-x).exp() } else { 0.0 };
        let alpha = |x: f64| {
            if x > 0.0 { 1.0 - (1.0 + x) * (-x).exp() } else { 0.0 }
        };
        let run = |kernel| train.kernel_rate(kernel, dt).unwrap();
        let (e, a) = (run(Kernel::Exponential { tau }), run(Kernel::Alpha { tau }));
        for k in (0..e.rate.len()).step_by(97) {
            let (low, high) = (e.t[k] - 0.5 * e.dt, e.t[k] + 0.5 * e.dt);
            let sum = |part: &dyn Fn(f64) -> f64| {
                let pieces = train
                    .times()
                    .iter()
                    .map(|&t| (part((high - t) / tau) - part((low - t) / tau)) / part((1000.0 - t) / tau));
                pieces.sum::<f64>() * 1000.0 / e.dt
            };
            let (sum_e, sum_a) = (sum(&exponential), sum(&alpha));
            close(e.rate[k], sum_e, 1e-9 * (1.0 + sum_e));
            close(a.rate[k], sum_a, 1e-8 * (1.0 + sum_a));
        }
    }
}

#[test]
fn a_spike_at_the_border_is_seen_twice_as_high() {
    // Half of its Gaussian lies outside, and is given back to the other half.
    for t in [0.0, 1000.0] {
        let smooth = one_spike(t).kernel_rate(Kernel::Gaussian { width: 20.0 }, 0.1).unwrap();
        let edge = if t == 0.0 { 0 } else { smooth.rate.len() - 1 };
        close(smooth.rate[edge], 2.0 * 1000.0 / (20.0 * (2.0 * PI).sqrt()), 1e-3);
    }
    // A causal kernel that begins at the very end has nowhere to be but in the last sample.
    let last = one_spike(1000.0).kernel_rate(Kernel::Alpha { tau: 5.0 }, 0.5).unwrap().rate;
    assert_eq!((last[1999], last[1998]), (2000.0, 0.0));
}

#[test]
fn samples_fill_the_observation() {
    let train = SpikeTrain::new(vec![10.0, 12.0], 10.0, 20.1).unwrap();
    let smooth = train.kernel_rate(Kernel::Exponential { tau: 1.0 }, 0.5).unwrap();
    // 20.2 steps fit: 20 of them, a little longer.
    assert_eq!(smooth.rate.len(), 20);
    close(smooth.dt, 0.505, 1e-12);
    close(smooth.t[0] - 0.5 * smooth.dt, 10.0, 1e-12);
    close(smooth.t[19] + 0.5 * smooth.dt, 20.1, 1e-12);
}

#[test]
fn a_wide_kernel_says_the_rate_and_a_narrow_one_the_spikes() {
    let train = poisson(20.0, 1000.0, 2);
    let smooth = train.kernel_rate(Kernel::Gaussian { width: 1e6 }, 1.0).unwrap();
    assert!(smooth.rate.iter().all(|r| (r / train.rate() - 1.0).abs() < 1e-4));
    let counts = train.binned(1.0).unwrap().counts;
    for kernel in [Kernel::Gaussian { width: 1e-9 }, Kernel::Exponential { tau: 1e-9 }, Kernel::Alpha { tau: 1e-9 }] {
        let smooth = train.kernel_rate(kernel, 1.0).unwrap();
        for (rate, &count) in smooth.rate.iter().zip(&counts) {
            close(rate / 1000.0, count as f64, 1e-5);
        }
    }
}

#[test]
fn the_rate_of_trials_is_their_mean() {
    let trials = [poisson(20.0, 1000.0, 1), poisson(60.0, 1000.0, 2)];
    let kernel = Kernel::Gaussian { width: 30.0 };
    let both = kernel_rate(&trials, kernel, 1.0).unwrap().rate;
    let each = trials.clone().map(|trial| trial.kernel_rate(kernel, 1.0).unwrap().rate);
    assert!((both - 0.5 * (&each[0] + &each[1])).iter().all(|d| d.abs() < 1e-9));
}

#[test]
fn a_smoothed_poisson_train_fluctuates_as_campbell_says() {
    // Variance of a sum of kernels: rate · ∫ κ², which is 1/(2√π σ), 1/(2τ), 1/(4τ).
    let train = poisson(100.0, 200_000.0, 6);
    for (kernel, integral) in [
        (Kernel::Gaussian { width: 20.0 }, 1.0 / (2.0 * PI.sqrt() * 20.0)),
        (Kernel::Exponential { tau: 20.0 }, 1.0 / 40.0),
        (Kernel::Alpha { tau: 20.0 / SQRT_2 }, SQRT_2 / 80.0),
    ] {
        let rate = train.kernel_rate(kernel, 2.0).unwrap().rate / 1000.0;
        close(rate.var(0.0) / (0.1 * integral), 1.0, 0.1);
    }
}

#[test]
fn impossible_kernels_are_refused() {
    let train = one_spike(5.0);
    let fails = |kernel, dt| train.kernel_rate(kernel, dt).unwrap_err().to_string();
    for width in [0.0, -1.0, f64::NAN] {
        assert!(fails(Kernel::Gaussian { width }, 1.0).contains("width must be"));
        assert!(fails(Kernel::Alpha { tau: width }, 1.0).contains("tau must be"));
    }
    assert!(fails(Kernel::Exponential { tau: 1e10 }, 1.0).contains("1e-97 to 1000000000 ms, received 10000000000"));
    let kernel = Kernel::Exponential { tau: 1.0 };
    assert!(fails(kernel, 0.0).contains("dt must be"));
    assert!(fails(kernel, 2000.0).contains("dt must be <= duration"));
    assert!(fails(kernel, 1e-9).contains("20000000"));
    assert!(kernel_rate(&[], kernel, 1.0).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn the_integral_is_the_number_of_spikes(
        train in any_train(20), shape in 0..3, log_width in -4.0..6.0_f64, log_dt in -1.5..2.0_f64,
    ) {
        let width = 10_f64.powf(log_width);
        let kernel = match shape {
            0 => Kernel::Gaussian { width },
            1 => Kernel::Exponential { tau: width },
            _ => Kernel::Alpha { tau: width },
        };
        let dt = 10_f64.powf(log_dt);
        let smooth = train.kernel_rate(kernel, dt).unwrap();
        prop_assert_eq!(smooth.rate.len(), (100.0 / dt).round() as usize);
        prop_assert!(smooth.rate.iter().all(|r| r.is_finite() && *r >= 0.0));
        let spikes = smooth.rate.sum() * smooth.dt / 1000.0;
        prop_assert!((spikes - train.len() as f64).abs() < 1e-9, "{} {}", spikes, train.len());
    }
}
