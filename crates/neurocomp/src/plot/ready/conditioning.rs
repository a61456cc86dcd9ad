//! Animals that learn to expect a reward.

use ndarray::{ArrayRef1, ArrayRef2};

use super::curves;
use crate::plot::Figure;
use crate::plot::words::either;

/// What an animal expects from each stimulus against trials: `predictions[[k, s]]` belongs to the trial `trial[k]` and
/// to the stimulus `names[s]`; `reward[k]` is what it received, as points.
///
/// ```
/// use neurocomp::ndarray::array;
/// use neurocomp::plot;
///
/// let predictions = array![[0.0, 0.0], [0.1, 0.1], [0.18, 0.18]];
/// let figure = plot::conditioning_curve(
///     &array![1.0, 2.0, 3.0], &predictions, &["light", "tone"], &array![1.0, 1.0, 1.0]);
/// assert!(figure.problems().is_empty());
/// ```
pub fn conditioning_curve(
    trial: &ArrayRef1<f64>,
    predictions: &ArrayRef2<f64>,
    names: &[&str],
    reward: &ArrayRef1<f64>,
) -> Figure {
    let figure = Figure::new(&either("Conditioning", "Conditionnement"))
        .x_label(&either("trial (number)", "essai (numéro)"))
        .y_label(&either("prediction V (unit of the reward)", "prédiction V (unité de la récompense)"));
    let predicted = (&*either("predictions", "prédictions"), "predictions", predictions);
    let figure = curves(figure, (trial, &either("trial", "essai")), predicted, names);
    figure.points(trial, reward, &either("reward", "récompense"))
}
