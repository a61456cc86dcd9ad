//! What the tables of TD2 will take from `cv`: to be deleted as soon as they exist.

use crate::check::Mistake;

/// What the formula of the CV gives when it is misread: mean and standard deviation of the intervals in ms.
pub(in crate::check) fn misread_cv(mean: f64, sd: f64) -> Vec<Mistake> {
    vec![
        Mistake::new(
            sd * sd / mean,
            "the square root is missing: this is the variance over the mean.",
            "la racine carrée manque : c’est la variance divisée par la moyenne.",
        ),
        Mistake::new(
            (sd / mean).powi(2),
            "this is the square of the CV: take the square root of the variance.",
            "c’est le carré du CV : prenez la racine carrée de la variance.",
        ),
        Mistake::new(
            mean / sd,
            "the fraction is upside down: standard deviation over mean.",
            "la fraction est inversée : l’écart-type divisé par la moyenne.",
        ),
        Mistake::new(
            sd,
            "this is the standard deviation, in ms; divide it by the mean.",
            "c’est l’écart-type, en ms ; divisez-le par la moyenne.",
        ),
    ]
}
