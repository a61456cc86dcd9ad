//! TD5.

use super::{names, passes};

mod dynamics;
mod formula;
mod theory;
mod weights;
