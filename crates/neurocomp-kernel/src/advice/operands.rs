//! What is on the left and right of an operator, in a line of code.

use crate::cell::diagnostic::Place;

/// The two sides of an operator; `None` for one that is not a plain name, number or call.
pub struct Operands {
    /// What is on its left.
    pub left: Option<String>,
    /// What is on its right.
    pub right: Option<String>,
}

impl Operands {
    /// Of the operator that a message points to. A side that belongs to a longer calculation is left out: `2 * n` in
    /// `2 * n / x` is not `n`.
    pub fn around(operator: &Place) -> Operands {
        let line: Vec<char> = operator.text.chars().collect();
        let binds_weakly = operator.marked().contains(['+', '-', '=', '<', '>']) && operator.marked() != "*=";
        Operands {
            left: left(&line[..operator.start.min(line.len())], binds_weakly),
            right: right(&line[operator.end.min(line.len())..], binds_weakly),
        }
    }
}

fn left(before: &[char], binds_weakly: bool) -> Option<String> {
    let end = before.iter().rposition(|c| *c != ' ')? + 1;
    let mut start = end;
    while start > 0 {
        let c = before[start - 1];
        if is_part(c) {
            start -= 1;
        } else if matches!(c, ')' | ']') {
            start = opening(&before[..start])?;
        } else {
            break;
        }
    }
    let before_it: String = before[..start].iter().collect();
    let is_part_of_more = before_it.trim_end().ends_with(['*', '/', '%', '&', '!'])
        || before_it.trim_end().ends_with(" as")
        || binds_weakly && before_it.trim_end().ends_with(['+', '-']);
    let found: String = before[start..end].iter().collect();
    (!is_part_of_more && is_sensible(&found)).then_some(found)
}

fn right(behind: &[char], binds_weakly: bool) -> Option<String> {
    let start = behind.iter().position(|c| *c != ' ')?;
    let mut end = start;
    while end < behind.len() {
        let c = behind[end];
        if is_part(c) && !(c == '.' && behind.get(end + 1) == Some(&'.')) {
            end += 1;
        } else if matches!(c, '(' | '[') && end > start {
            end += closing(&behind[end..])?;
        } else {
            break;
        }
    }
    let rest: String = behind[end..].iter().collect();
    let is_part_of_more =
        rest.trim_start().starts_with("as ") || binds_weakly && rest.trim_start().starts_with(['*', '/', '%']);
    let found: String = behind[start..end].iter().collect();
    (!is_part_of_more && is_sensible(&found)).then_some(found)
}

fn is_part(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '.'
}

fn is_sensible(operand: &str) -> bool {
    operand.starts_with(|c: char| c.is_alphanumeric() || c == '_')
        && !operand.ends_with('.')
        && !operand.contains("..")
        && operand.chars().count() <= 40
}

/// Where the parenthesis or square bracket that closes at the end was opened.
fn opening(before: &[char]) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in before.iter().enumerate().rev() {
        match c {
            ')' | ']' => depth += 1,
            '(' | '[' => depth = depth.checked_sub(1)?,
            '"' => return None,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

/// How long the bracketed piece is that begins here.
fn closing(behind: &[char]) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in behind.iter().enumerate() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.checked_sub(1)?,
            '"' => return None,
            _ => {}
        }
        if depth == 0 {
            return Some(at + 1);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around(code: &str, operator: &str) -> (Option<String>, Option<String>) {
        let start = code.find(operator).unwrap();
        let place = Place {
            line: 1,
            text: code.to_owned(),
            start,
            end: start + operator.len(),
            goes_on: false,
            label: None,
            is_primary: true,
            proposal: None,
        };
        let operands = Operands::around(&place);
        (operands.left, operands.right)
    }

    fn both(left: &str, right: &str) -> (Option<String>, Option<String>) {
        let side = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        (side(left), side(right))
    }

    #[test]
    fn names_numbers_and_calls_are_read_whole() {
        assert_eq!(around("let a = 1.0 / 2;", "/"), both("1.0", "2"));
        assert_eq!(around("let m = v.iter().sum::<f64>() / v.len();", "/"), both("", "v.len()"));
        assert_eq!(around("let m = v.len() / 2.0;", "/"), both("v.len()", "2.0"));
        assert_eq!(around("let y = f(a, b[1])*x;", "*"), both("f(a, b[1])", "x"));
        assert_eq!(around("s += i;", "+="), both("s", "i"));
        assert_eq!(around("for t in 0..3 { s += t }", "+="), both("s", "t"));
    }

    #[test]
    fn a_part_of_a_longer_calculation_is_left_out() {
        assert_eq!(around("2 * n / x", "/"), both("", "x"));
        assert_eq!(around("x + 2 * n", "+"), both("x", ""));
        assert_eq!(around("x - y + 2", "+"), both("", "2"));
        assert_eq!(around("n as f64 * m", "*"), both("", "m"));
        assert_eq!(around("(x + 1.0) * 2", "*"), both("", "2"));
    }
}
