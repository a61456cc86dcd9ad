//! A table of columns with names.

use std::fmt;
use std::path::Path;

use ndarray::{Array1, ArrayRef1};
use polars::prelude::{
    BooleanChunked, Column, DataFrame, DataFrameJoinOps, DataType, JoinArgs, JoinType, NamedFrom, NewChunkedArray,
    Series, SortMultipleOptions,
};

use super::csv::{self, CsvFile};
use super::fault::names;
use super::html;
use crate::display;
use crate::error::{check_length, short};
use crate::{Error, Result};

/// A table of columns with names, shown as a table in the notebook. The polars frame inside can do everything else.
///
/// ```
/// use neurocomp::data::Table;
/// use neurocomp::polars::df;
///
/// let table = Table::from(df!("trial" => [1, 1, 2, 2], "rate_hz" => [10.0, 14.0, 8.0, 10.0])?);
/// assert_eq!(table.rows(), 4);
/// assert_eq!(table.filter_between("rate_hz", 9.0, 11.0)?.numbers("trial")?.to_vec(), [1.0, 2.0]);
/// assert_eq!(table.mean_by("trial", "rate_hz")?.numbers("rate_hz")?.to_vec(), [12.0, 9.0]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Default, PartialEq)]
pub struct Table {
    /// The polars frame.
    pub frame: DataFrame,
}

impl From<DataFrame> for Table {
    fn from(frame: DataFrame) -> Table {
        Table { frame }
    }
}

impl Table {
    /// Reads a text file with a table, as spreadsheets write it: a line with the names of the columns, then rows of values.
    /// What separates the columns, and whether numbers have a decimal point or comma, is found; see [`data`](super#tables).
    ///
    /// # Errors
    ///
    /// If the file cannot be read or has no rows, a row has more or fewer values than there are names, or a number could be
    /// read in two ways.
    pub fn read(path: impl AsRef<Path>) -> Result<Table> {
        Ok(Table::from(CsvFile::open(path.as_ref())?.whole()?))
    }

    /// The same table with one more column of numbers.
    ///
    /// ```
    /// use neurocomp::data::Table;
    /// use neurocomp::ndarray::array;
    ///
    /// let table = Table::default().with_counts("trial", &[1, 2])?.with_numbers("rate_hz", &array![4.5, 6.0])?;
    /// assert_eq!(table.columns(), ["trial", "rate_hz"]);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the length differs from the other columns, or if there already is a column of this name.
    pub fn with_numbers(self, name: &str, values: &ArrayRef1<f64>) -> Result<Table> {
        self.with(Series::new(name.into(), values.to_vec()))
    }

    /// The same table with one more column of whole numbers.
    ///
    /// # Errors
    ///
    /// As for [`Table::with_numbers`].
    pub fn with_counts(self, name: &str, values: &[i64]) -> Result<Table> {
        self.with(Series::new(name.into(), values))
    }

    /// The same table with one more column of texts.
    ///
    /// # Errors
    ///
    /// As for [`Table::with_numbers`].
    pub fn with_texts(self, name: &str, values: &[&str]) -> Result<Table> {
        self.with(Series::new(name.into(), values))
    }

    pub(super) fn with(self, column: Series) -> Result<Table> {
        let mut columns = self.frame.columns().to_vec();
        if !columns.is_empty() {
            check_length(column.name(), self.rows(), column.len())?;
        }
        if self.frame.column(column.name()).is_ok() {
            let name = short(column.name());
            return Err(Error::text(
                format!("the table already has a column `{name}`: choose another name"),
                format!("la table a déjà une colonne `{name}` : choisissez un autre nom"),
            ));
        }
        columns.push(column.into());
        Ok(Table::from(DataFrame::new_infer_height(columns)?))
    }

    /// Writes the table as a CSV file, with commas between the columns and points in numbers: `table.write("rates.csv")`. The
    /// file appears when it is complete.
    ///
    /// # Errors
    ///
    /// If the name does not end in `.csv`, or the file cannot be written.
    pub fn write(&self, path: impl AsRef<Path>) -> Result<()> {
        csv::write(&self.frame, path.as_ref())
    }

    /// The number of rows.
    pub fn rows(&self) -> usize {
        self.frame.height()
    }

    /// The names of the columns.
    pub fn columns(&self) -> Vec<String> {
        let names = self.frame.get_column_names();
        names.into_iter().map(ToString::to_string).collect()
    }

    /// A column of numbers as an array.
    ///
    /// # Errors
    ///
    /// If there is no such column, or if a value in it is missing or is no number.
    pub fn numbers(&self, column: &str) -> Result<Array1<f64>> {
        let values = self.column(column)?;
        let cast = values.cast(&DataType::Float64)?;
        let is_number = |value: &Option<f64>| value.is_some_and(|number| !number.is_nan());
        let numbers: Option<Array1<f64>> = cast.f64()?.iter().map(|value| value.filter(|x| !x.is_nan())).collect();
        match numbers {
            Some(numbers) if values.dtype().is_primitive_numeric() => Ok(numbers),
            _ => {
                let row = cast.f64()?.iter().position(|value| !is_number(&value)).unwrap_or(0);
                let texts = values.cast(&DataType::String)?;
                let text = if texts.is_empty() { None } else { texts.str()?.get(row) };
                Err(no_number(column, row, text))
            }
        }
    }

    /// A column of text.
    ///
    /// # Errors
    ///
    /// If there is no such column.
    pub fn texts(&self, column: &str) -> Result<Vec<String>> {
        let values = self.column(column)?.cast(&DataType::String)?;
        let texts = values.str()?.iter();
        Ok(texts.map(|text| text.unwrap_or_default().to_owned()).collect())
    }

    /// The rows whose value in a column is at least `low` and at most `high`.
    ///
    /// # Errors
    ///
    /// If there is no such column, or if it does not hold numbers.
    pub fn filter_between(&self, column: &str, low: f64, high: f64) -> Result<Table> {
        if self.column(column)?.dtype() == &DataType::String {
            let column = short(column);
            return Err(Error::text(
                format!("the column `{column}` holds texts: choose rows by `filter_text(\"{column}\", \"…\")`"),
                format!(
                    "la colonne `{column}` contient des textes : choisissez des lignes par \
                     `filter_text(\"{column}\", \"…\")`"
                ),
            ));
        }
        let numbers = self.numbers(column)?;
        self.keep(numbers.iter().map(|x| (low..=high).contains(x)))
    }

    /// The rows whose value in a column is this number.
    ///
    /// # Errors
    ///
    /// If there is no such column, or if it does not hold numbers.
    pub fn filter_equal(&self, column: &str, value: f64) -> Result<Table> {
        self.filter_between(column, value, value)
    }

    /// The rows whose value in a column is this text.
    ///
    /// # Errors
    ///
    /// If there is no such column, or if it holds numbers.
    pub fn filter_text(&self, column: &str, text: &str) -> Result<Table> {
        if self.column(column)?.dtype().is_primitive_numeric() {
            let column = short(column);
            return Err(Error::text(
                format!("the column `{column}` holds numbers: choose rows by `filter_equal(\"{column}\", …)`"),
                format!(
                    "la colonne `{column}` contient des nombres : choisissez des lignes par `filter_equal(\"{column}\", …)`"
                ),
            ));
        }
        let texts = self.texts(column)?;
        self.keep(texts.iter().map(|own| own == text))
    }

    /// The rows in which a column has a value.
    ///
    /// # Errors
    ///
    /// If there is no such column.
    pub fn filter_present(&self, column: &str) -> Result<Table> {
        Ok(Table::from(self.frame.filter(&self.column(column)?.is_not_null())?))
    }

    fn keep(&self, is_kept: impl Iterator<Item = bool>) -> Result<Table> {
        let kept: Vec<bool> = is_kept.collect();
        let mask = BooleanChunked::from_slice("kept".into(), &kept);
        Ok(Table::from(self.frame.filter(&mask)?))
    }

    /// The first rows, at most `n`.
    pub fn head(&self, n: usize) -> Table {
        Table::from(self.frame.head(Some(n)))
    }

    /// The rows in the order of a column, the smallest value first.
    ///
    /// # Errors
    ///
    /// If there is no such column.
    pub fn sort(&self, column: &str) -> Result<Table> {
        self.column(column)?;
        let options = SortMultipleOptions::default().with_maintain_order(true);
        Ok(Table::from(self.frame.sort([column], options)?))
    }

    /// Puts beside each row the columns of the row of `other` that has the same value in the column `on`, such as the
    /// stimulus of the trial. Rows without a counterpart are left out.
    ///
    /// # Errors
    ///
    /// If one of the two has no such column, or one has numbers in it and the other texts.
    pub fn join(&self, other: &Table, on: &str) -> Result<Table> {
        let (own, others) = (self.column(on)?, other.column(on)?);
        if own.dtype().is_primitive_numeric() != others.dtype().is_primitive_numeric() {
            let on = short(on);
            return Err(Error::text(
                format!("the column `{on}` holds numbers in one table and texts in the other"),
                format!("la colonne `{on}` contient des nombres dans une table et des textes dans l’autre"),
            ));
        }
        // Both as numbers of one type, where they are numbers: a trial may be a whole number here and not there.
        let kind = own.dtype().clone();
        let mut right = other.frame.clone();
        right.with_column(others.cast(&kind)?)?;
        let args = JoinArgs::new(JoinType::Inner);
        Ok(Table::from(self.frame.join(&right, [on], [on], args, None)?))
    }

    /// Shows the table; evcxr calls this for the last expression of a cell.
    pub fn evcxr_display(&self) {
        display::value(&html::table(&self.frame), &self.frame);
    }

    pub(super) fn column(&self, name: &str) -> Result<&Column> {
        self.frame.column(name).map_err(|_| {
            let (name, names) = (short(name), names(&self.columns()));
            Error::text(
                format!("the table has no column `{name}`: its columns are {names}"),
                format!("la table n’a pas de colonne `{name}` : ses colonnes sont {names}"),
            )
        })
    }
}

fn no_number(column: &str, row: usize, received: Option<&str>) -> Error {
    let (column, row) = (short(column), row + 1);
    let (english, french) = (format!("column `{column}`, row {row}"), format!("colonne `{column}`, ligne {row}"));
    match received.map(short) {
        Some(received) => Error::text(
            format!("{english}: expected a number, received `{received}`"),
            format!("{french} : un nombre attendu, reçu `{received}`"),
        ),
        None => Error::text(
            format!("{english}: the value is missing; `filter_present(\"{column}\")` leaves such rows out"),
            format!("{french} : il manque la valeur ; `filter_present(\"{column}\")` écarte ces lignes"),
        ),
    }
}

/// As polars shows a table in a terminal.
impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.frame, f)
    }
}

/// The same.
impl fmt::Debug for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.frame, f)
    }
}
