//! A network of two layers that learns by gradient descent.
//!
//! The hidden units answer smoothly, not all or nothing, so that each weight has a slope along which the loss falls:
//!
//! ```text
//! h_j = f(Σ_i x_i w1_ij + b1_j)           f = tanh, or ReLU: f(s) = max(s, 0)
//! s_k = Σ_j h_j w2_jk + b2_k
//! p_k = e^(s_k) / Σ_l e^(s_l)             the probability given to class k (softmax)
//! L   = −⟨ln p_label⟩                     the loss, a mean over examples
//! ```
//!
//! Backpropagation is the chain rule, from the answer back to the inputs:
//!
//! ```text
//! δ_k = p_k − [k is the label]             ∂L/∂w2_jk = ⟨h_j δ_k⟩      ∂L/∂b2_k = ⟨δ_k⟩
//! ε_j = f'(…) Σ_k w2_jk δ_k                ∂L/∂w1_ij = ⟨x_i ε_j⟩      ∂L/∂b1_j = ⟨ε_j⟩
//! ```
//!
//! and a step goes downhill, w ← w − η ∂L/∂w, after each batch of examples.
//!
//! | array | meaning | shape |
//! | --- | --- | --- |
//! | `x` | inputs | \[examples, inputs\] |
//! | `labels` | classes 0, 1 … | one per example |
//! | `w1`, `b1` | first layer | \[inputs, hidden\], \[hidden\] |
//! | `w2`, `b2` | second layer | \[hidden, classes\], \[classes\] |
//!
//! ```
//! use neurocomp::ndarray::array;
//! use neurocomp::perceptron::two_layer::{Activation, TwoLayerParams, TwoLayerNetwork};
//!
//! // XOR, which one perceptron cannot learn.
//! let x = array![[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]];
//! let labels = [0, 1, 1, 0];
//! let params = TwoLayerParams {
//!     hidden: 4, activation: Activation::Tanh, learning_rate: 0.05, epochs: 300, batch: 4, ..Default::default()
//! };
//! let training = TwoLayerNetwork::train(&x, &labels, 2, params)?;
//! assert_eq!(training.network.answers(&x)?, labels);
//! # Ok::<(), neurocomp::Error>(())
//! ```
//!
//! # Sources
//!
//! - D. E. Rumelhart, G. E. Hinton & R. J. Williams, *Nature* 323, 533 (1986), doi:10.1038/323533a0: backpropagation.
//! - D. P. Kingma & J. Ba, *Adam: a method for stochastic optimization* (2015), arXiv:1412.6980.
//! - K. He, X. Zhang, S. Ren & J. Sun (2015), doi:10.1109/ICCV.2015.123: the size of the first weights.

use ndarray::{Array1, Array2, ArrayRef1, ArrayRef2, Axis};

use super::error::check_inputs;
use crate::error::check_count;
use crate::language::choose;
use crate::parameter::Allowed;
use crate::summary::{last, number, summary};
use crate::{Error, Result};

mod gradient;
mod params;

pub use gradient::{Activation, Optimiser};
pub use params::{MAX_WEIGHTS, TwoLayerParams};

pub(super) use gradient::{Weights, largest};

use gradient::softmax;

/// A network of two layers; all its weights are finite.
#[derive(Clone, PartialEq)]
pub struct TwoLayerNetwork {
    weights: Weights<f64>,
    activation: Activation,
}

/// The slope of the loss along every weight and bias, with the same shapes as in the network.
#[derive(Clone, Debug, PartialEq)]
pub struct Gradient {
    /// ∂L/∂w1.
    pub w1: Array2<f64>,
    /// ∂L/∂b1.
    pub b1: Array1<f64>,
    /// ∂L/∂w2.
    pub w2: Array2<f64>,
    /// ∂L/∂b2.
    pub b2: Array1<f64>,
}

/// A network that has learnt, and how it went.
#[derive(Clone, PartialEq)]
pub struct TwoLayerTraining {
    /// The network at the end.
    pub network: TwoLayerNetwork,
    /// Mean loss in each pass, while learning.
    pub loss: Vec<f64>,
    /// Fraction of wrong answers in each pass, while learning, 0 to 1.
    pub error: Vec<f64>,
}

impl TwoLayerNetwork {
    /// A network with these weights and biases.
    ///
    /// # Errors
    ///
    /// If their shapes do not fit (see the [module](self)), a layer is empty, or a number is not finite.
    pub fn new(
        w1: &ArrayRef2<f64>,
        b1: &ArrayRef1<f64>,
        w2: &ArrayRef2<f64>,
        b2: &ArrayRef1<f64>,
        activation: Activation,
    ) -> Result<TwoLayerNetwork> {
        check_count("inputs", 1, usize::MAX, w1.nrows())?;
        check_count("hidden", 1, usize::MAX, w1.ncols())?;
        check_count("classes", 2, 256, w2.ncols())?;
        for (expected, received) in [(w1.ncols(), b1.len()), (w1.ncols(), w2.nrows()), (w2.ncols(), b2.len())] {
            if expected != received {
                return Err(super::error::wrong_inputs(expected, received));
            }
        }
        check_inputs(w1, w1.ncols())?;
        check_inputs(w2, w2.ncols())?;
        Allowed::Finite.check_all("b1", "", b1)?;
        Allowed::Finite.check_all("b2", "", b2)?;
        let weights = Weights { w1: w1.to_owned(), b1: b1.to_owned(), w2: w2.to_owned(), b2: b2.to_owned() };
        Ok(TwoLayerNetwork { weights, activation })
    }

    /// Weights of the first layer, shape \[inputs, hidden\].
    pub fn w1(&self) -> Array2<f64> {
        self.weights.w1.clone()
    }

    /// Biases of the first layer.
    pub fn b1(&self) -> Array1<f64> {
        self.weights.b1.clone()
    }

    /// Weights of the second layer, shape \[hidden, classes\].
    pub fn w2(&self) -> Array2<f64> {
        self.weights.w2.clone()
    }

    /// Biases of the second layer.
    pub fn b2(&self) -> Array1<f64> {
        self.weights.b2.clone()
    }

    /// The activity of the hidden units, shape \[examples, hidden\].
    ///
    /// # Errors
    ///
    /// If the rows of `x` do not have as many finite numbers as there are inputs.
    pub fn hidden(&self, x: &ArrayRef2<f64>) -> Result<Array2<f64>> {
        check_inputs(x, self.weights.w1.nrows())?;
        Ok(self.weights.hidden(x.view(), self.activation))
    }

    /// The probability given to each class, shape \[examples, classes\]; rows add up to 1.
    ///
    /// # Errors
    ///
    /// As for [`TwoLayerNetwork::hidden`], and if numbers are so large that a score is not finite.
    pub fn probabilities(&self, x: &ArrayRef2<f64>) -> Result<Array2<f64>> {
        let mut scores = self.weights.scores(&self.hidden(x)?);
        for &score in &scores {
            Allowed::Finite.check("score", "", score)?;
        }
        for mut row in scores.rows_mut() {
            softmax(row.as_slice_mut().expect("rows lie together"), 0);
        }
        Ok(scores)
    }

    /// The most probable class of each example.
    ///
    /// # Errors
    ///
    /// As for [`TwoLayerNetwork::hidden`].
    pub fn answers(&self, x: &ArrayRef2<f64>) -> Result<Vec<u8>> {
        let scores = self.weights.scores(&self.hidden(x)?);
        Ok(scores.rows().into_iter().map(|row| largest(row.iter().copied()) as u8).collect())
    }

    /// The loss −⟨ln p_label⟩.
    ///
    /// # Errors
    ///
    /// As for [`TwoLayerNetwork::hidden`], if there is no example, not one label per example, or a label beyond the
    /// classes.
    pub fn loss(&self, x: &ArrayRef2<f64>, labels: &[u8]) -> Result<f64> {
        check_labelled(x, labels, self.weights.w1.nrows(), self.weights.w2.ncols())?;
        Ok(self.weights.backward(x.view(), labels, self.activation).loss / labels.len() as f64)
    }

    /// The gradient of the loss, by backpropagation.
    ///
    /// # Errors
    ///
    /// As for [`TwoLayerNetwork::loss`].
    pub fn gradient(&self, x: &ArrayRef2<f64>, labels: &[u8]) -> Result<Gradient> {
        check_labelled(x, labels, self.weights.w1.nrows(), self.weights.w2.ncols())?;
        let sum = self.weights.backward(x.view(), labels, self.activation).gradient;
        let n = labels.len() as f64;
        Ok(Gradient { w1: sum.w1 / n, b1: sum.b1 / n, w2: sum.w2 / n, b2: sum.b2 / n })
    }

    /// Learns from the examples `x` with the `labels` 0 to `classes` − 1, beginning from random weights.
    ///
    /// # Errors
    ///
    /// If there is no example, not one label per example, a label beyond the classes, not 2 to 256 classes, a number
    /// that is not finite, a parameter out of range, more than [`MAX_WEIGHTS`] weights, or if the loss becomes
    /// infinite.
    pub fn train(
        x: &ArrayRef2<f64>,
        labels: &[u8],
        classes: usize,
        params: TwoLayerParams,
    ) -> Result<TwoLayerTraining> {
        check_count("classes", 2, 256, classes)?;
        check_count("inputs", 1, MAX_WEIGHTS, x.ncols())?;
        check_labelled(x, labels, x.ncols(), classes)?;
        params.check(x.ncols(), classes)?;
        let (mut loss, mut error) = (Vec::new(), Vec::new());
        let rows = |examples: &[usize]| x.select(Axis(0), examples);
        let weights = params.descend(x.ncols(), classes, labels, rows, |_, epoch| {
            loss.push(epoch.loss);
            error.push(epoch.error);
        })?;
        let network = TwoLayerNetwork { weights, activation: params.activation };
        Ok(TwoLayerTraining { network, loss, error })
    }
}

summary!(TwoLayerNetwork, |network| {
    let (inputs, hidden) = network.weights.w1.dim();
    format!("{inputs} → {hidden} ({:?}) → {}", network.activation, network.weights.w2.ncols())
});

summary!(TwoLayerTraining, |training| {
    let [passes, words, errors] = choose(["passes", "loss", "errors"], ["passages", "perte", "erreurs"]);
    let percent = number(100.0 * training.error.last().unwrap_or(&f64::NAN), 2);
    let (network, n, loss) = (&training.network, training.loss.len(), last(&training.loss, 4));
    format!("{network:?}, {passes}: {n}, {words}: {loss}, {errors}: {percent} %")
});

fn check_labelled(x: &ArrayRef2<f64>, labels: &[u8], inputs: usize, classes: usize) -> Result<()> {
    if x.nrows() != labels.len() {
        return Err(super::error::wrong_answers(x.nrows(), labels.len()));
    }
    check_count("examples", 1, usize::MAX, labels.len())?;
    check_inputs(x, inputs)?;
    match labels.iter().position(|&label| usize::from(label) >= classes) {
        Some(index) => Err(Error::count(&format!("labels[{index}]"), 0, classes - 1, usize::from(labels[index]))),
        None => Ok(()),
    }
}
