//! Checks of TD1, first steps in Rust.
//!
//! The notebook writes `check::first_steps::firing_rate(firing_rate)`: the check has the name of the exercise, and takes
//! the student's function as a plain `fn`. The very small exercises share a file by subject, each of the others has one.
//!
//! | exercise | function to write | answer |
//! | --- | --- | --- |
//! | 1–6 | [`climb`], [`label`], [`three_more`], [`half`], [`middle`], [`quarter`] | values, text, functions |
//! | 7–12 | [`rectify`], [`sign`], [`sum_to`], [`dots`], [`halvings`], [`connections`] | deciding, repeating |
//! | 13–19 | [`last`], [`count_early`], [`in_seconds`], [`muted`], [`intervals`], [`sum_of_squares`], [`second_half`] | lists |
//! | 20–24 | [`inverse`], [`rate_of`], [`delay`], [`swap`], [`slower`] | `Option`, tuples, a struct |
//! | 25–31 | [`one_spike`], [`fading`], [`weighted_sum`], [`distances`], [`changes`], [`rectified`], [`count_spike`] | arrays |
//! | 32 | [`firing_rate`]`(spikes, duration)` | Hz |
//! | 33 | [`response`]`(input, threshold, gain, max_rate)` | Hz |
//! | 34 | [`latency`]`(times, onset)` | ms, or `None` |
//! | 35 | [`z_score`]`(values)` | no unit |
//! | 36 | [`normal_density`]`(x, mean, sd)` | 1 / unit of x |
//! | 37 | [`energy_ratio`]`(neurons, kilobytes, brain_watts, milliwatts_per_gigabyte)` | no unit |
//! | 38 | [`raster_line`]`(times, duration)` | text |
//! | 39 | [`checked_potential`]`(v)` | mV, or an error |
//! | 40 | [`product_sign`]`(a, b)` | −1, 0 or 1 |
//! | 41 | [`sample`]`(f, low, high, n)` | x and f(x) |
//! | 42 | [`to_binary`]`(n)` | text |
//! | 43 | [`to_roman`]`(n)` | text |
//!
//! Durations and spike times are in ms, currents in nA, potentials in mV, rates in Hz.

use super::Reviewed;

mod arrays;
mod checked_potential;
mod energy_ratio;
mod firing_rate;
mod latency;
mod lists;
mod loops;
mod normal_density;
mod options;
mod product_sign;
mod raster_line;
mod response;
mod sample;
mod to_binary;
mod to_roman;
mod values;
mod z_score;

pub use arrays::{Counter, changes, count_spike, distances, fading, one_spike, rectified, weighted_sum};
pub use checked_potential::checked_potential;
pub use energy_ratio::energy_ratio;
pub use firing_rate::firing_rate;
pub use latency::latency;
pub use lists::{count_early, in_seconds, intervals, last, muted, second_half, sum_of_squares};
pub use loops::{connections, dots, halvings, rectify, sign, sum_to};
pub use normal_density::normal_density;
pub use options::{delay, inverse, rate_of, slower, swap};
pub use product_sign::product_sign;
pub use raster_line::raster_line;
pub use response::response;
pub use sample::{Sampler, sample};
pub use to_binary::to_binary;
pub use to_roman::to_roman;
pub use values::{climb, half, label, middle, quarter, three_more};
pub use z_score::z_score;

/// The tables, in the order of the tutorial.
pub(super) const EXERCISES: &[&dyn Reviewed] = &[
    &values::CLIMB,
    &values::LABEL,
    &values::THREE_MORE,
    &values::HALF,
    &values::MIDDLE,
    &values::QUARTER,
    &loops::RECTIFY,
    &loops::SIGN,
    &loops::SUM_TO,
    &loops::DOTS,
    &loops::HALVINGS,
    &loops::CONNECTIONS,
    &lists::LAST,
    &lists::COUNT_EARLY,
    &lists::IN_SECONDS,
    &lists::MUTED,
    &lists::INTERVALS,
    &lists::SUM_OF_SQUARES,
    &lists::SECOND_HALF,
    &options::INVERSE,
    &options::RATE_OF,
    &options::DELAY,
    &options::SWAP,
    &options::SLOWER,
    &arrays::ONE_SPIKE,
    &arrays::FADING,
    &arrays::WEIGHTED_SUM,
    &arrays::DISTANCES,
    &arrays::CHANGES,
    &arrays::RECTIFIED,
    &arrays::COUNT_SPIKE,
    &firing_rate::FIRING_RATE,
    &response::RESPONSE,
    &latency::LATENCY,
    &z_score::Z_SCORE,
    &normal_density::NORMAL_DENSITY,
    &energy_ratio::ENERGY_RATIO,
    &raster_line::RASTER_LINE,
    &checked_potential::CHECKED_POTENTIAL,
    &product_sign::PRODUCT_SIGN,
    &sample::SAMPLE,
    &to_binary::TO_BINARY,
    &to_roman::TO_ROMAN,
];
