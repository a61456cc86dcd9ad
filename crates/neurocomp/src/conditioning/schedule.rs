//! Which stimuli and which reward a trial has.
//!
//! A schedule is a list of trials: a row of stimuli u (1 present, 0 absent, other values for weaker ones), and a reward
//! r. It is put together from parts:
//!
//! | experiment | schedule |
//! | --- | --- |
//! | acquisition, then extinction | `trials([1], 1, n)` then `trials([1], 0, n)` |
//! | partial reinforcement | `partial([1], 0.5, n, seed)` |
//! | blocking | `trials([1, 0], 1, n)` then `trials([1, 1], 1, n)`: the second stimulus learns nothing |
//! | overshadowing | `trials([1, 1], 1, n)`: they share the prediction |
//! | inhibition | `trials([1, 0], 1, 1)` then `trials([1, 1], 0, 1)`, repeated: the second predicts *no* reward |
//!
//! ```
//! use neurocomp::conditioning::schedule::Schedule;
//!
//! let blocking = Schedule::trials(&[1.0, 0.0], 1.0, 50)?.then(&Schedule::trials(&[1.0, 1.0], 1.0, 50)?)?;
//! assert_eq!((blocking.len(), blocking.stimuli().ncols()), (100, 2));
//! # Ok::<(), neurocomp::Error>(())
//! ```

use ndarray::{Array1, Array2, Axis, concatenate};
use rand::Rng;

use crate::Result;
use crate::error::check_count;
use crate::language::choose;
use crate::noise::generator;
use crate::parameter::Allowed;
use crate::summary::{count, mean, summary};

/// The largest number of trials times stimuli.
pub const MAX_ENTRIES: usize = 10_000_000;

/// A list of trials.
#[derive(Clone, PartialEq)]
pub struct Schedule {
    stimuli: Array2<f64>,
    rewards: Array1<f64>,
}

summary!(Schedule, |schedule| {
    let (trials, stimuli) = (schedule.len(), count(schedule.stimuli.ncols(), "stimuli", "stimulus"));
    let reward = choose("mean reward", "récompense moyenne");
    format!("{}, {stimuli}, {reward} {}", count(trials, "trials", "essais"), mean(&schedule.rewards, 3))
});

impl Schedule {
    /// `n` equal trials with these `stimuli` and this `reward`.
    ///
    /// # Errors
    ///
    /// If there is no stimulus or no trial, too many of them, or a value is not finite.
    pub fn trials(stimuli: &[f64], reward: f64, n: usize) -> Result<Schedule> {
        Allowed::Finite.check("reward", "", reward)?;
        Schedule::with(stimuli, n, |_| reward)
    }

    /// `n` trials with these `stimuli`, each rewarded by 1 with this `probability`, and by 0 if not. The same `seed`
    /// gives the same rewards.
    ///
    /// # Errors
    ///
    /// If `probability` is not between 0 and 1, there is no stimulus or no trial, too many of them, or a value is not
    /// finite.
    pub fn partial(stimuli: &[f64], probability: f64, n: usize, seed: u64) -> Result<Schedule> {
        Allowed::Between(0.0, 1.0).check("probability", "", probability)?;
        let mut random = generator(seed);
        Schedule::with(stimuli, n, |_| f64::from(u8::from(random.random::<f64>() < probability)))
    }

    fn with(stimuli: &[f64], n: usize, reward: impl FnMut(usize) -> f64) -> Result<Schedule> {
        check_count("stimuli", 1, MAX_ENTRIES, stimuli.len())?;
        check_count("n", 1, MAX_ENTRIES / stimuli.len(), n)?;
        Allowed::Finite.check_all("stimuli", "", stimuli)?;
        Ok(Schedule {
            stimuli: Array2::from_shape_fn((n, stimuli.len()), |(_, s)| stimuli[s]),
            rewards: (0..n).map(reward).collect(),
        })
    }

    /// These trials, then the `next` ones.
    ///
    /// # Errors
    ///
    /// If the numbers of stimuli differ, or there are too many trials.
    pub fn then(&self, next: &Schedule) -> Result<Schedule> {
        let (expected, received) = (self.stimuli.ncols(), next.stimuli.ncols());
        if expected != received {
            return Err(super::wrong_stimuli("next", expected, received));
        }
        check_count("n", 1, MAX_ENTRIES / expected, self.len() + next.len())?;
        Ok(Schedule {
            stimuli: joined(Axis(0), &self.stimuli, &next.stimuli),
            rewards: joined(Axis(0), &self.rewards, &next.rewards),
        })
    }

    /// These trials, `times` times.
    ///
    /// # Errors
    ///
    /// If `times` is 0, or there are too many trials.
    ///
    /// ```
    /// use neurocomp::conditioning::schedule::Schedule;
    ///
    /// let alone = Schedule::trials(&[1.0, 0.0], 1.0, 1)?;
    /// let together = Schedule::trials(&[1.0, 1.0], 0.0, 1)?;
    /// let inhibition = alone.then(&together)?.repeat(50)?;
    /// assert_eq!(inhibition.len(), 100);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn repeat(&self, times: usize) -> Result<Schedule> {
        check_count("times", 1, MAX_ENTRIES / self.stimuli.len(), times)?;
        let n = self.len();
        let shape = (times * n, self.stimuli.ncols());
        Ok(Schedule {
            stimuli: Array2::from_shape_fn(shape, |(trial, s)| self.stimuli[[trial % n, s]]),
            rewards: Array1::from_shape_fn(times * n, |trial| self.rewards[trial % n]),
        })
    }

    /// The stimuli, shape (trials, stimuli).
    pub fn stimuli(&self) -> &Array2<f64> {
        &self.stimuli
    }

    /// The reward of each trial.
    pub fn rewards(&self) -> &Array1<f64> {
        &self.rewards
    }

    /// The number of trials, at least 1.
    #[expect(clippy::len_without_is_empty, reason = "a schedule is never empty")]
    pub fn len(&self) -> usize {
        self.rewards.len()
    }
}

fn joined<D: ndarray::RemoveAxis>(
    axis: Axis,
    first: &ndarray::Array<f64, D>,
    second: &ndarray::Array<f64, D>,
) -> ndarray::Array<f64, D> {
    concatenate(axis, &[first.view(), second.view()]).expect("both parts have the same number of stimuli")
}

#[cfg(test)]
mod tests;
