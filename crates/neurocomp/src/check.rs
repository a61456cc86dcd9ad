//! Checks: is what I wrote right, and if not, why?
//!
//! Each exercise of a tutorial is a function to fill in, followed by a cell that hands this function to a check. The
//! check calls it with parameters that the student has not seen (a membrane time constant that is not 1, a resistance
//! that is not 1, several seeds), compares the answers with this library's, and returns a [`Verdict`]:
//!
//! - which case failed, its inputs with their units, and a line of Rust that repeats it;
//! - what was expected and what was received;
//! - where the wrong value is the one that a known mistake gives (a forgotten resistance, kHz for Hz, a noise that
//!   scales with dt instead of √dt, …), that mistake by its name.
//!
//! | module | tutorial |
//! | --- | --- |
//! | [`first_steps`] | TD1, first steps in Rust |
//! | [`spikes`] | TD2, from membrane to spike trains |
//! | [`lif`] | TD3, the leaky integrate-and-fire neuron |
//! | [`rate`] | TD4, rate models |
//! | [`hopfield`] | TD5, the Hopfield network |
//! | [`perceptron`] | TD6, the perceptron |
//! | [`membrane`] | membrane and cable |
//! | [`plasticity`] | plasticity and conditioning |
//!
//! Nothing here panics: NaN, an infinite number or an array of the wrong length is an answer like another, and a
//! wrong one. The only exception is the student's own panic: an exercise that still holds `todo!()` ends the cell, and
//! the kernel says that it is not done yet; of any other panic the check prints in which case it happened.
//!
//! ```
//! use neurocomp::check;
//! use neurocomp::neuron::lif::LifParams;
//!
//! // The leak has the wrong sign.
//! fn euler_step(p: LifParams, v: f64, current: f64, dt: f64) -> f64 {
//!     v + dt / p.tau_m * (v + p.resistance * current)
//! }
//!
//! let verdict = check::lif::euler_step(euler_step);
//! assert!(!verdict.passed);
//! assert!(verdict.message.contains("the leak is −V"));
//! ```

use std::fmt;

use crate::display;
use crate::language::choose;

mod answer;
mod argument;
mod exercise;
pub mod first_steps;
pub mod hopfield;
pub mod lif;
pub mod membrane;
pub mod perceptron;
pub mod plasticity;
pub mod rate;
pub mod spikes;

pub use exercise::Reviewed;

/// All exercises with everything that they can reply, for reviewers: tutorial by tutorial, in the course's order.
pub fn exercises() -> Vec<(&'static str, &'static [&'static dyn Reviewed])> {
    vec![
        ("first_steps", first_steps::EXERCISES),
        ("spikes", spikes::EXERCISES),
        ("lif", lif::EXERCISES),
        ("rate", rate::EXERCISES),
        ("hopfield", hopfield::EXERCISES),
        ("perceptron", perceptron::EXERCISES),
        ("membrane", membrane::EXERCISES),
        ("plasticity", plasticity::EXERCISES),
    ]
}

/// What a check found. As the last expression of a cell it shows itself.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "leave the verdict as the last expression of the cell, without a semicolon"]
pub struct Verdict {
    /// Whether every case came out right.
    pub passed: bool,
    /// What to tell the student, in the language chosen with [`crate::language::language`]; lines end with `\n`.
    pub message: String,
}

impl Verdict {
    pub(crate) fn pass(message: String) -> Verdict {
        Verdict { passed: true, message }
    }

    pub(crate) fn fail(message: String) -> Verdict {
        Verdict { passed: false, message }
    }

    /// The heading: a sign and words, so that nobody has to rely on a colour.
    fn heading(&self) -> String {
        if self.passed {
            say("✓ Right", "✓ C’est juste")
        } else {
            say("✗ Not right yet", "✗ Pas encore juste")
        }
    }

    /// The verdict as one HTML element. Text and background are the page's own, so that it reads in light and in dark
    /// themes; `data-check` says the outcome to programs.
    pub fn to_html(&self) -> String {
        let (outcome, colour) = if self.passed { ("passed", "#009E73") } else { ("failed", "#D55E00") };
        let body: Vec<String> = self.message.trim_end().lines().map(html_line).collect();
        format!(
            "<div role=\"status\" data-check=\"{outcome}\" style=\"border-left: 0.4em solid {colour}; \
             padding: 0.3em 0.9em; margin: 0.3em 0; overflow-wrap: anywhere;\"><strong>{}</strong><br>{}</div>",
            self.heading(),
            body.join("<br>")
        )
    }

    /// For graders: writes the verdict to stdout if it passed, otherwise to stderr, which costs the point in nbgrader.
    pub fn graded(self) {
        if self.passed {
            println!("{self}");
        } else {
            eprintln!("{self}");
        }
    }

    /// Shows the verdict in a notebook (evcxr calls this for the last expression of a cell).
    pub fn evcxr_display(&self) {
        display::value(&self.to_html(), self);
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n{}", self.heading(), self.message.trim_end())
    }
}

/// The sentence in the student's language.
pub(crate) fn say(english: impl Into<String>, french: impl Into<String>) -> String {
    choose(english.into(), unbroken(&french.into()))
}

/// French puts a space before ; : ? ! and inside « », at which no line may break.
fn unbroken(french: &str) -> String {
    let mut text = french.replace("« ", "«\u{a0}");
    for sign in [";", ":", "?", "!", "»"] {
        text = text.replace(&format!(" {sign}"), &format!("\u{a0}{sign}"));
    }
    text
}

/// One line of a message as HTML: special characters escaped, `code` between backquotes set as code.
pub(crate) fn html_line(line: &str) -> String {
    let escaped = line.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let pieces: Vec<&str> = escaped.split('`').collect();
    // A backquote without a partner stays as it is.
    if pieces.len().is_multiple_of(2) {
        return escaped;
    }
    let mut html = String::new();
    for (k, piece) in pieces.iter().enumerate() {
        if k % 2 == 1 {
            html += &format!("<code>{piece}</code>");
        } else {
            html += piece;
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_escapes_what_a_browser_would_take_for_tags() {
        let verdict = Verdict::fail("`Option<f64>` & 1 < 2".into());
        let html = verdict.to_html();
        assert!(html.contains("<code>Option&lt;f64&gt;</code> &amp; 1 &lt; 2"));
        assert!(html.contains("✗") && html.contains("data-check=\"failed\""));
    }

    #[test]
    fn french_punctuation_stays_with_its_word() {
        assert_eq!(unbroken("Reçu : « 3 » ; vu ?"), "Reçu\u{a0}: «\u{a0}3\u{a0}»\u{a0}; vu\u{a0}?");
    }

    #[test]
    fn a_lonely_backquote_does_not_swallow_the_line() {
        assert_eq!(html_line("a ` b"), "a ` b");
    }

    #[test]
    fn success_and_failure_differ_without_colour() {
        let right = Verdict::pass(String::new()).to_string();
        let wrong = Verdict::fail(String::new()).to_string();
        assert!(right.starts_with('✓') && wrong.starts_with('✗'));
    }
}
