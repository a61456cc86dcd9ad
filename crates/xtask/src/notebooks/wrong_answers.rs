//! Each check must have been tried on wrong answers.
//!
//! The library's page of all exercises, `tests/exercises/exercises.md`, lists for each check the mistakes that it recognises;
//! its test plays each of them as the student. `check::lif::euler_step` needs at least [`WRONG_ANSWERS`] of them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::lexer;
use super::source::{Cell, Kind};

/// How many wrong answers each check must refuse.
const WRONG_ANSWERS: usize = 3;

/// Checks that are called in these cells and were not tried on enough wrong answers.
pub fn problems(root: &Path, cells: &[Cell]) -> Result<Vec<String>> {
    let called = called(cells);
    if called.is_empty() {
        return Ok(Vec::new());
    }
    let path = root.join("crates/neurocomp/tests/exercises/exercises.md");
    let page = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let mut problems = Vec::new();
    for (module, name) in called {
        let found = wrong_answers(&page, &module, &name);
        if found < WRONG_ANSWERS {
            problems.push(format!(
                "check::{module}::{name} was tried on {found} wrong answers ({}), not {WRONG_ANSWERS}",
                path.display()
            ));
        }
    }
    Ok(problems)
}

/// Module and name of each check that is called.
fn called(cells: &[Cell]) -> BTreeSet<(String, String)> {
    let mut called = BTreeSet::new();
    for cell in cells.iter().filter(|cell| cell.kind == Kind::Code) {
        let tokens = lexer::tokens(&cell.text);
        for window in tokens.windows(8) {
            if let [check, a, b, module, c, d, name, open] = window
                && [check, a, b, c, d, open].map(String::as_str) == ["check", ":", ":", ":", ":", "("]
            {
                called.insert((module.clone(), name.clone()));
            }
        }
    }
    called
}

/// The numbered lines in the section of this check.
fn wrong_answers(page: &str, module: &str, name: &str) -> usize {
    let heading = format!("## {module}::{name}");
    let section = page.lines().skip_while(|line| *line != heading).skip(1).take_while(|line| !line.starts_with('#'));
    section.filter(|line| line.starts_with(|first: char| first.is_ascii_digit())).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notebooks::source;

    #[test]
    fn calls_of_checks_are_found_once_each() {
        let cells =
            source::parse("# T\n```rust\ncheck::lif::a(a)\n```\n```rust\ncheck::lif::a(b); check::rate::b(b)\n```\n");
        let called: Vec<_> = called(&cells.unwrap()).into_iter().collect();
        let pair = |a: &str, b: &str| (a.to_string(), b.to_string());
        assert_eq!(called, [pair("lif", "a"), pair("rate", "b")]);
    }

    #[test]
    fn mistakes_count_in_their_own_section_only() {
        let page = "# All\n\n## lif::a\n\n✓ right\n\n1. one\n   un\n2. two\n\n## lif::ab\n\n1. three\n";
        assert_eq!(["a", "ab", "b"].map(|name| wrong_answers(page, "lif", name)), [2, 1, 0]);
    }

    #[test]
    fn every_check_of_td3_has_them() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let sources = source::read(&root, &["td3".to_string()]).unwrap();
        let problems = problems(&root, &sources[0].cells).unwrap();
        assert_eq!(problems, Vec::<String>::new());
    }
}
