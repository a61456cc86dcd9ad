//! Whether code can be run as it is, or goes on in the next line: a console asks it at every Enter.

use super::lexed::{Kind, Piece, pieces};

/// What a console is to do with code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Completeness {
    /// Run it.
    Complete,
    /// Let it go on.
    Incomplete {
        /// What the next line begins with.
        indent: String,
    },
    /// Run it, so that its error is seen: nothing that follows could make it right.
    Invalid,
}

const INDENT: &str = "    ";

/// Something must follow these.
const OPEN_WORDS: [&str; 29] = [
    "as", "async", "const", "dyn", "else", "enum", "extern", "fn", "for", "if", "impl", "in", "let", "loop", "match",
    "mod", "move", "mut", "pub", "ref", "static", "struct", "trait", "type", "union", "unsafe", "use", "where",
    "while",
];

/// What begins with these has a body between braces.
const WITH_BODY: [&str; 12] =
    ["enum", "fn", "for", "if", "impl", "loop", "match", "mod", "struct", "trait", "unsafe", "while"];

/// These may come before one of the others.
const BEFORE_BODY: [&str; 4] = ["pub", "async", "const", "extern"];

/// Whether code is complete. evcxr's commands are one line each, and so is a command of the shell.
pub fn completeness(code: &str) -> Completeness {
    if code.trim_start().starts_with([':', '!']) {
        return Completeness::Complete;
    }
    let incomplete = |depth: usize| Completeness::Incomplete { indent: INDENT.repeat(depth) };
    let mut open: Vec<&str> = Vec::new();
    // The last sign or word, and the statement that it ends, outside brackets.
    let mut last: Option<Piece> = None;
    let mut statement: Vec<&str> = Vec::new();
    for piece in pieces(code) {
        match (piece.kind, piece.text) {
            (Kind::Text { ends: false }, _) => return incomplete(0), // an indent would belong to it
            (Kind::Comment { ends: false, .. }, _) => return incomplete(open.len()),
            (Kind::Space | Kind::Comment { documents: false, .. }, _) => continue,
            (_, "(" | "[" | "{") => open.push(piece.text),
            (_, ")" | "]" | "}") if open.pop() != Some(partner(piece.text)) => {
                return Completeness::Invalid;
            }
            _ => {}
        }
        last = Some(piece);
        let ends = [";", "}"].contains(&piece.text) && open.is_empty();
        if ends && !(piece.text == "}" && has_value_after(&statement)) {
            statement.clear();
        } else if open.is_empty() || open.len() == 1 && piece.text == open[0] {
            statement.push(piece.text);
        }
    }
    let goes_on = last.is_some_and(|last| must_go_on(last, &statement));
    if !open.is_empty() || goes_on {
        return incomplete(open.len());
    }
    Completeness::Complete
}

fn partner(closing: &str) -> &'static str {
    match closing {
        ")" => "(",
        "]" => "[",
        _ => "{",
    }
}

/// Whether a brace ends only a part of the statement: `let x = if a { 1 } else { 2 }`.
fn has_value_after(statement: &[&str]) -> bool {
    statement.first() == Some(&"let")
}

/// Whether something must follow the last piece.
fn must_go_on(last: Piece, statement: &[&str]) -> bool {
    let is_open_sign = last.kind == Kind::Other && last.text.chars().all(|c| "+-*/%^&|=<>,.:@#!~$".contains(c));
    let is_documentation = matches!(last.kind, Kind::Comment { .. });
    let is_attribute = last.text == "]" && statement.starts_with(&["#", "["]) && is_only(statement);
    let mut words = statement.iter().skip_while(|word| BEFORE_BODY.contains(word));
    let lacks_body = words.next().is_some_and(|word| WITH_BODY.contains(word)) && !statement.contains(&"{");
    is_open_sign || is_documentation || is_attribute || lacks_body || OPEN_WORDS.contains(&last.text)
}

/// Whether a statement is nothing but attributes.
fn is_only(statement: &[&str]) -> bool {
    statement.chunks(3).all(|part| part == ["#", "[", "]"])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn indent(code: &str) -> Option<usize> {
        match completeness(code) {
            Completeness::Incomplete { indent } => Some(indent.len()),
            _ => None,
        }
    }

    #[test]
    fn what_can_be_run_is_complete() {
        for code in [
            "",
            "  // only a comment",
            "let x = 1;",
            "x",
            "let x = 5", // rustc says what is missing
            "v.iter().sum::<f64>()",
            "fn f() -> f64 { 1.0 }",
            "for i in 0..3 {\n    println!(\"{i} ({{\");\n}",
            "let c = '{'; // (",
            "let s = \"a\nb\";",
            "struct Unit;",
            "#[derive(Debug)]\nstruct P { x: f64 }",
            "if a { 1 } else { 2 }",
            "let y = if a { 1 } else { 2 };",
            "text.parse::<f64>()?",
            "use neurocomp::prelude::*;",
            ":dep tokio = {",
            "!ls |",
            "x /* a */",
        ] {
            assert_eq!(completeness(code), Completeness::Complete, "{code}");
        }
    }

    #[test]
    fn what_goes_on_is_incomplete_and_indented_by_its_brackets() {
        for (code, spaces) in [
            ("fn f() {", 4),
            ("for i in 0..3 {\n    if i > 1 {", 8),
            ("let v = vec![1.0,", 4),
            ("f(g(", 8),
            ("let s = \"abc", 0),
            ("{ let s = r#\"abc\"", 0),
            ("/* a", 0),
            ("fn f() { /* a", 4),
            ("let x = 1.0 +", 0),
            ("let x =", 0),
            ("1,", 0),
            ("v.iter().", 0),
            ("let x:", 0),
            ("a &&  // both", 0),
            ("fn f(x: f64) -> f64", 0),
            ("pub fn f(x: f64)", 0),
            ("while x < 3", 0),
            ("if a { 1 } else", 0),
            ("let y = if a { 1 } else", 0),
            ("#[derive(Debug)]", 0),
            ("#[derive(Debug)]\n#[allow(unused)]", 0),
            ("/// Doubles.", 0),
            ("println!", 0),
            ("let", 0),
        ] {
            assert_eq!(indent(code), Some(spaces), "{code}");
        }
    }

    #[test]
    fn a_bracket_that_closes_nothing_is_invalid() {
        for code in ["f())", "}", "let v = [1, 2};", "fn f() { ( }"] {
            assert_eq!(completeness(code), Completeness::Invalid, "{code}");
        }
    }
}
