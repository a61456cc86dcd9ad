use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, in_unit, seen, text};

/// Exercise 38: time in ms from the onset of a stimulus to the first spike at or after it; `None` if there is none.
pub fn latency(student: fn(&[f64], f64) -> Option<f64>) -> Verdict {
    LATENCY.judge(|&(times, onset)| student(times, onset))
}

type Call = (&'static [f64], f64);

/// The spike sought is neither the first nor the last, is exactly at the onset, is the only one, or does not exist.
pub(super) static LATENCY: Exercise<Call, Option<f64>> = Exercise {
    name: "latency",
    inputs: &["times (ms)", "onset (ms)"],
    answer: &[in_unit("ms")],
    cases: || {
        vec![
            (&[3.5, 21.0, 58.25, 71.0, 90.5], 50.0),
            (&[12.0, 40.0, 55.0, 71.5], 40.0),
            (&[130.0], 100.0),
            (&[5.0, 8.5, 19.0], 30.0),
            (&[], 10.0),
        ]
    },
    right: |&(times, onset)| times.iter().find(|&&t| t >= onset).map(|t| t - onset),
    mistakes: &[
        seen(
            |_, right, student| right.is_none() && student.is_some(),
            |call| Some((LATENCY.right)(call).unwrap_or(0.0)),
            "no spike comes after the onset, so there is no latency. After the loop, return `None`.",
            "aucun potentiel d’action ne suit le stimulus : il n’y a pas de latence. Après la boucle, renvoyez `None`.",
        ),
        seen(
            |call, &right, &student| right == Some(0.0) && (student.is_none() || student == after(call)),
            after,
            "a spike exactly at the onset counts, with the latency 0: compare with `>=`, not with `>`.",
            "un potentiel d’action au moment même du stimulus compte, avec une latence nulle : comparez par `>=` et non \
             par `>`.",
        ),
        seen(
            |(times, _), right, student| times.len() == 1 && right.is_some() && student.is_none(),
            |&(times, onset)| times.iter().skip(1).find(|&&t| t >= onset).map(|t| t - onset),
            "there is only one spike, and it comes after the onset. Does your loop visit it?",
            "il n’y a qu’un potentiel d’action, et il suit le stimulus. Votre boucle le visite-t-elle ?",
        ),
        seen(
            |_, right, student| right.is_some() && student.is_none(),
            |&(times, onset)| times.first().filter(|&&t| t >= onset).map(|t| t - onset),
            "a spike does come after the onset. Is the comparison the right way round? And is `None` after the loop? Inside \
             it, in an `else`, it gives up at the first spike.",
            "un potentiel d’action suit bien le stimulus. La comparaison est-elle dans le bon sens ? Et `None` est-il après \
             la boucle ? Dans la boucle, dans un `else`, il abandonne au premier potentiel d’action.",
        ),
        gives(
            |&(times, onset)| times.iter().copied().find(|&t| t >= onset),
            "this is the time of the spike. The latency counts from the onset: subtract it.",
            "c’est le temps du potentiel d’action. La latence se compte à partir du stimulus : soustrayez `onset`.",
        ),
        gives(
            |&(times, onset)| times.iter().rfind(|&&t| t >= onset).map(|t| t - onset),
            "this is the latency of the last spike: leave the function at the first one, with `return`.",
            "c’est la latence du dernier potentiel d’action : quittez la fonction au premier, par `return`.",
        ),
        gives(
            |&(times, onset)| times.first().map(|t| t - onset),
            "this is the first spike of the recording, which came before the onset. Skip the spikes before it.",
            "c’est le premier potentiel d’action de l’enregistrement, venu avant le stimulus. Sautez ceux d’avant.",
        ),
        gives(
            |&(times, onset)| times.iter().rfind(|&&t| t < onset).map(|t| t - onset),
            "this spike came before the onset: a latency is not negative.",
            "ce potentiel d’action est venu avant le stimulus : une latence n’est pas négative.",
        ),
        gives(
            |&(times, onset)| times.iter().position(|&t| t >= onset).map(|k| k as f64),
            "this is the index of the spike; its time is `times[k]`.",
            "c’est l’indice du potentiel d’action ; son temps est `times[k]`.",
        ),
    ],
    lesson: text(
        "Also where there is no answer: `None` says so, where a number could only lie.",
        "Y compris quand il n’y a pas de réponse : `None` le dit, alors qu’un nombre mentirait.",
    ),
    ..Exercise::TABLE
};

/// The first spike that is strictly after the onset.
fn after(&(times, onset): &Call) -> Option<f64> {
    times.iter().find(|&&t| t > onset).map(|t| t - onset)
}
