//! The same numbers everywhere: what the library computes here, beside what it computed on 64-bit x86 Linux.
//!
//! Draws agree bit by bit. What goes through exp, ln, tanh or powf may differ in its last digit, as C libraries and WebAssembly
//! round these differently (DESIGN.md, "The same numbers everywhere"): a trace without chaos agrees to 1e-9 of its largest value, a chaotic one
//! for a stated time. `platforms/run.mjs` runs this file in WebAssembly; `NEUROCOMP_NUMBERS=FILE` writes the numbers anew.

use std::error::Error;

use neurocomp::cable::{Cable, CableParams, Stimulus};
use neurocomp::current;
use neurocomp::integrate;
use neurocomp::membrane::equilibrium::{Ion, goldman_hodgkin_katz};
use neurocomp::memory::{Hopfield, Pattern, RecallParams, mean_field};
use neurocomp::ndarray::{Array1, s};
use neurocomp::network::{InitialPotential, LifCell, Network, NetworkCell, NeuronModel, Wiring};
use neurocomp::neuron::hodgkin_huxley::{HodgkinHuxley, HodgkinHuxleyParams};
use neurocomp::neuron::lif::{Lif, LifParams};
use neurocomp::perceptron::capacity;
use neurocomp::plasticity::calcium::{CalciumParams, CalciumRule};
use neurocomp::plasticity::protocol::Protocol;
use neurocomp::rate::network::{RateNetwork, RateNetworkParams, random_weights};
use neurocomp::spike_train::generate;

/// Computed on x86_64-unknown-linux-gnu: a name and its numbers a line.
const NUMBERS: &str = include_str!("platforms/x86_64-linux.txt");

type Named = Vec<(&'static str, Vec<f64>)>;

/// Uniform, normal and whole numbers, shuffles and choices.
fn draws() -> Result<Named, Box<dyn Error>> {
    let pattern = Pattern::random(64, 1)?;
    let recall =
        Hopfield::new(&Pattern::random_set(200, 30, 1)?)?.recall(&Pattern::random(200, 2)?, RecallParams::default())?;
    let digit = neurocomp::digits::draw(3, 1, 1)?.train.shuffled_labels(1);
    let jumps = spikes(7.0)?;
    Ok(vec![
        ("signs", pattern.to_array().to_vec()),
        ("chosen units", pattern.noisy(0.25, 2)?.to_array().to_vec()),
        ("order of a recall", recall.last.to_array().to_vec()),
        ("normal numbers", current::white_noise(0.0, 1.0, 0.1, 20.0, 1)?.to_vec()),
        ("normal weights", random_weights(8, 1.0, 1)?.iter().copied().collect()),
        ("shuffled labels", digit.labels().iter().map(|&label| f64::from(label)).collect()),
        ("synapses drawn", vec![jumps.0]),
        ("capacity by trials", vec![capacity::measured_fraction(24, 12, 50, 1)?]),
    ])
}

/// What exp, ln, tanh and powf enter, without chaos.
fn traces() -> Result<Named, Box<dyn Error>> {
    let neuron = Lif::new(LifParams::default())?;
    let noisy = neuron.simulate_noisy(22.0, 3.0, 0.1, 200.0, 1)?;
    let squid = HodgkinHuxley::new(HodgkinHuxleyParams::default())?.simulate(10.0, 0.01, 50.0)?;
    let cable = Cable::unbranched(20, 1000.0, 4.0, CableParams::default())?;
    let cable = cable.simulate(&[Stimulus::step(0, 0.1, 5.0, 25.0)], 0.1, 30.0)?;
    let van_der_pol = |_t, [x, y]: [f64; 2]| [y, 100.0 * (1.0 - x * x) * y - x];
    let stiff = integrate::solve(van_der_pol, [2.0, 0.0], &Array1::linspace(0.0, 150.0, 11))?;
    let network = RateNetwork::new(RateNetworkParams::default(), random_weights(50, 0.8, 1)?)?;
    let rates = network.simulate(&Array1::from_elem(50, 0.5), &Array1::from_elem(50, 0.1), 0.1, 30.0)?;
    let ions = [
        Ion { valence: 1, permeability: 1.0, outside: 20.0, inside: 400.0 },
        Ion { valence: 1, permeability: 0.04, outside: 440.0, inside: 50.0 },
    ];
    let rule = CalciumRule::new(CalciumParams::dp())?;
    Ok(vec![
        ("lif", noisy.v.slice(s![..;20]).to_vec()),
        ("lif spikes", noisy.spikes.times().to_vec()),
        ("siegert rate", vec![neuron.siegert_rate(22.0, 3.0)?, neuron.siegert_rate(15.0, 5.0)?]),
        ("hodgkin_huxley", squid.v.slice(s![..;50]).to_vec()),
        ("cable", cable.profile(25.0).to_vec()),
        ("stiff", stiff.column(0)?.to_vec()),
        ("rates at rest", rates.x.row(300).to_vec()),
        ("poisson", generate::poisson(40.0, 500.0, 1)?.times().to_vec()),
        ("potentials", vec![goldman_hodgkin_katz(&ions, 6.3)?]),
        ("calcium", vec![rule.change(&Protocol::pairing(20.0, 60, 1.0)?)]),
        ("mean field", vec![mean_field::capacity().0, mean_field::capacity().1, mean_field::overlap(3.0)?]),
    ])
}

/// The synapses of a small balanced network, and the spikes (neuron, ms) up to a time.
fn spikes(duration: f64) -> Result<(f64, Vec<f64>), Box<dyn Error>> {
    let cell = NetworkCell {
        neuron: NeuronModel::Lif(LifCell { v_rest: -49.0, ..Default::default() }),
        v_start: InitialPotential::Uniform(-60.0, -50.0),
        ..Default::default()
    };
    let mut network = Network::new();
    let excitatory = network.add_population("excitatory", 320, cell)?;
    let inhibitory = network.add_population("inhibitory", 80, cell)?;
    for to in [excitatory, inhibitory] {
        network.connect(excitatory, to, Wiring::Probability(0.2), 1.62, 0.0)?;
        network.connect(inhibitory, to, Wiring::Probability(0.2), -9.0, 0.0)?;
    }
    let run = network.run(0.1, duration, 1)?;
    let all = run.all();
    let pairs = all.spike_neurons.iter().zip(&all.spike_times);
    Ok((run.synapses as f64, pairs.flat_map(|(&neuron, &t)| [neuron as f64, t]).collect()))
}

/// Networks in which a last digit grows; the numbers up to the time stated.
fn chaos() -> Result<Named, Box<dyn Error>> {
    let network = RateNetwork::new(RateNetworkParams::default(), random_weights(200, 1.8, 1)?)?;
    let run = network.simulate(&Array1::from_elem(200, 0.5), &Array1::zeros(200), 0.1, 50.0)?;
    Ok(vec![
        ("chaotic rates, 50 τ", run.x.row(500).slice(s![..;10]).to_vec()),
        ("spikes of a network, 100 ms", spikes(100.0)?.1),
    ])
}

/// The largest difference from the numbers of the file, as a part of the largest of these.
fn compare(named: &Named, allowed: f64) {
    if let Ok(path) = std::env::var("NEUROCOMP_NUMBERS") {
        let line = |(name, values): &(&str, Vec<f64>)| {
            values.iter().fold(format!("{name}:"), |line, value| format!("{line} {value:?}")) + "\n"
        };
        let file = std::fs::OpenOptions::new().append(true).create(true).open(path);
        std::io::Write::write_all(&mut file.unwrap(), named.iter().map(line).collect::<String>().as_bytes()).unwrap();
        return;
    }
    let mut wrong = String::new();
    for (name, values) in named {
        let line = NUMBERS.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
        let expected: Vec<f64> = line.unwrap_or_default().split(' ').map(|number| number.parse().unwrap()).collect();
        assert_eq!(values.len(), expected.len(), "{name}");
        let largest = expected.iter().fold(0.0_f64, |largest, value| largest.max(value.abs()));
        let off = values.iter().zip(&expected).map(|(a, b)| (a - b).abs() / largest).fold(0.0, f64::max);
        let same = values.iter().zip(&expected).filter(|(a, b)| a.to_bits() == b.to_bits()).count();
        println!("{name}: {same} of {} bit by bit, at most {off:.1e} off", values.len());
        if off > allowed || allowed == 0.0 && same < values.len() {
            wrong += &format!("{name}: {off:e}\n");
        }
    }
    assert!(wrong.is_empty(), "more than {allowed} off:\n{wrong}");
}

#[test]
fn draws_are_the_same_bit_by_bit() {
    compare(&draws().unwrap(), 0.0);
}

#[test]
fn traces_without_chaos_agree_to_nine_digits() {
    compare(&traces().unwrap(), 1e-9);
}

#[test]
fn chaos_agrees_for_as_long_as_stated() {
    compare(&chaos().unwrap(), 1e-6);
}
