//! What rustc says, as much of it as is read here, with types as the student writes them.

use super::types;
use serde::{Deserialize, Deserializer};

/// The file of a cell, as rustc names it.
const CELL: &str = "src/lib.rs";

/// A message of rustc (`--error-format=json`), or a part of one.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Diagnostic {
    /// The message itself.
    #[serde(deserialize_with = "as_written")]
    pub message: String,
    /// As in `E0384`; syntax errors have none.
    #[serde(default)]
    pub code: Option<Code>,
    /// `error`, `help`, `note`.
    #[serde(default)]
    pub level: String,
    /// What it points to.
    #[serde(default)]
    pub spans: Vec<Span>,
    /// Notes and proposals.
    #[serde(default)]
    pub children: Vec<Diagnostic>,
}

/// The code of an error.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Code {
    /// As in `E0384`.
    pub code: String,
}

/// A piece of some file.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Span {
    file_name: String,
    line_start: usize,
    line_end: usize,
    is_primary: bool,
    #[serde(default)]
    text: Vec<Line>,
    #[serde(default, deserialize_with = "perhaps_as_written")]
    label: Option<String>,
    #[serde(default, deserialize_with = "perhaps_as_written")]
    suggested_replacement: Option<String>,
    #[serde(default)]
    expansion: Option<Box<Expansion>>,
}

#[derive(Clone, Debug, Default, Deserialize)]
struct Line {
    text: String,
    highlight_start: usize,
    highlight_end: usize,
}

#[derive(Clone, Debug, Default, Deserialize)]
struct Expansion {
    span: Span,
}

/// A piece of the cell that a message points to.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// The number of the line in the cell's source, from 1.
    pub line: usize,
    /// The line.
    pub text: String,
    /// Where in the line the piece begins, in characters from 0.
    pub start: usize,
    /// Where it ends; a piece of several lines ends with the first.
    pub end: usize,
    /// Whether it is a piece of several lines.
    pub goes_on: bool,
    /// What is said about it.
    pub label: Option<String>,
    /// Whether the message is about this piece, and the others only explain it.
    pub is_primary: bool,
    /// What could be written here instead.
    pub proposal: Option<String>,
}

impl Place {
    /// The code that is pointed to.
    pub fn marked(&self) -> String {
        self.text.chars().take(self.end).skip(self.start).collect::<String>()
    }

    /// What is before it in its line.
    pub fn before(&self) -> String {
        self.text.chars().take(self.start).collect()
    }

    /// The rest of its line, from where it begins.
    pub fn rest(&self) -> String {
        self.text.chars().skip(self.start).collect()
    }
}

impl Diagnostic {
    /// As in `E0384`, or nothing.
    pub fn code(&self) -> &str {
        self.code.as_ref().map_or("", |code| &code.code)
    }

    /// The line of a statement whose `;` is missing, where rustc takes what follows for the arguments of a call: evcxr puts
    /// the last expression of a cell in parentheses, on a line of their own.
    pub fn unfinished_statement(&self) -> Option<Place> {
        if self.code() != "E0618" {
            return None;
        }
        let end = self
            .children
            .iter()
            .find(|child| child.message == "consider using a semicolon here to finish the statement");
        match end {
            Some(end) => end.places().pop().filter(|place| place.rest().trim().is_empty()),
            None => self.places().into_iter().find(|place| {
                // The result of a macro, for which rustc does not propose the `;`.
                place.label.as_deref() == Some("call expression requires function") && place.goes_on
            }),
        }
    }

    /// What it points to in the cell; for a piece of a macro, the call of the macro.
    pub fn places(&self) -> Vec<Place> {
        self.spans.iter().filter_map(place).collect()
    }
}

fn as_written<'de, D: Deserializer<'de>>(text: D) -> Result<String, D::Error> {
    String::deserialize(text).map(|text| types::as_written(&text))
}

fn perhaps_as_written<'de, D: Deserializer<'de>>(text: D) -> Result<Option<String>, D::Error> {
    Ok(Option::<String>::deserialize(text)?.map(|text| types::as_written(&text)))
}

fn place(span: &Span) -> Option<Place> {
    let mut outer = span;
    while outer.file_name != CELL {
        outer = &outer.expansion.as_ref()?.span;
    }
    let line = outer.text.first()?;
    let start = line.highlight_start.saturating_sub(1);
    let goes_on = outer.line_end > outer.line_start;
    let end = if goes_on { line.text.chars().count() } else { line.highlight_end.saturating_sub(1) };
    Some(Place {
        line: outer.line_start,
        text: line.text.clone(),
        start,
        end: end.max(start),
        goes_on,
        label: span.label.clone().filter(|label| !label.is_empty()),
        is_primary: span.is_primary,
        proposal: span.suggested_replacement.clone(),
    })
}
