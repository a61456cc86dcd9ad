//! Pictures from PNG files.

use std::io::Cursor;
use std::path::Path;

use image::{ImageReader, Limits};
use ndarray::Array2;

use crate::error::check_count;
use crate::file::{MEGABYTES, read};
use crate::memory::Pattern;
use crate::parameter::Allowed;
use crate::{Error, Result};

/// The largest width and height of an image.
const MAX_PIXELS: u32 = 8192;

/// Reads a PNG file as a pattern of `rows` × `columns`: brightness is averaged over the area of each unit, and what is
/// darker than `level` (0 black, 1 white) becomes +1. Without a level (`None`) it is the mean brightness of the
/// picture. Transparent parts count as white paper.
///
/// # Errors
///
/// If the file cannot be read, is larger than 100 MB or no PNG, or has more than 8192 pixels in a row or column; if
/// rows or columns are not from 1 to 8192, or their product is above [`Pattern::MAX_UNITS`]; if `level` is not from 0
/// to 1.
pub fn load_image(path: impl AsRef<Path>, rows: usize, columns: usize, level: Option<f64>) -> Result<Pattern> {
    let path = path.as_ref();
    decode(&read(path, MEGABYTES)?, &path.to_string_lossy(), rows, columns, level)
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
