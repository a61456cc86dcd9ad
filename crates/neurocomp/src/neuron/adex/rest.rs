//! Where an adaptive exponential neuron stays, and the current beyond which it cannot.

use super::{AdEx, Excitability};
use crate::Result;
use crate::neuron::two_variables::CURRENTS;
use crate::phase_plane::FixedPoint;
use crate::root::bisect;

impl AdEx {
    /// All states in which both variables stay under a constant `current` (nA), from low to high potential: two (rest
    /// and the threshold, a saddle), or none if the current is too strong. With a ≤ −g_L there is at most one, and no
    /// rest.
    ///
    /// ```
    /// use neurocomp::neuron::adex::{AdEx, AdExParams};
    /// use neurocomp::phase_plane::Stability;
    ///
    /// let neuron = AdEx::new(AdExParams::default())?;
    /// let points = neuron.fixed_points(0.0)?;
    /// assert!(points[0].is_stable() && (points[0].v + 70.6).abs() < 0.01);
    /// assert_eq!(points[1].stability, Stability::Saddle);
    /// assert!(neuron.fixed_points(1.0)?.is_empty());
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If `current` is not between −10⁶ and 10⁶ nA.
    pub fn fixed_points(&self, current: f64) -> Result<Vec<FixedPoint>> {
        CURRENTS.check("current", "nA", current)?;
        let p = self.params();
        let total = p.g_leak + p.a;
        // The distance of the nullclines. It is convex in V: at most two zeros, on both sides of its minimum.
        let distance = |v: f64| {
            let exponential = ((v - p.v_thresh) / p.delta_t).exp();
            p.g_leak * p.delta_t * exponential - total * (v - p.e_leak) + current
        };
        // From a place where the distance is not positive to one above where it is.
        let upper = |from: f64| bisect(distance, from, self.above(distance, from));
        if total > 0.0 {
            let lowest = p.v_thresh + p.delta_t * (total / p.g_leak).ln();
            if distance(lowest) > 0.0 {
                return Ok(Vec::new());
            }
            // Below the place where the leak alone would stay.
            let leak = p.e_leak + current / total;
            let rest = bisect(distance, leak.min(lowest) - p.delta_t, lowest);
            return Ok(vec![self.fixed_point(rest), self.fixed_point(upper(lowest))]);
        }
        // The distance only grows with V, from −∞ or, if a = −g_L, from I.
        if total == 0.0 && current >= 0.0 {
            return Ok(Vec::new());
        }
        let mut low = p.v_thresh;
        let mut reach = p.delta_t;
        while distance(low) > 0.0 {
            low -= reach;
            reach *= 2.0;
        }
        Ok(vec![self.fixed_point(upper(low))])
    }

    /// The current (nA) beyond which there is no stable rest: equations in the [module](super). A current that grows
    /// slowly makes the neuron fire when it exceeds this; one that is switched on may make it fire before adaptation
    /// has answered, at less. `None` if a ≤ −g_L: there is no rest at any current.
    pub fn rheobase(&self) -> Option<f64> {
        let p = self.params();
        let slow = self.tau_m() / p.tau_w;
        let gap = p.v_thresh - p.e_leak - p.delta_t;
        let excess = match self.excitability()? {
            Excitability::Integrator => {
                return Some((p.g_leak + p.a) * (gap + p.delta_t * (p.a / p.g_leak).ln_1p()));
            }
            Excitability::Resonator => p.a / p.g_leak - slow,
        };
        let merged = (p.g_leak + p.a) * (gap + p.delta_t * slow.ln_1p());
        Some(merged + p.delta_t * p.g_leak * excess)
    }

    /// How rest is lost at the rheobase: [`Excitability::Integrator`] if a/g_L ≤ τ_m/τ_w, otherwise
    /// [`Excitability::Resonator`]. `None` if there is no rest.
    pub fn excitability(&self) -> Option<Excitability> {
        let p = self.params();
        if p.a <= -p.g_leak {
            None
        } else if p.a / p.g_leak <= self.tau_m() / p.tau_w {
            Some(Excitability::Integrator)
        } else {
            Some(Excitability::Resonator)
        }
    }

    fn fixed_point(&self, v: f64) -> FixedPoint {
        FixedPoint::new(v, self.w_nullcline(v), self.jacobian(v))
    }

    /// [[∂V'/∂V, ∂V'/∂w], [∂w'/∂V, ∂w'/∂w]] at potential `v`, 1/ms and the units that go with it.
    pub(super) fn jacobian(&self, v: f64) -> [[f64; 2]; 2] {
        let p = self.params();
        let growth = ((v - p.v_thresh) / p.delta_t).exp_m1();
        [[p.g_leak * growth / p.capacitance, -1.0 / p.capacitance], [p.a / p.tau_w, -1.0 / p.tau_w]]
    }

    /// A potential above `from` where the exponential has won.
    fn above(&self, distance: impl Fn(f64) -> f64, from: f64) -> f64 {
        let mut reach = self.params().delta_t;
        while distance(from + reach) <= 0.0 {
            reach *= 2.0;
        }
        from + reach
    }
}
