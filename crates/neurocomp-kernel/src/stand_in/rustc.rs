//! Calls of rustc for a cell.

use super::memory::Compiled;
use super::trouble::Trouble;
use super::{Call, added, added_dependencies};
use crate::cell::kept;
use crate::wrapper::SHARE_GENERICS;
use anyhow::{Context, Result};
use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::PathBuf;
use std::process::Command;

/// The name that evcxr gives to the crate of a cell.
const CRATE: &str = "ctx";

/// The source that rustc reads, in the session's folder. evcxr finds the student's lines in the messages by the end of the
/// file's name.
pub const COMPILED_SOURCE: &str = "target/cell/src/lib.rs";

/// The object of a cell, in the session's folder.
pub const OBJECT: &str = "target/debug/deps/libctx.so";

/// Stands in the session's folder where the quickest linker did not work: cc links all later cells.
const WITH_CC: &str = "target/link-with-cc";

/// The compiler, with the arguments for the cells of this kernel.
pub struct Rustc<'a> {
    call: &'a Call,
    folder: PathBuf,
    /// What decides, beside the source, what comes out.
    flags: Vec<OsString>,
    /// Where the library and added crates are, if there are any.
    added: Option<Vec<OsString>>,
}

/// What rustc made of a cell.
pub enum Outcome {
    /// The shared object, and the types of the new variables.
    Compiled(Compiled),
    /// Its messages, one in each line.
    Failed { messages: String, code: i32 },
}

impl<'a> Rustc<'a> {
    /// Reads what evcxr wants: added crates and the level of optimisation.
    pub fn new(call: &'a Call) -> Result<Rustc<'a>> {
        let mut flags: Vec<OsString> = [
            "--crate-name",
            CRATE,
            "--edition=2024",
            "--crate-type=cdylib",
            SHARE_GENERICS,
            "-Ccodegen-units=1", // quicker than more of them, and than incremental compilation
            "-Cdebug-assertions=on",
            "-Coverflow-checks=on",
            "-Cdebuginfo=0",
            "-Cstrip=debuginfo",
            "-Cembed-bitcode=no",
            "-Awarnings",
        ]
        .map(OsString::from)
        .into();
        flags.push(format!("-Copt-level={}", opt_level(call)?).into());
        let more = env::var("RUSTFLAGS").unwrap_or_default();
        flags.extend(more.split_whitespace().map(OsString::from));
        let added_crates = added_dependencies(&call.manifest)?;
        let added = match added_crates.is_empty() {
            true => None,
            false => Some(added::compiled(call, &added_crates)?),
        };
        Ok(Rustc { folder: call.session.join("target/cell"), call, flags, added })
    }

    /// Whether the same source gives the same object in another kernel: added crates are in this session, and a library
    /// that was reinstalled is not the one that this kernel knows.
    pub fn is_repeatable(&self) -> bool {
        !self.has_added_crates() && self.call.library.is_as_recorded()
    }

    /// Whether the student has added crates.
    pub fn has_added_crates(&self) -> bool {
        self.added.is_some()
    }

    /// Whether the quickest linker of this machine is used: until it has failed.
    fn links_quickly(&self) -> bool {
        let library = &self.call.library;
        !library.linker.is_empty() && !self.has_added_crates() && !self.with_cc().exists()
    }

    fn with_cc(&self) -> PathBuf {
        self.call.session.join(WITH_CC)
    }

    /// What decides, beside the source, what comes out.
    pub fn decisive(&self) -> impl Iterator<Item = &OsStr> {
        let library = &self.call.library;
        [library.identity.as_str(), library.rustc_version.as_str()]
            .into_iter()
            .map(OsStr::new)
            .chain(self.flags.iter().map(OsString::as_os_str))
    }

    /// Where the object of the cell will be.
    pub fn object(&self) -> PathBuf {
        self.call.session.join(OBJECT)
    }

    /// Writes the source where rustc reads it, and where a panic's line is looked up.
    pub fn write_source(&self, source: &str) -> Result<()> {
        let file = self.call.session.join(COMPILED_SOURCE);
        for made in [&file, &self.object()] {
            fs::create_dir_all(made.parent().context("a file is in a folder")?)?;
        }
        Ok(fs::write(file, source)?)
    }

    /// Compiles the cell, and reads the types of its new variables. Only with whole paths can they be written in later cells;
    /// in messages for students, whole paths would be a burden. Fails as [`Trouble`] where the cell is not to blame.
    pub fn compile(&self, source: &str, whole_paths: bool) -> Result<Outcome> {
        self.write_source(source)?;
        let (object, links_quickly) = (self.object(), self.links_quickly());
        let mut command = self.command();
        command.arg(format!("--force-warn={}", kept::CAST_LINT)).args(["src/lib.rs", "--emit=link", "-o"]).arg(&object);
        if whole_paths {
            command.arg("-Ztrim-diagnostic-paths=no");
        }
        let library = &self.call.library;
        if links_quickly {
            // The loader is to look for symbols in the library, which no symbol in its interface asks for.
            command.args(&library.linker).arg("-Clink-arg=--no-as-needed");
            command.arg(format!("-Clink-arg={}", library.interface.display()));
        }
        // On Linux a cell finds what the process has loaded already; on macOS it needs to be told where that is.
        if cfg!(target_os = "macos") {
            for folder in [library.dylib.parent(), Some(&library.std_dir)].into_iter().flatten() {
                command.arg(format!("-Clink-arg=-Wl,-rpath,{}", folder.display()));
            }
        }
        let output = self.run(&mut command)?;
        if links_quickly && !output.success && blames_linker(&output.messages) {
            fs::write(self.with_cc(), "")?;
            return self.compile(source, whole_paths);
        }
        self.read(output, source)
    }

    fn read(&self, output: Output, source: &str) -> Result<Outcome> {
        if !output.success {
            return Ok(Outcome::Failed { messages: output.messages, code: output.code });
        }
        Ok(Outcome::Compiled(Compiled { object: fs::read(self.object())?, types: types(&output.messages, source) }))
    }

    /// Whether this source has no errors.
    pub fn checks(&self, source: &str) -> Result<bool> {
        let file = self.folder.join("check.rs");
        fs::write(&file, source)?;
        let mut command = self.command();
        command.args(["--emit=metadata", "-o"]).arg(self.folder.join("check.rmeta"));
        // The source comes last in the command.
        let output = self.run(command.arg("-").stdin(fs::File::open(&file)?))?;
        Ok(output.success)
    }

    fn run(&self, command: &mut Command) -> Result<Output> {
        let output = command.output().context("the Rust compiler cannot be started")?;
        let success = output.status.success();
        let messages = String::from_utf8_lossy(&output.stderr).into_owned();
        let failed = (!success).then_some(&messages);
        let trouble = failed.and_then(|messages| Trouble::behind(self.call, messages, output.status.signal()));
        match trouble {
            Some(trouble) => Err(trouble.into()),
            None => Ok(Output { success, code: output.status.code().unwrap_or(super::compile::REFUSED), messages }),
        }
    }

    /// Where the crates are that a cell can use.
    fn places(&self) -> Vec<OsString> {
        if let Some(places) = &self.added {
            return places.clone();
        }
        let library = &self.call.library;
        let neurocomp = if self.links_quickly() { &library.interface } else { &library.dylib };
        let dependencies = neurocomp.parent().unwrap_or(&library.deps);
        vec![
            format!("-Ldependency={}", dependencies.display()).into(),
            format!("--extern=neurocomp={}", neurocomp.display()).into(),
        ]
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.call.library.rustc);
        command
            .current_dir(&self.folder)
            .env("RUSTC_BOOTSTRAP", CRATE)
            .env("CARGO_MANIFEST_DIR", &self.call.session)
            .env("CARGO_PKG_NAME", CRATE)
            .args(&self.flags)
            .args(self.places())
            .args([
                "--error-format=json",
                "--diagnostic-width=1000", // otherwise `...` replaces parts of types
            ]);
        command
    }
}

/// Whether rustc could not link: the linker failed, is no longer there, or must not be started.
fn blames_linker(messages: &str) -> bool {
    ["linking with", "could not exec the linker", "linker `"].iter().any(|words| messages.contains(words))
}

/// The new variables of a source, and the types that rustc tells of them.
fn types(messages: &str, source: &str) -> Vec<(String, String)> {
    let lines: Vec<&str> = source.lines().collect();
    let name = |line: usize| kept::new_variable(lines.get(line.checked_sub(1)?)?);
    kept::types(messages).into_iter().filter_map(|(line, kind)| Some((name(line)?.to_owned(), kind))).collect()
}

struct Output {
    success: bool,
    code: i32,
    messages: String,
}

/// `:opt 0` and its like arrive in the manifest that evcxr writes.
fn opt_level(call: &Call) -> Result<String> {
    let manifest: toml::Table = fs::read_to_string(&call.manifest)?.parse()?;
    let level = manifest.get("profile").and_then(|profiles| profiles.get("dev")).and_then(|dev| dev.get("opt-level"));
    Ok(match level {
        Some(toml::Value::String(level)) => level.clone(),
        Some(level) => level.to_string(),
        None => "2".to_owned(),
    })
}
