use super::unseen_sigmoids;
use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, in_unit, seen, text};
use crate::rate::transfer::Sigmoid;

/// Exercise 2: the input in nA that leads to a rate; `None` for the rates that no input leads to, from 0 Hz down and
/// from r_max up.
pub fn phi_inverse(student: fn(Sigmoid, f64) -> Option<f64>) -> Verdict {
    PHI_INVERSE.judge(|&(p, rate)| student(p, rate))
}

pub(super) static PHI_INVERSE: Exercise<(Sigmoid, f64), Option<f64>> = Exercise {
    name: "phi_inverse",
    inputs: &["p", "rate (Hz)"],
    answer: &[in_unit("nA")],
    cases: || {
        let rates =
            |p: Sigmoid| [0.1 * p.r_max, 0.8 * p.r_max, 0.0, p.r_max, -5.0, p.r_max + 20.0].map(|rate| (p, rate));
        unseen_sigmoids().into_iter().flat_map(rates).collect()
    },
    right: |&(p, r)| p.inverse(r),
    also_right: &[|&(p, r)| reached(p, r).then(|| p.i_half + y(p, r).atanh() / p.kappa)],
    mistakes: &[
        seen(
            |_, right, student| right.is_none() && student.is_some(),
            |&(p, r)| Some(p.i_half + y(p, r).atanh() / p.kappa),
            "no input leads to this rate: Φ stays above 0 and below r_max. Test this first and return `None`; otherwise \
             the atanh gives NaN or infinity.",
            "aucun courant ne mène à ce taux : Φ reste au-dessus de 0 et en dessous de r_max. Testez-le d’abord et \
             renvoyez `None` ; sinon atanh donne NaN ou l’infini.",
        ),
        seen(
            |_, right, student| right.is_some() && student.is_none(),
            |_| None,
            "this rate lies between 0 and r_max, so there is an input that leads to it. Is the comparison the right way \
             round?",
            "ce taux est entre 0 et r_max : un courant y mène. La comparaison est-elle dans le bon sens ?",
        ),
        gives(
            |&(p, r)| reached(p, r).then(|| p.i_half + y(p, r).atanh() * p.kappa),
            "divide by kappa: what Φ multiplies, its inverse divides.",
            "divisez par kappa : ce que Φ multiplie, l’inverse le divise.",
        ),
        gives(
            |&(p, r)| reached(p, r).then(|| y(p, r).atanh() / p.kappa),
            "i_half is missing: what Φ subtracts, its inverse adds.",
            "i_half manque : ce que Φ soustrait, l’inverse l’ajoute.",
        ),
        gives(
            |&(p, r)| reached(p, r).then(|| y(p, r).atanh() / p.kappa - p.i_half),
            "the sign of i_half: what Φ subtracts, its inverse adds.",
            "le signe de i_half : ce que Φ soustrait, l’inverse l’ajoute.",
        ),
        gives(
            |&(p, r)| reached(p, r).then(|| (y(p, r).atanh() + p.i_half) / p.kappa),
            "parentheses: only the atanh is divided by kappa.",
            "les parenthèses : seule l’atanh est divisée par kappa.",
        ),
        gives(
            |&(p, r)| reached(p, r).then(|| p.i_half + y(p, r).tanh() / p.kappa),
            "this is tanh; its inverse function is `.atanh()`.",
            "c’est tanh ; sa fonction réciproque s’écrit `.atanh()`.",
        ),
        gives(
            |&(p, r)| reached(p, r).then(|| p.i_half + (r / p.r_max - 1.0).atanh() / p.kappa),
            "the 2 is missing: r = r_max (1 + tanh)/2 gives tanh = 2r/r_max − 1.",
            "le 2 manque : r = r_max (1 + tanh)/2 donne tanh = 2r/r_max − 1.",
        ),
        gives(
            |&(p, r)| reached(p, r).then(|| p.i_half + (r / p.r_max).atanh() / p.kappa),
            "r = r_max (1 + tanh)/2 gives tanh = 2r/r_max − 1, not r/r_max.",
            "r = r_max (1 + tanh)/2 donne tanh = 2r/r_max − 1, et non r/r_max.",
        ),
        gives(
            |&(p, r)| reached(p, r).then(|| 1.0 / p.rate(r)),
            "this is one over Φ; the inverse function is meant, the one that undoes Φ.",
            "c’est un sur Φ ; il s’agit de la fonction réciproque, celle qui défait Φ.",
        ),
        gives(
            |&(p, r)| reached(p, r).then(|| p.i_half + (2.0 * r / (p.r_max - 1.0)).atanh() / p.kappa),
            "parentheses: first 2 r/r_max, then minus 1: `(2.0 * rate / p.r_max - 1.0).atanh()`.",
            "les parenthèses : d’abord 2 r/r_max, puis moins 1 : `(2.0 * rate / p.r_max - 1.0).atanh()`.",
        ),
    ],
    lesson: text("Also at 0 Hz, at r_max and beyond.", "Y compris à 0 Hz, à r_max et au-delà."),
    ..Exercise::TABLE
};

fn reached(p: Sigmoid, r: f64) -> bool {
    r > 0.0 && r < p.r_max
}

/// The tanh at a rate: 2r/r_max − 1.
fn y(p: Sigmoid, r: f64) -> f64 {
    2.0 * r / p.r_max - 1.0
}
