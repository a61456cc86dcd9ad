//! A matrix of which only the entries that are not 0 are kept, row after row (compressed sparse rows).

use ndarray::{Array2, ArrayRef2};
use rayon::prelude::*;

use crate::error::check_count;
use crate::limits::MAX_VALUES;
use crate::limits::check_values;
use crate::parallel::in_parallel;
use crate::{Error, Result};

use crate::parameter::Allowed;
use crate::summary::{count, summary};

/// A sparse matrix. The entries of row i are `values[starts[i]..starts[i + 1]]`, in the columns given alongside.
#[derive(Clone, PartialEq)]
pub struct SparseMatrix {
    columns: usize,
    starts: Vec<usize>,
    index: Vec<u32>,
    values: Vec<f64>,
}

summary!(SparseMatrix, |matrix| {
    let entries = count(matrix.values.len(), "entries", "éléments");
    format!("{} × {}, {entries}", matrix.rows(), matrix.columns)
});

impl SparseMatrix {
    /// A matrix of this shape from (row, column, value); entries at the same place are added.
    ///
    /// # Errors
    ///
    /// If a row or column lies outside, a value is not finite, or there are more than 250 million rows.
    ///
    /// ```
    /// use neurocomp::ndarray::array;
    /// use neurocomp::rate::network::SparseMatrix;
    ///
    /// let matrix = SparseMatrix::new(2, 3, &[(1, 2, 4.0), (0, 0, 1.0), (1, 0, 2.0)])?;
    /// assert_eq!(matrix.to_dense()?, array![[1.0, 0.0, 0.0], [2.0, 0.0, 4.0]]);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn new(rows: usize, columns: usize, entries: &[(usize, usize, f64)]) -> Result<SparseMatrix> {
        check_count("rows", 0, MAX_VALUES, rows)?;
        check_count("columns", 0, u32::MAX as usize, columns)?;
        for (k, &(row, column, value)) in entries.iter().enumerate() {
            for (name, size, received) in [("row", rows, row), ("column", columns, column)] {
                if received >= size {
                    return Err(Error::text(
                        format!("{name} must be < {size}, received {received}"),
                        format!("{name} doit être < {size}, reçu {received}"),
                    ));
                }
            }
            if !value.is_finite() {
                Allowed::Finite.check(&format!("entries[{k}]"), "", value)?;
            }
        }
        let mut sorted = entries.to_vec();
        // Stable: entries at one place are added in the order in which they came.
        sorted.sort_by_key(|&(row, column, _)| (row, column));
        let mut matrix = SparseMatrix { columns, starts: vec![0; rows + 1], index: Vec::new(), values: Vec::new() };
        let mut last = None;
        for (row, column, value) in sorted {
            if last == Some((row, column)) {
                let end = matrix.values.len() - 1;
                matrix.values[end] += value;
                continue;
            }
            last = Some((row, column));
            matrix.index.push(column as u32);
            matrix.values.push(value);
            matrix.starts[row + 1] += 1;
        }
        for row in 0..rows {
            matrix.starts[row + 1] += matrix.starts[row];
        }
        Ok(matrix)
    }

    /// The entries of a dense matrix that are not 0.
    ///
    /// # Errors
    ///
    /// If an entry is not finite.
    pub fn from_dense(matrix: &ArrayRef2<f64>) -> Result<SparseMatrix> {
        let entries: Vec<_> = matrix
            .indexed_iter()
            .filter(|&(_, &value)| value != 0.0)
            .map(|((row, column), &value)| (row, column, value))
            .collect();
        SparseMatrix::new(matrix.nrows(), matrix.ncols(), &entries)
    }

    /// The number of rows.
    pub fn rows(&self) -> usize {
        self.starts.len() - 1
    }

    /// The number of columns.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// The number of entries kept.
    pub fn entries(&self) -> usize {
        self.values.len()
    }

    /// The matrix with its zeros.
    ///
    /// # Errors
    ///
    /// If it has more than 250 million elements.
    pub fn to_dense(&self) -> Result<Array2<f64>> {
        check_values("rows · columns", self.rows() as f64 * self.columns as f64)?;
        let mut dense = Array2::zeros((self.rows(), self.columns));
        for row in 0..self.rows() {
            for k in self.starts[row]..self.starts[row + 1] {
                dense[[row, self.index[k] as usize]] = self.values[k];
            }
        }
        Ok(dense)
    }

    /// Matrix times x.
    pub(super) fn dot(&self, x: &[f64], out: &mut [f64]) {
        let row_sum = |row: usize| {
            let range = self.starts[row]..self.starts[row + 1];
            let pairs = self.index[range.clone()].iter().zip(&self.values[range]);
            pairs.map(|(&column, &value)| value * x[column as usize]).sum::<f64>()
        };
        if self.values.len() < 1 << 17 {
            for (row, out) in out.iter_mut().enumerate() {
                *out = row_sum(row);
            }
        } else {
            in_parallel(|| {
                out.par_iter_mut().with_min_len(64).enumerate().for_each(|(row, out)| *out = row_sum(row));
            });
        }
    }
}
