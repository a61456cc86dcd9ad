//! Memory: networks that recall what they have stored.
//!
//! | module | what it holds |
//! | --- | --- |
//! | [`hopfield`] | the Hopfield network: storage, fields, energy, recall |
//! | [`picture`] | patterns to look at: drawn by the library, or read from files |
//! | [`mean_field`] | theory: m* = tanh(βm*/2), critical β = 2, competition, capacity 0.138 |
//! | [`experiment`] | the same, measured: overlap against β, recall against load |
//! | [`sparse`] | patterns of low activity and a rule for them |
//! | [`modern`] | sharper energies: dense associative memory, softmax recall |
//!
//! ```
//! use neurocomp::memory::{Hopfield, RecallParams, picture};
//!
//! let network = Hopfield::new(&[picture::face(), picture::flower(), picture::wolf()])?;
//! let cue = picture::flower().partial(0.4, 1)?; // the upper 40 %, the rest by chance
//! let recall = network.recall(&cue, RecallParams::default())?;
//! assert!(recall.last.overlap(&picture::flower())? > 0.95);
//! # Ok::<(), neurocomp::Error>(())
//! ```

pub mod experiment;
pub mod hopfield;
pub mod mean_field;
pub mod modern;
pub mod picture;
pub mod sparse;

mod error;
mod pattern;

pub use hopfield::{Hopfield, Recall, RecallParams, UpdateOrder};
pub use pattern::Pattern;
