//! Rate and irregularity over the plane of mean current and noise.

use ndarray::{Array2, ArrayRef1};
use rayon::prelude::*;

use crate::Result;
use crate::parallel::in_parallel;

use super::Lif;
use crate::language::choose;
use crate::noise::cell_seed;
use crate::parameter::Allowed;
use crate::summary::{range, summary};
use crate::time_step::{self, MAX_STEPS};

/// The largest number of steps of a whole map: a hundred thousand million, some ten minutes of two cores.
const MAX_MAP_STEPS: usize = MAX_STEPS.saturating_mul(100);

/// Simulated rate and CV, one row for each noise amplitude and one column for each current.
#[derive(Clone, PartialEq)]
pub struct RateCvMap {
    /// Firing rate: number of spikes over duration, Hz.
    pub rate: Array2<f64>,
    /// Coefficient of variation of the intervals. **NaN where there is none**, that is wherever `spikes` is
    /// below 3 (fewer than two intervals): a gap in a heatmap, and a hint to take a longer duration.
    /// [`RateCvMap::cv_at`] gives `None` there.
    pub cv: Array2<f64>,
    /// Number of spikes on which rate and CV rest.
    pub spikes: Array2<usize>,
}

impl RateCvMap {
    /// The CV in this row (noise amplitude) and column (current); `None` if fewer than three spikes were seen, or
    /// outside the map.
    pub fn cv_at(&self, row: usize, column: usize) -> Option<f64> {
        self.cv.get((row, column)).copied().filter(|cv| !cv.is_nan())
    }
}

summary!(RateCvMap, |map| {
    let ((rows, columns), rate, cv) = (map.rate.dim(), range(&map.rate, 3), range(&map.cv, 3));
    let (missing, all) = (map.cv.iter().filter(|cv| cv.is_nan()).count(), map.rate.len());
    let without = choose("cells without cv (< 3 spikes)", "cases sans cv (< 3 potentiels d’action)");
    format!("{rows} × {columns} (σ × I), rate: {rate} Hz, cv: {cv}, {missing}/{all} {without}")
});

impl Lif {
    /// Rate and CV for every pair of a noise amplitude in `sigmas` (mV, rows) and a current in `currents` (nA,
    /// columns), each from one run of [`Lif::spikes_noisy`] of `duration` (ms) in steps of `dt` (ms).
    ///
    /// All cores work on it. Every cell has a seed of its own, made from `seed`, row and column: the result does not
    /// depend on the number of threads.
    ///
    /// # Errors
    ///
    /// If an array is empty or holds a value that is not finite, a noise amplitude is below 0, a time is out of range
    /// as for [`Lif::spikes_noisy`], or the whole map has more than 10¹¹ steps.
    ///
    /// ```
    /// use neurocomp::ndarray::array;
    /// use neurocomp::neuron::lif::{Lif, LifParams};
    ///
    /// let neuron = Lif::new(LifParams::default())?;
    /// let map = neuron.rate_cv_map(&array![10.0, 18.0, 30.0], &array![0.0, 5.0], 0.1, 5000.0, 1)?;
    /// assert_eq!(map.rate.dim(), (2, 3));
    /// // Without noise 10 nA do not make it fire: rate 0, no CV. 30 nA do, like a clock.
    /// assert_eq!((map.rate[[0, 0]], map.cv_at(0, 0)), (0.0, None));
    /// assert!(map.rate[[0, 2]] > 40.0 && map.cv_at(0, 2).unwrap() < 0.01);
    /// // With noise and a mean below threshold it fires irregularly.
    /// assert!(map.cv_at(1, 1).unwrap() > 0.5);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn rate_cv_map(
        &self,
        currents: &ArrayRef1<f64>,
        sigmas: &ArrayRef1<f64>,
        dt: f64,
        duration: f64,
        seed: u64,
    ) -> Result<RateCvMap> {
        Allowed::Finite.check_list("currents", "nA", currents)?;
        Allowed::NotNegative.check_list("sigmas", "mV", sigmas)?;
        let cells = currents.len() * sigmas.len();
        let steps = time_step::steps(dt, duration, MAX_STEPS)?;
        if steps.saturating_mul(cells) > MAX_MAP_STEPS {
            return Err(time_step::too_many(MAX_MAP_STEPS / cells, steps as f64));
        }
        let columns = currents.len();
        let results: Result<Vec<_>> = in_parallel(|| {
            (0..cells)
                .into_par_iter()
                .map(|cell| {
                    let (row, column) = (cell / columns, cell % columns);
                    let own = cell_seed(seed, row, column);
                    let train = self.spikes_noisy(currents[column], sigmas[row], dt, duration, own)?;
                    Ok((train.rate(), train.cv(), train.len()))
                })
                .collect()
        });
        let results = results?;
        let at = |(row, column): (usize, usize)| results[row * columns + column];
        let shape = (sigmas.len(), columns);
        Ok(RateCvMap {
            rate: Array2::from_shape_fn(shape, |cell| at(cell).0),
            cv: Array2::from_shape_fn(shape, |cell| at(cell).1.unwrap_or(f64::NAN)),
            spikes: Array2::from_shape_fn(shape, |cell| at(cell).2),
        })
    }
}
