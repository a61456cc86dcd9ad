//! Finds constructs of Rust in the tokens of a cell.
//!
//! No types are known here, only the order of tokens: that is enough to tell `x[k] = 1.0` from `x[k]`.

use std::collections::BTreeSet;

/// A construct of the language, and how it is recognised.
pub struct Construct {
    /// Its name in the table.
    pub name: &'static str,
    /// Whether these tokens contain it.
    pub is_in: fn(&[String]) -> bool,
}

const fn construct(name: &'static str, is_in: fn(&[String]) -> bool) -> Construct {
    Construct { name, is_in }
}

/// In the order in which one meets them.
pub const CONSTRUCTS: &[Construct] = &[
    construct("`let mut`", |code| has(code, "let mut NAME")),
    construct("`+=` and the like", |code| ["+ =", "- =", "* =", "/ ="].iter().any(|sign| has(code, sign))),
    construct("a number with its type, `1.0_f64`", |code| {
        code.iter().any(|token| is_number(token) && token.contains('f'))
    }),
    construct("`as f64`", |code| has(code, "as f64")),
    construct("`as usize`, `as i32`", |code| has(code, "as usize") || has(code, "as i32")),
    construct("`if`", |code| has(code, "if")),
    construct("`else if`", |code| has(code, "else if")),
    construct("`&&`, `||`", |code| after_a_value(code, "&", "&") || after_a_value(code, "|", "|")),
    construct("`for k in 0..n`", |code| loops(code).iter().any(|head| has(head, ". ."))),
    construct("`for &t in times`", |code| loops(code).iter().any(|head| !has(head, ". ."))),
    construct("`for _ in`", |code| has(code, "for _ in")),
    construct("a loop in a loop", a_loop_in_a_loop),
    construct("`while`", |code| has(code, "while")),
    construct("`break`", |code| has(code, "break")),
    construct("`return`", |code| has(code, "return")),
    construct("`x[k]`", |code| indices(code).iter().any(|index| !is_range(&code[index.0..index.1]))),
    construct("`x[k] =`", assigns_an_entry),
    construct("`x[[i, j]]`", |code| indices(code).iter().any(|index| code[index.0] == "[")),
    construct("`x[a..b]`", |code| indices(code).iter().any(|index| is_range(&code[index.0..index.1]))),
    construct("`[a, b]`, a list written down", writes_a_list),
    construct("`Some`, `None`", |code| has(code, "Some (") || has(code, "None")),
    construct("`match`", |code| has(code, "match")),
    construct("`if let`", |code| has(code, "if let")),
    construct("`?`", |code| has(code, "?")),
    construct("`Ok`, `Err`", |code| has(code, "Ok (") || has(code, "Err (")),
    construct("a tuple, `(a, b)`", makes_a_tuple),
    construct("`let (a, b) =`", |code| has(code, "let (")),
    construct("`pair.0`", |code| code.windows(3).any(|w| is_name(&w[0]) && w[1] == "." && is_number(&w[2]))),
    construct("a field, `p.tau_m`", reads_a_field),
    construct("a struct written down, `P { … }`", |code| has(code, "TYPE { NAME :") || has(code, "TYPE { . .")),
    construct("a closure, `|x| …`", |code| {
        code.windows(2).any(|w| w[1] == "|" && ["(", ",", "=", "{", "move"].contains(&w[0].as_str()))
    }),
    construct("`&x` as an argument", |code| has(code, "( & NAME") || has(code, ", & NAME")),
    construct("`&mut x` as an argument", |code| has(code, "( & mut") || has(code, ", & mut")),
    construct("`*x`, what is lent itself", |code| {
        code.windows(3).any(|w| ["=", "(", ",", "{", ";"].contains(&w[0].as_str()) && w[1] == "*" && is_name(&w[2]))
    }),
    construct("a type inside a method, `::<f64>`", |code| has(code, ": : <")),
];

/// The methods, the functions of types and the macros in these tokens: `.push()`, `Vec::new`, `format!`.
pub fn words(code: &[String]) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for k in 0..code.len() {
        let rest = &code[k..];
        if starts(rest, ". NAME (") || starts(rest, ". NAME : :") {
            words.insert(format!(".{}()", rest[1]));
        } else if (starts(rest, "TYPE : : NAME") || starts(rest, "f64 : : NAME")) && !starts(rest, "TYPE : : TYPE {") {
            words.insert(format!("{}::{}", rest[0], rest[3]));
        } else if starts(rest, "NAME ! (") || starts(rest, "NAME ! [") {
            words.insert(format!("{}!", rest[0]));
        }
    }
    words
}

/// Whether one of these functions is called.
pub fn calls_one_of(code: &[String], functions: &BTreeSet<String>) -> bool {
    let called = |k: usize| functions.contains(&code[k]) && code.get(k + 1).is_some_and(|next| next == "(");
    (0..code.len()).any(|k| called(k) && (k == 0 || ![".", "fn"].contains(&code[k - 1].as_str())))
}

/// Whether these tokens occur, with blanks between them. NAME is any name, TYPE one that begins with a capital.
fn has(code: &[String], pattern: &str) -> bool {
    (0..code.len()).any(|k| starts(&code[k..], pattern))
}

fn starts(code: &[String], pattern: &str) -> bool {
    let mut tokens = code.iter();
    pattern.split(' ').all(|wanted| {
        tokens.next().is_some_and(|token| match wanted {
            "NAME" => is_name(token),
            "TYPE" => is_name(token) && token.starts_with(char::is_uppercase),
            wanted => token == wanted,
        })
    })
}

fn is_name(token: &str) -> bool {
    const KEYWORDS: [&str; 14] =
        ["let", "mut", "if", "else", "for", "in", "while", "return", "match", "fn", "as", "move", "use", "_"];
    token.starts_with(|first: char| first.is_alphabetic() || first == '_') && !KEYWORDS.contains(&token)
}

fn is_number(token: &str) -> bool {
    token.starts_with(|first: char| first.is_ascii_digit())
}

/// Whether what ends here has a value, so that a sign after it stands between two values.
fn is_value(token: &str) -> bool {
    is_name(token) || is_number(token) || [")", "]"].contains(&token)
}

fn after_a_value(code: &[String], first: &str, second: &str) -> bool {
    code.windows(3).any(|w| is_value(&w[0]) && w[1] == first && w[2] == second)
}

/// What each `for` goes through: the tokens from `in` to the brace.
fn loops(code: &[String]) -> Vec<&[String]> {
    let starts = (0..code.len()).filter(|&k| code[k] == "for");
    starts.filter_map(|k| code[k..].split(|token| token == "{").next()).collect()
}

fn a_loop_in_a_loop(code: &[String]) -> bool {
    let mut open = Vec::new(); // for each brace, whether it is a loop's
    let mut comes = false;
    for token in code {
        match token.as_str() {
            "for" | "while" | "loop" => {
                if open.contains(&true) {
                    return true;
                }
                comes = true;
            }
            "{" => open.push(std::mem::take(&mut comes)),
            "}" => drop(open.pop()),
            _ => {}
        }
    }
    false
}

/// Where the tokens between the brackets of `x[…]` begin and end.
fn indices(code: &[String]) -> Vec<(usize, usize)> {
    let opens = (1..code.len())
        .filter(|&k| code[k] == "[" && (is_name(&code[k - 1]) || [")", "]"].contains(&code[k - 1].as_str())));
    opens.filter_map(|k| Some((k + 1, closing(code, k)?))).collect()
}

/// The bracket that closes the one at this place.
fn closing(code: &[String], open: usize) -> Option<usize> {
    let mut depth = 0;
    (open..code.len()).find(|&k| {
        match code[k].as_str() {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth -= 1,
            _ => {}
        }
        depth == 0
    })
}

fn is_range(index: &[String]) -> bool {
    has(index, ". .")
}

fn assigns_an_entry(code: &[String]) -> bool {
    let assigned = |end: usize| match code.get(end + 1..).unwrap_or_default() {
        [sign, next, ..] if sign == "=" => next != "=",
        [sign, next, ..] => ["+", "-", "*", "/"].contains(&sign.as_str()) && next == "=",
        _ => false,
    };
    indices(code).into_iter().any(|(_, end)| assigned(end))
}

/// A bracket after no value, with a comma inside.
fn writes_a_list(code: &[String]) -> bool {
    let opens = |k: &usize| {
        code[*k] == "[" && (*k == 0 || !(is_value(&code[k - 1]) || ["!", "["].contains(&code[k - 1].as_str())))
    };
    (0..code.len()).filter(opens).any(|k| has_a_comma(code, k))
}

/// A parenthesis after no name, with a comma inside.
fn makes_a_tuple(code: &[String]) -> bool {
    let opens = |k: &usize| {
        let before = k.checked_sub(1).map_or(";", |before| &code[before]);
        code[*k] == "(" && [";", "{", "}", "=", "return", "(", ","].contains(&before)
    };
    (0..code.len()).filter(opens).any(|k| has_a_comma(code, k))
}

/// Whether a comma is between this bracket and its partner, and not inside others.
fn has_a_comma(code: &[String], open: usize) -> bool {
    let Some(close) = closing(code, open) else { return false };
    let mut depth = 0;
    code[open + 1..close].iter().any(|token| {
        match token.as_str() {
            "(" | "[" | "{" | "|" => depth += 1,
            ")" | "]" | "}" => depth -= 1,
            _ => {}
        }
        depth == 0 && token == ","
    })
}

fn reads_a_field(code: &[String]) -> bool {
    (1..code.len()).any(|k| {
        starts(&code[k - 1..], "NAME . NAME")
            && !code.get(k + 2).is_some_and(|next| ["(", ":", "!"].contains(&next.as_str()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notebooks::lexer::tokens;

    fn found(code: &str) -> Vec<&'static str> {
        let code = tokens(code);
        CONSTRUCTS.iter().filter(|construct| (construct.is_in)(&code)).map(|construct| construct.name).collect()
    }

    #[test]
    fn each_construct_is_found_alone() {
        for (code, names) in [
            ("let mut n = 1;", vec!["`let mut`"]),
            ("n += 1;", vec!["`+=` and the like"]),
            ("n == -1", vec![]),
            ("2.0_f64", vec!["a number with its type, `1.0_f64`"]),
            ("if a && b { 1 } else if c || d { 2 } else { 3 }", vec!["`if`", "`else if`", "`&&`, `||`"]),
            ("for k in 0..n { f(k); }", vec!["`for k in 0..n`"]),
            ("for &t in times { f(t); } for k in x { f(k); }", vec!["`for &t in times`"]),
            ("for _ in 0..n { for k in 1..n { f(k); } }", vec!["`for k in 0..n`", "`for _ in`", "a loop in a loop"]),
            ("while f(x) { for_each(x); }", vec!["`while`"]),
            ("x[k] == y[k - 1]", vec!["`x[k]`"]),
            ("x[k] -= 1.0;", vec!["`+=` and the like", "`x[k]`", "`x[k] =`"]),
            ("w[[i, j]] = 1.0;", vec!["`x[k]`", "`x[k] =`", "`x[[i, j]]`"]),
            ("x[2..].len()", vec!["`x[a..b]`"]),
            ("x.slice(s![1..])", vec![]),
            ("[a, f(b, c)]", vec!["`[a, b]`, a list written down"]),
            ("array![1.0, 2.0]", vec![]),
            ("if let Some(t) = first { t }", vec!["`if`", "`Some`, `None`", "`if let`"]),
            ("Some(a? - b?)", vec!["`Some`, `None`", "`?`"]),
            ("(a, f(b, c))", vec!["a tuple, `(a, b)`"]),
            ("(a + f(b, c))", vec![]),
            ("let (a, b) = pair;", vec!["`let (a, b) =`"]),
            ("pair.0", vec!["`pair.0`"]),
            ("p.tau_m * x.exp()", vec!["a field, `p.tau_m`"]),
            ("P { tau_m: 2.0, ..p }", vec!["a struct written down, `P { … }`"]),
            ("x.mapv(|x| x * x)", vec!["a closure, `|x| …`"]),
            ("f(&x, &mut y)", vec!["`&x` as an argument", "`&mut x` as an argument"]),
            ("let a = *b;", vec!["`*x`, what is lent itself"]),
            ("x.sum::<f64>()", vec!["a type inside a method, `::<f64>`"]),
        ] {
            assert_eq!(found(code), names, "{code}");
        }
    }

    #[test]
    fn words_are_methods_functions_of_types_and_macros() {
        let words = words(&tokens("Vec::new(); x.iter().sum::<f64>(); p.tau_m; f64::INFINITY; format!(\"\"); f(x)"));
        assert_eq!(
            words.into_iter().collect::<Vec<_>>(),
            [".iter()", ".sum()", "Vec::new", "f64::INFINITY", "format!"]
        );
    }

    #[test]
    fn a_call_is_no_method_and_no_definition() {
        let own = BTreeSet::from(["f".to_string()]);
        assert!(calls_one_of(&tokens("g(f(x))"), &own));
        assert!(!calls_one_of(&tokens("x.f(1); fn f(x: f64) {} let f = 2;"), &own));
    }
}
