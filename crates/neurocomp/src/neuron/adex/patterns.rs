//! Parameter sets for firing patterns.

use super::AdExParams;

/// Firing patterns after Naud et al. (2008), each with its current. The values come from Brian2's example of that
/// paper, which says that they were adapted to match its figures: the paper's table has others. V_peak is not given there
/// and does not matter.
///
/// | pattern | | current |
/// | --- | --- | --- |
/// | [`AdExParams::tonic`] | equal intervals | 0.5 nA |
/// | [`AdExParams::adapting`] | intervals become longer | 0.5 nA |
/// | [`AdExParams::initial_burst`] | some spikes at once, then slow and regular | 0.4 nA |
/// | [`AdExParams::regular_bursting`] | groups of spikes with long pauses | 0.21 nA |
/// | [`AdExParams::delayed_accelerating`] | late first spike, then intervals become shorter | 0.3 nA |
/// | [`AdExParams::transient`] | a spike at the onset, then silence | 0.18 nA |
///
/// ```
/// use neurocomp::neuron::adex::{AdEx, AdExParams};
///
/// let neuron = AdEx::new(AdExParams::regular_bursting())?;
/// let isi = neuron.simulate(0.21, 0.1, 400.0)?.spikes.isi();
/// // Inside a burst 3 to 6 ms, between bursts more than 100.
/// assert!(isi.iter().all(|&t| t < 6.0 || t > 100.0));
/// # Ok::<(), neurocomp::Error>(())
/// ```
impl AdExParams {
    /// Equal intervals, at 0.5 nA.
    pub fn tonic() -> AdExParams {
        published([200.0, 10.0, -70.0, 2.0, 30.0, 0.0, -58.0])
    }

    /// Intervals that become longer, at 0.5 nA.
    pub fn adapting() -> AdExParams {
        published([200.0, 12.0, -70.0, 2.0, 300.0, 60.0, -58.0])
    }

    /// A burst at the onset, then slow and regular, at 0.4 nA.
    pub fn initial_burst() -> AdExParams {
        published([130.0, 18.0, -58.0, 4.0, 150.0, 120.0, -50.0])
    }

    /// Bursts with long pauses, at 0.21 nA.
    pub fn regular_bursting() -> AdExParams {
        published([200.0, 10.0, -58.0, 2.0, 120.0, 100.0, -46.0])
    }

    /// A late first spike, then intervals that become shorter, at 0.3 nA.
    pub fn delayed_accelerating() -> AdExParams {
        published([200.0, 12.0, -70.0, -10.0, 300.0, 0.0, -58.0])
    }

    /// A spike at the onset, then silence although the current goes on, at 0.18 nA.
    pub fn transient() -> AdExParams {
        published([100.0, 10.0, -65.0, 10.0, 90.0, 100.0, -47.0])
    }
}

/// C (pF), g_L (nS), E_L (mV), a (nS), τ_w (ms), b (pA), V_r (mV) as the table has them; V_T = −50 and Δ_T = 2 mV in
/// all.
fn published([c, g_leak, e_leak, a, tau_w, b, v_reset]: [f64; 7]) -> AdExParams {
    AdExParams {
        capacitance: c / 1000.0,
        g_leak: g_leak / 1000.0,
        e_leak,
        v_thresh: -50.0,
        delta_t: 2.0,
        v_reset,
        v_peak: 20.0,
        tau_w,
        a: a / 1000.0,
        b: b / 1000.0,
    }
}
