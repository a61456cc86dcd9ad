//! A figure with a slider: frames computed beforehand, one for each value.

use ndarray::ArrayRef1;

use super::axis::Axis;
use super::figure::Figure;
use super::mark::{Heatmap, Mark, Shape, next_look};
use super::scene::{Scene, Slider};
use super::words;

/// Points of all curves in all frames together; with more, a notebook of some sliders would have many megabytes.
const POINTS_IN_ALL_FRAMES: usize = 60_000;
/// No curve is thinned below this.
const POINTS_AT_LEAST: usize = 400;
/// Cells of the heatmaps of all frames together.
const CELLS_IN_ALL_FRAMES: usize = 200_000;
/// No map is averaged down below this many rows and columns.
const CELLS_AT_LEAST: usize = 64;

/// A figure whose slider chooses among `frames`, one for each of `values`; `label` names the quantity with its unit.
///
/// All frames are computed here, in Rust; moving the slider only exchanges them, also in an exported notebook without a
/// kernel. Axes and colours have the same range in all frames, so that what moves is the data and not the scale. What
/// is added to the finished figure (`.line(…)`, `.hline(…)`) is seen in every frame.
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
    let mut figure = Figure {
        equal_scales: first.equal_scales,
        bare: first.bare,
        tall: frames.iter().filter_map(|frame| frame.tall).max(),
        x: common_axis(&frames, |frame| Some(&frame.x)).unwrap_or_default(),
        y: common_axis(&frames, |frame| Some(&frame.y)).unwrap_or_default(),
        lower: common_axis(&frames, |frame| frame.lower.as_ref()),
        size: first.size,
        ..Figure::new(&first.scene.title)
    };
    if values.len() != frames.len() {
        figure = figure.problem(words::frames_differ(values.len(), frames.len()));
    }
    let curves: usize = frames.iter().map(|frame| frame.scene.marks.len()).sum();
    let limit = (POINTS_IN_ALL_FRAMES / curves.max(1)).max(POINTS_AT_LEAST);
    let colours = common_colours(&frames);
    let cells = ((CELLS_IN_ALL_FRAMES as f64 / frames.len() as f64).sqrt() as usize).max(CELLS_AT_LEAST);
    let mut frames = aligned(frames.into_iter().map(Figure::into_scene).collect());
    frames.truncate(values.len());
    for mark in frames.iter_mut().flat_map(|frame| &mut frame.marks) {
        *mark = mark.thinned(limit);
        let (low, high) = colours;
        mark.map = mark.map.as_ref().map(|map| Heatmap { low, high, ..map.coarser(cells) });
    }
    if frames.is_empty() {
        return figure;
    }
    let values = values.iter().copied().take(frames.len()).collect();
    figure.slider = Some(Slider { label: label.into(), values, frames, shown: 0 });
    figure
}

/// The range of the colours over the maps of all frames.
fn common_colours(frames: &[Figure]) -> (f64, f64) {
    let maps = frames.iter().flat_map(|frame| &frame.scene.marks).filter_map(|mark| mark.map.as_ref());
    maps.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), map| (low.min(map.low), high.max(map.high)))
}

/// Label and scale of the first frame that has such an axis; the range covers those that the frames ask for.
fn common_axis(frames: &[Figure], axis: fn(&Figure) -> Option<&Axis>) -> Option<Axis> {
    let axes: Vec<&Axis> = frames.iter().filter_map(axis).collect();
    let range = axes.iter().filter_map(|axis| axis.range).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
    axes.first().map(|&first| Axis { range, ..first.clone() })
}

/// The same frames, all with marks of the same number, kinds and looks: Plotly leaves a curve standing that the next
/// frame does not mention, and gives the data of the k-th curve of one frame to the k-th of the next.
fn aligned(frames: Vec<Scene>) -> Vec<Scene> {
    let same = |a: &Mark, b: &Mark| a.shape == b.shape && a.lower == b.lower;
    // Frames that are built alike are left as they are, even if names change from one to the next.
    let alike = frames.windows(2).all(|pair| {
        let (a, b) = (&pair[0].marks, &pair[1].marks);
        a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
    });
    if alike {
        return frames;
    }
    let mut places: Vec<Mark> = Vec::new();
    let taken: Vec<Vec<usize>> = frames
        .iter()
        .map(|frame| {
            let mut taken: Vec<usize> = Vec::new();
            for mark in &frame.marks {
                let fits = |k: &usize| {
                    let place = &places[*k];
                    !taken.contains(k) && same(place, mark) && place.name == mark.name
                };
                let place = (0..places.len()).find(fits).unwrap_or(places.len());
                if place == places.len() {
                    places.push(mark.clone());
                }
                taken.push(place);
            }
            taken
        })
        .collect();
    for k in 0..places.len() {
        // An area has its colour by what it means, not by its turn.
        if places[k].shape != Shape::Area {
            (places[k].colour, places[k].pattern) = next_look(places[..k].iter(), places[k].shape);
        }
    }
    let filled = |frame: Scene, taken: &[usize]| {
        let mark = |k: usize| match taken.iter().position(|&place| place == k) {
            Some(i) => Mark { colour: places[k].colour, pattern: places[k].pattern, ..frame.marks[i].clone() },
            None => places[k].emptied(),
        };
        Scene { marks: (0..places.len()).map(mark).collect(), ..frame }
    };
    frames.into_iter().zip(&taken).map(|(frame, taken)| filled(frame, taken)).collect()
}

impl Figure {
    /// Lets the slider begin at the frame whose value is nearest to this one, in place of the first: it is what is seen
    /// until somebody moves the slider, and all that a printed page shows.
    ///
    /// ```
    /// use neurocomp::ndarray::array;
    /// use neurocomp::plot;
    ///
    /// let t = array![0.0, 1.0];
    /// let currents = array![10.0, 15.0, 20.0];
    /// let frames = currents.iter().map(|&i| plot::line(&t, &array![0.0, i], "time (ms)", "V (mV)")).collect();
    /// let figure = plot::slider("I (nA)", &currents, frames).starting_at(16.0);
    /// assert!(figure.svg().contains("I (nA) = 15 (frame 2 of 3"));
    /// ```
    pub fn starting_at(mut self, value: f64) -> Figure {
        if let Some(slider) = &mut self.slider {
            let far = |k: &usize| (slider.values[*k] - value).abs();
            let nearest = (0..slider.values.len()).min_by(|a, b| far(a).total_cmp(&far(b)));
            slider.shown = nearest.unwrap_or(0);
        }
        self
    }

    /// The number of the scene that is seen first.
    pub(crate) fn shown(&self) -> usize {
        self.slider.as_ref().map_or(0, |slider| slider.shown)
    }

    /// Everything that is seen, one scene for each position of the slider, all with marks of the same number and kinds.
    pub(crate) fn scenes(&self) -> Vec<Scene> {
        let Some(slider) = &self.slider else {
            return vec![self.scene.clone()];
        };
        let mut scenes = slider.frames.clone();
        for scene in &mut scenes {
            scene.marks.extend_from_slice(&self.scene.marks);
            scene.notes.extend_from_slice(&self.scene.notes);
        }
        scenes
    }

    /// What it shows as a frame.
    fn into_scene(mut self) -> Scene {
        // A slider inside a frame of a slider shows nothing: say so instead of leaving the frame empty.
        if self.slider.is_some() {
            self = self.problem(words::slider_in_a_frame());
        }
        self.scene
    }
}
