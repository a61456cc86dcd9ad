//! [`Figure`]: the description of a figure, built step by step. What is drawn is added in the files below: `curves` has one
//! value of y for each x, `plane` maps, arrows and fixed points, `spikes` these, `picture` what ready-made figures need.

mod curves;
mod picture;
mod plane;
mod spikes;

use ndarray::ArrayRef1;

use super::axis::Axis;
use super::mark::{Mark, Shape, next_look};
use super::scene::{Scene, Slider};
use super::thin::INTERACTIVE_POINTS;
use super::words;

/// Dots of a raster that are kept for the interactive figure.
const RASTER_DOTS: usize = 15_000;

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
/// Nothing here panics. What cannot be drawn is left out; the reason is given in the figure, in [`Figure::problems`]
/// and in [`Figure::summary`]. Single values that are NaN or infinite are gaps in the curve, and are counted.
#[derive(Clone, Debug)]
#[must_use = "a figure is shown when it is the last expression of a cell"]
pub struct Figure {
    /// What is drawn; with a slider, in all of its frames.
    pub(crate) scene: Scene,
    pub(crate) x: Axis,
    pub(crate) y: Axis,
    /// The vertical axis of a second panel below the first.
    pub(crate) lower: Option<Axis>,
    /// Whether what follows belongs to the lower panel.
    pub(crate) is_below: bool,
    pub(crate) equal_scales: bool,
    /// Whether there are no axes: a picture is its own frame.
    pub(crate) bare: bool,
    /// Pixels down, of a figure whose author gave no size.
    pub(crate) tall: Option<usize>,
    pub(crate) size: Option<(usize, usize)>,
    pub(crate) slider: Option<Slider>,
}

impl Figure {
    /// A figure with a title (one line) and nothing in it.
    pub fn new(title: &str) -> Figure {
        Figure {
            scene: Scene { title: title.into(), ..Scene::default() },
            x: Axis::default(),
            y: Axis::default(),
            lower: None,
            is_below: false,
            equal_scales: false,
            bare: false,
            tall: None,
            size: None,
            slider: None,
        }
    }

    /// Another title (one line), for a figure that came with one. In the frames of a slider it can change from one to the
    /// next.
    pub fn title(mut self, title: &str) -> Figure {
        self.scene.title = title.into();
        self
    }

    /// Starts a second panel below the first, with the same horizontal axis: what follows is drawn there, and
    /// [`y_label`](Figure::y_label), [`y_range`](Figure::y_range) and [`log_y`](Figure::log_y) are about its vertical
    /// axis. A curve that has the name of one above has its colour, too.
    ///
    /// ```
    /// use neurocomp::ndarray::array;
    /// use neurocomp::plot::Figure;
    ///
    /// let t = array![0.0, 10.0, 20.0, 30.0]; // ms
    /// let figure = Figure::new("A step of current")
    ///     .line(&t, &array![0.0, 0.0, 7.9, 12.6], "")
    ///     .y_label("V (mV)")
    ///     .below()
    ///     .steps(&t, &array![0.0, 20.0, 20.0, 20.0], "")
    ///     .y_label("I (nA)")
    ///     .x_label("time (ms)");
    /// assert!(figure.problems().is_empty());
    /// ```
    pub fn below(mut self) -> Figure {
        self.lower.get_or_insert_default();
        self.is_below = true;
        self
    }

    /// Quantity and unit of the horizontal axis: `"time (ms)"`.
    pub fn x_label(mut self, label: &str) -> Figure {
        self.x.label = label.into();
        self
    }

    /// Quantity and unit of the vertical axis: `"V (mV)"`.
    pub fn y_label(mut self, label: &str) -> Figure {
        self.vertical().label = label.into();
        self
    }

    /// Shows x from `low` to `high` only.
    pub fn x_range(mut self, low: f64, high: f64) -> Figure {
        self.x.range = Some((low, high));
        self
    }

    /// Shows y from `low` to `high` only.
    pub fn y_range(mut self, low: f64, high: f64) -> Figure {
        self.vertical().range = Some((low, high));
        self
    }

    /// Makes the horizontal axis logarithmic; values that are not positive become gaps.
    pub fn log_x(mut self) -> Figure {
        self.x.log = true;
        self
    }

    /// Makes the vertical axis logarithmic; values that are not positive become gaps.
    pub fn log_y(mut self) -> Figure {
        self.vertical().log = true;
        self
    }

    /// Draws one unit of x as long as one unit of y, for a plane in space: a circle is round. Without effect on
    /// logarithmic axes and on a figure with a second panel.
    pub fn equal_scales(mut self) -> Figure {
        self.equal_scales = true;
        self
    }

    /// Lets the vertical axis start at zero, for quantities that cannot be negative.
    pub(crate) fn starting_at_zero(mut self) -> Figure {
        self.vertical().from_zero = true;
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
        self.scene.notes.push(note);
        self
    }

    /// The vertical axis of the panel that is being described.
    fn vertical(&mut self) -> &mut Axis {
        match &mut self.lower {
            Some(lower) if self.is_below => lower,
            _ => &mut self.y,
        }
    }

    /// Adds a mark that is only a list of points.
    fn curve(self, shape: Shape, x: &ArrayRef1<f64>, y: &ArrayRef1<f64>, name: &str) -> Figure {
        self.checked(&shape.noun(), x, y, name, Mark::new(shape, Vec::new(), Vec::new()))
    }

    /// Checks the two coordinates of anything that is a list of points, and gives them to `mark`.
    fn checked(self, what: &str, x: &ArrayRef1<f64>, y: &ArrayRef1<f64>, name: &str, mark: Mark) -> Figure {
        if x.len() != y.len() {
            return self.problem(words::lengths_differ(what, name, ("x", x.len()), ("y", y.len())));
        }
        if x.is_empty() {
            return self.problem(words::nothing_to_draw(what, name));
        }
        // A point needs both coordinates: one that is not finite takes the other with it.
        let gap = |a: f64, b: f64| {
            if a.is_finite() && b.is_finite() { a } else { f64::NAN }
        };
        let xs: Vec<f64> = x.iter().zip(y).map(|(&x, &y)| gap(x, y)).collect();
        let ys: Vec<f64> = x.iter().zip(y).map(|(&x, &y)| gap(y, x)).collect();
        let gaps = xs.iter().filter(|x| x.is_nan()).count();
        if gaps == xs.len() {
            return self.problem(words::nothing_finite(what, name, gaps));
        }
        self.add(name, Mark { x: xs, y: ys, given: x.len(), gaps, ..mark })
    }

    /// Adds a mark with the next colour, and the next dash or marker of its kind; below, a mark looks as the one above
    /// that has its name.
    fn add(mut self, name: &str, mark: Mark) -> Figure {
        let frame = self.slider.as_ref().and_then(|slider| slider.frames.first());
        let before = frame.map_or(&[][..], |frame| &frame.marks).iter().chain(&self.scene.marks);
        let (colour, pattern) = next_look(before.clone(), mark.shape);
        let limit = if mark.shape == Shape::Dots { RASTER_DOTS } else { INTERACTIVE_POINTS };
        let mut mark = Mark { name: name.into(), colour, pattern, lower: self.is_below, ..mark };
        if let Some(above) = before.clone().find(|above| mark.is_below_its_like(above)) {
            (mark.colour, mark.pattern) = (above.colour, above.pattern);
        }
        self.scene.marks.push(mark.thinned(limit));
        self
    }
}
