//! Tuning measured: means over trials, preference and selectivity.

use ndarray::{Array1, ArrayRef1};

use crate::error::{check_same_length, number};
use crate::parameter::Allowed;
use crate::summary::{count, range, summary};
use crate::{Error, Result};

/// Mean responses to several stimuli, in increasing order of the stimulus.
#[derive(Clone, PartialEq)]
pub struct TuningCurve {
    /// The stimuli, for instance directions in °.
    pub stimuli: Array1<f64>,
    /// The mean response to each, for instance in Hz.
    pub mean: Array1<f64>,
    /// The standard error of each mean: standard deviation (with n − 1) over √n.
    pub standard_error: Array1<f64>,
    /// The number n of trials of each.
    pub trials: Array1<usize>,
}

summary!(TuningCurve, |curve| {
    let stimuli = count(curve.stimuli.len(), "stimuli", "stimulus");
    let trials = count(curve.trials.sum(), "trials", "essais");
    format!("{stimuli}, {trials}, mean: {}", range(&curve.mean, 2))
});

/// The tuning curve from single trials: trial k had the stimulus `stimuli[k]` and the response `responses[k]`, such as
/// a rate. Trials may come in any order; trials with exactly the same stimulus are averaged.
///
/// ```
/// use neurocomp::ndarray::array;
/// use neurocomp::tuning::tuning_curve;
///
/// let curve = tuning_curve(&array![90.0, 0.0, 90.0, 0.0], &array![12.0, 3.0, 16.0, 5.0])?;
/// assert_eq!(curve.stimuli.to_vec(), [0.0, 90.0]);
/// assert_eq!(curve.mean.to_vec(), [4.0, 14.0]);
/// assert!((curve.standard_error[1] - 2.0).abs() < 1e-12);
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// If the lists differ in length or are empty, a value is not finite, or a stimulus has only one trial.
pub fn tuning_curve(stimuli: &ArrayRef1<f64>, responses: &ArrayRef1<f64>) -> Result<TuningCurve> {
    check_lengths(stimuli, responses)?;
    Allowed::Finite.check_all("stimuli", "", stimuli)?;
    Allowed::Finite.check_all("responses", "", responses)?;
    let mut trials: Vec<(f64, f64)> = stimuli.iter().copied().zip(responses.iter().copied()).collect();
    trials.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut curve = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for group in trials.chunk_by(|a, b| a.0 == b.0) {
        if group.len() == 1 {
            let stimulus = group[0].0;
            let stimulus = number(stimulus);
            return Err(Error::text(
                format!("every stimulus must have at least 2 trials, received 1 of stimulus {stimulus}"),
                format!("chaque stimulus doit avoir au moins 2 essais, reçu 1 du stimulus {stimulus}"),
            ));
        }
        let n = group.len() as f64;
        let mean = group.iter().map(|(_, response)| response).sum::<f64>() / n;
        let squares: f64 = group.iter().map(|(_, response)| (response - mean).powi(2)).sum();
        curve.0.push(group[0].0);
        curve.1.push(mean);
        curve.2.push((squares / (n - 1.0) / n).sqrt());
        curve.3.push(group.len());
    }
    Ok(TuningCurve {
        stimuli: curve.0.into(),
        mean: curve.1.into(),
        standard_error: curve.2.into(),
        trials: curve.3.into(),
    })
}

/// Preference and selectivity by the vector sum of all responses.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Selectivity {
    /// The length of the vector sum over the sum of the lengths: 0 if all angles get the same response, 1 if only one
    /// gets any.
    pub index: f64,
    /// The angle of the vector sum, °, from 0 to 180 for orientations and to 360 for directions. `None` if the index is
    /// zero but for rounding.
    pub preferred: Option<f64>,
}

/// Orientation selectivity index (OSI, also called 1 − circular variance) and preferred orientation:
///
/// ```text
/// Z = Σ_k r_k e^(2iθ_k) / Σ_k r_k          index |Z|,  preferred orientation (arg Z)/2
/// ```
///
/// `directions` are in °, `responses` usually mean rates in Hz. Angles must be evenly spaced around the circle, or
/// around half of it: otherwise the sum prefers those that were shown more densely.
///
/// # Errors
///
/// If the lists differ in length or are empty, a response is not ≥ 0, or all are 0.
pub fn orientation_selectivity(directions: &ArrayRef1<f64>, responses: &ArrayRef1<f64>) -> Result<Selectivity> {
    vector_sum(directions, responses, 2.0)
}

/// Direction selectivity index (DSI) and preferred direction: as [`orientation_selectivity`] with e^(iθ), which tells a
/// drift from the opposite one. `directions` must be evenly spaced around the whole circle.
///
/// # Errors
///
/// As for [`orientation_selectivity`].
pub fn direction_selectivity(directions: &ArrayRef1<f64>, responses: &ArrayRef1<f64>) -> Result<Selectivity> {
    vector_sum(directions, responses, 1.0)
}

fn vector_sum(directions: &ArrayRef1<f64>, responses: &ArrayRef1<f64>, multiple: f64) -> Result<Selectivity> {
    check_lengths(directions, responses)?;
    Allowed::Finite.check_all("directions", "°", directions)?;
    Allowed::NotNegative.check_all("responses", "", responses)?;
    // Divided by the largest first, so that no sum is too large for a number.
    let largest = responses.iter().copied().fold(0.0, f64::max);
    if largest == 0.0 {
        return Err(Error::text("at least one response must be > 0", "au moins une réponse doit être > 0"));
    }
    let (mut x, mut y, mut sum) = (0.0, 0.0, 0.0);
    for (direction, response) in directions.iter().zip(responses) {
        let (sin, cos) = (multiple * direction.to_radians()).sin_cos();
        let response = response / largest;
        x += response * cos;
        y += response * sin;
        sum += response;
    }
    let index = (x.hypot(y) / sum).min(1.0);
    let angle = (y.atan2(x).to_degrees() / multiple).rem_euclid(360.0 / multiple);
    Ok(Selectivity { index, preferred: (index > 1e-12).then_some(angle) })
}

fn check_lengths(stimuli: &ArrayRef1<f64>, responses: &ArrayRef1<f64>) -> Result<()> {
    check_same_length(1, &[("stimuli", stimuli.len()), ("responses", responses.len())])
}
