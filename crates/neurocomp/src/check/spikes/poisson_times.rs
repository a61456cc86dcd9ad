use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, in_unit, text};

/// Exercise 7: the times of a Poisson process of `rate` (Hz) up to `duration` (ms), from the uniform numbers `u`: each
/// gives the interval −ln(u)/rate.
pub fn poisson_times(student: fn(f64, f64, &[f64]) -> Vec<f64>) -> Verdict {
    POISSON_TIMES.judge(|&(rate, duration, u)| student(rate, duration, u))
}

pub(super) static POISSON_TIMES: Exercise<(f64, f64, &[f64]), Vec<f64>> = Exercise {
    name: "poisson_times",
    inputs: &["rate (Hz)", "duration (ms)", "u"],
    answer: &[in_unit("ms")],
    cases: || {
        vec![
            (12.5, 2000.0, &[0.71, 0.33, 0.58]),
            (40.0, 100.0, &[0.3, 0.82, 0.65, 0.12, 0.9, 0.05, 0.44]),
            (5.0, 60.0, &[0.2, 0.5]),
        ]
    },
    right: |&(rate, duration, u)| cumulated(u, duration, |u| interval(u, rate)),
    mistakes: &[
        gives(
            |_| Vec::new(),
            "no spike is noted: is each time pushed, and are the intervals as short as they should be?",
            "aucun potentiel d’action n’est noté : chaque temps est-il ajouté, et les intervalles sont-ils assez courts ?",
        ),
        gives(
            |&(rate, duration, u)| cumulated(u, duration, |u| -interval(u, rate)),
            "the times run backwards: the logarithm of a number below 1 is negative, so a minus sign is missing.",
            "le temps recule : le logarithme d’un nombre inférieur à 1 est négatif, il manque un signe moins.",
        ),
        gives(
            |&(rate, duration, u)| cumulated(u, duration, |u| -u.ln() / rate),
            "these intervals are in seconds, since the rate is in Hz: multiply by 1000 to have ms.",
            "ces intervalles sont en secondes, puisque le taux est en Hz : multipliez par 1000 pour avoir des ms.",
        ),
        gives(
            |&(rate, duration, u)| cumulated(u, duration, |u| -u.ln() * rate),
            "you multiply by the rate: the higher the rate, the shorter the intervals.",
            "vous multipliez par le taux : plus le taux est grand, plus les intervalles sont courts.",
        ),
        gives(
            |&(_, duration, u)| cumulated(u, duration, |u| -1000.0 * u.ln()),
            "the rate is missing: the mean interval is 1/rate.",
            "le taux manque : l’intervalle moyen est 1/taux.",
        ),
        gives(
            |&(rate, _, u)| cumulated(u, f64::INFINITY, |u| interval(u, rate)),
            "the train does not stop: a spike after `duration` was not seen any more.",
            "le train ne s’arrête pas : on n’a pas vu de potentiel d’action après `duration`.",
        ),
        gives(
            |&(rate, duration, u)| {
                let mut times = cumulated(u, f64::INFINITY, |u| interval(u, rate));
                let beyond = times.iter().position(|&t| t > duration);
                times.truncate(beyond.map_or(times.len(), |k| k + 1));
                times
            },
            "the last spike comes after `duration`: test the time before you push it.",
            "le dernier potentiel d’action vient après `duration` : testez le temps avant de l’ajouter.",
        ),
        gives(
            |&(rate, _, u)| u.iter().map(|&u| interval(u, rate)).collect(),
            "these are the intervals; each spike comes one interval after the one before: add them up.",
            "ce sont les intervalles ; chaque potentiel d’action vient un intervalle après le précédent : additionnez-les.",
        ),
        gives(
            |case| {
                let spikes = (POISSON_TIMES.right)(case).len();
                case.2[..spikes].iter().map(|&u| interval(u, case.0)).collect()
            },
            "these are the intervals; each spike comes one interval after the one before: add them up.",
            "ce sont les intervalles ; chaque potentiel d’action vient un intervalle après le précédent : additionnez-les.",
        ),
        gives(
            |case| [vec![0.0], (POISSON_TIMES.right)(case)].concat(),
            "there is no spike at time 0: the first one comes after the first interval.",
            "il n’y a pas de potentiel d’action au temps 0 : le premier vient après le premier intervalle.",
        ),
        gives(
            |&(rate, duration, u)| cumulated(u, duration, |u| interval(1.0 - u, rate)),
            "ln(1 − u) makes as good a Poisson process, but other spikes: take ln u, as in the formula.",
            "ln(1 − u) donne un aussi bon processus de Poisson, mais d’autres temps : prenez ln u, comme dans la formule.",
        ),
        gives(
            |&(rate, duration, u)| cumulated(u, duration, |u| -1000.0 * u.log10() / rate),
            "this is the logarithm to base 10; the natural one is `.ln()`.",
            "c’est le logarithme décimal ; le logarithme népérien est `.ln()`.",
        ),
    ],
    lesson: text(
        "It adds up exponential intervals: spikes that know nothing of each other.",
        "Elle additionne des intervalles exponentiels : des potentiels d’action qui s’ignorent.",
    ),
    ..Exercise::TABLE
};

/// The interval in ms that a uniform number makes.
fn interval(u: f64, rate: f64) -> f64 {
    -1000.0 * u.ln() / rate
}

/// The sums of the intervals as long as they stay within the duration.
fn cumulated(u: &[f64], duration: f64, interval: impl Fn(f64) -> f64) -> Vec<f64> {
    let mut t = 0.0;
    let mut times = Vec::new();
    for &u in u {
        t += interval(u);
        if t > duration {
            break;
        }
        times.push(t);
    }
    times
}
