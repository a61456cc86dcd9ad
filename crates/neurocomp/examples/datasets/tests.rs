use super::*;
use neurocomp::ndarray::Array1;
use neurocomp::place_cell::{ArenaMap, TrackMap, Trajectory};
use neurocomp::spike_train::SpikeTrain;
use neurocomp::tuning::{OrientationTuning, direction_selectivity, orientation_selectivity, tuning_curve};

const SEEDS: [u64; 3] = [1, 2, 2026];
const LIMIT: usize = 500_000;

fn spike_csv(table: &SpikeRows) -> usize {
    let row = |k: usize| format!("{},{},{}\n", table.trial[k], table.neuron[k], table.time_ms[k]);
    (0..table.time_ms.len()).map(|k| row(k).len()).sum()
}

fn position_csv(table: &PositionTable) -> usize {
    let row = |k: usize| format!("{},{},{}\n", table.time_ms[k], table.x_cm[k], table.y_cm[k]);
    (0..table.time_ms.len()).map(|k| row(k).len()).sum()
}

fn trains(data: &V1Gratings, neuron: usize) -> Vec<SpikeTrain> {
    let spikes = &data.spikes;
    let of = |trial| (0..spikes.time_ms.len()).filter(move |&k| spikes.trial[k] == trial && spikes.neuron[k] == neuron);
    let train = |&trial| SpikeTrain::new(of(trial).map(|k| spikes.time_ms[k]).collect(), 0.0, 2000.0).unwrap();
    data.stimuli.trial.iter().map(train).collect()
}

#[test]
fn gratings_are_shown_in_blocks_of_all_directions() {
    let data = v1_gratings(1).unwrap();
    for block in data.stimuli.direction_deg.to_vec().chunks(12) {
        let mut block = block.to_vec();
        block.sort_by(f64::total_cmp);
        assert_eq!(block, (0..12).map(|k| 30.0 * k as f64).collect::<Vec<_>>());
    }
    assert!(data.stimuli.orientation_deg.iter().all(|o| (0.0..180.0).contains(o)));
    assert_eq!(data, v1_gratings(1).unwrap());
    assert_ne!(data.stimuli, v1_gratings(2).unwrap().stimuli);
}

#[test]
fn v1_cells_show_the_tuning_that_was_put_in() {
    for seed in SEEDS {
        let data = v1_gratings(seed).unwrap();
        assert!(spike_csv(&data.spikes) < LIMIT);
        for (k, cell) in data.cells.iter().enumerate() {
            let rates: Array1<f64> = trains(&data, k + 1).iter().map(SpikeTrain::rate).collect();
            let curve = tuning_curve(&data.stimuli.direction_deg, &rates).unwrap();
            let found = orientation_selectivity(&curve.stimuli, &curve.mean).unwrap();
            let preferred = found.preferred.unwrap();
            let error = (preferred - cell.tuning.preferred + 90.0).rem_euclid(180.0) - 90.0;
            assert!(error.abs() < 5.0, "seed {seed}, cell {k}: {preferred}");
            assert!(found.index > 0.3, "seed {seed}, cell {k}: {found:?}");
            if cell.tuning.direction_selectivity > 0.5 {
                let found = direction_selectivity(&curve.stimuli, &curve.mean).unwrap();
                assert!((found.preferred.unwrap() - cell.tuning.preferred).abs() < 12.0);
                assert!(found.index > 0.4);
            }
        }
    }
}

#[test]
fn v1_cells_have_intervals_as_irregular_as_in_vivo() {
    for seed in SEEDS {
        let data = v1_gratings(seed).unwrap();
        for (k, cell) in data.cells.iter().enumerate() {
            // Trials within 30° of the preferred direction.
            let driven = |direction: f64| (direction - cell.tuning.preferred).to_radians().cos() > 0.85;
            let found: Vec<f64> = trains(&data, k + 1)
                .iter()
                .zip(&data.stimuli.direction_deg)
                .filter(|(train, direction)| driven(**direction) && train.len() > 8)
                .filter_map(|(train, _)| train.cv())
                .collect();
            let cv = found.iter().sum::<f64>() / found.len() as f64;
            assert!(found.len() > 15 && (0.85..1.15).contains(&cv), "seed {seed}, cell {k}: {cv}");
        }
    }
}

#[test]
fn v1_counts_have_the_fano_factor_of_their_gain() {
    let seeds = 100;
    let mut means = [0.0; 3];
    for seed in 0..seeds {
        let data = v1_gratings(seed).unwrap();
        for (k, mean) in means.iter_mut().enumerate() {
            let fano = mean_fano(&data, &trains(&data, k + 1));
            *mean += fano / seeds as f64;
            // One recording is a small sample, ± 0.2; the first must be a typical one.
            assert!(seed != 1 || (1.0..1.5).contains(&fano), "cell {k}: {fano}");
        }
    }
    for (k, cell) in v1_gratings(1).unwrap().cells.iter().enumerate() {
        // Over whole periods the mean count is the tuning curve times 2 s; its variance m + var(g) m².
        let tuning = OrientationTuning::new(cell.tuning).unwrap();
        let counts: Vec<f64> = (0..12).map(|i| 2.0 * tuning.rate(30.0 * i as f64)).collect();
        let squares: f64 = counts.iter().map(|m| m * m).sum();
        let expected = 1.0 + cell.gain_variance * squares / counts.iter().sum::<f64>();
        assert!((1.05..1.4).contains(&expected));
        assert!((means[k] - expected).abs() < 0.1, "cell {k}: {} {expected}", means[k]);
    }
}

/// Variance over mean of the counts, each averaged over directions, weighted by the mean.
fn mean_fano(data: &V1Gratings, trains: &[SpikeTrain]) -> f64 {
    let (mut variances, mut means) = (0.0, 0.0);
    for k in 0..12 {
        let counts: Array1<f64> = (0..240)
            .filter(|&trial| data.stimuli.direction_deg[trial] == 30.0 * k as f64)
            .map(|trial| trains[trial].len() as f64)
            .collect();
        variances += counts.var(1.0);
        means += counts.mean().unwrap();
    }
    variances / means
}

#[test]
fn the_simple_cell_follows_the_bars_and_the_complex_one_hardly() {
    let data = v1_gratings(1).unwrap();
    for (k, cell) in data.cells.iter().enumerate() {
        let (mut x, mut y, mut n) = (0.0, 0.0, 0.0);
        for train in trains(&data, k + 1) {
            for t in train.times() {
                let (sin, cos) = (2.0 * std::f64::consts::PI * 0.003 * t).sin_cos();
                (x, y, n) = (x + 2.0 * cos, y + 2.0 * sin, n + 1.0);
            }
        }
        // F1/F0 is modulation·π/2 of the response, less the baseline's part of the spikes.
        let f1 = x.hypot(y) / n;
        let expected = 0.5 * std::f64::consts::PI * cell.modulation;
        assert!(f1 < expected + 0.1 && f1 > 0.6 * expected - 0.1, "cell {k}: {f1} {expected}");
        let phase = f64::atan2(y, x).to_degrees().rem_euclid(360.0);
        assert!((phase - cell.phase).abs() < 20.0, "cell {k}: {phase}");
    }
}

fn trajectory(positions: &PositionTable) -> Trajectory {
    Trajectory::new(&positions.time_ms, &positions.x_cm, &positions.y_cm).unwrap()
}

/// All spikes of a neuron in the session.
fn session(data: &PlaceCells, neuron: usize) -> SpikeTrain {
    let times = (0..data.spikes.time_ms.len())
        .filter(|&k| data.spikes.neuron[k] == neuron)
        .map(|k| data.spikes.time_ms[k])
        .collect();
    let last = *data.positions.time_ms.last().unwrap();
    SpikeTrain::new(times, 0.0, last).unwrap()
}

#[test]
fn fields_on_the_track_are_where_they_were_put() {
    for seed in SEEDS {
        let data = place_cells_track(seed).unwrap();
        let path = trajectory(&data.positions);
        for (k, field) in data.fields.iter().enumerate() {
            let map = TrackMap::new(&path, &session(&data, k + 1), 200.0, 4.0, 4.0).unwrap();
            let (place, rate) = map.peak().unwrap();
            assert!((place - field.x).abs() < 10.0, "seed {seed}, cell {k}: {place}");
            assert!(rate > 0.5 * field.peak_rate && rate < 1.3 * field.peak_rate);
            let bits = map.information().unwrap().bits_per_spike;
            assert!((1.0..4.0).contains(&bits), "seed {seed}, cell {k}: {bits}");
        }
        assert_eq!(data.trial_starts.len(), 40);
        assert!(spike_csv(&data.spikes) < LIMIT && position_csv(&data.positions) < LIMIT);
    }
}

#[test]
fn fields_in_the_open_are_where_they_were_put() {
    for seed in SEEDS {
        let data = place_cells_open_field(seed).unwrap();
        let path = trajectory(&data.positions);
        for (k, field) in data.fields.iter().enumerate() {
            let train = session(&data, k + 1);
            let map = ArenaMap::new(&path, &train, 100.0, 100.0, 4.0, 5.0).unwrap();
            let (x, y, rate) = map.peak().unwrap();
            let away = (x - field.x).hypot(y - field.y);
            assert!(away < 12.0, "seed {seed}, cell {k}: {away}");
            assert!(rate > 0.5 * field.peak_rate && rate < 1.2 * field.peak_rate);
            let bits = map.information().unwrap().bits_per_spike;
            assert!((0.5..4.0).contains(&bits), "seed {seed}, cell {k}: {bits}");
        }
        assert!(spike_csv(&data.spikes) < LIMIT && position_csv(&data.positions) < LIMIT);
        assert_eq!(data, place_cells_open_field(seed).unwrap());
    }
}

#[test]
fn every_spike_belongs_to_the_run_in_which_it_was_fired() {
    let data = place_cells_track(5).unwrap();
    for k in 0..data.spikes.time_ms.len() {
        let (trial, time) = (data.spikes.trial[k], data.spikes.time_ms[k]);
        assert!(time >= data.trial_starts[trial - 1] - 0.06);
        if trial < 40 {
            assert!(time < data.trial_starts[trial] + 0.06);
        }
    }
    let total: usize = (1..=10).map(|neuron| session(&data, neuron).len()).sum();
    assert_eq!(total, data.spikes.time_ms.len());
}
