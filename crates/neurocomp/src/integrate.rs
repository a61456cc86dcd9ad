//! Differential equations, solved in steps.
//!
//! A neuron model says how fast its variables change, dx/dt = f(t, x), and where they begin, x(0) = x₀. From this a
//! computer goes forward in steps of dt. How the next value is found is the *method*:
//!
//! | function | one step from x to x′ | error at a fixed time |
//! | --- | --- | --- |
//! | [`euler`] | x′ = x + dt f(t, x) | ∝ dt |
//! | [`heun`] | x′ = x + dt (k₁ + k₂)/2 | ∝ dt² |
//! | [`rk4`] | x′ = x + dt (k₁ + 2 k₂ + 2 k₃ + k₄)/6 | ∝ dt⁴ |
//! | [`exponential_euler`] | x′ = x∞ + (x − x∞) e^(−dt/τ) | ∝ dt; none if x∞ and τ are constant |
//! | [`euler_maruyama`] | x′ = x + dt f(t, x) + √dt g(t, x) N | ∝ √dt; ∝ dt if g does not depend on x |
//! | [`solve`] | chooses order and step by itself | asked for by a tolerance |
//!
//! k₁ … k₄ are slopes f at the beginning, inside and at the end of the step, N a standard normal number. The unit of
//! time is whatever unit f uses: the rest of this library uses ms.
//!
//! # How to write the equation
//!
//! As a closure that receives the time and the variables and returns their slopes, all in square brackets: one
//! variable is `[x]`, two are `[v, w]`. A time that is not used is written `_t`.
//!
//! ```
//! use neurocomp::integrate;
//!
//! // dx/dt = −x/τ from x = 10: the exact solution is 10 e^(−t/τ).
//! let tau = 7.0;
//! let solution = integrate::euler(|_t, [x]| [-x / tau], [10.0], 0.5, 35.0)?;
//! let x = solution.column(0)?;
//! assert_eq!((x.len(), x[0]), (71, 10.0));
//! assert!((x[70] - 10.0 * (-35.0 / tau).exp()).abs() < 0.02);
//!
//! // FitzHugh and Nagumo's neuron, two variables.
//! let current = 0.7;
//! let neuron = |_t, [v, w]: [f64; 2]| [v - v.powi(3) / 3.0 - w + current, 0.08 * (v + 0.7 - 0.8 * w)];
//! let solution = integrate::rk4(neuron, [-1.0, -0.5], 0.1, 200.0)?;
//! assert_eq!(solution.x.dim(), (2001, 2));
//! # Ok::<(), neurocomp::Error>(())
//! ```
//!
//! Written inside the call, a closure needs no types, as in the first example. Given a name first, as in the second,
//! Rust wants to know what `v` and `w` are: `[v, w]: [f64; 2]`.
//!
//! # Which method
//!
//! Euler's, to understand. Runge and Kutta's ([`rk4`]) for smooth equations, exponential Euler for gates and membranes,
//! whose equations have that form. [`solve`] if different variables live on very different time scales (*stiff*), where
//! all the others need a step shorter than the fastest, or if you do not want to choose a step.
//!
//! # Sources
//!
//! - E. Hairer, S. P. Nørsett & G. Wanner, *Solving Ordinary Differential Equations I*, 2nd ed. (1993),
//!   doi:10.1007/978-3-540-78862-1, chapter II.1: Euler, Heun, Runge–Kutta.
//! - D. J. Higham, *SIAM Review* 43, 525 (2001), doi:10.1137/S0036144500378302: Euler–Maruyama.
//! - E. Hairer & G. Wanner, *Solving Ordinary Differential Equations II*, 2nd ed. (1996),
//!   doi:10.1007/978-3-642-05221-7: stiff equations.

use ndarray::{Array1, Array2};

use crate::error::number;
use crate::summary::{count, ends, range, summary};
use crate::{Error, Result};

mod adaptive;
mod fixed_step;
mod noisy;
pub(crate) mod runge_kutta;

pub use adaptive::{Crossings, Solver, solve, solve_crossings, solve_until};
pub use fixed_step::{euler, exponential_euler, heun, rk4};
pub use noisy::euler_maruyama;

/// The values of all variables at many times.
#[derive(Clone, PartialEq)]
pub struct Solution {
    /// The times.
    pub t: Array1<f64>,
    /// The variables: a row for each time, a column for each variable.
    pub x: Array2<f64>,
}

impl Solution {
    /// The values of variable `i` (the first is 0) at all times.
    ///
    /// # Errors
    ///
    /// If there is no variable `i`.
    pub fn column(&self, i: usize) -> Result<Array1<f64>> {
        if i >= self.x.ncols() {
            return Err(Error::text(
                format!("the variable must be < {} (the first is 0), received {i}", self.x.ncols()),
                format!("la variable doit être < {} (la première est 0), reçu {i}", self.x.ncols()),
            ));
        }
        Ok(self.x.column(i).to_owned())
    }

    /// From times and rows, all of them `columns` long.
    fn from_rows(t: Vec<f64>, rows: Vec<f64>, columns: usize) -> Solution {
        let shape = (t.len(), columns);
        Solution {
            t: Array1::from_vec(t),
            x: Array2::from_shape_vec(shape, rows).expect("a value for each time and variable"),
        }
    }
}

summary!(Solution, |solution| {
    let (times, variables) = (count(solution.t.len(), "times", "temps"), solution.x.ncols());
    let mut shown = format!("{times}, {variables} variables, t = {}", ends(&solution.t));
    for (i, column) in solution.x.columns().into_iter().take(3).enumerate() {
        shown += &format!(", x{i} = {}", range(column, 3));
    }
    shown
});

/// An equation without any variable.
pub(crate) fn no_variable() -> Error {
    Error::text("there must be at least 1 variable, received 0", "il doit y avoir au moins 1 variable, reçu 0")
}

/// A solution that has left the finite numbers.
pub(crate) fn ran_away(t: f64, variable: usize, received: f64) -> Error {
    let [received, t] = [received, t].map(number);
    Error::diverged(
        format!(
            "the solution must stay finite, but variable {variable} is {received} at t = {t}: try a shorter dt, or \
             look for a mistake in the equation"
        ),
        format!(
            "la solution doit rester finie, mais la variable {variable} vaut {received} à t = {t} : essayez un dt \
             plus court, ou cherchez une erreur dans l’équation"
        ),
    )
}

/// An equation that gives NaN or infinity where the solution is.
pub(crate) fn no_slope(t: f64, variable: usize, received: f64) -> Error {
    let [received, t] = [received, t].map(number);
    Error::text(
        format!("the equation must be finite, received {received} for variable {variable} at t = {t}"),
        format!("l’équation doit donner un nombre fini, reçu {received} pour la variable {variable} à t = {t}"),
    )
}

#[cfg(test)]
mod tests;
