//! All spike-based rules on the same protocols.
//!
//! [`SpikeRule::change`] is the relative change of the weight by a protocol, 0.5 being + 50 %, for every rule. Curves
//! over Δt and over frequency are what experiments publish; [`super::published`] has some of them to draw beside.
//!
//! | rule | window at 1 Hz | Δt = +10 ms, 0.1 to 50 Hz | Δt = −10 ms, 0.1 to 50 Hz | 900 pulses, silent cell |
//! | --- | --- | --- | --- | --- |
//! | experiment | two sides | from nothing to LTP | LTD becomes LTP | LTD at 1 Hz, LTP at 50 Hz |
//! | pair STDP | as measured | LTP at 0.1 Hz, less above 10 Hz | too little, too late | nothing |
//! | triplet (visual cortex) | LTD only, as at 0.1 Hz | yes | yes | nothing |
//! | voltage | LTD only, as at 0.1 Hz | yes | yes | nothing |
//! | calcium (cortical slices) | two sides, LTD again | yes | yes | LTD at 100 Hz only |
//! | calcium (hippocampal slices) | LTD | yes | yes | LTD at 10 Hz, LTP from 20 Hz |
//! | NMDA | two sides, LTD again | grows, LTP at 0.1 Hz too | yes | LTD to 5 Hz, LTP from 10 Hz |
//!
//! LTP is potentiation, LTD depression, a silent cell one without postsynaptic spikes. Experiments: Bi & Poo 1998,
//! Sjöström et al. 2001, Dudek & Bear 1992.
//!
//! The entries of a rule were computed by this library, with default parameters where no others are named (with the
//! EPSPs of 10 mV of [`NmdaParams::stimulation`](super::nmda::NmdaParams::stimulation) the NMDA rule depresses from 1
//! Hz on), and most of them are its tests.
//!
//! ```
//! use neurocomp::ndarray::array;
//! use neurocomp::plasticity::bench::SpikeRule;
//! use neurocomp::plasticity::stdp::{PairStdp, StdpParams};
//!
//! let rule = SpikeRule::Pair(PairStdp::new(StdpParams::default())?);
//! let window = rule.window(&array![-20.0, 20.0], 60, 1.0)?;
//! assert!(window[0] < 0.0 && window[1] > 0.0);
//! # Ok::<(), neurocomp::Error>(())
//! ```

use ndarray::{Array1, ArrayRef1};
use rayon::prelude::*;

use crate::parallel::in_parallel;
use crate::{Error, Result};

use super::calcium::CalciumRule;
use super::nmda::NmdaRule;
use super::protocol::Protocol;
use super::stdp::PairStdp;
use super::triplet::TripletStdp;
use super::voltage::VoltageRule;

/// A spike-based rule of plasticity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SpikeRule {
    /// Pair STDP, beginning at half of the largest weight.
    Pair(PairStdp),
    /// Triplet STDP.
    Triplet(TripletStdp),
    /// The voltage rule.
    Voltage(VoltageRule),
    /// The calcium rule: the mean strength of a population.
    Calcium(CalciumRule),
    /// The NMDA rule.
    Nmda(NmdaRule),
}

impl SpikeRule {
    /// The relative change of the weight by a protocol, 0.5 being + 50 %.
    ///
    /// # Errors
    ///
    /// If the protocol is too long for a rule that goes in steps.
    pub fn change(&self, protocol: &Protocol) -> Result<f64> {
        match self {
            SpikeRule::Pair(rule) => Ok(rule.weight_after(protocol, 0.5)? / 0.5 - 1.0),
            SpikeRule::Triplet(rule) => Ok(rule.change(protocol)),
            SpikeRule::Voltage(rule) => rule.change(protocol),
            SpikeRule::Calcium(rule) => Ok(rule.change(protocol)),
            SpikeRule::Nmda(rule) => rule.change(protocol),
        }
    }

    /// The window: the change by `pairs` pairs at `frequency` (Hz), for each of `delta_t` (ms).
    ///
    /// # Errors
    ///
    /// As for [`Protocol::pairing`] and [`SpikeRule::change`], and if `delta_t` is empty.
    pub fn window(&self, delta_t: &ArrayRef1<f64>, pairs: usize, frequency: f64) -> Result<Array1<f64>> {
        self.curve("delta_t", delta_t, |delta_t| Protocol::pairing(delta_t, pairs, frequency))
    }

    /// The change by the protocol of Sjöström et al. (2001) with `delta_t` (ms), for each of `frequencies` (Hz).
    ///
    /// # Errors
    ///
    /// As for [`Protocol::sjostrom`] and [`SpikeRule::change`], and if `frequencies` is empty.
    pub fn frequency_curve(&self, delta_t: f64, frequencies: &ArrayRef1<f64>) -> Result<Array1<f64>> {
        self.curve("frequencies", frequencies, |frequency| Protocol::sjostrom(delta_t, frequency))
    }

    /// The change by `pairs` pairs in a row, `delta_t` (ms) apart, for each of `frequencies` (Hz).
    ///
    /// # Errors
    ///
    /// As for [`Protocol::pairing`] and [`SpikeRule::change`], and if `frequencies` is empty.
    pub fn pairing_curve(&self, delta_t: f64, pairs: usize, frequencies: &ArrayRef1<f64>) -> Result<Array1<f64>> {
        self.curve("frequencies", frequencies, |frequency| Protocol::pairing(delta_t, pairs, frequency))
    }

    /// The change by 900 presynaptic pulses with EPSPs of `epsp` (mV), for each of `frequencies` (Hz); see
    /// [`Protocol::stimulation`].
    ///
    /// # Errors
    ///
    /// As for [`Protocol::low_frequency`] and [`SpikeRule::change`], and if `frequencies` is empty.
    pub fn stimulation_curve(&self, frequencies: &ArrayRef1<f64>, epsp: f64) -> Result<Array1<f64>> {
        self.curve("frequencies", frequencies, |frequency| Protocol::low_frequency(frequency, epsp))
    }

    /// One protocol for each point, shared among all cores.
    fn curve(
        &self,
        name: &'static str,
        points: &ArrayRef1<f64>,
        protocol: impl Fn(f64) -> Result<Protocol> + Sync,
    ) -> Result<Array1<f64>> {
        if points.is_empty() {
            return Err(Error::empty(name));
        }
        let points = points.to_vec();
        let changes: Result<Vec<f64>> =
            in_parallel(|| points.par_iter().map(|&point| self.change(&protocol(point)?)).collect());
        Ok(changes?.into())
    }
}

#[cfg(test)]
mod tests;
