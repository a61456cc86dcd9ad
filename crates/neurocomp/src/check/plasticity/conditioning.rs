//! Exercises on conditioning: one trial of Rescorla and Wagner, the weights after blocking.

use ndarray::{Array1, array};

use super::slip;
use crate::check::case::array_code;
use crate::check::list::{ListMistake, judge_list};
use crate::check::{Case, Inputs, Mistake, Verdict, say};

/// Exercise 11: the weights w + ε (reward − v) u after a trial with the stimuli u, where v = Σ w u.
pub fn rescorla_wagner_step(student: fn(&Array1<f64>, &Array1<f64>, f64, f64) -> Array1<f64>) -> Verdict {
    let trials = [
        (array![0.5, 0.25], array![1.0, 1.0], 1.0, 0.2),
        (array![0.6, 0.1, 0.4], array![1.0, 0.0, 1.0], 2.0, 0.1),
        (array![0.7, 0.3], array![1.0, 0.0], 0.0, 0.3),
    ];
    for (w, u, reward, epsilon) in &trials {
        let error = reward - w.dot(u);
        let expected = w + &(epsilon * error * u);
        let inputs = Inputs::new()
            .code("w", &array_code(w))
            .code("u", &array_code(u))
            .number("reward", *reward, "")
            .number("epsilon", *epsilon, "");
        let judged = judge_list(
            "rescorla_wagner_step",
            &inputs,
            &expected.to_vec(),
            &student(w, u, *reward, *epsilon).to_vec(),
            "",
            &trial_mistakes(w, u, *reward, *epsilon),
        );
        if let Err(message) = judged {
            return Verdict::fail(message);
        }
    }
    let n = trials.len();
    Verdict::pass(say(
        format!(
            "`rescorla_wagner_step` is right in all {n} trials tried.\nNothing is learned from what was predicted."
        ),
        format!(
            "`rescorla_wagner_step` est juste dans les {n} essais tentés.\nOn n’apprend rien de ce qui était prédit."
        ),
    ))
}

fn trial_mistakes(w: &Array1<f64>, u: &Array1<f64>, reward: f64, epsilon: f64) -> Vec<ListMistake> {
    let error = reward - w.dot(u);
    vec![
        slip(
            &(w + &(epsilon * (reward - w) * u)),
            "each stimulus has an error of its own here; all that are present predict *together*: v = Σ w u, `w.dot(u)`, \
             and δ is one number.",
            "chaque stimulus a ici sa propre erreur ; tous ceux qui sont présents prédisent *ensemble* : v = Σ w u, \
             `w.dot(u)`, et δ est un seul nombre.",
        ),
        slip(
            &(w + epsilon * error),
            "stimuli that are absent learn too: multiply by u, which is 0 for them.",
            "les stimulus absents apprennent aussi : multipliez par u, qui vaut 0 pour eux.",
        ),
        slip(
            &(w + &(epsilon * (reward - w.sum()) * u)),
            "absent stimuli predict nothing: v = Σ w u, `w.dot(u)`, not the sum of all weights.",
            "les stimulus absents ne prédisent rien : v = Σ w u, `w.dot(u)`, et non la somme de tous les poids.",
        ),
        slip(
            &(w + &(epsilon * reward * u)),
            "the prediction is missing: what teaches is the error δ = r − v, not the reward itself.",
            "la prédiction manque : c’est l’erreur δ = r − v qui instruit, et non la récompense elle-même.",
        ),
        slip(
            &(w - &(epsilon * error * u)),
            "the sign: more reward than predicted raises the weights.",
            "le signe : plus de récompense que prévu augmente les poids.",
        ),
        slip(&(w + &(error * u)), "the learning rate ε is missing.", "le taux d’apprentissage ε manque."),
        slip(
            &(epsilon * error * u),
            "this is the change of the weights; the new weights are w plus this change.",
            "c’est la variation des poids ; les nouveaux poids sont w plus cette variation.",
        ),
        slip(
            &(w + &(epsilon * error * w * u)),
            "the change is proportional to the stimulus u alone, not to the weight.",
            "la variation est proportionnelle au seul stimulus u, et non au poids.",
        ),
    ]
}

/// Exercise 12: the two weights after `n1` rewarded trials with the first stimulus and `n2` with both, from 0, for the
/// learning rate ε and a reward of 1.
pub fn blocking_weights(student: fn(f64, usize, usize) -> (f64, f64)) -> Verdict {
    let mut cases = Vec::new();
    for (epsilon, n1, n2) in [(0.1, 12, 7), (0.2, 3, 4), (0.05, 0, 10), (0.3, 5, 0)] {
        let (first, second) = student(epsilon, n1, n2);
        cases.extend(blocking_cases(epsilon, n1, n2, [first, second]));
    }
    Verdict::of(
        "blocking_weights",
        &cases,
        &say(
            "What the first stimulus leaves unpredicted is all that there is to share.",
            "Ce que le premier stimulus laisse imprévu est tout ce qu’il y a à partager.",
        ),
    )
}

fn blocking_cases(epsilon: f64, n1: usize, n2: usize, received: [f64; 2]) -> [Case; 2] {
    let power = |base: f64, n: usize| base.powf(n as f64);
    let unpredicted = power(1.0 - epsilon, n1);
    let share = 0.5 * unpredicted * (1.0 - power(1.0 - 2.0 * epsilon, n2));
    let slow = unpredicted * (1.0 - power(1.0 - epsilon, n2));
    let of = |english: &str, french: &str| {
        Inputs::new()
            .number("epsilon", epsilon, "")
            .code("n1", &n1.to_string())
            .code("n2", &n2.to_string())
            .note(&say(english, french))
    };
    let together = (
        "in the second phase both stimuli correct the same error, which shrinks by the factor 1 − 2ε in each trial.",
        "dans la seconde phase, les deux stimulus corrigent la même erreur, qui diminue d’un facteur 1 − 2ε à chaque \
         essai.",
    );
    let whole = (
        "each of the two stimuli gets half of what is left to learn.",
        "chacun des deux stimulus reçoit la moitié de ce qui reste à apprendre.",
    );
    let first = vec![
        Mistake::new(
            1.0 - unpredicted,
            "the first stimulus goes on learning in the second phase: it takes half of the error that is left.",
            "le premier stimulus continue d’apprendre dans la seconde phase : il prend la moitié de l’erreur qui reste.",
        ),
        Mistake::new(1.0 - unpredicted + 2.0 * share, whole.0, whole.1),
        Mistake::new(1.0 - unpredicted + 0.5 * slow, together.0, together.1),
        Mistake::new(
            1.0 - power(1.0 - epsilon, n1 + n2),
            "this is the first stimulus alone for n1 + n2 trials; in the second phase it shares the error.",
            "c’est le premier stimulus seul pendant n1 + n2 essais ; dans la seconde phase, il partage l’erreur.",
        ),
        Mistake::new(
            unpredicted + share,
            "(1 − ε)^n1 is the error that is left after the first phase; the weight is 1 minus it.",
            "(1 − ε)^n1 est l’erreur qui reste après la première phase ; le poids est 1 moins cette erreur.",
        ),
    ];
    let second = vec![
        Mistake::new(
            1.0 - power(1.0 - epsilon, n2),
            "the second stimulus learns here as if it were alone: nothing is blocked.",
            "le second stimulus apprend ici comme s’il était seul : rien n’est bloqué.",
        ),
        Mistake::new(2.0 * share, whole.0, whole.1),
        Mistake::new(0.5 * slow, together.0, together.1),
        Mistake::new(slow, together.0, together.1),
    ];
    let case = |inputs: Inputs, expected: f64, received: f64, mistakes: Vec<Mistake>| {
        Case::formula(inputs, expected, received, "", mistakes)
    };
    [
        case(
            of("first number: the first stimulus", "premier nombre : le premier stimulus"),
            1.0 - unpredicted + share,
            received[0],
            first,
        ),
        case(
            of("second number: the second stimulus", "second nombre : le second stimulus"),
            share,
            received[1],
            second,
        ),
    ]
}
