//! What can be wrong with a rule of plasticity or with what is asked of it.

use crate::language::{choose, debug_as_display};
use crate::parameter::ParameterError;
use crate::spike_train::SpikeTrainError;
use crate::time_step::TimeStepError;

/// What can be wrong with a rule of plasticity or with what is asked of it. The message names the allowed range and the
/// value received, in the language of [`crate::language`].
#[derive(Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum PlasticityError {
    /// A parameter out of its range.
    #[error(transparent)]
    Parameter(#[from] ParameterError),
    /// A time step or a duration out of range.
    #[error(transparent)]
    TimeStep(#[from] TimeStepError),
    /// Spike times that are no spike train.
    #[error(transparent)]
    SpikeTrain(#[from] SpikeTrainError),
    /// An array without any element.
    #[error("{}", choose(
        format!("{name} must have at least 1 element, received 0"),
        format!("{name} doit avoir au moins 1 élément, reçu 0"),
    ))]
    Empty {
        /// Its name in the code.
        name: &'static str,
    },
    /// Arrays that do not fit together.
    #[error("{}", choose(
        format!("{name} must have {expected} elements, received {received}"),
        format!("{name} doit avoir {expected} éléments, reçu {received}"),
    ))]
    Length {
        /// Its name in the code.
        name: &'static str,
        /// The length that fits.
        expected: usize,
        /// The length received.
        received: usize,
    },
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
    /// A matrix that cannot be a covariance.
    #[error("{}", choose(
        format!(
            "covariance must be symmetric with no negative eigenvalue, received one with asymmetry {asymmetry:.3e} and \
             smallest eigenvalue {smallest:.3e}"
        ),
        format!(
            "covariance doit être symétrique, sans valeur propre négative ; reçu une matrice d’asymétrie \
             {asymmetry:.3e} et de plus petite valeur propre {smallest:.3e}"
        ),
    ))]
    NotCovariance {
        /// The largest difference between an element and its mirror image.
        asymmetry: f64,
        /// The smallest eigenvalue of the symmetric part.
        smallest: f64,
    },
    /// A pairing other than all pairs, where only all pairs are simulated.
    #[error(
        "{}",
        choose(
            "pairing must be Pairing::AllToAll for a neuron with many inputs",
            "pairing doit être Pairing::AllToAll pour un neurone à nombreuses entrées",
        )
    )]
    Pairing,
    /// Weights that have grown beyond the numbers of the computer, as Hebb's rule makes them.
    #[error("{}", choose(
        format!("the weights have grown beyond all numbers after {after} steps: take fewer of them, or learn slower"),
        format!(
            "les poids ont dépassé tous les nombres après {after} pas : il en faut moins, ou un apprentissage plus lent"
        ),
    ))]
    Diverged {
        /// Number of steps or presentations until then.
        after: usize,
    },
}

debug_as_display!(PlasticityError);

/// The count, if it is allowed.
pub(super) fn check_count(
    name: &'static str,
    received: usize,
    low: usize,
    high: usize,
) -> Result<usize, PlasticityError> {
    if (low..=high).contains(&received) {
        return Ok(received);
    }
    Err(PlasticityError::Count { name, low, high, received })
}
