use super::{unseen_windows, window};
use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, seen, text};
use crate::plasticity::stdp::StdpParams;

/// Exercise 5: the change of a weight by one pair, Δt = t_post − t_pre (ms) apart; 0 at Δt = 0.
pub fn stdp_window(student: fn(StdpParams, f64) -> f64) -> Verdict {
    STDP_WINDOW.judge(|&(p, delta_t)| student(p, delta_t))
}

pub(super) static STDP_WINDOW: Exercise<(StdpParams, f64), f64> = Exercise {
    name: "stdp_window",
    inputs: &["p", "delta_t (ms)"],
    cases: || {
        let pairs = |p| [9.0, -6.0, 35.0, -28.0, 0.0].map(|delta_t| (p, delta_t));
        unseen_windows().into_iter().flat_map(pairs).collect()
    },
    right: |&(p, delta_t)| window(p, delta_t),
    also_right: &[|&(p, delta_t)| {
        let [plus, minus] = [(-delta_t / p.tau_plus).exp(), (delta_t / p.tau_minus).exp()];
        by_side(delta_t, p.a_plus * plus, -p.a_minus * minus)
    }],
    mistakes: &[
        seen(
            |&(_, delta_t), _, change| delta_t == 0.0 && change.is_finite(),
            |&(p, delta_t)| if delta_t >= 0.0 { p.a_plus * (-delta_t / p.tau_plus).exp() } else { window(p, delta_t) },
            "at Δt = 0 neither spike comes first, and nothing changes: both comparisons must be strict, `>` and `<`.",
            "à Δt = 0, aucun des deux n’est le premier, et rien ne change : les deux comparaisons doivent être strictes, \
             `>` et `<`.",
        ),
        gives(
            |&(p, delta_t)| window(p, -delta_t),
            "the two sides are exchanged: Δt = t_post − t_pre is positive when the presynaptic spike comes first.",
            "les deux côtés sont échangés : Δt = t_post − t_pre est positif quand le potentiel d’action présynaptique \
             vient en premier.",
        ),
        gives(
            |&(p, delta_t)| window(StdpParams { tau_plus: p.tau_minus, tau_minus: p.tau_plus, ..p }, delta_t),
            "the time constants are exchanged: `tau_plus` belongs to Δt > 0, `tau_minus` to Δt < 0.",
            "les constantes de temps sont échangées : `tau_plus` va avec Δt > 0, `tau_minus` avec Δt < 0.",
        ),
        gives(
            |&(p, delta_t)| window(p, delta_t).abs(),
            "the sign: post before pre depresses, Δw = −A− e^(Δt/τ−).",
            "le signe : post avant pré déprime, Δw = −A− e^(Δt/τ−).",
        ),
        gives(
            |&(p, delta_t)| {
                let [plus, minus] = [(delta_t / p.tau_plus).exp(), (-delta_t / p.tau_minus).exp()];
                by_side(delta_t, p.a_plus * plus, -p.a_minus * minus)
            },
            "the exponential grows with the distance between the spikes; it must decay on both sides: the exponent is \
             negative, −Δt/τ+ for Δt > 0 and Δt/τ− for Δt < 0.",
            "l’exponentielle croît avec la distance entre les potentiels d’action ; elle doit décroître des deux côtés : \
             l’exposant est négatif, −Δt/τ+ pour Δt > 0 et Δt/τ− pour Δt < 0.",
        ),
        gives(
            |&(p, delta_t)| by_side(delta_t, p.a_plus, -p.a_minus),
            "the exponential is missing: a distant pair changes less than a close one.",
            "l’exponentielle manque : une paire éloignée change moins qu’une paire proche.",
        ),
        gives(
            |&(p, delta_t)| window(StdpParams { a_plus: 1.0, a_minus: 1.0, ..p }, delta_t),
            "the amplitude A+ or A− is missing.",
            "l’amplitude A+ ou A− manque.",
        ),
        gives(
            |&(p, delta_t)| 100.0 * window(p, delta_t),
            "this is in per cent; return the fraction.",
            "c’est en pour cent ; renvoyez la fraction.",
        ),
        gives(
            |&(p, delta_t)| by_side(delta_t, -p.a_plus * (delta_t / p.tau_plus).exp(), window(p, delta_t)),
            "the minus sign is outside the exponential: `-(x).exp()` is −(eˣ); write `(-delta_t / \
             p.tau_plus).exp()`.",
            "le signe moins est hors de l’exponentielle : `-(x).exp()` vaut −(eˣ) ; écrivez `(-delta_t / \
             p.tau_plus).exp()`.",
        ),
    ],
    lesson: text(
        "Pre before post: potentiation. Post before pre: depression. At the same time: nothing.",
        "Pré avant post : potentialisation. Post avant pré : dépression. En même temps : rien.",
    ),
    ..Exercise::TABLE
};

fn by_side(delta_t: f64, plus: f64, minus: f64) -> f64 {
    if delta_t > 0.0 {
        plus
    } else if delta_t < 0.0 {
        minus
    } else {
        0.0
    }
}
