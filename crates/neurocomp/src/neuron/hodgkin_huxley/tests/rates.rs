use proptest::prelude::*;

use super::super::rates::{alpha_h_slope, alpha_m_slope, alpha_n_slope, beta_h_slope, beta_m_slope, beta_n_slope};
use super::super::*;

#[test]
#[expect(clippy::excessive_precision, reason = "the digits of the oracle, as printed")]
fn removable_singularities_keep_all_digits() {
    // α_m at 25 + shift and α_n at 10 + shift, mpmath 1.3.0 with 50 digits at the same binary numbers:
    // tests/oracles/hodgkin_huxley.py.
    for (shift, m, n) in [
        (0.0, 1.0, 0.1),
        (1e-12, 1.000_000_000_000_049_92, 0.100_000_000_000_005),
        (-1e-9, 0.999_999_999_949_999_996, 0.099_999_999_994_999_999_6),
        (1e-6, 1.000_000_050_000_000_88, 0.100_000_005_000_000_08),
        (-1e-3, 0.999_950_000_833_333_272, 0.099_995_000_083_333_336_1),
        (0.1, 1.005_008_333_319_444_55, 0.100_500_833_331_944_446),
    ] {
        let error_m = (alpha_m(25.0 + shift) / m - 1.0).abs();
        let error_n = (alpha_n(10.0 + shift) / n - 1.0).abs();
        assert!(error_m < 4e-16, "α_m at 25 + {shift}: {error_m:e}");
        assert!(error_n < 4e-16, "α_n at 10 + {shift}: {error_n:e}");
    }
}

#[test]
fn the_rates_at_rest_are_those_of_the_formulas() {
    let e = std::f64::consts::E;
    assert!((alpha_m(0.0) - 2.5 / (2.5_f64.exp() - 1.0)).abs() < 1e-16);
    assert!((alpha_n(0.0) - 0.1 / (e - 1.0)).abs() < 1e-16);
    assert!((beta_h(0.0) - 1.0 / (3.0_f64.exp() + 1.0)).abs() < 1e-16);
    assert_eq!((beta_m(0.0), alpha_h(0.0), beta_n(0.0)), (4.0, 0.07, 0.125));
    assert!((beta_m(18.0) * e - 4.0).abs() < 1e-15);
    assert!((alpha_h(20.0) * e - 0.07).abs() < 1e-16);
    assert!((beta_n(80.0) * e - 0.125).abs() < 1e-16);
    assert_eq!(beta_h(30.0), 0.5);
}

#[test]
fn slopes_are_the_derivatives_of_the_rates() {
    type Function = fn(f64) -> f64;
    let pairs: [(Function, Function); 6] = [
        (alpha_m, alpha_m_slope),
        (beta_m, beta_m_slope),
        (alpha_h, alpha_h_slope),
        (beta_h, beta_h_slope),
        (alpha_n, alpha_n_slope),
        (beta_n, beta_n_slope),
    ];
    // Across both singularities, and where series and closed form meet, 0.1 mV beside them.
    for v in [-60.0, 0.0, 9.9, 9.95, 10.0, 10.101, 24.899, 25.0, 25.05, 25.1, 70.0, 120.0] {
        for (k, (rate, slope)) in pairs.iter().enumerate() {
            let step = 1e-3;
            // Fourth order, so that rounding (1e-16/1e-3) is all that remains.
            let difference = (8.0 * (rate(v + step) - rate(v - step)) - (rate(v + 2.0 * step) - rate(v - 2.0 * step)))
                / (12.0 * step);
            let scale = rate(v).abs().max(slope(v).abs());
            assert!(
                (slope(v) - difference).abs() < 1e-11 * scale.max(1e-2),
                "rate {k} at {v}: {} against {difference}",
                slope(v)
            );
        }
    }
}

proptest! {
    #[test]
    fn gates_are_fractions_and_times_are_not_negative_at_any_potential(v in -1e6..1e6_f64) {
        for x in [m_inf(v), h_inf(v), n_inf(v)] {
            prop_assert!((0.0..=1.0).contains(&x), "{x} at {v}");
        }
        for tau in [tau_m(v), tau_h(v), tau_n(v)] {
            prop_assert!((0.0..10.0).contains(&tau), "{tau} at {v}");
        }
    }

    #[test]
    fn activations_rise_and_inactivation_falls(v in -300.0..300.0_f64, step in 0.01..20.0_f64) {
        prop_assert!(m_inf(v) <= m_inf(v + step));
        prop_assert!(n_inf(v) <= n_inf(v + step));
        prop_assert!(h_inf(v) >= h_inf(v + step));
    }
}

#[test]
fn steady_state_and_time_constant_are_two_sides_of_the_rates() {
    for v in [-50.0, 0.0, 10.0, 25.0, 90.0] {
        for (alpha, beta, inf, tau) in [
            (alpha_m(v), beta_m(v), m_inf(v), tau_m(v)),
            (alpha_h(v), beta_h(v), h_inf(v), tau_h(v)),
            (alpha_n(v), beta_n(v), n_inf(v), tau_n(v)),
        ] {
            assert!((inf / tau / alpha - 1.0).abs() < 1e-14);
            assert!(((1.0 - inf) / tau - beta).abs() < 1e-14 * (alpha + beta));
        }
    }
}
