use ndarray::Array1;

use super::{binned, steps};
use crate::check::Verdict;
use crate::check::argument::Argument;
use crate::check::exercise::{Exercise, gives, in_unit, text};
use crate::spike_train::SpikeTrain;

/// Exercise 9: rate in Hz in bins of `bin_size` ms: spikes of all trials over trials times bin.
pub fn psth_rate(student: fn(&[SpikeTrain], f64, f64) -> Array1<f64>) -> Verdict {
    PSTH_RATE.judge(|(trials, duration, bin_size)| student(trials, *duration, *bin_size))
}

/// Trials that no page of the tutorial shows; in one of them the cell is silent, in one it fires as the trial ends.
pub(super) static PSTH_RATE: Exercise<(Vec<SpikeTrain>, f64, f64), Array1<f64>> = Exercise {
    name: "psth_rate",
    inputs: &["trials", "duration (ms)", "bin_size (ms)"],
    answer: &[in_unit("Hz")],
    cases: || {
        let trials = |times: &[&[f64]], duration| {
            let train = |times: &&[f64]| SpikeTrain::new(times.to_vec(), 0.0, duration);
            times.iter().map(train).collect::<Result<Vec<_>, _>>().expect("the trials of the checks are valid")
        };
        vec![
            (trials(&[&[4.0, 31.0, 38.5, 90.0], &[], &[12.0, 33.0, 55.5, 57.0, 91.0]], 100.0), 100.0, 20.0),
            (trials(&[&[6.0, 14.5, 29.0, 30.0], &[0.0, 21.0, 22.5, 24.0]], 30.0), 30.0, 7.5),
        ]
    },
    right: |(trials, duration, bin_size)| {
        counts(trials, *duration, *bin_size) / (trials.len() as f64 * bin_size / 1000.0)
    },
    mistakes: &[
        gives(
            |(trials, duration, bin_size)| counts(trials, *duration, *bin_size),
            "these are numbers of spikes; divide by the number of trials and by the bin in seconds.",
            "ce sont des nombres de potentiels d’action ; divisez par le nombre d’essais et par la classe en secondes.",
        ),
        gives(
            |(trials, duration, bin_size)| 1000.0 * counts(trials, *duration, *bin_size) / *bin_size,
            "the number of trials is missing: this is the rate of all trials together.",
            "le nombre d’essais manque : c’est le taux de tous les essais ensemble.",
        ),
        gives(
            |(trials, duration, bin_size)| counts(trials, *duration, *bin_size) / trials.len() as f64,
            "these are spikes per trial in a bin; divide by the bin in seconds to have a rate.",
            "ce sont des potentiels d’action par essai dans une classe ; divisez par la classe en secondes pour avoir un taux.",
        ),
        gives(
            |case| (PSTH_RATE.right)(case) / 1000.0,
            "a rate per ms, in kHz: the bin is given in ms, 1 s = 1000 ms.",
            "un taux par ms, en kHz : la classe est donnée en ms, 1 s = 1000 ms.",
        ),
        gives(
            |(trials, duration, bin_size)| {
                let active = trials.iter().filter(|trial| !trial.is_empty()).count();
                1000.0 * counts(trials, *duration, *bin_size) / (active as f64 * bin_size)
            },
            "a trial without spikes is a trial, too: divide by the number of all trials.",
            "un essai sans potentiel d’action est aussi un essai : divisez par le nombre de tous les essais.",
        ),
        gives(
            |(trials, duration, bin_size)| {
                1000.0 * counts(trials, *duration, *bin_size) / (trials.len() as f64 * duration)
            },
            "you divide by the duration of the trial; each bin was observed for `bin_size` only.",
            "vous divisez par la durée de l’essai ; chaque classe n’a été observée que pendant `bin_size`.",
        ),
        gives(
            |(trials, duration, bin_size)| {
                let counts = counts(trials, *duration, *bin_size);
                &counts / counts.sum()
            },
            "you divide by the number of spikes: this says where the spikes are, but it is no rate.",
            "vous divisez par le nombre de potentiels d’action : cela dit où ils sont, mais ce n’est pas un taux.",
        ),
        gives(
            |(trials, duration, bin_size)| {
                let inside: Vec<f64> =
                    trials.iter().flat_map(SpikeTrain::times).copied().filter(|t| t < duration).collect();
                1000.0 * binned(&inside, *duration, *bin_size) / (trials.len() as f64 * bin_size)
            },
            "the spike at the very end of a trial is left out: it belongs to the last bin, `k.min(n - 1)`.",
            "le potentiel d’action tout à la fin d’un essai est oublié : il compte dans la dernière classe, `k.min(n - 1)`.",
        ),
        gives(
            |(trials, duration, bin_size)| 1000.0 * counts(&trials[..1], *duration, *bin_size) / *bin_size,
            "only the first trial is counted: two loops are needed, over the trials and over the times of each.",
            "seul le premier essai est compté : il faut deux boucles, sur les essais et sur les temps de chacun.",
        ),
        gives(
            |(trials, duration, bin_size)| {
                let mut counts = Array1::zeros(steps(*duration, *bin_size));
                let last = counts.len() - 1;
                for t in trials.iter().flat_map(SpikeTrain::times) {
                    counts[((t / bin_size).round() as usize).min(last)] += 1.0;
                }
                1000.0 * counts / (trials.len() as f64 * bin_size)
            },
            "spikes are rounded to the nearest bin: `as usize` alone cuts to the bin that they are in.",
            "les temps sont arrondis à la classe la plus proche : `as usize` seul coupe à la classe où ils tombent.",
        ),
        gives(
            |(trials, duration, bin_size)| {
                counts(trials, *duration, *bin_size) / trials.len() as f64 * *bin_size / 1000.0
            },
            "parentheses are missing: `a / b * c` divides by b and multiplies by c, `a / (b * c)` divides by both.",
            "des parenthèses manquent : `a / b * c` divise par b et multiplie par c, `a / (b * c)` divise par les deux.",
        ),
        gives(
            |(trials, duration, bin_size)| {
                let mut counts = Array1::zeros(steps(*duration, *bin_size));
                let last = counts.len() - 1;
                for &t in trials.iter().flat_map(SpikeTrain::times) {
                    counts[(t as usize / *bin_size as usize).min(last)] += 1.0;
                }
                1000.0 * counts / (trials.len() as f64 * bin_size)
            },
            "both numbers are cut before they are divided: divide first, `(t / bin_size) as usize`.",
            "les deux nombres sont coupés avant d’être divisés : divisez d’abord, `(t / bin_size) as usize`.",
        ),
    ],
    lesson: text(
        "It averages over trials, silent ones included, and is a rate whatever the bin.",
        "Elle fait la moyenne sur les essais, silencieux compris, et donne un taux quelle que soit la classe.",
    ),
    ..Exercise::TABLE
};

/// The spikes of all trials in each bin.
fn counts(trials: &[SpikeTrain], duration: f64, bin_size: f64) -> Array1<f64> {
    binned(trials.iter().flat_map(SpikeTrain::times), duration, bin_size)
}

impl Argument for Vec<SpikeTrain> {
    fn code(&self) -> String {
        let each = self
            .iter()
            .map(|trial| format!("SpikeTrain::new(vec!{:?}, 0.0, {:?}).unwrap()", trial.times(), trial.t_stop()));
        format!("&[{}]", each.collect::<Vec<String>>().join(", "))
    }
}
