//! Numbers as figures write them.

/// `value` with four significant digits and no superfluous zeros, for sentences and sliders.
pub(crate) fn short(value: f64) -> String {
    if !value.is_finite() {
        return value.to_string();
    }
    if value == 0.0 {
        return "0".into();
    }
    let power = value.abs().log10().floor() as i32;
    let trimmed = |text: String| match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.').to_string(),
        false => text,
    };
    if !(-4..6).contains(&power) {
        let lead = trimmed(format!("{:.3}", value / 10f64.powi(power)));
        return minus(&format!("{lead}·{}", decade(power)));
    }
    minus(&trimmed(format!("{value:.*}", (3 - power).max(0) as usize)))
}

/// `value` with as many decimals as a scale in steps of `step` needs.
pub(crate) fn number(value: f64, step: f64) -> String {
    if value == 0.0 || (value.abs() < 1e-9 * step) {
        return "0".into();
    }
    let scale = value.abs().max(step);
    if scale >= 1e6 || step < 1e-4 {
        let power = scale.log10().floor() as i32;
        let lead = value / 10f64.powi(power);
        let decimals = (power - step.log10().floor() as i32).clamp(0, 6) as usize;
        return minus(&format!("{lead:.decimals$}·{}", decade(power)));
    }
    let decimals = (-(step.log10() + 1e-9).floor()).clamp(0.0, 8.0) as usize;
    minus(&format!("{value:.decimals$}"))
}

/// Seven significant digits: more than any figure shows, and half the length of the full number.
pub(crate) fn rounded(value: f64) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return value;
    }
    let shift = 6 - value.abs().log10().floor() as i32;
    // Powers of ten are exact up to 10^22, so that the quotient is the nearest number to its short decimal form.
    match shift {
        0..=22 => (value * 10f64.powi(shift)).round() / 10f64.powi(shift),
        -22..0 => (value / 10f64.powi(-shift)).round() * 10f64.powi(-shift),
        _ => value,
    }
}

/// A power of ten.
pub(crate) fn decade(power: i32) -> String {
    match power {
        0..=3 => 10_i32.pow(power as u32).to_string(),
        -3..0 => format!("{:.*}", -power as usize, 10f64.powi(power)),
        _ => {
            let digits = power.to_string();
            let raised = digits.chars().map(|c| match c {
                '-' => '⁻',
                '1' => '¹',
                '2' => '²',
                '3' => '³',
                // ⁴ to ⁹ and ⁰ follow one another in Unicode, ¹²³ are older and elsewhere.
                _ => char::from_u32(0x2070 + c as u32 - '0' as u32).unwrap_or(c),
            });
            format!("10{}", raised.collect::<String>())
        }
    }
}

/// The minus sign of print, as wide as a digit.
fn minus(text: &str) -> String {
    text.replace('-', "−")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_of_ten_are_raised() {
        assert_eq!([decade(-12), decade(4), decade(15)], ["10⁻¹²", "10⁴", "10¹⁵"]);
        assert_eq!(number(2.5e7, 5e6), "2.5·10⁷");
    }

    #[test]
    fn numbers_are_short_and_lose_nothing_visible() {
        assert_eq!(rounded(20.123_456_789), 20.12346);
        assert_eq!(rounded(1.0 / 3.0).to_string(), "0.3333333");
        for value in [1e-9, 0.1, 19.999_999_99, 12_345_678.9, -3.3e15, 1e300] {
            assert!((rounded(value) - value).abs() <= 1e-6 * f64::abs(value), "{value}");
        }
        assert_eq!(short(-20.5), "−20.5");
        assert_eq!(short(1000.0), "1000");
        assert_eq!(short(0.1 + 0.2), "0.3");
        assert_eq!(short(-2.5e7), "−2.5·10⁷");
    }
}
