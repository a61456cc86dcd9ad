//! Adaptive exponential integrate-and-fire neurons.

use super::cell::AdExCell;
use super::chunk::{CHUNK, RESTING, chunks, chunks_mut, collect, of_chunk};
use super::decay::Decay;
use super::exponential::exponential;

/// Divided by the leak conductance, with τ = C/g_L and R = 1/g_L:
///
/// ```text
/// τ dV/dt   = E_L − V + Δ_T e^((V − V_T)/Δ_T) − R w + R I + u_e (E_e − c V) + u_i (E_i − c V)
/// τ_w dw/dt = a (V − E_L) − w
/// ```
///
/// where c = 1 for conductances, and for currents c = 0 and E_e = E_i = 1. A step is Euler's, of first order in dt; the
/// synapses decay exactly. While a neuron is refractory its w goes on at V = V_reset.
pub(super) struct AdEx {
    pub v: Vec<f64>,
    pub w: Vec<f64>,
    pub u_e: Decay,
    pub u_i: Decay,
    /// E_L + R I of each neuron, mV; of one chunk if all chunks are alike.
    steady: Vec<f64>,
    synapses: Form,
    p: AdExCell,
    dt: f64,
}

/// The constants of u_e (E_e − c V) + u_i (E_i − c V).
#[derive(Clone, Copy)]
pub(super) struct Form {
    pub tau_e: f64,
    pub tau_i: f64,
    pub e_e: f64,
    pub e_i: f64,
    pub c: f64,
}

impl AdEx {
    pub fn new(p: AdExCell, synapses: Form, dt: f64, v: Vec<f64>, steady: Vec<f64>) -> AdEx {
        AdEx {
            w: vec![0.0; v.len()],
            u_e: Decay::new(v.len(), dt, synapses.tau_e),
            u_i: Decay::new(v.len(), dt, synapses.tau_i),
            steady,
            synapses,
            p,
            dt,
            v,
        }
    }

    /// One step without the test of the threshold.
    pub fn advance(&mut self) {
        let p = self.p;
        let Form { e_e, e_i, c, .. } = self.synapses;
        let (rate, rate_w) = (self.dt / p.tau_m(), self.dt / p.tau_w);
        let (resistance, per_delta) = (1.0 / p.g_leak, 1.0 / p.delta_t);
        let (scale_e, scale_i) = (self.u_e.scale, self.u_i.scale);
        let w = chunks_mut(&mut self.w);
        let steady = chunks(&self.steady);
        let (u_e, u_i) = (chunks(&self.u_e.values), chunks(&self.u_i.values));
        for (number, v) in chunks_mut(&mut self.v).iter_mut().enumerate() {
            let (w, steady) = (&mut w[number], of_chunk(steady, number));
            let (u_e, u_i) = (&u_e[number], &u_i[number]);
            for k in 0..CHUNK {
                let resting = v[k] == RESTING;
                let now = if resting { p.v_reset } else { v[k] };
                let synapses = scale_e * u_e[k] * (e_e - c * now) + scale_i * u_i[k] * (e_i - c * now);
                let sodium = p.delta_t * exponential((now - p.v_thresh) * per_delta);
                let next = now + rate * (steady[k] - now + sodium - resistance * w[k] + synapses);
                v[k] = if resting { RESTING } else { next };
                w[k] += rate_w * (p.a * (now - p.e_leak) - w[k]);
            }
        }
        self.u_e.step();
        self.u_i.step();
    }

    pub fn fire(&mut self, after_spike: f64, fired: &mut Vec<u32>) {
        let (before, v_cut) = (fired.len(), self.p.v_cut());
        for (c, v) in chunks_mut(&mut self.v).iter_mut().enumerate() {
            if v.iter().fold(false, |above, &v| above | (v >= v_cut)) {
                collect(v, c, v_cut, after_spike, fired);
            }
        }
        for &k in &fired[before..] {
            self.w[k as usize] += self.p.b;
        }
    }
}
