//! `cargo xtask notebooks run`: runs built notebooks in the real kernel.
//!
//! The work is done by `python/run_notebooks.py`, which talks to the kernel as JupyterLab does.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use super::build::{self, Variant};
use super::source::{self, Language};
use crate::environment::Environment;
use crate::{setup, toolchain};

/// Options of `notebooks run`.
#[derive(clap::Args)]
pub struct Args {
    /// Names such as td3 [default: all]
    names: Vec<String>,
    /// Language of the notebooks
    #[arg(long, value_enum, default_value_t = Languages::Both)]
    lang: Languages,
    /// Only the student copies, where every exercise must say that it is not done yet
    #[arg(long, conflicts_with = "solution")]
    student: bool,
    /// Only the solutions, where every check must pass
    #[arg(long)]
    solution: bool,
    /// In evcxr's own kernel (see --plain-kernel), which compiles the library for half an hour in the first cell
    #[arg(long, requires = "plain_kernel")]
    plain: bool,
    #[command(flatten)]
    setup: setup::Args,
}

/// Which languages to run.
#[derive(Clone, Copy, PartialEq, clap::ValueEnum)]
pub enum Languages {
    /// Only French
    Fr,
    /// Only English
    En,
    /// French and English
    Both,
}

/// Which copies to run.
#[derive(Clone, Copy, PartialEq)]
pub enum Kinds {
    /// With stubs
    Student,
    /// With solutions
    Solution,
    /// Both
    Both,
}

/// Which notebooks to run.
pub struct Selection<'a> {
    /// Names; all when empty
    pub names: &'a [String],
    /// Languages
    pub languages: Languages,
    /// Copies
    pub kinds: Kinds,
}

/// Sets up and runs what the options say.
pub fn run(root: &Path, args: &Args) -> Result<()> {
    let environment = setup::run(root, &args.setup)?;
    let kinds = match (args.student, args.solution) {
        (true, _) => Kinds::Student,
        (_, true) => Kinds::Solution,
        _ => Kinds::Both,
    };
    let selection = Selection { names: &args.names, languages: args.lang, kinds };
    let mut command = execute(root, &environment, &selection)?;
    if args.plain {
        command.arg("--plain").arg(root.join("crates/neurocomp"));
    }
    let status = command.status()?;
    if !status.success() {
        bail!("not every notebook ran as it should");
    }
    Ok(())
}

/// The command that runs these notebooks. Its last line says how many passed.
pub fn execute(root: &Path, environment: &Environment, selection: &Selection) -> Result<Command> {
    let mut command = environment.command(root);
    command
        .arg("crates/xtask/python/run_notebooks.py")
        .arg("--save")
        .arg(toolchain::target_dir(root).join("notebooks"));
    for (kind, variant) in [("--solution", Variant::Solution), ("--student", Variant::Student)] {
        for path in paths(root, selection, variant)? {
            command.arg(kind).arg(path);
        }
    }
    Ok(command)
}

fn paths(root: &Path, selection: &Selection, variant: Variant) -> Result<Vec<PathBuf>> {
    let wanted = match variant {
        Variant::Solution => Kinds::Solution,
        Variant::Student => Kinds::Student,
    };
    if selection.kinds != Kinds::Both && selection.kinds != wanted {
        return Ok(Vec::new());
    }
    let speaks = |language: &Language| match selection.languages {
        Languages::Fr => *language == Language::French,
        Languages::En => *language == Language::English,
        Languages::Both => true,
    };
    let mut paths = Vec::new();
    for source in source::read(root, selection.names)? {
        if !build::variants(&source).contains(&variant) {
            continue;
        }
        for language in Language::ALL.into_iter().filter(speaks) {
            paths.push(build::path(&source.name, language, variant));
        }
    }
    Ok(paths)
}
