//! Conditioning: learning to predict reward.
//!
//! A bell rings, food comes, and after some trials the dog salivates at the bell. The animal has learned to *predict*:
//! what changes its expectations is the error of the prediction.
//!
//! | module | what it holds |
//! | --- | --- |
//! | [`schedule`] | which stimuli and which reward a trial has: acquisition, extinction, partial reward, blocking … |
//! | [`rescorla_wagner`] | one prediction per trial (Rescorla & Wagner 1972) |
//! | [`temporal_difference`] | a prediction at each moment; the error moves from reward to stimulus |
//!
//! # Example
//!
//! The lecture's dog: ε = 0.1, so that the second trial predicts 0.1.
//!
//! ```
//! use neurocomp::conditioning::rescorla_wagner::{RescorlaWagner, RescorlaWagnerParams};
//! use neurocomp::conditioning::schedule::Schedule;
//!
//! let dog = RescorlaWagner::new(RescorlaWagnerParams::default())?;
//! let conditioning = Schedule::trials(&[1.0], 1.0, 100)?;
//! let extinction = Schedule::trials(&[1.0], 0.0, 100)?;
//! let run = dog.run(&conditioning.then(&extinction)?)?;
//! assert_eq!((run.prediction[0], run.prediction[1]), (0.0, 0.1));
//! assert!(run.prediction[100] > 0.99 && run.prediction[199] < 0.01);
//! # Ok::<(), neurocomp::Error>(())
//! ```
//!
//! # Sources
//!
//! R. A. Rescorla & A. R. Wagner, in A. H. Black & W. F. Prokasy (eds), *Classical Conditioning II*,
//! Appleton-Century-Crofts 1972, p. 64. P. Dayan & L. F. Abbott, *Theoretical Neuroscience*, MIT Press 2001, chapter 9.

use crate::Error;

pub mod rescorla_wagner;
pub mod schedule;
pub mod temporal_difference;

/// Learning so fast that each correction overshoots more than the one before.
pub(crate) fn diverged(after: usize) -> Error {
    Error::diverged(
        format!("the predictions have grown beyond all numbers after {after} trials: learning_rate is too large"),
        format!("les prédictions ont dépassé tous les nombres après {after} essais : learning_rate est trop grand"),
    )
}

/// Two parts with different numbers of stimuli, or saliences that do not fit the stimuli.
pub(crate) fn wrong_stimuli(name: &str, expected: usize, received: usize) -> Error {
    Error::text(
        format!("{name} must be for {expected} stimuli, received {received}"),
        format!("{name} doit porter sur {expected} stimulus, reçu {received}"),
    )
}
