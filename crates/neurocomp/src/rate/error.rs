//! What several rate models refuse.

use ndarray::ArrayRef1;

use crate::error::check_length;
use crate::parameter::Allowed;
use crate::{Error, Result};

/// Activity that excites itself more than it decays.
pub(crate) fn runs_away() -> Error {
    Error::diverged(
        "the rate grows without limit: choose a weaker excitatory weight or a transfer function that saturates",
        "le taux de décharge croît sans limite : choisissez un poids excitateur plus faible ou une fonction de \
         transfert qui sature",
    )
}

/// A transfer function that grows for ever, in a model that needs a limit.
pub(crate) fn unbounded(name: &str) -> Error {
    Error::text(
        format!("{name} must have a largest value, received a power law, which grows for ever"),
        format!("{name} doit avoir une valeur maximale, reçu une loi de puissance, qui croît sans limite"),
    )
}

/// Weights that are not one row and one column for each unit.
pub(crate) fn not_square(rows: usize, columns: usize) -> Error {
    Error::text(
        format!("weights must be a square matrix, received {rows} rows and {columns} columns"),
        format!("la matrice des poids doit être carrée, reçu {rows} lignes et {columns} colonnes"),
    )
}

/// An array that must have `expected` elements, all of them finite.
pub(crate) fn check_array(name: &str, unit: &'static str, values: &ArrayRef1<f64>, expected: usize) -> Result<()> {
    check_length(name, expected, values.len())?;
    Allowed::Finite.check_all(name, unit, values)
}
