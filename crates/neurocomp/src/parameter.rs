//! What every model asks of its parameters, and how it says no.
//!
//! A time constant is positive, an injected current is finite, a probability lies between 0 and 1. All models say so in
//! the same words: the parameter's name in the code, the range allowed with its unit, and the value received.
//!
//! ```
//! use neurocomp::neuron::lif::{Lif, LifParams};
//!
//! let error = Lif::new(LifParams { tau_m: -3.0, ..Default::default() }).unwrap_err();
//! assert_eq!(error.to_string(), "tau_m must be finite and > 0 ms, received -3");
//! ```

use crate::error::{Error, Result, number};

/// The values that a parameter may have; none may be infinite or NaN.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Allowed {
    /// Any number.
    Finite,
    /// > 0.
    Positive,
    /// ≥ 0.
    NotNegative,
    /// From the first to the second, both included.
    Between(f64, f64),
    /// Less than another parameter, whose name and value follow.
    Below(&'static str, f64),
    /// More than another parameter, whose name and value follow.
    Above(&'static str, f64),
}

impl Allowed {
    /// Whether the number is allowed. NaN never is.
    pub fn includes(self, value: f64) -> bool {
        value.is_finite()
            && match self {
                Allowed::Finite => true,
                Allowed::Positive => value > 0.0,
                Allowed::NotNegative => value >= 0.0,
                Allowed::Between(low, high) => value >= low && value <= high,
                Allowed::Below(_, limit) => value < limit,
                Allowed::Above(_, limit) => value > limit,
            }
    }

    pub(crate) fn in_words(self, and: &str, to: &str, unit: &str) -> String {
        let gap = if unit.is_empty() { "" } else { " " };
        match self {
            Allowed::Finite if unit.is_empty() => String::new(),
            Allowed::Finite => format!(" ({unit})"),
            Allowed::Positive => format!(" {and} > 0{gap}{unit}"),
            Allowed::NotNegative => format!(" {and} >= 0{gap}{unit}"),
            Allowed::Between(low, high) => {
                format!(" {and} {} {to} {}{gap}{unit}", number(low), number(high))
            }
            Allowed::Below(other, limit) => format!(" {and} < {other} ({}{gap}{unit})", number(limit)),
            Allowed::Above(other, limit) => format!(" {and} > {other} ({}{gap}{unit})", number(limit)),
        }
    }

    /// The value, if it is allowed.
    pub(crate) fn check(self, name: &str, unit: &'static str, value: f64) -> Result<f64> {
        if self.includes(value) {
            return Ok(value);
        }
        Err(Error::out_of_range(name, unit, self, value))
    }

    /// Checks each of many values; the error names the index of the first that is not allowed.
    pub(crate) fn check_all<'a>(
        self,
        name: &str,
        unit: &'static str,
        values: impl IntoIterator<Item = &'a f64>,
    ) -> Result<()> {
        for (index, &value) in values.into_iter().enumerate() {
            if !self.includes(value) {
                self.check(&format!("{name}[{index}]"), unit, value)?;
            }
        }
        Ok(())
    }

    /// At least one value, and all of them allowed.
    pub(crate) fn check_list<'a>(
        self,
        name: &str,
        unit: &'static str,
        values: impl IntoIterator<Item = &'a f64>,
    ) -> Result<()> {
        let mut values = values.into_iter().peekable();
        if values.peek().is_none() {
            return Err(Error::empty(name));
        }
        self.check_all(name, unit, values)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_message_names_range_and_value() {
        for (allowed, unit, value, said) in [
            (Allowed::Finite, "nA", f64::NAN, "x must be finite (nA), received NaN"),
            (Allowed::Finite, "", f64::INFINITY, "x must be finite, received inf"),
            (Allowed::Positive, "ms", 0.0, "x must be finite and > 0 ms, received 0"),
            (Allowed::NotNegative, "", -0.5, "x must be finite and >= 0, received -0.5"),
            (Allowed::Between(0.0, 1.0), "", 2.0, "x must be finite and 0 to 1, received 2"),
            (Allowed::Below("v_thresh", 20.0), "mV", 25.0, "x must be finite and < v_thresh (20 mV), received 25"),
        ] {
            assert_eq!(allowed.check("x", unit, value).unwrap_err().to_string(), said);
        }
    }

    #[test]
    fn nan_is_never_allowed_and_bounds_are() {
        for allowed in [
            Allowed::Finite,
            Allowed::Positive,
            Allowed::NotNegative,
            Allowed::Between(0.0, 1.0),
            Allowed::Below("y", 1.0),
            Allowed::Above("y", 1.0),
        ] {
            assert!(!allowed.includes(f64::NAN) && !allowed.includes(f64::INFINITY));
        }
        assert!(Allowed::Between(0.0, 1.0).includes(0.0) && Allowed::NotNegative.includes(0.0));
        assert!(!Allowed::Below("y", 1.0).includes(1.0) && !Allowed::Above("y", 1.0).includes(1.0));
    }

    #[test]
    fn one_of_many_is_named_by_its_index() {
        let error = Allowed::Positive.check_all("rates", "Hz", &[1.0, 0.0]).unwrap_err();
        assert_eq!(error.to_string(), "rates[1] must be finite and > 0 Hz, received 0");
    }
}
