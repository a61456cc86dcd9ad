//! Compiles a cell by calling rustc, with nothing to look up and nothing to compare.

use super::{Call, added, added_dependencies, messages, store};
use crate::cell::variables;
use crate::wrapper::SHARE_GENERICS;
use anyhow::{Context, Result};
use std::env;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// The name that evcxr gives to the crate of a cell.
const CRATE: &str = "ctx";

/// `cargo build`: the cell as a shared object, whose path evcxr reads in a file that it names.
pub fn build(call: &Call) -> Result<i32> {
    let folder = call.session.join("target/debug/deps");
    fs::create_dir_all(&folder)?;
    let object = folder.join(format!("lib{CRATE}.so"));
    let source = source(call)?;
    let mut rustc = rustc(call, &source)?;
    rustc
        .args([
            "--emit=link",
            "--crate-type",
            "cdylib",
            "-Ccodegen-units=16",
            "-Cstrip=debuginfo",
        ])
        .arg(format!("-Copt-level={}", opt_level(call)?))
        .arg("-o")
        .arg(&object);
    let code = run(&mut rustc, &source, call)?;
    if code == 0
        && let Some(file) = env::var_os("EVCXR_EXECUTION_SO_PATH")
    {
        fs::write(file, object.as_os_str().as_encoded_bytes())?;
    }
    Ok(code)
}

/// `cargo check`: only the messages. evcxr asks for it when it cannot tell the type of a variable.
pub fn check(call: &Call) -> Result<i32> {
    let source = source(call)?;
    let mut rustc = rustc(call, &source)?;
    let metadata = call.session.join(format!("target/lib{CRATE}.rmeta"));
    fs::create_dir_all(call.session.join("target"))?;
    rustc
        .args(["--emit=metadata", "--crate-type", "lib", "-o"])
        .arg(metadata);
    let code = run(&mut rustc, &source, call)?;
    if code == 0 {
        let mut stderr = std::io::stderr().lock();
        for line in messages::about_closures(&source) {
            writeln!(stderr, "{line}")?;
        }
    }
    Ok(code)
}

/// The source as evcxr wrote it, but for the store of variables, on the same lines.
fn source(call: &Call) -> Result<String> {
    let source = fs::read_to_string(call.session.join("src/lib.rs"))?;
    Ok(store::from_the_library(&source).unwrap_or(source))
}

fn rustc(call: &Call, source: &str) -> Result<Command> {
    let library = &call.library;
    // evcxr finds the student's lines in the messages by the end of the file's name.
    let folder = call.session.join("target/cell");
    let file = folder.join("src/lib.rs");
    fs::create_dir_all(folder.join("src"))?;
    variables::keep_last(&call.session, &file, source);
    fs::write(&file, source)?;
    let mut command = Command::new(&library.rustc);
    command
        .current_dir(folder)
        .env("RUSTC_BOOTSTRAP", CRATE)
        .env("CARGO_MANIFEST_DIR", &call.session)
        .env("CARGO_PKG_NAME", CRATE)
        .args([
            "--crate-name",
            CRATE,
            "--edition=2024",
            "--error-format=json",
            "--diagnostic-width=1000", // else `...` stands for parts of types
            "src/lib.rs",
        ])
        .args([
            SHARE_GENERICS,
            "-Cdebug-assertions=on",
            "-Coverflow-checks=on",
            "-Cdebuginfo=0",
            "-Cembed-bitcode=no",
            "-Awarnings",
        ])
        .arg(format!(
            "-Cincremental={}",
            call.session.join("target/incremental").display()
        ));
    command.args(env::var("RUSTFLAGS").unwrap_or_default().split_whitespace());
    let added_crates = added_dependencies(&call.manifest)?;
    if added_crates.is_empty() {
        command.arg(format!("-Ldependency={}", library.deps.display()));
        command.args(neurocomp(&library.dylib));
    } else {
        command.args(added::compiled(call, &added_crates)?);
    }
    command.arg(format!(
        "-Clink-arg=-Wl,-rpath,{}",
        library.std_dir.display()
    ));
    Ok(command)
}

/// The arguments by which rustc, and later the cell itself, finds the library.
pub fn neurocomp(dylib: &Path) -> [String; 3] {
    let folder = dylib.parent().unwrap_or(dylib);
    [
        "--extern".to_owned(),
        format!("neurocomp={}", dylib.display()),
        format!("-Clink-arg=-Wl,-rpath,{}", folder.display()),
    ]
}

/// Runs rustc and hands on its messages, made fit for evcxr.
fn run(rustc: &mut Command, source: &str, call: &Call) -> Result<i32> {
    let output = rustc
        .stdin(Stdio::null())
        .output()
        .context("the Rust compiler cannot be started")?;
    if output.status.success() {
        variables::forget_what_is_there(&call.session, source);
        return Ok(0);
    }
    let mut stderr = std::io::stderr().lock();
    let lines = String::from_utf8_lossy(&output.stderr);
    for line in messages::for_evcxr(&lines, source, &call.session) {
        writeln!(stderr, "{line}")?;
    }
    Ok(output.status.code().unwrap_or(101))
}

/// `:opt 0` and its like arrive in the manifest that evcxr writes.
fn opt_level(call: &Call) -> Result<String> {
    let manifest: toml::Table = fs::read_to_string(&call.manifest)?.parse()?;
    let level = manifest
        .get("profile")
        .and_then(|profiles| profiles.get("dev"))
        .and_then(|dev| dev.get("opt-level"));
    Ok(match level {
        Some(toml::Value::String(level)) => level.clone(),
        Some(level) => level.to_string(),
        None => "2".to_owned(),
    })
}
