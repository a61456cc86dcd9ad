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
//! [`CableParams`].

use super::Reviewed;
use super::argument::Argument;
use crate::cable::CableParams;
use crate::neuron::hodgkin_huxley::{HodgkinHuxley, HodgkinHuxleyParams, HodgkinHuxleyState};

mod cable_step;
mod circuit_potential;
mod conduction_velocity;
mod derivatives;
mod ionic_currents;
mod length_constant;
mod linear_over_exponential;
mod nernst_potential;
mod power_law;
mod sealed_profile;
mod steady_and_tau;
mod sustained_rate;

pub use cable_step::{CableStep, cable_step};
pub use circuit_potential::circuit_potential;
pub use conduction_velocity::{Velocity, conduction_velocity};
pub use derivatives::derivatives;
pub use ionic_currents::ionic_currents;
pub use length_constant::length_constant;
pub use linear_over_exponential::linear_over_exponential;
pub use nernst_potential::nernst_potential;
pub use power_law::power_law;
pub use sealed_profile::sealed_profile;
pub use steady_and_tau::steady_and_tau;
pub use sustained_rate::sustained_rate;

/// The tables, in the order of the tutorial.
pub(super) const EXERCISES: &[&dyn Reviewed] = &[
    &nernst_potential::NERNST_POTENTIAL,
    &circuit_potential::CIRCUIT_POTENTIAL,
    &linear_over_exponential::LINEAR_OVER_EXPONENTIAL,
    &steady_and_tau::STEADY_AND_TAU,
    &ionic_currents::IONIC_CURRENTS,
    &derivatives::DERIVATIVES,
    &sustained_rate::SUSTAINED_RATE,
    &length_constant::LENGTH_CONSTANT,
    &cable_step::CABLE_STEP,
    &sealed_profile::SEALED_PROFILE,
    &conduction_velocity::CONDUCTION_VELOCITY,
    &power_law::POWER_LAW,
];

/// Membranes that no page shows, in states that they pass during a spike. No capacitance and no gate is 1, and no two gates
/// are alike.
fn unseen_membranes() -> [(HodgkinHuxleyParams, HodgkinHuxleyState); 3] {
    let squid = HodgkinHuxleyParams::default();
    let state = |v, m, h, n| HodgkinHuxleyState { v, m, h, n };
    [
        (HodgkinHuxleyParams { capacitance: 1.6, g_na: 90.0, g_k: 30.0, ..squid }, state(31.0, 0.42, 0.55, 0.36)),
        (HodgkinHuxleyParams { capacitance: 0.8, g_leak: 0.45, e_na: 108.0, ..squid }, state(84.0, 0.93, 0.27, 0.62)),
        (HodgkinHuxleyParams { capacitance: 2.5, e_k: -15.0, e_leak: 8.0, ..squid }, state(-6.0, 0.04, 0.48, 0.51)),
    ]
}

/// The library's membrane with these parameters, which are those above and therefore valid.
fn membrane(p: HodgkinHuxleyParams) -> HodgkinHuxley {
    HodgkinHuxley::new(p).expect("the membranes of the checks are valid")
}

/// Sodium, potassium and leak current, µA/cm².
fn currents(p: HodgkinHuxleyParams, s: HodgkinHuxleyState) -> (f64, f64, f64) {
    (p.g_na * s.m.powi(3) * s.h * (p.e_na - s.v), p.g_k * s.n.powi(4) * (p.e_k - s.v), p.g_leak * (p.e_leak - s.v))
}

impl Argument for HodgkinHuxleyParams {
    fn code(&self) -> String {
        let squid = HodgkinHuxleyParams::default();
        let fields = [
            ("capacitance", self.capacitance, squid.capacitance),
            ("g_na", self.g_na, squid.g_na),
            ("g_k", self.g_k, squid.g_k),
            ("g_leak", self.g_leak, squid.g_leak),
            ("e_na", self.e_na, squid.e_na),
            ("e_k", self.e_k, squid.e_k),
            ("e_leak", self.e_leak, squid.e_leak),
        ];
        changed_fields("HodgkinHuxleyParams", &fields)
    }
}

impl Argument for HodgkinHuxleyState {
    fn code(&self) -> String {
        format!("{self:?}")
    }
}

impl Argument for CableParams {
    fn code(&self) -> String {
        let usual = CableParams::default();
        let fields = [
            ("axial_resistivity", self.axial_resistivity, usual.axial_resistivity),
            ("g_leak", self.g_leak, usual.g_leak),
        ];
        changed_fields("CableParams", &fields)
    }
}

/// A struct as it is written in Rust, without the fields that have their default. Each field is given with its value and
/// its default.
fn changed_fields(name: &str, fields: &[(&str, f64, f64)]) -> String {
    let changed = fields.iter().filter(|(_, value, default)| value != default);
    let changed: Vec<String> = changed.map(|(field, value, _)| format!("{field}: {value:?}")).collect();
    format!("{name} {{ {}, ..Default::default() }}", changed.join(", "))
}
