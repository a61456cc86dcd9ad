//! One population that acts on itself.
//!
//! The rate r of a population relaxes to what its transfer function asks for; part of its input is its own rate, fed
//! back with weight w:
//!
//! ```text
//! τ dr/dt = Φ(I_ext + w r) − r
//! ```
//!
//! | symbol | meaning | in the code | unit | default |
//! | --- | --- | --- | --- | --- |
//! | τ | time constant | `tau` | ms | 1 |
//! | w | weight of the feedback, < 0 if inhibitory | `w` | nA/Hz | 0.1 |
//! | Φ | transfer function | `transfer` | Hz | [`Sigmoid`](super::transfer::Sigmoid) |
//! | I_ext | input from outside | `i_ext` | nA | |
//! | r | rate | `r` | Hz | |
//!
//! With τ = 1 ms a time in ms is a time in units of τ.
//!
//! # All fixed points
//!
//! A fixed point is a zero of g(r) = Φ(I_ext + w r) − r. [`Population::fixed_points`] misses none:
//!
//! 1. Rates below the lowest value of Φ have g > 0, rates above the highest have g < 0: the zeros lie between.
//! 2. g' = w Φ' − 1. If w ≤ 0 it is negative everywhere, because Φ grows: g falls, and has one zero.
//! 3. If w > 0, g turns only where Φ' passes through 1/w. For each transfer function these inputs are known in closed
//!    form (two of them for a sigmoid if r_max κ w/2 > 1, else none). They cut the line into at most three intervals on
//!    which g is monotone.
//! 4. A monotone function has one zero if its values at the ends have opposite signs, and none if they have the same
//!    sign. The zero is found by bisection, down to neighbouring floating-point numbers.
//!
//! The signs of g on either side of the zero tell where the rate goes, hence [`PopulationStability`], also at the corners of a
//! threshold-linear function, where there is no derivative.
//!
//! # Example: two states
//!
//! ```
//! use neurocomp::rate::population::{Population, PopulationParams, PulseInput, Pulse, PopulationStability};
//!
//! let population = Population::new(PopulationParams::default())?; // w = 0.1: it excites itself
//! let points = population.fixed_points(-10.0)?;
//! let stability: Vec<PopulationStability> = points.iter().map(|point| point.stability).collect();
//! assert_eq!(stability, [PopulationStability::Stable, PopulationStability::Unstable, PopulationStability::Stable]);
//!
//! // A pulse of 1 ms switches it on; it stays on.
//! let pulse = Pulse { t_start: 10.0, t_stop: 11.0, level: 10.0 };
//! let input = PulseInput { baseline: -10.0, pulses: vec![pulse] };
//! let run = population.simulate(&input, 1.0, 0.01, 30.0)?;
//! assert!((run.r[990] - points[0].r).abs() < 0.01);
//! assert!((run.r[3000] - points[2].r).abs() < 0.01);
//! # Ok::<(), neurocomp::Error>(())
//! ```
//!
//! # Sources
//!
//! Dayan & Abbott, *Theoretical Neuroscience*, MIT Press 2001, section 7.4: the equation. S. H. Strogatz, *Nonlinear
//! Dynamics and Chaos*, chapters 2 and 3, doi:10.1201/9780429492563: fixed points on a line, saddle-node bifurcation,
//! hysteresis.

use ndarray::{Array1, ArrayRef1};

use super::transfer::Transfer;
use crate::Result;
use crate::parameter::Allowed;
use crate::root::{Root, monotone_roots, sign};

mod diagram;
mod simulate;

pub use diagram::{BifurcationDiagram, PopulationBranch, SaddleNode};
pub use simulate::{PopulationRun, Pulse, PulseInput};

/// The parameters of a population. The default is the course's: τ = 1 ms, w = 0.1 nA/Hz, the sigmoid.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PopulationParams {
    /// Time constant τ, ms; > 0.
    pub tau: f64,
    /// Weight of the feedback w, nA/Hz; > 0 for a population that excites itself, < 0 for one that inhibits itself.
    pub w: f64,
    /// Transfer function Φ.
    pub transfer: Transfer,
}

impl Default for PopulationParams {
    fn default() -> PopulationParams {
        PopulationParams { tau: 1.0, w: 0.1, transfer: Transfer::default() }
    }
}

/// What becomes of a rate close to a fixed point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PopulationStability {
    /// It returns, from both sides.
    Stable,
    /// It moves away, on both sides.
    Unstable,
    /// It returns from one side and leaves on the other: two fixed points have just met, at a saddle-node.
    HalfStable,
    /// It stays: the rates next to it are fixed points too. This happens for a threshold-linear function of slope 1/w.
    Neutral,
}

impl PopulationStability {
    fn of(root: Root) -> PopulationStability {
        match (root.before, root.after) {
            (1, -1) => PopulationStability::Stable,
            (-1, 1) => PopulationStability::Unstable,
            (0, _) | (_, 0) => PopulationStability::Neutral,
            _ => PopulationStability::HalfStable,
        }
    }
}

/// A rate that stays as it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PopulationFixedPoint {
    /// The rate, Hz.
    pub r: f64,
    /// What becomes of rates close to it.
    pub stability: PopulationStability,
    /// The eigenvalue λ = (w Φ' − 1)/τ, 1/ms: a small distance from the fixed point changes as e^(λt).
    pub eigenvalue: f64,
}

/// A population whose parameters have been checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Population {
    params: PopulationParams,
}

impl Population {
    /// A population with these parameters.
    ///
    /// # Errors
    ///
    /// If `tau` is not > 0, `w` not finite, or a parameter of the transfer function out of range.
    ///
    /// ```
    /// use neurocomp::rate::population::{Population, PopulationParams};
    ///
    /// let error = Population::new(PopulationParams { tau: 0.0, ..Default::default() }).unwrap_err();
    /// assert_eq!(error.to_string(), "tau must be finite and > 0 ms, received 0");
    /// ```
    pub fn new(params: PopulationParams) -> Result<Population> {
        Allowed::Positive.check("tau", "ms", params.tau)?;
        Allowed::Finite.check("w", "nA/Hz", params.w)?;
        params.transfer.check()?;
        Ok(Population { params })
    }

    /// The parameters.
    pub fn params(&self) -> PopulationParams {
        self.params
    }

    /// dr/dt = (Φ(I_ext + w r) − r)/τ at rate `r` (Hz) and input `i_ext` (nA), Hz/ms.
    pub fn dr_dt(&self, i_ext: f64, r: f64) -> f64 {
        self.excess(i_ext, r) / self.params.tau
    }

    /// g(r) = Φ(I_ext + w r) − r.
    fn excess(&self, i_ext: f64, r: f64) -> f64 {
        self.params.transfer.rate(i_ext + self.params.w * r) - r
    }

    /// All fixed points for the input `i_ext` (nA), from the lowest rate to the highest; why none is missed is
    /// explained in the [module](self). A stretch of neutral fixed points is given by its two ends.
    ///
    /// There may be none: with a power law the rate can grow for ever.
    ///
    /// # Errors
    ///
    /// If `i_ext` is not finite.
    pub fn fixed_points(&self, i_ext: f64) -> Result<Vec<PopulationFixedPoint>> {
        Allowed::Finite.check("i_ext", "nA", i_ext)?;
        Ok(self.points(i_ext))
    }

    fn points(&self, i_ext: f64) -> Vec<PopulationFixedPoint> {
        let PopulationParams { tau, w, transfer } = self.params;
        let (nodes, at_infinity) = self.nodes(i_ext);
        let outer = (nodes[0], nodes[nodes.len() - 1]);
        // How far rounding alone can bring the value at a turning point from zero.
        let tolerance = |r: f64| {
            if r == outer.0 || r == outer.1 { 0.0 } else { 8.0 * f64::EPSILON * (r.abs() + (i_ext / w).abs()) }
        };
        let roots = monotone_roots(|r| self.excess(i_ext, r), &nodes, (1, at_infinity), tolerance);
        roots
            .into_iter()
            // A power of an enormous input is more than a number of the computer can hold.
            .filter(|root| root.at.is_finite())
            .map(|root| PopulationFixedPoint {
                r: root.at,
                stability: PopulationStability::of(root),
                eigenvalue: (w * transfer.derivative(i_ext + w * root.at) - 1.0) / tau,
            })
            .collect()
    }

    /// Rates between which g is monotone, the outermost so far out that no zero lies beyond; and the sign of g at +∞.
    fn nodes(&self, i_ext: f64) -> (Vec<f64>, i8) {
        let PopulationParams { w, transfer, .. } = self.params;
        let lowest = transfer.lowest();
        let mut nodes = vec![lowest];
        if w > 0.0 {
            let turns = transfer.slope_inputs(1.0 / w);
            nodes.extend(turns.iter().map(|input| (input - i_ext) / w));
            nodes.retain(|&r| r >= lowest && r < transfer.highest());
            nodes.dedup();
        }
        let at_infinity = match transfer {
            Transfer::PowerLaw(law) if w > 0.0 && law.exponent == 1.0 => match sign(w * law.gain - 1.0) {
                0 => sign(i_ext - law.i_thresh),
                growth => growth,
            },
            Transfer::PowerLaw(law) if w > 0.0 && law.exponent > 1.0 => 1,
            _ => -1,
        };
        let mut last = nodes[nodes.len() - 1];
        let end = if transfer.highest().is_finite() {
            transfer.highest()
        } else if w <= 0.0 {
            // Inhibition only takes away from the rate without it.
            transfer.rate(i_ext).max(f64::MIN_POSITIVE)
        } else {
            last = last.max(1.0);
            while last < 1e300 && sign(self.excess(i_ext, last)) != at_infinity {
                last *= 2.0;
            }
            last
        };
        if end > nodes[nodes.len() - 1] {
            nodes.push(end);
        }
        (nodes, at_infinity)
    }

    /// The rate (Hz) that the population settles at under the constant input `i_ext` (nA), starting from the rate `r0`
    /// (Hz). On a line a rate moves in one direction until it meets a fixed point, so that no simulation is needed.
    ///
    /// # Errors
    ///
    /// If `i_ext` or `r0` is not finite, or if the rate grows for ever.
    pub fn settle(&self, i_ext: f64, r0: f64) -> Result<f64> {
        Allowed::Finite.check("r0", "Hz", r0)?;
        let points = self.fixed_points(i_ext)?;
        let mut rates = points.iter().map(|point| point.r);
        match sign(self.excess(i_ext, r0)) {
            0 => Some(r0),
            1 => rates.find(|&r| r >= r0),
            _ => rates.rfind(|&r| r <= r0),
        }
        .ok_or_else(super::error::runs_away)
    }

    /// The effective f–I curve: the rate (Hz) that each of the `currents` (nA) leads to if the population always starts
    /// from `r0` (Hz). Start from 0 and from the largest rate: where both curves differ there are two stable states.
    ///
    /// # Errors
    ///
    /// As for [`Population::settle`], and if `currents` is empty.
    ///
    /// ```
    /// use neurocomp::ndarray::array;
    /// use neurocomp::rate::population::{Population, PopulationParams};
    ///
    /// let population = Population::new(PopulationParams::default())?;
    /// let currents = array![-40.0, -10.0, 20.0];
    /// let from_low = population.f_i_curve(&currents, 0.0)?;
    /// let from_high = population.f_i_curve(&currents, 500.0)?;
    /// assert!((from_high[0] - from_low[0]).abs() < 1e-9);
    /// assert!(from_high[1] - from_low[1] > 490.0); // two states
    /// assert!((from_high[2] - from_low[2]).abs() < 1e-9);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn f_i_curve(&self, currents: &ArrayRef1<f64>, r0: f64) -> Result<Array1<f64>> {
        Allowed::Finite.check_list("currents", "nA", currents)?;
        currents.iter().map(|&i| self.settle(i, r0)).collect()
    }

    /// Hysteresis: the rates (Hz) as the input goes slowly through `currents` (nA), in their order, each rate starting
    /// from the one before, the first from `r0` (Hz). Sweep up, then down with the last rate as `r0`.
    ///
    /// # Errors
    ///
    /// As for [`Population::f_i_curve`].
    pub fn sweep(&self, currents: &ArrayRef1<f64>, r0: f64) -> Result<Array1<f64>> {
        Allowed::Finite.check_list("currents", "nA", currents)?;
        let mut r = r0;
        let mut rates = Array1::zeros(currents.len());
        for (rate, &i_ext) in rates.iter_mut().zip(currents) {
            r = self.settle(i_ext, r)?;
            *rate = r;
        }
        Ok(rates)
    }
}

#[cfg(test)]
mod tests;
