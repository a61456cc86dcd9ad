//! Learning step by step, to be looked at.

use ndarray::{Array1, ArrayRef1, ArrayRef2};

use super::learning::{LearningParams, Orders};
use super::{Perceptron, sign};
use crate::Result;
use crate::error::check_count;
use crate::language::choose;
use crate::summary::summary;

/// The most numbers that a history step by step may hold: 20 million (160 MB).
pub const MAX_HISTORY: usize = 20_000_000;

/// One example shown.
#[derive(Clone, Debug, PartialEq)]
pub struct LearningStep {
    /// Which example.
    pub example: usize,
    /// The answer wanted, y* = ±1.
    pub target: f64,
    /// The field w·x + b before learning.
    pub field: f64,
    /// The answer given, ±1.
    pub output: f64,
    /// Whether it was the one wanted.
    pub correct: bool,
    /// The weights (w₀, w₁ … w_N) after this step.
    pub weights: Array1<f64>,
}

/// Learning step by step, to be looked at as an animation.
#[derive(Clone, PartialEq)]
pub struct LearningHistory {
    /// The perceptron before the first step.
    pub start: Perceptron,
    /// Every example shown.
    pub steps: Vec<LearningStep>,
    /// The number of steps of one pass.
    pub steps_per_pass: usize,
    /// Whether all examples are answered rightly at the end.
    pub converged: bool,
}

/// Learning that goes in a circle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cycle {
    /// Number of passes after which the weights first have a value that returns.
    pub first: usize,
    /// Number of passes after which they return to it.
    pub period: usize,
}

impl LearningHistory {
    /// The perceptron after the last step.
    pub fn last(&self) -> Perceptron {
        self.steps.last().map_or(self.start.clone(), |step| Perceptron { weights: step.weights.clone() })
    }

    /// The number of wrong answers.
    pub fn mistakes(&self) -> usize {
        self.steps.iter().filter(|step| !step.correct).count()
    }

    /// Where the weights at the end of a pass are exactly those at the end of an earlier one. With an order that is the
    /// same in every pass ([`Cyclic`](super::ExampleOrder::Cyclic), [`Given`](super::ExampleOrder::Given)) everything repeats from
    /// there: learning will never end.
    /// `None` if it has not been seen to.
    pub fn cycle(&self) -> Option<Cycle> {
        if self.steps_per_pass == 0 {
            return None;
        }
        let ends: Vec<Array1<f64>> = std::iter::once(self.start.weights.clone())
            .chain(self.steps.chunks_exact(self.steps_per_pass).map(|pass| pass[pass.len() - 1].weights.clone()))
            .collect();
        let still = |first: usize, later: usize| {
            let pass = &self.steps[first * self.steps_per_pass..later * self.steps_per_pass];
            pass.iter().all(|step| step.correct)
        };
        (1..ends.len()).find_map(|later| {
            let first = (0..later).find(|&first| ends[first] == ends[later] && !still(first, later))?;
            Some(Cycle { first, period: later - first })
        })
    }
}

summary!(LearningHistory, |history| {
    let (steps, mistakes, converged) = (history.steps.len(), history.mistakes(), history.converged);
    choose(
        format!("steps: {steps}, mistakes: {mistakes}, converged: {converged}"),
        format!("pas : {steps}, erreurs : {mistakes}, convergé : {converged}"),
    )
});

impl Perceptron {
    /// Learns as [`Perceptron::learn`] does, and keeps every step. Here learning ends as soon as all examples are
    /// answered rightly, at the end of a pass.
    ///
    /// # Errors
    ///
    /// As for [`Perceptron::learn`], and if the history could hold more than [`MAX_HISTORY`] numbers.
    pub fn learn_step_by_step(
        &self,
        x: &ArrayRef2<f64>,
        y: &ArrayRef1<f64>,
        params: LearningParams,
    ) -> Result<LearningHistory> {
        let mut orders = Orders::new(self, x, y, &params)?;
        let steps_per_pass = orders.next.len();
        let most = MAX_HISTORY / self.weights.len() / steps_per_pass;
        check_count("epochs", 1, most, params.epochs)?;
        let mut now = self.clone();
        let mut steps = Vec::new();
        let mut converged = false;
        for _ in 0..params.epochs {
            for &example in orders.next_pass() {
                let field = now.field_of(x.row(example));
                let (target, output) = (y[example], sign(field));
                let correct = output == target;
                if !correct {
                    now.correct_by(x.row(example), params.eta * target);
                }
                steps.push(LearningStep { example, target, field, output, correct, weights: now.weights.clone() });
            }
            now.check_finite(params.eta)?;
            converged = now.errors_of(x, y) == 0;
            if converged {
                break;
            }
        }
        Ok(LearningHistory { start: self.clone(), steps, steps_per_pass, converged })
    }
}
