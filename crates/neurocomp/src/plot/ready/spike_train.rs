//! Spike trains, and what is counted in them.

use ndarray::ArrayRef1;

use super::{firing_rate, time};
use crate::plot::Figure;
use crate::plot::words::either;
use crate::spike_train::{SpikeTrain, histogram};

/// A raster: the spikes of `trains[k]` (a trial, or a neuron) as strokes in row k, row 0 the lowest. Of very many
/// spikes those that hide one another are left out.
///
/// ```
/// use neurocomp::plot;
/// use neurocomp::spike_train::SpikeTrain;
///
/// let trials = [
///     SpikeTrain::new(vec![120.0, 310.0, 480.0], 0.0, 500.0)?,
///     SpikeTrain::new(vec![95.0, 330.0], 0.0, 500.0)?,
/// ];
/// let figure = plot::raster(&trials);
/// assert!(figure.summary().contains("5 spikes"));
/// # Ok::<(), neurocomp::Error>(())
/// ```
pub fn raster(trains: &[SpikeTrain]) -> Figure {
    Figure::new(&either("Spike raster", "Potentiels d’action"))
        .raster(trains, "")
        .x_label(&time())
        .y_label(&either("row (trial, neuron)", "ligne (essai, neurone)"))
}

/// A [`raster`], and below it a rate against the same time, as in [`psth`].
pub fn raster_with_rate(trains: &[SpikeTrain], times: &ArrayRef1<f64>, rate: &ArrayRef1<f64>) -> Figure {
    let mut figure = raster(trains).below().bins(times, rate, "").y_label(&firing_rate());
    // A rate from before or after the observation is seen, too.
    if let Some((low, high)) = figure.x.range {
        let finite = || times.iter().copied().filter(|t| t.is_finite());
        figure.x.range = Some((finite().fold(low, f64::min), finite().fold(high, f64::max)));
    }
    figure
}

/// A peristimulus time histogram: the rate (Hz) in bins of time (ms). `times` are the edges of the bins (one more than
/// there are rates) or their centres.
pub fn psth(times: &ArrayRef1<f64>, rate: &ArrayRef1<f64>) -> Figure {
    let title = either("Peristimulus time histogram", "Histogramme péristimulus");
    Figure::new(&title).bins(times, rate, "").x_label(&time()).y_label(&firing_rate())
}

/// The intervals between the spikes of a train as a density, in `bins` bins from 0 to the longest interval.
pub fn isi_histogram(train: &SpikeTrain, bins: usize) -> Figure {
    let title = either("Intervals between spikes", "Intervalles entre potentiels d’action");
    let figure = Figure::new(&title)
        .x_label(&either("interval (ms)", "intervalle (ms)"))
        .y_label(&either("density (1/ms)", "densité (1/ms)"));
    let intervals = train.isi();
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

/// A correlogram: `values` (coincidences, or whatever you make of them: change the label) for time lags `lags` (ms),
/// edges or centres of bins, with a line at lag 0.
pub fn correlogram(lags: &ArrayRef1<f64>, values: &ArrayRef1<f64>) -> Figure {
    Figure::new(&either("Correlogram", "Corrélogramme"))
        .bins(lags, values, "")
        .vline(0.0, "")
        .x_label(&either("time lag (ms)", "décalage (ms)"))
        .y_label(&either("coincidences (count)", "coïncidences (nombre)"))
}
