//! Spikes as strokes or dots.

use super::Figure;
use crate::plot::mark::{Mark, Shape};
use crate::plot::words::{self, either};
use crate::spike_train::SpikeTrain;

/// Spikes of a raster drawn as strokes; beyond, they are drawn as dots.
const STROKES: usize = 3_000;

impl Figure {
    /// Spikes as upright strokes from `low` to `high`, at `times`. No spike at all is a legitimate result.
    pub fn spikes(self, times: &[f64], low: f64, high: f64, name: &str) -> Figure {
        if let Some(bad) = [low, high].into_iter().find(|v| !v.is_finite()) {
            return self.problem(words::not_finite(&either("spikes", "potentiels d’action"), name, bad));
        }
        let x: Vec<f64> = times.iter().copied().filter(|t| t.is_finite()).collect();
        let (y, more, gaps) = (vec![low; x.len()], vec![high; x.len()], times.len() - x.len());
        self.add(name, Mark { more, given: times.len(), gaps, ..Mark::new(Shape::Ticks, x, y) })
    }

    /// A raster: the spikes of `trains[k]` as strokes in row k (thousands of spikes as dots); row 0 is the lowest.
    pub fn raster(self, trains: &[SpikeTrain], name: &str) -> Figure {
        if trains.is_empty() {
            return self.problem(words::nothing_to_draw("raster", name));
        }
        let rows: Vec<f64> =
            trains.iter().enumerate().flat_map(|(k, train)| vec![k as f64; train.times().len()]).collect();
        let x: Vec<f64> = trains.iter().flat_map(|train| train.times()).copied().collect();
        let mark = if x.len() <= STROKES && trains.len() <= 100 {
            let shifted = |by: f64| rows.iter().map(|k| k + by).collect::<Vec<f64>>();
            Mark { more: shifted(0.4), ..Mark::new(Shape::Ticks, x, shifted(-0.4)) }
        } else {
            Mark::new(Shape::Dots, x, rows)
        };
        // Silence before the first and after the last spike belongs to the picture.
        let start = trains.iter().map(SpikeTrain::t_start).fold(f64::INFINITY, f64::min);
        let stop = trains.iter().map(SpikeTrain::t_stop).fold(f64::NEG_INFINITY, f64::max);
        let mut figure = self.add(name, mark);
        figure.x.range = figure.x.range.or((start < stop).then_some((start, stop)));
        let rows = figure.vertical();
        rows.range = rows.range.or(Some((-0.6, trains.len() as f64 - 0.4)));
        rows.whole = true;
        figure
    }
}
