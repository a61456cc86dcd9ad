//! Exercises on recordings: the rate after a stimulus, and the rate at a place.

use ndarray::Array1;

use super::steps;
use crate::check::list::{ListMistake, judge_list};
use crate::check::{Inputs, Verdict, about, say};
use crate::spike_train::SpikeTrain;

/// Trials that no page of the tutorial shows; in one of them the cell is silent.
fn trials() -> Vec<Vec<SpikeTrain>> {
    let of = |trials: &[&[f64]], duration: f64| {
        let train = |times: &&[f64]| SpikeTrain::new(times.to_vec(), 0.0, duration);
        let trains: Result<Vec<SpikeTrain>, _> = trials.iter().map(train).collect();
        trains.expect("the trials of the checks are valid")
    };
    vec![
        of(&[&[4.0, 31.0, 38.5, 90.0], &[], &[12.0, 33.0, 55.5, 57.0, 91.0]], 100.0),
        of(&[&[6.0, 14.5, 29.0], &[0.0, 21.0, 22.5, 24.0]], 30.0),
    ]
}

/// Exercise 9: rate in Hz in bins of `bin_size` ms: spikes of all trials over trials times bin.
pub fn psth_rate(student: fn(&[SpikeTrain], f64, f64) -> Array1<f64>) -> Verdict {
    let mut results = Vec::new();
    for (trials, bin_size) in trials().iter().zip([20.0, 7.5]) {
        let duration = trials[0].duration();
        let inputs = Inputs::new()
            .code("trials", &trains(trials))
            .number("duration", duration, "ms")
            .number("bin_size", bin_size, "ms");
        let counts = counted(trials, duration, bin_size, 0.0);
        let per_bin = 1000.0 / (trials.len() as f64 * bin_size);
        results.push(judge_list(
            "psth_rate",
            &inputs,
            &scaled(&counts, per_bin),
            &student(trials, duration, bin_size).to_vec(),
            "Hz",
            &psth_mistakes(trials, bin_size),
        ));
    }
    Verdict::first_failure(
        results,
        say(
            "`psth_rate` averages over trials, silent ones included, and is a rate whatever the bin.",
            "`psth_rate` fait la moyenne sur les essais, silencieux compris, et donne un taux quelle que soit la classe.",
        ),
    )
}

/// Trials as they are written in Rust.
fn trains(trials: &[SpikeTrain]) -> String {
    let each = trials
        .iter()
        .map(|trial| format!("SpikeTrain::new(vec!{:?}, 0.0, {:?}).unwrap()", trial.times(), trial.t_stop()));
    format!("&[{}]", each.collect::<Vec<String>>().join(", "))
}

/// The spikes of all trials in each bin; `offset` is added to t/bin before it is cut to a whole number.
fn counted(trials: &[SpikeTrain], duration: f64, bin_size: f64, offset: f64) -> Vec<f64> {
    let n = steps(duration, bin_size);
    let mut counts = vec![0.0; n];
    for t in trials.iter().flat_map(|trial| trial.times()) {
        counts[((t / bin_size + offset) as usize).min(n - 1)] += 1.0;
    }
    counts
}

fn scaled(values: &[f64], factor: f64) -> Vec<f64> {
    values.iter().map(|value| value * factor).collect()
}

fn psth_mistakes(trials: &[SpikeTrain], bin_size: f64) -> Vec<ListMistake> {
    let duration = trials[0].duration();
    let counts = counted(trials, duration, bin_size, 0.0);
    let n = trials.len() as f64;
    let active = trials.iter().filter(|trial| !trial.is_empty()).count() as f64;
    let spikes: f64 = counts.iter().sum();
    let first = counted(&trials[..1], duration, bin_size, 0.0);
    let nearest = counted(trials, duration, bin_size, 0.5);
    vec![
        ListMistake::new(
            counts.clone(),
            "these are numbers of spikes; divide by the number of trials and by the bin in seconds.",
            "ce sont des nombres de potentiels d’action ; divisez par le nombre d’essais et par la classe en secondes.",
        ),
        ListMistake::new(
            scaled(&counts, 1000.0 / bin_size),
            "the number of trials is missing: this is the rate of all trials together.",
            "le nombre d’essais manque : c’est le taux de tous les essais ensemble.",
        ),
        ListMistake::new(
            scaled(&counts, 1.0 / n),
            "these are spikes per trial in a bin; divide by the bin in seconds to have a rate.",
            "ce sont des potentiels d’action par essai dans une classe ; divisez par la classe en secondes pour avoir un taux.",
        ),
        ListMistake::new(
            scaled(&counts, 1.0 / (n * bin_size)),
            "a rate per ms, in kHz: the bin is given in ms, 1 s = 1000 ms.",
            "un taux par ms, en kHz : la classe est donnée en ms, 1 s = 1000 ms.",
        ),
        ListMistake::new(
            scaled(&counts, 1000.0 / (active * bin_size)),
            "a trial without spikes is a trial, too: divide by the number of all trials.",
            "un essai sans potentiel d’action est aussi un essai : divisez par le nombre de tous les essais.",
        ),
        ListMistake::new(
            scaled(&counts, 1000.0 / (n * duration)),
            "you divide by the duration of the trial; each bin was observed for `bin_size` only.",
            "vous divisez par la durée de l’essai ; chaque classe n’a été observée que pendant `bin_size`.",
        ),
        ListMistake::new(
            scaled(&counts, 1.0 / spikes),
            "you divide by the number of spikes: this says where the spikes are, but it is no rate.",
            "vous divisez par le nombre de potentiels d’action : cela dit où ils sont, mais ce n’est pas un taux.",
        ),
        ListMistake::new(
            scaled(&first, 1000.0 / bin_size),
            "only the first trial is counted: two loops are needed, over the trials and over the times of each.",
            "seul le premier essai est compté : il faut deux boucles, sur les essais et sur les temps de chacun.",
        ),
        ListMistake::new(
            scaled(&nearest, 1000.0 / (n * bin_size)),
            "spikes are rounded to the nearest bin: `as usize` alone cuts to the bin that they are in.",
            "les temps sont arrondis à la classe la plus proche : `as usize` seul coupe à la classe où ils tombent.",
        ),
    ]
}

/// One call of `place_rate`.
struct Walk {
    x: &'static [f64],
    dt: f64,
    spike_x: &'static [f64],
    length: f64,
    bin_size: f64,
}

/// Walks that no page of the tutorial shows; part of the second track is never visited.
const WALKS: [Walk; 2] = [
    Walk {
        x: &[1.0, 3.0, 12.0, 17.0, 18.5, 26.0, 34.0, 38.0, 22.0, 11.0],
        dt: 250.0,
        spike_x: &[2.0, 12.5, 13.0, 19.0, 27.0, 36.0, 37.0],
        length: 40.0,
        bin_size: 10.0,
    },
    Walk {
        x: &[2.0, 4.0, 4.5, 9.0, 11.0, 17.0, 18.0, 19.0],
        dt: 40.0,
        spike_x: &[3.0, 4.0, 10.0, 17.5, 18.0],
        length: 25.0,
        bin_size: 5.0,
    },
];

impl Walk {
    fn binned(&self, places: &[f64]) -> Vec<f64> {
        let n = steps(self.length, self.bin_size);
        let mut counts = vec![0.0; n];
        for x in places {
            counts[((x / self.bin_size) as usize).min(n - 1)] += 1.0;
        }
        counts
    }

    /// In bins that were visited what `of` makes of spikes and visits there, 0 elsewhere.
    fn rates(&self, of: impl Fn(f64, f64) -> f64) -> Vec<f64> {
        let (spikes, visits) = (self.binned(self.spike_x), self.binned(self.x));
        let bins = spikes.iter().zip(&visits);
        bins.map(|(&s, &v)| if v > 0.0 { of(s, v) } else { 0.0 }).collect()
    }

    fn inputs(&self) -> Inputs {
        Inputs::new()
            .code("x", &format!("&{:?}", self.x))
            .number("dt", self.dt, "ms")
            .code("spike_x", &format!("&{:?}", self.spike_x))
            .number("length", self.length, "cm")
            .number("bin_size", self.bin_size, "cm")
    }
}

/// A student's map: positions, dt, positions at the spikes, length of the track, bin.
pub type PlaceRate = fn(&[f64], f64, &[f64], f64, f64) -> Array1<f64>;

/// Exercise 10: rate in Hz in bins of place, spikes over the time spent there; NaN where the animal never was.
pub fn place_rate(student: PlaceRate) -> Verdict {
    let results = WALKS.iter().map(|walk| {
        let received = student(walk.x, walk.dt, walk.spike_x, walk.length, walk.bin_size);
        judge_places(walk, received.to_vec())
    });
    Verdict::first_failure(
        results,
        say(
            "`place_rate` divides by the time spent at each place, and says nothing about places never visited.",
            "`place_rate` divise par le temps passé à chaque endroit, et ne dit rien des endroits jamais visités.",
        ),
    )
}

fn judge_places(walk: &Walk, mut received: Vec<f64>) -> Result<(), String> {
    let visits = walk.binned(walk.x);
    if received.len() == visits.len() {
        for (k, rate) in received.iter_mut().enumerate() {
            if visits[k] > 0.0 {
                continue;
            }
            if !rate.is_nan() {
                return Err(never_visited(walk, k, *rate));
            }
            // NaN is right here, and would not equal itself below.
            *rate = 0.0;
        }
    }
    judge_list(
        "place_rate",
        &walk.inputs(),
        &walk.rates(|spikes, visits| 1000.0 * spikes / (visits * walk.dt)),
        &received,
        "Hz",
        &place_mistakes(walk),
    )
}

fn never_visited(walk: &Walk, bin: usize, received: f64) -> String {
    about(
        "place_rate",
        &walk.inputs(),
        &say(format!("NaN in bin {bin} (counted from 0)"), format!("NaN dans la classe {bin} (comptée à partir de 0)")),
        &format!("{received}"),
        &say(
            "the animal never was there, so that nothing is known: 0.0 / 0.0 is NaN in Rust, which leaves a gap in a figure.",
            "l’animal n’y est jamais passé, on n’en sait rien : en Rust, 0.0 / 0.0 vaut NaN, ce qui laisse un trou dans une figure.",
        ),
    )
}

fn place_mistakes(walk: &Walk) -> Vec<ListMistake> {
    let dt = walk.dt;
    let duration = dt * walk.x.len() as f64;
    let wrong =
        |of: &dyn Fn(f64, f64) -> f64, english: &str, french: &str| ListMistake::new(walk.rates(of), english, french);
    vec![
        wrong(
            &|spikes, _| spikes,
            "these are numbers of spikes: a place where the animal rests for long has many of them. Divide by the time \
             spent there.",
            "ce sont des nombres de potentiels d’action : un endroit où l’animal reste longtemps en a beaucoup. Divisez par \
             le temps passé.",
        ),
        wrong(
            &|spikes, visits| spikes / visits,
            "you divide by the number of positions: each of them stands for `dt` ms, that is dt/1000 s.",
            "vous divisez par le nombre de positions : chacune représente `dt` ms, c’est-à-dire dt/1000 s.",
        ),
        wrong(
            &|spikes, visits| spikes / (visits * dt),
            "a rate per ms, in kHz: dt is given in ms, 1 s = 1000 ms.",
            "un taux par ms, en kHz : dt est donné en ms, 1 s = 1000 ms.",
        ),
        wrong(
            &|spikes, _| 1000.0 * spikes / duration,
            "you divide by the whole duration: divide by the time spent in this bin.",
            "vous divisez par la durée totale : divisez par le temps passé dans cette classe.",
        ),
        wrong(
            &|spikes, _| 1000.0 * spikes / dt,
            "you divide by one dt only: the time spent in a bin is dt for each position in it.",
            "vous divisez par un seul dt : le temps passé dans une classe est dt pour chaque position qui y tombe.",
        ),
        wrong(
            &|_, visits| visits * dt / 1000.0,
            "this is the time spent in each bin, in s; divide the number of spikes by it.",
            "c’est le temps passé dans chaque classe, en s ; divisez le nombre de potentiels d’action par lui.",
        ),
    ]
}
