//! Does the activity go round, and how fast?

use super::WilsonCowan;
use crate::integrate::runge_kutta::Rk4;

/// A limit cycle: an oscillation that keeps its amplitude.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Oscillation {
    /// Period, ms.
    pub period: f64,
    /// Frequency, Hz.
    pub frequency: f64,
    /// Smallest and largest E.
    pub e_range: (f64, f64),
    /// Smallest and largest I.
    pub i_range: (f64, f64),
}

/// Steps in the shortest time in which an activity decays: with the fourth order of the method, six digits of the
/// period.
const STEPS_PER_TAU: f64 = 50.0;
/// Time constants (the longer one) after which a transient counts as over.
const TRANSIENT: f64 = 300.0;
/// Close to the onset of the oscillation it takes longer: this many times the time in which it grows e-fold …
const GROWTHS: f64 = 20.0;
/// … but no more than so many time constants.
const LONGEST: f64 = 20_000.0;
/// Patience, for time constants that differ by orders of magnitude.
const MOST_STEPS: f64 = 5e6;
/// Time constants for which crossings are counted.
const OBSERVED: f64 = 200.0;

impl WilsonCowan {
    /// The oscillation that starts at the unstable focus or node with the largest growth, if there is one. `None` if
    /// the activity comes to rest.
    ///
    /// Found by simulation: after 300 time constants (more where the oscillation grows slowly), the period is the mean
    /// time between upward crossings of E through the middle of its range, over 200 time constants.
    pub fn oscillation(&self) -> Option<Oscillation> {
        let points = self.fixed_points();
        let growth = |p: &super::WilsonCowanFixedPoint| p.eigenvalues[1].re;
        let start = points.iter().filter(|p| growth(p) > 0.0).max_by(|a, b| growth(a).total_cmp(&growth(b)))?;
        let (tau_e, tau_i) = (self.params.tau_e, self.params.tau_i);
        let (dt, tau) = (self.shortest_time() / STEPS_PER_TAU, tau_e.max(tau_i));
        let transient = (GROWTHS / growth(start)).clamp(TRANSIENT * tau, LONGEST * tau);
        let steps = |time: f64| (time / dt).min(MOST_STEPS) as usize;
        let (before, during) = (steps(transient), steps(OBSERVED * tau));
        let (e_range, i_range) = (self.range_e(), self.range_i());
        let aside = |x: f64, range: (f64, f64)| x + 0.01 * (0.5 * (range.0 + range.1) - x);
        let mut y = [aside(start.e, e_range), aside(start.i, i_range)];
        let mut rk4 = Rk4::new(2);
        for _ in 0..before {
            self.step(&mut rk4, dt, &mut y);
        }
        let mut path = Vec::with_capacity(during + 1);
        for _ in 0..=during {
            path.push(y);
            self.step(&mut rk4, dt, &mut y);
        }
        self.cycle(&path, dt)
    }

    fn cycle(&self, path: &[[f64; 2]], dt: f64) -> Option<Oscillation> {
        let range = |axis: usize| {
            path.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), y| (low.min(y[axis]), high.max(y[axis])))
        };
        let (e_range, i_range) = (range(0), range(1));
        let size = self.range_e();
        // Smaller than this it is a transient that dies out, or rounding.
        if e_range.1 - e_range.0 < 1e-6 * (size.1 - size.0) {
            return None;
        }
        let middle = 0.5 * (e_range.0 + e_range.1);
        let crossings: Vec<f64> = (1..path.len())
            .filter(|&k| path[k - 1][0] < middle && path[k][0] >= middle)
            .map(|k| dt * (k as f64 - 1.0 + self.crossing(path[k - 1], path[k], dt, middle)))
            .collect();
        if crossings.len() < 3 {
            return None;
        }
        let period = (crossings[crossings.len() - 1] - crossings[0]) / (crossings.len() - 1) as f64;
        Some(Oscillation { period, frequency: 1000.0 / period, e_range, i_range })
    }

    /// The fraction of a step at which E crosses, on the cubic with E's values and slopes at both ends of the step.
    fn crossing(&self, from: [f64; 2], to: [f64; 2], dt: f64, middle: f64) -> f64 {
        let (e0, e1) = (from[0] - middle, to[0] - middle);
        let (d0, d1) = (dt * self.slope(from[0], from[1]).0, dt * self.slope(to[0], to[1]).0);
        let cubic = |s: f64| {
            let (u, v) = (1.0 - s, s);
            u * u * ((1.0 + 2.0 * v) * e0 + v * d0) + v * v * ((1.0 + 2.0 * u) * e1 - u * d1)
        };
        crate::root::bisect(cubic, 0.0, 1.0)
    }
}
