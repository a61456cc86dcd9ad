//! The figure in one line of text: what a screen reader says, and what is left where no picture can be shown.

use super::axis::{Span, short};
use super::figure::Figure;
use super::mark::{Colours, Kind, Mark};
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
            let (low, high) = (slider.lowest(), slider.highest());
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
            // The outlines of pictures say nothing, and their titles stand with them.
            .filter(|mark| !(self.bare && matches!(mark.kind, Kind::Path { .. } | Kind::Text { .. })))
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
    let name = words::quoted(&one_line(&mark.name));
    let points = |english: &str, french: &str| {
        let mut text = words::counted(mark.given, english, french);
        let off_scale = off_logarithm(mark, view);
        if mark.gaps > 0 {
            text += &either(", NaN or ∞ (gaps): ", ", NaN ou ∞ (lacunes) : ");
            text += &mark.gaps.to_string();
        }
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
    };
    match &mark.kind {
        Kind::Line { .. } => format!("{}{name} ({})", either("line", "courbe"), points("point", "point")),
        Kind::Steps { .. } => format!("{}{name} ({})", either("steps", "escalier"), points("point", "point")),
        Kind::Points { .. } => format!("points{name} ({})", points("point", "point")),
        Kind::ErrorBars { .. } => format!(
            "{}{name} ({})",
            either("points with error bars", "points avec barres d’erreur"),
            points("point", "point")
        ),
        Kind::Path { .. } => format!("{}{name} ({})", either("path", "trajet"), points("point", "point")),
        Kind::Arrows { .. } => {
            format!("{} ({})", either("flow", "flux"), points("arrow", "flèche"))
        }
        Kind::FixedPoints { x, y, stable } => {
            let at: Vec<String> = x.iter().zip(y).map(|(&x, &y)| format!("({}, {})", short(x), short(y))).collect();
            let (what, count) = (words::fixed_point(*stable), at.len());
            match count {
                0 | 9.. => format!("{what} ({count})"),
                _ => format!("{what} {}", at.join(", ")),
            }
        }
        Kind::Dots { .. } | Kind::Ticks { .. } => {
            format!(
                "{}{name} ({})",
                either("spike times", "instants des potentiels d’action"),
                points("spike", "potentiel d’action")
            )
        }
        Kind::Bars { .. } => format!("{}{name} ({})", either("bars", "barres"), points("bar", "barre")),
        Kind::Horizontal { y } => {
            format!("{}{name} y = {}", either("horizontal line", "droite horizontale"), short(*y))
        }
        Kind::Vertical { x } => format!("{}{name} x = {}", either("vertical line", "droite verticale"), short(*x)),
        Kind::Text { x, y, text } => format!("“{}” ({}, {})", one_line(text), short(*x), short(*y)),
        Kind::Area { .. } => format!("{}{name}", either("shaded area", "surface ombrée")),
        Kind::Numbers { x, .. } => {
            format!("{} ({})", either("numbers in the cells", "nombres dans les cases"), x.len())
        }
        Kind::Heatmap(map) if map.colours == Colours::Ink => format!(
            "{}{} ({} × {}, {})",
            either("picture", "image"),
            words::quoted(&one_line(&map.label)),
            map.z.len(),
            map.x.len(),
            words::from_to(map.low, map.high),
        ),
        Kind::Heatmap(map) => format!(
            "{}{} ({} × {}, {}, {})",
            either("heatmap", "carte"),
            words::quoted(&one_line(&map.label)),
            map.z.len(),
            map.x.len(),
            words::from_to(map.low, map.high),
            words::counted(mark.gaps, "gap", "lacune"),
        ),
    }
}

/// Finite points that a logarithmic axis has no place for.
fn off_logarithm(mark: &Mark, view: &View) -> usize {
    let y_span = view.vertical(mark);
    match &mark.kind {
        Kind::Line { x, y }
        | Kind::Steps { x, y }
        | Kind::Points { x, y }
        | Kind::Dots { x, y }
        | Kind::Path { x, y }
        | Kind::ErrorBars { x, y, .. }
        | Kind::FixedPoints { x, y, .. } => x
            .iter()
            .zip(y)
            .filter(|(x, y)| x.is_finite() && y.is_finite() && !(view.x.can_show(**x) && y_span.can_show(**y)))
            .count(),
        _ => 0,
    }
}
