//! Very small exercises: numbers, text, a variable that changes, functions.

use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, in_unit, part, text};

/// Exercise 1: how far it is from rest to threshold, both in mV.
pub fn climb(student: fn(f64, f64) -> f64) -> Verdict {
    CLIMB.judge(|&(rest, threshold)| student(rest, threshold))
}

pub(super) static CLIMB: Exercise<(f64, f64), f64> = Exercise {
    name: "climb",
    inputs: &["rest (mV)", "threshold (mV)"],
    answer: &[in_unit("mV")],
    cases: || vec![(-65.0, -52.5), (-80.0, -45.0), (0.0, 15.0)],
    right: |&(rest, threshold)| threshold - rest,
    mistakes: &[
        gives(
            |&(rest, threshold)| rest - threshold,
            "the difference is the wrong way round: take the lower potential, `rest`, from the higher one.",
            "la différence est à l’envers : retranchez le potentiel le plus bas, `rest`, du plus haut.",
        ),
        gives(
            |&(rest, threshold)| threshold + rest,
            "this is the sum; the way from one to the other is their difference, with `-`.",
            "c’est la somme ; le chemin de l’un à l’autre est leur différence, avec `-`.",
        ),
        gives(
            |_| 20.0,
            "you wrote numbers. Use the names `threshold` and `rest`: they stand for whatever the function is given.",
            "vous avez écrit des nombres. Employez les noms `threshold` et `rest` : ils valent ce que la fonction reçoit.",
        ),
        gives(
            |&(_, threshold)| threshold,
            "this is the threshold alone; the way starts at rest.",
            "c’est le seuil seul ; le chemin part du repos.",
        ),
        gives(
            |&(rest, _)| -rest,
            "this is the way from rest to 0 mV; it ends at the threshold.",
            "c’est le chemin du repos à 0 mV ; il finit au seuil.",
        ),
    ],
    lesson: text(
        "A name stands for its value: one line, and it is right for every neuron.",
        "Un nom vaut sa valeur : une ligne, et elle est juste pour tous les neurones.",
    ),
    ..Exercise::TABLE
};

/// Exercise 2: name and rate in one line of text: `"Purkinje, 40 Hz"`.
pub fn label(student: fn(&str, f64) -> String) -> Verdict {
    LABEL.judge(|&(name, rate)| student(name, rate))
}

pub(super) static LABEL: Exercise<(&'static str, f64), String> = Exercise {
    name: "label",
    inputs: &["name", "rate (Hz)"],
    cases: || vec![("CA1", 0.5), ("granule", 2.25), ("V1", 12.0)],
    right: |(name, rate)| format!("{name}, {rate} Hz"),
    mistakes: &[
        gives(
            |_| "name, rate Hz".into(),
            "a name is replaced by its value only in braces: `{name}`.",
            "un nom n’est remplacé par sa valeur qu’entre accolades : `{name}`.",
        ),
        gives(
            |_| "{name}, {rate} Hz".into(),
            "braces are filled only in `format!(…)`; here the text is taken as it is.",
            "les accolades ne sont remplacées que dans `format!(…)` ; ici, le texte est pris tel quel.",
        ),
        gives(
            |_| "Purkinje, 40 Hz".into(),
            "the text must change with what the function is given: put `{name}` and `{rate}` into it.",
            "le texte doit changer avec ce que la fonction reçoit : mettez-y `{name}` et `{rate}`.",
        ),
        gives(
            |(name, rate)| format!("{name}, {rate}"),
            "the unit is missing: ` Hz` comes after the rate.",
            "l’unité manque : ` Hz` vient après le taux.",
        ),
        gives(
            |(name, rate)| format!("{name}, {rate}Hz"),
            "a blank is missing between the rate and its unit.",
            "il manque une espace entre le taux et son unité.",
        ),
        gives(
            |(name, rate)| format!("{name},{rate} Hz"),
            "a blank is missing after the comma.",
            "il manque une espace après la virgule.",
        ),
        gives(
            |(name, rate)| format!("{name} {rate} Hz"),
            "the comma after the name is missing.",
            "il manque la virgule après le nom.",
        ),
        gives(
            |(name, rate)| format!("{name:?}, {rate} Hz"),
            "`{name:?}` adds quotation marks; write `{name}`.",
            "`{name:?}` ajoute des guillemets ; écrivez `{name}`.",
        ),
        gives(
            |(name, rate)| format!("{name}, {rate:.2} Hz"),
            "the rate is rounded; show it as it is, with `{rate}`.",
            "le taux est arrondi ; affichez-le tel quel, par `{rate}`.",
        ),
    ],
    lesson: text(
        "`format!` makes a text, `println!` shows one: the braces are the same.",
        "`format!` fabrique un texte, `println!` l’affiche : les accolades sont les mêmes.",
    ),
    ..Exercise::TABLE
};

/// Exercise 3: a count, and three more.
pub fn three_more(student: fn(i32) -> i32) -> Verdict {
    THREE_MORE.judge(|&(spikes,)| student(spikes))
}

pub(super) static THREE_MORE: Exercise<(i32,), i32> = Exercise {
    name: "three_more",
    inputs: &["spikes"],
    cases: || vec![(12,), (0,), (250,)],
    right: |&(spikes,)| spikes + 3,
    mistakes: &[
        gives(
            |&(spikes,)| spikes,
            "the count has not changed. Does `count += 3;` come before the last line, and is the last line `count`?",
            "le compte n’a pas changé. `count += 3;` vient-il avant la dernière ligne, et celle-ci est-elle `count` ?",
        ),
        gives(
            |_| 3,
            "`count = 3` throws away the old value; `count += 3` adds to it.",
            "`count = 3` jette l’ancienne valeur ; `count += 3` ajoute à celle-ci.",
        ),
        gives(
            |&(spikes,)| spikes * 3,
            "this is three times as many; three more is `+`.",
            "c’est trois fois plus ; trois de plus, c’est `+`.",
        ),
        gives(|&(spikes,)| spikes + 1, "this is one more, not three.", "c’est un de plus, et non trois."),
    ],
    lesson: text(
        "`let mut` announces that a value will move, `+=` moves it.",
        "`let mut` annonce qu’une valeur va changer, `+=` la change.",
    ),
    ..Exercise::TABLE
};

/// Exercise 4: half of a whole number, as a real number.
pub fn half(student: fn(i32) -> f64) -> Verdict {
    HALF.judge(|&(spikes,)| student(spikes))
}

pub(super) static HALF: Exercise<(i32,), f64> = Exercise {
    name: "half",
    inputs: &["spikes"],
    cases: || vec![(9,), (1,), (40,), (0,)],
    right: |&(spikes,)| f64::from(spikes) / 2.0,
    mistakes: &[
        gives(
            |&(spikes,)| f64::from(spikes / 2),
            "`as f64` comes too late: `spikes / 2` has already lost what follows the point. Convert first: `spikes as f64 / 2.0`.",
            "`as f64` arrive trop tard : `spikes / 2` a déjà perdu ce qui suit la virgule. Convertissez d’abord : \
             `spikes as f64 / 2.0`.",
        ),
        gives(
            |&(spikes,)| f64::from(spikes),
            "this is the whole number itself; it still has to be divided by `2.0`.",
            "c’est l’entier lui-même ; il faut encore le diviser par `2.0`.",
        ),
        gives(|&(spikes,)| f64::from(spikes) * 2.0, "this is twice as many.", "c’est le double."),
        gives(
            |&(spikes,)| 2.0 / f64::from(spikes),
            "the fraction is upside down: the number of spikes comes first.",
            "la fraction est à l’envers : le nombre de potentiels d’action vient d’abord.",
        ),
        gives(
            |&(spikes,)| f64::from(spikes % 2),
            "`%` is the remainder; divide with `/`.",
            "`%` est le reste ; divisez par `/`.",
        ),
    ],
    lesson: text(
        "Half of 9 is 4.5 only among real numbers: convert, then divide.",
        "La moitié de 9 n’est 4,5 que chez les réels : convertissez, puis divisez.",
    ),
    ..Exercise::TABLE
};

/// Exercise 5: (1 + √5)/2.
pub fn golden_ratio(student: fn() -> f64) -> Verdict {
    GOLDEN_RATIO.judge(|()| student())
}

pub(super) static GOLDEN_RATIO: Exercise<(), f64> = Exercise {
    name: "golden_ratio",
    answer: &[part("", "the only one, without arguments", "le seul, sans argument")],
    cases: || vec![()],
    right: |()| (1.0 + 5.0_f64.sqrt()) / 2.0,
    mistakes: &[
        gives(
            |()| 1.0 + 5.0_f64.sqrt() / 2.0,
            "division comes before addition: only the root is halved. Put the sum in parentheses.",
            "la division passe avant l’addition : seule la racine est divisée. Mettez la somme entre parenthèses.",
        ),
        gives(
            |()| 6.0_f64.sqrt() / 2.0,
            "this is √6/2: take the root of 5 alone, `5.0_f64.sqrt()`, and 1 is added afterwards.",
            "c’est √6/2 : la racine porte sur 5 seul, `5.0_f64.sqrt()`, et 1 s’ajoute ensuite.",
        ),
        gives(
            |()| 3.0_f64.sqrt(),
            "this is the root of (1 + 5)/2: take the root of 5 alone, `5.0_f64.sqrt()`.",
            "c’est la racine de (1 + 5)/2 : la racine porte sur 5 seul, `5.0_f64.sqrt()`.",
        ),
        gives(
            |()| 1.618,
            "this is rounded: let the computer calculate all its digits, from `5.0_f64.sqrt()`.",
            "c’est arrondi : laissez l’ordinateur calculer toutes les décimales, à partir de `5.0_f64.sqrt()`.",
        ),
        gives(
            |()| 1.0 + 5.0_f64.sqrt(),
            "this is twice as much: divide the sum by 2.",
            "c’est le double : divisez la somme par 2.",
        ),
        gives(
            |()| (1.0 - 5.0_f64.sqrt()) / 2.0,
            "the root is subtracted; it should be added.",
            "la racine est retranchée ; il faut l’ajouter.",
        ),
    ],
    lesson: text(
        "`5.0_f64` is a number that knows its type, so that it can have methods.",
        "`5.0_f64` est un nombre qui connaît son type, et peut donc avoir des méthodes.",
    ),
    ..Exercise::TABLE
};

/// Exercise 6: the potential in the middle between two others, in mV.
pub fn middle(student: fn(f64, f64) -> f64) -> Verdict {
    MIDDLE.judge(|&(a, b)| student(a, b))
}

pub(super) static MIDDLE: Exercise<(f64, f64), f64> = Exercise {
    name: "middle",
    inputs: &["a (mV)", "b (mV)"],
    answer: &[in_unit("mV")],
    cases: || vec![(-70.0, -52.0), (30.0, -75.0), (5.0, 6.0)],
    right: |&(a, b)| (a + b) / 2.0,
    also_right: &[|&(a, b)| a + 0.5 * (b - a)],
    mistakes: &[
        gives(
            |&(a, b)| a + b / 2.0,
            "division comes before addition: only b is halved. Write `(a + b) / 2.0`.",
            "la division passe avant l’addition : seul b est divisé. Écrivez `(a + b) / 2.0`.",
        ),
        gives(
            |&(a, b)| a / 2.0 + b,
            "only a is halved: put the sum in parentheses, then divide.",
            "seul a est divisé : mettez la somme entre parenthèses, puis divisez.",
        ),
        gives(
            |&(a, b)| (a - b) / 2.0,
            "this is half of the difference; the middle is half of the sum.",
            "c’est la moitié de la différence ; le milieu est la moitié de la somme.",
        ),
        gives(
            |&(a, b)| (b - a) / 2.0,
            "this is half of the way from a to b; add it to a, or take half of the sum.",
            "c’est la moitié du chemin de a à b ; ajoutez-la à a, ou prenez la moitié de la somme.",
        ),
        gives(
            |&(a, b)| a + b,
            "this is the sum; it has to be halved.",
            "c’est la somme ; il faut la diviser par deux.",
        ),
    ],
    lesson: text(
        "Parentheses cost nothing, and say what belongs together.",
        "Les parenthèses ne coûtent rien, et disent ce qui va ensemble.",
    ),
    ..Exercise::TABLE
};

/// Exercise 7: a quarter of the way from one potential to another, in mV.
pub fn quarter(student: fn(f64, f64) -> f64) -> Verdict {
    QUARTER.judge(|&(a, b)| student(a, b))
}

pub(super) static QUARTER: Exercise<(f64, f64), f64> = Exercise {
    name: "quarter",
    inputs: &["a (mV)", "b (mV)"],
    answer: &[in_unit("mV")],
    cases: || vec![(-70.0, -50.0), (10.0, -30.0), (0.0, 4.0)],
    right: |&(a, b)| a + (b - a) / 4.0,
    also_right: &[|&(a, b)| (a + (a + b) / 2.0) / 2.0],
    mistakes: &[
        gives(
            |&(a, b)| (a + b) / 2.0,
            "this is the middle. A quarter of the way is the middle between a and that middle.",
            "c’est le milieu. Le quart du chemin est le milieu entre a et ce milieu.",
        ),
        gives(
            |&(a, b)| (a + 3.0 * b) / 4.0,
            "this is three quarters of the way, close to b: take the middle between **a** and the middle.",
            "ce sont les trois quarts du chemin, près de b : prenez le milieu entre **a** et le milieu.",
        ),
        gives(
            |&(a, b)| (a + b) / 4.0,
            "this is half of the middle, which is something else: call `middle` twice, once inside the other.",
            "c’est la moitié du milieu, ce qui est autre chose : appelez `middle` deux fois, l’une dans l’autre.",
        ),
        gives(
            |&(a, b)| (b - a) / 4.0,
            "this is the length of the way; it starts at a.",
            "c’est la longueur du chemin ; il part de a.",
        ),
    ],
    lesson: text(
        "A function that you wrote is a word that you may use.",
        "Une fonction que vous avez écrite est un mot dont vous pouvez vous servir.",
    ),
    ..Exercise::TABLE
};
