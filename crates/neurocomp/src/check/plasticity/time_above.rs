use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, in_unit, seen, text};

/// Exercise 10: how long (ms) calcium that decays from `c` with `tau` (ms) stays above `theta`: τ ln(c/θ), or 0.
pub fn time_above(student: fn(f64, f64, f64) -> f64) -> Verdict {
    TIME_ABOVE.judge(|&(c, theta, tau)| student(c, theta, tau))
}

type Call = (f64, f64, f64);

pub(super) static TIME_ABOVE: Exercise<Call, f64> = Exercise {
    name: "time_above",
    inputs: &["c", "theta", "tau (ms)"],
    answer: &[in_unit("ms")],
    cases: || vec![(2.6, 1.1, 18.0), (1.4, 0.6, 33.0), (0.8, 1.3, 25.0), (0.0, 0.9, 12.0)],
    right: |call| if_above(call, |c, theta, tau| tau * (c / theta).ln()),
    mistakes: &[
        seen(
            |&(c, theta, _), _, _| c <= theta,
            |&(c, theta, tau)| tau * (c / theta).ln(),
            "calcium never gets above the threshold here, and a time is not negative: test `c > theta` first, return 0 \
             if not.",
            "le calcium ne dépasse jamais le seuil ici, et une durée n’est pas négative : testez d’abord `c > theta`, \
             renvoyez 0 sinon.",
        ),
        gives(
            |call| if_above(call, |c, theta, _| (c / theta).ln()),
            "the time constant is missing: a logarithm is a pure number, τ gives it its unit.",
            "la constante de temps manque : un logarithme est un nombre sans dimension, c’est τ qui lui donne son unité.",
        ),
        gives(
            |call| if_above(call, |c, theta, tau| tau * (theta / c).ln()),
            "a negative time: the fraction is upside down, c is above the line.",
            "une durée négative : la fraction est inversée, c est au numérateur.",
        ),
        gives(
            |call| if_above(call, |c, theta, tau| tau * (c / theta).log10()),
            "this is the logarithm to base 10; the natural one is `.ln()`.",
            "c’est le logarithme décimal ; le logarithme népérien s’écrit `.ln()`.",
        ),
        gives(
            |call| if_above(call, |c, theta, tau| tau * c / theta),
            "the logarithm is missing.",
            "le logarithme manque.",
        ),
        gives(
            |call| if_above(call, |c, _, tau| tau * c.ln()),
            "the threshold is missing: c is compared with θ, ln(c/θ).",
            "le seuil manque : c se compare à θ, ln(c/θ).",
        ),
        gives(
            |call| if_above(call, |c, theta, tau| tau * (c - theta).ln()),
            "the logarithm of a difference: it is the logarithm of the quotient c/θ.",
            "le logarithme d’une différence : c’est celui du quotient c/θ.",
        ),
        gives(
            |call| if_above(call, |c, theta, tau| (c / theta).ln() / tau),
            "divided by τ: the time grows with τ, so multiply.",
            "divisé par τ : le temps croît avec τ, multipliez.",
        ),
    ],
    lesson: text(
        "Twice the calcium only adds τ ln 2: a logarithm is not impressed by large numbers.",
        "Deux fois plus de calcium n’ajoute que τ ln 2 : un logarithme ne se laisse pas impressionner par les grands \
         nombres.",
    ),
    ..Exercise::TABLE
};

fn if_above(&(c, theta, tau): &Call, time: fn(f64, f64, f64) -> f64) -> f64 {
    if c > theta { time(c, theta, tau) } else { 0.0 }
}
