//! A cell as rustc gets it, and what rustc says of it.

pub mod brackets;
pub mod diagnostic;
pub mod kept;
pub mod lean;
pub mod source;
pub mod types;
pub mod variables;
