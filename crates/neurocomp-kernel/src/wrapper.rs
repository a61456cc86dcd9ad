//! Cargo's wrapper of rustc while the library is built.
//!
//! The library and the cells must share one standard library, which rustc does only where it is told to prefer shared
//! objects. And generic code that the library compiled for itself is to be used by cells, not compiled again in them:
//! `-Zshare-generics`, which rustc does by itself only in less optimised builds. What drops a value it shares only if it compiles
//! incrementally: otherwise a cell with a figure compiles 180 such functions (0.25 s). Told to cargo as flags, all this
//! would make every dependency another one than the tests use; told here, it reaches the one crate that it matters for.

use anyhow::{Context, Result};
use std::env;
use std::ffi::OsString;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

/// Set by those who name this program in `RUSTC_WRAPPER`.
pub const WRAP: &str = "NEUROCOMP_WRAP_RUSTC";

/// The name by which a loader is to know the library, where it is not the one of the installation.
pub const LIBRARY_NAME: &str = "NEUROCOMP_LIBRARY_NAME";

/// An unstable flag: rustc takes it only for the crates named in `RUSTC_BOOTSTRAP`. The toolchain is pinned.
pub const SHARE_GENERICS: &str = "-Zshare-generics=y";

/// Whether cargo called this program as its wrapper of rustc.
pub fn is_asked_for() -> bool {
    env::var_os(WRAP).is_some()
}

/// Becomes rustc.
pub fn run() -> Result<i32> {
    let arguments: Vec<OsString> = env::args_os().skip(1).collect();
    let (rustc, arguments) = arguments.split_first().context("a wrapper of rustc is called with the path of rustc")?;
    let mut command = Command::new(rustc);
    command.args(arguments).env_remove(WRAP);
    let is_library = |pair: &[OsString]| pair[0] == "--crate-name" && pair[1] == "neurocomp";
    if arguments.windows(2).any(is_library) && arguments.iter().any(|word| word == "dylib") {
        command.args(["-Cprefer-dynamic", SHARE_GENERICS]).env("RUSTC_BOOTSTRAP", "neurocomp");
        if let Some(name) = env::var_os(LIBRARY_NAME) {
            let mut flag = OsString::from("-Clink-arg=-Wl,-soname,");
            flag.push(name);
            command.arg(flag);
        }
        return incrementally(command, arguments);
    }
    Err(command.exec()).context("rustc cannot be started")
}

/// What it would need to compile less the next time (180 MB) is not kept: cargo calls it when the library has changed.
fn incrementally(mut command: Command, arguments: &[OsString]) -> Result<i32> {
    let after = arguments.iter().skip_while(|word| *word != "--out-dir");
    let folder = after.skip(1).map(Path::new).next().unwrap_or(Path::new("."));
    let folder = folder.join(format!("neurocomp-{}", std::process::id()));
    let mut flag = OsString::from("-Cincremental=");
    flag.push(&folder);
    let status = command.arg(flag).status();
    let _ = std::fs::remove_dir_all(&folder);
    let status = status.context("rustc cannot be started")?;
    Ok(status.code().unwrap_or(1))
}
