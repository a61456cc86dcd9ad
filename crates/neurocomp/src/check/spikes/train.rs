//! Exercises on lists of spike times: rate and irregularity, spikes by chance, counts from trial to trial.

use crate::check::case::slice_code;
use crate::check::lif::misread_cv;
use crate::check::list::{ListMistake, judge_list};
use crate::check::option::{Kinds, judge_option};
use crate::check::{Case, Inputs, Mistake, Verdict, say};
use crate::spike_train::SpikeTrain;

/// Spike times in ms and durations in ms that no page of the tutorial shows.
const TRAINS: [(&[f64], f64); 5] = [
    (&[3.5, 12.0, 14.25, 41.0, 42.5, 77.0], 80.0),
    (&[120.0, 250.0, 390.0, 510.0, 655.0], 2500.0),
    (&[20.0, 31.0], 40.0),
    (&[12.5], 50.0),
    (&[], 300.0),
];

/// Exercise 6: rate in Hz from the number of spikes, and CV of the intervals (standard deviation with 1/N); `None`
/// with fewer than two intervals.
pub fn rate_and_cv(student: fn(&[f64], f64) -> (f64, Option<f64>)) -> Verdict {
    let mut results = Vec::new();
    for (times, duration) in TRAINS {
        let of = |which: &str| {
            Inputs::new().code("times", &slice_code(times)).number("duration", duration, "ms").note(which)
        };
        let train = SpikeTrain::new(times.to_vec(), 0.0, duration);
        let train = train.expect("the trains of the checks are valid");
        let (rate, cv) = student(times, duration);
        let first = of(&say("first number: the rate", "premier nombre : le taux"));
        let case = Case::formula(first, train.rate(), rate, "Hz", rate_mistakes(&train));
        results.push(case.judge("rate_and_cv"));
        let second = of(&say("second: the CV", "second : le CV"));
        results.push(judge_cv(second, &train, cv));
    }
    let n = TRAINS.len();
    Verdict::first_failure(
        results,
        say(
            format!("`rate_and_cv` is right for {n} trains, also for those that have no CV."),
            format!("`rate_and_cv` est juste pour {n} trains, y compris ceux qui n’ont pas de CV."),
        ),
    )
}

fn rate_mistakes(train: &SpikeTrain) -> Vec<Mistake> {
    let (n, duration) = (train.len() as f64, train.duration());
    vec![
        Mistake::new(
            n / duration,
            "a number of spikes per ms, in kHz: 1 s = 1000 ms.",
            "un nombre de potentiels d’action par ms, en kHz : 1 s = 1000 ms.",
        ),
        Mistake::new(
            n,
            "this is the number of spikes; divide by the duration in seconds.",
            "c’est le nombre de potentiels d’action ; divisez par la durée en secondes.",
        ),
        Mistake::new(
            n * duration / 1000.0,
            "you multiply by the duration: the rate is the number divided by it.",
            "vous multipliez par la durée : le taux est le nombre divisé par elle.",
        ),
        Mistake::new(
            1000.0 * (n - 1.0) / duration,
            "you count the intervals, n − 1; the rate counts the spikes, n.",
            "vous comptez les intervalles, n − 1 ; le taux compte les potentiels d’action, n.",
        ),
        Mistake::new(
            train.mean_isi_rate().unwrap_or(f64::NAN),
            "this is one over the mean interval; here the rate is the number of spikes over the whole duration.",
            "c’est l’inverse de l’intervalle moyen ; ici, le taux est le nombre de potentiels d’action divisé par toute la \
             durée.",
        ),
    ]
}

fn judge_cv(inputs: Inputs, train: &SpikeTrain, received: Option<f64>) -> Result<(), String> {
    let kinds = Kinds {
        absent: say(
            "one interval, or none, cannot vary: with fewer than three spikes return `None`.",
            "un seul intervalle, ou aucun, ne peut pas varier : avec moins de trois potentiels d’action, renvoyez `None`.",
        ),
        present: say(
            "from three spikes on there are two intervals, and a CV.",
            "à partir de trois potentiels d’action, il y a deux intervalles, et un CV.",
        ),
    };
    let mistakes = || cv_mistakes(train);
    judge_option("rate_and_cv", inputs, (train.cv(), received), "", mistakes, kinds)
}

fn cv_mistakes(train: &SpikeTrain) -> Vec<Mistake> {
    let isi = train.isi().to_vec();
    let n = isi.len() as f64;
    let (mean, sd) = mean_and_sd(&isi);
    let mut with_first = vec![train.times()[0]];
    with_first.extend(&isi);
    let (mean_with, sd_with) = mean_and_sd(&with_first);
    let (mean_time, sd_time) = mean_and_sd(train.times());
    let mut mistakes = misread_cv(mean, sd);
    mistakes.extend([
        Mistake::new(
            sd * (n / (n - 1.0)).sqrt() / mean,
            "you divide by N − 1; here the standard deviation has 1/N, as in the formula above.",
            "vous divisez par N − 1 ; ici, l’écart-type a 1/N, comme dans la formule ci-dessus.",
        ),
        Mistake::new(
            sd_with / mean_with,
            "the time from 0 to the first spike is not an interval between two spikes.",
            "le temps de 0 au premier potentiel d’action n’est pas un intervalle entre deux potentiels d’action.",
        ),
        Mistake::new(
            sd_time / mean_time,
            "this is the CV of the spike times; take the intervals between them.",
            "c’est le CV des temps des potentiels d’action ; prenez les intervalles entre eux.",
        ),
    ]);
    mistakes
}

/// Mean, and standard deviation with 1/N.
fn mean_and_sd(values: &[f64]) -> (f64, f64) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let variance = values.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / n;
    (mean, variance.sqrt())
}

/// Exercise 7: the times of a Poisson process of `rate` (Hz) up to `duration` (ms), from the uniform numbers `u`: each
/// gives the interval −ln(u)/rate.
pub fn poisson_times(student: fn(f64, f64, &[f64]) -> Vec<f64>) -> Verdict {
    let results = [
        (12.5, 2000.0, &[0.71, 0.33, 0.58][..]),
        (40.0, 100.0, &[0.3, 0.82, 0.65, 0.12, 0.9, 0.05, 0.44][..]),
        (5.0, 60.0, &[0.2, 0.5][..]),
    ]
    .into_iter()
    .map(|(rate, duration, u)| {
        let inputs =
            Inputs::new().number("rate", rate, "Hz").number("duration", duration, "ms").code("u", &slice_code(u));
        judge_list(
            "poisson_times",
            &inputs,
            &cumulated(u, |u| -1000.0 * u.ln() / rate, duration),
            &student(rate, duration, u),
            "ms",
            &poisson_mistakes(rate, duration, u),
        )
    });
    Verdict::first_failure(
        results,
        say(
            "`poisson_times` adds up exponential intervals: spikes that know nothing of each other.",
            "`poisson_times` additionne des intervalles exponentiels : des potentiels d’action qui s’ignorent.",
        ),
    )
}

/// The sums of the intervals as long as they stay within the duration.
fn cumulated(u: &[f64], interval: impl Fn(f64) -> f64, duration: f64) -> Vec<f64> {
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

fn poisson_mistakes(rate: f64, duration: f64, u: &[f64]) -> Vec<ListMistake> {
    let interval = |u: f64| -1000.0 * u.ln() / rate;
    let right = cumulated(u, interval, duration);
    let all = cumulated(u, interval, f64::INFINITY);
    let mut from_zero = vec![0.0];
    from_zero.extend(&right);
    let one_beyond = all[..(right.len() + 1).min(all.len())].to_vec();
    vec![
        ListMistake::new(
            Vec::new(),
            "no spike is noted: is each time pushed, and are the intervals as short as they should be?",
            "aucun potentiel d’action n’est noté : chaque temps est-il ajouté, et les intervalles sont-ils assez courts ?",
        ),
        ListMistake::new(
            cumulated(u, |u| -interval(u), duration),
            "the times run backwards: the logarithm of a number below 1 is negative, so a minus sign is missing.",
            "le temps recule : le logarithme d’un nombre inférieur à 1 est négatif, il manque un signe moins.",
        ),
        ListMistake::new(
            cumulated(u, |u| -u.ln() / rate, duration),
            "these intervals are in seconds, since the rate is in Hz: multiply by 1000 to have ms.",
            "ces intervalles sont en secondes, puisque le taux est en Hz : multipliez par 1000 pour avoir des ms.",
        ),
        ListMistake::new(
            cumulated(u, |u| -u.ln() * rate, duration),
            "you multiply by the rate: the higher the rate, the shorter the intervals.",
            "vous multipliez par le taux : plus le taux est grand, plus les intervalles sont courts.",
        ),
        ListMistake::new(
            cumulated(u, |u| -1000.0 * u.ln(), duration),
            "the rate is missing: the mean interval is 1/rate.",
            "le taux manque : l’intervalle moyen est 1/taux.",
        ),
        ListMistake::new(
            all,
            "the train does not stop: a spike after `duration` was not seen any more.",
            "le train ne s’arrête pas : on n’a pas vu de potentiel d’action après `duration`.",
        ),
        ListMistake::new(
            one_beyond,
            "the last spike comes after `duration`: test the time before you push it.",
            "le dernier potentiel d’action vient après `duration` : testez le temps avant de l’ajouter.",
        ),
        ListMistake::new(
            u.iter().map(|&u| interval(u)).collect(),
            "these are the intervals; each spike comes one interval after the one before: add them up.",
            "ce sont les intervalles ; chaque potentiel d’action vient un intervalle après le précédent : additionnez-les.",
        ),
        ListMistake::new(
            right.iter().enumerate().map(|(k, _)| interval(u[k])).collect(),
            "these are the intervals; each spike comes one interval after the one before: add them up.",
            "ce sont les intervalles ; chaque potentiel d’action vient un intervalle après le précédent : additionnez-les.",
        ),
        ListMistake::new(
            from_zero,
            "there is no spike at time 0: the first one comes after the first interval.",
            "il n’y a pas de potentiel d’action au temps 0 : le premier vient après le premier intervalle.",
        ),
        ListMistake::new(
            cumulated(u, |u| -1000.0 * (1.0 - u).ln() / rate, duration),
            "ln(1 − u) makes as good a Poisson process, but other spikes: take ln u, as in the formula.",
            "ln(1 − u) donne un aussi bon processus de Poisson, mais d’autres temps : prenez ln u, comme dans la formule.",
        ),
        ListMistake::new(
            cumulated(u, |u| -1000.0 * u.log10() / rate, duration),
            "this is the logarithm to base 10; the natural one is `.ln()`.",
            "c’est le logarithme décimal ; le logarithme népérien est `.ln()`.",
        ),
    ]
}

/// Exercise 8: Fano factor of spike counts, variance (with n − 1) over mean; it has no unit.
pub fn fano(student: fn(&[f64]) -> f64) -> Verdict {
    let cases: Vec<Case> =
        [&[3.0, 7.0, 4.0, 10.0, 6.0][..], &[21.0, 20.0, 22.0, 20.0][..], &[0.0, 1.0, 0.0, 5.0, 2.0, 0.0][..]]
            .into_iter()
            .map(|counts| {
                let inputs = Inputs::new().code("counts", &slice_code(counts));
                let n = counts.len() as f64;
                let (mean, sd) = mean_and_sd(counts);
                let expected = sd * sd * n / (n - 1.0) / mean;
                let mistakes = fano_mistakes(counts);
                Case::formula(inputs, expected, student(counts), "", mistakes)
            })
            .collect();
    Verdict::of(
        "fano",
        &cases,
        &say(
            "0 if every count is the same, 1 for a Poisson process, more if something changes from trial to trial.",
            "0 si tous les comptes sont égaux, 1 pour un processus de Poisson, davantage si quelque chose change d’un essai \
             à l’autre.",
        ),
    )
}

fn fano_mistakes(counts: &[f64]) -> Vec<Mistake> {
    let n = counts.len() as f64;
    let (mean, sd) = mean_and_sd(counts);
    let variance = sd * sd * n / (n - 1.0);
    vec![
        Mistake::new(
            sd * sd / mean,
            "you divide by n: with few trials this makes the variance too small. The formula has n − 1.",
            "vous divisez par n : avec peu d’essais, la variance est trop petite. La formule a n − 1.",
        ),
        Mistake::new(
            variance.sqrt() / mean,
            "this is standard deviation over mean, the CV of the counts; the Fano factor has the variance.",
            "c’est l’écart-type divisé par la moyenne, le CV des comptes ; le facteur de Fano a la variance.",
        ),
        Mistake::new(
            sd / mean,
            "this is standard deviation over mean, the CV of the counts; the Fano factor has the variance.",
            "c’est l’écart-type divisé par la moyenne, le CV des comptes ; le facteur de Fano a la variance.",
        ),
        Mistake::new(
            mean / variance,
            "the fraction is upside down: variance over mean.",
            "la fraction est inversée : la variance divisée par la moyenne.",
        ),
        Mistake::new(
            variance,
            "this is the variance; divide it by the mean.",
            "c’est la variance ; divisez-la par la moyenne.",
        ),
        Mistake::new(
            variance / (mean * mean),
            "the variance is divided by the square of the mean: once is enough.",
            "la variance est divisée par le carré de la moyenne : une fois suffit.",
        ),
        Mistake::new(
            variance * (n - 1.0) / mean,
            "the sum of the squares must be divided by n − 1 to be a variance.",
            "la somme des carrés doit être divisée par n − 1 pour être une variance.",
        ),
    ]
}
