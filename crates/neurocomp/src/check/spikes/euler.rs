//! Exercises on Euler's method: one variable that decays, and any slope.

use ndarray::Array1;

use super::steps;
use crate::check::list::{ListMistake, judge_list};
use crate::check::{Inputs, Verdict, say};

/// A student's method of Euler: slope f(t, x), x(0), dt, duration.
pub type EulerMethod = fn(fn(f64, f64) -> f64, f64, f64, f64) -> Array1<f64>;

/// Exercise 1: x at the times 0, dt, 2·dt … of dx/dt = −x/τ by Euler's method; one value more than there are steps.
pub fn euler_decay(student: fn(f64, f64, f64, f64) -> Array1<f64>) -> Verdict {
    let mut results = Vec::new();
    for (x0, tau, dt, duration) in [(3.5, 4.0, 0.5, 2.5), (-20.0, 12.0, 1.5, 9.0), (8.0, 2.5, 0.25, 1.0)] {
        let inputs = Inputs::new()
            .number("x0", x0, "")
            .number("tau", tau, "ms")
            .number("dt", dt, "ms")
            .number("duration", duration, "ms");
        let n = steps(duration, dt);
        results.push(judge_list(
            "euler_decay",
            &inputs,
            &powers(x0, 1.0 - dt / tau, n),
            &student(x0, tau, dt, duration).to_vec(),
            "",
            &decay_mistakes(x0, tau, dt, n),
        ));
    }
    Verdict::first_failure(
        results,
        say(
            "`euler_decay` takes all its steps as Euler would, with any τ and dt.\n\
             Each step multiplies x by 1 − dt/τ: remember this when you look at large steps.",
            "`euler_decay` fait tous ses pas comme Euler, quels que soient τ et dt.\n\
             Chaque pas multiplie x par 1 − dt/τ : souvenez-vous-en quand vous regarderez de grands pas.",
        ),
    )
}

/// x₀, x₀·factor, x₀·factor² …, n steps.
fn powers(x0: f64, factor: f64, n: usize) -> Vec<f64> {
    (0..=n).map(|k| x0 * factor.powi(k as i32)).collect()
}

fn decay_mistakes(x0: f64, tau: f64, dt: f64, n: usize) -> Vec<ListMistake> {
    let right = powers(x0, 1.0 - dt / tau, n);
    vec![
        ListMistake::new(
            vec![x0; n + 1],
            "x does not move: each round of the loop must write `x[k + 1]`, not only read `x[k]`.",
            "x ne bouge pas : chaque tour de boucle doit écrire `x[k + 1]` et pas seulement lire `x[k]`.",
        ),
        ListMistake::new(
            powers(x0, (-dt / tau).exp(), n),
            "this is the exact solution. Euler's method does not know it: it adds dt times the slope, again and again.",
            "c’est la solution exacte. La méthode d’Euler ne la connaît pas : elle ajoute dt fois la pente, encore et encore.",
        ),
        ListMistake::new(
            powers(x0, 1.0 + dt / tau, n),
            "x runs away from 0: the slope is −x/τ, with a minus sign.",
            "x s’éloigne de 0 : la pente est −x/τ, avec un signe moins.",
        ),
        ListMistake::new(
            powers(x0, 1.0 - 1.0 / tau, n),
            "dt is missing: in a step of dt, x changes by dt times the slope.",
            "dt manque : pendant un pas dt, x varie de dt fois la pente.",
        ),
        ListMistake::new(
            powers(x0, 1.0 - dt, n),
            "the time constant is missing: the slope is −x/τ.",
            "la constante de temps manque : la pente est −x/τ.",
        ),
        ListMistake::new(
            powers(x0, 1.0 - dt * tau, n),
            "you multiply by τ: the slope is −x divided by τ.",
            "vous multipliez par τ : la pente est −x divisé par τ.",
        ),
        ListMistake::new(
            powers(x0, -dt / tau, n),
            "this is the change of x in each step; the new value is the old one plus the change.",
            "c’est la variation de x à chaque pas ; la nouvelle valeur est l’ancienne plus la variation.",
        ),
        ListMistake::new(
            (0..=n).map(|k| x0 * (1.0 - k as f64 * dt / tau)).collect(),
            "every step has the slope of the beginning: take the slope at `x[k]`, where the step starts, not at x0.",
            "chaque pas a la pente du début : prenez la pente en `x[k]`, là où le pas commence, et non en x0.",
        ),
        ListMistake::new(
            right[..n].to_vec(),
            "one value is missing: n steps lead from the first value, at t = 0, to value n + 1.",
            "il manque une valeur : n pas mènent de la première valeur, à t = 0, à la valeur n + 1.",
        ),
    ]
}

/// A slope as a function and as it is written in Rust.
struct Slope {
    rust: &'static str,
    at: fn(f64, f64) -> f64,
    x0: f64,
    dt: f64,
    duration: f64,
}

const SLOPES: [Slope; 3] = [
    Slope { rust: "|t, x| 0.3 * t - 0.5 * x", at: |t, x| 0.3 * t - 0.5 * x, x0: 2.0, dt: 0.25, duration: 1.5 },
    Slope { rust: "|t, _x| 1.0 + 2.0 * t", at: |t, _x| 1.0 + 2.0 * t, x0: -1.0, dt: 0.5, duration: 3.0 },
    Slope { rust: "|_t, x| x * (1.5 - x)", at: |_t, x| x * (1.5 - x), x0: 0.2, dt: 0.2, duration: 1.0 },
];

/// Exercise 11: Euler's method for any equation dx/dt = slope(t, x).
pub fn euler(student: EulerMethod) -> Verdict {
    let results = SLOPES.iter().map(|case| {
        let inputs = Inputs::new().code("slope", case.rust).number("x0", case.x0, "").number("dt", case.dt, "").number(
            "duration",
            case.duration,
            "",
        );
        let received = student(case.at, case.x0, case.dt, case.duration).to_vec();
        judge_list("euler", &inputs, &path(case, right_step), &received, "", &slope_mistakes(case))
    });
    Verdict::first_failure(
        results,
        say(
            "`euler` solves any equation of one variable, with a slope that depends on t, on x, or on both.",
            "`euler` résout toute équation à une variable, que la pente dépende de t, de x ou des deux.",
        ),
    )
}

/// How to come from x at step k to x one step later, given f, dt and x₀.
type Step = fn(&Slope, usize, f64) -> f64;

fn right_step(case: &Slope, k: usize, x: f64) -> f64 {
    x + case.dt * (case.at)(k as f64 * case.dt, x)
}

fn path(case: &Slope, step: Step) -> Vec<f64> {
    let mut x = vec![case.x0];
    for k in 0..steps(case.duration, case.dt) {
        x.push(step(case, k, x[k]));
    }
    x
}

fn slope_mistakes(case: &Slope) -> Vec<ListMistake> {
    let right = path(case, right_step);
    let wrong = |step: Step, english: &str, french: &str| ListMistake::new(path(case, step), english, french);
    vec![
        wrong(
            |_, _, x| x,
            "x does not move: each round of the loop must write `x[k + 1]`.",
            "x ne bouge pas : chaque tour de boucle doit écrire `x[k + 1]`.",
        ),
        wrong(
            |case, k, x| x + case.dt * (case.at)(k as f64, x),
            "k is the number of the step, not the time: the time is k·dt.",
            "k est le numéro du pas et non le temps : le temps est k·dt.",
        ),
        wrong(
            |case, k, x| x + case.dt * (case.at)((k + 1) as f64 * case.dt, x),
            "the slope is taken at the end of the step: Euler's method takes it at the beginning, at t = k·dt.",
            "la pente est prise à la fin du pas : la méthode d’Euler la prend au début, à t = k·dt.",
        ),
        wrong(
            |case, _, x| x + case.dt * (case.at)(0.0, x),
            "the time never advances: the slope is asked for at t = 0 in every step.",
            "le temps n’avance pas : la pente est demandée à t = 0 à chaque pas.",
        ),
        wrong(
            |case, k, x| x + case.dt * (case.at)(x, k as f64 * case.dt),
            "the two arguments are exchanged: it is slope(t, x), the time first.",
            "les deux arguments sont échangés : c’est slope(t, x), le temps d’abord.",
        ),
        wrong(
            |case, k, x| x + (case.at)(k as f64 * case.dt, x),
            "dt is missing: in a step of dt, x changes by dt times the slope.",
            "dt manque : pendant un pas dt, x varie de dt fois la pente.",
        ),
        wrong(
            |case, k, x| case.dt * (case.at)(k as f64 * case.dt, x),
            "this is the change of x in each step; the new value is the old one plus the change.",
            "c’est la variation de x à chaque pas ; la nouvelle valeur est l’ancienne plus la variation.",
        ),
        wrong(
            |case, k, x| x + case.dt * (case.at)(k as f64 * case.dt, case.x0),
            "every step has the slope at x0: take it at `x[k]`, where the step starts.",
            "chaque pas a la pente en x0 : prenez-la en `x[k]`, là où le pas commence.",
        ),
        ListMistake::new(
            right[..right.len() - 1].to_vec(),
            "one value is missing: n steps lead from the first value, at t = 0, to value n + 1.",
            "il manque une valeur : n pas mènent de la première valeur, à t = 0, à la valeur n + 1.",
        ),
    ]
}
