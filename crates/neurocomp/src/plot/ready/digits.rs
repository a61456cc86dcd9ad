//! Handwritten digits.

use ndarray::Array2;

use crate::plot::Figure;
use crate::plot::words::either;

/// Handwritten digits, or other small images, in a grid with `columns` of them in a row.
///
/// ```
/// use neurocomp::ndarray::Array2;
/// use neurocomp::plot;
///
/// let ring = Array2::from_shape_fn((28, 28), |(i, j)| {
///     let radius = f64::hypot(i as f64 - 13.5, j as f64 - 13.5);
///     if (radius - 8.0).abs() < 1.5 { 1.0 } else { 0.0 }
/// });
/// let figure = plot::digit_grid(&vec![ring; 20], 10);
/// assert!(figure.problems().is_empty());
/// ```
pub fn digit_grid(digits: &[Array2<f64>], columns: usize) -> Figure {
    let title = either("Digits", "Chiffres");
    if columns == 0 {
        return Figure::new(&title).problem(either(
            "images: expected at least one column, received 0",
            "images : il faut au moins une colonne, reçu 0",
        ));
    }
    Figure::new(&title).pictures(digits, &[], columns.min(digits.len().max(1)))
}
