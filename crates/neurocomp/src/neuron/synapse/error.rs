//! What can be wrong with synapses.

use super::pulses::MAX_SPIKES_PER_STEP;
use crate::language::{choose, debug_as_display};
use crate::neuron::lif::LifError;
use crate::parameter::ParameterError;
use crate::spike_train::SpikeTrainError;
use crate::time_step::TimeStepError;

/// What can be wrong with synapses.
#[derive(Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum SynapseError {
    /// More spikes in a step than can be counted.
    #[error("{}", choose(
        format!("n · rate_hz · dt / 1000 must be <= {MAX_SPIKES_PER_STEP:e} spikes in a step, received {received:e}"),
        format!(
            "n · rate_hz · dt / 1000 doit être <= {MAX_SPIKES_PER_STEP:e} potentiels d’action par pas, reçu \
             {received:e}"
        ),
    ))]
    TooManySpikes {
        /// The expected number in a step.
        received: f64,
    },
    /// More spikes than anyone would wait for.
    #[error("{}", choose(
        format!("n · rate_hz · duration / 1000 must be <= {limit:e} spikes, received {received:e}"),
        format!("n · rate_hz · duration / 1000 doit être <= {limit:e} potentiels d’action, reçu {received:e}"),
    ))]
    TooManyInAll {
        /// The largest expected number allowed.
        limit: f64,
        /// The expected number.
        received: f64,
    },
    /// Conductances that do not belong together.
    #[error("{}", choose(
        format!("g_exc and g_inh must have the same length, at least 2; received {g_exc} and {g_inh} values"),
        format!("g_exc et g_inh doivent avoir la même longueur, au moins 2 ; reçu {g_exc} et {g_inh} valeurs"),
    ))]
    Lengths {
        /// Length of `g_exc`.
        g_exc: usize,
        /// Length of `g_inh`.
        g_inh: usize,
    },
    /// A parameter out of its range.
    #[error(transparent)]
    Parameter(#[from] ParameterError),
    /// A time step or a duration out of range.
    #[error(transparent)]
    TimeStep(#[from] TimeStepError),
    /// A membrane that cannot be, or that fires too often.
    #[error(transparent)]
    Lif(#[from] LifError),
    /// Spike times that are no spike train.
    #[error(transparent)]
    SpikeTrain(#[from] SpikeTrainError),
}

debug_as_display!(SynapseError);
