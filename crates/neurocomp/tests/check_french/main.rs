//! The checks of all tutorials in French. A program of its own, because the language holds for a whole process.

mod first_steps;
mod hopfield;
mod lif;
mod membrane;
mod perceptron;
mod spikes;
