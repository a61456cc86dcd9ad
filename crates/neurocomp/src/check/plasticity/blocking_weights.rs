use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, part, text};

/// Exercise 12: the two weights after `n1` rewarded trials with the first stimulus and `n2` with both, from 0, for the
/// learning rate ε and a reward of 1.
pub fn blocking_weights(student: fn(f64, usize, usize) -> (f64, f64)) -> Verdict {
    BLOCKING_WEIGHTS.judge(|&(epsilon, n1, n2)| student(epsilon, n1, n2))
}

type Call = (f64, usize, usize);

pub(super) static BLOCKING_WEIGHTS: Exercise<Call, (f64, f64)> = Exercise {
    name: "blocking_weights",
    inputs: &["epsilon", "n1", "n2"],
    answer: &[
        part("", "first number: the first stimulus", "premier nombre : le premier stimulus"),
        part("", "second number: the second stimulus", "second nombre : le second stimulus"),
    ],
    cases: || vec![(0.1, 12, 7), (0.2, 3, 4), (0.05, 0, 10), (0.3, 5, 0)],
    right: |call| (1.0 - unpredicted(call) + share(call), share(call)),
    also_right: &[|&(epsilon, n1, n2)| {
        let first = (0..n1).fold(0.0, |w, _| w + epsilon * (1.0 - w));
        (0..n2).fold((first, 0.0), |(a, b), _| (a + epsilon * (1.0 - a - b), b + epsilon * (1.0 - a - b)))
    }],
    mistakes: &[
        gives(
            |call| (1.0 - unpredicted(call), share(call)),
            "the first stimulus goes on learning in the second phase: it takes half of the error that is left.",
            "le premier stimulus continue d’apprendre dans la seconde phase : il prend la moitié de l’erreur qui reste.",
        ),
        gives(
            |call| (1.0 - unpredicted(call) + 2.0 * share(call), 2.0 * share(call)),
            "each of the two stimuli gets half of what is left to learn.",
            "chacun des deux stimulus reçoit la moitié de ce qui reste à apprendre.",
        ),
        gives(
            |call| (1.0 - unpredicted(call) + 0.5 * alone(call), 0.5 * alone(call)),
            "in the second phase both stimuli correct the same error, which shrinks by the factor 1 − 2ε in each trial.",
            "dans la seconde phase, les deux stimulus corrigent la même erreur, qui diminue d’un facteur 1 − 2ε à chaque \
             essai.",
        ),
        gives(
            |&(epsilon, n1, n2)| (1.0 - left(epsilon, n1 + n2), share(&(epsilon, n1, n2))),
            "this is the first stimulus alone for n1 + n2 trials; in the second phase it shares the error.",
            "c’est le premier stimulus seul pendant n1 + n2 essais ; dans la seconde phase, il partage l’erreur.",
        ),
        gives(
            |call| (unpredicted(call) + share(call), share(call)),
            "(1 − ε)^n1 is the error that is left after the first phase; the weight is 1 minus it.",
            "(1 − ε)^n1 est l’erreur qui reste après la première phase ; le poids est 1 moins cette erreur.",
        ),
        gives(
            |call| (1.0 - unpredicted(call) + share(call), 1.0 - left(call.0, call.2)),
            "the second stimulus learns here as if it were alone: nothing is blocked.",
            "le second stimulus apprend ici comme s’il était seul : rien n’est bloqué.",
        ),
        gives(
            |call| (1.0 - unpredicted(call) + share(call), alone(call)),
            "the second stimulus alone would correct the error that is left like this; but both correct it, it shrinks by \
             the factor 1 − 2ε in each trial, and each stimulus gets half.",
            "le second stimulus seul corrigerait ainsi l’erreur qui reste ; mais les deux la corrigent, elle diminue d’un \
             facteur 1 − 2ε à chaque essai, et chacun en reçoit la moitié.",
        ),
    ],
    lesson: text(
        "What the first stimulus leaves unpredicted is all that there is to share.",
        "Ce que le premier stimulus laisse imprévu est tout ce qu’il y a à partager.",
    ),
    ..Exercise::TABLE
};

/// What is left of an error after n trials at the rate ε.
fn left(epsilon: f64, n: usize) -> f64 {
    (1.0 - epsilon).powf(n as f64)
}

/// The error that the first phase leaves.
fn unpredicted(&(epsilon, n1, _): &Call) -> f64 {
    left(epsilon, n1)
}

/// What each of the two stimuli learns in the second phase.
fn share(call: &Call) -> f64 {
    0.5 * unpredicted(call) * (1.0 - left(2.0 * call.0, call.2))
}

/// What one stimulus alone would learn in the second phase.
fn alone(call: &Call) -> f64 {
    unpredicted(call) * (1.0 - left(call.0, call.2))
}
