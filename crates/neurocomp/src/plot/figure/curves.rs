//! Curves, points and bars: what has one value of y for each x.

use ndarray::{Array1, ArrayRef1, s};

use super::Figure;
use crate::plot::mark::Kind;
use crate::plot::words::{self, either};
use crate::spike_train::Histogram;

impl Figure {
    /// A line through the points (`x[i]`, `y[i]`).
    pub fn line(self, x: &ArrayRef1<f64>, y: &ArrayRef1<f64>, name: &str) -> Figure {
        self.curve(&either("line", "courbe"), x, y, name, &|x, y| Kind::Line { x, y })
    }

    /// A marker at each point (`x[i]`, `y[i]`).
    pub fn points(self, x: &ArrayRef1<f64>, y: &ArrayRef1<f64>, name: &str) -> Figure {
        self.curve("points", x, y, name, &|x, y| Kind::Points { x, y })
    }

    /// A staircase: `y[i]` holds from `x[i]` until `x[i + 1]`.
    pub fn steps(self, x: &ArrayRef1<f64>, y: &ArrayRef1<f64>, name: &str) -> Figure {
        self.curve(&either("steps", "escalier"), x, y, name, &|x, y| Kind::Steps { x, y })
    }

    /// A bar from 0 to `heights[i]` at each `x[i]`, as wide as the smallest distance between two of them allows.
    pub fn bars(self, x: &ArrayRef1<f64>, heights: &ArrayRef1<f64>, name: &str) -> Figure {
        let width = 0.8 * smallest_gap(x);
        self.curve(&either("bars", "barres"), x, heights, name, &|x, height| Kind::Bars { x, height, width })
    }

    /// Values that hold for bins of x, as bars that touch. `x` are the edges of the bins (one more than there are
    /// values) or their centres (as many as values); between edges of unequal distance the values are a staircase.
    pub fn bins(self, x: &ArrayRef1<f64>, values: &ArrayRef1<f64>, name: &str) -> Figure {
        let what = either("bins", "classes");
        if x.len() == values.len() && !x.is_empty() {
            let width = smallest_gap(x);
            return self.curve(&what, x, values, name, &|x, height| Kind::Bars { x, height, width });
        }
        if x.len() != values.len() + 1 || values.is_empty() {
            return self.problem(words::bins_differ(&what, name, x.len(), values.len()));
        }
        let n = values.len();
        let width = (x[n] - x[0]) / n as f64;
        let equal = (0..n).all(|k| (x[k + 1] - x[k] - width).abs() <= 1e-6 * width);
        if !equal {
            let mut held = values.to_vec();
            held.push(values[n - 1]);
            return self.steps(x, &Array1::from(held), name);
        }
        let centres = 0.5 * (&x.slice(s![1..]) + &x.slice(s![..-1]));
        self.curve(&what, &centres, values, name, &|x, height| Kind::Bars { x, height, width })
    }

    /// A marker at each point (`x[i]`, `y[i]`) with a bar from `y[i] - error[i]` to `y[i] + error[i]`; where the error
    /// is not finite, the marker alone.
    pub fn error_bars(self, x: &ArrayRef1<f64>, y: &ArrayRef1<f64>, error: &ArrayRef1<f64>, name: &str) -> Figure {
        let what = either("points with error bars", "points avec barres d’erreur");
        if x.len() == y.len() && error.len() != y.len() {
            return self.problem(words::lengths_differ(
                &what,
                name,
                ("y", y.len()),
                (&either("error", "l’erreur"), error.len()),
            ));
        }
        if let Some(k) = error.iter().position(|&error| error < 0.0) {
            return self.problem(words::negative_error(&what, name, k, error[k]));
        }
        let finite = |error: f64| if error.is_finite() { error } else { f64::NAN };
        self.curve(&what, x, y, name, &|x, y| Kind::ErrorBars {
            x,
            y,
            error: error.iter().copied().map(finite).collect(),
        })
    }

    /// A thin line through the points (`x[i]`, `y[i]`), for a long path that crosses itself many times.
    ///
    /// ```
    /// use neurocomp::ndarray::Array1;
    /// use neurocomp::plot::Figure;
    ///
    /// let phase = Array1::linspace(0.0, 60.0, 2000);
    /// let (x, y) = (phase.mapv(|p| 40.0 * f64::sin(1.3 * p)), phase.mapv(|p| 40.0 * f64::cos(p)));
    /// let figure = Figure::new("A rat in a box").path(&x, &y, "").equal_scales().x_label("x (cm)").y_label("y (cm)");
    /// assert!(figure.problems().is_empty());
    /// ```
    pub fn path(self, x: &ArrayRef1<f64>, y: &ArrayRef1<f64>, name: &str) -> Figure {
        self.curve(&either("path", "trajet"), x, y, name, &|x, y| Kind::Path { x, y })
    }

    /// A line that is cut where the rest of the figure ends.
    pub(crate) fn guide(self, x: &ArrayRef1<f64>, y: &ArrayRef1<f64>, name: &str) -> Figure {
        let before = self.marks.len();
        let mut figure = self.line(x, y, name);
        for mark in &mut figure.marks[before..] {
            mark.guide = true;
        }
        figure
    }

    /// A histogram as a density ([`Histogram::density`]), so that a probability density can be drawn over it: the area
    /// of its bars is the fraction of the values that fell into them.
    pub fn histogram(self, histogram: &Histogram, name: &str) -> Figure {
        let edges = &histogram.edges;
        let width = if edges.len() > 1 { edges[1] - edges[0] } else { 1.0 };
        let (x, height) = (histogram.centres(), histogram.density());
        self.curve(&either("histogram", "histogramme"), &x, &height, name, &|x, height| Kind::Bars { x, height, width })
    }

    /// A horizontal line across the whole figure.
    pub fn hline(self, y: f64, name: &str) -> Figure {
        if !y.is_finite() {
            return self.problem(words::not_finite(&either("horizontal line", "droite horizontale"), name, y));
        }
        self.add(name, Kind::Horizontal { y }, 1, 0)
    }

    /// A vertical line across the whole figure.
    pub fn vline(self, x: f64, name: &str) -> Figure {
        if !x.is_finite() {
            return self.problem(words::not_finite(&either("vertical line", "droite verticale"), name, x));
        }
        self.add(name, Kind::Vertical { x }, 1, 0)
    }

    /// A short text at the point (`x`, `y`).
    pub fn text(self, x: f64, y: f64, text: &str) -> Figure {
        if let Some(bad) = [x, y].into_iter().find(|v| !v.is_finite()) {
            return self.problem(words::not_finite(&either("text", "texte"), text, bad));
        }
        self.add("", Kind::Text { x, y, text: text.into() }, 1, 0)
    }
}

/// The smallest distance between two different values; 1 if there are no two.
fn smallest_gap(values: &ArrayRef1<f64>) -> f64 {
    let mut sorted: Vec<f64> = values.iter().copied().filter(|v| v.is_finite()).collect();
    sorted.sort_by(f64::total_cmp);
    let gap = sorted.windows(2).map(|pair| pair[1] - pair[0]).filter(|&d| d > 0.0).fold(f64::INFINITY, f64::min);
    if gap.is_finite() { gap } else { 1.0 }
}
