//! Perceptrons that tell ten digits apart.
//!
//! One perceptron tells two classes apart. For ten there are two ways:
//!
//! | scheme | perceptrons | each learns | answer |
//! | --- | --- | --- | --- |
//! | [`DigitScheme::Pairwise`] | 45, pairs \[0,1\], \[0,2\] … \[8,9\] | first of its pair: +1, second: −1 | most votes win |
//! | [`DigitScheme::OneAgainstAll`] | 10, one per digit | its digit: +1, all others: −1 | largest field w·x + b wins |
//!
//! A perceptron of a pair learns from examples of its two digits alone, and votes for one of them.
//!
//! Digits with equally many votes are told apart by the sum of the distances (w·x + b)/|w| of the perceptrons that
//! voted for them.
//!
//! Inputs are the 784 pixels, 0 to 1. Every perceptron begins from zero weights and sees its examples in another random
//! order in each pass. Each is kept twice: as it is at the end, and averaged over all examples shown, which is better
//! on new digits: the classes overlap, and the last weights are still being pushed about.
//!
//! ```
//! use neurocomp::digits;
//! use neurocomp::perceptron::digit_perceptron::{DigitPerceptron, DigitParams};
//!
//! let digits = digits::draw(2000, 500, 1)?;
//! let training = DigitPerceptron::train(&digits.train, DigitParams { epochs: 5, ..Default::default() })?;
//! assert!(training.averaged.confusion(&digits.test)?.accuracy() > 0.8);
//! # Ok::<(), neurocomp::Error>(())
//! ```
//!
//! # Memory and time
//!
//! The pixels stay the bytes they are (MNIST: 47 MB for 60,000 digits); while a pair learns its examples are copied, 10
//! MB per thread. The weights after every pass are kept, for [`DigitTraining::error_curves`]: 0.28 MB per pass for 45
//! perceptrons. Perceptrons learn in
//! parallel; what they learn does not depend on the number of threads.
//!
//! MNIST, 45 pairs, 10 passes, on two cores of an AMD EPYC: 0.5 to 0.7 s (scikit-learn 1.9.1, the same perceptrons not
//! averaged, on both cores: 7.2 s; `tests/oracles/perceptron.py`). Of 10,000 test digits the averaged perceptrons
//! recognise 94.5 %, the last ones 92.5 %.
//!
//! # Source
//!
//! Y. Freund & R. E. Schapire, *Mach. Learn.* 37, 277 (1999), doi:10.1023/A:1007662407062, who do this with MNIST;
//! votes of pairs: J. H. Friedman, *Another approach to polychotomous classification*, Stanford 1996.

use ndarray::{Array1, Array2, ArrayRef2};
use rayon::prelude::*;

use crate::error::check_count;
use crate::parallel::in_parallel;
use crate::{Error, Result};

use super::pixels::{self, WEIGHTS};
use super::{ConfusionMatrix, Perceptron};
use crate::digits::{CLASSES, DigitSet, PIXELS, SIDE};
use crate::language::choose;
use crate::noise::cell_seed;
use crate::progress::progress;
use crate::summary::{number, summary};

mod passes;

use passes::{Passes, learn};

/// How ten classes are made of two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DigitScheme {
    /// 45 perceptrons, one per pair of digits, and a vote.
    Pairwise,
    /// 10 perceptrons, one per digit.
    OneAgainstAll,
}

/// How the digits are learnt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DigitParams {
    /// The scheme.
    pub scheme: DigitScheme,
    /// Number of passes through the examples, 1 to 1000.
    pub epochs: usize,
    /// Seed of the order of the examples.
    pub seed: u64,
}

/// 45 pairs, 10 passes, seed 1.
impl Default for DigitParams {
    fn default() -> DigitParams {
        DigitParams { scheme: DigitScheme::Pairwise, epochs: 10, seed: 1 }
    }
}

/// Perceptrons that tell ten digits apart.
#[derive(Clone, PartialEq)]
pub struct DigitPerceptron {
    scheme: DigitScheme,
    /// One row per perceptron: 784 weights, then the bias.
    weights: Vec<[f32; WEIGHTS]>,
}

/// What came out of learning.
#[derive(Clone, PartialEq)]
pub struct DigitTraining {
    /// The perceptrons as they are at the end.
    pub last: DigitPerceptron,
    /// The perceptrons averaged over all examples shown.
    pub averaged: DigitPerceptron,
    /// Fraction of the examples of a perceptron that it answered wrongly in each pass while learning, 0 to 1; shape
    /// \[perceptrons, passes\].
    pub mistakes: Array2<f64>,
    /// After each pass: the last and the averaged.
    passes: Vec<[DigitPerceptron; 2]>,
}

/// Fractions of digits taken for another, after each pass.
#[derive(Clone, Debug, PartialEq)]
pub struct ErrorCurves {
    /// With the weights as they are then.
    pub last: Vec<f64>,
    /// With the weights averaged until then.
    pub averaged: Vec<f64>,
}

/// The pairs \[0,1\], \[0,2\] … \[8,9\] in the order of the perceptrons.
pub fn pairs() -> Vec<(u8, u8)> {
    let last = CLASSES as u8;
    (0..last).flat_map(|a| (a + 1..last).map(move |b| (a, b))).collect()
}

impl DigitPerceptron {
    /// Learns the digits of a set.
    ///
    /// # Errors
    ///
    /// If `epochs` is not 1 to 1000.
    pub fn train(train: &DigitSet, params: DigitParams) -> Result<DigitTraining> {
        check_count("epochs", 1, 1000, params.epochs)?;
        let one = |k: usize| match params.scheme {
            DigitScheme::Pairwise => {
                let (a, b) = pairs()[k];
                let examples = train.places(|label| label == a || label == b);
                learn(train, &examples, a, params.epochs, cell_seed(params.seed, k, 0))
            }
            DigitScheme::OneAgainstAll => {
                let examples = train.places(|_| true);
                learn(train, &examples, k as u8, params.epochs, cell_seed(params.seed, k, 1))
            }
        };
        let tasks: Vec<usize> = match params.scheme {
            DigitScheme::Pairwise => (0..pairs().len()).collect(),
            DigitScheme::OneAgainstAll => (0..CLASSES).collect(),
        };
        // In parts, so that one sees how far it has come.
        let parts: Vec<&[usize]> = tasks.chunks(tasks.len().div_ceil(5)).collect();
        let mut perceptrons = Vec::new();
        for part in progress("perceptrons", parts.len()) {
            perceptrons.extend(in_parallel(|| parts[part].par_iter().map(|&k| one(k)).collect::<Vec<Passes>>()));
        }
        Ok(DigitTraining::new(params, perceptrons))
    }

    /// How ten classes are made of two.
    pub fn scheme(&self) -> DigitScheme {
        self.scheme
    }

    /// The perceptron number k: of pair k of [`pairs`], or of digit k. Its inputs are pixels from 0 to 1.
    ///
    /// # Errors
    ///
    /// If there is no such perceptron.
    pub fn perceptron(&self, k: usize) -> Result<Perceptron> {
        check_count("k", 0, self.weights.len() - 1, k)?;
        let w = &self.weights[k];
        let pixels: Array1<f64> = w[..PIXELS].iter().map(|&w| f64::from(w)).collect();
        Perceptron::new(f64::from(w[PIXELS]), &pixels)
    }

    /// The weights of perceptron k as a picture of 28 × 28 pixels: where ink speaks for +1, and where against.
    ///
    /// # Errors
    ///
    /// If there is no such perceptron.
    pub fn image(&self, k: usize) -> Result<Array2<f64>> {
        self.perceptron(k)?.image(SIDE, SIDE)
    }

    /// The answers to the digits of a set.
    pub fn answers(&self, set: &DigitSet) -> Vec<u8> {
        let judge = self.judge();
        let image = |k: usize| &set.pixels()[k * PIXELS..(k + 1) * PIXELS];
        in_parallel(|| (0..set.len()).into_par_iter().with_min_len(64).map(|k| judge.answer(image(k))).collect())
    }

    /// How many votes each digit gets for a picture (28 × 28, 0 to 255): the number of perceptrons that say it is this
    /// one; with one perceptron per digit, 1 for each that says yes.
    ///
    /// # Errors
    ///
    /// If the picture is not 28 × 28.
    pub fn votes(&self, image: &ArrayRef2<u8>) -> Result<[usize; CLASSES], Error> {
        if image.dim() != (SIDE, SIDE) {
            return Err(super::error::wrong_inputs(PIXELS, image.len()));
        }
        let pixels: Vec<u8> = image.iter().copied().collect();
        let mut votes = [0; CLASSES];
        match self.scheme {
            DigitScheme::Pairwise => {
                for ((a, b), w) in pairs().into_iter().zip(&self.weights) {
                    votes[usize::from(if pixels::field(w, &pixels) > 0.0 { a } else { b })] += 1;
                }
            }
            DigitScheme::OneAgainstAll => {
                for (vote, w) in votes.iter_mut().zip(&self.weights) {
                    *vote = usize::from(pixels::field(w, &pixels) > 0.0);
                }
            }
        }
        Ok(votes)
    }

    /// Which digit is taken for which.
    ///
    /// # Errors
    ///
    /// Never for a set that exists; all confusion matrices return this type.
    pub fn confusion(&self, set: &DigitSet) -> Result<ConfusionMatrix> {
        ConfusionMatrix::new(set.labels(), &self.answers(set), CLASSES)
    }

    fn judge(&self) -> Judge<'_> {
        let norm = |w: &[f32; WEIGHTS]| w[..PIXELS].iter().map(|w| w * w).sum::<f32>().sqrt();
        // A perceptron without weights votes, but has no distance to add.
        let inverse = |norm: f32| if norm > 0.0 { 1.0 / norm } else { 0.0 };
        Judge { of: self, pairs: pairs(), inverse_norms: self.weights.iter().map(|w| inverse(norm(w))).collect() }
    }
}

/// What answering needs, computed once.
struct Judge<'a> {
    of: &'a DigitPerceptron,
    pairs: Vec<(u8, u8)>,
    inverse_norms: Vec<f32>,
}

impl Judge<'_> {
    fn answer(&self, image: &[u8]) -> u8 {
        let weights = &self.of.weights;
        let mut standing = [(0_usize, 0.0_f32); CLASSES];
        match self.of.scheme {
            DigitScheme::Pairwise => {
                for ((&(a, b), w), inverse) in self.pairs.iter().zip(weights).zip(&self.inverse_norms) {
                    let distance = pixels::field(w, image) * inverse;
                    let winner = &mut standing[usize::from(if distance > 0.0 { a } else { b })];
                    winner.0 += 1;
                    winner.1 += distance.abs();
                }
            }
            DigitScheme::OneAgainstAll => {
                for (standing, w) in standing.iter_mut().zip(weights) {
                    standing.1 = pixels::field(w, image);
                }
            }
        }
        let mut best = 0;
        for digit in 1..CLASSES {
            let (votes, size) = standing[digit];
            if votes > standing[best].0 || votes == standing[best].0 && size > standing[best].1 {
                best = digit;
            }
        }
        best as u8
    }
}

impl DigitTraining {
    fn new(params: DigitParams, perceptrons: Vec<Passes>) -> DigitTraining {
        let at = |epoch: usize, kind: usize| DigitPerceptron {
            scheme: params.scheme,
            weights: perceptrons.iter().map(|passes| passes.weights[epoch][kind]).collect(),
        };
        let passes: Vec<[DigitPerceptron; 2]> = (0..params.epochs).map(|epoch| [at(epoch, 0), at(epoch, 1)]).collect();
        let end = params.epochs - 1;
        DigitTraining {
            last: at(end, 0),
            averaged: at(end, 1),
            mistakes: Array2::from_shape_fn((perceptrons.len(), params.epochs), |(k, epoch)| {
                perceptrons[k].mistakes[epoch]
            }),
            passes,
        }
    }

    /// The fraction of the digits of a set that is taken for another, after each pass.
    ///
    /// # Errors
    ///
    /// As for [`DigitPerceptron::confusion`].
    pub fn error_curves(&self, set: &DigitSet) -> Result<ErrorCurves> {
        let mut curves = ErrorCurves { last: Vec::new(), averaged: Vec::new() };
        for pass in progress(choose("errors", "erreurs"), self.passes.len()) {
            let [last, averaged] = &self.passes[pass];
            curves.last.push(last.confusion(set)?.error_rate());
            curves.averaged.push(averaged.confusion(set)?.error_rate());
        }
        Ok(curves)
    }
}

summary!(DigitPerceptron, |perceptron| {
    let words = choose("perceptrons of 784 inputs", "perceptrons à 784 entrées");
    format!("{:?}, {} {words}", perceptron.scheme, perceptron.weights.len())
});

summary!(DigitTraining, |training| {
    let last = training.mistakes.columns().into_iter().next_back().and_then(|column| column.mean());
    let percent = number(last.map_or(f64::NAN, |mean| 100.0 * mean), 2);
    let (passes, mistakes) = choose(("passes", "mistakes in the last"), ("passages", "erreurs dans le dernier"));
    format!("{:?}, {passes}: {}, {mistakes}: {percent} %", training.last, training.passes.len())
});

#[cfg(test)]
mod tests;
