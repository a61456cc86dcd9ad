//! Plasticity from the postsynaptic potential (Clopath, Büsing, Vasilaki & Gerstner 2010).
//!
//! A presynaptic spike depresses if the potential was high a while ago; potentiation needs a presynaptic spike a while
//! ago, a potential high now and high a while ago:
//!
//! ```text
//! dw/dt = −A_LTD X(t) [ū−(t) − θ−]+  +  A_LTP x̄(t) [u(t) − θ+]+ [ū+(t) − θ−]+
//! ```
//!
//! | symbol | meaning | in the code | unit | default |
//! | --- | --- | --- | --- | --- |
//! | u | postsynaptic potential | | mV | |
//! | ū−, ū+ | u, low-pass filtered with τ−, τ+ | `tau_minus`, `tau_plus` | ms | 10, 7 |
//! | X | presynaptic spike train | | | |
//! | x̄ | X, low-pass filtered with τx | `tau_x` | ms | 15 |
//! | A_LTD | amplitude of depression | `a_ltd` | 1/mV | 14e-5 |
//! | A_LTP | amplitude of potentiation | `a_ltp` | 1/mV² (with x̄ in 1/ms, per step of 1 ms) | 8e-5 |
//! | θ− | low threshold, the resting potential | `theta_minus` | mV | −70.6 |
//! | θ+ | high threshold, passed by spikes only | `theta_plus` | mV | −45.3 |
//! | w₀ | weight before a protocol | `w0` | | 0.5 |
//!
//! `[x]+` is x if positive and 0 if not. The default is the set for visual cortex (table 1 of the paper). The amplitude
//! of depression is constant; the paper's homeostasis, in which it follows the mean potential, is left out, as in the
//! paper's own pairing simulations.
//!
//! # The neuron, and what was simplified
//!
//! The potential comes from the paper's adaptive exponential integrate-and-fire neuron, [`ClopathNeuronParams`]. The rule sees
//! the shape of the spike, so its amplitudes belong to one way to draw a spike and to integrate it. This module
//! therefore follows the scheme that the authors published with the paper (ModelDB 144566), whatever its roughness:
//!
//! - Euler steps of 1 ms, for the neuron, the filters and the weight; spike times are rounded to whole ms.
//! - A spike is two samples, 29.4 and 32.862 mV, then the potential is −49.5016 mV, the threshold jumps to −30.4 mV and
//!   an after-depolarisation current of 0.4 nA begins.
//! - The filtered potentials are read 3 ms late (4 steps after the sample that enters them), so that a spike does not
//!   act on itself.
//! - In a protocol each postsynaptic spike is caused by a current large enough for a spike in one step; presynaptic
//!   spikes cause no EPSP.
//! - Spike-triggered adaptation b: the authors' code adds 0.0805 to a current in pA, which is practically nothing. The
//!   default is the code's, because the amplitudes were fitted with it; see `b` of [`ClopathNeuronParams`].
//!
//! # Example
//!
//! ```
//! use neurocomp::plasticity::protocol::Protocol;
//! use neurocomp::plasticity::voltage::{VoltageParams, VoltageRule};
//!
//! let rule = VoltageRule::new(VoltageParams::default())?;
//! assert!(rule.change(&Protocol::sjostrom(-10.0, 10.0)?)? < -0.2);
//! assert!(rule.change(&Protocol::sjostrom(10.0, 50.0)?)? > 0.4);
//! # Ok::<(), neurocomp::Error>(())
//! ```
//!
//! # Sources
//!
//! C. Clopath, L. Büsing, E. Vasilaki & W. Gerstner, *Nat. Neurosci.* 13, 344 (2010), doi:10.1038/nn.2479; C. Clopath &
//! W. Gerstner, *Front. Synaptic Neurosci.* 2, 25 (2010), doi:10.3389/fnsyn.2010.00025; R. Brette & W. Gerstner,
//! *J. Neurophysiol.* 94, 3637 (2005), doi:10.1152/jn.00686.2005: the neuron.

use ndarray::Array1;

use super::protocol::Protocol;
use crate::Result;
use crate::parameter::Allowed;
use crate::summary::{change, ends, samples, summary};
use crate::time_step::{self, MAX_SAMPLES};

mod neuron;

pub use neuron::ClopathNeuronParams;

use neuron::ClopathNeuron;

/// The step of the scheme, ms.
const DT: f64 = 1.0;

/// The filtered potentials are read as they were this many steps ago.
const LAG: usize = 3;

/// The current that makes the neuron fire at once, nA.
const FORCE: f64 = 1e3;

/// The parameters of the voltage rule; symbols in the [module](self). The default is visual cortex.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct VoltageParams {
    /// Amplitude of depression A_LTD, 1/mV; ≥ 0.
    pub a_ltd: f64,
    /// Amplitude of potentiation A_LTP, 1/mV²; ≥ 0.
    pub a_ltp: f64,
    /// Low threshold θ−, mV.
    pub theta_minus: f64,
    /// High threshold θ+, mV.
    pub theta_plus: f64,
    /// Time constant of ū−, ms; ≥ 1.
    pub tau_minus: f64,
    /// Time constant of ū+, ms; ≥ 1.
    pub tau_plus: f64,
    /// Time constant of x̄, ms; ≥ 1.
    pub tau_x: f64,
    /// Weight before a protocol; > 0.
    pub w0: f64,
    /// The neuron.
    pub neuron: ClopathNeuronParams,
}

impl Default for VoltageParams {
    fn default() -> VoltageParams {
        VoltageParams {
            a_ltd: 14e-5,
            a_ltp: 8e-5,
            theta_minus: -70.6,
            theta_plus: -45.3,
            tau_minus: 10.0,
            tau_plus: 7.0,
            tau_x: 15.0,
            w0: 0.5,
            neuron: ClopathNeuronParams::default(),
        }
    }
}

/// The voltage rule, whose parameters have been checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct VoltageRule {
    params: VoltageParams,
}

/// Potential and weight during a protocol.
#[derive(Clone, PartialEq)]
pub struct VoltageRun {
    /// Times 0, 1, 2 … ms.
    pub t: Array1<f64>,
    /// Postsynaptic potential at these times, mV.
    pub u: Array1<f64>,
    /// Weight at these times.
    pub w: Array1<f64>,
}

summary!(VoltageRun, |run| { format!("{}, t = {} ms, w = {}", samples(run.t.len()), ends(&run.t), change(&run.w, 4)) });

impl VoltageRule {
    /// A rule with these parameters.
    ///
    /// # Errors
    ///
    /// If an amplitude is not ≥ 0, a time constant shorter than the step of 1 ms, a threshold not finite, `w0` not > 0,
    /// or the neuron's parameters are out of range.
    pub fn new(params: VoltageParams) -> Result<VoltageRule> {
        let p = params;
        Allowed::NotNegative.check("a_ltd", "1/mV", p.a_ltd)?;
        Allowed::NotNegative.check("a_ltp", "1/mV²", p.a_ltp)?;
        Allowed::Finite.check("theta_minus", "mV", p.theta_minus)?;
        Allowed::Finite.check("theta_plus", "mV", p.theta_plus)?;
        Allowed::Positive.check("w0", "", p.w0)?;
        for (name, tau) in [("tau_minus", p.tau_minus), ("tau_plus", p.tau_plus), ("tau_x", p.tau_x)] {
            Allowed::Between(DT, 1e6).check(name, "ms", tau)?;
        }
        ClopathNeuron::new(p.neuron)?;
        Ok(VoltageRule { params })
    }

    /// The parameters.
    pub fn params(&self) -> VoltageParams {
        self.params
    }

    /// The relative change of the weight by a protocol, 0.5 being + 50 %.
    ///
    /// # Errors
    ///
    /// If the protocol lasts longer than [`MAX_SAMPLES`] ms.
    pub fn change(&self, protocol: &Protocol) -> Result<f64> {
        let mut w = self.params.w0;
        self.follow(protocol, |_, _, weight| w = weight)?;
        Ok(w / self.params.w0 - 1.0)
    }

    /// Potential and weight during a protocol.
    ///
    /// # Errors
    ///
    /// If the protocol lasts longer than [`MAX_SAMPLES`] ms.
    pub fn simulate(&self, protocol: &Protocol) -> Result<VoltageRun> {
        let steps = time_step::steps(DT, protocol.duration(), MAX_SAMPLES)?;
        let mut u = Array1::from_elem(steps + 1, self.params.neuron.e_leak);
        let mut w = Array1::from_elem(steps + 1, self.params.w0);
        self.follow(protocol, |k, potential, weight| {
            u[k] = potential;
            w[k] = weight;
        })?;
        Ok(VoltageRun { t: time_step::times(steps, DT), u, w })
    }

    /// The loop. `record(k, u, w)` receives every sample.
    fn follow(&self, protocol: &Protocol, mut record: impl FnMut(usize, f64, f64)) -> Result<()> {
        let p = self.params;
        let steps = time_step::steps(DT, protocol.duration(), MAX_SAMPLES)?;
        let pre = spikes_per_step(protocol.pre().times(), steps);
        let post = spikes_per_step(protocol.post().times(), steps);
        let mut neuron = ClopathNeuron::new(p.neuron)?;
        let mut w = p.w0;
        let mut x_bar = 0.0;
        // [0] is the newest value, [LAG] the one that is read.
        let mut u_minus = [p.neuron.e_leak; LAG + 1];
        let mut u_plus = [p.neuron.e_leak; LAG + 1];
        for k in 0..=steps {
            let u = neuron.step(if post[k] > 0 { FORCE } else { 0.0 });
            let x = f64::from(pre[k]);
            let depression = p.a_ltd * x * (u_minus[LAG] - p.theta_minus).max(0.0);
            let potentiation = p.a_ltp * x_bar * (u - p.theta_plus).max(0.0) * (u_plus[LAG] - p.theta_minus).max(0.0);
            w += potentiation - depression;
            u_minus.copy_within(0..LAG, 1);
            u_plus.copy_within(0..LAG, 1);
            u_minus[0] += (u - u_minus[0]) * DT / p.tau_minus;
            u_plus[0] += (u - u_plus[0]) * DT / p.tau_plus;
            x_bar += (x - x_bar) * DT / p.tau_x;
            if !(w.is_finite() && u.is_finite()) {
                return Err(super::diverged(k));
            }
            record(k, u, w);
        }
        Ok(())
    }
}

/// How many spikes fall on each of the steps 0 … `steps`.
fn spikes_per_step(times: &[f64], steps: usize) -> Vec<u32> {
    let mut spikes = vec![0; steps + 1];
    for t in times {
        spikes[((t / DT).round() as usize).min(steps)] += 1;
    }
    spikes
}

#[cfg(test)]
mod tests;
