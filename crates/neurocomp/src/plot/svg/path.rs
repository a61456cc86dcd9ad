//! Short SVG paths, and the frame at which they are cut.

use crate::plot::axis::Span;

/// Path data under construction. Positions are kept as whole tenths of a pixel, and written relative to the one before:
/// half as long as absolute positions, and no rounding error adds up.
#[derive(Clone, Debug)]
pub(crate) struct Path {
    data: String,
    unit: f64,
    at: (i64, i64),
}

impl Path {
    pub(crate) fn new() -> Path {
        Path { data: String::new(), unit: 10.0, at: (0, 0) }
    }

    /// A path whose corners are whole pixels, for cells that touch.
    pub(crate) fn whole_pixels() -> Path {
        Path { unit: 1.0, ..Path::new() }
    }

    pub(crate) fn data(&self) -> &str {
        &self.data
    }

    pub(crate) fn segment(&mut self, from: (f64, f64), to: (f64, f64)) {
        self.polyline(&[from, to]);
    }

    pub(crate) fn polyline(&mut self, points: &[(f64, f64)]) {
        for (i, &point) in points.iter().enumerate() {
            if i == 0 { self.move_to(point) } else { self.line_to(point) }
        }
    }

    /// A closed rectangle.
    pub(crate) fn rectangle(&mut self, (x0, y0): (f64, f64), (x1, y1): (f64, f64)) {
        let (a, b) = (self.units((x0, y0)), self.units((x1, y1)));
        if a.0 == b.0 || a.1 == b.1 {
            return;
        }
        self.move_to((x0, y0));
        let (across, down) = (self.text(b.0 - a.0), self.text(b.1 - a.1));
        self.data += &format!("h{across}v{down}h{}z", self.text(a.0 - b.0));
    }

    /// Path data that is relative to a position, drawn there.
    pub(crate) fn shape(&mut self, at: (f64, f64), relative: &str) {
        let (x, y) = self.units(at);
        self.data += &format!("M{} {}{relative}", self.text(x), self.text(y));
    }

    pub(crate) fn move_to(&mut self, to: (f64, f64)) {
        self.at = self.units(to);
        self.data += &format!("M{} {}", self.text(self.at.0), self.text(self.at.1));
    }

    pub(crate) fn line_to(&mut self, to: (f64, f64)) {
        let (x, y) = self.units(to);
        let (dx, dy) = (x - self.at.0, y - self.at.1);
        self.at = (x, y);
        match (dx, dy) {
            (0, 0) => {}
            (0, _) => self.data += &format!("v{}", self.text(dy)),
            (_, 0) => self.data += &format!("h{}", self.text(dx)),
            _ => {
                let separator = if dy < 0 { "" } else { " " };
                self.data += &format!("l{}{separator}{}", self.text(dx), self.text(dy));
            }
        }
    }

    /// At most far outside the page, so that differences fit, too.
    fn units(&self, (x, y): (f64, f64)) -> (i64, i64) {
        let units = |pixels: f64| (pixels * self.unit).round().clamp(-1e9, 1e9) as i64;
        (units(x), units(y))
    }

    fn text(&self, units: i64) -> String {
        if self.unit == 1.0 {
            return units.to_string();
        }
        let (sign, whole, tenth) = (if units < 0 { "-" } else { "" }, units.abs() / 10, units.abs() % 10);
        match (whole, tenth) {
            (_, 0) => format!("{sign}{whole}"),
            (0, _) => format!("{sign}.{tenth}"),
            _ => format!("{sign}{whole}.{tenth}"),
        }
    }
}

/// The frame of the figure on the page, in pixels (y downwards), and the ranges that it shows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Canvas {
    pub(crate) left: f64,
    pub(crate) right: f64,
    pub(crate) top: f64,
    pub(crate) bottom: f64,
    pub(crate) x: Span,
    pub(crate) y: Span,
}

impl Canvas {
    pub(crate) fn x_at(&self, x: f64) -> f64 {
        self.left + self.x.fraction(x) * (self.right - self.left)
    }

    pub(crate) fn y_at(&self, y: f64) -> f64 {
        self.bottom - self.y.fraction(y) * (self.bottom - self.top)
    }

    /// Pixels of those points that are inside the frame.
    pub(crate) fn inside(&self, x: &[f64], y: &[f64]) -> Vec<(f64, f64)> {
        let seen = |span: Span, v: f64| span.can_show(v) && (-1e-6..=1.0 + 1e-6).contains(&span.fraction(v));
        x.iter()
            .zip(y)
            .filter(|(x, y)| seen(self.x, **x) && seen(self.y, **y))
            .map(|(&x, &y)| (self.x_at(x), self.y_at(y)))
            .collect()
    }

    /// The line through the points, cut at the frame, interrupted where a value cannot be shown.
    pub(crate) fn curve(&self, path: &mut Path, x: &[f64], y: &[f64]) {
        let mut pen: Option<(f64, f64)> = None;
        for i in 1..x.len() {
            let ends = [(x[i - 1], y[i - 1]), (x[i], y[i])];
            if ends.iter().any(|&(x, y)| !self.x.can_show(x) || !self.y.can_show(y)) {
                pen = None;
                continue;
            }
            let [from, to] = ends.map(|(x, y)| (self.x_at(x), self.y_at(y)));
            let Some((start, end)) = self.cut(from, to) else {
                pen = None;
                continue;
            };
            if pen != Some(start) {
                path.move_to(start);
            }
            path.line_to(end);
            pen = (end == to).then_some(end);
        }
    }

    /// The inside of a polygon; beyond the frame its corners move to the nearest point of it.
    pub(crate) fn polygon(&self, path: &mut Path, x: &[f64], y: &[f64]) {
        let shown = x.iter().zip(y).filter(|(x, y)| self.x.can_show(**x) && self.y.can_show(**y));
        let corners: Vec<(f64, f64)> = shown.map(|(&x, &y)| self.nearest(x, y)).collect();
        path.polyline(&corners);
    }

    /// A bar or cell between two values each way, as far as it is inside the frame.
    pub(crate) fn rectangle(&self, path: &mut Path, (x0, x1): (f64, f64), (y0, y1): (f64, f64)) {
        if [x0, x1, y0, y1].iter().all(|v| v.is_finite()) {
            path.rectangle(self.nearest(x0, y0), self.nearest(x1, y1));
        }
    }

    /// The pixel of a point, or of the point of the frame that is nearest to it.
    fn nearest(&self, x: f64, y: f64) -> (f64, f64) {
        // On a logarithmic axis a bar that starts at 0 starts at the frame.
        let place = |span: Span, v: f64| {
            if span.log && v <= 0.0 { 0.0 } else { span.fraction(v).clamp(0.0, 1.0) }
        };
        let (across, up) = (place(self.x, x), place(self.y, y));
        (self.left + across * (self.right - self.left), self.bottom - up * (self.bottom - self.top))
    }

    /// The part of a segment that is inside the frame (Liang and Barsky, ACM Trans. Graph. 3 (1984) 1–22).
    fn cut(&self, from: (f64, f64), to: (f64, f64)) -> Option<((f64, f64), (f64, f64))> {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
        let sides = [
            (-dx, from.0 - self.left),
            (dx, self.right - from.0),
            (-dy, from.1 - self.top),
            (dy, self.bottom - from.1),
        ];
        for (outwards, distance) in sides {
            // A thousandth of a pixel of tolerance keeps what lies exactly on the frame.
            let distance = distance + 1e-3;
            if outwards == 0.0 {
                if distance < 0.0 {
                    return None;
                }
            } else if outwards < 0.0 {
                enters = enters.max(distance / outwards);
            } else {
                leaves = leaves.min(distance / outwards);
            }
        }
        let at = |share: f64| (from.0 + share * dx, from.1 + share * dy);
        let end = if leaves >= 1.0 { to } else { at(leaves) };
        (enters <= leaves).then(|| (if enters <= 0.0 { from } else { at(enters) }, end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn canvas() -> Canvas {
        let span = Span { low: 0.0, high: 10.0, log: false };
        Canvas { left: 0.0, right: 100.0, top: 0.0, bottom: 100.0, x: span, y: span }
    }

    fn drawn(x: &[f64], y: &[f64]) -> String {
        let mut path = Path::new();
        canvas().curve(&mut path, x, y);
        path.data().into()
    }

    #[test]
    fn y_grows_upwards() {
        assert_eq!(drawn(&[0.0, 10.0], &[0.0, 10.0]), "M0 100l100-100");
    }

    #[test]
    fn lines_are_cut_at_the_frame() {
        assert_eq!(drawn(&[-10.0, 20.0], &[5.0, 5.0]), "M0 50h100");
        assert_eq!(drawn(&[-10.0, -1.0], &[5.0, 5.0]), "");
        // Out at the top and in again: two pieces.
        assert_eq!(drawn(&[0.0, 5.0, 10.0], &[0.0, 20.0, 0.0]), "M0 100l25-100M75 0l25 100");
    }

    #[test]
    fn a_gap_lifts_the_pen() {
        assert_eq!(drawn(&[0.0, 1.0, 2.0, 3.0, 4.0], &[0.0, 0.0, f64::NAN, 0.0, 0.0]), "M0 100h10M30 100h10");
    }

    #[test]
    fn relative_steps_do_not_drift() {
        let x: Vec<f64> = (0..1000).map(|i| f64::from(i) * 0.010_049).collect();
        let mut path = Path::new();
        canvas().curve(&mut path, &x, &vec![5.0; 1000]);
        let across: f64 = path.data().split('h').skip(1).map(|step| step.parse::<f64>().unwrap()).sum();
        // The line leaves the frame at 100 pixels.
        assert!((across - 100.0).abs() < 0.06, "{across}");
    }
}
