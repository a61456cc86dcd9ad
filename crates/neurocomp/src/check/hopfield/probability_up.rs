use super::logistic;
use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, text};

/// Exercise 1: P(S = +1) = 1/(1 + e^(−βh)).
pub fn probability_up(student: fn(f64, f64) -> f64) -> Verdict {
    PROBABILITY_UP.judge(|&(beta, h)| student(beta, h))
}

pub(super) static PROBABILITY_UP: Exercise<(f64, f64), f64> = Exercise {
    name: "probability_up",
    inputs: &["beta", "h"],
    cases: || vec![(1.6, 0.7), (0.5, -1.3), (9.0, 0.15), (4.0, 0.0)],
    right: |&(beta, h)| logistic(beta * h),
    also_right: &[|&(beta, h)| 0.5 * (1.0 + (0.5 * beta * h).tanh())],
    mistakes: &[
        gives(
            |&(beta, h)| logistic(-beta * h),
            "the exponent has the wrong sign: a positive field must make +1 likely. This is the probability of −1.",
            "l’exposant a le mauvais signe : un champ positif doit rendre +1 probable. Ceci est la probabilité de −1.",
        ),
        gives(
            |&(beta, h)| logistic(2.0 * beta * h),
            "this is the convention of other books, e^(−2βh). In this course the exponent is −βh.",
            "c’est la convention d’autres livres, e^(−2βh). Dans ce cours, l’exposant est −βh.",
        ),
        gives(
            |&(_, h)| logistic(h),
            "beta is missing: it multiplies the field in the exponent.",
            "beta manque : il multiplie le champ dans l’exposant.",
        ),
        gives(
            |&(beta, h)| logistic(h / beta),
            "you divide by beta: it is an inverse temperature, and multiplies the field.",
            "vous divisez par `beta` : c’est l’inverse d’une température, qui multiplie le champ.",
        ),
        gives(
            |&(beta, h)| (0.5 * beta * h).tanh(),
            "this is the mean of S, from −1 to 1, not the probability of +1.",
            "c’est la moyenne de S, entre −1 et 1, et non la probabilité de +1.",
        ),
        gives(
            |&(beta, h)| 1.0 + (-beta * h).exp(),
            "parentheses are missing: `1.0 / 1.0 + x` is (1/1) + x. Or is it the denominator alone?",
            "il manque des parenthèses : `1.0 / 1.0 + x` vaut (1/1) + x. Ou est-ce le dénominateur seul ?",
        ),
        gives(
            |&(beta, h)| (-beta * h).exp(),
            "this is the exponential alone; the probability is 1/(1 + it).",
            "c’est l’exponentielle seule ; la probabilité est 1/(1 + elle).",
        ),
        gives(
            |&(beta, h)| logistic(beta) * h,
            "the field stays outside: it belongs in the exponent, −βh.",
            "le champ reste dehors : sa place est dans l’exposant, −βh.",
        ),
    ],
    lesson: text(
        "Without field a unit is up half of the time, whatever β.",
        "Sans champ, une unité vaut +1 une fois sur deux, quel que soit β.",
    ),
    ..Exercise::TABLE
};
