use ndarray::{Array1, array};

use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, seen, text};

/// Exercise 11: where a sampled function changes sign, upward and downward, by linear interpolation between the two
/// samples. No sample is exactly 0.
pub fn zero_crossings(student: fn(&Array1<f64>, &Array1<f64>) -> Vec<f64>) -> Verdict {
    ZERO_CROSSINGS.judge(|(x, y)| student(x, y))
}

type Call = (Array1<f64>, Array1<f64>);

/// Uneven samples of functions with three zeros, two, and none.
pub(super) static ZERO_CROSSINGS: Exercise<Call, Vec<f64>> = Exercise {
    name: "zero_crossings",
    inputs: &["x", "y"],
    cases: || {
        vec![
            (array![-2.0, -1.0, 0.5, 2.0, 3.0, 4.5], array![3.0, -1.0, -2.0, 4.0, 2.5, -0.5]),
            (array![10.0, 20.0, 40.0, 50.0], array![-1.0, 3.0, 1.0, -4.0]),
            (array![0.0, 1.0, 2.0], array![1.0, 0.5, 2.0]),
        ]
    },
    right: |call| at_changes(call, zero),
    mistakes: &[
        gives(
            |call| at_changes(call, |(x, _), k| x[k - 1]),
            "these are the samples just before each zero; the zero itself lies between two samples.",
            "ce sont les échantillons juste avant chaque zéro ; le zéro lui-même est entre deux échantillons.",
        ),
        gives(
            |call| at_changes(call, |(x, _), k| x[k]),
            "these are the samples just after each zero; the zero itself lies between two samples.",
            "ce sont les échantillons juste après chaque zéro ; le zéro lui-même est entre deux échantillons.",
        ),
        gives(
            |call| at_changes(call, |(x, _), k| 0.5 * (x[k - 1] + x[k])),
            "these are midpoints; the zero is nearer to the sample whose value is nearer to 0.",
            "ce sont des milieux ; le zéro est plus près de l’échantillon dont la valeur est plus proche de 0.",
        ),
        seen(
            |call, _, student| *student == indices(call) || *student == at_changes(call, |_, k| (k - 1) as f64),
            indices,
            "these are indices; the values of x are asked for.",
            "ce sont des indices ; on demande les valeurs de x.",
        ),
        gives(
            |call| at_changes(call, |(x, y), k| x[k - 1] + (x[k] - x[k - 1]) * y[k] / (y[k] - y[k - 1])),
            "the two weights are exchanged: the zero is nearer to the sample whose value is nearer to 0.",
            "les deux poids sont échangés : le zéro est plus près de l’échantillon dont la valeur est plus proche de 0.",
        ),
        gives(
            |call| changes(call).filter(|&k| call.1[k] > 0.0).map(|k| zero(call, k)).collect(),
            "only the upward crossings are found; a fixed point can also be crossed downward.",
            "seuls les passages montants sont trouvés ; un point fixe peut aussi être traversé en descendant.",
        ),
        gives(
            |call| changes(call).filter(|&k| call.1[k] < 0.0).map(|k| zero(call, k)).collect(),
            "only the downward crossings are found; a fixed point can also be crossed upward.",
            "seuls les passages descendants sont trouvés ; un point fixe peut aussi être traversé en montant.",
        ),
        gives(
            |call| at_changes(call, |(_, y), k| y[k - 1] / (y[k - 1] - y[k])),
            "these are the fractions of the intervals: the zero is at x[k − 1] plus the fraction of x[k] − x[k − 1].",
            "ce sont les fractions des intervalles : le zéro est en x[k − 1] plus cette fraction de x[k] − x[k − 1].",
        ),
        gives(
            |call| at_changes(call, |(x, y), k| x[k - 1] + y[k - 1] / (y[k - 1] - y[k])),
            "the fraction is one of the interval: multiply it by x[k] − x[k − 1].",
            "la fraction est celle de l’intervalle : multipliez-la par x[k] − x[k − 1].",
        ),
        gives(
            |call| changes(call).filter(|&k| k + 1 < call.0.len()).map(|k| zero(call, k)).collect(),
            "the last interval is not looked at: the loop is `for k in 1..x.len()`, whose end does not belong to it.",
            "le dernier intervalle est oublié : la boucle est `for k in 1..x.len()`, dont la fin n’est pas comprise.",
        ),
    ],
    lesson: text(
        "It finds every change of sign, upward and downward, between the samples.",
        "Elle trouve chaque changement de signe, montant ou descendant, entre les échantillons.",
    ),
    ..Exercise::TABLE
};

/// Each k for which y[k] has another sign than y[k − 1].
fn changes((x, y): &Call) -> impl Iterator<Item = usize> {
    (1..x.len()).filter(|&k| y[k - 1] * y[k] < 0.0)
}

fn at_changes(call: &Call, place: fn(&Call, usize) -> f64) -> Vec<f64> {
    changes(call).map(|k| place(call, k)).collect()
}

/// Where the straight line between two samples is 0.
fn zero((x, y): &Call, k: usize) -> f64 {
    x[k - 1] + (x[k] - x[k - 1]) * y[k - 1] / (y[k - 1] - y[k])
}

fn indices(call: &Call) -> Vec<f64> {
    at_changes(call, |_, k| k as f64)
}
