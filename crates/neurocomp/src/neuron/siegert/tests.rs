use super::*;
use std::f64::consts::PI;

/// low, high, ln(⟨T⟩/τ): mpmath at 50 digits, by tests/oracles/siegert.py, from the integral as Siegert wrote it.
#[rustfmt::skip]
#[allow(clippy::excessive_precision)]
const LOG_TIME: [(f64, f64, f64); 24] = [
    (-4000.0, -2000.0, -0.36651298820798080543),
    (-400.0, -1.0, 1.7623279150444400826),
    (-300.0, -299.5, -6.3961013073551692186),
    (-40.0, -20.0, -0.3671878334811553796),
    (-20.0, -0.01, 1.3763667433749637392),
    (-6.0, -5.5, -2.4563491838559142062),
    (-5.0, 0.0, 0.95586179989695737125),
    (-2.0, 1.0, 1.752067499347678658),
    (-1.0, -0.999, -7.1846762929055909363),
    (-0.5, 0.5, 0.65851897683740214642),
    (0.0, 1.0, 1.3956822400036326518),
    (0.0, 3.0, 8.5406504977115083119),
    (0.0, 6.9, 46.261636734154456707),
    (0.0, 7.1, 49.032447753151368317),
    (0.0, 12.0, 142.09096118573430003),
    (0.0, 25.0, 622.35429072440758309),
    (2.0, 2.001, -1.6425785866845876055),
    (3.0, 7.0, 47.636933346788027364),
    (6.5, 7.5, 54.816556643176522878),
    (9.0, 9.01, 77.75172641515467338),
    (-100.0, 5.0, 23.984043249901420714),
    (-1000000.0, 2.0, 4.2681792091399150082),
    (-1000000.0, -0.001, 2.694322682829725664),
    (25.0, 26.0, 673.31500942257750529),
];

#[test]
fn agrees_with_fifty_digits() {
    for (low, high, expected) in LOG_TIME {
        let found = log_first_passage_time(low, high);
        // An error of the logarithm is a relative error of the time; the rounding of the logarithm itself comes on top.
        let allowed = 1e-14 + 2.0 * f64::EPSILON * expected.abs();
        assert!((found - expected).abs() < allowed, "({low}, {high}): {:e}", found - expected);
    }
}

#[test]
fn the_two_methods_agree_where_they_meet() {
    for span in [1e-6, 0.1, 3.0, 100.0, 1e9] {
        let difference = (climb(span, FAR) * (-FAR * FAR).exp()) / (escape(span, FAR) * (-FAR * FAR).exp()) - 1.0;
        assert!(difference.abs() < 1e-13, "span {span}: {difference:e}");
    }
}

#[test]
fn without_noise_it_is_the_logarithm_of_the_deterministic_neuron() {
    // R I twice the threshold; the first correction is (1/low² − 1/high²)/4.
    for high in [-10.0, -1e3, -1e5, -1e7, -1e9, -1e150, -1e300] {
        let time = log_first_passage_time(2.0 * high, high).exp();
        let correction: f64 = 0.25 * (0.25 - 1.0) / high / high;
        let error = time - 2.0_f64.ln() - correction;
        assert!(error.abs() < 1e-14 + 2.0 / high.powi(4), "{high}: {error:e}");
    }
}

#[test]
fn far_below_threshold_it_is_kramers_escape() {
    // ⟨T⟩/τ → √π e^(high²)/high · (1 + 1/(2 high²) + 3/(4 high⁴)), whatever the reset.
    for high in [10.0_f64, 30.0, 1e3, 1e6] {
        let series = 1.0 + 0.5 / high.powi(2) + 0.75 / high.powi(4);
        let kramers = high * high + (PI.sqrt() / high * series).ln();
        let found = log_first_passage_time(0.0, high);
        assert!((found - kramers).abs() < 4.0 / high.powi(6) + 1e-15 * kramers, "{high}");
    }
}

#[test]
fn times_add_up_along_the_way() {
    // From −3 to 2 by way of −1: a mean first-passage time is additive.
    let time = |low, high| log_first_passage_time(low, high).exp();
    assert!((time(-3.0, -1.0) + time(-1.0, 2.0) - time(-3.0, 2.0)).abs() < 1e-12 * time(-3.0, 2.0));
}

#[test]
fn its_slope_is_the_integrand() {
    // d⟨T⟩/d(high) at 0 is √π.
    let step = 1e-4;
    let slope = (log_first_passage_time(-1.0, step).exp() - log_first_passage_time(-1.0, -step).exp()) / (2.0 * step);
    assert!((slope - PI.sqrt()).abs() < 1e-7, "{slope}");
}

#[test]
fn a_higher_threshold_takes_longer_everywhere() {
    // Also across the places where the method changes, at −10⁸ and 7.
    let mut last = f64::NEG_INFINITY;
    let highs = (-180..90).map(|k| -(10.0_f64.powf(-k as f64 / 20.0))).chain((0..400).map(|k| k as f64 / 20.0));
    for high in highs {
        let now = log_first_passage_time(-1e12, high);
        assert!(now > last, "{high}: {now} after {last}");
        last = now;
    }
}

#[test]
fn extremes_are_numbers_or_named_infinities() {
    let ends = [f64::MIN, -1e200, -1e9, -1.0, -1e-300, 0.0, 1e-300, 1.0, 1e9, 1e200, f64::MAX];
    for low in ends {
        for high in ends {
            assert!(!log_first_passage_time(low, high).is_nan(), "({low}, {high})");
        }
    }
    assert_eq!(log_first_passage_time(1.0, 1.0), f64::NEG_INFINITY);
    assert_eq!(log_first_passage_time(0.0, f64::INFINITY), f64::INFINITY);
    assert_eq!(log_first_passage_time(f64::NEG_INFINITY, 0.0), f64::INFINITY);
    assert!(log_first_passage_time(f64::NAN, 0.0).is_nan());
}
