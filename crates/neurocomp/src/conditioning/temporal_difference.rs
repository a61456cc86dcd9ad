//! Temporal-difference learning: a prediction at each moment of a trial.
//!
//! A trial is divided into T moments. The value v(t) predicts all reward from t on, later reward counting less
//! (discount γ). A stimulus has a row of weights, one for each time τ since it began (a tapped delay
//! line). Moment by moment the prediction is compared with the reward plus the next prediction:
//!
//! ```text
//! v(t) = Σ_τ w(τ) u(t − τ)
//! δ(t) = r(t) + γ v(t + 1) − v(t)
//! w(τ) ← w(τ) + ε δ(t) u(t − τ)
//! ```
//!
//! | symbol | meaning | in the code | default |
//! | --- | --- | --- | --- |
//! | T | moments of a trial | `moments` | 25 |
//! | | moment of the stimulus, u = 1 | `stimulus_at` | 5 |
//! | | moment of the reward, r = 1 | `reward_at` | 15 |
//! | ε | learning rate | `learning_rate` | 0.1 |
//! | γ | discount of a moment | `discount` | 1 |
//!
//! δ behaves like the dopamine neurons of Schultz, Dayan & Montague (1997): at first it answers to the reward; it moves
//! to the stimulus as that comes to predict the reward; and when a predicted reward fails to come, there is a dip at
//! its moment.
//!
//! # What is known exactly
//!
//! The weight k moments before the reward obeys w_k ← (1 − ε) w_k + ε γ w_(k−1), the weight at the reward w_0 ← (1 − ε)
//! w_0 + ε. After n trials from zero
//!
//! ```text
//! w_k = γ^k P(B ≥ k + 1),    B binomial: n tries with the probability ε
//! ```
//!
//! ([`TemporalDifference::value_before_reward`]), so that v(t) → γ^(t_r − t) from the stimulus on: each moment learns
//! from the one after it, and knowledge travels back one moment in about 1/ε trials.
//!
//! # Example
//!
//! ```
//! use neurocomp::conditioning::temporal_difference::{TemporalDifference, TemporalDifferenceParams};
//!
//! let animal = TemporalDifference::new(TemporalDifferenceParams::default())?;
//! let run = animal.run(500)?;
//! // The error on the first trial and on the last: at the reward, then at the stimulus.
//! assert_eq!(run.error[[0, 15]], 1.0);
//! assert!(run.error[[499, 15]].abs() < 0.01 && run.error[[499, 4]] > 0.99);
//! # Ok::<(), neurocomp::Error>(())
//! ```
//!
//! The error of the stimulus is at the moment before it, t = 4, the step at which v rises from v(4) = 0 to v(5):
//! δ(t) compares t with t + 1.
//!
//! # Sources
//!
//! W. Schultz, P. Dayan & P. R. Montague, *Science* 275, 1593 (1997), doi:10.1126/science.275.5306.1593; R. S. Sutton,
//! *Mach. Learn.* 3, 9 (1988), doi:10.1007/BF00115009; P. Dayan & L. F. Abbott, *Theoretical Neuroscience*, MIT Press
//! 2001, chapter 9.

use ndarray::{Array1, Array2, ArrayRef1, ArrayView1};

use super::schedule::MAX_ENTRIES;
use crate::Result;
use crate::error::check_count;
use crate::language::choose;
use crate::parameter::Allowed;
use crate::summary::{count, summary};

/// The parameters; symbols in the [module](self).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TemporalDifferenceParams {
    /// Moments of a trial T.
    pub moments: usize,
    /// Moment of the stimulus, ≥ 1 so that there is one before it.
    pub stimulus_at: usize,
    /// Moment of the reward, not before the stimulus, below `moments`.
    pub reward_at: usize,
    /// Learning rate ε, more than 0 to 1.
    pub learning_rate: f64,
    /// Discount γ, 0 to 1.
    pub discount: f64,
}

impl Default for TemporalDifferenceParams {
    fn default() -> TemporalDifferenceParams {
        TemporalDifferenceParams { moments: 25, stimulus_at: 5, reward_at: 15, learning_rate: 0.1, discount: 1.0 }
    }
}

/// An animal that learns from temporal differences.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TemporalDifference {
    params: TemporalDifferenceParams,
}

/// What was predicted at each moment of each trial.
#[derive(Clone, PartialEq)]
pub struct TemporalDifferenceRun {
    /// Predictions v(t) at the beginning of each trial, shape (trials, moments).
    pub value: Array2<f64>,
    /// Prediction errors δ(t), shape (trials, moments). δ(t) compares the prediction at t with the reward at t and the
    /// prediction at t + 1.
    pub error: Array2<f64>,
    /// Weights w(τ) after the last trial, τ = 0 … moments − 1 since the stimulus.
    pub weights: Array1<f64>,
}

summary!(TemporalDifferenceRun, |run| {
    let (trials, moments) = run.error.dim();
    let largest = |row: ArrayView1<f64>| (0..moments).max_by(|&a, &b| row[a].total_cmp(&row[b])).unwrap_or(0);
    let at = run.error.rows().into_iter().map(largest).collect::<Vec<_>>();
    let shown = at.first().zip(at.last()).map_or("–".into(), |(first, last)| format!("t = {first} → {last}"));
    let (trials, moments) = (count(trials, "trials", "essais"), count(moments, "moments", "instants"));
    format!("{trials}, {moments}, {} {shown}", choose("largest error at", "plus grande erreur à"))
});

impl TemporalDifference {
    /// An animal with these parameters.
    ///
    /// # Errors
    ///
    /// If the moments are not in order, 1 ≤ stimulus ≤ reward < moments, `learning_rate` is not > 0 and ≤ 1, or
    /// `discount` not between 0 and 1.
    pub fn new(params: TemporalDifferenceParams) -> Result<TemporalDifference> {
        let p = params;
        check_count("moments", 2, MAX_ENTRIES, p.moments)?;
        check_count("reward_at", 1, p.moments - 1, p.reward_at)?;
        check_count("stimulus_at", 1, p.reward_at, p.stimulus_at)?;
        Allowed::Positive.check("learning_rate", "", p.learning_rate)?;
        Allowed::Between(0.0, 1.0).check("learning_rate", "", p.learning_rate)?;
        Allowed::Between(0.0, 1.0).check("discount", "", p.discount)?;
        Ok(TemporalDifference { params })
    }

    /// The parameters.
    pub fn params(&self) -> TemporalDifferenceParams {
        self.params
    }

    /// `trials` trials, all rewarded by 1, beginning without any knowledge.
    ///
    /// # Errors
    ///
    /// If `trials` is 0, or trials × moments is more than 10 million.
    pub fn run(&self, trials: usize) -> Result<TemporalDifferenceRun> {
        check_count("trials", 1, MAX_ENTRIES, trials)?;
        self.run_rewards(&Array1::ones(trials))
    }

    /// A trial for each of `rewards`, beginning without any knowledge. A reward of 0 is one that does not come.
    ///
    /// # Errors
    ///
    /// If `rewards` is empty or holds a value that is not finite, trials × moments is more than 10 million, or rewards
    /// are so large that a prediction error is not finite.
    ///
    /// ```
    /// use neurocomp::conditioning::temporal_difference::{TemporalDifference, TemporalDifferenceParams};
    /// use neurocomp::ndarray::Array1;
    ///
    /// // 500 rewarded trials, then one without: the error at the moment of the reward is −1.
    /// let mut rewards = Array1::ones(501);
    /// rewards[500] = 0.0;
    /// let animal = TemporalDifference::new(TemporalDifferenceParams::default())?;
    /// let run = animal.run_rewards(&rewards)?;
    /// assert!((run.error[[500, 15]] + 1.0).abs() < 0.01);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn run_rewards(&self, rewards: &ArrayRef1<f64>) -> Result<TemporalDifferenceRun> {
        let p = self.params;
        let trials = check_count("rewards", 1, MAX_ENTRIES / p.moments, rewards.len())?;
        Allowed::Finite.check_all("rewards", "", rewards)?;
        let mut run = TemporalDifferenceRun {
            value: Array2::zeros((trials, p.moments)),
            error: Array2::zeros((trials, p.moments)),
            weights: Array1::zeros(p.moments),
        };
        for trial in 0..trials {
            for t in p.stimulus_at..p.moments {
                run.value[[trial, t]] = run.weights[t - p.stimulus_at];
            }
            for t in 0..p.moments {
                // Within a trial each weight is read before it changes: a row of values holds for the whole trial.
                let next = run.value.get([trial, t + 1]).copied().unwrap_or(0.0);
                let reward = if t == p.reward_at { rewards[trial] } else { 0.0 };
                let delta = reward + p.discount * next - run.value[[trial, t]];
                run.error[[trial, t]] = delta;
                if t >= p.stimulus_at {
                    run.weights[t - p.stimulus_at] += p.learning_rate * delta;
                }
                if !delta.is_finite() {
                    return Err(super::diverged(trial + 1));
                }
            }
        }
        Ok(run)
    }

    /// The exact value `k` moments before the reward after `n` rewarded trials: γ^k P(B ≥ k + 1), B binomial with n tries
    /// and probability ε; 0 before the stimulus.
    pub fn value_before_reward(&self, k: usize, n: usize) -> f64 {
        let p = self.params;
        if k >= n || k > p.reward_at - p.stimulus_at {
            return 0.0;
        }
        self.params.discount.powf(k as f64) * binomial_tail(k + 1, n, p.learning_rate)
    }
}

/// P(B ≥ least), B binomial with n tries and this probability: one minus the terms below, or, where they are nearly all,
/// the terms from there on, which fall.
fn binomial_tail(least: usize, n: usize, probability: f64) -> f64 {
    if probability == 1.0 {
        return 1.0;
    }
    let log_failure = (-probability).ln_1p();
    // The next term from this one.
    let log_ratio = |k: usize| ((n - k) as f64 / (k + 1) as f64).ln() + probability.ln() - log_failure;
    let (mut log_term, mut below) = (n as f64 * log_failure, 0.0);
    for k in 0..least {
        below += log_term.exp();
        log_term += log_ratio(k);
    }
    if (least as f64) < n as f64 * probability {
        return 1.0 - below;
    }
    let mut above = 0.0;
    for k in least..=n {
        let term = log_term.exp();
        above += term;
        if term <= 1e-20 * above || k == n {
            break;
        }
        log_term += log_ratio(k);
    }
    above
}

#[cfg(test)]
mod tests;
