//! What a cell prints, taken apart: text for the student, and the lines by which the code around a cell says what becomes
//! of it.

mod limit;

use crate::wire::{Display, Live};
use limit::Limit;

const PANIC: &[u8] = b"EVCXR_PANIC_NOTIFICATION";
const FAILED: &[u8] = b"EVCXR_ERROR_OCCURRED";
const CHANGED_TYPE: &[u8] = b"EVCXR_VARIABLE_CHANGED_TYPE:";
const BEGIN_CONTENT: &[u8] = b"EVCXR_BEGIN_CONTENT ";
const END_CONTENT: &[u8] = b"EVCXR_END_CONTENT";
const ASKS: &[u8] = b"EVCXR_INPUT_REQUEST:";
const ASKS_HIDDEN: &[u8] = b"EVCXR_INPUT_REQUEST_PASSWORD:";
const DISPLAYS: &[u8] = b"NEUROCOMP_DISPLAY ";
const LIVES: &[u8] = b"NEUROCOMP_LIVE ";
const MARKERS: [&[u8]; 8] = [PANIC, FAILED, CHANGED_TYPE, BEGIN_CONTENT, ASKS, ASKS_HIDDEN, DISPLAYS, LIVES];

/// The content that represents an error that left the cell by `?`.
const ERROR_TYPE: &[u8] = b"application/vnd.evcxr.error";
/// What a cell whose last expression has no value, such as a loop, would show.
const NO_VALUE: &[u8] = b"EVCXR_BEGIN_CONTENT text/plain\n()\nEVCXR_END_CONTENT\n";

/// One thing that a cell said on standard output.
#[derive(Debug, PartialEq)]
pub enum Said {
    /// For the student.
    Text(String),
    /// For evcxr: a value, or a line about a variable.
    Evcxr(Vec<u8>),
    /// It shows something that it may exchange later.
    Display(Display),
    /// It shows a figure that has controls.
    Live(Live),
    /// It will read a line: what it asks, and whether the answer is hidden.
    Asks(String, bool),
    /// A variable is lost: its type was defined anew.
    Retyped(String),
    /// It panicked.
    Panicked,
    /// An error left it.
    Failed(String),
}

/// The standard output of the cells.
#[derive(Default)]
pub struct Stdout {
    /// A line that has not ended, without what was handed on of it.
    line: Vec<u8>,
    /// A block of content, until it is whole.
    content: Option<Vec<u8>>,
    /// What left the cell by `?`, until evcxr's own line about it.
    error: Option<String>,
    limit: Limit,
}

impl Stdout {
    /// Takes what was read and gives what it says. Of a line that has not ended, what may become a marker is held back.
    pub fn take(&mut self, bytes: &[u8]) -> Vec<Said> {
        let mut said = Vec::new();
        for piece in bytes.split_inclusive(|byte| *byte == b'\n') {
            self.line.extend_from_slice(piece);
            if piece.ends_with(b"\n") {
                let line = std::mem::take(&mut self.line);
                self.whole_line(&line[..line.len() - 1], &mut said);
            }
        }
        if self.content.is_none() {
            let clear = clear_of_markers(&self.line);
            let text: Vec<u8> = self.line.drain(..clear).collect();
            self.text(&text, &mut said);
        }
        said
    }

    /// Ends a cell: what is left of its output.
    pub fn finish_cell(&mut self) -> Vec<Said> {
        let mut said = Vec::new();
        let line = std::mem::take(&mut self.line);
        self.text(&line, &mut said);
        self.content = None;
        self.error = None;
        self.limit = Limit::default();
        said
    }

    fn whole_line(&mut self, line: &[u8], said: &mut Vec<Said>) {
        if let Some(mut content) = self.content.take() {
            push_line(&mut content, line);
            match line == END_CONTENT {
                true => self.whole_content(content, said),
                false => self.content = Some(content),
            }
            return;
        }
        let marker = MARKERS.iter().filter_map(|marker| find(line, marker)).min();
        let Some(start) = marker else {
            let mut text = line.to_vec();
            text.push(b'\n');
            return self.text(&text, said);
        };
        if start > 0 {
            // `print!` without a newline came before it.
            self.text(&line[..start], said);
        }
        self.marker(&line[start..], said);
    }

    fn marker(&mut self, line: &[u8], said: &mut Vec<Said>) {
        let after = |marker: &[u8]| String::from_utf8_lossy(&line[marker.len()..]).into_owned();
        if line.starts_with(BEGIN_CONTENT) {
            let mut content = Vec::new();
            push_line(&mut content, line);
            self.content = Some(content);
        } else if line.starts_with(DISPLAYS) {
            // What is no display is a student's own line.
            match serde_json::from_str(&after(DISPLAYS)) {
                Ok(display) => said.push(Said::Display(display)),
                Err(_) => self.text(&[line, b"\n"].concat(), said),
            }
        } else if line.starts_with(LIVES) {
            match serde_json::from_str(&after(LIVES)) {
                Ok(live) => said.push(Said::Live(live)),
                Err(_) => self.text(&[line, b"\n"].concat(), said),
            }
        } else if line.starts_with(ASKS) {
            said.push(Said::Asks(after(ASKS), false));
        } else if line.starts_with(ASKS_HIDDEN) {
            said.push(Said::Asks(after(ASKS_HIDDEN), true));
        } else {
            if line.starts_with(CHANGED_TYPE) {
                said.push(Said::Retyped(after(CHANGED_TYPE)));
            } else if line == PANIC {
                said.push(Said::Panicked);
            } else if line == FAILED {
                said.push(Said::Failed(self.error.take().unwrap_or_default()));
            }
            let mut forwarded = Vec::new();
            push_line(&mut forwarded, line);
            said.push(Said::Evcxr(forwarded));
        }
    }

    fn whole_content(&mut self, content: Vec<u8>, said: &mut Vec<Said>) {
        let first_line = content.iter().position(|byte| *byte == b'\n').unwrap_or(content.len());
        if &content[BEGIN_CONTENT.len()..first_line] == ERROR_TYPE {
            let end = content.len() - END_CONTENT.len() - 1;
            self.error = Some(String::from_utf8_lossy(&content[first_line + 1..end]).trim_end().to_owned());
        } else if content != NO_VALUE {
            said.push(Said::Evcxr(content));
        }
    }

    fn text(&mut self, text: &[u8], said: &mut Vec<Said>) {
        let text = self.limit.pass(&String::from_utf8_lossy(text));
        if text.is_empty() {
            return;
        }
        match said.last_mut() {
            Some(Said::Text(earlier)) => earlier.push_str(&text),
            _ => said.push(Said::Text(text)),
        }
    }
}

/// How much of an unfinished line can be handed on: all but what can become a marker, or a letter of which not all bytes
/// are there.
fn clear_of_markers(line: &[u8]) -> usize {
    let may_become_one = |rest: &[u8]| {
        MARKERS.iter().any(|marker| {
            let both = rest.len().min(marker.len());
            rest[..both] == marker[..both]
        })
    };
    let clear = (0..line.len()).find(|start| may_become_one(&line[*start..])).unwrap_or(line.len());
    match std::str::from_utf8(&line[..clear]) {
        Err(error) if error.error_len().is_none() => error.valid_up_to(),
        _ => clear,
    }
}

fn push_line(out: &mut Vec<u8>, line: &[u8]) {
    out.extend_from_slice(line);
    out.push(b'\n');
}

fn find(line: &[u8], marker: &[u8]) -> Option<usize> {
    line.windows(marker.len()).position(|window| window == marker)
}

/// The standard error of the cells, but for the reports of panics, which [`crate::panic_text`] reads: what is printed
/// there is handed on at once.
#[derive(Default)]
pub struct Stderr {
    line: Vec<u8>,
    limit: Limit,
}

impl Stderr {
    /// Takes what was read and gives its whole lines.
    pub fn take(&mut self, bytes: &[u8]) -> Vec<String> {
        let mut lines = Vec::new();
        for piece in bytes.split_inclusive(|byte| *byte == b'\n') {
            self.line.extend_from_slice(piece);
            if piece.ends_with(b"\n") {
                let line = std::mem::take(&mut self.line);
                lines.push(String::from_utf8_lossy(&line[..line.len() - 1]).into_owned());
            }
        }
        lines
    }

    /// What there is of an unfinished line.
    pub fn unfinished(&mut self) -> String {
        String::from_utf8_lossy(&std::mem::take(&mut self.line)).into_owned()
    }

    /// What may still be shown of a text.
    pub fn pass(&mut self, text: &str) -> String {
        self.limit.pass(text)
    }

    /// Ends a cell.
    pub fn finish_cell(&mut self) {
        self.limit = Limit::default();
    }
}

#[cfg(test)]
mod tests;
