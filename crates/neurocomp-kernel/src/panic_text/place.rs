//! The student's line in which a panic happened.

use crate::cell::source::Source;
use crate::session;
use crate::stand_in::COMPILED_SOURCE;

/// A line of the student's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line, with those before it in the function of the student's that it belongs to.
    lines: Vec<String>,
    /// Which one it is of the lines of the cell that read the same, from 0, and how many there are. It is not known of a
    /// line in a function: others may be in functions of earlier cells.
    of_same: Option<(usize, usize)>,
}

/// The source that the cell was compiled from.
pub fn compiled_source() -> Option<String> {
    let file = session::directory().ok()?.join(COMPILED_SOURCE);
    std::fs::read_to_string(file).ok()
}

impl Place {
    /// Finds what a place such as `src/lib.rs:12:5` means in the source of a cell. Code that evcxr has put around the cell
    /// says nothing to the student.
    pub fn find(source: &str, place: &str) -> Option<Place> {
        let mut parts = place.split(':');
        parts.next().filter(|file| *file == "src/lib.rs")?;
        let source = Source::new(source);
        let number = source.meant(parts.next()?.parse().ok()?)?;
        let line = source.student_line(number)?.trim();
        let in_body = |(at, text): &(usize, &str)| source.is_in_body(*at) && text.trim() == line;
        let same = || source.student_lines().filter(in_body);
        let is_in_body = source.is_in_body(number);
        let first = if is_in_body {
            number
        } else {
            let lines = (1..=number).rev();
            let begins = |at: &usize| source.student_line(*at).is_some_and(begins_a_function);
            lines.into_iter().find(begins).unwrap_or(number)
        };
        let lines = (first..=number).filter_map(|at| source.student_line(at));
        Some(Place {
            lines: lines.map(|line| line.trim().to_owned()).collect(),
            of_same: is_in_body.then(|| {
                let before = same().filter(|(at, _)| *at < number);
                (before.count(), same().count())
            }),
        })
    }

    /// The line itself.
    pub fn line(&self) -> &str {
        self.lines.last().map_or("", String::as_str)
    }

    /// The number of the line in the code of the cell, from 1, where it is certain. The line may also be in an earlier
    /// cell.
    pub fn number(&self, code: &str) -> Option<usize> {
        let code: Vec<&str> = code.lines().map(str::trim).collect();
        let is_here = |start: &usize| code[*start..].starts_with(&self.as_written());
        let found: Vec<usize> = (0..code.len()).filter(is_here).collect();
        let last = |start: &usize| start + self.lines.len();
        match (&found[..], self.of_same) {
            ([start], _) => Some(last(start)),
            ([], Some(_)) => {
                // evcxr puts each statement on a line of its own.
                let holds = |(_, line): &(usize, &&str)| line.contains(self.line());
                let mut holding = code.iter().enumerate().filter(holds);
                let (index, _) = holding.next()?;
                holding.next().is_none().then_some(index + 1)
            }
            (_, Some((which, all))) if found.len() == all => found.get(which).map(last),
            _ => None,
        }
    }

    fn as_written(&self) -> Vec<&str> {
        self.lines.iter().map(String::as_str).collect()
    }
}

fn begins_a_function(line: &str) -> bool {
    let before = line.split('(').next().unwrap_or(line);
    before.split_whitespace().any(|word| word == "fn")
}
