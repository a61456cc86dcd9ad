//! Plasticity from calcium through NMDA receptors (Shouval, Bear & Cooper 2002).
//!
//! NMDA receptors pass calcium when glutamate has opened them (a presynaptic spike) *and* depolarisation has driven out
//! the magnesium that blocks them (a back-propagating postsynaptic spike). A little calcium depresses, much calcium
//! potentiates:
//!
//! ```text
//! dw/dt = η(Ca) (Ω(Ca) − w)                      d Ca/dt = I − Ca/τ_Ca
//! Ω(Ca) = ¼ + sig(Ca − α2) − ¼ sig(Ca − α1)      sig(x) = 1/(1 + e^(−β x))
//! η(Ca) = 1/(P1/(P2 + Ca^P3) + P4)
//! I     = G (V_r − V) B(V) (open fast + open slow)
//! B(V)  = 1/(1 + e^(−0.062 V)/3.57)              the part of the channels free of magnesium, V in mV
//! ```
//!
//! | symbol | meaning | in the code | unit | default |
//! | --- | --- | --- | --- | --- |
//! | α1, α2 | calcium above which there is depression, potentiation | `alpha_1`, `alpha_2` | µM | 0.35, 0.55 |
//! | β | steepness of sig | `beta` | 1/µM | 80 |
//! | P1, P2, P3, P4 | learning rate | `p1` … `p4` | s, µM³, –, s | 0.1, 1e-5, 3, 1 |
//! | τ_Ca | calcium decay | `tau_ca` | ms | 50 |
//! | G | NMDA conductance | `g_nmda` | µM/(ms mV) | 1/500 |
//! | V_r | reversal potential of calcium | `v_reversal` | mV | 130 |
//! | P0 | fraction of the closed channels that a spike opens | `p0` | | 0.5 |
//! | I_f | part of them that closes fast | `nmda_fast` | | 0.5 |
//! | τ_f, τ_s | time constants of both parts | `tau_nmda_fast`, `tau_nmda_slow` | ms | 50, 200 |
//! | | height of the back-propagating spike | `bpap` | mV | 100 |
//! | | part of it that decays fast | `bpap_fast` | | 0.75 |
//! | | time constants of both parts | `tau_bpap_fast`, `tau_bpap_slow` | ms | 3, 25 |
//! | | its delay | `bpap_delay` | ms | 2 |
//! | s | height of an EPSP, rising with 5 and decaying with 50 ms | `epsp` | mV | 1 |
//! | V_rest | resting potential | `v_rest` | mV | −65 |
//! | w₀ | weight before, Ω(0) | `w0` | | 0.25 |
//!
//! Values are from the paper and its supplement, as far as this library could check them against an independent
//! reimplementation (github.com/folmez/CaDP-MatLab). P2 is printed there as P1/10⁻⁴; only P1·10⁻⁴ gives the learning
//! rate the paper draws (a time constant of 3 h without calcium), and is used here.
//!
//! EPSPs add up; of back-propagating spikes only the last counts; each presynaptic spike opens the fraction P0 of the
//! channels then closed. Time goes in steps of 0.5 ms: traces decay exactly, calcium and weight follow by the
//! exponential Euler method, with an error of first order.
//!
//! # What it shows
//!
//! Depression for Δt < 0, potentiation for 0 < Δt of a few ms, and, because calcium has to pass the range of depression
//! on its way down from the range of potentiation, **depression again** for Δt beyond: the prediction by which the rule
//! is known. With presynaptic stimulation alone and EPSPs of some 10 mV ([`NmdaParams::stimulation`]) it depresses at
//! low frequency and potentiates at high frequency.
//!
//! # Example
//!
//! ```
//! use neurocomp::plasticity::nmda::{NmdaParams, NmdaRule};
//! use neurocomp::plasticity::protocol::Protocol;
//!
//! let rule = NmdaRule::new(NmdaParams::default())?;
//! assert!(rule.change(&Protocol::pairing(10.0, 100, 1.0)?)? > 0.3);
//! assert!(rule.change(&Protocol::pairing(-20.0, 100, 1.0)?)? < -0.1);
//! # Ok::<(), neurocomp::Error>(())
//! ```
//!
//! # Source
//!
//! H. Z. Shouval, M. F. Bear & L. N. Cooper, *PNAS* 99, 10831 (2002), doi:10.1073/pnas.152343099.

use ndarray::Array1;

use super::protocol::Protocol;
use crate::Result;
use crate::language::choose;
use crate::parameter::Allowed;
use crate::summary::{change, ends, highest, samples, summary};
use crate::time_step::{self, MAX_SAMPLES};

mod spine;

use spine::Spine;

/// The step, ms.
const DT: f64 = 0.5;

/// The parameters of the NMDA rule; symbols in the [module](self).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NmdaParams {
    /// Calcium above which there is depression α1, µM; > 0.
    pub alpha_1: f64,
    /// Calcium above which there is potentiation α2, µM; > 0.
    pub alpha_2: f64,
    /// Steepness β, 1/µM; > 0.
    pub beta: f64,
    /// P1 of the learning rate, s; > 0.
    pub p1: f64,
    /// P2 of the learning rate, µM^P3; > 0.
    pub p2: f64,
    /// P3 of the learning rate; ≥ 0.
    pub p3: f64,
    /// P4 of the learning rate, s; > 0.
    pub p4: f64,
    /// Calcium decay time constant τ_Ca, ms; > 0.
    pub tau_ca: f64,
    /// NMDA conductance G, µM/(ms mV); ≥ 0.
    pub g_nmda: f64,
    /// Reversal potential of calcium V_r, mV.
    pub v_reversal: f64,
    /// Fraction of the closed channels that a presynaptic spike opens P0, 0 to 1.
    pub p0: f64,
    /// The part of them that closes fast, 0 to 1.
    pub nmda_fast: f64,
    /// Its time constant, ms; > 0.
    pub tau_nmda_fast: f64,
    /// The time constant of the rest, ms; > 0.
    pub tau_nmda_slow: f64,
    /// Height of the back-propagating spike, mV; ≥ 0.
    pub bpap: f64,
    /// The part of it that decays fast, 0 to 1.
    pub bpap_fast: f64,
    /// Its time constant, ms; > 0.
    pub tau_bpap_fast: f64,
    /// The time constant of the rest, the after-depolarisation, ms; > 0.
    pub tau_bpap_slow: f64,
    /// How long the spike takes to the spine, ms; ≥ 0.
    pub bpap_delay: f64,
    /// Height of an EPSP, mV; ≥ 0.
    pub epsp: f64,
    /// Resting potential, mV.
    pub v_rest: f64,
    /// Weight before a protocol; > 0.
    pub w0: f64,
}

impl Default for NmdaParams {
    fn default() -> NmdaParams {
        NmdaParams {
            alpha_1: 0.35,
            alpha_2: 0.55,
            beta: 80.0,
            p1: 0.1,
            p2: 1e-5,
            p3: 3.0,
            p4: 1.0,
            tau_ca: 50.0,
            g_nmda: 1.0 / 500.0,
            v_reversal: 130.0,
            p0: 0.5,
            nmda_fast: 0.5,
            tau_nmda_fast: 50.0,
            tau_nmda_slow: 200.0,
            bpap: 100.0,
            bpap_fast: 0.75,
            tau_bpap_fast: 3.0,
            tau_bpap_slow: 25.0,
            bpap_delay: 2.0,
            epsp: 1.0,
            v_rest: -65.0,
            w0: 0.25,
        }
    }
}

impl NmdaParams {
    /// For presynaptic stimulation without postsynaptic spikes: EPSPs of 10 mV.
    pub fn stimulation() -> NmdaParams {
        NmdaParams { epsp: 10.0, ..NmdaParams::default() }
    }
}

/// The NMDA rule, whose parameters have been checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NmdaRule {
    params: NmdaParams,
}

/// Potential, calcium and weight of one synapse.
#[derive(Clone, PartialEq)]
pub struct NmdaRun {
    /// Times 0, 0.5, 1 … ms.
    pub t: Array1<f64>,
    /// Potential of the spine at these times, mV.
    pub v: Array1<f64>,
    /// Calcium at these times, µM above rest.
    pub calcium: Array1<f64>,
    /// Weight at these times.
    pub w: Array1<f64>,
}

summary!(NmdaRun, |run| {
    let (n, t, w) = (samples(run.t.len()), ends(&run.t), change(&run.w, 4));
    let peak = highest(&run.calcium, 2);
    format!("{n}, t = {t} ms, {} {peak} µM, w = {w}", choose("calcium up to", "calcium jusqu’à"))
});

impl NmdaRule {
    /// A rule with these parameters.
    ///
    /// # Errors
    ///
    /// If a parameter is out of the range given with it (no positive one may be below 10⁻⁹ or above 10⁹, no potential
    /// beyond ±1000 mV).
    pub fn new(params: NmdaParams) -> Result<NmdaRule> {
        let p = params;
        for (name, unit, value) in [
            ("alpha_1", "µM", p.alpha_1),
            ("alpha_2", "µM", p.alpha_2),
            ("beta", "1/µM", p.beta),
            ("p1", "s", p.p1),
            ("p2", "µM^P3", p.p2),
            ("p4", "s", p.p4),
            ("tau_ca", "ms", p.tau_ca),
            ("tau_nmda_fast", "ms", p.tau_nmda_fast),
            ("tau_nmda_slow", "ms", p.tau_nmda_slow),
            ("tau_bpap_fast", "ms", p.tau_bpap_fast),
            ("tau_bpap_slow", "ms", p.tau_bpap_slow),
            ("w0", "", p.w0),
        ] {
            Allowed::Between(1e-9, 1e9).check(name, unit, value)?;
        }
        for (name, unit, value) in [
            ("p3", "", p.p3),
            ("g_nmda", "µM/(ms mV)", p.g_nmda),
            ("bpap", "mV", p.bpap),
            ("bpap_delay", "ms", p.bpap_delay),
            ("epsp", "mV", p.epsp),
        ] {
            Allowed::Between(0.0, 1e6).check(name, unit, value)?;
        }
        for (name, value) in [("p0", p.p0), ("nmda_fast", p.nmda_fast), ("bpap_fast", p.bpap_fast)] {
            Allowed::Between(0.0, 1.0).check(name, "", value)?;
        }
        Allowed::Between(-1000.0, 1000.0).check("v_rest", "mV", p.v_rest)?;
        Allowed::Between(-1000.0, 1000.0).check("v_reversal", "mV", p.v_reversal)?;
        Ok(NmdaRule { params })
    }

    /// The parameters.
    pub fn params(&self) -> NmdaParams {
        self.params
    }

    /// Ω(Ca), the weight that a lasting calcium level (µM) leads to.
    pub fn omega(&self, calcium: f64) -> f64 {
        let p = self.params;
        let sig = |x: f64| 1.0 / (1.0 + (-p.beta * x).exp());
        0.25 + sig(calcium - p.alpha_2) - 0.25 * sig(calcium - p.alpha_1)
    }

    /// η(Ca), how fast it leads there, 1/s. Calcium below 0 counts as 0.
    pub fn eta(&self, calcium: f64) -> f64 {
        let p = self.params;
        1.0 / (p.p1 / (p.p2 + calcium.max(0.0).powf(p.p3)) + p.p4)
    }

    /// The part B(V) of the channels that magnesium leaves open at `v` (mV).
    pub fn unblocked(&self, v: f64) -> f64 {
        1.0 / (1.0 + (-0.062 * v).exp() / 3.57)
    }

    /// The relative change of the weight by a protocol, 0.5 being + 50 %.
    ///
    /// # Errors
    ///
    /// If the protocol has more than [`MAX_SAMPLES`] steps of 0.5 ms.
    pub fn change(&self, protocol: &Protocol) -> Result<f64> {
        let mut w = self.params.w0;
        self.follow(protocol, DT, |_, _, _, weight| w = weight)?;
        Ok(w / self.params.w0 - 1.0)
    }

    /// Potential, calcium and weight during a protocol.
    ///
    /// # Errors
    ///
    /// If the protocol has more than [`MAX_SAMPLES`] steps of 0.5 ms.
    pub fn simulate(&self, protocol: &Protocol) -> Result<NmdaRun> {
        let steps = time_step::steps(DT, protocol.duration(), MAX_SAMPLES)?;
        let mut v = Array1::from_elem(steps + 1, self.params.v_rest);
        let mut calcium = Array1::zeros(steps + 1);
        let mut w = Array1::from_elem(steps + 1, self.params.w0);
        self.follow(protocol, DT, |k, potential, ca, weight| {
            v[k] = potential;
            calcium[k] = ca;
            w[k] = weight;
        })?;
        Ok(NmdaRun { t: time_step::times(steps, DT), v, calcium, w })
    }

    /// The loop, in steps of `dt` (ms). `record(k, V, Ca, w)` receives every sample but the first.
    fn follow(&self, protocol: &Protocol, dt: f64, mut record: impl FnMut(usize, f64, f64, f64)) -> Result<()> {
        let p = self.params;
        let steps = time_step::steps(dt, protocol.duration(), MAX_SAMPLES)?;
        let mut spine = Spine::new(p, dt);
        let mut pre = protocol.pre().times().iter().peekable();
        let mut post = protocol.post().times().iter().peekable();
        let (mut calcium, mut w) = (0.0, p.w0);
        let keep = (-dt / p.tau_ca).exp();
        for k in 1..=steps {
            // A spike takes effect at the beginning of the step that follows it.
            let now = (k - 1) as f64 * dt;
            while pre.next_if(|&&t| t <= now).is_some() {
                spine.presynaptic_spike();
            }
            while post.next_if(|&&t| t + p.bpap_delay <= now).is_some() {
                spine.postsynaptic_spike();
            }
            let v = spine.potential();
            let current = p.g_nmda * (p.v_reversal - v) * self.unblocked(v) * spine.open();
            let limit = current * p.tau_ca;
            calcium = limit + (calcium - limit) * keep;
            spine.decay();
            // Milliseconds in a rate per second.
            let learned = -(-self.eta(calcium) * dt / 1000.0).exp_m1();
            w += (self.omega(calcium) - w) * learned;
            record(k, v, calcium, w);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
