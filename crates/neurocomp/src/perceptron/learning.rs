//! The learning rule, one example after the other.

use ndarray::{Array1, Array2, ArrayRef1, ArrayRef2, ArrayView1, s};
use rand::Rng;
use rand::seq::SliceRandom;
use rand_xoshiro::Xoshiro256PlusPlus;

use super::error::check_examples;
use super::{Perceptron, sign};
use crate::error::check_count;
use crate::language::choose;
use crate::noise::generator;
use crate::parameter::Allowed;
use crate::perceptron::MAX_HISTORY;
use crate::summary::{summary, total};
use crate::{Error, Result};

/// In which order the examples are shown.
#[derive(Clone, Debug, PartialEq)]
pub enum ExampleOrder {
    /// 0, 1, 2 … in every pass.
    Cyclic,
    /// These examples in this order in every pass; they need not be all, and may repeat.
    Given(Vec<usize>),
    /// All examples in every pass, each time in another random order; the number is the seed.
    Shuffled(u64),
    /// Every example shown is drawn anew from all of them (lecture 6); the number is the seed. A pass is as many
    /// draws as there are examples.
    Random(u64),
}

/// How a perceptron learns.
#[derive(Clone, Debug, PartialEq)]
pub struct LearningParams {
    /// Learning rate η, > 0. Beginning from zero weights its value makes no difference but to the length of w.
    pub eta: f64,
    /// The order of the examples.
    pub order: ExampleOrder,
    /// Learning ends after this number of passes through the examples, at least 1, if it has not converged before.
    pub epochs: usize,
}

/// η = 1, examples shuffled with seed 1, at most 100 passes.
impl Default for LearningParams {
    fn default() -> LearningParams {
        LearningParams { eta: 1.0, order: ExampleOrder::Shuffled(1), epochs: 100 }
    }
}

/// What came out of learning. Learning ends with the pass after which no example is answered wrongly any more, or with
/// the last pass allowed.
#[derive(Clone, PartialEq)]
pub struct Learning {
    /// The perceptron at the end.
    pub last: Perceptron,
    /// The mean of the weights over all examples shown, after each was answered: calmer than the last weights, and
    /// mostly better on new examples where the classes overlap (Freund & Schapire 1999).
    pub averaged: Perceptron,
    /// The best seen, by the errors on all examples, among weights that answered longer runs of examples without a
    /// mistake than any before, the first and the last weights (Gallant 1990, "pocket with ratchet").
    pub pocket: Perceptron,
    /// Number of mistakes made in each pass, while learning.
    pub mistakes: Vec<usize>,
    /// Weights (w₀, w₁ … w_N) after each pass; shape \[passes, N + 1\].
    pub weights: Array2<f64>,
    /// Whether `last` answers all examples rightly.
    pub converged: bool,
}

impl Learning {
    /// Number of mistakes in all passes together.
    pub fn total_mistakes(&self) -> usize {
        total(&self.mistakes)
    }

    /// The fraction of other examples that is answered wrongly after each pass, 0 to 1: the curve of the test error.
    ///
    /// # Errors
    ///
    /// As for [`Perceptron::errors`].
    pub fn error_curve(&self, x: &ArrayRef2<f64>, y: &ArrayRef1<f64>) -> Result<Array1<f64>> {
        self.weights.rows().into_iter().map(|row| Perceptron::from_weights(&row)?.error_rate(x, y)).collect()
    }
}

summary!(Learning, |learning| {
    let (passes, mistakes, converged) = (learning.mistakes.len(), learning.total_mistakes(), learning.converged);
    choose(
        format!("passes: {passes}, mistakes: {mistakes}, converged: {converged}"),
        format!("passages : {passes}, erreurs : {mistakes}, convergé : {converged}"),
    )
});

impl Perceptron {
    /// Shows one example: if the answer is wrong, w ← w + η y* x and b ← b + η y*. Returns whether it was right.
    ///
    /// # Errors
    ///
    /// If `x` does not have N finite numbers, `y` is not ±1, `eta` is not > 0, or the weights become infinite.
    pub fn show(&mut self, x: &ArrayRef1<f64>, y: f64, eta: f64) -> Result<bool> {
        Allowed::Positive.check("eta", "", eta)?;
        if y != 1.0 && y != -1.0 {
            return Err(super::error::no_target(0, y));
        }
        let correct = sign(self.field(x)?) == y;
        if !correct {
            self.correct_by(x.view(), eta * y);
            self.check_finite(eta)?;
        }
        Ok(correct)
    }

    /// Learns from examples, the rows of `x` with the answers `y` (±1), beginning from this perceptron's weights.
    ///
    /// ```
    /// use neurocomp::perceptron::{LearningParams, Perceptron, logic};
    ///
    /// let (x, y) = logic::truth_table(|a, b| a && b);
    /// let learning = Perceptron::zeros(2)?.learn(&x, &y, LearningParams::default())?;
    /// assert!(learning.converged);
    /// assert_eq!(learning.last.errors(&x, &y)?, 0);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If there is no example, their shapes do not fit, `y` has a value other than ±1, `eta` is not > 0, `epochs` is 0,
    /// the order names an example that is not there, or weights become infinite.
    pub fn learn(&self, x: &ArrayRef2<f64>, y: &ArrayRef1<f64>, params: LearningParams) -> Result<Learning> {
        let mut orders = Orders::new(self, x, y, &params)?;
        let mut learner = Learner::new(self, x, y, params.eta);
        let (mut mistakes, mut weights) = (Vec::new(), Vec::new());
        let mut converged = false;
        while mistakes.len() < params.epochs && !converged {
            let before = learner.mistakes;
            for &example in orders.next_pass() {
                learner.show(example);
            }
            learner.now.check_finite(params.eta)?;
            mistakes.push(learner.mistakes - before);
            weights.extend(&learner.now.weights);
            converged = learner.now.errors_of(x, y) == 0;
        }
        learner.pocket_if_better(true);
        let shape = (mistakes.len(), self.weights.len());
        Ok(Learning {
            averaged: learner.averaged(),
            last: learner.now,
            pocket: learner.pocket,
            mistakes,
            weights: Array2::from_shape_vec(shape, weights).expect("one row was added per pass"),
            converged,
        })
    }

    /// w ← w + change·x, with x₀ = 1.
    pub(super) fn correct_by(&mut self, x: ArrayView1<f64>, change: f64) {
        self.weights[0] += change;
        self.weights.slice_mut(s![1..]).scaled_add(change, &x);
    }

    pub(super) fn check_finite(&self, eta: f64) -> Result<()> {
        // Weights may be finite and their fields not: half of the range is given up to leave room for the sum.
        if self.weights.iter().all(|w| w.abs() < 1e150) {
            return Ok(());
        }
        Err(super::error::weights_overflow("eta", eta))
    }
}

/// The examples of one pass after the other.
pub(super) struct Orders {
    pub(super) next: Vec<usize>,
    order: ExampleOrder,
    random: Xoshiro256PlusPlus,
    examples: usize,
}

impl Orders {
    pub(super) fn new(
        perceptron: &Perceptron,
        x: &ArrayRef2<f64>,
        y: &ArrayRef1<f64>,
        params: &LearningParams,
    ) -> Result<Orders> {
        check_examples(x, y, perceptron.inputs())?;
        Allowed::Positive.check("eta", "", params.eta)?;
        // The weights after each pass are kept.
        check_count("epochs", 1, MAX_HISTORY / perceptron.weights.len(), params.epochs)?;
        let examples = y.len();
        let mut next: Vec<usize> = (0..examples).collect();
        let mut seed = 0;
        match &params.order {
            ExampleOrder::Cyclic => (),
            ExampleOrder::Given(order) => {
                if let Some(&received) = order.iter().find(|&&example| example >= examples) {
                    return Err(Error::text(
                        format!("the order may name the examples 0 to {}, received {received}", examples - 1),
                        format!("l’ordre peut nommer les exemples 0 à {}, reçu {received}", examples - 1),
                    ));
                }
                check_count("order", 1, usize::MAX, order.len())?;
                next.clone_from(order);
            }
            ExampleOrder::Shuffled(given) | ExampleOrder::Random(given) => seed = *given,
        }
        Ok(Orders { next, order: params.order.clone(), random: generator(seed), examples })
    }

    pub(super) fn next_pass(&mut self) -> &[usize] {
        match self.order {
            ExampleOrder::Cyclic | ExampleOrder::Given(_) => (),
            ExampleOrder::Shuffled(_) => self.next.shuffle(&mut self.random),
            ExampleOrder::Random(_) => {
                for example in &mut self.next {
                    *example = self.random.random_range(0..self.examples);
                }
            }
        }
        &self.next
    }
}

/// A perceptron that learns, with what averaging and the pocket need.
struct Learner<'a> {
    x: &'a ArrayRef2<f64>,
    y: &'a ArrayRef1<f64>,
    eta: f64,
    now: Perceptron,
    /// Σ (number of examples shown before it) · change over the changes: the mean of the weights after T examples is
    /// w − late/T, so that an example answered rightly costs nothing.
    late: Array1<f64>,
    shown: usize,
    mistakes: usize,
    pocket: Perceptron,
    pocket_errors: usize,
    pocket_run: usize,
    run: usize,
}

impl<'a> Learner<'a> {
    fn new(start: &Perceptron, x: &'a ArrayRef2<f64>, y: &'a ArrayRef1<f64>, eta: f64) -> Learner<'a> {
        Learner {
            x,
            y,
            eta,
            now: start.clone(),
            late: Array1::zeros(start.weights.len()),
            shown: 0,
            mistakes: 0,
            pocket: start.clone(),
            pocket_errors: start.errors_of(x, y),
            pocket_run: 0,
            run: 0,
        }
    }

    fn show(&mut self, example: usize) {
        let (x, target) = (self.x.row(example), self.y[example]);
        if sign(self.now.field_of(x)) == target {
            self.run += 1;
        } else {
            self.pocket_if_better(false);
            self.run = 0;
            self.mistakes += 1;
            let change = self.eta * target;
            self.now.correct_by(x, change);
            self.late[0] += self.shown as f64 * change;
            self.late.slice_mut(s![1..]).scaled_add(self.shown as f64 * change, &x);
        }
        self.shown += 1;
    }

    /// Keeps the present weights if they are better than those kept.
    fn pocket_if_better(&mut self, even_after_a_short_run: bool) {
        if self.run <= self.pocket_run && !even_after_a_short_run {
            return;
        }
        let errors = self.now.errors_of(self.x, self.y);
        if errors < self.pocket_errors {
            self.pocket.weights.assign(&self.now.weights);
            self.pocket_errors = errors;
            self.pocket_run = self.run;
        }
    }

    fn averaged(&self) -> Perceptron {
        Perceptron { weights: &self.now.weights - &self.late / self.shown as f64 }
    }
}
