//! The marks of a figure as paths.

use super::escaped;
use super::path::{Canvas, Path};
use crate::plot::mark::{Colours, Heatmap, Mark, Shape, Thinning, edges, has_map, layers};
use crate::plot::style::{self, BAR_OPACITY, TEXT};
use crate::plot::words;

/// Points of a curve in the picture: four for each pixel of its width, the extremes of that column.
const PICTURE_POINTS: usize = 2_400;
/// Spikes of a raster in the picture.
const PICTURE_SPIKES: usize = 4_000;
/// Rows and columns of a heatmap in the picture.
const PICTURE_CELLS: usize = 64;
/// Colours of a heatmap in the picture; neighbouring cells of one colour become one rectangle.
pub(super) const PICTURE_COLOURS: usize = 32;

/// A large circle, for fixed points.
pub(super) const RING: &str = "m-4.8 0a4.8 4.8 0 1 0 9.6 0a4.8 4.8 0 1 0-9.6 0z";

/// All marks, each in its panel, from the lowest to the uppermost; above a map every line has a light one under it.
pub(super) fn all_drawn(marks: &[Mark], upper: &Canvas, lower: &Canvas) -> String {
    let pen = |mark: &Mark, halo| Pen {
        canvas: if mark.lower { lower } else { upper },
        colour: style::colour(mark.colour),
        halo,
        map: has_map(marks),
    };
    layers(marks).into_iter().map(|(mark, halo)| drawn(mark, &pen(mark, halo))).collect()
}

/// How a mark is drawn: the frame around it, its colour, whether only the light line under it is meant, whether a map
/// lies below.
#[derive(Clone, Copy)]
struct Pen<'a> {
    canvas: &'a Canvas,
    colour: &'static str,
    halo: bool,
    map: bool,
}

impl Pen<'_> {
    fn stroke(&self, path: &Path, colour: &str, width: f64, dash: Option<&str>) -> String {
        if self.halo { stroked(path, style::HALO, width + 2.4, None) } else { stroked(path, colour, width, dash) }
    }

    fn line(&self, x: &[f64], y: &[f64], colour: &str, width: f64, dash: Option<&str>) -> String {
        let mut path = Path::new();
        self.canvas.curve(&mut path, x, y);
        self.stroke(&path, colour, width, dash)
    }

    /// For lines across the whole figure.
    fn reference(&self, x: [f64; 2], y: [f64; 2], mark: &Mark) -> String {
        let dash = style::DASHES[style::dash(mark.pattern + 1)];
        self.line(&x, &y, TEXT, 1.4, dash)
    }

    fn shapes(&self, x: &[f64], y: &[f64], shape: &str) -> Path {
        let mut path = Path::new();
        for at in self.canvas.inside(x, y) {
            path.shape(at, shape);
        }
        path
    }

    fn markers(&self, mark: &Mark) -> String {
        let path = self.shapes(&mark.x, &mark.y, style::MARKERS[style::marker(mark.pattern)]);
        let under = if self.map { stroked(&path, style::HALO, 2.0, None) } else { String::new() };
        under + &filled(&path, self.colour, 1.0)
    }
}

/// The mark inside the frame.
fn drawn(mark: &Mark, pen: &Pen) -> String {
    let (canvas, colour) = (pen.canvas, pen.colour);
    let dash = style::DASHES[style::dash(mark.pattern)];
    let mark = &mark.thinned(picture_limit(mark));
    let (x, y) = (&mark.x, &mark.y);
    let (at_x, at_y) = mark.at();
    let mut path = Path::new();
    match mark.shape {
        Shape::Map => mark.map.iter().map(|map| cells(&map.coarser(PICTURE_CELLS), canvas)).collect(),
        Shape::Bars => {
            let half = 0.5 * mark.width;
            for (&x, &height) in x.iter().zip(y) {
                canvas.rectangle(&mut path, (x - half, x + half), (0.0, height));
            }
            filled(&path, colour, BAR_OPACITY)
        }
        Shape::Line => pen.line(x, y, colour, 1.6, dash),
        Shape::Steps => {
            let (x, y) = staircase(x, y);
            pen.line(&x, &y, colour, 1.6, dash)
        }
        Shape::Path => pen.line(x, y, if pen.map { style::PATH_ON_MAP } else { TEXT }, 0.8, None),
        Shape::Arrows => pen.line(x, y, TEXT, 1.1, None),
        Shape::Points => pen.markers(mark),
        Shape::ErrorBars => {
            error_bars(&mut path, canvas, mark);
            stroked(&path, colour, 1.4, None) + &pen.markers(mark)
        }
        Shape::FixedPoints { stable } => {
            let path = pen.shapes(x, y, RING);
            let inside = if stable { TEXT } else { "none" };
            match path.data() {
                "" => String::new(),
                data => format!("<path d=\"{data}\" fill=\"{inside}\" stroke=\"{TEXT}\" stroke-width=\"2.4\"/>"),
            }
        }
        Shape::Dots => {
            path = Path::whole_pixels();
            for at in canvas.inside(x, y) {
                path.shape(at, "h2");
            }
            pen.stroke(&path, colour, 2.0, None)
        }
        Shape::Ticks => {
            for ((&x, &low), &high) in x.iter().zip(y).zip(&mark.more) {
                canvas.curve(&mut path, &[x, x], &[low, high]);
            }
            pen.stroke(&path, colour, 1.6, None)
        }
        Shape::Horizontal => pen.reference([canvas.x.low, canvas.x.high], [at_y; 2], mark),
        Shape::Vertical => pen.reference([at_x; 2], [canvas.y.low, canvas.y.high], mark),
        Shape::Area => {
            canvas.polygon(&mut path, x, y);
            filled(&path, colour, style::AREA_OPACITY)
        }
        Shape::Numbers { dark } => {
            let colour = style::ON_CELLS[usize::from(dark)];
            format!("<g text-anchor=\"middle\" fill=\"{colour}\">{}</g>", texts(canvas, mark, 4.0, ""))
        }
        Shape::Text => texts(canvas, mark, -6.0, " text-anchor=\"middle\" font-size=\"13\""),
    }
}

/// The texts of a mark that are inside the frame, so many pixels below their points.
fn texts(canvas: &Canvas, mark: &Mark, below: f64, attributes: &str) -> String {
    let mut out = String::new();
    for ((&x, &y), text) in mark.x.iter().zip(&mark.y).zip(&mark.texts) {
        for (x, y) in canvas.inside(&[x], &[y]) {
            out += &format!("<text x=\"{x:.1}\" y=\"{:.1}\"{attributes}>{}</text>", y + below, escaped(text));
        }
    }
    out
}

/// Upright bars with a short foot at either end, cut at the frame.
fn error_bars(path: &mut Path, canvas: &Canvas, mark: &Mark) {
    for ((&x, &y), &error) in mark.x.iter().zip(&mark.y).zip(&mark.more) {
        let (mut low, high) = (y - error, y + error);
        if canvas.y.log && low <= 0.0 {
            // Down to the frame: below it the bar goes on for ever.
            low = canvas.y.low;
        }
        canvas.curve(path, &[x, x], &[low, high]);
        for (across, up) in canvas.inside(&[x, x], &[low, high]) {
            path.segment((across - 3.0, up), (across + 3.0, up));
        }
    }
}

fn picture_limit(mark: &Mark) -> usize {
    match mark.shape {
        Shape::Dots | Shape::Ticks => PICTURE_SPIKES,
        _ => PICTURE_POINTS,
    }
}

/// Said in the description: a cloud is not the same cloud with fewer points.
pub(super) fn left_out(marks: &[Mark]) -> String {
    let clouds = marks.iter().filter(|mark| mark.shape.properties().thinning == Thinning::Cloud);
    let thinner = |mark: &Mark| (mark.thinned(picture_limit(mark)).drawn(), mark.given);
    clouds
        .map(thinner)
        .filter(|(drawn, given)| drawn < given)
        .map(|(drawn, given)| words::thinned_in_picture(drawn, given))
        .collect()
}

pub(super) fn stroked(path: &Path, colour: &str, width: f64, dash: Option<&str>) -> String {
    if path.data().is_empty() {
        return String::new();
    }
    let dash = dash.map_or(String::new(), |dash| format!(" stroke-dasharray=\"{dash}\""));
    format!(
        "<path d=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width}\" stroke-linejoin=\"round\"{dash}/>",
        path.data()
    )
}

pub(super) fn filled(path: &Path, colour: &str, opacity: f64) -> String {
    if path.data().is_empty() {
        return String::new();
    }
    let opacity = match opacity {
        1.0 => String::new(),
        _ => format!(" fill-opacity=\"{opacity}\""),
    };
    format!("<path d=\"{}\" fill=\"{colour}\"{opacity}/>", path.data())
}

fn staircase(x: &[f64], y: &[f64]) -> (Vec<f64>, Vec<f64>) {
    let twice = |values: &[f64]| values.iter().flat_map(|&v| [v, v]).collect::<Vec<f64>>();
    let (xs, mut ys) = (twice(x).into_iter().skip(1).collect(), twice(y));
    ys.pop();
    (xs, ys)
}

/// All cells of one colour are one path; cells side by side of the same colour are one rectangle.
fn cells(map: &Heatmap, canvas: &Canvas) -> String {
    let (x, y) = (edges(&map.x, canvas.x.log), edges(&map.y, canvas.y.log));
    let class = |z: f64| {
        let fraction = if map.high > map.low { (z - map.low) / (map.high - map.low) } else { 0.0 };
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
        data => format!("<path d=\"{data}\" fill=\"{}\"/>", class_colour(map, k)),
    };
    format!("<g shape-rendering=\"crispEdges\">{}</g>", paths.iter().enumerate().map(drawn).collect::<String>())
}

pub(super) fn class_colour(map: &Heatmap, class: usize) -> String {
    let fraction = class as f64 / (PICTURE_COLOURS - 1) as f64;
    match map.colours {
        Colours::Viridis => style::viridis(fraction),
        Colours::Signed => style::signed(fraction),
        Colours::Ink => style::ink(fraction),
    }
}
