//! The figure as a static picture, for pages where no script runs: exported HTML, GitHub, paper.
//!
//! Plain SVG, written here because so little of it is needed: paths, rectangles and text. No style sheet, identifier,
//! clip path, reference or document type: several pictures fit in one page without disturbing one another, and what a
//! careful host removes from foreign SVG is not in it. Lines are therefore cut at the frame here.

mod around;
mod marks;
mod path;

use super::figure::Figure;
use super::interactive::{LOWER_PANEL, UPPER_PANEL};
use super::style::TEXT;
use super::text::{one_line, one_title};
use super::view::View;
use super::words;
use around::{axes, colour_bar, legend_drawn, legend_rows, messages};
use marks::{all_drawn, left_out};
use path::Canvas;

impl Figure {
    /// The figure as an SVG picture: what an exported notebook shows. Of a figure with a slider, the frame at which
    /// it starts.
    pub fn svg(&self) -> String {
        let scenes = self.scenes();
        let view = self.view(&scenes);
        let scene = &scenes[self.shown()];
        let width = self.width();
        let legend = legend_rows(&scene.marks, width as f64 - 80.0);
        let bar = scene.marks.iter().find_map(|mark| Some((mark.explained_map()?, mark.lower)));
        let below = 22.0 * legend.len() as f64 + if self.slider.is_some() { 28.0 } else { 0.0 };
        let top = if scene.title.is_empty() { 14.0 } else { 36.0 };
        // A size that leaves no room for the data grows.
        let total = match self.size {
            Some(_) => (self.height() as f64).max(top + 112.0 + below),
            None => self.height() as f64 + below,
        };
        let whole = Canvas {
            left: if self.bare { 18.0 } else { 68.0 },
            right: width as f64 - if bar.is_some() { 92.0 } else { 18.0 },
            top,
            bottom: total - below - if self.bare { 14.0 } else { 52.0 },
            x: view.x,
            y: view.y,
        };
        let (upper, lower) = self.panels(whole, &view);
        let lowest = lower.unwrap_or(upper);
        // Equal scales may need less height.
        let total = total - (whole.bottom - lowest.bottom);
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
        if !self.bare {
            out += &axes(&upper, &self.x, &self.y, lower.is_none());
        }
        if let (Some(lower), Some(description)) = (&lower, &self.lower) {
            out += &axes(lower, &self.x, description, true);
        }
        out += &all_drawn(&scene.marks, &upper, &lowest);
        if let Some((map, is_lower)) = bar {
            out += &colour_bar(map, if is_lower { &lowest } else { &upper });
        }
        out += &legend_drawn(&legend, lowest.bottom + 66.0);
        if let Some(slider) = &self.slider {
            let value = slider.values.get(slider.shown).copied().unwrap_or(f64::NAN);
            let text = escaped(&words::one_frame(&slider.label, value, slider.shown + 1, slider.frames.len()));
            out += &format!("<text x=\"{}\" y=\"{}\">{text}</text>", whole.left, total - 10.0);
        }
        out += &messages(&view.notes, &upper);
        out + "</svg>"
    }

    /// The frames of the upper panel and of the lower one, if there is one, inside the room for both.
    fn panels(&self, whole: Canvas, view: &View) -> (Canvas, Option<Canvas>) {
        let height = whole.bottom - whole.top;
        if let Some(y) = view.lower {
            let upper = Canvas { bottom: whole.top + UPPER_PANEL * height, ..whole };
            let lower = Canvas { top: whole.bottom - LOWER_PANEL * height, y, ..whole };
            return (upper, Some(lower));
        }
        if !self.equal_scales || view.x.log || view.y.log {
            return (whole, None);
        }
        let (across, up) = (view.x.high - view.x.low, view.y.high - view.y.low);
        let width = whole.right - whole.left;
        let pixels = (width / across).min(height / up);
        let spare = width - pixels * across;
        let fitted = Canvas {
            left: whole.left + 0.5 * spare,
            right: whole.right - 0.5 * spare,
            // High enough for what is written beside it.
            bottom: whole.top + (pixels * up).max(60.0),
            ..whole
        };
        (fitted, None)
    }
}

/// Text for XML: one line, without the characters that XML forbids or reads.
fn escaped(text: &str) -> String {
    one_line(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
