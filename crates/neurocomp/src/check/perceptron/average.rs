//! The average of the weights on the way.

use ndarray::{Array1, Array2};

use super::{Examples, array, table, unseen_examples};
use crate::check::list::{ListMistake, judge_list};
use crate::check::{Inputs, Verdict, say};

/// A student's averaged perceptron: examples, answers wanted, number of passes; returns the mean weights.
pub type Averaging = fn(&Array2<f64>, &Array1<f64>, usize) -> Array1<f64>;

/// The weights after each example shown, from zero weights with η = 1, and whether it was a mistake.
fn course(examples: &Examples, passes: usize) -> Vec<(Array1<f64>, bool)> {
    let mut w = Array1::zeros(examples.w.len());
    let mut course = Vec::new();
    for _ in 0..passes {
        for k in 0..examples.y.len() {
            let wrong = examples.is_wrong(&w, k);
            if wrong {
                w = examples.moved(&w, k, 1.0);
            }
            course.push((w.clone(), wrong));
        }
    }
    course
}

/// Exercise 10: the mean of the weights over all examples shown, each counted after it was learnt; from zero weights, with
/// η = 1, all passes.
pub fn averaged(student: Averaging) -> Verdict {
    let [first, second] = unseen_examples();
    let trials = [(&first, 3), (&second, 2), (&first, 1)];
    for (examples, passes) in trials {
        let inputs = Inputs::new()
            .code("x", &format!("&{}", table(&examples.x)))
            .code("y", &format!("&{}", array(&examples.y.to_vec())))
            .code("passes", &passes.to_string());
        let received = student(&examples.x, &examples.y, passes).to_vec();
        let course = course(examples, passes);
        let expected = mean(course.iter().map(|(w, _)| w));
        let mistakes = averaging_mistakes(examples, &course, passes);
        if let Err(message) = judge_list("averaged", &inputs, &expected, &received, "", &mistakes) {
            return Verdict::fail(message);
        }
    }
    let n = trials.len();
    Verdict::pass(say(
        format!("`averaged` is right in all {n} cases tried, with one pass, two and three."),
        format!("`averaged` est juste dans les {n} cas essayés, avec un, deux et trois passages."),
    ))
}

fn mean<'a>(weights: impl Iterator<Item = &'a Array1<f64>>) -> Vec<f64> {
    let all: Vec<&Array1<f64>> = weights.collect();
    let Some(first) = all.first() else {
        return Vec::new();
    };
    let sum = all.iter().fold(Array1::zeros(first.len()), |sum: Array1<f64>, w| sum + *w);
    (sum / all.len() as f64).to_vec()
}

fn averaging_mistakes(examples: &Examples, course: &[(Array1<f64>, bool)], passes: usize) -> Vec<ListMistake> {
    let (n, shown) = (examples.y.len(), course.len());
    let start = Array1::zeros(examples.w.len());
    let weights = |from: usize| course[from..].iter().map(|(w, _)| w);
    let scaled = |by: f64| -> Vec<f64> { mean(weights(0)).iter().map(|w| w * by).collect() };
    let last = &course[shown - 1].0;
    vec![
        ListMistake::new(
            last.to_vec(),
            "these are the last weights; return their mean over all examples shown.",
            "ce sont les derniers poids ; renvoyez leur moyenne sur tous les exemples montrés.",
        ),
        ListMistake::new(
            scaled(shown as f64),
            "this is the sum; divide it by the number of examples shown.",
            "c’est la somme ; divisez-la par le nombre d’exemples montrés.",
        ),
        ListMistake::new(
            scaled(passes as f64),
            "divided by the number of examples of one pass: they were shown in every pass, `passes` times.",
            "divisé par le nombre d’exemples d’un passage : ils ont été montrés à chaque passage, `passes` fois.",
        ),
        ListMistake::new(
            scaled(n as f64),
            "divided by the number of passes: each pass shows all examples, and all of them count.",
            "divisé par le nombre de passages : chaque passage montre tous les exemples, et tous comptent.",
        ),
        ListMistake::new(
            mean(course.iter().filter(|(_, wrong)| *wrong).map(|(w, _)| w)),
            "only the weights after mistakes are averaged. Weights that answer many examples rightly must count for \
             each of these.",
            "seuls les poids d’après une erreur entrent dans la moyenne. Des poids qui répondent juste à de nombreux \
             exemples doivent compter pour chacun d’eux.",
        ),
        ListMistake::new(
            mean((1..=passes).map(|pass| &course[pass * n - 1].0)),
            "this is the mean over the ends of the passes; average over all examples.",
            "c’est la moyenne sur les fins de passage ; faites-la sur tous les exemples.",
        ),
        ListMistake::new(
            mean(std::iter::once(&start).chain(weights(0).take(shown - 1))),
            "the weights are added up before each example; add them up after it was learnt.",
            "les poids sont additionnés avant chaque exemple ; additionnez-les après l’avoir appris.",
        ),
        ListMistake::new(
            mean(weights(shown - n)),
            "only the last pass is averaged; all passes count.",
            "seul le dernier passage entre dans la moyenne ; tous comptent.",
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::perceptron::rule::{Way, pass};
    use crate::perceptron::{LearningParams, Order, Perceptron};

    #[test]
    fn the_references_of_the_checks_are_the_library_s_perceptron() {
        for examples in unseen_examples() {
            let params = LearningParams { eta: 0.5, order: Order::Cyclic, epochs: 1 };
            let history = examples.perceptron().learn_step_by_step(&examples.x, &examples.y, &params).unwrap();
            let (w, mistakes) = pass(&examples, &examples.w, 0.5, Way::Right);
            assert_eq!(mistakes, history.mistakes());
            assert!(mistakes > 1);
            assert_eq!(w, history.last().weights());
            let learning = Perceptron::zeros(examples.x.ncols())
                .unwrap()
                .learn(&examples.x, &examples.y, &LearningParams { eta: 1.0, ..params })
                .unwrap();
            let own = mean(course(&examples, 1).iter().map(|(w, _)| w));
            for (a, b) in own.iter().zip(learning.averaged.weights()) {
                assert!((a - b).abs() < 1e-12);
            }
        }
    }
}
