//! Units on a ring: a bump of activity that remembers an angle.
//!
//! Unit i prefers the angle θ_i = 2πi/n; units that prefer similar angles excite each other, others inhibit each other:
//!
//! ```text
//! τ dr_i/dt = −r_i + Φ(I + (1/n) Σ_j (J₀ + J₁ cos(θ_i − θ_j)) r_j + cue_i(t))
//! ```
//!
//! | symbol | meaning | in the code | unit | default |
//! | --- | --- | --- | --- | --- |
//! | n | number of units | `units` | | 128 |
//! | τ | time constant | `tau` | ms | 10 |
//! | J₀ | mean weight, < 0: inhibition between all | `j0` | nA/Hz | −0.1 |
//! | J₁ | how much weights depend on the angle | `j1` | nA/Hz | 0.3 |
//! | I | constant input to all | `input` | nA | 0 |
//! | Φ | transfer function | `transfer` | Hz | [`Sigmoid`](super::transfer::Sigmoid) |
//! | cue_i | stimulus: A (1 + cos(θ_i − θ_cue))/2 while it lasts | [`RingCue`] | nA | |
//!
//! With the default, silence is stable, and so is a bump of activity at any angle: a cue makes a bump, and the bump
//! stays when the cue is gone, a working memory of the angle (the value of J₁ and J₀ are this library's, chosen for the
//! course's sigmoid).
//!
//! Sums over the cosine need no n × n weights: with the means m = Σ r_j/n, c = Σ r_j cos θ_j/n and s = Σ r_j sin θ_j/n
//! the input is I + J₀ m + J₁ (c cos θ_i + s sin θ_i). The time of a step grows as n.
//!
//! # Where the bump is
//!
//! The position ψ is the angle of the population vector, Σ_j r_j e^(iθ_j) = n R e^(iψ) ([`population_vector`]). Nothing
//! holds the bump at its angle, so that noise moves it. With white noise on the rates (as σ √τ ξ_i on the right-hand
//! side) ψ diffuses, as long as the noise is weak: its variance over trials grows as
//!
//! ```text
//! Var ψ(t) = 2 D t,     D = σ²/(4 n τ R²)
//! ```
//!
//! because the only perturbation that nothing opposes is the shift of the bump, and what a perturbation δr shifts is
//! its projection Σ δr_i sin(θ_i − ψ) (the left eigenvector of eigenvalue 0 is the derivative of the input's profile, a
//! sine). The more units, the longer the memory.
//!
//! # Example
//!
//! ```
//! use neurocomp::ndarray::Array1;
//! use neurocomp::rate::ring::{RingCue, Ring, RingParams};
//!
//! let ring = Ring::new(RingParams::default())?;
//! let cue = RingCue { position: 2.0, strength: 20.0, t_start: 100.0, t_stop: 200.0 };
//! let run = ring.simulate(&Array1::zeros(128), &[cue], 1.0, 1000.0)?;
//! assert!(run.strength()[99] < 0.1); // nothing before the cue
//! assert!(run.strength()[1000] > 100.0); // a bump long after
//! assert!((run.positions()[1000] - 2.0).abs() < 0.01); // at the angle of the cue
//! # Ok::<(), neurocomp::Error>(())
//! ```
//!
//! # Sources
//!
//! S. Amari, *Biol. Cybern.* 27, 77 (1977), doi:10.1007/BF00337259: bumps. R. Ben-Yishai, R. L. Bar-Or & H.
//! Sompolinsky, *Proc. Natl. Acad. Sci.* 92, 3844 (1995), doi:10.1073/pnas.92.9.3844: the ring with cosine weights. A.
//! Compte, N. Brunel, P. S. Goldman-Rakic & X.-J. Wang, *Cereb. Cortex* 10, 910 (2000), doi:10.1093/cercor/10.9.910:
//! the bump as working memory, and its drift.

use std::f64::consts::TAU;

use ndarray::{Array1, ArrayRef1};

use super::transfer::Transfer;
use crate::error::check_count;
use crate::integrate::runge_kutta::Rk4;
use crate::parameter::Allowed;
use crate::summary::summary;
use crate::{Error, Result};

mod drift;
mod readout;
mod simulate;

pub use drift::Drift;
pub use readout::{bump_width, population_vector};
pub use simulate::{RingCue, RingRun};

/// The parameters of a ring. The default, made up for the course's transfer function, keeps a bump; see the
/// [module](self).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RingParams {
    /// Number of units n; ≥ 3.
    pub units: usize,
    /// Time constant τ, ms; > 0.
    pub tau: f64,
    /// Mean weight J₀, nA/Hz.
    pub j0: f64,
    /// Weight J₁ of the cosine, nA/Hz.
    pub j1: f64,
    /// Input I to all units, nA.
    pub input: f64,
    /// Transfer function Φ.
    pub transfer: Transfer,
}

impl Default for RingParams {
    fn default() -> RingParams {
        RingParams { units: 128, tau: 10.0, j0: -0.1, j1: 0.3, input: 0.0, transfer: Transfer::default() }
    }
}

/// A ring whose parameters have been checked.
#[derive(Clone, PartialEq)]
pub struct Ring {
    params: RingParams,
    /// (cos θ_i, sin θ_i) of all units.
    compass: Vec<(f64, f64)>,
}

summary!(Ring, |ring| format!("{:?}", ring.params));

impl Ring {
    /// A ring with these parameters.
    ///
    /// # Errors
    ///
    /// If there are fewer than 3 units or more than a million, `tau` is not > 0, `j0`, `j1` or `input` not finite, or a
    /// parameter of the transfer function out of range.
    pub fn new(params: RingParams) -> Result<Ring> {
        const MOST: usize = 1_000_000;
        check_count("units", 3, MOST, params.units)?;
        Allowed::Positive.check("tau", "ms", params.tau)?;
        Allowed::Finite.check("j0", "nA/Hz", params.j0)?;
        Allowed::Finite.check("j1", "nA/Hz", params.j1)?;
        Allowed::Finite.check("input", "nA", params.input)?;
        params.transfer.check()?;
        let angle = |k: usize| TAU * k as f64 / params.units as f64;
        let compass = (0..params.units).map(|k| (angle(k).cos(), angle(k).sin())).collect();
        Ok(Ring { params, compass })
    }

    /// The parameters.
    pub fn params(&self) -> RingParams {
        self.params
    }

    /// The preferred angles θ_i = 2πi/n, rad.
    pub fn angles(&self) -> Array1<f64> {
        Array1::from_shape_fn(self.params.units, |k| TAU * k as f64 / self.params.units as f64)
    }

    /// The bump at `position` (rad) that stays without a cue, Hz: what remains 200 τ after a cue of 10 τ, if it does
    /// not fade any more. How strong a cue is needed depends on the transfer function; this one is the weakest of 1, 2,
    /// 4, … nA that leaves a bump.
    ///
    /// # Errors
    ///
    /// If `position` is not finite, no bump stays, or the activity grows for ever.
    pub fn bump(&self, position: f64) -> Result<Array1<f64>> {
        Allowed::Finite.check("position", "rad", position)?;
        for doubling in 0..16 {
            let strength = f64::from(1 << doubling);
            let cue = RingCue { position, strength, t_start: 0.0, t_stop: 1.0 };
            let mut r = vec![0.0; self.params.units];
            self.relax(&mut r, &[cue], 10);
            self.relax(&mut r, &[], 100);
            let (_, before) = readout::vector(&r);
            self.relax(&mut r, &[], 100);
            let (_, after) = readout::vector(&r);
            if !after.is_finite() {
                return Err(super::error::runs_away());
            }
            let mean = r.iter().sum::<f64>().abs() / r.len() as f64;
            if after > 1e-6 * mean && after > 0.99 * before {
                return Ok(r.into());
            }
        }
        Err(Error::no_solution("no bump stays on this ring", "aucune bosse d’activité ne persiste sur cet anneau"))
    }

    /// So many time constants with these cues.
    fn relax(&self, r: &mut [f64], cues: &[RingCue], time_constants: usize) {
        let mut rk4 = Rk4::new(r.len());
        for _ in 0..10 * time_constants {
            self.step(&mut rk4, cues, 0.1 * self.params.tau, r);
        }
    }

    /// dr/dt while these cues are on, Hz/ms.
    fn slope(&self, r: &[f64], cues: &[RingCue], dr: &mut [f64]) {
        let RingParams { tau, j0, j1, input, transfer, .. } = self.params;
        let n = r.len() as f64;
        let (mut mean, mut c, mut s) = (0.0, 0.0, 0.0);
        for (&r, &(cos, sin)) in r.iter().zip(&self.compass) {
            mean += r / n;
            c += r * cos / n;
            s += r * sin / n;
        }
        // A cue A (1 + cos(θ − θ_cue))/2 has the same shape as the feedback.
        let (mut level, mut along_cos, mut along_sin) = (input + j0 * mean, j1 * c, j1 * s);
        for cue in cues {
            level += 0.5 * cue.strength;
            along_cos += 0.5 * cue.strength * cue.position.cos();
            along_sin += 0.5 * cue.strength * cue.position.sin();
        }
        for ((dr, &r), &(cos, sin)) in dr.iter_mut().zip(r).zip(&self.compass) {
            *dr = (transfer.rate(level + along_cos * cos + along_sin * sin) - r) / tau;
        }
    }

    fn step(&self, rk4: &mut Rk4, cues: &[RingCue], h: f64, r: &mut [f64]) {
        rk4.step(0.0, h, r, |_, r, dr| self.slope(r, cues, dr));
    }

    fn check_rates(&self, r0: &ArrayRef1<f64>) -> Result<()> {
        super::error::check_array("r0", "Hz", r0, self.params.units)
    }
}

#[cfg(test)]
mod tests;
