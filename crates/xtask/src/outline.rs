//! Outlines: the source of a crate without the bodies of its functions, for rust-analyzer.
//!
//! The kernel uses rust-analyzer to find the types of a cell's variables and to complete names. It needs the
//! definitions of everything that a cell can reach, but neither the bodies of functions nor tests; without them it
//! needs much less memory and starts sooner. What is left out is blanked, never rewritten, so that an outline is read like the
//! original.

use std::fs;
use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result};
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// How much of the documentation stays in an outline.
#[derive(Clone, Copy, PartialEq)]
pub enum Docs {
    /// All of it: what Shift-Tab shows.
    Whole,
    /// Up to the first heading, such as `# Examples`.
    Summary,
    /// A summary, and no attributes that say nothing about types, nor the bodies of functions that macros make. Only for
    /// the standard library: elsewhere a macro may need what is left out.
    Std,
}

/// Attributes of the standard library that neither inference nor completion reads.
const SILENT_ATTRIBUTES: [&str; 10] = [
    "#[stable(",
    "#[rustc_const_stable(",
    "#[rustc_const_unstable(",
    "#[inline",
    "#[must_use",
    "#[track_caller]",
    "#[rustc_inherit_overflow_checks]",
    "#[doc = ",
    "#[doc(alias",
    "#[cfg_attr(not(test), rustc_diagnostic_item",
];

/// Writes the outlines of all Rust files below `from` to the same places below `to`.
pub fn write_tree(from: &Path, to: &Path, docs: Docs) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("making {}", to.display()))?;
    for entry in fs::read_dir(from).with_context(|| format!("reading {}", from.display()))? {
        let path = entry?.path();
        let Some(name) = path.file_name() else {
            continue;
        };
        if path.is_dir() {
            if !is_left_out(&name.to_string_lossy()) {
                write_tree(&path, &to.join(name), docs)?;
            }
        } else if path
            .extension()
            .is_some_and(|ending| ending == "rs" || ending == "md")
        {
            // A file that is not UTF-8, or too new for our lexer, is kept as it is.
            let outlined = fs::read_to_string(&path)
                .ok()
                .map(|source| outline(&source, docs));
            let bytes = outlined.map_or_else(|| fs::read(&path), |text| Ok(text.into_bytes()))?;
            fs::write(to.join(name), bytes)?;
        }
    }
    Ok(())
}

fn is_left_out(folder: &str) -> bool {
    ["tests", "benches", "examples", "target", ".git"].contains(&folder)
}

/// The source without the bodies of functions, the content of test modules, plain comments and, if so wanted, the
/// longer part of the documentation.
fn outline(source: &str, docs: Docs) -> String {
    let source = without_comments(source, docs);
    let Ok(tokens) = source.parse::<TokenStream>() else {
        return source;
    };
    let mut bodies = Vec::new();
    Finder {
        in_macros: docs == Docs::Std,
    }
    .find(tokens, &mut bodies);
    let mut text = String::with_capacity(source.len());
    let mut position = 0;
    for (range, replacement) in bodies {
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
        let doc = ["///", "//!"]
            .iter()
            .find_map(|mark| trimmed.strip_prefix(mark));
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
                    && SILENT_ATTRIBUTES
                        .iter()
                        .any(|attribute| trimmed.starts_with(attribute));
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

/// What the braces that follow belong to.
#[derive(Clone, Copy, PartialEq)]
enum Item {
    Function,
    /// Holds further items: `impl`, `trait`, `mod`, `extern`.
    Holder,
    TestModule,
    Macro,
    Other,
}

struct Finder {
    in_macros: bool,
}

impl Finder {
    fn find(&self, tokens: TokenStream, bodies: &mut Vec<(Range<usize>, &'static str)>) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut item: Option<Item> = None;
        let mut is_test = false;
        for (index, token) in tokens.iter().enumerate() {
            let next = tokens.get(index + 1);
            match token {
                TokenTree::Ident(word) => {
                    let word = word.to_string();
                    // `fn` names a function only before its name; elsewhere it is a type.
                    if word == "fn" && matches!(next, Some(TokenTree::Ident(_))) {
                        item = Some(Item::Function);
                    } else if item.is_none() {
                        item = kind_of(&word, is_test);
                    }
                }
                TokenTree::Punct(mark) if mark.as_char() == ';' => (item, is_test) = (None, false),
                // A macro's arguments are its own affair.
                TokenTree::Punct(mark) if mark.as_char() == '!' && item.is_none() => {
                    item = Some(Item::Other)
                }
                TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket => {
                    is_test |= item.is_none() && is_cfg_test(group);
                }
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                    match item {
                        Some(Item::Function) => {
                            bodies.push((group.span().byte_range(), "{loop{}}"))
                        }
                        Some(Item::TestModule) => bodies.push((group.span().byte_range(), "{}")),
                        Some(Item::Holder) => self.find(group.stream(), bodies),
                        Some(Item::Macro) if self.in_macros => {
                            self.find_in_rules(group.stream(), bodies)
                        }
                        _ => {}
                    }
                    (item, is_test) = (None, false);
                }
                _ => {}
            }
        }
    }

    /// Each rule of a `macro_rules!` is a pattern, `=>` and what it makes.
    fn find_in_rules(&self, rules: TokenStream, bodies: &mut Vec<(Range<usize>, &'static str)>) {
        let mut is_made = false;
        for token in rules {
            match token {
                TokenTree::Punct(mark) if mark.as_char() == '>' => is_made = true,
                TokenTree::Group(group) if std::mem::take(&mut is_made) => {
                    self.find(group.stream(), bodies)
                }
                _ => {}
            }
        }
    }
}

fn kind_of(word: &str, is_test: bool) -> Option<Item> {
    match word {
        "mod" if is_test => Some(Item::TestModule),
        "impl" | "trait" | "mod" | "extern" => Some(Item::Holder),
        "macro_rules" => Some(Item::Macro),
        "struct" | "enum" | "union" | "static" | "macro" | "use" | "type" => Some(Item::Other),
        _ => None,
    }
}

fn is_cfg_test(attribute: &Group) -> bool {
    attribute.stream().to_string().replace(' ', "") == "cfg(test)"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_go_and_signatures_stay() {
        let source = "pub const fn area(r: f64) -> f64 { 3.0 * r * r }\nstruct Point { f: fn(u8) -> u8 }\n\
                      impl Point { fn new() -> Self { todo!() } const N: usize = { 3 }; }\n";
        let expected = "pub const fn area(r: f64) -> f64 {loop{}}\nstruct Point { f: fn(u8) -> u8 }\n\
                        impl Point { fn new() -> Self {loop{}} const N: usize = { 3 }; }\n";
        assert_eq!(outline(source, Docs::Whole), expected);
    }

    #[test]
    fn an_impl_for_a_function_type_is_no_function() {
        let source = "impl<R> Call for fn(u8) -> R { fn call(&self) -> R { self(1) } }\n";
        assert_eq!(
            outline(source, Docs::Whole),
            "impl<R> Call for fn(u8) -> R { fn call(&self) -> R {loop{}} }\n"
        );
    }

    #[test]
    fn macros_stay_whole_and_tests_go() {
        let source = "macro_rules! make { ($n:ident) => { fn $n() { 1 } } }\nmake! { fn x() { 2 } }\n#[cfg(test)]\nmod tests { fn t() {} }\nmod real { fn r() { 3 } }\n";
        let outlined = outline(source, Docs::Whole);
        assert!(
            outlined.contains("fn $n() { 1 }") && outlined.contains("fn x() { 2 }"),
            "{outlined}"
        );
        assert!(
            outlined.contains("mod tests {}") && outlined.contains("fn r() {loop{}}"),
            "{outlined}"
        );
    }

    #[test]
    fn a_summary_ends_at_the_first_heading() {
        let source = "/// Adds.\n///\n/// # Examples\n/// 1 + 1\nfn add() {}\n// plain\n/// Next.\nfn next() {}\n";
        assert_eq!(
            outline(source, Docs::Summary),
            "/// Adds.\n///\nfn add() {loop{}}\n/// Next.\nfn next() {loop{}}\n"
        );
        assert!(outline(source, Docs::Whole).contains("# Examples"));
    }

    #[test]
    fn the_standard_library_s_macros_lose_their_bodies_too() {
        let source = "macro_rules! int {\n($T:ty) => {\n#[inline]\npub const fn abs(self) -> $T { self }\n};\n}\n";
        assert_eq!(
            outline(source, Docs::Std),
            "macro_rules! int {\n($T:ty) => {\npub const fn abs(self) -> $T {loop{}}\n};\n}\n"
        );
    }

    #[test]
    fn what_cannot_be_read_is_kept() {
        assert_eq!(outline("fn broken( {\n", Docs::Whole), "fn broken( {\n");
    }
}
