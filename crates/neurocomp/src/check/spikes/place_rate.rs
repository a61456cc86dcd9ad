use ndarray::Array1;

use super::binned;
use crate::check::exercise::{Exercise, gives, in_unit, seen, showing, text};
use crate::check::{Verdict, say};

/// A student's map: positions, dt, positions at the spikes, length of the track, bin.
pub type PlaceRate = fn(&[f64], f64, &[f64], f64, f64) -> Array1<f64>;

/// Exercise 10: rate in Hz in bins of place, spikes over the time spent there; NaN where the animal never was.
pub fn place_rate(student: PlaceRate) -> Verdict {
    PLACE_RATE.judge(|&(x, dt, spike_x, length, bin_size)| student(x, dt, spike_x, length, bin_size))
}

type Call = (&'static [f64], f64, &'static [f64], f64, f64);

/// Walks that no page of the tutorial shows; part of the second track is never visited.
pub(super) static PLACE_RATE: Exercise<Call, Array1<f64>> = Exercise {
    name: "place_rate",
    inputs: &["x", "dt (ms)", "spike_x", "length (cm)", "bin_size (cm)"],
    answer: &[in_unit("Hz")],
    cases: || {
        vec![
            (
                &[1.0, 3.0, 12.0, 17.0, 18.5, 26.0, 34.0, 38.0, 22.0, 11.0],
                250.0,
                &[2.0, 12.5, 13.0, 19.0, 27.0, 36.0, 37.0],
                40.0,
                10.0,
            ),
            (&[2.0, 4.0, 4.5, 9.0, 11.0, 17.0, 18.0, 19.0], 40.0, &[3.0, 4.0, 10.0, 17.5, 18.0], 25.0, 5.0),
        ]
    },
    right: |&(x, dt, spike_x, length, bin_size)| {
        binned(spike_x, length, bin_size) / (binned(x, length, bin_size) * dt / 1000.0)
    },
    mistakes: &[
        showing(
            |_, right, rates| {
                let (k, rate) = rate_of_nowhere(right, rates).unwrap_or((0, 0.0));
                let expected = format!("NaN dans la classe {k} (comptée à partir de 0)");
                [say(format!("NaN in bin {k} (counted from 0)"), expected), rate.to_string()]
            },
            seen(
                |_, right, rates| rate_of_nowhere(right, rates).is_some(),
                |case| (PLACE_RATE.right)(case).mapv(|rate| if rate.is_nan() { 0.0 } else { rate }),
                "the animal never was there, so that nothing is known: 0.0 / 0.0 is NaN in Rust, which leaves a gap in a \
                 figure.",
                "l’animal n’y est jamais passé, on n’en sait rien : en Rust, 0.0 / 0.0 vaut NaN, ce qui laisse un trou dans \
                 une figure.",
            ),
        ),
        gives(
            |&(_, _, spike_x, length, bin_size)| binned(spike_x, length, bin_size),
            "these are numbers of spikes: a place where the animal rests for long has many of them. Divide by the time \
             spent there.",
            "ce sont des nombres de potentiels d’action : un endroit où l’animal reste longtemps en a beaucoup. Divisez par \
             le temps passé.",
        ),
        gives(
            |&(x, _, spike_x, length, bin_size)| binned(spike_x, length, bin_size) / binned(x, length, bin_size),
            "you divide by the number of positions: each of them stands for `dt` ms, that is dt/1000 s.",
            "vous divisez par le nombre de positions : chacune représente `dt` ms, c’est-à-dire dt/1000 s.",
        ),
        gives(
            |case| (PLACE_RATE.right)(case) / 1000.0,
            "a rate per ms, in kHz: dt is given in ms, 1 s = 1000 ms.",
            "un taux par ms, en kHz : dt est donné en ms, 1 s = 1000 ms.",
        ),
        gives(
            |&(x, dt, spike_x, length, bin_size)| 1000.0 * binned(spike_x, length, bin_size) / (dt * x.len() as f64),
            "you divide by the whole duration: divide by the time spent in this bin.",
            "vous divisez par la durée totale : divisez par le temps passé dans cette classe.",
        ),
        gives(
            |&(_, dt, spike_x, length, bin_size)| 1000.0 * binned(spike_x, length, bin_size) / dt,
            "you divide by one dt only: the time spent in a bin is dt for each position in it.",
            "vous divisez par un seul dt : le temps passé dans une classe est dt pour chaque position qui y tombe.",
        ),
        gives(
            |&(x, dt, _, length, bin_size)| binned(x, length, bin_size) * dt / 1000.0,
            "this is the time spent in each bin, in s; divide the number of spikes by it.",
            "c’est le temps passé dans chaque classe, en s ; divisez le nombre de potentiels d’action par lui.",
        ),
        gives(
            |case| (PLACE_RATE.right)(case).recip(),
            "the fraction is upside down: spikes over time.",
            "la fraction est inversée : potentiels d’action divisés par temps.",
        ),
    ],
    lesson: text(
        "It divides by the time spent at each place, and says nothing about places never visited.",
        "Elle divise par le temps passé à chaque endroit, et ne dit rien des endroits jamais visités.",
    ),
    ..Exercise::TABLE
};

/// The first bin that was never visited and has a rate all the same, with this rate.
fn rate_of_nowhere(right: &Array1<f64>, rates: &Array1<f64>) -> Option<(usize, f64)> {
    let bins = right.iter().zip(rates).enumerate();
    let mut found = bins.filter(|(_, (right, rate))| right.is_nan() && !rate.is_nan());
    found.next().filter(|_| rates.len() == right.len()).map(|(k, (_, &rate))| (k, rate))
}
