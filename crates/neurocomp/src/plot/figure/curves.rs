//! Curves, points and bars: what has one value of y for each x.

use ndarray::{Array1, ArrayRef1, s};

use super::Figure;
use crate::plot::mark::{Mark, Shape};
use crate::plot::words::{self, either};
use crate::spike_train::Histogram;

impl Figure {
    /// A line through the points (`x[i]`, `y[i]`).
    pub fn line(self, x: &ArrayRef1<f64>, y: &ArrayRef1<f64>, name: &str) -> Figure {
        self.curve(Shape::Line, x, y, name)
    }

    /// A marker at each point (`x[i]`, `y[i]`).
    pub fn points(self, x: &ArrayRef1<f64>, y: &ArrayRef1<f64>, name: &str) -> Figure {
        self.curve(Shape::Points, x, y, name)
    }

    /// A staircase: `y[i]` holds from `x[i]` until `x[i + 1]`.
    pub fn steps(self, x: &ArrayRef1<f64>, y: &ArrayRef1<f64>, name: &str) -> Figure {
        self.curve(Shape::Steps, x, y, name)
    }

    /// A bar from 0 to `heights[i]` at each `x[i]`, as wide as the smallest distance between two of them allows.
    pub fn bars(self, x: &ArrayRef1<f64>, heights: &ArrayRef1<f64>, name: &str) -> Figure {
        self.bars_of(&Shape::Bars.noun(), x, heights, 0.8 * smallest_gap(x), name)
    }

    /// Values that hold for bins of x, as bars that touch. `x` are the edges of the bins (one more than there are
    /// values) or their centres (as many as values); between edges of unequal distance the values are a staircase.
    pub fn bins(self, x: &ArrayRef1<f64>, values: &ArrayRef1<f64>, name: &str) -> Figure {
        let what = either("bins", "classes");
        if x.len() == values.len() && !x.is_empty() {
            return self.bars_of(&what, x, values, smallest_gap(x), name);
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
        self.bars_of(&what, &centres, values, width, name)
    }

    /// A marker at each point (`x[i]`, `y[i]`) with a bar from `y[i] - error[i]` to `y[i] + error[i]`; where the error
    /// is not finite, the marker alone.
    pub fn error_bars(self, x: &ArrayRef1<f64>, y: &ArrayRef1<f64>, error: &ArrayRef1<f64>, name: &str) -> Figure {
        let what = Shape::ErrorBars.noun();
        if x.len() == y.len() && error.len() != y.len() {
            let error = (&*either("error", "l’erreur"), error.len());
            return self.problem(words::lengths_differ(&what, name, ("y", y.len()), error));
        }
        if let Some(k) = error.iter().position(|&error| error < 0.0) {
            return self.problem(words::negative_error(&what, name, k, error[k]));
        }
        let more = error.iter().map(|&error| if error.is_finite() { error } else { f64::NAN }).collect();
        self.checked(&what, x, y, name, Mark { more, ..Mark::new(Shape::ErrorBars, Vec::new(), Vec::new()) })
    }

    /// Points with error bars, or without where no errors are given.
    pub(crate) fn measured(self, x: &ArrayRef1<f64>, y: &ArrayRef1<f64>, error: &ArrayRef1<f64>, name: &str) -> Figure {
        match (x.is_empty() && y.is_empty(), error.is_empty()) {
            (true, true) => self,
            (false, true) => self.points(x, y, name),
            _ => self.error_bars(x, y, error, name),
        }
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
        self.curve(Shape::Path, x, y, name)
    }

    /// A line that is cut where the rest of the figure ends.
    pub(crate) fn guide(self, x: &ArrayRef1<f64>, y: &ArrayRef1<f64>, name: &str) -> Figure {
        let line = Mark { guide: true, ..Mark::new(Shape::Line, Vec::new(), Vec::new()) };
        self.checked(&Shape::Line.noun(), x, y, name, line)
    }

    /// A histogram as a density ([`Histogram::density`]), so that a probability density can be drawn over it: the area
    /// of its bars is the fraction of the values that fell into them.
    pub fn histogram(self, histogram: &Histogram, name: &str) -> Figure {
        let edges = &histogram.edges;
        let width = if edges.len() > 1 { edges[1] - edges[0] } else { 1.0 };
        let what = either("histogram", "histogramme");
        self.bars_of(&what, &histogram.centres(), &histogram.density(), width, name)
    }

    /// A horizontal line across the whole figure.
    pub fn hline(self, y: f64, name: &str) -> Figure {
        if !y.is_finite() {
            return self.problem(words::not_finite(&Shape::Horizontal.noun(), name, y));
        }
        self.add(name, Mark::new(Shape::Horizontal, Vec::new(), vec![y]))
    }

    /// A vertical line across the whole figure.
    pub fn vline(self, x: f64, name: &str) -> Figure {
        if !x.is_finite() {
            return self.problem(words::not_finite(&Shape::Vertical.noun(), name, x));
        }
        self.add(name, Mark::new(Shape::Vertical, vec![x], Vec::new()))
    }

    /// A short text at the point (`x`, `y`).
    pub fn text(self, x: f64, y: f64, text: &str) -> Figure {
        if let Some(bad) = [x, y].into_iter().find(|v| !v.is_finite()) {
            return self.problem(words::not_finite(&Shape::Text.noun(), text, bad));
        }
        self.add("", Mark { texts: vec![text.into()], ..Mark::new(Shape::Text, vec![x], vec![y]) })
    }

    /// Bars of one width.
    fn bars_of(self, what: &str, x: &ArrayRef1<f64>, y: &ArrayRef1<f64>, width: f64, name: &str) -> Figure {
        self.checked(what, x, y, name, Mark { width, ..Mark::new(Shape::Bars, Vec::new(), Vec::new()) })
    }
}

/// The smallest distance between two different values; 1 if there are no two.
fn smallest_gap(values: &ArrayRef1<f64>) -> f64 {
    let mut sorted: Vec<f64> = values.iter().copied().filter(|v| v.is_finite()).collect();
    sorted.sort_by(f64::total_cmp);
    let gap = sorted.windows(2).map(|pair| pair[1] - pair[0]).filter(|&d| d > 0.0).fold(f64::INFINITY, f64::min);
    if gap.is_finite() { gap } else { 1.0 }
}
