//! The private directory of one running kernel, and the environment that makes evcxr use it.

mod folder;
pub mod tool;

use crate::cell::variables;
use crate::language::LANGUAGE_FILE;
use crate::library::Library;
use crate::{server, system};
use anyhow::{Context, Result};
use folder::LOCK;
use std::env;
use std::ffi::OsString;
use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Names the session's directory for every process that belongs to it.
pub const SESSION: &str = "NEUROCOMP_SESSION";
/// The user's own `CARGO_HOME` and `PATH`, which the real tools get back.
pub const USER_CARGO_HOME: &str = "NEUROCOMP_USER_CARGO_HOME";
/// See [`USER_CARGO_HOME`].
pub const USER_PATH: &str = "NEUROCOMP_USER_PATH";

/// Runs the kernel in a directory of its own. The environment is set by starting this program again in place of
/// itself: a variable must not be set in a program that runs already.
pub fn run(control_file: &str) -> Result<()> {
    if env::var_os(SESSION).is_none() {
        let library = Library::find()?.with_usable_toolchain()?;
        let directory = create(&library)?;
        let error = restart(control_file, &library, &directory);
        fs::remove_dir_all(&directory).ok();
        return Err(error).context("cannot start the kernel");
    }
    let directory = directory()?;
    let lock = File::open(directory.join(LOCK)).context("the session's directory is not complete")?;
    lock.lock().context("cannot lock the session's directory")?;
    let result = server::run(control_file, &Library::of_session(&directory)?, &directory);
    fs::remove_dir_all(&directory).ok();
    result
}

/// The directory of the session that this process belongs to.
pub fn directory() -> Result<PathBuf> {
    env::var_os(SESSION).map(PathBuf::from).context("this process belongs to no session")
}

fn restart(control_file: &str, library: &Library, directory: &Path) -> anyhow::Error {
    let Ok(mut command) = this_program() else {
        return anyhow::anyhow!("cannot find this program");
    };
    let path = env::var_os("PATH").unwrap_or_default();
    let mut ours = OsString::from(directory.join("bin"));
    ours.push(":");
    ours.push(&path);
    command
        .args(["--control_file", control_file])
        .env(SESSION, directory)
        .env("EVCXR_TMPDIR", directory)
        .env("EVCXR_CONFIG_DIR", directory.join("config"))
        .env("EVCXR_TYPES_FROM_COMPILER", "1")
        .env(LANGUAGE_FILE, directory.join("language"))
        .env(USER_PATH, &path)
        .env("PATH", ours)
        .env("CARGO_HOME", directory.join("cargo"))
        .env("CARGO", directory.join("bin/cargo"))
        .env("RUSTC", &library.rustc)
        .env("RUST_SRC_PATH", &library.std_source)
        .env_remove("RUSTUP_TOOLCHAIN");
    if let Some(home) = env::var_os("CARGO_HOME") {
        command.env(USER_CARGO_HOME, home);
    }
    command.exec().into()
}

/// Gives a command the environment that the user has: without the stand-ins for cargo and others.
pub fn with_users_environment(command: &mut Command) -> &mut Command {
    if let Some(path) = env::var_os(USER_PATH) {
        command.env("PATH", path);
    }
    match env::var_os(USER_CARGO_HOME) {
        Some(home) => command.env("CARGO_HOME", home),
        None => command.env_remove("CARGO_HOME"),
    };
    for variable in ["CARGO", "RUSTC", "RUST_SRC_PATH", "CARGO_TARGET_DIR", "CARGO_BUILD_BUILD_DIR", "RUSTFLAGS"] {
        command.env_remove(variable);
    }
    command
}

fn this_program() -> Result<Command> {
    Ok(Command::new(env::current_exe()?))
}

fn create(library: &Library) -> Result<PathBuf> {
    let directory = folder::create()?;
    if let Err(error) = fill(&directory, library) {
        fs::remove_dir_all(&directory).ok();
        return Err(error);
    }
    Ok(directory)
}

fn fill(directory: &Path, library: &Library) -> Result<()> {
    for folder in ["bin", "cargo/bin", "config", "src"] {
        fs::create_dir_all(directory.join(folder))?;
    }
    let program = env::current_exe()?;
    for name in ["bin/cargo", "bin/rustup", "bin/sh", "cargo/bin/cargo", "cargo/bin/rustup"] {
        symlink(&program, directory.join(name))?;
    }
    fs::write(directory.join("library.json"), serde_json::to_vec(library)?)?;
    system::make_pipe(&directory.join(crate::supervisor::NOTICES))?;
    File::create(directory.join(variables::JOURNAL))?;
    Ok(())
}
