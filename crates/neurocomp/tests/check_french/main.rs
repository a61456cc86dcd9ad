//! The checks of all tutorials in French. A program of its own, because the language holds for a whole process.

mod plasticity;
mod rate;
