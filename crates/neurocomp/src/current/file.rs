//! A current from a table in a file.

use ndarray::Array1;

use crate::Error;
use crate::Result;
use crate::error::short;
use crate::limits::read_file;
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
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// If the file cannot be read or has other titles; if a line has too many or too few columns, or something that is not
/// a finite number; if times do not increase; if there is no value, or with two columns less than two; if `dt` is not
/// positive or longer than the file; if there are more than [`MAX_SAMPLES`] steps. The message names file, line, column,
/// what was expected and what was received.
pub fn from_file(path: &str, dt: f64) -> Result<Array1<f64>> {
    time_step::check_positive("dt", dt)?;
    let bytes = read_file(path)?;
    // Bytes that are no text become a sign that no number has: the message then names their line.
    let text = String::from_utf8_lossy(&bytes);
    let table = Table::read(path, &text)?;
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
fn hold(times: &[f64], currents: &[f64], dt: f64) -> Result<Array1<f64>> {
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

impl Table {
    fn read(path: &str, text: &str) -> Result<Table> {
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
            _ => {
                let received = short(titles);
                return Err(Error::file(
                    path,
                    format!("expected the titles \"{TIME},{CURRENT}\" or \"{CURRENT}\", received {received:?}"),
                    format!("titres « {TIME},{CURRENT} » ou « {CURRENT} » attendus, reçu {received:?}"),
                )
                .in_line(number));
            }
        };
        let (mut times, mut currents) = (Vec::new(), Vec::new());
        for (here, line) in lines {
            number = here;
            let values = numbers(path, line, columns).map_err(|error| error.in_line(number))?;
            let received = values[0];
            if let Some(&before) = times.last()
                && received <= before
            {
                return Err(Error::file(
                    path,
                    format!("expected a time later than the {before} ms before it, received {received} ms"),
                    format!("temps postérieur aux {before} ms qui le précèdent attendu, reçu {received} ms"),
                )
                .in_line(number)
                .in_column(1));
            }
            if columns == 2 {
                times.push(received);
            }
            currents.push(values[columns - 1]);
        }
        let received = currents.len();
        if received < columns {
            return Err(Error::file(
                path,
                format!("expected at least {columns} line(s) of values, received {received}"),
                format!("au moins {columns} ligne(s) de valeurs attendue(s), reçu {received}"),
            )
            .in_line(number));
        }
        Ok(Table { times: (columns == 2).then_some(times), currents })
    }
}

/// The numbers of a line.
fn numbers(path: &str, line: &str, columns: usize) -> Result<Vec<f64>> {
    let cells: Vec<&str> = line.split(',').map(str::trim).collect();
    let received = cells.len();
    if received != columns {
        return Err(Error::file(
            path,
            format!(
                "expected {columns} column(s) separated by commas, received {received} (numbers are written with a point)"
            ),
            format!(
                "{columns} colonne(s) séparée(s) par des virgules attendue(s), reçu {received} (les nombres s’écrivent \
                 avec un point)"
            ),
        ));
    }
    let number = |(index, cell): (usize, &&str)| {
        cell.parse().ok().filter(|value: &f64| value.is_finite()).ok_or_else(|| {
            let received = short(cell);
            Error::file(
                path,
                format!("expected a finite number such as 1.5, received {received:?}"),
                format!("nombre fini comme 1.5 attendu, reçu {received:?}"),
            )
            .in_column(index + 1)
        })
    };
    cells.iter().enumerate().map(number).collect()
}
