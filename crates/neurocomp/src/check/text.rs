//! Comparison of an answer that is not a number (a text, a truth value, an `Option`) with the one expected.

use super::case::{Inputs, about};
use super::say;

/// The answer that a known mistake gives, written as Rust shows it, and what to say about it.
pub(crate) struct TextMistake {
    pub(crate) answer: String,
    pub(crate) cause: String,
}

impl TextMistake {
    pub(crate) fn new(answer: impl Into<String>, english: &str, french: &str) -> TextMistake {
        TextMistake { answer: answer.into(), cause: say(english, french) }
    }
}

/// Nothing to say if both answers, written as Rust shows them, are the same, else the whole message.
pub(crate) fn judge_text(
    function: &str,
    inputs: &Inputs,
    expected: &str,
    received: &str,
    mistakes: &[TextMistake],
) -> Result<(), String> {
    if expected == received {
        return Ok(());
    }
    let known = mistakes.iter().find(|m| m.answer == received);
    let cause = known.map_or_else(
        || {
            say(
                "Follow your code line by line, on paper, with these inputs.",
                "Suivez votre code ligne à ligne, sur le papier, avec ces valeurs.",
            )
        },
        |m| m.cause.clone(),
    );
    let code = |answer: &str| format!("`{answer}`");
    Err(about(function, inputs, &code(expected), &code(received), &cause))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judge(received: &str) -> Result<(), String> {
        let mistakes = [TextMistake::new("\"IIII\"", "four", "quatre")];
        let inputs = Inputs::new().code("n", "4");
        judge_text("to_roman", &inputs, "\"IV\"", received, &mistakes)
    }

    #[test]
    fn the_same_answer_passes() {
        assert_eq!(judge("\"IV\""), Ok(()));
    }

    #[test]
    fn a_known_mistake_is_named_and_another_one_gets_advice() {
        let message = judge("\"IIII\"").unwrap_err();
        for part in ["`\"IV\"`", "`\"IIII\"`", "four", "to_roman(4)"] {
            assert!(message.contains(part), "{part} is missing in {message}");
        }
        assert!(judge("\"\"").unwrap_err().contains("line by line"));
    }
}
