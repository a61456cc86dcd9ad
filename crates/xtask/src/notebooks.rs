//! `cargo xtask notebooks`: builds, checks and runs the tutorials.
//!
//! One source, `notebooks/source/NAME.md`, makes four notebooks: `notebooks/fr/NAME.ipynb`,
//! `notebooks/fr/NAME-solution.ipynb`, and the same in `notebooks/en`.

use std::path::Path;

use anyhow::{Result, bail};

mod assignment;
mod build;
mod check;
mod lexer;
mod links;
mod minutes;
mod prose;
mod run;
mod source;
mod student;
mod wrong_answers;

pub use run::{Kinds, Languages, Selection, execute};

/// What to do with the notebooks.
#[derive(clap::Subcommand)]
pub enum Command {
    /// Write the notebooks of notebooks/fr and notebooks/en from notebooks/source
    Build {
        /// Names such as td3 [default: all]
        names: Vec<String>,
    },
    /// Check that the notebooks are current, that both languages agree and that no solution leaks
    Check {
        /// Names such as td3 [default: all]
        names: Vec<String>,
    },
    /// Run notebooks in the real kernel; anything that goes wrong in a cell is a failure
    Run(run::Args),
    /// Write a course directory for nbgrader
    Assignment(assignment::Args),
}

/// Carries out one of the commands.
pub fn run(root: &Path, command: &Command) -> Result<()> {
    match command {
        Command::Build { names } => build::run(root, &source::read(root, names)?),
        Command::Check { names } => {
            let counts = check(root, names)?;
            println!("{counts}");
            if counts.failed > 0 {
                bail!("the notebooks are not in order");
            }
            Ok(())
        }
        Command::Run(args) => run::run(root, args),
        Command::Assignment(args) => assignment::run(root, args),
    }
}

/// Checks the sources and what was built from them; prints what is wrong.
pub fn check(root: &Path, names: &[String]) -> Result<crate::counts::Counts> {
    check::run(root, &source::read(root, names)?, names.is_empty())
}
