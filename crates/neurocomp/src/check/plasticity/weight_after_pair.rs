use super::{rule, unseen_windows, window};
use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, text};
use crate::plasticity::stdp::{StdpParams, WeightDependence};

/// Exercise 7: the weight after one pair, with A+ (1 − w)^μ for potentiation and A− w^μ for depression, kept between 0
/// and 1.
pub fn weight_after_pair(student: fn(StdpParams, f64, f64, f64) -> f64) -> Verdict {
    WEIGHT_AFTER_PAIR.judge(|&(p, w, delta_t, mu)| student(p, w, delta_t, mu))
}

type Call = (StdpParams, f64, f64, f64);

pub(super) static WEIGHT_AFTER_PAIR: Exercise<Call, f64> = Exercise {
    name: "weight_after_pair",
    inputs: &["p", "w", "delta_t (ms)", "mu"],
    cases: || {
        let calls = [
            (0.3, 8.0, 1.0),
            (0.7, -5.0, 1.0),
            (0.2, 12.0, 0.4),
            (0.4, -9.0, 0.0),
            (0.9995, 1.0, 0.0),
            (0.0005, -1.0, 0.0),
        ];
        unseen_windows().into_iter().flat_map(|p| calls.map(|(w, delta_t, mu)| (p, w, delta_t, mu))).collect()
    },
    right: |call| (call.1 + change(call)).clamp(0.0, 1.0),
    also_right: &[|call| {
        let &(p, w, delta_t, mu) = call;
        (w + window(p, delta_t) * room(call).powf(mu)).clamp(0.0, 1.0)
    }],
    mistakes: &[
        gives(
            |call| call.1 + change(call),
            "the weight leaves its range: keep it between 0 and 1, `.clamp(0.0, 1.0)`.",
            "le poids sort de son domaine : gardez-le entre 0 et 1, `.clamp(0.0, 1.0)`.",
        ),
        gives(
            change,
            "this is the change; the new weight is w plus this change.",
            "c’est la variation ; le nouveau poids est w plus cette variation.",
        ),
        gives(
            |&(p, w, delta_t, mu)| (w + change(&(p, 1.0 - w, delta_t, mu))).clamp(0.0, 1.0),
            "the factors are exchanged: potentiation has the room left above, (1 − w)^μ, depression the room below, w^μ.",
            "les facteurs sont échangés : la potentialisation a la place qui reste au-dessus, (1 − w)^μ, la dépression \
             celle d’en dessous, w^μ.",
        ),
        gives(
            |&(p, w, delta_t, _)| (w + window(p, delta_t)).clamp(0.0, 1.0),
            "the factor (1 − w)^μ or w^μ is missing: this is the additive rule.",
            "le facteur (1 − w)^μ ou w^μ manque : c’est la règle additive.",
        ),
        gives(
            |call| (call.1 + window(call.0, call.2) * room(call)).clamp(0.0, 1.0),
            "the exponent μ is missing: `.powf(mu)`. With μ = 0 the factor is 1.",
            "l’exposant μ manque : `.powf(mu)`. Avec μ = 0, le facteur vaut 1.",
        ),
        gives(
            |call| (call.1 + window(call.0, call.2) * room(call) * call.3).clamp(0.0, 1.0),
            "μ is an exponent, `.powf(mu)`, not a factor.",
            "μ est un exposant, `.powf(mu)`, et non un facteur.",
        ),
        gives(
            |call| (call.1 - change(call)).clamp(0.0, 1.0),
            "the sign of the change: potentiation for Δt > 0, depression for Δt < 0. The window already has its sign.",
            "le signe de la variation : potentialisation pour Δt > 0, dépression pour Δt < 0. La fenêtre a déjà son \
             signe.",
        ),
    ],
    lesson: text(
        "With μ = 0 the bounds are walls, with μ = 1 cushions.",
        "Avec μ = 0, les bornes sont des murs, avec μ = 1, des coussins.",
    ),
    ..Exercise::TABLE
};

/// The library's change of the weight.
fn change(&(p, w, delta_t, mu): &Call) -> f64 {
    rule(StdpParams { weight_dependence: WeightDependence::Power(mu), ..p }).window(delta_t, w)
}

/// How far the weight is from the bound that it moves to.
fn room(&(_, w, delta_t, _): &Call) -> f64 {
    if delta_t > 0.0 { 1.0 - w } else { w }
}
