//! The companion on plasticity.

use super::names;

mod conditioning;
mod model;
mod rate;
mod timing;
mod triplet;
