//! The largest Lyapunov exponent: how fast two neighbouring trajectories part.

use ndarray::ArrayRef1;
use rand_distr::{Distribution, StandardNormal};

use super::{Flow, RateNetwork};
use crate::Result;
use crate::integrate::runge_kutta::Rk4;
use crate::noise::generator;
use crate::time_step::{self, MAX_STEPS};

impl RateNetwork {
    /// The largest Lyapunov exponent Λ (1/ms): a small difference between two trajectories changes as e^(Λt). Λ > 0 is
    /// chaos, Λ = 0 an oscillation, Λ < 0 a stable fixed point.
    ///
    /// After `transient` (ms) from `x0`, a tangent vector v of random direction (from `seed`) is carried along by
    /// dv/dt = J(x(t)) v, and brought back to length 1 after every step; Λ is the mean growth of its logarithm over
    /// `duration` (ms). Half of the transient already turns v into the direction of fastest growth. Both equations are
    /// solved together by the method of Runge and Kutta in steps of `dt` (ms).
    ///
    /// # Errors
    ///
    /// If an array has another length than there are units, or a number that is not finite; if `dt` is not > 0, or
    /// longer than `transient`, `duration` or τ; if there are more than [`MAX_STEPS`] steps; if the activity grows for
    /// ever.
    ///
    /// ```
    /// use neurocomp::ndarray::{Array1, array};
    /// use neurocomp::rate::network::{RateNetworkParams, RateNetwork};
    ///
    /// // One unit without connections forgets as e^(−t/τ).
    /// let network = RateNetwork::new(RateNetworkParams::default(), array![[0.0]])?;
    /// let exponent = network.largest_lyapunov(&array![1.0], &Array1::zeros(1), 0.05, 10.0, 20.0, 1)?;
    /// assert!((exponent + 1.0).abs() < 1e-5);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn largest_lyapunov(
        &self,
        x0: &ArrayRef1<f64>,
        input: &ArrayRef1<f64>,
        dt: f64,
        transient: f64,
        duration: f64,
        seed: u64,
    ) -> Result<f64> {
        let input = self.check_start(x0, input)?;
        let before = time_step::steps(dt, transient, MAX_STEPS)?;
        let during = time_step::steps(dt, duration, MAX_STEPS)?;
        time_step::check_resolves(dt, self.params.tau)?;
        let units = self.units();
        let mut random = generator(seed);
        let mut y = x0.to_vec();
        y.extend((0..units).map(|_| -> f64 { StandardNormal.sample(&mut random) }));
        let (mut flow, mut alone, mut both) = (Flow::new(self), Rk4::new(units), Rk4::new(2 * units));
        for _ in 0..before / 2 {
            alone.step(0.0, dt, &mut y[..units], |_, x, dx| flow.slope(x, &input, dx));
        }
        let mut sum = 0.0;
        for k in before / 2..before + during {
            if k == before {
                sum = 0.0;
            }
            both.step(0.0, dt, &mut y, |_, y, dy| {
                let ((x, v), (dx, dv)) = (y.split_at(units), dy.split_at_mut(units));
                flow.slope(x, &input, dx);
                flow.tangent(x, &input, v, dv);
            });
            sum += shorten(&mut y[units..]);
        }
        let exponent = sum / (during as f64 * dt);
        if !(exponent.is_finite() && y[..units].iter().all(|x| x.is_finite())) {
            return Err(crate::rate::error::runs_away());
        }
        Ok(exponent)
    }
}

/// Brings a vector back to length 1 and returns the logarithm of the length it had.
fn shorten(v: &mut [f64]) -> f64 {
    let length = v.iter().map(|v| v * v).sum::<f64>().sqrt();
    v.iter_mut().for_each(|v| *v /= length);
    length.ln()
}
