//! Place cells: where an animal goes, where its neurons fire, and the map of their rate.
//!
//! A place cell of the hippocampus fires when the animal is in its place field, here a Gaussian hill:
//!
//! ```text
//! r(x, y) = r₀ + r_peak exp(−((x − x₀)² + (y − y₀)²)/2σ²)
//! ```
//!
//! | symbol | meaning | in the code | unit | default |
//! | --- | --- | --- | --- | --- |
//! | x₀, y₀ | centre of the field | `x`, `y` | cm | 50, 0 |
//! | σ | width of the field | `width` | cm | 10 |
//! | r_peak | rate in the centre, above the baseline | `peak_rate` | Hz | 15 |
//! | r₀ | baseline | `baseline` | Hz | 0.1 |
//!
//! Its spikes are a Poisson process with the rate at the place where the animal is. The animal's path is a
//! [`Trajectory`]: runs along a track, wandering in an open field, or measured positions. From path and spikes follow
//! the time spent, the spikes and their quotient, the rate, in bins: [`TrackMap`] and [`ArenaMap`].
//!
//! # Example
//!
//! ```
//! use neurocomp::place_cell::{PlaceField, PlaceFieldParams, RunParams, TrackMap, runs_on_track};
//!
//! let run = RunParams::default(); // a track of 200 cm
//! let session = runs_on_track(run, 1)?;
//! let field = PlaceField::new(PlaceFieldParams { x: 120.0, ..Default::default() })?;
//! let spikes = field.spikes(&session.trajectory, 2)?;
//!
//! let map = TrackMap::new(&session.trajectory, &spikes, run.track_length, 5.0, 0.0)?;
//! let (place, rate) = map.peak().unwrap();
//! assert!((place - 120.0).abs() < 10.0 && rate > 8.0);
//! assert!(map.information()?.bits_per_spike > 1.0);
//! # Ok::<(), neurocomp::Error>(())
//! ```
//!
//! # Sources
//!
//! J. O’Keefe & J. Dostrovsky, *Brain Res.* 34, 171 (1971), doi:10.1016/0006-8993(71)90358-1 (place cells). R. U.
//! Muller, J. L. Kubie & J. B. Ranck, *J. Neurosci.* 7, 1935 (1987), doi:10.1523/JNEUROSCI.07-07-01935.1987 (rate maps
//! in an open field).

use rand::Rng;

use crate::error::check_count;
use crate::error::number;
use crate::limits::MAX_LISTS;
use crate::noise::{cell_seed, generator};
use crate::parameter::Allowed;
use crate::spike_train::SpikeTrain;
use crate::spike_train::generate::inhomogeneous_poisson;
use crate::{Error, Result};

mod rate_map;
mod smoothing;
mod trajectory;

pub use rate_map::{ArenaMap, TrackMap};
pub use trajectory::{ForagingParams, RunParams, TrackSession, Trajectory, forage, runs_on_track};

/// The parameters of a place field; on a track `y` is 0. The default is a typical place cell, made up for the course.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlaceFieldParams {
    /// Centre x₀, cm.
    pub x: f64,
    /// Centre y₀, cm.
    pub y: f64,
    /// Width σ, cm; > 0.
    pub width: f64,
    /// Rate r_peak in the centre above the baseline, Hz; ≥ 0.
    pub peak_rate: f64,
    /// Baseline r₀, Hz; ≥ 0.
    pub baseline: f64,
}

impl Default for PlaceFieldParams {
    fn default() -> PlaceFieldParams {
        PlaceFieldParams { x: 50.0, y: 0.0, width: 10.0, peak_rate: 15.0, baseline: 0.1 }
    }
}

/// A place field whose parameters have been checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlaceField {
    params: PlaceFieldParams,
}

impl PlaceField {
    /// A place field with these parameters.
    ///
    /// # Errors
    ///
    /// If a coordinate is not finite, `width` not > 0, or a rate not ≥ 0.
    pub fn new(params: PlaceFieldParams) -> Result<PlaceField> {
        Allowed::Finite.check("x", "cm", params.x)?;
        Allowed::Finite.check("y", "cm", params.y)?;
        Allowed::Positive.check("width", "cm", params.width)?;
        Allowed::NotNegative.check("peak_rate", "Hz", params.peak_rate)?;
        Allowed::NotNegative.check("baseline", "Hz", params.baseline)?;
        Ok(PlaceField { params })
    }

    /// `neurons` fields that differ only in their centres, which divide a track of `track_length` (cm) evenly; the `x` of
    /// `params` is not used.
    ///
    /// # Errors
    ///
    /// As for [`PlaceField::new`], if `track_length` is not > 0, or for more than a million neurons.
    pub fn along_track(neurons: usize, track_length: f64, params: PlaceFieldParams) -> Result<Vec<PlaceField>> {
        check_count("neurons", 0, MAX_LISTS, neurons)?;
        Allowed::Positive.check("track_length", "cm", track_length)?;
        (0..neurons)
            .map(|k| {
                let x = track_length * (k as f64 + 0.5) / neurons as f64;
                PlaceField::new(PlaceFieldParams { x, ..params })
            })
            .collect()
    }

    /// `neurons` fields that differ only in their centres, uniformly random in a field of `arena_width` by `arena_height`
    /// (cm); the `x` and `y` of `params` are not used.
    ///
    /// # Errors
    ///
    /// As for [`PlaceField::new`], if a length is not > 0, or for more than a million neurons.
    pub fn in_arena(
        neurons: usize,
        arena_width: f64,
        arena_height: f64,
        params: PlaceFieldParams,
        seed: u64,
    ) -> Result<Vec<PlaceField>> {
        check_count("neurons", 0, MAX_LISTS, neurons)?;
        Allowed::Positive.check("arena_width", "cm", arena_width)?;
        Allowed::Positive.check("arena_height", "cm", arena_height)?;
        let mut rng = generator(seed);
        (0..neurons)
            .map(|_| {
                let x = arena_width * rng.random::<f64>();
                let y = arena_height * rng.random::<f64>();
                PlaceField::new(PlaceFieldParams { x, y, ..params })
            })
            .collect()
    }

    /// The parameters.
    pub fn params(&self) -> PlaceFieldParams {
        self.params
    }

    /// The rate at the place (`x`, `y`), cm, in Hz.
    pub fn rate(&self, x: f64, y: f64) -> f64 {
        let p = self.params;
        // Divided before they are squared, or the square of a small width is 0.
        let (x, y) = ((x - p.x) / p.width, (y - p.y) / p.width);
        p.baseline + p.peak_rate * (-0.5 * (x * x + y * y)).exp()
    }

    /// The spikes of this cell while the animal follows the `trajectory`: a Poisson process with the rate of the place.
    ///
    /// # Errors
    ///
    /// With more than ten million spikes.
    pub fn spikes(&self, trajectory: &Trajectory, seed: u64) -> Result<SpikeTrain> {
        let (t_start, t_stop) = (trajectory.t_start(), trajectory.t_stop());
        let rate = |since: f64| {
            let (x, y) = trajectory.position(t_start + since);
            self.rate(x, y)
        };
        let max_rate = self.params.baseline + self.params.peak_rate;
        let train = inhomogeneous_poisson(rate, max_rate, t_stop - t_start, seed)?;
        if t_start == 0.0 {
            return Ok(train);
        }
        let times = train.times().iter().map(|t| (t_start + t).min(t_stop));
        SpikeTrain::new(times.collect(), t_start, t_stop)
    }
}

/// The spikes of every cell of a population while the animal follows the `trajectory`, independently of each other but for
/// the place.
///
/// ```
/// use neurocomp::place_cell::{PlaceField, PlaceFieldParams, RunParams, place_cell_spikes, runs_on_track};
///
/// let fields = PlaceField::along_track(5, 200.0, PlaceFieldParams::default())?; // at 20, 60 … 180 cm
/// let session = runs_on_track(RunParams::default(), 1)?;
/// let trains = place_cell_spikes(&fields, &session.trajectory, 1)?;
/// assert_eq!(trains.len(), 5);
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// If a cell has more than ten million spikes.
pub fn place_cell_spikes(fields: &[PlaceField], trajectory: &Trajectory, seed: u64) -> Result<Vec<SpikeTrain>> {
    fields.iter().enumerate().map(|(neuron, field)| field.spikes(trajectory, cell_seed(seed, neuron, 3))).collect()
}

/// A map too fine for the memory.
pub(crate) fn too_many_bins(limit: usize, received: f64) -> Error {
    let received = number(received.round());
    Error::text(
        format!("a map may have at most {limit} bins, received {received}: choose a larger bin_size"),
        format!("une carte peut avoir au plus {limit} cases, reçu {received} : choisissez bin_size plus grand"),
    )
}

#[cfg(test)]
mod tests;
