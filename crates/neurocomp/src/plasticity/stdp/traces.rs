//! The two traces that remember the spikes of either neuron.

use super::Pairing;

/// What is left of the presynaptic spikes (x) and of the postsynaptic ones (y), as the pairing counts them.
#[derive(Clone, Copy)]
pub(super) struct Traces {
    pub x: f64,
    pub y: f64,
    now: f64,
    tau_plus: f64,
    tau_minus: f64,
    pairing: Pairing,
}

impl Traces {
    pub fn new(tau_plus: f64, tau_minus: f64, pairing: Pairing) -> Traces {
        Traces { x: 0.0, y: 0.0, now: 0.0, tau_plus, tau_minus, pairing }
    }

    pub fn decay_to(&mut self, t: f64) {
        self.x *= ((self.now - t) / self.tau_plus).exp();
        self.y *= ((self.now - t) / self.tau_minus).exp();
        self.now = t;
    }

    /// The neurons that fire now leave their mark. Marks that the pairing has used up go first.
    pub fn spikes(&mut self, pre: bool, post: bool) {
        let reduced = self.pairing == Pairing::NearestReduced;
        if post && (reduced || self.pairing == Pairing::NearestPresynaptic) {
            self.x = 0.0;
        }
        if pre && reduced {
            self.y = 0.0;
        }
        if pre {
            let adds = matches!(self.pairing, Pairing::AllToAll | Pairing::NearestPresynaptic);
            self.x = if adds { self.x + 1.0 } else { 1.0 };
        }
        if post {
            let adds = self.pairing == Pairing::AllToAll;
            self.y = if adds { self.y + 1.0 } else { 1.0 };
        }
    }
}
