//! Networks of papers, ready to run.
//!
//! | function | network | reference |
//! | --- | --- | --- |
//! | [`vogels_abbott_current`] | 4000 neurons with synaptic currents; the network on the Brian slide of the course | Brette et al. 2007, benchmark 2 |
//! | [`vogels_abbott_conductance`] | 4000 neurons with synaptic conductances | Brette et al. 2007, benchmark 1 |
//! | [`brunel`] | 12,500 neurons whose potential jumps; four states | Brunel 2000 |
//!
//! The benchmarks are smaller versions of the networks of Vogels & Abbott (2005), made to compare simulators.
//!
//! T. P. Vogels & L. F. Abbott, *J. Neurosci.* 25, 10786 (2005), doi:10.1523/JNEUROSCI.3508-05.2005. R. Brette et al.,
//! *J. Comput. Neurosci.* 23, 349 (2007), doi:10.1007/s10827-007-0038-6. N. Brunel, *J. Comput. Neurosci.* 8, 183
//! (2000), doi:10.1023/A:1008925309027.

use crate::parameter::Allowed;
use crate::{Error, Result};

use super::{InitialPotential, LifCell, Network, NetworkCell, NeuronModel, PopulationId, Synapses, Wiring};

/// The network on the Brian slide: 3200 excitatory and 800 inhibitory neurons, any two of them connected with
/// probability 2 %.
///
/// ```text
/// dv/dt = (g_e + g_i − (v + 49 mV))/20 ms,     τ_e = 5 ms,  τ_i = 10 ms
/// v > −50 mV: spike, then v = −60 mV for t_ref;     g_e += 1.62 mV,  g_i −= 9 mV
/// ```
///
/// Each neuron alone would fire, because it rests above threshold; at the start the potentials are anywhere between
/// reset and threshold. On the slide there is no refractory time; the example of Brian 2 and the benchmark have `t_ref`
/// = 5 ms. There are no delays.
///
/// ```
/// use neurocomp::network::published::vogels_abbott_current;
///
/// let run = vogels_abbott_current(5.0)?.run(0.1, 400.0, 1)?;
/// let rate = run.after(200.0)?.all().rate();
/// assert!((rate - 5.5).abs() < 1.0, "{rate} Hz");
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// If `t_ref` is not ≥ 0.
pub fn vogels_abbott_current(t_ref: f64) -> Result<Network> {
    let cell = NetworkCell {
        neuron: NeuronModel::Lif(LifCell { v_rest: -49.0, t_ref, ..Default::default() }),
        synapses: Synapses::Current { tau_e: 5.0, tau_i: 10.0 },
        v_start: InitialPotential::Uniform(-60.0, -50.0),
    };
    let (mut network, [e, i]) = two_populations(3200, 800, cell)?;
    for to in [e, i] {
        network.connect(e, to, Wiring::Probability(0.02), 1.62, 0.0)?;
        network.connect(i, to, Wiring::Probability(0.02), -9.0, 0.0)?;
    }
    Ok(network)
}

/// The same with conductances. A spike opens 6 nS for excitation (E_e = 0 mV) or 67 nS for inhibition (E_i = −80 mV) of
/// neurons whose leak is 10 nS: weights of 0.6 and 6.7 leak conductances.
///
/// The neurons rest at reset and do not fire by themselves, but once started the network keeps itself going. During the
/// first 50 ms each neuron receives excitatory spikes from outside, 400 of them per second, as many as it takes to
/// start it; then nothing any more.
///
/// # Errors
///
/// None for these parameters.
pub fn vogels_abbott_conductance() -> Result<Network> {
    let cell = NetworkCell {
        neuron: NeuronModel::Lif(LifCell::default()),
        synapses: Synapses::Conductance { tau_e: 5.0, tau_i: 10.0, e_e: 0.0, e_i: -80.0 },
        v_start: InitialPotential::Uniform(-60.0, -50.0),
    };
    let (mut network, [e, i]) = two_populations(3200, 800, cell)?;
    for to in [e, i] {
        network.connect(e, to, Wiring::Probability(0.02), 0.6, 0.0)?;
        network.connect(i, to, Wiring::Probability(0.02), -6.7, 0.0)?;
        network.add_poisson_pulse(to, 100, 4.0, 0.6, 0.0, 50.0)?;
    }
    Ok(network)
}

/// The network of Brunel (2000): 10,000 excitatory and 2500 inhibitory neurons, each of which receives exactly C_E =
/// 1000 and C_I = 250 synapses from them, and 1000 Poisson synapses from outside.
///
/// | parameter | value |
/// | --- | --- |
/// | membrane | τ = 20 ms, V_thresh = 20 mV, V_reset = 10 mV, rest 0 mV, t_ref = 2 ms |
/// | synapses | jumps of J = 0.1 mV and −g J after 1.5 ms |
/// | outside | 1000 synapses of J at `ratio` times ν_thr = V_thresh/(J C_E τ) = 10 Hz |
///
/// The four states of his figure 8:
///
/// | state | `g` | `ratio` |
/// | --- | --- | --- |
/// | synchronous regular (SR) | 3 | 2 |
/// | synchronous irregular (SI), fast | 6 | 4 |
/// | asynchronous irregular (AI) | 5 | 2 |
/// | synchronous irregular (SI), slow | 4.5 | 0.9 |
///
/// # Errors
///
/// If `g` or `ratio` is not ≥ 0, or too large.
pub fn brunel(g: f64, ratio: f64) -> Result<Network> {
    Allowed::NotNegative.check("g", "", g)?;
    Allowed::NotNegative.check("ratio", "", ratio)?;
    let (c_e, c_i, j, delay) = (1000, 250, 0.1, 1.5);
    let (tau_m, v_thresh) = (20.0, 20.0);
    let cell = NetworkCell {
        neuron: NeuronModel::Lif(LifCell { tau_m, resistance: 1.0, v_rest: 0.0, v_thresh, v_reset: 10.0, t_ref: 2.0 }),
        synapses: Synapses::Delta,
        v_start: InitialPotential::Uniform(0.0, v_thresh),
    };
    let (mut network, [e, i]) = two_populations(10 * c_e, 10 * c_i, cell)?;
    let threshold_rate = 1000.0 * v_thresh / (j * c_e as f64 * tau_m);
    for to in [e, i] {
        network.connect(e, to, Wiring::InDegree(c_e), j, delay)?;
        network.connect(i, to, Wiring::InDegree(c_i), -g * j, delay)?;
        network.add_poisson(to, c_e, ratio * threshold_rate, j)?;
    }
    Ok(network)
}

fn two_populations(
    excitatory: usize,
    inhibitory: usize,
    cell: NetworkCell,
) -> Result<(Network, [PopulationId; 2]), Error> {
    let mut network = Network::new();
    let e = network.add_population("excitatory", excitatory, cell)?;
    let i = network.add_population("inhibitory", inhibitory, cell)?;
    Ok((network, [e, i]))
}
