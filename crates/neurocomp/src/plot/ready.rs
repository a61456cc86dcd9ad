//! The figures that the tutorials draw most often, in one call.

mod classification;
mod dynamics;
mod membrane;
mod network;
mod pictures;
mod plasticity;
mod space;
mod spikes;

use ndarray::{ArrayRef1, ArrayRef2};

use super::figure::Figure;
use super::words::either;
use crate::neuron::lif::LifRun;
use crate::spike_train::{SpikeTrain, histogram};

pub use classification::{confusion_matrix, decision_line, learning_curve};
pub use dynamics::{convergence, phase_plane};
pub use membrane::{cable_profile, gating_curves, gating_time_constants, space_time};
pub use network::{Branch, bifurcation_diagram, bump, capacity_curve, eigenvalues, hysteresis, overlap_curves};
pub use pictures::{digit_grid, state_image, state_images};
pub use plasticity::{conditioning_curve, frequency_curve, stdp_window, weight_histogram};
pub use space::{place_field, place_field_map, tuning_curve};
pub use spikes::{correlogram, psth, raster, raster_with_rate};

/// One curve with labelled axes.
pub fn line(x: &ArrayRef1<f64>, y: &ArrayRef1<f64>, x_label: &str, y_label: &str) -> Figure {
    Figure::new("").line(x, y, "").x_label(x_label).y_label(y_label)
}

/// A simulated membrane potential with the threshold, and a stroke above the threshold at each spike.
///
/// The integrate-and-fire model only resets the potential when it fires. The strokes stand for the action potential
/// that it leaves out; their height has no meaning.
pub fn trace(run: &LifRun, threshold: f64) -> Figure {
    let lowest = run.v.iter().copied().filter(|v| v.is_finite()).fold(threshold, f64::min);
    let stroke = if threshold > lowest { 0.6 * (threshold - lowest) } else { 1.0 };
    Figure::new(&either("Membrane potential", "Potentiel de membrane"))
        .line(&run.t, &run.v, "V")
        .hline(threshold, &either("threshold", "seuil"))
        .spikes(run.spikes.times(), threshold, threshold + stroke, &either("spikes", "potentiels d’action"))
        .x_label(&time())
        .y_label("V (mV)")
}

/// Firing rate (Hz) against input current (nA).
pub fn f_i_curve(currents: &ArrayRef1<f64>, rates: &ArrayRef1<f64>) -> Figure {
    Figure::new(&either("f–I curve", "Courbe f–I"))
        .line(currents, rates, "f(I)")
        .x_label(&either("input current I (nA)", "courant d’entrée I (nA)"))
        .y_label(&either("firing rate f (Hz)", "taux de décharge f (Hz)"))
}

/// The intervals between the spikes of a train as a density, in `bins` bins from 0 to the longest interval.
pub fn isi_histogram(train: &SpikeTrain, bins: usize) -> Figure {
    let title = either("Intervals between spikes", "Intervalles entre potentiels d’action");
    let figure = Figure::new(&title)
        .x_label(&either("interval (ms)", "intervalle (ms)"))
        .y_label(&either("density (1/ms)", "densité (1/ms)"));
    let intervals = train.isi().to_vec();
    let longest = intervals.iter().copied().fold(0.0, f64::max);
    if intervals.is_empty() {
        return figure.problem(either(
            "histogram of intervals: at least two spikes are needed",
            "histogramme des intervalles : il faut au moins deux potentiels d’action",
        ));
    }
    match histogram(&intervals, bins, 0.0, longest) {
        Ok(counts) => figure.histogram(&counts, "ISI"),
        Err(error) => figure.problem(error.to_string()),
    }
}

/// Firing rate (Hz) over the plane of mean input (nA, to the right) and noise σ (mV, upwards); row i belongs to
/// `sigmas[i]`.
pub fn rate_map(currents: &ArrayRef1<f64>, sigmas: &ArrayRef1<f64>, rates: &ArrayRef2<f64>) -> Figure {
    Figure::new(&either("Firing rate", "Taux de décharge"))
        .heatmap(currents, sigmas, rates, &either("rate (Hz)", "taux de décharge (Hz)"))
        .input_and_noise()
}

/// Coefficient of variation of the intervals over the plane of mean input and noise, like [`rate_map`]; where there
/// were too few spikes to tell, NaN makes a gap.
pub fn cv_map(currents: &ArrayRef1<f64>, sigmas: &ArrayRef1<f64>, cvs: &ArrayRef2<f64>) -> Figure {
    Figure::new(&either("Irregularity", "Irrégularité")).heatmap(currents, sigmas, cvs, "CV").input_and_noise()
}

impl Figure {
    fn input_and_noise(self) -> Figure {
        self.x_label(&either("mean input I (nA)", "entrée moyenne I (nA)"))
            .y_label(&either("noise σ (mV)", "bruit σ (mV)"))
    }
}

fn time() -> String {
    either("time (ms)", "temps (ms)")
}

fn firing_rate() -> String {
    either("firing rate (Hz)", "taux de décharge (Hz)")
}
