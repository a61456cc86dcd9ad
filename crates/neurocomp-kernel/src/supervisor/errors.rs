//! Standard error of the cells: what is printed there, and the report of a panic, which becomes the cell's error.

use crate::language::Text;
use crate::panic_text::{Ending, PanicText};
use crate::relay::Stderr;
use crate::wire::Report;
use std::time::{Duration, Instant};

/// How long the report of a panic waits for the end of its cell. A thread may panic and the cell go on.
const PATIENCE: Duration = Duration::from_secs(2);

/// How long an unfinished line waits for its rest.
const PAUSE: Duration = Duration::from_millis(50);

const LEFT: Text =
    Text { en: "✗ The cell stopped with an error:", fr: "✗ La cellule s'est arrêtée sur une erreur :" };

const SILENT: Text = Text { en: "✗ The cell stopped (panicked).", fr: "✗ La cellule s'est arrêtée (panicked)." };

/// The stream and what was read of it.
#[derive(Default)]
pub struct Errors {
    stream: Stderr,
    panic: PanicText,
    /// When the first piece was read of a line that has not ended.
    unfinished_since: Option<Instant>,
    /// The report of a panic, until it is known whether the cell ends with it.
    report: Vec<String>,
    since: Option<Instant>,
}

/// What was still to be said when a cell had ended.
pub struct Told {
    /// For standard error.
    pub lines: String,
    /// The same as the cell's error, should it have panicked; none if that only said that an exercise is open.
    pub panic: Option<Report>,
}

impl Errors {
    /// Of this process.
    pub fn of_process(process: u32) -> Errors {
        Errors { panic: PanicText::of_process(process), ..Errors::default() }
    }

    /// Takes what was read, and gives what is shown of it.
    pub fn take(&mut self, bytes: &[u8]) -> String {
        let mut shown = String::new();
        for line in self.stream.take(bytes) {
            let lines = self.panic.line(&line);
            if self.panic.is_being_told() {
                self.since.get_or_insert_with(Instant::now);
                self.report.extend(lines);
            } else {
                shown.extend(lines.iter().map(|line| format!("{line}\n")));
            }
        }
        if bytes.contains(&b'\n') {
            self.unfinished_since = None;
        }
        if !bytes.is_empty() && !bytes.ends_with(b"\n") {
            // Not from its last piece: a line that goes on for ever would never be shown and fill the memory.
            self.unfinished_since.get_or_insert_with(Instant::now);
        }
        self.stream.pass(&shown)
    }

    /// How long to wait for other things at most.
    pub fn wait(&self) -> Option<Duration> {
        let report = self.since.map(|since| PATIENCE.saturating_sub(since.elapsed()));
        let line = self.unfinished_since.map(|since| PAUSE.saturating_sub(since.elapsed()));
        report.into_iter().chain(line).min()
    }

    /// What has waited long enough: an unfinished line, and the report of a panic that did not end the cell.
    pub fn that_waited(&mut self) -> String {
        let mut shown = String::new();
        if self.since.is_some_and(|since| since.elapsed() >= PATIENCE) {
            self.since = None;
            shown = lines(&std::mem::take(&mut self.report));
        }
        if self.unfinished_since.is_some_and(|since| since.elapsed() >= PAUSE) {
            self.unfinished_since = None;
            if self.since.is_none() {
                shown.push_str(&self.stream.unfinished());
            }
        }
        self.stream.pass(&shown)
    }

    /// Ends a cell.
    pub fn finish_cell(&mut self) -> Told {
        let shown = self.last_words();
        let kept = self.panic.end();
        let report: Vec<String> = std::mem::take(&mut self.report).into_iter().chain(kept.map(str::to_owned)).collect();
        let lines = self.stream.pass(&(lines(&report) + &shown));
        self.stream.finish_cell();
        let (name, panic) = ("Panic".to_owned(), self.panic.panic(""));
        let is_todo = panic.as_ref().is_some_and(|panic| panic.is_todo);
        // A cell that has closed its standard error cannot say why it stopped.
        let (message, lines_of_it) = match panic {
            Some(panic) => (panic.message, report),
            None => (SILENT.get().to_owned(), vec![SILENT.get().to_owned()]),
        };
        let panic = Report::Stopped { name, message, lines: lines_of_it };
        Told { lines, panic: Some(panic).filter(|_| !is_todo) }
    }

    /// Ends with the process of the cells: what is still to be shown, and how it ended, as far as it said so itself.
    pub fn finish(&mut self) -> (String, Option<Ending>) {
        let shown = self.last_words();
        (self.stream.pass(&(lines(&self.report) + &shown)), self.panic.ending())
    }

    /// What was printed of a line that will not end; a panic's goes to its report.
    fn last_words(&mut self) -> String {
        (self.since, self.unfinished_since) = (None, None);
        let unfinished = self.stream.unfinished();
        if unfinished.is_empty() || !self.panic.is_being_told() {
            return unfinished;
        }
        self.report.extend(self.panic.line(&unfinished));
        String::new()
    }
}

/// An error that left the cell by `?`.
pub fn left_by_question_mark(error: &str) -> Report {
    Report::Stopped {
        name: "Error".to_owned(),
        message: error.to_owned(),
        lines: format!("{} {error}", LEFT.get()).lines().map(str::to_owned).collect(),
    }
}

fn lines(lines: &[String]) -> String {
    lines.iter().map(|line| format!("{line}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_never_ends_is_shown_while_it_goes_on_and_not_kept() {
        let mut errors = Errors::default();
        let (mut shown, mut longest) = (String::new(), 0);
        let started = Instant::now();
        while started.elapsed() < 4 * PAUSE {
            shown += &errors.take(&[b'x'; 100]);
            let waited = errors.that_waited();
            longest = longest.max(waited.len());
            shown += &waited;
            std::thread::sleep(Duration::from_millis(1));
        }
        assert!(longest > 0 && longest < shown.len(), "{longest} of {} bytes at once", shown.len());
        shown += &errors.take(b"end\n");
        assert!(shown.ends_with("xend\n") && shown.matches('\n').count() == 1);
        assert_eq!(errors.wait(), None);
    }
}
