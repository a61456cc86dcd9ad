//! Makes the figure of the README, `activity.svg`: `cargo run -p neurocomp --example readme_figure`.

use std::error::Error;
use std::path::Path;

use neurocomp::network::{InitialPotential, LifCell, Network, NetworkCell, NeuronModel, Wiring};
use neurocomp::plot;

fn main() -> Result<(), Box<dyn Error>> {
    let cell = NetworkCell {
        neuron: NeuronModel::Lif(LifCell { v_rest: -49.0, ..Default::default() }),
        v_start: InitialPotential::Uniform(-60.0, -50.0),
        ..Default::default()
    };
    let mut network = Network::new();
    let excitatory = network.add_population("excitatory", 3200, cell)?;
    let inhibitory = network.add_population("inhibitory", 800, cell)?;
    for to in [excitatory, inhibitory] {
        network.connect(excitatory, to, Wiring::Probability(0.02), 1.62, 0.0)?; // mV, ms
        network.connect(inhibitory, to, Wiring::Probability(0.02), -9.0, 0.0)?;
    }
    let run = network.run(0.1, 500.0, 1)?.after(100.0)?;
    let rate = run.all().population_rate(2.0)?;
    let trains = run.population(excitatory)?.spike_trains()?;
    let figure = plot::raster_with_rate(&trains[..240], &rate.t, &rate.rate)
        .title("240 of 4,000 neurons that excite and inhibit one another, without any noise");
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("activity.svg");
    std::fs::write(&file, figure.svg())?;
    println!("written: {}", file.display());
    Ok(())
}
