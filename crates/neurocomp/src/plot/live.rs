//! A figure that is recomputed when one of its controls is moved.

mod knobs;
mod shown;

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};

use ndarray::Array1;

use super::figure::Figure;
use super::slider::slider;
use super::words;
use crate::display;
use knobs::{Control, Kind};

pub use knobs::Knobs;
pub(crate) use shown::move_to;

/// The positions at which a figure is computed for pages without a kernel.
const FRAMES: usize = 11;

type Function = dyn Fn(&mut Knobs) -> Figure + Send;

/// A figure with controls, made by [`live`]; it shows itself at the end of a cell.
#[derive(Clone)]
#[must_use = "a figure is shown when it is the last expression of a cell"]
pub struct Live {
    function: Arc<Mutex<Function>>,
}

/// A figure with controls that compute: `function` asks its [`Knobs`] for the values of its parameters and gives the
/// figure for them. It is called again whenever a control is moved.
///
/// In this course's kernel the controls are above the figure. While a cell runs they wait, and then the last position
/// counts. A panic is reported in the figure, and the controls go on. Where nobody can move anything (a page that was
/// exported, plain evcxr) the figure has frames for 11 positions of its first slider, the other controls being where
/// they start.
///
/// The function owns what it uses: write `move |knobs|`, and `.clone()` what later cells need, too. What it prints while
/// a control is moved is not shown. Axes follow the data; give them a range ([`Figure::y_range`]) where the eye is to compare positions.
///
/// ```
/// use neurocomp::ndarray::Array1;
/// use neurocomp::plot;
///
/// let t = Array1::linspace(0.0, 100.0, 201);
/// let figure = plot::live(move |knobs| {
///     let current = knobs.slider("I (nA)", 0.0, 30.0, 15.0);
///     let tau = knobs.slider("τ (ms)", 5.0, 50.0, 20.0);
///     let is_leaky = knobs.switch("leak", true);
///     let v = t.mapv(|t| match is_leaky {
///         true => current * (1.0 - f64::exp(-t / tau)),
///         false => current * t / tau,
///     });
///     plot::line(&t, &v, "time (ms)", "V (mV)").y_range(0.0, 30.0)
/// });
/// assert!(figure.figure().problems().is_empty());
/// assert!(figure.moved(&[("I (nA)", 20.0), ("leak", 0.0)]).problems().is_empty());
/// ```
pub fn live(function: impl Fn(&mut Knobs) -> Figure + Send + 'static) -> Live {
    Live { function: Arc::new(Mutex::new(function)) }
}

impl Live {
    /// The figure where all controls are at their start.
    pub fn figure(&self) -> Figure {
        self.compute(&mut Knobs::default())
    }

    /// The figure where some controls have been moved: each with its label and its value, which is the number of a choice, and 0 or 1 for a
    /// switch.
    pub fn moved(&self, controls: &[(&str, f64)]) -> Figure {
        let moved = controls.iter().map(|&(label, value)| (label.to_owned(), value));
        self.compute(&mut Knobs::at(moved.collect()))
    }

    /// The figure with frames for 11 positions of the first slider, computed now, of which the one that is nearest to the start is
    /// seen first; the other controls are at their start. Without a slider it is [`Live::figure`].
    pub fn frames(&self) -> Figure {
        let mut knobs = Knobs::default();
        let still = self.compute(&mut knobs);
        let mut controls = knobs.controls.into_iter();
        let first = controls.find_map(|control| match control.kind {
            Kind::Slider { low, high, .. } => Some((control.label, low, high, control.value)),
            _ => None,
        });
        let Some((label, low, high, start)) = first else {
            return still;
        };
        let values = Array1::linspace(low, high, FRAMES);
        let frames = values.iter().map(|&value| self.compute(&mut Knobs::at(vec![(label.clone(), value)]))).collect();
        slider(&label, &values, frames).starting_at(start)
    }

    /// Shows the figure; evcxr calls this for the last expression of a cell.
    pub fn evcxr_display(&self) {
        if display::is_understood() {
            shown::show(self);
        } else {
            self.frames().evcxr_display();
        }
    }

    /// Calls the function. A panic becomes a figure that tells it.
    fn compute(&self, knobs: &mut Knobs) -> Figure {
        self.try_to_compute(knobs).unwrap_or_else(|told| Figure::new("").problem(told))
    }

    /// Calls the function, or gives what a panic said.
    fn try_to_compute(&self, knobs: &mut Knobs) -> Result<Figure, String> {
        let function = self.function.lock().unwrap_or_else(PoisonError::into_inner);
        let figure = catch_unwind(AssertUnwindSafe(|| function(knobs))).map_err(|panic| {
            let text = panic.downcast_ref::<String>().map(String::as_str);
            let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
            words::stopped_at(&knobs.positions(), text.unwrap_or_default())
        })?;
        Ok(knobs.problems.drain(..).fold(figure, Figure::problem))
    }
}

impl fmt::Debug for Live {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Live").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
