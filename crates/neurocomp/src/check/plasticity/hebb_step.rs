use ndarray::Array1;

use super::presentations;
use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, text};

/// Exercise 1: the weights w + η r x after a presentation of the inputs x, with r = Σ w x.
pub fn hebb_step(student: fn(&Array1<f64>, &Array1<f64>, f64) -> Array1<f64>) -> Verdict {
    HEBB_STEP.judge(|(w, x, eta)| student(w, x, *eta))
}

pub(super) static HEBB_STEP: Exercise<(Array1<f64>, Array1<f64>, f64), Array1<f64>> = Exercise {
    name: "hebb_step",
    inputs: &["w", "x", "eta"],
    cases: || presentations().into(),
    right: |(w, x, eta)| w + &(*eta * w.dot(x) * x),
    mistakes: &[
        gives(
            |(w, x, eta)| *eta * w.dot(x) * x,
            "this is the change of the weights; the new weights are w plus this change.",
            "c’est la variation des poids ; les nouveaux poids sont w plus cette variation.",
        ),
        gives(
            |(w, x, eta)| w + &(*eta * x),
            "the rate r of the neuron is missing: Hebb’s rule multiplies what both neurons do.",
            "le taux r du neurone manque : la règle de Hebb multiplie ce que font les deux neurones.",
        ),
        gives(
            |(w, x, eta)| w + &(*eta * w * x * x),
            "each synapse has a rate of its own here; r = Σ w x is one number, the sum over all inputs: `w.dot(x)`.",
            "chaque synapse a ici son propre taux ; r = Σ w x est un seul nombre, la somme sur toutes les entrées : \
             `w.dot(x)`.",
        ),
        gives(
            |(w, x, eta)| w + &(*eta * x.sum() * x),
            "r is the *weighted* sum of the inputs, r = Σ w x: `w.dot(x)`.",
            "r est la somme *pondérée* des entrées, r = Σ w x : `w.dot(x)`.",
        ),
        gives(|(w, x, _)| w + &(w.dot(x) * x), "the learning rate η is missing.", "le taux d’apprentissage η manque."),
        gives(
            |(w, x, eta)| w + &(*eta * w.dot(x) * w),
            "the change is proportional to the input x, not to the weight w.",
            "la variation est proportionnelle à l’entrée x et non au poids w.",
        ),
        gives(
            |(w, x, eta)| w + *eta * w.dot(x),
            "the input x is missing: a synapse whose input is silent learns nothing.",
            "l’entrée x manque : une synapse dont l’entrée se tait n’apprend rien.",
        ),
        gives(
            |(w, x, eta)| w - &(*eta * w.dot(x) * x),
            "the sign: what is active together gets stronger.",
            "le signe : ce qui est actif ensemble se renforce.",
        ),
    ],
    lesson: text(
        "Whatever fires together is wired together, and nothing ever holds it back.",
        "Ce qui s’active ensemble se renforce, et rien ne le retient jamais.",
    ),
    ..Exercise::TABLE
};
