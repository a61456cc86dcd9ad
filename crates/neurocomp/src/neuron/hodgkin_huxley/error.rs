//! What can be wrong with a membrane or with what is asked of it.

use crate::language::{choose, debug_as_display};
use crate::parameter::{Allowed, ParameterError};
use crate::spike_train::SpikeTrainError;
use crate::time_step::TimeStepError;

/// What can be wrong with a Hodgkin–Huxley neuron or with what is asked of it. The message names the allowed range and
/// the value received, in the language of [`crate::language`].
#[derive(Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum HodgkinHuxleyError {
    /// A parameter, a current, a potential or a gate out of range.
    #[error(transparent)]
    Parameter(#[from] ParameterError),
    /// An array without any element.
    #[error("{}", choose(
        format!("{name} must have at least 1 element, received 0"),
        format!("{name} doit avoir au moins 1 élément, reçu 0"),
    ))]
    Empty {
        /// Its name in the code.
        name: &'static str,
    },
    /// A question about the second spike where there is no first one.
    #[error("{}", choose(
        format!("strongest must be enough for a spike from rest, received {received} µA/cm²"),
        format!("strongest doit suffire à un potentiel d’action depuis le repos, reçu {received} µA/cm²"),
    ))]
    NoSpike {
        /// The strongest pulse tried, µA/cm².
        received: f64,
    },
    /// A time step or a duration out of range.
    #[error(transparent)]
    TimeStep(#[from] TimeStepError),
    /// A recorded potential that no spike train can be read from.
    #[error(transparent)]
    SpikeTrain(#[from] SpikeTrainError),
}

debug_as_display!(HodgkinHuxleyError);

/// Currents beyond 1 A/cm², a million times what makes the axon fire, are a mistake of units.
const CURRENT: Allowed = Allowed::Between(-1e6, 1e6);

/// Potentials beyond 1 V are, too.
pub(super) const POTENTIAL: Allowed = Allowed::Between(-1000.0, 1000.0);

pub(super) fn check_current(value: f64) -> Result<f64, ParameterError> {
    CURRENT.check("current", "µA/cm²", value)
}

pub(super) fn check_currents<'a>(
    name: &'static str,
    values: impl ExactSizeIterator<Item = &'a f64>,
) -> Result<(), HodgkinHuxleyError> {
    check_all(name, "µA/cm²", CURRENT, values)
}

/// At least one value, and all of them allowed.
pub(super) fn check_all<'a>(
    name: &'static str,
    unit: &'static str,
    allowed: Allowed,
    values: impl ExactSizeIterator<Item = &'a f64>,
) -> Result<(), HodgkinHuxleyError> {
    if values.len() == 0 {
        return Err(HodgkinHuxleyError::Empty { name });
    }
    Ok(allowed.check_all(name, unit, values)?)
}
