//! TD3.

use super::names;

mod formula;
mod noise;
mod simulation;
mod train;
