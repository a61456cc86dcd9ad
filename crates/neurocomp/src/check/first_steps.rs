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

use super::Reviewed;

mod checked_potential;
mod energy_ratio;
mod firing_rate;
mod latency;
mod normal_density;
mod product_sign;
mod raster_line;
mod response;
mod sample;
mod to_binary;
mod to_roman;
mod z_score;

pub use checked_potential::checked_potential;
pub use energy_ratio::energy_ratio;
pub use firing_rate::firing_rate;
pub use latency::latency;
pub use normal_density::normal_density;
pub use product_sign::product_sign;
pub use raster_line::raster_line;
pub use response::response;
pub use sample::{Sampler, sample};
pub use to_binary::to_binary;
pub use to_roman::to_roman;
pub use z_score::z_score;

/// The tables, in the order of the tutorial.
pub(super) const EXERCISES: &[&dyn Reviewed] = &[
    &firing_rate::FIRING_RATE,
    &response::RESPONSE,
    &latency::LATENCY,
    &to_binary::TO_BINARY,
    &to_roman::TO_ROMAN,
    &z_score::Z_SCORE,
    &normal_density::NORMAL_DENSITY,
    &energy_ratio::ENERGY_RATIO,
    &raster_line::RASTER_LINE,
    &checked_potential::CHECKED_POTENTIAL,
    &product_sign::PRODUCT_SIGN,
    &sample::SAMPLE,
];
