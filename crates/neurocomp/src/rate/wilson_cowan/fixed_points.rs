//! Fixed points of the plane, their Jacobian matrix and its eigenvalues.

use nalgebra::{Complex, Matrix2};

use super::WilsonCowan;
use crate::phase_plane::Stability;
use crate::root::{bisect, sign};

/// On a bifurcation an eigenvalue is zero as far as rounding can tell.
fn stability([first, second]: [Complex<f64>; 2]) -> Stability {
    let scale = 1e-9 * (first.norm() + second.norm());
    let turns = first.im != 0.0;
    if first.re.abs() <= scale || second.re.abs() <= scale {
        Stability::Borderline
    } else if first.re * second.re < 0.0 {
        Stability::Saddle
    } else {
        match (first.re < 0.0, turns) {
            (true, false) => Stability::StableNode,
            (true, true) => Stability::StableFocus,
            (false, false) => Stability::UnstableNode,
            (false, true) => Stability::UnstableFocus,
        }
    }
}

/// A fixed point of the plane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WilsonCowanFixedPoint {
    /// Excitatory activity.
    pub e: f64,
    /// Inhibitory activity.
    pub i: f64,
    /// Eigenvalues of the Jacobian matrix, 1/ms, the one with the larger real part first. A small oscillation about a
    /// focus has the frequency |Im λ|/2π.
    pub eigenvalues: [Complex<f64>; 2],
    /// What the flow looks like close by.
    pub stability: Stability,
}

impl WilsonCowanFixedPoint {
    /// Whether activity close to it returns to it.
    pub fn is_stable(&self) -> bool {
        self.stability.is_stable()
    }
}

impl WilsonCowan {
    /// The Jacobian matrix of (dE/dt, dI/dt) at (E, I), 1/ms: rows E, I; columns ∂/∂E, ∂/∂I.
    pub fn jacobian(&self, e: f64, i: f64) -> Matrix2<f64> {
        let p = self.params;
        let (x_e, x_i) = (self.drive_e(e, i), self.drive_i(e, i));
        let gain_e = (1.0 - p.refractory_e * e) * p.transfer_e.derivative(x_e);
        let gain_i = (1.0 - p.refractory_i * i) * p.transfer_i.derivative(x_i);
        let decay_e = 1.0 + p.refractory_e * p.transfer_e.rate(x_e);
        let decay_i = 1.0 + p.refractory_i * p.transfer_i.rate(x_i);
        Matrix2::new(
            (gain_e * p.w_ee - decay_e) / p.tau_e,
            -gain_e * p.w_ei / p.tau_e,
            gain_i * p.w_ie / p.tau_i,
            -(gain_i * p.w_ii + decay_i) / p.tau_i,
        )
    }

    /// The eigenvalues of the Jacobian matrix at (E, I), 1/ms, the one with the larger real part first.
    pub fn eigenvalues(&self, e: f64, i: f64) -> [Complex<f64>; 2] {
        let found = self.jacobian(e, i).complex_eigenvalues();
        if found[0].re >= found[1].re { [found[0], found[1]] } else { [found[1], found[0]] }
    }

    /// All fixed points, in the order of E; why none is missed is explained in the [module](super).
    pub fn fixed_points(&self) -> Vec<WilsonCowanFixedPoint> {
        let (low, high) = self.range_e();
        let least = 1e-9 * (high - low);
        let mut zeros = Vec::new();
        // Beyond the range E falls back into it; with a saturated Φ_e, rounding must not say otherwise at its very
        // ends.
        let (mut first, mut last) = (self.end(low), self.end(high));
        (first.f, last.f) = (first.f.max(0.0), last.f.min(0.0));
        self.divide(first, last, least, &mut zeros);
        zeros.sort_by(f64::total_cmp);
        zeros.dedup_by(|b, a| *b - *a <= 2.0 * least);
        zeros.into_iter().map(|e| self.fixed_point(e)).collect()
    }

    fn fixed_point(&self, e: f64) -> WilsonCowanFixedPoint {
        let i = self.steady_i(e);
        let eigenvalues = self.eigenvalues(e, i);
        WilsonCowanFixedPoint { e, i, eigenvalues, stability: stability(eigenvalues) }
    }

    fn end(&self, e: f64) -> End {
        let i = self.steady_i(e);
        End { e, i, f: self.params.tau_e * self.slope(e, i).0 }
    }

    /// Looks for the zeros of F between two values of E; see the module.
    fn divide(&self, low: End, high: End, least: f64, zeros: &mut Vec<f64>) {
        for end in [low, high] {
            if end.f == 0.0 {
                zeros.push(end.e);
            }
        }
        let (fall, rise) = self.slope_bounds(low, high);
        if fall > 0.0 || rise < 0.0 {
            if sign(low.f) * sign(high.f) < 0 {
                zeros.push(bisect(|e| self.end(e).f, low.e, high.e));
            }
            return;
        }
        let width = high.e - low.e;
        // F, from low.f on, cannot reach zero before the end at its steepest.
        if (low.f > 0.0 && low.f + fall * width > 0.0) || (low.f < 0.0 && low.f + rise * width < 0.0) {
            return;
        }
        if width <= least {
            // As close to zero as this scale can tell.
            if sign(low.f) * sign(high.f) < 0 || low.f.abs().min(high.f.abs()) <= least * least.max(fall.abs()) {
                zeros.push(0.5 * (low.e + high.e));
            }
            return;
        }
        let middle = self.end(0.5 * (low.e + high.e));
        self.divide(low, middle, least, zeros);
        self.divide(middle, high, least, zeros);
    }

    /// Bounds of dF/dE between two values of E:
    /// dF/dE = −1 − ρ_e Φ_e + (1 − ρ_e E) Φ_e' (w_ee − w_ei dI/dE) along the nullcline of I, on which, with
    /// y = (1 − ρ_i I) Φ_i', dI/dE = w_ie y/(1 + ρ_i Φ_i + w_ii y).
    fn slope_bounds(&self, low: End, high: End) -> (f64, f64) {
        let p = self.params;
        // On the nullcline I grows with E, hence also Φ_i = I/(1 − ρ_i I) and its argument.
        let x_i = (self.drive_i(low.e, low.i), self.drive_i(high.e, high.i));
        let x_i = (x_i.0.min(x_i.1), x_i.0.max(x_i.1));
        let slope_i = p.transfer_i.slope_range(x_i.0, x_i.1);
        let rate_i = (p.transfer_i.rate(x_i.0), p.transfer_i.rate(x_i.1));
        let along = |y: f64, rate: f64| p.w_ie * y / (1.0 + p.refractory_i * rate + p.w_ii * y);
        let di_de = (
            along((1.0 - p.refractory_i * high.i) * slope_i.0, rate_i.1),
            along((1.0 - p.refractory_i * low.i) * slope_i.1, rate_i.0),
        );
        let x_e = (p.w_ee * low.e - p.w_ei * high.i + p.input_e, p.w_ee * high.e - p.w_ei * low.i + p.input_e);
        let slope_e = p.transfer_e.slope_range(x_e.0, x_e.1);
        let gain = ((1.0 - p.refractory_e * high.e) * slope_e.0, (1.0 - p.refractory_e * low.e) * slope_e.1);
        let feedback = (p.w_ee - p.w_ei * di_de.1, p.w_ee - p.w_ei * di_de.0);
        let decay = (1.0 + p.refractory_e * p.transfer_e.rate(x_e.0), 1.0 + p.refractory_e * p.transfer_e.rate(x_e.1));
        let least = feedback.0 * if feedback.0 < 0.0 { gain.1 } else { gain.0 };
        let most = feedback.1 * if feedback.1 < 0.0 { gain.0 } else { gain.1 };
        (least - decay.1, most - decay.0)
    }
}

/// A value of E, its I on the nullcline, and F there.
#[derive(Clone, Copy)]
struct End {
    e: f64,
    i: f64,
    f: f64,
}
