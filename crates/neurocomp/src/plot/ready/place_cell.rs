//! What a place makes of a rate.

use ndarray::{ArrayRef1, ArrayRef2};

use super::firing_rate;
use crate::plot::Figure;
use crate::plot::words::either;

/// The rate (Hz) in bins of position (cm) along a track, and below it the time (s) spent in each: a rate from little
/// time is worth little. `position` are the edges of the bins or their centres; NaN, where the animal never was, is a
/// gap.
pub fn place_field(position: &ArrayRef1<f64>, rate: &ArrayRef1<f64>, occupancy: &ArrayRef1<f64>) -> Figure {
    Figure::new(&either("Place field", "Champ de lieu"))
        .bins(position, rate, "")
        .y_label(&firing_rate())
        .below()
        .bins(position, occupancy, "")
        .y_label(&either("time there (s)", "temps passé (s)"))
        .x_label("position (cm)")
}

/// The rate (Hz) over the plane: `rate[[row, column]]` at (`x[column]`, `y[row]`), in cm, as long across as up. NaN,
/// where the animal never was, is a gap. The way of the animal and the spikes come on top by [`Figure::path`] and
/// [`Figure::points`].
///
/// ```
/// use neurocomp::ndarray::{Array1, Array2};
/// use neurocomp::plot;
///
/// let x = Array1::linspace(2.5, 97.5, 20);
/// let rate = Array2::from_shape_fn((20, 20), |(i, j)| {
///     12.0 * f64::exp(-(f64::powi(x[j] - 30.0, 2) + f64::powi(x[i] - 60.0, 2)) / 300.0)
/// });
/// let walk = (x.mapv(|x| 50.0 + 40.0 * f64::sin(x / 9.0)), x.mapv(|x| 50.0 + 40.0 * f64::cos(x / 7.0)));
/// let figure = plot::place_field_map(&x, &x, &rate).path(&walk.0, &walk.1, "path");
/// assert!(figure.problems().is_empty());
/// ```
pub fn place_field_map(x: &ArrayRef1<f64>, y: &ArrayRef1<f64>, rate: &ArrayRef2<f64>) -> Figure {
    Figure::new(&either("Place field", "Champ de lieu"))
        .heatmap(x, y, rate, &firing_rate())
        .equal_scales()
        .x_label("x (cm)")
        .y_label("y (cm)")
}
