//! Very small exercises: an array that is lent for changing.

use ndarray::{Array1, array};

use crate::check::Verdict;
use crate::check::argument::Changed;
use crate::check::exercise::{Exercise, gives, text};

/// A function that counts a spike: counts (changed in place), time and bin size in ms.
pub type Counter = fn(&mut Array1<f64>, f64, f64);

/// Exercise 34: one more in the bin of this time.
pub fn count_spike(student: Counter) -> Verdict {
    COUNT_SPIKE.judge(|(Changed(counts), t, bin_size)| {
        let mut counts = counts.clone();
        student(&mut counts, *t, *bin_size);
        counts
    })
}

type Spike = (Changed<Array1<f64>>, f64, f64);

pub(super) static COUNT_SPIKE: Exercise<Spike, Array1<f64>> = Exercise {
    name: "count_spike",
    inputs: &["counts", "t (ms)", "bin_size (ms)"],
    cases: || {
        vec![
            (Changed(array![0.0, 2.0, 5.0, 1.0]), 27.5, 10.0),
            (Changed(array![4.0, 0.0, 3.0, 0.0, 1.0]), 8.0, 2.0),
            (Changed(array![3.0, 7.0]), 0.5, 1.0),
        ]
    },
    right: |call| counted(call, |t, bin_size| (t / bin_size) as usize, |count| count + 1.0),
    mistakes: &[
        gives(
            |call| counted(call, |t, bin_size| (t / bin_size).round() as usize, |count| count + 1.0),
            "the bin is rounded; 27.5 ms is in the bin from 20 to 30 ms: cut off, with `as usize`.",
            "le numéro est arrondi ; 27,5 ms est dans l’intervalle de 20 à 30 ms : tronquez, par `as usize`.",
        ),
        gives(
            |call| counted(call, |t, bin_size| (t / bin_size) as usize, |_| 1.0),
            "the old count is lost: `+= 1.0` adds to it, `= 1.0` replaces it.",
            "l’ancien compte est perdu : `+= 1.0` y ajoute, `= 1.0` le remplace.",
        ),
        gives(
            |(Changed(counts), ..)| counts.clone(),
            "no count has changed. If you change a copy, change `counts` itself.",
            "aucun compte n’a changé. Si vous changez une copie, changez `counts` elle-même.",
        ),
        gives(
            |(Changed(counts), ..)| counts + 1.0,
            "every bin counts one more; only one has the spike: `counts[k] += 1.0`.",
            "tous les intervalles comptent un de plus ; un seul a le potentiel d’action : `counts[k] += 1.0`.",
        ),
        gives(
            |call| counted(call, |t, bin_size| (t / bin_size) as usize + 1, |count| count + 1.0),
            "one bin too late: bins are counted from 0.",
            "un intervalle trop tard : on les compte à partir de 0.",
        ),
    ],
    lesson: text(
        "`&mut` lends an array for changing: what the function does to it, it does to yours.",
        "`&mut` prête un tableau pour qu’on le change : ce que la fonction lui fait, elle le fait au vôtre.",
    ),
    ..Exercise::TABLE
};

/// The counts with a change in one bin; a bin that is not there changes nothing.
fn counted((Changed(counts), t, bin_size): &Spike, bin: fn(f64, f64) -> usize, change: fn(f64) -> f64) -> Array1<f64> {
    let mut counts = counts.clone();
    if let Some(count) = counts.get_mut(bin(*t, *bin_size)) {
        *count = change(*count);
    }
    counts
}

/// Exercise 35: the numbers of spikes in n bins of this size in ms.
pub fn count_all(student: fn(&[f64], usize, f64) -> Array1<f64>) -> Verdict {
    COUNT_ALL.judge(|&(times, n, bin_size)| student(times, n, bin_size))
}

type Train = (&'static [f64], usize, f64);

pub(super) static COUNT_ALL: Exercise<Train, Array1<f64>> = Exercise {
    name: "count_all",
    inputs: &["times (ms)", "n", "bin_size (ms)"],
    cases: || vec![(&[1.0, 12.5, 17.0, 28.0], 4, 10.0), (&[0.5, 0.75, 3.5], 3, 2.0), (&[], 2, 5.0)],
    right: |call| histogram(call, |t, bin_size| t / bin_size),
    mistakes: &[
        gives(
            |&(_, n, _)| Array1::zeros(n),
            "nothing was counted: hand over the array itself, `&mut counts`, not a copy.",
            "rien n’a été compté : confiez le tableau lui-même, `&mut counts`, et non une copie.",
        ),
        gives(
            |&(times, n, bin_size)| {
                histogram(&(&times[times.len().saturating_sub(1)..], n, bin_size), |t, size| t / size)
            },
            "only the last spike is counted: make the array before the loop, not inside.",
            "seul le dernier potentiel d’action est compté : créez le tableau avant la boucle, et non dedans.",
        ),
        gives(
            |&(times, n, bin_size)| histogram(&(&times[..times.len().min(1)], n, bin_size), |t, size| t / size),
            "only the first spike is counted: the last line, with the array, comes after the loop.",
            "seul le premier potentiel d’action est compté : la dernière ligne, avec le tableau, vient après la boucle.",
        ),
        gives(
            |&(times, n, bin_size)| histogram(&(times, n + 1, bin_size), |t, size| t / size),
            "one bin too many: `Array1::zeros(n)` has n.",
            "un intervalle de trop : `Array1::zeros(n)` en a n.",
        ),
        gives(
            |call| histogram(call, |t, _| t),
            "the time is taken for the number of the bin: hand `bin_size` on to `count_spike`.",
            "le temps est pris pour le numéro de l’intervalle : transmettez `bin_size` à `count_spike`.",
        ),
    ],
    lesson: text(
        "A small function does one thing, a loop does it for all: these counts are a histogram.",
        "Une petite fonction fait une chose, une boucle la fait pour tous : ces comptes sont un histogramme.",
    ),
    ..Exercise::TABLE
};

/// How many times fall into each of n bins; the others are left out.
fn histogram(&(times, n, bin_size): &Train, bin: fn(f64, f64) -> f64) -> Array1<f64> {
    let mut counts = Array1::zeros(n);
    for &t in times {
        if let Some(count) = counts.get_mut(bin(t, bin_size) as usize) {
            *count += 1.0;
        }
    }
    counts
}
