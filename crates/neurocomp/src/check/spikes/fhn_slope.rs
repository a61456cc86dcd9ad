use super::{NEURONS, dv, dw};
use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, part, text};
use crate::neuron::fitzhugh_nagumo::FitzHughNagumoParams;

/// Exercise 2: the slopes dV/dt = V − V³/3 − W + I and dW/dt = ε (V + a − b W), in this order.
pub fn fhn_slope(student: fn(FitzHughNagumoParams, f64, f64, f64) -> (f64, f64)) -> Verdict {
    FHN_SLOPE.judge(|&(p, v, w, current)| student(p, v, w, current))
}

pub(super) static FHN_SLOPE: Exercise<(FitzHughNagumoParams, f64, f64, f64), (f64, f64)> = Exercise {
    name: "fhn_slope",
    inputs: &["p", "v", "w", "current"],
    answer: &[
        part("", "first number: dV/dt", "premier nombre : dV/dt"),
        part("", "second number: dW/dt", "second nombre : dW/dt"),
    ],
    cases: || {
        let states = [(1.5, 0.4, 0.3), (-0.8, 1.1, 2.5), (2.2, -0.7, -0.6)];
        NEURONS.into_iter().flat_map(|p| states.map(|(v, w, current)| (p, v, w, current))).collect()
    },
    right: |&(p, v, w, i)| (dv(v, w, i), dw(p, v, w)),
    mistakes: &[
        gives(
            |&(p, v, w, i)| (v - v.powi(3) - w + i, dw(p, v, w)),
            "the cube is not divided by 3.",
            "le cube n’est pas divisé par 3.",
        ),
        gives(
            |&(p, v, w, i)| (v - v.powi(2) / 3.0 - w + i, dw(p, v, w)),
            "this is the square of V; the equation has its cube, `v.powi(3)`.",
            "c’est le carré de V ; l’équation contient son cube, `v.powi(3)`.",
        ),
        gives(
            |&(p, v, w, i)| (v + v.powi(3) / 3.0 - w + i, dw(p, v, w)),
            "the cube has the wrong sign: it is what stops V from running away.",
            "le cube a le mauvais signe : c’est lui qui empêche V de s’emballer.",
        ),
        gives(
            |&(p, v, w, i)| (dv(v, -w, i), dw(p, v, w)),
            "W has the wrong sign: the recovery pulls V down.",
            "W a le mauvais signe : la récupération tire V vers le bas.",
        ),
        gives(|&(p, v, w, _)| (dv(v, w, 0.0), dw(p, v, w)), "the current I is missing.", "le courant I manque."),
        gives(
            |&(p, v, w, i)| (dv(v, w, -i), dw(p, v, w)),
            "the current I has the wrong sign: it pushes V up.",
            "le courant I a le mauvais signe : il pousse V vers le haut.",
        ),
        gives(
            |&(p, v, w, i)| ((v - v.powi(3)) / 3.0 - w + i, dw(p, v, w)),
            "only the cube is divided by 3, not V: mind the parentheses.",
            "seul le cube est divisé par 3, pas V : attention aux parenthèses.",
        ),
        gives(
            |&(p, v, w, i)| (dw(p, v, w), dv(v, w, i)),
            "the two slopes are exchanged: dV/dt first, then dW/dt.",
            "les deux pentes sont échangées : dV/dt d’abord, puis dW/dt.",
        ),
        gives(
            |&(_, v, w, i)| (dv(v, w, i), dw(FitzHughNagumoParams::default(), v, w)),
            "you use 0.08, 0.7 and 0.8, the numbers of the course: take this neuron's `p.epsilon`, `p.a`, `p.b`.",
            "vous utilisez 0,08, 0,7 et 0,8, les nombres du cours : prenez ceux de ce neurone, `p.epsilon`, `p.a`, `p.b`.",
        ),
        gives(
            |&(p, v, w, i)| (dv(v, w, i), v + p.a - p.b * w),
            "the factor ε is missing: without it W would be as fast as V.",
            "le facteur ε manque : sans lui, W serait aussi rapide que V.",
        ),
        gives(
            |&(p, v, w, i)| (dv(v, w, i), p.epsilon * v + p.a - p.b * w),
            "ε multiplies the whole sum (V + a − b W), not V alone.",
            "ε multiplie toute la parenthèse (V + a − b W) et non V seul.",
        ),
        gives(
            |&(p, v, w, i)| (dv(v, w, i), p.epsilon * (v + p.a + p.b * w)),
            "W has the wrong sign: the recovery holds itself back.",
            "W a le mauvais signe : la récupération se freine elle-même.",
        ),
        gives(
            |&(p, v, w, i)| (dv(v, w, i), p.epsilon * (v + p.a - w)),
            "the factor b is missing.",
            "le facteur b manque.",
        ),
        gives(|&(p, v, w, i)| (dv(v, w, i), p.epsilon * (v - p.b * w)), "a is missing.", "a manque."),
        gives(
            |&(p, v, w, i)| (dv(v, w, i), p.epsilon * (v - p.a - p.b * w)),
            "a has the wrong sign.",
            "a a le mauvais signe.",
        ),
        gives(
            |&(p, v, w, i)| (i - w, dw(p, v, w)),
            "3 V is not the cube of V: `v.powi(3)`.",
            "3 V n’est pas le cube de V : `v.powi(3)`.",
        ),
    ],
    lesson: text(
        "Two numbers, V and W, decide about everything that follows: the model has no other memory.",
        "Deux nombres, V et W, décident de tout ce qui suit : le modèle n’a pas d’autre mémoire.",
    ),
    ..Exercise::TABLE
};
