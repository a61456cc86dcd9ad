//! A solver that chooses its steps.

use ndarray::ArrayRef1;

use super::Solution;
use crate::Result;
use crate::parameter::Allowed;

mod recorder;
mod run;

/// Solves dx/dt = f(t, x) from x = `x0` at `times[0]` and returns x at all `times`: what `odeint` is in Python. Order
/// and step are chosen so that the error made in each step is below the tolerances of [`Solver::default`]; the step
/// may be far longer or shorter than the distance of two times.
///
/// ```
/// use neurocomp::integrate;
/// use neurocomp::ndarray::Array1;
///
/// let tau = 7.0;
/// let times = Array1::linspace(0.0, 35.0, 8);
/// let solution = integrate::solve(|_t, [x]| [-x / tau], [10.0], &times)?;
/// for (t, x) in solution.t.iter().zip(&solution.column(0)?) {
///     assert!((x - 10.0 * (-t / tau).exp()).abs() < 1e-6);
/// }
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// If there is no variable; if `x0` or a time is not finite; if there are fewer than two times, or they do not
/// increase; if f gives NaN or infinity where the solution goes; if the solution runs away to infinity, or jumps; if
/// more than [`Solver::max_steps`] steps are needed. The message says at which time.
pub fn solve<const N: usize>(
    f: impl Fn(f64, [f64; N]) -> [f64; N],
    x0: [f64; N],
    times: &ArrayRef1<f64>,
) -> Result<Solution> {
    Solver::default().solve(f, x0, times)
}

/// As [`solve`], but stops where `event` first crosses zero upwards, from below 0 to ≥ 0. The solution then ends with
/// a row at the crossing, after the rows of the earlier `times`. An event that begins at 0 or above has not crossed.
///
/// ```
/// use neurocomp::integrate;
/// use neurocomp::ndarray::array;
///
/// // A membrane (τ = 20 ms) that charges towards 25 mV reaches 20 mV after 20 ln 5 ms.
/// let times = array![0.0, 10.0, 100.0];
/// let run = integrate::solve_until(|_t, [v]| [(25.0 - v) / 20.0], |_t, [v]| v - 20.0, [0.0], &times)?;
/// assert!((run.crossings.t[0] - 20.0 * 5.0_f64.ln()).abs() < 1e-5);
/// assert_eq!(run.solution.t.len(), 3); // 0 ms, 10 ms, and the crossing
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// As for [`solve`], and if `event` is not finite.
pub fn solve_until<const N: usize>(
    f: impl Fn(f64, [f64; N]) -> [f64; N],
    event: impl Fn(f64, [f64; N]) -> f64,
    x0: [f64; N],
    times: &ArrayRef1<f64>,
) -> Result<Crossings> {
    Solver::default().solve_until(f, event, x0, times)
}

/// As [`solve`], and records where `event` crosses zero upwards, from below 0 to ≥ 0, without stopping.
///
/// ```
/// use neurocomp::integrate;
/// use neurocomp::ndarray::array;
///
/// // x = sin t crosses 0.5 upwards at π/6 and one period later.
/// let run = integrate::solve_crossings(|t, _x| [f64::cos(t)], |_t, [x]| x - 0.5, [0.0], &array![0.0, 10.0])?;
/// assert_eq!(run.crossings.t.len(), 2);
/// assert!((run.crossings.t[1] - run.crossings.t[0] - std::f64::consts::TAU).abs() < 1e-5);
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// As for [`solve_until`].
pub fn solve_crossings<const N: usize>(
    f: impl Fn(f64, [f64; N]) -> [f64; N],
    event: impl Fn(f64, [f64; N]) -> f64,
    x0: [f64; N],
    times: &ArrayRef1<f64>,
) -> Result<Crossings> {
    Solver::default().solve_crossings(f, event, x0, times)
}

/// A solution and the upward zero crossings of an event.
#[derive(Clone, Debug, PartialEq)]
pub struct Crossings {
    /// The values at the times asked for; if the run stopped at a crossing, that is the last row.
    pub solution: Solution,
    /// Times of the crossings, and the variables there; without any row if there was none.
    pub crossings: Solution,
}

/// The settings of [`solve`] and its relatives.
///
/// The method is the backward differentiation formulas of order 1 to 5 (Shampine & Reichelt 1997,
/// doi:10.1137/S1064827594276424), good for stiff equations, right for others. The error made in a step is kept below
///
/// ```text
/// absolute_error + relative_error·|x|        (root mean square over the variables)
/// ```
///
/// and these errors add up: expect the solution to be wrong by some ten to a hundred times as much. Between its steps
/// the solution is a polynomial. A pulse of f much shorter than a step can pass unseen, unless `max_step` is shorter
/// than it; an event that crosses zero and returns within a tenth of a step can, too.
///
/// ```
/// use neurocomp::integrate::Solver;
/// use neurocomp::ndarray::array;
///
/// // Van der Pol's oscillator with μ = 1000 is stiff: Euler's method would need millions of steps.
/// let mu = 1000.0;
/// let solver = Solver { relative_error: 1e-5, ..Default::default() };
/// let solution = solver.solve(|_t, [x, y]| [y, mu * (1.0 - x * x) * y - x], [2.0, 0.0], &array![0.0, 2000.0])?;
/// assert!((solution.x[[1, 0]] - 1.7061678).abs() < 1e-2);
/// # Ok::<(), neurocomp::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Solver {
    /// Error of a step relative to the variable, 10⁻¹² to 0.1; default 10⁻⁸.
    pub relative_error: f64,
    /// Error of a step of a variable near zero, in its unit; > 0; default 10⁻¹⁰.
    pub absolute_error: f64,
    /// The longest step, in the unit of time; > 0; default: infinity, no limit.
    pub max_step: f64,
    /// The largest number of steps; default 100,000.
    pub max_steps: usize,
}

impl Default for Solver {
    fn default() -> Solver {
        Solver { relative_error: 1e-8, absolute_error: 1e-10, max_step: f64::INFINITY, max_steps: 100_000 }
    }
}

impl Solver {
    /// [`solve`] with these settings.
    ///
    /// # Errors
    ///
    /// As for [`solve`], and if a setting is out of range.
    pub fn solve<const N: usize>(
        &self,
        f: impl Fn(f64, [f64; N]) -> [f64; N],
        x0: [f64; N],
        times: &ArrayRef1<f64>,
    ) -> Result<Solution> {
        let run = self.run(&slopes(f), None, false, &x0, times)?;
        Ok(run.solution)
    }

    /// [`solve_until`] with these settings.
    ///
    /// # Errors
    ///
    /// As for [`solve_until`], and if a setting is out of range.
    pub fn solve_until<const N: usize>(
        &self,
        f: impl Fn(f64, [f64; N]) -> [f64; N],
        event: impl Fn(f64, [f64; N]) -> f64,
        x0: [f64; N],
        times: &ArrayRef1<f64>,
    ) -> Result<Crossings> {
        let event = |t: f64, x: &[f64]| event(t, array_of(x));
        self.run(&slopes(f), Some(&event), true, &x0, times)
    }

    /// [`solve_crossings`] with these settings.
    ///
    /// # Errors
    ///
    /// As for [`solve_crossings`], and if a setting is out of range.
    pub fn solve_crossings<const N: usize>(
        &self,
        f: impl Fn(f64, [f64; N]) -> [f64; N],
        event: impl Fn(f64, [f64; N]) -> f64,
        x0: [f64; N],
        times: &ArrayRef1<f64>,
    ) -> Result<Crossings> {
        let event = |t: f64, x: &[f64]| event(t, array_of(x));
        self.run(&slopes(f), Some(&event), false, &x0, times)
    }

    fn check(&self) -> Result<()> {
        Allowed::Between(1e-12, 0.1).check("relative_error", "", self.relative_error)?;
        Allowed::Positive.check("absolute_error", "", self.absolute_error)?;
        if self.max_step != f64::INFINITY {
            Allowed::Positive.check("max_step", "", self.max_step)?;
        }
        Ok(())
    }
}

/// The student's function as the solver calls it: everything else is compiled once, in the library.
fn slopes<const N: usize>(f: impl Fn(f64, [f64; N]) -> [f64; N]) -> impl Fn(f64, &[f64], &mut [f64]) {
    move |t, x, slope| slope.copy_from_slice(&f(t, array_of(x)))
}

fn array_of<const N: usize>(x: &[f64]) -> [f64; N] {
    std::array::from_fn(|i| x[i])
}
