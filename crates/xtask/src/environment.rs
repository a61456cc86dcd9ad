//! The Python environment that JupyterLab lives in.
//!
//! Which one: `--prefix`, else an active virtual environment, else an active conda environment (never conda's `base`,
//! which is shared by everything), else `.venv` in the checkout, else, when the checkout can't be written,
//! `$XDG_DATA_HOME/neurocomp/venv`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::toolchain;

/// JupyterLab and what the notebooks need; the versions are exact.
pub const REQUIREMENTS: &str = "requirements.txt";
/// What only `cargo xtask test` needs.
pub const TEST_REQUIREMENTS: &str = "requirements-test.txt";
/// What the test of assignments needs, in an environment of its own.
pub const NBGRADER_REQUIREMENTS: &str = "requirements-nbgrader.txt";

/// JupyterLab 4.6 asks for it.
const OLDEST_PYTHON: (u32, u32) = (3, 10);

/// A Python environment that exists and whose Python starts.
pub struct Environment {
    /// The folder that holds `bin` and `share` (Python's `sys.prefix`).
    pub prefix: PathBuf,
    /// Its Python.
    pub python: PathBuf,
}

impl Environment {
    /// Finds the environment, or makes it, and installs what [`REQUIREMENTS`] lists and it lacks.
    pub fn prepare(root: &Path, chosen: Option<&Path>) -> Result<Environment> {
        let prefix = match chosen {
            Some(dir) => std::path::absolute(dir)?,
            None => default_prefix(root),
        };
        let environment = Environment { python: python_in(&prefix), prefix };
        environment.ensure_python()?;
        environment.require(root, REQUIREMENTS)?;
        Ok(environment)
    }

    /// Installs the packages of a requirements file, unless this was done before.
    pub fn require(&self, root: &Path, requirements: &str) -> Result<()> {
        let file = root.join("crates/xtask/python").join(requirements);
        let wanted = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
        let stamp = self.prefix.join("share/neurocomp").join(requirements);
        if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
            return Ok(());
        }
        self.pip_install(&file)?;
        fs::create_dir_all(self.prefix.join("share/neurocomp"))?;
        fs::write(&stamp, wanted).with_context(|| format!("writing {}", stamp.display()))
    }

    /// A command that runs this environment's Python in the checkout.
    pub fn command(&self, root: &Path) -> Command {
        let mut command = Command::new(&self.python);
        command.current_dir(root).env("PYTHONUTF8", "1");
        command
    }

    fn pip_install(&self, requirements: &Path) -> Result<()> {
        println!(
            "Installing the Python packages of {} in {} (about a minute) …",
            requirements.file_name().unwrap_or_default().to_string_lossy(),
            self.prefix.display()
        );
        let status = Command::new(&self.python)
            .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"])
            .arg(requirements)
            .status()?;
        if !status.success() {
            bail!(
                "pip could not install the packages (its message is above). \
                 This step needs the network once; after that, none is needed."
            );
        }
        Ok(())
    }

    /// Makes the virtual environment if it is not there, or no longer starts because its Python was removed.
    fn ensure_python(&self) -> Result<()> {
        match version_of(&self.python) {
            Some(version) if version >= OLDEST_PYTHON => Ok(()),
            Some((major, minor)) => bail!(
                "the environment {} has Python {major}.{minor}; JupyterLab needs {}.{} or newer. \
                 Activate another environment, or none.",
                self.prefix.display(),
                OLDEST_PYTHON.0,
                OLDEST_PYTHON.1
            ),
            None => self.make_venv(),
        }
    }

    fn make_venv(&self) -> Result<()> {
        let python = system_python()?;
        println!("Making a Python environment in {} …", self.prefix.display());
        let output = Command::new(&python)
            .args(["-m", "venv", "--clear"])
            .arg(&self.prefix)
            .stderr(Stdio::inherit())
            .output()
            .with_context(|| format!("running {}", python.display()))?;
        if output.status.success() {
            return Ok(());
        }
        let _ = fs::remove_dir_all(&self.prefix); // half an environment would be taken for a whole one
        bail!(
            "{} could not make a virtual environment:\n{}\nOn Debian and Ubuntu: `sudo apt install python3-venv`.",
            python.display(),
            String::from_utf8_lossy(&output.stdout).trim()
        )
    }
}

fn default_prefix(root: &Path) -> PathBuf {
    let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    if let Some(active) = variable("VIRTUAL_ENV").map(PathBuf::from)
        && python_in(&active).exists()
    {
        return active;
    }
    if let Some(active) = variable("CONDA_PREFIX")
        && variable("CONDA_DEFAULT_ENV").is_some_and(|name| name != "base")
    {
        return active.into();
    }
    let in_checkout = root.join(".venv");
    let writable = if in_checkout.exists() { can_write(&in_checkout) } else { can_write(root) };
    if writable { in_checkout } else { data_home().join("neurocomp").join("venv") }
}

/// `$XDG_DATA_HOME`, or its default; on Windows the local application data.
pub fn data_home() -> PathBuf {
    let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    if let Some(dir) = variable("XDG_DATA_HOME").or_else(|| variable("LOCALAPPDATA")) {
        return dir.into();
    }
    std::env::home_dir().unwrap_or_else(std::env::temp_dir).join(".local/share")
}

/// Permissions don't tell (read-only mounts, root): only trying does.
pub fn can_write(folder: &Path) -> bool {
    let probe = folder.join(format!(".neurocomp-{}", std::process::id()));
    let written = fs::write(&probe, b"").is_ok();
    let _ = fs::remove_file(probe);
    written
}

fn python_in(prefix: &Path) -> PathBuf {
    match (cfg!(windows), prefix.join("conda-meta").is_dir()) {
        (true, true) => prefix.join("python.exe"),
        (true, false) => prefix.join("Scripts/python.exe"),
        (false, _) => prefix.join("bin/python"),
    }
}

/// The newest suitable Python on PATH, tried in the order in which people mean them.
fn system_python() -> Result<PathBuf> {
    let names = ["python3", "python", "python3.14", "python3.13", "python3.12", "python3.11", "python3.10"];
    names
        .iter()
        .filter_map(|name| toolchain::on_path(name))
        .find(|python| version_of(python).is_some_and(|version| version >= OLDEST_PYTHON))
        .with_context(|| format!("no Python {}.{} or newer was found on PATH", OLDEST_PYTHON.0, OLDEST_PYTHON.1))
}

/// Major and minor version, or `None` if it doesn't start.
fn version_of(python: &Path) -> Option<(u32, u32)> {
    let output = Command::new(python)
        .args(["-c", "import sys; print(*sys.version_info[:2])"])
        .stderr(Stdio::null())
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    let text = String::from_utf8(output.stdout).ok()?;
    let (major, minor) = text.trim().split_once(' ')?;
    Some((major.parse().ok()?, minor.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_is_not_there_can_not_be_written() {
        assert!(can_write(&std::env::temp_dir()));
        assert!(!can_write(Path::new("/no/such/folder")));
    }

    #[test]
    fn something_that_is_no_python_has_no_version() {
        assert_eq!(version_of(Path::new("/bin/true")), None);
        assert!(system_python().is_ok_and(|python| version_of(&python) >= Some(OLDEST_PYTHON)));
    }
}
