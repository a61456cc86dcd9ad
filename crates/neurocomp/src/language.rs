//! The language in which the library speaks to you.
//!
//! Checks, errors, figures' summaries and progress lines all exist in English and in French. A notebook chooses once,
//! in its first cell; the choice holds for the whole process.
//!
//! | code | language |
//! | --- | --- |
//! | `"en"` | English, the language before any choice |
//! | `"fr"` | français |
//!
//! ```
//! use neurocomp::language::{self, Language};
//!
//! language::language("fr");
//! assert_eq!(language::current(), Language::French);
//!
//! // An unknown code is answered by the list of codes, in English.
//! language::language("de");
//! assert_eq!(language::current(), Language::English);
//! ```

use std::sync::atomic::{AtomicBool, Ordering};

static FRENCH: AtomicBool = AtomicBool::new(false);

/// Names the file in which the neurocomp kernel, a process of its own, reads the choice; it has messages too.
const NOTE: &str = "NEUROCOMP_LANGUAGE_FILE";

/// A language of the course.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English, code `"en"`.
    English,
    /// French, code `"fr"`.
    French,
}

/// Chooses the language of all messages: `"en"` or `"fr"`. Any other code prints the list of codes, and the language is
/// English.
pub fn language(code: &str) {
    let chosen = match code {
        "en" => Language::English,
        "fr" => Language::French,
        _ => {
            println!(
                "language: the code must be \"en\" (English) or \"fr\" (français), received {code:?}; using English."
            );
            println!(
                "langue : le code doit être \"en\" (English) ou \"fr\" (français), reçu {code:?} ; ce sera l’anglais."
            );
            Language::English
        }
    };
    FRENCH.store(chosen == Language::French, Ordering::Relaxed);
    note(chosen);
}

/// The language chosen last; English before any choice.
pub fn current() -> Language {
    if FRENCH.load(Ordering::Relaxed) { Language::French } else { Language::English }
}

/// Tells the kernel. Outside of it there is nobody to tell, and a file that cannot be written only leaves the kernel's
/// own few messages in the language of the machine: not worth an error in a student's first cell.
fn note(chosen: Language) {
    if let Some(file) = std::env::var_os(NOTE) {
        let code = match chosen {
            Language::English => "en",
            Language::French => "fr",
        };
        let _ = std::fs::write(file, code);
    }
}

/// One of two ways to say the same thing, whichever language is current.
pub(crate) fn choose<T>(english: T, french: T) -> T {
    match current() {
        Language::English => english,
        Language::French => french,
    }
}

/// Shows an error as its message where `Debug` is asked for, too: that is what a notebook prints when an error leaves a
/// cell through `?` or `unwrap`.
macro_rules! debug_as_display {
    ($error:ty) => {
        impl std::fmt::Debug for $error {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(self, f)
            }
        }
    };
}
pub(crate) use debug_as_display;
