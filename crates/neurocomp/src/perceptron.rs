//! The perceptron: a neuron that learns from its mistakes.
//!
//! It adds its inputs, each times a weight, and says yes (+1) or no (−1):
//!
//! ```text
//! y = sign(w·x + b)            sign(s) = 1 if s > 0, −1 otherwise
//! ```
//!
//! The points with w·x + b = 0 form a line (a plane, a hyperplane): w is at a right angle to it and points to the
//! side where y = +1. Learning shows one example after the other; a right answer changes nothing, a wrong one moves the
//! plane towards the example:
//!
//! ```text
//! w ← w + η y* x ,  b ← b + η y*          if y ≠ y*, the answer wanted
//! ```
//!
//! | symbol | meaning | in the code |
//! | --- | --- | --- |
//! | x = (x₁ … x_N) | inputs of an example | a row of `x`, shape \[examples, N\] |
//! | y* = ±1 | the answer wanted | `y`, one per example |
//! | w = (w₁ … w_N) | weights | [`Perceptron::w`] |
//! | b = w₀ | bias, the weight of an input x₀ that is always 1 | [`Perceptron::bias`] |
//! | (w₀, w₁ … w_N) | both together | [`Perceptron::weights`] |
//! | η | learning rate | [`LearningParams::eta`] |
//! | s = w·x + b | field | [`Perceptron::field`] |
//! | γ | margin: how far the nearest example is from the plane | [`Perceptron::margin`] |
//!
//! None of these has a unit.
//!
//! # What is known exactly
//!
//! - If some plane separates the examples, learning ends, whatever their order: beginning from zero weights after at
//!   most (R/γ)² mistakes, R being the length of the longest input and γ the margin of that plane, both counted with
//!   x₀ = 1 ([`Perceptron::mistake_bound`]; Novikoff 1962).
//! - If none does, as for XOR, learning never ends, but the weights stay bounded: with whole numbers they must return
//!   to values that they had before, and go in a circle ([`LearningHistory::cycle`]).
//! - P random examples in N dimensions can be separated for certain up to P = N, in half of all cases for P = 2N, and
//!   hardly ever for P much larger: the capacity is 2N ([`capacity`], Cover 1965).
//!
//! # The parts
//!
//! | what | where |
//! | --- | --- |
//! | one perceptron: learning, margin | here |
//! | the line and its two sides, to draw | [`HalfPlanes`], [`Segment`] |
//! | AND, OR, NAND, XOR | [`logic`] |
//! | two layers, learning by gradient descent | [`two_layer`] |
//! | how many examples can be learnt | [`capacity`] |
//! | ten digits: 45 perceptrons and a vote, or ten | [`digit_perceptron`] |
//! | ten digits: the two-layer network | [`digit_network`] |
//! | which digit is taken for which | [`ConfusionMatrix`] |
//!
//! # Example
//!
//! ```
//! use neurocomp::ndarray::array;
//! use neurocomp::perceptron::{LearningParams, ExampleOrder, Perceptron};
//!
//! // The six points of the lecture: a class of three (+1), another of three (−1).
//! let x = array![[-2.0, 1.0], [1.0, 1.0], [1.5, -0.5], [-2.0, -1.0], [-1.0, -1.5], [2.0, -2.0]];
//! let y = array![1.0, 1.0, 1.0, -1.0, -1.0, -1.0];
//! let start = Perceptron::new(0.0, &array![1.0, 0.5])?;
//! let order = ExampleOrder::Given(vec![1, 5, 4, 3, 0, 2]);
//! let history = start.learn_step_by_step(&x, &y, LearningParams { eta: 0.2, order, ..Default::default() })?;
//! assert!(history.converged);
//! let w = history.last().weights();
//! assert!((w - array![0.2, 0.5, 1.0]).iter().all(|difference| difference.abs() < 1e-12));
//! # Ok::<(), neurocomp::Error>(())
//! ```
//!
//! # Sources
//!
//! - F. Rosenblatt, *Psychol. Rev.* 65, 386 (1958), doi:10.1037/h0042519: the perceptron.
//! - A. B. J. Novikoff, *Proc. Symp. Math. Theory of Automata* 12, 615 (1962): the bound on the number of mistakes.
//! - M. Minsky & S. Papert, *Perceptrons*, MIT Press 1969: what one cannot do, and the cycling theorem.
//! - T. M. Cover, *IEEE Trans. Electron. Comput.* EC-14, 326 (1965), doi:10.1109/PGEC.1965.264137: the capacity.
//! - S. I. Gallant, *IEEE Trans. Neural Netw.* 1, 179 (1990), doi:10.1109/72.80230: the pocket.
//! - Y. Freund & R. E. Schapire, *Mach. Learn.* 37, 277 (1999), doi:10.1023/A:1007662407062: averaging.

use ndarray::{Array1, Array2, ArrayRef1, ArrayRef2, ArrayView1, s};
use rand::Rng;

use crate::error::check_count;
use crate::noise::generator;
use crate::summary::{first_five, summary};
use crate::{Error, Result};

pub mod capacity;
mod confusion;
pub mod digit_network;
pub mod digit_perceptron;
mod error;
mod geometry;
mod history;
mod learning;
pub mod logic;
mod pixels;
mod separation;
pub mod two_layer;

pub use confusion::ConfusionMatrix;
pub use geometry::{HalfPlanes, Polygon, Segment};
pub use history::{Cycle, LearningHistory, LearningStep, MAX_HISTORY};
pub use learning::{ExampleOrder, Learning, LearningParams};
pub use separation::{is_separable, largest_margin};

use error::{check_examples, check_inputs};

/// sign(s) = 1 if s > 0, −1 otherwise: a perceptron on the line says no.
pub fn sign(s: f64) -> f64 {
    if s > 0.0 { 1.0 } else { -1.0 }
}

/// A perceptron: a bias and at least one weight, all finite.
#[derive(Clone, PartialEq)]
pub struct Perceptron {
    /// (w₀, w₁ … w_N), w₀ the bias.
    weights: Array1<f64>,
}

impl Perceptron {
    /// A perceptron with this bias b and these weights w₁ … w_N.
    ///
    /// # Errors
    ///
    /// If there is no weight, or a number is not finite.
    pub fn new(bias: f64, w: &ArrayRef1<f64>) -> Result<Perceptron> {
        let weights: Array1<f64> = std::iter::once(bias).chain(w.iter().copied()).collect();
        Perceptron::from_weights(&weights)
    }

    /// A perceptron with the weights (w₀, w₁ … w_N), the first of which is the bias.
    ///
    /// # Errors
    ///
    /// If there are fewer than two numbers, or one is not finite.
    pub fn from_weights(weights: &ArrayRef1<f64>) -> Result<Perceptron> {
        check_count("weights", 2, usize::MAX, weights.len())?;
        crate::parameter::Allowed::Finite.check_all("weights", "", weights)?;
        Ok(Perceptron { weights: weights.to_owned() })
    }

    /// A perceptron of `n` inputs that has learnt nothing: all weights 0.
    ///
    /// # Errors
    ///
    /// If `n` is 0 or more than [`MAX_HISTORY`].
    pub fn zeros(n: usize) -> Result<Perceptron> {
        check_count("n", 1, MAX_HISTORY, n)?;
        Perceptron::from_weights(&Array1::zeros(n + 1))
    }

    /// A perceptron of `n` inputs with random weights, bias included, between −1 and 1. The same `seed` gives the same
    /// ones.
    ///
    /// # Errors
    ///
    /// If `n` is 0 or more than [`MAX_HISTORY`].
    pub fn random(n: usize, seed: u64) -> Result<Perceptron> {
        check_count("n", 1, MAX_HISTORY, n)?;
        let mut random = generator(seed);
        let weights = Array1::from_shape_simple_fn(n + 1, || random.random_range(-1.0..=1.0));
        Perceptron::from_weights(&weights)
    }

    /// All weights (w₀, w₁ … w_N), w₀ the bias.
    pub fn weights(&self) -> Array1<f64> {
        self.weights.clone()
    }

    /// The weights of the inputs w₁ … w_N, without the bias: the vector at a right angle to the plane.
    pub fn w(&self) -> Array1<f64> {
        self.weights.slice(s![1..]).to_owned()
    }

    /// The bias b = w₀.
    pub fn bias(&self) -> f64 {
        self.weights[0]
    }

    /// The number N of inputs.
    pub fn inputs(&self) -> usize {
        self.weights.len() - 1
    }

    /// The field s = w·x + b of one example.
    ///
    /// # Errors
    ///
    /// If `x` does not have N numbers, or one is not finite.
    pub fn field(&self, x: &ArrayRef1<f64>) -> Result<f64> {
        if x.len() != self.inputs() {
            return Err(error::wrong_inputs(self.inputs(), x.len()));
        }
        crate::parameter::Allowed::Finite.check_all("x", "", x)?;
        Ok(self.field_of(x.view()))
    }

    /// The answer y = sign(w·x + b) to one example, +1 or −1.
    ///
    /// # Errors
    ///
    /// As for [`Perceptron::field`].
    pub fn output(&self, x: &ArrayRef1<f64>) -> Result<f64> {
        Ok(sign(self.field(x)?))
    }

    /// The answers to many examples, the rows of `x`.
    ///
    /// # Errors
    ///
    /// If the rows of `x` do not have N numbers, or one is not finite.
    pub fn outputs(&self, x: &ArrayRef2<f64>) -> Result<Array1<f64>> {
        check_inputs(x, self.inputs())?;
        Ok(x.rows().into_iter().map(|row| sign(self.field_of(row))).collect())
    }

    /// How many examples are answered wrongly.
    ///
    /// # Errors
    ///
    /// If `x` is empty, its rows do not have N numbers, `y` has another number of examples or a value other than ±1.
    pub fn errors(&self, x: &ArrayRef2<f64>, y: &ArrayRef1<f64>) -> Result<usize> {
        check_examples(x, y, self.inputs())?;
        Ok(self.errors_of(x, y))
    }

    /// The fraction of the examples that is answered wrongly, 0 to 1.
    ///
    /// # Errors
    ///
    /// As for [`Perceptron::errors`].
    pub fn error_rate(&self, x: &ArrayRef2<f64>, y: &ArrayRef1<f64>) -> Result<f64> {
        Ok(self.errors(x, y)? as f64 / y.len() as f64)
    }

    /// The margin: the smallest distance of an example from the plane, negative if that example is on the wrong side.
    ///
    /// ```text
    /// min over the examples of  y* (w·x + b) / |w|            |w|² = w₁² + … + w_N²
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`Perceptron::errors`], and if all of w₁ … w_N are 0, so that there is no plane.
    pub fn margin(&self, x: &ArrayRef2<f64>, y: &ArrayRef1<f64>) -> Result<f64> {
        check_examples(x, y, self.inputs())?;
        Ok(self.worst(x, y) / self.norm()?)
    }

    /// The largest number of mistakes that learning from zero weights can make on examples that this perceptron
    /// answers without error: (R/γ)², with x₀ = 1 counted as an input.
    ///
    /// ```text
    /// R² = max (1 + |x|²)        γ = min y* (w·x + b) / √(b² + |w|²)
    /// ```
    ///
    /// `None` if this perceptron makes an error itself. [`largest_margin`] gives the tightest bound.
    ///
    /// # Errors
    ///
    /// As for [`Perceptron::errors`].
    pub fn mistake_bound(&self, x: &ArrayRef2<f64>, y: &ArrayRef1<f64>) -> Result<Option<f64>> {
        check_examples(x, y, self.inputs())?;
        let worst = self.worst(x, y);
        let longest = x.rows().into_iter().map(|row| 1.0 + row.dot(&row)).fold(0.0, f64::max);
        Ok((worst > 0.0).then(|| longest * (self.weights.dot(&self.weights) / worst) / worst))
    }

    /// The weights w₁ … w_N as a picture of `rows` × `columns` pixels, in reading order.
    ///
    /// # Errors
    ///
    /// If rows × columns is not N.
    pub fn image(&self, rows: usize, columns: usize) -> Result<Array2<f64>> {
        let w = self.w().to_vec();
        let expected = w.len();
        Array2::from_shape_vec((rows, columns), w)
            .map_err(|_| error::wrong_inputs(expected, rows.saturating_mul(columns)))
    }

    fn field_of(&self, x: ArrayView1<f64>) -> f64 {
        self.weights[0] + self.weights.slice(s![1..]).dot(&x)
    }

    fn errors_of(&self, x: &ArrayRef2<f64>, y: &ArrayRef1<f64>) -> usize {
        let wrong = |(row, &y): (ArrayView1<f64>, &f64)| sign(self.field_of(row)) != y;
        x.rows().into_iter().zip(y).filter(|&example| wrong(example)).count()
    }

    /// The smallest y* s.
    fn worst(&self, x: &ArrayRef2<f64>, y: &ArrayRef1<f64>) -> f64 {
        x.rows().into_iter().zip(y).map(|(row, y)| y * self.field_of(row)).fold(f64::INFINITY, f64::min)
    }

    /// |w| without the bias.
    fn norm(&self) -> Result<f64> {
        let w = self.weights.slice(s![1..]);
        let norm = w.dot(&w).sqrt();
        if norm > 0.0 {
            Ok(norm)
        } else {
            Err(Error::text(
                "the weights of the inputs are all 0: there is no plane; let the perceptron learn first",
                "les poids des entrées sont tous nuls : il n’y a pas de plan ; faites d’abord apprendre le perceptron",
            ))
        }
    }
}

summary!(Perceptron, |p| {
    let weights = first_five(p.weights.iter().skip(1), 3);
    format!("b = {:.3}, w = ({weights}), N = {}", p.bias(), p.inputs())
});

#[cfg(test)]
mod tests;
