//! The phase plane of two variables: points at which nothing moves, and what happens near them.
//!
//! A small deviation from a fixed point obeys the linear equation of the Jacobian J there. Its eigenvalues follow from the
//! trace T and the determinant D:
//!
//! ```text
//! λ = T/2 ± √(T²/4 − D)
//! ```
//!
//! | | D < 0 | D > 0, T < 0 | D > 0, T > 0 |
//! | --- | --- | --- | --- |
//! | T² > 4 D | saddle | stable node | unstable node |
//! | T² < 4 D | – | stable focus | unstable focus |
//!
//! Source: S. H. Strogatz, *Nonlinear Dynamics and Chaos*, CRC Press 2018, chapters 5 and 6.

use std::fmt;

use nalgebra::Complex;

use crate::language::{choose, debug_as_display};
use crate::summary::summary;

/// What becomes of a small deviation from a fixed point in the plane. It prints in the language of [`crate::language`].
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Stability {
    /// Dies out without swinging: two negative eigenvalues.
    StableNode,
    /// Dies out in swings: two complex eigenvalues with negative real part.
    StableFocus,
    /// Grows without swinging: two positive eigenvalues.
    UnstableNode,
    /// Grows in swings: two complex eigenvalues with positive real part.
    UnstableFocus,
    /// Dies out along one line and grows along another: eigenvalues of opposite sign.
    Saddle,
    /// An eigenvalue is zero, or both are imaginary: the Jacobian alone does not decide.
    Borderline,
}

impl Stability {
    /// The stability that goes with the trace and the determinant of a Jacobian of two variables.
    ///
    /// ```
    /// use neurocomp::phase_plane::Stability;
    ///
    /// let focus = Stability::from_trace_and_determinant(-1.0, 2.0);
    /// assert_eq!(focus, Stability::StableFocus);
    /// assert_eq!(focus.to_string(), "stable focus");
    /// assert!(focus.is_stable());
    /// ```
    pub fn from_trace_and_determinant(trace: f64, determinant: f64) -> Stability {
        let swings = trace * trace < 4.0 * determinant;
        if determinant < 0.0 {
            Stability::Saddle
        } else if determinant > 0.0 && trace < 0.0 {
            if swings { Stability::StableFocus } else { Stability::StableNode }
        } else if determinant > 0.0 && trace > 0.0 {
            if swings { Stability::UnstableFocus } else { Stability::UnstableNode }
        } else {
            Stability::Borderline
        }
    }

    /// Whether all small deviations die out.
    pub fn is_stable(self) -> bool {
        matches!(self, Stability::StableNode | Stability::StableFocus)
    }
}

impl fmt::Display for Stability {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Stability::StableNode => choose("stable node", "nœud stable"),
            Stability::StableFocus => choose("stable focus", "foyer stable"),
            Stability::UnstableNode => choose("unstable node", "nœud instable"),
            Stability::UnstableFocus => choose("unstable focus", "foyer instable"),
            Stability::Saddle => choose("saddle", "point selle"),
            Stability::Borderline => choose("borderline", "cas limite"),
        })
    }
}

debug_as_display!(Stability);

/// A point of the plane at which nothing moves. It prints with the name of its stability, in the reader’s language.
#[derive(Clone, Copy, PartialEq)]
pub struct FixedPoint {
    /// Its potential V.
    pub v: f64,
    /// Its recovery W.
    pub w: f64,
    /// The eigenvalues of the Jacobian there; first the one with the larger real part, or positive imaginary part.
    pub eigenvalues: [Complex<f64>; 2],
    /// What they mean.
    pub stability: Stability,
}

summary!(FixedPoint, |point| {
    let [one, other] = point.eigenvalues;
    let eigenvalues = if one.im == 0.0 {
        format!("{:.4}, {:.4}", one.re, other.re)
    } else {
        format!("{:.4} ± {:.4} i", one.re, one.im)
    };
    format!("v = {:.4}, w = {:.4}, {}, λ = {eigenvalues}", point.v, point.w, point.stability)
});

impl FixedPoint {
    /// The fixed point (v, w) with the Jacobian [[∂V'/∂V, ∂V'/∂w], [∂w'/∂V, ∂w'/∂w]].
    pub fn new(v: f64, w: f64, jacobian: [[f64; 2]; 2]) -> FixedPoint {
        let [[a, b], [c, d]] = jacobian;
        let (trace, determinant) = (a + d, a * d - b * c);
        FixedPoint {
            v,
            w,
            eigenvalues: eigenvalues(trace, determinant),
            stability: Stability::from_trace_and_determinant(trace, determinant),
        }
    }

    /// Whether the state returns to it from nearby.
    pub fn is_stable(&self) -> bool {
        self.stability.is_stable()
    }
}

/// λ = T/2 ± √(T²/4 − D).
fn eigenvalues(trace: f64, determinant: f64) -> [Complex<f64>; 2] {
    let half = 0.5 * trace;
    let square = half * half - determinant;
    if square < 0.0 {
        let swing = (-square).sqrt();
        return [Complex::new(half, swing), Complex::new(half, -swing)];
    }
    // The eigenvalue in which nothing cancels, and the other one from the product λ₁ λ₂ = D.
    let larger = half + square.sqrt().copysign(half);
    let smaller = if larger == 0.0 { 0.0 } else { determinant / larger };
    [Complex::new(larger.max(smaller), 0.0), Complex::new(larger.min(smaller), 0.0)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kind_of_a_fixed_point_follows_from_the_eigenvalues() {
        for (jacobian, stability) in [
            ([[-1.0, 0.0], [0.0, -2.0]], Stability::StableNode),
            ([[-1.0, -3.0], [3.0, -1.0]], Stability::StableFocus),
            ([[1.0, 0.0], [0.0, 2.0]], Stability::UnstableNode),
            ([[1.0, -3.0], [3.0, 1.0]], Stability::UnstableFocus),
            ([[1.0, 0.0], [0.0, -2.0]], Stability::Saddle),
            ([[0.0, -1.0], [1.0, 0.0]], Stability::Borderline),
        ] {
            let point = FixedPoint::new(0.0, 0.0, jacobian);
            assert_eq!(point.stability, stability);
            let stable = point.eigenvalues.iter().all(|value| value.re < 0.0);
            assert_eq!(point.is_stable(), stable);
        }
    }

    #[test]
    fn eigenvalues_have_the_trace_as_sum_and_the_determinant_as_product() {
        for (trace, determinant) in [(-3.0, 1e-12), (2.0, 5.0), (-1.0, -6.0), (0.0, 0.0)] {
            let [one, other] = eigenvalues(trace, determinant);
            assert!((one + other - trace).norm() < 1e-12);
            assert!((one * other - determinant).norm() <= 1e-15 * (1.0 + determinant.abs()));
        }
    }
}
