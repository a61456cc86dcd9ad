//! A pattern: the state of N units, each +1 or −1, one bit per unit.

use ndarray::{Array1, Array2, ArrayRef1, ArrayRef2};

use super::error::check_units;
use crate::error::{check_count, number};
use crate::summary::summary;
use crate::{Error, Result};

pub(crate) mod random;

/// The state of N units S_i = ±1: something to remember, a cue, or what the network recalls. It has a shape, rows ×
/// columns, so that it can be looked at; a pattern that is not an image is one row.
///
/// | quantity | equation | |
/// | --- | --- | --- |
/// | [`Pattern::overlap`] | m = (1/N) Σ_i P_i S_i | 1: the same, 0: unrelated, −1: the negative |
/// | [`Pattern::hamming`] | number of units that differ, N(1 − m)/2 | |
///
/// ```
/// use neurocomp::memory::Pattern;
///
/// let p = Pattern::from_slice(&[1, 1, -1, -1])?;
/// let s = Pattern::from_slice(&[1, 1, -1, 1])?;
/// assert_eq!((p.overlap(&s)?, p.hamming(&s)?), (0.5, 1));
/// # Ok::<(), neurocomp::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Pattern {
    rows: usize,
    columns: usize,
    /// Unit i is bit i % 64 of word i / 64, set for +1. The bits beyond the last unit are 0.
    words: Vec<u64>,
}

impl Pattern {
    /// A pattern from whole numbers +1 and −1.
    ///
    /// # Errors
    ///
    /// If another number is among them, or none at all.
    pub fn from_slice(units: &[i32]) -> Result<Pattern> {
        Self::build(1, units.len(), units.iter().map(|&s| f64::from(s)))
    }

    /// A pattern from an array of +1 and −1.
    ///
    /// # Errors
    ///
    /// If another number is in it, or none at all.
    pub fn from_array(units: &ArrayRef1<f64>) -> Result<Pattern> {
        Self::build(1, units.len(), units.iter().copied())
    }

    /// A pattern from an image (rows, columns) of +1 and −1, whose rows follow one another.
    ///
    /// # Errors
    ///
    /// If another number is in it, or none at all.
    pub fn from_image(image: &ArrayRef2<f64>) -> Result<Pattern> {
        let (rows, columns) = image.dim();
        Self::build(rows, columns, image.iter().copied())
    }

    /// A pattern from bits: true is +1.
    ///
    /// # Errors
    ///
    /// If there is none.
    pub fn from_bits(bits: &[bool]) -> Result<Pattern> {
        check_not_empty(bits.len())?;
        Ok(Self::from_fn(1, bits.len(), |i| bits[i]))
    }

    fn build(rows: usize, columns: usize, units: impl Iterator<Item = f64>) -> Result<Pattern> {
        check_not_empty(rows * columns)?;
        let mut pattern = Self::from_fn(rows, columns, |_| false);
        for (index, received) in units.enumerate() {
            if received == 1.0 {
                pattern.words[index / 64] |= 1 << (index % 64);
            } else if received != -1.0 {
                let received = number(received);
                return Err(Error::text(
                    format!("unit {index} must be +1 or -1, received {received}"),
                    format!("l’unité {index} doit valoir +1 ou -1, reçu {received}"),
                ));
            }
        }
        Ok(pattern)
    }

    /// The pattern whose unit i is +1 where `up(i)`; asked in the order of the units.
    pub(crate) fn from_fn(rows: usize, columns: usize, mut up: impl FnMut(usize) -> bool) -> Pattern {
        let n = rows * columns;
        let mut words = vec![0; n.div_ceil(64)];
        for i in 0..n {
            words[i / 64] |= u64::from(up(i)) << (i % 64);
        }
        Pattern { rows, columns, words }
    }

    /// The same units seen as an image of another shape.
    ///
    /// # Errors
    ///
    /// If rows × columns is not N.
    pub fn with_shape(mut self, rows: usize, columns: usize) -> Result<Pattern> {
        if rows.checked_mul(columns) != Some(self.len()) {
            return Err(super::error::wrong_shape(self.len(), rows, columns));
        }
        (self.rows, self.columns) = (rows, columns);
        Ok(self)
    }

    /// The number of units N.
    pub fn len(&self) -> usize {
        self.rows * self.columns
    }

    /// Whether there are no units: never.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Rows and columns.
    pub fn shape(&self) -> (usize, usize) {
        (self.rows, self.columns)
    }

    /// The state of unit i, +1.0 or −1.0; `None` beyond the last.
    pub fn unit(&self, i: usize) -> Option<f64> {
        (i < self.len()).then(|| if self.up(i) { 1.0 } else { -1.0 })
    }

    /// All units as +1.0 and −1.0.
    pub fn to_array(&self) -> Array1<f64> {
        Array1::from_shape_fn(self.len(), |i| if self.up(i) { 1.0 } else { -1.0 })
    }

    /// The units as an image (rows, columns) of +1.0 and −1.0, as a heatmap takes it. Row 0 is the top.
    pub fn image(&self) -> Array2<f64> {
        Array2::from_shape_fn(
            self.shape(),
            |(row, column)| {
                if self.up(row * self.columns + column) { 1.0 } else { -1.0 }
            },
        )
    }

    /// The fraction of units that are +1.
    pub fn activity(&self) -> f64 {
        let up: u32 = self.words.iter().map(|word| word.count_ones()).sum();
        f64::from(up) / self.len() as f64
    }

    /// The overlap m = (1/N) Σ_i P_i S_i, from −1 to 1.
    ///
    /// # Errors
    ///
    /// If the numbers of units differ.
    pub fn overlap(&self, other: &Pattern) -> Result<f64> {
        check_units("pattern", self.len(), other.len())?;
        Ok(self.product(other) as f64 / self.len() as f64)
    }

    /// The number of units that differ.
    ///
    /// # Errors
    ///
    /// If the numbers of units differ.
    pub fn hamming(&self, other: &Pattern) -> Result<usize> {
        check_units("pattern", self.len(), other.len())?;
        Ok(differences(&self.words, &other.words))
    }

    /// The pattern with every unit flipped, −P.
    pub fn negative(&self) -> Pattern {
        Self::from_fn(self.rows, self.columns, |i| !self.up(i))
    }

    /// Σ_i P_i S_i, for patterns known to be of equal length.
    pub(crate) fn product(&self, other: &Pattern) -> i64 {
        self.len() as i64 - 2 * differences(&self.words, &other.words) as i64
    }

    pub(crate) fn up(&self, i: usize) -> bool {
        self.words[i / 64] >> (i % 64) & 1 == 1
    }

    pub(crate) fn flip(&mut self, i: usize) {
        self.words[i / 64] ^= 1 << (i % 64);
    }

    pub(crate) fn words(&self) -> &[u64] {
        &self.words
    }

    pub(crate) fn words_mut(&mut self) -> &mut [u64] {
        &mut self.words
    }
}

fn check_not_empty(units: usize) -> Result<()> {
    check_count("units", 1, Pattern::MAX_UNITS, units).map(|_| ())
}

/// Population count of a ⊕ b.
fn differences(a: &[u64], b: &[u64]) -> usize {
    a.iter().zip(b).map(|(x, y)| (x ^ y).count_ones() as usize).sum()
}

summary!(Pattern, |pattern| format!("{} × {}, {:.1} % +1", pattern.rows, pattern.columns, 100.0 * pattern.activity()));

#[cfg(test)]
mod tests;
