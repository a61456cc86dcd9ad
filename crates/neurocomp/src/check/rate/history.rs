//! Exercises 7 and 12: rates that depend on what came before.

use ndarray::Array1;

use super::{given, population};
use crate::check::case::{not_a_number, quantity};
use crate::check::list::{ListMistake, judge_list};
use crate::check::{Inputs, Verdict, about, say};
use crate::rate::transfer::Sigmoid;

/// A student's sweep: transfer function, weight (nA/Hz), inputs (nA), first rate (Hz); rates (Hz).
pub type Sweep = fn(Sigmoid, f64, &Array1<f64>, f64) -> Array1<f64>;

/// A student's simulation: transfer function, weight (nA/Hz), input during each step (nA), first rate (Hz), dt (τ);
/// rates (Hz).
pub type Simulation = fn(Sigmoid, f64, &Array1<f64>, f64, f64) -> Array1<f64>;

/// A population with two stable states, and the inputs between which it has them.
fn bistable() -> [(Sigmoid, f64, f64, f64); 2] {
    let make = |r_max, kappa, i_half, w| {
        let p = Sigmoid { r_max, kappa, i_half };
        let diagram = population(p, w).diagram_in_input(-200.0, 200.0, 100);
        let folds = diagram.expect("the range is valid").saddle_nodes;
        let [a, b] = [folds[0].parameter, folds[1].parameter];
        (p, w, a.min(b), a.max(b))
    };
    [make(200.0, 0.3, 6.0, 0.15), make(90.0, 0.25, 12.0, 0.4)]
}

fn written(values: &Array1<f64>) -> String {
    format!("&Array1::from(vec!{:?})", values.to_vec())
}

/// Exercise 7: the rate that each input leads to, starting from the rate before; within 0.5 % of r_max.
pub fn sweep(student: Sweep) -> Verdict {
    let mut n = 0;
    for (p, w, off, on) in bistable() {
        let inside = |fraction: f64| ((off + fraction * (on - off)) * 10.0).round() / 10.0;
        let through =
            Array1::from(vec![inside(-0.4), inside(0.4), inside(1.4), inside(0.6), inside(0.4), inside(-0.4)]);
        for r0 in [0.0, p.r_max] {
            if let Err(message) = judge_sweep(p, w, &through, r0, &student(p, w, &through, r0)) {
                return Verdict::fail(message);
            }
            n += 1;
        }
    }
    Verdict::pass(say(
        format!(
            "`sweep` is right in all {n} sweeps tried.\nThe same input, another rate: the population remembers from where \
             it came."
        ),
        format!(
            "`sweep` est juste dans les {n} balayages essayés.\nLa même entrée, un autre taux : la population se souvient \
             d’où elle vient."
        ),
    ))
}

fn judge_sweep(p: Sigmoid, w: f64, inputs: &Array1<f64>, r0: f64, received: &Array1<f64>) -> Result<(), String> {
    let settle = |i_ext: f64, r: f64| population(p, w).settle(i_ext, r).unwrap_or(f64::NAN);
    let mut expected = Vec::new();
    let mut r = r0;
    for &i_ext in inputs {
        r = settle(i_ext, r);
        expected.push(r);
    }
    let near = |values: &[f64]| {
        values.len() == received.len() && values.iter().zip(received).all(|(a, b)| (a - b).abs() <= 0.005 * p.r_max)
    };
    if near(&expected) {
        return Ok(());
    }
    let described = given(p).number("w", w, "nA/Hz").code("inputs", &written(inputs)).number("r0", r0, "Hz");
    let before: Vec<f64> = [r0].into_iter().chain(expected.iter().copied()).take(inputs.len()).collect();
    let backwards: Vec<f64> = expected.iter().rev().copied().collect();
    let from_r0: Vec<f64> = inputs.iter().map(|&i_ext| settle(i_ext, r0)).collect();
    let from_zero: Vec<f64> = inputs.iter().map(|&i_ext| settle(i_ext, 0.0)).collect();
    let cause = if received.len() != inputs.len() {
        say(
            format!("one rate for each input: {} are expected, you return {}.", inputs.len(), received.len()),
            format!("un taux par entrée : on en attend {}, vous en renvoyez {}.", inputs.len(), received.len()),
        )
    } else if let Some(&bad) = received.iter().find(|x| !x.is_finite()) {
        not_a_number(bad)
    } else if received.iter().all(|&r| r == 0.0) {
        say(
            "all rates are 0: does the loop write into the array that the function returns?",
            "tous les taux sont nuls : la boucle écrit-elle dans le tableau que la fonction renvoie ?",
        )
    } else if near(&from_r0) || near(&from_zero) {
        say(
            "every input starts anew from the same rate: the memory is lost. Start from the rate that the input before \
             has left, and keep it in a `mut` variable.",
            "chaque entrée repart du même taux : la mémoire est perdue. Partez du taux que l’entrée précédente a laissé, \
             et gardez-le dans une variable `mut`.",
        )
    } else if near(&before) {
        say(
            "each rate is written down before it has settled: first `settle`, then write.",
            "chaque taux est noté avant de s’être stabilisé : d’abord `settle`, ensuite noter.",
        )
    } else if near(&backwards) {
        say(
            "the order is reversed: rate k belongs to input k.",
            "l’ordre est inversé : le taux k correspond à l’entrée k.",
        )
    } else {
        say(
            "follow the inputs one by one, with `settle`: which rate does each one start from?",
            "suivez les entrées une à une, avec `settle` : de quel taux chacune part-elle ?",
        )
    };
    Err(about("sweep", &described, &shown(&expected), &shown(&received.to_vec()), &cause))
}

fn shown(rates: &[f64]) -> String {
    let list: Vec<String> = rates.iter().take(8).map(|&r| quantity(r, "")).collect();
    let more = if rates.len() > 8 { ", …" } else { "" };
    format!("[{}{more}] Hz", list.join(", "))
}

/// Exercise 12: Euler's method under an input that changes: `input[k]` acts during step k, which leads from r[k] to
/// r[k + 1]; one rate more than there are inputs.
pub fn simulate_input(student: Simulation) -> Verdict {
    let mut n = 0;
    for (p, w, off, on) in bistable() {
        let level = |fraction: f64| ((off + fraction * (on - off)) * 10.0).round() / 10.0;
        let input = Array1::from(vec![level(0.3), level(0.5), level(1.3), level(0.2), 0.0]);
        for (r0, dt) in [(3.0, 0.2), (0.6 * p.r_max, 0.05)] {
            let inputs = given(p)
                .number("w", w, "nA/Hz")
                .code("input", &written(&input))
                .number("r0", r0, "Hz")
                .number("dt", dt, "τ");
            let received = student(p, w, &input, r0, dt).to_vec();
            if let Err(message) = judge_simulation(p, w, &input, (r0, dt), &inputs, &received) {
                return Verdict::fail(message);
            }
            n += 1;
        }
    }
    Verdict::pass(say(
        format!("`simulate_input` follows its input in all {n} runs tried."),
        format!("`simulate_input` suit son entrée dans les {n} simulations essayées."),
    ))
}

fn judge_simulation(
    p: Sigmoid,
    w: f64,
    input: &Array1<f64>,
    (r0, dt): (f64, f64),
    inputs: &Inputs,
    received: &[f64],
) -> Result<(), String> {
    let last = input.len() - 1;
    let slope = |i_ext: f64, r: f64| p.rate(i_ext + w * r) - r;
    let run = |start: f64, next: &dyn Fn(usize, f64) -> f64| {
        let mut r = vec![start];
        for k in 0..input.len() {
            r.push(next(k, r[k]));
        }
        r
    };
    let expected = run(r0, &|k, r| r + dt * slope(input[k], r));
    let mistakes = [
        ListMistake::new(
            expected[..input.len()].to_vec(),
            "the last rate is missing: n steps lead to n + 1 rates, the first of which is r0.",
            "le dernier taux manque : n pas mènent à n + 1 taux, dont le premier est r0.",
        ),
        ListMistake::new(
            expected[1..].to_vec(),
            "the first rate is missing: the run begins with r0 itself.",
            "le premier taux manque : la simulation commence par r0 lui-même.",
        ),
        ListMistake::new(
            run(r0, &|k, r| r + dt * slope(input[(k + 1).min(last)], r)),
            "the input is one step ahead: input[k] acts during the step from r[k] to r[k + 1].",
            "l’entrée est en avance d’un pas : input[k] agit pendant le pas de r[k] à r[k + 1].",
        ),
        ListMistake::new(
            run(r0, &|_, r| r + dt * slope(input[0], r)),
            "the input never changes in your run: use input[k] in step k.",
            "l’entrée ne change jamais dans votre simulation : utilisez input[k] au pas k.",
        ),
        ListMistake::new(
            run(0.0, &|k, r| r + dt * slope(input[k], r)),
            "the run starts from 0 Hz; it must start from r0.",
            "la simulation part de 0 Hz ; elle doit partir de r0.",
        ),
        ListMistake::new(
            run(r0, &|k, r| r + slope(input[k], r)),
            "dt is missing: a step lasts dt.",
            "dt manque : un pas dure dt.",
        ),
        ListMistake::new(
            run(r0, &|k, r| dt * slope(input[k], r)),
            "each new rate is the old one plus dt times the slope; the old one is missing.",
            "chaque nouveau taux est l’ancien plus dt fois la pente ; l’ancien manque.",
        ),
        ListMistake::new(
            run(r0, &|k, _| r0 + dt * slope(input[k], r0)),
            "every step starts from r0 again: step k starts from r[k].",
            "chaque pas repart de r0 : le pas k part de r[k].",
        ),
    ];
    judge_list("simulate_input", inputs, &expected, received, "Hz", &mistakes)
}
