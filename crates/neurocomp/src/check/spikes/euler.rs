use ndarray::{Array1, s};

use super::path;
use crate::check::Verdict;
use crate::check::argument::Function;
use crate::check::exercise::{Exercise, gives, text};
use crate::integrate;

/// A student's method of Euler: slope f(t, x), x(0), dt, duration.
pub type EulerMethod = fn(fn(f64, f64) -> f64, f64, f64, f64) -> Array1<f64>;

/// Exercise 11: Euler's method for any equation dx/dt = slope(t, x).
pub fn euler(student: EulerMethod) -> Verdict {
    EULER.judge(|&(slope, x0, dt, duration)| student(slope.0, x0, dt, duration))
}

type Slope = Function<fn(f64, f64) -> f64>;

pub(super) static EULER: Exercise<(Slope, f64, f64, f64), Array1<f64>> = Exercise {
    name: "euler",
    inputs: &["slope", "x0", "dt", "duration"],
    cases: || {
        vec![
            (Function(|t, x| 0.3 * t - 0.5 * x, "|t, x| 0.3 * t - 0.5 * x"), 2.0, 0.25, 1.5),
            (Function(|t, _x| 1.0 + 2.0 * t, "|t, _x| 1.0 + 2.0 * t"), -1.0, 0.5, 3.0),
            (Function(|_t, x| x * (1.5 - x), "|_t, x| x * (1.5 - x)"), 0.2, 0.2, 1.0),
        ]
    },
    right: |&(Function(slope, _), x0, dt, duration)| path(x0, dt, duration, |k, x| x + dt * slope(k as f64 * dt, x)),
    also_right: &[|&(Function(slope, _), x0, dt, duration)| {
        let solution = integrate::euler(|t, [x]| [slope(t, x)], [x0], dt, duration);
        solution.expect("the equations of the checks are valid").x.column(0).to_owned()
    }],
    mistakes: &[
        gives(
            |&(_, x0, dt, duration)| path(x0, dt, duration, |_, x| x),
            "x does not move: each round of the loop must write `x[k + 1]`.",
            "x ne bouge pas : chaque tour de boucle doit écrire `x[k + 1]`.",
        ),
        gives(
            |&(Function(slope, _), x0, dt, duration)| path(x0, dt, duration, |k, x| x + dt * slope(k as f64, x)),
            "k is the number of the step, not the time: the time is k·dt.",
            "k est le numéro du pas et non le temps : le temps est k·dt.",
        ),
        gives(
            |&(Function(slope, _), x0, dt, duration)| {
                path(x0, dt, duration, |k, x| x + dt * slope((k + 1) as f64 * dt, x))
            },
            "the slope is taken at the end of the step: Euler's method takes it at the beginning, at t = k·dt.",
            "la pente est prise à la fin du pas : la méthode d’Euler la prend au début, à t = k·dt.",
        ),
        gives(
            |&(Function(slope, _), x0, dt, duration)| path(x0, dt, duration, |_, x| x + dt * slope(0.0, x)),
            "the time never advances: the slope is asked for at t = 0 in every step.",
            "le temps n’avance pas : la pente est demandée à t = 0 à chaque pas.",
        ),
        gives(
            |&(Function(slope, _), x0, dt, duration)| path(x0, dt, duration, |k, x| x + dt * slope(x, k as f64 * dt)),
            "the two arguments are exchanged: it is `slope(t, x)`, the time first.",
            "les deux arguments sont échangés : c’est `slope(t, x)`, le temps d’abord.",
        ),
        gives(
            |&(Function(slope, _), x0, dt, duration)| path(x0, dt, duration, |k, x| x + slope(k as f64 * dt, x)),
            "dt is missing: in a step of dt, x changes by dt times the slope.",
            "dt manque : pendant un pas dt, x varie de dt fois la pente.",
        ),
        gives(
            |&(Function(slope, _), x0, dt, duration)| path(x0, dt, duration, |k, x| dt * slope(k as f64 * dt, x)),
            "this is the change of x in each step; the new value is the old one plus the change.",
            "c’est la variation de x à chaque pas ; la nouvelle valeur est l’ancienne plus la variation.",
        ),
        gives(
            |&(Function(slope, _), x0, dt, duration)| path(x0, dt, duration, |k, x| x + dt * slope(k as f64 * dt, x0)),
            "every step has the slope at x0: take it at `x[k]`, where the step starts.",
            "chaque pas a la pente en x0 : prenez-la en `x[k]`, là où le pas commence.",
        ),
        gives(
            |case| (EULER.right)(case).slice(s![..-1]).to_owned(),
            "one value is missing: n steps lead from the first value, at t = 0, to value n + 1.",
            "il manque une valeur : n pas mènent de la première valeur, à t = 0, à la valeur n + 1.",
        ),
        gives(
            |&(Function(slope, _), x0, dt, duration)| path(x0, dt, duration, |_, x| x + dt * slope(dt, x)),
            "every step has the slope of the time dt: step k begins at k·dt.",
            "chaque pas a la pente du temps dt : le pas k commence à k·dt.",
        ),
    ],
    lesson: text(
        "It solves any equation of one variable, with a slope that depends on t, on x, or on both.",
        "Elle résout toute équation à une variable, que la pente dépende de t, de x ou des deux.",
    ),
    ..Exercise::TABLE
};
