//! Pictures from text files.

use std::path::Path;

use ndarray::Array2;

use crate::error::short;
use crate::file::{MEGABYTES, read};
use crate::memory::Pattern;
use crate::{Error, Result};

/// What should be in a text file that has a −1 before, in English and in French; that has a 0; that has neither.
const PLUS_MINUS_ONE: (&str, &str) = ("1 or -1", "1 ou -1");
const ZERO_ONE: (&str, &str) = ("0 or 1", "0 ou 1");
const ANY_UNIT: (&str, &str) = ("1, -1 or 0", "1, -1 ou 0");

/// Reads a pattern from a text file: one row of the picture per line, values separated by blanks, commas or semicolons.
/// The values are 1 and −1, or 1 and 0 (0 becomes −1). Empty lines do not count.
///
/// # Errors
///
/// If the file cannot be read, is larger than 100 MB or has no value, if a value is another one or the rows are not of
/// equal length: the error names line and column.
pub fn load_text(path: impl AsRef<Path>) -> Result<Pattern> {
    let path = path.as_ref();
    // Bytes that are no text become a character that is no value, and are then reported with line and column.
    parse_text(&path.to_string_lossy(), &String::from_utf8_lossy(&read(path, MEGABYTES)?))
}

/// Reads a pattern from text as [`load_text`] does; `name` stands for the file in errors.
///
/// # Errors
///
/// As for [`load_text`].
///
/// ```
/// use neurocomp::memory::picture::parse_text;
///
/// assert_eq!(parse_text("cross", "0 1 0\n1 1 1\n")?.shape(), (2, 3));
/// let error = parse_text("cross.txt", "1 -1\n1 0\n").unwrap_err();
/// assert_eq!(error.to_string(), "cross.txt, line 2, column 3: expected 1 or -1, received \"0\"");
/// # Ok::<(), neurocomp::Error>(())
/// ```
pub fn parse_text(name: &str, text: &str) -> Result<Pattern> {
    let mut units = Vec::new();
    let (mut rows, mut columns) = (0, 0);
    let mut low = None;
    for (line, content) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let mistake = |column: usize, (english, french): (&str, &str), received: &str| {
            let received = short(received);
            Error::file(
                name,
                format!("expected {english}, received {received:?}"),
                format!("attendu {french}, reçu {received:?}"),
            )
            .in_line(line + 1)
            .in_column(column)
        };
        let before = units.len();
        for (column, token) in tokens(content) {
            let (value, kind) = match token {
                "1" | "+1" => (1.0, low),
                "-1" => (-1.0, Some(PLUS_MINUS_ONE)),
                "0" => (-1.0, Some(ZERO_ONE)),
                _ => {
                    return Err(mistake(column, low.unwrap_or(ANY_UNIT), token));
                }
            };
            if let Some(low) = low
                && kind != Some(low)
            {
                return Err(mistake(column, low, token));
            }
            low = kind;
            units.push(value);
        }
        let width = units.len() - before;
        if width == 0 {
            continue;
        }
        if rows == 0 {
            columns = width;
        } else if width != columns {
            let end = content.trim_end().chars().count() + 1;
            let english = format!("a row of {columns} values as the first");
            let french = format!("une ligne de {columns} valeurs comme la première");
            return Err(mistake(end, (&english, &french), &width.to_string()));
        }
        rows += 1;
    }
    let received = units.len();
    let image = Array2::from_shape_vec((rows, columns), units);
    Pattern::from_image(&image.map_err(|_| crate::memory::error::wrong_shape(received, rows, columns))?)
}

/// The values of a line with the character, from 1, at which each begins.
fn tokens(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let separates = |c: char| c.is_whitespace() || c == ',' || c == ';';
    // Each piece begins where the one before it ended, one separator later.
    line.split(separates)
        .scan(1, |next, token| {
            let column = *next;
            *next += token.chars().count() + 1;
            Some((column, token))
        })
        .filter(|(_, token)| !token.is_empty())
}
