//! Exercises on lists of numbers: intervals between spikes, their variability, zeros of a sampled function.

use ndarray::Array1;

use crate::check::case::slice_code;
use crate::check::list::{ListMistake, judge_list};
use crate::check::{Case, Inputs, Mistake, Verdict, say};
use crate::spike_train::SpikeTrain;

/// Spike times in ms that no page of the tutorial shows; the first is not at 0.
const TRAINS: [&[f64]; 4] = [&[3.5, 12.0, 14.25, 41.0, 42.5, 77.0], &[20.0, 31.0], &[12.5], &[]];

/// Exercise 6: intervals between successive spikes in ms; n spikes have n − 1 intervals, and fewer than two have none.
pub fn intervals(student: fn(&[f64]) -> Vec<f64>) -> Verdict {
    for times in TRAINS {
        let inputs = Inputs::new().code("times", &slice_code(times));
        let received = student(times);
        let mistakes = interval_mistakes(times);
        if let Err(message) = judge_list("intervals", &inputs, &true_intervals(times), &received, "ms", &mistakes) {
            return Verdict::fail(message);
        }
    }
    let n = TRAINS.len();
    Verdict::pass(say(
        format!("`intervals` is right for {n} trains, of which one has a single spike and one none at all."),
        format!("`intervals` est juste pour {n} trains, dont un n’a qu’un potentiel d’action et un autre aucun."),
    ))
}

fn true_intervals(times: &[f64]) -> Vec<f64> {
    let train = SpikeTrain::new(times.to_vec(), 0.0, 100.0);
    train.expect("the trains of the checks are valid").isi().to_vec()
}

fn interval_mistakes(times: &[f64]) -> Vec<ListMistake> {
    let right = true_intervals(times);
    let mut from_zero = vec![0.0];
    from_zero.extend(times);
    let one_short = right[..right.len().saturating_sub(1)].to_vec();
    vec![
        ListMistake::new(
            true_intervals(&from_zero),
            "the time from 0 to the first spike is not an interval between two spikes.",
            "le temps de 0 au premier potentiel d’action n’est pas un intervalle entre deux potentiels d’action.",
        ),
        ListMistake::new(
            right.iter().map(|x| -x).collect(),
            "negative times: subtract the earlier spike from the later one.",
            "des durées négatives : soustrayez le potentiel d’action précédent du suivant.",
        ),
        ListMistake::new(
            times.to_vec(),
            "these are the spike times themselves, not their differences.",
            "ce sont les temps des potentiels d’action eux-mêmes et non leurs différences.",
        ),
        ListMistake::new(
            right.iter().map(|x| x / 1000.0).collect(),
            "these are seconds; the times are in ms and the intervals stay in ms.",
            "ce sont des secondes ; les temps sont en ms et les intervalles restent en ms.",
        ),
        ListMistake::new(
            one_short,
            "the last interval is missing: n spikes have n − 1 intervals. Does the loop stop too early?",
            "le dernier intervalle manque : n potentiels d’action ont n − 1 intervalles. La boucle s’arrête-t-elle trop tôt ?",
        ),
    ]
}

/// Exercise 7: coefficient of variation, standard deviation over mean, both with 1/N. It has no unit.
pub fn cv(student: fn(&[f64]) -> f64) -> Verdict {
    let mut cases = Vec::new();
    for isi in [[4.0, 9.0, 2.5, 16.0, 7.5], [30.0, 31.0, 29.5, 30.5, 28.0], [120.0, 3.0, 2.0, 260.0, 1.0]] {
        let inputs = Inputs::new().code("isi", &slice_code(&isi));
        let expected = true_cv(&isi);
        cases.push(Case::formula(inputs, expected, student(&isi), "", cv_mistakes(&isi)));
    }
    Verdict::of(
        "cv",
        &cases,
        &say(
            "0 for a clock, 1 for a Poisson process, more for bursts.",
            "0 pour une horloge, 1 pour un processus de Poisson, davantage pour des bouffées.",
        ),
    )
}

/// The library's CV, of a train that starts at 0 and has these intervals.
fn true_cv(isi: &[f64]) -> f64 {
    let mut times = vec![0.0];
    for interval in isi {
        times.push(times[times.len() - 1] + interval);
    }
    let train = SpikeTrain::new(times, 0.0, 1000.0);
    let train = train.expect("the trains of the checks are valid");
    train.cv().expect("there are five intervals")
}

fn cv_mistakes(isi: &[f64]) -> Vec<Mistake> {
    let n = isi.len() as f64;
    let mean = isi.iter().sum::<f64>() / n;
    let variance = isi.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / n;
    let mut mistakes = misread_cv(mean, variance.sqrt());
    mistakes.extend([
        Mistake::new(
            (variance * n / (n - 1.0)).sqrt() / mean,
            "you divide by N − 1, which estimates the variance of a larger population. The course uses 1/N.",
            "vous divisez par N − 1, ce qui estime la variance d’une population plus grande. Le cours utilise 1/N.",
        ),
        Mistake::new(
            (variance * n).sqrt() / mean,
            "the sum of the squares must be divided by N before the square root.",
            "la somme des carrés doit être divisée par N avant la racine.",
        ),
    ]);
    mistakes
}

/// What the formula of the CV gives when it is misread: mean and standard deviation of the intervals in ms.
pub(in crate::check) fn misread_cv(mean: f64, sd: f64) -> Vec<Mistake> {
    vec![
        Mistake::new(
            sd * sd / mean,
            "the square root is missing: this is the variance over the mean.",
            "la racine carrée manque : c’est la variance divisée par la moyenne.",
        ),
        Mistake::new(
            (sd / mean).powi(2),
            "this is the square of the CV: take the square root of the variance.",
            "c’est le carré du CV : prenez la racine carrée de la variance.",
        ),
        Mistake::new(
            mean / sd,
            "the fraction is upside down: standard deviation over mean.",
            "la fraction est inversée : l’écart-type divisé par la moyenne.",
        ),
        Mistake::new(
            sd,
            "this is the standard deviation, in ms; divide it by the mean.",
            "c’est l’écart-type, en ms ; divisez-le par la moyenne.",
        ),
    ]
}

/// Exercise 11: where a sampled function changes sign, upward and downward, by linear interpolation between the two
/// samples. No sample is exactly 0.
pub fn zero_crossings(student: fn(&Array1<f64>, &Array1<f64>) -> Vec<f64>) -> Verdict {
    for (x, y) in sampled() {
        let inputs = Inputs::new()
            .code("x", &format!("&Array1::from(vec!{x:?})"))
            .code("y", &format!("&Array1::from(vec!{y:?})"));
        let received = student(&Array1::from(x.clone()), &Array1::from(y.clone()));
        let expected = crossings(&x, &y, |_, _| true);
        let mistakes = crossing_mistakes(&x, &y);
        if let Err(message) = judge_list("zero_crossings", &inputs, &expected, &received, "", &mistakes) {
            return Verdict::fail(message);
        }
    }
    Verdict::pass(say(
        "`zero_crossings` finds every change of sign, upward and downward, between the samples.",
        "`zero_crossings` trouve chaque changement de signe, montant ou descendant, entre les échantillons.",
    ))
}

/// Uneven samples of functions with three zeros, two, and none.
fn sampled() -> Vec<(Vec<f64>, Vec<f64>)> {
    vec![
        (vec![-2.0, -1.0, 0.5, 2.0, 3.0, 4.5], vec![3.0, -1.0, -2.0, 4.0, 2.5, -0.5]),
        (vec![10.0, 20.0, 40.0, 50.0], vec![-1.0, 3.0, 1.0, -4.0]),
        (vec![0.0, 1.0, 2.0], vec![1.0, 0.5, 2.0]),
    ]
}

/// Zeros by linear interpolation between samples whose signs differ and that `keep` accepts.
fn crossings(x: &[f64], y: &[f64], keep: fn(f64, f64) -> bool) -> Vec<f64> {
    (1..x.len())
        .filter(|&k| y[k - 1] * y[k] < 0.0 && keep(y[k - 1], y[k]))
        .map(|k| x[k - 1] + (x[k] - x[k - 1]) * y[k - 1] / (y[k - 1] - y[k]))
        .collect()
}

fn crossing_mistakes(x: &[f64], y: &[f64]) -> Vec<ListMistake> {
    let changes: Vec<usize> = (1..x.len()).filter(|&k| y[k - 1] * y[k] < 0.0).collect();
    let mirrored = changes.iter().map(|&k| x[k - 1] + (x[k] - x[k - 1]) * y[k] / (y[k] - y[k - 1]));
    vec![
        ListMistake::new(
            changes.iter().map(|&k| x[k - 1]).collect(),
            "these are the samples just before each zero; the zero itself lies between two samples.",
            "ce sont les échantillons juste avant chaque zéro ; le zéro lui-même est entre deux échantillons.",
        ),
        ListMistake::new(
            changes.iter().map(|&k| x[k]).collect(),
            "these are the samples just after each zero; the zero itself lies between two samples.",
            "ce sont les échantillons juste après chaque zéro ; le zéro lui-même est entre deux échantillons.",
        ),
        ListMistake::new(
            changes.iter().map(|&k| 0.5 * (x[k - 1] + x[k])).collect(),
            "these are midpoints; the zero is nearer to the sample whose value is nearer to 0.",
            "ce sont des milieux ; le zéro est plus près de l’échantillon dont la valeur est plus proche de 0.",
        ),
        ListMistake::new(
            changes.iter().map(|&k| k as f64).collect(),
            "these are indices; the values of x are asked for.",
            "ce sont des indices ; on demande les valeurs de x.",
        ),
        ListMistake::new(
            changes.iter().map(|&k| (k - 1) as f64).collect(),
            "these are indices; the values of x are asked for.",
            "ce sont des indices ; on demande les valeurs de x.",
        ),
        ListMistake::new(
            mirrored.collect(),
            "the two weights are exchanged: the zero is nearer to the sample whose value is nearer to 0.",
            "les deux poids sont échangés : le zéro est plus près de l’échantillon dont la valeur est plus proche de 0.",
        ),
        ListMistake::new(
            crossings(x, y, |before, after| before < after),
            "only the upward crossings are found; a fixed point can also be crossed downward.",
            "seuls les passages montants sont trouvés ; un point fixe peut aussi être traversé en descendant.",
        ),
        ListMistake::new(
            crossings(x, y, |before, after| before > after),
            "only the downward crossings are found; a fixed point can also be crossed upward.",
            "seuls les passages descendants sont trouvés ; un point fixe peut aussi être traversé en montant.",
        ),
    ]
}
