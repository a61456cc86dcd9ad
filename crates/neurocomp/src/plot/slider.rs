//! A figure with a slider: frames computed beforehand, one for each value.

use ndarray::ArrayRef1;

use super::axis::Axis;
use super::figure::{Figure, View};
use super::mark::{Heatmap, Kind, Mark};
use super::words::{self, either};

/// Points of all curves in all frames together; with more, a notebook of some sliders would have many megabytes.
const POINTS_IN_ALL_FRAMES: usize = 60_000;
/// No curve is thinned below this.
const POINTS_AT_LEAST: usize = 400;
/// Cells of the heatmaps of all frames together.
const CELLS_IN_ALL_FRAMES: usize = 200_000;
/// No map is averaged down below this many rows and columns.
const CELLS_AT_LEAST: usize = 64;

/// The frames and what the slider says.
#[derive(Clone, Debug)]
pub(crate) struct Slider {
    pub(crate) label: String,
    pub(crate) values: Vec<f64>,
    pub(crate) frames: Vec<Figure>,
}

/// What is seen at one position of the slider; a figure without slider is one scene.
#[derive(Clone, Debug)]
pub(crate) struct Scene {
    pub(crate) title: String,
    pub(crate) marks: Vec<Mark>,
    pub(crate) notes: Vec<String>,
}

/// A figure whose slider chooses among `frames`, one for each of `values`; `label` names the quantity with its unit.
///
/// All frames are computed here, in Rust; moving the slider only exchanges them, also in an exported notebook without
/// a kernel. Axes and colours have the same range in all frames, so that what moves is the data and not the scale. What is added
/// to the finished figure (`.line(…)`, `.hline(…)`) is seen in every frame.
///
/// ```
/// use neurocomp::ndarray::{Array1, array};
/// use neurocomp::plot;
///
/// let t = Array1::linspace(0.0, 100.0, 201);
/// let currents = array![10.0, 15.0, 20.0];
/// let frames = currents
///     .iter()
///     .map(|current| {
///         let v = t.mapv(|t| current * (1.0 - f64::exp(-t / 20.0)));
///         plot::line(&t, &v, "time (ms)", "V (mV)")
///     })
///     .collect();
/// let figure = plot::slider("I (nA)", &currents, frames).hline(20.0, "threshold");
/// assert!(figure.problems().is_empty());
/// ```
pub fn slider(label: &str, values: &ArrayRef1<f64>, frames: Vec<Figure>) -> Figure {
    let Some(first) = frames.first() else {
        return Figure::new(label).problem(words::no_frames());
    };
    let mut figure = Figure::new(&first.title);
    figure.x = common_axis(&frames, |frame| &frame.x);
    figure.y = common_axis(&frames, |frame| &frame.y);
    figure.size = first.size;
    if values.len() != frames.len() {
        figure = figure.problem(words::frames_differ(values.len(), frames.len()));
    }
    let curves: usize = frames.iter().map(|frame| frame.marks.len()).sum();
    let limit = (POINTS_IN_ALL_FRAMES / curves.max(1)).max(POINTS_AT_LEAST);
    let colours = common_colours(&frames);
    let cells =
        ((CELLS_IN_ALL_FRAMES as f64 / frames.len() as f64).sqrt() as usize).max(CELLS_AT_LEAST);
    let frames: Vec<Figure> = frames
        .into_iter()
        .take(values.len())
        .map(|frame| {
            let fitted = |mark: &Mark| match &mark.kind {
                Kind::Heatmap(map) => {
                    let (low, high) = colours;
                    let kind = Kind::Heatmap(Heatmap {
                        low,
                        high,
                        ..map.coarser(cells)
                    });
                    Mark {
                        kind,
                        ..mark.clone()
                    }
                }
                _ => mark.thinned(limit),
            };
            Figure {
                marks: frame.marks.iter().map(fitted).collect(),
                ..frame
            }
        })
        .collect();
    if frames.is_empty() {
        return figure;
    }
    let values = values.iter().copied().take(frames.len()).collect();
    figure.slider = Some(Slider {
        label: label.into(),
        values,
        frames,
    });
    figure
}

/// The range of the colours over the maps of all frames.
fn common_colours(frames: &[Figure]) -> (f64, f64) {
    let mut range = (f64::INFINITY, f64::NEG_INFINITY);
    for mark in frames.iter().flat_map(|frame| &frame.marks) {
        if let Kind::Heatmap(map) = &mark.kind {
            range = (range.0.min(map.low), range.1.max(map.high));
        }
    }
    range
}

/// Label and scale of the first frame; the range covers those that the frames ask for.
fn common_axis(frames: &[Figure], axis: fn(&Figure) -> &Axis) -> Axis {
    let wishes: Vec<(f64, f64)> = frames
        .iter()
        .filter_map(|frame| axis(frame).range)
        .collect();
    let range = wishes
        .into_iter()
        .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
    Axis {
        range,
        ..axis(&frames[0]).clone()
    }
}

impl Slider {
    pub(crate) fn lowest(&self) -> f64 {
        self.values.iter().copied().fold(f64::INFINITY, f64::min)
    }

    pub(crate) fn highest(&self) -> f64 {
        self.values
            .iter()
            .copied()
            .fold(f64::NEG_INFINITY, f64::max)
    }
}

impl Figure {
    /// Everything that is seen, one scene for each position of the slider, all with marks of the same number and kinds.
    pub(crate) fn scenes(&self) -> Vec<Scene> {
        let Some(slider) = &self.slider else {
            return vec![Scene {
                title: self.title.clone(),
                marks: self.marks.clone(),
                notes: self.notes.clone(),
            }];
        };
        let widest = slider.frames.iter().max_by_key(|frame| frame.marks.len());
        let pattern = widest.map_or(&[][..], |frame| &frame.marks);
        slider
            .frames
            .iter()
            .map(|frame| {
                // Plotly leaves a curve standing that the next frame does not mention.
                let missing = pattern.iter().skip(frame.marks.len()).map(Mark::emptied);
                let marks = frame
                    .marks
                    .iter()
                    .cloned()
                    .chain(missing)
                    .chain(self.marks.iter().cloned())
                    .collect();
                let notes = frame
                    .problems_of_its_own()
                    .into_iter()
                    .chain(self.notes.iter().cloned())
                    .collect();
                Scene {
                    title: frame.title.clone(),
                    marks,
                    notes,
                }
            })
            .collect()
    }

    fn problems_of_its_own(&self) -> Vec<String> {
        // A slider inside a frame of a slider shows nothing: say so instead of leaving the frame empty.
        let nested = self.slider.is_some().then(|| {
            either(
                "slider: a frame cannot hold a slider itself",
                "curseur : une image ne peut pas contenir de curseur",
            )
        });
        self.notes.iter().cloned().chain(nested).collect()
    }

    /// The ranges of the axes over all scenes, and every problem with its scene.
    pub(crate) fn view(&self, scenes: &[Scene]) -> View {
        let (mut xs, mut ys) = (Vec::new(), Vec::new());
        for mark in scenes.iter().flat_map(|scene| &scene.marks) {
            mark.extent(&mut xs, &mut ys, self.x.log, self.y.log);
        }
        let holds = |test: fn(&Kind) -> bool| {
            scenes
                .iter()
                .flat_map(|scene| &scene.marks)
                .any(|mark| test(&mark.kind))
        };
        let map = holds(|kind| matches!(kind, Kind::Heatmap(_)));
        let markers = holds(|kind| {
            matches!(
                kind,
                Kind::Points { .. } | Kind::Dots { .. } | Kind::Text { .. }
            )
        });
        let bars = holds(|kind| matches!(kind, Kind::Bars { .. }));
        let (x, x_note) = self
            .x
            .span("x", &xs, if markers && !map { 0.025 } else { 0.0 });
        let (mut y, y_note) = self.y.span("y", &ys, if map { 0.0 } else { 0.05 });
        // Bars stand on the axis.
        if bars && self.y.range.is_none() && !self.y.log && ys.iter().all(|&y| y >= 0.0) {
            y.low = 0.0;
        }
        let mut notes: Vec<String> = Vec::new();
        for note in scenes.iter().flat_map(|scene| &scene.notes) {
            if !notes.contains(note) {
                notes.push(note.clone());
            }
        }
        notes.extend(x_note.into_iter().chain(y_note));
        for (axis, letter, values) in [(&self.x, "x", &xs), (&self.y, "y", &ys)] {
            if axis.log && !values.is_empty() && !values.iter().any(|&v| v > 0.0) {
                notes.push(words::nothing_positive(letter));
            }
        }
        View { x, y, notes }
    }
}
