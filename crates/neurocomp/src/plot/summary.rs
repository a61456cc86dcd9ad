//! The figure in one line of text: what a screen reader says, and what is left where no picture can be shown.

use super::axis::Span;
use super::figure::Figure;
use super::mark::{Colours, Mark, Shape};
use super::number::short;
use super::text::one_line;
use super::view::View;
use super::words::{self, either};

impl Figure {
    /// The figure in one line: what is plotted, the axes with their units and ranges, how many points are missing, and
    /// what was wrong with the input if something was.
    ///
    /// ```
    /// use neurocomp::{ndarray::array, plot};
    ///
    /// let figure = plot::line(&array![0.0, 1.0, 2.0], &array![0.0, 3.0, 5.0], "time (ms)", "V (mV)");
    /// assert!(figure.summary().contains("time (ms)"));
    /// ```
    pub fn summary(&self) -> String {
        let scenes = self.scenes();
        let view = self.view(&scenes);
        let shown = &scenes[self.shown()];
        let mut sentences = vec![format!("Figure{}.", words::quoted(&one_line(&shown.title)))];
        if let Some(slider) = &self.slider {
            let low = slider.values.iter().copied().fold(f64::INFINITY, f64::min);
            let high = slider.values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let (label, count, range) = (one_line(&slider.label), slider.frames.len(), words::from_to(low, high));
            sentences.push(format!(
                "{}{label}, {} {range}.",
                either("Slider: ", "Curseur : "),
                words::counted(count, "frame", "image")
            ));
        }
        let mut axes = vec![axis("x", &self.x.label, view.x), axis("y", &self.y.label, view.y)];
        if let (Some(lower), Some(span)) = (&self.lower, view.lower) {
            axes.push(axis(&either("below, y", "en dessous, y"), &lower.label, span));
        }
        if !self.bare {
            sentences.push(format!("{}.", axes.join("; ")));
        }
        let marks: Vec<String> = shown
            .marks
            .iter()
            // The outlines of pictures say nothing, and their titles come with them.
            .filter(|mark| !(self.bare && matches!(mark.shape, Shape::Path | Shape::Text)))
            .map(|mark| describe(mark, &view))
            .collect();
        if !marks.is_empty() {
            sentences.push(format!("{}.", together(&marks).join("; ")));
        }
        for note in &view.notes {
            sentences.push(format!("{}{note}.", either("Problem: ", "Problème : ")));
        }
        sentences.join(" ")
    }
}

/// Equal descriptions that follow one another are said once, with their number: forty pictures are not read aloud.
fn together(marks: &[String]) -> Vec<String> {
    marks
        .chunk_by(|a, b| a == b)
        .map(|same| match same.len() {
            1 => same[0].clone(),
            count => format!("{count} × {}", same[0]),
        })
        .collect()
}

fn axis(letter: &str, label: &str, span: Span) -> String {
    let label = if label.is_empty() { String::new() } else { format!(" {}", one_line(label)) };
    let log = if span.log { either(", logarithmic", ", logarithmique") } else { String::new() };
    format!("{letter}{}{label}, {}{log}", words::colon(), words::from_to(span.low, span.high))
}

fn describe(mark: &Mark, view: &View) -> String {
    let named = format!("{}{}", mark.shape.noun(), words::quoted(&one_line(&mark.name)));
    let (x, y) = mark.at();
    match (mark.shape, &mark.map) {
        (_, Some(map)) => {
            let (noun, gaps) = match map.colours {
                Colours::Ink => (either("picture", "image"), String::new()),
                Colours::Viridis | Colours::Signed => {
                    (mark.shape.noun(), format!(", {}", words::counted(mark.gaps, "gap", "lacune")))
                }
            };
            let (label, range) = (words::quoted(&one_line(&map.label)), words::from_to(map.low, map.high));
            format!("{noun}{label} ({} × {}, {range}{gaps})", map.z.len(), map.x.len())
        }
        (Shape::FixedPoints { .. }, _) => {
            let at: Vec<String> = mark.points().map(|(x, y)| format!("({}, {})", short(x), short(y))).collect();
            match at.len() {
                count @ (0 | 9..) => format!("{} ({count})", mark.shape.noun()),
                _ => format!("{} {}", mark.shape.noun(), at.join(", ")),
            }
        }
        (Shape::Horizontal, _) => format!("{named} y = {}", short(y)),
        (Shape::Vertical, _) => format!("{named} x = {}", short(x)),
        (Shape::Text, _) => format!("“{}” ({}, {})", one_line(&mark.texts.concat()), short(x), short(y)),
        (Shape::Area, _) => named,
        (Shape::Numbers { .. }, _) => format!("{named} ({})", mark.x.len()),
        (Shape::Bars, _) => format!("{named} ({})", points(mark, view, "bar", "barre")),
        (Shape::Arrows, _) => format!("{named} ({})", points(mark, view, "arrow", "flèche")),
        (Shape::Dots | Shape::Ticks, _) => format!("{named} ({})", points(mark, view, "spike", "potentiel d’action")),
        _ => format!("{named} ({})", points(mark, view, "point", "point")),
    }
}

/// How many points there are, how many of them are gaps, and how many are drawn.
fn points(mark: &Mark, view: &View, english: &str, french: &str) -> String {
    let mut text = words::counted(mark.given, english, french);
    if mark.gaps > 0 {
        text += &either(", NaN or ∞ (gaps): ", ", NaN ou ∞ (lacunes) : ");
        text += &mark.gaps.to_string();
    }
    let shown = |&(x, y): &(f64, f64)| view.x.can_show(x) && view.vertical(mark).can_show(y);
    let off_scale = match mark.shape {
        Shape::Bars | Shape::Arrows | Shape::Ticks => 0,
        _ => mark.points().filter(|point| !shown(point)).count(),
    };
    if off_scale > 0 {
        text += &either(
            ", not positive (no place on a logarithmic axis): ",
            ", non positifs (hors d’un axe logarithmique) : ",
        );
        text += &off_scale.to_string();
    }
    if mark.drawn() + mark.gaps < mark.given {
        text += &either(", drawn with ", ", dessinés par ");
        text += &mark.drawn().to_string();
    }
    text
}
