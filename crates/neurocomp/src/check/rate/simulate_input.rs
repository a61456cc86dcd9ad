use ndarray::{Array1, s};

use super::bistable;
use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, in_unit, text};
use crate::rate::transfer::Sigmoid;

/// A student's simulation: transfer function, weight (nA/Hz), input during each step (nA), first rate (Hz), dt (τ);
/// rates (Hz).
pub type Simulation = fn(Sigmoid, f64, &Array1<f64>, f64, f64) -> Array1<f64>;

/// Exercise 12: Euler's method under an input that changes: `input[k]` acts during step k, which leads from `r[k]` to
/// `r[k + 1]`; one rate more than there are inputs.
pub fn simulate_input(student: Simulation) -> Verdict {
    SIMULATE_INPUT.judge(|(p, w, input, r0, dt)| student(*p, *w, input, *r0, *dt))
}

type Call = (Sigmoid, f64, Array1<f64>, f64, f64);

pub(super) static SIMULATE_INPUT: Exercise<Call, Array1<f64>> = Exercise {
    name: "simulate_input",
    inputs: &["p", "w (nA/Hz)", "input (nA)", "r0 (Hz)", "dt (τ)"],
    answer: &[in_unit("Hz")],
    cases: || {
        let calls = |(p, w, inside): (Sigmoid, f64, [f64; 2])| {
            let level = |fraction: f64| ((inside[0] + fraction * (inside[1] - inside[0])) * 10.0).round() / 10.0;
            let input = Array1::from_iter([0.3, 0.5, 1.3, 0.2].map(level).into_iter().chain([0.0]));
            [(3.0, 0.2), (0.6 * p.r_max, 0.05)].map(|(r0, dt)| (p, w, input.clone(), r0, dt))
        };
        bistable().into_iter().flat_map(calls).collect()
    },
    right,
    mistakes: &[
        gives(
            |call| right(call).slice(s![..-1]).to_owned(),
            "the last rate is missing: n steps lead to n + 1 rates, the first of which is r0.",
            "le dernier taux manque : n pas mènent à n + 1 taux, dont le premier est r0.",
        ),
        gives(
            |call| right(call).slice(s![1..]).to_owned(),
            "the first rate is missing: the run begins with r0 itself.",
            "le premier taux manque : la simulation commence par r0 lui-même.",
        ),
        gives(
            |call| run(call, call.3, |k, r| r + change(call, (k + 1).min(call.2.len() - 1), r)),
            "the input is one step ahead: input[k] acts during the step from r[k] to r[k + 1].",
            "l’entrée est en avance d’un pas : input[k] agit pendant le pas de r[k] à r[k + 1].",
        ),
        gives(
            |call| run(call, call.3, |_, r| r + change(call, 0, r)),
            "the input never changes in your run: use input[k] in step k.",
            "l’entrée ne change jamais dans votre simulation : utilisez input[k] au pas k.",
        ),
        gives(
            |call| run(call, 0.0, |k, r| r + change(call, k, r)),
            "the run starts from 0 Hz; it must start from r0.",
            "la simulation part de 0 Hz ; elle doit partir de r0.",
        ),
        gives(
            |call| run(call, call.3, |k, r| r + change(call, k, r) / call.4),
            "dt is missing: a step lasts dt.",
            "dt manque : un pas dure dt.",
        ),
        gives(
            |call| run(call, call.3, |k, r| r + 0.01 * change(call, k, r) / call.4),
            "the step is 0.01, as in `relax`; here it is the argument `dt`.",
            "le pas vaut 0,01, comme dans `relax` ; ici, c’est l’argument `dt`.",
        ),
        gives(
            |call| run(call, call.3, |k, r| change(call, k, r)),
            "each new rate is the old one plus dt times the slope; the old one is missing.",
            "chaque nouveau taux est l’ancien plus dt fois la pente ; l’ancien manque.",
        ),
        gives(
            |call| run(call, call.3, |k, _| call.3 + change(call, k, call.3)),
            "every step starts from r0 again: step k starts from r[k].",
            "chaque pas repart de r0 : le pas k part de r[k].",
        ),
        gives(
            |call| run(call, call.3, |k, r| if k + 1 == call.2.len() { call.3 } else { r + change(call, k, r) }),
            "the last step is missing: the loop goes from 0 to `input.len()`, which is left out already.",
            "le dernier pas manque : la boucle va de 0 à `input.len()`, qui est déjà exclu.",
        ),
        gives(
            |call| run(call, call.3, |k, r| if k == 0 { r } else { r + change(call, k, r) }),
            "the first step is missing: the loop begins at k = 0.",
            "le premier pas manque : la boucle commence à k = 0.",
        ),
    ],
    lesson: text("Step by step, the rate follows its input.", "Pas à pas, le taux suit son entrée."),
    ..Exercise::TABLE
};

fn right(call: &Call) -> Array1<f64> {
    run(call, call.3, |k, r| r + change(call, k, r))
}

/// The rates from the first one on, given what step k makes of a rate.
fn run((_, _, input, ..): &Call, first: f64, next: impl Fn(usize, f64) -> f64) -> Array1<f64> {
    let mut r = Array1::from_elem(input.len() + 1, first);
    for k in 0..input.len() {
        r[k + 1] = next(k, r[k]);
    }
    r
}

/// By how much a rate changes in dt under the input of step k.
fn change((p, w, input, _, dt): &Call, k: usize, r: f64) -> f64 {
    dt * (p.rate(input[k] + w * r) - r)
}
