//! Pictures from files.

use std::io::Cursor;

use image::{ImageReader, Limits};
use ndarray::Array2;

use crate::Error;
use crate::Result;
use crate::error::{check_count, short};
use crate::limits::read_file;
use crate::memory::Pattern;
use crate::parameter::Allowed;

/// The largest width and height of an image.
const MAX_PIXELS: u32 = 8192;

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
pub fn load_text(path: &str) -> Result<Pattern> {
    // Bytes that are no text become a character that is no value, and are then reported with line and column.
    parse_text(&String::from_utf8_lossy(&read_file(path)?), path)
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
/// # Ok::<(), neurocomp::Error>(())
/// ```
pub fn parse_text(text: &str, name: &str) -> Result<Pattern> {
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

/// Reads a PNG file as a pattern of `rows` × `columns`: brightness is averaged over the area of each unit, and what is
/// darker than `level` (0 black, 1 white) becomes +1. Without a level (`None`) it is the mean brightness of the
/// picture. Transparent parts count as white paper.
///
/// # Errors
///
/// If the file cannot be read, is larger than 100 MB or no PNG, or has more than 8192 pixels in a row or column; if
/// rows or columns are not from 1 to 8192, or their product is above [`Pattern::MAX_UNITS`]; if `level` is not from 0
/// to 1.
pub fn load_image(path: &str, rows: usize, columns: usize, level: Option<f64>) -> Result<Pattern> {
    decode(&read_file(path)?, path, rows, columns, level)
}

/// Reads a pattern from the bytes of a PNG file as [`load_image`] does.
///
/// # Errors
///
/// As for [`load_image`].
pub fn decode_image(bytes: &[u8], rows: usize, columns: usize, level: Option<f64>) -> Result<Pattern> {
    decode(bytes, "PNG", rows, columns, level)
}

fn decode(bytes: &[u8], file: &str, rows: usize, columns: usize, level: Option<f64>) -> Result<Pattern> {
    let side = MAX_PIXELS as usize;
    check_count("rows", 1, side, rows)?;
    check_count("columns", 1, side, columns)?;
    check_count("rows × columns", 1, Pattern::MAX_UNITS, rows * columns)?;
    if let Some(level) = level {
        Allowed::Between(0.0, 1.0).check("level", "", level)?;
    }
    let brightness = brightness(bytes).map_err(|error| {
        Error::file(file, format!("cannot be read: {error}"), format!("ne peut pas être lu : {error}"))
    })?;
    let small = resize(&brightness, rows, columns);
    let level = level.unwrap_or(small.sum() / small.len() as f64);
    let ink: Vec<bool> = small.iter().map(|&b| b < level).collect();
    Pattern::from_bits(&ink)?.with_shape(rows, columns)
}

/// Brightness of the pixels (rows, columns) over white paper, from 0 to 1.
fn brightness(bytes: &[u8]) -> Result<Array2<f64>, image::ImageError> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format()?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_PIXELS);
    limits.max_image_height = Some(MAX_PIXELS);
    reader.limits(limits);
    let pixels = reader.decode()?.into_luma_alpha16();
    let (columns, rows) = pixels.dimensions();
    let white = f64::from(u16::MAX);
    Ok(Array2::from_shape_fn((rows as usize, columns as usize), |(row, column)| {
        let [luma, alpha] = pixels.get_pixel(column as u32, row as u32).0;
        1.0 - f64::from(alpha) / white * (1.0 - f64::from(luma) / white)
    }))
}

/// The mean over the area of each new pixel, first along rows, then along columns.
fn resize(image: &Array2<f64>, rows: usize, columns: usize) -> Array2<f64> {
    let (old_rows, old_columns) = image.dim();
    let across = shares(old_columns, columns);
    let down = shares(old_rows, rows);
    let narrow = Array2::from_shape_fn((old_rows, columns), |(row, column)| {
        let (first, weights) = &across[column];
        weights.iter().zip(*first..).map(|(w, c)| w * image[[row, c]]).sum::<f64>()
    });
    Array2::from_shape_fn((rows, columns), |(row, column)| {
        let (first, weights) = &down[row];
        weights.iter().zip(*first..).map(|(w, r)| w * narrow[[r, column]]).sum::<f64>()
    })
}

/// For each of `new` equal parts of a line of `old` pixels: the first pixel in it, and how much of the part each pixel
/// covers. Lengths are counted in units of 1/new of an old pixel, so that they are whole.
fn shares(old: usize, new: usize) -> Vec<(usize, Vec<f64>)> {
    (0..new)
        .map(|part| {
            let (from, to) = (part * old, (part + 1) * old);
            let pixels = from / new..to.div_ceil(new);
            let first = pixels.start;
            let covered = pixels.map(|p| to.min((p + 1) * new) - from.max(p * new));
            (first, covered.map(|c| c as f64 / old as f64).collect())
        })
        .collect()
}
