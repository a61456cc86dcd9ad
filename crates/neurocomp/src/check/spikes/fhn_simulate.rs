use ndarray::Array1;

use super::{NEURONS, dv, dw, fhn_euler, fhn_path};
use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, part, text};
use crate::neuron::fitzhugh_nagumo::FitzHughNagumoParams;

/// V and W at the times 0, dt, 2·dt ….
pub type FhnPath = (Array1<f64>, Array1<f64>);

/// A student's simulator: parameters, V(0), W(0), I, dt, duration.
pub type FhnSimulator = fn(FitzHughNagumoParams, f64, f64, f64, f64, f64) -> FhnPath;

/// Exercise 3: V and W at the times 0, dt, 2·dt … by Euler's method, both steps from the old values.
pub fn fhn_simulate(student: FhnSimulator) -> Verdict {
    FHN_SIMULATE.judge(|&(p, v0, w0, current, dt, duration)| student(p, v0, w0, current, dt, duration))
}

pub(super) static FHN_SIMULATE: Exercise<(FitzHughNagumoParams, f64, f64, f64, f64, f64), FhnPath> = Exercise {
    name: "fhn_simulate",
    inputs: &["p", "v0", "w0", "current", "dt", "duration"],
    answer: &[part("", "first array: V", "premier tableau : V"), part("", "second array: W", "second tableau : W")],
    cases: || {
        vec![
            (NEURONS[0], 0.5, 0.2, 0.6, 0.25, 1.5),
            (NEURONS[1], -1.4, -0.3, 1.2, 0.5, 6.0),
            (NEURONS[0], 1.1, 0.9, 0.0, 0.1, 3.0),
        ]
    },
    right: |&(p, v0, w0, i, dt, duration)| fhn_euler(p, (v0, w0), i, dt, duration),
    mistakes: &[
        gives(
            |&(_, v0, w0, _, dt, duration)| fhn_path((v0, w0), dt, duration, |v, w| (v, w)),
            "nothing moves: each round of the loop must write `v[k + 1]` and `w[k + 1]`.",
            "rien ne bouge : chaque tour de boucle doit écrire `v[k + 1]` et `w[k + 1]`.",
        ),
        gives(
            |&(p, v0, w0, i, dt, duration)| {
                fhn_path((v0, w0), dt, duration, |v, w| {
                    let new = v + dt * dv(v, w, i);
                    (new, w + dt * dw(p, new, w))
                })
            },
            "W is moved by the new V: take both slopes first, at the old V and the old W, and then both steps.",
            "W avance avec le nouveau V : prenez d’abord les deux pentes, à l’ancien V et à l’ancien W, puis faites les deux pas.",
        ),
        gives(
            |&(p, v0, w0, i, dt, duration)| fhn_path((v0, w0), dt, duration, |v, w| (v + dv(v, w, i), w + dw(p, v, w))),
            "dt is missing: in a step of dt, a variable changes by dt times its slope.",
            "dt manque : pendant un pas dt, une variable varie de dt fois sa pente.",
        ),
        gives(
            |&(p, v0, w0, i, dt, duration)| {
                fhn_path((v0, w0), dt, duration, |v, w| (dt * dv(v, w, i), dt * dw(p, v, w)))
            },
            "these are changes; the new value is the old one plus its change.",
            "ce sont des variations ; la nouvelle valeur est l’ancienne plus sa variation.",
        ),
        gives(
            |&(_, v0, w0, i, dt, duration)| fhn_path((v0, w0), dt, duration, |v, w| (v + dt * dv(v, w, i), w)),
            "W does not move: it needs a step of its own.",
            "W ne bouge pas : il lui faut aussi un pas.",
        ),
        gives(
            |&(p, v0, w0, _, dt, duration)| fhn_euler(p, (v0, w0), 0.0, dt, duration),
            "the current is missing: hand `current` on to `fhn_slope`.",
            "le courant manque : transmettez `current` à `fhn_slope`.",
        ),
        gives(
            |&(_, v0, w0, i, dt, duration)| fhn_euler(FitzHughNagumoParams::default(), (v0, w0), i, dt, duration),
            "this is the neuron of the course: hand `p` on to `fhn_slope`.",
            "c’est le neurone du cours : transmettez `p` à `fhn_slope`.",
        ),
        gives(
            |&(p, v0, w0, i, dt, duration)| {
                let (v, w) = fhn_euler(p, (v0, w0), i, dt, duration);
                (w, v)
            },
            "V and W are exchanged: return V first, then W.",
            "V et W sont échangés : renvoyez V d’abord, puis W.",
        ),
        gives(
            |&(p, v0, w0, i, dt, duration)| {
                fhn_path((v0, w0), dt, duration, |v, w| (v + dt * dv(v0, w0, i), w + dt * dw(p, v0, w0)))
            },
            "every step has the slopes of the beginning: take them at `v[k]` and `w[k]`, where the step starts.",
            "chaque pas a les pentes du départ : prenez-les en `v[k]` et `w[k]`, là où le pas commence.",
        ),
    ],
    lesson: text(
        "It moves both variables together, each from where both were before.",
        "Elle fait avancer les deux variables ensemble, chacune à partir de l’état précédent des deux.",
    ),
    ..Exercise::TABLE
};
