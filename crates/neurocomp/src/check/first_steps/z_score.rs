use ndarray::Array1;

use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, text};

/// Exercise 39: the values counted from their mean, in units of their standard deviation (with 1/N).
pub fn z_score(student: fn(&Array1<f64>) -> Array1<f64>) -> Verdict {
    Z_SCORE.judge(|(values,)| student(values))
}

pub(super) static Z_SCORE: Exercise<(Array1<f64>,), Array1<f64>> = Exercise {
    name: "z_score",
    inputs: &["values"],
    cases: || {
        let signals: [&[f64]; 3] = [&[-68.0, -64.5, -71.0, -60.0, -66.5], &[120.0, 80.0, 310.0, 95.0], &[0.2, -0.4]];
        signals.map(|values| (Array1::from(values.to_vec()),)).into()
    },
    right: |(values,)| (values - mean(values)) / values.std(0.0),
    mistakes: &[
        gives(|(values,)| values / values.std(0.0), "the mean is not subtracted.", "la moyenne n’est pas soustraite."),
        gives(
            |(values,)| values - mean(values),
            "the mean is subtracted; now divide by the standard deviation.",
            "la moyenne est soustraite ; divisez maintenant par l’écart-type.",
        ),
        gives(
            |(values,)| (values - mean(values)) / values.var(0.0),
            "you divide by the variance; the standard deviation is its square root.",
            "vous divisez par la variance ; l’écart-type en est la racine carrée.",
        ),
        gives(
            |(values,)| (values - mean(values)) / values.std(1.0),
            "`std(1.0)` divides by N − 1, which estimates the spread of a larger population. Here it is 1/N: `std(0.0)`.",
            "`std(1.0)` divise par N − 1, ce qui estime la dispersion d’une population plus grande. Ici, c’est 1/N : \
             `std(0.0)`.",
        ),
        gives(
            |(values,)| values - mean(values) / values.std(0.0),
            "parentheses: `x - mean / sd` divides only the mean. Write `(x - mean) / sd`.",
            "les parenthèses : `x - mean / sd` ne divise que la moyenne. Écrivez `(x - mean) / sd`.",
        ),
        gives(
            |(values,)| (mean(values) - values) / values.std(0.0),
            "the sign is the opposite: values above the mean have a positive score.",
            "le signe est l’opposé : les valeurs au-dessus de la moyenne ont un score positif.",
        ),
        gives(
            |(values,)| (values - mean(values)) * values.std(0.0),
            "you multiply by the standard deviation; divide by it.",
            "vous multipliez par l’écart-type ; divisez par lui.",
        ),
        gives(|(values,)| values.clone(), "these are the values themselves.", "ce sont les valeurs elles-mêmes."),
    ],
    lesson: text(
        "Mean 0, standard deviation 1, no unit: now millivolts and spike counts can share an axis.",
        "Moyenne 0, écart-type 1, sans unité : des millivolts et des nombres de potentiels d’action tiennent sur un même \
         axe.",
    ),
    ..Exercise::TABLE
};

fn mean(values: &Array1<f64>) -> f64 {
    values.mean().unwrap_or(f64::NAN)
}
