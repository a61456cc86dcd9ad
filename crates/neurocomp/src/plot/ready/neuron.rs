//! A neuron: its potential, its rate, its channels.

use ndarray::{ArrayRef1, ArrayRef2};

use super::time;
use crate::neuron::lif::LifRun;
use crate::plot::Figure;
use crate::plot::words::either;

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

/// Firing rate (Hz) over the plane of mean input (nA, to the right) and noise σ (mV, upwards); row i belongs to
/// `sigmas[i]`.
pub fn rate_map(currents: &ArrayRef1<f64>, sigmas: &ArrayRef1<f64>, rates: &ArrayRef2<f64>) -> Figure {
    Figure::new(&either("Firing rate", "Taux de décharge"))
        .heatmap(currents, sigmas, rates, &either("rate (Hz)", "taux de décharge (Hz)"))
        .input_and_noise()
}

/// Coefficient of variation of the intervals over the plane of mean input and noise, like [`rate_map`]; where there
/// were too few spikes to tell, NaN makes a gap. The colours go from 0, a clock, to a little beyond 1, a Poisson process
/// (or as far as the data), so that maps can be compared.
pub fn cv_map(currents: &ArrayRef1<f64>, sigmas: &ArrayRef1<f64>, cvs: &ArrayRef2<f64>) -> Figure {
    let mut figure = Figure::new(&either("Irregularity", "Irrégularité")).heatmap(currents, sigmas, cvs, "CV");
    for map in figure.scene.marks.iter_mut().filter_map(|mark| mark.map.as_mut()) {
        (map.low, map.high) = (0.0, map.high.max(1.2));
    }
    figure.input_and_noise()
}

impl Figure {
    fn input_and_noise(self) -> Figure {
        self.x_label(&either("mean input I (nA)", "entrée moyenne I (nA)"))
            .y_label(&either("noise σ (mV)", "bruit σ (mV)"))
    }
}

/// Steady states m∞, h∞ and n∞ of the gating variables of Hodgkin and Huxley against the potential (mV).
pub fn gating_curves(
    v: &ArrayRef1<f64>,
    m_inf: &ArrayRef1<f64>,
    h_inf: &ArrayRef1<f64>,
    n_inf: &ArrayRef1<f64>,
) -> Figure {
    let title = either("Steady state of the gating variables", "État stationnaire des variables de porte");
    Figure::new(&title)
        .line(v, m_inf, "m∞(V)")
        .line(v, h_inf, "h∞(V)")
        .line(v, n_inf, "n∞(V)")
        .y_range(-0.02, 1.02)
        .x_label("V (mV)")
        .y_label(&either("open fraction (0 to 1)", "fraction ouverte (0 à 1)"))
}

/// Time constants (ms) of the gating variables of Hodgkin and Huxley against the potential (mV).
pub fn gating_time_constants(
    v: &ArrayRef1<f64>,
    tau_m: &ArrayRef1<f64>,
    tau_h: &ArrayRef1<f64>,
    tau_n: &ArrayRef1<f64>,
) -> Figure {
    let title = either("Time constants of the gating variables", "Constantes de temps des variables de porte");
    Figure::new(&title)
        .line(v, tau_m, "τm(V)")
        .line(v, tau_h, "τh(V)")
        .line(v, tau_n, "τn(V)")
        .x_label("V (mV)")
        .y_label(&either("time constant (ms)", "constante de temps (ms)"))
        .starting_at_zero()
}
