//! What can be drawn: plain data, already checked and thinned.

use super::thin;

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
    Text {
        x: f64,
        y: f64,
        text: String,
    },
}

/// A map of coloured cells; `z[row][column]` belongs to `y[row]` and `x[column]`, NaN is a gap.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Heatmap {
    pub(crate) x: Vec<f64>,
    pub(crate) y: Vec<f64>,
    pub(crate) z: Vec<Vec<f64>>,
    pub(crate) label: String,
    /// Range of the colours.
    pub(crate) low: f64,
    pub(crate) high: f64,
}

impl Kind {
    /// Whether it takes a colour of the palette (reference lines and text are grey).
    pub(crate) fn is_coloured(&self) -> bool {
        !matches!(
            self,
            Kind::Horizontal { .. } | Kind::Vertical { .. } | Kind::Heatmap(_) | Kind::Text { .. }
        )
    }

    /// Whether it is drawn with a pen, and so above maps and bars.
    pub(crate) fn is_stroked(&self) -> bool {
        use Kind::{Horizontal, Line, Steps, Ticks, Vertical};
        matches!(
            self,
            Line { .. } | Steps { .. } | Ticks { .. } | Horizontal { .. } | Vertical { .. }
        )
    }

    /// Marks of one family differ from one another by dash or marker.
    pub(crate) fn family(&self) -> u8 {
        match self {
            Kind::Line { .. } | Kind::Steps { .. } => 0,
            Kind::Points { .. } => 1,
            Kind::Horizontal { .. } | Kind::Vertical { .. } => 2,
            _ => 3,
        }
    }
}

impl Heatmap {
    /// The same map with at most `cells` rows and columns: each new cell is the mean of the finite cells it covers.
    pub(crate) fn coarser(&self, cells: usize) -> Heatmap {
        let (down, across) = (
            self.y.len().div_ceil(cells).max(1),
            self.x.len().div_ceil(cells).max(1),
        );
        if down == 1 && across == 1 {
            return self.clone();
        }
        let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
        let block = |rows: &[Vec<f64>], start: usize| {
            let end = (start + across).min(self.x.len());
            let inside: Vec<f64> = rows
                .iter()
                .flat_map(|row| &row[start..end])
                .copied()
                .filter(|z| z.is_finite())
                .collect();
            if inside.is_empty() {
                f64::NAN
            } else {
                mean(&inside)
            }
        };
        let starts: Vec<usize> = (0..self.x.len()).step_by(across).collect();
        Heatmap {
            x: self.x.chunks(across).map(mean).collect(),
            y: self.y.chunks(down).map(mean).collect(),
            z: self
                .z
                .chunks(down)
                .map(|rows| starts.iter().map(|&start| block(rows, start)).collect())
                .collect(),
            ..self.clone()
        }
    }
}

impl Mark {
    /// Points that are drawn, gaps not counted.
    pub(crate) fn drawn(&self) -> usize {
        let finite = |x: &[f64], y: &[f64]| {
            x.iter()
                .zip(y)
                .filter(|(x, y)| x.is_finite() && y.is_finite())
                .count()
        };
        match &self.kind {
            Kind::Line { x, y }
            | Kind::Steps { x, y }
            | Kind::Points { x, y }
            | Kind::Dots { x, y } => finite(x, y),
            Kind::Bars { x, height, .. } => finite(x, height),
            Kind::Ticks { x, .. } => x.len(),
            Kind::Heatmap(map) => map.z.iter().flatten().filter(|z| z.is_finite()).count(),
            Kind::Horizontal { .. } | Kind::Vertical { .. } | Kind::Text { .. } => 1,
        }
    }

    /// The same mark with at most about `limit` points.
    pub(crate) fn thinned(&self, limit: usize) -> Mark {
        let take =
            |values: &[f64], kept: &[usize]| kept.iter().map(|&i| values[i]).collect::<Vec<f64>>();
        let kind = match &self.kind {
            Kind::Line { x, y } => {
                let kept = thin::curve(x, y, limit);
                Kind::Line {
                    x: take(x, &kept),
                    y: take(y, &kept),
                }
            }
            Kind::Steps { x, y } => {
                let kept = thin::curve(x, y, limit);
                Kind::Steps {
                    x: take(x, &kept),
                    y: take(y, &kept),
                }
            }
            Kind::Points { x, y } => {
                let kept = thin::cloud(x, y, limit);
                Kind::Points {
                    x: take(x, &kept),
                    y: take(y, &kept),
                }
            }
            Kind::Dots { x, y } => {
                let kept = thin::cloud(x, y, limit);
                Kind::Dots {
                    x: take(x, &kept),
                    y: take(y, &kept),
                }
            }
            Kind::Ticks { x, low, high } => {
                let kept = thin::cloud(x, low, limit);
                Kind::Ticks {
                    x: take(x, &kept),
                    low: take(low, &kept),
                    high: take(high, &kept),
                }
            }
            // Bars thinner than a pixel: what is seen of them is their outline.
            Kind::Bars { x, height, width } if x.len() > limit => {
                let left: Vec<f64> = x.iter().map(|x| x - 0.5 * width).collect();
                let kept = thin::curve(&left, height, limit);
                Kind::Steps {
                    x: take(&left, &kept),
                    y: take(height, &kept),
                }
            }
            other => other.clone(),
        };
        Mark {
            kind,
            ..self.clone()
        }
    }

    /// The same kind of mark with nothing in it, for frames of a slider that lack this one.
    pub(crate) fn emptied(&self) -> Mark {
        let (x, y) = (Vec::new(), Vec::new());
        let kind = match &self.kind {
            Kind::Line { .. } | Kind::Horizontal { .. } | Kind::Vertical { .. } => {
                Kind::Line { x, y }
            }
            Kind::Steps { .. } => Kind::Steps { x, y },
            Kind::Points { .. } => Kind::Points { x, y },
            Kind::Dots { .. } => Kind::Dots { x, y },
            Kind::Ticks { .. } => Kind::Ticks {
                x,
                low: y,
                high: Vec::new(),
            },
            Kind::Bars { width, .. } => Kind::Bars {
                x,
                height: y,
                width: *width,
            },
            Kind::Heatmap(map) => Kind::Heatmap(Heatmap {
                x,
                y,
                z: Vec::new(),
                ..map.clone()
            }),
            Kind::Text { .. } => Kind::Text {
                x: f64::NAN,
                y: f64::NAN,
                text: String::new(),
            },
        };
        Mark {
            kind,
            ..self.clone()
        }
    }

    /// Adds to `xs` and `ys` the values that the axes (logarithmic or not) should show.
    pub(crate) fn extent(&self, xs: &mut Vec<f64>, ys: &mut Vec<f64>, log_x: bool, log_y: bool) {
        match &self.kind {
            Kind::Line { x, y }
            | Kind::Steps { x, y }
            | Kind::Points { x, y }
            | Kind::Dots { x, y } => {
                for (&x, &y) in x
                    .iter()
                    .zip(y)
                    .filter(|(x, y)| x.is_finite() && y.is_finite())
                {
                    xs.push(x);
                    ys.push(y);
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

/// The borders of cells centred at `centres`: half way between neighbours (in decades if `log`), and as far outside.
pub(crate) fn edges(centres: &[f64], log: bool) -> Vec<f64> {
    let to = |v: f64| if log { v.log10() } else { v };
    let back = |v: f64| if log { 10f64.powf(v) } else { v };
    let c: Vec<f64> = centres.iter().map(|&v| to(v)).collect();
    match c.len() {
        0 => Vec::new(),
        1 => vec![back(c[0] - 0.5), back(c[0] + 0.5)],
        n => {
            let mut edges = vec![c[0] - 0.5 * (c[1] - c[0])];
            edges.extend(c.windows(2).map(|pair| 0.5 * (pair[0] + pair[1])));
            edges.push(c[n - 1] + 0.5 * (c[n - 1] - c[n - 2]));
            edges.into_iter().map(back).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_coarser_map_keeps_means_and_gaps() {
        let map = Heatmap {
            x: vec![0.0, 1.0, 2.0],
            y: vec![0.0, 1.0],
            z: vec![vec![1.0, 3.0, f64::NAN], vec![f64::NAN, 5.0, f64::NAN]],
            label: String::new(),
            low: 1.0,
            high: 5.0,
        };
        let coarse = map.coarser(2);
        assert_eq!((coarse.x, coarse.y), (vec![0.5, 2.0], vec![0.0, 1.0]));
        assert_eq!(coarse.z[0][0], 2.0);
        assert_eq!(coarse.z[1][0], 5.0);
        assert!(coarse.z[0][1].is_nan());
    }

    #[test]
    fn cells_meet_half_way() {
        assert_eq!(edges(&[0.0, 1.0, 3.0], false), [-0.5, 0.5, 2.0, 4.0]);
        assert_eq!(edges(&[7.0], false), [6.5, 7.5]);
        let log = edges(&[1.0, 100.0], true);
        assert!(
            (log[1] - 10.0).abs() < 1e-12 && (log[0] - 0.1).abs() < 1e-12,
            "{log:?}"
        );
    }
}
