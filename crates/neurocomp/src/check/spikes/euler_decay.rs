use ndarray::{Array1, s};

use super::path;
use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, text};

/// Exercise 1: x at the times 0, dt, 2·dt … of dx/dt = −x/τ by Euler's method; one value more than there are steps.
pub fn euler_decay(student: fn(f64, f64, f64, f64) -> Array1<f64>) -> Verdict {
    EULER_DECAY.judge(|&(x0, tau, dt, duration)| student(x0, tau, dt, duration))
}

pub(super) static EULER_DECAY: Exercise<(f64, f64, f64, f64), Array1<f64>> = Exercise {
    name: "euler_decay",
    inputs: &["x0", "tau (ms)", "dt (ms)", "duration (ms)"],
    cases: || vec![(3.5, 4.0, 0.5, 2.5), (-20.0, 12.0, 1.5, 9.0), (8.0, 2.5, 0.25, 1.0)],
    right: |&(x0, tau, dt, duration)| path(x0, dt, duration, |_, x| x - dt * x / tau),
    also_right: &[|&(x0, tau, dt, duration)| {
        path(x0, dt, duration, |k, _| x0 * (1.0 - dt / tau).powi(k as i32 + 1)) // The closed form.
    }],
    mistakes: &[
        gives(
            |&(x0, _, dt, duration)| path(x0, dt, duration, |_, x| x),
            "x does not move: each round of the loop must write `x[k + 1]`, not only read `x[k]`.",
            "x ne bouge pas : chaque tour de boucle doit écrire `x[k + 1]` et pas seulement lire `x[k]`.",
        ),
        gives(
            |&(x0, tau, dt, duration)| path(x0, dt, duration, |_, x| x * (-dt / tau).exp()),
            "this is the exact solution. Euler's method does not know it: it adds dt times the slope, again and again.",
            "c’est la solution exacte. La méthode d’Euler ne la connaît pas : elle ajoute dt fois la pente, encore et encore.",
        ),
        gives(
            |&(x0, tau, dt, duration)| path(x0, dt, duration, |_, x| x + dt * x / tau),
            "x runs away from 0: the slope is −x/τ, with a minus sign.",
            "x s’éloigne de 0 : la pente est −x/τ, avec un signe moins.",
        ),
        gives(
            |&(x0, tau, dt, duration)| path(x0, dt, duration, |_, x| x - x / tau),
            "dt is missing: in a step of dt, x changes by dt times the slope.",
            "dt manque : pendant un pas dt, x varie de dt fois la pente.",
        ),
        gives(
            |&(x0, _, dt, duration)| path(x0, dt, duration, |_, x| x - dt * x),
            "the time constant is missing: the slope is −x/τ.",
            "la constante de temps manque : la pente est −x/τ.",
        ),
        gives(
            |&(x0, tau, dt, duration)| path(x0, dt, duration, |_, x| x - dt * x * tau),
            "you multiply by τ: the slope is −x divided by τ.",
            "vous multipliez par τ : la pente est −x divisé par τ.",
        ),
        gives(
            |&(x0, tau, dt, duration)| path(x0, dt, duration, |_, x| -dt * x / tau),
            "this is the change of x in each step; the new value is the old one plus the change.",
            "c’est la variation de x à chaque pas ; la nouvelle valeur est l’ancienne plus la variation.",
        ),
        gives(
            |&(x0, tau, dt, duration)| path(x0, dt, duration, |_, x| x - dt * x0 / tau),
            "every step has the slope of the beginning: take the slope at `x[k]`, where the step starts, not at x0.",
            "chaque pas a la pente du début : prenez la pente en `x[k]`, là où le pas commence, et non en x0.",
        ),
        gives(
            |case| (EULER_DECAY.right)(case).slice(s![..-1]).to_owned(),
            "one value is missing: n steps lead from the first value, at t = 0, to value n + 1.",
            "il manque une valeur : n pas mènent de la première valeur, à t = 0, à la valeur n + 1.",
        ),
    ],
    lesson: text(
        "It takes all its steps as Euler would, with any τ and dt.\n\
         Each step multiplies x by 1 − dt/τ: remember this when you look at large steps.",
        "Elle fait tous ses pas comme Euler, quels que soient τ et dt.\n\
         Chaque pas multiplie x par 1 − dt/τ : souvenez-vous-en quand vous regarderez de grands pas.",
    ),
    ..Exercise::TABLE
};
