//! Finds the bracket (round, square or curly) or the quote that has no partner. rustc looks for it in the whole source,
//! with what evcxr puts around the student's lines, and then often points to a line that the student did not write.

/// What has no partner.
#[derive(Debug, PartialEq, Eq)]
pub enum Fault {
    /// A bracket that is opened and never closed: the bracket, and its line.
    Open(char, String),
    /// A bracket that closes nothing.
    Close(char, String),
    /// A bracket that is closed by one of another kind: both, and the line of the second.
    Mixed(char, char, String),
    /// A text that is begun and not ended on its line.
    Quote(String),
}

/// The first fault in the student's lines. Where a `}` is missing, the one that is still open at the end.
pub fn first_fault<'a>(lines: impl Iterator<Item = &'a str>) -> Option<Fault> {
    let mut open: Vec<(char, String)> = Vec::new();
    for line in lines {
        for found in marks(line)? {
            match found {
                '"' => return Some(Fault::Quote(line.trim().to_owned())),
                '(' | '[' | '{' => open.push((found, line.trim().to_owned())),
                _ => match open.pop() {
                    None => return Some(Fault::Close(found, line.trim().to_owned())),
                    Some((opened, at)) if partner(opened) != found => {
                        // A bracket inside braces that are closed was forgotten; otherwise the wrong one was written.
                        return Some(if found == '}' {
                            Fault::Open(opened, at)
                        } else {
                            Fault::Mixed(opened, found, line.trim().to_owned())
                        });
                    }
                    Some(_) => {}
                },
            }
        }
    }
    let innermost_bracket = open.iter().rev().find(|(bracket, _)| *bracket != '{');
    let (bracket, line) = innermost_bracket.or(open.last())?;
    Some(Fault::Open(*bracket, line.clone()))
}

fn partner(bracket: char) -> char {
    match bracket {
        '(' => ')',
        '[' => ']',
        _ => '}',
    }
}

/// The brackets of a line, without those in texts and comments, and a quote that is not closed. `None` where the line
/// holds what this simple reading does not understand.
fn marks(line: &str) -> Option<Vec<char>> {
    let characters: Vec<char> = line.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < characters.len() {
        match characters[at] {
            '/' if characters.get(at + 1) == Some(&'/') => break,
            '/' if characters.get(at + 1) == Some(&'*') => return None,
            'r' if matches!(characters.get(at + 1), Some('"' | '#'))
                && (at == 0 || !characters[at - 1].is_alphanumeric()) =>
            {
                return None;
            }
            '"' => match end_of_text(&characters, at + 1) {
                Some(end) => at = end,
                None => {
                    found.push('"');
                    break;
                }
            },
            // A character such as '{' or '\n'; otherwise it is a lifetime.
            '\'' if characters.get(at + 2) == Some(&'\'') => at += 2,
            '\'' if characters.get(at + 1) == Some(&'\\') && characters.get(at + 3) == Some(&'\'') => {
                at += 3;
            }
            bracket @ ('(' | ')' | '[' | ']' | '{' | '}') => found.push(bracket),
            _ => {}
        }
        at += 1;
    }
    Some(found)
}

fn end_of_text(characters: &[char], mut at: usize) -> Option<usize> {
    while at < characters.len() {
        match characters[at] {
            '\\' => at += 2,
            '"' => return Some(at),
            _ => at += 1,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(code: &str) -> Option<Fault> {
        first_fault(code.lines())
    }

    #[test]
    fn what_is_complete_has_no_fault() {
        for code in [
            "for i in 0..3 {\n    println!(\"{i} :-) {{\"); // (\n}",
            "let c = '{'; let d = '\\''; fn f<'a>(x: &'a str) {}",
            "let raw = r\"(\";",
            "/* ( */",
        ] {
            assert_eq!(fault(code), None, "{code}");
        }
    }

    #[test]
    fn a_missing_partner_is_found() {
        let open = |bracket, line: &str| Some(Fault::Open(bracket, line.to_owned()));
        assert_eq!(fault("println!(\"{}\", (1.0 + 2.0);"), open('(', "println!(\"{}\", (1.0 + 2.0);"));
        assert_eq!(fault("fn f() {\n    g(1.0;\n}"), open('(', "g(1.0;"));
        assert_eq!(fault("for i in 0..3 {\n    f();\n"), open('{', "for i in 0..3 {"));
        assert_eq!(fault("let v = vec![1.0);"), Some(Fault::Mixed('[', ')', "let v = vec![1.0);".to_owned())));
        assert_eq!(fault("f();\n}"), Some(Fault::Close('}', "}".to_owned())));
        assert_eq!(fault("let s = \"abc;\nf(\"d\");"), Some(Fault::Quote("let s = \"abc;".to_owned())));
    }
}
