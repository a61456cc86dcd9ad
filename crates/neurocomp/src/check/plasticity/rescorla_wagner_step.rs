use ndarray::{Array1, array};

use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, text};

/// Exercise 11: the weights w + ε (reward − v) u after a trial with the stimuli u, where v = Σ w u.
pub fn rescorla_wagner_step(student: fn(&Array1<f64>, &Array1<f64>, f64, f64) -> Array1<f64>) -> Verdict {
    RESCORLA_WAGNER_STEP.judge(|(w, u, reward, epsilon)| student(w, u, *reward, *epsilon))
}

type Call = (Array1<f64>, Array1<f64>, f64, f64);

pub(super) static RESCORLA_WAGNER_STEP: Exercise<Call, Array1<f64>> = Exercise {
    name: "rescorla_wagner_step",
    inputs: &["w", "u", "reward", "epsilon"],
    cases: || {
        vec![
            (array![0.5, 0.25], array![1.0, 1.0], 1.0, 0.2),
            (array![0.6, 0.1, 0.4], array![1.0, 0.0, 1.0], 2.0, 0.1),
            (array![0.7, 0.3], array![1.0, 0.0], 0.0, 0.3),
        ]
    },
    right: |call| &call.0 + &change(call),
    mistakes: &[
        gives(
            |(w, u, reward, epsilon)| w + &(*epsilon * (*reward - w) * u),
            "each stimulus has an error of its own here; all that are present predict *together*: v = Σ w u, \
             `w.dot(u)`, and δ is one number.",
            "chaque stimulus a ici sa propre erreur ; tous ceux qui sont présents prédisent *ensemble* : v = Σ w u, \
             `w.dot(u)`, et δ est un seul nombre.",
        ),
        gives(
            |(w, u, reward, epsilon)| w + *epsilon * (reward - w.dot(u)),
            "stimuli that are absent learn too: multiply by u, which is 0 for them.",
            "les stimulus absents apprennent aussi : multipliez par u, qui vaut 0 pour eux.",
        ),
        gives(
            |(w, u, reward, epsilon)| w + &(*epsilon * (reward - w.sum()) * u),
            "absent stimuli predict nothing: v = Σ w u, `w.dot(u)`, not the sum of all weights.",
            "les stimulus absents ne prédisent rien : v = Σ w u, `w.dot(u)`, et non la somme de tous les poids.",
        ),
        gives(
            |(w, u, reward, epsilon)| w + &(*epsilon * *reward * u),
            "the prediction is missing: what teaches is the error δ = r − v, not the reward itself.",
            "la prédiction manque : c’est l’erreur δ = r − v qui instruit, et non la récompense elle-même.",
        ),
        gives(
            |call| &call.0 - &change(call),
            "the sign: more reward than predicted raises the weights.",
            "le signe : plus de récompense que prévu augmente les poids.",
        ),
        gives(
            |call| &call.0 + &(change(call) / call.3),
            "the learning rate ε is missing.",
            "le taux d’apprentissage ε manque.",
        ),
        gives(
            change,
            "this is the change of the weights; the new weights are w plus this change.",
            "c’est la variation des poids ; les nouveaux poids sont w plus cette variation.",
        ),
        gives(
            |call| &call.0 + &(&call.0 * &change(call)),
            "the change is proportional to the stimulus u alone, not to the weight.",
            "la variation est proportionnelle au seul stimulus u, et non au poids.",
        ),
    ],
    lesson: text("Nothing is learned from what was predicted.", "On n’apprend rien de ce qui était prédit."),
    ..Exercise::TABLE
};

/// ε (reward − v) u.
fn change((w, u, reward, epsilon): &Call) -> Array1<f64> {
    *epsilon * (reward - w.dot(u)) * u
}
