//! The language in which the kernel speaks to the student.

use std::path::PathBuf;

/// Names the file in which `neurocomp::language::language("fr")` notes the reader's choice.
pub const LANGUAGE_FILE: &str = "NEUROCOMP_LANGUAGE_FILE";

/// One sentence in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text<T = &'static str> {
    /// The English sentence.
    pub en: T,
    /// The French sentence.
    pub fr: T,
}

impl<T> Text<T> {
    /// The sentence in the reader's language: what the notebook chose, otherwise what the machine is set to.
    pub fn get(self) -> T {
        if is_french() { self.fr } else { self.en }
    }
}

fn is_french() -> bool {
    let chosen = std::env::var_os(LANGUAGE_FILE).and_then(|file| std::fs::read_to_string(PathBuf::from(file)).ok());
    let language = chosen.or_else(|| std::env::var("LC_ALL").ok()).or_else(|| std::env::var("LANG").ok());
    language.is_some_and(|code| code.starts_with("fr"))
}
