//! What can be wrong with a model of conditioning or its trials.

use crate::language::{choose, debug_as_display};
use crate::parameter::ParameterError;

/// What can be wrong with a model of conditioning or its trials. The message names the allowed range and the value
/// received, in the language of [`crate::language`].
#[derive(Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ConditioningError {
    /// A parameter out of its range.
    #[error(transparent)]
    Parameter(#[from] ParameterError),
    /// A count out of range.
    #[error("{}", choose(
        format!("{name} must be from {low} to {high}, received {received}"),
        format!("{name} doit être entre {low} et {high}, reçu {received}"),
    ))]
    Count {
        /// Its name in the code.
        name: &'static str,
        /// The smallest number allowed.
        low: usize,
        /// The largest number allowed.
        high: usize,
        /// The number received.
        received: usize,
    },
    /// Two parts with different numbers of stimuli, or saliences that do not fit the stimuli.
    #[error("{}", choose(
        format!("{name} must be for {expected} stimuli, received {received}"),
        format!("{name} doit porter sur {expected} stimulus, reçu {received}"),
    ))]
    Stimuli {
        /// What does not fit.
        name: &'static str,
        /// The number of stimuli that fits.
        expected: usize,
        /// The number received.
        received: usize,
    },
    /// Learning so fast that each correction overshoots more than the one before.
    #[error("{}", choose(
        format!("the predictions have grown beyond all numbers after {after} trials: learning_rate is too large"),
        format!("les prédictions ont dépassé tous les nombres après {after} essais : learning_rate est trop grand"),
    ))]
    Diverged {
        /// Number of trials until then.
        after: usize,
    },
}

debug_as_display!(ConditioningError);

/// The count, if it is allowed.
pub(super) fn check_count(
    name: &'static str,
    received: usize,
    low: usize,
    high: usize,
) -> Result<usize, ConditioningError> {
    if (low..=high).contains(&received) {
        return Ok(received);
    }
    Err(ConditioningError::Count { name, low, high, received })
}
