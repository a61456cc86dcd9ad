//! A table of columns with names.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use ndarray::{Array1, ArrayRef1};
use polars::prelude::{
    BooleanChunked, Column, DataFrame, DataFrameJoinOps, DataType, JoinArgs, JoinType, NamedFrom, NewChunkedArray,
    Series, SortMultipleOptions,
};

use super::csv::bad_cell;
use super::csv::both;
use super::csv::no_column;
use super::csv::words;
use super::csv::{self, CsvFile};
use super::html;
use crate::error::short;
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
    /// Reads a CSV file: a header line with the names of the columns, then rows of values separated by commas.
    ///
    /// # Errors
    ///
    /// If the file cannot be read, or has no rows.
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

    fn with(self, column: Series) -> Result<Table> {
        let mut columns = self.frame.columns().to_vec();
        columns.push(column.into());
        Ok(Table::from(DataFrame::new_infer_height(columns)?))
    }

    /// Writes the table as a CSV file.
    ///
    /// # Errors
    ///
    /// If the file cannot be written.
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
        let numbers: Option<Array1<f64>> = cast.f64()?.iter().collect();
        match numbers {
            Some(numbers) if values.dtype().is_primitive_numeric() => Ok(numbers),
            _ => Err(self.no_number(column, values)?),
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
    /// If there is no such column, or if it holds no numbers.
    pub fn filter_between(&self, column: &str, low: f64, high: f64) -> Result<Table> {
        let numbers = self.numbers(column)?;
        self.keep(numbers.iter().map(|x| (low..=high).contains(x)))
    }

    /// The rows whose value in a column is this number.
    ///
    /// # Errors
    ///
    /// If there is no such column, or if it holds no numbers.
    pub fn filter_equal(&self, column: &str, value: f64) -> Result<Table> {
        self.filter_between(column, value, value)
    }

    /// The rows whose value in a column is this text.
    ///
    /// # Errors
    ///
    /// If there is no such column.
    pub fn filter_text(&self, column: &str, text: &str) -> Result<Table> {
        let texts = self.texts(column)?;
        self.keep(texts.iter().map(|own| own == text))
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

    /// For each value of the column `by`, in order, the mean of the column `of`: two columns with these names.
    ///
    /// # Errors
    ///
    /// If a column does not exist or holds no numbers.
    pub fn mean_by(&self, by: &str, of: &str) -> Result<Table> {
        let groups = self.groups(by, of)?;
        let means = groups.values().map(|all| all.iter().sum::<f64>() / all.len() as f64);
        self.grouped(by, of, means.collect())
    }

    /// For each value of the column `by`, in order, the number of rows: the columns `by` and `count`.
    ///
    /// # Errors
    ///
    /// If the column does not exist or holds no numbers.
    pub fn count_by(&self, by: &str) -> Result<Table> {
        let groups = self.groups(by, by)?;
        self.grouped(by, "count", groups.values().map(|all| all.len() as f64).collect())
    }

    fn groups(&self, by: &str, of: &str) -> Result<BTreeMap<Ordered, Vec<f64>>> {
        let mut groups = BTreeMap::<Ordered, Vec<f64>>::new();
        for (key, value) in self.numbers(by)?.into_iter().zip(self.numbers(of)?) {
            groups.entry(Ordered(key)).or_default().push(value);
        }
        Ok(groups)
    }

    fn grouped(&self, by: &str, name: &str, values: Vec<f64>) -> Result<Table> {
        let keys: Vec<f64> = self.groups(by, by)?.into_keys().map(|key| key.0).collect();
        let keys = Series::new(by.into(), keys).cast(self.column(by)?.dtype())?;
        let columns = vec![keys.into(), Series::new(name.into(), values).into()];
        Ok(Table::from(DataFrame::new_infer_height(columns)?))
    }

    /// Puts beside each row the columns of the row of `other` that has the same value in the column `on`, such as the
    /// stimulus of the trial. Rows without a counterpart are left out.
    ///
    /// # Errors
    ///
    /// If one of the two has no such column.
    pub fn join(&self, other: &Table, on: &str) -> Result<Table> {
        self.column(on)?;
        // Both as numbers of one type, where they are numbers: a trial may be a whole number here and not there.
        let kind = self.column(on)?.dtype().clone();
        let mut right = other.frame.clone();
        right.with_column(other.column(on)?.cast(&kind)?)?;
        let args = JoinArgs::new(JoinType::Inner);
        Ok(Table::from(self.frame.join(&right, [on], [on], args, None)?))
    }

    /// Shows the table; evcxr calls this for the last expression of a cell.
    pub fn evcxr_display(&self) {
        println!("EVCXR_BEGIN_CONTENT text/html\n{}\nEVCXR_END_CONTENT", html::table(&self.frame));
        println!("EVCXR_BEGIN_CONTENT text/plain\n{}\nEVCXR_END_CONTENT", self.frame);
    }

    fn column(&self, name: &str) -> Result<&Column> {
        self.frame.column(name).map_err(|_| no_column("Table", &format!("`{}`", short(name)), &self.columns()))
    }

    /// Says where in a column there is something other than a number.
    fn no_number(&self, name: &str, values: &Column) -> Result<Error> {
        let texts = values.cast(&DataType::String)?;
        let row =
            texts.str()?.iter().position(|text| text.is_none_or(|text| text.parse::<f64>().is_err())).unwrap_or(0);
        let received = texts.str()?.get(row).map_or("null".to_owned(), |text| format!("`{text}`"));
        Ok(bad_cell("Table", row, name, words("a number", "un nombre"), both(&received)))
    }
}

/// As polars shows a table in a terminal.
impl fmt::Debug for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.frame, f)
    }
}

/// Numbers in an order that is total, as the keys of groups need.
#[derive(Clone, Copy, PartialEq)]
struct Ordered(f64);

impl Eq for Ordered {}

impl PartialOrd for Ordered {
    fn partial_cmp(&self, other: &Ordered) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ordered {
    fn cmp(&self, other: &Ordered) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}
