//! Computational neuroscience, learned by programming it.
//!
//! In a notebook `use neurocomp::prelude::*;` brings the names of the course. The modules, in its order:
//!
//! | module | what it holds |
//! | --- | --- |
//! | [`integrate`] | Euler, Heun, Runge–Kutta, an adaptive solver: how a computer solves dx/dt = f(t, x) |
//! | [`current`] | what is injected: steps, ramps, sines, noise |
//! | [`membrane`] | the passive membrane; Nernst's and Goldman's potentials |
//! | [`neuron`] | integrate-and-fire, Hodgkin–Huxley, FitzHugh–Nagumo, adaptive and bursting neurons, synapses |
//! | [`phase_plane`] | fixed points of two variables and their stability |
//! | [`cable`] | dendrites and axons: compartments, branches, a travelling spike |
//! | [`spike_train`] | when neurons fire: statistics, correlations, distances, generators, surrogates |
//! | [`tuning`], [`place_cell`], [`information`] | what spikes tell about a stimulus or a place |
//! | [`rate`] | rate models: one population, Wilson–Cowan, N units, ring, competition, reservoir |
//! | [`network`] | thousands of spiking neurons |
//! | [`memory`] | the Hopfield network: storage, recall, capacity |
//! | [`plasticity`] | how synapses change: rate rules, spike timing, triplets, voltage, calcium |
//! | [`conditioning`] | learning to predict a reward: Rescorla–Wagner, temporal differences |
//! | [`perceptron`], [`digits`] | learning from mistakes; handwritten digits |
//! | [`data`] | files and tables |
//! | [`plot`] | figures |
//! | [`check`], [`course`], [`progress`], [`language`] | what helps in a notebook |
//! | [`error`], [`parameter`], [`time_step`] | what is refused, and how it is said |
//!
//! What no notebook uses yet is on a page of its own, with an example of each: [`beyond`].
//!
//! Quantities are plain `f64` and arrays of ndarray; every field says its unit (ms, mV, nA, MΩ, nF, Hz). Whatever is
//! random takes a seed: the same seed gives the same draws, on any machine and any number of threads. Nothing panics on
//! input: an error says what is allowed and what was received.
//!
//! Four cargo features are on by default and can be left out: `figures` ([`plot`]), `tables` (what [`data`] reads and writes), `digits`
//! (MNIST's files, pictures from PNG files) and `course` ([`check`], [`course`], and what cells of a notebook use).
#![warn(missing_docs)]

pub use error::{Error, Result};
#[cfg(feature = "digits")]
pub use mnist;
#[cfg(feature = "course")]
pub use ndarray_rand;
#[cfg(feature = "figures")]
pub use plotly;
#[cfg(feature = "tables")]
pub use polars;
pub use {nalgebra, ndarray};

// The public modules, in the order of the table above. rustfmt sorts modules on adjacent lines: the blank lines and
// comments keep the order.

// How a computer solves differential equations.
pub mod integrate;

// A membrane, a neuron, a neuron with dendrites and an axon.
pub mod current;
pub mod membrane;
pub mod neuron;
pub mod phase_plane;

pub mod cable;

// Spikes, and what they tell.
pub mod spike_train;
pub mod tuning;

pub mod place_cell;

pub mod information;

// Networks.
pub mod rate;

pub mod network;

// Memory and learning.
pub mod memory;
pub mod plasticity;

pub mod conditioning;
pub mod perceptron;

pub mod digits;

// Files and figures.
pub mod data;
#[cfg(feature = "figures")]
pub mod plot;

// What helps in a notebook.
#[cfg(feature = "course")]
pub mod check;
#[cfg(feature = "course")]
pub mod course;
pub mod progress;

pub mod language;

// What is refused, and how it is said.
pub mod error;
pub mod parameter;
pub mod time_step;

// What cells import, what no notebook uses yet, and what the kernel calls.
pub mod prelude;

pub mod beyond;
#[doc(hidden)]
pub mod cell;
#[doc(hidden)]
pub mod display;

// What the modules share.
mod file;
mod limits;
mod noise;
mod parallel;
mod root;
mod summary;

/// Has the examples of the README executed.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;
