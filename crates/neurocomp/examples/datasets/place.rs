//! Place cells on a track and in an open field.

use rand::Rng;

use neurocomp::Result;
use neurocomp::ndarray::Array1;
use neurocomp::place_cell::{
    ForagingParams, PlaceField, PlaceFieldParams, RunParams, Trajectory, forage, place_cell_spikes, runs_on_track,
};

use super::{PlaceCells, PositionTable, SpikeRows, generator, hundredths, own_seed, tenths};

/// The runs of [`place_cells_track`].
const TRACK: RunParams =
    RunParams { track_length: 200.0, runs: 40, speed: 30.0, speed_cv: 0.2, pause: 1500.0, dt: 50.0 };

/// The wandering of [`place_cells_open_field`].
const OPEN_FIELD: ForagingParams = ForagingParams {
    arena_width: 100.0,
    arena_height: 100.0,
    speed: 20.0,
    time_constant: 700.0,
    duration: 900_000.0,
    dt: 50.0,
};

const TRACK_CELLS: usize = 10;
const OPEN_FIELD_CELLS: usize = 8;

/// Ten place cells and 40 runs back and forth along a track of 2 m ([`TRACK`]). Their fields cover the track; widths
/// and rates differ. The fields do not depend on the direction of the run.
pub fn place_cells_track(seed: u64) -> Result<PlaceCells> {
    let session = runs_on_track(TRACK, own_seed(seed, 0, 1))?;
    let mut rng = generator(own_seed(seed, 0, 2));
    let fields = (0..TRACK_CELLS)
        .map(|k| PlaceFieldParams {
            x: hundredths(TRACK.track_length * (k as f64 + 0.5) / TRACK_CELLS as f64),
            y: 0.0,
            width: 7.0 + 6.0 * rng.random::<f64>(),
            peak_rate: 10.0 + 15.0 * rng.random::<f64>(),
            baseline: 0.1,
        })
        .collect();
    record(session.trajectory, session.run_starts, fields, seed)
}

/// Eight place cells and 15 minutes of wandering in a field of 1 m × 1 m ([`OPEN_FIELD`]). Fields lie at random, none
/// within 10 cm of a wall, and at least 20 cm from each other.
pub fn place_cells_open_field(seed: u64) -> Result<PlaceCells> {
    let trajectory = forage(OPEN_FIELD, own_seed(seed, 0, 1))?;
    let mut rng = generator(own_seed(seed, 0, 2));
    let mut fields: Vec<PlaceFieldParams> = Vec::new();
    while fields.len() < OPEN_FIELD_CELLS {
        let mut coordinate = |extent: f64| 10.0 + (extent - 20.0) * rng.random::<f64>();
        let (x, y) = (coordinate(OPEN_FIELD.arena_width), coordinate(OPEN_FIELD.arena_height));
        // The loop ends: seven circles that cover a square of 80 cm have a radius of at least 21.9 cm, so that there is
        // always room for the eighth field.
        if fields.iter().all(|field| (field.x - x).hypot(field.y - y) >= 20.0) {
            fields.push(PlaceFieldParams {
                x: hundredths(x),
                y: hundredths(y),
                width: 8.0 + 4.0 * rng.random::<f64>(),
                peak_rate: 12.0 + 12.0 * rng.random::<f64>(),
                baseline: 0.1,
            });
        }
    }
    record(trajectory, vec![0.0], fields, seed)
}

fn record(
    trajectory: Trajectory,
    trial_starts: Vec<f64>,
    fields: Vec<PlaceFieldParams>,
    seed: u64,
) -> Result<PlaceCells> {
    let cells = fields.iter().map(|&field| PlaceField::new(field)).collect::<Result<Vec<_>, _>>()?;
    let trains = place_cell_spikes(&cells, &trajectory, seed)?;
    let mut spikes = SpikeRows::default();
    for (trial, &begin) in trial_starts.iter().enumerate() {
        let end = trial_starts.get(trial + 1).copied().unwrap_or(f64::INFINITY);
        for (neuron, train) in trains.iter().enumerate() {
            for &time in train.times().iter().filter(|&&t| t >= begin && t < end) {
                spikes.push(trial + 1, neuron + 1, time);
            }
        }
    }
    let rounded = |values: &Array1<f64>, round: fn(f64) -> f64| values.mapv(round);
    let positions = PositionTable {
        time_ms: rounded(trajectory.time(), tenths),
        x_cm: rounded(trajectory.x(), hundredths),
        y_cm: rounded(trajectory.y(), hundredths),
    };
    Ok(PlaceCells { spikes, positions, trial_starts, fields })
}
