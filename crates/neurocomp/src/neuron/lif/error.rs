//! What can be wrong with a neuron or with what is asked of it.

use crate::language::{choose, debug_as_display};
use crate::parameter::ParameterError;
use crate::spike_train::SpikeTrainError;
use crate::time_step::TimeStepError;

/// What can be wrong with a neuron or with what is asked of it. The message names the allowed range and the value
/// received, in the language of [`crate::language`].
#[derive(Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum LifError {
    /// A neuron that would fire again at once, for ever.
    #[error("{}", choose(
        format!("v_reset must be finite and < v_thresh ({v_thresh} mV), received {received}"),
        format!("v_reset doit être fini et < v_thresh ({v_thresh} mV), reçu {received}"),
    ))]
    ResetAboveThreshold {
        /// The threshold, mV.
        v_thresh: f64,
        /// The reset potential received, mV.
        received: f64,
    },
    /// An array without any element.
    #[error("{}", choose(
        format!("{name} must have at least 1 element, received 0"),
        format!("{name} doit avoir au moins 1 élément, reçu 0"),
    ))]
    Empty {
        /// Its name in the code.
        name: &'static str,
    },
    /// A neuron driven so hard that the list of its spikes fills the memory.
    #[error("{}", choose(
        format!(
            "a simulation may have at most {limit} spikes and reached them after {after} ms: is the current in nA?"
        ),
        format!(
            "une simulation peut avoir au plus {limit} potentiels d’action, atteints après {after} ms : le courant \
             est-il en nA ?"
        ),
    ))]
    TooManySpikes {
        /// The largest number allowed.
        limit: usize,
        /// Simulated time at which it was reached, ms.
        after: f64,
    },
    /// A parameter, a current or a noise amplitude out of its range.
    #[error(transparent)]
    Parameter(#[from] ParameterError),
    /// A time step or a duration out of range.
    #[error(transparent)]
    TimeStep(#[from] TimeStepError),
    /// Spike times that are no spike train.
    #[error(transparent)]
    SpikeTrain(#[from] SpikeTrainError),
}

debug_as_display!(LifError);
