//! Answers that are lists: a mistake is named if it explains the answers of all trials, not of one by chance.

use crate::check::list::{ListMistake, judge_list};
use crate::check::{Inputs, Verdict};

/// One call whose answer is a list, with the lists that known mistakes give; these stand in the same order in all
/// trials.
pub(super) struct Trial {
    pub(super) inputs: Inputs,
    pub(super) expected: Vec<f64>,
    pub(super) received: Vec<f64>,
    pub(super) mistakes: Vec<ListMistake>,
}

/// What is asked of the entries of a list.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Entries {
    /// +1 or −1.
    States,
    /// Any number.
    Numbers,
}

/// The verdict over all trials, with `lesson` if they are all right.
pub(super) fn judge(function: &str, mut trials: Vec<Trial>, entries: Entries, lesson: &str) -> Verdict {
    let known = explanation(&trials);
    let results = trials.iter_mut().map(|trial| {
        let mut mistakes = Vec::new();
        if let Some(k) = known {
            mistakes.push(trial.mistakes.swap_remove(k));
        } else if entries == Entries::States {
            mistakes.extend(not_a_state(&trial.received));
        }
        judge_list(function, &trial.inputs, &trial.expected, &trial.received, "", &mistakes)
    });
    Verdict::all_right(function, results, lesson)
}

/// The first mistake that gives the answer received in every trial.
fn explanation(trials: &[Trial]) -> Option<usize> {
    let count = trials.iter().map(|t| t.mistakes.len()).min()?;
    (0..count).find(|&k| trials.iter().all(|t| agree(&t.mistakes[k].values, &t.received)))
}

/// Something in the list that is no state of a unit, if it is finite.
fn not_a_state(received: &[f64]) -> Option<ListMistake> {
    let bad = received.iter().copied().find(|s| s.is_finite() && s.abs() != 1.0)?;
    Some(ListMistake::new(
        received.to_vec(),
        &format!("a unit is +1 or −1; {bad} is neither."),
        &format!("une unité vaut +1 ou −1 ; {bad} n’est ni l’un ni l’autre."),
    ))
}

fn agree(a: &[f64], b: &[f64]) -> bool {
    let close = |x: f64, y: f64| (x - y).abs() <= 1e-6 * x.abs() + 1e-9;
    a.len() == b.len() && a.iter().zip(b).all(|(&x, &y)| close(x, y))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trial(received: &[f64]) -> Trial {
        Trial {
            inputs: Inputs::new(),
            expected: vec![1.0, 1.0],
            received: received.to_vec(),
            mistakes: vec![ListMistake::new(vec![1.0, -1.0], "known", "connu")],
        }
    }

    #[test]
    fn a_mistake_must_explain_every_answer() {
        let verdict = |second: &[f64]| {
            let trials = vec![trial(&[1.0, -1.0]), trial(second)];
            judge("f", trials, Entries::States, "").message
        };
        assert!(verdict(&[1.0, -1.0]).contains("known"));
        assert!(!verdict(&[-1.0, 1.0]).contains("known"));
    }

    #[test]
    fn what_is_no_state_is_named() {
        let verdict = judge("f", vec![trial(&[1.0, 0.0])], Entries::States, "");
        assert!(verdict.message.contains("0 is neither"), "{verdict}");
        let nan = judge("f", vec![trial(&[1.0, f64::NAN])], Entries::States, "");
        assert!(nan.message.contains("NaN is"), "{nan}");
        let empty = judge("f", vec![trial(&[])], Entries::States, "");
        assert!(empty.message.contains("should be 2, it is 0"), "{empty}");
    }
}
