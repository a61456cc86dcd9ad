//! Figures.
//!
//! A figure is described by calls that follow one another and shows itself at the end of a cell:
//!
//! ```
//! use neurocomp::ndarray::Array1;
//! use neurocomp::plot::Figure;
//!
//! let current = Array1::linspace(20.1, 40.0, 200);
//! let rate = current.mapv(|i| 1000.0 / (20.0 * f64::ln(i / (i - 20.0))));
//! Figure::new("Leaky integrate-and-fire neuron")
//!     .line(&current, &rate, "theory")
//!     .vline(20.0, "rheobase")
//!     .x_label("input current I (nA)")
//!     .y_label("firing rate f (Hz)");
//! ```
//!
//! | to draw | call |
//! | --- | --- |
//! | one curve, axes labelled | [`line`](line()) |
//! | V(t) with threshold and spikes | [`trace`] |
//! | rate against current | [`f_i_curve`] |
//! | intervals of a spike train | [`isi_histogram`] |
//! | spikes of trials or neurons, row by row | [`raster`]; with the rate below it [`raster_with_rate`] |
//! | rate against time from a stimulus | [`psth`] |
//! | auto- or cross-correlogram | [`correlogram`] |
//! | rate against a stimulus, with errors | [`tuning_curve`] |
//! | rate against place, on a track or in a field | [`place_field`], [`place_field_map`] |
//! | rate or CV over the (I, σ) plane | [`rate_map`], [`cv_map`] |
//! | nullclines, flow, trajectories, fixed points | [`phase_plane`] |
//! | error of a solver against its time step | [`convergence`] |
//! | m∞, h∞, n∞ and their time constants | [`gating_curves`], [`gating_time_constants`] |
//! | V along a cable, V over time and space | [`cable_profile`], [`space_time`] |
//! | a network's state, or several, as pictures | [`state_image`], [`state_images`], [`digit_grid`] |
//! | overlap with patterns, against time or load | [`overlap_curves`], [`capacity_curve`] |
//! | fixed points against a parameter, a sweep up and down | [`bifurcation_diagram`], [`hysteresis`] |
//! | eigenvalues with a circle | [`eigenvalues`] |
//! | activity over time and angle | [`bump`] |
//! | change of a weight against spike timing or frequency | [`stdp_window`], [`frequency_curve`] |
//! | weights of synapses | [`weight_histogram`] |
//! | predictions of stimuli, trial by trial | [`conditioning_curve`] |
//! | two classes and a perceptron's line | [`decision_line`] |
//! | error after each epoch | [`learning_curve`] |
//! | which classes are mistaken for which | [`confusion_matrix`] |
//! | anything that is recomputed when a control is moved | [`live()`] |
//! | anything with a slider over frames that are there already | [`slider`] |
//! | anything else | [`Figure`] and its methods |
//!
//! Labels carry the unit: `"time (ms)"`, `"V (mV)"`. Arrays go in by reference and stay yours.
//!
//! # What is shown
//! Three forms go to the notebook together: an interactive Plotly figure, a static SVG picture for exported pages
//! and GitHub, and one line of text ([`Figure::summary`]), which is also the picture's description for screen readers.
//! None of them needs a network.
//!
//! # Live figures
//! [`live()`] takes a function that asks for the values of its parameters and gives the figure. Its controls appear above the figure, and moving
//! one calls the function again, in the process in which the cells run.
//!
//! # What is left out
//! Long curves are thinned to about 4,000 points for display, in such a way that the extremes stay: no spike is lost,
//! and the picture is the same to the pixel; see U. Jugel et al., PVLDB 7 (2014) 797–808,
//! doi:10.14778/2732951.2732953. Clouds of points lose those that hide one another, heatmaps beyond 250 × 250
//! cells are averaged over blocks; pictures of states have 64 × 64 cells at most, and a hundred greys. The summary tells how many points were given and how many are drawn. Numbers in the
//! interactive figure have seven significant digits.
//!
//! # Errors
//! Nothing panics and nothing vanishes silently. Arrays of different lengths, empty arrays, ranges upside down are
//! named inside the figure with what was expected and what was received; the rest is drawn. Single NaN or infinite
//! values are gaps, and the summary counts them.

mod axis;
mod display;
mod figure;
mod interactive;
mod live;
mod mark;
mod number;
mod ready;
mod scene;
mod slider;
mod style;
mod summary;
mod svg;
mod text;
mod thin;
mod view;
mod words;
mod write;

pub use figure::Figure;
pub(crate) use live::move_to;
pub use live::{Knobs, Live, live};
pub use ready::cable::{cable_profile, space_time};
pub use ready::conditioning::conditioning_curve;
pub use ready::digits::digit_grid;
pub use ready::integrate::convergence;
pub use ready::line;
pub use ready::memory::{capacity_curve, overlap_curves, state_image, state_images};
pub use ready::neuron::{cv_map, f_i_curve, gating_curves, gating_time_constants, rate_map, trace};
pub use ready::perceptron::{confusion_matrix, decision_line, learning_curve};
pub use ready::phase_plane::phase_plane;
pub use ready::place_cell::{place_field, place_field_map};
pub use ready::plasticity::{frequency_curve, stdp_window, weight_histogram};
pub use ready::rate::{DiagramBranch, bifurcation_diagram, bump, eigenvalues, hysteresis};
pub use ready::spike_train::{correlogram, isi_histogram, psth, raster, raster_with_rate};
pub use ready::tuning::tuning_curve;
pub use slider::slider;
