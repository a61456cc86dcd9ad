use ndarray::array;

use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, part, text};
use crate::memory::mean_field;

/// Exercise 12: both overlaps one synchronous step later, for two unrelated patterns and N → ∞.
pub fn compete(student: fn(f64, f64, f64) -> (f64, f64)) -> Verdict {
    COMPETE.judge(|&(m1, m2, beta)| student(m1, m2, beta))
}

pub(super) static COMPETE: Exercise<(f64, f64, f64), (f64, f64)> = Exercise {
    name: "compete",
    inputs: &["m1", "m2", "beta"],
    answer: &[part("", "first number: m1", "premier nombre : m1"), part("", "second number: m2", "second nombre : m2")],
    cases: || vec![(0.5, 0.2, 3.0), (-0.4, 0.3, 6.0), (0.1, -0.6, 1.5)],
    right: |&(m1, m2, beta)| {
        let next = mean_field::step(&array![m1, m2], beta).expect("the overlaps of the checks are valid");
        (next[0], next[1])
    },
    also_right: &[|&(m1, m2, beta)| halves(m1, m2, 0.5 * beta)],
    mistakes: &[
        gives(
            |&(m1, m2, beta)| {
                let (next1, next2) = halves(m1, m2, 0.5 * beta);
                (2.0 * next1, 2.0 * next2)
            },
            "the factor ½ is missing: each of the two kinds of units makes up half of the network.",
            "le facteur ½ manque : chacune des deux sortes d’unités est la moitié du réseau.",
        ),
        gives(
            |&(m1, m2, beta)| halves(m1, m2, beta),
            "β/2 belongs in the hyperbolic tangent, not β.",
            "dans la tangente hyperbolique, il faut β/2 et non β.",
        ),
        gives(
            |&(m1, m2, beta)| ((0.5 * beta * m1).tanh(), (0.5 * beta * m2).tanh()),
            "this is the rule for one pattern alone: the other one is missing.",
            "c’est la règle d’un seul motif : l’autre manque.",
        ),
        gives(
            |&(m1, m2, beta)| halves(m2, m1, 0.5 * beta),
            "the two answers are exchanged, or the sign between the two terms is: for m1 it is +, for m2 −.",
            "les deux réponses sont échangées, ou bien le signe entre les deux termes : c’est + pour m1 et − pour m2.",
        ),
        gives(
            |&(m1, m2, beta)| {
                let same = (0.5 * beta * (m1 + m2)).tanh();
                (same, same)
            },
            "this is the mean of the units on which the patterns agree; the other half of the units is missing.",
            "c’est la moyenne des unités où les motifs s’accordent ; l’autre moitié des unités manque.",
        ),
        gives(
            |&(m1, m2, _)| (m1, m2),
            "the hyperbolic tangent is missing: nothing has moved.",
            "la tangente hyperbolique manque : rien n’a bougé.",
        ),
        gives(
            |&(m1, m2, beta)| {
                let next1 = halves(m1, m2, 0.5 * beta).0;
                (next1, halves(next1, m2, 0.5 * beta).1)
            },
            "m1 is replaced before m2 is worked out: both come from the old overlaps.",
            "m1 est remplacé avant le calcul de m2 : les deux viennent des anciens recouvrements.",
        ),
    ],
    lesson: text(
        "Where the patterns agree they help each other; where they differ they compete.",
        "Là où les motifs s’accordent, ils s’entraident ; là où ils diffèrent, ils sont en compétition.",
    ),
    ..Exercise::TABLE
};

/// The means over the units on which the patterns agree, and on which they differ.
fn halves(m1: f64, m2: f64, slope: f64) -> (f64, f64) {
    let (same, other) = ((slope * (m1 + m2)).tanh(), (slope * (m1 - m2)).tanh());
    (0.5 * (same + other), 0.5 * (same - other))
}
