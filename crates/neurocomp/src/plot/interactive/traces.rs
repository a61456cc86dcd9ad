//! Curves, bars and maps as Plotly traces.

use plotly::common::{
    ColorBar, ColorScale, ColorScaleElement, DashType, ErrorData, ErrorType, ExponentFormat, Fill, Font, HoverInfo,
    Line, LineShape, Marker, MarkerSymbol, Mode, Position, Side, Title,
};
use plotly::{Bar, HeatMap, Scatter, Trace};

use super::{font, markup};
use crate::plot::mark::{Colours, Heatmap, Is, Mark, Shape, has_map, layers};
use crate::plot::number::rounded;
use crate::plot::style;
use crate::plot::view::View;

/// The traces of one scene, from the lowest to the uppermost; above a heatmap every line has a light one under it.
pub(super) fn traces(marks: &[Mark], view: &View) -> Vec<Box<dyn Trace>> {
    let pen = |mark: &Mark, halo| {
        let explained = marks.iter().any(|above| mark.is_below_its_like(above));
        Pen { colour: style::colour(mark.colour), halo, map: has_map(marks), explained }
    };
    layers(marks).into_iter().filter_map(|(mark, halo)| trace(mark, view, pen(mark, halo))).collect()
}

/// A line without gaps, among [`style::DASHES`].
const SOLID: usize = 0;

/// How a mark is drawn: its colour, whether only the light line under it is meant, whether a map lies below, whether the
/// legend explains it already.
#[derive(Clone, Copy)]
struct Pen {
    colour: &'static str,
    halo: bool,
    map: bool,
    explained: bool,
}

impl Pen {
    fn line(self, colour: &'static str, dash: usize, width: f64) -> Line {
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

    fn markers(self, x: Vec<f64>, y: Vec<f64>, symbol: MarkerSymbol) -> Box<Scatter<f64, f64>> {
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
        Scatter::new(x, y).mode(Mode::Markers).marker(marker)
    }
}

/// One mark for Plotly.
fn trace(mark: &Mark, view: &View, pen: Pen) -> Option<Box<dyn Trace>> {
    let name = markup(&mark.name);
    let named = !mark.name.is_empty() && !pen.halo;
    let panel = if mark.lower { "y2" } else { "y" };
    let symbol = symbol(style::marker(mark.pattern));
    let in_legend = named && !pen.explained && !mark.shape.is(Is::Unlisted);
    let (x, y) = (short(&mark.x), short(&mark.y));
    let (at_x, at_y) = mark.at();
    let scatter = match mark.shape {
        Shape::Map => return mark.map.as_ref().map(|map| heatmap(map, panel)),
        Shape::Bars => {
            let marker = Marker::new().color(pen.colour).opacity(style::BAR_OPACITY);
            let bars = Bar::new(x, y).width(mark.width).marker(marker);
            return Some(bars.name(name).show_legend(in_legend).y_axis(panel));
        }
        Shape::Line => pen.path(x, y, pen.stroke(mark)),
        Shape::Steps => pen.path(x, y, pen.stroke(mark).shape(LineShape::Hv)),
        Shape::Path => {
            let colour = if pen.map { style::PATH_ON_MAP } else { style::TEXT };
            pen.path(x, y, pen.line(colour, SOLID, 1.0))
        }
        Shape::Arrows => pen.path(x, y, pen.line(style::TEXT, SOLID, 1.2)).hover_info(HoverInfo::Skip),
        Shape::Points => pen.markers(x, y, symbol),
        Shape::ErrorBars => {
            let bars = ErrorData::new(ErrorType::Data).array(short(&mark.more));
            pen.markers(x, y, symbol).error_y(bars.color(pen.colour).thickness(1.4).width(4))
        }
        Shape::FixedPoints { stable } => {
            let symbol = if stable { MarkerSymbol::Circle } else { MarkerSymbol::CircleOpen };
            let ring = Line::new().color(style::TEXT).width(2.4);
            let marker = Marker::new().color(style::TEXT).symbol(symbol).size(11);
            Scatter::new(x, y).mode(Mode::Markers).marker(marker.line(ring))
        }
        Shape::Dots => {
            let marker = Marker::new().color(pen.colour).symbol(MarkerSymbol::Square).size(2);
            Scatter::new(x, y).mode(Mode::Markers).marker(marker)
        }
        Shape::Ticks => {
            // One trace for all strokes: up, and a gap to the next.
            let xs: Vec<f64> = mark.x.iter().flat_map(|&x| [x, x, f64::NAN]).collect();
            let ys: Vec<f64> = mark.y.iter().zip(&mark.more).flat_map(|(&low, &high)| [low, high, f64::NAN]).collect();
            pen.path(short(&xs), short(&ys), pen.line(pen.colour, SOLID, 1.4))
        }
        Shape::Horizontal => pen.path(vec![view.x.low, view.x.high], vec![at_y; 2], pen.reference(mark)),
        Shape::Vertical => {
            let span = view.vertical(mark);
            pen.path(vec![at_x; 2], vec![span.low, span.high], pen.reference(mark))
        }
        Shape::Area => Scatter::new(x, y)
            .mode(Mode::Lines)
            .fill(Fill::ToSelf)
            .fill_color(style::pale(pen.colour))
            .line(Line::new().color("rgba(0,0,0,0)").width(0.0))
            .hover_info(HoverInfo::Skip),
        Shape::Numbers { dark } => Scatter::new(x, y)
            .mode(Mode::Text)
            .text_array(mark.texts.iter().map(|text| markup(text)).collect::<Vec<String>>())
            .text_position(Position::MiddleCenter)
            .text_font(Font::new().size(12).color(style::ON_CELLS[usize::from(dark)]))
            .hover_info(HoverInfo::Skip),
        Shape::Text => Scatter::new(vec![at_x], vec![at_y])
            .mode(Mode::Text)
            .text_array(vec![markup(&mark.texts.concat())])
            .text_position(Position::TopCenter)
            .text_font(font(13)),
    };
    Some(scatter.name(name).show_legend(in_legend).y_axis(panel))
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
        Colours::Signed => (style::SIGNED.len() - 1, style::signed),
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
        Colours::Viridis | Colours::Signed => trace.color_bar(bar),
        // Where a picture lies on the page is nobody's business.
        Colours::Ink => trace.show_scale(false).hover_info(HoverInfo::Z),
    }
}

/// The dashes of [`style::DASHES`], in the same order.
fn plotly_dash(dash: usize) -> DashType {
    match dash {
        0 => DashType::Solid,
        1 => DashType::Dash,
        2 => DashType::Dot,
        3 => DashType::DashDot,
        4 => DashType::LongDash,
        _ => DashType::LongDashDot,
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
