//! `cargo xtask data`: fetches what is too large to be committed.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::environment::Environment;

/// What its Python needs.
pub const DATA_REQUIREMENTS: &str = "requirements-data.txt";

/// What to fetch.
#[derive(clap::Subcommand)]
pub enum Command {
    /// The handwritten digits of MNIST (12 MB), checked, into datasets/mnist
    Mnist {
        /// Another folder; NEUROCOMP_DATA must name it then
        #[arg(long, value_name = "DIR")]
        folder: Option<PathBuf>,
        /// Mirrors to try instead of the usual ones
        #[arg(value_name = "URL")]
        mirrors: Vec<String>,
    },
}

/// Carries out one of the commands.
pub fn run(root: &Path, command: &Command) -> Result<()> {
    let Command::Mnist { folder, mirrors } = command;
    let environment = Environment::prepare(root, None)?;
    environment.require(root, DATA_REQUIREMENTS)?;
    let folder = match folder {
        Some(folder) => std::path::absolute(folder)?,
        None => root.join("datasets/mnist"),
    };
    let status = environment
        .command(root)
        .arg("crates/xtask/python/fetch_mnist.py")
        .arg("datasets/mnist.json")
        .arg(folder)
        .args(mirrors)
        .status()?;
    if !status.success() {
        bail!("MNIST was not fetched; the message above says why");
    }
    Ok(())
}
