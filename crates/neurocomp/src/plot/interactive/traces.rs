//! Curves, bars and maps as Plotly traces.

use plotly::common::{
    ColorBar, ColorScale, ColorScaleElement, DashType, ErrorData, ErrorType, ExponentFormat, Fill, Font, HoverInfo,
    Line, LineShape, Marker, MarkerSymbol, Mode, Position, Side, Title,
};
use plotly::{Bar, HeatMap, Scatter, Trace};

use super::{font, markup};
use crate::plot::axis::rounded;
use crate::plot::mark::{Colours, Heatmap, Kind, Mark};
use crate::plot::style::{self, Dash};
use crate::plot::view::View;

/// The traces of one scene, from the lowest to the uppermost; above a heatmap every line has a light one under it.
pub(super) fn traces(marks: &[Mark], view: &View) -> Vec<Box<dyn Trace>> {
    let map = marks.iter().any(|mark| matches!(mark.kind, Kind::Heatmap(_)));
    let mut ordered: Vec<&Mark> = marks.iter().collect();
    ordered.sort_by_key(|mark| mark.kind.level());
    let mut traces = Vec::new();
    for mark in ordered {
        let pen = Pen { colour: style::colour(mark.colour), halo: false, map };
        if map && mark.kind.is_stroked() {
            traces.push(trace(mark, view, Pen { halo: true, ..pen }));
        }
        traces.push(trace(mark, view, pen));
    }
    traces
}

/// How a mark is drawn: its colour, whether only the light line under it is meant, whether a map lies below.
#[derive(Clone, Copy)]
struct Pen {
    colour: &'static str,
    halo: bool,
    map: bool,
}

impl Pen {
    fn line(self, colour: &'static str, dash: Dash, width: f64) -> Line {
        if self.halo {
            return Line::new().color(style::HALO).width(width + 2.4);
        }
        Line::new().color(colour).width(width).dash(plotly_dash(dash))
    }

    fn stroke(self, mark: &Mark) -> Line {
        self.line(self.colour, style::dash(mark.pattern), 1.8)
    }

    /// For lines across the whole figure.
    fn reference(self, mark: &Mark) -> Line {
        self.line(style::TEXT, style::dash(mark.pattern + 1), 1.4)
    }

    fn path(self, x: Vec<f64>, y: Vec<f64>, line: Line) -> Box<Scatter<f64, f64>> {
        let hover = if self.halo { HoverInfo::Skip } else { HoverInfo::All };
        Scatter::new(x, y).mode(Mode::Lines).line(line).hover_info(hover)
    }

    fn markers(self, x: &[f64], y: &[f64], symbol: MarkerSymbol) -> Box<Scatter<f64, f64>> {
        // Sizes at which they look equally large.
        let size = match symbol {
            MarkerSymbol::Circle | MarkerSymbol::Square => 7,
            MarkerSymbol::Diamond | MarkerSymbol::Cross => 8,
            _ => 9,
        };
        let marker = Marker::new().color(self.colour).symbol(symbol).size(size);
        let marker = match self.map {
            true => marker.line(Line::new().color(style::HALO).width(1.0)),
            false => marker,
        };
        Scatter::new(short(x), short(y)).mode(Mode::Markers).marker(marker)
    }
}

/// One mark for Plotly.
fn trace(mark: &Mark, view: &View, pen: Pen) -> Box<dyn Trace> {
    let name = markup(&mark.name);
    let named = !mark.name.is_empty() && !pen.halo;
    let panel = if mark.lower { "y2" } else { "y" };
    let symbol = symbol(style::marker(mark.pattern));
    let scatter = match &mark.kind {
        Kind::Heatmap(map) => return heatmap(map, panel),
        Kind::Bars { x, height, width } => {
            let marker = Marker::new().color(pen.colour).opacity(style::BAR_OPACITY);
            return Bar::new(short(x), short(height))
                .width(*width)
                .marker(marker)
                .name(name)
                .show_legend(named)
                .y_axis(panel);
        }
        Kind::Line { x, y } => pen.path(short(x), short(y), pen.stroke(mark)),
        Kind::Steps { x, y } => {
            let line = pen.stroke(mark).shape(LineShape::Hv);
            pen.path(short(x), short(y), line)
        }
        Kind::Path { x, y } => {
            let colour = if pen.map { style::PATH_ON_MAP } else { style::TEXT };
            pen.path(short(x), short(y), pen.line(colour, Dash::Solid, 1.0))
        }
        Kind::Arrows { x, y } => {
            let line = pen.line(style::TEXT, Dash::Solid, 1.2);
            pen.path(short(x), short(y), line).hover_info(HoverInfo::Skip)
        }
        Kind::Points { x, y } => pen.markers(x, y, symbol),
        Kind::ErrorBars { x, y, error } => {
            let bars = ErrorData::new(ErrorType::Data).array(short(error)).color(pen.colour).thickness(1.4).width(4);
            pen.markers(x, y, symbol).error_y(bars)
        }
        Kind::FixedPoints { x, y, stable } => {
            let symbol = match stable {
                true => MarkerSymbol::Circle,
                false => MarkerSymbol::CircleOpen,
            };
            let ring = Line::new().color(style::TEXT).width(2.4);
            let marker = Marker::new().color(style::TEXT).symbol(symbol).size(11);
            Scatter::new(short(x), short(y)).mode(Mode::Markers).marker(marker.line(ring))
        }
        Kind::Dots { x, y } => Scatter::new(short(x), short(y))
            .mode(Mode::Markers)
            .marker(Marker::new().color(pen.colour).symbol(MarkerSymbol::Square).size(2)),
        Kind::Ticks { x, low, high } => {
            // One trace for all strokes: up, and a gap to the next.
            let xs: Vec<f64> = x.iter().flat_map(|&x| [x, x, f64::NAN]).collect();
            let ys: Vec<f64> = low.iter().zip(high).flat_map(|(&low, &high)| [low, high, f64::NAN]).collect();
            let line = pen.line(pen.colour, Dash::Solid, 1.4);
            pen.path(short(&xs), short(&ys), line)
        }
        Kind::Horizontal { y } => {
            let ends = vec![view.x.low, view.x.high];
            pen.path(ends, vec![*y; 2], pen.reference(mark))
        }
        Kind::Vertical { x } => {
            let span = view.vertical(mark);
            pen.path(vec![*x; 2], vec![span.low, span.high], pen.reference(mark))
        }
        Kind::Area { x, y } => Scatter::new(short(x), short(y))
            .mode(Mode::Lines)
            .fill(Fill::ToSelf)
            .fill_color(style::pale(pen.colour))
            .line(Line::new().color("rgba(0,0,0,0)").width(0.0))
            .hover_info(HoverInfo::Skip),
        Kind::Numbers { x, y, text, dark } => Scatter::new(short(x), short(y))
            .mode(Mode::Text)
            .text_array(text.iter().map(|text| markup(text)).collect::<Vec<String>>())
            .text_position(Position::MiddleCenter)
            .text_font(Font::new().size(12).color(style::ON_CELLS[usize::from(*dark)]))
            .hover_info(HoverInfo::Skip),
        Kind::Text { x, y, text } => Scatter::new(vec![*x], vec![*y])
            .mode(Mode::Text)
            .text_array(vec![markup(text)])
            .text_position(Position::TopCenter)
            .text_font(font(13)),
    };
    let unlisted = matches!(mark.kind, Kind::Text { .. } | Kind::Area { .. } | Kind::Numbers { .. });
    let in_legend = named && !unlisted;
    scatter.name(name).show_legend(in_legend).y_axis(panel)
}

/// Numbers of seven digits.
fn short(values: &[f64]) -> Vec<f64> {
    match values {
        // Plotly drops what has no point at all from the legend.
        [] => vec![f64::NAN],
        _ => values.iter().map(|&v| rounded(v)).collect(),
    }
}

fn heatmap(map: &Heatmap, panel: &str) -> Box<dyn Trace> {
    let (stops, colour): (usize, fn(f64) -> String) = match map.colours {
        Colours::Viridis => (style::VIRIDIS.len() - 1, style::viridis),
        Colours::Ink => (style::INK.len() - 1, style::ink),
    };
    let scale = (0..=stops)
        .map(|i| i as f64 / stops as f64)
        .map(|fraction| ColorScaleElement(rounded(fraction), colour(fraction)))
        .collect();
    let bar = ColorBar::new()
        .title(Title::with_text(markup(&map.label)).side(Side::Right).font(font(12)))
        .tick_font(font(12))
        .exponent_format(ExponentFormat::None)
        .outline_width(0)
        .thickness(16);
    // One value everywhere: a range of one, so that the bar has two ends.
    let high = if map.high > map.low { map.high } else { map.low + 1.0 };
    let trace = HeatMap::new(short(&map.x), short(&map.y), map.z.iter().map(|row| short(row)).collect())
        .color_scale(ColorScale::Vector(scale))
        .zmin(rounded(map.low))
        .zmax(rounded(high))
        .hover_on_gaps(false)
        .y_axis(panel);
    match map.colours {
        Colours::Viridis => trace.color_bar(bar),
        // Where a picture lies on the page is nobody's business.
        Colours::Ink => trace.show_scale(false).hover_info(HoverInfo::Z),
    }
}

fn plotly_dash(dash: Dash) -> DashType {
    match dash {
        Dash::Solid => DashType::Solid,
        Dash::Broken => DashType::Dash,
        Dash::Dotted => DashType::Dot,
        Dash::Mixed => DashType::DashDot,
        Dash::LongBroken => DashType::LongDash,
        Dash::LongMixed => DashType::LongDashDot,
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
