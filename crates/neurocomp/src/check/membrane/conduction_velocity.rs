use ndarray::{Array1, Array2, array};

use crate::cable::CableRun;
use crate::check::argument::Argument;
use crate::check::exercise::{Exercise, gives, in_unit, seen, text};
use crate::check::{Verdict, say};
use crate::spike_train::SpikeTrain;

/// A student's velocity of a run, from one compartment to another.
pub type Velocity = fn(&CableRun, usize, usize) -> Option<f64>;

/// Exercise 11: distance over delay of the first spikes of two compartments, m/s; `None` if one of them is silent.
pub fn conduction_velocity(student: Velocity) -> Verdict {
    CONDUCTION_VELOCITY.judge(|(run, from, to)| student(run, *from, *to))
}

type Call = (CableRun, usize, usize);

pub(super) static CONDUCTION_VELOCITY: Exercise<Call, Option<f64>> = Exercise {
    name: "conduction_velocity",
    inputs: &["run", "from", "to"],
    answer: &[in_unit("m/s")],
    cases: || {
        let pairs = [(0, 1), (1, 3), (2, 3), (0, 2), (3, 4), (4, 0)];
        pairs.map(|(from, to)| (recorded(), from, to)).into()
    },
    right: |(run, from, to)| run.conduction_velocity(*from, *to),
    also_right: &[|call| Some(1e-3 * distance(call) / delay(call)?)],
    mistakes: &[
        seen(
            |_, right, student| right.is_none() && student.is_some(),
            |call| Some(1e-3 * distance(call) / delay(call).unwrap_or(0.0)),
            "one of the two compartments has no spike: `.first()` is `None` there, and `?` hands it on.",
            "l’un des deux compartiments n’a pas de potentiel d’action : `.first()` y vaut `None`, et `?` le transmet.",
        ),
        gives(
            |_| None,
            "both compartments have a spike here, so there is a velocity: wrap it in `Some(…)`.",
            "les deux compartiments ont ici un potentiel d’action, donc une vitesse : enveloppez-la dans `Some(…)`.",
        ),
        gives(
            |call| Some(distance(call) / delay(call)?),
            "this is in µm/ms; 1 µm/ms = 1e-3 m/s.",
            "c’est en µm/ms ; 1 µm/ms = 1e-3 m/s.",
        ),
        gives(
            |call| Some(1e-6 * distance(call) / delay(call)?),
            "this is in m/ms: a delay in ms is 1e-3 s.",
            "c’est en m/ms : un délai en ms vaut 1e-3 s.",
        ),
        gives(
            |call| Some(delay(call)? / distance(call)),
            "the fraction is upside down: distance over delay.",
            "la fraction est inversée : la distance divisée par le délai.",
        ),
        gives(
            |call| Some(1e3 * delay(call)? / distance(call)),
            "the fraction is upside down: distance over delay.",
            "la fraction est inversée : la distance divisée par le délai.",
        ),
        gives(
            |call| Some(-1e-3 * distance(call) / delay(call)?),
            "the sign: both differences are taken in the same order, `to` minus `from`.",
            "le signe : les deux différences se prennent dans le même ordre, `to` moins `from`.",
        ),
        gives(
            |(run, from, to)| {
                first(run, *from)?;
                Some(1e-3 * run.positions[*to] / first(run, *to)?)
            },
            "this counts from position 0 and time 0; take the differences between the two compartments.",
            "ceci compte depuis la position 0 et le temps 0 ; prenez les différences entre les deux compartiments.",
        ),
        gives(
            |call| {
                let last = |i: usize| call.0.spikes[i].times().last();
                Some(1e-3 * distance(call) / (last(call.2)? - last(call.1)?))
            },
            "these are the last spikes; the same spike is the first one at both places.",
            "ce sont les derniers potentiels d’action ; le même est le premier aux deux endroits.",
        ),
        gives(
            |call| Some(1e-3 * (call.2 as f64 - call.1 as f64) / delay(call)?),
            "the distance is counted in compartments; `run.positions` has it in µm.",
            "la distance est comptée en compartiments ; `run.positions` la donne en µm.",
        ),
        gives(
            |call| Some(1e-3 * delay(call)? / distance(call)),
            "the fraction is upside down: distance over delay.",
            "la fraction est inversée : la distance divisée par le délai.",
        ),
        gives(
            |call| Some((call.2 as f64 - call.1 as f64) / delay(call)?),
            "these are numbers of compartments; their places are in `positions`.",
            "ce sont des numéros de compartiments ; leurs places sont dans `positions`.",
        ),
    ],
    remark: |(run, from, to)| {
        let described = |i: usize| {
            let (place, times) = (run.positions[i], run.spikes[i].times());
            say(
                format!("compartment {i} at {place} µm, spikes at {times:?} ms"),
                format!("compartiment {i} à {place} µm, potentiels d’action à {times:?} ms"),
            )
        };
        format!("{}; {}", described(*from), described(*to))
    },
    lesson: text("Also where the spike does not arrive.", "Y compris là où rien n’arrive."),
    ..Exercise::TABLE
};

/// Positions (µm) and spike times (ms) of five compartments; the last is silent, the third fires twice.
fn recorded() -> CableRun {
    let train = |times: &[f64]| SpikeTrain::new(times.to_vec(), 0.0, 20.0).expect("the trains of the checks are valid");
    CableRun {
        t: array![0.0, 20.0],
        v: Array2::zeros((2, 5)),
        positions: array![100.0, 700.0, 2500.0, 6100.0, 9000.0],
        spikes: vec![train(&[0.5]), train(&[0.75]), train(&[1.3, 11.9]), train(&[2.65]), train(&[])],
        clamp_current: Array2::zeros((2, 0)),
    }
}

impl Argument for CableRun {
    fn code(&self) -> String {
        let array = |values: &Array1<f64>| format!("array!{:?}", values.to_vec());
        let trains = self.spikes.iter().map(|train| format!("vec!{:?}", train.times()));
        format!(
            "&neurocomp::cable::CableRun {{ t: {}, v: Array2::zeros({:?}), positions: {}, spikes: [{}].map(|times| \
             SpikeTrain::new(times, 0.0, 20.0).unwrap()).to_vec(), clamp_current: Array2::zeros({:?}) }}",
            array(&self.t),
            self.v.dim(),
            array(&self.positions),
            trains.collect::<Vec<String>>().join(", "),
            self.clamp_current.dim()
        )
    }

    fn described(&self, name: &str, _: &str) -> String {
        let n = self.positions.len();
        say(format!("{name} = {n} compartments"), format!("{name} = {n} compartiments"))
    }
}

/// The time of the first spike of a compartment, ms.
fn first(run: &CableRun, compartment: usize) -> Option<f64> {
    run.spikes[compartment].times().first().copied()
}

/// Between the two compartments, µm.
fn distance(&(ref run, from, to): &Call) -> f64 {
    run.positions[to] - run.positions[from]
}

/// Between the first spikes of the two compartments, ms.
fn delay(&(ref run, from, to): &Call) -> Option<f64> {
    Some(first(run, to)? - first(run, from)?)
}
