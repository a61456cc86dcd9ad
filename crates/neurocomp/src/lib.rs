//! Computational neuroscience, learned by programming it.
#![warn(missing_docs)]

pub use {mnist, nalgebra, ndarray, ndarray_rand, plotly, polars};

pub mod cable;
#[doc(hidden)]
pub mod cell;
pub mod check;
pub mod current;
pub mod data;
pub mod dataset;
pub mod information;
pub mod integrate;
pub mod language;
pub mod membrane;
pub mod neuron;
mod noise;
pub mod parameter;
pub mod phase_plane;
pub mod place_cell;
pub mod plot;
pub mod prelude;
pub mod progress;
mod root;
pub mod spike_train;
pub mod time_step;
pub mod tuning;
