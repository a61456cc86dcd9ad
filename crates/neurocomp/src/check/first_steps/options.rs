//! Very small exercises: perhaps no answer, two answers, values under names.

use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, in_unit, part, seen, text};
use crate::neuron::lif::LifParams;

/// Exercise 22: 1/x, or `None` for 0.
pub fn inverse(student: fn(f64) -> Option<f64>) -> Verdict {
    INVERSE.judge(|&(x,)| student(x))
}

pub(super) static INVERSE: Exercise<(f64,), Option<f64>> = Exercise {
    name: "inverse",
    inputs: &["x"],
    cases: || [5.0, -0.25, 0.0].map(|x| (x,)).into(),
    right: |&(x,)| if x == 0.0 { None } else { Some(1.0 / x) },
    mistakes: &[
        seen(
            |_, right, student| right.is_none() && student.is_some(),
            |&(x,)| Some(1.0 / x),
            "0 has no inverse (the computer would say ∞): for it the answer is `None`.",
            "0 n’a pas d’inverse (l’ordinateur dirait ∞) : pour lui, la réponse est `None`.",
        ),
        seen(
            |_, right, student| right.is_some() && student.is_none(),
            |&(x,)| if x == 0.0 { Some(1.0 / x) } else { None },
            "this number has an inverse. Is the condition the wrong way round? (“Equal” is `==`, “different” is `!=`.)",
            "ce nombre a un inverse. La condition est-elle à l’envers ? (« Égal » s’écrit `==`, « différent » `!=`.)",
        ),
        gives(
            |&(x,)| if x == 0.0 { None } else { Some(x) },
            "this is x itself: `Some(1.0 / x)`.",
            "c’est x lui-même : `Some(1.0 / x)`.",
        ),
        gives(
            |&(x,)| if x == 0.0 { None } else { Some(-x) },
            "the sign is changed; the inverse is one over x.",
            "le signe est changé ; l’inverse est un sur x.",
        ),
    ],
    lesson: text(
        "`Some(…)` where there is an answer, `None` where there is none: nobody can mistake one for the other.",
        "`Some(…)` s’il y a une réponse, `None` s’il n’y en a pas : personne ne peut les confondre.",
    ),
    ..Exercise::TABLE
};

/// Exercise 23: the rate in Hz that goes with an interval in ms; 0 if there is no interval.
pub fn rate_of(student: fn(Option<f64>) -> f64) -> Verdict {
    RATE_OF.judge(|&(interval,)| student(interval))
}

pub(super) static RATE_OF: Exercise<(Option<f64>,), f64> = Exercise {
    name: "rate_of",
    inputs: &["interval (ms)"],
    answer: &[in_unit("Hz")],
    cases: || [Some(25.0), Some(400.0), None, Some(8.0)].map(|interval| (interval,)).into(),
    right: |&(interval,)| interval.map_or(0.0, |ms| 1000.0 / ms),
    mistakes: &[
        gives(
            |&(interval,)| interval.map_or(0.0, |ms| 1.0 / ms),
            "this is a number per millisecond; in a second there are 1000 ms: `1000.0 / ms`.",
            "c’est un nombre par milliseconde ; une seconde en compte 1000 : `1000.0 / ms`.",
        ),
        gives(
            |&(interval,)| interval.unwrap_or(0.0),
            "this is the interval; the rate is 1000 ms divided by it.",
            "c’est l’intervalle ; le taux est 1000 ms divisées par lui.",
        ),
        gives(
            |&(interval,)| interval.map_or(0.0, |ms| ms / 1000.0),
            "the fraction is upside down: this is the interval in seconds.",
            "la fraction est à l’envers : c’est l’intervalle en secondes.",
        ),
        gives(
            |&(interval,)| 1000.0 / interval.unwrap_or(1.0),
            "without an interval the neuron is silent: `None => 0.0`.",
            "sans intervalle, le neurone se tait : `None => 0.0`.",
        ),
        seen(
            |_, _, student| student.is_infinite(),
            |&(interval,)| 1000.0 / interval.unwrap_or(0.0),
            "without an interval the neuron is silent, and its rate is 0; dividing by 0 gives ∞.",
            "sans intervalle, le neurone se tait et son taux est nul ; diviser par 0 donne ∞.",
        ),
    ],
    lesson: text(
        "`match` opens the box, and the compiler sees to it that the empty one is not forgotten.",
        "`match` ouvre la boîte, et le compilateur veille à ce que la boîte vide ne soit pas oubliée.",
    ),
    ..Exercise::TABLE
};

/// Exercise 24: time from one event to another, both perhaps missing, in ms.
pub fn delay(student: fn(Option<f64>, Option<f64>) -> Option<f64>) -> Verdict {
    DELAY.judge(|&(from, to)| student(from, to))
}

type Events = (Option<f64>, Option<f64>);

pub(super) static DELAY: Exercise<Events, Option<f64>> = Exercise {
    name: "delay",
    inputs: &["from (ms)", "to (ms)"],
    answer: &[in_unit("ms")],
    cases: || vec![(Some(4.0), Some(10.5)), (Some(3.0), None), (None, Some(8.0)), (None, None)],
    right: |&(from, to)| Some(to? - from?),
    mistakes: &[
        gives(
            |&(from, to)| Some(from? - to?),
            "the difference is the wrong way round: the later time, `to`, comes first.",
            "la différence est à l’envers : le temps le plus récent, `to`, vient d’abord.",
        ),
        gives(
            |&(from, to)| Some(to.unwrap_or(0.0) - from.unwrap_or(0.0)),
            "where a time is missing there is no delay: write `to?` and `from?`, which leave the function with `None`.",
            "si un temps manque, il n’y a pas de délai : écrivez `to?` et `from?`, qui quittent la fonction avec `None`.",
        ),
        gives(
            |&(from, to)| Some(to? + from?),
            "this is the sum; a delay is a difference.",
            "c’est la somme ; un délai est une différence.",
        ),
        gives(
            |&(_, to)| to,
            "this is the time `to`; take `from` away from it.",
            "c’est le temps `to` ; retranchez-en `from`.",
        ),
        gives(
            |_| None,
            "both times are there, and so is their difference.",
            "les deux temps sont là, et leur différence aussi.",
        ),
    ],
    lesson: text(
        "`x?` is the value in the box, or the end of the function with `None`.",
        "`x?` est la valeur dans la boîte, ou la fin de la fonction avec `None`.",
    ),
    ..Exercise::TABLE
};

/// Exercise 25: a pair with its two numbers exchanged.
pub fn swap(student: fn((f64, f64)) -> (f64, f64)) -> Verdict {
    SWAP.judge(|&(pair,)| student(pair))
}

pub(super) static SWAP: Exercise<((f64, f64),), (f64, f64)> = Exercise {
    name: "swap",
    inputs: &["pair"],
    answer: &[part("", "first number", "premier nombre"), part("", "second number", "second nombre")],
    cases: || vec![((3.0, 8.0),), ((-1.5, 0.0),)],
    right: |&((a, b),)| (b, a),
    mistakes: &[
        seen(
            |_, right, student| *student == (right.1, right.1),
            |&((a, _),)| (a, a),
            "twice the first number: in `let (a, b) = pair;` the second has a name of its own.",
            "deux fois le premier nombre : dans `let (a, b) = pair;`, le second a son propre nom.",
        ),
        seen(
            |_, right, student| *student == (right.0, right.0),
            |&((_, b),)| (b, b),
            "twice the second number: a value that is overwritten is lost. Give both a name first.",
            "deux fois le second nombre : une valeur écrasée est perdue. Donnez d’abord un nom aux deux.",
        ),
        gives(|&(pair,)| pair, "the order is still the same: `(b, a)`.", "l’ordre est encore le même : `(b, a)`."),
        gives(
            |&((a, b),)| (-a, -b),
            "the signs are changed; the places should be.",
            "les signes sont changés ; ce sont les places qui doivent l’être.",
        ),
    ],
    lesson: text(
        "A tuple is made with parentheses, and taken apart with parentheses.",
        "Un tuple se fait avec des parenthèses, et se défait avec des parenthèses.",
    ),
    ..Exercise::TABLE
};

/// Exercise 26: the slope between two points (t, v), in mV/ms.
pub fn slope(student: fn((f64, f64), (f64, f64)) -> f64) -> Verdict {
    SLOPE.judge(|&(a, b)| student(a, b))
}

type Points = ((f64, f64), (f64, f64));

pub(super) static SLOPE: Exercise<Points, f64> = Exercise {
    name: "slope",
    inputs: &["a (ms, mV)", "b (ms, mV)"],
    answer: &[in_unit("mV/ms")],
    cases: || vec![((2.0, -70.0), (6.0, -50.0)), ((1.0, 3.0), (0.5, 9.0))],
    right: |&(a, b)| (b.1 - a.1) / (b.0 - a.0),
    mistakes: &[
        gives(
            |&(a, b)| (b.0 - a.0) / (b.1 - a.1),
            "the fraction is upside down: potentials (`.1`) above, times (`.0`) below.",
            "la fraction est à l’envers : les potentiels (`.1`) en haut, les temps (`.0`) en bas.",
        ),
        gives(
            |&(a, b)| b.1 - a.1 / b.0 - a.0,
            "parentheses: each difference is taken first, then one is divided by the other.",
            "les parenthèses : on fait d’abord chaque différence, puis on divise l’une par l’autre.",
        ),
        gives(
            |&(a, b)| (b.1 - a.1) / (a.0 - b.0),
            "the sign is the opposite: both differences must go the same way, from a to b.",
            "le signe est l’opposé : les deux différences doivent aller dans le même sens, de a à b.",
        ),
        gives(
            |&(a, b)| b.1 - a.1,
            "this is the change; the slope is the change per ms.",
            "c’est le changement ; la pente est le changement par ms.",
        ),
        gives(
            |&(a, b)| b.1 / b.0 - a.1 / a.0,
            "these are two quotients; a slope is one, of two differences.",
            "ce sont deux quotients ; une pente en est un seul, de deux différences.",
        ),
    ],
    lesson: text(
        "`.0` is the first value of a tuple, `.1` the second.",
        "`.0` est la première valeur d’un tuple, `.1` la seconde.",
    ),
    ..Exercise::TABLE
};

/// Exercise 27: a neuron that is twice as slow.
pub fn slower(student: fn(LifParams) -> LifParams) -> Verdict {
    SLOWER.judge(|&(p,)| student(p))
}

pub(super) static SLOWER: Exercise<(LifParams,), LifParams> = Exercise {
    name: "slower",
    inputs: &["p"],
    cases: || {
        vec![
            (LifParams { tau_m: 10.0, resistance: 2.5, ..Default::default() },),
            (LifParams { tau_m: 17.5, v_thresh: 15.0, t_ref: 2.0, ..Default::default() },),
        ]
    },
    right: |&(p,)| LifParams { tau_m: 2.0 * p.tau_m, ..p },
    mistakes: &[
        gives(
            |&(p,)| LifParams { tau_m: 2.0 * p.tau_m, ..Default::default() },
            "the other fields now have the default values: copy them from p, with `..p`.",
            "les autres champs sont devenus ceux du neurone par défaut : recopiez-les de p, par `..p`.",
        ),
        gives(
            |&(p,)| LifParams { tau_m: 40.0, ..p },
            "40 ms is twice the default; twice the time constant of this neuron is `2.0 * p.tau_m`.",
            "40 ms est le double de la valeur par défaut ; le double de la constante de ce neurone est `2.0 * p.tau_m`.",
        ),
        gives(
            |&(p,)| LifParams { tau_m: p.tau_m / 2.0, ..p },
            "this neuron is faster: the longer its time constant, the slower it is.",
            "ce neurone est plus rapide : plus sa constante de temps est longue, plus il est lent.",
        ),
        gives(|&(p,)| p, "the neuron is as it was.", "le neurone est comme avant."),
    ],
    lesson: text(
        "`p.tau_m` reads a field, and `..p` copies the others: every model of the course is set up like this.",
        "`p.tau_m` lit un champ, `..p` recopie les autres : tous les modèles du cours se règlent ainsi.",
    ),
    ..Exercise::TABLE
};
