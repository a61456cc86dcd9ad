//! What is drawn around the data: axes, colour bar, legend, messages.

use super::escaped;
use super::marks::{PICTURE_COLOURS, RING, class_colour, filled, stroked};
use super::path::{Canvas, Path};
use crate::plot::axis::{Axis, Span};
use crate::plot::mark::{Heatmap, Mark, Shape};
use crate::plot::style::{self, BAR_OPACITY, GRID_OPACITY, GRID_SOLID, NOTE, TEXT, WARNING};
use crate::plot::text::wrapped;

/// Grid, ticks and labels; a panel above another one has no numbers and no label on its horizontal axis.
pub(super) fn axes(canvas: &Canvas, x: &Axis, y: &Axis, numbers_below: bool) -> String {
    let Canvas { left, right, top, bottom, .. } = *canvas;
    let (mut grid, mut ticks, mut texts) = (Path::new(), Path::new(), String::new());
    let wanted = |length: f64, pixels: f64| ((length / pixels) as usize).clamp(2, 8);
    for (value, text) in x.ticks(canvas.x, wanted(right - left, 90.0)) {
        let x = canvas.x_at(value);
        grid.segment((x, top), (x, bottom));
        ticks.segment((x, bottom), (x, bottom + 5.0));
        if numbers_below {
            texts += &format!("<text x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{text}</text>", bottom + 19.0);
        }
    }
    for (value, text) in y.ticks(canvas.y, wanted(bottom - top, 55.0)) {
        let y = canvas.y_at(value);
        grid.segment((left, y), (right, y));
        ticks.segment((left - 5.0, y), (left, y));
        texts += &format!("<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{text}</text>", left - 8.0, y + 4.0);
    }
    ticks.polyline(&[(left, top), (left, bottom), (right, bottom)]);
    if numbers_below {
        texts += &format!(
            "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\" font-size=\"13\">{}</text>",
            0.5 * (left + right),
            bottom + 40.0,
            escaped(&x.label)
        );
    }
    let (x, half) = (left - 52.0, 0.5 * (top + bottom));
    format!(
        "<path d=\"{}\" fill=\"none\" stroke=\"{GRID_SOLID}\" stroke-opacity=\"{GRID_OPACITY}\"/><path d=\"{}\" fill=\"none\" stroke=\"{TEXT}\"/>{texts}<text x=\"{x:.1}\" y=\"{half:.1}\" text-anchor=\"middle\" font-size=\"13\" transform=\"rotate(-90 {x:.1} {half:.1})\">{}</text>",
        grid.data(),
        ticks.data(),
        escaped(&y.label),
    )
}

pub(super) fn colour_bar(map: &Heatmap, canvas: &Canvas) -> String {
    let (left, top, bottom) = (canvas.right + 16.0, canvas.top, canvas.bottom);
    let high = if map.high > map.low { map.high } else { map.low + 1.0 };
    let span = Span { low: map.low, high, log: false };
    let step = (bottom - top) / PICTURE_COLOURS as f64;
    let mut out = String::from("<g shape-rendering=\"crispEdges\">");
    for class in 0..PICTURE_COLOURS {
        let y = bottom - (class + 1) as f64 * step;
        out += &format!(
            "<rect x=\"{left:.0}\" y=\"{y:.1}\" width=\"16\" height=\"{:.1}\" fill=\"{}\"/>",
            step + 0.2,
            class_colour(map, class)
        );
    }
    out += "</g>";
    for (value, text) in span.ticks(5) {
        let y = bottom - span.fraction(value) * (bottom - top);
        out += &format!("<text x=\"{:.1}\" y=\"{:.1}\">{text}</text>", left + 21.0, y + 4.0);
    }
    let (x, y) = (canvas.right + 82.0, 0.5 * (top + bottom));
    out + &format!(
        "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"middle\" transform=\"rotate(-90 {x:.1} {y:.1})\">{}</text>",
        escaped(&map.label)
    )
}

/// Legend entries in rows no wider than `width`; each with its distance from the left.
pub(super) fn legend_rows(marks: &[Mark], width: f64) -> Vec<Vec<(f64, &Mark)>> {
    let mut rows: Vec<Vec<(f64, &Mark)>> = Vec::new();
    let mut used = f64::INFINITY;
    // What only other frames of a slider hold is not explained under the picture of the first.
    let there = |mark: &&Mark| mark.given > 0 || mark.shape == Shape::Ticks;
    for mark in marks.iter().filter(|mark| mark.in_legend(marks)).filter(there) {
        // No font can be measured here; 7 pixels a character is generous for 12-pixel type.
        let length = 52.0 + 7.0 * mark.name.chars().count() as f64;
        if used + length > width {
            rows.push(Vec::new());
            used = 0.0;
        }
        if let Some(row) = rows.last_mut() {
            row.push((used, mark));
        }
        used += length;
    }
    rows
}

pub(super) fn legend_drawn(rows: &[Vec<(f64, &Mark)>], top: f64) -> String {
    let mut out = String::new();
    for (row, entries) in rows.iter().enumerate() {
        let y = top + 22.0 * row as f64;
        for (offset, mark) in entries {
            let x = 68.0 + offset;
            let colour = style::colour(mark.colour);
            let mut path = Path::new();
            out += &match mark.shape {
                Shape::Points | Shape::ErrorBars => {
                    let mut bar = Path::new();
                    if mark.shape == Shape::ErrorBars {
                        bar.segment((x + 14.0, y - 8.0), (x + 14.0, y + 8.0));
                    }
                    path.shape((x + 14.0, y), style::MARKERS[style::marker(mark.pattern)]);
                    stroked(&bar, colour, 1.4, None) + &filled(&path, colour, 1.0)
                }
                Shape::FixedPoints { stable } => {
                    path.shape((x + 14.0, y), RING);
                    let inside = if stable { filled(&path, TEXT, 1.0) } else { String::new() };
                    inside + &stroked(&path, TEXT, 2.4, None)
                }
                Shape::Path => {
                    path.segment((x, y), (x + 28.0, y));
                    stroked(&path, TEXT, 1.0, None)
                }
                Shape::Bars => {
                    path.shape((x + 8.0, y - 5.0), "h12v10h-12z");
                    filled(&path, colour, BAR_OPACITY)
                }
                Shape::Ticks | Shape::Dots => {
                    path.segment((x + 10.0, y - 5.0), (x + 10.0, y + 5.0));
                    path.segment((x + 18.0, y - 5.0), (x + 18.0, y + 5.0));
                    stroked(&path, colour, 1.4, None)
                }
                shape => {
                    path.segment((x, y), (x + 28.0, y));
                    let reference = matches!(shape, Shape::Horizontal | Shape::Vertical);
                    let dash = style::DASHES[style::dash(mark.pattern + usize::from(reference))];
                    stroked(&path, if reference { TEXT } else { colour }, 1.6, dash)
                }
            };
            out += &format!("<text x=\"{:.1}\" y=\"{:.1}\">{}</text>", x + 34.0, y + 4.0, escaped(&mark.name));
        }
    }
    out
}

/// Messages about wrong input, in a box of their own on top of whatever is drawn.
pub(super) fn messages(notes: &[String], canvas: &Canvas) -> String {
    if notes.is_empty() {
        return String::new();
    }
    let width = 0.94 * (canvas.right - canvas.left);
    let lines: Vec<String> = notes.iter().flat_map(|note| wrapped(note, (width / 7.8) as usize)).collect();
    let height = 20.0 * lines.len() as f64 + 14.0;
    let (x, y) = (0.5 * (canvas.left + canvas.right), 0.5 * (canvas.top + canvas.bottom - height));
    let mut out = format!(
        "<rect x=\"{:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" fill=\"{}\" stroke=\"{WARNING}\" stroke-width=\"2\"/>",
        x - 0.5 * width,
        NOTE.0,
    );
    for (i, line) in lines.iter().enumerate() {
        out += &format!(
            "<text x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"middle\" font-size=\"14\" fill=\"{}\">{}</text>",
            y + 22.0 + 20.0 * i as f64,
            NOTE.1,
            escaped(line)
        );
    }
    out
}
