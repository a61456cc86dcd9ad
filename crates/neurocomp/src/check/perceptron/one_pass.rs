use ndarray::{Array1, Array2};

use super::{examples, is_wrong, moved};
use crate::check::Verdict;
use crate::check::argument::Changed;
use crate::check::exercise::{Exercise, gives, part, text};
use crate::perceptron::{ExampleOrder, LearningParams, Perceptron};

/// A student's pass: weights (changed in place), examples, answers wanted, learning rate; returns the number of mistakes.
pub type Pass = fn(&mut Array1<f64>, &Array2<f64>, &Array1<f64>, f64) -> usize;

/// Exercise 6: all examples once, in the order of the table.
pub fn one_pass(student: Pass) -> Verdict {
    ONE_PASS.judge(|(Changed(w), x, y, eta)| {
        let mut w = w.clone();
        let mistakes = student(&mut w, x, y, *eta);
        (w, mistakes)
    })
}

type Call = (Changed<Array1<f64>>, Array2<f64>, Array1<f64>, f64);

pub(super) static ONE_PASS: Exercise<Call, (Array1<f64>, usize)> = Exercise {
    name: "one_pass",
    inputs: &["w", "x", "y", "eta"],
    answer: &[
        part("", "the weights afterwards", "les poids après coup"),
        part("", "the number of mistakes", "le nombre d’erreurs"),
    ],
    cases: || {
        let [(w, x, y), (v, a, b)] = examples();
        vec![(Changed(w), x, y, 0.5), (Changed(v), a, b, 0.25)]
    },
    right: |(Changed(w), x, y, eta)| {
        let params = LearningParams { eta: *eta, order: ExampleOrder::Cyclic, epochs: 1 };
        let start = Perceptron::from_weights(w).expect("the weights of the checks are valid");
        let history = start.learn_step_by_step(x, y, params).expect("the examples of the checks are valid");
        (history.last().weights(), history.mistakes())
    },
    also_right: &[|call| pass(call, weights_given(call), eta(call), n(call))],
    mistakes: &[
        gives(
            |call| counted(call, weights_given(call).clone()),
            "the weights have not changed: `learn(w, …)` changes them if you hand on `w` itself, not a copy.",
            "les poids n’ont pas changé : `learn(w, …)` les change si vous transmettez `w` lui-même et non une copie.",
        ),
        gives(
            |call| {
                let zeros = Array1::zeros(weights_given(call).len());
                counted(call, pass(call, &zeros, eta(call), n(call)).0)
            },
            "you began from zero weights; begin from those that were given.",
            "vous êtes parti de poids nuls ; partez de ceux qui sont donnés.",
        ),
        gives(
            |call| counted(call, pass(call, weights_given(call), 1.0, n(call)).0),
            "the learning rate is 1; use the `eta` that was given.",
            "le taux d’apprentissage est 1 ; utilisez le `eta` donné.",
        ),
        gives(
            |call| {
                let first = wrong_examples(call, weights_given(call))[0];
                counted(call, pass(call, weights_given(call), eta(call), first + 1).0)
            },
            "the pass stops at the first mistake; go on to the last example.",
            "le passage s’arrête à la première erreur ; continuez jusqu’au dernier exemple.",
        ),
        gives(
            |call| counted(call, pass(call, weights_given(call), eta(call), n(call) - 1).0),
            "the last example has not been shown: the loop is `for k in 0..y.len()`.",
            "le dernier exemple n’a pas été montré : la boucle est `for k in 0..y.len()`.",
        ),
        gives(
            |call| {
                let (Changed(start), x, y, eta) = call;
                let learnt = |w: Array1<f64>, k: usize| moved(&w, &x.row(k), eta * y[k]);
                counted(call, wrong_examples(call, start).into_iter().fold(start.clone(), learnt))
            },
            "every example was judged by the weights at the beginning; each must be judged by the weights of its moment.",
            "chaque exemple a été jugé par les poids du début ; chacun doit l’être par les poids du moment.",
        ),
        gives(
            |call| {
                let (once, _) = pass(call, weights_given(call), eta(call), n(call));
                counted(call, pass(call, &once, eta(call), n(call)).0)
            },
            "these are the weights after two passes; make one.",
            "ce sont les poids après deux passages ; n’en faites qu’un.",
        ),
        gives(
            |call| {
                let (w, mistakes) = (ONE_PASS.right)(call);
                (w, n(call) - mistakes)
            },
            "these are the right answers; count the wrong ones.",
            "ce sont les réponses justes ; comptez les fausses.",
        ),
        gives(
            |call| {
                let (w, _) = (ONE_PASS.right)(call);
                let left = wrong_examples(call, &w).len();
                (w, left)
            },
            "these are the examples that are still wrong at the end; count the mistakes while learning.",
            "ce sont les exemples encore faux à la fin ; comptez les erreurs pendant l’apprentissage.",
        ),
        gives(
            |call| ((ONE_PASS.right)(call).0, n(call)),
            "this is the number of examples; count those for which `learn` returns `true`.",
            "c’est le nombre d’exemples ; comptez ceux pour lesquels `learn` renvoie `true`.",
        ),
        gives(
            |call| ((ONE_PASS.right)(call).0, 0),
            "no mistake was counted: add 1 wherever `learn` returns `true`.",
            "aucune erreur n’est comptée : ajoutez 1 chaque fois que `learn` renvoie `true`.",
        ),
    ],
    few_answers: true,
    lesson: text(
        "The mistakes are counted on the way, each with the weights of its moment.",
        "Les erreurs se comptent en chemin, chacune avec les poids du moment.",
    ),
    ..Exercise::TABLE
};

fn weights_given((Changed(w), ..): &Call) -> &Array1<f64> {
    w
}

fn eta((.., eta): &Call) -> f64 {
    *eta
}

/// The number of examples.
fn n((_, _, y, _): &Call) -> usize {
    y.len()
}

/// The first `shown` examples, from these weights: weights afterwards, number of mistakes.
fn pass((_, x, y, _): &Call, start: &Array1<f64>, eta: f64, shown: usize) -> (Array1<f64>, usize) {
    let (mut w, mut mistakes) = (start.clone(), 0);
    for k in 0..shown {
        if is_wrong(&w, x, y, k) {
            w = moved(&w, &x.row(k), eta * y[k]);
            mistakes += 1;
        }
    }
    (w, mistakes)
}

/// These weights with the right number of mistakes: who counts wrongly has not made a mistake of the weights.
fn counted(call: &Call, w: Array1<f64>) -> (Array1<f64>, usize) {
    (w, (ONE_PASS.right)(call).1)
}

fn wrong_examples((_, x, y, _): &Call, w: &Array1<f64>) -> Vec<usize> {
    (0..y.len()).filter(|&k| is_wrong(w, x, y, k)).collect()
}
