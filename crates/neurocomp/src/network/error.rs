//! What can be wrong with a network, or with what is asked of it.

use crate::language::{choose, debug_as_display};
use crate::parameter::ParameterError;
use crate::spike_train::SpikeTrainError;
use crate::time_step::TimeStepError;

/// What can be wrong with a network or with what is asked of it. The message names the population or the connection,
/// the allowed range and the value received, in the language of [`crate::language`].
#[derive(Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum NetworkError {
    /// A parameter of the cells of a population.
    #[error("{}", choose(format!("population {name:?}: {error}"), format!("population {name:?} : {error}")))]
    Population {
        /// The name of the population.
        name: String,
        /// What is wrong.
        error: ParameterError,
    },
    /// A parameter of the network itself: a weight, a delay, a rate, a probability.
    #[error(transparent)]
    Parameter(#[from] ParameterError),
    /// Too few or too many of something.
    #[error("{}", choose(
        format!("{name} must be from {low} to {high}, received {received}"),
        format!("{name} doit être entre {low} et {high}, reçu {received}"),
    ))]
    Number {
        /// What is counted, in the words of the code.
        name: String,
        /// The smallest number allowed.
        low: usize,
        /// The largest number allowed.
        high: usize,
        /// The number received.
        received: usize,
    },
    /// The population or connection of another network.
    #[error("{}", choose(
        format!("{what} {received} (counted from 0) belongs to another network, this one has {have} of them"),
        format!("{} {received} (à partir de 0) est d’un autre réseau, celui-ci en a {have}", in_french(what)),
    ))]
    Unknown {
        /// `"population"` or `"connection"`.
        what: &'static str,
        /// How many there are.
        have: usize,
        /// The one asked for.
        received: usize,
    },
    /// A neuron that a population does not have.
    #[error("{}", choose(
        format!("neurons of population {population:?} are numbered from 0 to {}, received {received}", size - 1),
        format!("les neurones de la population {population:?} sont numérotés de 0 à {}, reçu {received}", size - 1),
    ))]
    Neuron {
        /// The name of the population.
        population: String,
        /// Its number of neurons.
        size: usize,
        /// The neuron asked for.
        received: usize,
    },
    /// Not one value for each neuron.
    #[error("{}", choose(
        format!("population {population:?} needs {size} values, one for each neuron, received {received}"),
        format!("la population {population:?} demande {size} valeurs, une par neurone, reçu {received}"),
    ))]
    Length {
        /// The name of the population.
        population: String,
        /// Its number of neurons.
        size: usize,
        /// The number of values received.
        received: usize,
    },
    /// A network that would not fit into memory.
    #[error("{}", choose(
        format!("the network must have at most {limit} synapses, this one would have about {expected:.3e}"),
        format!("le réseau doit avoir au plus {limit} synapses, celui-ci en aurait environ {expected:.3e}"),
    ))]
    TooManySynapses {
        /// The largest number allowed.
        limit: usize,
        /// The number expected.
        expected: f64,
    },
    /// More spikes than memory allows: often a network that excites itself without limit.
    #[error("{}", choose(
        format!(
            "a simulation keeps at most {limit} spikes and reached them after {after} ms, at {rate:.1} Hz per neuron: \
             excitation runs away, or the duration is too long"
        ),
        format!(
            "une simulation garde au plus {limit} potentiels d’action et les a atteints après {after} ms, à {rate:.1} \
             Hz par neurone : l’excitation s’emballe, ou la durée est trop longue"
        ),
    ))]
    TooManySpikes {
        /// The largest number allowed.
        limit: usize,
        /// The time reached, ms.
        after: f64,
        /// The mean rate of the neurons until then, Hz.
        rate: f64,
    },
    /// A potential or a synaptic variable that left the range of numbers.
    #[error("{}", choose(
        format!("population {population:?}: a potential or a synaptic input became infinite; check the weights"),
        format!("population {population:?} : un potentiel ou une entrée synaptique est infini ; vérifiez les poids"),
    ))]
    Overflow {
        /// The name of the population.
        population: String,
    },
    /// A time step or a duration out of range.
    #[error(transparent)]
    TimeStep(#[from] TimeStepError),
    /// Spike times that do not make a train.
    #[error(transparent)]
    SpikeTrain(#[from] SpikeTrainError),
}

debug_as_display!(NetworkError);

fn in_french(what: &str) -> &str {
    if what == "connection" { "connexion" } else { what }
}

/// A number of things within its limits.
pub(super) fn check_number(name: &str, low: usize, high: usize, received: usize) -> Result<(), NetworkError> {
    if (low..=high).contains(&received) {
        return Ok(());
    }
    Err(NetworkError::Number { name: name.to_owned(), low, high, received })
}
