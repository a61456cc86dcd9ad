//! Cargo's wrapper of rustc while the library is built.
//!
//! The library and the cells must share one standard library, which rustc does only where it is told to prefer shared
//! objects. And generic code that the library compiled for itself is to be used by cells, not compiled again in them:
//! `-Zshare-generics`, which rustc does by itself only in less optimised builds. Told to cargo as flags, these would make
//! every dependency another one than the tests use; told here, they reach the one crate that they matter for.

use anyhow::{Context, Result};
use std::env;
use std::ffi::OsString;
use std::os::unix::process::CommandExt;
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
    let (rustc, arguments) = arguments
        .split_first()
        .context("a wrapper of rustc is called with the path of rustc")?;
    let mut command = Command::new(rustc);
    command.args(arguments).env_remove(WRAP);
    let is_library = |pair: &[OsString]| pair[0] == "--crate-name" && pair[1] == "neurocomp";
    if arguments.windows(2).any(is_library) && arguments.iter().any(|word| word == "dylib") {
        command
            .args(["-Cprefer-dynamic", SHARE_GENERICS])
            .env("RUSTC_BOOTSTRAP", "neurocomp");
        if let Some(name) = env::var_os(LIBRARY_NAME) {
            let mut flag = OsString::from("-Clink-arg=-Wl,-soname,");
            flag.push(name);
            command.arg(flag);
        }
    }
    Err(command.exec()).context("rustc cannot be started")
}
