//! Reading tables as spreadsheets of any country write them, and writing them.

use std::path::Path;

use polars::prelude::{Column, CsvWriter, DataFrame, NamedFrom, SerWriter, Series};

use super::fault::{Words, both, no_column, no_rows, unexpected, words};
use super::number::{self, DecimalSign, Seen};
use super::records::{Fault, Layout, Records, Value};
use super::text;
use crate::error::short;
use crate::file;
use crate::{Error, Result};

/// The largest table, MB; 30 million rows of three columns.
const MEGABYTES: u64 = 1000;

/// A text file with a table, of which the names of the columns are known.
pub(super) struct CsvFile {
    name: String,
    text: String,
    layout: Layout,
}

impl CsvFile {
    /// Reads a file and finds how its columns are separated.
    pub fn open(path: &Path) -> Result<CsvFile> {
        let name = path.display().to_string();
        let text = text::decoded(file::read(path, MEGABYTES)?).map_err(|(en, fr)| Error::file(&name, en, fr))?;
        let layout = Layout::of(&text).map_err(|fault| at(&name, fault))?;
        let layout = layout.ok_or_else(|| no_rows(&name))?;
        Ok(CsvFile { name, text, layout })
    }

    /// The name of the first column for which `is_wanted` holds.
    pub fn column(&self, expected: &str, is_wanted: impl Fn(&str) -> bool) -> Result<String> {
        let found = self.layout.names.iter().find(|name| is_wanted(name)).cloned();
        found.ok_or_else(|| no_column(&self.name, self.layout.line, expected, &self.layout.names))
    }

    /// All columns: whole numbers, numbers or texts, whichever all its values are. A value left out is missing.
    pub fn whole(&self) -> Result<DataFrame> {
        let mut seen = vec![Seen::default(); self.layout.names.len()];
        let rows = self.for_each_row(|line, values| {
            for (seen, value) in seen.iter_mut().zip(values) {
                seen.see(value, line);
            }
            Ok(())
        })?;
        let sign = self.decimal_sign(seen.iter().filter(|seen| seen.is_number()))?;
        let mut columns: Vec<Values> = seen.iter().map(|seen| Values::for_rows(seen, rows)).collect();
        self.for_each_row(|_, values| {
            for (column, value) in columns.iter_mut().zip(values) {
                column.push(value, sign);
            }
            Ok(())
        })?;
        let named = self.layout.names.iter().zip(columns);
        Ok(DataFrame::new_infer_height(named.map(|(name, values)| values.named(name)).collect())?)
    }

    /// Columns of numbers, of which no value is missing; those with `true` of whole numbers.
    pub fn numbers(&self, columns: &[(&str, bool)]) -> Result<Vec<Vec<f64>>> {
        let place = |name: &str| self.layout.names.iter().position(|own| own == name).unwrap_or(0);
        let places: Vec<usize> = columns.iter().map(|(name, _)| place(name)).collect();
        let mut seen = vec![Seen::default(); columns.len()];
        self.for_each_row(|line, values| {
            for (seen, &place) in seen.iter_mut().zip(&places) {
                seen.see(&values[place], line);
            }
            Ok(())
        })?;
        let sign = self.decimal_sign(seen.iter())?;
        let mut numbers = vec![Vec::new(); columns.len()];
        self.for_each_row(|line, values| {
            for (k, &(name, is_whole)) in columns.iter().enumerate() {
                let value = &values[places[k]];
                let number = number::parsed(value, sign).filter(|number| !is_whole || number.fract() == 0.0);
                numbers[k].push(number.ok_or_else(|| self.no_number(line, name, value, is_whole))?);
            }
            Ok(())
        })?;
        Ok(numbers)
    }

    /// Calls `each` with the line and the values of every row; gives the number of rows.
    fn for_each_row(&self, mut each: impl FnMut(usize, &[Value<'_>]) -> Result<()>) -> Result<usize> {
        let mut records = self.rows()?;
        let (mut values, mut rows) = (Vec::new(), 0);
        while let Some(line) = records.next(&mut values).map_err(|fault| at(&self.name, fault))? {
            self.layout.fit(line, &mut values).map_err(|fault| at(&self.name, fault))?;
            each(line, &values)?;
            rows += 1;
        }
        if rows == 0 { Err(no_rows(&self.name)) } else { Ok(rows) }
    }

    fn rows(&self) -> Result<Records<'_>> {
        self.layout.rows(&self.text).map_err(|fault| at(&self.name, fault))
    }

    fn decimal_sign<'s>(&self, seen: impl Iterator<Item = &'s Seen> + Clone) -> Result<DecimalSign> {
        number::decimal_sign(seen, self.layout.separator).map_err(|fault| at(&self.name, fault))
    }

    fn no_number(&self, line: usize, column: &str, value: &str, is_whole: bool) -> Error {
        let expected =
            if is_whole { words("a whole number", "un nombre entier") } else { words("a number", "un nombre") };
        let received = if value.is_empty() { words("nothing", "rien") } else { both(&format!("`{}`", short(value))) };
        unexpected(&self.name, line, column, expected, received)
    }

    /// An error about the value of a row, counted from 0.
    pub fn bad_value(&self, row: usize, column: &str, expected: Words, received: Words) -> Error {
        let mut rows = match self.rows() {
            Ok(rows) => rows,
            Err(error) => return error,
        };
        let mut values = Vec::new();
        let mut lines = std::iter::from_fn(|| rows.next(&mut values).ok().flatten());
        unexpected(&self.name, lines.nth(row).unwrap_or(0), column, expected, received)
    }
}

fn at(file: &str, (line, (english, french)): Fault) -> Error {
    Error::file(file, english, french).in_line(line)
}

/// The values of a column.
enum Values {
    Whole(Vec<Option<i64>>),
    Real(Vec<Option<f64>>),
    Text(Vec<Option<String>>),
}

impl Values {
    fn for_rows(seen: &Seen, rows: usize) -> Values {
        if seen.is_whole() {
            Values::Whole(Vec::with_capacity(rows))
        } else if seen.is_number() {
            Values::Real(Vec::with_capacity(rows))
        } else {
            Values::Text(Vec::with_capacity(rows))
        }
    }

    fn push(&mut self, value: &str, sign: DecimalSign) {
        match self {
            Values::Whole(values) => values.push(value.parse().ok()),
            Values::Real(values) => values.push(number::parsed(value, sign)),
            Values::Text(values) => values.push((!value.is_empty()).then(|| value.to_owned())),
        }
    }

    fn named(self, name: &str) -> Column {
        let series = match self {
            Values::Whole(values) => Series::new(name.into(), values),
            Values::Real(values) => Series::new(name.into(), values),
            Values::Text(values) => Series::new(name.into(), values),
        };
        series.into()
    }
}

/// Writes a table with commas between the columns and points in numbers.
pub(super) fn write(frame: &DataFrame, path: &Path) -> Result<()> {
    if file::ending(path) != "csv" {
        return Err(Error::file(
            path.display(),
            "a table is written as CSV, which spreadsheets open: let the name end in `.csv`",
            "une table s’écrit en CSV, que les tableurs ouvrent : donnez un nom qui finit par `.csv`",
        ));
    }
    let mut content = Vec::new();
    CsvWriter::new(&mut content).finish(&mut frame.clone())?;
    file::write(path, &content)
}
