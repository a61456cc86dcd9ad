//! The figure for Plotly: layout, frames, and in the files below traces and controls. Nothing else knows
//! plotly.

mod controls;
mod traces;

use plotly::common::{Anchor, ExponentFormat, Font, Orientation, TickMode, Title};
use plotly::configuration::{DisplayModeBar, ModeBarButtonName};
use plotly::layout::{
    Annotation, Axis as PlotlyAxis, AxisConstrain, AxisType, BarMode, ConstrainDirection, Frame, HoverMode, Legend,
    Margin, TicksDirection,
};
use plotly::{Configuration, Layout, Plot, Traces};

use super::axis::{Axis, Span};
use super::figure::Figure;
use super::scene::Scene;
use super::style;
use super::text::{one_line, one_title, wrapped};
use super::view::View;
use super::words::either;
use controls::{buttons, control};
use traces::traces;

/// Width of the picture of a figure whose author gave none.
const WIDTH: usize = 720;
/// Height of a figure whose author gave none.
const HEIGHT: usize = 420;
/// Height that a second panel adds.
const PANEL: usize = 120;
/// The share of the height that each panel has, from the bottom: the rest is between them.
pub(crate) const LOWER_PANEL: f64 = 0.34;
pub(crate) const UPPER_PANEL: f64 = 0.60;
/// Height that slider and buttons add.
const CONTROLS: usize = 106;

impl Figure {
    /// The figure as a [`plotly::Plot`], for what Plotly can do beyond this builder: change it, and let the `Plot` be
    /// the last expression of a cell.
    pub fn plot(&self) -> Plot {
        let scenes = self.scenes();
        let view = self.view(&scenes);
        let mut plot = Plot::new();
        plot.add_traces(traces(&scenes[self.shown()].marks, &view));
        let mut layout = self.layout(&scenes[self.shown()], &view);
        if let Some(slider) = &self.slider {
            layout = layout.sliders(vec![control(slider)]).update_menus(vec![buttons()]);
            for (k, scene) in scenes.iter().enumerate() {
                let mut data = Traces::new();
                for trace in traces(&scene.marks, &view) {
                    data.push(trace);
                }
                let changed = Layout::new().title(title(&scene.title, self.width()));
                // One by one: plotly 0.14 doubles the frames of its first `add_frames`.
                plot.add_frame(Frame::new().name(frame_name(k)).data(data).layout(changed));
            }
        }
        plot.set_layout(layout);
        plot.set_configuration(
            Configuration::new()
                // Not `responsive`: JupyterLab's renderer follows the width of the page by itself, and both together
                // made figures collapse to a height of 29 pixels (plotly.js 4.1.1, JupyterLab 4.6).
                .display_logo(false)
                // Recent versions of plotly.js offer to upload every figure; a student's work stays where it is.
                .plotly_server_url("")
                .show_send_to_cloud(false)
                .show_edit_in_chart_studio(false)
                .typeset_math(false)
                .display_mode_bar(DisplayModeBar::Hover)
                .mode_bar_buttons_to_remove(vec![ModeBarButtonName::Select2d, ModeBarButtonName::Lasso2d]),
        );
        plot
    }

    /// Pixels across; for a figure without a size, the width of its picture.
    pub(crate) fn width(&self) -> usize {
        self.size.map_or(WIDTH, |(width, _)| width)
    }

    /// Pixels down, without legend and slider.
    pub(crate) fn height(&self) -> usize {
        let panel = if self.lower.is_some() { PANEL } else { 0 };
        let usual = self.tall.unwrap_or(HEIGHT);
        self.size.map_or(usual + panel, |(_, height)| height)
    }

    fn layout(&self, scene: &Scene, view: &View) -> Layout {
        let named = scene.marks.iter().filter(|mark| mark.in_legend(&scene.marks)).count();
        let controls = if self.slider.is_some() { CONTROLS } else { 0 };
        let (width, height) = match self.size {
            Some((width, height)) => (Some(width), height),
            None => (None, self.height() + controls),
        };
        // Below the axis title, in units of the height of the plot; Plotly makes room for what lies outside.
        let under = if self.bare && self.slider.is_none() { 16 } else { 60 };
        let (top, bottom) = (if self.scene.title.is_empty() { 24 } else { 48 }, under + controls);
        let inner = height.saturating_sub(top + bottom).max(60) as f64;
        let legend = Legend::new().font(font(12)).background_color("rgba(0,0,0,0)");
        let legend = if self.slider.is_some() {
            legend.x(1.02).x_anchor(Anchor::Left).y(1.0).y_anchor(Anchor::Top)
        } else {
            legend
                .orientation(Orientation::Horizontal)
                .x(0.0)
                .x_anchor(Anchor::Left)
                .y(-62.0 / inner)
                .y_anchor(Anchor::Top)
        };
        let below = if named > 0 && self.slider.is_none() { 26 } else { 0 };
        let mut layout = Layout::new()
            .title(title(&scene.title, self.width()))
            .font(font(12))
            // The point stays, as in all numbers that a cell prints; but a French reader takes 40,000 for 40.
            .separators(either(".,", ".\u{a0}"))
            .paper_background_color("rgba(0,0,0,0)")
            .plot_background_color("rgba(0,0,0,0)")
            .margin(Margin::new().left(if self.bare { 24 } else { 64 }).right(24).top(top).bottom(bottom + below))
            .height(height + if self.size.is_none() { below } else { 0 })
            .hover_mode(HoverMode::Closest)
            .bar_mode(BarMode::Overlay)
            .show_legend(named > 0)
            .legend(legend);
        let (mut x, mut y) = (axis(&self.x, view.x), axis(&self.y, view.y));
        if self.bare {
            (x, y) = (x.visible(false), y.visible(false));
        }
        if let (Some(description), Some(span)) = (&self.lower, view.lower) {
            let lower = axis(description, span).domain(&[0.0, LOWER_PANEL]);
            layout = layout.y_axis2(lower);
            x = x.anchor("y2");
            y = y.domain(&[1.0 - UPPER_PANEL, 1.0]);
        } else if self.equal_scales && !(view.x.log || view.y.log) {
            // A map stays beside its colour bar.
            let map = scene.marks.iter().any(|mark| mark.explained_map().is_some());
            let toward = if map { ConstrainDirection::Right } else { ConstrainDirection::Center };
            x = x.constrain(AxisConstrain::Domain).constrain_toward(toward);
            y = y.constrain(AxisConstrain::Domain).scale_anchor("x").scale_ratio(1.0);
        }
        layout = layout.x_axis(x).y_axis(y);
        if let Some(width) = width {
            layout = layout.width(width);
        }
        let notes = (!view.notes.is_empty()).then(|| message(&view.notes));
        let annotations = notes.into_iter().chain([description(&self.summary())]);
        layout.annotations(annotations.collect())
    }
}

fn axis(description: &Axis, span: Span) -> PlotlyAxis {
    let (low, high) = span.in_plotly_units();
    let axis = PlotlyAxis::new()
        .title(Title::with_text(markup(&description.label)).font(font(13)))
        .range(vec![low, high])
        .auto_margin(true)
        .color(style::TEXT)
        .line_color(style::TEXT)
        .tick_color(style::TEXT)
        .grid_color(style::GRID)
        .show_line(true)
        .zero_line(false)
        .exponent_format(ExponentFormat::None)
        .ticks(TicksDirection::Outside)
        .tick_length(5);
    if !description.names.is_empty() {
        let (values, texts) = description.names.iter().cloned().unzip();
        return axis.type_(AxisType::Linear).tick_mode(TickMode::Array).tick_values(values).tick_text(texts);
    }
    if !span.log {
        let axis = axis.type_(AxisType::Linear);
        // Plotly would mark halves where there are few.
        return match description.whole && high - low < 10.0 {
            true => axis.tick0(0.0).dtick(1.0),
            false => axis,
        };
    }
    // Plotly labels the parts of a decade with lone digits; these are the ticks of the static picture, and some more
    // for those who zoom out.
    let wider = Span { low: span.low / 100.0, high: span.high * 100.0, ..span };
    let ticks = if (high - low) < 2.0 { span.ticks(8) } else { wider.ticks(12) };
    let (values, texts) = ticks.into_iter().unzip();
    axis.type_(AxisType::Log).tick_mode(TickMode::Array).tick_values(values).tick_text(texts)
}

fn message(notes: &[String]) -> Annotation {
    let lines: Vec<String> = notes.iter().flat_map(|note| wrapped(note, 70)).map(|line| markup(&line)).collect();
    Annotation::new()
        .text(lines.join("<br>"))
        .font(Font::new().size(14).color(style::NOTE.1))
        .background_color(style::NOTE.0)
        .border_color(style::WARNING)
        .border_width(2.0)
        .border_pad(8.0)
        .show_arrow(false)
        .x_ref("paper")
        .y_ref("paper")
        .x(0.5)
        .y(0.5)
        .visible(true)
}

/// The figure in words, for screen readers: Plotly gives its drawing no description, and JupyterLab shows no other form of
/// the figure beside it. It is there to be read aloud, and takes no room.
fn description(summary: &str) -> Annotation {
    Annotation::new()
        .text(markup(summary))
        .name("description")
        .font(Font::new().size(1).color("rgba(0,0,0,0)"))
        .show_arrow(false)
        .x_ref("paper")
        .y_ref("paper")
        .x(0.0)
        .x_anchor(Anchor::Left)
        .y(0.0)
        .visible(true)
}

fn title(text: &str, width: usize) -> Title {
    Title::with_text(markup(&one_title(text, width))).font(font(15)).x(0.01).x_anchor(Anchor::Left)
}

fn font(size: usize) -> Font {
    Font::new().size(size).color(style::TEXT)
}

fn frame_name(k: usize) -> String {
    format!("frame {k}")
}

/// Plotly reads a little HTML in every text: `τ < 5` must not be a tag.
fn markup(text: &str) -> String {
    one_line(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
