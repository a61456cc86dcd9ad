//! A cell as rustc gets it, and what rustc says of it.

pub mod brackets;
pub mod clean;
pub mod completeness;
pub mod diagnostic;
pub mod kept;
pub mod lean;
pub mod lexed;
pub mod source;
pub mod types;
pub mod unclosed;
pub mod variables;

pub use clean::clean;
pub use completeness::{Completeness, completeness};
pub use lexed::has_power_of_other_languages;
pub use unclosed::{What, unclosed};
