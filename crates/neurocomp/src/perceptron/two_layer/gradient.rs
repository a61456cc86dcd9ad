//! Forwards and backwards through the two layers, and a step downhill. Written once for the precision of the examples
//! one can follow by hand (`f64`) and once for the speed that 60,000 pictures ask for (`f32`).

use ndarray::{Array1, Array2, ArrayView2, Axis, NdFloat, Zip};
use rand::Rng;
use rand_distr::{Distribution, StandardNormal};
use rayon::prelude::*;

use crate::parallel::in_parallel;

/// Examples whose gradient is computed by one thread at a time. A batch is always divided in the same places, and the
/// parts are added in the same order, so that the result does not depend on the number of threads.
const TOGETHER: usize = 64;

/// What a hidden unit makes of its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Activation {
    /// max(s, 0).
    Relu,
    /// tanh s.
    Tanh,
}

/// How a step downhill is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Optimiser {
    /// w ← w − η ∂L/∂w.
    GradientDescent,
    /// Every weight gets its own step, about η long, from the recent mean and size of its slope (Kingma & Ba 2015).
    Adam,
}

/// Weights and biases of both layers, or a gradient with respect to them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Weights<F> {
    /// Shape \[inputs, hidden\].
    pub(crate) w1: Array2<F>,
    pub(crate) b1: Array1<F>,
    /// Shape \[hidden, classes\].
    pub(crate) w2: Array2<F>,
    pub(crate) b2: Array1<F>,
}

pub(crate) fn number<F: NdFloat>(value: f64) -> F {
    F::from(value).expect("f32 and f64 take every f64")
}

impl<F: NdFloat> Weights<F> {
    pub(crate) fn zeros(inputs: usize, hidden: usize, classes: usize) -> Weights<F> {
        Weights {
            w1: Array2::zeros((inputs, hidden)),
            b1: Array1::zeros(hidden),
            w2: Array2::zeros((hidden, classes)),
            b2: Array1::zeros(classes),
        }
    }

    /// Normal numbers of variance 1/inputs (twice that for ReLU, which is silent half of the time: He et al. 2015), so
    /// that activity has the same size in every layer; no bias.
    pub(crate) fn random(shape: [usize; 3], activation: Activation, random: &mut impl Rng) -> Weights<F> {
        let [inputs, hidden, classes] = shape;
        let gain = if activation == Activation::Relu { 2.0 } else { 1.0 };
        let mut draw = |shape: (usize, usize), variance: f64| {
            Array2::from_shape_simple_fn(shape, || {
                let normal: f64 = StandardNormal.sample(random);
                number(normal * variance.sqrt())
            })
        };
        let w1 = draw((inputs, hidden), gain / inputs as f64);
        let w2 = draw((hidden, classes), 1.0 / hidden as f64);
        Weights { w1, w2, ..Weights::zeros(inputs, hidden, classes) }
    }

    pub(crate) fn hidden(&self, x: ArrayView2<F>, activation: Activation) -> Array2<F> {
        let mut hidden = x.dot(&self.w1);
        hidden += &self.b1;
        match activation {
            Activation::Relu => hidden.mapv_inplace(|h| if h > F::zero() { h } else { F::zero() }),
            Activation::Tanh => hidden.mapv_inplace(F::tanh),
        }
        hidden
    }

    /// The fields of the output units, shape \[examples, classes\].
    pub(crate) fn scores(&self, hidden: &Array2<F>) -> Array2<F> {
        let mut scores = hidden.dot(&self.w2);
        scores += &self.b2;
        scores
    }

    /// The sums over the examples of the loss −ln p(label), of its gradient, and of the wrong answers.
    pub(crate) fn backward(&self, x: ArrayView2<F>, labels: &[u8], activation: Activation) -> Backward<F> {
        let hidden = self.hidden(x, activation);
        let mut delta = self.scores(&hidden);
        let (mut loss, mut wrong) = (0.0, 0);
        for (mut row, &label) in delta.rows_mut().into_iter().zip(labels) {
            let label = usize::from(label);
            wrong += usize::from(largest(row.iter().copied()) != label);
            let log_sum = softmax(row.as_slice_mut().expect("rows lie together"), label);
            loss -= log_sum;
            // d loss / d score = p − 1 for the label, p for the others.
            row[label] -= F::one();
        }
        let mut back = delta.dot(&self.w2.t());
        Zip::from(&mut back).and(&hidden).for_each(|back, &h| {
            let slope = match activation {
                Activation::Relu if h > F::zero() => F::one(),
                Activation::Relu => F::zero(),
                Activation::Tanh => F::one() - h * h,
            };
            *back *= slope;
        });
        let gradient = Weights {
            w1: x.t().dot(&back),
            b1: back.sum_axis(Axis(0)),
            w2: hidden.t().dot(&delta),
            b2: delta.sum_axis(Axis(0)),
        };
        Backward { loss, wrong, gradient }
    }

    fn add(&mut self, other: &Weights<F>) {
        self.w1 += &other.w1;
        self.b1 += &other.b1;
        self.w2 += &other.w2;
        self.b2 += &other.b2;
    }
}

pub(crate) struct Backward<F> {
    pub(crate) loss: f64,
    pub(crate) wrong: usize,
    pub(crate) gradient: Weights<F>,
}

/// The place of the largest number, the first of equals.
pub(crate) fn largest<F: NdFloat>(values: impl Iterator<Item = F>) -> usize {
    let better = |best: (usize, F), next: (usize, F)| if next.1 > best.1 { next } else { best };
    values.enumerate().reduce(better).map_or(0, |(place, _)| place)
}

/// Turns scores s into p_k = e^(s_k) / Σ e^(s), and returns ln p(label).
pub(crate) fn softmax<F: NdFloat>(scores: &mut [F], label: usize) -> f64 {
    let most = scores.iter().copied().fold(F::neg_infinity(), F::max);
    let own = scores[label] - most;
    let mut sum = F::zero();
    for score in scores.iter_mut() {
        *score = (*score - most).exp();
        sum += *score;
    }
    for score in scores.iter_mut() {
        *score /= sum;
    }
    (own - sum.ln()).to_f64().expect("a float is a float")
}

/// What remains of an epoch: the mean loss and the fraction of wrong answers while learning.
pub(crate) struct Epoch {
    pub(crate) loss: f64,
    pub(crate) error: f64,
}

/// Weights on their way downhill.
pub(crate) struct Descent<F> {
    pub(crate) weights: Weights<F>,
    /// Adam's running means of the gradient and of its square; not used by plain descent.
    mean: Weights<F>,
    square: Weights<F>,
    steps: i32,
    activation: Activation,
    optimiser: Optimiser,
    rate: f64,
}

impl<F: NdFloat> Descent<F> {
    pub(crate) fn new(weights: Weights<F>, activation: Activation, optimiser: Optimiser, rate: f64) -> Descent<F> {
        let zeros = Weights::zeros(weights.w1.nrows(), weights.w1.ncols(), weights.w2.ncols());
        Descent { weights, mean: zeros.clone(), square: zeros, steps: 0, activation, optimiser, rate }
    }

    /// One pass in the order given, in batches. `rows` looks up the inputs of some examples.
    pub(crate) fn pass(
        &mut self,
        order: &[usize],
        batch: usize,
        labels: &[u8],
        rows: &(impl Fn(&[usize]) -> Array2<F> + Sync),
    ) -> Epoch {
        let (mut loss, mut wrong) = (0.0, 0);
        for examples in order.chunks(batch) {
            let weights = &self.weights;
            let activation = self.activation;
            let part = |examples: &[usize]| {
                let labels: Vec<u8> = examples.iter().map(|&k| labels[k]).collect();
                weights.backward(rows(examples).view(), &labels, activation)
            };
            let parts: Vec<Backward<F>> = in_parallel(|| examples.par_chunks(TOGETHER).map(part).collect());
            let sum = parts.into_iter().reduce(|mut sum, part| {
                sum.loss += part.loss;
                sum.wrong += part.wrong;
                sum.gradient.add(&part.gradient);
                sum
            });
            let Some(sum) = sum else { continue };
            loss += sum.loss;
            wrong += sum.wrong;
            self.step(&sum.gradient, examples.len());
        }
        let n = order.len() as f64;
        Epoch { loss: loss / n, error: wrong as f64 / n }
    }

    /// One step against the mean gradient of `examples` examples.
    fn step(&mut self, gradient: &Weights<F>, examples: usize) {
        self.steps = self.steps.saturating_add(1);
        let share = 1.0 / examples as f64;
        match self.optimiser {
            Optimiser::GradientDescent => {
                let by = number::<F>(-self.rate * share);
                self.weights.w1.scaled_add(by, &gradient.w1);
                self.weights.b1.scaled_add(by, &gradient.b1);
                self.weights.w2.scaled_add(by, &gradient.w2);
                self.weights.b2.scaled_add(by, &gradient.b2);
            }
            Optimiser::Adam => {
                let rate = self.rate * (1.0 - 0.999_f64.powi(self.steps)).sqrt() / (1.0 - 0.9_f64.powi(self.steps));
                let (w, m, v) = (&mut self.weights, &mut self.mean, &mut self.square);
                adam(&mut w.w1, &mut m.w1, &mut v.w1, &gradient.w1, share, rate);
                adam(&mut w.b1, &mut m.b1, &mut v.b1, &gradient.b1, share, rate);
                adam(&mut w.w2, &mut m.w2, &mut v.w2, &gradient.w2, share, rate);
                adam(&mut w.b2, &mut m.b2, &mut v.b2, &gradient.b2, share, rate);
            }
        }
    }
}

/// Adam (Kingma & Ba 2015) with its usual constants 0.9, 0.999 and 10⁻⁸: each weight moves by the running mean of its
/// gradient over the root of the running mean of its square. `rate` holds the correction for the first steps.
fn adam<F: NdFloat, D: ndarray::Dimension>(
    weights: &mut ndarray::Array<F, D>,
    mean: &mut ndarray::Array<F, D>,
    square: &mut ndarray::Array<F, D>,
    gradient: &ndarray::Array<F, D>,
    share: f64,
    rate: f64,
) {
    let [share, rate, tiny] = [share, rate, 1e-8].map(number::<F>);
    let [keep_mean, new_mean, keep_square, new_square] = [0.9, 0.1, 0.999, 0.001].map(number::<F>);
    Zip::from(weights).and(mean).and(square).and(gradient).for_each(|w, m, v, &g| {
        let g = g * share;
        *m = keep_mean * *m + new_mean * g;
        *v = keep_square * *v + new_square * g * g;
        *w -= rate * *m / (v.sqrt() + tiny);
    });
}
