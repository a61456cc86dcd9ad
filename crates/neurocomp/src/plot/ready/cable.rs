//! The potential along a cable.

use ndarray::{ArrayRef1, ArrayRef2};

use super::time;
use crate::plot::Figure;
use crate::plot::number::short;
use crate::plot::words::{self, either};

/// The potential along a cable at some `times` (ms): of `v[[k, i]]` (mV), measured at `t[k]` (ms) and `x[i]` (µm), the
/// rows whose times are nearest to those asked for.
///
/// ```
/// use neurocomp::ndarray::{Array1, Array2};
/// use neurocomp::plot;
///
/// let (t, x) = (Array1::linspace(0.0, 40.0, 81), Array1::linspace(0.0, 1000.0, 51));
/// let v = Array2::from_shape_fn((81, 51), |(k, i)| (1.0 - f64::exp(-t[k] / 10.0)) * f64::exp(-x[i] / 300.0));
/// let figure = plot::cable_profile(&t, &x, &v, &[2.0, 10.0, 40.0]);
/// assert!(figure.problems().is_empty());
/// ```
pub fn cable_profile(t: &ArrayRef1<f64>, x: &ArrayRef1<f64>, v: &ArrayRef2<f64>, times: &[f64]) -> Figure {
    let mut figure = Figure::new(&either("Potential along the cable", "Potentiel le long du câble"))
        .x_label(POSITION)
        .y_label("V (mV)");
    if let Some(problem) = not_time_by_space(t, x, v) {
        return figure.problem(problem);
    }
    if times.is_empty() {
        return figure.problem(words::nothing_to_draw("times", ""));
    }
    let finite = || t.iter().copied().filter(|t| t.is_finite());
    let first = finite().fold(f64::INFINITY, f64::min);
    let last = finite().fold(f64::NEG_INFINITY, f64::max);
    for &asked in times {
        let distance = |k: &usize| (t[*k] - asked).abs();
        let nearest = (0..t.len()).filter(|&k| t[k].is_finite()).min_by(|a, b| distance(a).total_cmp(&distance(b)));
        figure = match nearest {
            Some(k) if (first..=last).contains(&asked) => {
                let time = short(t[k]);
                figure.line(x, &v.row(k), &format!("t = {time} ms"))
            }
            _ => figure.problem(words::time_outside(asked, first, last)),
        };
    }
    figure
}

/// The potential `v[[k, i]]` (mV) at times `t[k]` (ms, to the right) and positions `x[i]` (µm, upwards) of a cable.
pub fn space_time(t: &ArrayRef1<f64>, x: &ArrayRef1<f64>, v: &ArrayRef2<f64>) -> Figure {
    let figure = Figure::new(&either("Potential in time and space", "Potentiel dans le temps et l’espace"))
        .x_label(&time())
        .y_label(POSITION);
    match not_time_by_space(t, x, v) {
        Some(problem) => figure.problem(problem),
        None => figure.heatmap(t, x, &v.t(), "V (mV)"),
    }
}

/// The same in both languages.
const POSITION: &str = "position x (µm)";

/// Why a matrix does not have a row for each time and a column for each place, if so.
fn not_time_by_space(t: &ArrayRef1<f64>, x: &ArrayRef1<f64>, v: &ArrayRef2<f64>) -> Option<String> {
    let what = either("cable", "câble");
    if v.is_empty() {
        return Some(words::nothing_to_draw(&what, "V"));
    }
    let expected = ((t.len(), "t"), (x.len(), "x"));
    (v.dim() != (t.len(), x.len())).then(|| words::wrong_shape(&what, "V", "v", v.dim(), expected))
}
