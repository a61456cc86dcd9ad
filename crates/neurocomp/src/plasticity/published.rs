//! What experiments found, to draw beside what rules predict.
//!
//! | function | experiment | what it is |
//! | --- | --- | --- |
//! | [`bi_poo_window`] | 60 pairs at 1 Hz, hippocampal culture | the exponential fits |
//! | [`sjostrom_2001`] | 75 pairs (50 at 0.1 Hz), visual cortex slices | means and standard errors |
//!
//! # Sources
//!
//! G. Bi & M. Poo, *J. Neurosci.* 18, 10464 (1998), doi:10.1523/JNEUROSCI.18-24-10464.1998, fits in *Annu. Rev.
//! Neurosci.* 24, 139 (2001), doi:10.1146/annurev.neuro.24.1.139. P. J. Sjöström, G. G. Turrigiano & S. B. Nelson,
//! *Neuron* 32, 1149 (2001), doi:10.1016/S0896-6273(01)00542-6.

/// The fits to the window of Bi & Poo: relative change of the current after 60 pairs at 1 Hz, `delta_t` (ms) apart:
/// 0.777 e^(−Δt/16.8 ms) for Δt > 0 and −0.273 e^(Δt/33.7 ms) for Δt < 0. At Δt = 0, where there is no fit, 0.
///
/// ```
/// use neurocomp::plasticity::published::bi_poo_window;
///
/// assert!((bi_poo_window(16.8) - 0.777 / 1f64.exp()).abs() < 1e-12);
/// ```
pub fn bi_poo_window(delta_t: f64) -> f64 {
    if delta_t > 0.0 {
        0.777 * (-delta_t / 16.8).exp()
    } else if delta_t < 0.0 {
        -0.273 * (delta_t / 33.7).exp()
    } else {
        0.0
    }
}

/// One mean of the frequency experiment of Sjöström et al. (2001).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PairingResult {
    /// Pairing frequency, Hz.
    pub frequency: f64,
    /// Δt, ms.
    pub delta_t: f64,
    /// Relative change of the EPSP, 0.5 being + 50 %.
    pub change: f64,
    /// Its standard error.
    pub error: f64,
}

/// Sjöström, Turrigiano & Nelson (2001): change of the EPSP by pairings at Δt = ±10 ms and five frequencies, means and
/// standard errors as they are tabulated by those who fitted them (Pfister & Gerstner 2006, table 1; the data file
/// with the code of Graupner & Brunel 2012). No change at 0.1 Hz for Δt > 0; depression that turns into potentiation
/// between 20 and 40 Hz for Δt < 0.
pub fn sjostrom_2001() -> Vec<PairingResult> {
    [
        (0.1, 10.0, -0.04, 0.05),
        (10.0, 10.0, 0.14, 0.10),
        (20.0, 10.0, 0.29, 0.14),
        (40.0, 10.0, 0.53, 0.11),
        (50.0, 10.0, 0.56, 0.26),
        (0.1, -10.0, -0.29, 0.08),
        (10.0, -10.0, -0.41, 0.11),
        (20.0, -10.0, -0.34, 0.10),
        (40.0, -10.0, 0.56, 0.32),
        (50.0, -10.0, 0.75, 0.19),
    ]
    .map(|(frequency, delta_t, change, error)| PairingResult { frequency, delta_t, change, error })
    .to_vec()
}
