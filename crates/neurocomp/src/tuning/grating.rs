//! Cells that see drifting gratings, and their spikes.

use std::f64::consts::PI;

use super::{OrientationTuning, OrientationTuningParams, TuningShape};
use crate::Result;
use crate::noise::cell_seed;
use crate::parameter::Allowed;
use crate::spike_train::SpikeTrain;
use crate::spike_train::generate::modulated_poisson;

/// A drifting grating.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grating {
    /// The direction of the drift, °.
    pub direction: f64,
    /// How many bars pass a point in a second, Hz; > 0.
    pub temporal_frequency: f64,
}

/// The parameters of a cell that responds to gratings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GratingCellParams {
    /// How its mean rate depends on direction.
    pub tuning: OrientationTuningParams,
    /// How strongly the response follows the bars, 0 (a complex cell, a steady response) to 1 (a simple cell, which
    /// fires during half of each period).
    pub modulation: f64,
    /// When in the period the response is strongest, ° of phase.
    pub phase: f64,
    /// Variance of the gain from trial to trial; 0 gives Poisson counts. See
    /// [`modulated_poisson`](crate::spike_train::generate::modulated_poisson).
    pub gain_variance: f64,
}

/// A complex cell with the default tuning and a gain whose standard deviation is a tenth.
impl Default for GratingCellParams {
    fn default() -> GratingCellParams {
        GratingCellParams {
            tuning: OrientationTuningParams::default(),
            modulation: 0.0,
            phase: 0.0,
            gain_variance: 0.01,
        }
    }
}

/// The three cells of the course's recording, `datasets/v1_spikes.csv`, as they were put in. They differ in preference,
/// width, and in how they follow the bars: 1 is a simple cell, 2 is nearly complex, 3 prefers one direction. All are as
/// irregular as cells in vivo.
///
/// ```
/// use neurocomp::tuning::{GratingCell, recorded_cells};
///
/// let cell = GratingCell::new(recorded_cells()[0])?;
/// assert!(cell.tuning().rate(60.0) > 10.0); // Hz; its preferred direction is 60°
/// # Ok::<(), neurocomp::Error>(())
/// ```
pub fn recorded_cells() -> [GratingCellParams; 3] {
    let cell = |preferred, amplitude, half_width, direction_selectivity, modulation, phase| {
        let tuning = OrientationTuningParams {
            shape: TuningShape::VonMises,
            preferred,
            baseline: 0.8,
            amplitude,
            half_width,
            direction_selectivity,
        };
        GratingCellParams { tuning, modulation, phase, gain_variance: 0.012 }
    };
    [
        cell(60.0, 14.0, 24.0, 0.2, 0.65, 40.0),
        cell(150.0, 18.0, 32.0, 0.1, 0.15, 120.0),
        cell(270.0, 12.0, 20.0, 0.9, 0.4, 250.0),
    ]
}

/// A cell of the visual cortex that sees drifting gratings. Its rate in time is
///
/// ```text
/// r(t) = r₀ + (r(θ) − r₀) (1 − m + m π [cos(2π f t − φ)]₊)          [x]₊ = max(x, 0)
/// ```
///
/// with the tuning curve r(θ) and baseline r₀ of [`OrientationTuning`], the temporal frequency f of the grating, m =
/// `modulation` and φ = `phase`. Over whole periods its mean is r(θ), whatever m; the part above the baseline has
/// F1/F0 = mπ/2, above 1 for what is called a simple cell (Skottun et al. 1991, doi:10.1016/0042-6989(91)90033-2).
///
/// ```
/// use neurocomp::tuning::{Grating, GratingCell, GratingCellParams};
///
/// let cell = GratingCell::new(GratingCellParams { modulation: 1.0, ..Default::default() })?;
/// let grating = Grating { direction: 90.0, temporal_frequency: 2.0 };
/// // Strongest when a bar is there (t = 0), baseline half a period later.
/// assert!((cell.rate(grating, 0.0) - (1.0 + 20.0 * std::f64::consts::PI)).abs() < 1e-9);
/// assert_eq!(cell.rate(grating, 250.0), 1.0);
/// let trials = cell.trials(grating, 10, 2000.0, 1)?;
/// assert_eq!((trials.len(), trials[0].t_stop()), (10, 2000.0));
/// # Ok::<(), neurocomp::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GratingCell {
    params: GratingCellParams,
    tuning: OrientationTuning,
}

impl GratingCell {
    /// A cell with these parameters.
    ///
    /// # Errors
    ///
    /// As for [`OrientationTuning::new`], or if `modulation` is not from 0 to 1, `phase` not finite, or `gain_variance`
    /// not from 0 to 100.
    pub fn new(params: GratingCellParams) -> Result<GratingCell> {
        Allowed::Between(0.0, 1.0).check("modulation", "", params.modulation)?;
        Allowed::Finite.check("phase", "°", params.phase)?;
        Allowed::Between(0.0, 100.0).check("gain_variance", "", params.gain_variance)?;
        let tuning = OrientationTuning::new(params.tuning)?;
        Ok(GratingCell { params, tuning })
    }

    /// The parameters.
    pub fn params(&self) -> GratingCellParams {
        self.params
    }

    /// The tuning curve.
    pub fn tuning(&self) -> OrientationTuning {
        self.tuning
    }

    /// The rate (Hz) at time `t` (ms) after the onset of the grating, before the gain of a trial.
    pub fn rate(&self, grating: Grating, t: f64) -> f64 {
        let m = self.params.modulation;
        let cycles = grating.temporal_frequency * t / 1000.0;
        let bars = (2.0 * PI * cycles - self.params.phase.to_radians()).cos();
        let response = self.tuning.response(grating.direction);
        self.params.tuning.baseline + response * (1.0 - m + m * PI * bars.max(0.0))
    }

    /// The largest rate (Hz) during a grating.
    fn max_rate(&self, grating: Grating) -> f64 {
        let m = self.params.modulation;
        let response = self.tuning.response(grating.direction);
        // A little more, so that rounding of the rate cannot exceed it.
        (self.params.tuning.baseline + response * (1.0 - m + m * PI)) * (1.0 + 1e-12)
    }

    /// The spikes in `trials` presentations of a grating of `duration` (ms), each with its own gain.
    ///
    /// # Errors
    ///
    /// If the direction is not finite, the temporal frequency or `duration` not > 0, or with more than ten million
    /// spikes.
    pub fn trials(&self, grating: Grating, trials: usize, duration: f64, seed: u64) -> Result<Vec<SpikeTrain>> {
        Allowed::Finite.check("direction", "°", grating.direction)?;
        Allowed::Positive.check("temporal_frequency", "Hz", grating.temporal_frequency)?;
        modulated_poisson(
            |t| self.rate(grating, t),
            self.max_rate(grating),
            self.params.gain_variance,
            trials,
            duration,
            seed,
        )
    }
}

/// The spikes of every cell (inner list) in every trial (outer list), trial k showing `gratings[k]` for `duration`
/// (ms). Cells are independent: gains and spikes are not shared.
///
/// # Errors
///
/// As for [`GratingCell::trials`].
pub fn grating_responses(
    cells: &[GratingCell],
    gratings: &[Grating],
    duration: f64,
    seed: u64,
) -> Result<Vec<Vec<SpikeTrain>>> {
    let mut responses = Vec::with_capacity(gratings.len());
    for (trial, &grating) in gratings.iter().enumerate() {
        let mut trains = Vec::with_capacity(cells.len());
        for (neuron, cell) in cells.iter().enumerate() {
            let own = cell_seed(seed, trial, neuron);
            trains.extend(cell.trials(grating, 1, duration, own)?);
        }
        responses.push(trains);
    }
    Ok(responses)
}
