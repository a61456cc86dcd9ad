//! Leaky integrate-and-fire neurons with exponential synaptic conductances.

use super::cell::LifCell;
use super::chunk::{CHUNK, RESTING, chunks, chunks_mut, collect, of_chunk};
use super::decay::Decay;

/// With conductances counted in leak conductances,
///
/// ```text
/// τ dV/dt = S − G V,   G = 1 + g_e + g_i,   S = V∞ + g_e E_e + g_i E_i,   V∞ = V_rest + R I
/// ```
///
/// and a step is the implicit midpoint rule, G and S taken in the middle of the step, where g is known exactly:
///
/// ```text
/// V(t + dt) = (V(t) (1 − x G) + 2 x S)/(1 + x G),     x = dt/(2τ)
/// ```
///
/// Its error is of second order in dt, and it does not run away however large the conductance.
pub(super) struct LifConductance {
    pub v: Vec<f64>,
    pub g_e: Decay,
    pub g_i: Decay,
    /// V∞ of each neuron, mV; of one chunk if all chunks are alike.
    steady: Vec<f64>,
    reversal: (f64, f64),
    /// By how much conductances decay in half a step.
    half: (f64, f64),
    x: f64,
    v_thresh: f64,
}

impl LifConductance {
    pub fn new(
        p: LifCell,
        taus: (f64, f64),
        reversal: (f64, f64),
        dt: f64,
        v: Vec<f64>,
        steady: Vec<f64>,
    ) -> LifConductance {
        LifConductance {
            g_e: Decay::new(v.len(), dt, taus.0),
            g_i: Decay::new(v.len(), dt, taus.1),
            steady,
            reversal,
            half: ((-0.5 * dt / taus.0).exp(), (-0.5 * dt / taus.1).exp()),
            x: 0.5 * dt / p.tau_m,
            v_thresh: p.v_thresh,
            v,
        }
    }

    pub fn step(&mut self, after_spike: f64, fired: &mut Vec<u32>) {
        let (x, v_thresh, (e_e, e_i)) = (self.x, self.v_thresh, self.reversal);
        let scale_e = self.half.0 * self.g_e.scale;
        let scale_i = self.half.1 * self.g_i.scale;
        let steady = chunks(&self.steady);
        let (values_e, values_i) = (chunks(&self.g_e.values), chunks(&self.g_i.values));
        // One step of one neuron. A refractory one stays refractory, even where 1 − x G < 0 would turn −∞ around.
        let next = |v: f64, steady: f64, g_e: f64, g_i: f64| {
            let g = x * (1.0 + g_e + g_i);
            let s = steady + g_e * e_e + g_i * e_i;
            let next = (v * (1.0 - g) + 2.0 * x * s) / (1.0 + g);
            if v == RESTING { RESTING } else { next }
        };
        for (c, v) in chunks_mut(&mut self.v).iter_mut().enumerate() {
            let (steady, values_e, values_i) = (of_chunk(steady, c), &values_e[c], &values_i[c]);
            let mut above = false;
            for k in 0..CHUNK {
                v[k] = next(v[k], steady[k], scale_e * values_e[k], scale_i * values_i[k]);
                above |= v[k] >= v_thresh;
            }
            if above {
                collect(v, c, v_thresh, after_spike, fired);
            }
        }
        self.g_e.step();
        self.g_i.step();
    }
}
