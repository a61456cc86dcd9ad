//! What a stimulus makes of a rate.

use ndarray::ArrayRef1;

use super::firing_rate;
use crate::plot::Figure;
use crate::plot::words::either;

/// The mean rate (Hz) for each stimulus with its standard error. The horizontal axis is labelled for the orientation of
/// a grating in degrees; for another stimulus give it its label.
///
/// ```
/// use neurocomp::ndarray::array;
/// use neurocomp::plot;
///
/// let contrast = array![0.0, 25.0, 50.0, 100.0];
/// let mean = array![2.1, 9.5, 18.0, 22.4];
/// let figure = plot::tuning_curve(&contrast, &mean, &array![0.4, 1.1, 1.3, 1.6]).x_label("contrast (%)");
/// assert!(figure.problems().is_empty());
/// ```
pub fn tuning_curve(stimulus: &ArrayRef1<f64>, mean: &ArrayRef1<f64>, sem: &ArrayRef1<f64>) -> Figure {
    let name = either("mean ± standard error", "moyenne ± erreur type");
    Figure::new(&either("Tuning curve", "Courbe d’accord"))
        .error_bars(stimulus, mean, sem, &name)
        .x_label("orientation (°)")
        .y_label(&firing_rate())
        .starting_at_zero()
}
