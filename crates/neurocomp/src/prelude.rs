//! What a notebook's first cell loads: `use neurocomp::prelude::*;`
//!
//! The names of the course, and of ndarray those that every tutorial writes.

pub use crate::check;
pub use crate::language::language;
pub use crate::neuron::lif::{Lif, LifParams, LifRun, RateCvMap};
pub use crate::neuron::sodium::{FixedPoint, SodiumParams, SodiumRun, SodiumThreshold};
pub use crate::neuron::synapse::{DiffusionLimit, diffusion_limit, poisson_input};
pub use crate::plot::{self, Figure};
pub use crate::progress::progress;
pub use crate::spike_train::{Histogram, SpikeTrain, histogram, threshold_crossings};
pub use ndarray::{Array1, Array2, array, s};
