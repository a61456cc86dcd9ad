//! Comparison of an answer that is an `Option` with the one expected.

use super::case::{Case, Inputs, Mistake, about, quantity};

/// What to say where the answer is of the wrong kind.
pub(crate) struct Kinds {
    /// A number was given where there is none.
    pub(crate) absent: String,
    /// `None` was given where there is a number.
    pub(crate) present: String,
}

/// Nothing to say if both are `None` or the numbers agree to a few parts in a million, else the whole message.
/// `mistakes` are asked for only where there are two numbers to compare.
pub(crate) fn judge_option(
    function: &str,
    inputs: Inputs,
    (expected, received): (Option<f64>, Option<f64>),
    unit: &'static str,
    mistakes: impl FnOnce() -> Vec<Mistake>,
    kinds: Kinds,
) -> Result<(), String> {
    match (expected, received) {
        (None, None) => Ok(()),
        (Some(expected), Some(received)) => Case::formula(inputs, expected, received, unit, mistakes()).judge(function),
        (None, Some(received)) => {
            let received = format!("`Some({received:?})`");
            Err(about(function, &inputs, "`None`", &received, &kinds.absent))
        }
        (Some(expected), None) => {
            let expected = format!("`Some(…)`, {}", quantity(expected, unit));
            Err(about(function, &inputs, &expected, "`None`", &kinds.present))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judge(expected: Option<f64>, received: Option<f64>) -> Result<(), String> {
        let inputs = Inputs::new().number("t", 3.0, "ms");
        let mistakes = || vec![Mistake::new(7.0, "seven", "sept")];
        let kinds = Kinds { absent: "nothing there".into(), present: "something there".into() };
        judge_option("f", inputs, (expected, received), "mV", mistakes, kinds)
    }

    #[test]
    fn the_same_answer_passes() {
        assert_eq!(judge(None, None), Ok(()));
        assert_eq!(judge(Some(5.0), Some(5.0 + 1e-9)), Ok(()));
    }

    #[test]
    fn a_wrong_kind_and_a_wrong_number_are_told_apart() {
        for (expected, received, parts) in [
            (None, Some(1.5), ["`None`", "`Some(1.5)`", "nothing there"]),
            (Some(5.0), None, ["5 mV", "`None`", "something there"]),
            (Some(5.0), Some(7.0), ["5 mV", "7 mV", "seven"]),
            (Some(5.0), Some(f64::NAN), ["5 mV", "NaN mV", "NaN is"]),
        ] {
            let message = judge(expected, received).unwrap_err();
            for part in parts {
                assert!(message.contains(part), "{part} is missing in {message}");
            }
        }
    }

    #[test]
    fn mistakes_are_not_asked_for_where_there_is_no_number() {
        let kinds = Kinds { absent: String::new(), present: String::new() };
        let mistakes = || unreachable!("there is nothing to compare");
        let judged = judge_option("f", Inputs::new(), (None, Some(1.0)), "", mistakes, kinds);
        assert!(judged.is_err());
    }
}
