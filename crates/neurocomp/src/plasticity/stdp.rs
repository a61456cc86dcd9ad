//! Spike-timing-dependent plasticity (STDP) from pairs of spikes.
//!
//! Every pair of a presynaptic and a postsynaptic spike, Δt = t_post − t_pre apart, changes the weight:
//!
//! ```text
//! Δw =  A+ f+(w) e^(−Δt/τ+)    for Δt > 0    pre before post: potentiation
//! Δw = −A− f−(w) e^( Δt/τ−)    for Δt < 0    post before pre: depression
//! ```
//!
//! The weight is a fraction of the largest possible weight, 0 ≤ w ≤ 1, and stays there.
//!
//! | symbol | meaning | in the code | unit | default |
//! | --- | --- | --- | --- | --- |
//! | A+ | potentiation by a pair at Δt → 0 | `a_plus` | largest weight | 0.777/120 |
//! | A− | depression by a pair at Δt → 0 | `a_minus` | largest weight | 0.273/120 |
//! | τ+, τ− | width of the window | `tau_plus`, `tau_minus` | ms | 16.8, 33.7 |
//! | f+, f− | how the change depends on the weight | `weight_dependence` | | additive |
//! | | which pairs count | `pairing` | | all |
//!
//! The default is the window measured by Bi & Poo in hippocampal cultures: after 60 pairs the current had changed by
//! 0.777 e^(−Δt/16.8 ms) and −0.273 e^(Δt/33.7 ms) of what it was before (fit in Bi & Poo 2001). Divided by 60 pairs,
//! and by 2 for a synapse that begins at half of its largest weight, this is the table above. [`StdpParams::song`] is
//! the set used in networks.
//!
//! # Additive or multiplicative
//!
//! | [`WeightDependence`] | f+(w) | f−(w) | |
//! | --- | --- | --- | --- |
//! | `Additive` | 1 | 1 | Song, Miller & Abbott 2000 |
//! | `Multiplicative` | 1 − w | w | Rubin, Lee & Sompolinsky 2001 |
//! | `VanRossum` | 1 | w | van Rossum, Bi & Turrigiano 2000, without their noise |
//! | `Power(μ)` | (1 − w)^μ | w^μ | Gütig, Aharonov, Rotter & Sompolinsky 2003 |
//!
//! # All pairs or nearest neighbours
//!
//! After Morrison, Diesmann & Gerstner (2008), figure 7:
//!
//! | [`Pairing`] | a presynaptic spike is paired with | a postsynaptic spike is paired with |
//! | --- | --- | --- |
//! | `AllToAll` | all postsynaptic spikes before it | all presynaptic spikes before it |
//! | `NearestSymmetric` | the last postsynaptic spike | the last presynaptic spike |
//! | `NearestPresynaptic` | the last postsynaptic spike | all presynaptic spikes since the last postsynaptic one |
//! | `NearestReduced` | the spike just before it, if postsynaptic | the spike just before it, if presynaptic |
//!
//! `NearestPresynaptic` says that every presynaptic spike is paired once with the last postsynaptic spike before it and
//! once with the next one after it.
//!
//! # How it is computed
//!
//! Exactly, spike by spike, with two traces that decay with τ+ and τ−: x jumps at presynaptic spikes, y at postsynaptic
//! ones. A postsynaptic spike adds A+ f+(w) x, a presynaptic one takes A− f−(w) y. Traces are read before simultaneous
//! spikes change them, hence a pair with Δt = 0 counts for nothing; of two changes at the same time depression comes
//! first.
//!
//! # What it cannot do
//!
//! Depend on frequency as synapses do. At 0.1 Hz only the pair itself counts, its neighbours are too far. There
//! Sjöström et al. (2001) find no potentiation at Δt = +10 ms, which asks for A+ = 0; but at 50 Hz they find + 56 %,
//! which no rule with A+ = 0 can give. And at high frequency Δt = +10 and −10 ms become the same for a pair rule, whose
//! change at +10 ms shrinks where theirs grows ([`published::sjostrom_2001`](super::published::sjostrom_2001)). See
//! [`super::triplet`].
//!
//! # Sources
//!
//! - G. Bi & M. Poo, *J. Neurosci.* 18, 10464 (1998), doi:10.1523/JNEUROSCI.18-24-10464.1998, and *Annu. Rev.
//!   Neurosci.* 24, 139 (2001), doi:10.1146/annurev.neuro.24.1.139.
//! - S. Song, K. D. Miller & L. F. Abbott, *Nat. Neurosci.* 3, 919 (2000), doi:10.1038/78829.
//! - M. C. W. van Rossum, G. Bi & G. G. Turrigiano, *J. Neurosci.* 20, 8812 (2000),
//!   doi:10.1523/JNEUROSCI.20-23-08812.2000.
//! - J. Rubin, D. D. Lee & H. Sompolinsky, *Phys. Rev. Lett.* 86, 364 (2001), doi:10.1103/PhysRevLett.86.364.
//! - R. Gütig, R. Aharonov, S. Rotter & H. Sompolinsky, *J. Neurosci.* 23, 3697 (2003),
//!   doi:10.1523/JNEUROSCI.23-09-03697.2003.
//! - E. M. Izhikevich & N. S. Desai, *Neural Comput.* 15, 1511 (2003), doi:10.1162/089976603321891783: nearest
//!   neighbours and BCM.
//! - A. Morrison, M. Diesmann & W. Gerstner, *Biol. Cybern.* 98, 459 (2008), doi:10.1007/s00422-008-0233-1.

use super::protocol::Protocol;
use crate::Result;
use crate::parameter::Allowed;

mod traces;

use traces::Traces;

/// How the change of a weight depends on the weight; see the [module](self).
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum WeightDependence {
    /// Not at all, except that it stays between 0 and 1.
    Additive,
    /// Potentiation in proportion to 1 − w, depression to w.
    Multiplicative,
    /// Potentiation independent of w, depression in proportion to w.
    VanRossum,
    /// (1 − w)^μ and w^μ: additive for μ = 0, multiplicative for μ = 1; μ ≥ 0.
    Power(f64),
}

impl WeightDependence {
    /// f+(w), the factor of potentiation.
    pub fn potentiation(self, w: f64) -> f64 {
        match self {
            WeightDependence::Additive | WeightDependence::VanRossum => 1.0,
            WeightDependence::Multiplicative => 1.0 - w,
            WeightDependence::Power(mu) => (1.0 - w).powf(mu),
        }
    }

    /// f−(w), the factor of depression.
    pub fn depression(self, w: f64) -> f64 {
        match self {
            WeightDependence::Additive => 1.0,
            WeightDependence::Multiplicative | WeightDependence::VanRossum => w,
            WeightDependence::Power(mu) => w.powf(mu),
        }
    }
}

/// Which pairs of spikes count; see the [module](self).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pairing {
    /// Every pair.
    AllToAll,
    /// Each spike with the last one of the other neuron.
    NearestSymmetric,
    /// Each presynaptic spike with the postsynaptic ones just before and just after it.
    NearestPresynaptic,
    /// Only spikes that follow each other at once.
    NearestReduced,
}

/// The parameters of pair STDP. The default is the window of Bi & Poo, additive, all pairs; see the [module](self).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StdpParams {
    /// Potentiation A+ by a pair at Δt → 0, as a fraction of the largest weight; ≥ 0.
    pub a_plus: f64,
    /// Depression A− by a pair at Δt → 0, as a fraction of the largest weight; ≥ 0.
    pub a_minus: f64,
    /// Width of the window for potentiation τ+, ms; > 0.
    pub tau_plus: f64,
    /// Width of the window for depression τ−, ms; > 0.
    pub tau_minus: f64,
    /// How a change depends on the weight.
    pub weight_dependence: WeightDependence,
    /// Which pairs count.
    pub pairing: Pairing,
}

impl Default for StdpParams {
    fn default() -> StdpParams {
        StdpParams {
            a_plus: 0.777 / 120.0,
            a_minus: 0.273 / 120.0,
            tau_plus: 16.8,
            tau_minus: 33.7,
            weight_dependence: WeightDependence::Additive,
            pairing: Pairing::AllToAll,
        }
    }
}

impl StdpParams {
    /// The set of Song, Miller & Abbott (2000): A+ = 0.005, A− = 1.05 A+, τ+ = τ− = 20 ms, additive, all pairs.
    pub fn song() -> StdpParams {
        StdpParams { a_plus: 0.005, a_minus: 1.05 * 0.005, tau_plus: 20.0, tau_minus: 20.0, ..StdpParams::default() }
    }
}

/// Pair STDP whose parameters have been checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PairStdp {
    params: StdpParams,
}

impl PairStdp {
    /// A rule with these parameters.
    ///
    /// # Errors
    ///
    /// If an amplitude or an exponent is not ≥ 0, or a time constant not > 0.
    pub fn new(params: StdpParams) -> Result<PairStdp> {
        Allowed::NotNegative.check("a_plus", "", params.a_plus)?;
        Allowed::NotNegative.check("a_minus", "", params.a_minus)?;
        Allowed::Positive.check("tau_plus", "ms", params.tau_plus)?;
        Allowed::Positive.check("tau_minus", "ms", params.tau_minus)?;
        if let WeightDependence::Power(mu) = params.weight_dependence {
            Allowed::NotNegative.check("mu", "", mu)?;
        }
        Ok(PairStdp { params })
    }

    /// The parameters.
    pub fn params(&self) -> StdpParams {
        self.params
    }

    /// The window F(Δt) for a weight `w`: the change by one pair `delta_t` (ms) apart; 0 at Δt = 0.
    ///
    /// ```
    /// use neurocomp::plasticity::stdp::{PairStdp, StdpParams};
    ///
    /// let rule = PairStdp::new(StdpParams::song())?;
    /// assert!((rule.window(20.0, 0.5) - 0.005 / 1f64.exp()).abs() < 1e-15);
    /// assert!((rule.window(-20.0, 0.5) + 0.00525 / 1f64.exp()).abs() < 1e-15);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn window(&self, delta_t: f64, w: f64) -> f64 {
        let p = self.params;
        if delta_t > 0.0 {
            p.a_plus * p.weight_dependence.potentiation(w) * (-delta_t / p.tau_plus).exp()
        } else if delta_t < 0.0 {
            -p.a_minus * p.weight_dependence.depression(w) * (delta_t / p.tau_minus).exp()
        } else {
            0.0
        }
    }

    /// The weight after a protocol that began at `w0`, a fraction of the largest weight.
    ///
    /// # Errors
    ///
    /// If `w0` is not between 0 and 1.
    ///
    /// ```
    /// use neurocomp::plasticity::protocol::Protocol;
    /// use neurocomp::plasticity::stdp::{PairStdp, StdpParams};
    ///
    /// let rule = PairStdp::new(StdpParams::default())?;
    /// let w = rule.weight_after(&Protocol::pairing(10.0, 60, 1.0)?, 0.5)?;
    /// // + 0.777 e^(−10/16.8) of what it was.
    /// assert!((w / 0.5 - 1.0 - 0.777 * (-10.0_f64 / 16.8).exp()).abs() < 1e-12);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn weight_after(&self, protocol: &Protocol, w0: f64) -> Result<f64> {
        let mut w = Allowed::Between(0.0, 1.0).check("w0", "", w0)?;
        let p = self.params;
        let mut traces = Traces::new(p.tau_plus, p.tau_minus, p.pairing);
        for_each_time(protocol.pre().times(), protocol.post().times(), |t, pre, post| {
            traces.decay_to(t);
            if pre {
                let change = p.a_minus * p.weight_dependence.depression(w) * traces.y;
                w = (w - change).clamp(0.0, 1.0);
            }
            if post {
                let change = p.a_plus * p.weight_dependence.potentiation(w) * traces.x;
                w = (w + change).clamp(0.0, 1.0);
            }
            traces.spikes(pre, post);
        });
        Ok(w)
    }

    /// The mean change per second of a weight `w` far from its bounds, when both neurons are Poisson processes of these
    /// rates (Hz) that know nothing of each other. With rates r, and 1/τ in the same unit:
    ///
    /// ```text
    /// AllToAll            r_pre r_post (A+ f+ τ+ − A− f− τ−)
    /// NearestSymmetric    r_pre r_post (A+ f+ /(r_pre + 1/τ+) − A− f− /(r_post + 1/τ−))
    /// NearestPresynaptic  r_pre r_post (A+ f+ /(r_post + 1/τ+) − A− f− /(r_post + 1/τ−))
    /// NearestReduced      r_pre r_post (A+ f+ /(r_pre + r_post + 1/τ+) − A− f− /(r_pre + r_post + 1/τ−))
    /// ```
    ///
    /// The third changes sign as the postsynaptic rate grows, like the BCM rule (Izhikevich & Desai 2003), if
    /// A+ > A− but A+ τ+ < A− τ−.
    ///
    /// # Errors
    ///
    /// If a rate is not ≥ 0, `w` not between 0 and 1, or numbers are too large for the drift.
    pub fn poisson_drift(&self, w: f64, pre_rate: f64, post_rate: f64) -> Result<f64> {
        Allowed::Between(0.0, 1.0).check("w", "", w)?;
        let pre = Allowed::NotNegative.check("pre_rate", "Hz", pre_rate)?;
        let post = Allowed::NotNegative.check("post_rate", "Hz", post_rate)?;
        let p = self.params;
        let (ltp_loss, ltd_loss) = match p.pairing {
            Pairing::AllToAll => (0.0, 0.0),
            Pairing::NearestSymmetric => (pre, post),
            Pairing::NearestPresynaptic => (post, post),
            Pairing::NearestReduced => (pre + post, pre + post),
        };
        let ltp = p.a_plus * p.weight_dependence.potentiation(w) / (ltp_loss + 1000.0 / p.tau_plus);
        let ltd = p.a_minus * p.weight_dependence.depression(w) / (ltd_loss + 1000.0 / p.tau_minus);
        Allowed::Finite.check("drift", "1/s", pre * post * (ltp - ltd))
    }
}

/// Calls `at` for each time at which either train has a spike, in order, with which of the two fired.
pub(super) fn for_each_time(pre: &[f64], post: &[f64], mut at: impl FnMut(f64, bool, bool)) {
    let (mut i, mut j) = (0, 0);
    while i < pre.len() || j < post.len() {
        let next_pre = pre.get(i).copied().unwrap_or(f64::INFINITY);
        let next_post = post.get(j).copied().unwrap_or(f64::INFINITY);
        let t = next_pre.min(next_post);
        let (is_pre, is_post) = (next_pre == t, next_post == t);
        at(t, is_pre, is_post);
        i += usize::from(is_pre);
        j += usize::from(is_post);
    }
}

#[cfg(test)]
mod tests;
