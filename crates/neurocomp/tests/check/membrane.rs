//! The companion on membrane and cable.

use super::{names, passes};

mod axon;
mod cable;
mod circuit;
mod gate;
mod rate;
mod spike;
