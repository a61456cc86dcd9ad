//! The files in `datasets` are what the generators make, and hold what the course looks for in them.

use std::fs;
use std::path::{Path, PathBuf};

use neurocomp::cable::{Cable, CableParams, Morphology};
use neurocomp::data::{SpikeTable, Table, VoltageTrace};
use neurocomp::ndarray::Array1;
use neurocomp::spike_train::threshold_crossings;

/// The generators, which bring their own tests along.
#[allow(dead_code)]
#[path = "../examples/datasets/main.rs"]
mod generators;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("datasets")
}

#[test]
fn the_files_are_those_that_seed_1_makes() {
    let again = std::env::temp_dir().join(format!("neurocomp-datasets-{}", std::process::id()));
    fs::create_dir_all(&again).unwrap();
    generators::write(&again, 1).unwrap();
    let mut compared = 0;
    for entry in fs::read_dir(&again).unwrap() {
        let path = entry.unwrap().path();
        let committed = folder().join(path.file_name().unwrap());
        let (made, kept) = (fs::read_to_string(&path).unwrap(), fs::read_to_string(&committed).unwrap());
        assert!(made == kept, "{} is not what `--example datasets` writes", committed.display());
        compared += 1;
    }
    fs::remove_dir_all(&again).unwrap();
    assert_eq!(compared, 10);
}

#[test]
fn each_file_has_its_row_in_the_readme() {
    let readme = fs::read_to_string(folder().join("README.md")).unwrap();
    for entry in fs::read_dir(folder()).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        if entry.path().is_dir() {
            continue; // fetched, not committed
        }
        assert!(name == "README.md" || readme.contains(&format!("`{name}`")), "{name} is not in the README");
    }
}

#[test]
fn a_cell_of_v1_prefers_the_direction_that_was_put_in() {
    let spikes = SpikeTable::read(folder().join("v1_spikes.csv"), 0.0, 2000.0).unwrap();
    let stimuli = Table::read(folder().join("v1_stimuli.csv")).unwrap();
    let cells = Table::read(folder().join("v1_cells.csv")).unwrap();
    let preferred = cells.numbers("preferred_direction_deg").unwrap()[0] % 180.0;
    let trials: Vec<i64> = stimuli.numbers("trial").unwrap().iter().map(|&trial| trial as i64).collect();
    let counts: Array1<f64> =
        spikes.trials_of_among(1, &trials).unwrap().iter().map(|train| train.len() as f64).collect();
    let with_counts = stimuli.with_numbers("count", &counts).unwrap();
    let means = with_counts.mean_by("orientation_deg", "count").unwrap();
    let (orientations, means) = (means.numbers("orientation_deg").unwrap(), means.numbers("count").unwrap());
    let best = (0..means.len()).max_by(|&a, &b| means[a].total_cmp(&means[b])).unwrap();
    assert_eq!(orientations[best], preferred);
}

#[test]
fn the_recorded_potential_has_spikes_and_a_resting_potential() {
    let trace = VoltageTrace::read(folder().join("voltage_trace.csv")).unwrap();
    let spikes = threshold_crossings(&trace.t, &trace.v, 0.0).unwrap();
    assert!((20..=80).contains(&spikes.len()), "{}", spikes.len());
    assert!(trace.v.iter().all(|&v| v > -85.0 && v < 60.0));
}

#[test]
fn the_morphology_is_a_cable() {
    let morphology = Morphology::from_swc(folder().join("morphology.swc"), 20.0).unwrap();
    let cable = Cable::new(morphology, CableParams::default()).unwrap();
    assert!(cable.len() > 10 && cable.input_resistance(0).unwrap() > 0.0);
}

#[test]
fn what_is_fetched_is_what_the_library_accepts() {
    let text = fs::read_to_string(folder().join("mnist.json")).unwrap();
    let table: serde_json::Value = serde_json::from_str(&text).unwrap();
    let fetched = table["files"].as_array().unwrap();
    assert_eq!(fetched.len(), neurocomp::digits::FILES.len());
    for (fetched, file) in fetched.iter().zip(&neurocomp::digits::FILES) {
        assert_eq!(fetched["name"], file.name);
        assert_eq!(fetched["sha256"], file.sha256);
        assert_eq!(fetched["length"], file.length());
    }
}
