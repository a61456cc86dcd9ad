//! Functions whose newer version did not compile: the notebook shows other code than what runs.

use crate::cell::lexed::{Kind, pieces};
use crate::language::Text;
use std::collections::BTreeSet;

const KEPT: Text = Text {
    en: "is still the version that was there before this cell.",
    fr: "est toujours la version d'avant cette cellule.",
};
const USED: Text = Text {
    en: "is still the version before: the cell that changes it did not compile.",
    fr: "est toujours la version d'avant : la cellule qui la modifie n'a pas compilé.",
};

/// Which functions they are.
#[derive(Default)]
pub struct Stale(BTreeSet<String>);

impl Stale {
    /// After a cell that did not compile, `defined` being the names that there were before: what is to be said about it.
    pub fn did_not_compile<'a>(&mut self, cell: &str, defined: impl Iterator<Item = &'a str>) -> Option<String> {
        let functions = functions(cell);
        let kept: Vec<&str> = defined.filter(|name| functions.contains(*name)).collect();
        self.0.extend(kept.iter().map(|name| (*name).to_owned()));
        sentence(kept, KEPT)
    }

    /// What is to be said before a cell runs.
    pub fn used_by(&self, cell: &str) -> Option<String> {
        if self.0.is_empty() {
            return None;
        }
        let functions = functions(cell);
        let is_used = |name: &&str| !functions.contains(name) && words(cell).any(|word| word == *name);
        sentence(self.0.iter().map(String::as_str).filter(is_used).collect(), USED)
    }

    /// After a cell that compiled.
    pub fn compiled(&mut self, cell: &str) {
        if self.0.is_empty() {
            return;
        }
        let functions = functions(cell);
        self.0.retain(|name| !functions.contains(name.as_str()));
    }
}

fn sentence(mut names: Vec<&str>, text: Text) -> Option<String> {
    names.sort_unstable();
    let sentences: Vec<String> = names.iter().map(|name| format!("`{name}` {}", text.get())).collect();
    (!sentences.is_empty()).then(|| sentences.join("\n"))
}

/// The functions that a cell defines.
fn functions(cell: &str) -> BTreeSet<&str> {
    words(cell).zip(words(cell).skip(1)).filter(|(word, _)| *word == "fn").map(|(_, name)| name).collect()
}

fn words(cell: &str) -> impl Iterator<Item = &str> {
    pieces(cell).filter(|piece| piece.kind == Kind::Other).map(|piece| piece.text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RIGHT: &str = "fn fano(n: f64) -> f64 { n }";
    const WRONG: &str = "// fn cv\nfn fano(n: f64) -> f64 {\n    n + 1\n}";

    #[test]
    fn a_function_is_stale_from_a_version_that_fails_to_one_that_compiles() {
        let mut stale = Stale::default();
        stale.compiled(RIGHT);
        let kept = stale.did_not_compile(WRONG, ["fano", "cv"].into_iter()).unwrap();
        assert!(kept.contains("`fano`") && !kept.contains("cv"));
        assert!(stale.used_by("check::spikes::fano(fano)").unwrap().contains("`fano`"));
        assert_eq!(stale.used_by("check::spikes::cv(cv) // \"fano\""), None);
        assert_eq!(stale.used_by(RIGHT), None);
        stale.compiled(RIGHT);
        assert_eq!(stale.used_by("check::spikes::fano(fano)"), None);
    }

    #[test]
    fn a_function_that_was_never_there_is_not_stale() {
        let mut stale = Stale::default();
        assert_eq!(stale.did_not_compile(WRONG, ["cv"].into_iter()), None);
        assert_eq!(stale.used_by("fano(1.0)"), None);
    }
}
