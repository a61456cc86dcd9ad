//! What trains must have in common to be compared.

use super::SpikeTrain;
use crate::error::number;
use crate::{Error, Result};

/// The observation (beginning and end, ms) that all trains share; at least `needed` trains.
pub(super) fn observation<'a>(trains: impl IntoIterator<Item = &'a SpikeTrain>, needed: usize) -> Result<(f64, f64)> {
    let mut shared = None;
    let mut received = 0;
    for (index, train) in trains.into_iter().enumerate() {
        let (t_start, t_stop) = *shared.get_or_insert((train.t_start, train.t_stop));
        if (train.t_start, train.t_stop) != (t_start, t_stop) {
            let [t_start, t_stop, received_start, received_stop] =
                [t_start, t_stop, train.t_start, train.t_stop].map(number);
            return Err(Error::text(
                format!(
                    "all trains must be observed from {t_start} to {t_stop} ms like the first, received \
                     {received_start} to {received_stop} ms at index {index}"
                ),
                format!(
                    "tous les trains doivent être observés de {t_start} à {t_stop} ms comme le premier, reçu \
                     {received_start} à {received_stop} ms à l’indice {index}"
                ),
            ));
        }
        received = index + 1;
    }
    match shared {
        Some(shared) if received >= needed => Ok(shared),
        _ => Err(Error::text(
            format!("too few trials: at least {needed} are needed, received {received}"),
            format!("trop peu d’essais : il en faut au moins {needed}, reçu {received}"),
        )),
    }
}
