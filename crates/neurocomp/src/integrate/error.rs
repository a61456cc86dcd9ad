//! What can be wrong with an equation or its solution.

use crate::language::{choose, debug_as_display};
use crate::parameter::ParameterError;
use crate::time_step::TimeStepError;

/// What can be wrong with an equation, with what is asked of a method, or with the solution.
#[derive(Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum IntegrateError {
    /// No variable at all.
    #[error(
        "{}",
        choose("there must be at least 1 variable, received 0", "il doit y avoir au moins 1 variable, reçu 0",)
    )]
    Empty,
    /// A start at NaN or infinity, or a number out of range.
    #[error(transparent)]
    Parameter(#[from] ParameterError),
    /// A time step or a duration out of range.
    #[error(transparent)]
    TimeStep(#[from] TimeStepError),
    /// The equation itself gives NaN or infinity where the solution is.
    #[error("{}", choose(
        format!("the equation must be finite, received {received} for variable {variable} at t = {t}"),
        format!("l’équation doit donner un nombre fini, reçu {received} pour la variable {variable} à t = {t}"),
    ))]
    Equation {
        /// The time.
        t: f64,
        /// The variable whose slope it is; the first is 0.
        variable: usize,
        /// The value received.
        received: f64,
    },
    /// The function whose crossings are looked for gives NaN or infinity.
    #[error("{}", choose(
        format!("the event must be finite, received {received} at t = {t}"),
        format!("l’événement doit être un nombre fini, reçu {received} à t = {t}"),
    ))]
    Event {
        /// The time.
        t: f64,
        /// The value received.
        received: f64,
    },
    /// The solution has left the finite numbers.
    #[error("{}", choose(
        format!(
            "the solution must stay finite, but variable {variable} is {received} at t = {t}: try a shorter dt, or \
             look for a mistake in the equation"
        ),
        format!(
            "la solution doit rester finie, mais la variable {variable} vaut {received} à t = {t} : essayez un dt plus \
             court, ou cherchez une erreur dans l’équation"
        ),
    ))]
    RanAway {
        /// The time at the end of the step.
        t: f64,
        /// The variable; the first is 0.
        variable: usize,
        /// Its value.
        received: f64,
    },
    /// Fewer than two times.
    #[error("{}", choose(
        format!("times must have at least 2 elements, the start and the end, received {received}"),
        format!("times doit avoir au moins 2 éléments, le début et la fin, reçu {received}"),
    ))]
    TooFewTimes {
        /// Their number.
        received: usize,
    },
    /// A time that is not later than the one before.
    #[error("{}", choose(
        format!("times must increase, received {received} at index {index}, after {before}"),
        format!("les temps doivent croître, reçu {received} à l’indice {index}, après {before}"),
    ))]
    Order {
        /// Its place in the list.
        index: usize,
        /// The time before it.
        before: f64,
        /// The time received.
        received: f64,
    },
    /// The step has become too short to go on.
    #[error("{}", choose(
        format!("no step is short enough at t = {t}: the solution jumps there, or runs away to infinity"),
        format!("aucun pas n’est assez court à t = {t} : la solution y saute, ou part vers l’infini"),
    ))]
    StepTooShort {
        /// The time reached.
        t: f64,
    },
    /// More steps than allowed.
    #[error("{}", choose(
        format!("at most {limit} steps are allowed, all used up at t = {t}: allow a larger error, or more steps"),
        format!("au plus {limit} pas sont permis, épuisés à t = {t} : admettez une erreur plus grande, ou plus de pas"),
    ))]
    TooManySteps {
        /// The largest number allowed.
        limit: usize,
        /// The time reached.
        t: f64,
    },
    /// A variable that does not exist.
    #[error("{}", choose(
        format!("the variable must be < {columns} (the first is 0), received {received}"),
        format!("la variable doit être < {columns} (la première est 0), reçu {received}"),
    ))]
    NoColumn {
        /// The number of variables.
        columns: usize,
        /// The one asked for.
        received: usize,
    },
}

debug_as_display!(IntegrateError);
