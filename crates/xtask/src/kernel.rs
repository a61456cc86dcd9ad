//! Builds the kernel and the library that it uses, and installs both in the Python environment.
//!
//! What is in `<environment>/share/neurocomp` afterwards, and why, is explained in DESIGN.md:
//!
//! ```text
//! bin/neurocomp-kernel   the kernel
//! library.json           where everything is, read by the kernel
//! project/               a cargo project that builds exactly the library
//! target/                what it built: neurocomp and its dependencies as one shared object, and their metadata
//! interface/             of that object only what compiling a cell takes
//! outline/               source without function bodies, for rust-analyzer
//! ```
//!
//! Beside it, in `share/jupyter`, are the kernelspec and what JupyterLab lacks for live figures (`python/lab-extension`).

mod files;
mod interface;
mod linker;
mod outlined;
pub mod plain;
mod project;
mod record;
mod spec;
mod std_outline;
pub mod warm;
mod workspace;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::environment::Environment;
use crate::{progress, toolchain};

pub use spec::OURS;
pub use workspace::Workspace;

/// Builds the kernel and the library with `jobs` compilers at once and installs them in the environment.
pub fn install(environment: &Environment, root: &Path, jobs: usize) -> Result<()> {
    let share = environment.prefix.join("share/neurocomp");
    fs::create_dir_all(&share)?;
    let lock = fs::File::create(share.join("setup.lock"))?;
    lock.lock().context("waiting for another setup in the same environment")?;
    let program = share.join("bin/neurocomp-kernel");
    let workspace = Workspace::prepare(root)?;
    replace_file(&build_kernel(&workspace, root, jobs)?, &program)?;

    let compiler = Compiler::query(root)?;
    let project = project::write(root, &share)?;
    let artifacts = build_library(&project, &workspace.target, &program, jobs)?;
    let kept = record::copy_target(&workspace.target, &share.join("target"), &artifacts)?;
    println!("Preparing the sources for completion and documentation …");
    let metadata = record::write_outlines(&project, &compiler, &share.join("outline"))?;
    let interface = interface::write(&compiler, &share, &kept)?;
    let linker = linker::quickest(&compiler, Some(&share.join(&interface)), &share.join("linker"));
    let files = record::Files { library: &kept, interface: &interface };
    record::write_library(&share, &compiler, &metadata, files, &linker, root)?;

    OURS.write(environment, &program)?;
    files::copy_tree(
        &root.join("crates/xtask/python/lab-extension"),
        &environment.prefix.join("share/jupyter/labextensions/neurocomp-figures"),
    )?;
    plain::remove_former_spec(environment)
}

/// The compiler that builds the library, and what the kernel must know of it.
pub struct Compiler {
    rustc: PathBuf,
    cargo: PathBuf,
    version: String,
    target: String,
    std_dir: PathBuf,
    std_source: PathBuf,
    target_spec: String,
}

impl Compiler {
    fn query(root: &Path) -> Result<Compiler> {
        let ask = |arguments: &[&str]| {
            let mut command = Command::new("rustc");
            command.current_dir(root).env("RUSTC_BOOTSTRAP", "1").args(arguments);
            output(&mut command)
        };
        let sysroot = PathBuf::from(ask(&["--print", "sysroot"])?.trim());
        let version = ask(&["-vV"])?;
        let target = version.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc -vV names no host")?;
        Ok(Compiler {
            rustc: sysroot.join("bin/rustc"),
            cargo: sysroot.join("bin/cargo"),
            target: target.to_owned(),
            std_dir: PathBuf::from(ask(&["--print", "target-libdir"])?.trim()),
            std_source: sysroot.join("lib/rustlib/src/rust/library"),
            target_spec: ask(&["-Zunstable-options", "--print", "target-spec-json"])?,
            version,
        })
    }
}

fn build_kernel(workspace: &Workspace, root: &Path, jobs: usize) -> Result<PathBuf> {
    let mut tree = toolchain::cargo(root);
    tree.args(["tree", "--package", "neurocomp-kernel", "--manifest-path"]).arg(&workspace.manifest);
    let crates = progress::crates(&mut tree);
    let mut command = workspace.cargo(root, "build");
    let messages = progress::build("kernel", &mut command, crates, jobs)?;
    progress::executable(&messages, "neurocomp-kernel").context("cargo named no executable neurocomp-kernel")
}

/// Builds in the checkout's own target directory, where the tests find the dependencies compiled, and the other way
/// round. The kernel, as a wrapper of rustc, has neurocomp share the standard library with the cells.
fn build_library(project: &Path, target: &Path, kernel: &Path, jobs: usize) -> Result<Vec<serde_json::Value>> {
    let mut command = toolchain::cargo(project);
    command.args(["build", "--target-dir"]).arg(target).env("RUSTC_WRAPPER", kernel).env("NEUROCOMP_WRAP_RUSTC", "1");
    let crates = progress::crates(toolchain::cargo(project).arg("tree"));
    progress::build("library", &mut command, crates, jobs)
}

/// A kernel that runs keeps the file it has: the new one takes its name, not its place on the disk.
fn replace_file(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to.parent().context("a file is in a folder")?)?;
    let new = to.with_extension("new");
    fs::copy(from, &new).with_context(|| format!("copying {} to {}", from.display(), new.display()))?;
    let times = fs::FileTimes::new().set_modified(fs::metadata(from)?.modified()?);
    fs::File::options().write(true).open(&new)?.set_times(times)?;
    fs::rename(&new, to).with_context(|| format!("replacing {}", to.display()))
}

fn output(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("starting {command:?}"))?;
    if !output.status.success() {
        bail!("{command:?} failed:\n{}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(String::from_utf8(output.stdout)?)
}
