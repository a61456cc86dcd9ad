//! The four states of a sparsely connected network of excitatory and inhibitory neurons: figure 8 of N. Brunel, J. Comput.
//! Neurosci. 8, 183 (2000), doi:10.1023/A:1008925309027. The whole model is on this page.
//!
//! ```text
//! τ dV/dt = −V + jumps,     V ≥ θ: spike, then V = V_reset for t_ref
//! ```
//!
//! A spike makes the potential of its targets jump by J (excitatory) or −g J (inhibitory) after a delay. Each neuron receives
//! exactly C_E excitatory and C_I inhibitory synapses from the network, and C_E more from outside, where Poisson neurons fire at
//! `ratio` times ν_θ: the rate that brings the mean potential just to the threshold. Run it with
//!
//! ```text
//! cargo run --release --example brunel_2000
//! ```

use neurocomp::Result;
use neurocomp::network::{
    InitialPotential, LifCell, Network, NetworkCell, NetworkRun, NeuronModel, Synapses, Wiring, mean_field_rate,
};
use neurocomp::neuron::lif::LifParams;

// The neurons, all alike; potentials are measured from rest.
const TAU: f64 = 20.0; // membrane time constant τ, ms
const THRESHOLD: f64 = 20.0; // θ, mV
const RESET: f64 = 10.0; // V_reset, mV
const REFRACTORY: f64 = 2.0; // t_ref, ms

// The network.
const EXCITATORY: usize = 10_000; // neurons
const INHIBITORY: usize = 2_500; // neurons
const C_E: usize = 1000; // excitatory synapses onto a neuron: a tenth of the population
const C_I: usize = 250; // inhibitory ones
const J: f64 = 0.1; // jump of an excitatory synapse, mV
const DELAY: f64 = 1.5; // ms
const THRESHOLD_RATE: f64 = 1000.0 * THRESHOLD / (J * C_E as f64 * TAU); // ν_θ = θ/(J C_E τ), Hz: 10

// The simulation.
const DURATION: f64 = 600.0; // ms
const SETTLING: f64 = 200.0; // left out of the figures, ms
const STEP: f64 = 0.1; // ms

/// The network at one point of Brunel's diagram: inhibition `g` times as strong as excitation, and `ratio` = ν_ext/ν_θ.
fn simulate(g: f64, ratio: f64, seed: u64) -> Result<NetworkRun> {
    let cell = NetworkCell {
        neuron: NeuronModel::Lif(LifCell {
            tau_m: TAU,
            resistance: 1.0, // weighs injected currents, of which there are none
            v_rest: 0.0,
            v_thresh: THRESHOLD,
            v_reset: RESET,
            t_ref: REFRACTORY,
        }),
        synapses: Synapses::Delta,
        v_start: InitialPotential::Uniform(0.0, THRESHOLD),
    };
    let mut network = Network::new();
    let excitatory = network.add_population("excitatory", EXCITATORY, cell)?;
    let inhibitory = network.add_population("inhibitory", INHIBITORY, cell)?;
    for population in [excitatory, inhibitory] {
        network.connect(excitatory, population, Wiring::InDegree(C_E), J, DELAY)?;
        network.connect(inhibitory, population, Wiring::InDegree(C_I), -g * J, DELAY)?;
        network.add_poisson(population, C_E, ratio * THRESHOLD_RATE, J)?;
    }
    network.run(STEP, DURATION, seed)
}

/// The rates (Hz) at which the network can stay, by the mean and the noise of its input alone.
fn theory(g: f64, ratio: f64) -> Result<Vec<f64>> {
    let neuron = LifParams { tau_m: TAU, v_thresh: THRESHOLD, v_reset: RESET, t_ref: REFRACTORY, ..Default::default() };
    mean_field_rate(neuron, C_E as f64, C_I as f64 / C_E as f64, J, g, ratio * THRESHOLD_RATE)
}

fn main() -> Result<()> {
    println!(
        "state                         g    ratio  rate (Hz)  theory (Hz)  CV    counts: var/mean  oscillation (Hz)"
    );
    for (state, g, ratio) in [
        ("A synchronous regular", 3.0, 2.0),
        ("B synchronous irregular, fast", 6.0, 4.0),
        ("C asynchronous irregular", 5.0, 2.0),
        ("D synchronous irregular, slow", 4.5, 0.9),
    ] {
        let neurons = simulate(g, ratio, 1)?.after(SETTLING)?.all();
        let expected: Vec<String> = theory(g, ratio)?.iter().map(|rate| format!("{rate:.1}")).collect();
        println!(
            "{state:29} {g:<4} {ratio:<6} {:<10.1} {:<12} {:<5} {:<17.1} {:.0}",
            neurons.rate(),
            expected.join(", "),
            neurons.mean_cv()?.map_or("–".to_owned(), |cv| format!("{cv:.2}")), // – where neurons fire too rarely
            neurons.synchrony(1.0)?.unwrap_or(f64::NAN),                        // in bins of 1 ms
            neurons.population_rate(1.0)?.main_frequency(10.0)?,
        );
    }
    Ok(())
}
