//! What can be wrong with a spike train that is asked for.

use crate::language::{choose, debug_as_display};
use crate::parameter::ParameterError;
use crate::spike_train::SpikeTrainError;

/// The largest number of spikes of one generated train: ten million.
pub const MAX_SPIKES: usize = 10_000_000;

/// What can be wrong with a spike train that is asked for.
#[derive(Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum GenerateError {
    /// A parameter out of its range.
    #[error(transparent)]
    Parameter(#[from] ParameterError),
    /// Times that are no spike train.
    #[error(transparent)]
    SpikeTrain(#[from] SpikeTrainError),
    /// A rate that cannot be one, or more than the maximum promised.
    #[error("{}", choose(
        format!("rate(t) must be from 0 to max_rate ({max_rate} Hz), received {received} at t = {t} ms"),
        format!("rate(t) doit être entre 0 et max_rate ({max_rate} Hz), reçu {received} à t = {t} ms"),
    ))]
    Rate {
        /// Where, ms.
        t: f64,
        /// The maximum promised, Hz.
        max_rate: f64,
        /// The rate received, Hz.
        received: f64,
    },
    /// A train that would fill the memory.
    #[error("{}", choose(
        format!("a spike train may have at most {MAX_SPIKES} spikes, these would be {expected:.0} or more"),
        format!(
            "un train peut avoir au plus {MAX_SPIKES} potentiels d’action, ce serait {expected:.0} ou plus"
        ),
    ))]
    TooManySpikes {
        /// The number expected, or the number already reached.
        expected: f64,
    },
    /// A rate sampled at other times than those given.
    #[error("{}", choose(
        format!("t and rate must have the same length, at least 2; received {t} and {rate} values"),
        format!("t et rate doivent avoir la même longueur, au moins 2 ; reçu {t} et {rate} valeurs"),
    ))]
    Lengths {
        /// Length of `t`.
        t: usize,
        /// Length of `rate`.
        rate: usize,
    },
}

debug_as_display!(GenerateError);
