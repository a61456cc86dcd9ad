use ndarray::{Array1, s};

use super::{Measure, field_of, points};
use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, text};

/// Exercise 2: the distance of a point from the line w·x + b = 0, positive on the side where the answer is +1.
pub fn distance(student: Measure) -> Verdict {
    DISTANCE.judge(|(w, x)| student(w, x))
}

pub(super) static DISTANCE: Exercise<(Array1<f64>, Array1<f64>), f64> = Exercise {
    name: "distance",
    inputs: &["w", "x"],
    cases: points,
    right: |(w, x)| field_of(w, x) / length(w),
    mistakes: &[
        gives(
            |(w, x)| field_of(w, x),
            "this is the field; the distance is the field divided by the length |w|.",
            "c’est le champ ; la distance est le champ divisé par la longueur |w|.",
        ),
        gives(
            |(w, x)| field_of(w, x) / w.dot(w).sqrt(),
            "the bias has slipped into the length: |w| is the length of (w₁, w₂, …), without w₀.",
            "le biais s’est glissé dans la longueur : |w| est la longueur de (w₁, w₂, …), sans w₀.",
        ),
        gives(
            |(w, x)| field_of(w, x) / length(w).powi(2),
            "the square root is missing: |w| = √(w₁² + w₂² + …).",
            "la racine carrée manque : |w| = √(w₁² + w₂² + …).",
        ),
        gives(
            |(w, x)| w.slice(s![1..]).dot(x) / length(w),
            "the bias is missing from the field: w·x/|w| is the distance from a line through the origin.",
            "le biais manque dans le champ : w·x/|w| est la distance à une droite passant par l’origine.",
        ),
        gives(
            |(w, x)| field_of(w, x) / w.slice(s![1..]).fold(0.0, |sum, w| sum + w.abs()),
            "this divides by |w₁| + |w₂| + …; the length is the square root of the sum of squares.",
            "ici on divise par |w₁| + |w₂| + … ; la longueur est la racine de la somme des carrés.",
        ),
        gives(
            |(w, x)| field_of(w, x).abs() / length(w),
            "the sign is lost: on the side where the answer is −1 the distance is negative.",
            "le signe est perdu : du côté où la réponse est −1, la distance est négative.",
        ),
        gives(
            |(w, x)| field_of(w, x) * length(w),
            "multiplied by |w| instead of divided: twice as large weights would then be farther away.",
            "multiplié par |w| au lieu d’être divisé : des poids deux fois plus grands seraient alors plus loin.",
        ),
    ],
    lesson: text(
        "Twice as large weights and bias: the same line, and the same distance.",
        "Des poids et un biais deux fois plus grands : la même droite, et la même distance.",
    ),
    ..Exercise::TABLE
};

/// |w| without the bias.
fn length(w: &Array1<f64>) -> f64 {
    let normal = w.slice(s![1..]);
    normal.dot(&normal).sqrt()
}
