//! Pictures from text files.

use std::io::Read;

use ndarray::Array2;

use crate::memory::error::Expected;
use crate::memory::{MemoryError, Pattern};

/// The largest file read: 100 MB.
const MAX_BYTES: u64 = 100_000_000;

/// Reads a pattern from a text file: one row of the picture per line, values separated by blanks, commas or semicolons.
/// The values are 1 and −1, or 1 and 0 (0 becomes −1). Empty lines do not count.
///
/// # Errors
///
/// If the file cannot be read, is larger than 100 MB or has no value, if a value is another one or the rows are not of
/// equal length: the error names line and column.
pub fn load_text(path: &str) -> Result<Pattern, MemoryError> {
    // Bytes that are no text become a character that is no value, and are then reported with line and column.
    parse_text(&String::from_utf8_lossy(&read(path)?), path)
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
/// assert_eq!(parse_text("0 1 0\n1 1 1\n", "cross")?.shape(), (2, 3));
/// let error = parse_text("1 -1\n1 0\n", "cross.txt").unwrap_err();
/// assert_eq!(error.to_string(), "cross.txt, line 2, column 3: expected 1 or -1, received \"0\"");
/// # Ok::<(), neurocomp::memory::MemoryError>(())
/// ```
pub fn parse_text(text: &str, name: &str) -> Result<Pattern, MemoryError> {
    let mut units = Vec::new();
    let (mut rows, mut columns) = (0, 0);
    let mut low = None;
    for (line, content) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let mistake = |column: usize, expected, received: &str| MemoryError::Text {
            file: name.into(),
            line: line + 1,
            column,
            expected,
            received: received.chars().take(20).collect(),
        };
        let before = units.len();
        for (column, token) in tokens(content) {
            let (value, kind) = match token {
                "1" | "+1" => (1.0, low),
                "-1" => (-1.0, Some(Expected::PlusMinusOne)),
                "0" => (-1.0, Some(Expected::ZeroOne)),
                _ => {
                    return Err(mistake(column, low.unwrap_or(Expected::AnyUnit), token));
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
            return Err(mistake(end, Expected::RowOf(columns), &width.to_string()));
        }
        rows += 1;
    }
    let received = units.len();
    let image = Array2::from_shape_vec((rows, columns), units);
    Pattern::from_image(&image.map_err(|_| MemoryError::Shape { units: received, rows, columns })?)
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

pub(super) fn read(path: &str) -> Result<Vec<u8>, MemoryError> {
    let failed = |reason: String| MemoryError::File { file: path.into(), reason };
    let file = std::fs::File::open(path).map_err(|error| failed(error.to_string()))?;
    let mut bytes = Vec::new();
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(|error| failed(error.to_string()))?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(failed(format!("> {} MB", MAX_BYTES / 1_000_000)));
    }
    Ok(bytes)
}
