use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, text};

/// Exercise 8: the mean of ((model − data)/error)².
pub fn deviation(student: fn(&[f64], &[f64], &[f64]) -> f64) -> Verdict {
    DEVIATION.judge(|&(model, data, error)| student(model, data, error))
}

type Call = (&'static [f64], &'static [f64], &'static [f64]);

pub(super) static DEVIATION: Exercise<Call, f64> = Exercise {
    name: "deviation",
    inputs: &["model", "data", "error"],
    cases: || {
        vec![
            (&[0.3, -0.2, 0.9], &[0.1, -0.5, 1.2], &[0.1, 0.2, 0.05]),
            (&[1.5, 0.0, -0.4], &[1.0, 0.6, -0.4], &[0.25, 0.3, 0.5]),
        ]
    },
    right,
    mistakes: &[
        gives(
            |call| call.0.len() as f64 * right(call),
            "this is the sum; divide it by the number of points.",
            "c’est la somme ; divisez-la par le nombre de points.",
        ),
        gives(
            |call| mean(call, |d, _| d * d),
            "the errors are missing: a difference counts in units of the error of its point.",
            "les erreurs manquent : un écart se compte en unités de l’erreur de son point.",
        ),
        gives(
            |call| mean(call, |d, e| d * d / e),
            "the error must be squared too: divide first, then square.",
            "l’erreur doit être élevée au carré elle aussi : divisez d’abord, puis élevez au carré.",
        ),
        gives(
            |call| right(call).sqrt(),
            "no square root at the end: the mean of the squares is asked for.",
            "pas de racine carrée à la fin : on demande la moyenne des carrés.",
        ),
        gives(
            |call| mean(call, |d, e| d / e),
            "the squares are missing: deviations upward and downward would cancel.",
            "les carrés manquent : les écarts vers le haut et vers le bas se compenseraient.",
        ),
        gives(
            |call| mean(call, |d, e| (d / e).abs()),
            "this is the mean of the absolute values; the mean of the squares is asked for.",
            "c’est la moyenne des valeurs absolues ; on demande la moyenne des carrés.",
        ),
        gives(
            |&(model, data, error)| {
                let all = model.iter().zip(data).zip(error);
                all.map(|((m, d), e)| (m - d / e).powi(2)).sum::<f64>() / model.len() as f64
            },
            "parentheses: the difference first, and then the division: `(model[k] - data[k]) / error[k]`.",
            "les parenthèses : la différence d’abord, la division ensuite : `(model[k] - data[k]) / error[k]`.",
        ),
    ],
    lesson: text(
        "About 1 or less: the model is as close to the data as their errors allow one to say.",
        "Environ 1 ou moins : le modèle est aussi proche des données que leurs erreurs permettent de le dire.",
    ),
    ..Exercise::TABLE
};

fn right(call: &Call) -> f64 {
    mean(call, |d, e| (d / e).powi(2))
}

/// The mean over the points of a function of difference and error.
fn mean(&(model, data, error): &Call, of: fn(f64, f64) -> f64) -> f64 {
    let all = model.iter().zip(data).zip(error);
    all.map(|((m, d), &e)| of(m - d, e)).sum::<f64>() / model.len() as f64
}
