//! The balanced networks of Vogels & Abbott (J. Neurosci. 25, 10786, 2005, doi:10.1523/JNEUROSCI.3508-05.2005), in the
//! form of Brette et al. (J. Comput. Neurosci. 23, 349, 2007, doi:10.1007/s10827-007-0038-6). The one with currents is
//! the network on the Brian slide of the course. Run with
//!
//! ```text
//! cargo run --release --example vogels_abbott_2005
//! ```

use neurocomp::Result;
use neurocomp::network::{Network, published};

fn main() -> Result<()> {
    println!("4000 neurons, 2 s in steps of 0.1 ms, figures from 0.2 s on; seeds 1 to 3");
    for seed in 1..=3 {
        show("currents, no refractory time", &published::vogels_abbott_current(0.0)?, seed)?;
        show("currents, 5 ms refractory   ", &published::vogels_abbott_current(5.0)?, seed)?;
        show("conductances                ", &published::vogels_abbott_conductance()?, seed)?;
    }
    Ok(())
}

fn show(name: &str, network: &Network, seed: u64) -> Result<()> {
    let run = network.run(0.1, 2000.0, seed)?;
    let all = run.after(200.0)?.all();
    println!(
        "{name}: {:5.2} Hz, CV {}, variance/mean of counts in 1 ms {:.2}, {} synapses",
        all.rate(),
        all.mean_cv()?.map_or("unknown (too few spikes)".to_owned(), |cv| format!("{cv:.2}")),
        all.synchrony(1.0)?.unwrap_or(f64::NAN),
        run.synapses,
    );
    Ok(())
}
