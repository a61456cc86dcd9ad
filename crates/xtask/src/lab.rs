//! `cargo xtask lab`: sets up, renews the student's working copy, then becomes JupyterLab on it.

use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::notebooks::{self, Language};
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
    /// Open the course's own notebooks, for those who write it, in place of your working copy
    #[arg(long)]
    course: bool,
    /// Further options for JupyterLab, after `--`
    #[arg(last = true)]
    jupyter: Vec<String>,
}

/// Sets up and starts JupyterLab.
pub fn run(root: &Path, args: &Args) -> Result<()> {
    let environment = setup::run(root, &args.setup)?;
    let folder = if args.course { root.join("notebooks") } else { notebooks::working_copy(root)? };
    let mut command = environment.command(root);
    command.args(["-m", "jupyterlab"]).arg(format!("--ServerApp.root_dir={}", folder.display()));
    // Defaults for the course (no questions about newsletters); the user's own settings come before them.
    let settings = root.join("crates/xtask/python/lab-settings");
    command.arg(format!("--LabApp.app_settings_dir={}", settings.display()));
    command.arg(format!("--LabApp.default_url=/lab/tree/{}/index.ipynb", system_language().code()));
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

/// The language of the notebooks to open first, and of what is said about them: French for those whose system speaks French.
pub fn system_language() -> Language {
    if cfg!(test) {
        return Language::English; // whatever the system's is: tests compare sentences
    }
    language(["LC_ALL", "LC_MESSAGES", "LANG"].map(std::env::var_os))
}

/// As in every program, the first variable that is set counts.
fn language(variables: [Option<OsString>; 3]) -> Language {
    let mut set = variables.into_iter().flatten();
    let chosen = set.find(|value| !value.is_empty()).unwrap_or_default();
    if chosen.to_string_lossy().starts_with("fr") { Language::French } else { Language::English }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_course_opens_in_the_system_s_language() {
        let of =
            |values: [&str; 3]| language(values.map(|value| (value != "unset").then(|| OsString::from(value)))).code();
        assert_eq!(of(["unset", "unset", "fr_FR.UTF-8"]), "fr");
        assert_eq!(of(["unset", "", "fr_CH"]), "fr");
        assert_eq!(of(["en_GB", "unset", "fr_FR"]), "en");
        assert_eq!(of(["unset", "unset", "unset"]), "en");
        assert_eq!(of(["C", "fr", "fr"]), "en");
    }
}
