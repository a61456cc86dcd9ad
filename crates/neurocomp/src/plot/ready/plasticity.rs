//! Synapses that change.

use ndarray::{Array1, ArrayRef1};

use crate::plot::Figure;
use crate::plot::mark::Shape;
use crate::plot::words::{self, either};
use crate::spike_train::histogram;

/// The change of a weight (%) against the time from the presynaptic to the postsynaptic spike (ms): the model as a
/// curve, measurements as points with their errors. Without errors, or without measurements, these arrays are empty.
///
/// ```
/// use neurocomp::ndarray::{Array1, array};
/// use neurocomp::plot;
///
/// let dt = Array1::linspace(-80.0, 80.0, 161);
/// let change = dt.mapv(|d: f64| if d < 0.0 { -51.0 * f64::exp(d / 34.0) } else { 103.0 * f64::exp(-d / 14.0) });
/// let figure = plot::stdp_window(&dt, &change, &array![-20.0, 10.0], &array![-25.0, 55.0], &array![]);
/// assert!(figure.problems().is_empty());
/// ```
pub fn stdp_window(
    dt: &ArrayRef1<f64>,
    change: &ArrayRef1<f64>,
    data_dt: &ArrayRef1<f64>,
    data_change: &ArrayRef1<f64>,
    data_error: &ArrayRef1<f64>,
) -> Figure {
    let figure = Figure::new(&either(
        "Spike-timing-dependent plasticity",
        "Plasticité dépendante du temps des potentiels d’action",
    ))
    .line(dt, change, &model());
    without_jump(figure)
        .measured(data_dt, data_change, data_error, &measured())
        .hline(0.0, "")
        .vline(0.0, "")
        .x_label("t_post − t_pre (ms)")
        .y_label(&weight_change())
}

/// Lifts the pen of the last line where x passes from before 0 to after: the rule has two sides, and no value between.
fn without_jump(mut figure: Figure) -> Figure {
    if let Some(line) = figure.scene.marks.last_mut().filter(|mark| mark.shape == Shape::Line)
        && let Some(k) = line.x.windows(2).position(|pair| pair[0] < 0.0 && pair[1] >= 0.0)
    {
        line.x.insert(k + 1, f64::NAN);
        line.y.insert(k + 1, f64::NAN);
    }
    figure
}

/// The change of a weight (%) against the frequency of the pairs (Hz) for several rules, each a name and as many
/// changes as there are frequencies, with measurements as in [`stdp_window`].
///
/// ```
/// use neurocomp::ndarray::array;
/// use neurocomp::plot;
///
/// let frequency = array![0.1, 10.0, 20.0, 40.0, 50.0];
/// let (pairs, triplets) = (array![12.0, 10.0, 6.0, 1.0, -2.0], array![0.0, 14.0, 26.0, 52.0, 60.0]);
/// let rules = [("pairs", &pairs), ("triplets", &triplets)];
/// let figure = plot::frequency_curve(&frequency, &rules, &array![], &array![], &array![]);
/// assert!(figure.problems().is_empty());
/// ```
pub fn frequency_curve(
    frequency: &ArrayRef1<f64>,
    rules: &[(&str, &Array1<f64>)],
    data_frequency: &ArrayRef1<f64>,
    data_change: &ArrayRef1<f64>,
    data_error: &ArrayRef1<f64>,
) -> Figure {
    let figure = Figure::new(&either("Plasticity and frequency of the pairs", "Plasticité et fréquence des paires"))
        .x_label(&either("frequency of pairs (Hz)", "fréquence des paires (Hz)"))
        .y_label(&weight_change());
    if rules.is_empty() {
        return figure.problem(words::nothing_to_draw(&either("rules", "règles"), ""));
    }
    rules
        .iter()
        .fold(figure, |figure, (name, change)| figure.line(frequency, change, name))
        .measured(data_frequency, data_change, data_error, &measured())
        .hline(0.0, "")
}

/// The weights of synapses as a density, in `bins` bins from the smallest to the largest.
pub fn weight_histogram(weights: &ArrayRef1<f64>, bins: usize) -> Figure {
    let figure = Figure::new(&either("Weights of the synapses", "Poids des synapses"))
        .x_label(&either("weight w (unit of the model)", "poids w (unité du modèle)"))
        .y_label(&either("density (1/unit of w)", "densité (1/unité de w)"));
    let what = either("weights", "poids");
    if weights.is_empty() {
        return figure.problem(words::nothing_to_draw(&what, ""));
    }
    let finite: Array1<f64> = weights.iter().copied().filter(|w| w.is_finite()).collect();
    if finite.is_empty() {
        return figure.problem(words::nothing_finite(&what, "", weights.len()));
    }
    let low = finite.iter().copied().fold(f64::INFINITY, f64::min);
    let high = finite.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    // A single value is in the middle of a range around it.
    let (low, high) = match high > low {
        true => (low, high),
        false => (low - 0.5 * low.abs().max(1.0), high + 0.5 * high.abs().max(1.0)),
    };
    match histogram(&finite, bins, low, high) {
        Ok(counts) => figure.histogram(&counts, "w"),
        Err(error) => figure.problem(error.to_string()),
    }
}

fn model() -> String {
    either("model", "modèle")
}

fn measured() -> String {
    either("measured", "mesures")
}

fn weight_change() -> String {
    either("change of weight Δw (%)", "variation du poids Δw (%)")
}
