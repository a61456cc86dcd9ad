use super::unseen_sigmoids;
use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, in_unit, text};
use crate::rate::transfer::Sigmoid;

/// Exercise 1: Φ(I) = r_max (1 + tanh κ(I − I_half))/2, in Hz.
pub fn phi(student: fn(Sigmoid, f64) -> f64) -> Verdict {
    PHI.judge(|&(p, current)| student(p, current))
}

pub(super) static PHI: Exercise<(Sigmoid, f64), f64> = Exercise {
    name: "phi",
    inputs: &["p", "current (nA)"],
    answer: &[in_unit("Hz")],
    cases: || {
        let currents = |p: Sigmoid| [-4.0, -0.5, 2.5].map(|distance| (p, p.i_half + distance));
        unseen_sigmoids().into_iter().flat_map(currents).collect()
    },
    right: |&(p, i)| p.rate(i),
    also_right: &[|&(p, i)| p.r_max * (1.0 + x(p, i).tanh()) / 2.0, |&(p, i)| p.r_max / (1.0 + (-2.0 * x(p, i)).exp())],
    mistakes: &[
        gives(
            |&(p, i)| p.r_max * (1.0 + x(p, i).tanh()),
            "the half is missing: 1 + tanh goes up to 2, so the rate must be halved.",
            "le facteur 1/2 manque : 1 + tanh monte jusqu’à 2, le taux doit donc être divisé par deux.",
        ),
        gives(
            |&(p, i)| 0.5 * p.r_max * x(p, i).tanh(),
            "the 1 is missing: tanh goes from −1 to 1, and 1 + tanh from 0 to 2.",
            "le 1 manque : tanh va de −1 à 1, et 1 + tanh de 0 à 2.",
        ),
        gives(
            |&(p, i)| 0.5 * (1.0 + x(p, i).tanh()),
            "r_max is missing: this is a fraction between 0 and 1.",
            "r_max manque : c’est une fraction entre 0 et 1.",
        ),
        gives(
            |&(p, i)| 0.5 * p.r_max * (1.0 + (p.kappa * i).tanh()),
            "i_half is missing: the rate is half of r_max at I = I_half, not at I = 0.",
            "i_half manque : le taux vaut la moitié de r_max en I = I_half, et non en I = 0.",
        ),
        gives(
            |&(p, i)| 0.5 * p.r_max * (1.0 + (i - p.i_half).tanh()),
            "kappa is missing: it multiplies I − I_half inside the tanh.",
            "kappa manque : il multiplie I − I_half à l’intérieur de la tanh.",
        ),
        gives(
            |&(p, i)| 0.5 * p.r_max * (1.0 + (p.kappa * i - p.i_half).tanh()),
            "parentheses: kappa multiplies the whole difference I − I_half.",
            "les parenthèses : kappa multiplie toute la différence I − I_half.",
        ),
        gives(
            |&(p, i)| 0.5 * p.r_max * (1.0 + p.kappa * (i - p.i_half).tanh()),
            "kappa is outside the tanh; it must be inside: `(p.kappa * (…)).tanh()`.",
            "kappa est hors de la tanh ; il doit être dedans : `(p.kappa * (…)).tanh()`.",
        ),
        gives(
            |&(p, i)| 0.5 * p.r_max + x(p, i).tanh(),
            "parentheses: r_max/2 multiplies the whole sum 1 + tanh.",
            "les parenthèses : r_max/2 multiplie toute la somme 1 + tanh.",
        ),
        gives(
            |&(p, i)| 0.5 * p.r_max * (1.0 + ((i - p.i_half) / p.kappa).tanh()),
            "kappa multiplies the difference; here it divides it.",
            "kappa multiplie la différence ; ici il la divise.",
        ),
    ],
    lesson: text(
        "Silent far below I_half, half of r_max at I_half, saturated far above.",
        "Muette loin sous I_half, à la moitié de r_max en I_half, saturée loin au-dessus.",
    ),
    ..Exercise::TABLE
};

/// κ(I − I_half).
fn x(p: Sigmoid, i: f64) -> f64 {
    p.kappa * (i - p.i_half)
}
