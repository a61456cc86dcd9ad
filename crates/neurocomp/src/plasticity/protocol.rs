//! What is done to a synapse in an experiment.
//!
//! A protocol is the list of presynaptic and of postsynaptic spikes that the experimenter causes. Those of the
//! literature:
//!
//! | protocol | what happens | experiment |
//! | --- | --- | --- |
//! | [`Protocol::pairing`] | n pairs at one Δt, at 1 Hz | Bi & Poo 1998: 60 pairs |
//! | [`Protocol::sjostrom`] | 5 pairs at ρ = 10 … 50 Hz, 15 times, every 10 s | Sjöström, Turrigiano & Nelson 2001 |
//! | [`Protocol::bursts`] | the same with any numbers, and several postsynaptic spikes | |
//! | [`Protocol::stimulation`] | n presynaptic pulses at a frequency | |
//! | [`Protocol::high_frequency`] | 100 Hz for 3 s | Bliss & Lømo 1973 |
//! | [`Protocol::low_frequency`] | 900 pulses, 1 to 50 Hz | Dudek & Bear 1992 |
//! | [`Protocol::poisson`] | both neurons fire at random, each at its rate | theory |
//!
//! Δt = t_post − t_pre, ms. Every protocol ends a second after its last spike, when all traces have decayed.
//!
//! # Who makes the postsynaptic neuron fire?
//!
//! In pairings the experimenter does. In stimulations only the axons are stimulated, and the neuron answers by itself.
//! Here it is a leaky integrate-and-fire neuron (τ = 20 ms, threshold 20 mV above rest, reset to rest): each pulse
//! lifts its potential by `epsp` mV, at once, and when it reaches threshold it fires 2 ms after the pulse. One EPSP
//! below threshold makes it silent at low frequency and fire where EPSPs add up, that is above the frequency
//!
//! ```text
//! f = −1000 / (τ ln(1 − epsp/20 mV)) Hz   (epsp = 8 mV: 98 Hz; 12 mV: 55 Hz; 19 mV: 17 Hz)
//! ```
//!
//! This neuron is an assumption of this library, not of the papers.
//!
//! # Sources
//!
//! G. Bi & M. Poo, *J. Neurosci.* 18, 10464 (1998), doi:10.1523/JNEUROSCI.18-24-10464.1998; P. J. Sjöström, G. G.
//! Turrigiano & S. B. Nelson, *Neuron* 32, 1149 (2001), doi:10.1016/S0896-6273(01)00542-6; T. V. P. Bliss & T. Lømo,
//! *J. Physiol.* 232, 331 (1973), doi:10.1113/jphysiol.1973.sp010273; S. M. Dudek & M. F. Bear, *PNAS* 89, 4363 (1992),
//! doi:10.1073/pnas.89.10.4363.

use rand::Rng;
use rand_distr::Exp1;

use crate::Result;
use crate::error::check_count;
use crate::noise::{cell_seed, generator};
use crate::parameter::Allowed;
use crate::spike_train::SpikeTrain;
use crate::summary::summary;

/// The largest number of spikes of either neuron.
pub const MAX_PROTOCOL_SPIKES: usize = 1_000_000;

/// Every protocol ends this long after its last spike, ms.
const TAIL: f64 = 1000.0;

/// Presynaptic and postsynaptic spikes, from 0 to the same end.
#[derive(Clone, PartialEq)]
pub struct Protocol {
    pre: SpikeTrain,
    post: SpikeTrain,
}

summary!(Protocol, |protocol| {
    format!("{} pre, {} post, {:.3} s", protocol.pre.len(), protocol.post.len(), protocol.duration() / 1000.0)
});

impl Protocol {
    /// Spikes at these times (ms, in order, ≥ 0) and at no others.
    ///
    /// # Errors
    ///
    /// If times are negative, not finite or not in order, or there are more than [`MAX_PROTOCOL_SPIKES`] in a list.
    ///
    /// ```
    /// use neurocomp::plasticity::protocol::Protocol;
    ///
    /// // A triplet: post, pre, post.
    /// let triplet = Protocol::new(vec![10.0], vec![5.0, 15.0])?;
    /// assert_eq!((triplet.pre().len(), triplet.post().len()), (1, 2));
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn new(pre: Vec<f64>, post: Vec<f64>) -> Result<Protocol> {
        for (name, times) in [("pre", &pre), ("post", &post)] {
            check_count(name, 0, MAX_PROTOCOL_SPIKES, times.len())?;
            Allowed::NotNegative.check_all(name, "ms", times)?;
        }
        let last = |times: &[f64]| times.last().copied().unwrap_or(0.0);
        let end = last(&pre).max(last(&post)) + TAIL;
        Ok(Protocol { pre: SpikeTrain::new(pre, 0.0, end)?, post: SpikeTrain::new(post, 0.0, end)? })
    }

    /// The presynaptic spikes.
    pub fn pre(&self) -> &SpikeTrain {
        &self.pre
    }

    /// The postsynaptic spikes.
    pub fn post(&self) -> &SpikeTrain {
        &self.post
    }

    /// How long it lasts, ms.
    pub fn duration(&self) -> f64 {
        self.pre.duration()
    }

    /// `pairs` pairs of spikes at `frequency` (Hz), the postsynaptic one `delta_t` (ms) after the presynaptic one, or
    /// before it if `delta_t` is negative. Bi & Poo: 60 pairs at 1 Hz.
    ///
    /// # Errors
    ///
    /// If `delta_t` is not finite, `frequency` not > 0, or `pairs` not from 1 to [`MAX_PROTOCOL_SPIKES`].
    ///
    /// ```
    /// use neurocomp::plasticity::protocol::Protocol;
    ///
    /// let causal = Protocol::pairing(10.0, 60, 1.0)?;
    /// assert_eq!(causal.post().times()[0] - causal.pre().times()[0], 10.0);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn pairing(delta_t: f64, pairs: usize, frequency: f64) -> Result<Protocol> {
        Protocol::bursts(&[delta_t], pairs, frequency, 1, 1.0)
    }

    /// The frequency protocol of Sjöström et al. (2001): bursts of 5 pairs at `frequency` (Hz), 15 times, one every 10
    /// s; 75 pairs. Below 0.5 Hz, where a burst would last longer than 10 s, there are 50 single pairs at `frequency`,
    /// as at their 0.1 Hz.
    ///
    /// # Errors
    ///
    /// If `delta_t` (ms) is not finite or `frequency` not > 0.
    pub fn sjostrom(delta_t: f64, frequency: f64) -> Result<Protocol> {
        if frequency < 0.5 {
            return Protocol::pairing(delta_t, 50, frequency);
        }
        Protocol::bursts(&[delta_t], 5, frequency, 15, 0.1)
    }

    /// `bursts` bursts at `burst_frequency` (Hz), each of `pulses` presynaptic spikes at `frequency` (Hz). With every
    /// presynaptic spike go postsynaptic ones at the times `delta_t` (ms) after it, negative: before it. An
    /// example is the motif of a presynaptic spike with a postsynaptic doublet.
    ///
    /// # Errors
    ///
    /// If a `delta_t` is not finite, a frequency not > 0, the spikes of either neuron number more than
    /// [`MAX_PROTOCOL_SPIKES`], there is no pulse or no burst, or a burst has not ended when the next one begins.
    ///
    /// ```
    /// use neurocomp::plasticity::protocol::Protocol;
    ///
    /// // 60 times: one presynaptic spike, then two postsynaptic ones 10 and 20 ms later.
    /// let doublets = Protocol::bursts(&[10.0, 20.0], 60, 1.0, 1, 1.0)?;
    /// assert_eq!((doublets.pre().len(), doublets.post().len()), (60, 120));
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn bursts(
        delta_t: &[f64],
        pulses: usize,
        frequency: f64,
        bursts: usize,
        burst_frequency: f64,
    ) -> Result<Protocol> {
        Allowed::Finite.check_all("delta_t", "ms", delta_t)?;
        Allowed::Positive.check("frequency", "Hz", frequency)?;
        Allowed::Positive.check("burst_frequency", "Hz", burst_frequency)?;
        check_count("pulses", 1, MAX_PROTOCOL_SPIKES, pulses)?;
        check_count("bursts", 1, MAX_PROTOCOL_SPIKES, bursts)?;
        let spikes = pulses.saturating_mul(bursts).saturating_mul(delta_t.len().max(1));
        check_count("pulses * bursts", 1, MAX_PROTOCOL_SPIKES, spikes)?;
        if bursts > 1 {
            Allowed::Between(0.0, frequency / (pulses as f64)).check("burst_frequency", "Hz", burst_frequency)?;
        }
        // The first presynaptic spike waits for postsynaptic ones that come before it.
        let start = delta_t.iter().fold(0.0, |start: f64, &dt| start.max(-dt));
        let mut pre = Vec::with_capacity(pulses * bursts);
        for burst in 0..bursts {
            for pulse in 0..pulses {
                let begin = 1000.0 * burst as f64 / burst_frequency;
                pre.push(start + begin + 1000.0 * pulse as f64 / frequency);
            }
        }
        let mut post: Vec<f64> = pre.iter().flat_map(|t| delta_t.iter().map(move |dt| t + dt)).collect();
        post.sort_by(f64::total_cmp);
        Protocol::new(pre, post)
    }

    /// `pulses` presynaptic pulses at `frequency` (Hz); the postsynaptic neuron of the [module](self) answers to EPSPs
    /// of `epsp` (mV).
    ///
    /// # Errors
    ///
    /// If `frequency` is not > 0, `epsp` not ≥ 0, or `pulses` not from 1 to [`MAX_PROTOCOL_SPIKES`].
    ///
    /// ```
    /// use neurocomp::plasticity::protocol::Protocol;
    ///
    /// assert_eq!(Protocol::stimulation(900, 1.0, 12.0)?.post().len(), 0);
    /// // At 100 Hz every third pulse makes it fire.
    /// assert_eq!(Protocol::stimulation(900, 100.0, 12.0)?.post().len(), 300);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn stimulation(pulses: usize, frequency: f64, epsp: f64) -> Result<Protocol> {
        const TAU: f64 = 20.0;
        const THRESHOLD: f64 = 20.0;
        const LATENCY: f64 = 2.0;
        check_count("pulses", 1, MAX_PROTOCOL_SPIKES, pulses)?;
        Allowed::Positive.check("frequency", "Hz", frequency)?;
        Allowed::NotNegative.check("epsp", "mV", epsp)?;
        let period = 1000.0 / frequency;
        let pre: Vec<f64> = (0..pulses).map(|k| k as f64 * period).collect();
        let decay = (-period / TAU).exp();
        let mut v = 0.0;
        let mut post = Vec::new();
        for t in &pre {
            v = v * decay + epsp;
            if v >= THRESHOLD {
                post.push(t + LATENCY);
                v = 0.0;
            }
        }
        Protocol::new(pre, post)
    }

    /// High-frequency stimulation, 100 Hz for 3 s, with EPSPs of `epsp` (mV); see [`Protocol::stimulation`].
    ///
    /// # Errors
    ///
    /// If `epsp` is not ≥ 0.
    pub fn high_frequency(epsp: f64) -> Result<Protocol> {
        Protocol::stimulation(300, 100.0, epsp)
    }

    /// 900 pulses at `frequency` (Hz), with EPSPs of `epsp` (mV); see [`Protocol::stimulation`].
    ///
    /// # Errors
    ///
    /// If `frequency` is not > 0 or `epsp` not ≥ 0.
    pub fn low_frequency(frequency: f64, epsp: f64) -> Result<Protocol> {
        Protocol::stimulation(900, frequency, epsp)
    }

    /// Two neurons that fire at random and know nothing of each other: Poisson processes of `pre_rate` and `post_rate`
    /// (Hz) for `duration` (ms). The same `seed` gives the same spikes.
    ///
    /// # Errors
    ///
    /// If a rate is not ≥ 0, `duration` not > 0, or more than half of [`MAX_PROTOCOL_SPIKES`] spikes are to be
    /// expected.
    pub fn poisson(pre_rate: f64, post_rate: f64, duration: f64, seed: u64) -> Result<Protocol> {
        Allowed::Positive.check("duration", "ms", duration)?;
        for (name, rate) in [("pre_rate", pre_rate), ("post_rate", post_rate)] {
            let most = 1000.0 * MAX_PROTOCOL_SPIKES as f64 / 2.0 / duration;
            Allowed::Between(0.0, most).check(name, "Hz", rate)?;
        }
        Protocol::new(
            poisson_times(pre_rate, duration, cell_seed(seed, 0, 0)),
            poisson_times(post_rate, duration, cell_seed(seed, 0, 1)),
        )
    }
}

/// Spike times with exponential intervals.
fn poisson_times(rate: f64, duration: f64, seed: u64) -> Vec<f64> {
    let mut times = Vec::new();
    if rate == 0.0 {
        return times;
    }
    let mut random = generator(seed);
    let mut t = 0.0;
    loop {
        let interval: f64 = random.sample(Exp1);
        t += 1000.0 / rate * interval;
        // NaN, too, ends it.
        if t > duration || t.is_nan() {
            return times;
        }
        times.push(t);
    }
}

#[cfg(test)]
mod tests;
