//! `cargo xtask setup`: makes what is missing, and nothing else.
//!
//! When nothing changed since the last time this takes a fraction of a second.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result};

use crate::environment::Environment;
use crate::{kernel, machine, progress, stamp, toolchain};

/// Options of `setup`, shared with `lab`.
#[derive(clap::Args, Default)]
pub struct Args {
    /// Compilers to run at once [default: one for each core, as far as the memory reaches]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    jobs: Option<u16>,
    /// Python environment to use [default: the active one, else .venv]
    #[arg(long, value_name = "DIR")]
    prefix: Option<PathBuf>,
    /// Also build evcxr's own kernel, unchanged, to compare with [default: only ours]
    #[arg(long)]
    plain_kernel: bool,
    /// Do not compile the cells of the course beforehand: the set-up is up to four minutes shorter, and each cell has to be
    /// compiled when it is first run
    #[arg(long)]
    no_warm: bool,
}

/// Makes what is missing and returns the environment that now holds the kernel.
pub fn run(root: &Path, args: &Args) -> Result<Environment> {
    let started = Instant::now();
    toolchain::prepare(root)?;
    let environment = Environment::prepare(root, args.prefix.as_deref())?;
    let fingerprint = stamp::of_sources(root)?;
    let jobs = args.jobs.map_or_else(machine::jobs, usize::from);
    let needs_ours = !is_current(&environment, &fingerprint);
    let needs_plain = args.plain_kernel && !kernel::plain::is_installed(&environment);
    let needs_cells = !args.no_warm && (needs_ours || !kernel::warm::is_done(&environment));
    if !needs_ours && !needs_plain && !needs_cells {
        println!("Ready: the kernel in {} is current.", environment.prefix.display());
        return Ok(environment);
    }
    if needs_ours {
        announce(jobs);
        kernel::install(&environment, root, jobs)?;
        kernel::warm::forget(&environment);
        mark_current(&environment, &fingerprint)?;
    }
    if needs_cells {
        kernel::warm::run(&environment, root, jobs);
    }
    if needs_plain {
        kernel::plain::install(&environment, root, jobs)?;
    }
    println!(
        "Ready after {}: the kernel \"Rust (neurocomp)\" is in {}.",
        progress::duration(started.elapsed()),
        environment.prefix.display()
    );
    Ok(environment)
}

fn announce(jobs: usize) {
    let memory = machine::available_memory()
        .map_or_else(String::new, |bytes| format!(", {:.1} GB of memory free", bytes as f64 / 1e9));
    println!(
        "Building the kernel: {} core{}{memory}: {jobs} compiler{} at once.",
        machine::cores(),
        plural(machine::cores()),
        plural(jobs)
    );
}

fn plural(n: usize) -> &'static str {
    if n == 1 { "" } else { "s" }
}

fn stamp_file(environment: &Environment) -> PathBuf {
    environment.prefix.join("share/neurocomp/setup.stamp")
}

/// Same sources as last time, and the program that the kernelspec names is still there.
fn is_current(environment: &Environment, fingerprint: &str) -> bool {
    fs::read_to_string(stamp_file(environment)).is_ok_and(|text| text == fingerprint)
        && kernel::OURS.is_usable(environment)
}

fn mark_current(environment: &Environment, fingerprint: &str) -> Result<()> {
    let file = stamp_file(environment);
    fs::create_dir_all(file.parent().context("a stamp has a folder")?)?;
    fs::write(&file, fingerprint).with_context(|| format!("writing {}", file.display()))
}
