use super::{Call, population, unseen_calls};
use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, in_unit, text};
use crate::rate::transfer::Sigmoid;

/// Exercise 4: the right-hand side Φ(I_ext + w r) − r, in Hz per τ.
pub fn rate_slope(student: fn(Sigmoid, f64, f64, f64) -> f64) -> Verdict {
    RATE_SLOPE.judge(|&(p, w, i_ext, r)| student(p, w, i_ext, r))
}

pub(super) static RATE_SLOPE: Exercise<Call, f64> = Exercise {
    name: "rate_slope",
    inputs: &["p", "w (nA/Hz)", "i_ext (nA)", "r (Hz)"],
    answer: &[in_unit("Hz/τ")],
    cases: unseen_calls,
    right: |&(p, w, i_ext, r)| population(p, w).dr_dt(i_ext, r),
    also_right: &[|&(p, w, i_ext, r)| p.rate(i_ext + w * r) - r],
    mistakes: &[
        gives(
            |&(p, w, i_ext, r)| p.rate(i_ext + w * r),
            "−r is missing: the rate moves towards Φ, and rests once it is there.",
            "−r manque : le taux va vers Φ, et s’arrête une fois qu’il y est.",
        ),
        gives(
            |&(p, w, i_ext, r)| r - p.rate(i_ext + w * r),
            "the sign: if Φ is larger than r, the rate must rise.",
            "le signe : si Φ est plus grand que r, le taux doit monter.",
        ),
        gives(
            |&(p, w, i_ext, r)| p.rate(i_ext + w * r) + r,
            "a sign: r is subtracted, so that the rate decays when nothing drives it.",
            "un signe : r est soustrait, pour que le taux décroisse quand rien ne l’entraîne.",
        ),
        gives(
            |&(p, _, i_ext, r)| p.rate(i_ext) - r,
            "the feedback is missing: the input is I_ext + w r.",
            "la rétroaction manque : l’entrée est I_ext + w r.",
        ),
        gives(
            |&(p, w, i_ext, r)| p.rate(i_ext) + w * r - r,
            "the feedback is a part of the input: w r belongs inside Φ.",
            "la rétroaction fait partie de l’entrée : w r est à l’intérieur de Φ.",
        ),
        gives(
            |&(p, _, i_ext, r)| p.rate(i_ext + r) - r,
            "the weight is missing: w r, not r, is fed back.",
            "le poids manque : c’est w r, et non r, qui revient à l’entrée.",
        ),
        gives(
            |&(p, w, i_ext, r)| p.rate(i_ext + w) - r,
            "the rate is missing from the feedback: w times r.",
            "le taux manque dans la rétroaction : w multiplié par r.",
        ),
        gives(
            |&(p, w, i_ext, r)| p.rate(i_ext - w * r) - r,
            "the sign of the feedback: I_ext + w r. Inhibition is a negative w.",
            "le signe de la rétroaction : I_ext + w r. L’inhibition est un w négatif.",
        ),
    ],
    lesson: text(
        "Where it is 0 the rate stays; where it is positive the rate rises.",
        "Là où elle est nulle, le taux reste ; là où elle est positive, le taux monte.",
    ),
    ..Exercise::TABLE
};
