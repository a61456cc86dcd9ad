use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, in_unit, text};

/// Exercise 2: the potential (Σ g E + I)/Σ g at which a membrane with several batteries stays, mV.
pub fn circuit_potential(student: fn(&[f64], &[f64], f64) -> f64) -> Verdict {
    CIRCUIT_POTENTIAL.judge(|&(conductances, reversals, current)| student(conductances, reversals, current))
}

pub(super) static CIRCUIT_POTENTIAL: Exercise<(&[f64], &[f64], f64), f64> = Exercise {
    name: "circuit_potential",
    inputs: &["conductances", "reversals", "current (µA/cm²)"],
    answer: &[in_unit("mV")],
    cases: || {
        vec![
            (&[0.4, 6.5, 0.7], &[95.0, -22.0, 5.0], 0.0),
            (&[25.0, 1.5, 0.5], &[95.0, -22.0, 5.0], 18.0),
            (&[0.2, 0.8], &[50.0, -90.0], -4.0),
            (&[1.0, 2.0, 0.5, 4.0], &[-70.0, 60.0, 10.0, -85.0], 30.0),
        ]
    },
    right: |&(g, e, i)| (weighted(g, e) + i) / sum(g),
    mistakes: &[
        gives(
            |&(g, e, i)| weighted(g, e) + i,
            "this is a current, Σ g E + I; divide it by the sum of the conductances.",
            "c’est un courant, Σ g E + I ; divisez-le par la somme des conductances.",
        ),
        gives(
            |&(_, e, _)| sum(e) / e.len() as f64,
            "this is the plain mean of the batteries; each must weigh by its conductance.",
            "c’est la simple moyenne des piles ; chacune doit peser selon sa conductance.",
        ),
        gives(
            |&(g, e, i)| (weighted(g, e) + i) / g.len() as f64,
            "you divide by the number of batteries; divide by the sum of the conductances.",
            "vous divisez par le nombre de piles ; divisez par la somme des conductances.",
        ),
        gives(
            |&(g, e, _)| weighted(g, e) / sum(g),
            "the injected current is missing: it belongs in the numerator, Σ g E + I.",
            "le courant injecté manque : il va au numérateur, Σ g E + I.",
        ),
        gives(
            |&(g, e, i)| weighted(g, e) / sum(g) + i,
            "a potential and a current are added: the current, too, is divided by the sum of the conductances.",
            "un potentiel et un courant sont additionnés : le courant aussi se divise par la somme des conductances.",
        ),
        gives(
            |&(g, e, i)| (weighted(g, e) - i) / sum(g),
            "the sign of the current: injected into the cell, it raises the potential.",
            "le signe du courant : injecté dans la cellule, il fait monter le potentiel.",
        ),
        gives(
            |&(g, e, _)| {
                let resistances: Vec<f64> = g.iter().map(|g| 1.0 / g).collect();
                weighted(&resistances, e) / sum(&resistances)
            },
            "the weights are conductances, not resistances: the better conductor weighs more.",
            "les poids sont les conductances et non les résistances : le meilleur conducteur pèse le plus.",
        ),
    ],
    lesson: text(
        "The largest conductance draws the potential nearest to its own battery.",
        "La plus grande conductance attire le potentiel au plus près de sa propre pile.",
    ),
    ..Exercise::TABLE
};

fn sum(values: &[f64]) -> f64 {
    values.iter().sum()
}

/// Σ g E, µA/cm².
fn weighted(g: &[f64], e: &[f64]) -> f64 {
    g.iter().zip(e).map(|(g, e)| g * e).sum()
}
