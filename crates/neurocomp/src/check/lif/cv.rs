use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, text};
use crate::spike_train::SpikeTrain;

/// Exercise 7: coefficient of variation, standard deviation over mean, both with 1/N. It has no unit.
pub fn cv(student: fn(&[f64]) -> f64) -> Verdict {
    CV.judge(|&(isi,)| student(isi))
}

type Call = (&'static [f64],);

pub(super) static CV: Exercise<Call, f64> = Exercise {
    name: "cv",
    inputs: &["isi (ms)"],
    cases: || {
        vec![(&[4.0, 9.0, 2.5, 16.0, 7.5],), (&[30.0, 31.0, 29.5, 30.5, 28.0],), (&[120.0, 3.0, 2.0, 260.0, 1.0],)]
    },
    // The library's CV takes a train: one that starts at 0 and has these intervals.
    right: |&(isi,)| {
        let times = (0..=isi.len()).map(|k| isi[..k].iter().sum()).collect();
        let train = SpikeTrain::new(times, 0.0, 1000.0).expect("the trains of the checks are valid");
        train.cv().expect("there are five intervals")
    },
    also_right: &[|call| variance(call).sqrt() / mean(call)],
    mistakes: &[
        gives(
            |call| variance(call) / mean(call),
            "the square root is missing: this is the variance over the mean.",
            "la racine carrée manque : c’est la variance divisée par la moyenne.",
        ),
        gives(
            |call| variance(call) / mean(call).powi(2),
            "this is the square of the CV: take the square root of the variance.",
            "c’est le carré du CV : prenez la racine carrée de la variance.",
        ),
        gives(
            |call| mean(call) / variance(call).sqrt(),
            "the fraction is upside down: standard deviation over mean.",
            "la fraction est inversée : l’écart-type divisé par la moyenne.",
        ),
        gives(
            |call| variance(call).sqrt(),
            "this is the standard deviation, in ms; divide it by the mean.",
            "c’est l’écart-type, en ms ; divisez-le par la moyenne.",
        ),
        gives(
            |call| (squares(call) / (call.0.len() - 1) as f64).sqrt() / mean(call),
            "you divide by N − 1, which estimates the variance of a larger population. The course uses 1/N.",
            "vous divisez par N − 1, ce qui estime la variance d’une population plus grande. Le cours utilise 1/N.",
        ),
        gives(
            |call| squares(call).sqrt() / mean(call),
            "the sum of the squares must be divided by N before the square root.",
            "la somme des carrés doit être divisée par N avant la racine.",
        ),
        gives(
            |call| squares(call).sqrt() / call.0.len() as f64 / mean(call),
            "divide by N under the root: √(sum / N), not √sum / N.",
            "divisez par N sous la racine : √(somme / N) et non √somme / N.",
        ),
    ],
    lesson: text(
        "0 for a clock, 1 for a Poisson process, more for bursts.",
        "0 pour une horloge, 1 pour un processus de Poisson, davantage pour des bouffées.",
    ),
    ..Exercise::TABLE
};

fn mean((isi,): &Call) -> f64 {
    isi.iter().sum::<f64>() / isi.len() as f64
}

/// Sum of the squared distances from the mean.
fn squares(call: &Call) -> f64 {
    call.0.iter().map(|interval| (interval - mean(call)).powi(2)).sum()
}

fn variance(call: &Call) -> f64 {
    squares(call) / call.0.len() as f64
}
