use ndarray::{Array1, array};

use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, text};

/// Exercise 2: the mean change η ⟨(r − ⟨r⟩)(x − ⟨x⟩)⟩ of a weight, from the rates of both neurons, with 1/n.
pub fn covariance_change(student: fn(&Array1<f64>, &Array1<f64>, f64) -> f64) -> Verdict {
    COVARIANCE_CHANGE.judge(|(x, r, eta)| student(x, r, *eta))
}

pub(super) static COVARIANCE_CHANGE: Exercise<(Array1<f64>, Array1<f64>, f64), f64> = Exercise {
    name: "covariance_change",
    inputs: &["x (Hz)", "r (Hz)", "eta"],
    cases: || {
        vec![
            (array![4.0, 9.0, 2.5, 16.0, 7.5], array![11.0, 14.0, 9.0, 15.0, 12.5], 0.1),
            (array![20.0, 5.0, 11.0, 8.0], array![3.0, 9.0, 7.0, 6.0], 0.02),
            (array![1.0, 3.0, 8.0], array![10.0, 25.0, 13.0], 0.5),
        ]
    },
    right: |(x, r, eta)| eta * covariance(x, r),
    also_right: &[|(x, r, eta)| eta * (mean(&(x * r)) - mean(x) * mean(r))],
    mistakes: &[
        gives(
            |(x, r, eta)| eta * mean(&(x * r)),
            "the means are not subtracted: this is Hebb’s rule, ⟨r x⟩.",
            "les moyennes ne sont pas soustraites : c’est la règle de Hebb, ⟨r x⟩.",
        ),
        gives(
            |(x, r, eta)| eta * covariance(x, r) * x.len() as f64,
            "this is the sum over the presentations; the mean is the sum divided by n.",
            "c’est la somme sur les présentations ; la moyenne est cette somme divisée par n.",
        ),
        gives(
            |(x, r, eta)| eta * covariance(x, r) * x.len() as f64 / (x.len() - 1) as f64,
            "you divided by n − 1; a mean over n presentations is a sum divided by n.",
            "vous avez divisé par n − 1 ; une moyenne sur n présentations est une somme divisée par n.",
        ),
        gives(|(x, r, _)| covariance(x, r), "the learning rate η is missing.", "le taux d’apprentissage η manque."),
        gives(
            |(x, r, eta)| eta * mean(&((x - mean(r)) * (r - mean(x)))),
            "the two means are exchanged: each rate is compared with its own mean.",
            "les deux moyennes sont échangées : chaque taux se compare à sa propre moyenne.",
        ),
        gives(
            |(x, r, eta)| eta * covariance(x, r) / (covariance(x, x) * covariance(r, r)).sqrt(),
            "this is the correlation coefficient; do not divide by the standard deviations.",
            "c’est le coefficient de corrélation ; ne divisez pas par les écarts-types.",
        ),
        gives(
            |(x, _, eta)| eta * covariance(x, x),
            "the same neuron is there twice: the deviation of x times the deviation of r.",
            "le même neurone figure deux fois : l’écart de x fois l’écart de r.",
        ),
    ],
    lesson: text(
        "Together above the mean or together below it: stronger. One above and one below: weaker.",
        "Tous deux au-dessus de leur moyenne, ou tous deux au-dessous : plus fort. L’un au-dessus et l’autre au-dessous : \
         plus faible.",
    ),
    ..Exercise::TABLE
};

fn mean(values: &Array1<f64>) -> f64 {
    values.sum() / values.len() as f64
}

fn covariance(x: &Array1<f64>, r: &Array1<f64>) -> f64 {
    mean(&((x - mean(x)) * (r - mean(r))))
}
