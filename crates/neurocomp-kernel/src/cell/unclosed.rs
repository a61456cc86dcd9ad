//! Finds a text or a comment that never ends. What follows belongs to it, so that a cell that begins with one silently does
//! nothing, and rustc is not asked.

use super::brackets::{Fault, first_fault};
use super::lexed::{Kind, pieces};
use crate::language::Text;

/// What never ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unclosed {
    /// The kind of it.
    pub what: What,
    /// The number of the line in which it begins, from 1.
    pub line: usize,
}

/// What can be begun and not ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// `/* …`
    Comment,
    /// A text or a character, and the sign or signs that would close it.
    Text(String),
}

const COMMENT: Text = Text {
    en: "The comment that begins with `/*` in line $line of this cell never ends: write `*/` where it ends.",
    fr: "Le commentaire qui commence par `/*` à la ligne $line de cette cellule ne finit jamais : écrivez `*/` là où il finit.",
};
const TEXT: Text = Text {
    en: "The text that begins in line $line of this cell never ends: a `$close` is missing.",
    fr: "Le texte qui commence à la ligne $line de cette cellule ne finit jamais : il manque un `$close`.",
};

/// What never ends in this code.
pub fn unclosed(code: &str) -> Option<Unclosed> {
    let open = pieces(code)
        .find(|piece| matches!(piece.kind, Kind::Comment { ends: false, .. } | Kind::Text { ends: false }))?;
    let line = 1 + code[..open.start].matches('\n').count();
    if let Kind::Comment { .. } = open.kind {
        let what = What::Comment;
        return Some(Unclosed { what, line });
    }
    let quote = open.text.find(['"', '\''])?;
    let hashes = open.text[..quote].matches('#').count();
    let close = open.text[quote..].chars().next()?.to_string() + &"#".repeat(hashes);
    // A quote that is missing in an earlier line turns texts and code round, up to the last quote.
    let line = match first_fault(code.lines()) {
        Some(Fault::Quote(text)) if close == "\"" => {
            let at = code.lines().position(|line| line.trim() == text);
            at.map_or(line, |index| index + 1)
        }
        _ => line,
    };
    Some(Unclosed { what: What::Text(close), line })
}

impl Unclosed {
    /// What the student is told.
    pub fn message(&self) -> Text<String> {
        let (text, close) = match &self.what {
            What::Comment => (COMMENT, ""),
            What::Text(close) => (TEXT, close.as_str()),
        };
        let line = self.line.to_string();
        let filled = |text: &str| text.replace("$line", &line).replace("$close", close);
        Text { en: filled(text.en), fr: filled(text.fr) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ends_is_not_reported() {
        for code in [
            "",
            "let s = \"a\nb\"; /* /* */ */",
            "fn f<'a>(x: &'a str) {} let c = '\"';",
            "let raw = r#\"\"\"#; // \"",
            "f(1",
        ] {
            assert_eq!(unclosed(code), None, "{code}");
        }
    }

    #[test]
    fn what_does_not_end_is_found_where_it_begins() {
        let text = |close: &str| What::Text(close.to_owned());
        for (code, what, line) in [
            ("/* a\nlet x = 1;", What::Comment, 1),
            ("let x = 1;\nlet y = 2; /* a /* b */", What::Comment, 2),
            ("let a = 1;\nlet s = \"abc;\nlet b = 2;", text("\""), 2),
            ("let s = \"abc;\nf(\"d\");", text("\""), 1),
            ("let s = \"a\";\n\nlet r = r#\"b\";", text("\"#"), 3),
            ("let b = b\"x", text("\""), 1),
        ] {
            assert_eq!(unclosed(code), Some(Unclosed { what, line }), "{code}");
        }
    }

    #[test]
    fn the_student_is_told_the_line_and_what_is_missing() {
        let said = unclosed("1;\n/* a").unwrap().message();
        assert!(said.en.contains("line 2") && said.fr.contains("ligne 2"));
        let said = unclosed("let r = r##\"a").unwrap().message();
        assert!(said.en.contains("a `\"##` is missing") && said.fr.contains("un `\"##`"));
    }
}
