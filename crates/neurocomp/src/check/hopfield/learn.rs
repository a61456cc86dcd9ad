use ndarray::{Array1, Array2, array};

use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, seen, text};

/// A student's rule: weights before, pattern; weights after.
pub type Rule = fn(&Array2<f64>, &Array1<f64>) -> Array2<f64>;

/// Exercise 3: the weights w_ij + P_i P_j/N after one pattern has left its trace, with w_ii = 0.
pub fn learn(student: Rule) -> Verdict {
    LEARN.judge(|(w, p)| student(w, p))
}

pub(super) static LEARN: Exercise<(Array2<f64>, Array1<f64>), Array2<f64>> = Exercise {
    name: "learn",
    inputs: &["w", "pattern"],
    cases: || {
        let written =
            array![[0.0, 0.5, -0.25, 0.75], [0.5, 0.0, 0.25, -0.5], [-0.25, 0.25, 0.0, 1.0], [0.75, -0.5, 1.0, 0.0]];
        let empty = Array2::zeros((5, 5));
        vec![(written, array![1.0, -1.0, -1.0, 1.0]), (empty, array![-1.0, 1.0, 1.0, -1.0, 1.0])]
    },
    right: |(w, p)| w + &trace(p),
    mistakes: &[
        seen(
            |(w, _), _, after| after.dim() != w.dim(),
            |_| Array2::zeros((0, 0)),
            "the matrix must keep its size: one row and one column for each unit.",
            "la matrice doit garder sa taille : une ligne et une colonne par unité.",
        ),
        gives(
            |(w, p)| w + &(products(p) / n(p)),
            "a unit does not act upon itself: leave out the entries with i = j, so that w_ii stays 0.",
            "une unité n’agit pas sur elle-même : laissez de côté les éléments i = j, pour que w_ii reste nul.",
        ),
        gives(|(w, p)| w + &(trace(p) * n(p)), "the factor 1/N is missing.", "le facteur 1/N manque."),
        gives(
            |(w, p)| w + &products(p),
            "the factor 1/N is missing, and the diagonal must stay 0.",
            "le facteur 1/N manque, et la diagonale doit rester nulle.",
        ),
        gives(
            |(w, p)| w - &trace(p),
            "the trace has the wrong sign: units that agree are linked by a positive weight.",
            "la trace a le mauvais signe : un poids positif lie les unités qui s’accordent.",
        ),
        gives(
            |(w, p)| w + &part_of_trace(p, |i, j| i < j),
            "only the entries above the diagonal have changed: w_ij and w_ji get the same trace.",
            "seuls les éléments au-dessus de la diagonale ont changé : w_ij et w_ji reçoivent la même trace.",
        ),
        gives(
            |(w, p)| w + &part_of_trace(p, |i, j| i > j),
            "only the entries below the diagonal have changed: w_ij and w_ji get the same trace.",
            "seuls les éléments sous la diagonale ont changé : w_ij et w_ji reçoivent la même trace.",
        ),
        gives(
            |(w, p)| w / n(p) + trace(p),
            "only the new trace is divided by N; here the old weights are, too, and fade with each pattern.",
            "seule la nouvelle trace est divisée par N ; ici les anciens poids le sont aussi et s’effacent à chaque motif.",
        ),
        gives(
            |(_, p)| trace(p),
            "the old weights are lost: the trace is added to what is there (`+=`), it does not replace it (`=`).",
            "les anciens poids sont perdus : la trace s’ajoute à ce qui est là (`+=`), elle ne le remplace pas (`=`).",
        ),
        gives(
            |(w, _)| w.clone(),
            "nothing has changed: are both loops from 0 to n, and is the sum written into `w`?",
            "rien n’a changé : les deux boucles vont-elles de 0 à n, et la somme est-elle écrite dans `w` ?",
        ),
        gives(
            |(w, p)| w + &part_of_trace(p, |i, j| i == j),
            "only the diagonal has changed: the condition is the wrong way round, write `i != j`.",
            "seule la diagonale a changé : la condition est à l’envers, écrivez `i != j`.",
        ),
        gives(
            |(w, p)| w + &part_of_trace(p, |i, j| i != j && i > 0 && j > 0),
            "unit 0 has learnt nothing: indices count from 0, so both loops go over `0..n`.",
            "l’unité 0 n’a rien appris : les indices commencent à 0, les deux boucles parcourent `0..n`.",
        ),
    ],
    otherwise: text(
        "this is the first entry that differs. Work out w_ij + P_i P_j/N for it by hand.",
        "c’est le premier élément qui diffère. Calculez-y w_ij + P_i P_j/N à la main.",
    ),
    lesson: text(
        "It adds its trace to what is there, and leaves the diagonal at 0.",
        "Elle ajoute sa trace à ce qui est déjà là, et laisse la diagonale à 0.",
    ),
    ..Exercise::TABLE
};

fn n(p: &Array1<f64>) -> f64 {
    p.len() as f64
}

fn products(p: &Array1<f64>) -> Array2<f64> {
    Array2::from_shape_fn((p.len(), p.len()), |(i, j)| p[i] * p[j])
}

/// P_i P_j/N off the diagonal.
fn trace(p: &Array1<f64>) -> Array2<f64> {
    part_of_trace(p, |i, j| i != j)
}

/// P_i P_j/N for some i and j.
fn part_of_trace(p: &Array1<f64>, keep: fn(usize, usize) -> bool) -> Array2<f64> {
    Array2::from_shape_fn((p.len(), p.len()), |(i, j)| if keep(i, j) { p[i] * p[j] / n(p) } else { 0.0 })
}
