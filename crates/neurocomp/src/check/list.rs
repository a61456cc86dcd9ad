//! Comparison of a list of numbers with the list expected.

use super::case::{Inputs, about, not_a_number};
use super::say;

/// The list that a known mistake gives, and what to say about it.
pub(crate) struct ListMistake {
    pub(crate) values: Vec<f64>,
    pub(crate) cause: String,
}

impl ListMistake {
    pub(crate) fn new(values: Vec<f64>, english: &str, french: &str) -> ListMistake {
        ListMistake { values, cause: say(english, french) }
    }
}

/// Nothing to say if the lists agree to a few parts in a million, else the whole message.
pub(crate) fn judge_list(
    function: &str,
    inputs: &Inputs,
    expected: &[f64],
    received: &[f64],
    unit: &str,
    mistakes: &[ListMistake],
) -> Result<(), String> {
    if agree(expected, received) {
        return Ok(());
    }
    let known = mistakes.iter().find(|m| agree(&m.values, received));
    let cause = known.map_or_else(|| first_difference(expected, received), |m| m.cause.clone());
    Err(about(function, inputs, &described(expected, unit), &described(received, unit), &cause))
}

fn agree(a: &[f64], b: &[f64]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(&x, &y)| close(x, y))
}

fn close(expected: f64, received: f64) -> bool {
    (expected - received).abs() <= 1e-6 * expected.abs() + 1e-9
}

fn first_difference(expected: &[f64], received: &[f64]) -> String {
    if expected.len() != received.len() {
        let (n, m) = (expected.len(), received.len());
        return say(
            format!("the length should be {n}, it is {m}. Count by hand for this short case."),
            format!("la longueur devrait être {n}, elle est {m}. Comptez à la main pour ce cas court."),
        );
    }
    let k = (0..expected.len()).find(|&k| !close(expected[k], received[k])).unwrap_or(0);
    let (e, r) = (expected[k], received[k]);
    if !r.is_finite() {
        return not_a_number(r);
    }
    say(
        format!("the first entry that differs has the index {k} (counted from 0): {e} was expected, it is {r}."),
        format!(
            "le premier élément qui diffère a l’indice {k} (compté à partir de 0) : on attendait {e}, il vaut {r}."
        ),
    )
}

/// A list as the student would write it, with how many entries it has; long ones are cut.
fn described(values: &[f64], unit: &str) -> String {
    let shown: Vec<String> = values.iter().take(8).map(|x| format!("{x}")).collect();
    let more = if values.len() > 8 { ", …" } else { "" };
    let list = format!("[{}{more}] {unit}", shown.join(", "));
    let n = values.len();
    say(format!("{} (length {n})", list.trim_end()), format!("{} (longueur {n})", list.trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judge(received: &[f64]) -> Result<(), String> {
        let mistakes = [ListMistake::new(vec![-1.0, -2.0], "sign", "signe")];
        let inputs = Inputs::new().code("times", "&[0.0, 1.0, 3.0]");
        judge_list("intervals", &inputs, &[1.0, 2.0], received, "ms", &mistakes)
    }

    #[test]
    fn the_right_list_passes() {
        assert_eq!(judge(&[1.0, 2.0 + 1e-9]), Ok(()));
    }

    #[test]
    fn a_wrong_length_is_told_with_both_lengths() {
        let message = judge(&[1.0]).unwrap_err();
        assert!(message.contains("should be 2, it is 1"), "{message}");
    }

    #[test]
    fn the_first_wrong_entry_is_named_and_a_known_list_explained() {
        assert!(judge(&[1.0, 2.5]).unwrap_err().contains("index 1"));
        assert!(judge(&[-1.0, -2.0]).unwrap_err().contains("sign"));
        assert!(judge(&[f64::NAN, 2.0]).unwrap_err().contains("NaN is"));
    }

    #[test]
    fn an_empty_answer_is_a_wrong_length_not_a_panic() {
        assert!(judge(&[]).unwrap_err().contains("it is 0"));
    }
}
