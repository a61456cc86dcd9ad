//! The figure for Plotly: traces, layout, frames. Nothing outside this file knows plotly.

use plotly::common::{
    Anchor, ColorBar, ColorScale, ColorScaleElement, DashType, ExponentFormat, Font, HoverInfo,
    Line, LineShape, Marker, MarkerSymbol, Mode, Orientation, Pad, Position, Side, TickMode, Title,
};
use plotly::configuration::{DisplayModeBar, ModeBarButtonName};
use plotly::layout::update_menu::{
    Button, ButtonBuilder, UpdateMenu, UpdateMenuDirection, UpdateMenuType,
};
use plotly::layout::{
    Animation, AnimationMode, AnimationOptions, Annotation, Axis as PlotlyAxis, AxisType, BarMode,
    Frame, FrameSettings, HoverMode, Legend, Margin, SliderCurrentValue, SliderCurrentValueXAnchor,
    SliderStep, SliderStepBuilder, TicksDirection, TransitionSettings,
};
use plotly::{Bar, Configuration, HeatMap, Layout, Plot, Scatter, Trace, Traces};

use super::axis::{Axis, Span, rounded, short};
use super::figure::{Figure, View};
use super::mark::{Heatmap, Kind, Mark};
use super::slider::{Scene, Slider};
use super::style::{self, Dash};
use super::summary::one_line;
use super::words::either;

/// Width of the picture of a figure whose author gave none.
const WIDTH: usize = 720;
/// Height of a figure whose author gave none.
pub(crate) const HEIGHT: usize = 420;
/// Height that slider and buttons add.
const CONTROLS: usize = 106;
/// Milliseconds that the play button leaves each frame.
const FRAME_TIME: usize = 150;

impl Figure {
    /// The figure as a [`plotly::Plot`], for what Plotly can do beyond this builder: change it, and let the `Plot` be the
    /// last expression of a cell.
    pub fn plot(&self) -> Plot {
        let scenes = self.scenes();
        let view = self.view(&scenes);
        let mut plot = Plot::new();
        plot.add_traces(traces(&scenes[0].marks, &view));
        let mut layout = self.layout(&scenes[0], &view);
        if let Some(slider) = &self.slider {
            layout = layout
                .sliders(vec![control(slider)])
                .update_menus(vec![buttons()]);
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
                .mode_bar_buttons_to_remove(vec![
                    ModeBarButtonName::Select2d,
                    ModeBarButtonName::Lasso2d,
                ]),
        );
        plot
    }

    /// Pixels across; of a figure without a size, those of its picture.
    pub(crate) fn width(&self) -> usize {
        self.size.map_or(WIDTH, |(width, _)| width)
    }

    fn layout(&self, scene: &Scene, view: &View) -> Layout {
        let named = scene
            .marks
            .iter()
            .filter(|mark| in_legend(mark, &scene.marks))
            .count();
        let controls = if self.slider.is_some() { CONTROLS } else { 0 };
        let (width, height) = match self.size {
            Some((width, height)) => (Some(width), height),
            None => (None, HEIGHT + controls),
        };
        // Below the axis title, in units of the height of the plot; Plotly makes room for what lies outside.
        let (top, bottom) = (if self.title.is_empty() { 24 } else { 48 }, 60 + controls);
        let inner = height.saturating_sub(top + bottom).max(60) as f64;
        let legend = Legend::new()
            .font(font(12))
            .background_color("rgba(0,0,0,0)");
        let legend = if self.slider.is_some() {
            legend
                .x(1.02)
                .x_anchor(Anchor::Left)
                .y(1.0)
                .y_anchor(Anchor::Top)
        } else {
            legend
                .orientation(Orientation::Horizontal)
                .x(0.0)
                .x_anchor(Anchor::Left)
                .y(-62.0 / inner)
                .y_anchor(Anchor::Top)
        };
        let below = if named > 0 && self.slider.is_none() {
            26
        } else {
            0
        };
        let mut layout = Layout::new()
            .title(title(&scene.title, self.width()))
            .font(font(12))
            .paper_background_color("rgba(0,0,0,0)")
            .plot_background_color("rgba(0,0,0,0)")
            .margin(
                Margin::new()
                    .left(64)
                    .right(24)
                    .top(top)
                    .bottom(bottom + below),
            )
            .height(height + if self.size.is_none() { below } else { 0 })
            .hover_mode(HoverMode::Closest)
            .bar_mode(BarMode::Overlay)
            .show_legend(named > 0)
            .legend(legend)
            .x_axis(axis(&self.x, view.x))
            .y_axis(axis(&self.y, view.y));
        if let Some(width) = width {
            layout = layout.width(width);
        }
        if !view.notes.is_empty() {
            layout = layout.annotations(vec![message(&view.notes)]);
        }
        layout
    }
}

/// Whether a mark stands in the legend: it has a name, and there is something to tell apart.
pub(crate) fn in_legend(mark: &Mark, all: &[Mark]) -> bool {
    !mark.name.is_empty()
        && !matches!(mark.kind, Kind::Heatmap(_) | Kind::Text { .. })
        && all.len() > 1
}

/// The traces of one scene; above a heatmap every line has a light one under it.
fn traces(marks: &[Mark], view: &View) -> Vec<Box<dyn Trace>> {
    let map = marks
        .iter()
        .any(|mark| matches!(mark.kind, Kind::Heatmap(_)));
    let mut traces = Vec::new();
    for mark in marks {
        if map && mark.kind.is_stroked() {
            traces.push(trace(mark, view, true));
        }
        traces.push(trace(mark, view, false));
    }
    traces
}

/// One mark for Plotly; with `halo`, only the light line under it.
fn trace(mark: &Mark, view: &View, halo: bool) -> Box<dyn Trace> {
    let short = |values: &[f64]| match values {
        // Plotly drops what has no point at all from the legend.
        [] => vec![f64::NAN],
        _ => values.iter().map(|&v| rounded(v)).collect::<Vec<f64>>(),
    };
    let (colour, name) = (style::colour(mark.colour), markup(&mark.name));
    let named = !mark.name.is_empty() && !halo;
    let pen = |colour: &'static str, dash: Dash, width: f64| {
        if halo {
            Line::new().color(style::HALO).width(width + 2.4)
        } else {
            Line::new()
                .color(colour)
                .width(width)
                .dash(plotly_dash(dash))
        }
    };
    let stroke = |dash: Dash, width: f64| pen(colour, dash, width);
    let reference = || pen(style::TEXT, style::dash(mark.pattern + 1), 1.4);
    let path = |x: Vec<f64>, y: Vec<f64>, line: Line| {
        let hover = if halo {
            HoverInfo::Skip
        } else {
            HoverInfo::All
        };
        Scatter::new(x, y)
            .mode(Mode::Lines)
            .line(line)
            .hover_info(hover)
    };
    let markers = |x: Vec<f64>, y: Vec<f64>, symbol: MarkerSymbol, size: usize| {
        Scatter::new(x, y)
            .mode(Mode::Markers)
            .marker(Marker::new().color(colour).symbol(symbol).size(size))
    };
    match &mark.kind {
        Kind::Line { x, y } => path(short(x), short(y), stroke(style::dash(mark.pattern), 1.8))
            .name(name)
            .show_legend(named),
        Kind::Steps { x, y } => {
            let line = stroke(style::dash(mark.pattern), 1.8).shape(LineShape::Hv);
            path(short(x), short(y), line).name(name).show_legend(named)
        }
        Kind::Points { x, y } => {
            let symbol = symbol(style::marker(mark.pattern));
            // Sizes at which they look equally large.
            let size = match symbol {
                MarkerSymbol::Circle | MarkerSymbol::Square => 7,
                MarkerSymbol::Diamond | MarkerSymbol::Cross => 8,
                _ => 9,
            };
            markers(short(x), short(y), symbol, size)
                .name(name)
                .show_legend(named)
        }
        Kind::Dots { x, y } => markers(short(x), short(y), MarkerSymbol::Square, 2)
            .name(name)
            .show_legend(named),
        Kind::Ticks { x, low, high } => {
            // One trace for all strokes: up, and a gap to the next.
            let xs: Vec<f64> = x.iter().flat_map(|&x| [x, x, f64::NAN]).collect();
            let ys: Vec<f64> = low
                .iter()
                .zip(high)
                .flat_map(|(&low, &high)| [low, high, f64::NAN])
                .collect();
            path(short(&xs), short(&ys), stroke(Dash::Solid, 1.4))
                .name(name)
                .show_legend(named)
        }
        Kind::Horizontal { y } => path(vec![view.x.low, view.x.high], vec![*y; 2], reference())
            .name(name)
            .show_legend(named),
        Kind::Vertical { x } => path(vec![*x; 2], vec![view.y.low, view.y.high], reference())
            .name(name)
            .show_legend(named),
        Kind::Text { x, y, text } => Scatter::new(vec![*x], vec![*y])
            .mode(Mode::Text)
            .text_array(vec![markup(text)])
            .text_position(Position::TopCenter)
            .text_font(font(13))
            .show_legend(false),
        Kind::Bars { x, height, width } => Bar::new(short(x), short(height))
            .width(*width)
            .marker(Marker::new().color(colour).opacity(0.7))
            .name(name)
            .show_legend(named),
        Kind::Heatmap(map) => heatmap(map),
    }
}

fn heatmap(map: &Heatmap) -> Box<dyn Trace> {
    let stops = style::VIRIDIS.len() - 1;
    let scale = (0..=stops)
        .map(|i| i as f64 / stops as f64)
        .map(|fraction| ColorScaleElement(rounded(fraction), style::viridis(fraction)))
        .collect();
    let bar = ColorBar::new()
        .title(
            Title::with_text(markup(&map.label))
                .side(Side::Right)
                .font(font(12)),
        )
        .tick_font(font(12))
        .exponent_format(ExponentFormat::None)
        .outline_width(0)
        .thickness(16);
    let short = |values: &[f64]| values.iter().map(|&v| rounded(v)).collect::<Vec<f64>>();
    // One value everywhere: a range of one, so that the bar has two ends.
    let high = if map.high > map.low {
        map.high
    } else {
        map.low + 1.0
    };
    HeatMap::new(
        short(&map.x),
        short(&map.y),
        map.z.iter().map(|row| short(row)).collect(),
    )
    .color_scale(ColorScale::Vector(scale))
    .zmin(rounded(map.low))
    .zmax(rounded(high))
    .hover_on_gaps(false)
    .color_bar(bar)
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
    if !span.log {
        return axis.type_(AxisType::Linear);
    }
    // Plotly labels the parts of a decade with lone digits; these are the ticks of the static picture, and some more for
    // those who zoom out.
    let wider = Span {
        low: span.low / 100.0,
        high: span.high * 100.0,
        ..span
    };
    let ticks = if (high - low) < 2.0 {
        span.ticks(8)
    } else {
        wider.ticks(12)
    };
    let (values, texts) = ticks.into_iter().unzip();
    axis.type_(AxisType::Log)
        .tick_mode(TickMode::Array)
        .tick_values(values)
        .tick_text(texts)
}

/// The slider below the axis: current value above its left end, steps across the width.
fn control(slider: &Slider) -> plotly::layout::Slider {
    let steps: Vec<SliderStep> = slider
        .values
        .iter()
        .enumerate()
        .filter_map(|(k, &value)| {
            let only_this = Animation::frames(vec![frame_name(k)])
                .options(options(0).mode(AnimationMode::Immediate));
            SliderStepBuilder::new()
                .label(short(value))
                .value(short(value))
                .animation(only_this)
                .build()
                .ok()
        })
        .collect();
    let current = SliderCurrentValue::new()
        .prefix(format!("{} = ", markup(&slider.label)))
        .x_anchor(SliderCurrentValueXAnchor::Left)
        .font(font(13))
        .visible(true);
    plotly::layout::Slider::new()
        .active(0)
        .steps(steps)
        .current_value(current)
        .font(font(11))
        .background_color("rgba(128,128,128,0.3)")
        .border_color(style::TEXT)
        .tick_color(style::TEXT)
        .pad(Pad::new(62, 0, 0))
        .x(0.0)
        .length(1.0)
        .y(0.0)
        .y_anchor(Anchor::Top)
}

/// Play and pause, to the right of the slider's current value.
fn buttons() -> UpdateMenu {
    let play = Animation::all_frames().options(
        options(FRAME_TIME)
            .mode(AnimationMode::Immediate)
            .fromcurrent(true),
    );
    let button = |label: String, animation: Animation| {
        ButtonBuilder::new()
            .label(label)
            .animation(animation)
            .build()
            .ok()
    };
    let buttons: Vec<Button> = [
        button(either("▶ Play", "▶ Lecture"), play),
        button(either("❚❚ Pause", "❚❚ Pause"), Animation::pause()),
    ]
    .into_iter()
    .flatten()
    .collect();
    UpdateMenu::new()
        .ty(UpdateMenuType::Buttons)
        .direction(UpdateMenuDirection::Left)
        .buttons(buttons)
        .show_active(false)
        .background_color("rgba(0,0,0,0)")
        .border_color(style::TEXT)
        .font(font(12))
        .pad(Pad::new(50, 0, 0))
        .x(1.0)
        .x_anchor(Anchor::Right)
        .y(0.0)
        .y_anchor(Anchor::Top)
}

/// Frames follow one another without transition, and heatmaps and titles are redrawn too.
fn options(duration: usize) -> AnimationOptions {
    AnimationOptions::new()
        .frame(FrameSettings::new().duration(duration).redraw(true))
        .transition(TransitionSettings::new().duration(0))
}

fn message(notes: &[String]) -> Annotation {
    let lines: Vec<String> = notes
        .iter()
        .flat_map(|note| wrapped(note, 70))
        .map(|line| markup(&line))
        .collect();
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

/// `text` in lines of at most about `width` characters.
pub(crate) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.into()),
        }
    }
    lines
}

fn title(text: &str, width: usize) -> Title {
    Title::with_text(markup(&one_title(text, width)))
        .font(font(15))
        .x(0.01)
        .x_anchor(Anchor::Left)
}

/// A title is one line; the whole of it stands in the summary.
pub(crate) fn one_title(text: &str, width: usize) -> String {
    let line = one_line(text);
    // About 8 pixels a character.
    let room = (width / 8).saturating_sub(4);
    if line.chars().count() <= room {
        line
    } else {
        line.chars().take(room - 1).chain(['…']).collect()
    }
}

fn font(size: usize) -> Font {
    Font::new().size(size).color(style::TEXT)
}

fn frame_name(k: usize) -> String {
    format!("frame {k}")
}

/// Plotly reads a little HTML in every text: `τ < 5` must not be a tag.
fn markup(text: &str) -> String {
    one_line(text)
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

fn plotly_dash(dash: Dash) -> DashType {
    match dash {
        Dash::Solid => DashType::Solid,
        Dash::Dash => DashType::Dash,
        Dash::Dot => DashType::Dot,
        Dash::DashDot => DashType::DashDot,
        Dash::LongDash => DashType::LongDash,
        Dash::LongDashDot => DashType::LongDashDot,
    }
}

/// The symbols of [`style::MARKERS`], in the same order.
fn symbol(marker: usize) -> MarkerSymbol {
    match marker {
        0 => MarkerSymbol::Circle,
        1 => MarkerSymbol::Diamond,
        2 => MarkerSymbol::Square,
        3 => MarkerSymbol::TriangleUp,
        4 => MarkerSymbol::Cross,
        _ => MarkerSymbol::TriangleDown,
    }
}
