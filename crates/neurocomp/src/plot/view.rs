//! What follows from a figure's description once it is complete.

use super::axis::{Axis, Span};
use super::figure::Figure;
use super::mark::{Kind, Mark};
use super::slider::Scene;
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
        notes.extend(x_note.into_iter().chain(y_note));
        let none_positive = |values: &[f64]| !values.is_empty() && !values.iter().any(|&v| v > 0.0);
        if self.x.log && none_positive(&xs) {
            notes.push(words::nothing_positive("x"));
        }
        if self.y.log && none_positive(&upper.ys) {
            notes.push(words::nothing_positive("y"));
        }
        let lower = lower.map(|(axis, panel)| {
            let (span, note) = panel.vertical(axis);
            notes.extend(note);
            if axis.log && none_positive(&panel.ys) {
                notes.push(words::nothing_positive("y"));
            }
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
        let framed = marks.iter().any(|mark| !mark.guide && mark.kind.spans_its_panel());
        let (mut xs, mut ys) = (Vec::new(), Vec::new());
        for mark in marks.iter().filter(|mark| !(mark.guide && framed)) {
            mark.extent(&mut xs, &mut ys, log_x, log_y);
        }
        Panel { marks, xs, ys }
    }

    fn holds(&self, test: fn(&Kind) -> bool) -> bool {
        self.marks.iter().any(|mark| test(&mark.kind))
    }

    fn has_map(&self) -> bool {
        self.holds(|kind| matches!(kind, Kind::Heatmap(_)))
    }

    /// Whether it has something whose shape reaches beyond its coordinates, and no map that is its own frame.
    fn is_cloud(&self) -> bool {
        self.holds(Kind::is_wider_than_its_points) && !self.has_map()
    }

    fn vertical(&self, axis: &Axis) -> (Span, Option<String>) {
        let margin = if self.has_map() { 0.0 } else { 0.05 };
        let (mut y, note) = axis.span("y", &self.ys, margin);
        // Bars stand on the axis.
        let zero = axis.from_zero || self.holds(|kind| matches!(kind, Kind::Bars { .. }));
        // NaN is a gap and not negative.
        let negative = self.ys.iter().any(|&y| y < 0.0);
        if zero && axis.range.is_none() && !axis.log && !negative && y.high > 0.0 {
            y.low = 0.0;
        }
        (y, note)
    }
}
