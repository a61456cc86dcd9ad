//! What the kernel finds of the build: a copy of the target directory, the outlines, and `library.json`.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{Compiler, files, outlined, output, replace_file, std_outline};
use crate::outline::{self, Docs};
use crate::toolchain;

/// Stands in the recorded metadata for the folder of the session; the kernel knows it too.
const CELL_FOLDER: &str = "/neurocomp-session";

/// Copies from cargo's target directory what belongs to the library, and gives the path of the shared object.
pub fn copy_target(target: &Path, to: &Path, artifacts: &[Value]) -> Result<PathBuf> {
    let from = target.join("debug");
    let to = to.join("debug");
    let mut dylib = None;
    let mut packages = HashSet::new();
    let mut wanted = HashSet::new();
    for artifact in artifacts.iter().filter(|message| message["reason"] == "compiler-artifact") {
        packages.insert(package_name(artifact)?);
        for file in artifact["filenames"].as_array().into_iter().flatten().filter_map(Value::as_str).map(Path::new) {
            if file.extension().is_some_and(|ending| ending == "so" || ending == "dylib")
                && artifact["target"]["name"] == "neurocomp"
            {
                dylib = file.file_name().map(|name| Path::new("target/debug/deps").join(name));
            }
            wanted.extend(file.file_stem().map(|stem| stem.to_string_lossy().trim_start_matches("lib").to_owned()));
        }
    }
    let is_of_package = |name: &str| name.rsplit_once('-').is_some_and(|(package, _)| packages.contains(package));
    let is_wanted =
        |name: &str| name.split_once('.').is_some_and(|(stem, _)| wanted.contains(stem.trim_start_matches("lib")));
    sync(&from.join(".fingerprint"), &to.join(".fingerprint"), &is_of_package)?;
    sync(&from.join("build"), &to.join("build"), &is_of_package)?;
    sync(&from.join("deps"), &to.join("deps"), &is_wanted)?;
    dylib.context("cargo named no shared object of neurocomp")
}

fn package_name(artifact: &Value) -> Result<String> {
    let manifest = artifact["package_id"].as_str().context("an artifact without a package")?;
    let (source, rest) = manifest.rsplit_once('#').context("a package without a version")?;
    let name = rest.split_once('@').map_or_else(|| source.rsplit('/').next().unwrap_or(source), |(name, _)| name);
    Ok(name.to_owned())
}

/// Makes `to` hold the entries of `from` that are wanted. Files that have not changed are left alone.
fn sync(from: &Path, to: &Path, is_wanted: &dyn Fn(&str) -> bool) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(to)? {
        let old = entry?;
        if !is_wanted(&old.file_name().to_string_lossy()) || !from.join(old.file_name()).exists() {
            let path = old.path();
            if path.is_dir() { fs::remove_dir_all(path)? } else { fs::remove_file(path)? }
        }
    }
    for entry in fs::read_dir(from).with_context(|| format!("reading {}", from.display()))? {
        let entry = entry?;
        if !is_wanted(&entry.file_name().to_string_lossy()) {
            continue;
        }
        let copy = to.join(entry.file_name());
        if entry.path().is_dir() {
            sync(&entry.path(), &copy, &|_| true)?;
        } else if !files::is_same(&entry.path(), &copy) {
            replace_file(&entry.path(), &copy)?;
        }
    }
    Ok(())
}

/// Writes the outlines of the standard library and of the crates that [`outlined`] names, and gives what `cargo metadata` says
/// of a cell, reduced to them.
pub fn write_outlines(project: &Path, compiler: &Compiler, to: &Path) -> Result<Value> {
    if to.exists() {
        fs::remove_dir_all(to)?;
    }
    std_outline::write(&compiler.std_source, &to.join("std"))?;
    let mut command = toolchain::cargo(project);
    command.args(["metadata", "--format-version=1", "--filter-platform", &compiler.target]);
    let mut metadata: Value = serde_json::from_str(&output(&mut command)?)?;
    let root = metadata["resolve"]["root"].clone();
    let is_kept = |package: &Value| package["id"] == root || outlined::is_outlined(package);
    let packages = metadata["packages"].as_array_mut().context("no packages")?;
    packages.retain(is_kept);
    let kept: HashSet<String> =
        packages.iter().filter_map(|package| package["id"].as_str().map(str::to_owned)).collect();
    for package in packages {
        if package["id"] == root {
            move_package(package, Path::new(CELL_FOLDER))?;
            continue;
        }
        let (name, version) = (text(&package["name"])?, text(&package["version"])?);
        let source = folder_of(package)?;
        let outline = to.join(format!("{name}-{version}"));
        let docs = if ["neurocomp", "ndarray"].contains(&name.as_str()) { Docs::Whole } else { Docs::Summary };
        let without = outlined::without(&name);
        outline::write_tree(&source.join("src"), &outline.join("src"), docs, without)?;
        move_package(package, &outline)?;
    }
    let nodes = metadata["resolve"]["nodes"].as_array_mut().context("no nodes")?;
    nodes.retain(|node| node["id"].as_str().is_some_and(|id| kept.contains(id)));
    for node in nodes {
        for (list, id) in [("deps", Some("pkg")), ("dependencies", None)] {
            if let Some(entries) = node[list].as_array_mut() {
                entries
                    .retain(|entry| id.map_or(entry, |key| &entry[key]).as_str().is_some_and(|id| kept.contains(id)));
            }
        }
    }
    metadata["workspace_root"] = json!(CELL_FOLDER);
    metadata["target_directory"] = json!(format!("{CELL_FOLDER}/target"));
    Ok(metadata)
}

fn folder_of(package: &Value) -> Result<PathBuf> {
    Ok(Path::new(package["manifest_path"].as_str().context("no manifest")?).parent().context("no folder")?.to_owned())
}

/// Puts a package in another folder, with its library as its only target.
fn move_package(package: &mut Value, to: &Path) -> Result<()> {
    let from = folder_of(package)?;
    package["manifest_path"] = json!(to.join("Cargo.toml"));
    let targets = package["targets"].as_array_mut().context("no targets")?;
    targets.retain(|target| {
        target["kind"].as_array().is_some_and(|kinds| {
            kinds.iter().any(|kind| ["lib", "rlib", "dylib", "cdylib"].iter().any(|lib| kind == lib))
        })
    });
    for target in targets {
        let file = PathBuf::from(target["src_path"].as_str().context("no source")?);
        target["src_path"] = json!(to.join(file.strip_prefix(&from)?));
        target["kind"] = json!(["lib"]);
        target["crate_types"] = json!(["lib"]);
    }
    Ok(())
}

/// What cells run with, and what they are compiled against, relative to the folder of the installation.
pub struct Files<'a> {
    pub library: &'a Path,
    pub interface: &'a Path,
}

/// Writes `library.json`, with the fields of `Library` in the kernel.
pub fn write_library(
    share: &Path,
    compiler: &Compiler,
    metadata: &Value,
    files: Files,
    linker: &[String],
    root: &Path,
) -> Result<()> {
    fs::write(share.join("metadata.json"), metadata.to_string())?;
    fs::write(share.join("target-spec.json"), &compiler.target_spec)?;
    let stamp = Stamp::of(&share.join(files.library), &compiler.version)?;
    let library = json!({
        "rustc": compiler.rustc,
        "cargo": compiler.cargo,
        "rustc_version": compiler.version,
        "std_dir": compiler.std_dir,
        "target": compiler.target,
        "dylib": files.library,
        "dylib_size": stamp.size,
        "dylib_modified": stamp.modified,
        "identity": stamp.identity,
        "interface": files.interface,
        "linker": linker,
        "deps": "target/debug/deps",
        "project": "project",
        "target_dir": "target",
        "std_source": "outline/std",
        "metadata": "metadata.json",
        "target_spec": "target-spec.json",
        "source": root.join("crates/neurocomp"),
    });
    fs::write(share.join("library.json"), serde_json::to_string_pretty(&library)? + "\n")?;
    Ok(())
}

/// Which library it is: what was compiled against one must not be used with another.
struct Stamp {
    /// SHA-256 of the compiler's version and of the shared object's content.
    identity: String,
    /// Bytes of the shared object, and nanoseconds from 1970 to its last change: while both are as they were, its content
    /// need not be read again.
    size: u64,
    modified: u64,
}

impl Stamp {
    fn of(dylib: &Path, compiler: &str) -> Result<Stamp> {
        let found = fs::metadata(dylib).with_context(|| format!("reading {}", dylib.display()))?;
        let mut hash = Sha256::new();
        hash.update(compiler);
        hash.update(fs::read(dylib)?);
        Ok(Stamp {
            identity: hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect(),
            size: found.len(),
            modified: u64::try_from(found.modified()?.duration_since(UNIX_EPOCH)?.as_nanos())?,
        })
    }
}

fn text(value: &Value) -> Result<String> {
    Ok(value.as_str().context("expected a text")?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_byte_or_another_compiler_is_another_library() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("libneurocomp.so");
        let identity = |content: &str, compiler: &str| {
            fs::write(&file, content).unwrap();
            let stamp = Stamp::of(&file, compiler).unwrap();
            assert_eq!(stamp.size, content.len() as u64);
            stamp.identity
        };
        // sha256sum of "rustc 1" and "abc" one after another.
        let known = "6ed9a247f709a43e099fc26d14639aa62c6e37e6dfe77941308316b55c505d1d";
        assert_eq!(identity("abc", "rustc 1"), known);
        assert_ne!(identity("abd", "rustc 1"), known);
        assert_ne!(identity("abc", "rustc 2"), known);
    }
}
