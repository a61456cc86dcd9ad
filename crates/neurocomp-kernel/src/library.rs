//! What `cargo xtask setup` left for the kernel: the compiled library and where everything is.

use anyhow::{Context, Result, bail};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The record that the installation writes as `library.json` beside the `bin` folder of this program.
/// Paths that are not absolute are relative to that folder, so that it can be read by every user of the machine.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Library {
    /// The folder that `library.json` is in.
    #[serde(skip)]
    pub folder: PathBuf,
    /// Where the library is installed; a session's copy of the record is elsewhere.
    #[serde(default)]
    pub installation: PathBuf,
    /// Tells this library from every other one: from its content and its compiler.
    pub identity: String,
    /// The size of the shared object, and when it was written, in nanoseconds since 1970: another one has been installed
    /// meanwhile where these differ. Images of containers keep the seconds only.
    pub dylib_size: u64,
    /// See [`Library::dylib_size`].
    pub dylib_modified: u64,
    /// Arguments of rustc for the quickest linker that was seen to work here; none for cc.
    pub linker: Vec<String>,
    /// The compiler that built the library, and the only one that can use it.
    pub rustc: PathBuf,
    /// The cargo of the same toolchain.
    pub cargo: PathBuf,
    /// What `rustc -vV` said.
    pub rustc_version: String,
    /// Where the standard library's shared object is.
    pub std_dir: PathBuf,
    /// The host, as in `x86_64-unknown-linux-gnu`.
    pub target: String,
    /// neurocomp and all its dependencies in one shared object.
    pub dylib: PathBuf,
    /// The same without its code, for the quickest linker: what rustc reads, and no symbols. Its dependencies' are beside it.
    pub interface: PathBuf,
    /// The folder with the metadata of the dependencies, for `-L dependency=`.
    pub deps: PathBuf,
    /// A small cargo project that builds exactly the library, for cells that add other crates.
    pub project: PathBuf,
    /// The target directory of that project.
    pub target_dir: PathBuf,
    /// The standard library as rust-analyzer reads it.
    pub std_source: PathBuf,
    /// `cargo metadata` of a crate that depends on neurocomp, as rust-analyzer reads it; the folder of that crate is
    /// written [`CELL_FOLDER`].
    pub metadata: PathBuf,
    /// `rustc --print target-spec-json`.
    pub target_spec: PathBuf,
    /// Where the library's source was when it was compiled.
    pub source: PathBuf,
}

/// Stands in `metadata.json` for the folder of the session.
pub const CELL_FOLDER: &str = "/neurocomp-session";

impl Library {
    /// The number of the compiler's version.
    pub fn rust_version(&self) -> &str {
        self.rustc_version.split_whitespace().nth(1).unwrap_or_default()
    }

    /// Reads the record that belongs to this program.
    pub fn find() -> Result<Library> {
        let program = std::env::current_exe().context("cannot find out where this program is")?;
        let folder = program.ancestors().nth(2).context("this program is in no folder")?;
        Library::read(folder)
    }

    /// Reads the copy that a session made of the record, with the toolchain that it found usable.
    pub fn of_session(directory: &Path) -> Result<Library> {
        Library::read(directory)
    }

    fn read(folder: &Path) -> Result<Library> {
        let file = folder.join("library.json");
        let text = std::fs::read_to_string(&file)
            .with_context(|| format!("cannot read {}; run `cargo xtask setup` again", file.display()))?;
        let mut library: Library = serde_json::from_str(&text).with_context(|| {
            format!("{} is not what this version expects; run `cargo xtask setup` again", file.display())
        })?;
        library.folder = folder.to_owned();
        if library.installation.as_os_str().is_empty() {
            folder.clone_into(&mut library.installation);
        }
        for path in [
            &mut library.dylib,
            &mut library.interface,
            &mut library.deps,
            &mut library.project,
            &mut library.target_dir,
            &mut library.std_source,
            &mut library.metadata,
            &mut library.target_spec,
        ] {
            *path = folder.join(&*path);
        }
        Ok(library)
    }

    /// Whether the shared object is still the one of the record.
    pub fn is_as_recorded(&self) -> bool {
        let Ok(found) = std::fs::metadata(&self.dylib) else {
            return false;
        };
        let written = found.modified().ok().and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
        found.len() == self.dylib_size
            && written.is_some_and(|time| time.as_secs() == self.dylib_modified / 1_000_000_000)
    }

    /// Where another user installed the library, the toolchain may be in a home that this user cannot read: then
    /// the user's own toolchain is used, if it is the same version.
    pub fn with_usable_toolchain(mut self) -> Result<Library> {
        if runs(&self.rustc) {
            return Ok(self);
        }
        let rustc = rustup_which("rustc").unwrap_or_else(|| PathBuf::from("rustc"));
        let version = output(Command::new(&rustc).arg("-vV")).with_context(|| {
            format!("no Rust compiler can be started, neither {} nor {}", self.rustc.display(), rustc.display())
        })?;
        if version != self.rustc_version {
            bail!(
                "the library was compiled by\n{}but the Rust compiler found here is\n{version}Run `cargo xtask setup` with this compiler, or install that one with rustup.",
                self.rustc_version
            );
        }
        let libdir = output(Command::new(&rustc).args(["--print", "target-libdir"]))?;
        self.std_dir = PathBuf::from(libdir.trim());
        self.cargo = rustup_which("cargo").unwrap_or_else(|| PathBuf::from("cargo"));
        self.rustc = rustc;
        Ok(self)
    }
}

fn runs(program: &Path) -> bool {
    rustix::fs::access(program, rustix::fs::Access::EXEC_OK).is_ok()
}

fn rustup_which(tool: &str) -> Option<PathBuf> {
    let path = output(Command::new("rustup").args(["which", tool])).ok()?;
    Some(PathBuf::from(path.trim()))
}

fn output(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("cannot start {command:?}"))?;
    if !output.status.success() {
        bail!("{command:?} failed: {}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(String::from_utf8(output.stdout)?)
}
