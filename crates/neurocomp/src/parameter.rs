//! What every model asks of its parameters, and how it says no.
//!
//! A time constant is positive, an injected current is finite, a probability lies between 0 and 1. All models say so in
//! the same words: the parameter's name in the code, the range allowed with its unit, and the value received.
//!
//! ```
//! use neurocomp::parameter::{Allowed, ParameterError};
//!
//! let error = ParameterError { name: "tau_m".into(), unit: "ms", allowed: Allowed::Positive, received: -3.0 };
//! assert_eq!(error.to_string(), "tau_m must be finite and > 0 ms, received -3");
//! ```

use crate::language::{choose, debug_as_display};

/// A parameter out of its range.
#[derive(Clone, PartialEq, thiserror::Error)]
#[error("{}", choose(
    format!("{name} must be finite{}, received {received}", allowed.in_words("and", "to", unit)),
    format!("{name} doit être fini{}, reçu {received}", allowed.in_words("et", "à", unit)),
))]
pub struct ParameterError {
    /// Its name in the code, with the index if it is one of many.
    pub name: String,
    /// Its unit; empty for a number without one.
    pub unit: &'static str,
    /// The values allowed.
    pub allowed: Allowed,
    /// The value received.
    pub received: f64,
}

debug_as_display!(ParameterError);

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

    fn in_words(self, and: &str, to: &str, unit: &str) -> String {
        let gap = if unit.is_empty() { "" } else { " " };
        match self {
            Allowed::Finite if unit.is_empty() => String::new(),
            Allowed::Finite => format!(" ({unit})"),
            Allowed::Positive => format!(" {and} > 0{gap}{unit}"),
            Allowed::NotNegative => format!(" {and} >= 0{gap}{unit}"),
            Allowed::Between(low, high) => format!(" {and} {low} {to} {high}{gap}{unit}"),
            Allowed::Below(other, limit) => format!(" {and} < {other} ({limit}{gap}{unit})"),
            Allowed::Above(other, limit) => format!(" {and} > {other} ({limit}{gap}{unit})"),
        }
    }

    /// The value, if it is allowed.
    pub(crate) fn check(self, name: &str, unit: &'static str, value: f64) -> Result<f64, ParameterError> {
        if self.includes(value) {
            return Ok(value);
        }
        Err(ParameterError { name: name.to_owned(), unit, allowed: self, received: value })
    }

    /// Checks each of many values; the error names the index of the first that is not allowed.
    pub(crate) fn check_all<'a>(
        self,
        name: &str,
        unit: &'static str,
        values: impl IntoIterator<Item = &'a f64>,
    ) -> Result<(), ParameterError> {
        for (index, &value) in values.into_iter().enumerate() {
            if !self.includes(value) {
                self.check(&format!("{name}[{index}]"), unit, value)?;
            }
        }
        Ok(())
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
        assert_eq!(error.name, "rates[1]");
    }
}
