//! Leaky integrate-and-fire neurons with exponential synaptic currents.

use super::cell::LifCell;
use super::chunk::{CHUNK, RESTING, chunks, chunks_mut, collect, of_chunk};
use super::decay::Decay;

/// The equation is linear, and its exact solution over a step is a sum (Rotter & Diesmann 1999,
/// doi:10.1007/s004220050570):
///
/// ```text
/// V(t + dt) = V∞ + (V(t) − V∞) e^(−dt/τ) + q_e u_e(t) + q_i u_i(t),        V∞ = V_rest + R I
///
/// q = ∫₀^dt e^(−(dt − s)/τ) e^(−s/τ_syn) ds/τ = (dt/τ) e^(−dt/τ) (e^z − 1)/z,    z = dt/τ − dt/τ_syn
/// ```
///
/// dt therefore only decides at which times a spike may happen.
pub(super) struct LifCurrent {
    pub v: Vec<f64>,
    pub u_e: Decay,
    pub u_i: Decay,
    /// (1 − e^(−dt/τ)) V∞ of each neuron, mV; of one chunk if all chunks are alike.
    drive: Vec<f64>,
    keep: f64,
    q_e: f64,
    q_i: f64,
    v_thresh: f64,
}

impl LifCurrent {
    pub fn new(p: LifCell, taus: (f64, f64), dt: f64, v: Vec<f64>, steady: &[f64]) -> LifCurrent {
        let keep = (-dt / p.tau_m).exp();
        LifCurrent {
            u_e: Decay::new(v.len(), dt, taus.0),
            u_i: Decay::new(v.len(), dt, taus.1),
            drive: steady.iter().map(|v| v * -(-dt / p.tau_m).exp_m1()).collect(),
            keep,
            q_e: response(dt, p.tau_m, taus.0),
            q_i: response(dt, p.tau_m, taus.1),
            v_thresh: p.v_thresh,
            v,
        }
    }

    pub fn step(&mut self, after_spike: f64, fired: &mut Vec<u32>) {
        let (keep, v_thresh) = (self.keep, self.v_thresh);
        let (q_e, q_i) = (self.q_e * self.u_e.scale, self.q_i * self.u_i.scale);
        let drive = chunks(&self.drive);
        let (u_e, u_i) = (chunks(&self.u_e.values), chunks(&self.u_i.values));
        for (c, v) in chunks_mut(&mut self.v).iter_mut().enumerate() {
            if advance(v, of_chunk(drive, c), &u_e[c], &u_i[c], (keep, q_e, q_i, v_thresh)) {
                collect(v, c, v_thresh, after_spike, fired);
            }
        }
        self.u_e.step();
        self.u_i.step();
    }
}

/// One step of some neurons; whether one of them has reached the threshold.
#[inline]
fn advance(
    v: &mut [f64; CHUNK],
    drive: &[f64; CHUNK],
    u_e: &[f64; CHUNK],
    u_i: &[f64; CHUNK],
    (keep, q_e, q_i, v_thresh): (f64, f64, f64, f64),
) -> bool {
    let mut above = false;
    for k in 0..CHUNK {
        v[k] = keep * v[k] + drive[k] + (q_e * u_e[k] + q_i * u_i[k]);
        above |= v[k] >= v_thresh;
    }
    above
}

/// What remains at the end of a step of a synaptic current that was 1 at its beginning: q above. Written so that equal
/// time constants, z = 0, are nothing special.
fn response(dt: f64, tau_m: f64, tau_syn: f64) -> f64 {
    let z = dt / tau_m - dt / tau_syn;
    let mean = if z == 0.0 { 1.0 } else { z.exp_m1() / z };
    dt / tau_m * (-dt / tau_m).exp() * mean
}

/// Leaky integrate-and-fire neurons whose potential jumps when a spike arrives: V decays towards V∞, and the jumps of
/// the step are added at its end.
pub(super) struct LifDelta {
    pub v: Vec<f64>,
    drive: Vec<f64>,
    keep: f64,
    v_thresh: f64,
}

impl LifDelta {
    pub fn new(p: LifCell, dt: f64, v: Vec<f64>, steady: &[f64]) -> LifDelta {
        LifDelta {
            drive: steady.iter().map(|v| v * -(-dt / p.tau_m).exp_m1()).collect(),
            keep: (-dt / p.tau_m).exp(),
            v_thresh: p.v_thresh,
            v,
        }
    }

    /// The decay; then come the jumps, then [`LifDelta::fire`].
    pub fn decay(&mut self) {
        for (v, drive) in self.v.iter_mut().zip(self.drive.iter().cycle()) {
            *v = self.keep * *v + drive;
        }
    }

    pub fn fire(&mut self, after_spike: f64, fired: &mut Vec<u32>) {
        for (c, v) in chunks_mut(&mut self.v).iter_mut().enumerate() {
            if v.iter().fold(false, |above, &v| above | (v >= self.v_thresh)) {
                collect(v, c, self.v_thresh, after_spike, fired);
            }
        }
    }
}

// A refractory neuron is at −∞ and stays there: neither decay nor a finite input brings it back.
const _: () = assert!(RESTING == f64::NEG_INFINITY);
