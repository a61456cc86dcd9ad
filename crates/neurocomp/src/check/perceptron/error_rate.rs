use ndarray::{Array1, Array2};

use super::{Examples, examples, is_wrong, moved};
use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, text};
use crate::perceptron::Perceptron;

/// Exercise 9: the fraction of the examples that is answered wrongly, 0 to 1.
pub fn error_rate(student: fn(&Array1<f64>, &Array2<f64>, &Array1<f64>) -> f64) -> Verdict {
    ERROR_RATE.judge(|(w, x, y)| student(w, x, y))
}

pub(super) static ERROR_RATE: Exercise<Examples, f64> = Exercise {
    name: "error_rate",
    inputs: &["w", "x", "y"],
    cases: || examples().into_iter().flat_map(|examples| [examples.clone(), learnt(examples)]).collect(),
    right: |(w, x, y)| {
        let w = Perceptron::from_weights(w).expect("the weights of the checks are valid");
        w.error_rate(x, y).expect("the examples of the checks are valid")
    },
    also_right: &[|call| wrong(call) / n(call)],
    mistakes: &[
        gives(
            |call| (wrong(call) / n(call)).floor(),
            "you return a whole number: `wrong / y.len()` is a division of whole numbers, and what comes after the point \
             is lost. Make both real *before* you divide: `wrong as f64 / y.len() as f64`.",
            "vous renvoyez un entier : `wrong / y.len()` est une division d’entiers, et ce qui suit la virgule est perdu. \
             Convertissez les deux *avant* de diviser : `wrong as f64 / y.len() as f64`.",
        ),
        gives(
            |call| mistakes_while_learning(call) / n(call),
            "the neuron learns while you measure: these are the mistakes of a pass in which the weights change, as \
             `one_pass` and `learn` count them. Here the weights stay as they are: compare `output` with `y[k]`.",
            "le neurone apprend pendant que vous mesurez : ce sont les erreurs d’un passage où les poids changent, comme \
             les comptent `one_pass` et `learn`. Ici, les poids ne bougent pas : comparez `output` à `y[k]`.",
        ),
        gives(
            |call| 1.0 - wrong(call) / n(call),
            "this is the fraction of right answers; the wrong ones are asked for.",
            "c’est la fraction des réponses justes ; on demande celle des fausses.",
        ),
        gives(
            wrong,
            "this is the number of wrong answers; divide it by the number of examples.",
            "c’est le nombre de réponses fausses ; divisez-le par le nombre d’exemples.",
        ),
        gives(
            |call| 100.0 * wrong(call) / n(call),
            "this is a percentage; a fraction from 0 to 1 is asked for.",
            "c’est un pourcentage ; on demande une fraction de 0 à 1.",
        ),
        gives(
            |call| wrong_of(call, 1.0) / n(call),
            "only one kind of mistake is counted; both count, +1 for −1 and −1 for +1.",
            "une seule sorte d’erreur est comptée ; les deux comptent, +1 pour −1 et −1 pour +1.",
        ),
        gives(
            |call| wrong_of(call, -1.0) / n(call),
            "only one kind of mistake is counted; both count, +1 for −1 and −1 for +1.",
            "une seule sorte d’erreur est comptée ; les deux comptent, +1 pour −1 et −1 pour +1.",
        ),
    ],
    few_answers: true,
    lesson: text(
        "A neuron that tosses a coin has an error rate of 0.5.",
        "Un neurone qui joue à pile ou face a un taux d’erreur de 0,5.",
    ),
    ..Exercise::TABLE
};

/// The examples with weights after one pass: there are fewer wrong answers than right ones, before more.
fn learnt((w, x, y): Examples) -> Examples {
    let learn = |w: Array1<f64>, k: usize| if is_wrong(&w, &x, &y, k) { moved(&w, &x.row(k), y[k]) } else { w };
    let w = (0..y.len()).fold(w, learn);
    (w, x, y)
}

/// The mistakes of a pass in which the weights change.
fn mistakes_while_learning((w, x, y): &Examples) -> f64 {
    let mut w = w.clone();
    let mut mistakes = 0.0;
    for k in 0..y.len() {
        if is_wrong(&w, x, y, k) {
            w = moved(&w, &x.row(k), y[k]);
            mistakes += 1.0;
        }
    }
    mistakes
}

fn n((_, _, y): &Examples) -> f64 {
    y.len() as f64
}

/// The number of wrong answers.
fn wrong(call: &Examples) -> f64 {
    wrong_of(call, 1.0) + wrong_of(call, -1.0)
}

/// The number of wrong answers where this one is wanted.
fn wrong_of((w, x, y): &Examples, target: f64) -> f64 {
    (0..y.len()).filter(|&k| y[k] == target && is_wrong(w, x, y, k)).count() as f64
}
