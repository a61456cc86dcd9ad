use ndarray::{Array1, array};

use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, in_unit, text};

/// A student's step: potentials (mV), capacitance (nF), leak (µS), axial resistance (MΩ), current (nA), dt (ms); the
/// potentials afterwards (mV).
pub type CableStep = fn(&Array1<f64>, f64, f64, f64, f64, f64) -> Array1<f64>;

/// Exercise 9: the potentials of a chain of compartments (mV) one Euler step later; the current enters the first.
pub fn cable_step(student: CableStep) -> Verdict {
    CABLE_STEP.judge(|&(ref v, c, g, r, i, dt)| student(v, c, g, r, i, dt))
}

type Call = (Array1<f64>, f64, f64, f64, f64, f64);

pub(super) static CABLE_STEP: Exercise<Call, Array1<f64>> = Exercise {
    name: "cable_step",
    inputs: &["v", "capacitance (nF)", "leak (µS)", "axial (MΩ)", "current (nA)", "dt (ms)"],
    answer: &[in_unit("mV")],
    cases: || {
        vec![
            (array![6.0, 2.0], 0.05, 0.004, 20.0, 0.0, 0.1),
            (array![3.0, 9.0], 0.02, 0.003, 12.0, 0.3, 0.02),
            (array![8.0, 5.0, 1.0, -2.0], 0.04, 0.005, 15.0, 0.1, 0.05),
            (array![0.0, 0.0, 7.0, 0.0, 0.0], 0.03, 0.002, 8.0, 0.0, 0.04),
        ]
    },
    right: |&(ref v, c, g, r, i, dt)| step(v, c, g, r, i, dt),
    mistakes: &[
        gives(
            |&(ref v, c, g, r, i, dt)| dt * slopes(v, c, g, r, first(i), sealed),
            "these are the changes; the new potential is the old one plus its change.",
            "ce sont les variations ; le nouveau potentiel est l’ancien plus sa variation.",
        ),
        gives(
            |&(ref v, c, g, r, i, _)| slopes(v, c, g, r, first(i), sealed),
            "these are the slopes dV/dt; the new potential is v + dt · slope.",
            "ce sont les pentes dV/dt ; le nouveau potentiel est v + dt · pente.",
        ),
        gives(
            |(v, ..)| v.clone(),
            "nothing has changed: is the new potential written into the array that is returned?",
            "rien n’a changé : le nouveau potentiel est-il écrit dans le tableau renvoyé ?",
        ),
        gives(
            |&(ref v, c, g, r, i, dt)| step(v, c, -g, r, i, dt),
            "the sign of the leak: −g·V draws the potential back to rest.",
            "le signe de la fuite : −g·V ramène le potentiel au repos.",
        ),
        gives(|&(ref v, c, _, r, i, dt)| step(v, c, 0.0, r, i, dt), "the leak is missing.", "la fuite manque."),
        gives(
            |&(ref v, c, g, r, i, dt)| step(v, c, g, -r, i, dt),
            "the axial current flows uphill: into i from j flows (V_j − V_i)/R.",
            "le courant axial remonte la pente : de j vers i s’écoule (V_j − V_i)/R.",
        ),
        gives(
            |&(ref v, c, g, _, i, dt)| step(v, c, g, f64::INFINITY, i, dt),
            "the compartments do not feel their neighbours: the axial current is missing.",
            "les compartiments ignorent leurs voisins : le courant axial manque.",
        ),
        gives(
            |&(ref v, c, g, r, i, dt)| step(v, c, g, 1.0 / r, i, dt),
            "the axial current is the difference divided by the resistance, not multiplied by it.",
            "le courant axial est la différence divisée par la résistance, et non multipliée par elle.",
        ),
        gives(
            |&(ref v, c, g, r, i, dt)| {
                let (mut next, linked) = (step(v, c, g, f64::INFINITY, i, dt), step(v, c, g, r, i, dt));
                for k in 1..v.len() - 1 {
                    next[k] = linked[k];
                }
                next
            },
            "the two ends do not feel their neighbour: each of them has one, `if i > 0` and `if i + 1 < v.len()` apart.",
            "les deux bouts ignorent leur voisin : chacun en a un ; testez `if i > 0` et `if i + 1 < v.len()` séparément.",
        ),
        gives(
            |&(ref v, _, g, r, i, dt)| step(v, 1.0, g, r, i, dt),
            "the capacitance is missing: the sum of the currents is divided by it.",
            "la capacité manque : la somme des courants se divise par elle.",
        ),
        gives(
            |&(ref v, c, g, r, i, dt)| v + dt * slopes(v, c, g, r, |_| i, sealed),
            "the current flows into every compartment; it enters only the first, `i == 0`.",
            "le courant entre dans tous les compartiments ; il n’entre que dans le premier, `i == 0`.",
        ),
        gives(
            |&(ref v, c, g, r, i, dt)| {
                let last = |k| if k + 1 == v.len() { i } else { 0.0 };
                v + dt * slopes(v, c, g, r, last, sealed)
            },
            "the current enters at the wrong end: compartment 0.",
            "le courant entre au mauvais bout : c’est le compartiment 0.",
        ),
        gives(
            |&(ref v, c, g, r, _, dt)| step(v, c, g, r, 0.0, dt),
            "the injected current is missing.",
            "le courant injecté manque.",
        ),
        gives(
            |&(ref v, c, g, r, i, dt)| v + dt * slopes(v, c, g, r, first(i), |v, end| v[v.len() - 1 - end]),
            "the two ends are joined to a ring; an end has only one neighbour.",
            "les deux bouts sont reliés en anneau ; un bout n’a qu’un voisin.",
        ),
        gives(
            |&(ref v, c, g, r, i, dt)| v + dt * slopes(v, c, g, r, first(i), |_, _| 0.0),
            "current leaves at the ends, as if a neighbour at 0 mV were there; a sealed end has none.",
            "du courant sort par les bouts, comme s’il y avait là un voisin à 0 mV ; un bout fermé n’en a pas.",
        ),
        gives(
            |&(ref v, c, g, r, i, dt)| {
                let mut next = v.clone();
                for k in 0..v.len() {
                    next[k] += dt * slopes(&next, c, g, r, first(i), sealed)[k];
                }
                next
            },
            "new potentials are used for the neighbours: read from `v`, write into the copy.",
            "de nouveaux potentiels servent aux voisins : lisez dans `v`, écrivez dans la copie.",
        ),
        gives(
            |&(ref v, c, g, r, i, dt)| v + c * c * (step(v, c, g, r, i, dt) - v),
            "the sum of the currents is multiplied by the capacitance: divide by it.",
            "la somme des courants est multipliée par la capacité : divisez par elle.",
        ),
    ],
    lesson: text("No current leaves at the ends.", "Rien ne sort par les bouts."),
    ..Exercise::TABLE
};

fn step(v: &Array1<f64>, c: f64, g: f64, r: f64, i: f64, dt: f64) -> Array1<f64> {
    v + dt * slopes(v, c, g, r, first(i), sealed)
}

/// dV/dt of each compartment, mV/ms, with the current (nA) that enters each, and the potential (mV) that each end finds
/// where it has no neighbour.
fn slopes(
    v: &Array1<f64>,
    c: f64,
    g: f64,
    r: f64,
    injected: impl Fn(usize) -> f64,
    beyond: fn(&Array1<f64>, usize) -> f64,
) -> Array1<f64> {
    Array1::from_shape_fn(v.len(), |k| {
        let left = if k > 0 { v[k - 1] } else { beyond(v, k) };
        let right = if k + 1 < v.len() { v[k + 1] } else { beyond(v, k) };
        (-g * v[k] + (left + right - 2.0 * v[k]) / r + injected(k)) / c
    })
}

/// The current enters compartment 0.
fn first(current: f64) -> impl Fn(usize) -> f64 {
    move |k| if k == 0 { current } else { 0.0 }
}

/// Beyond a sealed end, nothing draws current.
fn sealed(v: &Array1<f64>, end: usize) -> f64 {
    v[end]
}
