//! The four states of the network of Brunel (J. Comput. Neurosci. 8, 183, 2000, doi:10.1023/A:1008925309027), figure 8:
//! rate, irregularity, synchrony and frequency of oscillation, beside the rate of his mean-field theory. Run with
//!
//! ```text
//! cargo run --release --example brunel_2000
//! ```

use neurocomp::Result;
use neurocomp::network::{mean_field_rate, published};
use neurocomp::neuron::lif::LifParams;

fn main() -> Result<()> {
    let neuron = LifParams { tau_m: 20.0, v_thresh: 20.0, v_reset: 10.0, t_ref: 2.0, ..Default::default() };
    println!("12,500 neurons, 1250 + 1000 synapses each, 0.6 s in steps of 0.1 ms, figures from 0.2 s on");
    for (state, g, ratio) in [
        ("synchronous regular", 3.0, 2.0),
        ("synchronous irregular, fast", 6.0, 4.0),
        ("asynchronous irregular", 5.0, 2.0),
        ("synchronous irregular, slow", 4.5, 0.9),
    ] {
        let run = published::brunel(g, ratio)?.run(0.1, 600.0, 1)?;
        let all = run.after(200.0)?.all();
        let theory = mean_field_rate(neuron, 1000.0, 0.25, 0.1, g, ratio * 10.0)?;
        println!(
            "{state:28} g = {g}, ratio {ratio}: {:6.2} Hz (theory {:.1?}), CV {}, variance/mean of counts in 1 ms \
             {:.1}, oscillation at {:.0} Hz",
            all.rate(),
            theory,
            all.mean_cv()?.map_or("unknown (too few spikes)".to_owned(), |cv| format!("{cv:.2}")),
            all.synchrony(1.0)?.unwrap_or(f64::NAN),
            all.population_rate(1.0)?.main_frequency(10.0)?,
        );
    }
    Ok(())
}
