//! The project's own commands, run as `cargo xtask <command>`.
//!
//! | command | what it does |
//! | --- | --- |
//! | `setup` | makes what is missing: rust-src, a Python environment, the kernel |
//! | `lab` | `setup`, then JupyterLab on the student's working copy |
//! | `notebooks build` | writes `notebooks/fr` and `notebooks/en` from `notebooks/source` |
//! | `notebooks check` | the built notebooks are current, both languages agree, no solution leaks |
//! | `notebooks run` | runs built notebooks in the real kernel |
//! | `notebooks update`, `notebooks reset` | the working copy |
//! | `notebooks export`, `notebooks assignment` | the course to hand out, and for nbgrader |
//! | `data mnist` | fetches MNIST and checks it |
//! | `bench kernel` | measures what a student waits for |
//! | `test` | everything, ending in one line of counts |

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

mod bench;
mod counts;
mod data;
mod environment;
mod kernel;
mod lab;
mod machine;
mod notebooks;
mod outline;
mod progress;
mod setup;
mod stamp;
mod test;
mod toolchain;

/// The project's own commands.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make what is missing: rust-src, a Python environment with JupyterLab, the kernel
    Setup(setup::Args),
    /// Set up, then open JupyterLab on your working copy of the notebooks
    Lab(lab::Args),
    /// Build, check or run the notebooks
    #[command(subcommand)]
    Notebooks(notebooks::Command),
    /// Fetch what is too large to be committed
    #[command(subcommand)]
    Data(data::Command),
    /// Measure what a student waits for
    #[command(subcommand)]
    Bench(bench::Command),
    /// Run every test there is; the last line is "N passed, N failed, N skipped"
    Test(test::Args),
}

fn main() -> ExitCode {
    let root = repo_root();
    let result = match Cli::parse().command {
        Command::Setup(args) => setup::run(&root, &args).map(|_| ()),
        Command::Lab(args) => lab::run(&root, &args),
        Command::Notebooks(command) => notebooks::run(&root, &command),
        Command::Data(command) => data::run(&root, &command),
        Command::Bench(command) => bench::run(&root, &command),
        Command::Test(args) => test::run(&root, &args),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Returned from main, it would be shown with a backtrace where RUST_BACKTRACE is set.
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// The checkout. Cargo says where at run time; the compiled-in path would be wrong after the checkout was moved.
fn repo_root() -> PathBuf {
    let crate_dir = std::env::var_os("CARGO_MANIFEST_DIR")
        .map(PathBuf::from)
        .filter(|dir| dir.ends_with("crates/xtask"))
        .unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")));
    crate_dir.ancestors().nth(2).map(Path::to_path_buf).expect("crates/xtask lies two folders below the root")
}
