//! Spike trains, and what they tell.

use neurocomp::spike_train::generate;
use neurocomp::{information, place_cell, spike_train, tuning};

use crate::call::{Entry, entry};
use crate::value::Curve;

crate::models! {
    place_cell::PlaceField, spike_train::SpikeTrain, tuning::OrientationTuning, place_cell::Trajectory,
        spike_train::Correlogram, tuning::GratingCell
}

crate::parameters! {
    place_cell::PlaceFieldParams { x, y, width, peak_rate, baseline }
    tuning::OrientationTuningParams { shape, preferred, baseline, amplitude, half_width, direction_selectivity }
    place_cell::RunParams { track_length, runs, speed, speed_cv, pause, dt }
    place_cell::ForagingParams { arena_width, arena_height, speed, time_constant, duration, dt }
    tuning::GratingCellParams { tuning, modulation, phase, gain_variance }
}

crate::inputs! {
    tuning::Grating { direction, temporal_frequency }
}

crate::results! {
    information::CountInformation { plug_in, bias, corrected, trials }
    information::SpatialInformation { bits_per_spike, bits_per_second, mean_rate }
    place_cell::TrackMap { edges, occupancy, spikes; rate }
    place_cell::ArenaMap { x_edges, y_edges, occupancy, spikes; rate }
    place_cell::TrackSession { trajectory, run_starts }
    spike_train::TrialCorrelogram { raw, shifted }
    spike_train::Histogram { edges, counts, outside }
    spike_train::Hazard { edges, rate, at_risk }
    spike_train::KernelRate { t, rate, dt }
    spike_train::OptimalWidth { widths, cost, best }
    spike_train::Psth { edges, counts, trials }
    spike_train::TriggeredAverage { lags, mean, used, left_out }
    tuning::TuningCurve { stimuli, mean, standard_error, trials }
    tuning::Selectivity { index, preferred }
}

crate::choices! {
    tuning::TuningShape { VonMises, Gaussian }
    spike_train::Kernel { Gaussian { width }, Exponential { tau }, Alpha { tau } }
    spike_train::generate::Start { Ordinary, Equilibrium }
}

pub fn table() -> Vec<Entry> {
    let mut table = crate::calls! {
        information: entropy, mutual_information, contingency_table, count_information, spatial_information;
        place_cell::PlaceField: new, along_track, in_arena, params, rate, spikes;
        place_cell: place_cell_spikes, runs_on_track, forage;
        spike_train::SpikeTrain: new, times, len, is_empty, t_start, t_stop, duration, isi, rate, mean_isi_rate, cv,
        binned, slice, shift, superpose, isi_histogram, survivor, hazard, kernel_rate, cv2, lv, lvr, fano_factors;
        spike_train: threshold_crossings, autocorrelogram, cross_correlogram, cross_correlogram_of_trials,
        threshold_crossings_with_dead_time, histogram, kernel_rate, optimal_bin_size, optimal_bandwidth, psth,
        spike_time_tiling, spike_triggered_average, fano_factor, fano_factors;
        tuning::OrientationTuning: new, population, params, concentration, rate;
        place_cell::TrackMap: new, centres, rate_at, peak, information;
        place_cell::ArenaMap: new, rate_at, peak, information;
        place_cell::Trajectory: new, time, x, y, t_start, t_stop, position, speed;
        spike_train::Correlogram: rate, coefficient;
        spike_train::TrialCorrelogram: corrected;
        spike_train::Histogram: centres, density;
        spike_train::Hazard: centres;
        spike_train::Psth: centres, rate, standard_error;
        spike_train::surrogate: dither, jitter_in_windows, shuffle_intervals;
        tuning: tuning_curve, orientation_selectivity, direction_selectivity, recorded_cells, grating_responses;
        tuning::GratingCell: new, params, tuning, rate, trials;
        spike_train::distance: isi_distance, spike_distance, van_rossum, victor_purpura;
        spike_train::generate: multiple_interaction, single_interaction, modulated_fano_factor, poisson_from_samples,
        poisson, poisson_with_dead_time, gamma, inverse_gaussian;
    };
    table.extend([
        entry(
            "generate::modulated_poisson",
            |curve: Curve, most: f64, variance: f64, trials: usize, duration: f64, seed: u64| {
                generate::modulated_poisson(move |t| curve.at(t), most, variance, trials, duration, seed)
            },
        ),
        entry("generate::inhomogeneous_poisson", |curve: Curve, most: f64, duration: f64, seed: u64| {
            generate::inhomogeneous_poisson(move |t| curve.at(t), most, duration, seed)
        }),
    ]);
    table
}
