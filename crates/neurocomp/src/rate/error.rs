//! What can be wrong with a rate model or with what is asked of it.

use crate::language::{choose, debug_as_display};
use crate::parameter::ParameterError;
use crate::time_step::TimeStepError;

/// What can be wrong with a rate model or with what is asked of it. The message names the allowed range and the value
/// received, in the language of [`crate::language`].
#[derive(Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum RateError {
    /// A parameter out of range.
    #[error(transparent)]
    Parameter(#[from] ParameterError),
    /// A time step or a duration out of range.
    #[error(transparent)]
    TimeStep(#[from] TimeStepError),
    /// Too few units, samples or trials.
    #[error("{}", choose(
        format!("{name} must be at least {least}, received {received}"),
        format!("{name} doit être au moins {least}, reçu {received}"),
    ))]
    TooFew {
        /// What is counted.
        name: &'static str,
        /// The smallest number allowed.
        least: usize,
        /// The number received.
        received: usize,
    },
    /// More units than a computer can work with.
    #[error("{}", choose(
        format!("{name} must be at most {most}, received {received}"),
        format!("{name} doit être au plus {most}, reçu {received}"),
    ))]
    TooMany {
        /// What is counted.
        name: &'static str,
        /// The largest number allowed.
        most: usize,
        /// The number received.
        received: usize,
    },
    /// An array with another number of elements than the model needs.
    #[error("{}", choose(
        format!("{name} must have {expected} elements, received {received}"),
        format!("{name} doit avoir {expected} éléments, reçu {received}"),
    ))]
    Length {
        /// Its name in the code.
        name: &'static str,
        /// The number of elements needed.
        expected: usize,
        /// The number received.
        received: usize,
    },
    /// Weights that are not one row and one column for each unit.
    #[error("{}", choose(
        format!("weights must be a square matrix, received {rows} rows and {columns} columns"),
        format!("la matrice des poids doit être carrée, reçu {rows} lignes et {columns} colonnes"),
    ))]
    NotSquare {
        /// The number of rows.
        rows: usize,
        /// The number of columns.
        columns: usize,
    },
    /// An entry of a matrix at a row or column that the matrix does not have.
    #[error("{}", choose(
        format!("{name} must be < {size}, received {received}"),
        format!("{name} doit être < {size}, reçu {received}"),
    ))]
    Outside {
        /// `"row"` or `"column"`.
        name: &'static str,
        /// The number of rows or columns.
        size: usize,
        /// The index received.
        received: usize,
    },
    /// A transfer function that grows for ever, in a model that needs a limit.
    #[error("{}", choose(
        format!("{name} must have a largest value, received a power law, which grows for ever"),
        format!("{name} doit avoir une valeur maximale, reçu une loi de puissance, qui croît sans limite"),
    ))]
    Unbounded {
        /// Its name in the code.
        name: &'static str,
    },
    /// Activity that excites itself more than it decays, without limit.
    #[error(
        "{}",
        choose(
            "the rate grows without limit: choose a weaker excitatory weight or a transfer function that saturates",
            "le taux de décharge croît sans limite : choisissez un poids excitateur plus faible ou une fonction de \
         transfert qui sature",
        )
    )]
    RunsAway,
    /// An iteration that did not end, or a system of equations without a unique solution.
    #[error("{}", choose(
        format!("no solution found: {english}"),
        format!("pas de solution trouvée : {french}"),
    ))]
    NoSolution {
        /// What was looked for, in English.
        english: &'static str,
        /// The same in French.
        french: &'static str,
    },
}

debug_as_display!(RateError);

/// An array that must have `expected` elements, all of them finite.
pub(crate) fn check_array(
    name: &'static str,
    unit: &'static str,
    values: &ndarray::ArrayRef1<f64>,
    expected: usize,
) -> Result<(), RateError> {
    if values.len() != expected {
        return Err(RateError::Length { name, expected, received: values.len() });
    }
    crate::parameter::Allowed::Finite.check_all(name, unit, values)?;
    Ok(())
}

/// An array that may have any number of elements but none, all of them finite.
pub(crate) fn check_axis(
    name: &'static str,
    unit: &'static str,
    values: &ndarray::ArrayRef1<f64>,
) -> Result<(), RateError> {
    check_count(name, 1, values.len())?;
    check_array(name, unit, values, values.len())
}

/// A count that must reach `least`.
pub(crate) fn check_count(name: &'static str, least: usize, received: usize) -> Result<(), RateError> {
    if received < least {
        return Err(RateError::TooFew { name, least, received });
    }
    Ok(())
}
