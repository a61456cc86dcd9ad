//! `cargo xtask notebooks`: builds, checks and runs the tutorials.
//!
//! One source, `notebooks/source/NAME.md`, makes four notebooks: `notebooks/fr/NAME.ipynb`,
//! `notebooks/fr/NAME-solution.ipynb`, and the same in `notebooks/en`.

use std::path::Path;

use anyhow::{Result, bail};

mod assignment;
mod build;
mod check;
mod constructs;
mod export;
mod lexer;
mod links;
mod merge;
mod minutes;
mod prose;
mod run;
mod source;
mod spell;
mod student;
mod work;
mod wrong_answers;

pub use run::{Kinds, Languages, Selection, execute};
pub use source::Language;
pub use work::prepare as working_copy;

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
    /// Print what the exercises ask for, and where it is taught and practised
    Constructs,
    /// Make or renew your working copy, as `lab` does when it starts; what you have written stays
    Update,
    /// Put a notebook of your working copy, or one exercise of it, back to what the course gives; what was there is kept
    Reset(work::ResetArgs),
    /// Write the course as a folder to hand out, without solutions or with everything
    Export(export::Args),
    /// Look up every word of the texts in both languages (needs hunspell)
    Spell,
    /// Write a course directory for nbgrader
    Assignment(assignment::Args),
}

/// Carries out one of the commands.
pub fn run(root: &Path, command: &Command) -> Result<()> {
    match command {
        Command::Build { names } => {
            build::run(root, &source::read(root, names)?)?;
            let findings = constructs::find(&source::read(root, &[])?)?;
            std::fs::write(root.join(constructs::TABLE), findings.table)?;
            Ok(())
        }
        Command::Check { names } => passed(&check(root, names)?, "the notebooks are not in order"),
        Command::Constructs => {
            let findings = constructs::find(&source::read(root, &[])?)?;
            println!("{}", findings.table);
            findings.problems.iter().for_each(|problem| eprintln!("{problem}"));
            Ok(())
        }
        Command::Run(args) => run::run(root, args),
        Command::Update => work::prepare(root).map(|_| ()),
        Command::Reset(args) => work::reset(root, args),
        Command::Export(args) => export::run(root, args),
        Command::Spell => passed(&spell(root)?, "mend these words, or add them to notebooks/words.txt"),
        Command::Assignment(args) => assignment::run(root, args),
    }
}

/// Prints the counts; an error with this sentence if something failed.
fn passed(counts: &crate::counts::Counts, otherwise: &str) -> Result<()> {
    println!("{counts}");
    if counts.failed > 0 {
        bail!("{otherwise}");
    }
    Ok(())
}

/// Looks up every word in both languages; prints those that are in no dictionary.
pub fn spell(root: &Path) -> Result<crate::counts::Counts> {
    spell::run(root)
}

/// Checks the sources and what was built from them; prints what is wrong.
pub fn check(root: &Path, names: &[String]) -> Result<crate::counts::Counts> {
    check::run(root, &source::read(root, names)?, names.is_empty())
}
