use ndarray::{Array1, ArrayRef1, s};

use super::{field_of, points};
use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, text};
use crate::perceptron::sign;

/// A student's function of the weights (w₀, w₁ …) and of one example.
pub type Measure = fn(&Array1<f64>, &ArrayRef1<f64>) -> f64;

/// Exercise 1: the field w₀ + w₁x₁ + w₂x₂ + …
pub fn field(student: Measure) -> Verdict {
    FIELD.judge(|(w, x)| student(w, x))
}

pub(super) static FIELD: Exercise<(Array1<f64>, Array1<f64>), f64> = Exercise {
    name: "field",
    inputs: &["w", "x"],
    cases: points,
    right: |(w, x)| field_of(w, x),
    also_right: &[|(w, x)| (0..x.len()).fold(w[0], |sum, j| sum + w[j + 1] * x[j])],
    mistakes: &[
        gives(|(w, x)| w.slice(s![1..]).dot(x), "the bias w[0] is missing.", "le biais w[0] manque."),
        gives(
            |(w, x)| w.slice(s![1..]).dot(x) - w[0],
            "the bias is subtracted: b is added; it is the threshold θ = −b that one subtracts.",
            "le biais est soustrait : b s’ajoute ; c’est le seuil θ = −b que l’on soustrait.",
        ),
        gives(
            |(w, x)| w.slice(s![..x.len()]).dot(x),
            "the indices are shifted: w[0] is the bias, so x[0] goes with w[1], x[1] with w[2], and so on.",
            "les indices sont décalés : w[0] est le biais, donc x[0] va avec w[1], x[1] avec w[2], et ainsi de suite.",
        ),
        gives(
            |(w, x)| w[0] + w.slice(s![..x.len()]).dot(x),
            "the bias is there, but it is multiplied by x[0] as well: to `x[j]` belongs `w[j + 1]`, not `w[j]`.",
            "le biais y est, mais il multiplie aussi x[0] : à `x[j]` correspond `w[j + 1]`, et non `w[j]`.",
        ),
        gives(
            |(w, x)| w.slice(s![..x.len()]).dot(x) + w[x.len()],
            "you took the last weight for the bias; in this course the bias comes first, w[0].",
            "vous avez pris le dernier poids pour le biais ; dans ce cours le biais vient en premier, w[0].",
        ),
        gives(
            |(w, x)| w[0] + w[1] * x[0],
            "only the first input counts: the sum runs over all inputs.",
            "seule la première entrée compte : la somme porte sur toutes les entrées.",
        ),
        gives(
            |(w, x)| w[0] * w.slice(s![1..]).dot(x),
            "the bias multiplies the sum; it must be added.",
            "le biais multiplie la somme ; il faut l’ajouter.",
        ),
        gives(
            |(w, x)| sign(field_of(w, x)),
            "this is the answer already, the sign; here the field itself is asked for.",
            "c’est déjà la réponse, le signe ; on demande ici le champ lui-même.",
        ),
        gives(
            |(w, x)| field_of(w, x) + w[0] * (x.len() as f64 - 1.0),
            "the bias is added once for each input; it counts once, before or after the loop.",
            "le biais est ajouté une fois par entrée ; il compte une seule fois, avant ou après la boucle.",
        ),
    ],
    lesson: text(
        "The same line of code serves two inputs and the 784 pixels of a picture.",
        "La même ligne de code sert pour deux entrées et pour les 784 pixels d’une image.",
    ),
    ..Exercise::TABLE
};
