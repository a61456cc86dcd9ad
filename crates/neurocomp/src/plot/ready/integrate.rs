//! The error of a solver.

use ndarray::{ArrayRef1, array};

use crate::plot::Figure;
use crate::plot::words::{self, either};

/// The error of a numerical solution against its time step (ms), both on logarithmic axes, with a line of slope
/// `order`: a method of order p has an error ∝ dtᵖ, a straight line of slope p. Euler's method has order 1.
///
/// The line goes through the point of the largest step, where the other points need not follow it, since the law holds
/// for small steps.
///
/// ```
/// use neurocomp::ndarray::array;
/// use neurocomp::plot;
///
/// let dt = array![0.1, 0.5, 1.0, 2.0];
/// let error = array![0.026, 0.13, 0.27, 0.58];
/// let figure = plot::convergence(&dt, &error, 1.0);
/// assert!(figure.problems().is_empty());
/// ```
pub fn convergence(dt: &ArrayRef1<f64>, error: &ArrayRef1<f64>, order: f64) -> Figure {
    let figure = Figure::new("Convergence")
        .points(dt, error, &either("error", "erreur"))
        .log_x()
        .log_y()
        .x_label(&either("time step dt (ms)", "pas de temps dt (ms)"))
        .y_label(&either("error (unit of the solution)", "erreur (unité de la solution)"));
    if !order.is_finite() {
        return figure.problem(words::not_finite("order", "", order));
    }
    let shown = || dt.iter().zip(error).filter(|(dt, error)| [dt, error].iter().all(|v| v.is_finite() && ***v > 0.0));
    let smallest = shown().min_by(|a, b| a.0.total_cmp(b.0));
    let largest = shown().max_by(|a, b| a.0.total_cmp(b.0));
    let (Some((&fine, _)), Some((&coarse, &error))) = (smallest, largest) else {
        return figure;
    };
    let name = format!("{} {order}", either("slope", "pente"));
    figure.line(&array![fine, coarse], &array![error * (fine / coarse).powf(order), error], &name)
}
