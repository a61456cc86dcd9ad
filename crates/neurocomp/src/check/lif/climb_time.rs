use super::{neuron, unseen_neurons};
use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, in_unit, seen, text};
use crate::neuron::lif::LifParams;

/// Exercise 2: time in ms from reset to threshold at constant current, refractory time not included; `None` when the
/// threshold is never reached.
pub fn climb_time(student: fn(LifParams, f64) -> Option<f64>) -> Verdict {
    CLIMB_TIME.judge(|&(p, current)| student(p, current))
}

pub(super) static CLIMB_TIME: Exercise<(LifParams, f64), Option<f64>> = Exercise {
    name: "climb_time",
    inputs: &["p", "current (nA)"],
    answer: &[in_unit("ms")],
    cases: || {
        let currents = |p| [1.3, 2.2, 0.6, 1.0].map(|factor| (p, factor * neuron(p).rheobase()));
        unseen_neurons().into_iter().flat_map(currents).collect()
    },
    right: |&(p, i)| neuron(p).period(i).map(|period| period - p.t_ref),
    also_right: &[
        |&(p, i)| fires(p, i).then(|| p.tau_m * ratio(p, i).ln()),
        |&(p, i)| (i > p.v_thresh / p.resistance).then(|| -p.tau_m * (1.0 / ratio(p, i)).ln()),
    ],
    mistakes: &[
        seen(
            |_, right, student| right.is_none() && student.is_some(),
            |&(p, i)| Some(p.tau_m * ratio(p, i).ln()),
            "here R·I does not exceed the threshold, so the neuron never fires. Test this first and return `None`; \
             otherwise the logarithm gives NaN or infinity.",
            "ici R·I ne dépasse pas le seuil : le neurone ne tire jamais. Testez-le d’abord et renvoyez `None` ; \
             sinon le logarithme donne NaN ou l’infini.",
        ),
        seen(
            |_, right, student| right.is_some() && student.is_none(),
            |_| None,
            "here R·I exceeds the threshold, so the neuron fires. Is the comparison the right way round, and is it \
             R·I (not I) that is compared with the threshold?",
            "ici R·I dépasse le seuil : le neurone tire. La comparaison est-elle dans le bon sens, et est-ce bien \
             R·I (et non I) qui est comparé au seuil ?",
        ),
        gives(
            |&(p, i)| fires(p, i).then(|| p.tau_m * (p.resistance * i / (p.resistance * i - p.v_thresh)).ln()),
            "the reset potential is missing: the climb starts at v_reset, which is not 0 here.",
            "le potentiel de réinitialisation manque : la montée part de v_reset, qui n’est pas nul ici.",
        ),
        gives(
            |&(p, i)| fires(p, i).then(|| ratio(p, i).ln()),
            "the time constant is missing: a logarithm is a pure number, τ gives it its unit.",
            "la constante de temps manque : un logarithme est un nombre sans dimension, c’est τ qui lui donne son unité.",
        ),
        gives(
            |&(p, i)| fires(p, i).then(|| -p.tau_m * ratio(p, i).ln()),
            "a negative time: the fraction is upside down, (R·I − v_reset) is above the line.",
            "un temps négatif : la fraction est inversée, (R·I − v_reset) est au numérateur.",
        ),
        gives(
            |&(p, i)| fires(p, i).then(|| p.tau_m * ratio(p, i).log10()),
            "this is the logarithm to base 10; the natural one is `.ln()`.",
            "c’est le logarithme décimal ; le logarithme népérien s’écrit `.ln()`.",
        ),
        gives(
            |&(p, i)| fires(p, i).then(|| p.tau_m * ratio(p, i).ln() + p.t_ref),
            "the refractory time does not belong here yet: only the climb from reset to threshold.",
            "la période réfractaire n’a pas encore sa place ici : seulement la montée de la réinitialisation au seuil.",
        ),
        gives(
            |&(p, i)| fires(p, i).then(|| p.tau_m * ((i - p.v_reset) / (i - p.v_thresh)).ln()),
            "the resistance is missing: R·I is a potential, I is not.",
            "la résistance manque : R·I est un potentiel, I n’en est pas un.",
        ),
        gives(
            |&(p, i)| fires(p, i).then(|| p.tau_m * ratio(p, i)),
            "the logarithm is missing.",
            "le logarithme manque.",
        ),
        gives(
            |&(p, i)| {
                let (above, below) = (p.resistance * i - p.v_reset, p.resistance * i - p.v_thresh);
                fires(p, i).then(|| p.tau_m * above / below.ln())
            },
            "the logarithm is taken of the denominator only: put parentheses around the whole fraction.",
            "le logarithme est celui du seul dénominateur : mettez toute la fraction entre parenthèses.",
        ),
    ],
    lesson: text(
        "Below the rheobase, and exactly at it, there is no time to give.",
        "Sous la rhéobase, et à la rhéobase exacte, il n’y a pas de temps à donner.",
    ),
    ..Exercise::TABLE
};

fn fires(p: LifParams, i: f64) -> bool {
    p.resistance * i > p.v_thresh
}

/// (RI − V_reset)/(RI − V_thresh).
fn ratio(p: LifParams, i: f64) -> f64 {
    (p.resistance * i - p.v_reset) / (p.resistance * i - p.v_thresh)
}
