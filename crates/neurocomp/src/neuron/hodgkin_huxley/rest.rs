//! Gates and currents at a potential that is held, and the states in which the membrane stays.

use nalgebra::{Complex, Matrix4};
use ndarray::{Array1, ArrayRef1};

use super::rates::{alpha_h_slope, alpha_m_slope, alpha_n_slope, beta_h_slope, beta_m_slope, beta_n_slope};
use super::{
    CURRENT, HodgkinHuxley, HodgkinHuxleyState, POTENTIAL, alpha_h, alpha_m, alpha_n, beta_h, beta_m, beta_n, h_inf,
    m_inf, n_inf, tau_h, tau_m, tau_n,
};
use crate::Result;
use crate::summary::{count, range, summary};

/// Where the gates go and how fast, over an array of potentials: the figure of every textbook.
#[derive(Clone, PartialEq)]
pub struct GateCurves {
    /// The potentials, mV.
    pub v: Array1<f64>,
    /// Sodium activation m∞, 0 to 1.
    pub m_inf: Array1<f64>,
    /// Sodium inactivation h∞, 0 to 1.
    pub h_inf: Array1<f64>,
    /// Potassium activation n∞, 0 to 1.
    pub n_inf: Array1<f64>,
    /// Time constant of m, ms.
    pub tau_m: Array1<f64>,
    /// Time constant of h, ms.
    pub tau_h: Array1<f64>,
    /// Time constant of n, ms.
    pub tau_n: Array1<f64>,
}

summary!(GateCurves, |curves| {
    let [v, m, h, n] = [&curves.v, &curves.tau_m, &curves.tau_h, &curves.tau_n].map(|values| range(values, 2));
    let potentials = count(curves.v.len(), "potentials", "potentiels");
    format!("{potentials}, v = {v} mV, tau_m = {m}, tau_h = {h}, tau_n = {n} ms")
});

impl HodgkinHuxley {
    /// Steady states and time constants of the gates at each potential of `v` (mV), at the neuron's temperature.
    ///
    /// # Errors
    ///
    /// If `v` is empty or holds a value outside −1000 to 1000 mV.
    ///
    /// ```
    /// use neurocomp::ndarray::Array1;
    /// use neurocomp::neuron::hodgkin_huxley::{HodgkinHuxley, HodgkinHuxleyParams};
    ///
    /// let neuron = HodgkinHuxley::new(HodgkinHuxleyParams::default())?;
    /// let curves = neuron.gate_curves(&Array1::linspace(-50.0, 150.0, 201))?;
    /// // From −50 to 150 mV the sodium channel activates and inactivates, m ten times faster than h.
    /// assert!(curves.m_inf[0] < 0.001 && curves.m_inf[200] > 0.99 && curves.h_inf[200] < 0.01);
    /// assert!(curves.tau_m[50] < 0.1 * curves.tau_h[50]);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn gate_curves(&self, v: &ArrayRef1<f64>) -> Result<GateCurves> {
        POTENTIAL.check_list("v", "mV", v)?;
        let curve = |gate: fn(f64) -> f64| v.mapv(|v| gate(v - self.params.v_rest));
        Ok(GateCurves {
            v: v.to_owned(),
            m_inf: curve(m_inf),
            h_inf: curve(h_inf),
            n_inf: curve(n_inf),
            tau_m: curve(tau_m) / self.phi,
            tau_h: curve(tau_h) / self.phi,
            tau_n: curve(tau_n) / self.phi,
        })
    }

    /// The state that the gates reach when the potential is held at `v` (mV).
    ///
    /// # Errors
    ///
    /// If `v` is outside −1000 to 1000 mV.
    pub fn held_at(&self, v: f64) -> Result<HodgkinHuxleyState> {
        POTENTIAL.check("v", "mV", v)?;
        Ok(self.steady_gates(v))
    }

    fn steady_gates(&self, v: f64) -> HodgkinHuxleyState {
        let from_rest = v - self.params.v_rest;
        HodgkinHuxleyState { v, m: m_inf(from_rest), h: h_inf(from_rest), n: n_inf(from_rest) }
    }

    /// The steady-state I–V curve: the current (µA/cm²) that must be injected to hold the membrane at each potential of
    /// `v` (mV) once the gates have settled, which is minus the ionic current.
    ///
    /// For the squid axon it rises everywhere. Each current therefore has one potential at which the membrane may stay,
    /// and repetitive firing cannot begin by the disappearance of rest, at arbitrarily low rates: it begins by the loss
    /// of its stability, at once with some 50 Hz.
    ///
    /// # Errors
    ///
    /// If `v` is empty or holds a value outside −1000 to 1000 mV.
    pub fn steady_current(&self, v: &ArrayRef1<f64>) -> Result<Array1<f64>> {
        POTENTIAL.check_list("v", "mV", v)?;
        Ok(v.mapv(|v| self.holding_current(v)))
    }

    fn holding_current(&self, v: f64) -> f64 {
        -self.ionic_current(&self.steady_gates(v))
    }

    /// The resting state: the fixed point without current.
    ///
    /// ```
    /// use neurocomp::neuron::hodgkin_huxley::{HodgkinHuxley, HodgkinHuxleyParams};
    ///
    /// let rest = HodgkinHuxley::new(HodgkinHuxleyParams::default())?.resting_state();
    /// assert!(rest.v.abs() < 0.01); // mV
    /// assert!((rest.m - 0.053).abs() < 1e-3 && (rest.h - 0.596).abs() < 1e-3 && (rest.n - 0.318).abs() < 1e-3);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn resting_state(&self) -> HodgkinHuxleyState {
        self.lowest_fixed_point(0.0)
    }

    /// The state in which nothing changes under a constant `current` (µA/cm²); with parameters that allow several, the
    /// one of lowest potential. Whether the membrane returns to it is what [`HodgkinHuxley::eigenvalues`] say.
    ///
    /// # Errors
    ///
    /// If `current` is outside −10⁶ to 10⁶ µA/cm².
    ///
    /// ```
    /// use neurocomp::neuron::hodgkin_huxley::{HodgkinHuxley, HodgkinHuxleyParams};
    ///
    /// let neuron = HodgkinHuxley::new(HodgkinHuxleyParams::default())?;
    /// for (current, stable) in [(0.0, true), (9.0, true), (10.0, false), (150.0, false), (160.0, true)] {
    ///     let eigenvalues = neuron.eigenvalues(&neuron.fixed_point(current)?)?;
    ///     assert_eq!(eigenvalues[0].re < 0.0, stable); // the largest real part, 1/ms
    /// }
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn fixed_point(&self, current: f64) -> Result<HodgkinHuxleyState> {
        Ok(self.lowest_fixed_point(CURRENT.check("current", "µA/cm²", current)?))
    }

    /// Searched from below all reversal potentials and the potential to which the current alone would carry the leak,
    /// where the membrane must rise, to above all of them, where it must fall; then bisected down to neighbouring
    /// numbers.
    fn lowest_fixed_point(&self, current: f64) -> HodgkinHuxleyState {
        const PIECES: usize = 4_000;
        let p = self.params;
        let driven = p.e_leak + current / p.g_leak;
        let low = p.e_na.min(p.e_k).min(p.e_leak).min(driven) - 1.0;
        let high = p.e_na.max(p.e_k).max(p.e_leak).max(driven) + 1.0;
        let rises = |v: f64| self.holding_current(v) < current;
        let at = |k: usize| low + (high - low) * k as f64 / PIECES as f64;
        let piece = (1..PIECES).find(|&k| !rises(at(k))).unwrap_or(PIECES);
        let (mut below, mut above) = (at(piece - 1), at(piece));
        loop {
            let middle = 0.5 * (below + above);
            if middle <= below || middle >= above {
                return self.steady_gates(middle);
            }
            if rises(middle) {
                below = middle;
            } else {
                above = middle;
            }
        }
    }

    /// The Jacobian matrix at `state`: row i, column j is the derivative of the i-th of dV/dt, dm/dt, dh/dt, dn/dt by
    /// the j-th of V, m, h, n. A constant current does not enter.
    ///
    /// # Errors
    ///
    /// If the state's potential is outside −1000 to 1000 mV or a gate outside 0 to 1.
    #[rustfmt::skip]
    pub fn jacobian(&self, state: &HodgkinHuxleyState) -> Result<Matrix4<f64>> {
        state.check()?;
        let (p, phi) = (self.params, self.phi);
        let HodgkinHuxleyState { v, m, h, n } = *state;
        let total = self.sodium_conductance(state) + self.potassium_conductance(state) + p.g_leak;
        let sodium = p.g_na * (p.e_na - v) / p.capacitance;
        let potassium = p.g_k * (p.e_k - v) / p.capacitance;
        let u = v - p.v_rest;
        let by_v = |alpha_slope: f64, beta_slope: f64, x: f64| phi * (alpha_slope * (1.0 - x) - beta_slope * x);
        Ok(Matrix4::new(
            -total / p.capacitance, 3.0 * sodium * m * m * h, sodium * m.powi(3), 4.0 * potassium * n.powi(3),
            by_v(alpha_m_slope(u), beta_m_slope(u), m), -phi * (alpha_m(u) + beta_m(u)), 0.0, 0.0,
            by_v(alpha_h_slope(u), beta_h_slope(u), h), 0.0, -phi * (alpha_h(u) + beta_h(u)), 0.0,
            by_v(alpha_n_slope(u), beta_n_slope(u), n), 0.0, 0.0, -phi * (alpha_n(u) + beta_n(u)),
        ))
    }

    /// The four eigenvalues (1/ms) of the Jacobian matrix at `state`, the one with the largest real part first. At a
    /// fixed point small deviations die out if that real part is negative, and grow if it is positive.
    ///
    /// # Errors
    ///
    /// As for [`HodgkinHuxley::jacobian`].
    pub fn eigenvalues(&self, state: &HodgkinHuxleyState) -> Result<Vec<Complex<f64>>> {
        let eigenvalues = self.jacobian(state)?.complex_eigenvalues();
        let mut sorted: Vec<Complex<f64>> = eigenvalues.iter().copied().collect();
        // Of a conjugate pair the one with the positive imaginary part first.
        sorted.sort_by(|a, b| b.re.total_cmp(&a.re).then(b.im.total_cmp(&a.im)));
        Ok(sorted)
    }
}
