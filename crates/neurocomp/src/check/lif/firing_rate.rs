use super::{neuron, unseen_neurons};
use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, in_unit, seen, text};
use crate::neuron::lif::LifParams;

/// Exercise 3: firing rate in Hz at constant current, 0 below the rheobase, with the refractory time.
pub fn firing_rate(student: fn(LifParams, f64) -> f64) -> Verdict {
    FIRING_RATE.judge(|&(p, current)| student(p, current))
}

type Call = (LifParams, f64);

pub(super) static FIRING_RATE: Exercise<Call, f64> = Exercise {
    name: "firing_rate",
    inputs: &["p", "current (nA)"],
    answer: &[in_unit("Hz")],
    cases: || {
        let currents = |p| [1.4, 3.1, 0.7, 40.0].map(|factor| (p, factor * neuron(p).rheobase()));
        unseen_neurons().into_iter().flat_map(currents).collect()
    },
    right: |&(p, i)| neuron(p).rate(i),
    also_right: &[|call| of_climb(call, |climb, t_ref| 1000.0 / (t_ref + climb))],
    mistakes: &[
        // Without a refractory time this rate is infinite.
        seen(
            |&(p, i), _, &rate| neuron(p).period(i).is_none() && rate >= 999.0 / p.t_ref,
            |&(p, i)| 1000.0 / neuron(p).period(i).unwrap_or(p.t_ref),
            "when the neuron never fires (`None`) its rate is 0; you counted the climb as 0 ms.",
            "quand le neurone ne tire jamais (`None`), son taux est nul ; vous avez compté une montée de 0 ms.",
        ),
        seen(
            |&(p, i), _, &rate| neuron(p).period(i).is_some() && rate.is_infinite(),
            |call| of_climb(call, |climb, t_ref| 1000.0 / t_ref + climb),
            "you divide by the refractory time alone, which is 0 here: put the whole period, D + T, in parentheses.",
            "vous divisez par la seule période réfractaire, nulle ici : mettez toute la période, D + T, entre parenthèses.",
        ),
        gives(
            |call| of_climb(call, |climb, t_ref| 1.0 / (climb + t_ref)),
            "1/T with T in ms is a rate in kHz; there are 1000 ms in a second.",
            "1/T avec T en ms est un taux en kHz ; il y a 1000 ms dans une seconde.",
        ),
        gives(
            |call| of_climb(call, |climb, _| 1000.0 / climb),
            "the refractory time is missing: from one spike to the next, the neuron waits t_ref and then climbs.",
            "la période réfractaire manque : d’un potentiel d’action au suivant, le neurone attend t_ref puis remonte.",
        ),
        gives(
            |call| of_climb(call, |climb, _| 1.0 / climb),
            "two things: the refractory time is missing, and 1/T with T in ms is in kHz.",
            "deux choses : la période réfractaire manque, et 1/T avec T en ms est en kHz.",
        ),
        gives(
            |call| of_climb(call, |climb, t_ref| climb + t_ref),
            "this is the period T; the rate is its inverse.",
            "c’est la période T ; le taux en est l’inverse.",
        ),
        gives(
            |call| of_climb(call, |climb, t_ref| 1000.0 / climb + t_ref),
            "the refractory time is added to the rate; it must be added to the period.",
            "la période réfractaire est ajoutée au taux ; il faut l’ajouter à la période.",
        ),
        gives(
            |call| of_climb(call, |climb, t_ref| 1000.0 / (climb - t_ref)),
            "the refractory time is subtracted; it makes the period longer.",
            "la période réfractaire est soustraite ; elle allonge la période.",
        ),
    ],
    lesson: text(
        "However strong the current, the rate stays below 1/D.",
        "Quelle que soit l’intensité du courant, le taux reste inférieur à 1/D.",
    ),
    ..Exercise::TABLE
};

/// 0 where the neuron is silent, else this formula of the climb and the refractory time in ms.
fn of_climb(&(p, i): &Call, formula: fn(f64, f64) -> f64) -> f64 {
    neuron(p).period(i).map_or(0.0, |period| formula(period - p.t_ref, p.t_ref))
}
