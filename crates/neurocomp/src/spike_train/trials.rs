//! What trains must have in common to be compared.

use super::{SpikeTrain, SpikeTrainError};

/// The observation (beginning and end, ms) that all trains share; at least `needed` trains.
pub(super) fn observation<'a>(
    trains: impl IntoIterator<Item = &'a SpikeTrain>,
    needed: usize,
) -> Result<(f64, f64), SpikeTrainError> {
    let mut shared = None;
    let mut received = 0;
    for (index, train) in trains.into_iter().enumerate() {
        let (t_start, t_stop) = *shared.get_or_insert((train.t_start, train.t_stop));
        if (train.t_start, train.t_stop) != (t_start, t_stop) {
            return Err(SpikeTrainError::Observation {
                index,
                t_start,
                t_stop,
                received_start: train.t_start,
                received_stop: train.t_stop,
            });
        }
        received = index + 1;
    }
    match shared {
        Some(shared) if received >= needed => Ok(shared),
        _ => Err(SpikeTrainError::TooFewTrials { needed, received }),
    }
}
