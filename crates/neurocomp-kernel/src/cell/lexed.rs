//! The pieces of a student's code, as rustc's lexer finds them, even where the code is not yet complete. For a source
//! that is, `lean/tokens.rs` has the tokens.

use ra_ap_rustc_lexer::{self as lexer, DocStyle, FrontmatterAllowed, LiteralKind, TokenKind};

/// A piece of code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// What it is.
    pub kind: Kind,
    /// What is there.
    pub text: &'a str,
    /// Where it begins, in bytes.
    pub start: usize,
}

/// What a piece of code is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// White space.
    Space,
    /// A comment; it may be open.
    Comment {
        /// Whether it ends.
        ends: bool,
        /// Whether it documents what follows.
        documents: bool,
    },
    /// A text or a character; it may be open.
    Text {
        /// Whether it ends.
        ends: bool,
    },
    /// A name, a number, a sign.
    Other,
    /// Rust has no such sign.
    Unknown,
}

/// The pieces, which are all of the code.
pub fn pieces(code: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut start = 0;
    lexer::tokenize(code, FrontmatterAllowed::No).map(move |token| {
        let end = start + token.len as usize;
        let piece = Piece { kind: kind(token.kind), text: code.get(start..end).unwrap_or_default(), start };
        start = end;
        piece
    })
}

fn kind(kind: TokenKind) -> Kind {
    use LiteralKind as L;
    use TokenKind as T;
    let documents = |style: Option<DocStyle>| matches!(style, Some(DocStyle::Outer));
    match kind {
        T::Whitespace => Kind::Space,
        T::LineComment { doc_style } => Kind::Comment { ends: true, documents: documents(doc_style) },
        T::BlockComment { doc_style, terminated } => {
            Kind::Comment { ends: terminated, documents: documents(doc_style) }
        }
        T::Literal { kind, .. } => match kind {
            L::Int { .. } | L::Float { .. } => Kind::Other,
            text => Kind::Text { ends: ends(text) },
        },
        T::Unknown | T::InvalidIdent => Kind::Unknown,
        _ => Kind::Other,
    }
}

/// Whether there is a `^`, which in other languages is a power.
pub fn has_power_of_other_languages(code: &str) -> bool {
    pieces(code).any(|piece| piece.kind == Kind::Other && piece.text == "^")
}

/// Whether a literal has its closing quote. A number needs none.
pub fn ends(literal: LiteralKind) -> bool {
    use LiteralKind as L;
    match literal {
        L::Int { .. } | L::Float { .. } => true,
        L::Char { terminated }
        | L::Byte { terminated }
        | L::Str { terminated }
        | L::ByteStr { terminated }
        | L::CStr { terminated } => terminated,
        L::RawStr { n_hashes } | L::RawByteStr { n_hashes } | L::RawCStr { n_hashes } => n_hashes.is_some(),
    }
}
