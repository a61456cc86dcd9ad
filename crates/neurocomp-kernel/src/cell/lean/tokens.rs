//! The tokens of a source, as far as they are needed to tell its items: rustc's lexer reads them. A parser takes several
//! times as long, and a cell waits for it.

use super::words;
use crate::cell::lexed::ends;
use ra_ap_rustc_lexer::{self as lexer, DocStyle, FrontmatterAllowed, TokenKind};
use std::ops::Range;

/// A token; white space is not one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    /// What it is.
    pub kind: Kind,
    /// What is there.
    pub text: &'a str,
    /// Where it is.
    pub start: usize,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A comment that says nothing to the compiler.
    Comment,
    /// The documentation of what follows.
    Documentation,
    /// A name or a keyword.
    Word,
    /// A bracket or another sign.
    Sign,
    /// A text, a character, a number or a lifetime.
    Literal,
}

impl Token<'_> {
    /// Where it ends.
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether it is a comment or documentation.
    pub fn is_comment(&self) -> bool {
        matches!(self.kind, Kind::Comment | Kind::Documentation)
    }
}

/// The tokens of a source; `None` if something in it does not end or is no Rust.
pub fn read(source: &str) -> Option<Vec<Token<'_>>> {
    let mut tokens = Vec::with_capacity(source.len() / 4);
    let mut start = 0;
    for token in lexer::tokenize(source, FrontmatterAllowed::No) {
        let end = start + token.len as usize;
        if token.kind != TokenKind::Whitespace {
            let (kind, text) = (kind(token.kind)?, source.get(start..end)?);
            tokens.push(Token { kind, text, start });
        }
        start = end;
    }
    Some(tokens)
}

/// The kind of a token that is not white space; `None` if it does not end or rustc refuses it.
fn kind(kind: TokenKind) -> Option<Kind> {
    use TokenKind as T;
    match kind {
        T::BlockComment { terminated: false, .. } => None,
        T::LineComment { doc_style } | T::BlockComment { doc_style, .. } => {
            // `//!` documents what it is in: it is not part of the next item.
            Some(match doc_style {
                Some(DocStyle::Outer) => Kind::Documentation,
                Some(DocStyle::Inner) | None => Kind::Comment,
            })
        }
        T::Ident | T::RawIdent => Some(Kind::Word),
        T::Literal { kind, .. } => ends(kind).then_some(Kind::Literal),
        T::Lifetime { .. } | T::RawLifetime => Some(Kind::Literal),
        T::Frontmatter { .. }
        | T::GuardedStrPrefix
        | T::InvalidIdent
        | T::Unknown
        | T::UnknownPrefix
        | T::UnknownPrefixLifetime => None,
        _ => Some(Kind::Sign),
    }
}

/// The names in this code that can name variables, functions and constants: not what follows a `.` or a path. In
/// a text they are between braces, as in `println!("{x:.width$}")`.
pub fn names<'a>(tokens: &[Token<'a>]) -> Vec<&'a str> {
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let before = |steps: usize| at.checked_sub(steps).map_or("", |place| tokens[place].text);
        match token.kind {
            Kind::Word => {
                let is_member = before(1) == "." && before(2) != ".";
                let is_inside =
                    (before(2), before(1)) == (":", ":") && !["crate", "self", "super"].contains(&before(3));
                if !is_member && !is_inside {
                    found.push(token.text.trim_start_matches("r#"));
                }
            }
            Kind::Literal => {
                let in_braces = token.text.split('{').skip(1);
                found.extend(in_braces.flat_map(|part| words(part.split('}').next().unwrap_or(part))));
            }
            _ => {}
        }
    }
    found
}

/// The place of the bracket that closes the one at `open`; `None` if it is not closed, or by another kind.
pub fn closing(tokens: &[Token], open: usize) -> Option<usize> {
    let mut expected = Vec::new();
    for (at, token) in tokens.iter().enumerate().skip(open) {
        match (token.kind, token.text) {
            (Kind::Sign, "(") => expected.push(")"),
            (Kind::Sign, "[") => expected.push("]"),
            (Kind::Sign, "{") => expected.push("}"),
            (Kind::Sign, text @ (")" | "]" | "}")) if expected.pop() != Some(text) => return None,
            _ => {}
        }
        if expected.is_empty() {
            return Some(at);
        }
    }
    None
}

/// The places from `range` that are not inside brackets, where an opening bracket represents everything up to the
/// closing one.
pub fn outside_brackets<'a>(tokens: &'a [Token<'a>], range: Range<usize>) -> impl Iterator<Item = usize> + 'a {
    let mut at = range.start;
    std::iter::from_fn(move || {
        let here = at;
        (here < range.end).then_some(())?;
        at = closing(tokens, here)? + 1;
        Some(here)
    })
}
