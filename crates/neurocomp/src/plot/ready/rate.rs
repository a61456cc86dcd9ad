//! Rate models: fixed points, stability, activity on a ring.

use ndarray::{Array1, ArrayRef1, ArrayRef2};

use super::{firing_rate, time};
use crate::plot::Figure;
use crate::plot::mark::{Mark, Shape};
use crate::plot::number::short;
use crate::plot::words::{self, either};

/// One branch of a [`bifurcation_diagram`]: the fixed point `y[k]` for the parameter `x[k]`, stable or not.
#[derive(Clone, Debug, PartialEq)]
pub struct DiagramBranch {
    /// Values of the parameter.
    pub x: Array1<f64>,
    /// The fixed point at each of them.
    pub y: Array1<f64>,
    /// Whether the state returns to it.
    pub stable: bool,
}

/// The fixed points against a parameter: stable branches are solid lines, unstable ones dashed. `parameter` is the
/// label of the parameter with its unit.
///
/// ```
/// use neurocomp::ndarray::Array1;
/// use neurocomp::plot::{self, DiagramBranch};
///
/// // dx/dt = a x − x³: the fixed point 0 gives way to two new ones, ±√a.
/// let (below, above) = (Array1::linspace(-1.0, 0.0, 21), Array1::linspace(0.0, 1.0, 101));
/// let figure = plot::bifurcation_diagram("a (1/ms)", &[
///     DiagramBranch { x: below.clone(), y: Array1::zeros(21), stable: true },
///     DiagramBranch { x: above.clone(), y: Array1::zeros(101), stable: false },
///     DiagramBranch { x: above.clone(), y: above.sqrt(), stable: true },
///     DiagramBranch { x: above.clone(), y: -above.sqrt(), stable: true },
/// ]);
/// assert!(figure.problems().is_empty());
/// ```
pub fn bifurcation_diagram(parameter: &str, branches: &[DiagramBranch]) -> Figure {
    let mut figure = Figure::new(&either("Bifurcation diagram", "Diagramme de bifurcation"))
        .x_label(parameter)
        .y_label(&either("fixed point (unit of the variable)", "point fixe (unité de la variable)"));
    let what = either("branch", "branche");
    if branches.is_empty() {
        return figure.problem(words::nothing_to_draw(&what, ""));
    }
    for (k, branch) in branches.iter().enumerate() {
        let (n, m) = (branch.x.len(), branch.y.len());
        if n != m {
            let name = k.to_string();
            return figure.problem(words::lengths_differ(&what, &name, ("x", n), ("y", m)));
        }
    }
    let finite = |b: &DiagramBranch| b.x.iter().zip(&b.y).any(|(x, y)| (x + y).is_finite());
    if !branches.iter().any(finite) {
        let count = branches.iter().map(|branch| branch.x.len()).sum();
        return figure.problem(words::nothing_finite(&what, "", count));
    }
    for (look, stable) in [true, false].into_iter().enumerate() {
        let name = match stable {
            true => either("stable (solid)", "stable (trait plein)"),
            false => either("unstable (dashed)", "instable (tirets)"),
        };
        // All branches of a kind are one line, with gaps between them: one entry of the legend.
        let gap = (f64::NAN, f64::NAN);
        let points = |branch: &DiagramBranch| -> Vec<(f64, f64)> {
            let points = branch.x.iter().zip(&branch.y).map(|(&x, &y)| if (x + y).is_finite() { (x, y) } else { gap });
            points.chain([gap]).collect()
        };
        let (x, y): (Vec<f64>, Vec<f64>) =
            branches.iter().filter(|branch| branch.stable == stable).flat_map(points).unzip();
        let given = x.iter().filter(|x| x.is_finite()).count();
        figure = figure.coloured(Mark { given, ..Mark::new(Shape::Line, x, y) }, (look, look), &name);
    }
    figure
}

/// The rate (Hz) while the input (nA) rises step by step, and while it falls again: `up[k]` and `down[k]` both belong
/// to the input `i[k]`. Where they differ the network remembers from where it came.
pub fn hysteresis(i: &ArrayRef1<f64>, up: &ArrayRef1<f64>, down: &ArrayRef1<f64>) -> Figure {
    Figure::new(&either("Hysteresis", "Hystérésis"))
        .line(i, up, &either("input rising", "entrée croissante"))
        .line(i, down, &either("input falling", "entrée décroissante"))
        .x_label(&either("input I (nA)", "entrée I (nA)"))
        .y_label(&firing_rate())
}

/// Eigenvalues λ = `re[k]` + i `im[k]` of a matrix in the complex plane, with a circle of radius `radius` around 0: for
/// a random matrix the one that holds them all, for a map the unit circle, beyond which it is unstable.
///
/// ```
/// use neurocomp::ndarray::array;
/// use neurocomp::plot;
///
/// let figure = plot::eigenvalues(&array![0.9, -0.2, -0.2], &array![0.0, 0.5, -0.5], 1.0);
/// assert!(figure.problems().is_empty());
/// ```
pub fn eigenvalues(re: &ArrayRef1<f64>, im: &ArrayRef1<f64>, radius: f64) -> Figure {
    let figure = Figure::new(&either("Eigenvalues", "Valeurs propres"))
        .points(re, im, &either("eigenvalues", "valeurs propres"))
        .equal_scales()
        .x_label(&either("Re λ (real part)", "Re λ (partie réelle)"))
        .y_label(&either("Im λ (imaginary part)", "Im λ (partie imaginaire)"));
    let name = either("radius", "rayon");
    if !(radius.is_finite() && radius > 0.0) {
        return figure.problem(words::not_positive(&name, radius));
    }
    let angle = Array1::linspace(0.0, std::f64::consts::TAU, 181);
    let name = format!("{name} {}", short(radius));
    figure.line(&(radius * angle.cos()), &(radius * angle.sin()), &name)
}

/// Activity on a ring: the rate `rate[[k, i]]` (Hz) at time `t[k]` (ms, to the right) of the neuron with the preferred
/// angle `angle[i]` (°, upwards).
pub fn bump(t: &ArrayRef1<f64>, angle: &ArrayRef1<f64>, rate: &ArrayRef2<f64>) -> Figure {
    let figure = Figure::new(&either("Activity on the ring", "Activité sur l’anneau"))
        .x_label(&time())
        .y_label(&either("preferred angle (°)", "angle préféré (°)"));
    let what = either("bump", "bosse d’activité");
    if rate.is_empty() {
        return figure.problem(words::nothing_to_draw(&what, "rate"));
    }
    let expected = ((t.len(), "t"), (angle.len(), "angle"));
    if rate.dim() != (t.len(), angle.len()) {
        return figure.problem(words::wrong_shape(&what, "", "rate", rate.dim(), expected));
    }
    figure.heatmap(t, angle, &rate.t(), &firing_rate())
}
