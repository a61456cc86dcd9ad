//! The rows of a table in groups.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use ndarray::Array1;
use polars::prelude::{NamedFrom, Series};

use super::Table;
use crate::Result;

/// What the rows of a group have in common.
enum Key {
    Number(f64),
    Text(String),
}

impl Table {
    /// For each value of the column `by` (numbers or texts), in order, the mean of the column `of`: two columns with these
    /// names.
    ///
    /// ```
    /// use neurocomp::data::Table;
    ///
    /// let table = Table::default()
    ///     .with_texts("condition", &["drug", "control", "drug"])?
    ///     .with_numbers("rate_hz", &ndarray::array![12.0, 5.0, 16.0])?;
    /// let means = table.mean_by("condition", "rate_hz")?;
    /// assert_eq!(means.texts("condition")?, ["control", "drug"]);
    /// assert_eq!(means.numbers("rate_hz")?.to_vec(), [5.0, 14.0]);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If a column does not exist, `of` does not hold numbers, or both are the same column.
    pub fn mean_by(&self, by: &str, of: &str) -> Result<Table> {
        let values = self.numbers(of)?;
        let mean = |rows: &Vec<usize>| rows.iter().map(|&row| values[row]).sum::<f64>() / rows.len() as f64;
        let groups = self.groups(by)?;
        let means: Array1<f64> = groups.values().map(mean).collect();
        self.keys(by, groups)?.with_numbers(of, &means)
    }

    /// For each value of the column `by` (numbers or texts), in order, the number of rows: the columns `by` and `count`.
    ///
    /// # Errors
    ///
    /// If the column does not exist, a number is missing in it, or its name is `count`.
    pub fn count_by(&self, by: &str) -> Result<Table> {
        let groups = self.groups(by)?;
        let counts: Vec<i64> = groups.values().map(|rows| rows.len() as i64).collect();
        self.keys(by, groups)?.with_counts("count", &counts)
    }

    /// The rows of each group, by what they have in common.
    fn groups(&self, by: &str) -> Result<BTreeMap<Key, Vec<usize>>> {
        let keys: Vec<Key> = if self.column(by)?.dtype().is_primitive_numeric() {
            // −0 is 0.
            self.numbers(by)?.into_iter().map(|number| Key::Number(number + 0.0)).collect()
        } else {
            self.texts(by)?.into_iter().map(Key::Text).collect()
        };
        let mut groups = BTreeMap::<Key, Vec<usize>>::new();
        for (row, key) in keys.into_iter().enumerate() {
            groups.entry(key).or_default().push(row);
        }
        Ok(groups)
    }

    /// A table with what the groups have in common, in the type that it has in this one.
    fn keys(&self, by: &str, groups: BTreeMap<Key, Vec<usize>>) -> Result<Table> {
        let kind = self.column(by)?.dtype();
        let (mut numbers, mut texts) = (Vec::new(), Vec::new());
        for key in groups.into_keys() {
            match key {
                Key::Number(number) => numbers.push(number),
                Key::Text(text) => texts.push(text),
            }
        }
        let keys = if kind.is_primitive_numeric() {
            Series::new(by.into(), numbers).cast(kind)?
        } else {
            Series::new(by.into(), texts)
        };
        Table::default().with(keys)
    }
}

impl Ord for Key {
    fn cmp(&self, other: &Key) -> Ordering {
        match (self, other) {
            (Key::Number(one), Key::Number(other)) => one.total_cmp(other),
            (Key::Text(one), Key::Text(other)) => one.cmp(other),
            // One column holds either.
            (Key::Number(_), Key::Text(_)) => Ordering::Less,
            (Key::Text(_), Key::Number(_)) => Ordering::Greater,
        }
    }
}

impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Key) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Key {
    fn eq(&self, other: &Key) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Key {}
