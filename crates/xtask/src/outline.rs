//! Outlines: the source of a crate without the bodies of its functions, for rust-analyzer.
//!
//! The kernel uses rust-analyzer to find the types of a cell's variables and to complete names. It needs the
//! definitions of everything that a cell can reach, but neither the bodies of functions nor tests; without them it
//! needs much less memory and starts sooner. Private functions are left out altogether, as are attributes that tell it
//! nothing.

mod finder;

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use proc_macro2::TokenStream;

use finder::Wanted;

/// How much of the documentation stays in an outline.
#[derive(Clone, Copy, PartialEq)]
pub enum Docs {
    /// All of it: what Shift-Tab shows.
    Whole,
    /// Up to the first heading, such as `# Examples`.
    Summary,
    /// A summary, and no attributes that macros were called with: there they tell how stable something is, elsewhere
    /// they may be needed.
    Std,
}

/// Attributes of the standard library, on one line, that neither inference nor completion reads.
const SILENT_ATTRIBUTES: [&str; 3] = ["#[doc = ", "#[doc(alias", "#[cfg_attr(not(test), rustc_diagnostic_item"];

/// In the file whose path ends so, items that begin so, and what is written in their place.
pub type Cut = (&'static str, &'static [(&'static str, &'static str)]);

/// What is left out besides bodies and what nobody can reach.
#[derive(Clone, Copy, Default)]
pub struct Without {
    /// Parts of files.
    pub cuts: &'static [Cut],
    /// Folders and files of these names, without ending, that the crate does not use here or that no cell needs.
    pub modules: &'static [&'static str],
}

/// Writes the outlines of all Rust files below `from` to the same places below `to`.
pub fn write_tree(from: &Path, to: &Path, docs: Docs, without: Without) -> Result<()> {
    let mut imported = HashSet::new();
    let files = read_tree(from, without.modules)?;
    for (_, source) in &files {
        add_imported(source, &mut imported);
    }
    for (path, source) in files {
        let cuts = without.cuts.iter().filter(|(file, _)| path.ends_with(file));
        let cuts: Vec<_> = cuts.flat_map(|(_, items)| items.iter().copied()).collect();
        let copy = to.join(path.strip_prefix(from)?);
        fs::create_dir_all(copy.parent().unwrap_or(to))?;
        fs::write(&copy, outline(&source, docs, &cuts, &imported))
            .with_context(|| format!("writing {}", copy.display()))?;
    }
    Ok(())
}

/// The files that are outlined, with their content. One that is not UTF-8 is left out.
fn read_tree(folder: &Path, without: &[&str]) -> Result<Vec<(PathBuf, String)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if without.contains(&name.trim_end_matches(".rs")) {
            continue;
        }
        if path.is_dir() {
            if !is_left_out(&name) {
                files.extend(read_tree(&path, without)?);
            }
        } else if (name.ends_with(".rs") || name.ends_with(".md"))
            && let Ok(source) = fs::read_to_string(&path)
        {
            files.push((path, source));
        }
    }
    Ok(files)
}

/// Adds the names that a source imports from elsewhere.
fn add_imported(source: &str, names: &mut HashSet<String>) {
    let is_name = |character: char| character.is_alphanumeric() || character == '_';
    for (start, _) in source.match_indices("use ") {
        let import = source[start + 4..].split(';').next().unwrap_or_default();
        // Not the word in a sentence.
        if import.contains("::") && import.len() < 5000 {
            names.extend(import.split(|character| !is_name(character)).map(str::to_owned));
        }
    }
}

fn is_left_out(folder: &str) -> bool {
    ["tests", "benches", "examples", "target", ".git"].contains(&folder)
}

/// The source without the bodies of functions, the content of test modules, plain comments and, if so wanted, the
/// longer part of the documentation.
fn outline(source: &str, docs: Docs, cuts: &[(&'static str, &'static str)], imported: &HashSet<String>) -> String {
    let source = without_comments(source, docs);
    let Ok(tokens) = source.parse::<TokenStream>() else {
        return source;
    };
    let mut text = String::with_capacity(source.len());
    let mut position = 0;
    let wanted = Wanted { source: &source, cuts, imported, given_attributes: docs == Docs::Std };
    for (range, replacement) in wanted.find(tokens) {
        text.push_str(&source[position..range.start]);
        text.push_str(replacement);
        position = range.end;
    }
    text + &source[position..]
}

fn without_comments(source: &str, docs: Docs) -> String {
    let mut text = String::with_capacity(source.len());
    let mut skipping = false;
    for line in source.lines() {
        let trimmed = line.trim_start();
        let doc = ["///", "//!"].iter().find_map(|mark| trimmed.strip_prefix(mark));
        match doc {
            Some(words) => {
                skipping |= docs != Docs::Whole && words.trim_start().starts_with("# ");
                if skipping {
                    continue;
                }
            }
            None => {
                skipping = false;
                let is_silent = docs == Docs::Std
                    && trimmed.ends_with(']')
                    && SILENT_ATTRIBUTES.iter().any(|attribute| trimmed.starts_with(attribute));
                if trimmed.starts_with("//") || trimmed.is_empty() || is_silent {
                    continue;
                }
            }
        }
        text.push_str(line);
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outline(source: &str, docs: Docs) -> String {
        super::outline(source, docs, &[], &HashSet::new())
    }

    #[test]
    fn bodies_go_and_signatures_stay() {
        let source = "pub const fn area(r: f64) -> f64 { 3.0 * r * r }\nstruct Point { f: fn(u8) -> u8 }\n\
                      impl Point { pub fn new() -> Self { todo!() } const N: usize = { 3 }; }\n";
        let expected = "pub const fn area(r: f64) -> f64 {loop{}}\nstruct Point { f: fn(u8) -> u8 }\n\
                        impl Point { pub fn new() -> Self {loop{}} const N: usize = { 3 }; }\n";
        assert_eq!(outline(source, Docs::Whole), expected);
    }

    #[test]
    fn an_impl_for_a_function_type_is_no_function() {
        let source = "impl<R> Call for fn(u8) -> R { fn call(&self) -> R { self(1) } }\n";
        assert_eq!(outline(source, Docs::Whole), "impl<R> Call for fn(u8) -> R { fn call(&self) -> R {loop{}} }\n");
    }

    #[test]
    fn a_macro_s_arguments_stay_and_tests_go() {
        let source = "make! { fn x() { 2 } }\n#[cfg(test)]\nmod tests { fn t() {} }\nmod real { pub fn r() { 3 } }\n";
        let outlined = outline(source, Docs::Whole);
        assert!(outlined.contains("fn x() { 2 }"), "{outlined}");
        assert!(outlined.contains("mod tests {}") && outlined.contains("fn r() {loop{}}"), "{outlined}");
    }

    #[test]
    fn what_macros_make_has_no_bodies_either() {
        for (open, close) in [('{', '}'), ('(', ')')] {
            let end = if open == '(' { ";" } else { "" };
            let source = |body: &str| {
                format!(
                    "macro_rules! int {open}\n($($T:ty)*) => ($(\nimpl Half for $T {{ fn half(self) -> $T {body} }}\n\
                     fn $T() {body}\n)*);\n{close}{end}\n"
                )
            };
            assert_eq!(outline(&source("{ self / 2 }"), Docs::Whole), source("{loop{}}"));
        }
        let named = "macro_rules! make { ($f:ident) => { fn ${concat($f, _small)}() {} } }\n";
        assert!(outline(named, Docs::Whole).contains("${concat($f, _small)}"));
    }

    #[test]
    fn private_functions_go_unless_they_are_imported() {
        let source = "/// Told.\n#[inline]\nfn gone() {}\npub(crate) fn shared() {}\nfn used() {}\npub fn shown() {}\n\
                      impl A { fn inner(&self) {} pub fn open(&self) {} }\nimpl B for A { fn needed(&self) {} }\n";
        let mut imported = HashSet::new();
        add_imported("pub(super) use super::{shared, used as other};", &mut imported);
        let outlined = super::outline(source, Docs::Whole, &[], &imported);
        for gone in ["gone", "Told", "inner"] {
            assert!(!outlined.contains(gone), "{outlined}");
        }
        for stays in ["shared", "used", "shown", "open", "needed"] {
            assert!(outlined.contains(&format!("fn {stays}(")), "{outlined}");
        }
    }

    #[test]
    fn attributes_and_tables_that_tell_nothing_go() {
        let table = "1, ".repeat(200);
        let source = format!(
            "#![allow(unused)]\n#[must_use = \"really\"]\n#[derive(Clone)]\npub struct A;\n\
             #[lang = \"half\"] #[inline] fn half() {{}}\npub static T: [u8; 200] = [{table}];\npub const C: [u8; 1] = [1];\n"
        );
        assert_eq!(
            outline(&source, Docs::Whole),
            "\n\n#[derive(Clone)]\npub struct A;\n#[lang = \"half\"]  fn half() {loop{}}\n\
             pub static T: [u8; 200] = [];\npub const C: [u8; 1] = [1];\n"
        );
    }

    #[test]
    fn what_is_cut_is_replaced() {
        let source = "/// Rare.\nshifts!(u8 u16);\nshifts!(f64);\nmacro_rules! shifts { () => {} }\n";
        let cuts = [("shifts!(u8", "shifts!(u8);")];
        assert_eq!(
            super::outline(source, Docs::Whole, &cuts, &HashSet::new()),
            "shifts!(u8);\nshifts!(f64);\nmacro_rules! shifts { () => {} }\n"
        );
    }

    #[test]
    fn a_summary_ends_at_the_first_heading() {
        let source =
            "/// Adds.\n///\n/// # Examples\n/// 1 + 1\npub fn add() {}\n// plain\n/// Next.\npub fn next() {}\n";
        assert_eq!(
            outline(source, Docs::Summary),
            "/// Adds.\n///\npub fn add() {loop{}}\n/// Next.\npub fn next() {loop{}}\n"
        );
        assert!(outline(source, Docs::Whole).contains("# Examples"));
    }

    #[test]
    fn the_standard_library_s_macros_lose_given_attributes() {
        let source = "macro_rules! int {\n($T:ty, $s:meta, $(#[$a:meta])+) => {\n#[$s]\n$(#[$a])+\npub const fn abs(self) -> $T { self }\n};\n}\n";
        assert_eq!(
            outline(source, Docs::Std),
            "macro_rules! int {\n($T:ty, $s:meta, $(#[$a:meta])+) => {\n\n\npub const fn abs(self) -> $T {loop{}}\n};\n}\n"
        );
        assert!(outline(source, Docs::Whole).contains("#[$s]\n$(#[$a])+"));
    }

    #[test]
    fn what_cannot_be_read_is_kept() {
        assert_eq!(outline("fn broken( {\n", Docs::Whole), "fn broken( {\n");
    }
}
