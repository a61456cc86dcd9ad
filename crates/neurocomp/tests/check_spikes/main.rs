//! Checks of TD2: the right answer passes, plausible wrong answers fail, and the mistake is named.

use neurocomp::check::Verdict;

mod crossing;
mod equation;
mod excitable;
mod recording;
mod train;

/// A failure whose message holds all of these words.
#[track_caller]
fn names(verdict: Verdict, words: &[&str]) {
    assert!(!verdict.passed, "passed: {}", verdict.message);
    for word in words {
        assert!(
            verdict.message.contains(word),
            "{word:?} is missing in: {}",
            verdict.message
        );
    }
}
