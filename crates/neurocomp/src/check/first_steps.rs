//! Checks of TD1, first steps in Rust.
//!
//! The notebook writes `check::first_steps::firing_rate(firing_rate)`: the check has the name of the exercise, and takes
//! the student's function as a plain `fn`. The very small exercises share a file by subject, each of the others has one.
//!
//! | exercise | function to write | answer |
//! | --- | --- | --- |
//! | 1–7 | [`climb`], [`label`], [`three_more`], [`half`], [`golden_ratio`], [`middle`], [`quarter`] | values, text, functions |
//! | 8–13 | [`rectify`], [`sign`], [`sum_to`], [`dots`], [`halvings`], [`connections`] | deciding, repeating |
//! | 14–21 | [`last`], [`count_early`], [`in_seconds`], [`muted`], [`intervals`], [`stop_in_time`], [`mean_of_squares`], [`second_half`] | lists |
//! | 22–27 | [`inverse`], [`rate_of`], [`delay`], [`swap`], [`slope`], [`slower`] | `Option`, tuples, a struct |
//! | 28–35 | [`one_spike`], [`fading`], [`weighted_sum`], [`distances`], [`changes`], [`rectified`], [`count_spike`], [`count_all`] | arrays |
//! | 36 | [`firing_rate`]`(spikes, duration)` | Hz |
//! | 37 | [`response`]`(input, threshold, gain, max_rate)` | Hz |
//! | 38 | [`latency`]`(times, onset)` | ms, or `None` |
//! | 39 | [`z_score`]`(values)` | no unit |
//! | 40 | [`normal_density`]`(x, mean, sd)` | 1 / unit of x |
//! | 41 | [`energy_ratio`]`(neurons, kilobytes, brain_watts, milliwatts_per_gigabyte)` | no unit |
//! | 42 | [`raster_line`]`(times, duration)` | text |
//! | 43 | [`checked_potential`]`(v)` | mV, or an error |
//! | 44 | [`product_sign`]`(a, b)` | −1, 0 or 1 |
//! | 45 | [`sample`]`(f, low, high, n)` | x and f(x) |
//! | 46 | [`to_binary`]`(n)` | text |
//! | 47 | [`to_roman`]`(n)` | text |
//!
//! Durations and spike times are in ms, currents in nA, potentials in mV, rates in Hz.

use super::Reviewed;

mod arrays;
mod checked_potential;
mod counting;
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

pub use arrays::{changes, distances, fading, one_spike, rectified, weighted_sum};
pub use checked_potential::checked_potential;
pub use counting::{Counter, count_all, count_spike};
pub use energy_ratio::energy_ratio;
pub use firing_rate::firing_rate;
pub use latency::latency;
pub use lists::{count_early, in_seconds, intervals, last, mean_of_squares, muted, second_half, stop_in_time};
pub use loops::{connections, dots, halvings, rectify, sign, sum_to};
pub use normal_density::normal_density;
pub use options::{delay, inverse, rate_of, slope, slower, swap};
pub use product_sign::product_sign;
pub use raster_line::raster_line;
pub use response::response;
pub use sample::{Sampler, sample};
pub use to_binary::to_binary;
pub use to_roman::to_roman;
pub use values::{climb, golden_ratio, half, label, middle, quarter, three_more};
pub use z_score::z_score;

/// The tables, in the order of the tutorial.
pub(super) const EXERCISES: &[&dyn Reviewed] = &[
    &values::CLIMB,
    &values::LABEL,
    &values::THREE_MORE,
    &values::HALF,
    &values::GOLDEN_RATIO,
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
    &lists::STOP_IN_TIME,
    &lists::MEAN_OF_SQUARES,
    &lists::SECOND_HALF,
    &options::INVERSE,
    &options::RATE_OF,
    &options::DELAY,
    &options::SWAP,
    &options::SLOPE,
    &options::SLOWER,
    &arrays::ONE_SPIKE,
    &arrays::FADING,
    &arrays::WEIGHTED_SUM,
    &arrays::DISTANCES,
    &arrays::CHANGES,
    &arrays::RECTIFIED,
    &counting::COUNT_SPIKE,
    &counting::COUNT_ALL,
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
