//! Splits Rust into tokens, so that the code of two languages can be compared.
//!
//! Comments vanish and every string literal becomes the same token: these may differ between languages, nothing else
//! may. The compiler's own tokenizer is not used because cells also hold what is no Rust: evcxr's commands, and the
//! mistakes that a tutorial shows on purpose (a bracket that is not closed).

use std::iter::Peekable;
use std::str::Chars;

/// Stands for any string literal.
const STRING: &str = "\"…\"";

/// The tokens of a piece of Rust; one character each for punctuation.
pub fn tokens(code: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut chars = code.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            _ if c.is_whitespace() => {}
            '/' if chars.peek() == Some(&'/') => skip_line(&mut chars),
            '/' if chars.peek() == Some(&'*') => skip_block(&mut chars),
            '"' => tokens.push(string(&mut chars)),
            '\'' => tokens.push(quote(&mut chars)),
            _ if is_word(c) => tokens.push(word(c, &mut chars)),
            _ => tokens.push(c.to_string()),
        }
    }
    tokens
}

type Input<'a> = Peekable<Chars<'a>>;

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn skip_line(chars: &mut Input) {
    for c in chars.by_ref() {
        if c == '\n' {
            return;
        }
    }
}

/// Block comments nest in Rust.
fn skip_block(chars: &mut Input) {
    let mut depth = 0;
    let mut last = '/';
    for c in chars.by_ref() {
        match (last, c) {
            ('/', '*') => depth += 1,
            ('*', '/') => depth -= 1,
            _ => {
                last = c;
                continue;
            }
        }
        if depth == 0 {
            return;
        }
        last = ' '; // "/*/" opens once and closes nothing
    }
}

/// After the opening quote of an ordinary string.
fn string(chars: &mut Input) -> String {
    while let Some(c) = chars.next() {
        match c {
            '\\' => {
                chars.next();
            }
            '"' => break,
            _ => {}
        }
    }
    STRING.to_string()
}

/// After `r`, at the first `#` or quote: up to the quote with as many `#` behind it.
fn raw_string(chars: &mut Input) -> String {
    let mut hashes = 0;
    while chars.next_if_eq(&'#').is_some() {
        hashes += 1;
    }
    chars.next();
    while let Some(c) = chars.next() {
        if c == '"' && (0..hashes).all(|_| chars.next_if_eq(&'#').is_some()) {
            break;
        }
    }
    STRING.to_string()
}

/// A character literal or a lifetime.
fn quote(chars: &mut Input) -> String {
    let mut text = String::from("'");
    let first = chars.next();
    text.extend(first);
    if first == Some('\\') {
        text.extend(chars.next());
        while let Some(c) = chars.next_if(|c| *c != '\'') {
            text.push(c); // \u{e9}
        }
    }
    if let Some(end) = chars.next_if_eq(&'\'') {
        text.push(end);
        return text;
    }
    while let Some(c) = chars.next_if(|c| is_word(*c)) {
        text.push(c);
    }
    text
}

/// An identifier, keyword or number; or, after a prefix such as `r` or `b`, a string.
fn word(first: char, chars: &mut Input) -> String {
    let mut text = first.to_string();
    while let Some(c) = chars.next_if(|c| is_word(*c)) {
        text.push(c);
    }
    match (text.as_str(), chars.peek().copied()) {
        ("b" | "c", Some('"')) => {
            chars.next();
            string(chars)
        }
        ("r" | "br" | "cr", Some('"')) => raw_string(chars),
        ("r" | "br" | "cr", Some('#')) if is_raw_string(chars) => raw_string(chars),
        _ => text,
    }
}

/// Tells `r#"text"#` from the identifier `r#type`.
fn is_raw_string(chars: &Input) -> bool {
    chars.clone().find(|c| *c != '#') == Some('"')
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!(tokens("r#type"), ["r", "#", "type"]);
    }

    #[test]
    fn what_is_no_rust_is_still_read() {
        assert_eq!(tokens(":dep a = { path = \"x\" }").len(), 9);
        assert_eq!(tokens("println!(\"open").last().unwrap(), STRING);
        assert_eq!(tokens("/* open"), Vec::<String>::new());
    }
}
