use super::{neuron, unseen_neurons};
use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, in_unit, text};
use crate::neuron::lif::LifParams;

/// Exercise 1: V(t) = RI + (V₀ − RI) e^(−t/τ), in mV, with no threshold.
pub fn subthreshold(student: fn(LifParams, f64, f64, f64) -> f64) -> Verdict {
    SUBTHRESHOLD.judge(|&(p, v0, current, t)| student(p, v0, current, t))
}

pub(super) static SUBTHRESHOLD: Exercise<(LifParams, f64, f64, f64), f64> = Exercise {
    name: "subthreshold",
    inputs: &["p", "v0 (mV)", "current (nA)", "t (ms)"],
    answer: &[in_unit("mV")],
    cases: || {
        let calls = [(4.0, 6.5, 7.5), (-3.0, 5.0, 21.0), (2.5, -4.0, 3.0)];
        unseen_neurons().into_iter().flat_map(|p| calls.map(|(v0, current, t)| (p, v0, current, t))).collect()
    },
    right: |&(p, v0, i, t)| neuron(p).subthreshold(v0, i, t),
    also_right: &[|&(p, v0, i, t)| v0 * fade(p, t) + p.resistance * i * (1.0 - fade(p, t))],
    mistakes: &[
        gives(
            |&(p, v0, i, t)| i + (v0 - i) * fade(p, t),
            "the resistance is missing: the potential tends to R·I, not to I.",
            "la résistance manque : le potentiel tend vers R·I et non vers I.",
        ),
        gives(
            |&(p, _, i, t)| p.resistance * i * (1.0 - fade(p, t)),
            "the initial potential v0 is missing: at t = 0 the formula must give v0.",
            "le potentiel initial v0 manque : à t = 0, la formule doit donner v0.",
        ),
        gives(
            |&(p, v0, i, t)| v0 + p.resistance * i * (1.0 - fade(p, t)),
            "v0 must fade too: it is the difference v0 − R·I that is multiplied by the exponential.",
            "v0 doit s’effacer aussi : c’est la différence v0 − R·I que multiplie l’exponentielle.",
        ),
        gives(
            |&(p, v0, i, t)| v0 + (p.resistance * i - v0) * fade(p, t),
            "beginning and end are exchanged: at t = 0 the formula must give v0, and after a long time R·I.",
            "le début et la fin sont échangés : à t = 0 la formule doit donner v0, et après un temps long R·I.",
        ),
        gives(
            |&(p, v0, i, t)| p.resistance * i + (v0 - p.resistance * i) / fade(p, t),
            "the exponent has the wrong sign: the exponential must decay, e^(−t/τ).",
            "l’exposant a le mauvais signe : l’exponentielle doit décroître, e^(−t/τ).",
        ),
        gives(
            |&(p, v0, i, t)| p.resistance * i + (v0 - p.resistance * i) * (-t).exp(),
            "the time constant is missing from the exponent: −t/τ, not −t.",
            "la constante de temps manque dans l’exposant : −t/τ et non −t.",
        ),
        gives(
            |&(p, v0, i, t)| p.resistance * i + (v0 - p.resistance * i) * (-t * p.tau_m).exp(),
            "you are at R·I already: the exponent is −t/τ (a division), not −t·τ.",
            "vous êtes déjà à R·I : l’exposant est −t/τ (une division) et non −t·τ.",
        ),
        gives(
            |&(p, v0, i, t)| p.resistance * i + (v0 - p.resistance * i) * fade(p, t / 1000.0),
            "milliseconds and seconds are mixed: t and τ are both in ms.",
            "millisecondes et secondes sont mêlées : t et τ sont tous deux en ms.",
        ),
        gives(
            |&(p, v0, i, t)| p.resistance * i + v0 * fade(p, t),
            "it is the distance from the fixed point, V₀ − R·I, that decays, not V₀.",
            "c’est l’écart au point fixe, V₀ − R·I, qui décroît, et non V₀.",
        ),
        gives(
            |&(p, v0, i, t)| p.resistance * i - (v0 - p.resistance * i) / fade(p, t),
            "the minus sign is outside the exponential: `(-t / p.tau_m).exp()`, with the minus in parentheses.",
            "le signe moins est hors de l’exponentielle : `(-t / p.tau_m).exp()`, le moins entre parenthèses.",
        ),
    ],
    lesson: text(
        "The memory of V₀ fades with the time constant τ, whatever the current.",
        "Le souvenir de V₀ s’efface avec la constante de temps τ, quel que soit le courant.",
    ),
    ..Exercise::TABLE
};

fn fade(p: LifParams, t: f64) -> f64 {
    (-t / p.tau_m).exp()
}
