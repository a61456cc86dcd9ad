//! AND, OR, NAND: what one perceptron can say of two inputs. XOR: what it takes two layers to say.
//!
//! Inputs are 0 (false) and 1 (true), answers −1 and +1. The weights are from lecture 6:
//!
//! | gate | w₁ | w₂ | b |
//! | --- | --- | --- | --- |
//! | [`and`] | 1 | 1 | −3/2 |
//! | [`or`] | 1 | 1 | −1/2 |
//! | [`nand`] | −1 | −1 | 3/2 |
//!
//! XOR is true if exactly one input is: no line has (0, 1) and (1, 0) on one side and (0, 0) and (1, 1) on the other.
//! But
//!
//! ```text
//! x₁ XOR x₂ = (x₁ OR x₂) AND (x₁ NAND x₂)
//! ```
//!
//! ```
//! use neurocomp::perceptron::{is_separable, logic};
//!
//! let (x, y) = logic::truth_table(|a, b| a != b);
//! assert!(!is_separable(&x, &y)?);
//! assert_eq!(logic::xor().outputs(&x)?, y);
//! # Ok::<(), neurocomp::Error>(())
//! ```
//!
//! # Source
//!
//! M. Minsky & S. Papert, *Perceptrons*, MIT Press 1969.

use ndarray::{Array1, Array2, ArrayRef1, ArrayRef2, array};

use super::Perceptron;
use super::error::check_inputs;
use crate::Result;
use crate::error::check_count;

/// True if both inputs are: w = (1, 1), b = −3/2.
pub fn and() -> Perceptron {
    Perceptron { weights: array![-1.5, 1.0, 1.0] }
}

/// True if an input is: w = (1, 1), b = −1/2.
pub fn or() -> Perceptron {
    Perceptron { weights: array![-0.5, 1.0, 1.0] }
}

/// True unless both inputs are: w = (−1, −1), b = 3/2.
pub fn nand() -> Perceptron {
    Perceptron { weights: array![1.5, -1.0, -1.0] }
}

/// True if exactly one input is: OR and NAND in a first layer, AND of the two in a second.
pub fn xor() -> TwoLayerPerceptron {
    TwoLayerPerceptron { hidden: vec![or(), nand()], output: and() }
}

/// The four inputs (0, 0), (0, 1), (1, 0), (1, 1) as rows, and the answers ±1 of a function of two truth values.
pub fn truth_table(gate: impl Fn(bool, bool) -> bool) -> (Array2<f64>, Array1<f64>) {
    let answer = |a, b| if gate(a, b) { 1.0 } else { -1.0 };
    (
        array![[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]],
        array![answer(false, false), answer(false, true), answer(true, false), answer(true, true)],
    )
}

/// Perceptrons that look at the inputs, and one that looks at them: their answers +1 and −1 reach it as 1 (active) and
/// 0 (silent), the values that the gates of this module take.
#[derive(Clone, Debug, PartialEq)]
pub struct TwoLayerPerceptron {
    /// The first layer.
    hidden: Vec<Perceptron>,
    /// The second layer, with one input for each perceptron of the first.
    output: Perceptron,
}

impl TwoLayerPerceptron {
    /// Two layers with weights set by hand.
    ///
    /// # Errors
    ///
    /// If the first layer is empty, its perceptrons have different numbers of inputs, or `output` does not have one
    /// input for each of them.
    pub fn new(hidden: Vec<Perceptron>, output: Perceptron) -> Result<TwoLayerPerceptron> {
        check_count("hidden", 1, usize::MAX, hidden.len())?;
        let expected = hidden[0].inputs();
        if let Some(other) = hidden.iter().find(|unit| unit.inputs() != expected) {
            return Err(super::error::wrong_inputs(expected, other.inputs()));
        }
        if output.inputs() != hidden.len() {
            return Err(super::error::wrong_inputs(hidden.len(), output.inputs()));
        }
        Ok(TwoLayerPerceptron { hidden, output })
    }

    /// The first layer.
    pub fn hidden(&self) -> &[Perceptron] {
        &self.hidden
    }

    /// The second layer.
    pub fn output_unit(&self) -> &Perceptron {
        &self.output
    }

    /// What the first layer makes of each example: 1 (active) or 0 (silent); shape \[examples, hidden\].
    ///
    /// # Errors
    ///
    /// If the rows of `x` do not have as many finite numbers as there are inputs.
    pub fn activity(&self, x: &ArrayRef2<f64>) -> Result<Array2<f64>> {
        check_inputs(x, self.hidden[0].inputs())?;
        Ok(Array2::from_shape_fn((x.nrows(), self.hidden.len()), |(example, unit)| {
            if self.hidden[unit].field_of(x.row(example)) > 0.0 { 1.0 } else { 0.0 }
        }))
    }

    /// The answers ±1 to many examples, the rows of `x`.
    ///
    /// # Errors
    ///
    /// As for [`TwoLayerPerceptron::activity`].
    pub fn outputs(&self, x: &ArrayRef2<f64>) -> Result<Array1<f64>> {
        self.output.outputs(&self.activity(x)?)
    }

    /// The answer ±1 to one example.
    ///
    /// # Errors
    ///
    /// As for [`TwoLayerPerceptron::activity`].
    pub fn output(&self, x: &ArrayRef1<f64>) -> Result<f64> {
        let row = x.to_owned().insert_axis(ndarray::Axis(0));
        Ok(self.outputs(&row)?[0])
    }
}
