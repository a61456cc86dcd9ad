//! Fixed points by Newton's method.

use nalgebra::{Complex, DMatrix, DVector};
use ndarray::{Array1, Array2, ArrayRef1};

use super::weights::MAX_EIGEN;
use super::{Flow, Form, RateNetwork, eigenvalues};
use crate::error::check_count;
use crate::rate::error::check_array;
use crate::summary::{number, summary};
use crate::{Error, Result};

/// A state that stays as it is.
#[derive(Clone, PartialEq)]
pub struct RateNetworkFixedPoint {
    /// The state.
    pub x: Array1<f64>,
    /// The eigenvalues of the Jacobian matrix there, 1/ms.
    pub eigenvalues: Vec<Complex<f64>>,
    /// Whether all of them have a real part < 0: a state close by returns.
    pub stable: bool,
}

summary!(RateNetworkFixedPoint, |point| {
    let growth = point.eigenvalues.iter().map(|z| z.re).fold(f64::NAN, f64::max);
    format!("{} units, stable: {}, max Re λ = {} /ms", point.x.len(), point.stable, number(growth, 4))
});

impl RateNetwork {
    /// The Jacobian matrix of dx/dt at the state `x` under `input`, 1/ms.
    ///
    /// # Errors
    ///
    /// If an array has another length than there are units, or a number that is not finite.
    pub fn jacobian(&self, x: &ArrayRef1<f64>, input: &ArrayRef1<f64>) -> Result<Array2<f64>> {
        let input = self.check_start(x, input)?;
        self.jacobian_at(&x.to_vec(), &input)
    }

    fn jacobian_at(&self, x: &[f64], input: &[f64]) -> Result<Array2<f64>> {
        let (params, mut jacobian) = (self.params, self.weights.to_dense()?);
        let mut drive = vec![0.0; x.len()];
        self.weights.dot(x, &mut drive);
        for ((row, column), w) in jacobian.indexed_iter_mut() {
            let gain = match params.form {
                Form::Rates => params.transfer.derivative(drive[row] + input[row]),
                Form::Currents => params.transfer.derivative(x[column]),
            };
            *w = (*w * gain - f64::from(row == column)) / params.tau;
        }
        Ok(jacobian)
    }

    /// The fixed point that Newton's method reaches from `guess`, under a constant `input`. A step that would lead away
    /// from dx/dt = 0 is halved until it does not. Other guesses may lead to other fixed points.
    ///
    /// # Errors
    ///
    /// If an array has another length than there are units, or a number that is not finite; if no fixed point is
    /// reached; if there are more units than [`eigenvalues`] can handle.
    ///
    /// ```
    /// use neurocomp::ndarray::{Array1, array};
    /// use neurocomp::rate::network::{RateNetworkParams, RateNetwork};
    ///
    /// // One unit that excites itself: x = 2 tanh x has three solutions.
    /// let network = RateNetwork::new(RateNetworkParams::default(), array![[2.0]])?;
    /// let zero = Array1::zeros(1);
    /// let high = network.fixed_point(&array![1.0], &zero)?;
    /// assert!((high.x[0] - 2.0 * high.x[0].tanh()).abs() < 1e-12 && high.stable);
    /// assert!(!network.fixed_point(&array![0.0], &zero)?.stable);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn fixed_point(&self, guess: &ArrayRef1<f64>, input: &ArrayRef1<f64>) -> Result<RateNetworkFixedPoint> {
        check_array("guess", "", guess, self.units())?;
        let input = self.check_start(guess, input)?;
        check_count("units", 1, MAX_EIGEN, self.units())?;
        let x = self.newton(guess.to_vec(), &input).ok_or_else(|| {
            Error::no_solution(
                "Newton’s method reached no fixed point from this guess",
                "la méthode de Newton n’atteint aucun point fixe à partir de ce départ",
            )
        })?;
        let eigenvalues = eigenvalues(&self.jacobian_at(&x, &input)?)?;
        let stable = eigenvalues.iter().all(|z| z.re < 0.0);
        Ok(RateNetworkFixedPoint { x: x.into(), eigenvalues, stable })
    }

    fn newton(&self, mut x: Vec<f64>, input: &[f64]) -> Option<Vec<f64>> {
        let units = x.len();
        let mut flow = Flow::new(self);
        let mut slope = vec![0.0; units];
        flow.slope(&x, input, &mut slope);
        for _ in 0..100 {
            let size = norm(&slope);
            if size == 0.0 {
                return Some(x);
            }
            let jacobian = self.jacobian_at(&x, input).ok()?;
            let matrix = DMatrix::from_row_iterator(units, units, jacobian.iter().copied());
            let step = matrix.lu().solve(&DVector::from_column_slice(&slope))?;
            let mut fraction = 1.0;
            let (next, next_slope) = loop {
                let next: Vec<f64> = x.iter().zip(&step).map(|(x, s)| x - fraction * s).collect();
                let mut next_slope = vec![0.0; units];
                flow.slope(&next, input, &mut next_slope);
                if norm(&next_slope) < size {
                    break (next, next_slope);
                }
                fraction *= 0.5;
                if fraction < 1e-10 {
                    // Nothing is closer: rounding, if the slope is as small as that, or a place where Newton is stuck.
                    let rounding = 1e-11 * (1.0 + norm(&x)) / self.params.tau;
                    return (size <= rounding).then_some(x);
                }
            };
            (x, slope) = (next, next_slope);
        }
        None
    }
}

fn norm(x: &[f64]) -> f64 {
    x.iter().map(|x| x * x).sum::<f64>().sqrt()
}
