//! Writes the tables of the folder `datasets`, with the seed 1: `cargo run -p neurocomp --example datasets`.
//!
//! They are recordings that never took place, made from known cells: spikes, stimuli and positions.
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

use std::error::Error;
use std::path::Path;

use neurocomp::ndarray::Array1;
use neurocomp::place_cell::PlaceFieldParams;
use neurocomp::tuning::GratingCellParams;
use rand::{RngCore, SeedableRng};
use rand_xoshiro::{SplitMix64, Xoshiro256PlusPlus};

mod files;
mod place;
mod v1;

pub use files::write;
pub use place::{place_cells_open_field, place_cells_track};
pub use v1::v1_gratings;

/// The seed of the files in the repository.
const SEED: u64 = 1;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../datasets");
    write(&folder, SEED)?;
    println!("written into {}", folder.display());
    Ok(())
}

/// The rows of a table of spikes, one for each, in order of trial, neuron and time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SpikeRows {
    /// In which trial, from 1.
    pub trial: Vec<usize>,
    /// Of which neuron, from 1.
    pub neuron: Vec<usize>,
    /// When, ms.
    pub time_ms: Vec<f64>,
}

impl SpikeRows {
    fn push(&mut self, trial: usize, neuron: usize, time: f64) {
        self.trial.push(trial);
        self.neuron.push(neuron);
        self.time_ms.push(tenths(time));
    }
}

/// A table of gratings: one row for each trial.
#[derive(Clone, Debug, PartialEq)]
pub struct StimulusTable {
    /// The trial, from 1.
    pub trial: Vec<usize>,
    /// The orientation, ° from 0 to 180: the axis of the drift.
    pub orientation_deg: Array1<f64>,
    /// The direction of the drift, ° from 0 to 360.
    pub direction_deg: Array1<f64>,
    /// The temporal frequency, Hz.
    pub temporal_frequency_hz: Array1<f64>,
    /// How long the grating was shown, ms.
    pub duration_ms: Array1<f64>,
}

/// A table of positions: one row for each moment.
#[derive(Clone, Debug, PartialEq)]
pub struct PositionTable {
    /// The time, ms.
    pub time_ms: Array1<f64>,
    /// The x coordinate, cm.
    pub x_cm: Array1<f64>,
    /// The y coordinate, cm; 0 on a track.
    pub y_cm: Array1<f64>,
}

/// Cells of the visual cortex that saw drifting gratings.
#[derive(Clone, Debug, PartialEq)]
pub struct V1Gratings {
    /// The spikes; times count from the onset of the grating.
    pub spikes: SpikeRows,
    /// What was shown in each trial.
    pub stimuli: StimulusTable,
    /// The cells that were put in.
    pub cells: [GratingCellParams; 3],
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

fn generator(seed: u64) -> Xoshiro256PlusPlus {
    Xoshiro256PlusPlus::seed_from_u64(seed)
}

/// A seed of its own for the path, the fields and the stimuli, as the library makes one for each spike train.
fn own_seed(seed: u64, row: u64, column: u64) -> u64 {
    let mix = |x: u64| SplitMix64::seed_from_u64(x).next_u64();
    mix(mix(mix(seed) ^ row) ^ column)
}

#[cfg(test)]
mod tests;
