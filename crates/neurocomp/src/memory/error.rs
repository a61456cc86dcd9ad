//! What can be wrong with patterns, with files of them, or with what is asked of a network.

use crate::language::{choose, debug_as_display};
use crate::parameter::ParameterError;

/// What can be wrong with patterns, with files of them, or with what is asked of a network. The message names what is
/// allowed and what was received, in the language of [`crate::language`].
#[derive(Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum MemoryError {
    /// A number out of its range.
    #[error(transparent)]
    Parameter(#[from] ParameterError),
    /// A whole number out of its range.
    #[error("{}", choose(
        format!("{name} must be from {least} to {most}, received {received}"),
        format!("{name} doit être entre {least} et {most}, reçu {received}"),
    ))]
    Count {
        /// Its name in the code.
        name: &'static str,
        /// The smallest number allowed.
        least: usize,
        /// The largest number allowed.
        most: usize,
        /// The number received.
        received: usize,
    },
    /// Patterns, states or arrays that do not fit together.
    #[error("{}", choose(
        format!("{name} must have {expected} units, received {received}"),
        format!("{name} doit avoir {expected} unités, reçu {received}"),
    ))]
    Units {
        /// Its name in the code, with the index if it is one of many.
        name: String,
        /// The number of units expected.
        expected: usize,
        /// The number received.
        received: usize,
    },
    /// The state of a unit that is neither +1 nor −1.
    #[error("{}", choose(
        format!("unit {index} must be +1 or -1, received {received}"),
        format!("l’unité {index} doit valoir +1 ou -1, reçu {received}"),
    ))]
    NotPlusMinus {
        /// Index of the unit.
        index: usize,
        /// The value received.
        received: f64,
    },
    /// An image whose rows and columns do not make up the units.
    #[error("{}", choose(
        format!("rows × columns must be {units}, received {rows} × {columns}"),
        format!("rows × columns doit valoir {units}, reçu {rows} × {columns}"),
    ))]
    Shape {
        /// The number of units.
        units: usize,
        /// Rows received.
        rows: usize,
        /// Columns received.
        columns: usize,
    },
    /// A matrix of weights too large for the memory of the computer.
    #[error("{}", choose(
        format!(
            "this rule needs the whole matrix of weights, {megabytes} MB for {units} units; at most {limit} units are \
             allowed (the Hebbian network needs no matrix)"
        ),
        format!(
            "cette règle demande toute la matrice des poids, {megabytes} Mo pour {units} unités ; au plus {limit} \
             unités sont permises (le réseau de Hebb se passe de matrice)"
        ),
    ))]
    Matrix {
        /// Memory that the matrix would need, 10⁶ bytes.
        megabytes: usize,
        /// The number of units received.
        units: usize,
        /// The largest number of units allowed.
        limit: usize,
    },
    /// Patterns of which one is a combination of the others.
    #[error("{}", choose(
        format!("the patterns must be linearly independent; pattern {index} depends on those before it"),
        format!("les motifs doivent être linéairement indépendants ; le motif {index} dépend des précédents"),
    ))]
    Dependent {
        /// Index of the first pattern that depends on its predecessors.
        index: usize,
    },
    /// A character that the library cannot draw.
    #[error("{}", choose(
        format!("letter must be from 'A' to 'Z', received {received:?}"),
        format!("letter doit être entre 'A' et 'Z', reçu {received:?}"),
    ))]
    Letter {
        /// The character received.
        received: char,
    },
    /// Something in a text file that is no unit.
    #[error("{}", choose(
        format!("{file}, line {line}, column {column}: expected {}, received {received:?}", expected.english()),
        format!("{file}, ligne {line}, colonne {column} : attendu {}, reçu {received:?}", expected.french()),
    ))]
    Text {
        /// The file.
        file: String,
        /// Line, from 1.
        line: usize,
        /// Character in the line, from 1.
        column: usize,
        /// What should have stood there.
        expected: Expected,
        /// What stood there, at most 20 characters of it.
        received: String,
    },
    /// A file that could not be read.
    #[error("{}", choose(
        format!("{file} could not be read: {reason}"),
        format!("{file} n’a pas pu être lu : {reason}"),
    ))]
    File {
        /// The file.
        file: String,
        /// What the system or the decoder says.
        reason: String,
    },
}

/// What should have stood in a text file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// +1 or −1, since the file has a −1 before.
    PlusMinusOne,
    /// 0 or 1, since the file has a 0 before.
    ZeroOne,
    /// Any of them.
    AnyUnit,
    /// A row of as many values as the first.
    RowOf(usize),
}

impl Expected {
    fn english(self) -> String {
        match self {
            Expected::PlusMinusOne => "1 or -1".into(),
            Expected::ZeroOne => "0 or 1".into(),
            Expected::AnyUnit => "1, -1 or 0".into(),
            Expected::RowOf(n) => format!("a row of {n} values as the first"),
        }
    }

    fn french(self) -> String {
        match self {
            Expected::PlusMinusOne => "1 ou -1".into(),
            Expected::ZeroOne => "0 ou 1".into(),
            Expected::AnyUnit => "1, -1 ou 0".into(),
            Expected::RowOf(n) => format!("une ligne de {n} valeurs comme la première"),
        }
    }
}

debug_as_display!(MemoryError);

pub(super) fn check_count(
    name: &'static str,
    least: usize,
    most: usize,
    received: usize,
) -> Result<usize, MemoryError> {
    if (least..=most).contains(&received) {
        return Ok(received);
    }
    Err(MemoryError::Count { name, least, most, received })
}

pub(super) fn check_units(name: &str, expected: usize, received: usize) -> Result<(), MemoryError> {
    if expected == received {
        return Ok(());
    }
    Err(MemoryError::Units { name: name.into(), expected, received })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_exists_in_both_languages() {
        for expected in [Expected::PlusMinusOne, Expected::ZeroOne, Expected::AnyUnit, Expected::RowOf(3)] {
            assert_ne!(expected.english(), expected.french());
        }
    }
}
