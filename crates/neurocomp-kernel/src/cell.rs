//! A cell as rustc gets it, and what rustc says of it.

pub mod brackets;
#[allow(dead_code)] // for the server
pub mod clean;
#[allow(dead_code)] // for the server
pub mod completeness;
pub mod diagnostic;
pub mod kept;
pub mod lean;
#[allow(dead_code)] // for the three that use it
mod lexed;
pub mod source;
pub mod types;
#[allow(dead_code)] // for the server
pub mod unclosed;
pub mod variables;

#[allow(unused_imports)] // for the server
pub use clean::clean;
#[allow(unused_imports)] // for the server
pub use completeness::{Completeness, completeness};
#[allow(unused_imports)] // for the server
pub use unclosed::{Unclosed, unclosed};
