//! Exercises 1 to 3: the transfer function, its inverse, its slope.

use super::{given, unseen_sigmoids};
use crate::check::option::{Kinds, judge_option};
use crate::check::{Case, Mistake, Verdict, say};
use crate::rate::transfer::Sigmoid;

/// Exercise 1: Φ(I) = r_max (1 + tanh κ(I − I_half))/2, in Hz.
pub fn phi(student: fn(Sigmoid, f64) -> f64) -> Verdict {
    let mut cases = Vec::new();
    for p in unseen_sigmoids() {
        for distance in [-4.0, -0.5, 2.5] {
            let current = p.i_half + distance;
            cases.push(Case::formula(
                given(p).number("current", current, "nA"),
                p.rate(current),
                student(p, current),
                "Hz",
                phi_mistakes(p, current),
            ));
        }
    }
    Verdict::of(
        "phi",
        &cases,
        &say(
            "Silent far below I_half, half of r_max at I_half, saturated far above.",
            "Muette loin sous I_half, à la moitié de r_max en I_half, saturée loin au-dessus.",
        ),
    )
}

fn phi_mistakes(p: Sigmoid, current: f64) -> Vec<Mistake> {
    let x = p.kappa * (current - p.i_half);
    vec![
        Mistake::new(
            p.r_max * (1.0 + x.tanh()),
            "the half is missing: 1 + tanh goes up to 2, so the rate must be halved.",
            "le facteur 1/2 manque : 1 + tanh monte jusqu’à 2, le taux doit donc être divisé par deux.",
        ),
        Mistake::new(
            0.5 * p.r_max * x.tanh(),
            "the 1 is missing: tanh goes from −1 to 1, and 1 + tanh from 0 to 2.",
            "le 1 manque : tanh va de −1 à 1, et 1 + tanh de 0 à 2.",
        ),
        Mistake::new(
            0.5 * (1.0 + x.tanh()),
            "r_max is missing: this is a fraction between 0 and 1.",
            "r_max manque : c’est une fraction entre 0 et 1.",
        ),
        Mistake::new(
            0.5 * p.r_max * (1.0 + (p.kappa * current).tanh()),
            "i_half is missing: the rate is half of r_max at I = I_half, not at I = 0.",
            "i_half manque : le taux vaut la moitié de r_max en I = I_half, et non en I = 0.",
        ),
        Mistake::new(
            0.5 * p.r_max * (1.0 + (current - p.i_half).tanh()),
            "kappa is missing: it multiplies I − I_half inside the tanh.",
            "kappa manque : il multiplie I − I_half à l’intérieur de la tanh.",
        ),
        Mistake::new(
            0.5 * p.r_max * (1.0 + (p.kappa * current - p.i_half).tanh()),
            "brackets: kappa multiplies the whole difference I − I_half.",
            "les parenthèses : kappa multiplie toute la différence I − I_half.",
        ),
        Mistake::new(
            0.5 * p.r_max * (1.0 + p.kappa * (current - p.i_half).tanh()),
            "kappa stands outside the tanh; it must be inside: `(p.kappa * (…)).tanh()`.",
            "kappa est hors de la tanh ; il doit être dedans : `(p.kappa * (…)).tanh()`.",
        ),
        Mistake::new(
            0.5 * p.r_max + x.tanh(),
            "brackets: r_max/2 multiplies the whole sum 1 + tanh.",
            "les parenthèses : r_max/2 multiplie toute la somme 1 + tanh.",
        ),
    ]
}

/// Exercise 2: the input in nA that leads to a rate; `None` for the rates that no input leads to, from 0 Hz down and
/// from r_max up.
pub fn phi_inverse(student: fn(Sigmoid, f64) -> Option<f64>) -> Verdict {
    let mut n = 0;
    for p in unseen_sigmoids() {
        let r_max = p.r_max;
        for rate in [0.1 * r_max, 0.8 * r_max, 0.0, r_max, -5.0, r_max + 20.0] {
            let judged = judge_option(
                "phi_inverse",
                given(p).number("rate", rate, "Hz"),
                (p.inverse(rate), student(p, rate)),
                "nA",
                || inverse_mistakes(p, rate),
                inverse_causes(),
            );
            if let Err(message) = judged {
                return Verdict::fail(message);
            }
            n += 1;
        }
    }
    Verdict::pass(say(
        format!("`phi_inverse` is right in all {n} cases tried, also at 0 Hz, at r_max and beyond."),
        format!("`phi_inverse` est juste dans les {n} cas essayés, y compris à 0 Hz, à r_max et au-delà."),
    ))
}

fn inverse_causes() -> Kinds {
    Kinds {
        absent: say(
            "no input leads to this rate: Φ stays above 0 and below r_max. Test this first and return `None`; otherwise \
             the atanh gives NaN or infinity.",
            "aucun courant ne mène à ce taux : Φ reste au-dessus de 0 et en dessous de r_max. Testez-le d’abord et \
             renvoyez `None` ; sinon atanh donne NaN ou l’infini.",
        ),
        present: say(
            "this rate lies between 0 and r_max, so there is an input that leads to it. Is the comparison the right way \
             round?",
            "ce taux est entre 0 et r_max : un courant y mène. La comparaison est-elle dans le bon sens ?",
        ),
    }
}

fn inverse_mistakes(p: Sigmoid, rate: f64) -> Vec<Mistake> {
    let y = 2.0 * rate / p.r_max - 1.0;
    vec![
        Mistake::new(
            p.i_half + p.kappa * y.atanh(),
            "divide by kappa: what Φ multiplies, its inverse divides.",
            "divisez par kappa : ce que Φ multiplie, l’inverse le divise.",
        ),
        Mistake::new(
            y.atanh() / p.kappa,
            "i_half is missing: what Φ subtracts, its inverse adds.",
            "i_half manque : ce que Φ soustrait, l’inverse l’ajoute.",
        ),
        Mistake::new(
            y.atanh() / p.kappa - p.i_half,
            "the sign of i_half: what Φ subtracts, its inverse adds.",
            "le signe de i_half : ce que Φ soustrait, l’inverse l’ajoute.",
        ),
        Mistake::new(
            (y.atanh() + p.i_half) / p.kappa,
            "brackets: only the atanh is divided by kappa.",
            "les parenthèses : seule l’atanh est divisée par kappa.",
        ),
        Mistake::new(
            p.i_half + y.tanh() / p.kappa,
            "this is tanh; its inverse function is `.atanh()`.",
            "c’est tanh ; sa fonction réciproque s’écrit `.atanh()`.",
        ),
        Mistake::new(
            p.i_half + (rate / p.r_max - 1.0).atanh() / p.kappa,
            "the 2 is missing: r = r_max (1 + tanh)/2 gives tanh = 2r/r_max − 1.",
            "le 2 manque : r = r_max (1 + tanh)/2 donne tanh = 2r/r_max − 1.",
        ),
        Mistake::new(
            p.i_half + (rate / p.r_max).atanh() / p.kappa,
            "r = r_max (1 + tanh)/2 gives tanh = 2r/r_max − 1, not r/r_max.",
            "r = r_max (1 + tanh)/2 donne tanh = 2r/r_max − 1, et non r/r_max.",
        ),
        Mistake::new(
            1.0 / p.rate(rate),
            "this is one over Φ; the inverse function is meant, the one that undoes Φ.",
            "c’est un sur Φ ; il s’agit de la fonction réciproque, celle qui défait Φ.",
        ),
    ]
}

/// Exercise 3: the slope Φ'(I) = r_max κ (1 − tanh² κ(I − I_half))/2, in Hz/nA.
pub fn phi_slope(student: fn(Sigmoid, f64) -> f64) -> Verdict {
    let mut cases = Vec::new();
    for p in unseen_sigmoids() {
        for distance in [-3.0, 0.0, 1.5] {
            let current = p.i_half + distance;
            let expected = p.derivative(current);
            let mut case = Case::formula(
                given(p).number("current", current, "nA"),
                expected,
                student(p, current),
                "Hz/nA",
                slope_mistakes(p, current),
            );
            // A finite difference is right, too.
            case.tolerance = 1e-4 * expected;
            cases.push(case);
        }
    }
    Verdict::of(
        "phi_slope",
        &cases,
        &say(
            "Steepest at I_half, where it is r_max κ/2.",
            "La pente est la plus forte en I_half, où elle vaut r_max κ/2.",
        ),
    )
}

fn slope_mistakes(p: Sigmoid, current: f64) -> Vec<Mistake> {
    let tanh = (p.kappa * (current - p.i_half)).tanh();
    let square = 1.0 - tanh * tanh;
    vec![
        Mistake::new(
            0.5 * p.r_max * square,
            "kappa is missing: the chain rule brings down the factor of the current inside the tanh.",
            "kappa manque : la dérivée d’une fonction composée fait sortir le facteur du courant dans la tanh.",
        ),
        Mistake::new(
            p.r_max * p.kappa * square,
            "the half of the definition of Φ is missing.",
            "le facteur 1/2 de la définition de Φ manque.",
        ),
        Mistake::new(0.5 * p.kappa * square, "r_max is missing.", "r_max manque."),
        Mistake::new(
            0.5 * p.r_max * p.kappa * (1.0 - tanh),
            "the square is missing: the derivative of tanh x is 1 − tanh² x.",
            "le carré manque : la dérivée de tanh x est 1 − tanh² x.",
        ),
        Mistake::new(
            0.5 * p.r_max * p.kappa * (1.0 + tanh * tanh),
            "a sign: the derivative of tanh x is 1 − tanh² x, it is largest at x = 0.",
            "un signe : la dérivée de tanh x est 1 − tanh² x, maximale en x = 0.",
        ),
        Mistake::new(
            0.5 * p.r_max * p.kappa * (1.0 + square),
            "the derivative of the constant 1 is 0: only tanh is left.",
            "la dérivée de la constante 1 est nulle : il ne reste que celle de tanh.",
        ),
        Mistake::new(p.rate(current), "this is Φ itself, not its slope.", "c’est Φ elle-même, et non sa pente."),
    ]
}
