//! Reading and writing CSV files with polars, and telling where a bad one is bad.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use polars::prelude::{
    Column, CsvParseOptions, CsvReadOptions, CsvWriter, DataFrame, DataType, Field, Schema, SchemaRef, SerReader,
    SerWriter,
};

use crate::error::short;
use crate::{Error, Result};

/// A file whose header has been read.
pub(super) struct CsvFile<'a> {
    path: &'a Path,
    header: Vec<String>,
}

impl<'a> CsvFile<'a> {
    /// Opens a file and reads its header line.
    pub fn open(path: &'a Path) -> Result<CsvFile<'a>> {
        let mut start = String::new();
        let mut file = fs::File::open(path).map_err(|error| cannot(path, "open", error))?;
        // A header longer than this is no header.
        let mut bytes = Vec::new();
        file.by_ref().take(65_536).read_to_end(&mut bytes).map_err(|error| cannot(path, "read", error))?;
        start.push_str(&String::from_utf8_lossy(&bytes));
        let first = start.trim_start_matches('\u{feff}').lines().next().unwrap_or("");
        if first.trim().is_empty() {
            return Err(no_rows(&path.display().to_string()));
        }
        let header = first.split(',').map(|name| name.trim().trim_matches('"').to_owned()).collect();
        Ok(CsvFile { path, header })
    }

    /// The name of the first column for which `is_wanted` holds.
    pub fn column(&self, expected: &str, is_wanted: impl Fn(&str) -> bool) -> Result<String> {
        let found = self.header.iter().find(|name| is_wanted(name)).cloned();
        found.ok_or_else(|| no_column(&self.name(), expected, &self.header))
    }

    /// All columns, each with the type that its values suggest.
    pub fn whole(&self) -> Result<DataFrame> {
        let frame = self.read(CsvReadOptions::default().with_infer_schema_length(None))?;
        self.not_empty(frame)
    }

    /// The columns named, each as numbers of its type: `Float64` or `Int64`. No value is missing and none is NaN.
    pub fn numbers(&self, columns: &[(String, DataType)]) -> Result<DataFrame> {
        let names: Vec<_> = columns.iter().map(|(name, _)| name.as_str().into()).collect();
        let schema: Schema =
            columns.iter().map(|(name, kind)| Field::new(name.as_str().into(), kind.clone())).collect();
        let options = CsvReadOptions::default().with_columns(Some(names.into())).with_infer_schema_length(Some(0));
        let typed = options.clone().with_schema_overwrite(Some(SchemaRef::from(Arc::new(schema))));
        match self.read(typed) {
            Ok(frame) if is_complete(&frame, columns) => self.not_empty(frame),
            // Something is wrong with it: as text, all of it can be read and the place be found.
            Ok(_) => Err(self.find_fault(&self.read(options)?, columns)?),
            Err(reason) => match self.read(options) {
                Ok(text) => Err(self.find_fault(&text, columns).unwrap_or(reason)),
                Err(_) => Err(reason),
            },
        }
    }

    fn read(&self, options: CsvReadOptions) -> Result<DataFrame> {
        options
            .with_has_header(true)
            .with_raise_if_empty(false)
            .with_parse_options(CsvParseOptions::default().with_missing_is_null(true))
            .try_into_reader_with_file_path(Some(self.path.to_owned()))
            .and_then(SerReader::finish)
            .map_err(|error| Error::file(self.name(), error.to_string(), error.to_string()))
    }

    fn not_empty(&self, frame: DataFrame) -> Result<DataFrame> {
        if frame.height() == 0 {
            return Err(no_rows(&self.name()));
        }
        Ok(frame)
    }

    fn find_fault(&self, text: &DataFrame, columns: &[(String, DataType)]) -> Result<Error> {
        let mut first: Option<(usize, Error)> = None;
        for (name, kind) in columns {
            let values = text.column(name)?.str()?;
            let bad = values.iter().position(|value| !is_number(value, kind));
            if let Some(row) = bad.filter(|row| first.as_ref().is_none_or(|(line, _)| row < line)) {
                let received = match values.get(row) {
                    Some(value) => both(&format!("`{value}`")),
                    None => words("nothing: is the line complete?", "rien : la ligne est-elle complète ?"),
                };
                first = Some((row, self.bad_cell(row, name, number_of(kind), received)));
            }
        }
        let unclear = || Error::file(self.name(), "cannot be read as numbers", "illisible comme nombres");
        first.map(|(_, error)| error).ok_or_else(unclear)
    }

    /// An error that points to a row of the table: row 0 is in line 2.
    pub fn bad_cell(&self, row: usize, column: &str, expected: Words, received: Words) -> Error {
        bad_cell(&self.name(), row, column, expected, received)
    }

    fn name(&self) -> String {
        self.path.display().to_string()
    }
}

fn is_complete(frame: &DataFrame, columns: &[(String, DataType)]) -> bool {
    columns.iter().all(|(name, kind)| {
        frame
            .column(name)
            .is_ok_and(|column| column.null_count() == 0 && (*kind != DataType::Float64 || all_finite(column)))
    })
}

fn all_finite(column: &Column) -> bool {
    column.f64().is_ok_and(|values| values.iter().flatten().all(f64::is_finite))
}

fn is_number(value: Option<&str>, kind: &DataType) -> bool {
    let Some(value) = value.map(str::trim) else {
        return false;
    };
    if *kind == DataType::Int64 { value.parse::<i64>().is_ok() } else { value.parse::<f64>().is_ok_and(f64::is_finite) }
}

fn number_of(kind: &DataType) -> Words {
    if *kind == DataType::Int64 { words("a whole number", "un nombre entier") } else { words("a number", "un nombre") }
}

/// Writes a table. The file appears under its name only when it is complete.
pub(super) fn write(frame: &DataFrame, path: &Path) -> Result<()> {
    let mut partial = path.as_os_str().to_owned();
    partial.push(format!(".{}.part", std::process::id()));
    let partial = Path::new(&partial);
    let mut file = fs::File::create(partial).map_err(|error| cannot(path, "create", error))?;
    let written = CsvWriter::new(&mut file)
        .finish(&mut frame.clone())
        .map_err(|error| Error::file(path.display(), error.to_string(), error.to_string()))
        .and_then(|()| fs::rename(partial, path).map_err(|error| cannot(path, "write", error)));
    if written.is_err() {
        let _ = fs::remove_file(partial); // the error already says what happened
    }
    written
}

fn cannot(path: &Path, act: &str, error: std::io::Error) -> Error {
    let french = match act {
        "open" => "ouvrir",
        "read" => "lire",
        "create" => "créer",
        _ => "écrire",
    };
    Error::file(
        path.display(),
        format!("cannot {act} the file: {error}"),
        format!("impossible de {french} le fichier : {error}"),
    )
}

/// The same in English and in French.
pub(super) type Words = (String, String);

pub(super) fn words(english: &str, french: &str) -> Words {
    (english.to_owned(), french.to_owned())
}

/// What is the same in both languages.
pub(super) fn both(text: &str) -> Words {
    words(text, text)
}

/// A cell that does not hold what is expected; row 0 is in line 2.
pub(super) fn bad_cell(file: &str, row: usize, column: &str, expected: Words, received: Words) -> Error {
    Error::file(
        file,
        format!("expected {}, received {}", expected.0, short(&received.0)),
        format!("{} attendu, reçu {}", expected.1, short(&received.1)),
    )
    .in_line(row + 2)
    .in_column(format!("`{column}`"))
}

/// A column that is not there, or not with a unit.
pub(super) fn no_column(file: &str, expected: &str, received: &[String]) -> Error {
    let names = some_of(received.iter().map(|name| format!("`{}`", short(name))));
    Error::file(
        file,
        format!("expected a column {expected}, received the columns {names}"),
        format!("une colonne {expected} attendue, reçu les colonnes {names}"),
    )
    .in_line(1)
}

/// Nothing in it, or nothing below the header.
fn no_rows(file: &str) -> Error {
    Error::file(
        file,
        "expected a header line and at least one row, received 0 rows",
        "une ligne d’en-tête et au moins une ligne de données attendues, reçu 0 lignes de données",
    )
}

/// At most ten of many.
pub(super) fn some_of(many: impl ExactSizeIterator<Item = String>) -> String {
    let more = if many.len() > 10 { ", …" } else { "" };
    many.take(10).collect::<Vec<_>>().join(", ") + more
}
