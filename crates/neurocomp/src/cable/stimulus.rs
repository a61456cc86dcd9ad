//! What is done to a cable: currents, synapses, voltage clamps.

use std::fmt;

use ndarray::{Array1, ArrayRef1};

use crate::error::{check_count, number};
use crate::parameter::Allowed;
use crate::{Error, Result};

/// The time course of the conductance of a synapse after a spike at time 0, with its peak g.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SynapseShape {
    /// g e^(−t/τ).
    Exponential,
    /// g (t/τ) e^(1 − t/τ), with the peak at t = τ.
    Alpha,
}

/// Something done to one compartment during a simulation. Currents into the cell are positive.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum Stimulus {
    /// A constant current from `start` to `stop`.
    Step {
        /// The compartment.
        compartment: usize,
        /// Current, nA.
        amplitude: f64,
        /// Beginning, ms.
        start: f64,
        /// End, ms.
        stop: f64,
    },
    /// Any current: `samples[k]` (nA) flows during step k, from k·dt to (k + 1)·dt.
    Current {
        /// The compartment.
        compartment: usize,
        /// One value per step, nA.
        samples: Array1<f64>,
    },
    /// A synapse that receives spikes: the current is g(t) (E − V).
    Synapse {
        /// The compartment.
        compartment: usize,
        /// The time course.
        shape: SynapseShape,
        /// Peak of the conductance after one spike, nS; ≥ 0.
        peak: f64,
        /// Time constant τ, ms; > 0.
        tau: f64,
        /// Reversal potential E, mV from rest.
        reversal: f64,
        /// The times of the spikes, ms, in any order.
        times: Vec<f64>,
    },
    /// The compartment is held at a constant potential from `start` to `stop`.
    VoltageClamp {
        /// The compartment.
        compartment: usize,
        /// Command potential, mV from rest.
        command: f64,
        /// Beginning, ms.
        start: f64,
        /// End, ms.
        stop: f64,
    },
    /// The compartment is held at any potential: at `samples[k]` (mV) during step k, from k·dt to (k + 1)·dt.
    VoltageCommand {
        /// The compartment.
        compartment: usize,
        /// One value per step, mV from rest.
        samples: Array1<f64>,
    },
}

impl Stimulus {
    /// A current of `amplitude` (nA) into the middle of `compartment` from `start` to `stop` (ms): half the compartment's length
    /// from the end of the cable, if it is the first or last.
    pub fn step(compartment: usize, amplitude: f64, start: f64, stop: f64) -> Stimulus {
        Stimulus::Step { compartment, amplitude, start, stop }
    }

    /// Any current (nA) into `compartment`, one value per step.
    pub fn current(compartment: usize, samples: &ArrayRef1<f64>) -> Stimulus {
        Stimulus::Current { compartment, samples: samples.to_owned() }
    }

    /// A synapse on `compartment` whose conductance jumps to `peak` (nS) at each of `times` (ms) and decays with `tau`
    /// (ms); its reversal potential is `reversal` (mV from rest).
    pub fn exponential_synapse(compartment: usize, peak: f64, tau: f64, reversal: f64, times: &[f64]) -> Stimulus {
        Stimulus::Synapse { compartment, shape: SynapseShape::Exponential, peak, tau, reversal, times: times.to_vec() }
    }

    /// A synapse on `compartment` whose conductance follows an alpha function: it reaches `peak` (nS) a time `tau` (ms)
    /// after each of `times` (ms); its reversal potential is `reversal` (mV from rest).
    pub fn alpha_synapse(compartment: usize, peak: f64, tau: f64, reversal: f64, times: &[f64]) -> Stimulus {
        Stimulus::Synapse { compartment, shape: SynapseShape::Alpha, peak, tau, reversal, times: times.to_vec() }
    }

    /// Holds `compartment` at `command` (mV from rest) from `start` to `stop` (ms).
    pub fn voltage_clamp(compartment: usize, command: f64, start: f64, stop: f64) -> Stimulus {
        Stimulus::VoltageClamp { compartment, command, start, stop }
    }

    /// Holds `compartment` at any potential (mV from rest), one value per step.
    pub fn voltage_command(compartment: usize, samples: &ArrayRef1<f64>) -> Stimulus {
        Stimulus::VoltageCommand { compartment, samples: samples.to_owned() }
    }

    /// The compartment to which it is applied.
    pub fn compartment(&self) -> usize {
        match self {
            Stimulus::Step { compartment, .. }
            | Stimulus::Current { compartment, .. }
            | Stimulus::Synapse { compartment, .. }
            | Stimulus::VoltageClamp { compartment, .. }
            | Stimulus::VoltageCommand { compartment, .. } => *compartment,
        }
    }

    pub(super) fn is_clamp(&self) -> bool {
        matches!(self, Stimulus::VoltageClamp { .. } | Stimulus::VoltageCommand { .. })
    }

    /// The time during which it acts, ms; for ever if it is sampled.
    fn interval(&self) -> (f64, f64) {
        match self {
            Stimulus::Step { start, stop, .. } | Stimulus::VoltageClamp { start, stop, .. } => (*start, *stop),
            _ => (f64::NEG_INFINITY, f64::INFINITY),
        }
    }

    fn check(&self, compartments: usize, steps: usize) -> Result<()> {
        check_count("compartment", 0, compartments - 1, self.compartment())?;
        match self {
            Stimulus::Step { amplitude, .. } => {
                Allowed::Finite.check("amplitude", "nA", *amplitude)?;
            }
            Stimulus::VoltageClamp { command, .. } => {
                Allowed::Finite.check("command", "mV", *command)?;
            }
            Stimulus::Current { samples, .. } => check_samples(samples, "nA", steps)?,
            Stimulus::VoltageCommand { samples, .. } => check_samples(samples, "mV", steps)?,
            Stimulus::Synapse { peak, tau, reversal, times, .. } => {
                Allowed::NotNegative.check("peak", "nS", *peak)?;
                Allowed::Positive.check("tau", "ms", *tau)?;
                Allowed::Finite.check("reversal", "mV", *reversal)?;
                Allowed::NotNegative.check_all("times", "ms", times)?;
            }
        }
        match self {
            // Written so that NaN fails.
            Stimulus::Step { start, stop, .. } | Stimulus::VoltageClamp { start, stop, .. }
                if !(start.is_finite() && stop.is_finite() && start < stop) =>
            {
                let [start, stop] = [*start, *stop].map(number);
                Err(Error::text(
                    format!(
                        "start and stop of a stimulus must be finite with start < stop, received {start} and {stop} ms"
                    ),
                    format!(
                        "start et stop d’un stimulus doivent être finis avec start < stop, reçu {start} et {stop} ms"
                    ),
                ))
            }
            _ => Ok(()),
        }
    }
}

fn check_samples(samples: &Array1<f64>, unit: &'static str, steps: usize) -> Result<()> {
    if samples.len() != steps {
        return Err(Error::text(
            format!("samples must have one value per step, {steps}, received {}", samples.len()),
            format!("samples doit avoir une valeur par pas, soit {steps}, reçu {}", samples.len()),
        ));
    }
    Allowed::Finite.check_all("samples", unit, samples)
}

/// Checks all stimuli of a simulation.
pub(super) fn check(stimuli: &[Stimulus], compartments: usize, steps: usize) -> Result<()> {
    for stimulus in stimuli {
        stimulus.check(compartments, steps)?;
    }
    let clamps: Vec<&Stimulus> = stimuli.iter().filter(|s| s.is_clamp()).collect();
    for (k, one) in clamps.iter().enumerate() {
        for other in &clamps[..k] {
            let (a, b) = (one.interval(), other.interval());
            if one.compartment() == other.compartment() && a.0 < b.1 && b.0 < a.1 {
                return Err(Error::text(
                    format!(
                        "compartment {} can only be held by one voltage clamp at a time, received two",
                        one.compartment()
                    ),
                    format!(
                        "le compartiment {} ne peut être tenu que par un seul potentiel imposé à la fois, reçu deux",
                        one.compartment()
                    ),
                ));
            }
        }
    }
    Ok(())
}

/// One line, however many samples there are.
impl fmt::Debug for Stimulus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = self.compartment();
        match self {
            Stimulus::Step { amplitude, start, stop, .. } => {
                write!(f, "Step {{ {at}: {amplitude} nA, t = {start} … {stop} ms }}")
            }
            Stimulus::Current { samples, .. } => {
                write!(f, "Current {{ {at}: {} × nA }}", samples.len())
            }
            Stimulus::Synapse { shape, peak, tau, reversal, times, .. } => write!(
                f,
                "Synapse {{ {at}: {shape:?}, {peak} nS, τ = {tau} ms, E = {reversal} mV, {} × }}",
                times.len()
            ),
            Stimulus::VoltageClamp { command, start, stop, .. } => {
                write!(f, "VoltageClamp {{ {at}: {command} mV, t = {start} … {stop} ms }}")
            }
            Stimulus::VoltageCommand { samples, .. } => {
                write!(f, "VoltageCommand {{ {at}: {} × mV }}", samples.len())
            }
        }
    }
}
