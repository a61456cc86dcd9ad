//! What was run in this session.

use jupyter_protocol::{HistoryEntry, HistoryReply, HistoryRequest};

/// The session's number in answers: there is only this one.
const SESSION: usize = 0;

/// The cells, and what they showed as text.
#[derive(Default)]
pub struct History {
    cells: Vec<Cell>,
    /// The number of the last cell that counts.
    count: usize,
}

struct Cell {
    number: usize,
    input: String,
    output: String,
}

impl History {
    /// The number of the last cell that counts; the first is 1.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Counts a cell and keeps it.
    pub fn add(&mut self, input: &str) -> usize {
        self.count += 1;
        self.cells.push(Cell { number: self.count, input: input.to_owned(), output: String::new() });
        self.count
    }

    /// Keeps what the last cell showed.
    pub fn add_output(&mut self, output: &str) {
        if let Some(cell) = self.cells.last_mut() {
            cell.output = output.to_owned();
        }
    }

    /// Answers a request.
    pub fn answer(&self, request: &HistoryRequest) -> HistoryReply {
        let (found, output): (Vec<&Cell>, bool) = match request {
            HistoryRequest::Range { session, start, stop, output, .. } => {
                let is_this_one = matches!(session, None | Some(0));
                let found = self.cells.iter().filter(|cell| is_this_one && is_in(cell.number, *start, *stop));
                (found.collect(), *output)
            }
            HistoryRequest::Tail { n, output, .. } => (last(self.cells.iter(), *n), *output),
            HistoryRequest::Search { pattern, unique, output, n, .. } => {
                let matching = self.cells.iter().filter(|cell| matches(pattern, &cell.input));
                let mut found: Vec<&Cell> = Vec::new();
                for cell in matching {
                    if *unique {
                        found.retain(|earlier| earlier.input != cell.input);
                    }
                    found.push(cell);
                }
                (last(found.into_iter(), *n), *output)
            }
        };
        let entries = found.into_iter().map(|cell| match output {
            false => HistoryEntry::Input(SESSION, cell.number, cell.input.clone()),
            true => HistoryEntry::InputOutput(SESSION, cell.number, (cell.input.clone(), cell.output.clone())),
        });
        HistoryReply::new(entries.collect())
    }
}

/// From `start` to the one before `stop`; 0 is no limit.
fn is_in(number: usize, start: i32, stop: i32) -> bool {
    let number = i32::try_from(number).unwrap_or(i32::MAX);
    number >= start && (stop <= 0 || number < stop)
}

fn last<'a>(cells: impl Iterator<Item = &'a Cell>, n: i32) -> Vec<&'a Cell> {
    let cells: Vec<_> = cells.collect();
    let n = usize::try_from(n).unwrap_or(0);
    cells[cells.len().saturating_sub(n)..].to_vec()
}

/// As in file names: `*` is any text, `?` any letter.
fn matches(pattern: &str, text: &str) -> bool {
    let escaped = regex::escape(pattern).replace(r"\*", ".*").replace(r"\?", ".");
    regex::Regex::new(&format!("(?s)^{escaped}$")).is_ok_and(|pattern| pattern.is_match(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn history() -> History {
        let mut history = History::default();
        for input in ["let x = 1;", "println!(\"{x}\");", "let x = 1;"] {
            history.add(input);
        }
        history.add_output("1");
        history
    }

    fn numbers(request: HistoryRequest) -> Vec<usize> {
        let entries = history().answer(&request).history;
        entries
            .iter()
            .map(|entry| match entry {
                HistoryEntry::Input(_, number, _) | HistoryEntry::InputOutput(_, number, _) => *number,
            })
            .collect()
    }

    #[test]
    fn cells_are_found_by_number_place_and_pattern() {
        let range = |start, stop| HistoryRequest::Range { session: None, start, stop, output: false, raw: true };
        assert_eq!(numbers(range(1, 3)), [1, 2]);
        assert_eq!(numbers(range(2, 0)), [2, 3]);
        assert_eq!(numbers(HistoryRequest::Tail { n: 2, output: true, raw: true }), [2, 3]);
        assert_eq!(numbers(HistoryRequest::Tail { n: -1, output: true, raw: true }), [0; 0]);
        let search = |pattern: &str, unique| HistoryRequest::Search {
            pattern: pattern.to_owned(),
            unique,
            output: false,
            raw: true,
            n: 10,
        };
        assert_eq!(numbers(search("let*", false)), [1, 3]);
        assert_eq!(numbers(search("let ? = 1;", true)), [3]);
        assert_eq!(numbers(search("x", false)), [0; 0]);
    }
}
