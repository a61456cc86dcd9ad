//! What happens to the cell's output on its way to evcxr.

use crate::language::Text;
use crate::panic_text::PanicText;

/// The line by which evcxr knows that a cell is done.
pub const COMPLETE: &[u8] = b"EVCXR_EXECUTION_COMPLETE";
/// evcxr reads these as lines among the cell's own output.
const MARKERS: [&[u8]; 3] = [
    COMPLETE,
    b"EVCXR_PANIC_NOTIFICATION",
    b"EVCXR_BEGIN_CONTENT ",
];
const END_OF_CONTENT: &[u8] = b"EVCXR_END_CONTENT";

/// What one cell may print. A loop without end that prints would else bring down the browser before the student can
/// interrupt it.
const LIMIT: usize = 1_000_000;

const CUT: Text = Text {
    en: "[the rest of the output of this cell is not shown: it is more than 1 MB]",
    fr: "[la suite de la sortie de cette cellule n'est pas affichée : elle dépasse 1 Mo]",
};

/// Standard output: whole lines are handed on; a marker that follows `print!` without a newline gets its own line,
/// without which evcxr would wait for it for ever.
#[derive(Default)]
pub struct Stdout {
    partial: Vec<u8>,
    printed: usize,
    /// A block of content, until it is whole.
    content: Option<Vec<u8>>,
    complete: bool,
}

/// What a cell whose last expression has no value, such as a loop, would show.
const NO_VALUE: &[u8] = b"EVCXR_BEGIN_CONTENT text/plain\n()\nEVCXR_END_CONTENT\n";

impl Stdout {
    /// Takes what was read and gives what can be handed on. The line that ends the cell is held back.
    pub fn take(&mut self, bytes: &[u8]) -> Vec<u8> {
        let mut out = Vec::with_capacity(bytes.len());
        for piece in bytes.split_inclusive(|byte| *byte == b'\n') {
            self.partial.extend_from_slice(piece);
            if piece.ends_with(b"\n") {
                let line = std::mem::take(&mut self.partial);
                self.line(&line[..line.len() - 1], &mut out);
            }
        }
        out
    }

    /// Whether the cell has said that it is done.
    pub fn is_complete(&self) -> bool {
        self.complete
    }

    /// Begins the next cell, and tells whether this one printed anything.
    pub fn finish_cell(&mut self) -> bool {
        self.complete = false;
        std::mem::take(&mut self.printed) > 0
    }

    /// What is left when the process has ended in the middle of a line.
    pub fn rest(&mut self) -> Vec<u8> {
        let mut out = self.content.take().unwrap_or_default();
        let line = std::mem::take(&mut self.partial);
        if !line.is_empty() {
            self.line(&line, &mut out);
        }
        out
    }

    fn line(&mut self, line: &[u8], out: &mut Vec<u8>) {
        if let Some(mut content) = self.content.take() {
            push(&mut content, line);
            if line != END_OF_CONTENT {
                self.content = Some(content);
            } else if content != NO_VALUE {
                out.extend(content);
            }
            return;
        }
        let marker = MARKERS.iter().filter_map(|marker| find(line, marker)).min();
        match marker {
            Some(0) => self.marker(line, out),
            Some(start) => {
                self.text(&line[..start], out);
                self.marker(&line[start..], out);
            }
            None => self.text(line, out),
        }
    }

    fn marker(&mut self, line: &[u8], out: &mut Vec<u8>) {
        if line == COMPLETE {
            self.complete = true;
        } else if line.starts_with(MARKERS[2]) {
            let mut content = Vec::new();
            push(&mut content, line);
            self.content = Some(content);
        } else {
            push(out, line);
        }
    }

    fn text(&mut self, line: &[u8], out: &mut Vec<u8>) {
        let before = self.printed;
        self.printed += line.len() + 1;
        if self.printed <= LIMIT {
            push(out, String::from_utf8_lossy(line).as_bytes());
        } else if before <= LIMIT {
            push(out, CUT.get().as_bytes());
        }
    }
}

/// Standard error: a panic is told in the student's terms.
#[derive(Default)]
pub struct Stderr {
    partial: Vec<u8>,
    panic: PanicText,
    wrote: bool,
    printed: usize,
}

impl Stderr {
    /// Takes what was read and gives what can be handed on.
    pub fn take(&mut self, bytes: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        for piece in bytes.split_inclusive(|byte| *byte == b'\n') {
            self.partial.extend_from_slice(piece);
            if piece.ends_with(b"\n") {
                let line = std::mem::take(&mut self.partial);
                let line = String::from_utf8_lossy(&line[..line.len() - 1]).into_owned();
                for line in self.panic.line(&line) {
                    self.text(&line, &mut out);
                }
            }
        }
        self.wrote |= !bytes.is_empty();
        out
    }

    /// Ends a cell: what is still to be said, or `None` if there was nothing on standard error at all.
    pub fn finish_cell(&mut self) -> Option<Vec<u8>> {
        self.printed = 0;
        let mut out = Vec::new();
        if let Some(line) = self.panic.end() {
            push(&mut out, line.as_bytes());
        }
        std::mem::take(&mut self.wrote).then_some(out)
    }

    fn text(&mut self, line: &str, out: &mut Vec<u8>) {
        let before = self.printed;
        self.printed += line.len() + 1;
        if self.printed <= LIMIT {
            push(out, line.as_bytes());
        } else if before <= LIMIT {
            push(out, CUT.get().as_bytes());
        }
    }
}

fn push(out: &mut Vec<u8>, line: &[u8]) {
    out.extend_from_slice(line);
    out.push(b'\n');
}

fn find(line: &[u8], marker: &[u8]) -> Option<usize> {
    line.windows(marker.len())
        .position(|window| window == marker)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn relayed(output: &str) -> String {
        String::from_utf8(Stdout::default().take(output.as_bytes())).unwrap()
    }

    #[test]
    fn whole_lines_pass_unchanged() {
        assert_eq!(relayed("one\ntwo\n"), "one\ntwo\n");
    }

    #[test]
    fn a_marker_after_an_unfinished_line_gets_its_own() {
        assert_eq!(
            relayed("3.14EVCXR_PANIC_NOTIFICATION\n"),
            "3.14\nEVCXR_PANIC_NOTIFICATION\n"
        );
        let mut stdout = Stdout::default();
        assert_eq!(stdout.take(b"3.14EVCXR_EXECUTION_COMPLETE\n"), b"3.14\n");
        assert!(stdout.is_complete());
        assert_eq!(
            relayed("a EVCXR_BEGIN_CONTENT text/html\n<b>\nEVCXR_END_CONTENT\n"),
            "a \nEVCXR_BEGIN_CONTENT text/html\n<b>\nEVCXR_END_CONTENT\n"
        );
    }

    #[test]
    fn output_that_arrives_in_pieces_is_joined() {
        let mut stdout = Stdout::default();
        assert!(stdout.take(b"EVCXR_EXEC").is_empty());
        assert!(!stdout.is_complete());
        assert!(stdout.take(b"UTION_COMPLETE\n").is_empty());
        assert!(stdout.is_complete());
        assert!(!stdout.finish_cell(), "nothing was printed");
        assert!(!stdout.is_complete());
    }

    #[test]
    fn a_flood_is_cut_and_the_next_cell_prints_again() {
        let mut stdout = Stdout::default();
        let flood = "x".repeat(99).to_string() + "\n";
        let shown: usize = (0..20_000)
            .map(|_| stdout.take(flood.as_bytes()).len())
            .sum();
        assert!(shown <= LIMIT + 200, "{shown} bytes were shown");
        stdout.take(b"EVCXR_EXECUTION_COMPLETE\n");
        assert!(stdout.finish_cell());
        assert_eq!(stdout.take(b"next\n"), b"next\n");
    }

    #[test]
    fn what_is_not_utf8_does_not_stop_the_cell() {
        let shown = Stdout::default().take(b"caf\xe9\n");
        assert_eq!(String::from_utf8(shown).unwrap(), "caf\u{fffd}\n");
    }

    #[test]
    fn a_loop_has_no_value_to_show() {
        assert_eq!(
            relayed("EVCXR_BEGIN_CONTENT text/plain\n()\nEVCXR_END_CONTENT\nafter\n"),
            "after\n"
        );
        let value = "EVCXR_BEGIN_CONTENT text/plain\n(1, 2)\nEVCXR_END_CONTENT\n";
        assert_eq!(relayed(value), value);
    }

    #[test]
    fn a_figure_larger_than_the_limit_passes_whole() {
        let figure = format!(
            "EVCXR_BEGIN_CONTENT image/svg+xml\n{}\nEVCXR_END_CONTENT\n",
            "y".repeat(2 * LIMIT)
        );
        assert_eq!(relayed(&figure), figure);
    }
}
