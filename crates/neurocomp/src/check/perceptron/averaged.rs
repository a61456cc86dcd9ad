use ndarray::{Array1, Array2};

use super::{examples, is_wrong, moved};
use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, text};
use crate::perceptron::{ExampleOrder, LearningParams, Perceptron};

/// A student's averaged perceptron: examples, answers wanted, number of passes; returns the mean weights.
pub type Averaging = fn(&Array2<f64>, &Array1<f64>, usize) -> Array1<f64>;

/// Exercise 10: the mean of the weights over all examples shown, each counted after it was learnt; from zero weights, with
/// η = 1, all passes.
pub fn averaged(student: Averaging) -> Verdict {
    AVERAGED.judge(|(x, y, passes)| student(x, y, *passes))
}

type Call = (Array2<f64>, Array1<f64>, usize);

pub(super) static AVERAGED: Exercise<Call, Array1<f64>> = Exercise {
    name: "averaged",
    inputs: &["x", "y", "passes"],
    cases: || {
        let [(_, x, y), (_, a, b)] = examples();
        vec![(x.clone(), y.clone(), 3), (a, b, 2), (x, y, 1)]
    },
    right: |call| mean(course(call).iter().map(|(w, _)| w)),
    also_right: &[|(x, y, passes)| {
        let params = LearningParams { eta: 1.0, order: ExampleOrder::Cyclic, epochs: *passes };
        let learning = Perceptron::zeros(x.ncols()).and_then(|start| start.learn(x, y, params));
        learning.expect("the examples of the checks are valid").averaged.weights()
    }],
    mistakes: &[
        gives(
            |call| course(call)[shown(call) - 1].0.clone(),
            "these are the last weights; return their mean over all examples shown.",
            "ce sont les derniers poids ; renvoyez leur moyenne sur tous les exemples montrés.",
        ),
        gives(
            |call| (AVERAGED.right)(call) * shown(call) as f64,
            "this is the sum; divide it by the number of examples shown.",
            "c’est la somme ; divisez-la par le nombre d’exemples montrés.",
        ),
        gives(
            |call| (AVERAGED.right)(call) * call.2 as f64,
            "divided by the number of examples of one pass: they were shown in every pass, `passes` times.",
            "divisé par le nombre d’exemples d’un passage : ils ont été montrés à chaque passage, `passes` fois.",
        ),
        gives(
            |call| (AVERAGED.right)(call) * call.1.len() as f64,
            "divided by the number of passes: each pass shows all examples, and all of them count.",
            "divisé par le nombre de passages : chaque passage montre tous les exemples, et tous comptent.",
        ),
        gives(
            |call| mean(course(call).iter().filter(|(_, wrong)| *wrong).map(|(w, _)| w)),
            "only the weights after mistakes are averaged. Weights that answer many examples rightly must count for \
             each of these.",
            "seuls les poids d’après une erreur entrent dans la moyenne. Des poids qui répondent juste à de nombreux \
             exemples doivent compter pour chacun d’eux.",
        ),
        gives(
            |call| {
                let after_mistakes = course(call).into_iter().filter(|(_, wrong)| *wrong).map(|(w, _)| w);
                after_mistakes.fold(Array1::zeros(call.0.ncols() + 1), |sum: Array1<f64>, w| sum + w)
                    / shown(call) as f64
            },
            "the weights are added only after a mistake, and divided by all examples shown: put `sum += &w;` after the \
             `if`, so that each example counts.",
            "les poids ne sont ajoutés qu’après une erreur, et divisés par tous les exemples montrés : placez \
             `sum += &w;` après le `if`, pour que chaque exemple compte.",
        ),
        gives(
            |call| {
                let n = call.1.len();
                mean(course(call).iter().skip(n - 1).step_by(n).map(|(w, _)| w))
            },
            "this is the mean over the ends of the passes; average over all examples.",
            "c’est la moyenne sur les fins de passage ; faites-la sur tous les exemples.",
        ),
        gives(
            |call| {
                let (start, course) = (Array1::zeros(call.0.ncols() + 1), course(call));
                mean([&start].into_iter().chain(course[..course.len() - 1].iter().map(|(w, _)| w)))
            },
            "the weights are added up before each example; add them up after it was learnt.",
            "les poids sont additionnés avant chaque exemple ; additionnez-les après l’avoir appris.",
        ),
        gives(
            |call| mean(course(call)[shown(call) - call.1.len()..].iter().map(|(w, _)| w)),
            "only the last pass is averaged; all passes count.",
            "seul le dernier passage entre dans la moyenne ; tous comptent.",
        ),
        gives(
            |call| mean(course(call)[..call.1.len()].iter().map(|(w, _)| w)),
            "the weights begin anew in each pass: put `w` before the loop over the passes.",
            "les poids repartent de zéro à chaque passage : `w` se déclare avant la boucle des passages.",
        ),
        gives(
            |call| {
                let (n, zero) = (call.1.len(), Array1::zeros(call.0.ncols() + 1));
                let ends = course(call).into_iter().skip(n - 1).step_by(n).map(|(w, _)| w);
                ends.fold(zero, |sum: Array1<f64>, w| sum + w) / shown(call) as f64
            },
            "the weights are added once a pass: put `sum += &w;` inside the inner loop, after each example.",
            "les poids sont ajoutés une fois par passage : placez `sum += &w;` dans la boucle intérieure, après \
             chaque exemple.",
        ),
    ],
    lesson: text(
        "Every example shown counts, also those that changed nothing.",
        "Chaque exemple montré compte, même s’il n’a rien changé.",
    ),
    ..Exercise::TABLE
};

fn shown((_, y, passes): &Call) -> usize {
    y.len() * passes
}

/// The weights after each example shown, from zero weights with η = 1, and whether it was a mistake.
fn course((x, y, passes): &Call) -> Vec<(Array1<f64>, bool)> {
    let mut w = Array1::zeros(x.ncols() + 1);
    let mut course = Vec::new();
    for k in (0..*passes).flat_map(|_| 0..y.len()) {
        let wrong = is_wrong(&w, x, y, k);
        if wrong {
            w = moved(&w, &x.row(k), y[k]);
        }
        course.push((w.clone(), wrong));
    }
    course
}

fn mean<'a>(weights: impl Iterator<Item = &'a Array1<f64>>) -> Array1<f64> {
    let weights: Vec<&Array1<f64>> = weights.collect();
    let sum = weights.iter().fold(Array1::zeros(weights[0].len()), |sum: Array1<f64>, &w| sum + w);
    sum / weights.len() as f64
}
