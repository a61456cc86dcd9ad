//! Curves, bars and maps as Plotly traces.

use plotly::common::{
    ColorBar, ColorScale, ColorScaleElement, DashType, ExponentFormat, HoverInfo, Line, LineShape,
    Marker, MarkerSymbol, Mode, Position, Side, Title,
};
use plotly::{Bar, HeatMap, Scatter, Trace};

use super::{font, markup};
use crate::plot::axis::rounded;
use crate::plot::figure::View;
use crate::plot::mark::{Heatmap, Kind, Mark};
use crate::plot::style::{self, Dash};

/// The traces of one scene; above a heatmap every line has a light one under it.
pub(super) fn traces(marks: &[Mark], view: &View) -> Vec<Box<dyn Trace>> {
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
