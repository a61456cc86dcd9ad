//! [`Figure`]: the description of a figure, built step by step.

use ndarray::{ArrayRef1, ArrayRef2};

use super::axis::{Axis, Span};
use super::mark::{Heatmap, Kind, Mark};
use super::slider::Slider;
use super::thin::INTERACTIVE_POINTS;
use super::words::{self, either};
use crate::spike_train::{Histogram, SpikeTrain};

/// Spikes of a raster drawn as strokes; beyond, they are drawn as dots.
const STROKES: usize = 3_000;
/// Dots of a raster that are kept for the interactive figure.
const RASTER_DOTS: usize = 15_000;
/// Rows and columns of a heatmap that are kept; finer maps are averaged over blocks of cells.
const HEATMAP_CELLS: usize = 250;

/// A figure: a title, two axes, and what is drawn between them.
///
/// Every method takes the figure and gives it back with one thing more, so that calls follow one another; the last
/// expression of a cell is shown.
///
/// ```
/// use neurocomp::ndarray::Array1;
/// use neurocomp::plot::Figure;
///
/// let t = Array1::linspace(0.0, 100.0, 1001);
/// let v = t.mapv(|t| 20.5 * (1.0 - f64::exp(-t / 20.0)));
/// let figure = Figure::new("Approach to threshold")
///     .line(&t, &v, "V")
///     .hline(20.0, "threshold")
///     .x_label("time (ms)")
///     .y_label("V (mV)");
/// assert!(figure.problems().is_empty());
/// ```
///
/// Nothing here panics. What cannot be drawn is left out, the reason stands in the figure, in [`Figure::problems`]
/// and in [`Figure::summary`]. Single values that are NaN or infinite are gaps in the curve, and are counted.
#[derive(Clone, Debug)]
#[must_use = "a figure is shown when it is the last expression of a cell"]
pub struct Figure {
    pub(crate) title: String,
    pub(crate) marks: Vec<Mark>,
    pub(crate) x: Axis,
    pub(crate) y: Axis,
    pub(crate) size: Option<(usize, usize)>,
    pub(crate) notes: Vec<String>,
    pub(crate) slider: Option<Slider>,
}

/// What follows from the description once it is complete: the ranges of both axes, and everything that went wrong.
#[derive(Clone, Debug)]
pub(crate) struct View {
    pub(crate) x: Span,
    pub(crate) y: Span,
    pub(crate) notes: Vec<String>,
}

impl Figure {
    /// A figure with a title (one line) and nothing in it.
    pub fn new(title: &str) -> Figure {
        Figure {
            title: title.into(),
            marks: Vec::new(),
            x: Axis::default(),
            y: Axis::default(),
            size: None,
            notes: Vec::new(),
            slider: None,
        }
    }

    /// A line through the points (`x[i]`, `y[i]`).
    pub fn line(self, x: &ArrayRef1<f64>, y: &ArrayRef1<f64>, name: &str) -> Figure {
        self.curve(&either("line", "courbe"), x, y, name, &|x, y| Kind::Line {
            x,
            y,
        })
    }

    /// A marker at each point (`x[i]`, `y[i]`).
    pub fn points(self, x: &ArrayRef1<f64>, y: &ArrayRef1<f64>, name: &str) -> Figure {
        self.curve("points", x, y, name, &|x, y| Kind::Points { x, y })
    }

    /// A staircase: `y[i]` holds from `x[i]` until `x[i + 1]`.
    pub fn steps(self, x: &ArrayRef1<f64>, y: &ArrayRef1<f64>, name: &str) -> Figure {
        self.curve(&either("steps", "escalier"), x, y, name, &|x, y| {
            Kind::Steps { x, y }
        })
    }

    /// A bar from 0 to `heights[i]` at each `x[i]`, as wide as the smallest distance between two of them allows.
    pub fn bars(self, x: &ArrayRef1<f64>, heights: &ArrayRef1<f64>, name: &str) -> Figure {
        let mut sorted: Vec<f64> = x.iter().copied().filter(|v| v.is_finite()).collect();
        sorted.sort_by(f64::total_cmp);
        let gap = sorted
            .windows(2)
            .map(|pair| pair[1] - pair[0])
            .filter(|&d| d > 0.0)
            .fold(f64::INFINITY, f64::min);
        let width = if gap.is_finite() { 0.8 * gap } else { 0.8 };
        self.curve(&either("bars", "barres"), x, heights, name, &|x, height| {
            Kind::Bars { x, height, width }
        })
    }

    /// A histogram as a density ([`Histogram::density`]), so that a probability density can be drawn over it: the area of
    /// its bars is the fraction of the values that fell into them.
    pub fn histogram(self, histogram: &Histogram, name: &str) -> Figure {
        let edges = &histogram.edges;
        let width = if edges.len() > 1 {
            edges[1] - edges[0]
        } else {
            1.0
        };
        let (x, height) = (histogram.centres(), histogram.density());
        self.curve(
            &either("histogram", "histogramme"),
            &x,
            &height,
            name,
            &|x, height| Kind::Bars { x, height, width },
        )
    }

    /// A horizontal line across the whole figure.
    pub fn hline(self, y: f64, name: &str) -> Figure {
        if !y.is_finite() {
            return self.problem(words::not_finite(
                &either("horizontal line", "droite horizontale"),
                name,
                y,
            ));
        }
        self.add(name, Kind::Horizontal { y }, 1, 0)
    }

    /// A vertical line across the whole figure.
    pub fn vline(self, x: f64, name: &str) -> Figure {
        if !x.is_finite() {
            return self.problem(words::not_finite(
                &either("vertical line", "droite verticale"),
                name,
                x,
            ));
        }
        self.add(name, Kind::Vertical { x }, 1, 0)
    }

    /// Spikes as upright strokes from `low` to `high`, at `times`. No spike at all is a legitimate result.
    pub fn spikes(self, times: &[f64], low: f64, high: f64, name: &str) -> Figure {
        if let Some(bad) = [low, high].into_iter().find(|v| !v.is_finite()) {
            return self.problem(words::not_finite("spikes", name, bad));
        }
        let x: Vec<f64> = times.iter().copied().filter(|t| t.is_finite()).collect();
        let (count, gaps) = (x.len(), times.len() - x.len());
        self.add(
            name,
            Kind::Ticks {
                x,
                low: vec![low; count],
                high: vec![high; count],
            },
            times.len(),
            gaps,
        )
    }

    /// A raster: the spikes of `trains[k]` as strokes in row k (thousands of spikes as dots).
    pub fn raster(self, trains: &[SpikeTrain], name: &str) -> Figure {
        if trains.is_empty() {
            return self.problem(words::nothing_to_draw("raster", name));
        }
        let rows: Vec<f64> = trains
            .iter()
            .enumerate()
            .flat_map(|(k, train)| vec![k as f64; train.times().len()])
            .collect();
        let x: Vec<f64> = trains
            .iter()
            .flat_map(|train| train.times())
            .copied()
            .collect();
        let given = x.len();
        let kind = if given <= STROKES && trains.len() <= 100 {
            let shifted = |by: f64| rows.iter().map(|k| k + by).collect::<Vec<f64>>();
            Kind::Ticks {
                x,
                low: shifted(-0.4),
                high: shifted(0.4),
            }
        } else {
            Kind::Dots { x, y: rows }
        };
        // Silence before the first and after the last spike belongs to the picture.
        let start = trains
            .iter()
            .map(SpikeTrain::t_start)
            .fold(f64::INFINITY, f64::min);
        let stop = trains
            .iter()
            .map(SpikeTrain::t_stop)
            .fold(f64::NEG_INFINITY, f64::max);
        let mut figure = self.add(name, kind, given, 0);
        figure.x.range = figure.x.range.or((start < stop).then_some((start, stop)));
        figure.y.range = figure.y.range.or(Some((-0.6, trains.len() as f64 - 0.4)));
        figure
    }

    /// A map of colours: `z[[row, column]]` at (`x[column]`, `y[row]`). NaN and infinite entries are gaps.
    pub fn heatmap(
        self,
        x: &ArrayRef1<f64>,
        y: &ArrayRef1<f64>,
        z: &ArrayRef2<f64>,
        colour_label: &str,
    ) -> Figure {
        let (rows, columns) = z.dim();
        if z.is_empty() {
            return self.problem(words::nothing_to_draw(
                &either("heatmap", "carte"),
                colour_label,
            ));
        }
        if rows != y.len() || columns != x.len() {
            return self.problem(words::wrong_shape(
                colour_label,
                rows,
                columns,
                y.len(),
                x.len(),
            ));
        }
        for (axis, values) in [("x", x), ("y", y)] {
            let rises = values.iter().zip(values.iter().skip(1)).all(|(a, b)| a < b);
            if !rises || values.iter().any(|v| !v.is_finite()) {
                return self.problem(words::not_increasing(colour_label, axis));
            }
        }
        let gaps = z.iter().filter(|v| !v.is_finite()).count();
        if gaps == z.len() {
            return self.problem(words::nothing_finite(
                &either("heatmap", "carte"),
                colour_label,
                gaps,
            ));
        }
        let finite = || z.iter().copied().filter(|v| v.is_finite());
        let map = Heatmap {
            x: x.to_vec(),
            y: y.to_vec(),
            z: z.rows()
                .into_iter()
                .map(|row| {
                    row.iter()
                        .map(|&v| if v.is_finite() { v } else { f64::NAN })
                        .collect()
                })
                .collect(),
            label: colour_label.into(),
            low: finite().fold(f64::INFINITY, f64::min),
            high: finite().fold(f64::NEG_INFINITY, f64::max),
        };
        let given = z.len();
        self.add("", Kind::Heatmap(map.coarser(HEATMAP_CELLS)), given, gaps)
    }

    /// A short text at the point (`x`, `y`).
    pub fn text(self, x: f64, y: f64, text: &str) -> Figure {
        if let Some(bad) = [x, y].into_iter().find(|v| !v.is_finite()) {
            return self.problem(words::not_finite(&either("text", "texte"), text, bad));
        }
        self.add(
            "",
            Kind::Text {
                x,
                y,
                text: text.into(),
            },
            1,
            0,
        )
    }

    /// Quantity and unit of the horizontal axis: `"time (ms)"`.
    pub fn x_label(mut self, label: &str) -> Figure {
        self.x.label = label.into();
        self
    }

    /// Quantity and unit of the vertical axis: `"V (mV)"`.
    pub fn y_label(mut self, label: &str) -> Figure {
        self.y.label = label.into();
        self
    }

    /// Shows x from `low` to `high` only.
    pub fn x_range(mut self, low: f64, high: f64) -> Figure {
        self.x.range = Some((low, high));
        self
    }

    /// Shows y from `low` to `high` only.
    pub fn y_range(mut self, low: f64, high: f64) -> Figure {
        self.y.range = Some((low, high));
        self
    }

    /// Makes the horizontal axis logarithmic; values that are not positive become gaps.
    pub fn log_x(mut self) -> Figure {
        self.x.log = true;
        self
    }

    /// Makes the vertical axis logarithmic; values that are not positive become gaps.
    pub fn log_y(mut self) -> Figure {
        self.y.log = true;
        self
    }

    /// Width and height in pixels. Without it the interactive figure is as wide as the page and 420 pixels high.
    pub fn size(mut self, width: usize, height: usize) -> Figure {
        if (200..=4000).contains(&width) && (200..=4000).contains(&height) {
            self.size = Some((width, height));
            self
        } else {
            self.problem(words::size_refused(width, height))
        }
    }

    /// What could not be drawn, and why. Empty if all is well.
    pub fn problems(&self) -> Vec<String> {
        self.view(&self.scenes()).notes
    }

    pub(crate) fn problem(mut self, note: String) -> Figure {
        self.notes.push(note);
        self
    }

    /// Checks the two coordinates of anything that is a list of points, and thins it for display.
    fn curve(
        self,
        what: &str,
        x: &ArrayRef1<f64>,
        y: &ArrayRef1<f64>,
        name: &str,
        kind: &dyn Fn(Vec<f64>, Vec<f64>) -> Kind,
    ) -> Figure {
        if x.len() != y.len() {
            return self.problem(words::lengths_differ(what, name, x.len(), y.len()));
        }
        if x.is_empty() {
            return self.problem(words::nothing_to_draw(what, name));
        }
        // A point needs both coordinates: one that is not finite takes the other with it.
        let gap = |a: f64, b: f64| {
            if a.is_finite() && b.is_finite() {
                a
            } else {
                f64::NAN
            }
        };
        let xs: Vec<f64> = x.iter().zip(y).map(|(&x, &y)| gap(x, y)).collect();
        let ys: Vec<f64> = x.iter().zip(y).map(|(&x, &y)| gap(y, x)).collect();
        let gaps = xs.iter().filter(|x| x.is_nan()).count();
        if gaps == xs.len() {
            return self.problem(words::nothing_finite(what, name, gaps));
        }
        self.add(name, kind(xs, ys), x.len(), gaps)
    }

    /// Adds a mark with the next colour, and the next dash or marker of its kind.
    fn add(mut self, name: &str, kind: Kind, given: usize, gaps: usize) -> Figure {
        let (mut colour, mut pattern) = (0, 0);
        let frame = self
            .slider
            .as_ref()
            .and_then(|slider| slider.frames.first());
        for mark in frame
            .map_or(&[][..], |frame| &frame.marks)
            .iter()
            .chain(&self.marks)
        {
            colour += usize::from(mark.kind.is_coloured());
            pattern += usize::from(mark.kind.family() == kind.family());
        }
        let limit = if matches!(kind, Kind::Dots { .. }) {
            RASTER_DOTS
        } else {
            INTERACTIVE_POINTS
        };
        let mark = Mark {
            name: name.into(),
            kind,
            colour,
            pattern,
            given,
            gaps,
        };
        self.marks.push(mark.thinned(limit));
        self
    }
}
