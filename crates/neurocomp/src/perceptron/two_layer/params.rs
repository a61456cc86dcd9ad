//! What a two-layer network is made of and how it learns.

use ndarray::Array2;
use rand::seq::SliceRandom;

use super::gradient::{Activation, Descent, Epoch, Optimiser, Weights};
use crate::Result;
use crate::error::check_count;
use crate::language::choose;
use crate::noise::generator;
use crate::parameter::Allowed;
use crate::progress::progress;

/// The most weights of a network: 20 million.
pub const MAX_WEIGHTS: usize = 20_000_000;

/// What a two-layer network is made of and how it learns.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TwoLayerParams {
    /// Number of hidden units.
    pub hidden: usize,
    /// What they make of their field.
    pub activation: Activation,
    /// How steps are taken.
    pub optimiser: Optimiser,
    /// Learning rate η, > 0.
    pub learning_rate: f64,
    /// Number of passes through the examples.
    pub epochs: usize,
    /// Number of examples per step.
    pub batch: usize,
    /// Seed of the first weights and of the order of the examples.
    pub seed: u64,
}

/// 128 hidden units, ReLU, Adam with η = 0.001, 10 passes in batches of 128 examples, seed 1.
impl Default for TwoLayerParams {
    fn default() -> TwoLayerParams {
        TwoLayerParams {
            hidden: 128,
            activation: Activation::Relu,
            optimiser: Optimiser::Adam,
            learning_rate: 0.001,
            epochs: 10,
            batch: 128,
            seed: 1,
        }
    }
}

impl TwoLayerParams {
    pub(in crate::perceptron) fn check(&self, inputs: usize, classes: usize) -> Result<()> {
        check_count("hidden", 1, MAX_WEIGHTS / (inputs + classes + 1), self.hidden)?;
        Allowed::Positive.check("learning_rate", "", self.learning_rate)?;
        check_count("epochs", 1, 10_000_000, self.epochs)?;
        check_count("batch", 1, usize::MAX, self.batch)?;
        Ok(())
    }

    /// Learning as it goes: passes over `labels.len()` examples; `after` sees the weights after each pass.
    pub(in crate::perceptron) fn descend<F: ndarray::NdFloat>(
        &self,
        inputs: usize,
        classes: usize,
        labels: &[u8],
        rows: impl Fn(&[usize]) -> Array2<F> + Sync,
        mut after: impl FnMut(&Weights<F>, Epoch),
    ) -> Result<Weights<F>> {
        let mut random = generator(self.seed);
        let weights = Weights::random([inputs, self.hidden, classes], self.activation, &mut random);
        let mut descent = Descent::new(weights, self.activation, self.optimiser, self.learning_rate);
        let mut order: Vec<usize> = (0..labels.len()).collect();
        for _ in progress(choose("learning", "apprentissage"), self.epochs) {
            order.shuffle(&mut random);
            let epoch = descent.pass(&order, self.batch, labels, &rows);
            if !epoch.loss.is_finite() {
                return Err(crate::perceptron::error::weights_overflow("learning_rate", self.learning_rate));
            }
            after(&descent.weights, epoch);
        }
        Ok(descent.weights)
    }
}
