//! Stands in for `cargo`, `rustup` and `sh`, as which evcxr and rust-analyzer call this program.
//!
//! A cell needs no cargo: what it depends on is compiled and recorded, so rustc alone is called, with the recorded
//! paths ([`compile`]). rust-analyzer is told about the few crates whose types appear in cells ([`metadata`]). Only
//! where a student adds a crate with `:dep` does the real cargo run, on a copy of the project that built the library
//! ([`added`]).

mod added;
mod compile;
mod memory;
mod messages;
mod metadata;
mod report;
mod rustc;
mod statics;
mod store;
pub mod trouble;

pub use rustc::COMPILED_SOURCE;

use crate::library::Library;
use crate::session::{self, tool::Registered};
use anyhow::{Context, Result};
use compile::REFUSED;
use std::env;
use std::ffi::OsString;
use std::io::Write;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The program that is stood in for.
#[derive(Clone, Copy)]
pub enum Tool {
    /// `cargo`
    Cargo,
    /// `rustup`
    Rustup,
    /// `sh`, by which evcxr runs a line that begins with `!`
    Shell,
}

impl Tool {
    /// The tool by whose name this program was called, inside a session.
    pub fn called_as() -> Option<Tool> {
        env::var_os(session::SESSION)?;
        let name = PathBuf::from(env::args_os().next()?);
        match name.file_name()?.to_str()? {
            "cargo" => Some(Tool::Cargo),
            "rustup" => Some(Tool::Rustup),
            "sh" => Some(Tool::Shell),
            _ => None,
        }
    }

    /// Answers, and gives the exit code.
    pub fn run(self) -> i32 {
        let arguments: Vec<OsString> = env::args_os().skip(1).collect();
        let answer = match self {
            Tool::Cargo => cargo(&arguments),
            Tool::Rustup => rustup(&arguments),
            Tool::Shell => shell(&arguments),
        };
        answer.unwrap_or_else(|error| {
            eprintln!("error: {error:#}");
            101
        })
    }
}

/// What every answer needs to know.
#[derive(Clone)]
pub struct Call {
    session: PathBuf,
    library: Library,
    /// The manifest that evcxr wrote, or that rust-analyzer asks about.
    manifest: PathBuf,
}

fn cargo(arguments: &[OsString]) -> Result<i32> {
    let call = Call::new(arguments)?;
    let words: Vec<&str> = arguments.iter().filter_map(|word| word.to_str()).collect();
    let subcommand = words.iter().find(|word| {
        ["build", "metadata", "locate-project", "config", "rustc", "clean", "-V", "--version"].contains(word)
    });
    match subcommand.copied() {
        Some("build") if call.is_about_a_cell() => {
            let _registered = Registered::new(&call.session)?;
            compile::build(&call)
        }
        Some("metadata") if call.is_about_a_cell() => {
            let is_for_the_cell = env::var_os("EVCXR_IS_ANALYZER").is_none();
            let _registered = is_for_the_cell.then(|| Registered::new(&call.session)).transpose()?;
            metadata::answer(&call)
        }
        Some("locate-project") => print(&serde_json::json!({ "root": call.manifest }).to_string()),
        Some("config") => print(""),
        Some("rustc") if words.contains(&"target-spec-json") => {
            print(&std::fs::read_to_string(&call.library.target_spec)?)
        }
        // rust-analyzer asks cargo because a configuration of the project could say otherwise; ours says nothing.
        Some("rustc") if words.contains(&"cfg") => {
            Err(Command::new(&call.library.rustc).args(["--print", "cfg"]).exec().into())
        }
        Some("clean") if call.is_about_a_cell() => print(""),
        _ => Err(real_cargo(&call.library).args(arguments).exec().into()),
    }
}

fn rustup(arguments: &[OsString]) -> Result<i32> {
    let session = session::directory()?;
    let words: Vec<&str> = arguments.iter().filter_map(|word| word.to_str()).collect();
    match words[..] {
        ["which", "cargo"] => print(&session.join("bin/cargo").to_string_lossy()),
        ["which", "rustc"] => print(&Library::of_session(&session)?.rustc.to_string_lossy()),
        _ => Err(with_users_environment(&mut Command::new("rustup")).args(arguments).exec().into()),
    }
}

/// The shell itself, which an interrupt ends. Of a command that fails, evcxr shows standard error only.
fn shell(arguments: &[OsString]) -> Result<i32> {
    let _registered = Registered::new(&session::directory()?)?;
    let mut command = Command::new("/bin/sh");
    let said = with_users_environment(&mut command).args(arguments).output()?;
    if said.status.success() {
        std::io::stdout().write_all(&said.stdout)?;
    } else {
        std::io::stderr().write_all(&said.stdout)?;
    }
    std::io::stderr().write_all(&said.stderr)?;
    Ok(said.status.code().unwrap_or(REFUSED))
}

impl Call {
    fn new(arguments: &[OsString]) -> Result<Call> {
        let session = session::directory()?;
        let library = Library::of_session(&session)?;
        let named = arguments.windows(2).find(|pair| pair[0] == "--manifest-path").map(|pair| PathBuf::from(&pair[1]));
        let manifest = match named {
            Some(path) => path,
            None => env::current_dir().context("the current folder is gone")?.join("Cargo.toml"),
        };
        Ok(Call { session, library, manifest })
    }

    fn is_about_a_cell(&self) -> bool {
        self.manifest.parent() == Some(&self.session)
    }
}

/// The real cargo, in the environment that the user has.
fn real_cargo(library: &Library) -> Command {
    let mut command = Command::new(&library.cargo);
    with_users_environment(&mut command);
    command.env("RUSTC", &library.rustc);
    command
}

fn with_users_environment(command: &mut Command) -> &mut Command {
    session::with_users_environment(command).env_remove(session::SESSION)
}

fn print(text: &str) -> Result<i32> {
    let mut stdout = std::io::stdout().lock();
    stdout.write_all(text.as_bytes())?;
    stdout.write_all(b"\n")?;
    Ok(0)
}

/// The crates that a manifest asks for, without neurocomp, which is always there.
fn added_dependencies(manifest: &Path) -> Result<toml::Table> {
    let text = std::fs::read_to_string(manifest).with_context(|| format!("cannot read {}", manifest.display()))?;
    let manifest: toml::Table = text.parse()?;
    let mut dependencies = manifest.get("dependencies").and_then(|found| found.as_table()).cloned().unwrap_or_default();
    dependencies.remove("neurocomp");
    Ok(dependencies)
}
