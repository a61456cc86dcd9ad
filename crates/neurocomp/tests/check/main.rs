//! The checks of all tutorials: the right answer passes, plausible wrong answers fail, and the mistake is named.
//!
//! One program for all of them, because each that is linked holds the whole library.

use neurocomp::check::Verdict;

mod first_steps;
mod hopfield;
mod lif;
mod membrane;
mod perceptron;
mod spikes;

/// A failure whose message holds all of these words.
#[track_caller]
fn names(verdict: Verdict, words: &[&str]) {
    assert!(!verdict.passed, "passed: {}", verdict.message);
    for word in words {
        assert!(verdict.message.contains(word), "{word:?} is missing in: {}", verdict.message);
    }
}

/// The right answer.
#[track_caller]
fn passes(verdict: Verdict) {
    assert!(verdict.passed, "{verdict}");
}
