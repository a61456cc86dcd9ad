use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, in_unit, text};

/// Exercise 36: firing rate in Hz from a number of spikes and a duration in ms, both whole numbers.
pub fn firing_rate(student: fn(i32, i32) -> f64) -> Verdict {
    FIRING_RATE.judge(|&(spikes, duration)| student(spikes, duration))
}

pub(super) static FIRING_RATE: Exercise<(i32, i32), f64> = Exercise {
    name: "firing_rate",
    inputs: &["spikes", "duration (ms)"],
    answer: &[in_unit("Hz")],
    cases: || vec![(7, 2600), (45, 1300), (3, 8000), (0, 1500)],
    right: |&(n, t)| 1000.0 * f64::from(n) / f64::from(t),
    also_right: &[|&(n, t)| f64::from(n) / (f64::from(t) / 1000.0)],
    mistakes: &[
        gives(
            |&(n, t)| f64::from(n) / f64::from(t),
            "spikes per millisecond is a rate in kHz. A second has 1000 ms.",
            "des potentiels d’action par milliseconde, c’est un taux en kHz. Une seconde compte 1000 ms.",
        ),
        gives(
            |&(n, t)| f64::from(t) / f64::from(n),
            "this is the time per spike, in ms; the rate is its inverse, spikes per second.",
            "c’est le temps par potentiel d’action, en ms ; le taux en est l’inverse, un nombre par seconde.",
        ),
        gives(
            |&(n, t)| f64::from(n) * f64::from(t) / 1000.0,
            "you multiply by the duration; a rate is a number divided by a duration.",
            "vous multipliez par la durée ; un taux est un nombre divisé par une durée.",
        ),
        gives(
            |&(n, t)| f64::from(n) / f64::from(t) / 1000.0,
            "the factor of 1000 goes the other way: a duration in s is the duration in ms divided by 1000.",
            "le facteur 1000 est à l’envers : une durée en s est la durée en ms divisée par 1000.",
        ),
        gives(
            |&(n, t)| 60_000.0 * f64::from(n) / f64::from(t),
            "this is a number per minute; 1 Hz is once per second.",
            "c’est un nombre par minute ; 1 Hz, c’est une fois par seconde.",
        ),
        gives(
            |&(n, t)| f64::from(n / t),
            "`spikes / duration` is a division of whole numbers: what comes after the point is lost, here everything. \
             Write `spikes as f64`, and the same for the duration.",
            "`spikes / duration` est une division d’entiers : ce qui suit la virgule est perdu, ici tout. Écrivez \
             `spikes as f64`, et de même pour la durée.",
        ),
        gives(
            |&(n, t)| f64::from(1000 * n / t),
            "the result is cut off to a whole number: `as f64` comes too late, after the division. Convert both numbers \
             before it.",
            "le résultat est tronqué à un entier : `as f64` arrive trop tard, après la division. Convertissez les deux \
             nombres avant.",
        ),
        gives(
            |&(n, t)| f64::from(n) / f64::from(t / 1000),
            "`duration / 1000` is a division of whole numbers: 2600 / 1000 is 2, not 2.6. Convert first.",
            "`duration / 1000` est une division d’entiers : 2600 / 1000 vaut 2 et non 2,6. Convertissez d’abord.",
        ),
        gives(
            |&(n, t)| f64::from(n / (t / 1000)),
            "two divisions of whole numbers: convert `spikes` and `duration` with `as f64` before you divide.",
            "deux divisions d’entiers : convertissez `spikes` et `duration` par `as f64` avant de diviser.",
        ),
    ],
    lesson: text(
        "Whole numbers count, real numbers measure: convert before you divide.",
        "Les entiers comptent, les réels mesurent : convertissez avant de diviser.",
    ),
    ..Exercise::TABLE
};
