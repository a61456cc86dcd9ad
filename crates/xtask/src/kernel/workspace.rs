//! The workspace in which the kernel is built: `<target>/kernel`.
//!
//! evcxr evaluates the cells, changed by a patch of ours. A `[patch]` in the committed manifest would need the changed
//! source in the repository and would change the committed lock file; so the workspace that has it is generated:
//!
//! ```text
//! Cargo.toml         the root's, with the kernel as its only member and evcxr replaced
//! Cargo.lock         the root's at first, then what cargo makes of it
//! neurocomp-kernel   a link to crates/neurocomp-kernel
//! evcxr/             evcxr as published, with crates/neurocomp-kernel/evcxr.patch applied
//! ```
//!
//! What comes from crates.io is compiled in the root's target directory and shared with the root's own builds.

mod patch;
#[cfg(test)]
mod tests;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::Value as Json;
use toml::{Table, Value};

use super::files::{copy_lock, keep_only, read_manifest, remove, write_if_changed};
use crate::progress;
use crate::toolchain;

/// The version of evcxr that the patch is made for, and of the plain kernel.
pub const EVCXR_VERSION: &str = "0.22.0";

/// The patch, and the kernel's crate, below the root.
const PATCH: &str = "crates/neurocomp-kernel/evcxr.patch";
const KERNEL: &str = "crates/neurocomp-kernel";

/// A workspace that is ready to be built.
pub struct Workspace {
    /// Its manifest.
    pub manifest: PathBuf,
    /// The target directory, which is the root's.
    pub target: PathBuf,
}

impl Workspace {
    /// Generates the workspace, or brings it up to date.
    pub fn prepare(root: &Path) -> Result<Workspace> {
        let metadata = metadata(root)?;
        let target =
            PathBuf::from(metadata["target_directory"].as_str().context("cargo metadata names no target directory")?);
        let folder = target.join("kernel");
        write(root, &folder, &published(&metadata)?)?;
        Ok(Workspace { manifest: folder.join("Cargo.toml"), target })
    }

    /// `cargo <subcommand>` in this workspace, for the kernel as it is installed.
    pub fn cargo(&self, root: &Path, subcommand: &str) -> std::process::Command {
        let mut command = toolchain::cargo(root);
        command
            .args([subcommand, "--release", "--package", "neurocomp-kernel"])
            .arg("--manifest-path")
            .arg(&self.manifest)
            .arg("--target-dir")
            .arg(&self.target);
        command
    }
}

/// What cargo knows of the root's workspace and everything it depends on; cargo fetches what it has not got.
fn metadata(root: &Path) -> Result<Json> {
    let mut command = toolchain::cargo(root);
    command.args(["metadata", "--format-version=1", "--filter-platform"]);
    command.arg(toolchain::host(root)?);
    progress::run("sources", &mut command, None)?.pop().context("cargo metadata said nothing")
}

/// The folder of evcxr as cargo unpacked it.
fn published(metadata: &Json) -> Result<PathBuf> {
    let packages = metadata["packages"].as_array().context("no packages")?;
    let package = packages
        .iter()
        .find(|package| package["name"] == "evcxr")
        .context("nothing depends on evcxr: is the kernel still a member of the workspace?")?;
    let version = package["version"].as_str().unwrap_or_default();
    if version != EVCXR_VERSION {
        bail!(
            "{PATCH} is made for evcxr {EVCXR_VERSION}, and Cargo.lock has {version}. \
             Go back with `cargo update -p evcxr --precise {EVCXR_VERSION}`, or make the patch anew for {version} \
             and change EVCXR_VERSION in crates/xtask/src/kernel/workspace.rs."
        );
    }
    let manifest = package["manifest_path"].as_str().context("no manifest")?;
    Ok(Path::new(manifest).parent().context("no folder")?.to_owned())
}

/// Writes the workspace into a folder.
fn write(root: &Path, folder: &Path, published: &Path) -> Result<()> {
    let text = fs::read_to_string(root.join(PATCH)).with_context(|| format!("reading {PATCH}"))?;
    let files = patch::apply(&text, published).with_context(|| {
        format!(
            "{PATCH} cannot be applied. It is made for evcxr {EVCXR_VERSION} as published on crates.io, which cargo \
             unpacked in {0}. If somebody changed files there, remove that folder: cargo unpacks it anew. \
             Else the patch is at fault: make it anew, as CONTRIBUTING.md says",
            published.display()
        )
    })?;
    let copy = folder.join("evcxr");
    for (file, content) in &files {
        write_if_changed(&copy.join(file), content)?;
    }
    prune(&copy, &copy, &|file| files.contains_key(file))?;

    link(&root.join(KERNEL), &folder.join("neurocomp-kernel"))?;
    let manifest = manifest(read_manifest(&root.join("Cargo.toml"))?)?;
    write_if_changed(&folder.join("Cargo.toml"), toml::to_string(&manifest)?.as_bytes())?;
    copy_lock(&root.join("Cargo.lock"), &folder.join("Cargo.lock"), &folder.join("Cargo.lock.copied"), lock)
}

/// The root's manifest with the kernel as its only member. The profiles of development name crates that are not here.
fn manifest(mut root: Table) -> Result<Table> {
    let workspace = root.get_mut("workspace").and_then(Value::as_table_mut).context("no [workspace]")?;
    workspace.insert("members".into(), vec!["neurocomp-kernel"].into());
    workspace.insert("exclude".into(), vec!["evcxr"].into()); // lints are for our own code
    if let Some(profiles) = root.get_mut("profile").and_then(Value::as_table_mut) {
        profiles.retain(|name, _| name == "release");
    }
    let patch: Table = r#"crates-io.evcxr = { path = "evcxr" }"#.parse()?;
    root.insert("patch".into(), patch.into());
    Ok(root)
}

/// The root's lock file, where evcxr no longer comes from crates.io. Cargo would find that out itself, but would ask
/// crates.io for everything that evcxr depends on.
fn lock(text: String) -> Result<String> {
    let mut lock: Table = text.parse().context("Cargo.lock is no lock file")?;
    let packages = lock.get_mut("package").and_then(Value::as_array_mut);
    for package in packages.into_iter().flatten() {
        if let Some(package) = package.as_table_mut()
            && package.get("name").and_then(Value::as_str) == Some("evcxr")
        {
            package.remove("source");
            package.remove("checksum");
        }
    }
    Ok(toml::to_string(&lock)?)
}

/// Removes the files below `folder` that are not wanted; they are named relative to `base`.
fn prune(base: &Path, folder: &Path, is_wanted: &dyn Fn(&Path) -> bool) -> Result<()> {
    keep_only(folder, &|path| path.is_dir() || path.strip_prefix(base).is_ok_and(is_wanted))?;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            prune(base, &path, is_wanted)?;
        }
    }
    Ok(())
}

/// Makes `to` a link to the folder `from`. A link, not a copy: messages of the compiler should name the file to edit.
#[cfg(unix)]
fn link(from: &Path, to: &Path) -> Result<()> {
    if fs::read_link(to).is_ok_and(|old| old == from) {
        return Ok(());
    }
    if fs::symlink_metadata(to).is_ok() {
        remove(to)?;
    }
    std::os::unix::fs::symlink(from, to).with_context(|| format!("linking {}", to.display()))
}

#[cfg(not(unix))]
fn link(from: &Path, to: &Path) -> Result<()> {
    super::files::copy_tree(from, to)
}
