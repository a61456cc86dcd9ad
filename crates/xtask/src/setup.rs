//! `cargo xtask setup`: makes what is missing, and nothing else.
//!
//! When nothing changed since the last time this takes a fraction of a second.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, bail};

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
}

/// Makes what is missing and returns the environment that now holds the kernel.
pub fn run(root: &Path, args: &Args) -> Result<Environment> {
    let started = Instant::now();
    toolchain::prepare(root)?;
    let environment = Environment::prepare(root, args.prefix.as_deref())?;
    let fingerprint = stamp::of_sources(root)?;
    if is_current(&environment, &fingerprint) {
        println!(
            "Ready: the kernel in {} is current.",
            environment.prefix.display()
        );
        return Ok(environment);
    }
    let jobs = args.jobs.map_or_else(machine::jobs, usize::from);
    announce(jobs);
    kernel::install(&environment, root, jobs)?;
    mark_current(&environment, &fingerprint)?;
    println!(
        "Ready after {}: the kernel \"Rust (neurocomp)\" is in {}.",
        progress::duration(started.elapsed()),
        environment.prefix.display()
    );
    Ok(environment)
}

fn announce(jobs: usize) {
    let memory = machine::available_memory().map_or_else(String::new, |bytes| {
        format!(", {:.1} GB of memory free", bytes as f64 / 1e9)
    });
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

/// Same sources as last time, and the programs that the kernelspecs name are still there.
fn is_current(environment: &Environment, fingerprint: &str) -> bool {
    fs::read_to_string(stamp_file(environment)).is_ok_and(|text| text == fingerprint)
        && kernel::SPECS
            .iter()
            .all(|name| kernel_program(environment, name).is_ok_and(|program| program.is_file()))
}

fn mark_current(environment: &Environment, fingerprint: &str) -> Result<()> {
    for name in kernel::SPECS {
        let program = kernel_program(environment, name)?;
        if !program.is_file() {
            bail!(
                "the kernelspec {name} names {}, which is not there",
                program.display()
            );
        }
    }
    let file = stamp_file(environment);
    fs::create_dir_all(file.parent().context("a stamp has a folder")?)?;
    fs::write(&file, fingerprint).with_context(|| format!("writing {}", file.display()))
}

/// The first word of a kernelspec's command.
fn kernel_program(environment: &Environment, name: &str) -> Result<PathBuf> {
    let file = environment
        .prefix
        .join("share/jupyter/kernels")
        .join(name)
        .join("kernel.json");
    let text = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
    let spec: serde_json::Value = serde_json::from_str(&text)?;
    let program = spec["argv"][0]
        .as_str()
        .with_context(|| format!("{} has no argv", file.display()))?;
    Ok(program.into())
}
