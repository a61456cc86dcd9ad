//! The backward differentiation formulas of the crate `ivp`, of which nothing is seen outside.

use std::cell::Cell;

use ivp::ivp::FirstOrderSystem;
use ivp::matrix::Matrix;
use ivp::methods::BDF;
use ivp::status::Status;
use ndarray::ArrayRef1;

use super::recorder::{Event, Recorder};
use super::{Crossings, Solver};
use crate::error::check_increasing;
use crate::error::number;
use crate::parameter::Allowed;
use crate::{Error, Result};

/// dx/dt as a function that writes the slopes into its third argument.
type Slopes<'a> = dyn Fn(f64, &[f64], &mut [f64]) + 'a;

/// A slope that is not finite: time, variable, value.
type Trouble = Cell<Option<(f64, usize, f64)>>;

/// The equation, and what went wrong with it since the last step that succeeded. A step tried too far may well leave
/// the region where the equation makes sense: only if no shorter step succeeds either it is an error.
///
/// The solver's clock begins at zero: far from it the first, tiny steps would drown in the rounding of the time.
struct Equation<'a> {
    f: &'a Slopes<'a>,
    start: f64,
    /// Below this size a variable counts as small.
    small: f64,
    trouble: &'a Trouble,
}

impl FirstOrderSystem for Equation<'_> {
    fn derivative(&self, elapsed: f64, x: &[f64], slope: &mut [f64]) {
        let t = self.start + elapsed;
        (self.f)(t, x, slope);
        if let Some(variable) = slope.iter().position(|value| !value.is_finite())
            && x.iter().all(|value| value.is_finite())
        {
            self.trouble.set(Some((t, variable, slope[variable])));
        }
    }

    /// The Jacobian by finite differences, forwards; backwards where the equation ends.
    fn jac(&self, elapsed: f64, x: &[f64], jacobian: &mut Matrix) {
        let (t, n) = (self.start + elapsed, x.len());
        let (mut here, mut there, mut moved) = (vec![0.0; n], vec![0.0; n], x.to_vec());
        (self.f)(t, x, &mut here);
        for column in 0..n {
            let size = f64::EPSILON.sqrt() * x[column].abs().max(self.small);
            for change in [size, -size] {
                moved[column] = x[column] + change;
                (self.f)(t, &moved, &mut there);
                for row in 0..n {
                    // The change that was made is not the one intended, because of rounding.
                    jacobian[(row, column)] = (there[row] - here[row]) / (moved[column] - x[column]);
                }
                if there.iter().all(|value| value.is_finite()) {
                    break;
                }
            }
            moved[column] = x[column];
        }
    }
}

impl Solver {
    /// Solves the equation; with an event, looks for its crossings, and may stop at the first.
    pub(super) fn run(
        &self,
        f: &Slopes,
        event: Option<&Event>,
        stop: bool,
        x0: &[f64],
        times: &ArrayRef1<f64>,
    ) -> Result<Crossings> {
        self.check()?;
        let times = times.to_vec();
        check_start(f, x0, &times)?;
        let trouble = Trouble::new(None);
        let equation =
            Equation { f, start: times[0], small: self.absolute_error / self.relative_error, trouble: &trouble };
        let method = BDF {
            max_steps: self.max_steps,
            max_step: self.max_step.is_finite().then_some(self.max_step),
            ..BDF::default()
        };
        let duration = times[times.len() - 1] - times[0];
        let mut recorder = Recorder::new(&times, x0.len(), event, stop, &trouble);
        let outcome = method.solve(
            &equation,
            0.0,
            x0,
            duration,
            self.relative_error.into(),
            self.absolute_error.into(),
            Some(&mut recorder),
        );
        if let Some(error) = recorder.error.take() {
            return Err(error);
        }
        if recorder.is_complete() {
            return Ok(recorder.finish());
        }
        let t = times[0] + recorder.elapsed;
        Err(match (outcome.map(|result| result.status), trouble.get()) {
            (Ok(Status::NeedLargerNMax) | Err(_), None) => self.too_many_steps(t),
            (_, Some((t, variable, received))) => crate::integrate::no_slope(t, variable, received),
            _ => {
                let t = number(t);
                Error::text(
                    format!("no step is short enough at t = {t}: the solution jumps there, or runs away to infinity"),
                    format!("aucun pas n’est assez court à t = {t} : la solution y saute, ou part vers l’infini"),
                )
            }
        })
    }

    fn too_many_steps(&self, t: f64) -> Error {
        {
            let t = number(t);
            Error::text(
                format!(
                    "at most {} steps are allowed, all used up at t = {t}: allow a larger error, or more steps",
                    self.max_steps
                ),
                format!(
                    "au plus {} pas sont permis, épuisés à t = {t} : admettez une erreur plus grande, ou plus de pas",
                    self.max_steps
                ),
            )
        }
    }
}

/// Checks what the student gave, and the equation where it begins.
fn check_start(f: &Slopes, x0: &[f64], times: &[f64]) -> Result<()> {
    if x0.is_empty() {
        return Err(crate::integrate::no_variable());
    }
    Allowed::Finite.check_all("x0", "", x0)?;
    if times.len() < 2 {
        return Err(Error::text(
            format!("times must have at least 2 elements, the start and the end, received {}", times.len()),
            format!("times doit avoir au moins 2 éléments, le début et la fin, reçu {}", times.len()),
        ));
    }
    Allowed::Finite.check_all("times", "", times)?;
    check_increasing("times", "", times)?;
    // Two very large times of opposite sign are an infinity apart.
    Allowed::Finite.check("times[last] - times[0]", "", times[times.len() - 1] - times[0])?;
    let mut slope = vec![0.0; x0.len()];
    f(times[0], x0, &mut slope);
    match slope.iter().position(|value| !value.is_finite()) {
        None => Ok(()),
        Some(variable) => Err(crate::integrate::no_slope(times[0], variable, slope[variable])),
    }
}
