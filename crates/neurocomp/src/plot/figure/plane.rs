//! What fills a plane: maps of colours, fields of arrows, fixed points.

use ndarray::{Array2, ArrayRef1, ArrayRef2};

use super::Figure;
use crate::plot::mark::{Colours, Heatmap, Mark, Shape};
use crate::plot::thin::every_kth;
use crate::plot::words::{self, either};

/// Rows and columns of a heatmap that are kept; finer maps are averaged over blocks of cells.
const HEATMAP_CELLS: usize = 250;
/// Columns and rows of arrows that are drawn: more would be a texture.
const ARROWS: (usize, usize) = (20, 14);

impl Figure {
    /// A map of colours: `z[[row, column]]` at (`x[column]`, `y[row]`). NaN and infinite entries are gaps.
    pub fn heatmap(self, x: &ArrayRef1<f64>, y: &ArrayRef1<f64>, z: &ArrayRef2<f64>, colour_label: &str) -> Figure {
        self.coloured_map(x, y, z, colour_label, Colours::Viridis)
    }

    /// The same for what is positive or negative, such as weights: orange above 0, blue below, white at 0.
    ///
    /// ```
    /// use neurocomp::ndarray::array;
    /// use neurocomp::plot::Figure;
    ///
    /// let unit = array![0.0, 1.0];
    /// let figure = Figure::new("Weights").signed_heatmap(&unit, &unit, &array![[0.0, 0.5], [-0.2, 0.0]], "w");
    /// assert!(figure.problems().is_empty());
    /// ```
    pub fn signed_heatmap(
        self,
        x: &ArrayRef1<f64>,
        y: &ArrayRef1<f64>,
        z: &ArrayRef2<f64>,
        colour_label: &str,
    ) -> Figure {
        self.coloured_map(x, y, z, colour_label, Colours::Signed)
    }

    fn coloured_map(
        self,
        x: &ArrayRef1<f64>,
        y: &ArrayRef1<f64>,
        z: &ArrayRef2<f64>,
        colour_label: &str,
        colours: Colours,
    ) -> Figure {
        let what = Shape::Map.noun();
        if let Some(problem) = not_on_grid(&what, colour_label, "z", x, y, z) {
            return self.problem(problem);
        }
        let gaps = z.iter().filter(|v| !v.is_finite()).count();
        if gaps == z.len() {
            return self.problem(words::nothing_finite(&what, colour_label, gaps));
        }
        let finite = || z.iter().copied().filter(|v| v.is_finite());
        let (low, high) = (finite().fold(f64::INFINITY, f64::min), finite().fold(f64::NEG_INFINITY, f64::max));
        let most = low.abs().max(high.abs());
        let (low, high) = if colours == Colours::Signed { (-most, most) } else { (low, high) };
        let map = Heatmap {
            x: x.to_vec(),
            y: y.to_vec(),
            z: z.rows()
                .into_iter()
                .map(|row| row.iter().map(|&v| if v.is_finite() { v } else { f64::NAN }).collect())
                .collect(),
            label: colour_label.into(),
            low,
            high,
            colours,
        };
        self.map(map.coarser(HEATMAP_CELLS), z.len(), gaps)
    }

    /// The velocity (`dx[[row, column]]`, `dy[[row, column]]`) at (`x[column]`, `y[row]`) as an arrow centred there.
    ///
    /// An arrow has the direction in which the state moves on the page, so that trajectories follow it. Its length
    /// grows with the square root of the speed: slow and fast places can be told apart, and both are seen. Where
    /// nothing moves, or the velocity is not finite, there is no arrow. Of a grid finer than 20 × 14 every second
    /// (third, …) row or column is drawn.
    pub fn flow(self, x: &ArrayRef1<f64>, y: &ArrayRef1<f64>, dx: &ArrayRef2<f64>, dy: &ArrayRef2<f64>) -> Figure {
        let what = Shape::Arrows.noun();
        for (matrix, name) in [(dx, "dx"), (dy, "dy")] {
            if let Some(problem) = not_on_grid(&what, "", name, x, y, matrix) {
                return self.problem(problem);
            }
        }
        let gaps = dx.iter().zip(dy).filter(|(u, v)| !(*u + *v).is_finite()).count();
        if gaps == dx.len() {
            return self.problem(words::nothing_finite(&what, "", gaps));
        }
        let (x, y) = arrows(x, y, dx, dy);
        self.add("", Mark { given: dx.len(), gaps, ..Mark::new(Shape::Arrows, x, y) })
    }

    /// The flow of a system of two equations: `velocity(x, y)` gives (dx/dt, dy/dt), taken at each pair of the values
    /// `x` and `y` and drawn by [`Figure::flow`].
    pub fn flow_of(self, x: &ArrayRef1<f64>, y: &ArrayRef1<f64>, velocity: impl Fn(f64, f64) -> (f64, f64)) -> Figure {
        let at = Array2::from_shape_fn((y.len(), x.len()), |(row, column)| velocity(x[column], y[row]));
        self.flow(x, y, &at.mapv(|v| v.0), &at.mapv(|v| v.1))
    }

    /// Fixed points at (`x[i]`, `y[i]`): filled discs where `stable[i]`, open circles where not. None at all is a
    /// legitimate result.
    pub fn fixed_points(self, x: &ArrayRef1<f64>, y: &ArrayRef1<f64>, stable: &[bool]) -> Figure {
        let what = either("fixed points", "points fixes");
        for (name, length) in [("y", y.len()), ("stable", stable.len())] {
            if length != x.len() {
                let counts = (("x", x.len()), (name, length));
                return self.problem(words::lengths_differ(&what, "", counts.0, counts.1));
            }
        }
        if let Some(bad) = x.iter().chain(y).find(|v| !v.is_finite()) {
            return self.problem(words::not_finite(&what, "", *bad));
        }
        let mut figure = self;
        for filled in [true, false] {
            let chosen = || (0..x.len()).filter(|&i| stable[i] == filled);
            if chosen().next().is_some() {
                let shape = Shape::FixedPoints { stable: filled };
                let mark = Mark::new(shape, chosen().map(|i| x[i]).collect(), chosen().map(|i| y[i]).collect());
                figure = figure.add(&shape.noun(), mark);
            }
        }
        figure
    }

    /// Cells, `given` of them received and `gaps` of these not finite.
    pub(super) fn map(self, map: Heatmap, given: usize, gaps: usize) -> Figure {
        self.add("", Mark { map: Some(map), given, gaps, ..Mark::new(Shape::Map, Vec::new(), Vec::new()) })
    }
}

/// Why a matrix does not belong to the grid of `x` and `y`, if so.
fn not_on_grid(
    what: &str,
    label: &str,
    name: &str,
    x: &ArrayRef1<f64>,
    y: &ArrayRef1<f64>,
    z: &ArrayRef2<f64>,
) -> Option<String> {
    if z.is_empty() {
        return Some(words::nothing_to_draw(what, label));
    }
    if z.dim() != (y.len(), x.len()) {
        let expected = ((y.len(), "y"), (x.len(), "x"));
        return Some(words::wrong_shape(what, label, name, z.dim(), expected));
    }
    [("x", x), ("y", y)]
        .into_iter()
        .find(|(_, values)| {
            let rises = values.iter().zip(values.iter().skip(1)).all(|(a, b)| a < b);
            !rises || values.iter().any(|v| !v.is_finite())
        })
        .map(|(axis, _)| words::not_increasing(what, label, axis))
}

/// All arrows as one line with gaps: tail, tip, one barb, tip, the other barb.
fn arrows(x: &ArrayRef1<f64>, y: &ArrayRef1<f64>, dx: &ArrayRef2<f64>, dy: &ArrayRef2<f64>) -> (Vec<f64>, Vec<f64>) {
    let columns = every_kth(&(0..x.len()).collect::<Vec<usize>>(), ARROWS.0);
    let rows = every_kth(&(0..y.len()).collect::<Vec<usize>>(), ARROWS.1);
    // Lengths are counted in cells of the grid, the only measure that both axes have in common.
    let cell = |values: &ArrayRef1<f64>, kept: &[usize]| match kept {
        [first, .., last] => (values[*last] - values[*first]) / (kept.len() - 1) as f64,
        _ => 1.0,
    };
    let (width, height) = (cell(x, &columns), cell(y, &rows));
    let speed = |i: usize, j: usize| (dx[[i, j]] / width).hypot(dy[[i, j]] / height);
    let fastest = rows
        .iter()
        .flat_map(|&i| columns.iter().map(move |&j| (i, j)))
        .map(|(i, j)| speed(i, j))
        .filter(|speed| speed.is_finite())
        .fold(0.0, f64::max);
    let (mut xs, mut ys) = (Vec::new(), Vec::new());
    for (&i, &j) in rows.iter().flat_map(|i| columns.iter().map(move |j| (i, j))) {
        let speed = speed(i, j);
        if !(speed.is_finite() && speed > 0.0) {
            continue;
        }
        let length = 0.3 + 0.55 * (speed / fastest).sqrt();
        let (u, v) = (dx[[i, j]] / width / speed, dy[[i, j]] / height / speed);
        let tip = (0.5 * length * u, 0.5 * length * v);
        let head = 0.4 * length.min(0.6);
        // Backwards from the tip, 25° to either side.
        let (cos, sin) = (0.9063 * head, 0.4226 * head);
        let left = (tip.0 - cos * u - sin * v, tip.1 - cos * v + sin * u);
        let right = (tip.0 - cos * u + sin * v, tip.1 - cos * v - sin * u);
        for (across, up) in [(-tip.0, -tip.1), tip, left, tip, right] {
            xs.push(x[j] + across * width);
            ys.push(y[i] + up * height);
        }
        xs.push(f64::NAN);
        ys.push(f64::NAN);
    }
    (xs, ys)
}
