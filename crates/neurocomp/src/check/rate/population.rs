//! Exercises 4 to 6: one population that acts on itself.

use super::{given, population, unseen_sigmoids};
use crate::check::option::{Kinds, judge_option};
use crate::check::{Case, Inputs, Mistake, Verdict, say};
use crate::rate::transfer::Sigmoid;

/// Feedback weights in nA/Hz: inhibitory, excitatory.
const WEIGHTS: [f64; 2] = [-0.35, 0.08];

fn at(p: Sigmoid, w: f64, i_ext: f64, r: f64) -> Inputs {
    given(p).number("w", w, "nA/Hz").number("i_ext", i_ext, "nA").number("r", r, "Hz")
}

/// External inputs and rates at which the transfer function is not saturated.
fn states(p: Sigmoid, w: f64) -> [(f64, f64); 2] {
    [(0.3, -1.5), (0.7, 2.0)].map(|(fraction, distance)| {
        let r: f64 = fraction * p.r_max;
        // Round numbers read better.
        (((p.i_half + distance - w * r) * 10.0).round() / 10.0, r)
    })
}

/// Exercise 4: the right-hand side Φ(I_ext + w r) − r, in Hz per τ.
pub fn rate_slope(student: fn(Sigmoid, f64, f64, f64) -> f64) -> Verdict {
    let mut cases = Vec::new();
    for p in unseen_sigmoids() {
        for w in WEIGHTS {
            for (i_ext, r) in states(p, w) {
                cases.push(Case::formula(
                    at(p, w, i_ext, r),
                    population(p, w).dr_dt(i_ext, r),
                    student(p, w, i_ext, r),
                    "Hz/τ",
                    rate_slope_mistakes(p, w, i_ext, r),
                ));
            }
        }
    }
    Verdict::of(
        "rate_slope",
        &cases,
        &say(
            "Where it is 0 the rate stays; where it is positive the rate rises.",
            "Là où elle est nulle, le taux reste ; là où elle est positive, le taux monte.",
        ),
    )
}

fn rate_slope_mistakes(p: Sigmoid, w: f64, i_ext: f64, r: f64) -> Vec<Mistake> {
    let asked = p.rate(i_ext + w * r);
    vec![
        Mistake::new(
            asked,
            "−r is missing: the rate moves towards Φ, and rests once it is there.",
            "−r manque : le taux va vers Φ, et s’arrête une fois qu’il y est.",
        ),
        Mistake::new(
            r - asked,
            "the sign: if Φ is larger than r, the rate must rise.",
            "le signe : si Φ est plus grand que r, le taux doit monter.",
        ),
        Mistake::new(
            asked + r,
            "a sign: r is subtracted, so that the rate decays when nothing drives it.",
            "un signe : r est soustrait, pour que le taux décroisse quand rien ne l’entraîne.",
        ),
        Mistake::new(
            p.rate(i_ext) - r,
            "the feedback is missing: the input is I_ext + w r.",
            "la rétroaction manque : l’entrée est I_ext + w r.",
        ),
        Mistake::new(
            p.rate(i_ext) + w * r - r,
            "the feedback is a part of the input: w r belongs inside Φ.",
            "la rétroaction fait partie de l’entrée : w r est à l’intérieur de Φ.",
        ),
        Mistake::new(
            p.rate(i_ext + r) - r,
            "the weight is missing: w r, not r, is fed back.",
            "le poids manque : c’est w r, et non r, qui revient à l’entrée.",
        ),
        Mistake::new(
            p.rate(i_ext + w) - r,
            "the rate is missing from the feedback: w times r.",
            "le taux manque dans la rétroaction : w multiplié par r.",
        ),
        Mistake::new(
            p.rate(i_ext - w * r) - r,
            "the sign of the feedback: I_ext + w r. Inhibition is a negative w.",
            "le signe de la rétroaction : I_ext + w r. L’inhibition est un w négatif.",
        ),
    ]
}

/// Exercise 5: the external input Φ⁻¹(r) − w r, in nA, at which the rate r is a fixed point; `None` if there is none.
pub fn input_for_rate(student: fn(Sigmoid, f64, f64) -> Option<f64>) -> Verdict {
    let mut n = 0;
    for p in unseen_sigmoids() {
        for w in WEIGHTS {
            for fraction in [0.15, 0.6, 0.0, 1.0] {
                let r = fraction * p.r_max;
                let expected = p.inverse(r).map(|input| input - w * r);
                let judged = judge_option(
                    "input_for_rate",
                    given(p).number("w", w, "nA/Hz").number("r", r, "Hz"),
                    (expected, student(p, w, r)),
                    "nA",
                    || input_mistakes(p, w, r),
                    input_causes(),
                );
                if let Err(message) = judged {
                    return Verdict::fail(message);
                }
                n += 1;
            }
        }
    }
    Verdict::pass(say(
        format!(
            "`input_for_rate` is right in all {n} cases tried.\nOne formula gives all fixed points, stable or not."
        ),
        format!(
            "`input_for_rate` est juste dans les {n} cas essayés.\nUne seule formule donne tous les points fixes, stables \
             ou non."
        ),
    ))
}

fn input_causes() -> Kinds {
    Kinds {
        absent: say(
            "this rate is not between 0 and r_max: Φ never gives it, so your `phi_inverse` returns `None`, and so must \
             this function.",
            "ce taux n’est pas entre 0 et r_max : Φ ne le donne jamais, votre `phi_inverse` renvoie `None`, et cette \
             fonction aussi doit le faire.",
        ),
        present: say(
            "this rate lies between 0 and r_max: there is an input that keeps it.",
            "ce taux est entre 0 et r_max : il existe un courant qui le maintient.",
        ),
    }
}

fn input_mistakes(p: Sigmoid, w: f64, r: f64) -> Vec<Mistake> {
    let Some(total) = p.inverse(r) else {
        return Vec::new();
    };
    let mut mistakes = vec![
        Mistake::new(
            total,
            "this is the total input I_ext + w r; subtract what the population gives itself.",
            "c’est l’entrée totale I_ext + w r ; soustrayez ce que la population se donne à elle-même.",
        ),
        Mistake::new(
            total + w * r,
            "the sign of w r: Φ⁻¹(r) = I_ext + w r, to be solved for I_ext.",
            "le signe de w r : Φ⁻¹(r) = I_ext + w r, à résoudre pour I_ext.",
        ),
        Mistake::new(
            total - r,
            "the weight is missing: subtract w r, not r.",
            "le poids manque : soustrayez w r et non r.",
        ),
        Mistake::new(
            total - w,
            "the rate is missing: subtract w r, not w.",
            "le taux manque : soustrayez w r et non w.",
        ),
    ];
    if let Some(inverse) = p.inverse(w * r) {
        mistakes.push(Mistake::new(
            inverse,
            "Φ gives r, not w r: take the inverse of r, then subtract w r.",
            "Φ donne r et non w r : prenez l’inverse de r, puis soustrayez w r.",
        ));
    }
    mistakes
}

/// Exercise 6: the growth rate w Φ'(I_ext + w r) − 1 of a small deviation, in 1/τ.
pub fn growth_rate(student: fn(Sigmoid, f64, f64, f64) -> f64) -> Verdict {
    let mut cases = Vec::new();
    for p in unseen_sigmoids() {
        for w in WEIGHTS {
            for (i_ext, r) in states(p, w) {
                let expected = w * p.derivative(i_ext + w * r) - 1.0;
                let mut case = Case::formula(
                    at(p, w, i_ext, r),
                    expected,
                    student(p, w, i_ext, r),
                    "1/τ",
                    growth_mistakes(p, w, i_ext, r),
                );
                // A finite difference is right, too.
                case.tolerance = 1e-4 * expected.abs() + 1e-6;
                cases.push(case);
            }
        }
    }
    Verdict::of(
        "growth_rate",
        &cases,
        &say(
            "Negative: a small deviation dies out. Positive: it grows.",
            "Négatif : un petit écart s’éteint. Positif : il grandit.",
        ),
    )
}

fn growth_mistakes(p: Sigmoid, w: f64, i_ext: f64, r: f64) -> Vec<Mistake> {
    let slope = p.derivative(i_ext + w * r);
    vec![
        Mistake::new(
            slope - 1.0,
            "w is missing: r acts on the input with weight w, so the chain rule gives w Φ'.",
            "w manque : r agit sur l’entrée avec le poids w, la dérivée est donc w Φ'.",
        ),
        Mistake::new(w * slope, "−1 is missing: the derivative of −r.", "−1 manque : c’est la dérivée de −r."),
        Mistake::new(
            slope,
            "this is Φ' alone: the derivative of Φ(I_ext + w r) − r with respect to r has a factor w and a −1.",
            "c’est Φ' seule : la dérivée de Φ(I_ext + w r) − r par rapport à r a un facteur w et un −1.",
        ),
        Mistake::new(
            w * p.derivative(i_ext) - 1.0,
            "Φ' is taken at I_ext; the total input is I_ext + w r.",
            "Φ' est prise en I_ext ; l’entrée totale est I_ext + w r.",
        ),
        Mistake::new(
            w * p.derivative(r) - 1.0,
            "Φ' is taken at the rate r; it is a function of the input, I_ext + w r.",
            "Φ' est prise au taux r ; c’est une fonction de l’entrée, I_ext + w r.",
        ),
        Mistake::new(1.0 - w * slope, "the sign: the derivative of −r is −1.", "le signe : la dérivée de −r est −1."),
        Mistake::new(
            w * slope - r,
            "the derivative of −r with respect to r is −1, not −r.",
            "la dérivée de −r par rapport à r est −1, et non −r.",
        ),
        Mistake::new(
            w * p.rate(i_ext + w * r) - 1.0,
            "this uses Φ itself; the derivative is `phi_slope`.",
            "vous utilisez Φ elle-même ; sa dérivée est `phi_slope`.",
        ),
    ]
}
