//! What several networks refuse.

use crate::{Error, Result};

/// An image whose rows and columns do not make up the units.
pub(crate) fn wrong_shape(units: usize, rows: usize, columns: usize) -> Error {
    Error::text(
        format!("rows × columns must be {units}, received {rows} × {columns}"),
        format!("rows × columns doit valoir {units}, reçu {rows} × {columns}"),
    )
}

/// Patterns one of which is a combination of the earlier ones.
pub(crate) fn dependent(index: usize) -> Error {
    Error::text(
        format!("the patterns must be linearly independent; pattern {index} depends on those before it"),
        format!("les motifs doivent être linéairement indépendants ; le motif {index} dépend des précédents"),
    )
}

/// Refuses patterns and states with another number of units.
pub(super) fn check_units(name: &str, expected: usize, received: usize) -> Result<()> {
    if expected == received {
        return Ok(());
    }
    Err(Error::text(
        format!("{name} must have {expected} units, received {received}"),
        format!("{name} doit avoir {expected} unités, reçu {received}"),
    ))
}
