//! A current from a table in a file.

use std::fs;

use ndarray::Array1;

use super::CurrentError;
use crate::language::{choose, debug_as_display};
use crate::time_step::{self, MAX_SAMPLES};

/// The title of the column of times, ms.
const TIME: &str = "time_ms";
/// The title of the column of currents, nA.
const CURRENT: &str = "current_nA";

/// Reads a current from a text file: a line of titles, then one line per value, columns separated by commas, numbers
/// with a decimal point. Two forms are understood:
///
/// ```text
/// time_ms,current_nA          current_nA
/// 0.0,0.0                     0.0
/// 10.0,1.5                    1.5
/// 20.0,0.0                    0.0
/// ```
///
/// - **Two columns**: a value is held from its time until that of the next line. Nothing is drawn between the points:
///   a line of 1.5 nA means that 1.5 nA flow. The last value is held as long as the one before it. Times must
///   increase; the first is the beginning of the simulation, whatever it is. The file is read off in steps of `dt`
///   (ms): `current[k]` is the value held in the middle of step k. Values held for less than dt may be missed.
/// - **One column**: the values of consecutive steps, each `dt` long.
///
/// Empty lines and lines that begin with # are skipped.
///
/// ```
/// use neurocomp::current;
///
/// let path = std::env::temp_dir().join("neurocomp_doc_current.csv");
/// std::fs::write(&path, "time_ms,current_nA\n0,0\n1,1.5\n2,0\n").unwrap();
/// let current = current::from_file(path.to_str().unwrap(), 0.5)?;
/// assert_eq!(current.to_vec(), [0.0, 0.0, 1.5, 1.5, 0.0, 0.0]);
/// # Ok::<(), current::CurrentError>(())
/// ```
///
/// # Errors
///
/// If the file cannot be read or has other titles; if a line has too many or too few columns, or something that is not
/// a finite number; if times do not increase; if there is no value, or with two columns less than two; if `dt` is not
/// positive or longer than the file; if there are more than [`MAX_SAMPLES`] steps. The message names file, line, column,
/// what was expected and what was received.
pub fn from_file(path: &str, dt: f64) -> Result<Array1<f64>, CurrentError> {
    time_step::check_positive("dt", dt)?;
    let bytes = fs::read(path)
        .map_err(|error| CurrentError::Unreadable { path: path.to_owned(), reason: error.to_string() })?;
    // Bytes that are no text become a sign that no number has: the message then names their line.
    let text = String::from_utf8_lossy(&bytes);
    let table = Table::read(&text).map_err(|(line, column, problem)| CurrentError::Malformed {
        path: path.to_owned(),
        line,
        column,
        problem,
    })?;
    match table.times {
        None => {
            // For the check of their number only.
            time_step::steps(dt, table.currents.len() as f64 * dt, MAX_SAMPLES)?;
            Ok(Array1::from_vec(table.currents))
        }
        Some(times) => hold(&times, &table.currents, dt),
    }
}

/// The values held in the middle of each step.
fn hold(times: &[f64], currents: &[f64], dt: f64) -> Result<Array1<f64>, CurrentError> {
    let n = times.len();
    let held_last = times[n - 1] - times[n - 2];
    let duration = times[n - 1] - times[0] + held_last;
    let steps = time_step::steps(dt, duration, MAX_SAMPLES)?;
    let mut line = 0;
    Ok(Array1::from_shape_fn(steps, |k| {
        let t = times[0] + (k as f64 + 0.5) * dt;
        while line + 1 < n && times[line + 1] <= t {
            line += 1;
        }
        currents[line]
    }))
}

struct Table {
    times: Option<Vec<f64>>,
    currents: Vec<f64>,
}

/// What is wrong, in which line and, if it is one cell, in which column.
type Fault = (usize, Option<usize>, FileProblem);

impl Table {
    fn read(text: &str) -> Result<Table, Fault> {
        let mut lines = text
            // A mark that some programs write at the beginning of a text.
            .trim_start_matches('\u{feff}')
            .lines()
            .enumerate()
            .map(|(index, line)| (index + 1, line.trim()))
            .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
        let (mut number, titles) = lines.next().unwrap_or((1, ""));
        let columns = match titles.split(',').map(str::trim).collect::<Vec<_>>()[..] {
            [TIME, CURRENT] => 2,
            [CURRENT] => 1,
            _ => return Err((number, None, FileProblem::titles(titles))),
        };
        let (mut times, mut currents) = (Vec::new(), Vec::new());
        for (here, line) in lines {
            number = here;
            let values = numbers(line, columns).map_err(|(column, problem)| (number, column, problem))?;
            let received = values[0];
            if let Some(&before) = times.last()
                && received <= before
            {
                return Err((number, Some(1), FileProblem::Order { before, received }));
            }
            if columns == 2 {
                times.push(received);
            }
            currents.push(values[columns - 1]);
        }
        if currents.len() < columns {
            let problem = FileProblem::TooFew { expected: columns, received: currents.len() };
            return Err((number, None, problem));
        }
        Ok(Table { times: (columns == 2).then_some(times), currents })
    }
}

/// The numbers of a line; or what is wrong, and in which column.
fn numbers(line: &str, columns: usize) -> Result<Vec<f64>, (Option<usize>, FileProblem)> {
    let cells: Vec<&str> = line.split(',').map(str::trim).collect();
    if cells.len() != columns {
        let problem = FileProblem::Columns { expected: columns, received: cells.len() };
        return Err((None, problem));
    }
    cells
        .iter()
        .enumerate()
        .map(|(index, cell)| finite(cell).ok_or((Some(index + 1), FileProblem::number(cell))))
        .collect()
}

fn finite(cell: &str) -> Option<f64> {
    cell.parse().ok().filter(|value: &f64| value.is_finite())
}

/// What is wrong in a line of a file.
#[derive(Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum FileProblem {
    /// Other titles.
    #[error("{}", choose(
        format!("expected the titles \"{TIME},{CURRENT}\" or \"{CURRENT}\", received {received:?}"),
        format!("titres « {TIME},{CURRENT} » ou « {CURRENT} » attendus, reçu {received:?}"),
    ))]
    Titles {
        /// The line received, shortened.
        received: String,
    },
    /// Too many columns, or too few.
    #[error("{}", choose(
        format!(
            "expected {expected} column(s) separated by commas, received {received} (numbers are written with a point)"
        ),
        format!(
            "{expected} colonne(s) séparée(s) par des virgules attendue(s), reçu {received} (les nombres s’écrivent \
             avec un point)"
        ),
    ))]
    Columns {
        /// As many as there are titles.
        expected: usize,
        /// The number received.
        received: usize,
    },
    /// Something that is not a finite number.
    #[error("{}", choose(
        format!("expected a finite number such as 1.5, received {received:?}"),
        format!("nombre fini comme 1.5 attendu, reçu {received:?}"),
    ))]
    Number {
        /// The text received, shortened.
        received: String,
    },
    /// A time that is not later than that of the line before.
    #[error("{}", choose(
        format!("expected a time later than the {before} ms before it, received {received} ms"),
        format!("temps postérieur aux {before} ms qui le précèdent attendu, reçu {received} ms"),
    ))]
    Order {
        /// The time of the line before, ms.
        before: f64,
        /// The time received, ms.
        received: f64,
    },
    /// Not enough values.
    #[error("{}", choose(
        format!("expected at least {expected} line(s) of values, received {received}"),
        format!("au moins {expected} ligne(s) de valeurs attendue(s), reçu {received}"),
    ))]
    TooFew {
        /// The smallest number allowed.
        expected: usize,
        /// The number received.
        received: usize,
    },
}

debug_as_display!(FileProblem);

impl FileProblem {
    fn titles(received: &str) -> FileProblem {
        FileProblem::Titles { received: shortened(received) }
    }

    fn number(received: &str) -> FileProblem {
        FileProblem::Number { received: shortened(received) }
    }
}

/// The beginning of a text: a file of another kind may be one line of a million characters.
fn shortened(text: &str) -> String {
    if text.chars().count() <= 40 {
        return text.to_owned();
    }
    text.chars().take(40).chain(['…']).collect()
}
