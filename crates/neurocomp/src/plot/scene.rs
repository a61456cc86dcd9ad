//! What a figure shows: one scene, or one for each position of a slider.

use super::mark::Mark;

/// What is drawn between the axes, and what is said about it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scene {
    pub(crate) title: String,
    pub(crate) marks: Vec<Mark>,
    /// What could not be drawn, and why.
    pub(crate) notes: Vec<String>,
}

/// Scenes, one for each value of a quantity.
#[derive(Clone, Debug)]
pub(crate) struct Slider {
    pub(crate) label: String,
    pub(crate) values: Vec<f64>,
    pub(crate) frames: Vec<Scene>,
    /// The number of the frame that is seen before the slider is moved.
    pub(crate) shown: usize,
}
