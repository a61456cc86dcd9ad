//! What the membrane of a cable is made of.

use crate::Result;
use crate::parameter::Allowed;

/// The electrical constants of a cable. Potentials are relative to rest, which is at 0 mV.
///
/// The default has the values of Dayan & Abbott (2001), chapter 6: r_L = 1 kΩ·mm, r_m = 1 MΩ·mm², c_m = 10 nF/mm². A
/// cylinder of 4 µm then has a length constant of 1 mm, and the time constant of the membrane is 10 ms.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CableParams {
    /// Axial resistivity R_i of the cytoplasm, Ω·cm; > 0.
    pub axial_resistivity: f64,
    /// Capacitance C of the membrane, µF/cm²; > 0.
    pub capacitance: f64,
    /// Leak conductance g_l, mS/cm²; > 0.
    pub g_leak: f64,
    /// Reversal potential of the leak E_l, mV from rest.
    pub e_leak: f64,
    /// Temperature, °C, from 0 to 60: it sets the pace of the channels of active compartments, 3 times faster for 10
    /// °C.
    pub temperature: f64,
}

impl Default for CableParams {
    fn default() -> CableParams {
        CableParams { axial_resistivity: 100.0, capacitance: 1.0, g_leak: 0.1, e_leak: 0.0, temperature: 6.3 }
    }
}

impl CableParams {
    /// The giant axon of the squid: R_i = 35.4 Ω·cm, C = 1 µF/cm² (Hodgkin & Huxley 1952), 6.3 °C. The leak is the one
    /// that belongs to [`ChannelDensity::default`], E_l = 10.613 mV as in the paper;
    /// [`HodgkinHuxley`](crate::neuron::hodgkin_huxley::HodgkinHuxley) has the 10.6 mV of the textbooks, and says why.
    pub fn squid() -> CableParams {
        CableParams { axial_resistivity: 35.4, g_leak: 0.3, e_leak: 10.613, ..CableParams::default() }
    }

    /// Time constant of the passive membrane τ = C/g_l, ms.
    pub fn time_constant(&self) -> f64 {
        self.capacitance / self.g_leak
    }

    pub(super) fn check(&self) -> Result<()> {
        Allowed::Positive.check("axial_resistivity", "Ω·cm", self.axial_resistivity)?;
        Allowed::Positive.check("capacitance", "µF/cm²", self.capacitance)?;
        Allowed::Positive.check("g_leak", "mS/cm²", self.g_leak)?;
        Allowed::Finite.check("e_leak", "mV", self.e_leak)?;
        Allowed::Between(0.0, 60.0).check("temperature", "°C", self.temperature)?;
        Ok(())
    }
}

/// The channels of Hodgkin and Huxley in a compartment, and the leak that takes the place of the passive one there. The
/// current into the cell is
///
/// ```text
/// g_l (E_l − V) + g_Na m³ h (E_Na − V) + g_K n⁴ (E_K − V)      µA/cm²
/// ```
///
/// The default is the squid axon of Hodgkin and Huxley (1952) as in the paper, E_l = 10.613 mV included, potentials from rest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChannelDensity {
    /// Sodium conductance with all channels open, mS/cm²; ≥ 0.
    pub g_na: f64,
    /// Sodium reversal potential, mV.
    pub e_na: f64,
    /// Potassium conductance with all channels open, mS/cm²; ≥ 0.
    pub g_k: f64,
    /// Potassium reversal potential, mV.
    pub e_k: f64,
    /// Leak conductance, mS/cm²; > 0.
    pub g_leak: f64,
    /// Reversal potential of the leak, mV.
    pub e_leak: f64,
}

impl Default for ChannelDensity {
    fn default() -> ChannelDensity {
        ChannelDensity { g_na: 120.0, e_na: 115.0, g_k: 36.0, e_k: -12.0, g_leak: 0.3, e_leak: 10.613 }
    }
}

impl ChannelDensity {
    /// The same membrane with all three conductances multiplied by `factor`.
    pub fn scaled(self, factor: f64) -> ChannelDensity {
        ChannelDensity { g_na: factor * self.g_na, g_k: factor * self.g_k, g_leak: factor * self.g_leak, ..self }
    }

    pub(super) fn check(&self) -> Result<()> {
        Allowed::NotNegative.check("g_na", "mS/cm²", self.g_na)?;
        Allowed::NotNegative.check("g_k", "mS/cm²", self.g_k)?;
        Allowed::Positive.check("g_leak", "mS/cm²", self.g_leak)?;
        Allowed::Finite.check("e_na", "mV", self.e_na)?;
        Allowed::Finite.check("e_k", "mV", self.e_k)?;
        Allowed::Finite.check("e_leak", "mV", self.e_leak)?;
        Ok(())
    }
}
