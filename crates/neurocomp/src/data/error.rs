//! What can be wrong with a file or a table.

use crate::language::{choose, debug_as_display};
use crate::spike_train::SpikeTrainError;

/// What can be wrong with a file or a table. The message names the place, what was expected and what was received.
#[derive(Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum DataError {
    /// The file cannot be opened, read or written.
    #[error("{file}: {reason}")]
    File {
        /// The path as it was given.
        file: String,
        /// What the operating system or the reader of CSV files says.
        reason: String,
    },
    /// Nothing in it, or nothing below the header.
    #[error("{}", choose(
        format!("{file}: expected a header line and at least one row, received {rows} rows"),
        format!("{file} : une ligne d’en-tête et au moins une ligne de données attendues, reçu {rows} lignes de données"),
    ))]
    Empty {
        /// The path as it was given.
        file: String,
        /// Rows below the header.
        rows: usize,
    },
    /// A column that is not there, or not with a unit.
    #[error("{}", choose(
        format!("{file}, line 1: expected a column {expected}, received the columns {}", listed(received)),
        format!("{file}, ligne 1 : une colonne {expected} attendue, reçu les colonnes {}", listed(received)),
    ))]
    Column {
        /// The path as it was given, or the table.
        file: String,
        /// The names that would do.
        expected: String,
        /// The names that are there.
        received: Vec<String>,
    },
    /// A cell that holds something else than what is due.
    #[error("{}", choose(
        format!("{file}, line {line}, column `{column}`: expected {expected}, received {received}"),
        format!("{file}, ligne {line}, colonne `{column}` : {expected} attendu, reçu {received}"),
    ))]
    Cell {
        /// The path as it was given.
        file: String,
        /// The line in the file, the header being 1.
        line: usize,
        /// The name of the column.
        column: String,
        /// What should stand there.
        expected: String,
        /// What stands there.
        received: String,
    },
    /// A trial or a neuron that has no spikes in the table.
    #[error("{}", choose(
        format!("{what} must be one of {}, received {received}", some_of(known)),
        format!("{what} doit être parmi {}, reçu {received}", some_of(known)),
    ))]
    Unknown {
        /// `"neuron"` or `"trial"`.
        what: &'static str,
        /// Those that are there.
        known: Vec<i64>,
        /// The one asked for.
        received: i64,
    },
    /// Something that polars refuses.
    #[error("{0}")]
    Frame(String),
    /// Times that are no spike train.
    #[error(transparent)]
    SpikeTrain(#[from] SpikeTrainError),
}

debug_as_display!(DataError);

#[cfg(feature = "tables")]
impl From<polars::error::PolarsError> for DataError {
    fn from(error: polars::error::PolarsError) -> DataError {
        DataError::Frame(error.to_string())
    }
}

fn listed(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}

/// At most ten of the numbers.
fn some_of(numbers: &[i64]) -> String {
    let shown: Vec<String> = numbers.iter().take(10).map(i64::to_string).collect();
    let more = if numbers.len() > 10 { ", …" } else { "" };
    format!("[{}{more}]", shown.join(", "))
}
