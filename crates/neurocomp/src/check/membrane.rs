//! Checks of the companion on membrane and cable.
//!
//! The notebook writes `check::membrane::nernst_potential(nernst_potential)`: the check has the name of the exercise, and
//! takes the student's function as a plain `fn`.
//!
//! | exercise | function to write | unit of the answer |
//! | --- | --- | --- |
//! | 1 | [`nernst_potential`]`(valence, outside, inside, celsius)` | mV |
//! | 2 | [`circuit_potential`]`(conductances, reversals, current)` | mV |
//! | 3 | [`linear_over_exponential`]`(x)` | none |
//! | 4 | [`steady_and_tau`]`(alpha, beta)` | none and ms |
//! | 5 | [`ionic_currents`]`(p, s)` | µA/cm² |
//! | 6 | [`derivatives`]`(p, s, current)` | mV/ms and 1/ms |
//! | 7 | [`sustained_rate`]`(t, v, from)` | Hz |
//! | 8 | [`length_constant`]`(p, diameter)` | µm |
//! | 9 | [`cable_step`]`(v, capacitance, leak, axial, current, dt)` | mV |
//! | 10 | [`sealed_profile`]`(x, length, lambda)` | none |
//! | 11 | [`conduction_velocity`]`(run, from, to)` | m/s, or `None` |
//! | 12 | [`power_law`]`(x, y)` | none |
//!
//! In exercises 5 and 6 `p` is a [`HodgkinHuxleyParams`] and `s` a [`HodgkinHuxleyState`]; in exercise 8 `p` is a
//! [`CableParams`](crate::cable::CableParams).

use crate::neuron::hodgkin_huxley::{HodgkinHuxleyParams, HodgkinHuxleyState};

mod axon;
mod cable;
mod chain;
mod circuit;
mod gate;
mod rate;
mod spike;

pub use axon::{Velocity, conduction_velocity, power_law};
pub use cable::{length_constant, sealed_profile};
pub use chain::{CableStep, cable_step};
pub use circuit::{circuit_potential, nernst_potential};
pub use gate::{linear_over_exponential, steady_and_tau};
pub use rate::sustained_rate;
pub use spike::{derivatives, ionic_currents};

/// Membranes that no page shows, in states that they pass during a spike, with what a student writes to have them again.
/// No capacitance and no gate is 1, and no two gates are alike.
fn unseen_membranes() -> [(HodgkinHuxleyParams, HodgkinHuxleyState); 3] {
    let squid = HodgkinHuxleyParams::default();
    let state = |v, m, h, n| HodgkinHuxleyState { v, m, h, n };
    [
        (HodgkinHuxleyParams { capacitance: 1.6, g_na: 90.0, g_k: 30.0, ..squid }, state(31.0, 0.42, 0.55, 0.36)),
        (HodgkinHuxleyParams { capacitance: 0.8, g_leak: 0.45, e_na: 108.0, ..squid }, state(84.0, 0.93, 0.27, 0.62)),
        (HodgkinHuxleyParams { capacitance: 2.5, e_k: -15.0, e_leak: 8.0, ..squid }, state(-6.0, 0.04, 0.48, 0.51)),
    ]
}

/// The parameters as they are written in Rust, those of the squid left out.
fn written(p: HodgkinHuxleyParams) -> String {
    let squid = HodgkinHuxleyParams::default();
    let fields = [
        ("capacitance", p.capacitance, squid.capacitance),
        ("g_na", p.g_na, squid.g_na),
        ("g_k", p.g_k, squid.g_k),
        ("g_leak", p.g_leak, squid.g_leak),
        ("e_na", p.e_na, squid.e_na),
        ("e_k", p.e_k, squid.e_k),
        ("e_leak", p.e_leak, squid.e_leak),
    ];
    let changed: Vec<String> = fields
        .iter()
        .filter(|(_, value, default)| value != default)
        .map(|(name, value, _)| format!("{name}: {value:?}"))
        .collect();
    format!("HodgkinHuxleyParams {{ {}, ..Default::default() }}", changed.join(", "))
}

/// The tables, in the order of the tutorial.
pub(super) const EXERCISES: &[&dyn super::Reviewed] = &[];
