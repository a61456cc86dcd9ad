//! The two-layer network on digits: the step beyond perceptrons.
//!
//! The equations are the same as in [`two_layer`](super::two_layer), with the 784 pixels (0 to 1) as inputs and the ten
//! digits as classes. Numbers have single precision (`f32`) for speed. A batch is computed in parallel, in parts that
//! do not depend on the number of threads; the same seed gives the same network on any number of them. (Between
//! processors of different kinds products may be rounded differently, and the last digits of the weights differ.)
//!
//! ```
//! use neurocomp::digits;
//! use neurocomp::perceptron::digit_network::DigitNetwork;
//! use neurocomp::perceptron::two_layer::TwoLayerParams;
//!
//! let digits = digits::draw(2000, 500, 1)?;
//! let params = TwoLayerParams { hidden: 32, epochs: 10, ..Default::default() };
//! let training = DigitNetwork::train(&digits.train, &digits.test, params)?;
//! assert!(training.test_error[9] < 0.3);
//! # Ok::<(), neurocomp::Error>(())
//! ```
//!
//! # Memory
//!
//! Of 60,000 digits only a batch at a time is turned into numbers. With 128 hidden units the weights, Adam's two
//! running means and the gradients of a batch take about 3 MB; the activity of 10,000 test digits is computed in parts.

use ndarray::Array2;
use rayon::prelude::*;

use crate::Result;
use crate::error::check_count;
use crate::parallel::in_parallel;

use super::ConfusionMatrix;
use super::two_layer::{Activation, TwoLayerParams, Weights, largest};
use crate::digits::{CLASSES, DigitSet, PIXELS, SIDE};
use crate::language::choose;
use crate::summary::{number, summary};

/// A two-layer network for digits.
#[derive(Clone, PartialEq)]
pub struct DigitNetwork {
    weights: Weights<f32>,
    activation: Activation,
}

/// A network that has learnt digits, and how it went.
#[derive(Clone, PartialEq)]
pub struct DigitNetworkTraining {
    /// The network at the end.
    pub network: DigitNetwork,
    /// Mean loss −⟨ln p_label⟩ in each pass, while learning.
    pub loss: Vec<f64>,
    /// Fraction of wrong answers in each pass, while learning, 0 to 1.
    pub train_error: Vec<f64>,
    /// Fraction of wrong answers on the test set after each pass, 0 to 1.
    pub test_error: Vec<f64>,
}

impl DigitNetwork {
    /// Learns the digits of one set, and is tested on another after each pass.
    ///
    /// # Errors
    ///
    /// If a parameter is out of range, or the loss becomes infinite.
    pub fn train(train: &DigitSet, test: &DigitSet, params: TwoLayerParams) -> Result<DigitNetworkTraining> {
        params.check(PIXELS, CLASSES)?;
        let (mut loss, mut train_error, mut test_error) = (Vec::new(), Vec::new(), Vec::new());
        let activation = params.activation;
        let rows = |examples: &[usize]| inputs(train, examples);
        let weights = params.descend(PIXELS, CLASSES, train.labels(), rows, |weights, epoch| {
            loss.push(epoch.loss);
            train_error.push(epoch.error);
            let answers = answers(weights, activation, test);
            let wrong = answers.iter().zip(test.labels()).filter(|(answer, label)| answer != label).count();
            test_error.push(wrong as f64 / test.len() as f64);
        })?;
        Ok(DigitNetworkTraining { network: DigitNetwork { weights, activation }, loss, train_error, test_error })
    }

    /// The number of hidden units.
    pub fn hidden_units(&self) -> usize {
        self.weights.b1.len()
    }

    /// The answers to the digits of a set.
    pub fn answers(&self, set: &DigitSet) -> Vec<u8> {
        answers(&self.weights, self.activation, set)
    }

    /// Which digit is taken for which.
    ///
    /// # Errors
    ///
    /// Never for a set that exists; all confusion matrices return this type.
    pub fn confusion(&self, set: &DigitSet) -> Result<ConfusionMatrix> {
        ConfusionMatrix::new(set.labels(), &self.answers(set), CLASSES)
    }

    /// The weights of a hidden unit as a picture of 28 × 28 pixels: what it looks for.
    ///
    /// # Errors
    ///
    /// If there is no such unit.
    pub fn image(&self, unit: usize) -> Result<Array2<f64>> {
        check_count("unit", 0, self.hidden_units() - 1, unit)?;
        let weight = |(row, column)| f64::from(self.weights.w1[[row * SIDE + column, unit]]);
        Ok(Array2::from_shape_fn((SIDE, SIDE), weight))
    }
}

/// Some digits as rows of numbers from 0 to 1.
fn inputs(set: &DigitSet, examples: &[usize]) -> Array2<f32> {
    let mut x = Array2::zeros((examples.len(), PIXELS));
    for (mut row, &example) in x.rows_mut().into_iter().zip(examples) {
        let pixels = &set.pixels()[example * PIXELS..(example + 1) * PIXELS];
        for (x, &pixel) in row.iter_mut().zip(pixels) {
            *x = f32::from(pixel) * (1.0 / 255.0);
        }
    }
    x
}

fn answers(weights: &Weights<f32>, activation: Activation, set: &DigitSet) -> Vec<u8> {
    let all: Vec<usize> = (0..set.len()).collect();
    let part = |examples: &[usize]| -> Vec<u8> {
        let scores = weights.scores(&weights.hidden(inputs(set, examples).view(), activation));
        scores.rows().into_iter().map(|row| largest(row.iter().copied()) as u8).collect()
    };
    in_parallel(|| all.par_chunks(256).flat_map_iter(part).collect())
}

summary!(DigitNetwork, |network| {
    format!("{PIXELS} → {} ({:?}) → {CLASSES}", network.hidden_units(), network.activation)
});

summary!(DigitNetworkTraining, |training| {
    let [train, test] = [&training.train_error, &training.test_error]
        .map(|errors| number(100.0 * errors.last().unwrap_or(&f64::NAN), 2));
    let (passes, errors) = choose(("passes", "errors in training, test"), ("passages", "erreurs (entraînement, test)"));
    format!("{:?}, {passes}: {}, {errors}: {train} %, {test} %", training.network, training.loss.len())
});

#[cfg(test)]
mod tests;
