use ndarray::Array1;

use super::{mean_product, pattern, patterns};
use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, text};

/// Exercise 2: the overlap m = (1/N) Σ_i P_i S_i of a pattern and a state.
pub fn overlap(student: fn(&Array1<f64>, &Array1<f64>) -> f64) -> Verdict {
    OVERLAP.judge(|(p, s)| student(p, s))
}

pub(super) static OVERLAP: Exercise<(Array1<f64>, Array1<f64>), f64> = Exercise {
    name: "overlap",
    inputs: &["pattern", "state"],
    cases: || {
        let pair = |(n, seed)| {
            let mut two = patterns(n, 2, seed);
            (two.remove(0), two.remove(0))
        };
        [(8, 14), (12, 15), (10, 16), (7, 12)].map(pair).into()
    },
    right: |(p, s)| pattern(p).overlap(&pattern(s)).expect("both have n units"),
    also_right: &[|(p, s)| mean_product(p, s), |(p, s)| 2.0 * equal(p, s) / p.len() as f64 - 1.0],
    mistakes: &[
        gives(
            |(p, s)| (p * s).sum(),
            "the sum must be divided by the number of units N.",
            "la somme doit être divisée par le nombre d’unités N.",
        ),
        gives(
            |(p, s)| equal(p, s) / p.len() as f64,
            "this is the fraction of the units that agree. A unit that disagrees counts −1, not 0.",
            "c’est la fraction des unités qui s’accordent. Une unité en désaccord compte −1 et non 0.",
        ),
        gives(
            |(p, s)| equal(p, s),
            "this is the number of units that agree. A unit that disagrees counts −1, and the sum is divided by N.",
            "c’est le nombre d’unités qui s’accordent. Une unité en désaccord compte −1, et la somme est divisée par N.",
        ),
        gives(
            |(p, s)| p.len() as f64 - equal(p, s),
            "this is the number of units that differ.",
            "c’est le nombre d’unités qui diffèrent.",
        ),
        gives(
            |(p, s)| 1.0 - equal(p, s) / p.len() as f64,
            "this is the fraction of the units that differ.",
            "c’est la fraction des unités qui diffèrent.",
        ),
        gives(
            |(p, s)| mean_product(p, s) - mean(p) * mean(s),
            "you subtract the means: the overlap is the mean of the products, nothing else.",
            "vous soustrayez les moyennes : le recouvrement est la moyenne des produits, rien d’autre.",
        ),
        gives(
            |(p, s)| mean_product(p, s).abs(),
            "the overlap has a sign: it is negative for a state that resembles the negative.",
            "le recouvrement a un signe : il est négatif pour un état qui ressemble au négatif.",
        ),
        gives(
            |(_, s)| mean(s),
            "this is the mean of the state: the pattern is missing.",
            "c’est la moyenne de l’état : le motif manque.",
        ),
        gives(
            |(p, s)| mean(&(p + s)),
            "pattern and state are added; multiply them, unit by unit.",
            "le motif et l’état sont additionnés ; multipliez-les, unité par unité.",
        ),
        gives(
            |(p, s)| (p * s).sum() / 4096.0,
            "4096 is the size of our pictures; here divide by `pattern.len() as f64`.",
            "4096 est la taille de nos images ; ici, divisez par `pattern.len() as f64`.",
        ),
    ],
    lesson: text(
        "1: the same, 0: unrelated, −1: the negative.",
        "1 : la même image, 0 : aucun rapport, −1 : le négatif.",
    ),
    ..Exercise::TABLE
};

/// The number of units that agree.
fn equal(p: &Array1<f64>, s: &Array1<f64>) -> f64 {
    p.iter().zip(s).filter(|(p, s)| p == s).count() as f64
}

fn mean(values: &Array1<f64>) -> f64 {
    values.sum() / values.len() as f64
}
