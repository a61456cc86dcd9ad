//! Rust's report of a panic, told to a student.

mod place;
#[cfg(test)]
mod tests;

use crate::language::Text;
use place::Place;

const NOT_DONE: Text = Text {
    en: "✎ This exercise is not done yet: replace `{}` by your own code.",
    fr: "✎ Cet exercice n'est pas encore fait : remplacez `{}` par votre code.",
};

/// What the macros for open exercises say, and the macros.
const OPEN: [(&str, &str); 2] = [("not yet implemented", "todo!()"), ("not implemented", "unimplemented!()")];

const STOPPED: Text = Text { en: "✗ The cell stopped", fr: "✗ La cellule s'est arrêtée" };

const THREAD_STOPPED: Text =
    Text { en: "✗ A thread of the cell stopped", fr: "✗ Un fil d'exécution de la cellule s'est arrêté" };

const KEPT: Text = Text {
    en: "  The variables of earlier cells are kept, unless this cell took them (moved them).",
    fr: "  Les variables des cellules précédentes sont conservées, sauf celles que cette cellule a prises (déplacées).",
};

/// evcxr says these of a signal, and lists the calls that led to it.
const SIGNALS: [&str; 3] = ["Segmentation fault.", "Bus error.", "Illegal instruction."];

/// What Rust says when a `drop` panics because of another panic, as the message of a panic of its own.
const IN_A_DROP: &str = "panic in a destructor during cleanup";

/// How the process of the cells came to its end, as far as it said so itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// A function called itself without end, most often.
    StackOverflow,
    /// A `drop` panicked while another panic cleaned up.
    DoublePanic,
    /// Unsafe code read or wrote where it must not.
    BadAccess,
}

/// The parts of a panic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panic {
    /// Rust's own words.
    pub message: String,
    /// The student's line in which it happened.
    pub line: Option<String>,
    /// The number of this line in the cell, from 1.
    pub number: Option<usize>,
    /// Whether it only says that an exercise is open: `todo!()`, `unimplemented!()`.
    pub is_todo: bool,
}

/// Reads the lines of a panic report:
///
/// ```text
///
/// thread 'main' (4711) panicked at src/lib.rs:12:5:
/// index out of bounds: the len is 3 but the index is 7
/// note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace
/// ```
///
/// and leaves out what the end of a process adds to it: lists of calls, and words about the runtime.
#[derive(Default)]
pub struct PanicText {
    /// The process that runs the cells.
    process: Option<u32>,
    /// A panic whose message is the next line.
    begun: Option<Begun>,
    /// Whether the student is still to be told what a panic leaves.
    stopped: bool,
    /// A line that is held back until the next one tells whether it belongs to a report.
    held: Option<String>,
    /// Whether a list of calls is being read.
    lists_calls: bool,
    /// Whether the next lines may belong to the message of the panic.
    goes_on: bool,
    ending: Option<Ending>,
    /// The panic of the cell that is running, and of the cell before.
    current: Option<Report>,
    last: Option<Report>,
}

/// A panic whose message is not read yet.
struct Begun {
    is_of_cell: bool,
    place: String,
}

struct Report {
    message: String,
    place: Option<Place>,
    is_todo: bool,
    /// Whether it was in the thread that runs the cells.
    is_of_cell: bool,
}

impl PanicText {
    /// Reads what this process says.
    pub fn of_process(process: u32) -> PanicText {
        PanicText { process: Some(process), ..PanicText::default() }
    }

    /// Takes a line of standard error and gives the lines to show for it.
    pub fn line(&mut self, line: &str) -> Vec<String> {
        self.read(line, place::compiled_source)
    }

    fn read(&mut self, line: &str, source: impl Fn() -> Option<String>) -> Vec<String> {
        if let Some(begun) = self.begun.take() {
            return self.message(&begun, line, source);
        }
        let goes_on = std::mem::take(&mut self.goes_on);
        if let Some(begun) = begin(line, self.process) {
            self.held = None;
            self.lists_calls = false;
            self.begun = Some(begun);
            return Vec::new();
        }
        if self.is_of_list(line) || self.are_last_words(line) {
            return Vec::new();
        }
        if goes_on && line.starts_with(' ') {
            self.goes_on = true;
            if let Some(report) = &mut self.current {
                report.message.push('\n');
                report.message.push_str(line);
            }
        }
        let is_held = line.is_empty() || SIGNALS.contains(&line);
        let held = std::mem::replace(&mut self.held, is_held.then(|| line.to_owned()));
        let shown = (!is_held).then(|| line.to_owned());
        held.into_iter().chain(shown).collect()
    }

    /// What is to be said when the cell has ended.
    pub fn end(&mut self) -> Option<&'static str> {
        (self.held, self.begun, self.ending) = (None, None, None);
        (self.lists_calls, self.goes_on) = (false, false);
        self.last = self.current.take();
        std::mem::take(&mut self.stopped).then(|| KEPT.get())
    }

    /// The panic of the cell that has ended, if there was one; the cell's own code tells the number of the line. Where several
    /// threads panicked, it is the one of the cell's own thread, which ended the cell.
    pub fn panic(&self, code: &str) -> Option<Panic> {
        let report = self.last.as_ref()?;
        Some(Panic {
            message: report.message.clone(),
            line: report.place.as_ref().map(|place| place.line().to_owned()),
            number: report.place.as_ref().and_then(|place| place.number(code)),
            is_todo: report.is_todo,
        })
    }

    /// Whether what is being read may be the report of a panic that ends the cell.
    pub fn is_being_told(&self) -> bool {
        self.begun.is_some() || self.current.as_ref().is_some_and(|report| !report.is_todo)
    }

    /// How the process that has ended came to its end, if it said so.
    pub fn ending(&self) -> Option<Ending> {
        let said = self.held.as_deref().filter(|held| !held.is_empty());
        self.ending.or(said.map(|_| Ending::BadAccess))
    }

    fn message(&mut self, begun: &Begun, message: &str, source: impl Fn() -> Option<String>) -> Vec<String> {
        if message == IN_A_DROP {
            self.ending = Some(Ending::DoublePanic);
            return Vec::new();
        }
        let place = source().and_then(|source| Place::find(&source, &begun.place));
        let open = OPEN.iter().find_map(|(words, name)| {
            let reason = message.strip_prefix(words)?;
            (reason.is_empty() || reason.starts_with(": ")).then_some((*name, reason.get(2..)))
        });
        let code = place.as_ref().map(|place| format!("  → {}", place.line()));
        let is_of_cell = |report: &Report| report.is_of_cell;
        if begun.is_of_cell || !self.current.as_ref().is_some_and(is_of_cell) {
            self.goes_on = true;
            self.current = Some(Report {
                message: message.to_owned(),
                place,
                is_todo: open.is_some(),
                is_of_cell: begun.is_of_cell,
            });
        }
        if let Some((name, reason)) = open {
            let reason = reason.map(|reason| format!("  {reason}"));
            let said = NOT_DONE.get().replace("{}", name);
            return std::iter::once(said).chain(reason).collect();
        }
        self.stopped |= begun.is_of_cell;
        let stopped = if begun.is_of_cell { STOPPED } else { THREAD_STOPPED };
        std::iter::once(format!("{} (panicked): {message}", stopped.get())).chain(code).collect()
    }

    /// Whether a line belongs to a list of calls, as it follows a second panic and a signal. Nothing else is left out: the
    /// student may print such lines, too.
    fn is_of_list(&mut self, line: &str) -> bool {
        let is_first_of_signal = is_call(line) && !self.held.as_deref().unwrap_or("").is_empty();
        let is_head = line == "stack backtrace:" && self.current.is_some();
        if is_first_of_signal {
            self.ending = Some(Ending::BadAccess);
            self.held = None;
        }
        self.lists_calls =
            is_head || is_first_of_signal || self.lists_calls && (is_call(line) || line.is_empty() || is_of_call(line));
        self.lists_calls
    }

    /// Whether a line is about the end of the process.
    fn are_last_words(&mut self, line: &str) -> bool {
        let ending = if line.starts_with("thread '") && line.ends_with(" has overflowed its stack")
            || line.starts_with("fatal runtime error: stack overflow")
        {
            Some(Ending::StackOverflow)
        } else if line.starts_with("thread panicked while processing panic. aborting.") {
            Some(Ending::DoublePanic)
        } else {
            None
        };
        let is_last = ending.is_some()
            || line.starts_with("fatal runtime error: ")
            || line.starts_with("thread caused non-unwinding panic. aborting.")
            || line.starts_with("note: run with `RUST_BACKTRACE=1`");
        self.ending = ending.or(self.ending);
        if is_last {
            self.held = None;
        }
        is_last
    }
}

/// Of the report's first line. The thread that runs the cells is the process's first, whose number is the process's; the cells' own
/// standard library has not started it and knows no name for it. macOS counts threads otherwise.
fn begin(line: &str, process: Option<u32>) -> Option<Begun> {
    let (thread, place) = line.strip_prefix("thread '")?.split_once(" panicked at ")?;
    let number = process.filter(|_| cfg!(target_os = "linux"));
    let is_of_cell = match number {
        Some(number) => thread.ends_with(&format!("({number})")),
        None => thread.starts_with("main'") || thread.starts_with("<unnamed>'"),
    };
    Some(Begun { is_of_cell, place: place.trim_end_matches(':').to_owned() })
}

/// Whether this is the first line about a call: `   3:     0x7f… - name`, `   3: name`.
fn is_call(line: &str) -> bool {
    let number = line.trim_start();
    let behind = number.trim_start_matches(|c: char| c.is_ascii_digit());
    behind.len() < number.len() && behind.starts_with(": ")
}

/// Whether this is a further line about a call: where it is, or what was put into it.
fn is_of_call(line: &str) -> bool {
    line.starts_with("      ") || line.starts_with("note: Some details are omitted")
}
