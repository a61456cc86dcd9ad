//! TD1.

use super::{names, passes};

mod array;
mod choice;
mod number;
mod representation;
