//! What a cable does in the long run: its rest, its response to a constant current, its input resistance.

use ndarray::Array1;

use super::Cable;
use super::circuit::Circuit;
use crate::parameter::Allowed;
use crate::{Error, Result};

impl Cable {
    /// The potential at which each compartment rests, mV. A passive cable rests at E_l; in one with channels the rest
    /// potential of one part shifts the other's.
    ///
    /// # Errors
    ///
    /// If none is found.
    pub fn rest(&self) -> Result<Array1<f64>> {
        let circuit = Circuit::new(self);
        let v = circuit.rest().ok_or_else(super::no_rest)?;
        Ok(circuit.node.iter().map(|&node| v[node]).collect())
    }

    /// The change of the potential of each compartment, mV, that a constant `current` (nA) into one `compartment` makes
    /// in the long run.
    ///
    /// Channels, if there are any, stay as open as they are at rest: the answer then is that to a small current.
    ///
    /// ```
    /// use neurocomp::cable::{Cable, CableParams, Cylinder};
    ///
    /// let cable = Cable::unbranched(200, 1000.0, 4.0, CableParams::default())?;
    /// let v = cable.response(0, 0.1)?;
    /// // The sealed end is at cosh(0)/cosh(1) of the beginning: the cable is one length constant long.
    /// let exact = Cylinder::new(1000.0, 4.0, CableParams::default())?;
    /// assert!((v[199] / v[0] - 1.0 / exact.sealed_attenuation()).abs() < 2e-3);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If there is no such compartment, `current` is not finite, or the cable has no rest.
    pub fn response(&self, compartment: usize, current: f64) -> Result<Array1<f64>> {
        self.check_compartment(compartment)?;
        Allowed::Finite.check("current", "nA", current)?;
        let circuit = Circuit::new(self);
        let rest = circuit.rest().ok_or_else(super::no_rest)?;
        let mut v = vec![0.0; circuit.len()];
        v[circuit.node[compartment]] = 1.0;
        circuit.conductance_matrix(&rest).solve(&mut v);
        Ok(circuit.node.iter().map(|&node| current * v[node]).collect())
    }

    /// The input resistance of a compartment, MΩ: its change of potential over the constant current into it.
    ///
    /// # Errors
    ///
    /// As for [`Cable::response`].
    pub fn input_resistance(&self, compartment: usize) -> Result<f64> {
        self.transfer_resistance(compartment, compartment)
    }

    /// The transfer resistance, MΩ: the change of potential at `to` over the constant current into `from`. It is the
    /// same in the other direction.
    ///
    /// # Errors
    ///
    /// As for [`Cable::response`].
    pub fn transfer_resistance(&self, from: usize, to: usize) -> Result<f64> {
        self.check_compartment(to)?;
        Ok(self.response(from, 1.0)?[to])
    }

    /// The attenuation: how many times larger the change of potential is at `from`, where a constant current enters,
    /// than at `to`. It is at least 1, and not the same in the other direction.
    ///
    /// # Errors
    ///
    /// As for [`Cable::response`].
    pub fn attenuation(&self, from: usize, to: usize) -> Result<f64> {
        self.check_compartment(to)?;
        let v = self.response(from, 1.0)?;
        Ok(v[from] / v[to])
    }

    pub(super) fn check_compartment(&self, received: usize) -> Result<()> {
        if received >= self.len() {
            return Err(Error::count("compartment", 0, self.len() - 1, received));
        }
        Ok(())
    }
}
