//! The perceptron and its successors: what is told apart, and how well.

use ndarray::{Array1, ArrayRef1, ArrayRef2, s};

use crate::plot::Figure;
use crate::plot::mark::{Mark, Shape};
use crate::plot::number::short;
use crate::plot::words::{self, either};

/// Two classes of points in the plane and the line that a perceptron draws between them.
///
/// `points[[k, 0]]` and `points[[k, 1]]` are the coordinates of a point, `labels[k]` its class, 1 or −1. The weights
/// `w` (bias first) put (x₁, x₂) into class 1 where w₀ + w₁x₁ + w₂x₂ ≥ 0; that side has the pale colour of class 1, the
/// other the colour of class −1. Weights that are all zero decide nothing. The figure shows `x_range` and `y_range`. As
/// the frames of a [`slider`](crate::plot::slider()), it shows how the line moves while the perceptron learns.
///
/// ```
/// use neurocomp::ndarray::array;
/// use neurocomp::plot;
///
/// let points = array![[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]];
/// let and = array![-1.0, -1.0, -1.0, 1.0];
/// let figure = plot::decision_line(&points, &and, &array![-1.5, 1.0, 1.0], (-0.5, 1.5), (-0.5, 1.5));
/// assert!(figure.problems().is_empty());
/// ```
pub fn decision_line(
    points: &ArrayRef2<f64>,
    labels: &ArrayRef1<f64>,
    w: &ArrayRef1<f64>,
    x_range: (f64, f64),
    y_range: (f64, f64),
) -> Figure {
    let figure = Figure::new(&either("Decision line", "Droite de décision"))
        .x_label(&either("input x₁ (its unit)", "entrée x₁ (son unité)"))
        .y_label(&either("input x₂ (its unit)", "entrée x₂ (son unité)"))
        .x_range(x_range.0, x_range.1)
        .y_range(y_range.0, y_range.1);
    let figure = classes(figure, points, labels);
    let what = either("weights", "poids");
    if w.len() != 3 {
        return figure.problem(words::not_three_weights(w.len()));
    }
    if let Some(bad) = w.iter().find(|w| !w.is_finite()) {
        return figure.problem(words::not_finite(&what, "", *bad));
    }
    let rises = |(low, high): (f64, f64)| low < high && (high - low).is_finite();
    if !(rises(x_range) && rises(y_range)) {
        // The axes name what is wrong with it.
        return figure;
    }
    // Only the direction of w matters, and only numbers near 1 can be squared without care.
    let scale = w.fold(0.0_f64, |largest, w| largest.max(w.abs()));
    let w = if scale > 0.0 { w.mapv(|w| w / scale) } else { w.to_owned() };
    let mut figure = figure;
    for (look, sign) in [1.0, -1.0].into_iter().enumerate() {
        let side = match scale > 0.0 {
            true => half_plane(&(sign * &w), x_range, y_range),
            false => Vec::new(),
        };
        let name = format!("{} {}", either("side of", "côté de la"), class(sign));
        figure = figure.area(&side, look, &name);
    }
    let (x, y) = line(&w, x_range, y_range);
    let name = either("decision line", "droite de décision");
    // Solid: nothing else is a line here.
    figure.coloured(Mark::new(Shape::Line, x, y), (2, 0), &name)
}

/// The points of both classes, different in colour and shape.
fn classes(figure: Figure, points: &ArrayRef2<f64>, labels: &ArrayRef1<f64>) -> Figure {
    if points.is_empty() {
        return figure.problem(words::nothing_to_draw("points", ""));
    }
    if points.dim() != (labels.len(), 2) {
        let coordinate = either("coordinate", "coordonnée");
        let expected = ((labels.len(), "label"), (2, coordinate.as_str()));
        return figure.problem(words::wrong_shape("points", "", "points", points.dim(), expected));
    }
    if let Some(k) = labels.iter().position(|&label| label != 1.0 && label != -1.0) {
        return figure.problem(words::not_a_class(k, labels[k]));
    }
    let mut figure = figure;
    for (look, sign) in [1.0, -1.0].into_iter().enumerate() {
        let chosen = || points.rows().into_iter().zip(labels).filter(|(_, label)| **label == sign);
        let (x, y): (Vec<f64>, Vec<f64>) =
            chosen().map(|(point, _)| (point[0], point[1])).filter(|(x, y)| x.is_finite() && y.is_finite()).unzip();
        let given = chosen().count();
        let points = Mark { given, gaps: given - x.len(), ..Mark::new(Shape::Points, x, y) };
        figure = figure.coloured(points, (look, look), &class(sign));
    }
    figure
}

fn class(sign: f64) -> String {
    format!("{} {}", either("class", "classe"), short(sign))
}

/// The corners of the part of the rectangle where w₀ + w₁x₁ + w₂x₂ ≥ 0.
fn half_plane(w: &Array1<f64>, x: (f64, f64), y: (f64, f64)) -> Vec<(f64, f64)> {
    let corners = [(x.0, y.0), (x.1, y.0), (x.1, y.1), (x.0, y.1)];
    let value = |(a, b): (f64, f64)| w[0] + w[1] * a + w[2] * b;
    let mut inside = Vec::new();
    for (k, &here) in corners.iter().enumerate() {
        let next = corners[(k + 1) % 4];
        let (f, g) = (value(here), value(next));
        if f >= 0.0 {
            inside.push(here);
        }
        if (f >= 0.0) != (g >= 0.0) {
            let share = f / (f - g);
            inside.push((here.0 + share * (next.0 - here.0), here.1 + share * (next.1 - here.1)));
        }
    }
    inside
}

/// The two points where the line w₀ + w₁x₁ + w₂x₂ = 0 enters and leaves the rectangle, or none.
fn line(w: &Array1<f64>, x: (f64, f64), y: (f64, f64)) -> (Vec<f64>, Vec<f64>) {
    let largest = |(low, high): (f64, f64)| low.abs().max(high.abs());
    let size = w[0].abs() + w[1].abs() * largest(x) + w[2].abs() * largest(y);
    let on_line = |&(a, b): &(f64, f64)| size > 0.0 && (w[0] + w[1] * a + w[2] * b).abs() <= 1e-12 * size;
    let ends: Vec<(f64, f64)> = half_plane(w, x, y).into_iter().filter(on_line).collect();
    match ends.as_slice() {
        [first, .., last] => (vec![first.0, last.0], vec![first.1, last.1]),
        _ => (Vec::new(), Vec::new()),
    }
}

/// The error, as a fraction of the examples, after each epoch: one curve for each name.
///
/// ```
/// use neurocomp::ndarray::array;
/// use neurocomp::plot;
///
/// let (training, test) = (array![0.4, 0.2, 0.05], array![0.42, 0.25, 0.12]);
/// let figure = plot::learning_curve(&array![1.0, 2.0, 3.0], &[("training", &training), ("test", &test)]);
/// assert!(figure.problems().is_empty());
/// ```
pub fn learning_curve(epoch: &ArrayRef1<f64>, errors: &[(&str, &Array1<f64>)]) -> Figure {
    let figure = Figure::new(&either("Learning curve", "Courbe d’apprentissage"))
        .x_label(&either("epoch (number)", "époque (numéro)"))
        .y_label(&either("error (fraction of examples)", "erreur (fraction des exemples)"))
        .starting_at_zero();
    if errors.is_empty() {
        return figure.problem(words::nothing_to_draw(&either("error", "erreur"), ""));
    }
    errors.iter().fold(figure, |figure, (name, error)| figure.line(epoch, error, name))
}

/// How often an example of class i (row, the first on top) was taken for one of class j (column): `counts[[i, j]]`.
/// The title says how many were right.
///
/// ```
/// use neurocomp::ndarray::array;
/// use neurocomp::plot;
///
/// let figure = plot::confusion_matrix(&array![[95.0, 5.0], [10.0, 90.0]]);
/// assert!(figure.summary().contains("92.5 % correct"));
/// ```
pub fn confusion_matrix(counts: &ArrayRef2<f64>) -> Figure {
    let (rows, columns) = counts.dim();
    let right: f64 = counts.diag().sum();
    let correct = 100.0 * right / counts.sum();
    let share = match correct.is_finite() {
        true => words::share_correct(correct),
        false => String::new(),
    };
    let title = either("Confusion matrix", "Matrice de confusion");
    let mut figure = Figure::new(&format!("{title}{share}"))
        .x_label(&either("class found (digit)", "classe trouvée (chiffre)"))
        .y_label(&either("true class (digit)", "vraie classe (chiffre)"));
    let what = either("counts", "nombres");
    if counts.is_empty() {
        return figure.problem(words::nothing_to_draw(&what, ""));
    }
    if rows != columns {
        let class = either("class", "classe");
        let expected = ((rows, class.as_str()), (rows, class.as_str()));
        return figure.problem(words::wrong_shape(&what, "", "counts", (rows, columns), expected));
    }
    if let Some(((i, j), &bad)) = counts.indexed_iter().find(|(_, count)| **count < 0.0) {
        return figure.problem(words::negative_count(i, j, bad));
    }
    let place = Array1::from_iter((0..rows).map(|k| k as f64));
    // The first row is on top, so that the axis counts downwards.
    let from_below = -&place.slice(s![..;-1]);
    let flipped = counts.slice(s![..;-1, ..]);
    let label = either("examples (count)", "exemples (nombre)");
    figure = figure.heatmap(&place, &from_below, &flipped, &label);
    figure.equal_scales = true;
    figure.tall = Some(500);
    figure.x.names = (0..rows).map(|k| (k as f64, k.to_string())).collect();
    figure.y.names = (0..rows).map(|k| (-(k as f64), k.to_string())).collect();
    let finite = || counts.iter().copied().filter(|count| count.is_finite());
    let range = (finite().fold(f64::INFINITY, f64::min), finite().fold(f64::NEG_INFINITY, f64::max));
    // Numbers in smaller cells would be a texture.
    if rows > LARGEST_WITH_NUMBERS {
        return figure;
    }
    let texts: Vec<(f64, f64, f64, String)> = counts
        .indexed_iter()
        .filter(|(_, count)| count.is_finite())
        .map(|((i, j), &count)| (j as f64, -(i as f64), count, short(count)))
        .collect();
    figure.numbers(&texts, range)
}

/// Classes of a confusion matrix whose numbers have room.
const LARGEST_WITH_NUMBERS: usize = 14;
