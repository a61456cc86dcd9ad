//! Checks of the companion on membrane and cable: the right answer passes, plausible wrong answers fail, and the mistake
//! is named.

use neurocomp::check::Verdict;

mod axon;
mod cable;
mod circuit;
mod gate;
mod rate;
mod spike;

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

#[track_caller]
fn passes(verdict: Verdict) {
    assert!(verdict.passed, "{verdict}");
}
