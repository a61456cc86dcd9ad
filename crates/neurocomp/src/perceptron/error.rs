//! What perceptrons and networks of them refuse.

use ndarray::{ArrayRef1, ArrayRef2};

use crate::error::{check_count, number};
use crate::parameter::Allowed;
use crate::{Error, Result};

/// An example with another number of inputs than the perceptron.
pub(crate) fn wrong_inputs(expected: usize, received: usize) -> Error {
    Error::text(
        format!("the number of inputs must be {expected}, received {received}"),
        format!("le nombre d’entrées doit être {expected}, reçu {received}"),
    )
}

/// An answer that is neither yes nor no.
pub(crate) fn no_target(index: usize, received: f64) -> Error {
    let received = number(received);
    Error::text(
        format!("y[{index}] must be 1 or -1, received {received}"),
        format!("y[{index}] doit être 1 ou -1, reçu {received}"),
    )
}

/// Weights too large for the numbers of the computer.
pub(crate) fn weights_overflow(name: &str, received: f64) -> Error {
    let received = number(received);
    Error::diverged(
        format!("the weights became infinite: choose inputs or a {name} smaller than {received}"),
        format!("les poids sont devenus infinis : choisissez des entrées ou un {name} plus petits que {received}"),
    )
}

/// Not one answer for each example.
pub(crate) fn wrong_answers(examples: usize, received: usize) -> Error {
    Error::text(
        format!("there must be one answer per example: received {received} answers for {examples} examples"),
        format!("il faut une réponse par exemple : reçu {received} réponses pour {examples} exemples"),
    )
}

/// Rows of `inputs` finite numbers.
pub(super) fn check_inputs(x: &ArrayRef2<f64>, inputs: usize) -> Result<()> {
    if x.ncols() != inputs {
        return Err(wrong_inputs(inputs, x.ncols()));
    }
    for ((row, column), &value) in x.indexed_iter() {
        if !value.is_finite() {
            Allowed::Finite.check(&format!("x[[{row}, {column}]]"), "", value)?;
        }
    }
    Ok(())
}

/// At least one example, and an answer ±1 for each.
pub(super) fn check_examples(x: &ArrayRef2<f64>, y: &ArrayRef1<f64>, inputs: usize) -> Result<()> {
    if x.nrows() != y.len() {
        return Err(wrong_answers(x.nrows(), y.len()));
    }
    check_count("examples", 1, usize::MAX, x.nrows())?;
    check_inputs(x, inputs)?;
    match y.iter().position(|&y| y != 1.0 && y != -1.0) {
        Some(index) => Err(no_target(index, y[index])),
        None => Ok(()),
    }
}
