//! Checks of TD1, first steps in Rust.
