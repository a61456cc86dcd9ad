//! Text that fits its place.

/// Text without line breaks or control characters.
pub(crate) fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_control() || c.is_whitespace())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// A title is one line; the whole of it is in the summary.
pub(crate) fn one_title(text: &str, width: usize) -> String {
    let line = one_line(text);
    // About 8 pixels a character.
    let room = (width / 8).saturating_sub(4);
    if line.chars().count() <= room { line } else { line.chars().take(room - 1).chain(['…']).collect() }
}

/// `text` in lines of at most about `width` characters.
pub(crate) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.into()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_one_line_that_fits() {
        assert_eq!(one_title("Rate\nand  CV", 720), "Rate and CV");
        let long = one_title(&"é".repeat(500), 400);
        assert!(long.ends_with('…') && long.chars().count() * 8 <= 400);
    }

    #[test]
    fn wrapped_lines_keep_all_words() {
        let text = "one two three four five six";
        let lines = wrapped(text, 9);
        assert_eq!(lines.join(" "), text);
        assert!(lines.iter().all(|line| line.len() <= 9), "{lines:?}");
        assert_eq!(wrapped("indivisible", 3), ["indivisible"]);
    }
}
