//! One call of a student's function: its inputs, the answer expected, the answer received, and the answers that known
//! mistakes would have given.

use super::say;
use crate::neuron::lif::LifParams;

/// The inputs of a call, kept twice: with units for reading, as Rust for trying again.
#[derive(Clone, Debug, Default)]
pub(crate) struct Inputs {
    described: Vec<String>,
    arguments: Vec<String>,
}

impl Inputs {
    pub(crate) fn new() -> Inputs {
        Inputs::default()
    }

    /// A number with its unit.
    pub(crate) fn number(mut self, name: &str, value: f64, unit: &str) -> Inputs {
        self.described.push(format!("{name} = {value} {unit}").trim_end().into());
        self.arguments.push(format!("{value:?}"));
        self
    }

    /// A neuron, all five parameters.
    pub(crate) fn neuron(mut self, p: LifParams) -> Inputs {
        self.described.push(format!(
            "tau_m = {} ms, resistance = {} MΩ, v_thresh = {} mV, v_reset = {} mV, t_ref = {} ms",
            p.tau_m, p.resistance, p.v_thresh, p.v_reset, p.t_ref
        ));
        self.arguments.push(format!("{p:?}"));
        self
    }

    /// Anything else, given as it is written in Rust.
    pub(crate) fn code(mut self, name: &str, rust: &str) -> Inputs {
        self.described.push(format!("{name} = `{rust}`"));
        self.arguments.push(rust.into());
        self
    }

    /// A remark that is no argument of the call.
    pub(crate) fn note(mut self, remark: &str) -> Inputs {
        self.described.push(remark.into());
        self
    }

    pub(crate) fn described(&self) -> String {
        self.described.join(", ")
    }

    pub(crate) fn call(&self, function: &str) -> String {
        format!("{function}({})", self.arguments.join(", "))
    }
}

/// The value that a known mistake gives in this case, and what to say about it.
#[derive(Clone, Debug)]
pub(crate) struct Mistake {
    pub(crate) value: f64,
    pub(crate) cause: String,
}

impl Mistake {
    pub(crate) fn new(value: f64, english: &str, french: &str) -> Mistake {
        Mistake { value, cause: say(english, french) }
    }
}

/// One call and its two answers.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) inputs: Inputs,
    pub(crate) expected: f64,
    pub(crate) received: f64,
    pub(crate) unit: &'static str,
    /// Largest difference that still counts as right, in the unit of the answer.
    pub(crate) tolerance: f64,
    pub(crate) mistakes: Vec<Mistake>,
}

impl Case {
    /// A case whose answer is a closed formula: right to a few parts in a million, rounding apart.
    pub(crate) fn formula(
        inputs: Inputs,
        expected: f64,
        received: f64,
        unit: &'static str,
        mistakes: Vec<Mistake>,
    ) -> Case {
        Case { inputs, expected, received, unit, tolerance: 1e-6 * expected.abs() + 1e-9, mistakes }
    }

    /// Nothing to say if the answer is right, else the whole message.
    pub(crate) fn judge(&self, function: &str) -> Result<(), String> {
        if self.is(self.expected) {
            return Ok(());
        }
        let cause = self.cause().unwrap_or_else(|| {
            say(
                "Compare your formula with the equation above, term by term, with these numbers.",
                "Comparez votre formule à l’équation ci-dessus, terme à terme, avec ces nombres.",
            )
        });
        Err(about(
            function,
            &self.inputs,
            &quantity(self.expected, self.unit),
            &quantity(self.received, self.unit),
            &cause,
        ))
    }

    /// NaN equals nothing, so a NaN is never right.
    fn is(&self, value: f64) -> bool {
        (self.received - value).abs() <= self.tolerance
    }

    /// Whether the answer is the value of a known mistake. A wide tolerance of the right answer, as that of a count, must
    /// not blame a mistake whose value is much smaller.
    fn looks_like(&self, mistake: f64) -> bool {
        (self.received - mistake).abs() <= self.tolerance.min(0.05 * mistake.abs())
    }

    fn cause(&self) -> Option<String> {
        if !self.received.is_finite() {
            return Some(not_a_number(self.received));
        }
        let own = self.mistakes.iter().find(|m| self.looks_like(m.value));
        own.map(|m| m.cause.clone()).or_else(|| self.usual_cause())
    }

    /// Mistakes that can happen to any number.
    fn usual_cause(&self) -> Option<String> {
        let wrong = [
            Mistake::new(
                0.0,
                "you return 0. Is a part of the expression a division of whole numbers? In Rust `1 / 2` is 0, \
                 `1.0 / 2.0` is 0.5.",
                "vous renvoyez 0. Une partie de l’expression est-elle une division d’entiers ? En Rust, `1 / 2` vaut \
                 0 et `1.0 / 2.0` vaut 0,5.",
            ),
            Mistake::new(-self.expected, "the sign is the opposite of the right one.", "le signe est l’opposé du bon."),
            Mistake::new(
                1000.0 * self.expected,
                "a factor of 1000 too large: check the units (1 s = 1000 ms, 1 kHz = 1000 Hz).",
                "un facteur 1000 en trop : vérifiez les unités (1 s = 1000 ms, 1 kHz = 1000 Hz).",
            ),
            Mistake::new(
                self.expected / 1000.0,
                "1000 times too small: check the units (1 s = 1000 ms, 1 kHz = 1000 Hz).",
                "1000 fois trop petit : vérifiez les unités (1 s = 1000 ms, 1 kHz = 1000 Hz).",
            ),
        ];
        // A thousandth of the right value must not pass for 0.
        wrong
            .into_iter()
            .find(|m| (self.received - m.value).abs() <= self.tolerance.min(1e-6 * self.expected.abs()))
            .map(|m| m.cause)
    }
}

/// The message for a failed call: case, expected, received, likely cause, and how to look at it oneself.
pub(crate) fn about(function: &str, inputs: &Inputs, expected: &str, received: &str, cause: &str) -> String {
    let (described, call) = (inputs.described(), inputs.call(function));
    say(
        format!(
            "Case: {described}\nExpected: {expected}\nReceived: {received}\nLikely cause: {cause}\n\
             To see it yourself, in a new cell: `{call}`"
        ),
        format!(
            "Cas : {described}\nAttendu : {expected}\nReçu : {received}\nCause probable : {cause}\n\
             Pour le voir vous-même, dans une nouvelle cellule : `{call}`"
        ),
    )
}

/// A slice as it is written in Rust.
pub(crate) fn slice_code(values: &[f64]) -> String {
    format!("&{values:?}")
}

/// A borrowed array as it is written in Rust.
pub(crate) fn array_code<'a>(values: impl IntoIterator<Item = &'a f64>) -> String {
    format!("&array!{:?}", Vec::from_iter(values))
}

/// What to say about NaN and ±∞.
pub(crate) fn not_a_number(value: f64) -> String {
    if value.is_nan() {
        say(
            "NaN is “not a number”: 0/0, or the logarithm or the square root of a negative number. Which of these can \
             happen with the inputs above?",
            "NaN signifie « pas un nombre » : 0/0, ou le logarithme ou la racine carrée d’un nombre négatif. Lequel de \
             ces cas peut se produire avec les valeurs ci-dessus ?",
        )
    } else {
        say(
            "an infinite number: something is divided by zero, or an exponential has a large positive argument.",
            "un nombre infini : une division par zéro, ou une exponentielle dont l’argument est grand et positif.",
        )
    }
}

/// A number with its unit, to six significant digits.
pub(crate) fn quantity(value: f64, unit: &str) -> String {
    format!("{} {unit}", six_digits(value)).trim_end().into()
}

fn six_digits(value: f64) -> String {
    if !value.is_finite() || value == 0.0 {
        return format!("{value}");
    }
    let magnitude = value.abs().log10().floor() as i32;
    if !(-4..9).contains(&magnitude) {
        return format!("{value:.5e}");
    }
    let decimals = (5 - magnitude).max(0) as usize;
    let text = format!("{value:.decimals$}");
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').into() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case(expected: f64, received: f64) -> Case {
        Case::formula(
            Inputs::new().number("t", 3.0, "ms"),
            expected,
            received,
            "mV",
            vec![Mistake::new(7.0, "seven", "sept")],
        )
    }

    #[test]
    fn rounding_is_forgiven_and_a_thousandth_is_not() {
        assert!(case(5.0, 5.0 + 1e-7).judge("f").is_ok());
        assert!(case(5.0, 5.005).judge("f").is_err());
    }

    #[test]
    fn the_message_holds_inputs_with_units_both_answers_the_cause_and_the_call() {
        let message = case(5.0, 7.0).judge("f").unwrap_err();
        for part in ["t = 3 ms", "5 mV", "7 mV", "seven", "f(3.0)"] {
            assert!(message.contains(part), "{part} is missing in {message}");
        }
    }

    #[test]
    fn a_wide_tolerance_does_not_blame_a_small_mistake() {
        let mut count = case(90.0, 1.0);
        count.tolerance = 4.0;
        count.mistakes = vec![Mistake::new(0.09, "kilo", "kilo")];
        assert!(!count.judge("f").unwrap_err().contains("kilo"));
        count.received = 0.091;
        assert!(count.judge("f").unwrap_err().contains("kilo"));
    }

    #[test]
    fn nan_and_infinity_are_wrong_and_explained() {
        assert!(case(5.0, f64::NAN).judge("f").unwrap_err().contains("NaN is"));
        let infinite = case(5.0, f64::INFINITY).judge("f").unwrap_err();
        assert!(infinite.contains("divided by zero"));
    }

    #[test]
    fn usual_mistakes_are_recognised_by_their_value() {
        for (received, word) in [(0.0, "whole numbers"), (-5.0, "sign"), (5e3, "1000"), (5e-3, "1000")] {
            let message = case(5.0, received).judge("f").unwrap_err();
            assert!(message.contains(word), "{message}");
        }
    }

    #[test]
    fn numbers_are_short_and_keep_six_digits() {
        let shown: Vec<String> = [0.5, 1.0 / 3.0, 123456.789, -2e-7, 1000.0].map(six_digits).into();
        assert_eq!(shown, ["0.5", "0.333333", "123457", "-2.00000e-7", "1000"]);
    }
}
