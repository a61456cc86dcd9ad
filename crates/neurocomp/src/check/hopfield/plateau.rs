use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, text};

/// Exercise 11: the mean of the second half of a list of overlaps; of an odd number of them the middle one counts.
pub fn plateau(student: fn(&[f64]) -> f64) -> Verdict {
    PLATEAU.judge(|(m,)| student(m))
}

pub(super) static PLATEAU: Exercise<(Vec<f64>,), f64> = Exercise {
    name: "plateau",
    inputs: &["m"],
    cases: || {
        let runs = [vec![0.1, 0.25, 0.5, 0.75, 0.875, 0.8], vec![1.0, 0.5, 0.25, -0.125, 0.0625], vec![0.9, 0.7]];
        runs.map(|m| (m,)).into()
    },
    right: |(m,)| mean(late(m)),
    mistakes: &[
        gives(
            |(m,)| mean(m),
            "this is the mean of the whole run; the first half still remembers the start.",
            "c’est la moyenne sur toute la simulation ; la première moitié se souvient encore du départ.",
        ),
        gives(
            |(m,)| mean(&m[..m.len() / 2]),
            "this is the mean of the first half: `m[k..]` begins at k, `m[..k]` ends before it.",
            "c’est la moyenne de la première moitié : `m[k..]` commence à k, `m[..k]` s’arrête avant.",
        ),
        gives(
            |(m,)| m[m.len() - 1],
            "this is the last value; the mean of many is less noisy.",
            "c’est la dernière valeur ; une moyenne sur beaucoup de valeurs est moins bruitée.",
        ),
        gives(
            |(m,)| late(m).iter().sum(),
            "this is the sum of the second half; divide it by how many values it has.",
            "c’est la somme de la seconde moitié ; divisez-la par son nombre de valeurs.",
        ),
        gives(
            |(m,)| late(m).iter().sum::<f64>() / m.len() as f64,
            "the sum of the second half must be divided by the length of the half, not of the whole.",
            "la somme de la seconde moitié doit être divisée par la longueur de la moitié et non du tout.",
        ),
        gives(
            |(m,)| late(m).iter().map(|m| m.abs()).sum::<f64>() / late(m).len() as f64,
            "do not take absolute values: fluctuations about 0 must cancel.",
            "ne prenez pas de valeurs absolues : les fluctuations autour de 0 doivent se compenser.",
        ),
        gives(
            |(m,)| mean(&m[m.len().div_ceil(2)..]),
            "the value in the middle is missing: `m.len() / 2` is rounded down already, begin there.",
            "la valeur du milieu manque : `m.len() / 2` est déjà arrondi vers le bas, commencez là.",
        ),
    ],
    lesson: text(
        "The first half is left to the network, to forget where it began.",
        "La première moitié est laissée au réseau pour oublier son point de départ.",
    ),
    ..Exercise::TABLE
};

fn late(m: &[f64]) -> &[f64] {
    &m[m.len() / 2..]
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}
