//! Splits Rust into tokens, so that the code of two languages can be compared.
//!
//! Comments vanish and every string literal becomes the same token: these may differ between languages, nothing else
//! may. The compiler's own tokenizer does the work; it also reads what is not Rust: evcxr's commands, and the mistakes
//! that a tutorial shows on purpose (a parenthesis that is not closed).

use ra_ap_rustc_lexer::{FrontmatterAllowed, LiteralKind, TokenKind, tokenize};

/// In the place of any string literal.
const STRING: &str = "\"…\"";

/// The tokens of a piece of Rust; one character each for punctuation.
pub fn tokens(code: &str) -> Vec<String> {
    use LiteralKind::{ByteStr, CStr, RawByteStr, RawCStr, RawStr, Str};
    let mut rest = code;
    let mut tokens = Vec::new();
    for token in tokenize(code, FrontmatterAllowed::No) {
        let (text, after) = rest.split_at(token.len as usize);
        rest = after;
        match token.kind {
            TokenKind::Whitespace | TokenKind::LineComment { .. } | TokenKind::BlockComment { .. } => {}
            TokenKind::Literal {
                kind: Str { .. } | ByteStr { .. } | CStr { .. } | RawStr { .. } | RawByteStr { .. } | RawCStr { .. },
                ..
            } => tokens.push(STRING.to_string()),
            _ => tokens.push(text.to_string()),
        }
    }
    tokens
}

/// The names of the functions that these tokens define.
pub fn functions(tokens: &[String]) -> impl Iterator<Item = &String> {
    tokens.windows(2).filter(|pair| pair[0] == "fn" && pair[1] != "(").map(|pair| &pair[1])
}

/// What a piece of Rust says to a reader: its comments and strings, without the places of values (`{x:.2}`).
pub fn comments_and_strings(code: &str) -> String {
    let mut rest = code;
    let mut kept = String::new();
    for token in tokenize(code, FrontmatterAllowed::No) {
        let (text, after) = rest.split_at(token.len as usize);
        rest = after;
        if let TokenKind::LineComment { .. } | TokenKind::BlockComment { .. } | TokenKind::Literal { .. } = token.kind {
            let words = text.split('{').map(|piece| piece.split_once('}').map_or(piece, |(_, after)| after));
            kept.extend(words.map(|piece| piece.replace("\\n", " ") + " "));
            kept.push('\n');
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_are_found_by_their_definition() {
        assert_eq!(functions(&tokens("fn f(x: f64) -> f64 { x }")).collect::<Vec<_>>(), ["f"]);
        assert_eq!(functions(&tokens("// fn g\nlet h: fn(f64) -> f64 = f;")).count(), 0);
    }

    #[test]
    fn comments_and_strings_do_not_count() {
        let french = "let x = 1.5e-3; // la tension\nprintln!(\"V = {x} \\\"mV\\\"\"); /* un /* deux */ */ y";
        let english = "let x = 1.5e-3;\nprintln!(\"voltage {x}\"); y // why";
        assert_eq!(tokens(french), tokens(english));
        assert_eq!(tokens(r####"r#"a"b"# + b"c""####), tokens("\"\" + \"\""));
    }

    #[test]
    fn numbers_names_and_punctuation_count() {
        for other in ["let x = 2;", "let y = 1;", "let x = 1", "let mut x = 1;", "let x = 1.0;", "let x = '1';"] {
            assert_ne!(tokens("let x = 1;"), tokens(other), "{other}");
        }
        assert_ne!(tokens("'a'"), tokens("'b'"));
    }

    #[test]
    fn a_lifetime_is_no_open_character() {
        assert_eq!(tokens("&'a str // x"), ["&", "'a", "str"]);
        assert_eq!(tokens(r"'\'' '\u{e9}' '/'"), [r"'\''", r"'\u{e9}'", "'/'"]);
        assert_eq!(tokens("r#type"), ["r#type"]);
    }

    #[test]
    fn what_is_no_rust_is_still_read() {
        assert_eq!(tokens(":dep a = { path = \"x\" }").len(), 9);
        assert_eq!(tokens("println!(\"open").last().unwrap(), STRING);
        assert_eq!(tokens("/* open"), Vec::<String>::new());
    }
}
