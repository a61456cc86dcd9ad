//! What follows from a figure's description once it is complete.

use super::axis::{Axis, Span};
use super::figure::Figure;
use super::mark::{Is, Mark, Shape};
use super::scene::Scene;
use super::words;

/// The ranges of the axes, and everything that went wrong.
#[derive(Clone, Debug)]
pub(crate) struct View {
    pub(crate) x: Span,
    pub(crate) y: Span,
    /// The vertical axis of the lower panel, if there is one.
    pub(crate) lower: Option<Span>,
    pub(crate) notes: Vec<String>,
}

impl View {
    /// The vertical axis of the panel that a mark is drawn in.
    pub(crate) fn vertical(&self, mark: &Mark) -> Span {
        match self.lower {
            Some(lower) if mark.lower => lower,
            _ => self.y,
        }
    }
}

/// The marks of one panel in all scenes, and the values that they want shown.
struct Panel<'a> {
    marks: Vec<&'a Mark>,
    xs: Vec<f64>,
    ys: Vec<f64>,
}

impl Figure {
    /// The ranges of the axes over all scenes, and every problem with its scene.
    pub(crate) fn view(&self, scenes: &[Scene]) -> View {
        let upper = Panel::of(scenes, false, self.x.log, self.y.log);
        let lower = self.lower.as_ref().map(|axis| (axis, Panel::of(scenes, true, self.x.log, axis.log)));
        let mut xs = upper.xs.clone();
        xs.extend(lower.iter().flat_map(|(_, panel)| &panel.xs));
        let (x, x_note) = self.x.span("x", &xs, if upper.is_cloud() { 0.025 } else { 0.0 });
        let (y, y_note) = upper.vertical(&self.y);
        let mut notes: Vec<String> = Vec::new();
        for note in scenes.iter().flat_map(|scene| &scene.notes) {
            if !notes.contains(note) {
                notes.push(note.clone());
            }
        }
        let none_positive = |axis: &Axis, letter: &str, values: &[f64]| {
            let none = axis.log && !values.is_empty() && !values.iter().any(|&v| v > 0.0);
            none.then(|| words::nothing_positive(letter))
        };
        let (x_lost, y_lost) = (none_positive(&self.x, "x", &xs), none_positive(&self.y, "y", &upper.ys));
        notes.extend([x_note, y_note, x_lost, y_lost].into_iter().flatten());
        let lower = lower.map(|(axis, panel)| {
            let (span, note) = panel.vertical(axis);
            notes.extend([note, none_positive(axis, "y", &panel.ys)].into_iter().flatten());
            span
        });
        View { x, y, lower, notes }
    }
}

impl Panel<'_> {
    fn of(scenes: &[Scene], lower: bool, log_x: bool, log_y: bool) -> Panel<'_> {
        let marks: Vec<&Mark> =
            scenes.iter().flat_map(|scene| &scene.marks).filter(|mark| mark.lower == lower).collect();
        // Guides go on for ever; they decide the ranges only where nothing else spans the panel.
        let framed = marks.iter().any(|mark| !mark.guide && mark.shape.is(Is::Spanning));
        let (mut xs, mut ys) = (Vec::new(), Vec::new());
        for mark in marks.iter().filter(|mark| !(mark.guide && framed)) {
            mark.extent(&mut xs, &mut ys, log_x, log_y);
        }
        Panel { marks, xs, ys }
    }

    fn holds(&self, test: fn(Shape) -> bool) -> bool {
        self.marks.iter().any(|mark| test(mark.shape))
    }

    fn has_map(&self) -> bool {
        self.holds(|shape| shape == Shape::Map)
    }

    /// Whether it has something whose shape reaches beyond its coordinates, and no map that is its own frame.
    fn is_cloud(&self) -> bool {
        self.holds(|shape| shape.is(Is::Wide)) && !self.has_map()
    }

    fn vertical(&self, axis: &Axis) -> (Span, Option<String>) {
        let margin = if self.has_map() { 0.0 } else { 0.05 };
        let (mut y, note) = axis.span("y", &self.ys, margin);
        // Bars stand on the axis.
        let zero = axis.from_zero || self.holds(|shape| shape == Shape::Bars);
        // NaN is a gap and not negative.
        let negative = self.ys.iter().any(|&y| y < 0.0);
        if zero && axis.range.is_none() && !axis.log && !negative && y.high > 0.0 {
            y.low = 0.0;
        }
        (y, note)
    }
}
