//! TD4.

use super::names;

mod history;
mod network;
mod plane;
mod population;
mod transfer;
