//! What can be drawn: plain data, already checked and thinned.

mod heatmap;

use super::thin;
pub(crate) use heatmap::{Colours, Heatmap, edges};

/// One curve, set of points, set of bars, … of a figure.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Mark {
    pub(crate) name: String,
    pub(crate) kind: Kind,
    /// Which colour of the palette.
    pub(crate) colour: usize,
    /// Which dash or marker among those of its kind.
    pub(crate) pattern: usize,
    /// How many points (cells, spikes) were received.
    pub(crate) given: usize,
    /// How many of them were not finite and are drawn as gaps.
    pub(crate) gaps: usize,
    /// Whether it stands in the lower of two panels.
    pub(crate) lower: bool,
    /// A curve that goes on beyond what is worth seeing, and is cut where the rest of the figure ends.
    pub(crate) guide: bool,
}

/// The data of a mark, by how it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Kind {
    Line {
        x: Vec<f64>,
        y: Vec<f64>,
    },
    /// A line that stays at `y[i]` from `x[i]` to `x[i + 1]`.
    Steps {
        x: Vec<f64>,
        y: Vec<f64>,
    },
    Points {
        x: Vec<f64>,
        y: Vec<f64>,
    },
    /// Points with a bar from `y - error` to `y + error`; an error of NaN is no bar.
    ErrorBars {
        x: Vec<f64>,
        y: Vec<f64>,
        error: Vec<f64>,
    },
    /// A thin grey line, for paths that cross themselves again and again.
    Path {
        x: Vec<f64>,
        y: Vec<f64>,
    },
    /// Arrows as one line: tail, tip, one barb, tip, the other barb, a gap.
    Arrows {
        x: Vec<f64>,
        y: Vec<f64>,
    },
    /// Large circles, filled if stable.
    FixedPoints {
        x: Vec<f64>,
        y: Vec<f64>,
        stable: bool,
    },
    /// Points without shape, for rasters of thousands of spikes.
    Dots {
        x: Vec<f64>,
        y: Vec<f64>,
    },
    /// Upright strokes at `x` from `low` to `high`: spikes.
    Ticks {
        x: Vec<f64>,
        low: Vec<f64>,
        high: Vec<f64>,
    },
    /// Bars from 0 to `height` centred at `x`, all of the same `width`.
    Bars {
        x: Vec<f64>,
        height: Vec<f64>,
        width: f64,
    },
    Horizontal {
        y: f64,
    },
    Vertical {
        x: f64,
    },
    Heatmap(Heatmap),
    /// A polygon without outline, in the colour of the mark but pale.
    Area {
        x: Vec<f64>,
        y: Vec<f64>,
    },
    /// A number in each cell of a map, dark on light cells or light on dark ones.
    Numbers {
        x: Vec<f64>,
        y: Vec<f64>,
        text: Vec<String>,
        dark: bool,
    },
    Text {
        x: f64,
        y: f64,
        text: String,
    },
}

impl Kind {
    /// Whether it takes a colour of the palette (reference lines, arrows, fixed points and text are grey).
    pub(crate) fn is_coloured(&self) -> bool {
        use Kind::{Bars, Dots, ErrorBars, Line, Points, Steps, Ticks};
        matches!(
            self,
            Line { .. } | Steps { .. } | Points { .. } | ErrorBars { .. } | Dots { .. } | Ticks { .. } | Bars { .. }
        )
    }

    /// Whether its shapes reach beyond the coordinates of its points.
    pub(crate) fn is_wider_than_its_points(&self) -> bool {
        use Kind::{Dots, ErrorBars, FixedPoints, Points, Text};
        matches!(self, Points { .. } | Dots { .. } | ErrorBars { .. } | FixedPoints { .. } | Text { .. })
    }

    /// Whether it extends over a part of the plane that is worth seeing as a whole.
    pub(crate) fn spans_its_panel(&self) -> bool {
        use Kind::{Arrows, Heatmap, Line, Path};
        matches!(self, Arrows { .. } | Heatmap(_) | Line { .. } | Path { .. })
    }

    /// Maps lie under bars and arrows, these under lines and points, fixed points on top.
    pub(crate) fn level(&self) -> u8 {
        match self {
            Kind::Heatmap(_) | Kind::Area { .. } => 0,
            Kind::Bars { .. } | Kind::Arrows { .. } | Kind::Path { .. } => 1,
            Kind::FixedPoints { .. } => 3,
            _ => 2,
        }
    }

    /// Whether it is a map whose colours are explained by a bar.
    pub(crate) fn has_colour_bar(&self) -> bool {
        matches!(self, Kind::Heatmap(map) if map.colours == Colours::Viridis)
    }

    /// Whether two marks can follow one another as the same thing in the frames of a slider.
    pub(crate) fn is_like(&self, other: &Kind) -> bool {
        match (self, other) {
            (Kind::FixedPoints { stable: a, .. }, Kind::FixedPoints { stable: b, .. }) => a == b,
            (Kind::Numbers { dark: a, .. }, Kind::Numbers { dark: b, .. }) => a == b,
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }

    /// Whether it is drawn with a pen, and so above maps and bars.
    pub(crate) fn is_stroked(&self) -> bool {
        use Kind::{Horizontal, Line, Steps, Ticks, Vertical};
        matches!(self, Line { .. } | Steps { .. } | Ticks { .. } | Horizontal { .. } | Vertical { .. })
    }

    /// Marks of one family differ from one another by dash or marker.
    pub(crate) fn family(&self) -> u8 {
        match self {
            Kind::Line { .. } | Kind::Steps { .. } => 0,
            Kind::Points { .. } | Kind::ErrorBars { .. } => 1,
            Kind::Horizontal { .. } | Kind::Vertical { .. } => 2,
            _ => 3,
        }
    }
}

impl Mark {
    /// Points that are drawn, gaps not counted.
    pub(crate) fn drawn(&self) -> usize {
        let finite = |x: &[f64], y: &[f64]| x.iter().zip(y).filter(|(x, y)| x.is_finite() && y.is_finite()).count();
        match &self.kind {
            Kind::Line { x, y }
            | Kind::Steps { x, y }
            | Kind::Points { x, y }
            | Kind::Dots { x, y }
            | Kind::Path { x, y }
            | Kind::ErrorBars { x, y, .. }
            | Kind::FixedPoints { x, y, .. } => finite(x, y),
            Kind::Numbers { x, .. } | Kind::Area { x, .. } => x.len(),
            Kind::Arrows { x, .. } => x.iter().filter(|x| x.is_nan()).count(),
            Kind::Bars { x, height, .. } => finite(x, height),
            Kind::Ticks { x, .. } => x.len(),
            Kind::Heatmap(map) => map.z.iter().flatten().filter(|z| z.is_finite()).count(),
            Kind::Horizontal { .. } | Kind::Vertical { .. } | Kind::Text { .. } => 1,
        }
    }

    /// The same mark with at most about `limit` points.
    pub(crate) fn thinned(&self, limit: usize) -> Mark {
        let take = |values: &[f64], kept: &[usize]| kept.iter().map(|&i| values[i]).collect::<Vec<f64>>();
        let kind = match &self.kind {
            Kind::Line { x, y } => {
                let kept = thin::curve(x, y, limit);
                Kind::Line { x: take(x, &kept), y: take(y, &kept) }
            }
            Kind::Steps { x, y } => {
                let kept = thin::curve(x, y, limit);
                Kind::Steps { x: take(x, &kept), y: take(y, &kept) }
            }
            Kind::Points { x, y } => {
                let kept = thin::cloud(x, y, limit);
                Kind::Points { x: take(x, &kept), y: take(y, &kept) }
            }
            Kind::Path { x, y } => {
                let kept = thin::curve(x, y, limit);
                Kind::Path { x: take(x, &kept), y: take(y, &kept) }
            }
            Kind::ErrorBars { x, y, error } => {
                let kept = thin::cloud(x, y, limit);
                Kind::ErrorBars { x: take(x, &kept), y: take(y, &kept), error: take(error, &kept) }
            }
            Kind::Dots { x, y } => {
                let kept = thin::cloud(x, y, limit);
                Kind::Dots { x: take(x, &kept), y: take(y, &kept) }
            }
            Kind::Ticks { x, low, high } => {
                let kept = thin::cloud(x, low, limit);
                Kind::Ticks { x: take(x, &kept), low: take(low, &kept), high: take(high, &kept) }
            }
            // Bars thinner than a pixel: what is seen of them is their outline.
            Kind::Bars { x, height, width } if x.len() > limit => {
                let left: Vec<f64> = x.iter().map(|x| x - 0.5 * width).collect();
                let kept = thin::curve(&left, height, limit);
                Kind::Steps { x: take(&left, &kept), y: take(height, &kept) }
            }
            other => other.clone(),
        };
        Mark { kind, ..self.clone() }
    }

    /// The same kind of mark with nothing in it, for frames of a slider that lack this one.
    pub(crate) fn emptied(&self) -> Mark {
        let (x, y) = (Vec::new(), Vec::new());
        let kind = match &self.kind {
            Kind::Line { .. } | Kind::Horizontal { .. } | Kind::Vertical { .. } => Kind::Line { x, y },
            Kind::Steps { .. } => Kind::Steps { x, y },
            Kind::Points { .. } => Kind::Points { x, y },
            Kind::Dots { .. } => Kind::Dots { x, y },
            Kind::Path { .. } => Kind::Path { x, y },
            Kind::Arrows { .. } => Kind::Arrows { x, y },
            Kind::Area { .. } => Kind::Area { x, y },
            &Kind::Numbers { dark, .. } => Kind::Numbers { x, y, text: Vec::new(), dark },
            Kind::ErrorBars { .. } => Kind::ErrorBars { x, y, error: Vec::new() },
            &Kind::FixedPoints { stable, .. } => Kind::FixedPoints { x, y, stable },
            Kind::Ticks { .. } => Kind::Ticks { x, low: y, high: Vec::new() },
            Kind::Bars { width, .. } => Kind::Bars { x, height: y, width: *width },
            Kind::Heatmap(map) => Kind::Heatmap(Heatmap { x, y, z: Vec::new(), ..map.clone() }),
            Kind::Text { .. } => Kind::Text { x: f64::NAN, y: f64::NAN, text: String::new() },
        };
        Mark { kind, given: 0, gaps: 0, ..self.clone() }
    }

    /// Adds to `xs` and `ys` the values that the axes (logarithmic or not) should show.
    pub(crate) fn extent(&self, xs: &mut Vec<f64>, ys: &mut Vec<f64>, log_x: bool, log_y: bool) {
        match &self.kind {
            Kind::Line { x, y }
            | Kind::Steps { x, y }
            | Kind::Points { x, y }
            | Kind::Dots { x, y }
            | Kind::Path { x, y }
            | Kind::Arrows { x, y }
            | Kind::Area { x, y }
            | Kind::Numbers { x, y, .. }
            | Kind::FixedPoints { x, y, .. } => {
                for (&x, &y) in x.iter().zip(y).filter(|(x, y)| x.is_finite() && y.is_finite()) {
                    xs.push(x);
                    ys.push(y);
                }
            }
            Kind::ErrorBars { x, y, error } => {
                xs.extend(x);
                for (&y, &error) in y.iter().zip(error) {
                    let error = if error.is_nan() { 0.0 } else { error };
                    ys.extend([y - error, y + error]);
                }
            }
            Kind::Ticks { x, low, high } => {
                xs.extend(x);
                ys.extend(low);
                ys.extend(high);
            }
            Kind::Bars { x, height, width } => {
                xs.extend(x.iter().flat_map(|x| [x - 0.5 * width, x + 0.5 * width]));
                ys.extend(height);
                ys.push(0.0);
            }
            Kind::Horizontal { y } => ys.push(*y),
            Kind::Vertical { x } => xs.push(*x),
            Kind::Heatmap(map) => {
                xs.extend(edges(&map.x, log_x));
                ys.extend(edges(&map.y, log_y));
            }
            Kind::Text { x, y, .. } => {
                xs.push(*x);
                ys.push(*y);
            }
        }
    }
}
