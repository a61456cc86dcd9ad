//! The rate of a random network without simulating it.

use crate::Result;
use crate::neuron::lif::LifParams;
use crate::neuron::siegert::log_first_passage_time;
use crate::parameter::Allowed;
use crate::root::bisect;

/// The rates ν (Hz) at which a random network of leaky integrate-and-fire neurons with jumps of the potential can stay
/// (Brunel 2000, doi:10.1023/A:1008925309027). Each neuron of the network receives C_E excitatory synapses of weight J
/// and C_I = γ C_E inhibitory ones of weight −g J, all from neurons that fire like itself, and C_E more from outside at
/// the rate ν_ext. The sum of so many small jumps is a mean and a noise,
///
/// ```text
/// μ  = C_E J τ (ν_ext + ν (1 − g γ))
/// σ² = C_E J² τ (ν_ext + ν (1 + g² γ))
/// ```
///
/// which give a rate by [Siegert's formula](crate::neuron::siegert). It must be ν again: ν = φ(μ(ν), σ(ν)).
///
/// | argument | meaning | unit |
/// | --- | --- | --- |
/// | `neuron` | τ, V_thresh, V_reset, t_ref, potentials from rest; R plays no part | |
/// | `c_e` | C_E | |
/// | `gamma` | γ | |
/// | `j` | J | mV |
/// | `g` | g | |
/// | `rate_ext` | ν_ext | Hz |
///
/// Returns all solutions from 0 to 1/t_ref (1000 Hz without a refractory time), from low to high; the first and every
/// second one after it are the stable ones, if the network does not oscillate. A search in 2000 steps: solutions closer
/// together than 1/2000 of the range can be missed.
///
/// ```
/// use neurocomp::network::mean_field_rate;
/// use neurocomp::neuron::lif::LifParams;
///
/// let neuron = LifParams { tau_m: 20.0, v_thresh: 20.0, v_reset: 10.0, t_ref: 2.0, ..Default::default() };
/// // The threshold rate: what from outside brings the mean potential to threshold is 20/(1000 · 0.1 · 20) per ms = 10 Hz.
/// let rates = mean_field_rate(neuron, 1000.0, 0.25, 0.1, 5.0, 20.0)?;
/// assert_eq!(rates.len(), 1);
/// assert!((rates[0] - 38.0).abs() < 0.5, "{rates:?}");
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// If the time constant or a number of synapses is not > 0, or another argument out of range.
pub fn mean_field_rate(neuron: LifParams, c_e: f64, gamma: f64, j: f64, g: f64, rate_ext: f64) -> Result<Vec<f64>> {
    Allowed::Positive.check("tau_m", "ms", neuron.tau_m)?;
    Allowed::NotNegative.check("t_ref", "ms", neuron.t_ref)?;
    Allowed::Finite.check("v_thresh", "mV", neuron.v_thresh)?;
    Allowed::Below("v_thresh", neuron.v_thresh).check("v_reset", "mV", neuron.v_reset)?;
    Allowed::Positive.check("c_e", "", c_e)?;
    Allowed::NotNegative.check("gamma", "", gamma)?;
    Allowed::Positive.check("j", "mV", j)?;
    Allowed::NotNegative.check("g", "", g)?;
    Allowed::Positive.check("rate_ext", "Hz", rate_ext)?;
    // How much more a neuron would fire than those it listens to, Hz.
    let excess = |rate: f64| {
        let per_ms = |rate: f64| rate / 1000.0;
        let mean = c_e * j * neuron.tau_m * per_ms(rate_ext + rate * (1.0 - g * gamma));
        let sigma = (c_e * j * j * neuron.tau_m * per_ms(rate_ext + rate * (1.0 + g * g * gamma))).sqrt();
        let (low, high) = ((neuron.v_reset - mean) / sigma, (neuron.v_thresh - mean) / sigma);
        1000.0 / (neuron.t_ref + neuron.tau_m * log_first_passage_time(low, high).exp()) - rate
    };
    const PIECES: usize = 2000;
    let top = if neuron.t_ref > 0.0 { 1000.0 / neuron.t_ref } else { 1000.0 };
    // Squares, because solutions at low rates are the closest to each other.
    let at = |k: usize| top * (k as f64 / PIECES as f64).powi(2);
    let values: Vec<f64> = (0..=PIECES).map(|k| excess(at(k))).collect();
    let changes = (0..PIECES).filter(|&k| (values[k] > 0.0) != (values[k + 1] > 0.0));
    Ok(changes.map(|k| bisect(excess, at(k), at(k + 1))).collect())
}
