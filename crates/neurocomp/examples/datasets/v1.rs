//! Cells of V1 and drifting gratings.

use rand::seq::SliceRandom;

use super::{SpikeRows, StimulusTable, V1Gratings, generator, own_seed};
use neurocomp::Result;
use neurocomp::ndarray::Array1;
use neurocomp::tuning::{Grating, GratingCell, grating_responses, recorded_cells};

const DIRECTIONS: usize = 12;
const REPEATS: usize = 20;
const TEMPORAL_FREQUENCY: f64 = 3.0; // Hz: six whole periods
const DURATION: f64 = 2000.0; // ms

/// Three cells of the primary visual cortex and gratings that drift in 12 directions, 20 times each, for 2 s at 3 Hz.
///
/// Every block of 12 trials shows all directions in a random order. Spikes are Poisson with a gain that changes from
/// trial to trial: intervals have a CV near 1, counts a Fano factor between 1 and 1.5. The cells are in
/// [`V1Gratings::cells`].
pub fn v1_gratings(seed: u64) -> Result<V1Gratings> {
    let params = recorded_cells();
    let cells = params.iter().map(|&params| GratingCell::new(params)).collect::<Result<Vec<_>, _>>()?;
    let stimuli = stimuli(seed);
    let gratings: Vec<Grating> = stimuli
        .direction_deg
        .iter()
        .map(|&direction| Grating { direction, temporal_frequency: TEMPORAL_FREQUENCY })
        .collect();
    let responses = grating_responses(&cells, &gratings, DURATION, seed)?;
    let mut spikes = SpikeRows::default();
    for (trial, trains) in responses.iter().enumerate() {
        for (neuron, train) in trains.iter().enumerate() {
            for &time in train.times() {
                spikes.push(trial + 1, neuron + 1, time);
            }
        }
    }
    Ok(V1Gratings { spikes, stimuli, cells: params })
}

fn stimuli(seed: u64) -> StimulusTable {
    // Not the seed of a trial: the order of stimuli has nothing to do with spikes.
    let mut rng = generator(own_seed(seed, u64::MAX, 0));
    let mut directions = Vec::new();
    for _ in 0..REPEATS {
        let step = 360.0 / DIRECTIONS as f64;
        let mut block: Vec<f64> = (0..DIRECTIONS).map(|k| step * k as f64).collect();
        block.shuffle(&mut rng);
        directions.extend(block);
    }
    let trials = directions.len();
    StimulusTable {
        trial: (1..=trials).collect(),
        orientation_deg: directions.iter().map(|direction| direction % 180.0).collect(),
        direction_deg: directions.into(),
        temporal_frequency_hz: Array1::from_elem(trials, TEMPORAL_FREQUENCY),
        duration_ms: Array1::from_elem(trials, DURATION),
    }
}
