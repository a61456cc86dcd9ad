//! Each check must have been tried on wrong answers.
//!
//! For `check::lif::euler_step`, a test file of the library, `tests/check/lif/….rs`, has a module `euler_step` with at
//! least [`WRONG_ANSWERS`] calls of `names(verdict, …)`, each of which is a wrong answer that must fail with a message that
//! names the mistake.

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
    let mut problems = Vec::new();
    for (module, name) in called(cells) {
        let folder = root.join(format!("crates/neurocomp/tests/check/{module}"));
        let found = wrong_answers(&folder, &name)?;
        if found < WRONG_ANSWERS {
            problems.push(format!(
                "check::{module}::{name} refuses {found} wrong answers in mod {name} of tests/check/{module}, \
                 not {WRONG_ANSWERS}"
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

/// Calls of `names` within modules of this name, in all files of the folder.
fn wrong_answers(folder: &Path, module: &str) -> Result<usize> {
    let mut found = 0;
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let file = entry?.path();
        if file.extension().is_some_and(|e| e == "rs") {
            found += calls_in_module(&lexer::tokens(&fs::read_to_string(&file)?), module);
        }
    }
    Ok(found)
}

fn calls_in_module(tokens: &[String], module: &str) -> usize {
    let start = tokens.windows(3).position(|t| t[0] == "mod" && t[1] == module && t[2] == "{");
    let Some(start) = start else { return 0 };
    let mut depth = 0;
    let mut calls = 0;
    for pair in tokens[start + 2..].windows(2) {
        match pair[0].as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            "names" if pair[1] == "(" => calls += 1,
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    calls
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
    fn wrong_answers_count_in_their_own_module_only() {
        let file = "mod a { fn t() { names(x, &[\"}\"]); { names(y, z) } } }\nmod b { fn t() { names(x, y); } }";
        let tokens = lexer::tokens(file);
        assert_eq!(calls_in_module(&tokens, "a"), 2);
        assert_eq!(calls_in_module(&tokens, "b"), 1);
        assert_eq!(calls_in_module(&tokens, "c"), 0);
    }

    #[test]
    fn every_check_of_td3_has_them() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let sources = source::read(&root, &["td3".to_string()]).unwrap();
        let problems = problems(&root, &sources[0].cells).unwrap();
        assert_eq!(problems, Vec::<String>::new());
    }
}
