//! Patterns of messages, and sentences with gaps.
//!
//! `$name` in a pattern stands for any text, and the same name for the same text. A name that begins with `int`, `real` or
//! `name` stands only for a type of whole numbers, of real numbers, or a plain name; `$_` for anything, even nothing. In a
//! sentence `$name` is replaced by what was found.

/// What the names of patterns stood for.
#[derive(Clone, Debug, Default)]
pub struct Found(Vec<(String, String)>);

impl Found {
    /// What a name stood for, without the quotes of rustc.
    pub fn get(&self, name: &str) -> Option<&str> {
        let (_, value) = self.0.iter().find(|(known, _)| known == name)?;
        Some(unquoted(value))
    }

    /// Gives a name a value, which replaces an earlier one.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.0.retain(|(known, _)| known != name);
        self.0.push((name.to_owned(), value.into()));
    }

    /// The sentence with its gaps filled; `None` if something is missing.
    pub fn fill(&self, sentence: &str) -> Option<String> {
        let mut pieces = sentence.split('$');
        let mut filled = pieces.next()?.to_owned();
        for piece in pieces {
            let (name, rest) = piece.split_at(name_length(piece));
            filled.push_str(self.get(name)?);
            filled.push_str(rest);
        }
        Some(filled)
    }
}

/// Whether the whole text is as the pattern says; what was found is added only then.
pub fn matches(pattern: &str, text: &str, found: &mut Found) -> bool {
    let mut attempt = found.clone();
    let is_match = matches_from(pattern, text, &mut attempt);
    if is_match {
        *found = attempt;
    }
    is_match
}

fn matches_from(pattern: &str, text: &str, found: &mut Found) -> bool {
    let Some(gap) = pattern.find('$') else {
        return pattern == text;
    };
    let Some(text) = text.strip_prefix(&pattern[..gap]) else {
        return false;
    };
    let behind = &pattern[gap + 1..];
    let (name, pattern) = behind.split_at(name_length(behind));
    let shortest = usize::from(name != "_");
    let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    for end in ends.filter(|end| *end >= shortest) {
        let (value, rest) = text.split_at(end);
        let known = found.get(name).map(str::to_owned);
        if !fits(name, value) || known.is_some_and(|known| known != unquoted(value)) {
            continue;
        }
        let before = found.clone();
        if name != "_" {
            found.set(name, value);
        }
        if matches_from(pattern, rest, found) {
            return true;
        }
        *found = before;
    }
    false
}

fn fits(name: &str, value: &str) -> bool {
    let value = unquoted(value);
    if name.starts_with("int") {
        is_whole(value)
    } else if name.starts_with("real") {
        is_real(value)
    } else if name.starts_with("name") {
        is_name(value)
    } else {
        true
    }
}

/// Without the quotes around all of it.
fn unquoted(text: &str) -> &str {
    let inside = text.strip_prefix('`').and_then(|rest| rest.strip_suffix('`'));
    inside.filter(|inside| !inside.contains('`')).unwrap_or(text)
}

fn name_length(text: &str) -> usize {
    if text.starts_with('_') {
        return 1;
    }
    text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(text.len())
}

/// Whether rustc names a type of whole numbers so.
pub fn is_whole(kind: &str) -> bool {
    let names = [
        "{integer}",
        "integer",
        "i8",
        "i16",
        "i32",
        "i64",
        "i128",
        "isize",
        "u8",
        "u16",
        "u32",
        "u64",
        "u128",
        "usize",
    ];
    names.contains(&kind)
}

/// Whether rustc names a type of real numbers so.
pub fn is_real(kind: &str) -> bool {
    ["{float}", "floating-point number", "f64", "f32"].contains(&kind)
}

/// Whether this is the name of a variable or a function.
pub fn is_name(text: &str) -> bool {
    text.chars().all(|c| c.is_alphanumeric() || c == '_') && text.chars().next().is_some_and(|c| !c.is_ascii_digit())
}

/// Whether this is a type of arrays, views among them.
pub fn is_array(kind: &str) -> bool {
    axes(kind).is_some()
}

/// The number of axes of a type of arrays: 1 for `Array1<f64>`.
pub fn axes(kind: &str) -> Option<char> {
    let (name, _) = kind.split_once('<')?;
    let starts = ["ArrayViewMut", "ArrayView", "ArrayRef", "Array"];
    let axes = starts.iter().find_map(|start| name.strip_prefix(start))?;
    axes.chars().next().filter(char::is_ascii_digit)
}

/// Whether the one is a view of such arrays as the other.
pub fn is_view_of(view: &str, array: &str) -> bool {
    match (view.strip_prefix("ArrayView"), array.strip_prefix("Array")) {
        (Some(viewed), Some(whole)) => viewed == whole,
        _ => false,
    }
}

/// Whether this is a whole number as one writes it.
pub fn is_whole_literal(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || c == '_') && !text.starts_with('_')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(pattern: &str, text: &str) -> Option<Found> {
        let mut found = Found::default();
        matches(pattern, text, &mut found).then_some(found)
    }

    #[test]
    fn a_name_stands_for_what_is_there() {
        let values = found("cannot multiply `$int` by `$real`", "cannot multiply `{integer}` by `f64`").unwrap();
        assert_eq!((values.get("int"), values.get("real")), (Some("{integer}"), Some("f64")));
        let swapped = found("cannot multiply `$int` by `$real`", "cannot multiply `f64` by `{integer}`");
        assert!(swapped.is_none());
        let quoted = found("expected $want, found $got", "expected `f64`, found integer").unwrap();
        assert_eq!(quoted.fill("$want, $got.").as_deref(), Some("f64, integer."));
    }

    #[test]
    fn the_shortest_text_is_taken_that_leads_to_the_end() {
        let values = found("`$a` by `$b`", "`Vec<`x`>` by `f64`").unwrap();
        assert_eq!((values.get("a"), values.get("b")), (Some("Vec<`x`>"), Some("f64")));
        assert!(found("$_ of moved value: `$x`", "borrow of moved value: `v`").is_some());
        assert!(found("a$x", "a").is_none() && found("a$_", "a").is_some());
    }

    #[test]
    fn the_same_name_is_the_same_text() {
        assert!(found("$x and $x", "a and a").is_some() && found("$x and $x", "a and b").is_none());
    }

    #[test]
    fn a_sentence_with_an_open_gap_is_not_said() {
        assert_eq!(Found::default().fill("`$x` was made"), None);
    }
}
