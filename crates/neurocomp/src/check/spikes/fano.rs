use super::{mean, squares};
use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, text};

/// Exercise 8: Fano factor of spike counts, variance (with n − 1) over mean; it has no unit.
pub fn fano(student: fn(&[f64]) -> f64) -> Verdict {
    FANO.judge(|&(counts,)| student(counts))
}

pub(super) static FANO: Exercise<(&[f64],), f64> = Exercise {
    name: "fano",
    inputs: &["counts"],
    cases: || vec![(&[3.0, 7.0, 4.0, 10.0, 6.0],), (&[21.0, 20.0, 22.0, 20.0],), (&[0.0, 1.0, 0.0, 5.0, 2.0, 0.0],)],
    right: |&(n,)| variance(n) / mean(n),
    mistakes: &[
        gives(
            |&(n,)| squares(n) / n.len() as f64 / mean(n),
            "you divide by n: with few trials this makes the variance too small. The formula has n − 1.",
            "vous divisez par n : avec peu d’essais, la variance est trop petite. La formule a n − 1.",
        ),
        gives(
            |&(n,)| variance(n).sqrt() / mean(n),
            "this is standard deviation over mean, the CV of the counts; the Fano factor has the variance.",
            "c’est l’écart-type divisé par la moyenne, le CV des comptes ; le facteur de Fano a la variance.",
        ),
        gives(
            |&(n,)| (squares(n) / n.len() as f64).sqrt() / mean(n),
            "this is standard deviation over mean, the CV of the counts; the Fano factor has the variance.",
            "c’est l’écart-type divisé par la moyenne, le CV des comptes ; le facteur de Fano a la variance.",
        ),
        gives(
            |&(n,)| mean(n) / variance(n),
            "the fraction is upside down: variance over mean.",
            "la fraction est inversée : la variance divisée par la moyenne.",
        ),
        gives(
            |&(n,)| variance(n),
            "this is the variance; divide it by the mean.",
            "c’est la variance ; divisez-la par la moyenne.",
        ),
        gives(
            |&(n,)| variance(n) / mean(n).powi(2),
            "the variance is divided by the square of the mean: once is enough.",
            "la variance est divisée par le carré de la moyenne : une fois suffit.",
        ),
        gives(
            |&(n,)| squares(n) / mean(n),
            "the sum of the squares must be divided by n − 1 to be a variance.",
            "la somme des carrés doit être divisée par n − 1 pour être une variance.",
        ),
        gives(
            |&(n,)| n.iter().map(|count| count * count).sum::<f64>() / (n.len() as f64 - 1.0) / mean(n),
            "these are the squares of the counts: square their deviations from the mean.",
            "ce sont les carrés des comptes : prenez ceux de leurs écarts à la moyenne.",
        ),
        gives(
            |&(n,)| squares(n) / n.len() as f64 - 1.0 / mean(n),
            "parentheses are missing: the sum is divided by (n − 1).",
            "des parenthèses manquent : la somme se divise par (n − 1).",
        ),
    ],
    lesson: text(
        "0 if every count is the same, 1 for a Poisson process, more if something changes from trial to trial.",
        "0 si tous les comptes sont égaux, 1 pour un processus de Poisson, davantage si quelque chose change d’un essai à \
         l’autre.",
    ),
    ..Exercise::TABLE
};

/// The variance with n − 1.
fn variance(counts: &[f64]) -> f64 {
    squares(counts) / (counts.len() as f64 - 1.0)
}
