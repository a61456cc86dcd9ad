//! Checks of TD1, first steps in Rust.
//!
//! The notebook writes `check::first_steps::firing_rate(firing_rate)`: the check has the name of the exercise, and takes
//! the student's function as a plain `fn`.
//!
//! | exercise | function to write | answer |
//! | --- | --- | --- |
//! | 1 | [`firing_rate`]`(spikes, duration)` | Hz |
//! | 2 | [`response`]`(input, threshold, gain, max_rate)` | Hz |
//! | 3 | [`latency`]`(times, onset)` | ms, or `None` |
//! | 4 | [`to_binary`]`(n)` | text |
//! | 5 | [`to_roman`]`(n)` | text |
//! | 6 | [`z_score`]`(values)` | no unit |
//! | 7 | [`normal_density`]`(x, mean, sd)` | 1 / unit of x |
//! | 8 | [`energy_ratio`]`(neurons, kilobytes, brain_watts, milliwatts_per_gigabyte)` | no unit |
//! | 9 | [`raster_line`]`(times, duration)` | text |
//! | 10 | [`checked_potential`]`(v)` | mV, or an error |
//! | 11 | [`product_sign`]`(a, b)` | −1, 0 or 1 |
//! | 12 | [`sample`]`(f, low, high, n)` | x and f(x) |
//!
//! Durations and spike times are in ms, currents in nA, potentials in mV, rates in Hz.

mod array;
mod choice;
mod number;
mod representation;

pub use array::{Sampler, normal_density, sample, z_score};
pub use choice::{checked_potential, latency, product_sign};
pub use number::{energy_ratio, firing_rate, response};
pub use representation::{raster_line, to_binary, to_roman};

/// The tables, in the order of the tutorial.
pub(super) const EXERCISES: &[&dyn super::Reviewed] = &[];
