//! Very small exercises: lists.

use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, in_unit, text};

/// Exercise 14: the last time of a list that is not empty, in ms.
pub fn last(student: fn(&[f64]) -> f64) -> Verdict {
    LAST.judge(|&(times,)| student(times))
}

pub(super) static LAST: Exercise<(&'static [f64],), f64> = Exercise {
    name: "last",
    inputs: &["times (ms)"],
    answer: &[in_unit("ms")],
    cases: || vec![(&[4.0, 9.5, 31.25],), (&[7.0],), (&[1.0, 2.0, 6.0, 50.5],)],
    right: |&(times,)| times[times.len() - 1],
    mistakes: &[
        gives(|&(times,)| times[0], "this is the first one.", "c’est le premier."),
        gives(
            |&(times,)| times.len() as f64,
            "this is how many there are; the last one has the index `times.len() - 1`.",
            "c’est leur nombre ; le dernier a l’indice `times.len() - 1`.",
        ),
        gives(
            |&(times,)| (times.len() - 1) as f64,
            "this is the index of the last one; its value is `times[…]` with this index.",
            "c’est l’indice du dernier ; sa valeur est `times[…]` avec cet indice.",
        ),
        gives(
            |&(times,)| times.get(2).copied().unwrap_or(times[0]),
            "this is the entry with the index 2, which is the last one only of a list of three.",
            "c’est l’élément d’indice 2, qui n’est le dernier que d’une liste de trois.",
        ),
    ],
    lesson: text(
        "We count from 0, so the last index is one less than the length.",
        "On compte à partir de 0 : le dernier indice est la longueur moins un.",
    ),
    ..Exercise::TABLE
};

/// Exercise 15: how many times in ms come before the limit.
pub fn count_early(student: fn(&[f64], f64) -> usize) -> Verdict {
    COUNT_EARLY.judge(|&(times, limit)| student(times, limit))
}

pub(super) static COUNT_EARLY: Exercise<(&'static [f64], f64), usize> = Exercise {
    name: "count_early",
    inputs: &["times (ms)", "limit (ms)"],
    cases: || {
        vec![
            (&[3.0, 8.5, 20.0, 41.0, 60.0, 75.0, 90.0], 20.0),
            (&[15.0, 18.0, 19.0, 22.0], 20.0),
            (&[12.0, 30.0], 5.0),
            (&[], 10.0),
        ]
    },
    right: |&(times, limit)| times.iter().filter(|&&t| t < limit).count(),
    mistakes: &[
        gives(
            |&(times, limit)| times.iter().filter(|&&t| t <= limit).count(),
            "a spike exactly at the limit is not before it: compare with `<`.",
            "un potentiel d’action juste à la limite n’est pas avant : comparez par `<`.",
        ),
        gives(
            |&(times, limit)| times.iter().filter(|&&t| t > limit).count(),
            "these come after the limit: the comparison is the wrong way round.",
            "ceux-là viennent après la limite : la comparaison est à l’envers.",
        ),
        gives(
            |&(times, _)| times.len(),
            "all of them are counted: the `if` is missing.",
            "tous sont comptés : il manque le `if`.",
        ),
        gives(
            |&(times, limit)| usize::from(times.iter().any(|&t| t < limit)),
            "the count gets to 1 and no further: create it before the loop, and add with `+=`.",
            "le compte s’arrête à 1 : créez-le avant la boucle, et ajoutez par `+=`.",
        ),
        gives(|_| 0, "nothing was counted: add 1 inside the `if`.", "rien n’a été compté : ajoutez 1 dans le `if`."),
        gives(
            |&(times, limit)| times.iter().filter(|&&t| t < limit).map(|&t| t as usize).sum(),
            "this is the sum of the times; each spike counts for 1.",
            "c’est la somme des temps ; chaque potentiel d’action compte pour 1.",
        ),
    ],
    lesson: text(
        "A count, a loop, an `if`: so the spikes of a trial, of a bin, of a burst are counted.",
        "Un compte, une boucle, un `if` : ainsi se comptent les potentiels d’action d’un essai, d’un intervalle, d’une bouffée.",
    ),
    ..Exercise::TABLE
};

/// Exercise 16: times in ms as a new list in s.
pub fn in_seconds(student: fn(&[f64]) -> Vec<f64>) -> Verdict {
    IN_SECONDS.judge(|&(times,)| student(times))
}

pub(super) static IN_SECONDS: Exercise<(&'static [f64],), Vec<f64>> = Exercise {
    name: "in_seconds",
    inputs: &["times (ms)"],
    answer: &[in_unit("s")],
    cases: || vec![(&[250.0, 1200.0, 2000.0],), (&[7.5],), (&[],)],
    right: |&(times,)| times.iter().map(|t| t / 1000.0).collect(),
    mistakes: &[
        gives(
            |&(times,)| times.iter().map(|t| t * 1000.0).collect(),
            "the times have become larger; 1000 ms are 1 s: divide.",
            "les temps ont grandi ; 1000 ms font 1 s : divisez.",
        ),
        gives(
            |&(times,)| times.to_vec(),
            "these are still milliseconds: append `t / 1000.0`.",
            "ce sont encore des millisecondes : ajoutez `t / 1000.0`.",
        ),
        gives(
            |_| Vec::new(),
            "the list is empty: `push` must be called in each turn.",
            "la liste est vide : il faut appeler `push` à chaque tour.",
        ),
        gives(
            |&(times,)| times.iter().rev().take(1).map(|t| t / 1000.0).collect(),
            "only the last time is there: create the list before the loop, not inside.",
            "seul le dernier temps y est : créez la liste avant la boucle, et non dedans.",
        ),
        gives(
            |&(times,)| times.iter().take(1).map(|t| t / 1000.0).collect(),
            "only the first time is there: the last line, with the list, comes after the loop, not inside.",
            "seul le premier temps y est : la dernière ligne, avec la liste, vient après la boucle, et non dedans.",
        ),
        gives(
            |&(times,)| times.iter().copied().chain(times.iter().map(|t| t / 1000.0)).collect(),
            "the old list is still in front: begin with an empty one, `Vec::new()`.",
            "l’ancienne liste est encore devant : partez d’une liste vide, `Vec::new()`.",
        ),
    ],
    lesson: text(
        "An empty list, a loop, a `push`: a new list is made from an old one.",
        "Une liste vide, une boucle, un `push` : d’une liste on en fait une autre.",
    ),
    ..Exercise::TABLE
};

/// Exercise 17: the same list with a 0 in the place k.
pub fn muted(student: fn(&[f64], usize) -> Vec<f64>) -> Verdict {
    MUTED.judge(|&(rates, k)| student(rates, k))
}

pub(super) static MUTED: Exercise<(&'static [f64], usize), Vec<f64>> = Exercise {
    name: "muted",
    inputs: &["rates (Hz)", "k"],
    answer: &[in_unit("Hz")],
    cases: || vec![(&[8.0, 12.0, 3.5, 20.0], 2), (&[5.0, 6.0], 0), (&[1.0, 2.0, 4.0], 1)],
    right: |&(rates, k)| with(rates, |rates| rates[k] = 0.0),
    mistakes: &[
        gives(
            |&(rates, k)| with(rates, |rates| rates[k.saturating_sub(1)] = 0.0),
            "one place too early: the index k counts from 0, as Rust does. Write `copy[k]`.",
            "un cran trop tôt : l’indice k compte à partir de 0, comme Rust. Écrivez `copy[k]`.",
        ),
        gives(
            |&(rates, k)| with(rates, |copy| copy[(k + 1).min(rates.len() - 1)] = 0.0),
            "one place too late: write `copy[k]`.",
            "un cran trop tard : écrivez `copy[k]`.",
        ),
        gives(
            |&(rates, _)| rates.to_vec(),
            "nothing has changed: the line is `copy[k] = 0.0;`, with a single `=`.",
            "rien n’a changé : la ligne est `copy[k] = 0.0;`, avec un seul `=`.",
        ),
        gives(
            |&(rates, k)| {
                let mut copy = rates.to_vec();
                copy.remove(k);
                copy
            },
            "the entry is gone, and the list is shorter; put a 0 in its place.",
            "l’élément a disparu, et la liste est plus courte ; mettez un 0 à sa place.",
        ),
        gives(
            |&(rates, _)| vec![0.0; rates.len()],
            "all of them are 0; only the one with the index k should be.",
            "tous sont nuls ; seul celui d’indice k doit l’être.",
        ),
        gives(
            |&(rates, _)| [rates, &[0.0]].concat(),
            "`push` appends at the end; `copy[k] = …` changes an entry that is there.",
            "`push` ajoute à la fin ; `copy[k] = …` change un élément qui est là.",
        ),
    ],
    lesson: text(
        "`x[k]` on the left of `=` changes the entry k: so is every simulation of this course written.",
        "`x[k]` à gauche de `=` change l’élément k : c’est ainsi que s’écrivent toutes les simulations du cours.",
    ),
    ..Exercise::TABLE
};

fn with(values: &[f64], change: impl Fn(&mut Vec<f64>)) -> Vec<f64> {
    let mut copy = values.to_vec();
    change(&mut copy);
    copy
}

/// Exercise 18: the time from each spike to the next, in ms.
pub fn intervals(student: fn(&[f64]) -> Vec<f64>) -> Verdict {
    INTERVALS.judge(|&(times,)| student(times))
}

pub(super) static INTERVALS: Exercise<(&'static [f64],), Vec<f64>> = Exercise {
    name: "intervals",
    inputs: &["times (ms)"],
    answer: &[in_unit("ms")],
    cases: || vec![(&[2.0, 5.0, 11.5, 12.0],), (&[40.0, 90.0],), (&[6.0],)],
    right: |&(times,)| times.windows(2).map(|pair| pair[1] - pair[0]).collect(),
    mistakes: &[
        gives(
            |&(times,)| times.windows(2).map(|pair| pair[0] - pair[1]).collect(),
            "the intervals are negative: take the earlier time from the later one, `times[k] - times[k - 1]`.",
            "les intervalles sont négatifs : retranchez le temps le plus ancien, `times[k] - times[k - 1]`.",
        ),
        gives(
            |&(times,)| times.windows(2).skip(1).map(|pair| pair[1] - pair[0]).collect(),
            "the first interval is missing: the loop starts at 1, whose neighbour has the index 0.",
            "le premier intervalle manque : la boucle part de 1, dont le voisin a l’indice 0.",
        ),
        gives(
            |&(times,)| times.windows(2).rev().skip(1).rev().map(|pair| pair[1] - pair[0]).collect(),
            "the last interval is missing: `1..times.len()` already stops before `times.len()`.",
            "le dernier intervalle manque : `1..times.len()` s’arrête déjà avant `times.len()`.",
        ),
        gives(
            |&(times,)| times.to_vec(),
            "these are the times; append the difference of two that follow each other.",
            "ce sont les temps ; ajoutez la différence de deux temps qui se suivent.",
        ),
        gives(
            |&(times,)| times.iter().skip(1).map(|t| t - times[0]).collect(),
            "all are counted from the first spike; an interval counts from the one before.",
            "tous partent du premier potentiel d’action ; un intervalle part du précédent.",
        ),
        gives(
            |&(times,)| times.windows(2).map(|pair| pair[1] + pair[0]).collect(),
            "these are sums; an interval is a difference.",
            "ce sont des sommes ; un intervalle est une différence.",
        ),
    ],
    lesson: text(
        "Four spikes have three intervals: the loop begins at 1, because 0 has no neighbour before it.",
        "Quatre potentiels d’action font trois intervalles : la boucle part de 1, car 0 n’a pas de voisin avant lui.",
    ),
    ..Exercise::TABLE
};

/// Exercise 19: how far the steps lead, one after the other, without passing the limit.
pub fn stop_in_time(student: fn(&[f64], f64) -> f64) -> Verdict {
    STOP_IN_TIME.judge(|&(steps, limit)| student(steps, limit))
}

pub(super) static STOP_IN_TIME: Exercise<(&'static [f64], f64), f64> = Exercise {
    name: "stop_in_time",
    inputs: &["steps (ms)", "limit (ms)"],
    answer: &[in_unit("ms")],
    cases: || vec![(&[4.0, 3.0, 6.0, 1.0], 10.0), (&[2.0, 5.0], 20.0), (&[8.0, 0.5], 5.0), (&[3.0, 2.0, 9.0], 5.0)],
    right: |&(steps, limit)| reached(steps, limit, |t, step| t + step),
    mistakes: &[
        gives(
            |&(steps, _)| steps.iter().sum(),
            "all steps are added up: leave the loop with `break;` before the sum passes the limit.",
            "tous les pas sont additionnés : quittez la boucle par `break;` avant que la somme dépasse la limite.",
        ),
        gives(
            |&(steps, limit)| reached(steps, limit, |t, _| t),
            "one step too many: ask whether `t + step` is above the limit, *before* you add.",
            "un pas de trop : demandez si `t + step` dépasse la limite *avant* d’ajouter.",
        ),
        gives(
            |&(steps, limit)| steps.iter().fold(0.0, |t, step| if t + step > limit { t } else { t + step }),
            "the step that is too long is skipped, and later ones are added: `break;` ends the loop for good.",
            "le pas trop long est sauté, et les suivants sont ajoutés : `break;` finit la boucle pour de bon.",
        ),
        gives(
            |&(steps, limit)| steps.iter().sum::<f64>().min(limit),
            "this is the limit; the answer is the sum of whole steps.",
            "c’est la limite ; la réponse est la somme de pas entiers.",
        ),
        gives(
            |_| 0.0,
            "the sum has stayed 0: is the condition the wrong way round? Do you add after the `if`?",
            "la somme est restée nulle : la condition est-elle à l’envers ? Ajoutez-vous après le `if` ?",
        ),
    ],
    lesson: text(
        "`break` leaves the loop, `return` the function. A spike train is made so in TD2.",
        "`break` quitte la boucle, `return` la fonction. Au TD2, on fabrique ainsi un train de potentiels d’action.",
    ),
    ..Exercise::TABLE
};

/// The sum of the steps until what is asked about passes the limit.
fn reached(steps: &[f64], limit: f64, asked: fn(f64, f64) -> f64) -> f64 {
    let mut t = 0.0;
    for &step in steps {
        if asked(t, step) > limit {
            break;
        }
        t += step;
    }
    t
}

/// Exercise 20: the mean of the squares of a list that is not empty.
pub fn mean_of_squares(student: fn(&[f64]) -> f64) -> Verdict {
    MEAN_OF_SQUARES.judge(|&(values,)| student(values))
}

pub(super) static MEAN_OF_SQUARES: Exercise<(&'static [f64],), f64> = Exercise {
    name: "mean_of_squares",
    inputs: &["values"],
    cases: || vec![(&[1.0, -2.0, 4.0],), (&[0.5, 2.5],), (&[3.0],)],
    right: |&(values,)| values.iter().map(|x| x * x).sum::<f64>() / values.len() as f64,
    mistakes: &[
        gives(
            |&(values,)| values.iter().sum::<f64>() / values.len() as f64,
            "this is the mean of the numbers; each has to be squared first, in `map`.",
            "c’est la moyenne des nombres ; il faut d’abord élever chacun au carré, dans `map`.",
        ),
        gives(
            |&(values,)| (values.iter().sum::<f64>() / values.len() as f64).powi(2),
            "this is the square of the mean; square first, then take the mean.",
            "c’est le carré de la moyenne ; élevez d’abord au carré, puis prenez la moyenne.",
        ),
        gives(
            |&(values,)| values.iter().map(|x| x * x).sum(),
            "this is the sum of the squares; divide by how many there are.",
            "c’est la somme des carrés ; divisez par leur nombre.",
        ),
        gives(
            |&(values,)| values.iter().map(|x| 2.0 * x).sum::<f64>() / values.len() as f64,
            "the numbers are doubled; the square of x is `x * x`.",
            "les nombres sont doublés ; le carré de x est `x * x`.",
        ),
        gives(
            |&(values,)| (values.iter().map(|x| x * x).sum::<f64>() / values.len() as f64).sqrt(),
            "this is its root; the mean of the squares itself is asked for.",
            "c’est sa racine ; on demande la moyenne des carrés elle-même.",
        ),
    ],
    lesson: text(
        "This reads from left to right: go through, turn each into something else, add up. So is a variance computed.",
        "Cela se lit de gauche à droite : parcourir, transformer chacun, additionner. Ainsi se calcule une variance.",
    ),
    ..Exercise::TABLE
};

/// Exercise 21: the second half of a list; of an odd number, the larger half.
pub fn second_half(student: fn(&[f64]) -> Vec<f64>) -> Verdict {
    SECOND_HALF.judge(|&(values,)| student(values))
}

pub(super) static SECOND_HALF: Exercise<(&'static [f64],), Vec<f64>> = Exercise {
    name: "second_half",
    inputs: &["values"],
    cases: || vec![(&[3.0, 1.0, 4.0, 1.5, 5.0, 9.0],), (&[2.0, 7.0, 1.0],), (&[6.0],)],
    right: |&(values,)| values[values.len() / 2..].to_vec(),
    mistakes: &[
        gives(
            |&(values,)| values[..values.len() / 2].to_vec(),
            "this is the first half: the `..` comes after the index where the slice begins.",
            "c’est la première moitié : les `..` viennent après l’indice où commence la tranche.",
        ),
        gives(
            |&(values,)| values[(values.len() / 2 + 1).min(values.len())..].to_vec(),
            "one entry is missing: the slice begins at `values.len() / 2`, without + 1.",
            "il manque un élément : la tranche commence à `values.len() / 2`, sans + 1.",
        ),
        gives(
            |&(values,)| values[values.len().div_ceil(2)..].to_vec(),
            "of an odd number the larger half is asked for: 3 / 2 is 1, where the slice begins.",
            "pour un nombre impair, on demande la plus grande moitié : 3 / 2 vaut 1, où commence la tranche.",
        ),
        gives(
            |&(values,)| values[2.min(values.len() - 1)..].to_vec(),
            "the slice always begins at 2; half of the length is `values.len() / 2`.",
            "la tranche commence toujours à 2 ; la moitié de la longueur est `values.len() / 2`.",
        ),
    ],
    lesson: text(
        "`x[a..b]` is the part from a up to b, not included; without b it goes to the end.",
        "`x[a..b]` est la partie de a à b non compris ; sans b, elle va jusqu’à la fin.",
    ),
    ..Exercise::TABLE
};
