//! How fast the gates of the squid axon open and close: α and β as functions of the potential.
//!
//! V is the potential from rest, depolarisation positive, in mV; the rates are per ms and hold at 6.3 °C.
//!
//! ```text
//! α_m = (2.5 − 0.1 V)/(e^(2.5 − 0.1 V) − 1)     β_m = 4 e^(−V/18)
//! α_h = 0.07 e^(−V/20)                          β_h = 1/(e^(3 − 0.1 V) + 1)
//! α_n = (0.1 − 0.01 V)/(e^(1 − 0.1 V) − 1)      β_n = 0.125 e^(−V/80)
//! ```
//!
//! Held at V, each gate relaxes towards x∞ = α/(α + β) with the time constant τ_x = 1/(α + β).
//!
//! The formulas are 0/0 at V = 25 mV (α_m) and V = 10 mV (α_n). Nothing happens there: both are x/(eˣ − 1) up to a
//! factor, which tends to 1 as x → 0. The functions give this limit, and keep all their digits on the way to it because
//! eˣ − 1 is computed as one function (`exp_m1`), not as a difference of almost equal numbers.
//!
//! ```
//! use neurocomp::neuron::hodgkin_huxley::{alpha_m, alpha_n, m_inf, tau_m};
//!
//! assert_eq!((alpha_m(25.0), alpha_n(10.0)), (1.0, 0.1));
//! assert!((m_inf(0.0) - 0.0529).abs() < 1e-4); // at rest one m gate in twenty is open
//! assert!((tau_m(0.0) - 0.237).abs() < 1e-3); // ms
//! ```

/// Opening rate α_m of the sodium activation at `v` (mV from rest), 1/ms.
pub fn alpha_m(v: f64) -> f64 {
    linear_over_exponential(2.5 - 0.1 * v)
}

/// Closing rate β_m of the sodium activation at `v` (mV from rest), 1/ms.
pub fn beta_m(v: f64) -> f64 {
    4.0 * (-v / 18.0).exp()
}

/// Rate α_h at which sodium inactivation is removed at `v` (mV from rest), 1/ms.
pub fn alpha_h(v: f64) -> f64 {
    0.07 * (-v / 20.0).exp()
}

/// Rate β_h at which sodium channels inactivate at `v` (mV from rest), 1/ms.
pub fn beta_h(v: f64) -> f64 {
    1.0 / ((3.0 - 0.1 * v).exp() + 1.0)
}

/// Opening rate α_n of the potassium activation at `v` (mV from rest), 1/ms.
pub fn alpha_n(v: f64) -> f64 {
    0.1 * linear_over_exponential(1.0 - 0.1 * v)
}

/// Closing rate β_n of the potassium activation at `v` (mV from rest), 1/ms.
pub fn beta_n(v: f64) -> f64 {
    0.125 * (-v / 80.0).exp()
}

/// Activation m∞ of the sodium channel at `v` (mV from rest), 0 to 1.
pub fn m_inf(v: f64) -> f64 {
    open_fraction(alpha_m(v), beta_m(v))
}

/// Fraction h∞ of sodium channels that are not inactivated at `v` (mV from rest), 0 to 1.
pub fn h_inf(v: f64) -> f64 {
    open_fraction(alpha_h(v), beta_h(v))
}

/// Activation n∞ of the potassium channel at `v` (mV from rest), 0 to 1.
pub fn n_inf(v: f64) -> f64 {
    open_fraction(alpha_n(v), beta_n(v))
}

/// Time constant of the sodium activation at `v` (mV from rest) and 6.3 °C, ms.
pub fn tau_m(v: f64) -> f64 {
    1.0 / (alpha_m(v) + beta_m(v))
}

/// Time constant of the sodium inactivation at `v` (mV from rest) and 6.3 °C, ms.
pub fn tau_h(v: f64) -> f64 {
    1.0 / (alpha_h(v) + beta_h(v))
}

/// Time constant of the potassium activation at `v` (mV from rest) and 6.3 °C, ms.
pub fn tau_n(v: f64) -> f64 {
    1.0 / (alpha_n(v) + beta_n(v))
}

/// α/(α + β). Far from rest one of the rates is beyond the largest number, and infinity over infinity would be NaN;
/// β/α is then 0 or infinity.
pub(super) fn open_fraction(alpha: f64, beta: f64) -> f64 {
    1.0 / (1.0 + beta / alpha)
}

/// x/(eˣ − 1), which is 1 at x = 0 where the quotient itself is 0/0.
fn linear_over_exponential(x: f64) -> f64 {
    if x == 0.0 { 1.0 } else { x / x.exp_m1() }
}

/// The derivative of x/(eˣ − 1), −1/2 at x = 0.
fn linear_over_exponential_slope(x: f64) -> f64 {
    // The closed form is a difference of almost equal numbers there; the next term of the series is x⁵/5040.
    if x.abs() < 1e-2 {
        return -0.5 + x / 6.0 - x.powi(3) / 180.0;
    }
    let value = linear_over_exponential(x);
    (1.0 - x - value) / x.exp_m1()
}

pub(super) fn alpha_m_slope(v: f64) -> f64 {
    -0.1 * linear_over_exponential_slope(2.5 - 0.1 * v)
}

pub(super) fn beta_m_slope(v: f64) -> f64 {
    -beta_m(v) / 18.0
}

pub(super) fn alpha_h_slope(v: f64) -> f64 {
    -alpha_h(v) / 20.0
}

pub(super) fn beta_h_slope(v: f64) -> f64 {
    0.1 * beta_h(v) * (1.0 - beta_h(v))
}

pub(super) fn alpha_n_slope(v: f64) -> f64 {
    -0.01 * linear_over_exponential_slope(1.0 - 0.1 * v)
}

pub(super) fn beta_n_slope(v: f64) -> f64 {
    -beta_n(v) / 80.0
}
