//! The plane of two variables.

use ndarray::ArrayRef1;

use crate::plot::Figure;
use crate::plot::words::either;

/// The plane of the two variables of a system, with its nullclines: along the first dx/dt = 0, along the second
/// dy/dt = 0. Each is a curve through points of the plane; they cross at the fixed points.
///
/// The rest comes on top: the flow by [`Figure::flow`] or [`Figure::flow_of`], trajectories by [`Figure::line`], fixed
/// points by [`Figure::fixed_points`]. The figure then shows the plane as far as the flow and the trajectories reach,
/// and the nullclines within it.
///
/// ```
/// use neurocomp::ndarray::{Array1, array};
/// use neurocomp::plot;
///
/// // FitzHugh–Nagumo without input: dV/dt = V − V³/3 − W, dW/dt = 0.08 (V + 0.7 − 0.8 W).
/// let v = Array1::linspace(-2.5, 2.5, 201);
/// let cubic = v.mapv(|v| v - v * v * v / 3.0);
/// let straight = v.mapv(|v| (v + 0.7) / 0.8);
/// let (across, up) = (Array1::linspace(-2.5, 2.5, 16), Array1::linspace(-1.0, 2.0, 12));
/// let figure = plot::phase_plane("V", "W", &v, &cubic, &v, &straight)
///     .flow_of(&across, &up, |v, w| (v - v * v * v / 3.0 - w, 0.08 * (v + 0.7 - 0.8 * w)))
///     .fixed_points(&array![-1.1994], &array![-0.6243], &[true]);
/// assert!(figure.problems().is_empty());
/// ```
pub fn phase_plane(
    x_label: &str,
    y_label: &str,
    x_nullcline_x: &ArrayRef1<f64>,
    x_nullcline_y: &ArrayRef1<f64>,
    y_nullcline_x: &ArrayRef1<f64>,
    y_nullcline_y: &ArrayRef1<f64>,
) -> Figure {
    // "V (mV)" is the label of V.
    let still = |label: &str| {
        let variable = label.split(" (").next().unwrap_or(label);
        format!("d{variable}/dt = 0")
    };
    Figure::new(&either("Phase plane", "Plan de phase"))
        .guide(x_nullcline_x, x_nullcline_y, &still(x_label))
        .guide(y_nullcline_x, y_nullcline_y, &still(y_label))
        .x_label(x_label)
        .y_label(y_label)
}
