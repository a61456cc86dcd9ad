//! What can be drawn: plain data, already checked and thinned.

mod heatmap;

use super::thin;
use super::words::either;
pub(crate) use heatmap::{Colours, Heatmap, edges};

/// One curve, set of points, set of bars, … of a figure.
#[derive(Clone, Debug)]
pub(crate) struct Mark {
    pub(crate) shape: Shape,
    pub(crate) x: Vec<f64>,
    pub(crate) y: Vec<f64>,
    /// A third number for each point, where [`Shape`] says so.
    pub(crate) more: Vec<f64>,
    /// How wide each bar is.
    pub(crate) width: f64,
    pub(crate) texts: Vec<String>,
    pub(crate) map: Option<Heatmap>,
    pub(crate) name: String,
    /// Which colour of the palette.
    pub(crate) colour: usize,
    /// Which dash or marker, counted among marks of its kind.
    pub(crate) pattern: usize,
    /// How many points (cells, spikes) were received.
    pub(crate) given: usize,
    /// How many of them were not finite and are drawn as gaps.
    pub(crate) gaps: usize,
    /// Whether it is in the lower of two panels.
    pub(crate) lower: bool,
    /// A curve that goes on beyond what is worth seeing, and is cut where the rest of the figure ends.
    pub(crate) guide: bool,
}

/// How the data of a mark are drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Shape {
    Line,
    /// A line that stays at `y[i]` from `x[i]` to `x[i + 1]`.
    Steps,
    /// A thin grey line, for paths that cross themselves again and again.
    Path,
    /// Arrows as one line: tail, tip, one barb, tip, the other barb, a gap.
    Arrows,
    Points,
    /// Points with a bar from `y - more` to `y + more`; NaN is no bar.
    ErrorBars,
    /// Points without shape, for rasters of thousands of spikes.
    Dots,
    /// Upright strokes from `y` to `more`: spikes.
    Ticks,
    /// Bars from 0 to `y` centred at `x`, all of the same `width`.
    Bars,
    /// Large circles, filled if stable.
    FixedPoints {
        stable: bool,
    },
    /// A line across the whole figure at its only `y`.
    Horizontal,
    /// A line across the whole figure at its only `x`.
    Vertical,
    /// The cells of `map`.
    Map,
    /// A polygon without outline, in the colour of the mark but pale.
    Area,
    /// One of `texts` in each cell of a map, dark on light cells or light on dark ones.
    Numbers {
        dark: bool,
    },
    /// The only one of `texts`.
    Text,
}

/// Marks of one look differ from one another by its pattern.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Look {
    Dash,
    Marker,
    /// The dash of a grey line across the figure.
    Reference,
    Plain,
}

/// How points are left out where there are too many.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Thinning {
    /// The picture of the line through them stays.
    Curve,
    /// Those that hide one another.
    Cloud,
    No,
}

/// What holds for some shapes and not for others.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Is {
    /// It takes a colour of the palette; the others are grey.
    Coloured,
    /// It is drawn with a pen, and so above maps and bars.
    Stroked,
    /// It reaches beyond the coordinates of its points.
    Wide,
    /// It extends over a part of the plane that is worth seeing as a whole.
    Spanning,
    /// It is not in the legend.
    Unlisted,
}

/// What is to know of a shape by all who treat marks alike.
pub(crate) struct Properties {
    /// Its name in a summary, in both languages.
    noun: [&'static str; 2],
    /// Maps lie under bars and arrows, these under lines and points, fixed points on top.
    level: u8,
    look: Look,
    pub(crate) thinning: Thinning,
    is: &'static [Is],
}

impl Shape {
    /// The table of the shapes.
    pub(crate) fn properties(self) -> Properties {
        use Is::{Coloured, Spanning, Stroked, Unlisted, Wide};
        use Look::{Dash, Marker, Plain, Reference};
        use Thinning::{Cloud, Curve, No};
        const SPIKES: [&str; 2] = ["spike times", "instants des potentiels d’action"];
        const ERRORS: [&str; 2] = ["points with error bars", "points avec barres d’erreur"];
        let (noun, level, look, thinning, is): (_, _, _, _, &[Is]) = match self {
            Shape::Line => (["line", "courbe"], 2, Dash, Curve, &[Coloured, Stroked, Spanning]),
            Shape::Steps => (["steps", "escalier"], 2, Dash, Curve, &[Coloured, Stroked]),
            Shape::Path => (["path", "trajet"], 1, Plain, Curve, &[Spanning]),
            Shape::Arrows => (["flow", "flux"], 1, Plain, No, &[Spanning]),
            Shape::Points => (["points", "points"], 2, Marker, Cloud, &[Coloured, Wide]),
            Shape::ErrorBars => (ERRORS, 2, Marker, Cloud, &[Coloured, Wide]),
            Shape::Dots => (SPIKES, 2, Plain, Cloud, &[Coloured, Wide]),
            Shape::Ticks => (SPIKES, 2, Plain, Cloud, &[Coloured, Stroked]),
            Shape::Bars => (["bars", "barres"], 1, Plain, No, &[Coloured]),
            Shape::FixedPoints { stable: true } => (["stable fixed point", "point fixe stable"], 3, Plain, No, &[Wide]),
            Shape::FixedPoints { .. } => (["unstable fixed point", "point fixe instable"], 3, Plain, No, &[Wide]),
            Shape::Horizontal => (["horizontal line", "droite horizontale"], 2, Reference, No, &[Stroked]),
            Shape::Vertical => (["vertical line", "droite verticale"], 2, Reference, No, &[Stroked]),
            Shape::Map => (["heatmap", "carte"], 0, Plain, No, &[Spanning, Unlisted]),
            Shape::Area => (["shaded area", "surface ombrée"], 0, Plain, No, &[Unlisted]),
            Shape::Numbers { .. } => (["numbers in the cells", "nombres dans les cases"], 2, Plain, No, &[Unlisted]),
            Shape::Text => (["text", "texte"], 2, Plain, No, &[Wide, Unlisted]),
        };
        Properties { noun, level, look, thinning, is }
    }

    pub(crate) fn noun(self) -> String {
        let [english, french] = self.properties().noun;
        either(english, french)
    }

    pub(crate) fn is(self, what: Is) -> bool {
        self.properties().is.contains(&what)
    }
}

impl Mark {
    /// A mark without name, in the first colour of the palette.
    pub(crate) fn new(shape: Shape, x: Vec<f64>, y: Vec<f64>) -> Mark {
        let given = x.len().max(y.len());
        let (more, texts, name) = (Vec::new(), Vec::new(), String::new());
        let (width, map, colour, pattern, gaps, lower, guide) = (1.0, None, 0, 0, 0, false, false);
        Mark { shape, x, y, more, width, texts, map, name, colour, pattern, given, gaps, lower, guide }
    }

    /// The place of a mark that has one: a line across the figure, a text.
    pub(crate) fn at(&self) -> (f64, f64) {
        let only = |values: &[f64]| values.first().copied().unwrap_or(f64::NAN);
        (only(&self.x), only(&self.y))
    }

    /// Its points, gaps not counted.
    pub(crate) fn points(&self) -> impl Iterator<Item = (f64, f64)> {
        self.x.iter().copied().zip(self.y.iter().copied()).filter(|(x, y)| x.is_finite() && y.is_finite())
    }

    /// How many points (arrows, spikes) are drawn.
    pub(crate) fn drawn(&self) -> usize {
        match self.shape {
            Shape::Arrows => self.x.iter().filter(|x| x.is_nan()).count(),
            _ => self.points().count(),
        }
    }

    /// Whether it is in the legend of a figure: it has a name, and there is something to tell apart.
    pub(crate) fn in_legend(&self, all: &[Mark]) -> bool {
        let is_explained = all.iter().any(|above| self.is_below_its_like(above));
        !self.name.is_empty() && !self.shape.is(Is::Unlisted) && !is_explained && all.len() > 1
    }

    /// Whether the other is in the panel above, of the same kind and name: both are of one thing.
    pub(crate) fn is_below_its_like(&self, other: &Mark) -> bool {
        let is_below = self.lower && !other.lower;
        is_below && !self.name.is_empty() && self.name == other.name && self.shape == other.shape
    }

    /// Its map, if a bar explains the colours.
    pub(crate) fn explained_map(&self) -> Option<&Heatmap> {
        self.map.as_ref().filter(|map| map.colours != Colours::Ink)
    }

    /// The same mark with at most about `limit` points.
    pub(crate) fn thinned(&self, limit: usize) -> Mark {
        let kept = match self.shape.properties().thinning {
            Thinning::Curve => thin::curve(&self.x, &self.y, limit),
            Thinning::Cloud => thin::cloud(&self.x, &self.y, limit),
            // Bars thinner than a pixel: what is seen of them is their outline.
            Thinning::No if self.shape == Shape::Bars && self.x.len() > limit => {
                let left = self.x.iter().map(|x| x - 0.5 * self.width).collect();
                return Mark { shape: Shape::Steps, x: left, ..self.clone() }.thinned(limit);
            }
            Thinning::No => return self.clone(),
        };
        let take = |values: &[f64]| kept.iter().filter_map(|&i| values.get(i).copied()).collect();
        Mark { x: take(&self.x), y: take(&self.y), more: take(&self.more), ..self.clone() }
    }

    /// The same kind of mark with nothing in it, for frames of a slider that lack this one.
    pub(crate) fn emptied(&self) -> Mark {
        let shape = match self.shape {
            Shape::Horizontal | Shape::Vertical => Shape::Line,
            shape => shape,
        };
        let map = self.map.clone().map(|map| Heatmap { x: Vec::new(), y: Vec::new(), z: Vec::new(), ..map });
        let (x, y, more, texts) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Mark { shape, x, y, more, texts, map, given: 0, gaps: 0, ..self.clone() }
    }

    /// Adds to `xs` and `ys` the values that the axes (logarithmic or not) should show.
    pub(crate) fn extent(&self, xs: &mut Vec<f64>, ys: &mut Vec<f64>, log_x: bool, log_y: bool) {
        if let Some(map) = &self.map {
            xs.extend(edges(&map.x, log_x));
            ys.extend(edges(&map.y, log_y));
        }
        match self.shape {
            Shape::Bars => {
                xs.extend(self.x.iter().flat_map(|x| [x - 0.5 * self.width, x + 0.5 * self.width]));
                ys.extend(self.y.iter().chain(&[0.0]));
            }
            Shape::ErrorBars => {
                xs.extend(&self.x);
                // No bar is one without length.
                let bar = |(y, error): (&f64, &f64)| [y - error.max(0.0), y + error.max(0.0)];
                ys.extend(self.y.iter().zip(&self.more).flat_map(bar));
            }
            _ => {
                xs.extend(&self.x);
                ys.extend(self.y.iter().chain(&self.more));
            }
        }
    }
}

/// The number of the colour, and of the dash or marker, of a mark of this shape that follows those `before` it.
pub(crate) fn next_look<'a>(before: impl Iterator<Item = &'a Mark>, shape: Shape) -> (usize, usize) {
    let (mut colour, mut pattern) = (0, 0);
    for mark in before {
        colour += usize::from(mark.shape.is(Is::Coloured));
        pattern += usize::from(mark.shape.properties().look == shape.properties().look);
    }
    (colour, pattern)
}

/// The marks from the lowest to the uppermost, each with `false`; above a map every line has a light one under it, which
/// is the same mark with `true`.
pub(crate) fn layers(marks: &[Mark]) -> Vec<(&Mark, bool)> {
    let mut ordered: Vec<&Mark> = marks.iter().collect();
    ordered.sort_by_key(|mark| mark.shape.properties().level);
    let light = |mark: &Mark| mark.shape.is(Is::Stroked) && has_map(marks);
    ordered
        .into_iter()
        .flat_map(|mark| light(mark).then_some((mark, true)).into_iter().chain([(mark, false)]))
        .collect()
}

/// Whether there is a map among them.
pub(crate) fn has_map(marks: &[Mark]) -> bool {
    marks.iter().any(|mark| mark.map.is_some())
}
