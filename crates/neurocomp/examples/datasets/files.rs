//! The files of the folder `datasets`.

use std::error::Error;
use std::path::Path;

use neurocomp::current;
use neurocomp::data::Table;
use neurocomp::ndarray::Array1;
use neurocomp::neuron::hodgkin_huxley::{HodgkinHuxley, HodgkinHuxleyParams};
use neurocomp::place_cell::PlaceFieldParams;
use neurocomp::tuning::GratingCellParams;

use super::{PlaceCells, SpikeRows, V1Gratings, hundredths, place_cells_open_field, place_cells_track, v1_gratings};
use neurocomp::Result;

/// Writes all tables of the course into a folder; `seed` 1 gives the repository's.
///
/// | file | columns |
/// | --- | --- |
/// | `v1_spikes.csv`, `track_spikes.csv`, `open_field_spikes.csv` | trial, neuron, time_ms |
/// | `v1_stimuli.csv` | trial, orientation_deg, direction_deg, temporal_frequency_hz, duration_ms |
/// | `track_positions.csv`, `open_field_positions.csv` | time_ms, x_cm, y_cm |
/// | `v1_cells.csv`, `track_fields.csv`, `open_field_fields.csv` | the cells that were put in |
/// | `voltage_trace.csv` | time_ms, v_mv |
pub fn write(folder: &Path, seed: u64) -> Result<(), Box<dyn Error>> {
    write_v1(folder, &v1_gratings(seed)?)?;
    write_place_cells(folder, "track", &place_cells_track(seed)?)?;
    write_place_cells(folder, "open_field", &place_cells_open_field(seed)?)?;
    voltage_trace(seed)?.write(folder.join("voltage_trace.csv"))?;
    Ok(())
}

fn write_v1(folder: &Path, data: &V1Gratings) -> Result<()> {
    spikes(&data.spikes)?.write(folder.join("v1_spikes.csv"))?;
    let stimuli = &data.stimuli;
    Table::default()
        .with_counts("trial", &whole(&stimuli.trial))?
        .with_numbers("orientation_deg", &stimuli.orientation_deg)?
        .with_numbers("direction_deg", &stimuli.direction_deg)?
        .with_numbers("temporal_frequency_hz", &stimuli.temporal_frequency_hz)?
        .with_numbers("duration_ms", &stimuli.duration_ms)?
        .write(folder.join("v1_stimuli.csv"))?;
    let of = |value: fn(&GratingCellParams) -> f64| -> Array1<f64> { data.cells.iter().map(value).collect() };
    Table::default()
        .with_counts("neuron", &from_one(data.cells.len()))?
        .with_numbers("preferred_direction_deg", &of(|cell| cell.tuning.preferred))?
        .with_numbers("baseline_hz", &of(|cell| cell.tuning.baseline))?
        .with_numbers("amplitude_hz", &of(|cell| cell.tuning.amplitude))?
        .with_numbers("half_width_deg", &of(|cell| cell.tuning.half_width))?
        .write(folder.join("v1_cells.csv"))?;
    Ok(())
}

fn write_place_cells(folder: &Path, name: &str, data: &PlaceCells) -> Result<()> {
    let file = |kind: &str| folder.join(format!("{name}_{kind}.csv"));
    spikes(&data.spikes)?.write(file("spikes"))?;
    Table::default()
        .with_numbers("time_ms", &data.positions.time_ms)?
        .with_numbers("x_cm", &data.positions.x_cm)?
        .with_numbers("y_cm", &data.positions.y_cm)?
        .write(file("positions"))?;
    let of = |value: fn(&PlaceFieldParams) -> f64| -> Array1<f64> {
        data.fields.iter().map(|field| hundredths(value(field))).collect()
    };
    Table::default()
        .with_counts("neuron", &from_one(data.fields.len()))?
        .with_numbers("x_cm", &of(|field| field.x))?
        .with_numbers("y_cm", &of(|field| field.y))?
        .with_numbers("width_cm", &of(|field| field.width))?
        .with_numbers("peak_rate_hz", &of(|field| field.peak_rate))?
        .write(file("fields"))?;
    Ok(())
}

/// A second of a Hodgkin–Huxley neuron at −65 mV, driven by a current that fluctuates (mean 5, standard deviation
/// 4 µA/cm², correlated over 5 ms), sampled every 0.1 ms.
fn voltage_trace(seed: u64) -> Result<Table> {
    const DT: f64 = 0.02;
    const EVERY: usize = 5;
    let neuron = HodgkinHuxley::new(HodgkinHuxleyParams::resting_at(-65.0))?;
    let input = current::ornstein_uhlenbeck(5.0, 4.0, 5.0, DT, 1000.0, seed)?;
    let run = neuron.simulate_input(&input, DT)?;
    let samples = |values: &Array1<f64>| -> Array1<f64> {
        values.iter().step_by(EVERY).map(|&value| hundredths(value)).collect()
    };
    Table::default().with_numbers("time_ms", &samples(&run.t))?.with_numbers("v_mv", &samples(&run.v))
}

fn spikes(rows: &SpikeRows) -> Result<Table> {
    Table::default()
        .with_counts("trial", &whole(&rows.trial))?
        .with_counts("neuron", &whole(&rows.neuron))?
        .with_numbers("time_ms", &Array1::from(rows.time_ms.clone()))
}

fn whole(numbers: &[usize]) -> Vec<i64> {
    numbers.iter().map(|&number| number as i64).collect()
}

fn from_one(count: usize) -> Vec<i64> {
    (1..=count as i64).collect()
}
