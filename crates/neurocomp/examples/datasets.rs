//! Writes the files of the folder `datasets`: `cargo run -p neurocomp --example datasets`.

use std::path::Path;

use neurocomp::Result;
use neurocomp::dataset;

/// The seed of the files in the repository.
const SEED: u64 = 1;

fn main() -> Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../datasets");
    dataset::write(&folder, SEED)?;
    println!("written into {}", folder.display());
    Ok(())
}
