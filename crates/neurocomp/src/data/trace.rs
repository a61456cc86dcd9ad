//! A recorded membrane potential.

use std::path::Path;

use ndarray::{Array1, ArrayRef1};

use super::Table;
use super::csv::CsvFile;
use super::fault::both;
use super::spikes::{factor, time_column};
use crate::Result;
use crate::summary::{ends, range, samples, summary};

/// A recorded membrane potential.
#[derive(Clone, PartialEq)]
pub struct VoltageTrace {
    /// Times, ms, increasing.
    pub t: Array1<f64>,
    /// The potential at these times, mV.
    pub v: Array1<f64>,
}

const POTENTIAL: [(&str, f64); 4] = [("mv", 1.0), ("v", 1000.0), ("uv", 1e-3), ("µv", 1e-3)];

impl VoltageTrace {
    /// Reads the columns `time_ms` (or `time_s`, `time_us`) and `v_mv` (or `v_v`, `v_uv`) of a CSV file.
    ///
    /// # Errors
    ///
    /// If the file cannot be read, lacks a column, has no rows, holds something that is no number, or if the times do not
    /// increase.
    pub fn read(path: impl AsRef<Path>) -> Result<VoltageTrace> {
        let file = CsvFile::open(path.as_ref())?;
        let (time, ms) = time_column(&file)?;
        let potential = file.column("`v_mv`, `v_v` / `v_uv`", |name| factor(name, "v", POTENTIAL).is_some())?;
        let mv = factor(&potential, "v", POTENTIAL).unwrap_or(1.0);
        let numbers = file.numbers(&[(&time, false), (&potential, false)])?;
        let (t, v): (Array1<f64>, Array1<f64>) =
            (numbers[0].iter().map(|t| t * ms).collect(), numbers[1].iter().map(|v| v * mv).collect());
        for row in 1..t.len() {
            if t[row] <= t[row - 1] {
                let before = t[row - 1];
                let expected = (format!("a time after {before} ms"), format!("un temps après {before} ms"));
                return Err(file.bad_value(row, &time, expected, both(&format!("{} ms", t[row]))));
            }
        }
        Ok(VoltageTrace { t, v })
    }

    /// Writes times (ms) and potential (mV) as a CSV file that [`VoltageTrace::read`] reads.
    ///
    /// # Errors
    ///
    /// If the two differ in length, or if the file cannot be written.
    pub fn write(t: &ArrayRef1<f64>, v: &ArrayRef1<f64>, path: impl AsRef<Path>) -> Result<()> {
        table(t, v)?.write(path)
    }

    /// As a table with the columns `time_ms` and `v_mv`.
    ///
    /// # Errors
    ///
    /// If the two differ in length.
    pub fn to_table(&self) -> Result<Table> {
        table(&self.t, &self.v)
    }
}

fn table(t: &ArrayRef1<f64>, v: &ArrayRef1<f64>) -> Result<Table> {
    Table::default().with_numbers("time_ms", t)?.with_numbers("v_mv", v)
}

summary!(VoltageTrace, |trace| {
    format!("{}, t = {} ms, v = {} mV", samples(trace.t.len()), ends(&trace.t), range(&trace.v, 2))
});
