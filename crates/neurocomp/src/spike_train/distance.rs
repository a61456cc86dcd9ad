//! How far apart two spike trains are.
//!
//! | distance | what it compares | parameter | equal trains | unit |
//! | --- | --- | --- | --- | --- |
//! | [`victor_purpura`] | the cheapest way to edit one train into the other | q, cost per ms moved | 0 | none |
//! | [`van_rossum`] | the trains filtered by an exponential | τ, memory of the filter | 0 | none |
//! | [`isi_distance`] | the interspike intervals of the moment | | 0 | none, 0 … 1 |
//! | [`spike_distance`] | the times of the spikes around the moment | | 0 | none, 0 … 1 |
//!
//! The first two are metrics: symmetrical, 0 only for equal trains, and obeying the triangle inequality d(a, c) ≤ d(a,
//! b) + d(b, c). Each has a time scale to choose, from 0 where only coincident spikes count (τ → 0, q → ∞) to one where
//! only the numbers of spikes count (τ → ∞, q → 0). The other two have none: they look at the intervals of the moment,
//! and average over the observation.
//!
//! ```
//! use neurocomp::spike_train::SpikeTrain;
//! use neurocomp::spike_train::distance::{isi_distance, spike_distance, van_rossum, victor_purpura};
//!
//! let a = SpikeTrain::new(vec![20.0, 50.0, 80.0], 0.0, 100.0)?;
//! let b = SpikeTrain::new(vec![21.0, 50.0], 0.0, 100.0)?;
//! // At 0.1 per ms: move a spike by 1 ms, delete another.
//! assert!((victor_purpura(&a, &b, 0.1)? - 1.1).abs() < 1e-12);
//! for distance in [van_rossum(&a, &b, 10.0)?, isi_distance(&a, &b)?, spike_distance(&a, &b)?] {
//!     assert!(distance > 0.0 && distance < 1.0);
//! }
//! assert_eq!(spike_distance(&a, &a)?, 0.0);
//! # Ok::<(), neurocomp::Error>(())
//! ```

mod edges;
mod isi;
mod spike;
mod van_rossum;
mod victor_purpura;

pub use isi::isi_distance;
pub use spike::spike_distance;
pub use van_rossum::van_rossum;
pub use victor_purpura::victor_purpura;

#[cfg(test)]
mod tests;
