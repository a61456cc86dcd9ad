//! `cargo xtask bench`: measures what a student waits for.
//!
//! The work is done by `python/kernel_bench.py`, which talks to the kernel as JupyterLab does.

use std::ffi::OsString;
use std::path::Path;

use anyhow::{Result, bail};

use crate::setup;

/// What is measured when nothing else is asked for: these are the figures that CHANGELOG.md gives for each version.
const USUAL: [&str; 10] = [
    "--kernel",
    "neurocomp",
    "--against",
    "python3",
    "--runs",
    "3",
    "--completion",
    "--many",
    "2",
    "--notebook=notebooks/en/td3-solution.ipynb",
];

/// What to measure.
#[derive(clap::Subcommand)]
pub enum Command {
    /// The kernel: its start, cells, completion and memory, against Python's kernel in the same run
    Kernel(Args),
}

/// Options of `bench kernel`.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    setup: setup::Args,
    /// Options of kernel_bench.py, after `--`; `-- --help` lists them [default: everything, three runs]
    #[arg(last = true)]
    options: Vec<OsString>,
}

/// Sets up and measures.
pub fn run(root: &Path, command: &Command) -> Result<()> {
    let Command::Kernel(args) = command;
    let environment = setup::run(root, &args.setup)?;
    let status =
        environment.command(root).arg("crates/xtask/python/kernel_bench.py").args(chosen(&args.options)).status()?;
    if !status.success() {
        bail!("not every cell did what it should; the lines with ERROR say which");
    }
    Ok(())
}

fn chosen(options: &[OsString]) -> Vec<OsString> {
    if options.is_empty() { USUAL.iter().map(OsString::from).collect() } else { options.to_vec() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_take_the_place_of_the_usual_ones() {
        assert_eq!(chosen(&[]).len(), USUAL.len());
        assert_eq!(chosen(&["--runs=1".into()]), ["--runs=1"]);
    }
}
