//! `cargo xtask lab`: sets up, then becomes JupyterLab on the notebooks.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::setup;

/// Options of `lab`.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    setup: setup::Args,
    /// Do not open a browser; the address is printed
    #[arg(long)]
    no_browser: bool,
    /// Port to listen on [default: 8888, or the next free one]
    #[arg(long, value_name = "N")]
    port: Option<u16>,
    /// Further options for JupyterLab, after `--`
    #[arg(last = true)]
    jupyter: Vec<String>,
}

/// Sets up and starts JupyterLab.
pub fn run(root: &Path, args: &Args) -> Result<()> {
    let environment = setup::run(root, &args.setup)?;
    let mut command = environment.command(root);
    command.args(["-m", "jupyterlab"]).arg(format!(
        "--ServerApp.root_dir={}",
        root.join("notebooks").display()
    ));
    // Defaults for the course (no questions about newsletters); the user's own settings come before them.
    let settings = root.join("crates/xtask/python/lab-settings");
    command.arg(format!("--LabApp.app_settings_dir={}", settings.display()));
    if let Some(port) = args.port {
        command.arg(format!("--ServerApp.port={port}"));
    }
    if args.no_browser {
        command.arg("--no-browser");
    }
    if is_root() {
        command.arg("--allow-root"); // containers; JupyterLab refuses otherwise
    }
    command.args(&args.jupyter);
    become_program(command)
}

/// JupyterLab takes the place of this process: Ctrl-C, signals and the exit code are then its own.
#[cfg(unix)]
fn become_program(mut command: Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    Err(command.exec().into())
}

#[cfg(not(unix))]
fn become_program(mut command: Command) -> Result<()> {
    let status = command.status()?;
    anyhow::ensure!(status.success(), "JupyterLab ended with {status}");
    Ok(())
}

#[cfg(unix)]
fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata("/proc/self").is_ok_and(|me| me.uid() == 0)
}

#[cfg(not(unix))]
fn is_root() -> bool {
    false
}
