use super::*;
use proptest::prelude::*;

fn all() -> [Transfer; 8] {
    [
        Sigmoid::default().into(),
        ThresholdLinear::default().into(),
        Logistic { r_max: 80.0, slope: 0.7, i_half: 3.0 }.into(),
        LogisticFromZero::default().into(),
        PowerLaw::default().into(),
        PowerLaw { gain: 3.0, exponent: 0.5, i_thresh: -1.0 }.into(),
        PowerLaw { gain: 2.0, exponent: 1.0, i_thresh: 1.0 }.into(),
        Tanh { gain: 1.5 }.into(),
    ]
}

proptest! {
    #[test]
    fn the_derivative_is_the_slope(input in -30.0..40.0_f64, which in 0..8_usize) {
        let phi = all()[which];
        let h = 1e-4;
        // A difference across a corner is not a derivative.
        prop_assume!(phi.inflections().iter().all(|corner| (corner - input).abs() > 0.05));
        let slope = (phi.rate(input + h) - phi.rate(input - h)) / (2.0 * h);
        let error = (slope - phi.derivative(input)).abs();
        prop_assert!(error < 1e-6 * (1.0 + slope.abs()), "{phi:?} at {input}: {slope}");
    }

    #[test]
    fn the_inverse_leads_back(input in -10.0..20.0_f64, which in 0..8_usize) {
        let phi = all()[which];
        if let Some(back) = phi.inverse(phi.rate(input)) {
            // Close to saturation the last digits of the rate are all that is left of the input.
            let lost = f64::EPSILON * phi.rate(input).abs().max(1.0) / phi.derivative(input);
            prop_assert!((back - input).abs() < 1e-9 + 4.0 * lost, "{phi:?} at {input}: {back}");
        }
    }

    #[test]
    fn slopes_stay_within_their_range(low in -20.0..30.0_f64, width in 0.0..20.0_f64, which in 0..8_usize) {
        let phi = all()[which];
        let (least, most) = phi.slope_range(low, low + width);
        for k in 0..=50 {
            let slope = phi.derivative(low + width * k as f64 / 50.0);
            let inside = slope >= least * (1.0 - 1e-12) && slope <= most * (1.0 + 1e-12);
            prop_assert!(inside, "{phi:?}: {slope} not in {least} to {most}");
        }
    }

    #[test]
    fn between_the_slope_inputs_the_difference_to_a_straight_line_is_monotone(
        slope in 0.01..60.0_f64,
        which in 0..8_usize,
    ) {
        let phi = all()[which];
        let mut nodes = phi.slope_inputs(slope);
        prop_assert!(nodes.windows(2).all(|pair| pair[0] < pair[1]));
        nodes.insert(0, nodes.first().unwrap_or(&0.0) - 40.0);
        nodes.push(nodes.last().unwrap() + 80.0);
        for pair in nodes.windows(2) {
            let step = (pair[1] - pair[0]) / 40.0;
            let gains: Vec<f64> = (0..40)
                .map(|k| pair[0] + step * k as f64)
                .map(|x| phi.rate(x + step) - phi.rate(x) - slope * step)
                .collect();
            let rounding = 1e-9 * (1.0 + phi.rate(pair[1]).abs());
            prop_assert!(
                gains.iter().all(|&g| g > -rounding) || gains.iter().all(|&g| g < rounding),
                "{phi:?}, slope {slope}, between {pair:?}"
            );
        }
    }
}

#[test]
fn the_sigmoid_is_the_formula_of_the_course() {
    let phi = Sigmoid { r_max: 300.0, kappa: 0.3, i_half: 4.0 };
    for input in [-5.0, 0.0, 3.9, 4.0, 12.0] {
        let tanh = (0.3 * (input - 4.0_f64)).tanh();
        assert!((phi.rate(input) - 150.0 * (1.0 + tanh)).abs() < 1e-10);
        assert!((phi.derivative(input) - 45.0 * (1.0 - tanh * tanh)).abs() < 1e-10);
    }
    // Its inverse: I_half + atanh(2r/r_max − 1)/κ.
    assert!((phi.inverse(100.0).unwrap() - (4.0 + (-1.0_f64 / 3.0).atanh() / 0.3)).abs() < 1e-12);
}

#[test]
fn the_tails_keep_their_digits() {
    // Far below I_half the sigmoid is r_max e^(2κ(I − I_half)): 1 + tanh would have lost it all.
    let phi = Transfer::default();
    for input in [-90.0, -500.0] {
        let tail = 500.0 * (0.4 * (input - 10.0_f64)).exp();
        assert!((phi.rate(input) / tail - 1.0).abs() < 1e-12);
        assert!((phi.derivative(input) / (0.4 * tail) - 1.0).abs() < 1e-12);
        assert!((phi.inverse(tail).unwrap() / input - 1.0).abs() < 1e-12);
    }
    assert!((Transfer::from(Tanh::default()).rate(1e-200) / 1e-200 - 1.0).abs() < 1e-15);
}

#[test]
fn at_any_input_rates_lie_between_the_bounds() {
    for phi in all() {
        for input in [f64::MIN, -1e3, 0.0, 1e3, 1e100, f64::MAX] {
            let rate = phi.rate(input);
            assert!(rate >= phi.lowest() && rate <= phi.highest(), "{phi:?} at {input}: {rate}");
            assert!(phi.derivative(input) >= 0.0);
        }
    }
}

#[test]
fn the_function_of_wilson_and_cowan_starts_from_zero() {
    for theta in [0.0, 1.0, 4.0] {
        assert_eq!(LogisticFromZero { slope: 1.3, theta }.rate(0.0), 0.0);
    }
    assert!((Transfer::from(LogisticFromZero::default()).highest() - 0.994_513_7).abs() < 1e-7);
}

#[test]
fn the_straight_line_has_the_sigmoids_slope_at_half_of_its_maximum() {
    let (curved, straight) = (Transfer::default(), Transfer::from(ThresholdLinear::default()));
    assert_eq!(curved.rate(10.0), straight.rate(10.0));
    assert_eq!(curved.derivative(10.0), straight.derivative(10.0));
    assert_eq!((straight.lowest(), straight.highest()), (0.0, 500.0));
}

#[test]
fn parameters_out_of_range_are_refused() {
    for (phi, said) in [
        (Transfer::from(Sigmoid { r_max: 0.0, ..Default::default() }), "r_max must be finite and > 0 Hz, received 0"),
        (Sigmoid { kappa: f64::NAN, ..Default::default() }.into(), "kappa must be finite and > 0 /nA, received NaN"),
        (
            ThresholdLinear { i_max: 5.0, ..Default::default() }.into(),
            "i_max must be finite and > i_thresh (5 nA), received 5",
        ),
        (PowerLaw { exponent: -1.0, ..Default::default() }.into(), "exponent must be finite and > 0, received -1"),
        (LogisticFromZero { theta: -1.0, slope: 1.0 }.into(), "theta must be finite and >= 0, received -1"),
        (Tanh { gain: f64::INFINITY }.into(), "gain must be finite and > 0, received inf"),
        (Logistic { slope: -2.0, ..Default::default() }.into(), "slope must be finite and > 0 /nA, received -2"),
    ] {
        assert_eq!(phi.check().unwrap_err().to_string(), said);
    }
}
