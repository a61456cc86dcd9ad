//! Handwritten digits: the MNIST database, or digits drawn by the library.
//!
//! A digit is a picture of 28 × 28 pixels, 0 (paper) to 255 (ink), with its label 0 to 9. A set keeps its pictures one
//! after the other, each in reading order, as the files of MNIST do.
//!
//! | what | how many | from |
//! | --- | --- | --- |
//! | [`mnist()`], [`mnist_from`] | 60,000 to learn, 10,000 to test | four files, checked before they are used |
//! | [`draw`] | as many as you like | strokes, bent and shaken at random. **Not** MNIST, and easier |
//! | [`mnist_or_drawn`] | | MNIST if it is there; otherwise it says so and draws |
//!
//! `cargo xtask data mnist` fetches MNIST. Its files are looked for in the folder that the variable `NEUROCOMP_DATA` names,
//! or in its subfolder `mnist`, otherwise in `datasets/mnist`, compressed (`.gz`) or not:
//!
//! | file | holds |
//! | --- | --- |
//! | `train-images-idx3-ubyte.gz` | 60,000 pictures |
//! | `train-labels-idx1-ubyte.gz` | their labels |
//! | `t10k-images-idx3-ubyte.gz` | 10,000 other pictures |
//! | `t10k-labels-idx1-ubyte.gz` | their labels |
//!
//! ```
//! use neurocomp::digits;
//!
//! let digits = digits::draw(100, 10, 1)?;
//! assert_eq!((digits.train.len(), digits.test.len()), (100, 10));
//! assert_eq!(digits.test.image(3)?.dim(), (28, 28));
//! // Two digits only, as examples of one perceptron: pixels 0 to 1, +1 for a three, −1 for an eight.
//! let (x, y) = digits.train.pair(3, 8)?;
//! assert_eq!((x.ncols(), x.nrows()), (784, y.len()));
//! # Ok::<(), neurocomp::Error>(())
//! ```
//!
//! # Source
//!
//! Y. LeCun, L. Bottou, Y. Bengio & P. Haffner, *Proc. IEEE* 86, 2278 (1998), doi:10.1109/5.726791: MNIST.

#[cfg(feature = "digits")]
use std::path::{Path, PathBuf};

use ndarray::{Array1, Array2};
use rand::seq::SliceRandom;
use rand_distr::{Distribution, StandardNormal};

#[cfg(feature = "digits")]
use crate::data::dataset_folder;
use crate::language::choose;
use crate::noise::generator;
use crate::parameter::Allowed;
use crate::summary::{count, summary};
use crate::{Error, Result};

mod draw;
#[cfg(feature = "digits")]
mod files;
mod strokes;

pub use draw::{MAX_DRAWN, draw};
#[cfg(feature = "digits")]
pub use files::{FILES, MnistFile};

/// Height and width of a picture.
pub const SIDE: usize = 28;
/// Number of pixels of a picture.
pub const PIXELS: usize = SIDE * SIDE;
/// Number of digits.
pub const CLASSES: usize = 10;

/// Pictures of digits with their labels; at least one.
#[derive(Clone, PartialEq)]
pub struct DigitSet {
    pixels: Vec<u8>,
    labels: Vec<u8>,
}

/// Where digits come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The MNIST database.
    Mnist,
    /// Drawn by the library: not MNIST.
    Drawn,
}

/// Digits to learn and digits to test.
#[derive(Clone, PartialEq)]
pub struct Digits {
    /// Where they come from.
    pub source: Source,
    /// To learn.
    pub train: DigitSet,
    /// To test, never to be learnt.
    pub test: DigitSet,
}

/// MNIST from the folder that the variable `NEUROCOMP_DATA` names, or from `datasets/mnist`, where
/// `cargo xtask data mnist` puts it.
///
/// # Errors
///
/// If there is no such folder, a file is missing, or is not the one it should be.
#[cfg(feature = "digits")]
pub fn mnist() -> Result<Digits> {
    let named = std::env::var_os("NEUROCOMP_DATA").map(PathBuf::from);
    let folder = named.or_else(|| dataset_folder("mnist")).ok_or_else(no_folder)?;
    files::load(&folder)
}

/// Nobody said where the files are.
#[cfg(feature = "digits")]
fn no_folder() -> Error {
    Error::text(
        "MNIST is not here: fetch it with `cargo xtask data mnist`, or let the variable NEUROCOMP_DATA name the \
         folder with its four files, or use digits::draw, which needs none",
        "MNIST n’est pas ici : téléchargez-le par `cargo xtask data mnist`, ou donnez à la variable NEUROCOMP_DATA le \
         nom du dossier de ses quatre fichiers, ou utilisez digits::draw, qui n’en demande aucun",
    )
}

/// MNIST from a folder, or from its subfolder `mnist`.
///
/// # Errors
///
/// If a file is missing, or is not the one it should be.
#[cfg(feature = "digits")]
pub fn mnist_from(folder: impl AsRef<Path>) -> Result<Digits> {
    files::load(folder.as_ref())
}

/// MNIST if it is there; otherwise prints why not, and draws 60,000 digits to learn and 10,000 to test with this
/// `seed`.
///
/// # Errors
///
/// Never, as long as there is memory for the digits.
#[cfg(feature = "digits")]
pub fn mnist_or_drawn(seed: u64) -> Result<Digits> {
    mnist().or_else(|error| {
        println!("{error}");
        println!(
            "{}",
            choose(
                "These digits are therefore drawn by the library: they are NOT MNIST, and easier.",
                "Ces chiffres sont donc dessinés par la bibliothèque : ce n’est PAS MNIST, et c’est plus facile.",
            )
        );
        draw(60_000, 10_000, seed)
    })
}

impl DigitSet {
    /// A set of pictures, one after another in reading order, 784 bytes each, with one label 0 to 9 for each.
    ///
    /// # Errors
    ///
    /// If there is none, there are not 784 bytes per label, or a label is more than 9.
    pub fn new(pixels: Vec<u8>, labels: Vec<u8>) -> Result<DigitSet> {
        if labels.is_empty() {
            return Err(Error::text(
                "a set must have at least 1 digit, received 0",
                "un ensemble doit avoir au moins 1 chiffre, reçu 0",
            ));
        }
        if pixels.len() != labels.len().saturating_mul(PIXELS) {
            return Err(Error::text(
                format!("{} digits must have {} × 784 bytes, received {}", labels.len(), labels.len(), pixels.len()),
                format!("{} chiffres doivent avoir {} × 784 octets, reçu {}", labels.len(), labels.len(), pixels.len()),
            ));
        }
        if let Some(index) = labels.iter().position(|&label| usize::from(label) >= CLASSES) {
            return Err(Error::count(&format!("labels[{index}]"), 0, 9, usize::from(labels[index])));
        }
        Ok(DigitSet { pixels, labels })
    }

    /// The number of digits.
    pub fn len(&self) -> usize {
        self.labels.len()
    }

    /// Never: a set has at least one digit.
    pub fn is_empty(&self) -> bool {
        self.labels.is_empty()
    }

    /// All pictures, one after another.
    pub fn pixels(&self) -> &[u8] {
        &self.pixels
    }

    /// All labels.
    pub fn labels(&self) -> &[u8] {
        &self.labels
    }

    /// Picture k, 28 × 28, 0 (paper) to 255 (ink).
    ///
    /// # Errors
    ///
    /// If there is no such picture.
    pub fn image(&self, k: usize) -> Result<Array2<u8>> {
        self.check(k)?;
        Ok(Array2::from_shape_fn((SIDE, SIDE), |(row, column)| self.pixels[k * PIXELS + row * SIDE + column]))
    }

    /// The label of picture k.
    ///
    /// # Errors
    ///
    /// If there is no such picture.
    pub fn label(&self, k: usize) -> Result<u8> {
        self.check(k)?;
        Ok(self.labels[k])
    }

    /// How many there are of each digit.
    pub fn counts(&self) -> [usize; CLASSES] {
        let mut counts = [0; CLASSES];
        for &label in &self.labels {
            counts[usize::from(label)] += 1;
        }
        counts
    }

    /// The places of the digits for which another answer than the label was given: those to look at.
    ///
    /// # Errors
    ///
    /// If there is not one answer per digit.
    pub fn wrong(&self, answers: &[u8]) -> Result<Vec<usize>> {
        if answers.len() != self.len() {
            let (received, digits) = (answers.len(), self.len());
            return Err(Error::text(
                format!("there must be one answer per digit: received {received} answers for {digits} digits"),
                format!("il faut une réponse par chiffre : reçu {received} réponses pour {digits} chiffres"),
            ));
        }
        Ok((0..self.len()).filter(|&k| answers[k] != self.labels[k]).collect())
    }

    /// The first `n` digits (all, if there are fewer).
    ///
    /// # Errors
    ///
    /// If `n` is 0.
    pub fn first(&self, n: usize) -> Result<DigitSet> {
        let n = n.min(self.len());
        DigitSet::new(self.pixels[..n * PIXELS].to_vec(), self.labels[..n].to_vec())
    }

    /// The digits labelled `a` or `b` as examples of one perceptron: inputs from 0 to 1, shape \[examples, 784\], and
    /// answers, +1 for `a` and −1 for `b`.
    ///
    /// # Errors
    ///
    /// If `a` and `b` are the same, or there is none of one of them.
    pub fn pair(&self, a: u8, b: u8) -> Result<(Array2<f64>, Array1<f64>)> {
        let counts = self.counts();
        for digit in [a, b] {
            if a == b || counts.get(usize::from(digit)).is_none_or(|&count| count == 0) {
                return Err(Error::text(
                    format!("two different digits of which the set has examples are needed, received {a} and {b}"),
                    format!("il faut deux chiffres différents dont l’ensemble a des exemples, reçu {a} et {b}"),
                ));
            }
        }
        let places = self.places(|label| label == a || label == b);
        let pixel = |(row, k)| f64::from(self.pixels[places[row] as usize * PIXELS + k]) / 255.0;
        let x = Array2::from_shape_fn((places.len(), PIXELS), pixel);
        let y = places.iter().map(|&place| if self.labels[place as usize] == a { 1.0 } else { -1.0 }).collect();
        Ok((x, y))
    }

    /// The mean picture of a digit, 28 × 28, 0 to 255.
    ///
    /// # Errors
    ///
    /// If there is none of it.
    pub fn mean_image(&self, digit: u8) -> Result<Array2<f64>> {
        let places = self.places(|label| label == digit);
        if places.is_empty() {
            return Err(Error::text(
                format!("the set has no example of the digit {digit}"),
                format!("l’ensemble n’a pas d’exemple du chiffre {digit}"),
            ));
        }
        let mut mean = Array2::zeros((SIDE, SIDE));
        for &place in &places {
            let start = place as usize * PIXELS;
            for (mean, &pixel) in mean.iter_mut().zip(&self.pixels[start..start + PIXELS]) {
                *mean += f64::from(pixel);
            }
        }
        Ok(mean / places.len() as f64)
    }

    /// The same digits with their pixels in another order, the same for all pictures and for every set with this
    /// `seed`. To the eye nothing is left; to a perceptron, for which pixels have no neighbours, nothing has changed.
    pub fn permuted(&self, seed: u64) -> DigitSet {
        let mut order: Vec<usize> = (0..PIXELS).collect();
        order.shuffle(&mut generator(seed));
        let pixels = self.pixels.chunks_exact(PIXELS).flat_map(|image| order.iter().map(|&k| image[k])).collect();
        DigitSet { pixels, labels: self.labels.clone() }
    }

    /// The same digits with normal noise of standard deviation `sd` (of 255) added to each pixel, cut off at 0 and
    /// 255.
    ///
    /// # Errors
    ///
    /// If `sd` is not ≥ 0.
    pub fn noisy(&self, sd: f64, seed: u64) -> Result<DigitSet> {
        Allowed::NotNegative.check("sd", "", sd)?;
        let mut random = generator(seed);
        let mut shaken = |pixel: &u8| {
            let normal: f64 = StandardNormal.sample(&mut random);
            // A float out of range becomes the nearest byte.
            (f64::from(*pixel) + sd * normal).round() as u8
        };
        Ok(DigitSet { pixels: self.pixels.iter().map(&mut shaken).collect(), labels: self.labels.clone() })
    }

    /// The same pictures with their labels dealt out at random: there is nothing left to learn.
    pub fn shuffled_labels(&self, seed: u64) -> DigitSet {
        let mut labels = self.labels.clone();
        labels.shuffle(&mut generator(seed));
        DigitSet { pixels: self.pixels.clone(), labels }
    }

    /// Places of the digits that are wanted.
    pub(crate) fn places(&self, wanted: impl Fn(u8) -> bool) -> Vec<u32> {
        (0_u32..).zip(&self.labels).filter(|&(_, &label)| wanted(label)).map(|(place, _)| place).collect()
    }

    fn check(&self, k: usize) -> Result<()> {
        if k < self.len() {
            return Ok(());
        }
        Err(Error::text(
            format!("the index of a digit must be 0 to {}, received {k}", self.len() - 1),
            format!("l’indice d’un chiffre doit être de 0 à {}, reçu {k}", self.len() - 1),
        ))
    }
}

summary!(DigitSet, |set| count(set.len(), "digits of 28 × 28 pixels", "chiffres de 28 × 28 pixels"));

summary!(Digits, |digits| {
    let source = match digits.source {
        Source::Mnist => "MNIST",
        Source::Drawn => choose("drawn, not MNIST", "dessinés, pas MNIST"),
    };
    let train = count(digits.train.len(), "to learn", "pour apprendre");
    format!("{source}, {train}, {}", count(digits.test.len(), "to test", "pour tester"))
});

#[cfg(test)]
pub(crate) mod tests;

/// No place to unpack the files of MNIST.
#[cfg(feature = "digits")]
pub(crate) fn no_scratch(folder: String, reason: String) -> Error {
    Error::text(
        format!("MNIST: 55 MB cannot be written into the temporary folder {folder} ({reason}): is the disk full?"),
        format!("MNIST : impossible d’écrire 55 Mo dans le dossier temporaire {folder} ({reason}) : disque plein ?"),
    )
}
