//! What can be wrong with examples, or with what is asked of a perceptron.

use ndarray::{ArrayRef1, ArrayRef2};

use crate::digits::DigitsError;
use crate::language::{choose, debug_as_display};
use crate::parameter::{Allowed, ParameterError};

/// What can be wrong with examples, or with what is asked of a perceptron.
#[derive(Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum PerceptronError {
    /// Not enough of something.
    #[error("{}", choose(
        format!("{name} must be at least {least}, received {received}"),
        format!("{name} doit être au moins {least}, reçu {received}"),
    ))]
    TooFew {
        /// What there is too little of.
        name: &'static str,
        /// The least allowed.
        least: usize,
        /// The number received.
        received: usize,
    },
    /// More than memory or patience allow.
    #[error("{}", choose(
        format!("{name} must be at most {most}, received {received}"),
        format!("{name} doit être au plus {most}, reçu {received}"),
    ))]
    TooMany {
        /// What there is too much of.
        name: &'static str,
        /// The most allowed.
        most: usize,
        /// The number received.
        received: usize,
    },
    /// An example with another number of inputs than the perceptron.
    #[error("{}", choose(
        format!("the number of inputs must be {expected}, received {received}"),
        format!("le nombre d’entrées doit être {expected}, reçu {received}"),
    ))]
    Inputs {
        /// The number of inputs of the perceptron.
        expected: usize,
        /// The number received.
        received: usize,
    },
    /// Not one answer per example.
    #[error("{}", choose(
        format!("there must be one answer per example: received {received} answers for {examples} examples"),
        format!("il faut une réponse par exemple : reçu {received} réponses pour {examples} exemples"),
    ))]
    Answers {
        /// The number of examples.
        examples: usize,
        /// The number of answers received.
        received: usize,
    },
    /// An answer that is neither yes nor no.
    #[error("{}", choose(
        format!("y[{index}] must be 1 or -1, received {received}"),
        format!("y[{index}] doit être 1 ou -1, reçu {received}"),
    ))]
    Target {
        /// Its place.
        index: usize,
        /// The value received.
        received: f64,
    },
    /// A class beyond the last.
    #[error("{}", choose(
        format!("labels[{index}] must be 0 to {}, received {received}", classes - 1),
        format!("labels[{index}] doit être de 0 à {}, reçu {received}", classes - 1),
    ))]
    Label {
        /// Its place.
        index: usize,
        /// The number of classes.
        classes: usize,
        /// The label received.
        received: u8,
    },
    /// An order that names an example that is not there.
    #[error("{}", choose(
        format!("the order may name the examples 0 to {}, received {received}", examples - 1),
        format!("l’ordre peut nommer les exemples 0 à {}, reçu {received}", examples - 1),
    ))]
    Order {
        /// The number of examples.
        examples: usize,
        /// The index received.
        received: usize,
    },
    /// All weights are 0: w·x + b = 0 is no line, no plane.
    #[error(
        "{}",
        choose(
            "the weights of the inputs are all 0: there is no plane; let the perceptron learn first",
            "les poids des entrées sont tous nuls : il n’y a pas de plan ; faites d’abord apprendre le perceptron",
        )
    )]
    NoPlane,
    /// A rectangle without area.
    #[error("{}", choose(
        format!("a range must be finite and increase, received {low} to {high}"),
        format!("un intervalle doit être fini et croissant, reçu {low} à {high}"),
    ))]
    Range {
        /// Its beginning.
        low: f64,
        /// Its end.
        high: f64,
    },
    /// Weights so large that they are numbers no more.
    #[error("{}", choose(
        format!("the weights became infinite: choose inputs or a {name} smaller than {received}"),
        format!("les poids sont devenus infinis : choisissez des entrées ou un {name} plus petits que {received}"),
    ))]
    Overflow {
        /// The learning rate's name.
        name: &'static str,
        /// The learning rate.
        received: f64,
    },
    /// A parameter out of its range.
    #[error(transparent)]
    Parameter(#[from] ParameterError),
    /// A set of digits that cannot be used.
    #[error(transparent)]
    Digits(#[from] DigitsError),
}

debug_as_display!(PerceptronError);

/// At least `least` and at most `most`.
pub(super) fn check_count(
    name: &'static str,
    least: usize,
    most: usize,
    received: usize,
) -> Result<usize, PerceptronError> {
    if received < least {
        return Err(PerceptronError::TooFew { name, least, received });
    }
    if received > most {
        return Err(PerceptronError::TooMany { name, most, received });
    }
    Ok(received)
}

/// Rows of `inputs` finite numbers.
pub(super) fn check_inputs(x: &ArrayRef2<f64>, inputs: usize) -> Result<(), PerceptronError> {
    if x.ncols() != inputs {
        return Err(PerceptronError::Inputs { expected: inputs, received: x.ncols() });
    }
    for ((row, column), &value) in x.indexed_iter() {
        if !value.is_finite() {
            Allowed::Finite.check(&format!("x[[{row}, {column}]]"), "", value)?;
        }
    }
    Ok(())
}

/// At least one example, and an answer ±1 for each.
pub(super) fn check_examples(x: &ArrayRef2<f64>, y: &ArrayRef1<f64>, inputs: usize) -> Result<(), PerceptronError> {
    if x.nrows() != y.len() {
        return Err(PerceptronError::Answers { examples: x.nrows(), received: y.len() });
    }
    if x.nrows() == 0 {
        return Err(PerceptronError::TooFew { name: "examples", least: 1, received: 0 });
    }
    check_inputs(x, inputs)?;
    match y.iter().position(|&y| y != 1.0 && y != -1.0) {
        Some(index) => Err(PerceptronError::Target { index, received: y[index] }),
        None => Ok(()),
    }
}
