//! What may be wrong with a table, in both languages.

use crate::Error;
use crate::error::short;

/// The same in English and in French.
pub(super) type Words = (String, String);

pub(super) fn words(english: &str, french: &str) -> Words {
    (english.to_owned(), french.to_owned())
}

/// What is the same in both languages.
pub(super) fn both(text: &str) -> Words {
    words(text, text)
}

/// A value that is not what is expected.
pub(super) fn unexpected(file: &str, line: usize, column: &str, expected: Words, received: Words) -> Error {
    Error::file(
        file,
        format!("expected {}, received {}", expected.0, received.0),
        format!("{} attendu, reçu {}", expected.1, received.1),
    )
    .in_line(line)
    .in_column(format!("`{column}`"))
}

/// A column that is not in a file, or not with a unit.
pub(super) fn no_column(file: &str, line: usize, expected: &str, received: &[String]) -> Error {
    let names = names(received);
    Error::file(
        file,
        format!("expected a column {expected}, received the columns {names}"),
        format!("une colonne {expected} attendue, reçu les colonnes {names}"),
    )
    .in_line(line)
}

/// At most ten names of columns.
pub(super) fn names(of: &[String]) -> String {
    some_of(of.iter().map(|name| format!("`{}`", short(name))))
}

/// Nothing in it, or nothing below the names.
pub(super) fn no_rows(file: &str) -> Error {
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
