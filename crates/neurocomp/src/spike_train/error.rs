//! What can be wrong with spike trains and their statistics.

use crate::language::{choose, debug_as_display};
use crate::parameter::ParameterError;
use crate::time_step::TimeStepError;

/// What can be wrong with spike times, with samples of a potential, or with the bins of a histogram.
#[derive(Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum SpikeTrainError {
    /// An observation without duration.
    #[error("{}", choose(
        format!("t_start and t_stop must be finite with t_start < t_stop, received {t_start} and {t_stop} ms"),
        format!("t_start et t_stop doivent être finis avec t_start < t_stop, reçu {t_start} et {t_stop} ms"),
    ))]
    Interval {
        /// Beginning, ms.
        t_start: f64,
        /// End, ms.
        t_stop: f64,
    },
    /// A spike that cannot have been observed.
    #[error("{}", choose(
        format!("spike times must be in [{t_start}, {t_stop}] ms, received {received} at index {index}"),
        format!(
            "les temps des potentiels d’action doivent être dans [{t_start}, {t_stop}] ms, reçu {received} à l’indice \
             {index}"
        ),
    ))]
    Outside {
        /// Its place in the list.
        index: usize,
        /// The time received, ms.
        received: f64,
        /// Beginning of the observation, ms.
        t_start: f64,
        /// End of the observation, ms.
        t_stop: f64,
    },
    /// A time that comes before its predecessor.
    #[error("{}", choose(
        format!("times must increase, received {received} ms at index {index}, after {before} ms: sort them first"),
        format!(
            "les temps doivent croître, reçu {received} ms à l’indice {index}, après {before} ms : triez-les d’abord"
        ),
    ))]
    Order {
        /// Its place in the list.
        index: usize,
        /// The time before it, ms.
        before: f64,
        /// The time received, ms.
        received: f64,
    },
    /// Samples that do not belong together.
    #[error("{}", choose(
        format!("t and v must have the same length, at least 2; received {t} and {v} values"),
        format!("t et v doivent avoir la même longueur, au moins 2 ; reçu {t} et {v} valeurs"),
    ))]
    Lengths {
        /// Length of `t`.
        t: usize,
        /// Length of `v`.
        v: usize,
    },
    /// NaN or an infinite number.
    #[error("{}", choose(
        format!("{name} must be finite, received {received}"),
        format!("{name} doit être fini, reçu {received}"),
    ))]
    NotFinite {
        /// Its name in the code.
        name: String,
        /// The value received.
        received: f64,
    },
    /// No bin, or more than [`MAX_BINS`](SpikeTrainError::MAX_BINS).
    #[error("{}", choose(
        format!("bins must be from 1 to {}, received {received}", SpikeTrainError::MAX_BINS),
        format!("bins doit être entre 1 et {}, reçu {received}", SpikeTrainError::MAX_BINS),
    ))]
    Bins {
        /// The number received.
        received: usize,
    },
    /// A histogram without width.
    #[error("{}", choose(
        format!("low and high must be finite with low < high, received {low} and {high}"),
        format!("low et high doivent être finis avec low < high, reçu {low} et {high}"),
    ))]
    Range {
        /// Lower edge.
        low: f64,
        /// Upper edge.
        high: f64,
    },

    // ---- statistics of one train or of several ----
    /// A parameter out of its range.
    #[error(transparent)]
    Parameter(#[from] ParameterError),
    /// A time step that does not divide the observation into a sensible number of samples.
    #[error(transparent)]
    TimeStep(#[from] TimeStepError),
    /// Too few spikes to say anything.
    #[error("{}", choose(
        format!("too few spikes: at least {needed} at different times are needed, received {received}"),
        format!(
            "trop peu de potentiels d’action : il en faut au moins {needed} à des temps différents, reçu {received}"
        ),
    ))]
    TooFewSpikes {
        /// The number needed.
        needed: usize,
        /// The number of spikes received.
        received: usize,
    },
    /// Too few trials to compare.
    #[error("{}", choose(
        format!("too few trials: at least {needed} are needed, received {received}"),
        format!("trop peu d’essais : il en faut au moins {needed}, reçu {received}"),
    ))]
    TooFewTrials {
        /// The number needed.
        needed: usize,
        /// The number received.
        received: usize,
    },
    /// Trials of two neurons that do not come in pairs.
    #[error("{}", choose(
        format!("both neurons must have the same number of trials, received {a} and {b}"),
        format!("les deux neurones doivent avoir le même nombre d’essais, reçu {a} et {b}"),
    ))]
    Unpaired {
        /// Trials of the first.
        a: usize,
        /// Trials of the second.
        b: usize,
    },
    /// Trains that were observed at different times.
    #[error("{}", choose(
        format!(
            "all trains must be observed from {t_start} to {t_stop} ms like the first, received {received_start} to \
             {received_stop} ms at index {index}"
        ),
        format!(
            "tous les trains doivent être observés de {t_start} à {t_stop} ms comme le premier, reçu {received_start} \
             à {received_stop} ms à l’indice {index}"
        ),
    ))]
    Observation {
        /// The place of the train in the list.
        index: usize,
        /// Beginning of the first train, ms.
        t_start: f64,
        /// End of the first train, ms.
        t_stop: f64,
        /// Beginning of this train, ms.
        received_start: f64,
        /// End of this train, ms.
        received_stop: f64,
    },
}

impl SpikeTrainError {
    /// The largest number of bins of a histogram: a million.
    pub const MAX_BINS: usize = 1_000_000;
}

debug_as_display!(SpikeTrainError);
