use ndarray::Array1;

use super::{no_state, patterns, permutation};
use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, text};

/// Exercise 5: the pattern with its first round(N(1 − m)/2) units in `order` flipped, which has the overlap m with it.
pub fn cue(student: fn(&Array1<f64>, f64, &[usize]) -> Array1<f64>) -> Verdict {
    CUE.judge(|(p, m, order)| student(p, *m, order))
}

pub(super) static CUE: Exercise<(Array1<f64>, f64, Vec<usize>), Array1<f64>> = Exercise {
    name: "cue",
    inputs: &["pattern", "m", "order"],
    cases: || {
        // 1 − 0.9 falls short of 0.1 by rounding: cutting off instead of rounding flips no unit of 20.
        let calls = [(8, 0.5, 41), (12, -0.5, 42), (20, 0.9, 43), (6, 1.0, 44)];
        calls.map(|(n, m, seed)| (patterns(n, 1, seed).remove(0), m, permutation(n, seed))).into()
    },
    right: |(p, m, order)| flipped(p, order, wrong_units(p, *m).round()),
    mistakes: &[
        gives(
            |(p, m, order)| flipped(p, order, (2.0 * wrong_units(p, *m)).round()),
            "twice too many units are flipped: each of them takes 2/N from the overlap, not 1/N.",
            "deux fois trop d’unités sont inversées : chacune retire 2/N au recouvrement et non 1/N.",
        ),
        gives(
            |(p, m, order)| flipped(p, order, p.len() as f64 - wrong_units(p, *m).round()),
            "the units to keep and those to flip are exchanged: this state has the overlap −m.",
            "les unités à garder et celles à inverser sont échangées : cet état a le recouvrement −m.",
        ),
        gives(
            |(p, m, order)| flipped(p, order, (m * p.len() as f64).round()),
            "m·N is no number of wrong units: with m = 1 none is wrong.",
            "m·N n’est pas un nombre d’unités fausses : pour m = 1, aucune ne l’est.",
        ),
        gives(
            |(p, m, _)| {
                let in_place: Vec<usize> = (0..p.len()).collect();
                flipped(p, &in_place, wrong_units(p, *m).round())
            },
            "`order` is not used: the units to flip are order[0], order[1], …, not 0, 1, ….",
            "`order` n’est pas utilisé : les unités à inverser sont order[0], order[1], … et non 0, 1, ….",
        ),
        gives(
            |(p, m, order)| flipped(p, order, wrong_units(p, *m).floor()),
            "the number of units is cut off, not rounded: `as usize` makes 0 of 0.9999. Write `.round() as usize`.",
            "le nombre d’unités est tronqué et non arrondi : `as usize` fait 0 de 0,9999. Écrivez `.round() as usize`.",
        ),
        gives(
            |(p, m, order)| changed(p, order, wrong_units(p, *m).round(), |_| -1.0),
            "a unit is flipped by changing its sign; here it is set to −1, which many units are already.",
            "on inverse une unité en changeant son signe ; ici elle est mise à −1, ce que beaucoup sont déjà.",
        ),
        gives(
            |(p, m, order)| changed(p, order, wrong_units(p, *m).round(), |_| 0.0),
            "a unit is +1 or −1, never 0: change its sign.",
            "une unité vaut +1 ou −1, jamais 0 : changez son signe.",
        ),
        gives(
            |(p, ..)| p.clone(),
            "no unit is flipped. Is the changed state what the function returns?",
            "aucune unité n’est inversée. Est-ce bien l’état modifié que la fonction renvoie ?",
        ),
        no_state(),
        gives(
            |(p, m, order)| flipped(p, order, ((1.0 - m) / 2.0).round() * p.len() as f64),
            "rounded too early: work out N (1 − m)/2 first, and round that.",
            "arrondi trop tôt : calculez d’abord N (1 − m)/2, puis arrondissez.",
        ),
    ],
    few_answers: true,
    lesson: text(
        "A flipped unit takes 2/N from the overlap: half of them wrong, and nothing is left.",
        "Une unité inversée retire 2/N au recouvrement : la moitié d’erreurs, et il n’en reste rien.",
    ),
    ..Exercise::TABLE
};

/// N(1 − m)/2, not yet a whole number.
fn wrong_units(p: &Array1<f64>, m: f64) -> f64 {
    (1.0 - m) / 2.0 * p.len() as f64
}

fn flipped(p: &Array1<f64>, order: &[usize], count: f64) -> Array1<f64> {
    changed(p, order, count, |s| -s)
}

/// The pattern with the first `count` units of the order changed, at most all.
fn changed(p: &Array1<f64>, order: &[usize], count: f64, change: fn(f64) -> f64) -> Array1<f64> {
    let mut s = p.clone();
    for &i in order.iter().take(count as usize) {
        s[i] = change(s[i]);
    }
    s
}
