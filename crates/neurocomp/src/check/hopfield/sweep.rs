use ndarray::{Array1, Array2, array};

use super::no_state;
use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, text};

/// A student's sweep: weights, state, the order of the units; the state after it.
pub type Sweep = fn(&Array2<f64>, &Array1<f64>, &[usize]) -> Array1<f64>;

/// Exercise 8: one asynchronous sweep without noise: unit after unit takes the sign of its field, and stays as it is
/// where there is none.
pub fn sweep(student: Sweep) -> Verdict {
    SWEEP.judge(|(w, state, order)| student(w, state, order))
}

type Call = (Array2<f64>, Array1<f64>, Vec<usize>);

/// The weights are whole numbers, so that a field of 0 is exactly 0.
pub(super) static SWEEP: Exercise<Call, Array1<f64>> = Exercise {
    name: "sweep",
    inputs: &["w", "state", "order"],
    cases: || {
        vec![
            (
                array![[0.0, 1.0, -1.0, 0.0], [1.0, 0.0, 2.0, -1.0], [-1.0, 2.0, 0.0, 1.0], [0.0, -1.0, 1.0, 0.0]],
                array![1.0, -1.0, 1.0, 1.0],
                vec![2, 0, 3, 1],
            ),
            (
                array![
                    [0.0, -2.0, 1.0, 1.0, 0.0],
                    [-2.0, 0.0, 1.0, -1.0, 2.0],
                    [1.0, 1.0, 0.0, -3.0, 1.0],
                    [1.0, -1.0, -3.0, 0.0, 1.0],
                    [0.0, 2.0, 1.0, 1.0, 0.0],
                ],
                array![1.0, 1.0, -1.0, -1.0, -1.0],
                vec![4, 2, 0, 1, 3],
            ),
        ]
    },
    right: |(w, s, order)| swept(w, s, order, rule),
    mistakes: &[
        gives(
            |(w, s, _)| {
                let h = w.dot(s);
                Array1::from_shape_fn(s.len(), |i| rule(h[i], s[i]))
            },
            "this is a synchronous step: every field comes from the old state. Use the state as it has become.",
            "c’est un pas synchrone : chaque champ vient de l’ancien état. Prenez l’état tel qu’il est devenu.",
        ),
        gives(
            |(w, s, _)| {
                let in_place: Vec<usize> = (0..s.len()).collect();
                swept(w, s, &in_place, rule)
            },
            "`order` is not used: the units take their turn as order[0], order[1], ….",
            "`order` n’est pas utilisé : les unités passent dans l’ordre order[0], order[1], ….",
        ),
        gives(
            |(w, s, order)| swept(w, s, order, |h, _| if h < 0.0 { -1.0 } else { 1.0 }),
            "a unit whose field is 0 becomes +1 here; it should stay as it is. (`signum` of 0.0 is 1.0.)",
            "une unité dont le champ est nul devient +1 ici ; elle doit rester telle quelle. (`signum` de 0.0 vaut 1.0.)",
        ),
        gives(
            |(w, s, order)| swept(w, s, order, |h, _| if h > 0.0 { 1.0 } else { -1.0 }),
            "a unit whose field is 0 becomes −1 here; it should stay as it is.",
            "une unité dont le champ est nul devient −1 ici ; elle doit rester telle quelle.",
        ),
        gives(
            |(w, s, order)| swept(w, s, order, |h, s| rule(-h, s)),
            "the sign is the opposite: a positive field makes the unit +1.",
            "le signe est l’opposé du bon : un champ positif met l’unité à +1.",
        ),
        gives(
            |(w, s, order)| swept(w, s, order, |h, s| if h * s < 0.0 { s } else { -s }),
            "the units that agree with their field are flipped, and those that do not are left.",
            "les unités en accord avec leur champ sont inversées, et les autres laissées telles quelles.",
        ),
        gives(
            |(w, s, order)| swept(w, s, order, |h, _| h),
            "the unit takes the sign of its field, +1 or −1, not the field itself.",
            "l’unité prend le signe de son champ, +1 ou −1, et non le champ lui-même.",
        ),
        gives(
            |(_, s, _)| s.clone(),
            "the state has not changed. Is it `s[i]` that is set, and `s` that is returned?",
            "l’état n’a pas changé. Est-ce bien `s[i]` qui est modifié, et `s` qui est renvoyé ?",
        ),
        no_state(),
    ],
    few_answers: true,
    lesson: text(
        "Each unit sees the latest state of all others. The energy can then only fall, or stay.",
        "Chaque unité voit le dernier état de toutes les autres. L’énergie ne peut alors que baisser, ou rester.",
    ),
    ..Exercise::TABLE
};

/// The sign of the field, or the unit as it is.
fn rule(h: f64, s: f64) -> f64 {
    if h == 0.0 { s } else { h.signum() }
}

/// The state after the units of the order, each with its latest field, have taken what `rule(h_i, S_i)` gives.
fn swept(w: &Array2<f64>, state: &Array1<f64>, order: &[usize], rule: fn(f64, f64) -> f64) -> Array1<f64> {
    let mut s = state.clone();
    for &i in order {
        s[i] = rule(w.row(i).dot(&s), s[i]);
    }
    s
}
