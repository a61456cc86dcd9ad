//! The kernelspecs: by these Jupyter finds a kernel.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::environment::Environment;

/// One kernelspec.
pub struct Spec {
    /// The name of its folder, by which notebooks ask for it.
    pub name: &'static str,
    /// What people see.
    pub display: &'static str,
    /// Environment variables that the kernel is started with.
    pub variables: &'static [(&'static str, &'static str)],
}

/// The kernel of the course.
pub const OURS: Spec = Spec { name: "neurocomp", display: "Rust (neurocomp)", variables: &[] };

/// evcxr as published, for comparison.
pub const PLAIN: Spec = Spec {
    name: "rust",
    display: "Rust (plain evcxr)",
    // evcxr writes over an older installation of itself that it finds where Jupyter looks: it is to find none.
    variables: &[("JUPYTER_PATH", "/nonexistent/neurocomp")],
};

impl Spec {
    /// Writes it for a program that is there.
    pub fn write(&self, environment: &Environment, program: &Path) -> Result<()> {
        if !program.is_file() {
            bail!("{} is not there", program.display());
        }
        let program = program.to_str().context("the environment's path is not Unicode")?;
        let mut spec = json!({
            "argv": [program, "--control_file", "{connection_file}"],
            "display_name": self.display,
            "language": "rust",
            "interrupt_mode": "message",
        });
        for (name, value) in self.variables {
            spec["env"][*name] = json!(value);
        }
        let folder = self.folder(environment);
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("kernel.json"), serde_json::to_string_pretty(&spec)? + "\n")?;
        Ok(())
    }

    /// Whether it is there, and the program that it names, too.
    pub fn is_usable(&self, environment: &Environment) -> bool {
        self.argv(environment).is_ok_and(|argv| argv.first().is_some_and(|program| Path::new(program).is_file()))
    }

    /// The command that starts the kernel.
    pub fn argv(&self, environment: &Environment) -> Result<Vec<String>> {
        let file = self.folder(environment).join("kernel.json");
        let text = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
        let spec: Value = serde_json::from_str(&text)?;
        serde_json::from_value(spec["argv"].clone()).with_context(|| format!("{} has no argv", file.display()))
    }

    /// Where it is.
    pub fn folder(&self, environment: &Environment) -> PathBuf {
        environment.prefix.join("share/jupyter/kernels").join(self.name)
    }
}
