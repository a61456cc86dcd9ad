//! The one place that knows which neuron models there are.

use super::adex::{AdEx, Form};
use super::block::State;
use super::cell::{NetworkCell, NeuronModel, Synapses};
use super::decay::Decay;
use super::lif_conductance::LifConductance;
use super::lif_current::{LifCurrent, LifDelta};

impl State {
    /// Neurons that start at the potentials `v` and would rest at `steady` without synapses, both mV.
    pub fn new(cell: &NetworkCell, dt: f64, v: Vec<f64>, steady: Vec<f64>) -> State {
        match (cell.neuron, cell.synapses) {
            (NeuronModel::Lif(p), Synapses::Delta) => State::LifDelta(LifDelta::new(p, dt, v, &steady)),
            (NeuronModel::Lif(p), Synapses::Current { tau_e, tau_i }) => {
                State::LifCurrent(LifCurrent::new(p, (tau_e, tau_i), dt, v, &steady))
            }
            (NeuronModel::Lif(p), Synapses::Conductance { tau_e, tau_i, e_e, e_i }) => {
                State::LifConductance(LifConductance::new(p, (tau_e, tau_i), (e_e, e_i), dt, v, steady))
            }
            (NeuronModel::AdEx(p), Synapses::Delta) => State::AdExDelta(AdEx::new(p, NO_CURRENT, dt, v, steady)),
            (NeuronModel::AdEx(p), synapses) => State::AdEx(AdEx::new(p, form(synapses), dt, v, steady)),
        }
    }

    /// Whether an arriving spike changes the potential itself.
    pub fn jumps(&self) -> bool {
        matches!(self, State::LifDelta(_) | State::AdExDelta(_))
    }

    /// One step of neurons whose synapses do not jump.
    pub fn step(&mut self, after_spike: f64, fired: &mut Vec<u32>) {
        match self {
            State::LifCurrent(lif) => lif.step(after_spike, fired),
            State::LifConductance(lif) => lif.step(after_spike, fired),
            State::AdEx(adex) => {
                adex.advance();
                adex.fire(after_spike, fired);
            }
            State::LifDelta(_) | State::AdExDelta(_) => {
                self.decay();
                self.fire(after_spike, fired);
            }
        }
    }

    /// The part of a step before the jumps.
    pub fn decay(&mut self) {
        match self {
            State::LifDelta(lif) => lif.decay(),
            State::AdExDelta(adex) => adex.advance(),
            State::LifCurrent(_) | State::LifConductance(_) | State::AdEx(_) => {}
        }
    }

    /// The part of a step after the jumps.
    pub fn fire(&mut self, after_spike: f64, fired: &mut Vec<u32>) {
        match self {
            State::LifDelta(lif) => lif.fire(after_spike, fired),
            State::AdExDelta(adex) => adex.fire(after_spike, fired),
            State::LifCurrent(_) | State::LifConductance(_) | State::AdEx(_) => {}
        }
    }

    /// Where arriving spikes are added, and the unit in which they are counted there.
    pub fn input(&mut self, excitatory: bool) -> (&mut [f64], f64) {
        let (e, i) = match self {
            State::LifDelta(lif) => return (&mut lif.v, 1.0),
            State::AdExDelta(adex) => return (&mut adex.v, 1.0),
            State::LifCurrent(lif) => (&mut lif.u_e, &mut lif.u_i),
            State::LifConductance(lif) => (&mut lif.g_e, &mut lif.g_i),
            State::AdEx(adex) => (&mut adex.u_e, &mut adex.u_i),
        };
        let u = if excitatory { e } else { i };
        (&mut u.values, u.scale)
    }

    pub fn inputs(&self) -> Option<[&Decay; 2]> {
        match self {
            State::LifCurrent(lif) => Some([&lif.u_e, &lif.u_i]),
            State::LifConductance(lif) => Some([&lif.g_e, &lif.g_i]),
            State::AdEx(adex) => Some([&adex.u_e, &adex.u_i]),
            State::LifDelta(_) | State::AdExDelta(_) => None,
        }
    }

    pub fn potentials(&self) -> &[f64] {
        match self {
            State::LifCurrent(lif) => &lif.v,
            State::LifDelta(lif) => &lif.v,
            State::LifConductance(lif) => &lif.v,
            State::AdEx(adex) | State::AdExDelta(adex) => &adex.v,
        }
    }

    pub fn potentials_mut(&mut self) -> &mut [f64] {
        match self {
            State::LifCurrent(lif) => &mut lif.v,
            State::LifDelta(lif) => &mut lif.v,
            State::LifConductance(lif) => &mut lif.v,
            State::AdEx(adex) | State::AdExDelta(adex) => &mut adex.v,
        }
    }
}

/// Without spikes the currents stay zero, whatever their time constants.
const NO_CURRENT: Form = Form { tau_e: 1.0, tau_i: 1.0, e_e: 1.0, e_i: 1.0, c: 0.0 };

fn form(synapses: Synapses) -> Form {
    match synapses {
        Synapses::Delta => NO_CURRENT,
        Synapses::Current { tau_e, tau_i } => Form { tau_e, tau_i, ..NO_CURRENT },
        Synapses::Conductance { tau_e, tau_i, e_e, e_i } => Form { tau_e, tau_i, e_e, e_i, c: 1.0 },
    }
}
