//! The figure as a static picture, for pages where no script runs: exported HTML, GitHub, paper.
//!
//! Plain SVG, written here because so little of it is needed: paths, rectangles and text. No style sheet, identifier,
//! clip path, reference or document type: several pictures stand in one page without disturbing one another, and what a
//! careful host removes from foreign SVG is not in it. Lines are therefore cut at the frame here.

mod around;
mod path;

use super::figure::{Figure, View};
use super::interactive::HEIGHT;
use super::mark::{Heatmap, Kind, Mark, edges};
use super::style::{self, TEXT};
use super::text::{one_line, one_title};
use super::words;
use around::{axes, colour_bar, legend_drawn, legend_rows, messages};
use path::{Canvas, Path};

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
        // A size that leaves no room for the data grows.
        let top = if scene.title.is_empty() { 14.0 } else { 36.0 };
        let total = match self.size {
            Some(_) => (height as f64).max(top + 112.0 + below),
            None => height as f64 + below,
        };
        let canvas = Canvas {
            left: 68.0,
            right: width as f64 - if bar.is_some() { 92.0 } else { 18.0 },
            top,
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

/// Text for XML: one line, without the characters that XML forbids or reads.
fn escaped(text: &str) -> String {
    one_line(text)
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
