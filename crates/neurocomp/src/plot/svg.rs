//! The figure as a static picture, for pages where no script runs: exported HTML, GitHub, paper.
//!
//! Plain SVG, written here because so little of it is needed: paths, rectangles and text. No style sheet, identifier,
//! clip path, reference or document type: several pictures stand in one page without disturbing one another, and what a
//! careful host removes from foreign SVG is not in it. Lines are therefore cut at the frame by [`Canvas`].

use super::axis::Span;
use super::figure::{Figure, View};
use super::interactive::{HEIGHT, in_legend, one_title, wrapped};
use super::mark::{Heatmap, Kind, Mark, edges};
use super::path::{Canvas, Path};
use super::style::{self, GRID_OPACITY, GRID_SOLID, NOTE, TEXT, WARNING};
use super::words;

/// Points of a curve in the picture: four for each pixel of its width, the extremes of that column.
const PICTURE_POINTS: usize = 2_400;
/// Spikes of a raster in the picture.
const PICTURE_SPIKES: usize = 4_000;
/// Rows and columns of a heatmap in the picture.
const PICTURE_CELLS: usize = 64;
/// Colours of a heatmap in the picture; neighbouring cells of one colour become one rectangle.
const PICTURE_COLOURS: usize = 32;

impl Figure {
    /// The figure as an SVG picture: what an exported notebook shows. Of a figure with a slider, the first frame.
    pub fn svg(&self) -> String {
        let scenes = self.scenes();
        let view = self.view(&scenes);
        let scene = &scenes[0];
        let (width, height) = (self.width(), self.size.map_or(HEIGHT, |(_, height)| height));
        let legend = legend_rows(&scene.marks, width as f64 - 80.0);
        let bar = scene.marks.iter().find_map(|mark| match &mark.kind {
            Kind::Heatmap(map) => Some(map),
            _ => None,
        });
        let below = 22.0 * legend.len() as f64 + if self.slider.is_some() { 28.0 } else { 0.0 };
        let total = if self.size.is_some() {
            height as f64
        } else {
            height as f64 + below
        };
        let canvas = Canvas {
            left: 68.0,
            right: width as f64 - if bar.is_some() { 92.0 } else { 18.0 },
            top: if scene.title.is_empty() { 14.0 } else { 36.0 },
            bottom: total - below - 52.0,
            x: view.x,
            y: view.y,
        };
        let title = escaped(&one_title(&scene.title, width));
        let summary = escaped(&self.summary());
        let details = format!("{summary}{}", left_out(&scene.marks));
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{total}\" viewBox=\"0 0 {width} {total}\" role=\"img\" aria-label=\"{summary}\" font-family=\"sans-serif\" font-size=\"12\" fill=\"{TEXT}\"><title>{}</title><desc>{details}</desc>",
            title,
        );
        if !scene.title.is_empty() {
            out += &format!("<text x=\"12\" y=\"22\" font-size=\"15\">{title}</text>");
        }
        out += &axes(&canvas, &self.x.label, &self.y.label);
        out += &all_drawn(&scene.marks, &canvas, &view);
        if let Some(map) = bar {
            out += &colour_bar(map, &canvas, width as f64);
        }
        out += &legend_drawn(&legend, canvas.bottom + 66.0);
        if let Some(slider) = &self.slider {
            let value = slider.values.first().copied().unwrap_or(f64::NAN);
            let text = escaped(&words::first_frame(
                &slider.label,
                value,
                slider.frames.len(),
            ));
            out += &format!(
                "<text x=\"{}\" y=\"{}\">{text}</text>",
                canvas.left,
                total - 10.0
            );
        }
        out += &messages(&view.notes, &canvas);
        out + "</svg>"
    }
}

fn axes(canvas: &Canvas, x_label: &str, y_label: &str) -> String {
    let Canvas {
        left,
        right,
        top,
        bottom,
        ..
    } = *canvas;
    let (mut grid, mut ticks, mut texts) = (Path::new(), Path::new(), String::new());
    let wanted = |length: f64, pixels: f64| ((length / pixels) as usize).clamp(2, 8);
    for (value, text) in canvas.x.ticks(wanted(right - left, 90.0)) {
        let x = canvas.x_at(value);
        grid.segment((x, top), (x, bottom));
        ticks.segment((x, bottom), (x, bottom + 5.0));
        texts += &format!(
            "<text x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{text}</text>",
            bottom + 19.0
        );
    }
    for (value, text) in canvas.y.ticks(wanted(bottom - top, 55.0)) {
        let y = canvas.y_at(value);
        grid.segment((left, y), (right, y));
        ticks.segment((left - 5.0, y), (left, y));
        texts += &format!(
            "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{text}</text>",
            left - 8.0,
            y + 4.0
        );
    }
    ticks.polyline(&[(left, top), (left, bottom), (right, bottom)]);
    let (middle, half) = (0.5 * (left + right), 0.5 * (top + bottom));
    format!(
        "<path d=\"{}\" fill=\"none\" stroke=\"{GRID_SOLID}\" stroke-opacity=\"{GRID_OPACITY}\"/><path d=\"{}\" fill=\"none\" stroke=\"{TEXT}\"/>{texts}<text x=\"{middle:.1}\" y=\"{:.1}\" text-anchor=\"middle\" font-size=\"13\">{}</text><text x=\"16\" y=\"{half:.1}\" text-anchor=\"middle\" font-size=\"13\" transform=\"rotate(-90 16 {half:.1})\">{}</text>",
        grid.data(),
        ticks.data(),
        bottom + 40.0,
        escaped(x_label),
        escaped(y_label),
    )
}

/// Maps, then bars, then points, then lines; above a map every line has a light one under it.
fn all_drawn(marks: &[Mark], canvas: &Canvas, view: &View) -> String {
    let map = marks
        .iter()
        .any(|mark| matches!(mark.kind, Kind::Heatmap(_)));
    let level = |mark: &&Mark| match mark.kind {
        Kind::Heatmap(_) => 0,
        Kind::Bars { .. } => 1,
        _ => 2,
    };
    let mut ordered: Vec<&Mark> = marks.iter().collect();
    ordered.sort_by_key(level);
    let mut out = String::new();
    for mark in ordered {
        if map && mark.kind.is_stroked() {
            let halo = drawn(mark, canvas, view, true);
            out += &halo;
        }
        out += &drawn(mark, canvas, view, false);
    }
    out
}

/// The mark inside the frame; with `halo`, only the light line under it.
fn drawn(mark: &Mark, canvas: &Canvas, view: &View, halo: bool) -> String {
    let colour = style::colour(mark.colour);
    let mut path = Path::new();
    let stroked = |path: &Path, colour: &str, width: f64, dash: Option<&str>| {
        if halo {
            stroked(path, style::HALO, width + 2.4, None)
        } else {
            stroked(path, colour, width, dash)
        }
    };
    match &mark.thinned(picture_limit(mark)).kind {
        Kind::Line { x, y } => {
            canvas.curve(&mut path, x, y);
            stroked(&path, colour, 1.6, style::dash(mark.pattern).svg())
        }
        Kind::Steps { x, y } => {
            let (x, y) = staircase(x, y);
            canvas.curve(&mut path, &x, &y);
            stroked(&path, colour, 1.6, style::dash(mark.pattern).svg())
        }
        Kind::Points { x, y } => {
            for at in canvas.inside(x, y) {
                path.shape(at, style::MARKERS[style::marker(mark.pattern)]);
            }
            format!("<path d=\"{}\" fill=\"{colour}\"/>", path.data())
        }
        Kind::Dots { x, y } => {
            path = Path::whole_pixels();
            for at in canvas.inside(x, y) {
                path.shape(at, "h2");
            }
            stroked(&path, colour, 2.0, None)
        }
        Kind::Ticks { x, low, high } => {
            for ((&x, &low), &high) in x.iter().zip(low).zip(high) {
                canvas.curve(&mut path, &[x, x], &[low, high]);
            }
            stroked(&path, colour, 1.6, None)
        }
        Kind::Horizontal { y } => {
            canvas.curve(&mut path, &[view.x.low, view.x.high], &[*y, *y]);
            stroked(&path, TEXT, 1.4, style::dash(mark.pattern + 1).svg())
        }
        Kind::Vertical { x } => {
            canvas.curve(&mut path, &[*x, *x], &[view.y.low, view.y.high]);
            stroked(&path, TEXT, 1.4, style::dash(mark.pattern + 1).svg())
        }
        Kind::Bars { x, height, width } => {
            for (&x, &height) in x.iter().zip(height) {
                canvas.rectangle(&mut path, (x - 0.5 * width, x + 0.5 * width), (0.0, height));
            }
            format!("<path d=\"{}\" fill=\"{colour}\" fill-opacity=\"0.7\"/>", path.data())
        }
        Kind::Heatmap(map) => cells(&map.coarser(PICTURE_CELLS), canvas),
        Kind::Text { x, y, text } => canvas.inside(&[*x], &[*y]).first().map_or(String::new(), |(x, y)| {
            format!("<text x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"middle\" font-size=\"13\">{}</text>", y - 6.0, escaped(text))
        }),
    }
}

fn picture_limit(mark: &Mark) -> usize {
    match mark.kind {
        Kind::Dots { .. } | Kind::Ticks { .. } => PICTURE_SPIKES,
        _ => PICTURE_POINTS,
    }
}

/// Said in the description: a cloud is not the same cloud with fewer points.
fn left_out(marks: &[Mark]) -> String {
    let clouds = marks.iter().filter(|mark| {
        matches!(
            mark.kind,
            Kind::Points { .. } | Kind::Dots { .. } | Kind::Ticks { .. }
        )
    });
    let thinner = |mark: &Mark| (mark.thinned(picture_limit(mark)).drawn(), mark.given);
    clouds
        .map(thinner)
        .filter(|(drawn, given)| drawn < given)
        .map(|(drawn, given)| words::thinned_in_picture(drawn, given))
        .collect()
}

fn stroked(path: &Path, colour: &str, width: f64, dash: Option<&str>) -> String {
    if path.data().is_empty() {
        return String::new();
    }
    let dash = dash.map_or(String::new(), |dash| {
        format!(" stroke-dasharray=\"{dash}\"")
    });
    format!(
        "<path d=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width}\" stroke-linejoin=\"round\"{dash}/>",
        path.data()
    )
}

fn staircase(x: &[f64], y: &[f64]) -> (Vec<f64>, Vec<f64>) {
    let (mut xs, mut ys) = (
        Vec::with_capacity(2 * x.len()),
        Vec::with_capacity(2 * x.len()),
    );
    for i in 0..x.len() {
        if i > 0 {
            xs.push(x[i]);
            ys.push(y[i - 1]);
        }
        xs.push(x[i]);
        ys.push(y[i]);
    }
    (xs, ys)
}

/// All cells of one colour are one path; cells side by side of the same colour are one rectangle.
fn cells(map: &Heatmap, canvas: &Canvas) -> String {
    let (x, y) = (edges(&map.x, canvas.x.log), edges(&map.y, canvas.y.log));
    let class = |z: f64| {
        let fraction = if map.high > map.low {
            (z - map.low) / (map.high - map.low)
        } else {
            0.0
        };
        ((fraction * PICTURE_COLOURS as f64) as usize).min(PICTURE_COLOURS - 1)
    };
    let mut paths = vec![Path::whole_pixels(); PICTURE_COLOURS];
    for (row, values) in map.z.iter().enumerate() {
        let mut start = 0;
        for column in 0..values.len() {
            let same = column + 1 < values.len()
                && values[column].is_finite() == values[column + 1].is_finite()
                && class(values[column]) == class(values[column + 1]);
            if same {
                continue;
            }
            if values[column].is_finite() {
                let path = &mut paths[class(values[column])];
                canvas.rectangle(path, (x[start], x[column + 1]), (y[row], y[row + 1]));
            }
            start = column + 1;
        }
    }
    let drawn = |(k, path): (usize, &Path)| match path.data() {
        "" => String::new(),
        data => format!("<path d=\"{data}\" fill=\"{}\"/>", class_colour(k)),
    };
    format!(
        "<g shape-rendering=\"crispEdges\">{}</g>",
        paths.iter().enumerate().map(drawn).collect::<String>()
    )
}

fn class_colour(class: usize) -> String {
    style::viridis(class as f64 / (PICTURE_COLOURS - 1) as f64)
}

fn colour_bar(map: &Heatmap, canvas: &Canvas, width: f64) -> String {
    let (left, top, bottom) = (canvas.right + 16.0, canvas.top, canvas.bottom);
    let high = if map.high > map.low {
        map.high
    } else {
        map.low + 1.0
    };
    let span = Span {
        low: map.low,
        high,
        log: false,
    };
    let step = (bottom - top) / PICTURE_COLOURS as f64;
    let mut out = String::from("<g shape-rendering=\"crispEdges\">");
    for class in 0..PICTURE_COLOURS {
        let y = bottom - (class + 1) as f64 * step;
        out += &format!(
            "<rect x=\"{left:.0}\" y=\"{y:.1}\" width=\"16\" height=\"{:.1}\" fill=\"{}\"/>",
            step + 0.2,
            class_colour(class)
        );
    }
    out += "</g>";
    for (value, text) in span.ticks(5) {
        let y = bottom - span.fraction(value) * (bottom - top);
        out += &format!(
            "<text x=\"{:.1}\" y=\"{:.1}\">{text}</text>",
            left + 21.0,
            y + 4.0
        );
    }
    let (x, y) = (width - 10.0, 0.5 * (top + bottom));
    out + &format!(
        "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"middle\" transform=\"rotate(-90 {x:.1} {y:.1})\">{}</text>",
        escaped(&map.label)
    )
}

/// Legend entries in rows no wider than `width`; each with its distance from the left.
fn legend_rows(marks: &[Mark], width: f64) -> Vec<Vec<(f64, &Mark)>> {
    let mut rows: Vec<Vec<(f64, &Mark)>> = Vec::new();
    let mut used = f64::INFINITY;
    for mark in marks.iter().filter(|mark| in_legend(mark, marks)) {
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

fn legend_drawn(rows: &[Vec<(f64, &Mark)>], top: f64) -> String {
    let mut out = String::new();
    for (row, entries) in rows.iter().enumerate() {
        let y = top + 22.0 * row as f64;
        for (offset, mark) in entries {
            let x = 68.0 + offset;
            let colour = style::colour(mark.colour);
            let mut path = Path::new();
            out += &match &mark.kind {
                Kind::Points { .. } => {
                    path.shape((x + 14.0, y), style::MARKERS[style::marker(mark.pattern)]);
                    format!("<path d=\"{}\" fill=\"{colour}\"/>", path.data())
                }
                Kind::Bars { .. } => {
                    path.shape((x + 8.0, y - 5.0), "h12v10h-12z");
                    format!(
                        "<path d=\"{}\" fill=\"{colour}\" fill-opacity=\"0.7\"/>",
                        path.data()
                    )
                }
                Kind::Ticks { .. } | Kind::Dots { .. } => {
                    path.segment((x + 10.0, y - 5.0), (x + 10.0, y + 5.0));
                    path.segment((x + 18.0, y - 5.0), (x + 18.0, y + 5.0));
                    stroked(&path, colour, 1.4, None)
                }
                kind => {
                    path.segment((x, y), (x + 28.0, y));
                    let reference = matches!(kind, Kind::Horizontal { .. } | Kind::Vertical { .. });
                    let dash = style::dash(mark.pattern + usize::from(reference)).svg();
                    stroked(&path, if reference { TEXT } else { colour }, 1.6, dash)
                }
            };
            out += &format!(
                "<text x=\"{:.1}\" y=\"{:.1}\">{}</text>",
                x + 34.0,
                y + 4.0,
                escaped(&mark.name)
            );
        }
    }
    out
}

/// Messages about wrong input, in a box of their own on top of whatever is drawn.
fn messages(notes: &[String], canvas: &Canvas) -> String {
    if notes.is_empty() {
        return String::new();
    }
    let width = 0.94 * (canvas.right - canvas.left);
    let lines: Vec<String> = notes
        .iter()
        .flat_map(|note| wrapped(note, (width / 7.8) as usize))
        .collect();
    let height = 20.0 * lines.len() as f64 + 14.0;
    let (x, y) = (
        0.5 * (canvas.left + canvas.right),
        0.5 * (canvas.top + canvas.bottom - height),
    );
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

/// Text for XML: one line, without the characters that XML forbids or reads.
fn escaped(text: &str) -> String {
    super::summary::one_line(text)
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
