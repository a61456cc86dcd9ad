//! The tables, tried on what rustc said in the real kernel (`recorded/record.py`).

use super::{TABLES, line, not_kept};
use crate::cell::diagnostic::Diagnostic;
use crate::cell::kept;
use crate::cell::source::Source;
use crate::cell::variables::Known;
use crate::language::Text;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Set it to rewrite `lines.md`, then look at the difference.
const RENEW: &str = "NEUROCOMP_RENEW_LINES";
const LINES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/recorded/lines.md");

#[derive(Deserialize)]
struct Recorded {
    earlier: Vec<String>,
    cell: String,
    /// What the kernel had noted of variables.
    gone: String,
    /// The source of the last cell with variables.
    last: String,
    source: String,
    messages: Vec<Diagnostic>,
}

fn recorded() -> BTreeMap<String, Recorded> {
    serde_json::from_str(include_str!("../../recorded/messages.json")).unwrap()
}

impl Recorded {
    fn source(&self) -> Source {
        Source::new(&self.source).with_types(&self.messages)
    }

    /// The variables for which the kernel refuses the cell, with their lines.
    fn not_kept(&self) -> impl Iterator<Item = (&str, Text<String>)> {
        let has_errors = self.messages.iter().any(|message| message.level == "error");
        let messages = self.messages.iter().filter(move |_| !has_errors);
        messages.filter_map(|message| {
            let (line, kind) = kept::told_type(message)?;
            let name = kept::new_variable(self.source.lines().nth(line - 1)?)?;
            let obstacle = kept::obstacle(kind)?;
            Some((kind, not_kept(name, kind, obstacle)))
        })
    }

    fn known(&self, source: &Source) -> Known {
        Known::new(&self.gone, source, &Source::new(&self.last))
    }
}

fn document() -> String {
    let mut text = String::from(
        "# Mistakes and the lines that the kernel adds\n\nWritten by the tests of this crate from `messages.json`.\n",
    );
    for (name, recorded) in recorded() {
        let source = recorded.source();
        let known = recorded.known(&source);
        write!(text, "\n## {name}\n\n```rust\n").unwrap();
        for earlier in &recorded.earlier {
            writeln!(text, "{earlier}\n// ---").unwrap();
        }
        writeln!(text, "{}\n```\n", recorded.cell).unwrap();
        for (kind, line) in recorded.not_kept() {
            writeln!(text, "- `{kind}`\n  - → {}\n  - → {}", line.en, line.fr).unwrap();
        }
        for message in
            recorded.messages.iter().filter(|message| !message.spans.is_empty() && message.code() != kept::CAST_LINT)
        {
            writeln!(text, "- {} {}", message.code(), message.message).unwrap();
            if let Some(line) = line(message, &source, &known) {
                writeln!(text, "  - → {}\n  - → {}", line.en, line.fr).unwrap();
            }
        }
    }
    text
}

#[test]
fn every_recorded_mistake_gets_the_line_that_was_read_and_approved() {
    let document = document();
    if std::env::var_os(RENEW).is_some() {
        std::fs::write(LINES, &document).unwrap();
    }
    let approved = std::fs::read_to_string(LINES).unwrap();
    let mut section = "";
    for (is, was) in document.lines().zip(approved.lines()) {
        if is.starts_with("## ") {
            section = is;
        }
        assert_eq!(is, was, "in {section}; set {RENEW}=1 to write {LINES} anew");
    }
    assert_eq!(document.len(), approved.len(), "set {RENEW}=1 to write {LINES} anew");
}

#[test]
fn every_row_is_met_by_a_recorded_mistake() {
    let mut open: Vec<&super::Row> = TABLES.into_iter().flatten().collect();
    for recorded in recorded().values() {
        let source = recorded.source();
        let known = recorded.known(&source);
        for message in &recorded.messages {
            let facts = super::Facts::new(message, &source, &known);
            let first = TABLES.into_iter().flatten().find(|row| row.code == facts.code && row.line(&facts).is_some());
            open.retain(|row| first.is_none_or(|first| !std::ptr::eq(*row, first)));
        }
    }
    let open: Vec<String> = open.iter().map(|row| format!("{} {}", row.code, row.text.en)).collect();
    assert!(open.is_empty(), "never met:\n{}", open.join("\n"));
}

#[test]
fn a_line_is_short_and_in_two_languages() {
    for recorded in recorded().values() {
        let source = recorded.source();
        let known = recorded.known(&source);
        for line in recorded.messages.iter().filter_map(|message| line(message, &source, &known)) {
            assert_ne!(line.en, line.fr);
            for text in [&line.en, &line.fr] {
                assert!(text.chars().count() <= 260 && !text.contains('\n'), "{text}");
                assert!(!text.contains("evcxr") && !text.contains("{integer}") && !text.contains("{float}"), "{text}");
            }
        }
    }
}

#[test]
fn an_unknown_message_gets_no_line() {
    let message = Diagnostic { message: "something new".to_owned(), ..Diagnostic::default() };
    assert_eq!(line(&message, &Source::new(""), &Known::default()), None);
}
