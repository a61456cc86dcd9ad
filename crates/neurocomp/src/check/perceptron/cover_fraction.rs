use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, text};
use crate::perceptron::capacity;

/// Exercise 8: the fraction of the 2^P dichotomies of P points that a plane through the origin of N dimensions makes.
pub fn cover_fraction(student: fn(usize, usize) -> f64) -> Verdict {
    COVER_FRACTION.judge(|&(p, n)| student(p, n))
}

pub(super) static COVER_FRACTION: Exercise<(usize, usize), f64> = Exercise {
    name: "cover_fraction",
    inputs: &["p", "n"],
    cases: || vec![(5, 3), (7, 2), (12, 6), (4, 9), (30, 11), (120, 75)],
    right: |&(p, n)| capacity::fraction(p, n).expect("the numbers of the checks are valid"),
    also_right: &[|&(p, n)| 2.0 * binomials(p - 1, 0, n) / all(p)],
    mistakes: &[
        gives(
            |&(p, n)| 2.0 * binomials(p - 1, 0, n),
            "this is the number of dichotomies, C(P, N); divide it by all there are, 2^P.",
            "c’est le nombre de dichotomies, C(P, N) ; divisez-le par leur nombre total, 2^P.",
        ),
        gives(
            |&(p, n)| binomials(p - 1, 0, n) / all(p),
            "a factor of 2: C(P, N) = 2 Σ …, because a plane counts twice, once for each side called +1.",
            "un facteur 2 : C(P, N) = 2 Σ …, car chaque plan compte deux fois, une par côté appelé +1.",
        ),
        gives(
            |&(p, n)| 2.0 * binomials(p - 1, 0, n) / all(p - 1),
            "twice too much: 2 Σ … over 2^P is Σ … over 2^(P−1), once.",
            "deux fois trop : 2 Σ … divisé par 2^P, c’est Σ … divisé par 2^(P−1), une seule fois.",
        ),
        gives(
            |&(p, n)| 2.0 * binomials(p - 1, 0, n + 1) / all(p),
            "one term too many: k runs from 0 to N − 1.",
            "un terme de trop : k va de 0 à N − 1.",
        ),
        gives(
            |&(p, n)| 2.0 * binomials(p - 1, 1, n) / all(p),
            "the first term is missing: k begins at 0, and “P − 1 choose 0” is 1.",
            "le premier terme manque : k commence à 0, et « 0 parmi P − 1 » vaut 1.",
        ),
        gives(
            |&(p, n)| 2.0 * binomials(p - 1, 1, n + 1) / all(p),
            "k runs from 1 to N; it must run from 0 to N − 1.",
            "k va de 1 à N ; il doit aller de 0 à N − 1.",
        ),
        gives(
            |&(p, n)| 2.0 * binomials(p, 0, n) / all(p),
            "the sum is over “P choose k”; it must be over “P − 1 choose k”.",
            "les coefficients binomiaux sont ceux de P ; il faut ceux de P − 1.",
        ),
    ],
    lesson: text(
        "At P = 2N it is exactly one half, whatever N.",
        "En P = 2N, elle vaut exactement un demi, quel que soit N.",
    ),
    ..Exercise::TABLE
};

/// 2^P.
fn all(p: usize) -> f64 {
    2.0_f64.powi(p as i32)
}

/// Σ of the binomials (m over k) for k from `first` to `end` − 1.
fn binomials(m: usize, first: usize, end: usize) -> f64 {
    let (mut term, mut sum) = (1.0, 0.0);
    for k in 0..end {
        if k >= first {
            sum += term;
        }
        term *= (m as f64 - k as f64) / (k + 1) as f64;
    }
    sum
}
