use ndarray::Array1;

use super::presentations;
use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, text};

/// Exercise 4: the weights w + η r (x − α r w), with r = Σ w x.
pub fn oja_step(student: fn(&Array1<f64>, &Array1<f64>, f64, f64) -> Array1<f64>) -> Verdict {
    OJA_STEP.judge(|(w, x, eta, alpha)| student(w, x, *eta, *alpha))
}

type Call = (Array1<f64>, Array1<f64>, f64, f64);

pub(super) static OJA_STEP: Exercise<Call, Array1<f64>> = Exercise {
    name: "oja_step",
    inputs: &["w", "x", "eta", "alpha"],
    cases: || {
        let calls = presentations().into_iter().zip([0.5, 2.0, 1.5]);
        calls.map(|((w, x, eta), alpha)| (w, x, eta, alpha)).collect()
    },
    right: |call| &call.0 + &change(call),
    mistakes: &[
        gives(hebb, "the decay is missing: this is Hebb’s rule.", "la décroissance manque : c’est la règle de Hebb."),
        gives(
            |(w, x, eta, alpha)| w + &(*eta * w.dot(x) * (x - &(*alpha * w))),
            "the decay has only one factor r; it is α r² w, so that r is inside the parentheses once more.",
            "la décroissance n’a qu’un facteur r ; elle vaut α r² w, et r figure donc encore dans les parenthèses.",
        ),
        gives(
            |(w, x, eta, alpha)| w + &(*eta * w.dot(x) * (x + &(*alpha * w.dot(x) * w))),
            "the sign of the decay: x *minus* α r w.",
            "le signe de la décroissance : x *moins* α r w.",
        ),
        gives(
            |(w, x, eta, _)| w + &(*eta * w.dot(x) * (x - &(w.dot(x) * w))),
            "α is missing from the decay.",
            "α manque dans la décroissance.",
        ),
        gives(
            |(w, x, eta, alpha)| w + &(*eta * (w.dot(x) * x - *alpha * w)),
            "the decay must grow with the activity: α r² w, not α w.",
            "la décroissance doit croître avec l’activité : α r² w et non α w.",
        ),
        gives(
            |call| {
                let w = hebb(call);
                &w / w.dot(&w).sqrt()
            },
            "this is Hebb’s rule with the length set to 1 after each step; Oja’s rule is w + η r (x − α r w).",
            "c’est la règle de Hebb, avec la longueur ramenée à 1 après chaque pas ; la règle d’Oja est \
             w + η r (x − α r w).",
        ),
        gives(
            change,
            "this is the change of the weights; the new weights are w plus this change.",
            "c’est la variation des poids ; les nouveaux poids sont w plus cette variation.",
        ),
        gives(
            |call| &call.0 + &(change(call) / call.2),
            "the learning rate η is missing.",
            "le taux d’apprentissage η manque.",
        ),
        gives(
            |(w, x, eta, alpha)| {
                let r = w.dot(x);
                w + &(*eta * r * (x - &(*alpha * r * x)))
            },
            "x is there twice: what decays is the weight w, α r w.",
            "x figure deux fois : ce qui décroît est le poids w, α r w.",
        ),
    ],
    lesson: text("One more term, and the weights stay finite.", "Un terme de plus, et les poids restent finis."),
    ..Exercise::TABLE
};

/// η r (x − α r w).
fn change((w, x, eta, alpha): &Call) -> Array1<f64> {
    let r = w.dot(x);
    *eta * r * (x - &(*alpha * r * w))
}

fn hebb((w, x, eta, _): &Call) -> Array1<f64> {
    w + &(*eta * w.dot(x) * x)
}
