//! TD2.

use super::names;

mod crossing;
mod equation;
mod excitable;
mod recording;
mod train;
