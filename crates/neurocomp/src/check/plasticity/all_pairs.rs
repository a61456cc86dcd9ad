use super::{rule, unseen_windows, window};
use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, text};
use crate::plasticity::protocol::Protocol;
use crate::plasticity::stdp::{Pairing, StdpParams};

/// Exercise 6: the sum of the windows of all pairs of spikes of two trains (ms).
pub fn all_pairs(student: fn(StdpParams, &[f64], &[f64]) -> f64) -> Verdict {
    ALL_PAIRS.judge(|&(p, pre, post)| student(p, pre, post))
}

type Call = (StdpParams, &'static [f64], &'static [f64]);

/// Trains of different lengths; one pair is simultaneous.
pub(super) static ALL_PAIRS: Exercise<Call, f64> = Exercise {
    name: "all_pairs",
    inputs: &["p", "pre (ms)", "post (ms)"],
    cases: || {
        let trains: [(&[f64], &[f64]); 4] = [
            (&[10.0, 42.0], &[18.0, 30.0, 55.0]),
            (&[5.0, 25.0, 60.0], &[25.0, 33.0]),
            (&[12.0], &[4.0]),
            (&[], &[7.0, 9.0]),
        ];
        unseen_windows().into_iter().flat_map(|p| trains.map(|(pre, post)| (p, pre, post))).collect()
    },
    right: |call| sum(call, |change| change),
    mistakes: &[
        gives(
            |&(p, pre, post)| pre.iter().zip(post).map(|(t, u)| window(p, u - t)).sum(),
            "only the first with the first, the second with the second …: all pairs need a loop inside a loop.",
            "seulement le premier avec le premier, le deuxième avec le deuxième… : pour toutes les paires, il faut une \
             boucle dans une boucle.",
        ),
        gives(
            |&(p, pre, post)| match (pre.last(), post.last()) {
                (Some(t), Some(u)) => window(p, u - t),
                _ => 0.0,
            },
            "only the last pair is left: with `=` each pair replaces the one before; `+=` adds it to the total.",
            "seule la dernière paire reste : avec `=`, chaque paire remplace la précédente ; `+=` l’ajoute au total.",
        ),
        gives(
            |&(p, pre, post)| sum(&(p, post, pre), |change| change),
            "presynaptic and postsynaptic spikes are exchanged: Δt = t_post − t_pre.",
            "potentiels d’action pré- et postsynaptiques sont échangés : Δt = t_post − t_pre.",
        ),
        gives(
            |call| sum(call, |change| change.max(0.0)),
            "only the pairs with Δt > 0 count here; those with Δt < 0 depress.",
            "seules les paires à Δt > 0 comptent ici ; celles à Δt < 0 dépriment.",
        ),
        gives(
            |call| sum(call, |change| change.min(0.0)),
            "only the pairs with Δt < 0 count here; those with Δt > 0 potentiate.",
            "seules les paires à Δt < 0 comptent ici ; celles à Δt > 0 potentialisent.",
        ),
        gives(
            |call| sum(call, f64::abs),
            "depression is added as if it were potentiation: leave the sign of the window.",
            "la dépression est ajoutée comme une potentialisation : gardez le signe de la fenêtre.",
        ),
        gives(
            |call| sum(call, |change| change) / (call.1.len() * call.2.len()) as f64,
            "this is the mean over the pairs; their changes add up.",
            "c’est la moyenne sur les paires ; leurs variations s’ajoutent.",
        ),
        gives(
            |&(p, pre, post)| {
                let protocol = Protocol::new(pre.to_vec(), post.to_vec()).expect("the trains of the checks are valid");
                let rule = rule(StdpParams { pairing: Pairing::NearestSymmetric, ..p });
                rule.weight_after(&protocol, 0.5).expect("0.5 is a weight") - 0.5
            },
            "only nearest neighbours are paired; here every pair counts.",
            "seuls les plus proches voisins sont appariés ; ici toutes les paires comptent.",
        ),
        gives(
            |&(p, pre, post)| sum(&(p, pre.last().map(std::slice::from_ref).unwrap_or(&[]), post), |change| change),
            "the total begins anew for each presynaptic spike: put `let mut` before both loops.",
            "le total repart de zéro à chaque potentiel d’action présynaptique : placez `let mut` avant les deux \
             boucles.",
        ),
    ],
    lesson: text(
        "Each presynaptic spike meets each postsynaptic one, once.",
        "Chaque potentiel d’action présynaptique rencontre une fois chaque potentiel d’action postsynaptique.",
    ),
    ..Exercise::TABLE
};

/// The sum over all pairs of what `of` makes of a pair's change.
fn sum(&(p, pre, post): &Call, of: fn(f64) -> f64) -> f64 {
    pre.iter().flat_map(|t| post.iter().map(move |u| of(window(p, u - t)))).sum()
}
