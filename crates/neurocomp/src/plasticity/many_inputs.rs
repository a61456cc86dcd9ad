//! A neuron with many plastic inputs: which weights does STDP leave?
//!
//! The model of Song, Miller & Abbott (2000). A leaky integrate-and-fire neuron receives excitatory inputs, whose
//! weights w are plastic, and a few inhibitory ones; all fire at random:
//!
//! ```text
//! τ_m dV/dt = V_rest − V + g_ex (E_ex − V) + g_in (E_in − V)
//! τ_syn dg/dt = −g;      g_ex ← g_ex + ḡ w_j  at a spike of input j,   g_in ← g_in + ḡ_in at an inhibitory one
//! V ≥ V_thresh:  spike, V ← V_reset
//! ```
//!
//! | symbol | meaning | in the code | unit | default |
//! | --- | --- | --- | --- | --- |
//! | | excitatory inputs and their rate | `inputs`, `rate` | –, Hz | 1000, 10 |
//! | | inhibitory inputs and their rate | `inhibitory`, `inhibitory_rate` | –, Hz | 200, 10 |
//! | ḡ | largest excitatory conductance | `g_max` | leak | 0.015 |
//! | ḡ_in | inhibitory conductance | `g_in` | leak | 0.05 |
//! | | weight of all inputs at the beginning | `w0` | ḡ | 1 |
//! | | part of the inputs with common events | `correlated` | | 0 |
//! | c | probability that an event reaches such an input | `correlation` | | 0.2 |
//! | | how much later the last of them gets it | `latency` | ms | 0 |
//!
//! Fixed, as in the paper: τ_m = 20 ms, V_rest = −70 mV, V_thresh = −54 mV, V_reset = −60 mV, E_ex = 0, E_in = −70 mV,
//! τ_syn = 5 ms. Plasticity is [`StdpParams`] with all pairs (the field `pairing` must be so).
//!
//! # What there is to see
//!
//! - **Additive** STDP with A− τ− > A+ τ+: inputs compete, weights end up at 0 or at 1, *two peaks*
//!   ([`StdpParams::song`]). The neuron's rate hardly depends on its inputs' rate: the weights balance it.
//! - **Multiplicative** or van Rossum's: *one peak*, near the weight at which A+ f+(w) τ+ = A− f−(w) τ−; the rate grows
//!   with the inputs' rate.
//! - Inputs with common events win (`correlated`), and among them those that get the event first (`latency`): those
//!   that cause the spike, while the late ones come after it.
//!
//! # Correlation
//!
//! The correlated inputs are the first ones. Events come at random, at the rate `rate`/c, and each reaches each of
//! these inputs with the probability c: every input is still a Poisson process of that `rate`, and two of them share
//! the fraction c of their spikes (Kuhn, Aertsen & Rotter 2003). Input j of n gets it `latency`·j/(n − 1) ms later.
//!
//! # Scheme
//!
//! Steps of 1 ms: the spikes of a step arrive at its beginning, conductances decay exactly, V follows
//! by the exponential Euler method, a spike comes at the end of the step. STDP acts with these times, through traces.
//!
//! # Example
//!
//! ```
//! use neurocomp::plasticity::many_inputs::{ManyInputs, ManyInputsParams};
//! use neurocomp::plasticity::stdp::StdpParams;
//!
//! let neuron = ManyInputs::new(ManyInputsParams::default(), StdpParams::song())?;
//! let run = neuron.simulate(20_000.0, 1)?;
//! assert_eq!(run.weights.len(), 1000);
//! assert!(run.mean_weight[19] < run.mean_weight[0]);
//! # Ok::<(), neurocomp::Error>(())
//! ```
//!
//! # Sources
//!
//! S. Song, K. D. Miller & L. F. Abbott, *Nat. Neurosci.* 3, 919 (2000), doi:10.1038/78829; M. C. W. van Rossum, G. Bi
//! & G. G. Turrigiano, *J. Neurosci.* 20, 8812 (2000), doi:10.1523/JNEUROSCI.20-23-08812.2000; A. Kuhn, A. Aertsen & S.
//! Rotter, *Neural Comput.* 15, 67 (2003), doi:10.1162/089976603321043702.

use ndarray::Array1;

use super::stdp::{PairStdp, Pairing, StdpParams};
use crate::error::check_count;
use crate::language::choose;
use crate::parameter::Allowed;
use crate::summary::{count, mean, number, summary};
use crate::{Error, Result};

mod simulate;

/// The largest number of excitatory inputs.
pub const MAX_PLASTIC_INPUTS: usize = 100_000;

/// The parameters of a neuron with many inputs; symbols in the [module](self).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ManyInputsParams {
    /// Number of excitatory inputs, ≥ 1.
    pub inputs: usize,
    /// Rate of each of them, Hz; 0 to 1000.
    pub rate: f64,
    /// Number of inhibitory inputs.
    pub inhibitory: usize,
    /// Rate of each of them, Hz; 0 to 1000.
    pub inhibitory_rate: f64,
    /// Largest excitatory conductance ḡ, in units of the leak; 0 to 10⁶.
    pub g_max: f64,
    /// Inhibitory conductance ḡ_in, in units of the leak; 0 to 10⁶.
    pub g_in: f64,
    /// Weight of all inputs at the beginning, 0 to 1.
    pub w0: f64,
    /// Part of the inputs that have common events, 0 to 1.
    pub correlated: f64,
    /// Probability c that an event reaches one of them, 0.01 to 1.
    pub correlation: f64,
    /// How much later the last of them gets it than the first, ms; 0 to 1000.
    pub latency: f64,
}

impl Default for ManyInputsParams {
    fn default() -> ManyInputsParams {
        ManyInputsParams {
            inputs: 1000,
            rate: 10.0,
            inhibitory: 200,
            inhibitory_rate: 10.0,
            g_max: 0.015,
            g_in: 0.05,
            w0: 1.0,
            correlated: 0.0,
            correlation: 0.2,
            latency: 0.0,
        }
    }
}

/// A neuron with many plastic inputs, whose parameters have been checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ManyInputs {
    params: ManyInputsParams,
    stdp: StdpParams,
}

/// What became of the weights and the rate.
#[derive(Clone, PartialEq)]
pub struct ManyInputsRun {
    /// Weights at the end, 0 to 1, one for each excitatory input.
    pub weights: Array1<f64>,
    /// The ends of the seconds of the simulation, s.
    pub t: Array1<f64>,
    /// Rate of the neuron in each second, Hz.
    pub rate: Array1<f64>,
    /// Mean weight at the end of each second.
    pub mean_weight: Array1<f64>,
}

impl ManyInputsRun {
    /// The fraction of the weights from `low` to below `high`; 1 belongs to the last class.
    pub fn fraction_between(&self, low: f64, high: f64) -> f64 {
        let inside = |w: f64| w >= low && (w < high || (w == high && high == 1.0));
        let count = self.weights.iter().filter(|&&w| inside(w)).count();
        count as f64 / self.weights.len() as f64
    }

    /// The rate of the neuron in the second half of the simulation, Hz.
    pub fn late_rate(&self) -> f64 {
        let half = self.rate.len() / 2;
        self.rate.iter().skip(half).sum::<f64>() / (self.rate.len() - half) as f64
    }
}

summary!(ManyInputsRun, |run| {
    let [weak, strong] = [(0.0, 0.1), (0.9, 1.0)].map(|(low, high)| number(100.0 * run.fraction_between(low, high), 1));
    let (weights, seconds) = (count(run.weights.len(), "weights", "poids"), run.t.len());
    let (words, mean, rate) = (choose("mean", "moyenne"), mean(&run.weights, 3), number(run.late_rate(), 1));
    format!("{weights}, {seconds} s, {words} {mean}, {weak} % < 0.1, {strong} % > 0.9, {rate} Hz")
});

impl ManyInputs {
    /// A neuron with these parameters whose inputs learn by this rule.
    ///
    /// # Errors
    ///
    /// If a parameter is out of the range given with it, `stdp` is no valid pair rule, or its pairing is not
    /// [`Pairing::AllToAll`].
    pub fn new(params: ManyInputsParams, stdp: StdpParams) -> Result<ManyInputs> {
        let p = params;
        PairStdp::new(stdp)?;
        if stdp.pairing != Pairing::AllToAll {
            return Err(Error::text(
                "pairing must be Pairing::AllToAll for a neuron with many inputs",
                "pairing doit être Pairing::AllToAll pour un neurone à nombreuses entrées",
            ));
        }
        check_count("inputs", 1, MAX_PLASTIC_INPUTS, p.inputs)?;
        check_count("inhibitory", 0, MAX_PLASTIC_INPUTS, p.inhibitory)?;
        Allowed::Between(0.0, 1000.0).check("rate", "Hz", p.rate)?;
        Allowed::Between(0.0, 1000.0).check("inhibitory_rate", "Hz", p.inhibitory_rate)?;
        Allowed::Between(0.0, 1e6).check("g_max", "", p.g_max)?;
        Allowed::Between(0.0, 1e6).check("g_in", "", p.g_in)?;
        Allowed::Between(0.0, 1.0).check("w0", "", p.w0)?;
        Allowed::Between(0.0, 1.0).check("correlated", "", p.correlated)?;
        Allowed::Between(0.01, 1.0).check("correlation", "", p.correlation)?;
        Allowed::Between(0.0, 1000.0).check("latency", "ms", p.latency)?;
        Ok(ManyInputs { params, stdp })
    }

    /// The parameters.
    pub fn params(&self) -> ManyInputsParams {
        self.params
    }

    /// The number of inputs that have common events: the first ones.
    pub fn correlated_inputs(&self) -> usize {
        (self.params.correlated * self.params.inputs as f64).round() as usize
    }
}

#[cfg(test)]
mod tests;
