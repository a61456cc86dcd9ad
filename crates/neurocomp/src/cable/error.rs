//! What can be wrong with a morphology, a cable, or a simulation.

use crate::language::{choose, debug_as_display};
use crate::parameter::ParameterError;
use crate::spike_train::SpikeTrainError;
use crate::time_step::TimeStepError;

/// What can be wrong with a tree of compartments.
#[derive(Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum MorphologyError {
    /// No compartment at all.
    #[error(
        "{}",
        choose(
            "a morphology must have at least 1 compartment, received 0",
            "une morphologie doit avoir au moins 1 compartiment, reçu 0",
        )
    )]
    Empty,
    /// A branch without compartments.
    #[error("{}", choose(
        format!("branch {branch} must have at least 1 compartment, received 0"),
        format!("la branche {branch} doit avoir au moins 1 compartiment, reçu 0"),
    ))]
    EmptyBranch {
        /// Its number.
        branch: usize,
    },
    /// More compartments than memory allows.
    #[error("{}", choose(
        format!("a morphology may have at most {limit} compartments, received {received}"),
        format!("une morphologie peut avoir au plus {limit} compartiments, reçu {received}"),
    ))]
    TooMany {
        /// The largest number allowed.
        limit: usize,
        /// The number asked for.
        received: f64,
    },
    /// Lists that do not belong together.
    #[error("{}", choose(
        format!(
            "parents, lengths and diameters must be equally long, received {parents}, {lengths} and {diameters} values"
        ),
        format!(
            "parents, lengths et diameters doivent être de même longueur, reçu {parents}, {lengths} et {diameters} \
             valeurs"
        ),
    ))]
    Lengths {
        /// Number of parents.
        parents: usize,
        /// Number of lengths.
        lengths: usize,
        /// Number of diameters.
        diameters: usize,
    },
    /// The first one is not the root.
    #[error("{}", choose(
        format!("number 0 is the root, its parent must be None, received {received}"),
        format!("le numéro 0 est la racine, son parent doit être None, reçu {received}"),
    ))]
    RootWithParent {
        /// The parent received.
        received: usize,
    },
    /// Several roots.
    #[error("{}", choose(
        format!("only number 0 is a root: the parent of number {index} must be from 0 to {}, received None", index - 1),
        format!(
            "seul le numéro 0 est une racine : le parent du numéro {index} doit être entre 0 et {}, reçu None",
            index - 1
        ),
    ))]
    SecondRoot {
        /// The second root.
        index: usize,
    },
    /// A parent that does not exist.
    #[error("{}", choose(
        format!("the parent of number {index} must be from 0 to {}, received {received}", count - 1),
        format!("le parent du numéro {index} doit être entre 0 et {}, reçu {received}", count - 1),
    ))]
    UnknownParent {
        /// The child.
        index: usize,
        /// The parent received.
        received: usize,
        /// The number of compartments.
        count: usize,
    },
    /// A parent that comes after its child.
    #[error("{}", choose(
        format!("parents come first: the parent of number {index} must be < {index}, received {received}"),
        format!("les parents viennent d’abord : le parent du numéro {index} doit être < {index}, reçu {received}"),
    ))]
    ForwardReference {
        /// The child.
        index: usize,
        /// The parent received.
        received: usize,
    },
    /// A circle of parents.
    #[error("{}", choose(
        format!("a tree has no cycle, but following the parents from number {index} leads back to it"),
        format!("un arbre n’a pas de cycle, mais les parents du numéro {index} y ramènent"),
    ))]
    Cycle {
        /// One compartment of the circle.
        index: usize,
    },
    /// A compartment joined to an end that is not free.
    #[error("{}", choose(
        format!("only the root (0) has a free start: number {index} is joined to the start of {parent}"),
        format!("seule la racine (0) a un début libre : le numéro {index} est attaché au début de {parent}"),
    ))]
    StartTaken {
        /// The child.
        index: usize,
        /// The parent.
        parent: usize,
    },
    /// A length or a diameter out of range.
    #[error(transparent)]
    Parameter(#[from] ParameterError),
}

debug_as_display!(MorphologyError);

/// What can be wrong with a cable or with what is asked of it.
#[derive(Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum CableError {
    /// A parameter out of range.
    #[error(transparent)]
    Parameter(#[from] ParameterError),
    /// A tree that is none.
    #[error(transparent)]
    Morphology(#[from] MorphologyError),
    /// A time step or a duration out of range.
    #[error(transparent)]
    TimeStep(#[from] TimeStepError),
    /// Spike times that are no spike train.
    #[error(transparent)]
    SpikeTrain(#[from] SpikeTrainError),
    /// A compartment that does not exist.
    #[error("{}", choose(
        format!("compartment must be from 0 to {}, received {received}", count - 1),
        format!("compartment doit être entre 0 et {}, reçu {received}", count - 1),
    ))]
    Compartment {
        /// The number of compartments.
        count: usize,
        /// The compartment received.
        received: usize,
    },
    /// A range without compartments.
    #[error("{}", choose(
        format!("a range of compartments must not be empty, received {start}..{end}"),
        format!("un intervalle de compartiments ne doit pas être vide, reçu {start}..{end}"),
    ))]
    EmptyRange {
        /// Its first compartment.
        start: usize,
        /// One past its last compartment.
        end: usize,
    },
    /// A stimulus that ends before it begins.
    #[error("{}", choose(
        format!("start and stop of a stimulus must be finite with start < stop, received {start} and {stop} ms"),
        format!("start et stop d’un stimulus doivent être finis avec start < stop, reçu {start} et {stop} ms"),
    ))]
    Interval {
        /// Its beginning, ms.
        start: f64,
        /// Its end, ms.
        stop: f64,
    },
    /// A sampled stimulus that does not fit the simulation.
    #[error("{}", choose(
        format!("samples must have one value per step, {steps}, received {received}"),
        format!("samples doit avoir une valeur par pas, soit {steps}, reçu {received}"),
    ))]
    Samples {
        /// The number of steps.
        steps: usize,
        /// The number of samples received.
        received: usize,
    },
    /// Two voltage clamps on the same compartment at the same time.
    #[error("{}", choose(
        format!("compartment {compartment} can only be held by one voltage clamp at a time, received two"),
        format!(
            "le compartiment {compartment} ne peut être tenu que par un seul potentiel imposé à la fois, reçu deux"
        ),
    ))]
    ClampsOverlap {
        /// The compartment.
        compartment: usize,
    },
    /// A record that would fill the memory.
    #[error("{}", choose(
        format!(
            "a run may keep at most {limit} potentials (recorded times × compartments), received {received:.0}: \
             increase record_every"
        ),
        format!(
            "une simulation peut garder au plus {limit} potentiels (temps gardés × compartiments), reçu \
             {received:.0} : augmentez record_every"
        ),
    ))]
    TooManyValues {
        /// The largest number allowed.
        limit: usize,
        /// The number asked for.
        received: f64,
    },
    /// More spikes than memory allows.
    #[error("{}", choose(
        format!("a run may have at most {limit} spikes and reached them after {after} ms"),
        format!("une simulation peut avoir au plus {limit} potentiels d’action, atteints après {after} ms"),
    ))]
    TooManySpikes {
        /// The largest number allowed.
        limit: usize,
        /// Simulated time at which it was reached, ms.
        after: f64,
    },
    /// No step is ever recorded.
    #[error("{}", choose(
        format!("record_every must be from 1 to the number of steps, {steps}, received {received}"),
        format!("record_every doit être entre 1 et le nombre de pas, {steps}, reçu {received}"),
    ))]
    RecordEvery {
        /// The number of steps.
        steps: usize,
        /// The value received.
        received: usize,
    },
    /// The search for the resting potential failed.
    #[error(
        "{}",
        choose(
            "no resting potential was found: choose v_init",
            "aucun potentiel de repos n’a été trouvé : choisissez v_init",
        )
    )]
    NoRest,
    /// A potential too large for a number of the computer.
    #[error("{}", choose(
        format!("the potential left the range of numbers at {time} ms: are the stimuli in nA, nS and mV?"),
        format!("le potentiel a quitté le domaine des nombres à {time} ms : les stimuli sont-ils en nA, nS et mV ?"),
    ))]
    Diverged {
        /// Simulated time, ms.
        time: f64,
    },
}

debug_as_display!(CableError);
