//! Takes invisible characters out of code that comes from web pages and word processors.

use super::lexed::{Kind, pieces};
use std::borrow::Cow;

/// The code with an ordinary space for each character that looks like one, or like nothing, and that Rust does not take for one.
/// Texts, characters and comments stay as they are. Each character is replaced by one, so that columns stay.
pub fn clean(code: &str) -> Cow<'_, str> {
    if code.is_ascii() || !code.contains(is_invisible) {
        return Cow::Borrowed(code);
    }
    let cleaned = |c: char| if is_invisible(c) { ' ' } else { c };
    let mut clean = String::with_capacity(code.len());
    for piece in pieces(code) {
        match piece.kind {
            Kind::Unknown | Kind::Other => clean.extend(piece.text.chars().map(cleaned)),
            _ => clean.push_str(piece.text),
        }
    }
    Cow::Owned(clean)
}

/// What is wider than nothing in most fonts, and then what is not. Rust itself takes a few others for white space.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
            | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200d}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_becomes_a_space() {
        for (code, clean_code) in [
            ("let\u{a0}nb\u{202f}= 1;", "let nb = 1;"),
            ("\u{feff}let nb = 1;\u{200b}", " let nb = 1; "),
            ("f(1,\u{2009}2)\u{3000}", "f(1, 2) "),
            ("x\u{200d}+\u{2060}\u{ad}y", "x +  y"),
            ("é\u{a0}+ 'a'", "é + 'a'"),
        ] {
            assert_eq!(clean(code), clean_code, "{code:?}");
            assert_eq!(clean(code).chars().count(), code.chars().count());
        }
    }

    #[test]
    fn texts_and_comments_stay() {
        for code in [
            "let s = \"12\u{a0}mV\";",
            "let c = '\u{a0}';",
            "// 12\u{a0}mV\n/* \u{200b} */",
            "let raw = r#\"\u{feff}\"#;",
            "let open = \"a\u{a0}b",
            "let durée = 1.0; // en ms",
            "let s = “a”;",
        ] {
            assert!(clean(code) == code, "{code:?}");
        }
        assert!(matches!(clean("let durée = 1;"), Cow::Borrowed(_)));
        assert_eq!(clean("f(\"\u{a0}\",\u{a0}'\u{a0}')"), "f(\"\u{a0}\", '\u{a0}')");
    }
}
