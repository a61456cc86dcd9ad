//! A compile error as the student sees it. evcxr draws a frame only for cells without accents, and with code that it wrote
//! itself left out of view; here one layout serves all cells.

use crate::cell::diagnostic::{Diagnostic, Place};
use crate::cell::source::Source;

const RED: &str = "31";
const BLUE: &str = "34";
const BOLD: &str = "1";

/// What is written under a line of code.
struct Mark {
    start: usize,
    end: usize,
    text: String,
    colour: &'static str,
}

/// Draws a message: rustc's own words, the line for beginners, and the student's lines with what rustc says of them.
pub fn draw(message: &Diagnostic, title: &str, line: Option<&str>, source: &Source) -> String {
    let code = match message.code() {
        "" => String::new(),
        code => format!("[{code}] "),
    };
    let mut report = format!("{} {title}", coloured(RED, &format!("{code}Error:")));
    if let Some(line) = line {
        report.push_str(&format!("\n{}", coloured(BOLD, &format!("→ {}", broken(line)))));
    }
    let marks = marks(message, line.is_some(), source);
    let mut lines: Vec<(usize, &str)> = marks.iter().map(|(place, _)| (place.line, place.text.as_str())).collect();
    lines.sort_unstable();
    lines.dedup();
    for (number, text) in lines {
        let of_line = marks.iter().filter(|(place, _)| place.line == number).map(|(_, mark)| mark);
        report.push_str(&format!("\n  │ {}", text.replace('\t', " ").trim_end()));
        for row in rows(of_line.collect()) {
            report.push_str(&format!("\n  │ {}", row.trim_end()));
        }
    }
    report
}

/// JupyterLab breaks long lines anywhere, so they are broken between words before.
fn broken(line: &str) -> String {
    const LONGEST: usize = 95;
    let mut text = String::new();
    let mut length = 0;
    for word in line.split(' ') {
        let word_length = word.chars().count();
        if length + 1 + word_length > LONGEST {
            text.push_str("\n  ");
            length = 0;
        } else if !text.is_empty() {
            text.push(' ');
            length += 1;
        }
        text.push_str(word);
        length += word_length;
    }
    text
}

fn marks(message: &Diagnostic, has_line: bool, source: &Source) -> Vec<(Place, Mark)> {
    let mut marks = Vec::new();
    for place in message.places() {
        let colour = if place.is_primary { RED } else { BLUE };
        let text = place.label.clone().unwrap_or_default();
        add(&mut marks, place, text, colour, source);
    }
    for child in &message.children {
        // It points to a `use` of an earlier cell; the line says what is meant.
        if has_line && child.message.starts_with("consider importing") {
            continue;
        }
        let mut places = child.places();
        if let (Some(place), true) = (places.pop(), places.is_empty() && child.spans.len() == 1) {
            let proposal = place.proposal.as_deref().map(str::trim).unwrap_or_default();
            let proposal = if proposal.is_empty() { String::new() } else { format!(": `{proposal}`") };
            add(&mut marks, place, format!("{}: {}{proposal}", child.level, child.message), BLUE, source);
        }
    }
    marks
}

fn add(marks: &mut Vec<(Place, Mark)>, place: Place, text: String, colour: &'static str, source: &Source) {
    if source.is_students(place.line) && text.lines().count() <= 1 {
        let mark = Mark { start: place.start, end: place.end.max(place.start + 1), text, colour };
        marks.push((place, mark));
    }
}

/// The rows below a line of code: one with the marks, then one for each text, from the right to the left.
fn rows(mut marks: Vec<&Mark>) -> Vec<String> {
    marks.reverse(); // so that the first of two texts about one place comes first
    marks.sort_by_key(|mark| (mark.start, mark.end));
    let width = marks.iter().map(|mark| mark.end).max().unwrap_or(0);
    let mut under: Vec<(char, &str)> = vec![(' ', ""); width];
    for mark in marks.iter().rev() {
        for cell in &mut under[mark.start..mark.end] {
            *cell = ('─', mark.colour);
        }
    }
    let texts: Vec<&&Mark> = marks.iter().filter(|mark| !mark.text.is_empty()).collect();
    for mark in &texts {
        under[middle(mark)] = ('┬', mark.colour);
    }
    let mut rows = vec![painted(&under)];
    for (at, mark) in texts.iter().enumerate().rev() {
        let mut row: Vec<(char, &str)> = vec![(' ', ""); middle(mark)];
        for open in &texts[..at] {
            if let Some(cell) = row.get_mut(middle(open)) {
                *cell = ('│', open.colour);
            }
        }
        // The words in the page's own colour, which can be read in light and dark.
        let arm = coloured(mark.colour, "╰─");
        rows.push(format!("{}{arm} {}", painted(&row), mark.text));
    }
    rows
}

fn middle(mark: &Mark) -> usize {
    (mark.start + mark.end - 1) / 2
}

fn painted(cells: &[(char, &str)]) -> String {
    let mut text = String::new();
    for run in cells.chunk_by(|one, next| one.1 == next.1) {
        let run_text: String = run.iter().map(|(c, _)| *c).collect();
        text.push_str(&if run[0].1.is_empty() { run_text } else { coloured(run[0].1, &run_text) });
    }
    text
}

fn coloured(colour: &str, text: &str) -> String {
    format!("\u{1b}[{colour}m{text}\u{1b}[0m")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(start: usize, end: usize, text: &str) -> Mark {
        Mark { start, end, text: text.to_owned(), colour: "" }
    }

    fn drawn(marks: &[Mark]) -> String {
        let text = rows(marks.iter().collect()).join("\n");
        text.replace("\u{1b}[m", "").replace("\u{1b}[0m", "")
    }

    #[test]
    fn texts_stand_below_each_other() {
        let drawn = drawn(&[mark(3, 9, "left"), mark(21, 24, "right")]);
        assert_eq!(drawn, "   ──┬───            ─┬─\n     │                ╰─ right\n     ╰─ left");
    }

    #[test]
    fn long_lines_are_broken_between_words() {
        assert_eq!(broken("short and `x`"), "short and `x`");
        let words = "word ".repeat(30);
        assert!(broken(words.trim()).lines().all(|line| line.chars().count() <= 97));
        assert_eq!(broken(words.trim()).split_whitespace().count(), 30);
    }

    #[test]
    fn two_texts_may_belong_to_one_place() {
        assert_eq!(drawn(&[mark(2, 3, "first"), mark(2, 3, "second")]), "  ┬\n  ╰─ first\n  ╰─ second");
        assert_eq!(drawn(&[mark(2, 4, "")]), "  ──");
    }
}
