//! A random network that learns to produce any signal, through its readout alone.
//!
//! The connections inside stay as chance made them; what is learned is one weight per unit, from the rates to the
//! output z:
//!
//! ```text
//! τ dx/dt = −x + W tanh(x) + w_in u(t) + w_fb z(t) + b
//! z = w_out · tanh(x) + w_0
//! ```
//!
//! | symbol | meaning | in the code | unit | default |
//! | --- | --- | --- | --- | --- |
//! | x | currents of the N units | | none | N = 300 |
//! | τ | time constant | `tau` | ms | 10 |
//! | W | random weights, mean 0, variance g²/N | `g` | none | g = 0.9 |
//! | u, w_in | input, and its random weights between −a and a | `input_weight` = a | none | 1 |
//! | z, w_fb | output, and the random weights between −a and a that feed it back | `feedback_weight` = a | none | 1 |
//! | b | random constant input between −a and a | `bias` = a | none | 0.2 |
//! | w_out, w_0 | readout | learned | none | |
//!
//! The network in time is Euler's method with the step of the signals: the trained network is exactly this map.
//!
//! - [`Reservoir::learn_pattern`]: while it learns, the target itself is fed back instead of the output; afterwards,
//!   its own output, and the network goes on with the pattern alone ([`PatternGenerator`]).
//! - [`Reservoir::learn_response`]: the output shall follow a target that depends on the input and its past, for
//!   example the input some time ago ([`TrainedResponse`]). Nothing is fed back.
//!
//! Learning is a linear regression, with a small penalty on large weights ([`ridge_regression`]): minimise Σ_t (z(t) −
//! target(t))² + λ |w_out|². Errors are measured in time that the network has not learned ([`relative_error`]).
//!
//! # Example: a sine
//!
//! ```
//! use neurocomp::ndarray::{Array1, s};
//! use neurocomp::rate::reservoir::{Reservoir, ReservoirParams, relative_error};
//!
//! // A period of 100 ms in steps of 1 ms; 1 s to learn from, then 1 s on its own.
//! let sine = Array1::from_shape_fn(2000, |k| (std::f64::consts::TAU * k as f64 / 100.0).sin());
//! let reservoir = Reservoir::new(ReservoirParams::default())?;
//! let mut generator = reservoir.learn_pattern(&sine.slice(s![..1000]), 1.0, 200, 1e-6)?;
//! let alone = generator.generate(1000)?;
//! assert!(relative_error(&alone, &sine.slice(s![1000..]))? < 0.1);
//! # Ok::<(), neurocomp::Error>(())
//! ```
//!
//! # Sources
//!
//! H. Jaeger & H. Haas, *Science* 304, 78 (2004), doi:10.1126/science.1091277. W. Maass, T. Natschläger & H. Markram,
//! *Neural Comput.* 14, 2531 (2002), doi:10.1162/089976602760407955. D. Sussillo & L. F. Abbott, *Neuron* 63, 544
//! (2009), doi:10.1016/j.neuron.2009.07.018: the form with currents, and learning with the feedback closed, which is
//! not done here.

use ndarray::{Array1, Array2, ArrayRef1};
use rand::Rng;

use super::network::{Weights, random_weights};
use crate::error::check_count;
use crate::noise::{cell_seed, generator};
use crate::parameter::Allowed;
use crate::summary::summary;
use crate::time_step::{self, MAX_SAMPLES};
use crate::{Error, Result};

mod regression;

pub use regression::{relative_error, ridge_regression};

/// The parameters of a reservoir.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReservoirParams {
    /// Number of units N; 1 to 3000.
    pub units: usize,
    /// Time constant τ, ms; > 0.
    pub tau: f64,
    /// Strength g of the random weights; ≥ 0. Below 1 the network forgets its past.
    pub g: f64,
    /// Largest weight of the input; ≥ 0.
    pub input_weight: f64,
    /// Largest weight of the feedback; ≥ 0.
    pub feedback_weight: f64,
    /// Largest constant input; ≥ 0. Without it the network could only produce odd functions of its input.
    pub bias: f64,
    /// Seed of all random weights.
    pub seed: u64,
}

impl Default for ReservoirParams {
    fn default() -> ReservoirParams {
        ReservoirParams { units: 300, tau: 10.0, g: 0.9, input_weight: 1.0, feedback_weight: 1.0, bias: 0.2, seed: 1 }
    }
}

/// A random network, not trained.
#[derive(Clone, PartialEq)]
pub struct Reservoir {
    params: ReservoirParams,
    weights: Weights,
    input: Vec<f64>,
    feedback: Vec<f64>,
    bias: Vec<f64>,
}

summary!(Reservoir, |reservoir| format!("{:?}", reservoir.params));

impl Reservoir {
    /// A reservoir with these parameters. The same `seed` gives the same weights.
    ///
    /// # Errors
    ///
    /// If there is no unit or more than 3000, `tau` is not > 0, or another parameter not ≥ 0.
    pub fn new(params: ReservoirParams) -> Result<Reservoir> {
        const MOST: usize = 3000;
        let ReservoirParams { units, seed, .. } = params;
        check_count("units", 1, MOST, units)?;
        Allowed::Positive.check("tau", "ms", params.tau)?;
        let uniform = |name: &str, largest: f64, column: usize| {
            Allowed::NotNegative.check(name, "", largest)?;
            let mut random = generator(cell_seed(seed, 1, column));
            Ok::<_, Error>((0..units).map(|_| largest * (2.0 * random.random::<f64>() - 1.0)).collect())
        };
        Ok(Reservoir {
            weights: random_weights(units, params.g, cell_seed(seed, 0, 0))?.into(),
            input: uniform("input_weight", params.input_weight, 0)?,
            feedback: uniform("feedback_weight", params.feedback_weight, 1)?,
            bias: uniform("bias", params.bias, 2)?,
            params,
        })
    }

    /// The parameters.
    pub fn params(&self) -> ReservoirParams {
        self.params
    }

    /// Learns to produce the `target`, one number for each step of `dt` (ms), and to go on with it. The first `washout`
    /// steps, in which the network forgets its start, are not learned from; `lambda` is the penalty λ.
    ///
    /// # Errors
    ///
    /// If the target is empty or not finite, or has not more elements than `washout`; if `dt` is not > 0 or longer than
    /// τ; if units times steps exceed [`MAX_SAMPLES`]; if `lambda` is not ≥ 0, or is 0 while the rates do not determine
    /// the readout.
    pub fn learn_pattern(
        &self,
        target: &ArrayRef1<f64>,
        dt: f64,
        washout: usize,
        lambda: f64,
    ) -> Result<PatternGenerator> {
        let mut state = State::new(self, dt)?;
        // Step k sees the output of the step before.
        let fed_back = |k: usize| (0.0, if k == 0 { 0.0 } else { target[k - 1] });
        let readout = state.learn(self, target, fed_back, washout, lambda)?;
        let last = target[target.len() - 1];
        Ok(PatternGenerator { reservoir: self.clone(), state, readout, last })
    }

    /// Learns to answer the `input` with the `target`, one number of each for each step of `dt` (ms). The first
    /// `washout` steps are not learned from; `lambda` is the penalty λ.
    ///
    /// # Errors
    ///
    /// As for [`Reservoir::learn_pattern`], and if `input` is not finite or has another length than `target`.
    pub fn learn_response(
        &self,
        input: &ArrayRef1<f64>,
        target: &ArrayRef1<f64>,
        dt: f64,
        washout: usize,
        lambda: f64,
    ) -> Result<TrainedResponse> {
        super::error::check_array("input", "", input, target.len())?;
        let mut state = State::new(self, dt)?;
        let readout = state.learn(self, target, |k| (input[k], 0.0), washout, lambda)?;
        Ok(TrainedResponse { reservoir: self.clone(), state, readout })
    }
}

/// The currents and rates of a reservoir at a moment.
#[derive(Clone, PartialEq)]
struct State {
    x: Vec<f64>,
    rates: Vec<f64>,
    sum: Vec<f64>,
    /// dt/τ.
    fraction: f64,
}

impl State {
    fn new(reservoir: &Reservoir, dt: f64) -> Result<State> {
        time_step::check_positive("dt", dt)?;
        time_step::check_resolves(dt, reservoir.params.tau)?;
        let zeros = vec![0.0; reservoir.params.units];
        Ok(State { x: zeros.clone(), rates: zeros.clone(), sum: zeros, fraction: dt / reservoir.params.tau })
    }

    fn step(&mut self, reservoir: &Reservoir, input: f64, feedback: f64) {
        reservoir.weights.dot(&self.rates, &mut self.sum);
        for (k, x) in self.x.iter_mut().enumerate() {
            let drive = reservoir.input[k] * input + reservoir.feedback[k] * feedback + reservoir.bias[k];
            *x += self.fraction * (self.sum[k] + drive - *x);
            self.rates[k] = x.tanh();
        }
    }

    /// Runs with the input and feedback given by `drive(k)`, and fits the readout to the target.
    fn learn(
        &mut self,
        reservoir: &Reservoir,
        target: &ArrayRef1<f64>,
        drive: impl Fn(usize) -> (f64, f64),
        washout: usize,
        lambda: f64,
    ) -> Result<Array1<f64>> {
        Allowed::Finite.check_list("target", "", target)?;
        check_count("target.len()", washout.saturating_add(1), usize::MAX, target.len())?;
        let columns = self.x.len() + 1;
        if target.len() > MAX_SAMPLES / columns {
            let (limit, received) = (MAX_SAMPLES / columns, target.len() as f64);
            return Err(time_step::too_many(limit, received));
        }
        let mut rates = Array2::ones((target.len() - washout, columns));
        for k in 0..target.len() {
            let (input, feedback) = drive(k);
            self.step(reservoir, input, feedback);
            if k >= washout {
                for (entry, &rate) in rates.row_mut(k - washout).iter_mut().zip(&self.rates) {
                    *entry = rate;
                }
            }
        }
        ridge_regression(&rates, &target.slice(ndarray::s![washout..]), lambda)
    }

    /// z = w_out · tanh(x) + w_0.
    fn output(&self, readout: &ArrayRef1<f64>) -> f64 {
        let weighted = self.rates.iter().zip(readout).map(|(rate, w)| rate * w);
        weighted.sum::<f64>() + readout[self.rates.len()]
    }
}

/// A reservoir that has learned a pattern, at the moment at which the target ended.
#[derive(Clone, PartialEq)]
pub struct PatternGenerator {
    reservoir: Reservoir,
    state: State,
    readout: Array1<f64>,
    last: f64,
}

summary!(PatternGenerator, |generator| format!("{:?}", generator.reservoir.params));

impl PatternGenerator {
    /// The readout: a weight for each unit, and w_0 last.
    pub fn readout(&self) -> &Array1<f64> {
        &self.readout
    }

    /// The next `steps` of the pattern, the network fed by its own output. Calling it again goes on.
    ///
    /// # Errors
    ///
    /// If there is no step, or more than [`MAX_SAMPLES`].
    pub fn generate(&mut self, steps: usize) -> Result<Array1<f64>> {
        check_count("steps", 1, MAX_SAMPLES, steps)?;
        Ok(Array1::from_shape_simple_fn(steps, || {
            self.state.step(&self.reservoir, 0.0, self.last);
            self.last = self.state.output(&self.readout);
            self.last
        }))
    }
}

/// A reservoir that has learned to answer an input, at the moment at which the learning ended.
#[derive(Clone, PartialEq)]
pub struct TrainedResponse {
    reservoir: Reservoir,
    state: State,
    readout: Array1<f64>,
}

summary!(TrainedResponse, |response| format!("{:?}", response.reservoir.params));

impl TrainedResponse {
    /// The readout: a weight for each unit, and w_0 last.
    pub fn readout(&self) -> &Array1<f64> {
        &self.readout
    }

    /// The answer to further `input`. Calling it again goes on.
    ///
    /// # Errors
    ///
    /// If `input` is empty or not finite.
    pub fn respond(&mut self, input: &ArrayRef1<f64>) -> Result<Array1<f64>> {
        Allowed::Finite.check_list("input", "", input)?;
        Ok(input.mapv(|input| {
            self.state.step(&self.reservoir, input, 0.0);
            self.state.output(&self.readout)
        }))
    }
}

#[cfg(test)]
mod tests;
