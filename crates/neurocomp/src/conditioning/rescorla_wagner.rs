//! The rule of Rescorla and Wagner: one prediction per trial.
//!
//! Stimuli u_s predict the reward v = Σ w_s u_s; the error of the prediction changes the weights of those present:
//!
//! ```text
//! δ = r − v
//! w_s ← w_s + ε α_s δ u_s
//! ```
//!
//! | symbol | meaning | in the code | default |
//! | --- | --- | --- | --- |
//! | u_s | stimulus s: 1 present, 0 absent | `stimuli` | |
//! | r | reward | `rewards` | |
//! | v | predicted reward | `prediction` | |
//! | δ | prediction error | `error` | |
//! | ε | learning rate | `learning_rate` | 0.1 |
//! | α_s | salience of the stimulus | `saliences` | all 1 |
//!
//! # What is known exactly (one stimulus, u = 1, α = 1)
//!
//! ```text
//! acquisition, r = 1, after n trials    v = 1 − (1 − ε)^n                           acquisition
//! extinction, after m more with r = 0   v = (1 − (1 − ε)^n)(1 − ε)^m
//! reward with probability p             ⟨v⟩ = p (1 − (1 − ε)^n),  Var → p (1 − p) ε/(2 − ε)
//! two stimuli together, from 0          w_1 : w_2 = α_1 : α_2,  w_1 + w_2 → r       overshadowing
//! ```
//!
//! It converges for 0 < ε Σ α_s u_s² < 2, without overshoot below 1.
//!
//! # Example
//!
//! Blocking: a stimulus that comes with one that already predicts the reward learns nothing.
//!
//! ```
//! use neurocomp::conditioning::rescorla_wagner::{RescorlaWagner, RescorlaWagnerParams};
//! use neurocomp::conditioning::schedule::Schedule;
//!
//! let blocking = Schedule::trials(&[1.0, 0.0], 1.0, 100)?.then(&Schedule::trials(&[1.0, 1.0], 1.0, 100)?)?;
//! let run = RescorlaWagner::new(RescorlaWagnerParams::default())?.run(&blocking)?;
//! let w = run.final_weights();
//! assert!(w[0] > 0.99 && w[1] < 0.01);
//! # Ok::<(), neurocomp::Error>(())
//! ```

use ndarray::{Array1, Array2};

use super::schedule::Schedule;
use crate::Result;
use crate::parameter::Allowed;
use crate::summary::{change, count, first_five, summary};

/// The parameters; symbols in the [module](self). The default is the lecture's: ε = 0.1.
#[derive(Clone, Debug, PartialEq)]
pub struct RescorlaWagnerParams {
    /// Learning rate ε, more than 0 to 2.
    pub learning_rate: f64,
    /// Salience α of each stimulus, 0 to 1. Empty: all 1.
    pub saliences: Vec<f64>,
}

impl Default for RescorlaWagnerParams {
    fn default() -> RescorlaWagnerParams {
        RescorlaWagnerParams { learning_rate: 0.1, saliences: Vec::new() }
    }
}

/// An animal that learns by the rule of Rescorla and Wagner.
#[derive(Clone, Debug, PartialEq)]
pub struct RescorlaWagner {
    params: RescorlaWagnerParams,
}

/// What was predicted and learned.
#[derive(Clone, PartialEq)]
pub struct ConditioningRun {
    /// Weights before each trial and after the last one, shape (trials + 1, stimuli).
    pub weights: Array2<f64>,
    /// Predicted reward v of each trial.
    pub prediction: Array1<f64>,
    /// Prediction error δ of each trial.
    pub error: Array1<f64>,
}

impl ConditioningRun {
    /// The weights after the last trial.
    pub fn final_weights(&self) -> Array1<f64> {
        self.weights.rows().into_iter().next_back().map(|row| row.to_owned()).unwrap_or_default()
    }
}

summary!(ConditioningRun, |run| {
    let (trials, v) = (count(run.prediction.len(), "trials", "essais"), change(&run.prediction, 3));
    format!("{trials}, v = {v}, w = [{}]", first_five(&run.final_weights(), 3))
});

impl RescorlaWagner {
    /// An animal with these parameters.
    ///
    /// # Errors
    ///
    /// If `learning_rate` is not > 0 and ≤ 2, or a salience not between 0 and 1.
    pub fn new(params: RescorlaWagnerParams) -> Result<RescorlaWagner> {
        Allowed::Positive.check("learning_rate", "", params.learning_rate)?;
        Allowed::Between(0.0, 2.0).check("learning_rate", "", params.learning_rate)?;
        Allowed::Between(0.0, 1.0).check_all("saliences", "", &params.saliences)?;
        Ok(RescorlaWagner { params })
    }

    /// The parameters.
    pub fn params(&self) -> &RescorlaWagnerParams {
        &self.params
    }

    /// The prediction 1 − (1 − ε)^n after `n` rewarded trials with one stimulus of salience 1, reward 1.
    pub fn acquisition(&self, n: usize) -> f64 {
        let kept = 1.0 - self.params.learning_rate;
        1.0 - kept.powf(n as f64)
    }

    /// Goes through the trials of a schedule, beginning without any knowledge.
    ///
    /// # Errors
    ///
    /// If there are saliences and not one for each stimulus, or the predictions diverge.
    pub fn run(&self, schedule: &Schedule) -> Result<ConditioningRun> {
        let (trials, stimuli) = schedule.stimuli().dim();
        let alpha = self.saliences(stimuli)?;
        let mut w = Array1::<f64>::zeros(stimuli);
        let mut run = ConditioningRun {
            weights: Array2::zeros((trials + 1, stimuli)),
            prediction: Array1::zeros(trials),
            error: Array1::zeros(trials),
        };
        for (trial, u) in schedule.stimuli().rows().into_iter().enumerate() {
            let v = w.dot(&u);
            let delta = schedule.rewards()[trial] - v;
            if !delta.is_finite() {
                return Err(super::diverged(trial));
            }
            run.weights.row_mut(trial).assign(&w);
            run.prediction[trial] = v;
            run.error[trial] = delta;
            for s in 0..stimuli {
                w[s] += self.params.learning_rate * alpha[s] * delta * u[s];
            }
        }
        if !w.iter().all(|w| w.is_finite()) {
            return Err(super::diverged(trials));
        }
        run.weights.row_mut(trials).assign(&w);
        Ok(run)
    }

    fn saliences(&self, stimuli: usize) -> Result<Vec<f64>> {
        let given = &self.params.saliences;
        if given.is_empty() {
            return Ok(vec![1.0; stimuli]);
        }
        if given.len() != stimuli {
            return Err(super::wrong_stimuli("saliences", stimuli, given.len()));
        }
        Ok(given.clone())
    }
}

#[cfg(test)]
mod tests;
