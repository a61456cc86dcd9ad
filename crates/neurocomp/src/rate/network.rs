//! Many units, connected in any way.
//!
//! The equation of the course's first lecture, and its twin in which the inputs relax instead of the rates:
//!
//! ```text
//! Form::Rates       τ dr_i/dt = −r_i + Φ(Σ_j w_ij r_j + I_i)
//! Form::Currents    τ dx_i/dt = −x_i + Σ_j w_ij Φ(x_j) + I_i          with rates r_i = Φ(x_i)
//! ```
//!
//! | symbol | meaning | in the code | unit | default |
//! | --- | --- | --- | --- | --- |
//! | τ | time constant | `tau` | ms | 1 |
//! | Φ | transfer function | `transfer` | none | tanh |
//! | w_ij | weight onto unit i from unit j: row i, column j | `weights` | none | |
//! | I_i | input from outside | `input` | none | |
//! | x_i | the state: the rate in the first form, the input in the second | `x` | none | |
//!
//! # What a network does
//!
//! Its connections decide: rest, other fixed points ([`RateNetwork::fixed_point`]), oscillation, or chaos. With random
//! weights of mean 0 and variance g²/N ([`random_weights`]), the eigenvalues of W fill a disk of radius g
//! ([`eigenvalues`]). For Φ = tanh the silent state x = 0 has the eigenvalues (λ − 1)/τ: it is stable for g < 1.
//! Beyond, a large network is chaotic (Sompolinsky, Crisanti & Sommers 1988): two trajectories that start close to each
//! other part as e^(Λt), with [`RateNetwork::largest_lyapunov`] Λ > 0.
//!
//! # Noise
//!
//! In the equation on the lecture's title page the noise η_i is inside the transfer function, where it adds to the
//! input. White noise has no value at any moment, so it must have a correlation time: η_i is an Ornstein–Uhlenbeck
//! process with standard deviation σ and ⟨η(t) η(t')⟩ = σ² e^(−|t − t'|/τ_noise). See [`RateNetwork::simulate_noisy`].
//!
//! # Example
//!
//! ```
//! use neurocomp::ndarray::Array1;
//! use neurocomp::rate::network::{RateNetworkParams, RateNetwork, random_weights};
//!
//! let (start, silence) = (Array1::from_elem(200, 0.5), Array1::zeros(200));
//! let loudness = |g: f64| {
//!     let network = RateNetwork::new(RateNetworkParams::default(), random_weights(200, g, 1).unwrap()).unwrap();
//!     let run = network.simulate(&start, &silence, 0.1, 60.0).unwrap();
//!     run.x.row(600).std(0.0)
//! };
//! assert!(loudness(0.5) < 1e-6); // decays
//! assert!(loudness(2.0) > 0.5); // never rests
//! ```
//!
//! # Sources
//!
//! H. Sompolinsky, A. Crisanti & H. J. Sommers, *Phys. Rev. Lett.* 61, 259 (1988), doi:10.1103/PhysRevLett.61.259. V.
//! L. Girko, *Theory Probab. Appl.* 29, 694 (1985), doi:10.1137/1129095: the disk of eigenvalues. G. Benettin, L.
//! Galgani, A. Giorgilli & J.-M. Strelcyn, *Meccanica* 15, 9 (1980), doi:10.1007/BF02128236: the Lyapunov exponent from
//! a tangent vector.

use ndarray::Array2;

use super::transfer::{Tanh, Transfer};
use crate::Result;
use crate::parameter::Allowed;
use crate::summary::summary;

mod fixed_point;
mod lyapunov;
mod simulate;
mod sparse;
mod weights;

pub use fixed_point::RateNetworkFixedPoint;
pub use simulate::{OuNoise, RateNetworkRun};
pub use sparse::SparseMatrix;
pub use weights::{MAX_UNITS, Weights, eigenvalues, random_weights, sparse_random_weights, spectral_radius};

/// What relaxes: the rates, or the currents that drive them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// τ ṙ = −r + Φ(W r + I).
    Rates,
    /// τ ẋ = −x + W Φ(x) + I.
    Currents,
}

/// The parameters of all units. The default is the network of Sompolinsky, Crisanti & Sommers: currents, tanh, τ = 1
/// ms.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RateNetworkParams {
    /// Time constant τ, ms; > 0.
    pub tau: f64,
    /// What relaxes.
    pub form: Form,
    /// Transfer function Φ.
    pub transfer: Transfer,
}

impl Default for RateNetworkParams {
    fn default() -> RateNetworkParams {
        RateNetworkParams { tau: 1.0, form: Form::Currents, transfer: Tanh::default().into() }
    }
}

/// A network whose parameters have been checked.
#[derive(Clone, PartialEq)]
pub struct RateNetwork {
    params: RateNetworkParams,
    weights: Weights,
}

summary!(RateNetwork, |network| format!("{:?}, {:?}", network.params, network.weights));

impl RateNetwork {
    /// A network with these parameters and weights, row i, column j: onto unit i from unit j.
    ///
    /// # Errors
    ///
    /// If `tau` is not > 0, a parameter of the transfer function out of range, the matrix empty or not square, or a
    /// weight not finite.
    pub fn new(params: RateNetworkParams, weights: Array2<f64>) -> Result<RateNetwork> {
        RateNetwork::with(params, Weights::Dense(weights))
    }

    /// A network with sparse weights: only those that are not 0 take memory and time.
    ///
    /// # Errors
    ///
    /// As for [`RateNetwork::new`].
    ///
    /// ```
    /// use neurocomp::rate::network::{RateNetworkParams, RateNetwork, sparse_random_weights};
    ///
    /// // 2000 units, each with about 100 of the others.
    /// let weights = sparse_random_weights(2000, 0.05, 1.5, 1)?;
    /// let network = RateNetwork::new_sparse(RateNetworkParams::default(), weights)?;
    /// assert_eq!(network.units(), 2000);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn new_sparse(params: RateNetworkParams, weights: SparseMatrix) -> Result<RateNetwork> {
        RateNetwork::with(params, Weights::Sparse(weights))
    }

    fn with(params: RateNetworkParams, weights: Weights) -> Result<RateNetwork> {
        Allowed::Positive.check("tau", "ms", params.tau)?;
        params.transfer.check()?;
        let weights = weights.checked()?;
        Ok(RateNetwork { params, weights })
    }

    /// The parameters.
    pub fn params(&self) -> RateNetworkParams {
        self.params
    }

    /// The weights.
    pub fn weights(&self) -> &Weights {
        &self.weights
    }

    /// The number of units N.
    pub fn units(&self) -> usize {
        self.weights.units()
    }

    /// The rates of a state or of all states of a run: the states themselves in [`Form::Rates`], Φ(x) in
    /// [`Form::Currents`].
    pub fn rates(&self, x: &ndarray::ArrayRef2<f64>) -> Array2<f64> {
        match self.params.form {
            Form::Rates => x.to_owned(),
            Form::Currents => x.mapv(|x| self.params.transfer.rate(x)),
        }
    }
}

/// The right-hand side, with room for what it computes on the way.
struct Flow<'a> {
    network: &'a RateNetwork,
    scratch: Vec<f64>,
}

impl<'a> Flow<'a> {
    fn new(network: &'a RateNetwork) -> Flow<'a> {
        Flow { network, scratch: vec![0.0; network.units()] }
    }

    /// dx/dt at state `x` under `input`.
    fn slope(&mut self, x: &[f64], input: &[f64], dx: &mut [f64]) {
        let RateNetwork { params, weights } = self.network;
        match params.form {
            Form::Rates => {
                weights.dot(x, dx);
                for ((dx, &x), &input) in dx.iter_mut().zip(x).zip(input) {
                    *dx = (params.transfer.rate(*dx + input) - x) / params.tau;
                }
            }
            Form::Currents => {
                for (rate, &x) in self.scratch.iter_mut().zip(x) {
                    *rate = params.transfer.rate(x);
                }
                weights.dot(&self.scratch, dx);
                for ((dx, &x), &input) in dx.iter_mut().zip(x).zip(input) {
                    *dx = (*dx + input - x) / params.tau;
                }
            }
        }
    }

    /// dv/dt of a small difference `v` between two trajectories: the Jacobian matrix at `x` times v.
    fn tangent(&mut self, x: &[f64], input: &[f64], v: &[f64], dv: &mut [f64]) {
        let RateNetwork { params, weights } = self.network;
        match params.form {
            Form::Rates => {
                weights.dot(x, &mut self.scratch);
                weights.dot(v, dv);
                for (k, dv) in dv.iter_mut().enumerate() {
                    let gain = params.transfer.derivative(self.scratch[k] + input[k]);
                    *dv = (gain * *dv - v[k]) / params.tau;
                }
            }
            Form::Currents => {
                for ((s, &x), &v) in self.scratch.iter_mut().zip(x).zip(v) {
                    *s = params.transfer.derivative(x) * v;
                }
                weights.dot(&self.scratch, dv);
                for (dv, &v) in dv.iter_mut().zip(v) {
                    *dv = (*dv - v) / params.tau;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
