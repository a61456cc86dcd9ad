//! Recordings that never took place: tables of spikes, stimuli and positions for the course, made from known cells.
//!
//! | function | recording | rows of spikes |
//! | --- | --- | --- |
//! | [`v1_gratings`] | three cells of V1, gratings in 12 directions, 20 trials of 2 s each | about 7,000 |
//! | [`place_cells_track`] | ten place cells, 40 runs along a track of 2 m | about 7,000 |
//! | [`place_cells_open_field`] | eight place cells, 15 minutes in a field of 1 m × 1 m | about 9,000 |
//!
//! As in a laboratory, a spike is a row with its trial, its neuron and its time; trials and neurons are counted from one.
//! Times are rounded to 0.1 ms and positions to 0.01 cm, as a recording would be. Unlike in a laboratory, the cells that
//! were recorded are known: they are given along, so that what an analysis finds can be compared with what was put in.
//!
//! ```
//! use neurocomp::dataset;
//!
//! let data = dataset::v1_gratings(1)?;
//! assert_eq!(data.stimuli.trial.len(), 240);
//! // The spikes of cell 2 in trial 17, times in ms after the onset of the grating.
//! let train = data.spikes.train(17, 2, 0.0, data.stimuli.duration_ms[16])?;
//! assert!(train.rate() < 200.0);
//! # Ok::<(), neurocomp::Error>(())
//! ```

use std::fmt;

use crate::Result;
use crate::language::choose;
use crate::place_cell::PlaceFieldParams;
use crate::spike_train::SpikeTrain;
use crate::tuning::GratingCellParams;

mod files;
mod place;
mod v1;

pub use files::write;
pub use place::{OPEN_FIELD, TRACK, place_cells_open_field, place_cells_track};
pub use v1::v1_gratings;

/// The rows of a table of spikes, one for each, in order of trial, neuron and time. Written to a file, they are read by
/// [`data::SpikeTable`](crate::data::SpikeTable).
#[derive(Clone, Default, PartialEq)]
pub struct SpikeRows {
    /// In which trial, from 1.
    pub trial: Vec<usize>,
    /// Of which neuron, from 1.
    pub neuron: Vec<usize>,
    /// When, ms.
    pub time_ms: Vec<f64>,
}

impl SpikeRows {
    /// The number of spikes.
    pub fn len(&self) -> usize {
        self.time_ms.len()
    }

    /// Whether there is no spike.
    pub fn is_empty(&self) -> bool {
        self.time_ms.is_empty()
    }

    /// The spikes of a neuron in a trial, as a train observed from `t_start` to `t_stop` (ms); silent if there are none
    /// in the table.
    ///
    /// # Errors
    ///
    /// If a spike lies outside of the observation.
    pub fn train(&self, trial: usize, neuron: usize, t_start: f64, t_stop: f64) -> Result<SpikeTrain> {
        let times = (0..self.len())
            .filter(|&k| self.trial[k] == trial && self.neuron[k] == neuron)
            .map(|k| self.time_ms[k])
            .collect();
        SpikeTrain::new(times, t_start, t_stop)
    }

    fn push(&mut self, trial: usize, neuron: usize, time: f64) {
        self.trial.push(trial);
        self.neuron.push(neuron);
        self.time_ms.push(tenths(time));
    }
}

/// A summary of one line.
impl fmt::Debug for SpikeRows {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let largest = |column: &[usize]| column.iter().copied().max().unwrap_or(0);
        write!(
            f,
            "SpikeRows {{ {} {}, {} {}, {} {} }}",
            self.len(),
            choose("spikes", "potentiels d’action"),
            largest(&self.trial),
            choose("trials", "essais"),
            largest(&self.neuron),
            choose("neurons", "neurones"),
        )
    }
}

/// A table of gratings: one row for each trial.
#[derive(Clone, PartialEq)]
pub struct StimulusTable {
    /// The trial, from 1.
    pub trial: Vec<usize>,
    /// The orientation, ° from 0 to 180: that of the axis of the drift.
    pub orientation_deg: Vec<f64>,
    /// The direction of the drift, ° from 0 to 360.
    pub direction_deg: Vec<f64>,
    /// The temporal frequency, Hz.
    pub temporal_frequency_hz: Vec<f64>,
    /// How long the grating was shown, ms.
    pub duration_ms: Vec<f64>,
}

/// A summary of one line.
impl fmt::Debug for StimulusTable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let trials = choose("trials", "essais");
        write!(f, "StimulusTable {{ {} {trials} }}", self.trial.len())
    }
}

/// A table of positions: one row for each moment.
#[derive(Clone, PartialEq)]
pub struct PositionTable {
    /// The time, ms.
    pub time_ms: Vec<f64>,
    /// The x coordinate, cm.
    pub x_cm: Vec<f64>,
    /// The y coordinate, cm; 0 on a track.
    pub y_cm: Vec<f64>,
}

/// A summary of one line.
impl fmt::Debug for PositionTable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let last = self.time_ms.last().copied().unwrap_or(0.0);
        write!(f, "PositionTable {{ {} positions, {last} ms }}", self.time_ms.len())
    }
}

/// Cells of the visual cortex that saw drifting gratings.
#[derive(Clone, Debug, PartialEq)]
pub struct V1Gratings {
    /// The spikes; times count from the onset of the grating.
    pub spikes: SpikeRows,
    /// What was shown in each trial.
    pub stimuli: StimulusTable,
    /// The cells that were put in.
    pub cells: Vec<GratingCellParams>,
}

/// Place cells, and the animal in which they are.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceCells {
    /// The spikes; times count from the beginning of the session. On the track the trial is the run (with the pause
    /// after it), in the open field there is one.
    pub spikes: SpikeRows,
    /// Where the animal was.
    pub positions: PositionTable,
    /// When each trial began, ms.
    pub trial_starts: Vec<f64>,
    /// The fields that were put in.
    pub fields: Vec<PlaceFieldParams>,
}

/// A time as the clock of a recording tells it, in tenths of a millisecond.
fn tenths(time: f64) -> f64 {
    (10.0 * time).round() / 10.0
}

/// A position as a camera tells it, in hundredths of a centimetre.
fn hundredths(place: f64) -> f64 {
    (100.0 * place).round() / 100.0
}

#[cfg(test)]
mod tests;
