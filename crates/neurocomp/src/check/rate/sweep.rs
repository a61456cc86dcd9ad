use ndarray::{Array1, array, s};

use super::{bistable, population};
use crate::check::Verdict;
use crate::check::exercise::{Accepts, Exercise, gives, in_unit, seen, text};
use crate::rate::transfer::Sigmoid;

/// A student's sweep: transfer function, weight (nA/Hz), inputs (nA), first rate (Hz); rates (Hz).
pub type Sweep = fn(Sigmoid, f64, &Array1<f64>, f64) -> Array1<f64>;

/// Exercise 7: the rate that each input leads to, starting from the rate before; within 0.5 % of r_max.
pub fn sweep(student: Sweep) -> Verdict {
    SWEEP.judge(|(p, w, inputs, r0)| student(*p, *w, inputs, *r0))
}

type Call = (Sigmoid, f64, Array1<f64>, f64);

pub(super) static SWEEP: Exercise<Call, Array1<f64>> = Exercise {
    name: "sweep",
    inputs: &["p", "w (nA/Hz)", "inputs (nA)", "r0 (Hz)"],
    answer: &[in_unit("Hz")],
    cases: || {
        let calls = |(p, w, inside): (Sigmoid, f64, [f64; 2])| {
            let level = |fraction: f64| ((inside[0] + fraction * (inside[1] - inside[0])) * 10.0).round() / 10.0;
            let inputs = Array1::from_iter([-0.4, 0.4, 1.4, 0.6, 0.4, -0.4].map(level));
            [0.0, p.r_max].map(|r0| (p, w, inputs.clone(), r0))
        };
        bistable().into_iter().flat_map(calls).collect()
    },
    right: carried,
    // The tutorial's own: Euler's method for 100 τ.
    also_right: &[|(p, w, inputs, r0)| {
        let mut r = *r0;
        inputs.mapv(|i_ext| {
            r = (0..10_000).fold(r, |r, _| r + 0.01 * (p.rate(i_ext + w * r) - r));
            r
        })
    }],
    accepts: Accepts::Within(|(p, ..), _| 0.005 * p.r_max),
    mistakes: &[
        seen(
            |(_, _, inputs, _), _, rates| rates.len() != inputs.len(),
            |_| array![],
            "one rate for each input: as many are expected as there are inputs.",
            "un taux par entrée : on en attend autant qu’il y a d’entrées.",
        ),
        gives(
            |(_, _, inputs, _)| Array1::zeros(inputs.len()),
            "all rates are 0: does the loop write into the array that the function returns?",
            "tous les taux sont nuls : la boucle écrit-elle dans le tableau que la fonction renvoie ?",
        ),
        gives(
            |(p, w, inputs, r0)| inputs.mapv(|i_ext| settled(*p, *w, i_ext, *r0)),
            "every input starts anew from the same rate: the memory is lost. Start from the rate that the input before \
             has left, and keep it in a `mut` variable.",
            "chaque entrée repart du même taux : la mémoire est perdue. Partez du taux que l’entrée précédente a laissé, \
             et gardez-le dans une variable `mut`.",
        ),
        gives(
            |call| {
                let rates = carried(call);
                Array1::from_iter([call.3].into_iter().chain(rates).take(call.2.len()))
            },
            "each rate is written down before it has settled: first `settle`, then write.",
            "chaque taux est noté avant de s’être stabilisé : d’abord `settle`, ensuite noter.",
        ),
        gives(
            |call| carried(call).slice(s![..;-1]).to_owned(),
            "the order is reversed: rate k belongs to input k.",
            "l’ordre est inversé : le taux k correspond à l’entrée k.",
        ),
    ],
    otherwise: text(
        "follow the inputs one by one, with `settle`: which rate does each one start from?",
        "suivez les entrées une à une, avec `settle` : de quel taux chacune part-elle ?",
    ),
    lesson: text(
        "The same input, another rate: the population remembers from where it came.",
        "La même entrée, un autre taux : la population se souvient d’où elle vient.",
    ),
    ..Exercise::TABLE
};

/// Each input starts from the rate that the one before has left.
fn carried((p, w, inputs, r0): &Call) -> Array1<f64> {
    let mut r = *r0;
    inputs.mapv(|i_ext| {
        r = settled(*p, *w, i_ext, r);
        r
    })
}

fn settled(p: Sigmoid, w: f64, i_ext: f64, r0: f64) -> f64 {
    population(p, w).settle(i_ext, r0).expect("the calls of the checks are valid")
}
