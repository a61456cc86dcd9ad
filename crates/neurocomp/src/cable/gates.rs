//! The gates m, h, n of active compartments, and the table that moves them on.
//!
//! While the potential stays at V for a step, a gate relaxes exactly by
//!
//! ```text
//! x ← x∞ + (x − x∞) E = a + E x        E = e^(−φ (α + β) dt),  a = α/(α + β) · (1 − E)
//! ```
//!
//! with φ = 3^((T − 6.3)/10) for the temperature T in °C. Six exponentials and as many divisions for each compartment
//! and step would be most of the work of a simulation. Instead a and E of the three gates are tabulated over V and
//! interpolated linearly, as NEURON does; with a spacing of 1/16 mV the values err by less than 1e-6 (a test).

use crate::neuron::hodgkin_huxley::{alpha_h, alpha_m, alpha_n, beta_h, beta_m, beta_n};

/// m, h and n.
pub(super) type Gates = [f64; 3];

/// The table's range, mV from rest, and its entries per mV. Outside the formulas themselves are used.
const LOW: f64 = -150.0;
const HIGH: f64 = 250.0;
const PER_MV: f64 = 16.0;

/// Farther from rest every gate is fully open or closed, and the exponentials would overflow.
const FARTHEST: f64 = 500.0;

/// φ = 3^((T − 6.3)/10): how much faster the gates move at `temperature` (°C) than at 6.3 °C.
pub(super) fn speed_up(temperature: f64) -> f64 {
    3.0_f64.powf((temperature - 6.3) / 10.0)
}

/// The gates after a long time at `v` (mV from rest).
pub(super) fn steady(v: f64) -> Gates {
    rates(v).map(|(alpha, beta)| alpha / (alpha + beta))
}

/// a and E of each gate at `v` (mV) for a step of `dt` (ms, already multiplied by φ).
fn propagator(v: f64, dt: f64) -> [f64; 6] {
    let mut entry = [0.0; 6];
    for (gate, (alpha, beta)) in rates(v).into_iter().enumerate() {
        let total = alpha + beta;
        entry[2 * gate] = -alpha / total * (-total * dt).exp_m1();
        entry[2 * gate + 1] = (-total * dt).exp();
    }
    entry
}

fn rates(v: f64) -> [(f64, f64); 3] {
    let v = v.clamp(-FARTHEST, FARTHEST);
    [(alpha_m(v), beta_m(v)), (alpha_h(v), beta_h(v)), (alpha_n(v), beta_n(v))]
}

/// The gates after a step of `dt` (ms, already multiplied by φ) at `v`, by the formulas themselves.
pub(super) fn advance_exactly(gates: &mut Gates, v: f64, dt: f64) {
    apply(gates, &propagator(v, dt));
}

fn apply(gates: &mut Gates, entry: &[f64; 6]) {
    for (gate, x) in gates.iter_mut().enumerate() {
        *x = entry[2 * gate] + entry[2 * gate + 1] * *x;
    }
}

/// What a step does to the gates, for every potential.
pub(super) struct GateTable {
    /// The step times φ, ms.
    dt: f64,
    entries: Vec<[f64; 6]>,
}

impl GateTable {
    /// A table for steps of `dt` (ms) at `temperature` (°C).
    pub(super) fn new(dt: f64, temperature: f64) -> GateTable {
        let dt = dt * speed_up(temperature);
        let count = ((HIGH - LOW) * PER_MV) as usize + 1;
        let entries = (0..count).map(|k| propagator(LOW + k as f64 / PER_MV, dt)).collect();
        GateTable { dt, entries }
    }

    /// Moves the gates on by one step at `v` (mV from rest).
    #[inline]
    pub(super) fn advance(&self, gates: &mut Gates, v: f64) {
        let place = (v - LOW) * PER_MV;
        let k = place as usize;
        // Written so that NaN, too, goes the other way.
        if !(place >= 0.0 && k < self.entries.len() - 1) {
            return advance_exactly(gates, v, self.dt);
        }
        let fraction = place - k as f64;
        let (low, high) = (&self.entries[k], &self.entries[k + 1]);
        let entry: [f64; 6] = std::array::from_fn(|j| low[j] + fraction * (high[j] - low[j]));
        apply(gates, &entry);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_errs_by_less_than_a_millionth() {
        for (dt, temperature) in [(0.001, 6.3), (0.025, 6.3), (0.025, 18.5), (0.1, 30.0)] {
            let table = GateTable::new(dt, temperature);
            let mut largest = 0.0_f64;
            // An irrational step visits every position between two entries.
            for k in 0..200_000 {
                let v = LOW - 10.0 + k as f64 * 0.002_1 * std::f64::consts::FRAC_1_SQRT_2 * 1.4;
                for start in [[0.0; 3], [1.0; 3]] {
                    let (mut fast, mut exact) = (start, start);
                    table.advance(&mut fast, v);
                    advance_exactly(&mut exact, v, dt * speed_up(temperature));
                    for gate in 0..3 {
                        largest = largest.max((fast[gate] - exact[gate]).abs());
                    }
                }
            }
            assert!(largest < 1e-6, "{largest} at dt = {dt}, {temperature} °C");
            assert!(largest > 0.0);
        }
    }

    #[test]
    fn rates_are_smooth_where_the_quotients_are_zero_over_zero() {
        // α_m(25) = 1 and α_n(10) = 0.1, the limits; beside them x/(eˣ − 1) = 1 − x/2 + x²/12 − …
        assert_eq!((alpha_m(25.0), alpha_n(10.0)), (1.0, 0.1));
        for x in [-1e-3_f64, -1e-7, 1e-12, 1e-7, 1e-3] {
            let series = 1.0 - x / 2.0 + x * x / 12.0;
            assert!((alpha_m(25.0 - 10.0 * x) - series).abs() < 1e-12, "{x}");
            assert!((alpha_n(10.0 - 10.0 * x) - 0.1 * series).abs() < 1e-12, "{x}");
        }
    }

    #[test]
    fn two_half_steps_are_one_step_and_the_end_is_the_steady_state() {
        for v in [-2000.0, -60.0, 0.0, 10.0, 25.0, 110.0, 2000.0] {
            let (mut once, mut twice) = ([0.3, 0.4, 0.5], [0.3, 0.4, 0.5]);
            advance_exactly(&mut once, v, 0.2);
            advance_exactly(&mut twice, v, 0.1);
            advance_exactly(&mut twice, v, 0.1);
            let mut late = [0.3, 0.4, 0.5];
            advance_exactly(&mut late, v, 1e4);
            for gate in 0..3 {
                assert!((once[gate] - twice[gate]).abs() < 1e-14);
                assert!((late[gate] - steady(v)[gate]).abs() < 1e-14);
                assert!((0.0..=1.0).contains(&late[gate]));
            }
        }
    }

    #[test]
    fn the_gates_at_rest_are_those_of_the_paper() {
        // Hodgkin & Huxley 1952: m₀ = 0.0529, h₀ = 0.5961, n₀ = 0.3177.
        let rest = steady(0.0);
        for (gate, value) in rest.into_iter().zip([0.0529, 0.5961, 0.3177]) {
            assert!((gate - value).abs() < 5e-5, "{gate} and {value}");
        }
    }
}
