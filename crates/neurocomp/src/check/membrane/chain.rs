//! Exercise 9: one step of a chain of compartments.

use ndarray::Array1;

use crate::check::list::{ListMistake, judge_list};
use crate::check::{Inputs, Verdict, say};

/// A student's step: potentials (mV), capacitance (nF), leak (µS), axial resistance (MΩ), current (nA), dt (ms); the
/// potentials afterwards (mV).
pub type CableStep = fn(&Array1<f64>, f64, f64, f64, f64, f64) -> Array1<f64>;

/// A chain of compartments and one step of it.
struct Chain {
    v: &'static [f64],
    capacitance: f64,
    leak: f64,
    axial: f64,
    current: f64,
    dt: f64,
}

const CHAINS: [Chain; 4] = [
    Chain { v: &[6.0, 2.0], capacitance: 0.05, leak: 0.004, axial: 20.0, current: 0.0, dt: 0.1 },
    Chain { v: &[3.0, 9.0], capacitance: 0.02, leak: 0.003, axial: 12.0, current: 0.3, dt: 0.02 },
    Chain { v: &[8.0, 5.0, 1.0, -2.0], capacitance: 0.04, leak: 0.005, axial: 15.0, current: 0.1, dt: 0.05 },
    Chain { v: &[0.0, 0.0, 7.0, 0.0, 0.0], capacitance: 0.03, leak: 0.002, axial: 8.0, current: 0.0, dt: 0.04 },
];

/// What a step may get wrong.
#[derive(Clone, Copy)]
struct Faults {
    leak: f64,
    axial: f64,
    current: f64,
    everywhere: bool,
    ring: bool,
    in_place: bool,
    only_change: bool,
    grounded: bool,
    current_at_end: bool,
}

const NONE: Faults = Faults {
    leak: 1.0,
    axial: 1.0,
    current: 1.0,
    everywhere: false,
    ring: false,
    in_place: false,
    only_change: false,
    grounded: false,
    current_at_end: false,
};

impl Chain {
    fn inputs(&self) -> Inputs {
        Inputs::new()
            .code("v", &format!("&Array1::from(vec!{:?})", self.v))
            .number("capacitance", self.capacitance, "nF")
            .number("leak", self.leak, "µS")
            .number("axial", self.axial, "MΩ")
            .number("current", self.current, "nA")
            .number("dt", self.dt, "ms")
    }

    /// One step of Euler, with faults if there are any.
    fn step(&self, faults: Faults) -> Vec<f64> {
        let n = self.v.len();
        let mut next = self.v.to_vec();
        for i in 0..n {
            let v = if faults.in_place { next.clone() } else { self.v.to_vec() };
            let beyond = |inside: bool, neighbour: usize, across: usize| match (inside, faults.ring) {
                (true, _) => v[neighbour] - v[i],
                (false, true) => v[across] - v[i],
                (false, false) if faults.grounded => -v[i],
                (false, false) => 0.0,
            };
            let left = beyond(i > 0, i.wrapping_sub(1), n - 1);
            let right = beyond(i + 1 < n, i + 1, 0);
            let at = if faults.current_at_end { n - 1 } else { 0 };
            let injected = if faults.everywhere || i == at { self.current } else { 0.0 };
            let total = -faults.leak * self.leak * v[i]
                + faults.axial * (left + right) / self.axial
                + faults.current * injected;
            let change = self.dt * total / self.capacitance;
            next[i] = if faults.only_change { change } else { v[i] + change };
        }
        next
    }
}

/// Exercise 9: the potentials of a chain of compartments (mV) one Euler step later; the current enters the first.
pub fn cable_step(student: CableStep) -> Verdict {
    for chain in &CHAINS {
        let v = Array1::from(chain.v.to_vec());
        let received = student(&v, chain.capacitance, chain.leak, chain.axial, chain.current, chain.dt);
        if let Err(message) = judge_list(
            "cable_step",
            &chain.inputs(),
            &chain.step(NONE),
            &received.to_vec(),
            "mV",
            &step_mistakes(chain),
        ) {
            return Verdict::fail(message);
        }
    }
    let n = CHAINS.len();
    Verdict::pass(say(
        format!("`cable_step` is right for {n} chains of two to five compartments; no current leaves at the ends."),
        format!("`cable_step` est juste pour {n} chaînes de deux à cinq compartiments ; rien ne sort par les bouts."),
    ))
}

fn step_mistakes(chain: &Chain) -> Vec<ListMistake> {
    let with = |faults: Faults| chain.step(faults);
    let slope = chain.step(NONE).iter().zip(chain.v).map(|(next, v)| (next - v) / chain.dt).collect();
    vec![
        ListMistake::new(
            with(Faults { only_change: true, ..NONE }),
            "these are the changes; the new potential is the old one plus its change.",
            "ce sont les variations ; le nouveau potentiel est l’ancien plus sa variation.",
        ),
        ListMistake::new(
            slope,
            "these are the slopes dV/dt; the new potential is v + dt · slope.",
            "ce sont les pentes dV/dt ; le nouveau potentiel est v + dt · pente.",
        ),
        ListMistake::new(
            chain.v.to_vec(),
            "nothing has changed: is the new potential written into the array that is returned?",
            "rien n’a changé : le nouveau potentiel est-il écrit dans le tableau renvoyé ?",
        ),
        ListMistake::new(
            with(Faults { leak: -1.0, ..NONE }),
            "the sign of the leak: −g·V draws the potential back to rest.",
            "le signe de la fuite : −g·V ramène le potentiel au repos.",
        ),
        ListMistake::new(with(Faults { leak: 0.0, ..NONE }), "the leak is missing.", "la fuite manque."),
        ListMistake::new(
            with(Faults { axial: -1.0, ..NONE }),
            "the axial current flows uphill: into i from j flows (V_j − V_i)/R.",
            "le courant axial remonte la pente : de j vers i s’écoule (V_j − V_i)/R.",
        ),
        ListMistake::new(
            with(Faults { axial: 0.0, ..NONE }),
            "the compartments do not feel their neighbours: the axial current is missing.",
            "les compartiments ignorent leurs voisins : le courant axial manque.",
        ),
        ListMistake::new(
            with(Faults { axial: chain.axial * chain.axial, ..NONE }),
            "the axial current is the difference divided by the resistance, not multiplied by it.",
            "le courant axial est la différence divisée par la résistance, et non multipliée par elle.",
        ),
        ListMistake::new(
            with(Faults { everywhere: true, ..NONE }),
            "the current flows into every compartment; it enters only the first, `i == 0`.",
            "le courant entre dans tous les compartiments ; il n’entre que dans le premier, `i == 0`.",
        ),
        ListMistake::new(
            with(Faults { current_at_end: true, ..NONE }),
            "the current enters at the wrong end: compartment 0.",
            "le courant entre au mauvais bout : c’est le compartiment 0.",
        ),
        ListMistake::new(
            with(Faults { current: 0.0, ..NONE }),
            "the injected current is missing.",
            "le courant injecté manque.",
        ),
        ListMistake::new(
            with(Faults { ring: true, ..NONE }),
            "the two ends are joined to a ring; an end has only one neighbour.",
            "les deux bouts sont reliés en anneau ; un bout n’a qu’un voisin.",
        ),
        ListMistake::new(
            with(Faults { grounded: true, ..NONE }),
            "current leaves at the ends, as if a neighbour at 0 mV were there; a sealed end has none.",
            "du courant sort par les bouts, comme s’il y avait là un voisin à 0 mV ; un bout fermé n’en a pas.",
        ),
        ListMistake::new(
            with(Faults { in_place: true, ..NONE }),
            "new potentials are used for the neighbours: read from `v`, write into the copy.",
            "de nouveaux potentiels servent aux voisins : lisez dans `v`, écrivez dans la copie.",
        ),
    ]
}
