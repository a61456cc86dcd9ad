//! The Rust side of the set-up: the standard library's source, and a linker.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

/// Makes sure that the compiler has all that the kernel needs.
pub fn prepare(root: &Path) -> Result<()> {
    ensure_linker()?;
    ensure_rust_src(root)
}

/// The kernel infers the types of variables from the standard library's source (component `rust-src`).
fn ensure_rust_src(root: &Path) -> Result<()> {
    if sysroot(root)?.join("lib/rustlib/src/rust/library").is_dir() {
        return Ok(());
    }
    println!("Adding the standard library's source (rustup component rust-src) …");
    let added = Command::new("rustup").args(["component", "add", "rust-src"]).current_dir(root).status();
    match added {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => bail!(
            "`rustup component add rust-src` failed. It needs the network once; \
             run the command by hand in {} to see why.",
            root.display()
        ),
        Err(_) => bail!(
            "the component rust-src is missing, and so is rustup. Install Rust from https://rustup.rs, \
             or, with a Rust of your distribution, its package rust-src."
        ),
    }
}

/// The platform that is compiled for, as in `x86_64-unknown-linux-gnu`.
pub fn host(root: &Path) -> Result<String> {
    let text = rustc(root, &["-vV"])?;
    let host = text.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.context("rustc -vV names no host")?.to_owned())
}

/// Where the compiler that the checkout asks for is installed.
fn sysroot(root: &Path) -> Result<PathBuf> {
    Ok(rustc(root, &["--print", "sysroot"])?.trim_end().into())
}

/// What the compiler that the checkout asks for answers.
fn rustc(root: &Path, arguments: &[&str]) -> Result<String> {
    let output = Command::new("rustc")
        .args(arguments)
        .current_dir(root)
        .output()
        .context("rustc was not found: install Rust from https://rustup.rs")?;
    if !output.status.success() {
        bail!(
            "rustc does not start:\n{}\nIs the toolchain of rust-toolchain.toml installed? (`rustup toolchain install`)",
            String::from_utf8_lossy(&output.stderr).trim()
        );
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// Without a linker the first build script fails after minutes with a message that beginners can't read.
fn ensure_linker() -> Result<()> {
    if cfg!(windows) || on_path("cc").is_some() {
        return Ok(());
    }
    bail!(
        "no C linker (`cc`) was found. Debian and Ubuntu: `sudo apt install build-essential`; \
         macOS: `xcode-select --install`."
    )
}

/// The first executable of this name on PATH.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let paths = std::env::var_os("PATH")?;
    std::env::split_paths(&paths)
        .map(|folder| folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
        .find(|file| file.is_file())
}

/// A `cargo` of the same toolchain as this process, started in the checkout.
///
/// `CI` is taken away: rust-analyzer's crates ask for it when they are compiled (`option_env!` in ra_ap_stdx), and would be
/// compiled again, for ten minutes, each time it comes or goes.
pub fn cargo(root: &Path) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root).env_remove("CI");
    command
}

/// Where cargo puts what it builds; the tests leave their pictures and notebooks there too.
pub fn target_dir(root: &Path) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |dir| root.join(dir))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_is_on_the_path_and_nonsense_is_not() {
        assert!(on_path("cargo").is_some_and(|file| file.is_file()));
        assert_eq!(on_path("no-such-program-anywhere"), None);
    }
}
