//! Rust's report of a panic, told to a student.

use crate::language::Text;
use crate::session;
use crate::stand_in::COMPILED_SOURCE;

const NOT_DONE: Text = Text {
    en: "✎ This exercise is not done yet: replace `todo!()` by your own code.",
    fr: "✎ Cet exercice n'est pas encore fait : remplacez `todo!()` par votre code.",
};

const STOPPED: Text = Text {
    en: "✗ The cell stopped",
    fr: "✗ La cellule s'est arrêtée",
};

const KEPT: Text = Text {
    en: "  The variables of earlier cells are kept, unless this cell took them (moved them).",
    fr: "  Les variables des cellules précédentes sont conservées, sauf celles que cette cellule a prises (déplacées).",
};

/// Reads the lines of a panic report:
///
/// ```text
///
/// thread 'main' (4711) panicked at src/lib.rs:12:5:
/// index out of bounds: the len is 3 but the index is 7
/// note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace
/// ```
#[derive(Default)]
pub struct PanicText {
    /// Where the panic that is being read happened; its message is the next line.
    place: Option<String>,
    /// Whether the student is still to be told what a panic leaves.
    stopped: bool,
    /// An empty line is held back until it is known whether a panic report follows it.
    empty_line: bool,
}

impl PanicText {
    /// Takes a line of standard error and gives the lines to show for it.
    pub fn line(&mut self, line: &str) -> Vec<String> {
        if let Some(place) = self.place.take() {
            return self.message(&place, line);
        }
        if line.starts_with("thread '")
            && let Some((_, place)) = line.split_once(" panicked at ")
        {
            self.empty_line = false;
            self.place = Some(place.trim_end_matches(':').to_owned());
            return Vec::new();
        }
        if line.starts_with("note: run with `RUST_BACKTRACE=1`") {
            return Vec::new();
        }
        let held = std::mem::replace(&mut self.empty_line, line.is_empty());
        let mut shown = if held {
            vec![String::new()]
        } else {
            Vec::new()
        };
        if !line.is_empty() {
            shown.push(line.to_owned());
        }
        shown
    }

    /// What is to be said when the cell has ended.
    pub fn end(&mut self) -> Option<&'static str> {
        self.empty_line = false;
        std::mem::take(&mut self.stopped).then(|| KEPT.get())
    }

    fn message(&mut self, place: &str, message: &str) -> Vec<String> {
        if message.starts_with("not yet implemented") {
            let reason = message
                .strip_prefix("not yet implemented: ")
                .map(|reason| format!("  {reason}"));
            return std::iter::once(NOT_DONE.get().to_owned())
                .chain(reason)
                .collect();
        }
        self.stopped = true;
        let code = source_line(place).map(|code| format!("  → {code}"));
        std::iter::once(format!("{} (panicked): {message}", STOPPED.get()))
            .chain(code)
            .collect()
    }
}

/// The line of the student's code that a place such as `src/lib.rs:12:5` means. The line's number would mean nothing
/// to the student: it counts what evcxr put around the cell.
fn source_line(place: &str) -> Option<String> {
    let mut parts = place.split(':');
    parts.next().filter(|file| *file == "src/lib.rs")?;
    let number: usize = parts.next()?.parse().ok()?;
    let file = session::directory().ok()?.join(COMPILED_SOURCE);
    let source = std::fs::read_to_string(file).ok()?;
    Some(
        source
            .lines()
            .nth(number.checked_sub(1)?)?
            .trim()
            .to_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(report: &str) -> String {
        let mut text = PanicText::default();
        report
            .lines()
            .flat_map(|line| text.line(line))
            .collect::<Vec<_>>()
            .join("\n")
    }

    #[test]
    fn an_open_exercise_is_no_wall_of_text() {
        let told = told(
            "\nthread 'main' (1) panicked at src/lib.rs:12:5:\nnot yet implemented\nnote: run with `RUST_BACKTRACE=1` environment variable to display a backtrace",
        );
        assert_eq!(told, NOT_DONE.get());
    }

    #[test]
    fn a_panic_keeps_its_message() {
        let told = told(
            "\nthread 'main' (1) panicked at /x/y.rs:1:2:\nindex out of bounds: the len is 3 but the index is 7\nnote: run with `RUST_BACKTRACE=1` environment variable to display a backtrace",
        );
        assert!(
            told.contains("panicked): index out of bounds: the len is 3 but the index is 7"),
            "{told}"
        );
        assert!(!told.contains("RUST_BACKTRACE"), "{told}");
    }

    #[test]
    fn other_lines_pass() {
        assert_eq!(told("a\n\nb"), "a\n\nb");
    }
}
