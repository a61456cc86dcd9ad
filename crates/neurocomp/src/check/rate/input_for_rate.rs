use super::{WEIGHTS, unseen_sigmoids};
use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, in_unit, seen, text};
use crate::rate::transfer::Sigmoid;

/// Exercise 5: the external input Φ⁻¹(r) − w r, in nA, at which the rate r is a fixed point; `None` if there is none.
pub fn input_for_rate(student: fn(Sigmoid, f64, f64) -> Option<f64>) -> Verdict {
    INPUT_FOR_RATE.judge(|&(p, w, r)| student(p, w, r))
}

/// Excitation first: only with it does the inverse of w r exist, by which a mistake is seen.
pub(super) static INPUT_FOR_RATE: Exercise<(Sigmoid, f64, f64), Option<f64>> = Exercise {
    name: "input_for_rate",
    inputs: &["p", "w (nA/Hz)", "r (Hz)"],
    answer: &[in_unit("nA")],
    cases: || {
        let rates = |p: Sigmoid, w| [0.15, 0.6, 0.0, 1.0].map(|fraction| (p, w, fraction * p.r_max));
        let calls = |p| WEIGHTS.into_iter().rev().flat_map(move |w| rates(p, w));
        unseen_sigmoids().into_iter().flat_map(calls).collect()
    },
    right: |&(p, w, r)| p.inverse(r).map(|input| input - w * r),
    mistakes: &[
        seen(
            |_, right, student| right.is_none() && student.is_some(),
            |&(p, w, r)| Some(p.inverse(r).unwrap_or(0.0) - w * r),
            "this rate is not between 0 and r_max: Φ never gives it, so your `phi_inverse` returns `None`, and so must \
             this function.",
            "ce taux n’est pas entre 0 et r_max : Φ ne le donne jamais, votre `phi_inverse` renvoie `None`, et cette \
             fonction aussi doit le faire.",
        ),
        seen(
            |_, right, student| right.is_some() && student.is_none(),
            |_| None,
            "this rate lies between 0 and r_max: there is an input that keeps it.",
            "ce taux est entre 0 et r_max : il existe un courant qui le maintient.",
        ),
        gives(
            |&(p, _, r)| p.inverse(r),
            "this is the total input I_ext + w r; subtract what the population gives itself.",
            "c’est l’entrée totale I_ext + w r ; soustrayez ce que la population se donne à elle-même.",
        ),
        gives(
            |&(p, w, r)| p.inverse(r).map(|input| input + w * r),
            "the sign of w r: Φ⁻¹(r) = I_ext + w r, to be solved for I_ext.",
            "le signe de w r : Φ⁻¹(r) = I_ext + w r, à résoudre pour I_ext.",
        ),
        gives(
            |&(p, _, r)| p.inverse(r).map(|input| input - r),
            "the weight is missing: subtract w r, not r.",
            "le poids manque : soustrayez w r et non r.",
        ),
        gives(
            |&(p, w, r)| p.inverse(r).map(|input| input - w),
            "the rate is missing: subtract w r, not w.",
            "le taux manque : soustrayez w r et non w.",
        ),
        gives(
            |&(p, w, r)| p.inverse(w * r),
            "Φ gives r, not w r: take the inverse of r, then subtract w r.",
            "Φ donne r et non w r : prenez l’inverse de r, puis soustrayez w r.",
        ),
    ],
    lesson: text(
        "One formula gives all fixed points, stable or not.",
        "Une seule formule donne tous les points fixes, stables ou non.",
    ),
    ..Exercise::TABLE
};
